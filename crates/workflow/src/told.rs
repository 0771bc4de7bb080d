//! What a request tells a service, field by field, for whoever wants to know: names as they are, values only where they are
//! choices of ours. Texts and numbers that name a person are masked, hashes shortened, and whatever is not known here is
//! hidden: a field that a later version adds gives nothing away.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::CONTENT_TYPE;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::host::Request;

/// A field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name; of a field within another one, both with a dot between them.
    pub name: String,
    /// Its value as it may be shown.
    pub value: String,
}

/// What stands for a value that is not shown.
const HIDDEN: &str = "…";
/// More fields no request of ours has.
const MOST: usize = 48;
/// The longest name and the longest value that are noted.
const LONGEST: usize = 200;
/// So much of a hash is enough to find it again.
const SHORT: usize = 8;
/// Larger bodies are documents of nobody's here.
const LARGEST: usize = 256 << 10;

/// What may be shown of a value.
#[derive(Clone, Copy)]
enum Rule {
    /// All of it.
    Whole,
    /// All but what names a person.
    Masked,
    /// Its beginning.
    Short,
    /// It is texts for a phone, as base64 of JSON.
    Texts,
}

/// The fields of Smart-ID v3 and v2, Mobile-ID, CSC and OAuth 2 that are known not to be secret.
fn rule(name: &str) -> Option<Rule> {
    Some(match name {
        "authInfo"
        | "certInfo"
        | "certificateLevel"
        | "certificates"
        | "client_id"
        | "code_challenge_method"
        | "conformance_level"
        | "displayTextFormat"
        | "grant_type"
        | "hashAlgo"
        | "hashAlgorithm"
        | "hashAlgorithmOID"
        | "hashType"
        | "lang"
        | "language"
        | "maxResults"
        | "numSignatures"
        | "onlyValid"
        | "operationMode"
        | "relyingPartyName"
        | "response_type"
        | "scope"
        | "signAlgo"
        | "signatureAlgorithm"
        | "signatureProtocol"
        | "signature_format"
        | "signed_envelope_property"
        | "timeoutMs"
        | "token_type_hint"
        | "type"
        | "validity_period" => Rule::Whole,
        "description"
        | "displayText"
        | "displayText60"
        | "displayText200"
        | "nationalIdentityNumber"
        | "phoneNumber" => Rule::Masked,
        "digest" | "hash" | "hashes" => Rule::Short,
        "interactions" => Rule::Texts,
        _ => return None,
    })
}

/// The media type of the body, where there is one.
pub(crate) fn content(request: &Request) -> Option<String> {
    let named = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    let bare = named.split(';').next().unwrap_or_default().trim();
    (!request.body().is_empty()).then(|| cut(bare))
}

/// The fields of the query and of the body.
pub(crate) fn fields(request: &Request) -> Vec<Field> {
    let mut fields = Vec::new();
    pairs(request.uri().query().unwrap_or_default().as_bytes(), &mut fields);
    let body = request.body();
    match content(request).as_deref() {
        _ if body.len() > LARGEST => {}
        Some("application/json") => {
            if let Ok(Value::Object(members)) = serde_json::from_slice(body) {
                members.iter().for_each(|(name, value)| member(name, name, value, &mut fields));
            }
        }
        Some("application/x-www-form-urlencoded") => pairs(body, &mut fields),
        _ => {}
    }
    fields
}

fn pairs(encoded: &[u8], into: &mut Vec<Field>) {
    for (name, value) in form_urlencoded::parse(encoded) {
        push(&name, shown(&name, &value), into);
    }
}

/// `path` is what leads to a member, `name` its own.
fn member(path: &str, name: &str, value: &Value, into: &mut Vec<Field>) {
    match (value, rule(name)) {
        (Value::Object(members), _) => {
            for (inner, value) in members {
                member(&format!("{path}.{inner}"), inner, value, into);
            }
        }
        (Value::Array(all), _) => all.iter().for_each(|one| member(path, name, one, into)),
        (Value::String(text), Some(Rule::Texts)) => texts(path, text, into),
        (Value::String(text), _) => push(path, shown(name, text), into),
        (plain, Some(_)) => push(path, shown(name, &plain.to_string()), into),
        (_, None) => push(path, HIDDEN.to_owned(), into),
    }
}

/// The screens of a phone and what they show.
fn texts(path: &str, encoded: &str, into: &mut Vec<Field>) {
    let decoded = STANDARD.decode(encoded).ok();
    match decoded.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok()) {
        Some(screens) if screens.is_array() => member(path, "screens", &screens, into),
        _ => push(path, HIDDEN.to_owned(), into),
    }
}

