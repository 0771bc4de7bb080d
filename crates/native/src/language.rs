//! The language that a person chose for the window, remembered among the program's own files.

use std::fs;
use std::path::PathBuf;

use workflow::report::words::Language;

use crate::error::Error;
use crate::folders::Folders;

/// Under which it is written down.
const NAME: &str = "language";

/// The language chosen earlier; `None` where none was chosen, or the note of it makes no sense.
pub fn chosen(folders: &Folders) -> Option<Language> {
    Language::spoken(fs::read_to_string(note(folders)).ok()?.trim())
}

/// Remembers a choice.
///
/// # Errors
/// [`Error::Folder`]: it cannot be written.
pub fn choose(folders: &Folders, language: Language) -> Result<(), Error> {
    folders.note(NAME, format!("{}\n", language.tag()).as_bytes())
}

fn note(folders: &Folders) -> PathBuf {
    folders.data().join(NAME)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_choice_is_remembered_until_another_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(folder.path()).unwrap();
        assert_eq!(chosen(&folders), None);
        choose(&folders, Language::Latvian).unwrap();
        choose(&folders, Language::Lithuanian).unwrap();
        assert_eq!(chosen(&folders), Some(Language::Lithuanian));
        fs::write(note(&folders), "klingon").unwrap();
        assert_eq!(chosen(&folders), None);
    }
}
