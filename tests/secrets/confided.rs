//! What was said in confidence, read from every byte that was exchanged; and whether it stands somewhere.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use pitser_tests::Exchange;
use serde_json::Value;

/// Shorter texts stand everywhere by chance.
const SHORTEST: usize = 8;

/// Fields of JSON that nobody else may know.
const FIELDS: [&str; 13] = [
    "sessionID",
    "sessionSecret",
    "sessionToken",
    "linkedSessionID",
    "deviceIpAddress",
    "access_token",
    "refresh_token",
    "request_uri",
    "SAD",
    "handle",
    "responseID",
    "requestID",
    "authData",
];

/// The same of forms (RFC 6749, RFC 7636, RFC 7009, RFC 9126).
const FORM: [&str; 7] =
    ["code", "code_verifier", "state", "client_secret", "refresh_token", "token", "request_uri"];

/// What was said in confidence, by what it is; each text with the ways in which it may be written.
#[derive(Debug, Default)]
pub struct Confided(BTreeMap<String, BTreeMap<String, Vec<String>>>);

impl Confided {
    /// Everything of these exchanges.
    pub fn of(exchanges: &[Exchange]) -> Self {
        let mut confided = Self::default();
        for Exchange { request, response } in exchanges {
            if let Some((_, id)) = request.uri().path().split_once("/session/") {
                confided.add("session in an address", id);
            }
            if let Some(value) = request.headers().get("authorization").and_then(|value| value.to_str().ok())
            {
                let (kind, given) = value.split_once(' ').expect("a scheme");
                confided.add(kind, given);
                let pair = STANDARD.decode(given).ok().and_then(|pair| String::from_utf8(pair).ok());
                if let (true, Some((_, secret))) =
                    (kind == "Basic", pair.as_deref().and_then(|pair| pair.split_once(':')))
                {
                    confided.add("client secret", secret);
                }
            }
            let is_form = |value: &http::HeaderValue| value.as_bytes().ends_with(b"x-www-form-urlencoded");
            if request.headers().get("content-type").is_some_and(is_form) {
                for (name, value) in form_urlencoded::parse(request.body()) {
                    if FORM.contains(&&*name) {
                        confided.add(&name, &value);
                    }
                }
            }
            for body in [request.body(), response.body()] {
                confided.fields(&serde_json::from_slice(body).unwrap_or_default(), false);
            }
        }
        confided
    }

    fn add(&mut self, kind: &str, text: &str) {
        if text.len() >= SHORTEST {
            let texts = self.0.entry(kind.to_owned()).or_default();
            texts.entry(text.to_owned()).or_insert_with(|| written(text));
        }
    }

    /// `inside` a field that is one of them, whatever stands in it is.
    fn fields(&mut self, value: &Value, inside: bool) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let is_one = inside || FIELDS.contains(&name.as_str());
                    if let (true, Some(text)) = (is_one, value.as_str()) {
                        self.add(name, text);
                    }
                    self.fields(value, is_one);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| self.fields(value, inside)),
            _ => {}
        }
    }

    /// The kinds that there are.
    pub fn kinds(&self) -> BTreeSet<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Each text, with what it is.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(kind, texts)| texts.keys().map(|text| (kind.as_str(), text.as_str())))
    }

    /// Which of them stands in some bytes: as it is, or as it is written in JSON, in an address, in base64 or in hexadecimal
    /// digits.
    pub fn standing_in(&self, bytes: &[u8]) -> Option<String> {
        let bytes = legible(bytes);
        let all = self
            .0
            .iter()
            .flat_map(|(kind, texts)| texts.iter().map(move |(text, forms)| (kind, text, forms)));
        let found = all.into_iter().find(|(.., forms)| forms.iter().any(|form| bytes.contains(form)));
        found.map(|(kind, text, _)| format!("{kind} {text}"))
    }
}

/// Whether a text stands in some bytes, in any of the ways in which it may be written.
pub fn stands_in(text: &str, bytes: &[u8]) -> bool {
    let bytes = legible(bytes);
    written(text).iter().any(|form| bytes.contains(form))
}

/// Hexadecimal digits come large and small; so much for telling large from small.
fn legible(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_ascii_lowercase()
}

fn written(text: &str) -> Vec<String> {
    let escaped = serde_json::to_string(text).expect("a text");
    let forms = [
        text.to_owned(),
        escaped.trim_matches('"').to_owned(),
        form_urlencoded::byte_serialize(text.as_bytes()).collect(),
        // What comes before it may shift it by one or two places in base64: all but its ends is the same three times.
        inner_base64(text, 0),
        inner_base64(text, 1),
        inner_base64(text, 2),
        text.bytes().map(|byte| format!("{byte:02x}")).collect(),
    ];
    let urls = forms.iter().map(|form| form.replace('+', "-").replace('/', "_"));
    let all: BTreeSet<_> = forms.iter().cloned().chain(urls).map(|form| form.to_ascii_lowercase()).collect();
    all.into_iter().collect()
}

/// What of a text is the same wherever it stands, so many bytes behind a multiple of three, in something that is encoded.
fn inner_base64(text: &str, behind: usize) -> String {
    let shifted = [vec![b' '; behind], text.as_bytes().to_vec()].concat();
    let whole = STANDARD_NO_PAD.encode(shifted);
    let (first, last) = (if behind == 0 { 0 } else { 4 }, whole.len() - 4);
    whole.get(first..last).filter(|part| part.len() >= SHORTEST).unwrap_or(text).to_owned()
}
