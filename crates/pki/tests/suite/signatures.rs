use std::collections::HashMap;

use pki::{DigestAlgorithm, Error, PssParameters, PublicKey, SignatureAlgorithm};

use super::fixture;

struct Signed {
    name: String,
    key: PublicKey,
    algorithm: SignatureAlgorithm,
    value: Vec<u8>,
}

fn lines(name: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(fixture(name)).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn digest(name: &str) -> DigestAlgorithm {
    serde_json::from_value(name.into()).unwrap()
}

fn signed() -> Vec<Signed> {
    let keys: HashMap<String, PublicKey> = lines("keys.tsv")
        .into_iter()
        .map(|line| (line[0].clone(), PublicKey::from_spki_der(&hex::decode(&line[1]).unwrap()).unwrap()))
        .collect();
    let read = |line: Vec<String>| {
        let [key, scheme, hash, salt, value] = line.try_into().unwrap();
        let hash = digest(&hash);
        let salt_length = salt.parse().unwrap();
        let algorithm = match scheme.as_str() {
            "pkcs1" => SignatureAlgorithm::RsaPkcs1(hash),
            "pss" => {
                SignatureAlgorithm::RsaPss(PssParameters { salt_length, ..PssParameters::standard(hash) })
            }
            "pss-mgf-sha512" => SignatureAlgorithm::RsaPss(PssParameters {
                mgf_hash: DigestAlgorithm::Sha512,
                ..PssParameters::standard(hash)
            }),
            "ecdsa" => SignatureAlgorithm::Ecdsa(hash),
            "ed25519" => SignatureAlgorithm::Ed25519,
            other => panic!("{other}"),
        };
        Signed {
            name: format!("{key} {algorithm:?}"),
            key: keys[&key].clone(),
            algorithm,
            value: hex::decode(value).unwrap(),
        }
    };
    lines("signatures.tsv").into_iter().map(read).collect()
}

#[test]
fn every_algorithm_verifies_what_openssl_signed() {
    let message = fixture("message");
    let all = signed();
    assert_eq!(all.len(), 66);
    for Signed { name, key, algorithm, value } in all {
        assert_eq!(key.verify_message(&algorithm, &message, &value), Ok(()), "{name}");
        let expected =
            if algorithm == SignatureAlgorithm::Ed25519 { Err(Error::NeedsMessage) } else { Ok(()) };
        assert_eq!(
            key.verify_digest(&algorithm, &algorithm.digest().digest(&message), &value),
            expected,
            "{name}"
        );
    }
}

#[test]
fn one_bit_in_value_or_message_is_refused() {
    let mut message = fixture("message");
    for Signed { name, key, algorithm, value } in signed() {
        for at in [0, value.len() / 2, value.len() - 1] {
            let mut flipped = value.clone();
            flipped[at] ^= 1;
            assert_eq!(
                key.verify_message(&algorithm, &message, &flipped),
                Err(Error::SignatureInvalid),
                "{name} at {at}"
            );
        }
        for wrong in [&value[1..], &value[..value.len() - 1], &[], &[0], &[value.as_slice(), &[0]].concat()] {
            assert_eq!(
                key.verify_message(&algorithm, &message, wrong),
                Err(Error::SignatureInvalid),
                "{name}"
            );
        }
        message[3] ^= 1;
        assert_eq!(key.verify_message(&algorithm, &message, &value), Err(Error::SignatureInvalid), "{name}");
        message[3] ^= 1;
    }
}

#[test]
fn pss_parameters_are_honoured_to_the_letter() {
    let message = fixture("message");
    for Signed { name, key, algorithm, value } in signed() {
        let SignatureAlgorithm::RsaPss(right) = algorithm else { continue };
        let verify =
            |parameters| key.verify_message(&SignatureAlgorithm::RsaPss(parameters), &message, &value);
        let longer = PssParameters { salt_length: right.salt_length + 1, ..right };
        assert_eq!(verify(longer), Err(Error::SignatureInvalid), "{name}");
        if right.salt_length > 0 && !name.starts_with("pss2048") {
            let shorter = PssParameters { salt_length: right.salt_length - 1, ..right };
            assert_eq!(verify(shorter), Err(Error::SignatureInvalid), "{name}");
        }
        let trailer = PssParameters { trailer_field: 2, ..right };
        assert_eq!(verify(trailer), Err(Error::PssParameters { what: "trailerField" }), "{name}");
        let endless = PssParameters { salt_length: u32::MAX, ..right };
        assert_eq!(verify(endless), Err(Error::PssParameters { what: "saltLength" }), "{name}");
    }
}

#[test]
fn mgf1_over_another_hash_verifies_as_stated_and_not_otherwise() {
    let message = fixture("message");
    let mixed: Vec<Signed> = signed()
        .into_iter()
        .filter(|s| matches!(s.algorithm, SignatureAlgorithm::RsaPss(p) if p.mgf_hash != p.hash))
        .collect();
    assert_eq!(mixed.len(), 1);
    for Signed { key, algorithm, value, .. } in mixed {
        let SignatureAlgorithm::RsaPss(right) = algorithm else { unreachable!() };
        for mgf_hash in DigestAlgorithm::ALL {
            let stated = SignatureAlgorithm::RsaPss(PssParameters { mgf_hash, ..right });
            let expected = match mgf_hash {
                hash if hash == right.mgf_hash => Ok(()),
                DigestAlgorithm::Sha1
                | DigestAlgorithm::Sha224
                | DigestAlgorithm::Sha256
                | DigestAlgorithm::Sha384 => Err(Error::SignatureInvalid),
                _ => Err(Error::PssParameters { what: "hash of MGF1" }),
            };
            assert_eq!(key.verify_message(&stated, &message, &value), expected, "{mgf_hash:?}");
        }
    }
}

#[test]
fn mgf1_over_another_hash_is_refused_by_name_where_no_library_computes_it() {
    let refused = Err(Error::PssParameters { what: "hash of MGF1" });
    let key = |name: &str| signed().into_iter().find(|s| s.name.starts_with(name)).unwrap().key;
    let with = |hash, mgf_hash| {
        SignatureAlgorithm::RsaPss(PssParameters { mgf_hash, ..PssParameters::standard(hash) })
    };
    let usual = with(DigestAlgorithm::Sha256, DigestAlgorithm::Sha1);
    assert_eq!(key("rsa1024").verify_message(&usual, b"message", &[1; 128]), refused);
    assert_eq!(key("rsa2048").verify_message(&usual, b"message", &[1; 256]), Err(Error::SignatureInvalid));
    for hash in [DigestAlgorithm::Sha1, DigestAlgorithm::Sha224, DigestAlgorithm::Sha3_256] {
        let algorithm = with(hash, DigestAlgorithm::Sha512);
        assert_eq!(key("rsa2048").verify_message(&algorithm, b"message", &[1; 256]), refused);
    }
    // A key for PSS with one hash alone is not for another inside MGF1.
    let narrow = Err(Error::PssParameters { what: "hash of the key" });
    assert_eq!(key("pss2048").verify_message(&usual, b"message", &[1; 256]), narrow);
}

#[test]
fn a_curve_that_we_do_not_verify_with_is_refused_by_its_name() {
    let tlv = |tag: u8, contents: &[u8]| [&[tag, u8::try_from(contents.len()).unwrap()], contents].concat();
    for (curve, name) in [
        ("06092b240303020801010e", "brainpoolP512t1 (1.3.36.3.3.2.8.1.1.14)"),
        ("06052b8104000a", "secp256k1 (1.3.132.0.10)"),
        ("06052b81040023", ""),
    ] {
        let algorithm = hex::decode(format!("06072a8648ce3d0201{curve}")).unwrap();
        let point = tlv(3, &[&[0, 4], &[1; 64][..]].concat());
        let spki = tlv(0x30, &[tlv(0x30, &algorithm), point].concat());
        let key = PublicKey::from_spki_der(&spki).unwrap();
        let refused = key.verify_message(
            &SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256),
            b"message",
            &[0x30, 6, 2, 1, 1, 2, 1, 1],
        );
        match name {
            "" => assert!(!matches!(refused, Err(Error::UnsupportedKey { .. })), "P-521 is known"),
            _ => assert_eq!(refused.unwrap_err().to_string(), format!("unsupported public key {name}")),
        }
    }
}

