//! The languages the program speaks, and how it learns which one a person wants.

use serde::{Deserialize, Serialize};
use unic_langid::{LanguageIdentifier, langid};

/// A language the program speaks. In JSON and TOML it is its BCP 47 tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Estonian.
    #[serde(rename = "et")]
    Estonian,
    /// Latvian.
    #[serde(rename = "lv")]
    Latvian,
    /// Lithuanian.
    #[serde(rename = "lt")]
    Lithuanian,
}

impl Language {
    /// All of them, in the order in which a choice lists them.
    pub const ALL: [Self; 4] = [Self::English, Self::Estonian, Self::Latvian, Self::Lithuanian];

    /// The language that fits a tag such as `en_GB.UTF-8` or `en-GB` best; English when there is none.
    pub fn from_tag(tag: &str) -> Self {
        Self::spoken(tag).unwrap_or_default()
    }

    /// The language of a tag such as `et_EE.UTF-8` or `et-EE`, if it is one of ours.
    pub fn spoken(tag: &str) -> Option<Self> {
        let primary = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// What the environment says, if it says one of ours: POSIX (XBD 8.2) with the list of GNU gettext, whose `LANGUAGE`
    /// counts unless the locale is `C`. `variable` answers what a variable holds.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let said = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said)?;
        if matches!(locale.split('.').next(), Some("C" | "POSIX")) {
            return Some(Self::English);
        }
        let list = said("LANGUAGE").unwrap_or_default();
        list.split(':').chain([locale.as_str()]).find_map(Self::spoken)
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Estonian => "et",
            Self::Latvian => "lv",
            Self::Lithuanian => "lt",
        }
    }

    /// Its ISO 639-2 code.
    pub const fn iso_639_2(self) -> &'static str {
        match self {
            Self::English => "eng",
            Self::Estonian => "est",
            Self::Latvian => "lav",
            Self::Lithuanian => "lit",
        }
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::Estonian => langid!("et"),
            Self::Latvian => langid!("lv"),
            Self::Lithuanian => langid!("lt"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_whatever_stands_behind_it() {
        for (tag, language) in [
            ("et_EE.UTF-8", Some(Language::Estonian)),
            ("lv-LV", Some(Language::Latvian)),
            ("LT", Some(Language::Lithuanian)),
            ("en_GB@euro", Some(Language::English)),
            ("eto", None),
            ("ru_RU", None),
            ("", None),
        ] {
            assert_eq!(Language::spoken(tag), language, "{tag}");
        }
        assert_eq!(Language::from_tag("ru_RU"), Language::English);
    }

    #[test]
    fn the_environment_is_read_as_gettext_reads_it() {
        let said = |given: &[(&str, &str)]| {
            Language::of_environment(|asked| {
                given.iter().find(|(name, _)| *name == asked).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(said(&[]), None);
        assert_eq!(said(&[("LANG", "et_EE.UTF-8")]), Some(Language::Estonian));
        assert_eq!(
            said(&[("LC_ALL", ""), ("LC_MESSAGES", "lv_LV"), ("LANG", "et_EE")]),
            Some(Language::Latvian)
        );
        assert_eq!(said(&[("LANG", "en_US"), ("LANGUAGE", "ru:lt:en")]), Some(Language::Lithuanian));
        assert_eq!(said(&[("LC_ALL", "C.UTF-8"), ("LANGUAGE", "lt")]), Some(Language::English));
        assert_eq!(said(&[("LANG", "ru_RU")]), None);
    }

    #[test]
    fn on_every_wire_a_language_is_its_tag() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_value(language).expect("a text"), language.tag());
        }
    }
}
