//! The figures of a row: few, and there are many rows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Figures by their names, in the order of these. In JSON an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures(Vec<(Cow<'static, str>, String)>);

impl Figures {
    /// The figure of that name.
    pub fn get(&self, name: &str) -> Option<&String> {
        let at = self.place(name).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Names and figures, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, value.as_str()))
    }

    /// Puts a figure in its place; one of the same name makes room for it.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: String) {
        let name = name.into();
        match self.place(&name) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    *known = value;
                }
            }
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(name))
    }
}

/// Of two of the same name the later one counts.
impl<N: Into<Cow<'static, str>>> FromIterator<(N, String)> for Figures {
    fn from_iter<I: IntoIterator<Item = (N, String)>>(all: I) -> Self {
        let all = all.into_iter();
        let mut figures = Self(Vec::with_capacity(all.size_hint().0));
        all.for_each(|(name, value)| figures.insert(name, value));
        figures
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Figures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = BTreeMap::<String, String>::deserialize(deserializer)?;
        Ok(all.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn they_stand_in_order_each_once_and_come_back_from_json() {
        let all = [("digest", "a1"), ("at", "first"), ("cause", "none"), ("at", "last")];
        let figures: Figures = all.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        assert_eq!(figures.iter().collect::<Vec<_>>(), [("at", "last"), ("cause", "none"), ("digest", "a1")]);
        assert_eq!(figures.get("cause").unwrap(), "none");
        assert_eq!(figures.get("caus"), None);
        let json = serde_json::to_string(&figures).unwrap();
        assert_eq!(json, r#"{"at":"last","cause":"none","digest":"a1"}"#);
        let other_order = r#"{"digest":"a1","at":"first","cause":"none","at":"last"}"#;
        for text in [json.as_str(), other_order] {
            assert_eq!(serde_json::from_str::<Figures>(text).unwrap(), figures);
        }
        assert!(serde_json::from_str::<Figures>(r#"{"at":1}"#).is_err());
    }
}
