//! Signing with a SIM card: what goes well, and what its operator and the service can answer instead.

use emulator::{AnswerFault, Faults, MobileResult};
use pki::DigestAlgorithm;
use workflow::error::Error;
use workflow::event::Stage;
use workflow::order::{Level, Signer, Subscriber};
use workflow::verdict::{Conclusion, Indication};

use crate::{contract, order, sign, signed, world};

const EE: (&str, &str) = ("+37200000766", "60001019906");

fn card((phone, code): (&str, &str)) -> Signer {
    Signer::MobileId(Subscriber::parse(phone, code).expect("a subscriber"))
}

fn outcome(who: (&str, &str), faults: Faults) -> (Error, usize) {
    let (host, profile) = world(40);
    host.world.set_faults(faults);
    let error = sign(&host, &profile, order(card(who), Level::BLt)).expect_err("not signed");
    assert_eq!(host.files().len(), 1, "only the original is there");
    assert_eq!(host.journal_len(), 0);
    (error, host.signature_sessions())
}

#[test]
fn a_card_signs_and_the_saved_file_is_valid() {
    for level in [Level::BB, Level::BT, Level::BLt, Level::BLta] {
        let (host, profile) = world(41);
        let done = sign(&host, &profile, order(card(EE), level)).expect("signed");
        assert!(
            host.file(signed()).expect("on disk").starts_with(&contract()),
            "not a byte before is changed"
        );
        assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
        assert_eq!(done.report.signatures[0].level, Some(level));
        let signer = done.report.signatures[0].signer.as_ref().expect("signer");
        assert_eq!(signer.serial_number.as_deref(), Some("PNOEE-60001019906"));
        assert_eq!(host.journal_len(), 0, "nothing is left to finish");
        assert_eq!(host.stages_done().last(), Some(&Stage::Saved));
    }
}

#[test]
fn cards_of_every_kind_sign_with_every_digest() {
    use DigestAlgorithm::{Sha256, Sha384, Sha512};
    for who in [
        EE,
        ("+37060000666", "50001018865"),
        ("+37200000566", "60001018800"),
        ("+37200002048", "50001029996"),
    ] {
        for digest in [Sha256, Sha384, Sha512] {
            let (host, mut profile) = world(42);
            profile.mobile_id.as_mut().expect("cards").digest = digest;
            let done = sign(&host, &profile, order(card(who), Level::BT)).expect("signed");
            assert_eq!(done.report.signatures[0].conclusion, Conclusion::PASSED, "{who:?} {digest:?}");
        }
    }
}

#[test]
fn the_code_shown_is_the_one_on_the_phone() {
    let (host, profile) = world(43);
    sign(&host, &profile, order(card(EE), Level::BB)).expect("signed");
    let exchanges = host.exchanges();
    let opened =
        exchanges.iter().find(|one| one.request.uri().path() == "/mid-api/signature").expect("opened");
    let body: serde_json::Value = serde_json::from_slice(opened.request.body()).expect("JSON");
    let hash = base64::Engine::decode(
        &base64::engine::general_purpose::STANDARD,
        body["hash"].as_str().expect("a hash"),
    );
    let hash = hash.expect("base64");
    let code = usize::from(hash[0] >> 2) * 128 + usize::from(hash[31] % 128);
    assert_eq!(host.codes(), [format!("{code:04}")]);
    assert_eq!(body["displayText"], "Sign contract.pdf");
}

#[test]
fn every_documented_number_ends_as_documented() {
    for (phone, code, expected) in [
        ("+37200000366", "60001019928", "mobile-not-found"),
        ("+37201100266", "60001019950", "mobile-cancelled"),
        ("+37213100266", "60001019983", "mobile-phone-absent"),
        ("+37207110066", "60001019947", "mobile-delivery-failed"),
        ("+37201200266", "60001019972", "mobile-sim-fault"),
        ("+37200000666", "60001019961", "mobile-hash-mismatch"),
        ("+37066000266", "50001018908", "mobile-timed-out"),
    ] {
        assert_eq!(outcome((phone, code), Faults::default()).0.code(), expected, "{phone}");
    }
}

#[test]
fn a_number_with_somebody_elses_code_rings_no_phone() {
    let (error, sessions) = outcome(("+37200000766", "60001017869"), Faults::default());
    assert_eq!((error.code(), error.hint(), sessions), ("mobile-not-found", "check-person", 0));
}

#[test]
fn ends_imposed_by_the_service_are_told_apart() {
    for (result, code) in [
        (MobileResult::NotMidClient, "mobile-not-client"),
        (MobileResult::NotActive, "mobile-not-active"),
        (MobileResult::MidNotReady, "mobile-not-ready"),
        (MobileResult::ExpiredTransaction, "mobile-timed-out"),
        (MobileResult::Error, "mobile-fault"),
        (MobileResult::InternalError, "mobile-fault"),
    ] {
        let faults = Faults { next_mobile_result: Some(result), ..Faults::default() };
        assert_eq!(outcome(EE, faults).0.code(), code, "{result:?}");
    }
}

#[test]
fn values_and_certificates_of_others_leave_no_trace() {
    for (answer, code, sessions) in [
        (AnswerFault::CorruptedSignature, "signature-invalid", 1),
        (AnswerFault::OtherKey, "signature-invalid", 1),
        (AnswerFault::OtherCertificate, "wrong-person", 0),
        (AnswerFault::OtherAccount, "wrong-person", 0),
    ] {
        let (error, opened) = outcome(EE, Faults { answer, ..Faults::default() });
        assert_eq!((error.code(), opened), (code, sessions), "{answer:?}");
    }
}

#[test]
fn a_revoked_card_is_found_out_before_the_phone_rings() {
    let (host, profile) = world(44);
    host.world.revoke(EE.0, host.world_time() - 1000, 1);
    let error = sign(&host, &profile, order(card(EE), Level::BLt)).expect_err("revoked");
    assert_eq!((error.code(), host.signature_sessions()), ("certificate-revoked", 0));
}

#[test]
fn what_a_card_signed_is_finished_later_without_it() {
    let (host, profile) = world(45);
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    let error = sign(&host, &profile, order(card(EE), Level::BLt)).expect_err("no time-stamp");
    assert_eq!((error.code(), host.journal_len()), ("timestamp-unavailable", 1));
    host.reconnect();
    let pending = workflow::sign::pending(&host).expect("pending").remove(0);
    assert_eq!(pending.signer, "MARY ÄNN TESTNUMBER");
    let done =
        pitser_tests::run(workflow::sign::finish(&host, &profile, &pending.key, None)).expect("finished");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert_eq!((host.journal_len(), host.signature_sessions()), (0, 1), "PIN2 was asked for once");
}

#[test]
fn a_lost_answer_to_the_opening_asks_for_no_second_pin() {
    let (host, profile) = world(46);
    host.lose_answer("/mid-api/signature");
    let error = sign(&host, &profile, order(card(EE), Level::BB)).expect_err("cut");
    assert_eq!((error.code(), host.signature_sessions()), ("connection-broken", 1));

    let (host, profile) = world(46);
    host.lose_answer("/signature/session/");
    sign(&host, &profile, order(card(EE), Level::BB)).expect("asked again for the state");
    assert_eq!(host.signature_sessions(), 1);
}

#[test]
fn a_profile_without_the_service_says_so() {
    let (host, mut profile) = world(47);
    profile.mobile_id = None;
    let error = sign(&host, &profile, order(card(EE), Level::BB)).expect_err("no service");
    assert_eq!(error.code(), "profile");
    assert!(host.exchanges().is_empty());
}
