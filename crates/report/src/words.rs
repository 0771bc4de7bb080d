//! The sentences of the program, looked up by name. Fluent files, one folder for each language.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

/// A figure in a sentence: a text or a number.
pub use fluent_bundle::FluentValue as Value;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    /// The language that fits a tag such as `en_GB.UTF-8` or `en-GB` best; English when there is none.
    pub fn from_tag(_tag: &str) -> Self {
        Self::English
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
        }
    }

    /// What is said to people. Its files name each other's terms.
    const fn said(self) -> &'static [&'static str] {
        match self {
            Self::English => &[
                include_str!("../locales/en/main.ftl"),
                include_str!("../locales/en/errors.ftl"),
                include_str!("../locales/en/checks.ftl"),
                include_str!("../locales/en/cli.ftl"),
                include_str!("../locales/en/paper.ftl"),
            ],
        }
    }

    /// What is put into documents and onto the phone: little, and all that signing needs that nobody looks at.
    const fn written(self) -> &'static [&'static str] {
        match self {
            Self::English => {
                &[include_str!("../locales/en/phone.ftl"), include_str!("../locales/en/seal.ftl")]
            }
        }
    }
}

/// All sentences in one language. They are read once for the whole program, when the first of them is wanted.
pub struct Words {
    language: Language,
}

/// Sentences as they were read.
struct Read {
    bundle: FluentBundle<FluentResource>,
    faults: Vec<String>,
}

impl Words {
    /// The sentences of a language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Where a sentence stands.
    fn read(&self, id: &str) -> &'static Read {
        static WRITTEN: LazyLock<Read> = LazyLock::new(|| Language::English.read(&[Language::written]));
        static SAID: LazyLock<Read> = LazyLock::new(|| Language::English.read(&[Language::said]));
        match self.language {
            Language::English if WRITTEN.bundle.has_message(id) => &WRITTEN,
            Language::English => &SAID,
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence with its figures. One that is missing shows its name.
    pub fn text(&self, id: &str, figures: &[(&str, Value<'_>)]) -> String {
        let bundle = &self.read(id).bundle;
        let message = bundle.get_message(id);
        match message.as_ref().and_then(|message| message.value()) {
            // A figure that is missing shows as its own name: a flaw to be seen, not a reason to say nothing.
            Some(pattern) => {
                bundle.format_pattern(pattern, Some(&arguments(figures)), &mut Vec::new()).into_owned()
            }
            None => id.to_owned(),
        }
    }

    /// An attribute of a sentence with its figures; `None` when there is none.
    pub fn attribute(&self, id: &str, attribute: &str, figures: &[(&str, Value<'_>)]) -> Option<String> {
        let bundle = &self.read(id).bundle;
        let pattern = bundle.get_message(id)?.get_attribute(attribute)?.value();
        Some(bundle.format_pattern(pattern, Some(&arguments(figures)), &mut Vec::new()).into_owned())
    }

    /// Whether there is a sentence of this name.
    pub fn has(&self, id: &str) -> bool {
        self.read(id).bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// What is wrong with the Fluent files themselves, for tests: syntax, and names given twice.
    pub fn faults(&self) -> Vec<String> {
        self.language.read(&[Language::said, Language::written]).faults
    }
}

impl Language {
    /// Reads files together.
    fn read(self, files: &[fn(Self) -> &'static [&'static str]]) -> Read {
        let mut bundle = FluentBundle::new_concurrent(vec![self.identifier()]);
        // Isolation marks are for bidirectional text in a window; in a terminal and in JSON they are litter.
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        for source in files.iter().flat_map(|files| files(self)) {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
                    faults.extend(errors.iter().map(ToString::to_string));
                    resource
                });
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(ToString::to_string));
            }
        }
        Read { bundle, faults }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn arguments<'a>(figures: &[(&'a str, Value<'a>)]) -> FluentArgs<'a> {
    figures.iter().map(|(name, value)| (*name, value.clone())).collect()
}

/// Text that came from outside, made safe to show in one line of a terminal: control characters (which could move the
/// cursor or recolour what stands before) and characters that turn the writing direction show as `�`.
pub fn plain(foreign: &str) -> String {
    foreign.chars().map(|c| if harmless(c) { c } else { '\u{fffd}' }).collect()
}

const fn harmless(c: char) -> bool {
    // Control characters; line and paragraph separators; direction marks, overrides and isolates; the byte order mark.
    !matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_sound_and_name_nothing_twice() {
        assert_eq!(Words::new(Language::English).faults(), Vec::<String>::new());
    }

    #[test]
    fn a_missing_sentence_shows_its_name_and_a_missing_figure_its_own() {
        let words = Words::new(Language::English);
        assert_eq!(words.text("nothing-of-the-kind", &[]), "nothing-of-the-kind");
        assert_eq!(words.attribute("nothing-of-the-kind", "cause", &[]), None);
        assert!(words.text("report-unknown-error", &[]).contains("code"));
    }

    #[test]
    fn foreign_text_cannot_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\r\nc\u{202e}d"), "a\u{fffd}[2Jb\u{fffd}\u{fffd}c\u{fffd}d");
        assert_eq!(plain("Õnne Žydrė"), "Õnne Žydrė");
    }
}
