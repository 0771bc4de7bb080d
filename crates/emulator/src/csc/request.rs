//! What a request of the API says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Request;
use http::header::AUTHORIZATION;
use serde_json::{Map, Value};

use super::refusal::Refusal;
use crate::reply;

/// More hashes than this nobody signs at once.
const MOST: usize = 1_000;

/// The parameters of a request.
pub struct Parameters(Map<String, Value>);

impl Parameters {
    /// The JSON object of a request, if it is one.
    pub fn of(request: &Request<Vec<u8>>) -> Result<Self, Refusal> {
        if !reply::has_type(request, "application/json") {
            return Err(Refusal::invalid("The Content-Type is not application/json"));
        }
        let read = serde_json::from_slice(request.body());
        read.map(Self).map_err(|_| Refusal::invalid("The body is not a JSON object"))
    }

    /// An object within an array of them.
    pub fn only_of(&self, name: &str) -> Result<Self, Refusal> {
        match self.0.get(name).and_then(Value::as_array).map(Vec::as_slice) {
            Some([Value::Object(one)]) => Ok(Self(one.clone())),
            Some(_) => Err(Refusal::parameter(name)),
            None => Err(Refusal::missing("array", name)),
        }
    }

    /// A string that has to be there.
    pub fn string(&self, name: &str) -> Result<&str, Refusal> {
        self.0.get(name).and_then(Value::as_str).ok_or_else(|| Refusal::missing("string", name))
    }

    /// A string that may be left out.
    pub fn optional(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Refusal::missing("string", name)),
        }
    }

    /// A number that has to be there.
    pub fn number(&self, name: &str) -> Result<u64, Refusal> {
        let number = self.0.get(name).and_then(Value::as_i64);
        let number = number.ok_or_else(|| Refusal::missing("integer", name))?;
        u64::try_from(number).map_err(|_| Refusal::invalid(&format!("Invalid value for parameter {name}")))
    }

    /// A list of whatever.
    pub fn list(&self, name: &str) -> &[Value] {
        self.0.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether it is there at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// `hashes`, each as long as the algorithm makes them.
    pub fn hashes(&self, length: usize) -> Result<Vec<Vec<u8>>, Refusal> {
        let Some(Value::Array(texts)) = self.0.get("hashes") else {
            return Err(Refusal::missing("array", "hash"));
        };
        if texts.is_empty() {
            return Err(Refusal::invalid("Empty hash array"));
        }
        if texts.len() > MOST {
            return Err(Refusal::parameter("hashes"));
        }
        let read = |text: &Value| {
            let bytes = text.as_str().and_then(|text| STANDARD.decode(text).ok());
            let bytes = bytes.ok_or_else(|| Refusal::invalid("Invalid Base64 hash string parameter"))?;
            if bytes.len() == length {
                Ok(bytes)
            } else {
                Err(Refusal::invalid("Invalid digest value length"))
            }
        };
        texts.iter().map(read).collect()
    }
}

/// The token of a request, RFC 6750 §2.1.
pub fn bearer(request: &Request<Vec<u8>>) -> Result<&str, Refusal> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|text| text.strip_prefix("Bearer ")).filter(|token| !token.is_empty());
    token.ok_or_else(|| Refusal::invalid("Malformed authorization header."))
}
