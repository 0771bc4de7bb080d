//! The client with the emulator's certificates, the phone that scans, and another look at the signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use openssl::hash::MessageDigest;
use openssl::rsa::Padding;
use openssl::sign::{RsaPssSaltlen, Verifier};
use openssl::x509::X509;
use serde_json::{Value, json};
use smart_id_rust_client::client::smart_id_client::SmartIdClient;
use smart_id_rust_client::config::SmartIDConfig;
use smart_id_rust_client::models::api::session_status::SessionStatusResponse;
use smart_id_rust_client::models::common::SchemeName;
use smart_id_rust_client::models::interaction::Interaction;

use crate::DEMO;

pub type Told = Result<(), Box<dyn std::error::Error>>;

/// What is signed in the stories.
pub const MESSAGE: &[u8] = b"signed attributes";

pub struct Stage {
    pub config: SmartIDConfig,
    roots: Vec<String>,
    issuers: Vec<String>,
    mock: String,
    phone: String,
    http: reqwest::Client,
}

impl Stage {
    pub fn new(
        mock: &str,
        phone: &str,
        root: &str,
        issuer: &str,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let config = SmartIDConfig {
            root_url: DEMO.into(),
            api_path: "/smart-id-rp/v3".into(),
            scheme_name: SchemeName::smart_id_demo,
            relying_party_uuid: "00000000-0000-4000-8000-000000000000".into(),
            relying_party_name: "DEMO".into(),
            client_request_timeout: Some(30_000),
            long_polling_timeout: 60_000,
        };
        Ok(Self {
            config,
            roots: vec![std::fs::read_to_string(root)?],
            issuers: vec![std::fs::read_to_string(issuer)?],
            mock: mock.into(),
            phone: phone.into(),
            http: reqwest::Client::new(),
        })
    }

    /// The client, that nobody logged in with yet.
    pub fn client(&self) -> SmartIdClient {
        SmartIdClient::new(&self.config, None, self.roots.clone(), self.issuers.clone())
    }

    /// Has a phone follow a link; says how the mock answered.
    pub async fn scan(&self, number: &str, kind: &str, link: &str) -> Result<u16, reqwest::Error> {
        let mut body = json!({"documentNumber": number, "deviceLink": link, "flowType": kind});
        if kind != "QR" {
            body["browserCookie"] = json!("a=b");
            body["initialCallbackUrl"] = json!("https://rp.example.com/callback");
        }
        Ok(self.http.post(&self.mock).json(&body).send().await?.status().as_u16())
    }

    /// What the phones show.
    pub async fn phone(&self) -> Result<Value, reqwest::Error> {
        self.http.get(format!("{}/state", self.phone)).send().await?.json().await
    }

    /// Presses a button of the phone.
    pub async fn press(&self, button: &str, body: &Value) -> Result<u16, reqwest::Error> {
        Ok(self.http.post(format!("{}/{button}", self.phone)).json(body).send().await?.status().as_u16())
    }
}

pub fn text() -> Vec<Interaction> {
    vec![Interaction::DisplayTextAndPIN { display_text_60: "Sign loan.pdf?".into() }]
}

/// A screen that the client writes in what a login signs as it was written in the answer.
pub fn question() -> Vec<Interaction> {
    vec![Interaction::ConfirmationMessage { display_text_200: "Log in?".into() }]
}

/// The client hashes what it is given.
pub fn message() -> String {
    STANDARD.encode(MESSAGE)
}

/// The value of a signature session over [`MESSAGE`], looked at by OpenSSL: the client itself looks only outside the demo.
pub fn verify(status: &SessionStatusResponse, digest: MessageDigest) -> Told {
    let certificate = status.cert.as_ref().ok_or("no certificate")?;
    let value = status.signature.as_ref().ok_or("no signature")?.get_value();
    let key = X509::from_der(&STANDARD.decode(&certificate.value)?)?.public_key()?;
    let mut verifier = Verifier::new(digest, &key)?;
    verifier.set_rsa_padding(Padding::PKCS1_PSS)?;
    verifier.set_rsa_pss_saltlen(RsaPssSaltlen::DIGEST_LENGTH)?;
    verifier.set_rsa_mgf1_md(digest)?;
    let holds = verifier.verify_oneshot(&STANDARD.decode(value)?, MESSAGE)?;
    if holds { Ok(()) } else { Err("the value does not verify".into()) }
}
