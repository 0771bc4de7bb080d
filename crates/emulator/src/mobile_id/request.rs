//! Request bodies, checked as the documentation says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::cards::Purpose;

/// `hashType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashType {
    Sha256,
    Sha384,
    Sha512,
}

impl HashType {
    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA256",
            Self::Sha384 => "SHA384",
            Self::Sha512 => "SHA512",
        }
    }

    fn octets(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// Who asks about whom.
#[derive(Clone, Debug)]
pub struct Asking {
    pub relying_party_uuid: String,
    pub relying_party_name: String,
    pub phone: String,
    pub code: String,
}

/// What is to be signed.
#[derive(Clone, Debug)]
pub struct Order {
    pub asking: Asking,
    pub purpose: Purpose,
    pub hash: Vec<u8>,
    pub hash_type: HashType,
    /// As the phone shows it.
    pub text: String,
}

/// Reads what every body has. The error is what the service says.
pub fn asking(fields: &Map<String, Value>) -> Result<Asking, String> {
    let phone = text(fields, "phoneNumber")?;
    let digits = phone.strip_prefix('+').unwrap_or_default();
    if !(7..=15).contains(&digits.len()) || digits.contains(|c: char| !c.is_ascii_digit()) {
        return Err("phoneNumber must contain of + and numbers(8-30)".to_owned());
    }
    let code = text(fields, "nationalIdentityNumber")?;
    if code.len() != 11 || code.contains(|c: char| !c.is_ascii_digit()) {
        return Err("nationalIdentityNumber must contain of 11 digits".to_owned());
    }
    Ok(Asking {
        relying_party_uuid: text(fields, "relyingPartyUUID")?,
        relying_party_name: text(fields, "relyingPartyName")?,
        phone,
        code,
    })
}

/// Reads a request to sign or to authenticate.
pub fn order(fields: &Map<String, Value>, purpose: Purpose) -> Result<Order, String> {
    let asking = asking(fields)?;
    let hash_type = match text(fields, "hashType")?.as_str() {
        "SHA256" => HashType::Sha256,
        "SHA384" => HashType::Sha384,
        "SHA512" => HashType::Sha512,
        _ => return Err("hashType must be one of SHA256, SHA384, SHA512".to_owned()),
    };
    let hash =
        STANDARD.decode(text(fields, "hash")?).map_err(|_| "Hash must be Base64 encoded".to_owned())?;
    if hash.len() != hash_type.octets() {
        return Err("The length of the hash must match the type of hash".to_owned());
    }
    if !["EST", "ENG", "RUS", "LIT"].contains(&text(fields, "language")?.as_str()) {
        return Err("language must be one of EST, ENG, RUS, LIT".to_owned());
    }
    Ok(Order { asking, purpose, hash, hash_type, text: shown(fields)? })
}

/// What the phone makes of the display text.
fn shown(fields: &Map<String, Value>) -> Result<String, String> {
    let said = match fields.get("displayText") {
        None | Some(Value::Null) => return Ok(String::new()),
        Some(Value::String(said)) => said,
        Some(_) => return Err("displayText must be a string".to_owned()),
    };
    let length = said.chars().count();
    match fields.get("displayTextFormat").and_then(Value::as_str).unwrap_or("GSM-7") {
        "GSM-7" if length > 100 || said.chars().filter(|c| "€[]^|{}\\".contains(*c)).count() > 5 => {
            Err("displayText is too long".to_owned())
        }
        "GSM-7" => Ok(said.chars().map(|c| if in_gsm_alphabet(c) { c } else { ' ' }).collect()),
        "UCS-2" if said.encode_utf16().count() > 50 => Err("displayText is too long".to_owned()),
        "UCS-2" => Ok(said.clone()),
        _ => Err("displayTextFormat must be one of GSM-7, UCS-2".to_owned()),
    }
}

/// 3GPP TS 23.038: the printable part of the default alphabet, row by row of its table, and the extension.
fn in_gsm_alphabet(character: char) -> bool {
    matches!(character,
        '@' | '£' | '$' | '¥' | 'è' | 'é' | 'ù' | 'ì' | 'ò' | 'Ç' | 'Ø' | 'ø' | 'Å' | 'å'
        | 'Δ' | '_' | 'Φ' | 'Γ' | 'Λ' | 'Ω' | 'Π' | 'Ψ' | 'Σ' | 'Θ' | 'Ξ' | 'Æ' | 'æ' | 'ß' | 'É'
        | ' '..='#' | '¤' | '%'..='?'
        | '¡' | 'A'..='Z' | 'Ä' | 'Ö' | 'Ñ' | 'Ü' | '§'
        | '¿' | 'a'..='z' | 'ä' | 'ö' | 'ñ' | 'ü' | 'à'
        | '€' | '[' | ']' | '^' | '|' | '{' | '}' | '\\')
}

fn text(fields: &Map<String, Value>, name: &str) -> Result<String, String> {
    match fields.get(name) {
        None | Some(Value::Null) => Err(format!("{name} must not be null")),
        Some(Value::String(text)) if text.is_empty() => Err(format!("{name} must not be empty")),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(format!("{name} must be a string")),
    }
}
