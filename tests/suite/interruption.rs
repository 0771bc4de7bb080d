//! The power goes off after every stage: the original is as it was, no half file appears, and a value that came back
//! from the phone is finished without another PIN2.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pitser_tests::run;
use pki::DigestAlgorithm;
use workflow::event::Stage;
use workflow::order::{Level, Signer, Subscriber};
use workflow::profile::Api;
use workflow::verdict::Indication;

use crate::{APPROVES, contract, order, person, sign, signed, world};

#[test]
fn after_every_stage_the_work_can_go_on() {
    for stage in Stage::ALL {
        let (mut host, profile) = world(60);
        host.power_off_after = Some(stage);
        let cut =
            catch_unwind(AssertUnwindSafe(|| sign(&host, &profile, order(person(APPROVES), Level::BLt))));
        assert!(cut.is_err(), "{stage:?}: the power went off");
        assert_eq!(
            host.file("/contract.pdf").as_deref(),
            Some(contract().as_slice()),
            "{stage:?}: original untouched"
        );

        host.power_off_after = None;
        let sessions = host.signature_sessions();
        let pending = workflow::sign::pending(&host).expect("journal");
        match stage {
            Stage::Opening | Stage::Certificate | Stage::Preparing | Stage::Approval => {
                assert_eq!(pending.len(), 0, "{stage:?}: no value was received");
                assert_eq!(host.file(signed()), None, "{stage:?}");
            }
            Stage::Saved => assert!(host.file(signed()).is_some(), "the file is there, whole"),
            _ => {
                assert_eq!(host.file(signed()), None, "{stage:?}: no half file");
                assert_eq!(pending.len(), 1, "{stage:?}");
                let done =
                    run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished");
                assert_eq!(done.report.overall(), Some(Indication::TotalPassed), "{stage:?}");
                assert_eq!(host.signature_sessions(), sessions, "{stage:?}: no second PIN2");
                assert_eq!(host.journal_len(), 0);
            }
        }
    }
}

#[test]
fn services_down_after_the_pin_lose_nothing() {
    for (service, code) in [("/tsa", "timestamp-unavailable"), ("/ocsp", "revocation-unavailable")] {
        let (host, profile) = world(61);
        let cut = move || if service == "/ocsp" { vec!["/ocsp", "/crl"] } else { vec![service] };
        // The certificate is checked before the phone rings, so the service goes down after that.
        host.disconnect_after(Stage::Approval, cut());
        let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("not finished");
        assert_eq!((error.code(), error.hint()), (code, "finish-later"));
        assert_eq!(host.file(signed()), None);
        host.reconnect();
        let pending = workflow::sign::pending(&host).expect("journal");
        run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished");
        assert_eq!(host.signature_sessions(), 1, "one PIN2");
    }
}

#[test]
fn a_certificate_of_unknown_fate_is_noticed_before_the_phone_rings_for_the_pin() {
    let (host, profile) = world(62);
    host.disconnect(vec!["/ocsp", "/crl"]);
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("certificate-status-unknown", "retry-later"));
    assert_eq!((host.signature_sessions(), host.journal_len()), (0, 0));
}

#[test]
fn a_revoked_certificate_is_noticed_before_the_phone_rings_for_the_pin() {
    let (host, profile) = world(63);
    assert!(host.world.revoke("PNOEE-40504040001-DEM0-Q", host.world_time() - 3_600_000, 1));
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("certificate-revoked", "ask-issuer"));
    assert_eq!(host.signature_sessions(), 0);
}

#[test]
fn a_certificate_that_is_revoked_between_the_approval_and_the_proof_is_called_so_and_nothing_is_kept() {
    for level in [Level::BLt, Level::BLta] {
        let (mut host, profile) = world(68);
        host.revoked_after = Some((Stage::Received, "PNOEE-40504040001-DEM0-Q"));
        let error = sign(&host, &profile, order(person(APPROVES), level)).expect_err("revoked");
        assert_eq!((error.code(), error.hint()), ("certificate-revoked", "ask-issuer"), "{error:?}");
        assert!(error.values().contains_key("since"));
        assert_eq!((host.signature_sessions(), host.journal_len(), host.file(signed())), (1, 0, None));
    }
}

