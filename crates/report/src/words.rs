//! The sentences of the program, looked up by name. Fluent files, one folder for each language.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::amount;

/// A figure in a sentence: a text or a number.
pub use fluent_bundle::FluentValue as Value;

pub use crate::language::Language;

/// The files of a language, by who needs them.
#[derive(Clone, Copy)]
enum Part {
    /// What is put into documents and onto the phone: little, and all that signing needs that nobody looks at.
    Written,
    /// What is said to people. Its files name each other's terms.
    Said,
    /// The questions of a validation, and what was found.
    Checked,
    /// What went wrong.
    Failed,
}

macro_rules! files {
    ($part:expr, $folder:literal) => {
        match $part {
            Part::Said => &[
                include_str!(concat!("../locales/", $folder, "/main.ftl")),
                include_str!(concat!("../locales/", $folder, "/cli.ftl")),
                include_str!(concat!("../locales/", $folder, "/paper.ftl")),
            ],
            Part::Checked => &[include_str!(concat!("../locales/", $folder, "/checks.ftl"))],
            Part::Failed => &[include_str!(concat!("../locales/", $folder, "/errors.ftl"))],
            Part::Written => &[
                include_str!(concat!("../locales/", $folder, "/phone.ftl")),
                include_str!(concat!("../locales/", $folder, "/seal.ftl")),
            ],
        }
    };
}

impl Part {
    /// All of them, those first that are wanted most.
    const ALL: [Self; 4] = [Self::Written, Self::Said, Self::Checked, Self::Failed];

    const fn files(self, language: Language) -> &'static [&'static str] {
        match language {
            Language::English => files!(self, "en"),
            Language::Estonian => files!(self, "et"),
            Language::Latvian => files!(self, "lv"),
            Language::Lithuanian => files!(self, "lt"),
        }
    }
}

/// All sentences in one language. They are read once for the whole program, when the first of them is wanted.
pub struct Words {
    language: Language,
}

type Bundle = FluentBundle<FluentResource>;

/// Sentences as they were read.
struct Read {
    bundle: Bundle,
    faults: Vec<String>,
}

