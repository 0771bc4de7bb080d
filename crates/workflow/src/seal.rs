//! The seal of a signature: who, when, why and where, in words, and its place on a page.

use std::sync::Arc;

use ades::{Document, sealed_name};
pub use ades::{Occurrence, PersonalCode, Side, Spot};
use pdf::{Appearance, Line, Picture, Seal, Weight};
pub use pdf::{Border, Place};
use pki::{Certificate, Time};
use report::words::{Language, Words};

use crate::error::Error;
use crate::order::Level;
pub use crate::seal_style::{SealStyle, Statement};
use crate::show::{self, not_drawn};

/// A seal as it is ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct SealOrder {
    /// Where; `None` for the box of the field that is signed, which may be the only one that waits and is seen, else the
    /// only signature line, else a free place.
    pub spot: Option<Spot>,
    /// A PNG, JPEG or SVG file.
    pub picture: Option<Vec<u8>>,
    /// Lines of one's own below the others.
    pub text: Vec<String>,
    /// What it looks like.
    pub style: SealStyle,
}

impl SealOrder {
    /// A seal of that style, at its proposed place, without a picture.
    pub fn of(style: &SealStyle) -> Self {
        Self { spot: None, picture: None, text: Vec::new(), style: style.clone() }
    }
}

/// What a seal states of its signature.
pub(crate) struct Stated<'a> {
    pub signer: &'a Certificate,
    /// The claimed time of signing.
    pub at: Time,
    pub reason: Option<&'a str>,
    pub location: Option<&'a str>,
    pub level: Level,
    /// The language of its words.
    pub language: Language,
    /// The signature goes into a field that has its own box.
    pub in_field: bool,
}

/// The seal, made and placed.
///
/// # Errors
/// [`Error::SealNoPlace`] when the text or a free place is not found; [`Error::Document`] for a picture that cannot be
/// used, and for a page that cannot be drawn where its text or a free place is looked for.
pub(crate) fn appearance(
    document: &Document,
    order: &SealOrder,
    stated: &Stated<'_>,
) -> Result<Appearance, Error> {
    let picture = order.picture.as_deref().map(Picture::read).transpose().map_err(ades::Error::from)?;
    let seal = Seal { lines: lines(order, stated), picture, border: order.style.border };
    let (width, height) = (order.style.width, order.style.height);
    let (page, place) = match (&order.spot, stated.in_field) {
        // The field has its own.
        (_, true) => (1, Place { x: 0.0, y: 0.0, width, height }),
        (Some(Spot::Box { page, place }), false) => (*page, *place),
        (spot, false) => {
            let bytes: Arc<[u8]> = show::read(document.pdf().source().as_ref())?.into();
            let password = document.pdf().password_for_reading();
            let pages = show::pages(bytes, password.as_ref()).map_err(not_drawn)?;
            let found = match spot {
                Some(spot) => document.find_place(&pages, spot)?,
                None => document.proposed_place(&pages, (width, height))?,
            };
            found.ok_or(Error::SealNoPlace)?
        }
    };
    Ok(Appearance { page, place, seal })
}

fn lines(order: &SealOrder, stated: &Stated<'_>) -> Vec<Line> {
    let words = Words::new(stated.language);
    let signer = sealed_name(stated.signer, order.style.personal_code);
    let said = |id: &str, figure: &str, value: &str| words.text(id, &[(figure, value.into())]);
    let mut lines = vec![Line { text: signer.name, weight: Weight::Name }];
    let mut add = |text: String| lines.push(Line { text, weight: Weight::Text });
    signer.code.into_iter().for_each(&mut add);
    for statement in &order.style.show {
        match statement {
            Statement::Time => add(said("seal-time", "time", &moment(stated.at))),
            Statement::Reason => {
                stated.reason.into_iter().for_each(|reason| add(said("seal-reason", "reason", reason)))
            }
            Statement::Location => {
                stated.location.into_iter().for_each(|place| add(said("seal-location", "place", place)));
            }
            Statement::Level => add(said("seal-level", "level", &stated.level.to_string())),
        }
    }
    order.text.iter().cloned().for_each(&mut add);
    lines
}

/// Year to second; the words add the zone, which is UTC.
fn moment(at: Time) -> String {
    let c = at.calendar();
    format!("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute, c.second)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_profile_says_what_seals_look_like() {
        let read = |text: &str| toml::from_str::<SealStyle>(text);
        let style = read("personal-code = 'none'\nborder = 'none'\nwidth = 150.0\nshow = ['time']").unwrap();
        assert_eq!((style.personal_code, style.border), (PersonalCode::None, Border::None));
        assert_eq!((style.width, style.height, style.show), (150.0, 72.0, vec![Statement::Time]));
        assert_eq!(read("language = 'et'").unwrap().language, Some(Language::Estonian));
        assert_eq!(read("").unwrap(), SealStyle::default());
        assert!(read("colour = 'green'").is_err());
    }

    #[test]
    fn a_seal_says_nothing_that_sounds_like_a_verdict() {
        let verdicts = |language| match language {
            Language::Estonian => ["kehti", "kinnita", "usalda", "kontrolli", "kvalifitseeri"],
            Language::Latvian => ["derīg", "pārbaud", "uzticam", "apstiprin", "kvalificēt"],
            Language::Lithuanian => ["galioj", "patikrint", "patikim", "patvirtin", "kvalifikuot"],
            _ => ["valid", "verified", "trusted", "approved", "qualified"],
        };
        for language in Language::ALL {
            let words = Words::new(language);
            for id in ["seal-time", "seal-reason", "seal-location", "seal-level"] {
                assert!(words.has(id), "{id}");
                let said = words.text(id, &[]).to_lowercase();
                for verdict in verdicts(language).iter().chain(&["✓"]) {
                    assert!(!said.contains(verdict), "{language:?} {id}: {said}");
                }
            }
        }
    }
}