fn shown(name: &str, value: &str) -> String {
    match rule(name) {
        Some(Rule::Whole) => value.to_owned(),
        Some(Rule::Masked) => remote::masked(value),
        Some(Rule::Short) if value.chars().count() > SHORT => {
            value.chars().take(SHORT).chain(HIDDEN.chars()).collect()
        }
        Some(Rule::Short) => value.to_owned(),
        Some(Rule::Texts) | None => HIDDEN.to_owned(),
    }
}

fn push(name: &str, value: String, into: &mut Vec<Field>) {
    if into.len() < MOST {
        into.push(Field { name: cut(name), value: cut(&value) });
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn told(content: &str, url: &str, body: &str) -> Vec<String> {
        let request = http::Request::post(url).header(CONTENT_TYPE, content).body(body.into()).unwrap();
        fields(&request).into_iter().map(|Field { name, value }| format!("{name}={value}")).collect()
    }

    #[test]
    fn a_signature_by_smart_id_tells_a_hash_and_what_the_phone_shows() {
        let screens = STANDARD.encode(r#"[{"type":"confirmationMessage","displayText200":"Sign a.pdf"}]"#);
        let body = format!(
            r#"{{"relyingPartyUUID":"00000000-0000-4000-8000-000000000000","relyingPartyName":"DEMO",
            "certificateLevel":"QUALIFIED","signatureProtocolParameters":{{"digest":"FNZFFya5wGLv9b27",
            "signatureAlgorithmParameters":{{"hashAlgorithm":"SHA-512"}}}},"nonce":"d8XkbEnA0WsE0PvB",
            "linkedSessionID":"de305d54-75b4-431b-adb2-eb6b9e546014","interactions":"{screens}"}}"#
        );
        let mut told = told("application/json", "https://a/v3/signature", &body);
        told.sort();
        assert_eq!(
            told,
            [
                "certificateLevel=QUALIFIED",
                "interactions.displayText200=Sign a.pdf",
                "interactions.type=confirmationMessage",
                "linkedSessionID=…",
                "nonce=…",
                "relyingPartyName=DEMO",
                "relyingPartyUUID=…",
                "signatureProtocolParameters.digest=FNZFFya5…",
                "signatureProtocolParameters.signatureAlgorithmParameters.hashAlgorithm=SHA-512",
            ]
        );
    }

    #[test]
    fn who_is_asked_by_mobile_id_is_masked() {
        let body =
            r#"{"phoneNumber":"+37200000766","nationalIdentityNumber":"60001019906","hash":"c2hvcnQ="}"#;
        let mut told = told("application/json", "https://a/mid-api/signature", body);
        told.sort();
        assert_eq!(told, ["hash=c2hvcnQ=", "nationalIdentityNumber=•••••••9906", "phoneNumber=+•••••••0766"]);
    }

    #[test]
    fn codes_tokens_and_secrets_of_a_login_are_hidden_wherever_they_stand() {
        let form = "grant_type=authorization_code&code=SECRET&client_secret=SECRET&redirect_uri=SECRET";
        assert_eq!(
            told("application/x-www-form-urlencoded", "https://a/token?state=SECRET&timeoutMs=1000", form),
            [
                "state=…",
                "timeoutMs=1000",
                "grant_type=authorization_code",
                "code=…",
                "client_secret=…",
                "redirect_uri=…"
            ]
        );
        let body =
            r#"{"SAD":"SECRET","authData":[{"id":"PIN","value":"SECRET"}],"later":{"x":["SECRET",7,null]}}"#;
        let told = told("application/json", "https://a/csc/v2/signatures/signHash", body);
        assert_eq!(told.len(), 6);
        assert!(told.iter().all(|field| field.ends_with("=…")), "{told:?}");
    }

    #[test]
    fn what_is_long_or_no_fields_at_all_is_bounded() {
        let many: Vec<String> = (0..500).map(|number| format!(r#""f{number}":1"#)).collect();
        let body = format!("{{{}}}", many.join(","));
        assert_eq!(told("application/json", "https://a/", &body).len(), MOST);
        let long = format!(r#"{{"description":"{}"}}"#, "x".repeat(5_000));
        assert!(told("application/json", "https://a/", &long)[0].len() < LONGEST + 20);
        for body in ["", "{", "[]", "7"] {
            assert_eq!(told("application/json", "https://a/", body), Vec::<String>::new());
        }
        assert_eq!(told("application/timestamp-query", "https://a/", "0\u{3}"), Vec::<String>::new());
    }
}
