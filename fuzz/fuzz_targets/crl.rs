//! Any bytes as a revocation list, and as entries and extensions of lists that are signed here.
#![no_main]

#[path = "../budget.rs"]
mod budget;
#[path = "../../crates/pki/tests/suite/forge.rs"]
#[allow(dead_code)]
mod forge;

use libfuzzer_sys::fuzz_target;
use pki::Status;
use pki::crl::{Crl, Lists};

fuzz_target!(|bytes: &[u8]| budget::within(|| whole(bytes)));

fn whole(bytes: &[u8]) {
    let (root, issuer) = (("Root", 0), ("Issuer", 1));
    let anchor = forge::certificate(root, root, 1, &[forge::authority()]);
    let authority = forge::certificate(issuer, root, 2, &[forge::authority()]);
    let target = forge::certificate(("Mari", 2), issuer, 42, &[]);
    if let Ok(read) = Crl::parse(bytes) {
        let _ = (read.number(), read.next_update(), read.is_delta(), read.covers(&target));
        let _ = (read.verify_for(&target, &authority), read.is_signed_by(&authority));
    }
    // Extensions of a certificate, entries, extensions of two lists: cut at each `ff ff`.
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(|two| two == [0xff; 2]) {
        parts.push(rest[..at].to_vec());
        rest = &rest[at + 2..];
    }
    let [pointing, entries, first, second] = parts.as_slice() else { return };
    let Ok(target) = forge::issued(("Mari", 2), issuer, 42, &[pointing.clone()]) else { return };
    let mut lists: Vec<Crl> = Vec::new();
    for (by, month, extensions) in [(issuer, 3, first), (issuer, 4, second), (root, 5, second)] {
        lists.extend(forge::list(by, month, &[entries.clone()], &[extensions.clone()]));
    }
    let pool = [authority.clone()];
    for listed in Lists::new(&lists, &pool, std::slice::from_ref(&anchor)).about(&target, &authority, &anchor) {
        assert_ne!(listed.said.status, Status::Unknown);
    }
}
