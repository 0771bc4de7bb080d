//! The power goes off after every stage: the original is as it was, no half file appears, and a value that came back
//! from the phone is finished without another PIN2.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pitser_tests::run;
use workflow::event::Stage;
use workflow::order::Level;
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
    assert_eq!((error.code(), error.hint()), ("certificate-not-usable", "open-app"));
    assert_eq!(host.signature_sessions(), 0);
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
