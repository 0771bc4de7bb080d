//! The seal that the command line asks for.

use native::small_file;
use workflow::seal::{self, Place, SealOrder, SealStyle, Spot};

use crate::arguments::{self, PersonalCode, Side};
use crate::failure::Failure;

/// A picture file that is read, in bytes; more is refused without reading it.
const MAX_PICTURE: u64 = 16 << 20;

impl arguments::Seal {
    /// The order, in the style of the profile; nothing when no seal is asked for.
    pub fn order(self, style: &SealStyle) -> Result<Option<SealOrder>, Failure> {
        let asked = self.seal
            || self.seal_box.is_some()
            || self.seal_page.is_some()
            || self.seal_at.is_some()
            || self.seal_size.is_some()
            || self.seal_image.is_some()
            || self.seal_personal_code.is_some()
            || self.seal_language.is_some()
            || !self.seal_text.is_empty();
        if !asked {
            return Ok(None);
        }
        let mut order = SealOrder::of(style);
        if let Some(size) = &self.seal_size {
            [order.style.width, order.style.height] = numbers(size)?;
        }
        if let Some(code) = self.seal_personal_code {
            order.style.personal_code = match code {
                PersonalCode::Full => seal::PersonalCode::Full,
                PersonalCode::Masked => seal::PersonalCode::Masked,
                PersonalCode::None => seal::PersonalCode::None,
            };
        }
        order.style.language = self.seal_language.or(order.style.language);
        let size = (order.style.width, order.style.height);
        order.spot = match (&self.seal_box, &self.seal_at) {
            (Some(place), _) => {
                let [x, y, width, height] = numbers(place)?;
                let place = Place { x, y, width, height };
                Some(Spot::Box { page: self.seal_page.unwrap_or(1), place })
            }
            (None, Some(text)) => {
                let side = match self.seal_side {
                    Some(Side::Below) => seal::Side::Below,
                    Some(Side::Over) => seal::Side::Over,
                    Some(Side::Right) | None => seal::Side::Right,
                };
                Some(Spot::Beside { text: text.clone(), occurrence: self.seal_occurrence.0, side, size })
            }
            (None, None) => self.seal_page.map(|page| Spot::Free { size, page: Some(page) }),
        };
        order.picture = self.seal_image.map(|path| picture(&path)).transpose()?;
        order.text = self.seal_text;
        Ok(Some(order))
    }
}

/// `last`, or a number from 1.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence(seal::Occurrence);

impl std::str::FromStr for Occurrence {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.eq_ignore_ascii_case("last") {
            return Ok(Self(seal::Occurrence::Last));
        }
        let number: std::num::NonZeroU32 = text.parse()?;
        Ok(Self(seal::Occurrence::Nth(number.get())))
    }
}

/// So many numbers with commas between.
fn numbers<const N: usize>(text: &str) -> Result<[f32; N], Failure> {
    let read = || {
        let found: Option<Vec<f32>> = text.split(',').map(|part| part.trim().parse().ok()).collect();
        found?.try_into().ok().filter(|found: &[f32; N]| found.iter().all(|number| number.is_finite()))
    };
    read().ok_or_else(|| Failure::new("seal-figures", &[("given", text), ("count", &N.to_string())]))
}

fn picture(path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    small_file::regular(path, MAX_PICTURE).map_err(|error| Failure::of_file("seal-picture", path, &error))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::arguments::{Arguments, Command};

    fn ordered(arguments: &[&str]) -> Result<Option<SealOrder>, Failure> {
        let line = ["pitser", "sign", "a.pdf", "--qr"].iter().chain(arguments);
        match Arguments::try_parse_from(line).expect("an order").command {
            Some(Command::Sign(sign)) => sign.seal.order(&SealStyle::default()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_a_word_of_a_seal_there_is_none() {
        assert_eq!(ordered(&[]).expect("no order"), None);
        assert_eq!(ordered(&["--seal"]).expect("an order"), Some(SealOrder::of(&SealStyle::default())));
    }

    #[test]
    fn the_place_of_a_text_is_counted_or_the_last() {
        let occurrence = |more: &[&str]| {
            let line = [&["--seal-at", "Allkiri"], more].concat();
            match ordered(&line).expect("an order").expect("a seal").spot {
                Some(Spot::Beside { occurrence, .. }) => occurrence,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(occurrence(&[]), seal::Occurrence::Nth(1));
        assert_eq!(occurrence(&["--seal-occurrence", "2"]), seal::Occurrence::Nth(2));
        assert_eq!(occurrence(&["--seal-occurrence", "last"]), seal::Occurrence::Last);
        for wrong in [&["--seal-at", "A", "--seal-occurrence", "0"][..], &["--seal-occurrence", "2"]] {
            let line = ["pitser", "sign", "a.pdf", "--qr"].iter().chain(wrong);
            assert!(Arguments::try_parse_from(line).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_box_is_four_numbers_from_the_upper_left_corner() {
        let order = ordered(&["--seal-box", "10,20.5,200,70", "--seal-page", "3"])
            .expect("an order")
            .expect("a seal");
        let place = Place { x: 10.0, y: 20.5, width: 200.0, height: 70.0 };
        assert_eq!(order.spot, Some(Spot::Box { page: 3, place }));
        for wrong in ["10,20,200", "10,20,200,70,1", "a,b,c,d", "10,20,inf,70", ""] {
            assert_eq!(ordered(&["--seal-box", wrong]).expect_err("no box").code, "seal-figures");
        }
    }
}
