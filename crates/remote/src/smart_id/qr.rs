//! A device link as a picture: error correction level L, a quiet zone of four modules.

use std::fmt::Write;

use fast_qr::qr::{QRBuilder, QRCode};
use fast_qr::{ECL, Mode};

use crate::error::Error;

/// Light modules around the code, ISO/IEC 18004 §6.3.8.
const QUIET: usize = 4;

/// The code as an SVG picture, one unit per module, dark on light whatever the theme: readers want contrast.
///
/// It carries no `role` and no words; whoever shows it gives it both.
///
/// # Errors
/// [`Error::LinkTooLong`].
pub fn svg(link: &str) -> Result<String, Error> {
    let code = code(link)?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let length = (column..code.size).take_while(|&at| dark(&code, row, at)).count();
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column += length.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}

fn code(link: &str) -> Result<QRCode, Error> {
    let too_long = Error::LinkTooLong { length: link.len() };
    QRBuilder::new(link).ecl(ECL::L).mode(Mode::Byte).build().map_err(|_| too_long)
}

fn dark(code: &QRCode, row: usize, column: usize) -> bool {
    column < code.size && code.data.get(row * code.size + column).is_some_and(|module| module.value())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const LINK: &str = "https://smart-id.com/device-link?deviceLinkType=QR&elapsedSeconds=22&sessionToken=wGIrqveE6AuGDATZKmR1mtAZ&sessionType=cert&version=1.0&lang=eng&authCode=T5pDDPAjoMS0byqS-FoaWVjlubODXoCCF4XDB4HeYNo";

    #[test]
    fn a_link_is_a_code_of_the_usual_size() {
        // Version 9, 53 modules, as the service's own client draws it.
        assert_eq!(code(LINK).unwrap().size, 53);
        let svg = svg(LINK).unwrap();
        assert!(svg.contains("viewBox=\"0 0 61 61\""));
        // The top row of a finder pattern: seven dark modules after the quiet zone.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"));
        assert!(svg.len() < 40_000, "{}", svg.len());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let link = "x".repeat(3000);
        assert_eq!(svg(&link), Err(Error::LinkTooLong { length: 3000 }));
    }
}
