//! Personal codes in what is shown to more people than the one they belong to.

/// Fewer digits are a date, a port or an amount. A Latvian code is written in two parts.
const DIGITS: usize = 9;
/// Enough to tell two of one's own apart, and no date of birth.
const SHOWN: usize = 4;

/// A text in which all but the last four signs of personal codes and phone numbers are hidden: `PNOEE-•••••••0001`.
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|sign: char| !sign.is_ascii_digit() && sign != '-').unwrap_or(from.len());
        let number = from.get(..end).unwrap_or_default().trim_end_matches('-');
        masked.push_str(before);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let hidden = if digits < DIGITS { 0 } else { number.len().saturating_sub(SHOWN) };
        masked
            .extend(number.chars().enumerate().map(|(index, sign)| if index < hidden { '•' } else { sign }));
        rest = from.get(number.len()..).unwrap_or_default();
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_shows_its_last_digits_and_a_date_all_of_them() {
        for (text, shown) in [
            ("PNOEE-40504040001", "PNOEE-•••••••0001"),
            ("/document/PNOLV-050405-10009-DEM0-Q?x=1", "/document/PNOLV-••••••••0009-DEM0-Q?x=1"),
            ("+37200000766 and 60001019906", "+•••••••0766 and •••••••9906"),
            ("2026-11-23, port 8443", "2026-11-23, port 8443"),
            ("no digits—at all", "no digits—at all"),
            ("", ""),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
