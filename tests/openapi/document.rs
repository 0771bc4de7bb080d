//! An OpenAPI 3.1 document, as far as the published ones use it.

use http::Method;
use serde_json::{Map, Value};

/// One document.
pub struct Document {
    /// Path of its server, `/smart-id-rp`.
    pub base: String,
    /// As published.
    pub published: Value,
    /// The same, but no object may have fields that the document does not name. Most of the published schemas allow
    /// them, and so would let a misspelt optional field pass.
    pub exact: Value,
}

/// One method of one path.
pub struct Operation<'a> {
    /// `operationId`.
    pub name: &'a str,
    /// The definition.
    pub definition: &'a Value,
    /// The variable segments of the path, by name.
    pub segments: Vec<(&'a str, String)>,
}

impl Document {
    /// Reads YAML.
    pub fn read(yaml: &str) -> Self {
        let published: Value = serde_saphyr::from_str(yaml).expect("an OpenAPI document");
        assert!(published["openapi"].as_str().is_some_and(|version| version.starts_with("3.1.")));
        let server: http::Uri =
            published["servers"][0]["url"].as_str().expect("a server").parse().expect("a URL");
        let mut exact = published.clone();
        close(&mut exact);
        Self { base: server.path().trim_end_matches('/').to_owned(), published, exact }
    }

    /// The operation that a request means. Fixed segments win over variable ones (OpenAPI 3.1 §4.8.8.2).
    pub fn operation(&self, method: &Method, path: &str) -> Option<Operation<'_>> {
        let given: Vec<&str> = path.strip_prefix(&self.base)?.split('/').collect();
        let matching = self.paths().iter().filter_map(|(template, item)| {
            let segments = matched(template, &given)?;
            Some((item, segments))
        });
        let (item, segments) = matching.min_by_key(|(_, segments)| segments.len())?;
        let definition = item.get(method.as_str().to_ascii_lowercase())?;
        let name = definition["operationId"].as_str()?;
        Some(Operation { name, definition, segments })
    }

    /// Follows `$ref` as long as there is one.
    pub fn resolved<'a>(&'a self, mut value: &'a Value) -> &'a Value {
        while let Some(target) = value.get("$ref").and_then(Value::as_str) {
            let pointer = target.strip_prefix('#').expect("nothing outside the document is referred to");
            value = self.published.pointer(pointer).expect("what is referred to");
        }
        value
    }

    /// The schema as a document of its own, which carries all components along.
    pub fn schema(&self, schema: &Value, exact: bool) -> Value {
        let mut alone = schema.clone();
        if exact {
            close(&mut alone);
        }
        let whole = if exact { &self.exact } else { &self.published };
        alone["components"] = serde_json::json!({ "schemas": whole["components"]["schemas"] });
        alone
    }

    fn paths(&self) -> &Map<String, Value> {
        self.published["paths"].as_object().expect("paths")
    }
}

fn matched<'a>(template: &'a str, given: &[&str]) -> Option<Vec<(&'a str, String)>> {
    let wanted: Vec<&str> = template.split('/').collect();
    if wanted.len() != given.len() {
        return None;
    }
    let mut segments = Vec::new();
    for (wanted, given) in wanted.into_iter().zip(given) {
        match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => segments.push((name, (*given).to_owned())),
            None if wanted == *given => {}
            None => return None,
        }
    }
    Some(segments)
}

/// Forbids unknown fields in every object whose fields are listed.
fn close(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(close);
            if fields.get("properties").is_some_and(Value::is_object) {
                fields.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}