/// The disk did not take the value when it came; what is of no use by then is not written down.
#[test]
fn a_value_that_was_found_to_be_of_no_use_is_not_written_down_after_all() {
    let (mut host, profile) = world(68);
    host.values_refused = 1.into();
    host.revoked_after = Some((Stage::Received, "PNOEE-40504040001-DEM0-Q"));
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("revoked");
    assert_eq!((error.code(), host.journal_len()), ("certificate-revoked", 0));
    // What may still come to something is.
    let (mut host, profile) = world(68);
    host.values_refused = 1.into();
    host.disconnect_after(Stage::Received, vec!["/tsa"]);
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("no time-stamp");
    assert_eq!((error.code(), host.journal_len()), ("timestamp-unavailable", 1));
}

/// Whoever holds the key: a phone, a card, a service.
#[test]
fn what_is_wrong_with_a_certificate_is_said_by_its_name_before_anybody_is_asked() {
    const YEARS: i64 = 10 * 365 * 24 * 3_600_000;
    let account = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let card = Signer::MobileId(Subscriber::parse("+37200000766", "60001019906").expect("a subscriber"));
    let cloud = Signer::Cloud { credential: None };
    for (signer, holder) in
        [(account, "PNOEE-40504040001-DEM0-Q"), (card, "+37200000766"), (cloud, "GX0112348")]
    {
        for (reason, code) in [(1, "certificate-revoked"), (6, "certificate-suspended")] {
            let (host, profile) = world(69);
            let since = host.world_time() - 3_600_000;
            assert!(host.world.revoke(holder, since, reason), "{holder}");
            let error = sign(&host, &profile, order(signer.clone(), Level::BLt)).expect_err("refused");
            assert_eq!((error.code(), error.hint()), (code, "ask-issuer"), "{holder}");
            assert!(error.values().contains_key("since"), "{holder}: {:?}", error.values());
            assert_eq!(host.signature_sessions() + host.world.tally().permitted, 0, "{holder}");
        }
        for (pass, code, hint) in
            [(YEARS, "certificate-expired", "ask-issuer"), (-YEARS, "certificate-not-yet-valid", "set-clock")]
        {
            let (host, profile) = world(69);
            host.pass(pass);
            let error = sign(&host, &profile, order(signer.clone(), Level::BB)).expect_err("refused");
            assert_eq!((error.code(), error.hint()), (code, hint), "{holder}: {error}");
            assert_eq!(host.signature_sessions() + host.world.tally().permitted, 0, "{holder}");
        }
    }
}

/// What no key there makes is told before anybody is disturbed: no question goes out.
#[test]
fn a_kind_of_signature_that_cannot_be_had_is_told_before_anything_is_asked() {
    let account = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a number"));
    let card = Signer::MobileId(Subscriber::parse("+37200000766", "60001019906").expect("a subscriber"));
    let cloud = Signer::Cloud { credential: None };
    for (signer, api, digest) in [
        (account.clone(), Api::V3, DigestAlgorithm::Sha1),
        (person(APPROVES), Api::V3, DigestAlgorithm::Sha1),
        (account, Api::V2, DigestAlgorithm::Sha3_256),
        (card.clone(), Api::V3, DigestAlgorithm::Sha1),
        (card, Api::V3, DigestAlgorithm::Sha3_512),
        (cloud.clone(), Api::V3, DigestAlgorithm::Sha1),
        (cloud, Api::V3, DigestAlgorithm::Sha3_384),
    ] {
        let (host, mut profile) = world(70);
        let service = profile.smart_id.as_mut().expect("phones");
        (service.digest, service.api) = (digest, api);
        profile.mobile_id.as_mut().expect("cards").digest = digest;
        profile.csc.as_mut().expect("a signing service").digest = digest;
        let error = sign(&host, &profile, order(signer.clone(), Level::BB)).expect_err("not to be had");
        assert_eq!((error.code(), error.hint()), ("algorithm", "settings"), "{signer:?} {digest:?}");
        assert_eq!((host.exchanges().len(), host.pages().len()), (0, 0), "{signer:?} {digest:?}");
    }
}

#[test]
fn a_profile_that_changed_meanwhile_does_not_cost_the_value() {
    let (host, mut profile) = world(64);
    host.disconnect_after(Stage::Approval, vec!["/tsa"]);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("not finished");
    host.reconnect();
    profile.smart_id.as_mut().expect("phones").digest = pki::DigestAlgorithm::Sha256;
    let pending = workflow::sign::pending(&host).expect("journal");
    run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished as it was begun");
    assert_eq!(host.signature_sessions(), 1, "one PIN2");
}
