//! What goes well.

use emulator::Urls;
use pitser_tests::{Simulated, profile_of, run};
use pki::DigestAlgorithm;
use workflow::event::Stage;
use workflow::order::{Level, Scans, Signer};
use workflow::profile::Scheme;
use workflow::verdict::{Conclusion, Indication};
use workflow::verify::{Options, verify};

use crate::{APPROVES, contract, order, person, sign, signed, world};

#[test]
fn a_person_signs_and_the_saved_file_is_valid() {
    let (host, profile) = world(1);
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    let saved = host.file(signed()).expect("on disk");
    assert!(saved.starts_with(&contract()), "not a byte before is changed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    let signature = &done.report.signatures[0];
    assert_eq!(signature.level, Some(Level::BLt));
    assert_eq!(signature.signer.as_ref().expect("signer").serial_number.as_deref(), Some(APPROVES));
    assert!(signature.best_signature_time.is_some());
    assert_eq!(host.stages_done(), Stage::ALL);
    assert_eq!(host.codes().len(), 1, "one code is shown");
    assert_eq!(host.journal_len(), 0, "nothing is left to finish");
}

#[test]
fn the_code_shown_is_the_one_the_service_chose() {
    let (host, profile) = world(2);
    sign(&host, &profile, order(person(APPROVES), Level::BB)).expect("signed");
    let answers = host.exchanges();
    let opened =
        answers.iter().find(|e| e.request.uri().path().contains("/signature/notification/document/"));
    let body: serde_json::Value =
        serde_json::from_slice(opened.expect("opened").response.body()).expect("JSON");
    assert_eq!(host.codes(), [body["vc"]["value"].as_str().expect("a code")]);
}

#[test]
fn every_level_with_every_algorithm() {
    use DigestAlgorithm::{Sha256, Sha384, Sha512};
    for level in [Level::BB, Level::BT, Level::BLt] {
        for digest in [Sha256, Sha384, Sha512] {
            for scheme in [Scheme::RsassaPss, Scheme::RsassaPkcs1] {
                let (host, mut profile) = world(3);
                profile.smart_id.as_mut().expect("phones").digest = digest;
                profile.smart_id.as_mut().expect("phones").scheme = Some(scheme);
                let done = sign(&host, &profile, order(person(APPROVES), level)).expect("signed");
                let signature = &done.report.signatures[0];
                assert_eq!(signature.conclusion, Conclusion::PASSED, "{level} {digest:?} {scheme:?}");
                assert_eq!(signature.level, Some(level));
            }
        }
    }
}

#[test]
fn a_known_account_signs_by_its_document_number() {
    let (host, profile) = world(4);
    let signer = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a document number"));
    sign(&host, &profile, order(signer, Level::BLt)).expect("signed");
    let asked_to_choose =
        host.exchanges().iter().any(|e| e.request.uri().path().contains("certificate-choice"));
    assert!(!asked_to_choose, "the certificate comes without a question on the phone");
}

#[test]
fn somebody_scans_the_code_and_signs() {
    let (mut host, profile) = world(5);
    host.scanned_by = Some("PNOEE-40404040009-MOCK-Q".into());
    let done = sign(&host, &profile, order(Signer::DeviceLink(Scans::Anybody), Level::BLt)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert!(host.codes().is_empty(), "a linked signature shows no code");
}

#[test]
fn a_key_whose_modulus_is_one_bit_short_signs_as_well() {
    let (host, profile) = world(6);
    // The world gives its Latvian accounts a modulus of 6143 bits.
    let signer = person("PNOLV-050405-10009");
    sign(&host, &profile, order(signer, Level::BLt)).expect("signed");
}

#[test]
fn the_signed_file_is_valid_offline_with_the_root_alone() {
    let (host, mut profile) = world(7);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    profile.trust.issuers.clear();
    let report = run(verify(&host, &profile, &signed(), Options::offline())).expect("read");
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
    assert_eq!(report.signatures[0].level, Some(Level::BLt));
}

#[test]
fn what_an_earlier_signature_lacks_keeps_nobody_from_signing() {
    // The first signature is of another world, whose services cannot be reached from here.
    let elsewhere = Simulated::at(Urls::loopback(3, 4), 9);
    elsewhere.put("/contract.pdf", contract());
    sign(&elsewhere, &profile_of(&elsewhere), order(person(APPROVES), Level::BB)).expect("signed");

    let (host, profile) = world(9);
    host.put("/contract.pdf", elsewhere.file(signed()).expect("saved").to_vec());
    host.disconnect(vec![":4/"]);
    let done = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    assert_eq!(done.report.signatures[0].conclusion.indication, Indication::Indeterminate);
    assert_eq!(done.report.signatures[1].conclusion, Conclusion::PASSED);
}

#[test]
fn a_second_person_signs_after_the_first() {
    let (host, profile) = world(8);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    let mut second = order(person("PNOEE-50001029996"), Level::BLt);
    second.document = signed();
    second.output = Some("/both.pdf".into());
    let done = sign(&host, &profile, second).expect("signed");
    assert_eq!(done.report.signatures.len(), 2);
    assert_eq!(done.report.signatures[1].conclusion, Conclusion::PASSED);
    assert_eq!(done.report.signatures[0].conclusion, Conclusion::PASSED, "a further signature is no change");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
}
