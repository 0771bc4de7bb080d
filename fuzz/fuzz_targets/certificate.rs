//! Any bytes as a certificate, and as the extensions of a whole chain that is signed here: policies, mappings, names and
//! constraints that really take part in a path.
#![no_main]

#[path = "../budget.rs"]
mod budget;
#[path = "../../crates/pki/tests/suite/forge.rs"]
#[allow(dead_code)]
mod forge;

use libfuzzer_sys::fuzz_target;
use pki::path::{Requirements, build, build_under};
use pki::{Certificate, Time};

fuzz_target!(|bytes: &[u8]| budget::within(|| whole(bytes)));

fn whole(bytes: &[u8]) {
    if let Ok(read) = Certificate::from_der(bytes) {
        ask(&read);
    }
    chain(bytes);
}

fn ask(read: &Certificate) {
    let _ = (read.subject().to_string(), read.policies(), read.qc_statements(), read.document_number());
    let _ = (read.ocsp_urls(), read.ca_issuer_urls(), read.crl_urls(), read.unknown_critical_extensions());
    let _ = (read.authority_key_identifier(), read.subject_key_identifier(), read.serial_hex());
    let _ = (read.is_self_signed(), read.is_self_issued(), read.public_key_bits());
    let again = std::slice::from_ref(read);
    assert!(build(read, &[], again, read.not_before()).is_ok(), "an anchor is a path of one");
    let _ = build(read, again, &[], read.not_before());
}

/// The bytes are cut at each `ff ff`: one list of extensions for each certificate from the root down.
fn chain(bytes: &[u8]) {
    let names = ["Root", "One", "Two", "Three", "Mari"];
    let parts = bytes.windows(2).position(|two| two == [0xff; 2]).map(|_| split(bytes)).unwrap_or_default();
    let mut chain = Vec::new();
    for (depth, extensions) in (0u32..).zip(parts.iter().take(names.len())) {
        let above = depth.saturating_sub(1);
        let (us, them) = ((names[depth as usize], depth), (names[above as usize], above));
        let extensions = match depth as usize + 1 == parts.len().min(names.len()) {
            true => extensions.clone(),
            false => [forge::authority(), extensions.clone()].concat(),
        };
        let Ok(certificate) = forge::issued(us, them, depth, &[extensions]) else { return };
        chain.push(certificate);
    }
    let (Some(root), Some(target)) = (chain.first(), chain.last()) else { return };
    let requirements = Requirements {
        policies: vec!["1.2.3".parse().expect("an identifier")],
        explicit_policy: bytes.len() % 2 == 0,
        inhibit_policy_mapping: bytes.len() % 3 == 0,
        inhibit_any_policy: bytes.len() % 5 == 0,
    };
    let at = Time::from_unix_seconds(1_795_356_180);
    let anchors = std::slice::from_ref(root);
    let strict = build_under(target, &chain, anchors, at, &requirements);
    let lax = build(target, &chain, anchors, at);
    assert!(strict.is_err() || lax.is_ok(), "who asks for less gets no less");
}

fn split(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while let Some(at) = rest.windows(2).position(|two| two == [0xff; 2]) {
        parts.push(rest[..at].to_vec());
        rest = &rest[at + 2..];
    }
    parts.push(rest.to_vec());
    parts
}
