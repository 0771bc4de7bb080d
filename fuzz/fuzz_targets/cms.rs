//! Any bytes as CMS SignedData, in DER or BER.
#![no_main]

#[path = "../budget.rs"]
mod budget;

use libfuzzer_sys::fuzz_target;
use pki::cms::SignedData;
use pki::tsp::carried_certificates;

fuzz_target!(|bytes: &[u8]| budget::within(|| whole(bytes)));

fn whole(bytes: &[u8]) {
    let Ok(read) = SignedData::parse(bytes) else { return };
    assert!(read.encoded_len <= bytes.len());
    let certificates = carried_certificates(&read);
    for signer in &read.signer_infos {
        for certificate in certificates.iter().take(8) {
            let _ = (signer.matches(certificate), signer.names_exactly(certificate));
            let digest = signer.digest_algorithm.clone().map(|algorithm| algorithm.digest(b"content"));
            let _ = digest.map(|digest| signer.verify(certificate, &digest));
        }
    }
}
