//! Reads the fields of one JSON object and collects what is wrong with them.

use serde_json::{Map, Value};

use super::problem::Fault;

/// One object, and what was found wrong in it so far.
pub struct Fields<'a> {
    pub fields: &'a Map<String, Value>,
    /// JSON pointer to it.
    pub pointer: String,
    pub faults: Vec<Fault>,
}

impl Fields<'_> {
    /// The fields of the object called `name` in this one.
    pub fn inner<'b>(&self, fields: &'b Map<String, Value>, name: &str) -> Fields<'b> {
        Fields { fields, pointer: format!("{}/{name}", self.pointer), faults: Vec::new() }
    }

    /// A string field that must be there.
    pub fn required(&mut self, name: &str) -> Option<String> {
        if !self.fields.contains_key(name) {
            self.fault(name, "missing");
        }
        self.text(name)
    }

    /// A string field; one of another type counts as faulty and absent.
    pub fn text(&mut self, name: &str) -> Option<String> {
        match self.fields.get(name)? {
            Value::String(text) => Some(text.clone()),
            _ => {
                self.fault(name, "not a string");
                None
            }
        }
    }

    /// A string field, if it is there, must be such that `holds`.
    pub fn check(&mut self, name: &str, holds: impl Fn(&str) -> bool, reason: &str) {
        if self.fields.get(name).and_then(Value::as_str).is_some_and(|text| !holds(text)) {
            self.fault(name, reason);
        }
    }

    /// Notes a fault of the field `name`.
    pub fn fault(&mut self, name: &str, reason: &str) {
        self.faults.push(Fault::at(&format!("{}/{name}", self.pointer), reason));
    }
}

impl<'a> Fields<'a> {
    /// An object that stands in the field `name`.
    pub fn object(&mut self, name: &str, required: bool) -> Option<&'a Map<String, Value>> {
        match self.fields.get(name) {
            Some(Value::Object(fields)) => return Some(fields),
            Some(_) => self.fault(name, "not an object"),
            None if required => self.fault(name, "missing"),
            None => {}
        }
        None
    }
}