impl Words {
    /// The sentences of a language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Where a sentence stands: in this language, else in English, which has them all.
    fn find(&self, id: &str) -> Option<&'static Bundle> {
        let languages = [self.language, Language::English];
        languages.into_iter().find_map(|language| sentences(language, id))
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence with its figures. One that is missing shows its name.
    pub fn text(&self, id: &str, figures: &[(&str, Value<'_>)]) -> String {
        let found = self.find(id).and_then(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            // A figure that is missing shows as its own name: a flaw to be seen, not a reason to say nothing.
            Some(bundle.format_pattern(pattern, Some(&self.arguments(figures)), &mut Vec::new()).into_owned())
        });
        found.unwrap_or_else(|| id.to_owned())
    }

    /// An attribute of a sentence with its figures; `None` when there is none.
    pub fn attribute(&self, id: &str, attribute: &str, figures: &[(&str, Value<'_>)]) -> Option<String> {
        let bundle = self.find(id)?;
        let pattern = bundle.get_message(id)?.get_attribute(attribute)?.value();
        Some(bundle.format_pattern(pattern, Some(&self.arguments(figures)), &mut Vec::new()).into_owned())
    }

    /// Whether there is a sentence of this name.
    pub fn has(&self, id: &str) -> bool {
        self.find(id)
            .and_then(|bundle| bundle.get_message(id))
            .is_some_and(|message| message.value().is_some())
    }

    fn arguments<'a>(&self, figures: &[(&'a str, Value<'a>)]) -> FluentArgs<'a> {
        let chosen = |value: &Value<'a>| amount::chosen_by(self.language, value.clone());
        figures.iter().map(|(name, value)| (*name, chosen(value))).collect()
    }

    /// What is wrong with the Fluent files themselves, for tests: syntax, and names given twice.
    pub fn faults(&self) -> Vec<String> {
        // Each part has to do without the others, and no name is given in two of them.
        let parts = Part::ALL.map(|part| part.files(self.language));
        let apart = parts.iter().flat_map(|files| read(self.language, *files).faults);
        apart.chain(read(self.language, parts.into_iter().flatten()).faults).collect()
    }
}

/// The part of a language in which the sentence stands, if it has it. Each is read once, when something in it is wanted.
fn sentences(language: Language, id: &str) -> Option<&'static Bundle> {
    type Shelf = [LazyLock<Read>; Part::ALL.len()];
    macro_rules! shelf {
        ($language:expr) => {{
            static SHELF: Shelf = [
                LazyLock::new(|| read($language, Part::Written.files($language))),
                LazyLock::new(|| read($language, Part::Said.files($language))),
                LazyLock::new(|| read($language, Part::Checked.files($language))),
                LazyLock::new(|| read($language, Part::Failed.files($language))),
            ];
            &SHELF
        }};
    }
    let shelf = match language {
        Language::English => shelf!(Language::English),
        Language::Estonian => shelf!(Language::Estonian),
        Language::Latvian => shelf!(Language::Latvian),
        Language::Lithuanian => shelf!(Language::Lithuanian),
    };
    shelf.iter().map(|part| &part.bundle).find(|bundle| bundle.has_message(id))
}

/// Reads files together.
fn read<'a>(language: Language, files: impl IntoIterator<Item = &'a &'a str>) -> Read {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks are for bidirectional text in a window; in a terminal and in JSON they are litter.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|figure, _| amount::written(figure)));
    let mut faults = Vec::new();
    for source in files {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(ToString::to_string));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(ToString::to_string));
        }
    }
    Read { bundle, faults }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Text that came from outside, made safe to show in one line of a terminal: control characters (which could move the
/// cursor or recolour what stands before) and characters that turn the writing direction show as `�`. Blanks that stand together
/// show as one, and a long text is cut off, so that nothing else seems to begin where the line does.
pub fn plain(foreign: &str) -> String {
    /// Letters of the longest text: as many as the path of a file may have bytes.
    const LONGEST: usize = 4096;
    let (mut shown, mut letters) = (String::with_capacity(foreign.len().min(LONGEST)), 0);
    for c in foreign.chars() {
        let c = match c {
            c if !harmless(c) => '\u{fffd}',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c == ' ' && shown.ends_with(' ') {
            continue;
        }
        if letters == LONGEST {
            shown.push('…');
            break;
        }
        letters += 1;
        shown.push(c);
    }
    shown
}

/// The name of a document where words about it follow in the same line: in quotes, if it could be taken for such words itself.
pub(crate) fn named(document: &str) -> String {
    set_apart(document, &[": "])
}

/// Text that came from outside where other text follows in the same line: in quotes, if there is in it what begins the other.
pub(crate) fn set_apart(foreign: &str, begins: &[&str]) -> String {
    let shown = plain(foreign);
    match shown.contains('"') || begins.iter().any(|mark| shown.contains(mark)) {
        true => format!("{shown:?}"),
        false => shown,
    }
}

/// A written form in which what is not harmless, and no ASCII, stands as an escape: it says the same to whoever reads the form,
/// and nothing to whoever looks at it.
pub(crate) fn escaped(written: String, escape: impl Fn(&mut String, char)) -> String {
    let stays = |c: char| c.is_ascii() || harmless(c);
    if written.is_ascii() || written.chars().all(stays) {
        return written;
    }
    written.chars().fold(String::with_capacity(written.len()), |mut text, c| {
        if stays(c) {
            text.push(c)
        } else {
            escape(&mut text, c)
        }
        text
    })
}

const fn harmless(c: char) -> bool {
    // Control characters; line and paragraph separators; direction marks, overrides and isolates; what is not seen, letters among
    // it (joiners aside, which some scripts need, and what chooses between a letter and a picture); the byte order mark,
    // annotations, tags, what shortens and joins signs of other scripts; private use, which each font draws its own way, and what is
    // no letter.
    (c as u32) & 0xfffe != 0xfffe
        && !matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{1345f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_sound_and_name_nothing_twice() {
        for language in Language::ALL {
            assert_eq!(Words::new(language).faults(), Vec::<String>::new(), "{language:?}");
        }
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
        assert_eq!(plain(" a  b \u{a0}\u{3000} c"), " a b c");
        assert_eq!(plain(&"õ".repeat(4096)), "õ".repeat(4096));
        assert_eq!(plain(&"õ".repeat(4097)), format!("{}…", "õ".repeat(4096)));
        for unseen in
            "\u{61c}\u{9b}\u{200b}\u{2060}\u{2066}\u{fff9}\u{e0041}\u{ad}\u{3164}\u{ffa0}\u{2800}\u{e0100}\u{e000}\u{10ffff}\u{1fffe}\u{fdd0}\u{1d173}\u{1bca0}\u{13430}"
                .chars()
        {
            assert_eq!(plain(&format!("a{unseen}b")), "a\u{fffd}b", "{unseen:?}");
        }
        assert_eq!(plain("क्‍ष a\u{200c}b"), "क्‍ष a\u{200c}b", "joiners are letters to some scripts");
    }
}