#[test]
fn a_key_for_pss_alone_refuses_pkcs1_and_weaker_parameters() {
    let key = signed().into_iter().find(|s| s.name.starts_with("pss2048")).unwrap().key;
    let verify = |algorithm| key.verify_message(&algorithm, b"", &[0; 256]);
    assert_eq!(verify(SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256)), Err(Error::KeyMismatch));
    let other_hash = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
    assert_eq!(verify(other_hash), Err(Error::PssParameters { what: "hash of the key" }));
    let short = PssParameters { salt_length: 20, ..PssParameters::standard(DigestAlgorithm::Sha256) };
    assert_eq!(
        verify(SignatureAlgorithm::RsaPss(short)),
        Err(Error::PssParameters { what: "saltLength of the key" })
    );
}

#[test]
fn sizes_are_those_of_the_modulus_and_the_curve() {
    let bits: Vec<_> = lines("keys.tsv")
        .into_iter()
        .map(|line| PublicKey::from_spki_der(&hex::decode(&line[1]).unwrap()).unwrap().bits().unwrap())
        .collect();
    assert_eq!(bits, [1024, 2048, 2049, 3072, 4095, 6143, 8192, 256, 384, 521, 256, 2048, 256, 384]);
}

#[test]
fn a_digest_of_the_wrong_length_never_reaches_the_key() {
    let one = signed().remove(0);
    let wrong = Err(Error::DigestLength { expected: 32, found: 20 });
    assert_eq!(one.key.verify_digest(&one.algorithm, &[0; 20], &one.value), wrong);
}

#[test]
fn a_modulus_of_16384_bits_is_refused_before_anything_is_computed() {
    let tlv = |tag: u8, contents: &[u8]| {
        let length = u16::try_from(contents.len()).unwrap().to_be_bytes();
        [&[tag, 0x82], &length[..], contents].concat()
    };
    let modulus = tlv(2, &[vec![0], vec![0xff; 2048]].concat());
    let key = tlv(0x30, &[modulus, tlv(2, &[1, 0, 1])].concat());
    let rsa = hex::decode("300d06092a864886f70d0101010500").unwrap();
    let spki = tlv(0x30, &[rsa, tlv(3, &[vec![0], key].concat())].concat());
    let key = PublicKey::from_spki_der(&spki).unwrap();
    assert_eq!(key.bits(), Some(16_384));
    let refused = Err(Error::TooLarge { what: "RSA modulus", limit: 8192 });
    for hash in DigestAlgorithm::ALL {
        for algorithm in
            [SignatureAlgorithm::RsaPkcs1(hash), SignatureAlgorithm::RsaPss(PssParameters::standard(hash))]
        {
            assert_eq!(key.verify_message(&algorithm, b"message", &[1; 2048]), refused);
        }
    }
}
