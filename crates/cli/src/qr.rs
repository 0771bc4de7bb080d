//! A device link as a QR code of half blocks: two modules to a character, so that it is square in a terminal.

use fast_qr::qr::{QRBuilder, QRCode};
use fast_qr::{ECL, Mode};

/// Light modules around the code, ISO/IEC 18004 §6.3.8; half of the four is enough on a screen and leaves room.
const QUIET: usize = 2;

/// Dark on light whatever the terminal's colours are: phones want contrast, and some read no inverted code.
const LIGHT_GROUND: &str = "\x1b[48;5;231m\x1b[38;5;16m";
const OWN_COLOURS: &str = "\x1b[0m";

/// The code as lines; `None` for a link that fits into no code.
pub fn lines(link: &str, coloured: bool) -> Option<Vec<String>> {
    let code = QRBuilder::new(link).ecl(ECL::L).mode(Mode::Byte).build().ok()?;
    let side = code.size + 2 * QUIET;
    let line = |row: usize| {
        let half = |column| character(dark(&code, row, column), dark(&code, row + 1, column), coloured);
        let drawn: String = (0..side).map(half).collect();
        if coloured { format!("{LIGHT_GROUND}{drawn}{OWN_COLOURS}") } else { drawn }
    };
    Some((0..side).step_by(2).map(line).collect())
}

/// With colours, ink is dark. Without, the terminal is taken to be light on dark, and ink is what is light.
const fn character(upper_dark: bool, lower_dark: bool, coloured: bool) -> char {
    match (upper_dark == coloured, lower_dark == coloured) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

fn dark(code: &QRCode, row: usize, column: usize) -> bool {
    let (Some(row), Some(column)) = (row.checked_sub(QUIET), column.checked_sub(QUIET)) else { return false };
    row < code.size
        && column < code.size
        && code.data.get(row * code.size + column).is_some_and(|m| m.value())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_finder_pattern_stands_in_the_corner() {
        let lines = lines("https://example.test/", false).unwrap();
        // Quiet zone: two light rows make one line of full blocks; then seven dark modules of the finder pattern.
        assert!(lines[0].chars().all(|c| c == '█'));
        let start: String = lines[1].chars().take(10).collect();
        assert_eq!(start, "██ ▄▄▄▄▄ █");
    }

    #[test]
    fn a_link_that_fits_into_no_code_is_not_drawn() {
        assert_eq!(lines(&"x".repeat(3000), true), None);
    }
}
