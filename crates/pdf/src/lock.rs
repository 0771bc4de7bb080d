//! What a signature leaves open and what it locks (ISO 32000-2 §12.7.5.5 and §12.8.2).

use lopdf::{Dictionary, Object};
use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    reading::Reading,
    text,
    update::{reference, serialized},
};

/// Names in one lock; a form of a thousand fields stays far below.
const MAX_NAMES: usize = 20_000;

/// Work of keeping a name, however short: many fields may share one lock.
const NAME: u64 = 256;

/// What may still be done to a document (`/P`, tables 233 and 254). Validation data and document time-stamps always may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Permission {
    /// 1: nothing.
    NoChanges,
    /// 2: filling in forms and signing.
    FormFilling,
    /// 3: also annotations.
    Annotations,
}

impl Permission {
    /// `/P`.
    pub const fn number(self) -> u8 {
        match self {
            Self::NoChanges => 1,
            Self::FormFilling => 2,
            Self::Annotations => 3,
        }
    }

    /// What this number says; nothing for one that the standard does not have.
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::NoChanges),
            2 => Some(Self::FormFilling),
            3 => Some(Self::Annotations),
            _ => None,
        }
    }

    /// What stands under `/P` of a signature or a lock; nothing where nothing does. What the standard does not have permits nothing:
    /// nobody can tell what else it would.
    pub(crate) fn told(value: &Object) -> Option<Self> {
        match value {
            Object::Null => None,
            Object::Integer(number) => Some(Self::from_number(*number).unwrap_or(Self::NoChanges)),
            _ => Some(Self::NoChanges),
        }
    }
}

/// Which fields a lock means (`/Action`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockAction {
    /// Every field of the document.
    All,
    /// The fields that are named.
    Include,
    /// The fields that are not named.
    Exclude,
}

/// A signature field lock (table 233), or the parameters of a FieldMDP transform (table 256).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldLock {
    /// Which fields are meant.
    pub action: LockAction,
    /// Fully qualified names; one that is not terminal stands for all fields below it.
    pub fields: Vec<String>,
    /// `/P` of ISO 32000-2: what the whole document permits from that signature on.
    pub permission: Option<Permission>,
}

impl FieldLock {
    /// Whether the field of that name is locked.
    pub fn locks(&self, name: &str) -> bool {
        let named = self.fields.iter().any(|field| {
            name.strip_prefix(field.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        match self.action {
            LockAction::All => true,
            LockAction::Include => named,
            LockAction::Exclude => !named,
        }
    }

    /// What the dictionary says. An `/Action` that the standard does not have locks all, and so do names that cannot be read: nobody
    /// can tell what they spare.
    pub(crate) fn read(reading: &Reading<'_>, dictionary: &Dictionary) -> Result<Self, Error> {
        let permission = Permission::told(&*reading.get(dictionary, b"P")?);
        let action = match reading.get(dictionary, b"Action")?.into_owned() {
            Object::Name(name) if name == b"Include" => LockAction::Include,
            Object::Name(name) if name == b"Exclude" => LockAction::Exclude,
            _ => LockAction::All,
        };
        let fields = match action {
            LockAction::All => None,
            LockAction::Include | LockAction::Exclude => {
                names(reading, &*reading.get(dictionary, b"Fields")?)?
            }
        };
        let action = if fields.is_some() { action } else { LockAction::All };
        Ok(Self { action, fields: fields.unwrap_or_default(), permission })
    }

    /// The signature reference (table 253) that puts this lock into force. `/P` in it is not the standard's, but what
    /// the field's own `/Lock` says is repeated there by the readers people have, and read from there.
    pub(crate) fn reference(&self, catalog: lopdf::ObjectId) -> Vec<u8> {
        let action = match self.action {
            LockAction::All => "All",
            LockAction::Include => "Include",
            LockAction::Exclude => "Exclude",
        };
        let mut text = format!(
            "<</Type/SigRef/TransformMethod/FieldMDP/Data {}/TransformParams<</Type/TransformParams/V/1.2/Action/{action}",
            reference(catalog)
        )
        .into_bytes();
        if self.action != LockAction::All {
            let names = self.fields.iter().map(|name| text::encode(name)).collect();
            text.extend_from_slice(b"/Fields");
            text.extend(serialized(&Object::Array(names)));
        }
        if let Some(permission) = self.permission {
            text.extend(format!("/P {}", permission.number()).into_bytes());
        }
        text.extend_from_slice(b">>>>");
        text
    }
}

/// The names of fields; nothing if one of them can be read in more than one way.
fn names(reading: &Reading<'_>, list: &Object) -> Result<Option<Vec<String>>, Error> {
    /// Begins and ends the name of a language (ISO 32000-2 §7.9.2.2).
    const ESCAPE: char = '\u{1b}';
    let Object::Array(list) = list else { return Ok(None) };
    if list.len() > MAX_NAMES {
        return Err(Error::TooLarge { what: "the names in a lock", limit: MAX_NAMES as u64 });
    }
    let mut names = Vec::new();
    for name in list {
        reading.input().budget().spend(NAME)?;
        match reading.resolve(name)?.as_str().map(text::decode) {
            Ok(name) if !name.contains(ESCAPE) => names.push(name),
            _ => return Ok(None),
        }
    }
    Ok(Some(names))
}

/// The signature reference that makes a certification signature (table 254).
pub(crate) fn certification(permission: Permission) -> Vec<u8> {
    format!(
        "<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P {}>>>>",
        permission.number()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(action: LockAction, fields: &[&str]) -> FieldLock {
        let fields = fields.iter().map(|&name| name.to_owned()).collect();
        FieldLock { action, fields, permission: None }
    }

    #[test]
    fn a_name_stands_for_itself_and_for_all_below_it() {
        let include = lock(LockAction::Include, &["buyer", "price"]);
        assert!(include.locks("buyer") && include.locks("buyer.name"));
        assert!(!include.locks("buyers") && !include.locks("seller"));
        let exclude = lock(LockAction::Exclude, &["buyer"]);
        assert!(!exclude.locks("buyer.name") && exclude.locks("buyers"));
        assert!(lock(LockAction::All, &[]).locks("anything"));
    }
}
