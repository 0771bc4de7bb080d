//! What the phone and the services can answer instead: each outcome has its own code, and leaves no file.

use workflow::error::Error;
use workflow::order::Level;

use crate::{order, person, sign, signed, world};

fn outcome(identifier: &str) -> (Error, usize) {
    let (host, profile) = world(20);
    let error = sign(&host, &profile, order(person(identifier), Level::BLt)).expect_err("not signed");
    assert_eq!(host.file(signed()), None, "no file");
    assert_eq!(host.files().len(), 1, "only the original is there");
    assert_eq!(host.journal_len(), 0);
    (error, host.signature_sessions())
}

#[test]
fn every_documented_account_ends_as_documented() {
    let expected = [
        ("PNOEE-30403039917", "user-refused"),
        ("PNOEE-30403039928", "user-refused"),
        ("PNOEE-30403039946", "user-refused"),
        ("PNOEE-30403039950", "user-refused"),
        ("PNOEE-30403039972", "wrong-code"),
        ("PNOEE-30403039983", "timed-out"),
        ("PNOLT-30403039917", "user-refused"),
        ("PNOLT-30403039972", "wrong-code"),
        ("PNOLV-030403-10016", "user-refused"),
        ("PNOLV-030403-10083", "timed-out"),
    ];
    for (identifier, code) in expected {
        assert_eq!(outcome(identifier).0.code(), code, "{identifier}");
    }
}

#[test]
fn an_unknown_person_is_not_told_apart_from_one_who_cannot_sign() {
    let (error, sessions) = outcome("PNOEE-38001085718");
    assert_eq!((error.code(), error.hint()), ("not-found", "check-person"));
    assert_eq!(sessions, 0, "no phone rang");
}
