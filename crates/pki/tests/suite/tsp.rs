use pki::cms::{AlgorithmProtection, IssuerSerial};
use pki::tsp::{Token, parse_response, request};
use pki::{DigestAlgorithm, Error};

use super::{certificate, fixture, time};

const SHA256: DigestAlgorithm = DigestAlgorithm::Sha256;

fn imprint() -> Vec<u8> {
    SHA256.digest(&fixture("message"))
}

/// The nonce OpenSSL drew, as its request states it.
fn nonce() -> Vec<u8> {
    let query = fixture("good.tsq");
    let from = query.len() - 3 - 8;
    let digits = &query[from..query.len() - 3];
    digits.to_vec()
}

fn token() -> Token {
    parse_response(&fixture("good.tsr"), SHA256, &imprint(), &nonce()).unwrap()
}

#[test]
fn our_request_is_openssls_request() {
    assert_eq!(hex::encode(request(SHA256, &imprint(), &nonce())), hex::encode(fixture("good.tsq")));
}

#[test]
fn a_token_for_our_request() {
    let token = token();
    assert!(token.gen_time > time("2020-01-01T00:00:00Z"));
    assert_eq!(token.policy.to_string(), "0.4.0.2023.1.1");
    assert_eq!(token.accuracy, Some(std::time::Duration::from_micros(1_002_003)));
    assert!(token.tsa.is_some());
    assert_eq!(token.verify(&[]), Ok(certificate("unit")));
    let padded = Token::parse(&[token.raw.as_slice(), &[0; 50]].concat()).unwrap();
    assert_eq!(padded, token);
}

#[test]
fn another_imprint_or_nonce_is_not_our_answer() {
    let read = |algorithm, digest: &[u8], nonce: &[u8]| {
        parse_response(&fixture("good.tsr"), algorithm, digest, nonce)
    };
    assert_eq!(read(SHA256, &SHA256.digest(b"x"), &nonce()), Err(Error::ImprintMismatch));
    assert_eq!(read(DigestAlgorithm::Sha3_256, &imprint(), &nonce()), Err(Error::ImprintMismatch));
    assert_eq!(read(SHA256, &imprint(), &[1, 2, 3]), Err(Error::NonceMismatch));
}

#[test]
fn behind_an_answer_nothing_follows() {
    let longer = [fixture("good.tsr").as_slice(), &[0]].concat();
    let read = parse_response(&longer, SHA256, &imprint(), &nonce());
    assert_eq!(read, Err(Error::Malformed { what: "TimeStampResp" }));
}

#[test]
fn a_refusal_says_why() {
    let refused = parse_response(&fixture("refused.tsr"), SHA256, &imprint(), &nonce());
    let text = "Message digest algorithm is not supported.".to_owned();
    // badAlg is bit 0.
    assert_eq!(refused, Err(Error::TimestampRefused { status: 2, text, failure: Some(1) }));
}

#[test]
fn a_refusal_without_words_has_those_of_the_standard() {
    let said = |status: u8, text: &str, failure: Option<u32>| {
        Error::TimestampRefused { status, text: text.to_owned(), failure }.to_string()
    };
    let refused = "time-stamp refused with status ";
    assert_eq!(said(2, "no such policy", Some(1 << 15)), format!("{refused}2: no such policy"));
    for (status, failure, words) in [
        (2, None, "2: rejection"),
        (2, Some(1), "2: rejection, badAlg"),
        (2, Some(1 << 14 | 1 << 25), "2: rejection, timeNotAvailable, systemFailure"),
        // A bit that the standard does not name.
        (2, Some(1 << 31), "2: rejection"),
        (3, None, "3: waiting"),
        (5, None, "5: revocationNotification"),
        (9, None, "9"),
        (9, Some(1 << 15), "9: unacceptedPolicy"),
    ] {
        assert_eq!(said(status, "", failure), format!("{refused}{words}"));
        assert_eq!(said(status, " ", failure), format!("{refused}{words}"));
    }
}

#[test]
fn only_units_made_for_it_may_stamp() {
    let verify = |name: &str| Token::parse(&fixture(name)).unwrap().verify(&[]);
    assert_eq!(verify("unit.tst"), Ok(certificate("unit")));
    assert_eq!(
        verify("unit_not_critical.tst"),
        Err(Error::SignerUnauthorised { what: "extKeyUsage critical" })
    );
    assert_eq!(verify("unit_more.tst"), Err(Error::SignerUnauthorised { what: "id-kp-timeStamping alone" }));
    assert_eq!(verify("no_ess.tst"), Err(Error::Missing { what: "signing-certificate" }));
}

#[test]
fn a_unit_not_sent_along_is_found_among_candidates() {
    let mut bare = token();
    bare.certificates.clear();
    assert_eq!(bare.verify(&[certificate("root")]), Err(Error::SignerUnknown));
    assert_eq!(bare.verify(&[certificate("root"), certificate("unit")]), Ok(certificate("unit")));
}

#[test]
fn one_bit_of_the_statement_is_refused() {
    let token = token();
    for bit in 0..token.tst_info.len() * 8 {
        let mut other = token.clone();
        other.tst_info[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(other.verify(&[]), Err(Error::DigestMismatch));
    }
}

#[test]
fn a_signature_is_no_time_stamp() {
    assert!(matches!(Token::parse(&fixture("detached.p7s")), Err(Error::ContentType { .. })));
}

#[test]
fn a_unit_named_with_another_serial_number_is_another_unit() {
    let mut token = token();
    let attributes = token.signer_info.signed_attributes.as_mut().unwrap();
    let unit = certificate("unit");
    let stated = |serial: &[u8]| {
        Some(IssuerSerial { issuer: Some(unit.issuer_der().to_vec()), serial: serial.to_vec() })
    };
    attributes.signing_certificate[0].issuer_serial = stated(unit.serial());
    assert_eq!(token.verify(&[]), Ok(unit.clone()));
    let attributes = token.signer_info.signed_attributes.as_mut().unwrap();
    attributes.signing_certificate[0].issuer_serial = stated(&[1]);
    assert_eq!(token.verify(&[]), Err(Error::SigningCertificateMismatch));
}

#[test]
fn a_token_is_made_by_the_algorithms_that_it_protects() {
    let token = token();
    let protecting = |digest| {
        let mut token = token.clone();
        let signature = token.signer_info.signature_algorithm.clone();
        let attributes = token.signer_info.signed_attributes.as_mut().unwrap();
        attributes.algorithm_protection = Some(AlgorithmProtection { digest: Ok(digest), signature });
        token
    };
    let own = token.signer_info.digest_algorithm.clone().unwrap();
    assert_eq!(protecting(own).verify(&[]), Ok(certificate("unit")));
    assert_eq!(protecting(DigestAlgorithm::Sha3_512).verify(&[]), Err(Error::DigestAlgorithmMismatch));
    let mut twice = protecting(own);
    let attributes = twice.signer_info.signed_attributes.as_mut().unwrap();
    attributes.duplicates.push("1.2.840.113549.1.9.52".parse().unwrap());
    assert_eq!(twice.verify(&[]), Err(Error::Duplicate { what: "signed attribute" }));
}
