//! Request bodies, checked field by field against the published schema.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::fields::Fields;
use super::interactions::{self, Interaction};
use super::problem::Problem;
use super::signing::{Algorithm, Hash};

/// How a request reaches the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The relying party shows a QR code or a link.
    DeviceLink,
    /// Push to the phone of a known account.
    Notification,
    /// Push right after a device-link certificate choice.
    Linked,
}

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The certificate of a known document, without asking anybody.
    Certificate,
    /// The certificate of whoever answers.
    CertificateChoice(Flow),
    /// A signature.
    Signature(Flow),
    /// A signature over a challenge, by the other key of the account.
    Authentication(Flow),
}

impl Purpose {
    /// Whether it reaches the phone by a device link.
    pub fn by_link(self) -> bool {
        self.flow() == Some(Flow::DeviceLink)
    }

    /// Whether it is by the key that people log in with.
    pub fn authenticates(self) -> bool {
        matches!(self, Self::Authentication(_))
    }

    fn flow(self) -> Option<Flow> {
        match self {
            Self::Certificate => None,
            Self::CertificateChoice(flow) | Self::Signature(flow) | Self::Authentication(flow) => Some(flow),
        }
    }
}

/// The words in which a request was made, and its answers are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    V2,
    V3,
}

/// A request body that passed every check.
#[derive(Clone, Debug)]
pub struct Order {
    pub version: Version,
    pub purpose: Purpose,
    pub relying_party_uuid: String,
    pub relying_party_name: String,
    pub level: String,
    pub callback: Option<String>,
    pub signing: Option<SigningOrder>,
    pub linked_session: Option<String>,
    pub shares_ip_address: bool,
    pub capabilities: usize,
    /// Names in `requestProperties` that nobody knows.
    pub ignored_properties: Vec<String>,
    /// As it came, for telling a repetition.
    pub body: Value,
}

/// The part of a request that asks for a signature.
#[derive(Clone, Debug)]
pub struct SigningOrder {
    /// The digest to be signed, or the `rpChallenge` of an authentication.
    pub challenge: Vec<u8>,
    /// As sent: an input of `authCode` and of what an authentication signs.
    pub challenge_text: String,
    pub algorithm: Algorithm,
    pub interactions: Vec<Interaction>,
    /// As sent: an input of the same two.
    pub interactions_text: String,
}

/// Reads a body for `purpose`.
pub fn parse(body: &[u8], purpose: Purpose) -> Result<Order, Problem> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| Problem::unreadable("The body is not JSON"))?;
    let fields = body.as_object().ok_or_else(|| Problem::unreadable("The body is not a JSON object"))?;
    let mut reader = Fields { fields, pointer: String::new(), faults: Vec::new() };
    let order = reader.order(purpose, &body);
    match (order, reader.faults) {
        (Some(order), faults) if faults.is_empty() => Ok(order),
        (_, faults) => Err(Problem::invalid(faults)),
    }
}

