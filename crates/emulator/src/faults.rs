//! What can be made to go wrong, and how fast people are.

use serde::{Deserialize, Serialize};

pub use crate::csc::refusal::Refusal as CscRefusal;

use crate::mobile_id::session::MobileResult;
use crate::smart_id::session::EndResult;

/// Faults in force. The default is a world where everything works. As JSON: camelCase, missing fields default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Faults {
    /// The RP API, the Mobile-ID API and the remote signing service do not serve.
    pub api: Outage,
    /// The OCSP responder does not serve.
    pub ocsp: Outage,
    /// What the OCSP responder makes of a nonce.
    pub ocsp_nonce: NonceManners,
    /// OCSP answers were made so many milliseconds ago, beforehand.
    pub ocsp_age_ms: u32,
    /// So many milliseconds after an OCSP answer was made a newer one is due; none: at any time, as the real ones say.
    pub ocsp_next_ms: Option<u32>,
    /// The CRL and CA certificate downloads do not serve.
    pub crl: Outage,
    /// The time-stamping authority does not serve.
    pub tsa: Outage,
    /// Tokens of the time-stamping authority are longer by about so many bytes.
    pub tsa_longer: u32,
    /// So many tokens are given before the two faults above are in force.
    pub tsa_spared: u32,
    /// Status of the next answer of the RP API or the Mobile-ID API, once; for example 401, 403, 404, 471, 472, 480, 500, 580.
    pub next_status: Option<u16>,
    /// How the next session ends, once, whoever is asked. `DOCUMENT_UNUSABLE` also answers a certificate request.
    pub next_end_result: Option<EndResult>,
    /// How the next session of Mobile-ID ends, once, whoever is asked. What only a certificate request can say waits for one.
    pub next_mobile_result: Option<MobileResult>,
    /// What the remote signing service says next instead, once; with status 302 its page does so to the browser.
    pub next_csc: Option<CscRefusal>,
    /// What is wrong with the remote signing service.
    pub csc: CscFault,
    /// What the remote signing service says of itself otherwise (`info`), as a JSON merge patch (RFC 7396). A method that it
    /// does not list then is one that it does not have.
    pub csc_info: serde_json::Value,
    /// The same of what it says of every key (`credentials/info`). An `auth.expression` in it holds.
    pub csc_credential: serde_json::Value,
    /// What is wrong with signature answers.
    pub answer: AnswerFault,
    /// The clock of the TSA is ahead by so many milliseconds; negative: behind.
    pub tsa_clock_ms: i64,
    /// The clocks of TSA, OCSP and CRL are ahead by so many milliseconds; negative: behind.
    pub clock_ms: i64,
    /// Every answer takes so many milliseconds longer.
    pub slow_ms: u32,
    /// What an unknown relying party is told.
    pub unknown_relying_party: UnknownRelyingParty,
    /// The relying party may ask for the phone's IP address.
    pub ip_sharing_allowed: bool,
    /// The only interactions the app on the phones knows; none: all of them.
    pub app_interactions: Option<Vec<String>>,
}

/// What a responder makes of a nonce.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NonceManners {
    /// It stands in the answer too.
    #[default]
    Echo,
    /// It is not looked at.
    Ignore,
    /// Another one stands in the answer.
    Replace,
    /// The request is malformed.
    Malformed,
    /// Whoever asks so is not authorised (RFC 5019 §2.2.3).
    Unauthorized,
    /// The request gets status 400.
    BadRequest,
}

/// How a service fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outage {
    /// It does not.
    #[default]
    None,
    /// The connection breaks before the answer.
    Cut,
    /// It answers 503.
    Unavailable,
}

/// What is wrong with the answer of a finished signature session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerFault {
    /// Nothing.
    #[default]
    None,
    /// One bit of the signature value is flipped.
    CorruptedSignature,
    /// Document number, certificate and signature of somebody else, consistent among themselves.
    OtherAccount,
    /// The certificate of somebody else beside the right signature.
    OtherCertificate,
    /// A signature by another key beside the right certificate.
    OtherKey,
    /// PSS with a salt of 20 octets, stated in the answer.
    WeakPss,
}

/// What is wrong with the remote signing service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CscFault {
    /// Nothing.
    #[default]
    None,
    /// The browser comes back with another `state`.
    OtherState,
    /// The browser comes back without a code.
    NoCode,
    /// Values by an elliptic curve are r and s one after the other.
    PlainSignatures,
    /// One signature is missing.
    FewerSignatures,
    /// The signatures come in the opposite order.
    SwappedSignatures,
    /// The second signature has a bit flipped.
    OneWrongSignature,
    /// Leave to sign lasts ten milliseconds.
    ShortLeave,
    /// Leave to sign lasts fifty seconds.
    BriefLeave,
}

impl CscFault {
    /// How long leave to sign lasts, in milliseconds, where that is what is wrong.
    pub(crate) const fn leave_ms(self) -> Option<i64> {
        match self {
            Self::ShortLeave => Some(10),
            Self::BriefLeave => Some(50_000),
            _ => None,
        }
    }
}

/// The documentation lists both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownRelyingParty {
    /// 403
    #[default]
    Forbidden,
    /// 401
    Unauthorized,
}

/// How long things take, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Pace {
    /// Until a test account answers by itself.
    pub answer_ms: u32,
    /// Until a session ends that the TIMEOUT accounts let run out.
    pub timeout_ms: u32,
    /// Until a session ends that nobody answers, and a device link that nobody scans.
    pub patience_ms: u32,
    /// How long the app waits for the linked signature after a device-link certificate choice.
    pub linked_ms: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { answer_ms: 2_000, timeout_ms: 30_000, patience_ms: 120_000, linked_ms: 60_000 }
    }
}
