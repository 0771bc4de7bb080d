//! Any bytes as an OCSP response.
#![no_main]

#[path = "../budget.rs"]
mod budget;

use libfuzzer_sys::fuzz_target;
use pki::Certificate;
use pki::ocsp::Response;

const SIGNER: &[u8] = include_bytes!("../../crates/pki/tests/fixtures/signer.crt");
const AUTHORITY: &[u8] = include_bytes!("../../crates/pki/tests/fixtures/authority.crt");

fuzz_target!(|bytes: &[u8]| budget::within(|| whole(bytes)));

fn whole(bytes: &[u8]) {
    let Ok(read) = Response::parse(bytes) else { return };
    let [signer, authority] = [SIGNER, AUTHORITY].map(|der| Certificate::from_der(der).expect("ours"));
    let _ = read.verify_for(&signer, &authority, read.nonce.as_deref(), &[]);
    let _ = read.verify_trusting(&signer, &authority, None, &read.certificates, &read.certificates);
    for responder in &read.certificates {
        let _ = (read.responder.matches(responder), responder.ocsp_nocheck());
    }
}
