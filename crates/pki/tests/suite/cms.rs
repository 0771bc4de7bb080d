use std::process::Command;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature as lc;
use pki::cms::{Builder, SignedData, SignerId, signed_attributes};
use pki::tsp::Token;
use pki::{DigestAlgorithm, Error, PssParameters, SignatureAlgorithm};

use super::forge::{contents, elements, oid, sequence, tlv, with_signed_data};
use super::{certificate, fixture};

/// What Smart-ID does for us: a value over the attributes, with keys of the fixtures.
fn made(digest: DigestAlgorithm, algorithm: SignatureAlgorithm) -> Builder {
    made_with(digest, algorithm, &[])
}

/// The same with further signed attributes.
fn made_with(digest: DigestAlgorithm, algorithm: SignatureAlgorithm, more: &[Vec<u8>]) -> Builder {
    let is_rsa = matches!(algorithm, SignatureAlgorithm::RsaPss(_));
    let signer = certificate(if is_rsa { "rsa" } else { "signer" });
    let usual = signed_attributes(&digest.digest(&fixture("message")), &signer, digest);
    let mut attributes = [elements(contents(&usual)), more.iter().map(Vec::as_slice).collect()].concat();
    attributes.sort();
    let attributes = tlv(0x31, &attributes.concat());
    let random = SystemRandom::new();
    let signature = if is_rsa {
        let key = lc::RsaKeyPair::from_pkcs8(&fixture("rsa.p8")).unwrap();
        let mut value = vec![0; key.public_modulus_len()];
        key.sign(&lc::RSA_PSS_SHA512, &random, &attributes, &mut value).unwrap();
        value
    } else {
        let key =
            lc::EcdsaKeyPair::from_pkcs8(&lc::ECDSA_P256_SHA256_ASN1_SIGNING, &fixture("signer.p8")).unwrap();
        key.sign(&random, &attributes).unwrap().as_ref().to_vec()
    };
    Builder {
        digest,
        algorithm,
        signed_attributes: attributes,
        certificate: signer,
        other_certificates: vec![certificate("authority")],
        signature,
        timestamps: Vec::new(),
    }
}

fn ecdsa() -> Builder {
    made(DigestAlgorithm::Sha256, SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256))
}

fn pss() -> Builder {
    made(
        DigestAlgorithm::Sha512,
        SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512)),
    )
}

#[test]
fn an_attribute_certificate_is_passed_over_and_a_damaged_one_is_counted() {
    let der = ecdsa().to_der();
    let other = certificate("authority").der().to_vec();
    let at = der.windows(other.len()).position(|window| window == other).unwrap();
    for (tag, unreadable) in [(0xa0, 0), (0xa1, 0), (0xa2, 0), (0xa3, 0), (0xa4, 1), (0x31, 1)] {
        let mut changed = der.clone();
        changed[at] = tag;
        let read = SignedData::parse(&changed).unwrap();
        let version = match tag {
            0xa0 | 0xa1 => 3,
            0xa2 => 4,
            0xa3 => 5,
            _ => 1,
        };
        let found = (read.certificates.len(), read.unreadable_certificates, read.version_for_certificates);
        assert_eq!(found, (1, unreadable, version), "{tag:x}");
    }
}

#[test]
fn what_we_write_we_read() {
    for built in [ecdsa(), pss()] {
        let der = built.to_der();
        let read = SignedData::parse(&[der.as_slice(), &[0; 100]].concat()).unwrap();
        assert_eq!((read.version, read.encoded_len, read.padding_is_zero), (1, der.len(), true));
        assert_eq!((read.econtent, read.certificates.len()), (None, 2));
        let [signer] = read.signer_infos.as_slice() else { panic!() };
        let attributes = signer.signed_attributes.as_ref().unwrap();
        assert_eq!(attributes.der, built.signed_attributes);
        assert!(attributes.in_der_order && attributes.duplicates.is_empty() && attributes.others.is_empty());
        assert_eq!(attributes.signing_time, None);
        let named = &attributes.signing_certificate[0];
        assert!(named.matches(&built.certificate) && !named.matches(&certificate("authority")));
        assert!(named.issuer_serial.as_ref().unwrap().matches(&built.certificate));
        assert!(signer.matches(&built.certificate) && !signer.matches(&certificate("authority")));
        assert_eq!(signer.signature_algorithm, Ok(built.algorithm));
        let digest = built.digest.digest(&fixture("message"));
        assert_eq!(signer.verify(&built.certificate, &digest), Ok(()));
        let other = built.digest.digest(b"another message");
        assert_eq!(signer.verify(&built.certificate, &other), Err(Error::DigestMismatch));
        assert!(signer.verify(&certificate("authority"), &digest).is_err());
    }
}

