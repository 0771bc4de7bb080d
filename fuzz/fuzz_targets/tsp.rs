//! Any bytes as a time-stamp token, and as the answer of a service.
#![no_main]

#[path = "../budget.rs"]
mod budget;

use libfuzzer_sys::fuzz_target;
use pki::DigestAlgorithm;
use pki::tsp::{Token, parse_response};

fuzz_target!(|bytes: &[u8]| budget::within(|| whole(bytes)));

fn whole(bytes: &[u8]) {
    let _ = parse_response(bytes, DigestAlgorithm::Sha256, &[0; 32], &[1]);
    if let Ok(token) = Token::parse(bytes) {
        assert!(bytes.starts_with(&token.raw));
        let _ = token.verify(&token.certificates);
    }
}
