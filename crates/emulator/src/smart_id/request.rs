//! Request bodies, checked field by field against the published schema.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::interactions::{self, Interaction};
use super::problem::{Fault, Problem};
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
}

impl Purpose {
    /// Whether it reaches the phone by a device link.
    pub fn by_link(self) -> bool {
        matches!(self, Self::CertificateChoice(Flow::DeviceLink) | Self::Signature(Flow::DeviceLink))
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
    /// The signature is over a challenge, by the other key of the account.
    pub authenticates: bool,
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
    /// The octets to be signed.
    pub digest: Vec<u8>,
    /// As sent: an input of `authCode`.
    pub digest_text: String,
    pub algorithm: Algorithm,
    pub interactions: Vec<Interaction>,
    /// As sent: an input of `authCode`.
    pub interactions_text: String,
}

/// Reads a body for `purpose`.
pub fn parse(body: &[u8], purpose: Purpose) -> Result<Order, Problem> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| Problem::unreadable("The body is not JSON"))?;
    let fields = body.as_object().ok_or_else(|| Problem::unreadable("The body is not a JSON object"))?;
    let mut reader = Reader { fields, pointer: String::new(), faults: Vec::new() };
    let order = reader.order(purpose, &body);
    match (order, reader.faults) {
        (Some(order), faults) if faults.is_empty() => Ok(order),
        (_, faults) => Err(Problem::invalid(faults)),
    }
}

/// Reads fields of one JSON object and collects what is wrong with them.
struct Reader<'a> {
    fields: &'a Map<String, Value>,
    pointer: String,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn order(&mut self, purpose: Purpose, body: &Value) -> Option<Order> {
        let relying_party_uuid = self.required("relyingPartyUUID");
        let relying_party_name = self.required("relyingPartyName");
        self.check("relyingPartyUUID", is_uuid, "not a UUID");
        self.check("relyingPartyName", |name| !name.is_empty(), "empty");
        self.check("certificateLevel", |level| LEVELS.contains(&level), "not a certificate level");
        let level = self.text("certificateLevel").unwrap_or_else(|| "QUALIFIED".into());
        if purpose != Purpose::Certificate {
            self.check("nonce", |nonce| (1..=30).contains(&nonce.chars().count()), "not 1 to 30 characters");
            // Reading it as a text finds what is none.
            self.text("nonce");
        }
        let callback = purpose.by_link().then(|| {
            self.check("initialCallbackUrl", is_callback, "The callback URL value is invalid");
            self.text("initialCallbackUrl")
        });
        let signing = match purpose {
            Purpose::Signature(flow) => Some(self.signing(flow)),
            _ => None,
        };
        let linked_session =
            (purpose == Purpose::Signature(Flow::Linked)).then(|| self.required("linkedSessionID"));
        self.check("linkedSessionID", is_uuid, "not a UUID");
        let (shares_ip_address, ignored_properties) = self.properties();
        let capabilities = self.capabilities();
        Some(Order {
            version: Version::V3,
            purpose,
            authenticates: false,
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

    fn signing(&mut self, flow: Flow) -> Option<SigningOrder> {
        let protocol = self.required("signatureProtocol");
        self.check("signatureProtocol", |name| name == "RAW_DIGEST_SIGNATURE", "not RAW_DIGEST_SIGNATURE");
        let parameters = self.object("signatureProtocolParameters", true).and_then(|fields| {
            let mut inner = self.inner(fields, "signatureProtocolParameters");
            let parameters = inner.parameters();
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
        let (digest_text, digest, algorithm) = parameters?;
        let (interactions_text, interactions) = (interactions_text?, interactions?);
        Some(SigningOrder { digest, digest_text, algorithm, interactions, interactions_text })
    }

    fn parameters(&mut self) -> Option<(String, Vec<u8>, Algorithm)> {
        let digest_text = self.required("digest");
        self.check("digest", |digest| (44..=88).contains(&digest.len()), "not 44 to 88 characters");
        let digest = digest_text.as_ref().and_then(|text| STANDARD.decode(text).ok());
        if digest_text.is_some() && digest.is_none() {
            self.fault("digest", "not base64");
        }
        let algorithm = self.algorithm();
        let (digest, algorithm) = (digest?, algorithm?);
        if digest.len() != algorithm.hash().length() {
            self.fault("digest", &format!("{} octets do not fit the algorithm", digest.len()));
        }
        Some((digest_text?, digest, algorithm))
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

    fn inner<'b>(&self, fields: &'b Map<String, Value>, name: &str) -> Reader<'b> {
        Reader { fields, pointer: format!("{}/{name}", self.pointer), faults: Vec::new() }
    }

    fn required(&mut self, name: &str) -> Option<String> {
        if !self.fields.contains_key(name) {
            self.fault(name, "missing");
        }
        self.text(name)
    }

    /// A string field; one of another type counts as faulty and absent.
    fn text(&mut self, name: &str) -> Option<String> {
        match self.fields.get(name)? {
            Value::String(text) => Some(text.clone()),
            _ => {
                self.fault(name, "not a string");
                None
            }
        }
    }

    fn check(&mut self, name: &str, holds: impl Fn(&str) -> bool, reason: &str) {
        if self.fields.get(name).and_then(Value::as_str).is_some_and(|text| !holds(text)) {
            self.fault(name, reason);
        }
    }

    fn fault(&mut self, name: &str, reason: &str) {
        self.faults.push(Fault::at(&format!("{}/{name}", self.pointer), reason));
    }
}

impl<'a> Reader<'a> {
    fn object(&mut self, name: &str, required: bool) -> Option<&'a Map<String, Value>> {
        match self.fields.get(name) {
            Some(Value::Object(fields)) => return Some(fields),
            Some(_) => self.fault(name, "not an object"),
            None if required => self.fault(name, "missing"),
            None => {}
        }
        None
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