#[test]
fn the_default_hash_of_esscertidv2_is_left_out() {
    let attributes = ecdsa().signed_attributes;
    let bare = [&[0x04, 0x20][..], &certificate("signer").fingerprint()].concat();
    let at = attributes.windows(bare.len()).position(|window| window == bare).unwrap();
    // SEQUENCE { OCTET STRING … }: nothing stands between the sequence's header and the hash.
    assert!(matches!(attributes[..at], [.., 0x30, _] | [.., 0x30, 0x81, _]));
}

#[test]
fn openssl_verifies_what_we_write() {
    if Command::new("openssl").arg("version").output().is_err() {
        println!("skipped: no openssl here");
        return;
    }
    let folder = std::env::temp_dir().join(format!("pitser-pki-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let root = folder.join("root.pem");
    let der = format!("{}/tests/fixtures/root.crt", env!("CARGO_MANIFEST_DIR"));
    let converted =
        Command::new("openssl").args(["x509", "-inform", "DER", "-in", &der, "-out"]).arg(&root).status();
    assert!(converted.unwrap().success());
    for (name, mut built) in [("ecdsa", ecdsa()), ("pss", pss())] {
        // Any token will do for the shape of the unsigned attribute.
        built.timestamps = vec![fixture("unit.tst")];
        let file = folder.join(name);
        std::fs::write(&file, built.to_der()).unwrap();
        let mut command = Command::new("openssl");
        command
            .args(["cms", "-verify", "-cades", "-binary", "-purpose", "any", "-inform", "DER", "-CAfile"])
            .arg(&root);
        command.arg("-in").arg(&file).arg("-content");
        command.arg(format!("{}/tests/fixtures/message", env!("CARGO_MANIFEST_DIR")));
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("CAdES Verification successful"), "{name}: {said}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn time_stamps_are_carried_beside_the_signature() {
    let token = fixture("unit.tst");
    let built = Builder { timestamps: vec![token.clone()], ..ecdsa() };
    let read = SignedData::parse(&built.to_der()).unwrap();
    assert_eq!(read.signer_infos[0].signature_timestamps, [token]);
}

#[test]
fn a_cades_signature_of_openssl_verifies() {
    let read = SignedData::parse(&fixture("detached.p7s")).unwrap();
    let [signer] = read.signer_infos.as_slice() else { panic!() };
    let attributes = signer.signed_attributes.as_ref().unwrap();
    assert!(attributes.signing_time.is_some() && attributes.in_der_order);
    assert!(attributes.signing_certificate[0].matches(&certificate("signer")));
    let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
    assert_eq!(signer.verify(&certificate("signer"), &digest), Ok(()));
}

#[test]
fn indefinite_lengths_and_content_in_pieces_are_read() {
    let ber = fixture("indefinite.p7s");
    assert_eq!(ber.get(1), Some(&0x80));
    let read = SignedData::parse(&[ber.as_slice(), &[0; 7]].concat()).unwrap();
    assert_eq!((read.encoded_len, read.padding_is_zero), (ber.len(), true));
    assert_eq!(read.econtent.as_deref(), Some(fixture("message").as_slice()));
    assert_eq!(read.certificates, [certificate("signer")]);
    let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
    assert_eq!(read.signer_infos[0].verify(&certificate("signer"), &digest), Ok(()));
}

#[test]
fn a_signer_by_key_identifier_without_attributes_verifies() {
    let read = SignedData::parse(&fixture("keyid.p7s")).unwrap();
    let signer = &read.signer_infos[0];
    assert!(matches!(signer.sid, SignerId::SubjectKeyIdentifier(_)) && signer.signed_attributes.is_none());
    assert!(signer.matches(&certificate("signer")) && !signer.matches(&certificate("authority")));
    let digest = DigestAlgorithm::Sha384.digest(&fixture("message"));
    assert_eq!(signer.verify(&certificate("signer"), &digest), Ok(()));
}

#[test]
fn every_signer_is_returned() {
    let read = SignedData::parse(&fixture("two_signers.p7s")).unwrap();
    assert_eq!(read.signer_infos.len(), 2);
    let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
    for signer in &read.signer_infos {
        let certificate = read.certificates.iter().find(|certificate| signer.matches(certificate)).unwrap();
        assert_eq!(signer.verify(certificate, &digest), Ok(()));
    }
}

#[test]
fn attributes_out_of_order_are_told_and_verified_over_their_der() {
    let built = ecdsa();
    let mut der = built.to_der();
    // content-type (26 bytes) and message-digest (49) change places in what is stored, not in what was signed.
    let stored =
        &built.signed_attributes[built.signed_attributes.len() - (built.signed_attributes[2] as usize)..];
    let at = der.windows(stored.len()).position(|window| window == stored).unwrap();
    let (first, second) = (usize::from(stored[1]) + 2, usize::from(stored[usize::from(stored[1]) + 3]) + 2);
    der[at..at + first + second].rotate_left(first);
    let read = SignedData::parse(&der).unwrap();
    let attributes = read.signer_infos[0].signed_attributes.as_ref().unwrap();
    assert!(!attributes.in_der_order && attributes.raw != attributes.der);
    assert_eq!(attributes.der, built.signed_attributes);
    let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
    assert_eq!(read.signer_infos[0].verify(&built.certificate, &digest), Ok(()));
}

#[test]
fn a_signature_with_another_hash_than_stated_is_refused() {
    let mut built = ecdsa();
    built.algorithm = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha512);
    let read = SignedData::parse(&built.to_der()).unwrap();
    let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
    assert_eq!(read.signer_infos[0].verify(&built.certificate, &digest), Err(Error::DigestAlgorithmMismatch));
}

#[test]
fn what_follows_is_told_from_padding() {
    let der = [fixture("detached.p7s").as_slice(), b"\0\0more"].concat();
    assert!(!SignedData::parse(&der).unwrap().padding_is_zero);
}

#[test]
fn a_signer_named_by_a_key_identifier_makes_it_version_three() {
    let der = ecdsa().to_der();
    let mut read = SignedData::parse(&der).unwrap();
    assert_eq!(read.due_version(), 1);
    read.signer_infos[0].version = 3;
    assert_eq!(read.due_version(), 3);
    read.version_for_certificates = 5;
    assert_eq!(read.due_version(), 5, "an attribute certificate of another kind wants more");
}

/// With an OCSP response among its revocation data (RFC 5940), and a CMSVersion.
fn with_ocsp(der: &[u8], version: u8) -> Vec<u8> {
    with_signed_data(der, |fields| {
        fields[0] = vec![2, 1, version];
        let response = [oid("1.3.6.1.5.5.7.16.2"), fixture("good.ocsp")].concat();
        fields.insert(fields.len() - 1, tlv(0xa1, &tlv(0xa1, &response)));
    })
}

#[test]
fn an_ocsp_response_inside_makes_it_version_five() {
    let read = SignedData::parse(&with_ocsp(&ecdsa().to_der(), 5)).unwrap();
    assert_eq!((read.version, read.due_version()), (5, 5));
    assert_eq!(read.due_version_without_revocations(), 1);
    assert_eq!(read.ocsp, [fixture("good.ocsp")]);
}

#[test]
fn a_token_with_an_ocsp_response_has_the_version_of_either_standard() {
    for (version, is_read) in [(1, false), (3, true), (4, false), (5, true)] {
        let token = Token::parse(&with_ocsp(&fixture("unit.tst"), version));
        assert_eq!(token.is_ok(), is_read, "{version}");
        assert!(token.is_err() || token.unwrap().verify(&[]) == Ok(certificate("unit")));
    }
    let five = with_signed_data(&fixture("unit.tst"), |fields| fields[0] = vec![2, 1, 5]);
    assert!(Token::parse(&five).is_err(), "nothing inside calls for it");
}

/// CMSAlgorithmProtection (RFC 6211): a digest algorithm, and another algorithm under a number.
fn protection(digest: &[u8], number: u8, algorithm: &[u8]) -> Vec<u8> {
    let value = sequence(&[digest.to_vec(), tlv(0xa0 | number, contents(algorithm))]);
    sequence(&[oid("1.2.840.113549.1.9.52"), tlv(0x31, &value)])
}

#[test]
fn algorithms_that_are_protected_are_those_of_the_signature() {
    let sha = |parameters: &[u8]| sequence(&[oid("2.16.840.1.101.3.4.2.1"), parameters.to_vec()]);
    let other_hash = sequence(&[oid("2.16.840.1.101.3.4.2.3")]);
    let ecdsa = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256);
    let (own, null) = (ecdsa.to_der(), tlv(5, &[]));
    let other = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256).to_der();
    let verified = |more: &[Vec<u8>]| {
        let built = made_with(DigestAlgorithm::Sha256, ecdsa, more);
        let read = SignedData::parse(&built.to_der())?;
        let [signer] = read.signer_infos.as_slice() else { panic!() };
        let digest = DigestAlgorithm::Sha256.digest(&fixture("message"));
        assert_eq!(signer.protected(), signer.verify(&built.certificate, &digest));
        signer.protected()
    };
    let other_digest = Err(Error::DigestAlgorithmMismatch);
    let other_signature = Err(Error::SignatureAlgorithmMismatch);
    assert_eq!(verified(&[]), Ok(()));
    assert_eq!(verified(&[protection(&sha(&[]), 1, &own)]), Ok(()));
    assert_eq!(verified(&[protection(&sha(&null), 1, &own)]), Ok(()), "absent and NULL are the same");
    assert_eq!(verified(&[protection(&other_hash, 1, &own)]), other_digest);
    assert_eq!(verified(&[protection(&sha(&[]), 1, &other)]), other_signature);
    assert_eq!(verified(&[protection(&sha(&[]), 2, &own)]), other_signature, "a MAC");
    let malformed = Err(Error::Malformed { what: "CMSAlgorithmProtection" });
    assert_eq!(verified(&[protection(&sha(&[]), 3, &own)]), malformed);
    let twice = [protection(&sha(&[]), 1, &own), protection(&other_hash, 1, &own)];
    let read = SignedData::parse(&made_with(DigestAlgorithm::Sha256, ecdsa, &twice).to_der()).unwrap();
    let attributes = read.signer_infos[0].signed_attributes.as_ref().unwrap();
    assert_eq!(attributes.duplicates, ["1.2.840.113549.1.9.52".parse().unwrap()]);
}

#[test]
fn a_default_that_one_place_alone_writes_and_the_name_of_the_key_protect_the_same() {
    let sha = sequence(&[oid("2.16.840.1.101.3.4.2.3")]);
    let pss = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
    let der = pss.to_der();
    let [kind, parameters] = elements(contents(&der)).try_into().unwrap();
    let trailer = tlv(0xa3, &[2, 1, 1]);
    let explicit = sequence(&[kind.to_vec(), sequence(&[contents(parameters).to_vec(), trailer])]);
    let built = made_with(DigestAlgorithm::Sha512, pss, &[protection(&sha, 1, &explicit)]);
    let read = SignedData::parse(&built.to_der()).unwrap();
    assert_eq!(read.signer_infos[0].protected(), Ok(()));
    let pkcs1 = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha512);
    let bare = sequence(&[oid("1.2.840.113549.1.1.1"), tlv(5, &[])]);
    let built = made_with(DigestAlgorithm::Sha512, pss, &[protection(&sha, 1, &bare)]);
    let read = SignedData::parse(&Builder { algorithm: pkcs1, ..built }.to_der()).unwrap();
    assert_eq!(read.signer_infos[0].protected(), Ok(()));
}
