//! Nothing from outside may panic: every fixture with every byte changed, and cut off everywhere.

use pki::cms::SignedData;
use pki::crl::Crl;
use pki::ocsp::Response;
use pki::tsp::{Token, parse_response};
use pki::{Certificate, DigestAlgorithm, PublicKey, SignatureAlgorithm};

use super::{certificate, fixture, time};

/// `original` cut at every length, and with every byte replaced by some that mean something in BER.
fn damaged(original: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let cut = (0..original.len()).map(|end| original[..end].to_vec());
    let changed = (0..original.len()).flat_map(move |at| {
        [0x00, 0x01, 0x30, 0x7f, 0x80, 0x84, 0xa0, 0xff, original[at] ^ 1, original[at].wrapping_add(1)].map(
            |byte| {
                let mut copy = original.to_vec();
                copy[at] = byte;
                copy
            },
        )
    });
    cut.chain(changed)
}

#[test]
fn certificates() {
    let issuer = certificate("authority");
    for der in damaged(&fixture("signer.crt")) {
        let Ok(read) = Certificate::from_der(&der) else { continue };
        let _ = (read.subject().to_string(), read.policies(), read.qc_statements(), read.document_number());
        let _ =
            (read.ocsp_urls(), read.ca_issuer_urls(), read.crl_urls(), read.unknown_critical_extensions());
        let _ = (read.authority_key_identifier(), read.subject_key_identifier(), read.serial_hex());
        let _ = pki::path::build(
            &read,
            std::slice::from_ref(&issuer),
            &[certificate("root")],
            time("2026-01-01T00:00:00Z"),
        );
    }
}

#[test]
fn messages() {
    for name in ["detached.p7s", "indefinite.p7s", "keyid.p7s", "unit.tst"] {
        for der in damaged(&fixture(name)) {
            let _ = SignedData::parse(&der);
            let _ = Token::parse(&der);
        }
    }
}

#[test]
fn answers() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    for der in damaged(&fixture("good.ocsp")) {
        let _ = Response::parse(&der).and_then(|read| read.verify_for(&signer, &authority, None, &[]));
    }
    for der in damaged(&fixture("crl.crl")) {
        let _ = Crl::parse(&der).and_then(|read| read.verify_for(&signer, &authority));
    }
    for der in damaged(&fixture("good.tsr")) {
        let _ = parse_response(&der, DigestAlgorithm::Sha256, &[0; 32], &[1]);
    }
}

#[test]
fn keys() {
    let lines = String::from_utf8(fixture("keys.tsv")).unwrap();
    for line in lines.lines().filter(|line| !line.starts_with("rsa6143") && !line.starts_with("rsa8192")) {
        let spki = hex::decode(line.split_once('\t').unwrap().1).unwrap();
        for der in damaged(&spki) {
            let Ok(key) = PublicKey::from_spki_der(&der) else { continue };
            for algorithm in [
                SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha3_256),
                SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha3_256),
                SignatureAlgorithm::Ed25519,
            ] {
                let _ = key.verify_message(&algorithm, b"message", &[1; 64]);
            }
        }
    }
}
