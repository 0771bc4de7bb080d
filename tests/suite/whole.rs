//! A service gives back a whole CAdES signature: it is embedded when it is the one that was prepared, and refused by name
//! when it is not.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use ades::{Document, Error, Options, PersonalCode, Prepared, Unfit, sealed_name};
use native::{KeyFile, Scheme};
use pki::cms::{Builder, signed_attributes};
use pki::{Certificate, DigestAlgorithm, Evidence, PssParameters, SignatureAlgorithm, Time};
use validation::policy::Policy;
use validation::report::Question;
use validation::trust::Trust;
use workflow::key::{Key, ToBeSigned};

use crate::contract;

fn seal(name: &str) -> KeyFile {
    sealing(name, Scheme::Pkcs1)
}

fn sealing(name: &str, scheme: Scheme) -> KeyFile {
    let path = format!("{}/fixtures/keys/{name}.p12", env!("CARGO_MANIFEST_DIR"));
    KeyFile::open(path.as_ref(), "test", scheme).expect("a key")
}

fn at() -> Time {
    "2026-11-23T12:00:00Z".parse().expect("a time")
}

fn prepared(key: &KeyFile, reason: &str) -> Prepared {
    let document = Document::open(Arc::new(contract())).expect("opens");
    let options = Options {
        issuers: key.others().to_vec(),
        reason: Some(reason.into()),
        ..Options::new(key.algorithm())
    };
    document.prepare(key.certificate(), &options, at()).expect("prepared")
}

/// The bytes under the signature.
fn signed_bytes(key: &KeyFile, prepared: &Prepared) -> Vec<u8> {
    let value = key.sign(&prepared.to_be_signed()).expect("signed");
    let document = prepared.clone().finish(value).expect("finished").document().expect("a document");
    let bytes = [contract().as_slice(), document.tail()].concat();
    let pdf = pdf::Document::open(Arc::new(bytes.clone())).expect("opens");
    let [_, hole, behind, _] =
        *pdf.signatures().expect("signatures")[0].byte_range.as_ref().expect("a range");
    [&bytes[..hole as usize], &bytes[behind as usize..]].concat()
}

/// What a service would make: the digest of the document, certificate and key are its own business.
fn service(key: &KeyFile, digest: &[u8], certificate: &Certificate) -> Builder {
    let algorithm = key.algorithm();
    let attributes = signed_attributes(digest, certificate, algorithm.digest());
    let asked = ToBeSigned {
        algorithm: algorithm.digest(),
        digest: algorithm.digest().digest(&attributes),
        signed_attributes: attributes.clone(),
    };
    Builder {
        digest: algorithm.digest(),
        algorithm,
        signed_attributes: attributes,
        certificate: certificate.clone(),
        other_certificates: Vec::new(),
        signature: key.sign(&asked).expect("signed"),
        timestamps: Vec::new(),
    }
}

/// What stands inside the outermost SEQUENCE, whose length takes two bytes.
fn content(der: &[u8]) -> &[u8] {
    assert_eq!(der[..2], [0x30, 0x82]);
    &der[4..]
}

fn refusal(prepared: &Prepared, cms: &[u8]) -> Unfit {
    match prepared.clone().finish_with_cades(cms) {
        Err(Error::Unfit(unfit)) => unfit,
        other => unreachable!("{:?}", other.map(|document| document.tail().len())),
    }
}

#[test]
fn a_whole_signature_that_fits_is_embedded_and_holds() {
    for name in ["rsa", "p256"] {
        let key = seal(name);
        let prepared = prepared(&key, "as ordered");
        let digest = DigestAlgorithm::Sha256.digest(&signed_bytes(&key, &prepared));
        let cms = service(&key, &digest, key.certificate()).to_der();
        let document = prepared.finish_with_cades(&cms).expect("embedded");
        let trust = Trust::new("none", true, Vec::new(), Vec::new());
        let facts = document.facts().expect("read");
        let report = validation::validate(&facts, &Evidence::default(), &trust, &Policy::everyday(), at());
        let open: Vec<_> = report.signatures[0].obstacles().map(|check| check.question).collect();
        assert_eq!(open, [Question::CertificatePath], "{name}: nothing is trusted here, all else holds");
    }
}

#[test]
fn each_way_in_which_it_may_not_fit_has_its_name() {
    let (key, other) = (seal("p256"), seal("rsa"));
    let prepared = prepared(&key, "as ordered");
    let bytes = signed_bytes(&key, &prepared);
    let digest = DigestAlgorithm::Sha256.digest(&bytes);
    let good = service(&key, &digest, key.certificate());

    assert!(matches!(refusal(&prepared, b"no signature"), Unfit::NotSignedData(_)));
    let longer = [good.to_der(), vec![0; 9]].concat();
    assert!(matches!(refusal(&prepared, &longer), Unfit::Trailing { .. }));
    let open_ended = [&[0x30, 0x80], content(&good.to_der()), &[0, 0]].concat();
    assert!(matches!(refusal(&prepared, &open_ended), Unfit::NotDer { .. }));
    let elsewhere = service(&key, &DigestAlgorithm::Sha256.digest(b"another"), key.certificate()).to_der();
    assert!(matches!(refusal(&prepared, &elsewhere), Unfit::OtherDocument { .. }));
    let stranger = service(&other, &digest, other.certificate()).to_der();
    let found = refusal(&prepared, &stranger).to_string();
    let name = sealed_name(other.certificate(), PersonalCode::Masked).name;
    assert_eq!(found, format!("signed by {name}"), "and no code in full");
    let swapped = Builder { certificate: other.certificate().clone(), ..good.clone() }.to_der();
    assert_eq!(refusal(&prepared, &swapped), Unfit::NoCertificate);
    let mut value = good.clone();
    *value.signature.last_mut().expect("a value") ^= 1;
    assert!(matches!(refusal(&prepared, &value.to_der()), Unfit::Value(_)));
    let large = Builder { timestamps: vec![good.to_der().repeat(12)], ..good }.to_der();
    let error = prepared.finish_with_cades(&large).err().expect("too large");
    assert_eq!(error.code(), "contents-too-small");
}

