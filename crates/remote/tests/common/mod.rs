//! Test persons with keys and certificates of the Smart-ID profile, and answers of the service.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::{Certificate, Time};
use remote::{Error, Prompt, Request, Response, Session, Step};
use serde_json::{Value, json};

/// A person with a 2048-bit key: the real ones have 6144 bits and take seconds to make.
pub struct Person {
    pub certificate: Certificate,
    key: RsaKeyPair,
}

/// What a certificate says; everything a qualified signing certificate says by default.
pub struct Profile {
    pub usage: rcgen::KeyUsagePurpose,
    pub policies: Vec<&'static str>,
    pub statements: Vec<&'static str>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            usage: rcgen::KeyUsagePurpose::ContentCommitment,
            policies: vec!["2b06010401ce1f1102", "04008bec400102"],
            statements: vec!["compliance", "sscd", "esign"],
        }
    }
}

impl Person {
    pub fn new(identifier: &str, profile: &Profile) -> Self {
        let key =
            rcgen::KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, rcgen::RsaKeySize::_2048).unwrap();
        let mut parameters = rcgen::CertificateParams::default();
        parameters.distinguished_name = rcgen::DistinguishedName::new();
        parameters.distinguished_name.push(rcgen::DnType::CommonName, "TESTNUMBER,OK");
        parameters.distinguished_name.push(rcgen::DnType::CustomDnType(vec![2, 5, 4, 5]), identifier);
        parameters.key_usages = vec![profile.usage];
        let policies: Vec<u8> =
            profile.policies.iter().flat_map(|oid| tlv(0x30, &tlv(0x06, &policy(oid)))).collect();
        let policies = rcgen::CustomExtension::from_oid_content(&[2, 5, 29, 32], tlv(0x30, &policies));
        let statements: Vec<u8> = profile.statements.iter().flat_map(|name| statement(name)).collect();
        let statements =
            rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 3], tlv(0x30, &statements));
        parameters.custom_extensions = vec![policies, statements];
        let certificate = parameters.self_signed(&key).unwrap();
        Self {
            certificate: Certificate::from_der(certificate.der()).unwrap(),
            key: RsaKeyPair::from_pkcs8(&key.serialize_der()).unwrap(),
        }
    }

    pub fn cert(&self, level: &str) -> Value {
        json!({"value": STANDARD.encode(self.certificate.der()), "certificateLevel": level, "unknown": 1})
    }

    pub fn sign_pss_sha512(&self, message: &[u8]) -> String {
        self.sign(&RSA_PSS_SHA512, message)
    }

    pub fn sign_pkcs1_sha256(&self, message: &[u8]) -> String {
        self.sign(&RSA_PKCS1_SHA256, message)
    }

    fn sign(&self, encoding: &'static dyn RsaEncoding, message: &[u8]) -> String {
        let mut value = vec![0; self.key.public_modulus_len()];
        self.key.sign(encoding, &SystemRandom::new(), message, &mut value).unwrap();
        STANDARD.encode(value)
    }
}

fn policy(hex_oid: &str) -> Vec<u8> {
    hex::decode(hex_oid).unwrap()
}

fn statement(name: &str) -> Vec<u8> {
    let content = match name {
        "compliance" => tlv(0x06, &[0x04, 0x00, 0x8e, 0x46, 0x01, 0x01]),
        "sscd" => tlv(0x06, &[0x04, 0x00, 0x8e, 0x46, 0x01, 0x04]),
        "esign" => {
            let kinds = tlv(0x30, &tlv(0x06, &[0x04, 0x00, 0x8e, 0x46, 0x01, 0x06, 0x01]));
            [tlv(0x06, &[0x04, 0x00, 0x8e, 0x46, 0x01, 0x06]), kinds].concat()
        }
        _ => unreachable!(),
    };
    tlv(0x30, &content)
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(content.len()).unwrap();
    let header = if length < 0x80 { vec![tag, length] } else { vec![tag, 0x81, length] };
    [header, content.to_vec()].concat()
}

/// A moment so many seconds after the story began.
pub fn at(seconds: f64) -> Time {
    Time::from_unix_millis(1_795_356_180_000 + (seconds * 1000.0).round() as i64)
}

pub fn answer(status: u16, body: &Value) -> Response {
    let response =
        http::Response::builder().status(status).header("content-type", "application/json;charset=UTF-8");
    response.body(body.to_string().into_bytes()).unwrap()
}

pub fn ok(body: Value) -> Response {
    answer(200, &body)
}

pub fn sent<S: Session>(session: &mut S, now: Time) -> Request {
    match session.poll(now).map(Some).unwrap_or(None) {
        Some(Step::Send(request)) => request,
        _ => panic!("expected a request"),
    }
}

pub fn body(request: &Request) -> Value {
    serde_json::from_slice(request.body()).unwrap()
}

pub fn shown<S: Session>(session: &mut S, now: Time) -> Prompt {
    match session.poll(now).map(Some).unwrap_or(None) {
        Some(Step::Show(prompt)) => prompt,
        _ => panic!("expected a prompt"),
    }
}

pub fn done<S: Session>(session: &mut S, now: Time) -> S::Output {
    match session.poll(now) {
        Ok(Step::Done(output)) => output,
        Ok(_) => panic!("not done"),
        Err(error) => panic!("{error}"),
    }
}

pub fn failed<S: Session>(session: &mut S, now: Time) -> Error {
    match session.poll(now) {
        Err(error) => error,
        Ok(_) => panic!("expected an error"),
    }
}
