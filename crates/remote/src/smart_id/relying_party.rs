//! Whom we ask in whose name.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Address of the service and identity of the relying party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RelyingParty {
    /// Where the service is, without `/v3` and without a slash at the end: `https://sid.demo.sk.ee/smart-id-rp`.
    pub base_url: String,
    /// `relyingPartyUUID`.
    pub uuid: String,
    /// `relyingPartyName`, exactly as registered: the phone shows it, and authentication codes are made over its bytes.
    pub name: String,
    /// `schemeName` of the environment: `smart-id`, or `smart-id-demo` for the demo. Version 2 of the API has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scheme_name: String,
    /// The name of the one on whose behalf a broker asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brokered_name: Option<String>,
    /// Language of the page behind a device link, ISO 639-2: `eng`, `est`, `lit`, `lav`, `rus`.
    #[serde(default = "english")]
    pub language: String,
    /// `capabilities` that were agreed on with the provider; none: those that go with the level of the certificate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<String>,
    /// `requestProperties.shareMdClientIpAddress`: whether the service is to say from which address the phone answered.
    /// It does so only for who is allowed to ask.
    #[serde(default, skip_serializing_if = "is_off")]
    pub share_md_client_ip_address: bool,
}

impl RelyingParty {
    /// The open demo identity of Smart-ID, at the given address.
    pub fn demo(base_url: &str) -> Self {
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            uuid: "00000000-0000-4000-8000-000000000000".to_owned(),
            name: "DEMO".to_owned(),
            scheme_name: "smart-id-demo".to_owned(),
            brokered_name: None,
            language: english(),
            capabilities: Vec::new(),
            share_md_client_ip_address: false,
        }
    }

    /// What requests that open a session say of it.
    pub(crate) fn by_agreement(&self) -> ByAgreement<'_> {
        let share_md_client_ip_address = self.share_md_client_ip_address;
        ByAgreement {
            capabilities: &self.capabilities,
            request_properties: share_md_client_ip_address
                .then_some(RequestProperties { share_md_client_ip_address }),
        }
    }

    /// The URL of a path below version 3, which begins with a slash.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}/v3{path}", self.base_url.trim_end_matches('/'))
    }

    /// The same below version 2.
    pub(crate) fn url_v2(&self, path: &str) -> String {
        format!("{}/v2{path}", self.base_url.trim_end_matches('/'))
    }
}

/// What is asked for only where the provider agreed to it. Nothing of it is in a request otherwise.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ByAgreement<'a> {
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    capabilities: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    request_properties: Option<RequestProperties>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestProperties {
    share_md_client_ip_address: bool,
}

/// `certificateLevel`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum CertificateLevel {
    /// Not qualified.
    Advanced,
    /// Qualified.
    Qualified,
    /// Qualified, with the key in a qualified signature creation device. The service answers `QUALIFIED`.
    Qscd,
}

impl CertificateLevel {
    /// The name in the protocol.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advanced => "ADVANCED",
            Self::Qualified => "QUALIFIED",
            Self::Qscd => "QSCD",
        }
    }

    /// Whether a certificate of this level is enough when `requested` was asked for.
    pub fn is_enough_for(self, requested: Self) -> bool {
        self >= requested.min(Self::Qualified)
    }
}

/// What tells a deliberate second attempt from a repeated request: within 15 seconds the service answers a repeated
/// request with the session that exists already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    /// From random bytes.
    pub fn from_random(bytes: &[u8; 18]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A given text of 1 to 30 printable characters.
    ///
    /// # Errors
    /// [`Error::NonceForm`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
        if (1..=30).contains(&text.len()) && printable {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::NonceForm)
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
const fn is_off(flag: &bool) -> bool {
    !*flag
}

fn english() -> String {
    "eng".to_owned()
}