/// Whether openssl does that.
fn openssl_in(folder: &Path, arguments: &[&str]) -> bool {
    let ran = Command::new("openssl").args(arguments).current_dir(folder).output();
    ran.is_ok_and(|ran| ran.status.success())
}

/// Unpacks the key; false where openssl is missing and may be.
fn is_unpacked(folder: &Path, into: &[&str]) -> bool {
    if !openssl_in(folder, &["version"]) {
        assert!(std::env::var_os("PITSER_REQUIRE_TOOLS").is_none(), "openssl is missing");
        return false;
    }
    let p12 = format!("{}/fixtures/keys/rsa.p12", env!("CARGO_MANIFEST_DIR"));
    let unpack = ["pkcs12", "-in", &p12, "-passin", "pass:test", "-nodes"];
    assert!(openssl_in(folder, &[&unpack, into].concat()));
    true
}

/// Right in everything but the length of its salt, which a verifier that believes the parameters takes as it is.
#[test]
fn weaker_parameters_than_those_asked_for_are_refused_though_the_value_verifies() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = sealing("rsa", Scheme::Pss);
    let prepared = prepared(&key, "as ordered");
    let digest = DigestAlgorithm::Sha256.digest(&signed_bytes(&key, &prepared));
    let good = service(&key, &digest, key.certificate());
    std::fs::write(folder.path().join("attributes"), &good.signed_attributes).expect("written");
    let openssl = |arguments: &[&str]| openssl_in(folder.path(), arguments);
    if !is_unpacked(folder.path(), &["-nocerts", "-out", "key.pem"]) {
        return eprintln!("skipped: openssl is missing");
    }
    for (salt, weak) in [(32_u32, false), (20, true), (0, true)] {
        let length = format!("rsa_pss_saltlen:{salt}");
        let padding = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", &length];
        let sign = ["dgst", "-sha256", "-sign", "key.pem", "-out", "value"];
        assert!(openssl(&[&sign, padding.as_slice(), &["attributes"]].concat()));
        let parameters =
            PssParameters { salt_length: salt, ..PssParameters::standard(DigestAlgorithm::Sha256) };
        let algorithm = SignatureAlgorithm::RsaPss(parameters);
        let value = std::fs::read(folder.path().join("value")).expect("a value");
        key.certificate().verify_message(&algorithm, &good.signed_attributes, &value).expect("verifies");
        let cms = Builder { algorithm, signature: value, ..good.clone() }.to_der();
        match prepared.clone().finish_with_cades(&cms) {
            Ok(_) => assert!(!weak, "{salt}"),
            Err(error) => assert_eq!((error.code(), weak), ("weak-parameters", true), "{salt}: {error}"),
        }
    }
    // Nor by an algorithm that is as good, and was not asked for.
    let other = service(&seal("rsa"), &digest, key.certificate()).to_der();
    assert!(matches!(refusal(&prepared, &other), Unfit::Algorithm { .. }));
}

#[test]
fn what_openssl_signs_is_read_and_refused_for_its_signing_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let (key, path) = (seal("rsa"), |name: &str| folder.path().join(name));
    let prepared = prepared(&key, "as ordered");
    std::fs::write(path("content"), signed_bytes(&key, &prepared)).expect("written");
    let openssl = |arguments: &[&str]| openssl_in(folder.path(), arguments);
    if !is_unpacked(folder.path(), &["-clcerts", "-out", "both.pem"]) {
        return eprintln!("skipped: openssl is missing");
    }
    let sign = |more: &[&str]| {
        let common =
            ["cms", "-sign", "-cades", "-binary", "-md", "sha256", "-signer", "both.pem", "-outform", "DER"];
        assert!(openssl(&[&common, ["-in", "content", "-out", "cms.der"].as_slice(), more].concat()));
        std::fs::read(path("cms.der")).expect("a signature")
    };
    assert_eq!(refusal(&prepared, &sign(&["-nosmimecap"])), Unfit::SigningTime);
    assert_eq!(refusal(&prepared, &sign(&["-nosmimecap", "-nodetach"])), Unfit::NotDetached);
    std::fs::write(path("content"), b"something else").expect("written");
    assert_eq!(refusal(&prepared, &sign(&["-nosmimecap"])), Unfit::SigningTime);
}
