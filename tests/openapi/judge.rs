//! Compares requests and answers with the documents.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Request, Response};
use jsonschema::Validator;
use pitser_tests::published;
use serde_json::Value;

use crate::document::{Document, Operation};

/// The field with which the emulator tries whether clients ignore what they do not know. The published schemas allow
/// it, the exact ones would not.
pub const SPICE: &str = "x-emulator";

/// How a message differs from the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such path, or no such method there.
    Operation,
    /// A segment of the path or a parameter of the query.
    Parameter { name: String, says: String },
    /// The status is not among those of the operation.
    Status(u16),
    /// Another media type than those documented.
    MediaType(String),
    /// A body where the document has none.
    UnexpectedBody,
    /// No body where the document has one.
    MissingBody,
    /// Not JSON.
    NotJson,
    /// A field; JSON pointer.
    Field { pointer: String, says: String },
}

impl fmt::Display for Fault {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field { pointer, says } => {
                let short: String = says.chars().take(300).collect();
                write!(into, "{pointer}: {short}")
            }
            other => write!(into, "{other:?}"),
        }
    }
}

/// How much a schema is to forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// What it says.
    Published,
    /// Fields that it does not name, too.
    Exact,
}

/// A text of what is published; none, said aloud, where it is missing and nobody promised it.
pub fn corpus(name: &str) -> Option<String> {
    let path = published(name)?;
    Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// Both documents.
pub struct Judge {
    documents: Vec<Document>,
    validators: Mutex<BTreeMap<(String, Measure), Arc<Validator>>>,
}

impl Judge {
    /// The published documents; none, said aloud, where they are missing and nobody promised them.
    pub fn get() -> Option<&'static Self> {
        static JUDGE: LazyLock<Option<Judge>> = LazyLock::new(|| {
            let api = corpus("schemas/smart-id/RP-API_V3.yml")?;
            let mock = corpus("schemas/smart-id/mock-device-link.yml")?;
            Some(Judge::of([&api, &mock]))
        });
        JUDGE.as_ref()
    }

    fn of(documents: [&str; 2]) -> Self {
        Self { documents: documents.map(Document::read).into(), validators: Mutex::default() }
    }

    /// The documents.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The operation that a request means.
    pub fn operation(&self, request: &Request<Vec<u8>>) -> Option<(&Document, Operation<'_>)> {
        let found = |document| {
            let operation = Document::operation(document, request.method(), request.uri().path())?;
            Some((document, operation))
        };
        self.documents.iter().find_map(found)
    }

    /// What is wrong with a request.
    pub fn request(&self, request: &Request<Vec<u8>>, measure: Measure) -> Vec<Fault> {
        let Some((document, operation)) = self.operation(request) else { return vec![Fault::Operation] };
        let mut faults = self.parameters(document, &operation, request.uri().query());
        match operation.definition.get("requestBody") {
            Some(described) => {
                let content = document.resolved(described).get("content");
                let place = format!("{} request", operation.name);
                faults.extend(self.body(
                    document,
                    &place,
                    content,
                    request.headers(),
                    request.body(),
                    measure,
                ));
            }
            None if !request.body().is_empty() => faults.push(Fault::UnexpectedBody),
            None => {}
        }
        faults
    }

    /// What is wrong with the answer to a request.
    pub fn response(
        &self,
        request: &Request<Vec<u8>>,
        response: &Response<Vec<u8>>,
        measure: Measure,
    ) -> Vec<Fault> {
        let Some((document, operation)) = self.operation(request) else { return vec![Fault::Operation] };
        let status = response.status().as_u16();
        let Some(described) = operation.definition["responses"].get(status.to_string()) else {
            return vec![Fault::Status(status)];
        };
        let content = document.resolved(described).get("content");
        let place = format!("{} {status}", operation.name);
        let body =
            if measure == Measure::Exact { unspiced(response.body()) } else { response.body().clone() };
        self.body(document, &place, content, response.headers(), &body, measure)
    }

    fn parameters(&self, document: &Document, operation: &Operation<'_>, query: Option<&str>) -> Vec<Fault> {
        let mut given: Vec<(&str, &str, String)> =
            operation.segments.iter().map(|(name, value)| ("path", *name, value.clone())).collect();
        for pair in query.into_iter().flat_map(|query| query.split('&')) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            given.push(("query", name, value.to_owned()));
        }
        let none = Vec::new();
        let described = operation.definition["parameters"].as_array().unwrap_or(&none);
        let described: Vec<&Value> = described.iter().map(|one| document.resolved(one)).collect();
        let mut faults = Vec::new();
        for one in described.iter().filter(|one| one["required"] == true) {
            if !given.iter().any(|(place, name, _)| one["in"] == *place && one["name"] == *name) {
                let name = one["name"].as_str().unwrap_or_default().to_owned();
                faults.push(Fault::Parameter { name, says: "missing".into() });
            }
        }
        for (place, name, value) in given {
            let fault = |says| Fault::Parameter { name: name.to_owned(), says };
            let Some(one) = described.iter().find(|one| one["in"] == place && one["name"] == name) else {
                faults.push(fault("not documented".into()));
                continue;
            };
            let schema = &one["schema"];
            let instance = match (schema["type"].as_str(), value.parse::<i64>()) {
                (Some("integer"), Ok(number)) => Value::from(number),
                _ => Value::from(value),
            };
            let validator =
                self.validator(document, &format!("parameter {name}"), schema, Measure::Published);
            faults.extend(validator.iter_errors(&instance).map(|error| fault(error.to_string())));
        }
        faults
    }

    fn body(
        &self,
        document: &Document,
        place: &str,
        content: Option<&Value>,
        headers: &HeaderMap,
        body: &[u8],
        measure: Measure,
    ) -> Vec<Fault> {
        let Some(content) = content else {
            return if body.is_empty() { Vec::new() } else { vec![Fault::UnexpectedBody] };
        };
        if body.is_empty() {
            return vec![Fault::MissingBody];
        }
        let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let Some(schema) = content.get(&essence).map(|described| &described["schema"]) else {
            return vec![Fault::MediaType(given.to_owned())];
        };
        let Ok(instance) = serde_json::from_slice::<Value>(body) else { return vec![Fault::NotJson] };
        self.fields(document, place, schema, &instance, measure)
    }

    /// What is wrong with a body by the schema of `place`.
    pub fn fields(
        &self,
        document: &Document,
        place: &str,
        schema: &Value,
        instance: &Value,
        measure: Measure,
    ) -> Vec<Fault> {
        let validator = self.validator(document, place, schema, measure);
        let field = |error: jsonschema::ValidationError<'_>| Fault::Field {
            pointer: error.instance_path().to_string(),
            says: error.to_string(),
        };
        validator.iter_errors(instance).map(field).collect()
    }

    fn validator(
        &self,
        document: &Document,
        place: &str,
        schema: &Value,
        measure: Measure,
    ) -> Arc<Validator> {
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        let build = || {
            jsonschema::options()
                .with_draft(jsonschema::Draft::Draft202012)
                .should_validate_formats(true)
                .with_format("byte", |text: &str| STANDARD.decode(text).is_ok())
                .with_format("URL", |text: &str| {
                    text.parse::<http::Uri>().is_ok_and(|url| url.scheme().is_some())
                })
                .build(&document.schema(schema, measure == Measure::Exact))
                .unwrap_or_else(|error| panic!("the schema of {place}: {error}"))
        };
        let key = (format!("{} {place}", document.base), measure);
        Arc::clone(validators.entry(key).or_insert_with(|| Arc::new(build())))
    }
}

/// An answer without [`SPICE`].
fn unspiced(body: &[u8]) -> Vec<u8> {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(body) else { return body.to_vec() };
    match fields.remove(SPICE) {
        Some(_) => Value::Object(fields).to_string().into_bytes(),
        None => body.to_vec(),
    }
}