impl Fields<'_> {
    fn order(&mut self, purpose: Purpose, body: &Value) -> Option<Order> {
        let relying_party_uuid = self.required("relyingPartyUUID");
        let relying_party_name = self.required("relyingPartyName");
        self.check("relyingPartyUUID", is_uuid, "not a UUID");
        self.check("relyingPartyName", |name| !name.is_empty(), "empty");
        let levels = if purpose.authenticates() { &LEVELS[..2] } else { &LEVELS };
        self.check("certificateLevel", |level| levels.contains(&level), "not a certificate level");
        let level = self.text("certificateLevel").unwrap_or_else(|| "QUALIFIED".into());
        // The challenge of an authentication makes it unique
        if purpose != Purpose::Certificate && !purpose.authenticates() {
            self.check("nonce", |nonce| (1..=30).contains(&nonce.chars().count()), "not 1 to 30 characters");
            // Reading it as a text finds what is none.
            self.text("nonce");
        }
        let callback = purpose.by_link().then(|| {
            self.check("initialCallbackUrl", is_callback, "The callback URL value is invalid");
            self.text("initialCallbackUrl")
        });
        let signing = match purpose {
            Purpose::Signature(flow) => Some(self.signing(flow, "RAW_DIGEST_SIGNATURE")),
            Purpose::Authentication(flow) => Some(self.signing(flow, "ACSP_V2")),
            _ => None,
        };
        if purpose == Purpose::Authentication(Flow::Notification) {
            self.required("vcType");
            self.check("vcType", |kind| kind == "numeric4", "not numeric4");
        }
        let linked_session =
            (purpose == Purpose::Signature(Flow::Linked)).then(|| self.required("linkedSessionID"));
        self.check("linkedSessionID", is_uuid, "not a UUID");
        let (shares_ip_address, ignored_properties) = self.properties();
        let capabilities = self.capabilities();
        Some(Order {
            version: Version::V3,
            purpose,
            relying_party_uuid: relying_party_uuid?,
            relying_party_name: relying_party_name?,
            level,
            callback: callback.flatten(),
            signing: match signing {
                Some(signing) => Some(signing?),
                None => None,
            },
            linked_session: match linked_session {
                Some(session) => Some(session?),
                None => None,
            },
            shares_ip_address,
            capabilities,
            ignored_properties,
            body: body.clone(),
        })
    }

    fn signing(&mut self, flow: Flow, expected: &str) -> Option<SigningOrder> {
        let protocol = self.required("signatureProtocol");
        self.check("signatureProtocol", |name| name == expected, &format!("not {expected}"));
        let parameters = self.object("signatureProtocolParameters", true).and_then(|fields| {
            let mut inner = self.inner(fields, "signatureProtocolParameters");
            let parameters = match expected {
                "ACSP_V2" => inner.challenge(),
                _ => inner.digest(),
            };
            self.faults.append(&mut inner.faults);
            parameters
        });
        let interactions_text = self.required("interactions");
        let interactions =
            interactions_text.as_ref().and_then(|text| match interactions::parse(text, flow) {
                Ok(interactions) => Some(interactions),
                Err(reason) => {
                    self.fault("interactions", &reason);
                    None
                }
            });
        protocol?;
        let (challenge_text, challenge, algorithm) = parameters?;
        let (interactions_text, interactions) = (interactions_text?, interactions?);
        Some(SigningOrder { challenge, challenge_text, algorithm, interactions, interactions_text })
    }

    fn digest(&mut self) -> Option<(String, Vec<u8>, Algorithm)> {
        let (text, digest, algorithm) = self.signed("digest")?;
        if digest.len() != algorithm.hash().length() {
            self.fault("digest", &format!("{} octets do not fit the algorithm", digest.len()));
        }
        Some((text, digest, algorithm))
    }

    fn challenge(&mut self) -> Option<(String, Vec<u8>, Algorithm)> {
        let (text, challenge, algorithm) = self.signed("rpChallenge")?;
        if !(32..=64).contains(&challenge.len()) {
            self.fault("rpChallenge", &format!("{} octets, and not 32 to 64", challenge.len()));
        }
        Some((text, challenge, algorithm))
    }

    /// `signatureProtocolParameters`, what is signed standing in the field `name`.
    fn signed(&mut self, name: &str) -> Option<(String, Vec<u8>, Algorithm)> {
        let text = self.required(name);
        self.check(name, |text| (44..=88).contains(&text.len()), "not 44 to 88 characters");
        let octets = text.as_ref().and_then(|text| STANDARD.decode(text).ok());
        if text.is_some() && octets.is_none() {
            self.fault(name, "not base64");
        }
        let algorithm = self.algorithm();
        Some((text?, octets?, algorithm?))
    }

    fn algorithm(&mut self) -> Option<Algorithm> {
        let name = self.required("signatureAlgorithm")?;
        if let Some(algorithm) = Algorithm::legacy(&name) {
            return Some(algorithm);
        }
        if name != "rsassa-pss" {
            self.fault("signatureAlgorithm", "unknown algorithm");
            return None;
        }
        let fields = self.object("signatureAlgorithmParameters", true)?;
        let mut inner = self.inner(fields, "signatureAlgorithmParameters");
        let hash = inner.required("hashAlgorithm").and_then(|name| {
            let hash = Hash::named(&name);
            if hash.is_none() {
                inner.fault("hashAlgorithm", "unknown hash algorithm");
            }
            hash
        });
        self.faults.append(&mut inner.faults);
        hash.map(Algorithm::Pss)
    }

    fn properties(&mut self) -> (bool, Vec<String>) {
        let Some(properties) = self.object("requestProperties", false) else { return (false, Vec::new()) };
        let shares = match properties.get("shareMdClientIpAddress") {
            None => false,
            Some(Value::Bool(shares)) => *shares,
            Some(_) => {
                self.fault("requestProperties/shareMdClientIpAddress", "not a boolean");
                false
            }
        };
        let unknown = |name: &&String| *name != "shareMdClientIpAddress";
        (shares, properties.keys().filter(unknown).cloned().collect())
    }

    fn capabilities(&mut self) -> usize {
        match self.fields.get("capabilities") {
            None => 0,
            Some(Value::Array(list)) if list.iter().all(Value::is_string) => list.len(),
            Some(_) => {
                self.fault("capabilities", "not a list of strings");
                0
            }
        }
    }
}

const LEVELS: [&str; 3] = ["ADVANCED", "QUALIFIED", "QSCD"];

/// 8-4-4-4-12 hexadecimal digits.
pub fn is_uuid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `^https:\/\/([^|#]+)$`, 1800 characters at most, a URI.
fn is_callback(url: &str) -> bool {
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let well_formed = !rest.is_empty() && !rest.contains(['|', '#']) && url.chars().count() <= 1800;
    well_formed && url.parse::<http::Uri>().is_ok()
}
