//! The language of the window, and so of what the phone shows and of what stands in a document signed here.

use std::sync::{Mutex, PoisonError};

use workflow::report::words::Language;

/// The language of the window, once it is settled.
#[derive(Default)]
pub struct Spoken(Mutex<Option<Language>>);

impl Spoken {
    /// The language; English until it is settled.
    pub fn language(&self) -> Language {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or_default()
    }

    /// Speaks that language from now on.
    pub fn choose(&self, language: Language) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(language);
    }

    /// Settles on what was asked for with `PITSER_LANGUAGE`, else chosen earlier, else what the system speaks: what its
    /// environment says and, where it says nothing of ours, what the page in the window was told.
    pub fn settle(
        &self,
        variable: impl Fn(&str) -> Option<String>,
        chosen: Option<Language>,
        page: &[String],
    ) -> Language {
        let asked = variable("PITSER_LANGUAGE").and_then(|tag| Language::spoken(&tag));
        let told = || page.iter().find_map(|tag| Language::spoken(tag));
        let language = asked.or(chosen).or_else(|| Language::of_environment(variable)).or_else(told);
        self.choose(language.unwrap_or_default());
        self.language()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_counts_more_than_the_system_and_a_wish_more_than_a_choice() {
        let settled = |environment: &[(&str, &str)], chosen, page: &[&str]| {
            let page: Vec<String> = page.iter().map(|tag| (*tag).to_owned()).collect();
            let variable = |asked: &str| {
                environment.iter().find(|(name, _)| *name == asked).map(|(_, value)| (*value).to_owned())
            };
            Spoken::default().settle(variable, chosen, &page)
        };
        let lithuanian = Some(Language::Lithuanian);
        assert_eq!(settled(&[], None, &[]), Language::English);
        assert_eq!(settled(&[], None, &["ru-RU", "lv-LV", "et"]), Language::Latvian);
        assert_eq!(settled(&[("LANG", "et_EE.UTF-8")], None, &["lv"]), Language::Estonian);
        assert_eq!(settled(&[("LANG", "et_EE.UTF-8")], lithuanian, &["lv"]), Language::Lithuanian);
        assert_eq!(settled(&[("PITSER_LANGUAGE", "lv")], lithuanian, &[]), Language::Latvian);
    }
}
