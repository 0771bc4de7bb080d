//! The picture of a seal: as samples without transparency, whatever it came as.

use serde::{Deserialize, Serialize};

use crate::{
    appearance::{jpeg, png, svg},
    error::Error,
};

/// A picture file that is looked at, in bytes.
const MAX_FILE: usize = 16 << 20;

/// Pixels that are decoded, at up to 4 bytes each: photographs have 12 to 24 million.
pub(crate) const MAX_PIXELS: u64 = 25_000_000;

/// The longest side that is kept: 600 dpi over two inches. Larger pictures are averaged down to it.
pub(crate) const LONGEST: usize = 1_200;

/// A decoded picture, opaque: transparent parts are white. PDF/A-1 forbids transparency, and a page without it looks the
/// same in every reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) data: Data,
}

/// How the samples are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Data {
    /// A byte for a pixel.
    Gray(Vec<u8>),
    /// Three bytes for a pixel.
    Rgb(Vec<u8>),
    /// A JPEG stream of one or three components, without metadata.
    Jpeg { stream: Vec<u8>, gray: bool },
}

impl Picture {
    /// Reads a PNG, JPEG or SVG file, told apart by their first bytes.
    ///
    /// # Errors
    /// [`Error::SealPicture`] with what is wrong: another format, damaged, too large; an SVG with text, filters or
    /// pictures inside.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_FILE {
            return Err(unusable(format!("{} bytes, at most {MAX_FILE} are read", bytes.len())));
        }
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match bytes {
            [0x89, b'P', b'N', b'G', ..] => png::read(bytes),
            [0xff, 0xd8, ..] => jpeg::read(bytes),
            _ if start.starts_with(b"<") => svg::read(start),
            _ => Err(unusable("neither PNG nor JPEG nor SVG")),
        }
    }

    /// Width and height in pixels; neither is 0.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// From red, green, blue, alpha, straight.
    pub(crate) fn from_rgba(width: usize, height: usize, rgba: &[u8]) -> Self {
        let flat = |sample: u8, alpha: u8| {
            // Rounded; the sum of both shares is at most 255 * 255.
            ((u32::from(sample) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255) as u8
        };
        let rgb = rgba
            .chunks_exact(4)
            .flat_map(|pixel| [0, 1, 2].map(|channel| flat(pixel[channel], pixel[3])))
            .collect();
        Self::from_rgb(width, height, rgb)
    }

    /// From red, green and blue: averaged down where it is large, grey where nothing is coloured.
    pub(crate) fn from_rgb(width: usize, height: usize, rgb: Vec<u8>) -> Self {
        let (width, height, rgb) = averaged(width, height, rgb, 3);
        let data = if rgb.chunks_exact(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]) {
            Data::Gray(rgb.chunks_exact(3).map(|pixel| pixel[0]).collect())
        } else {
            Data::Rgb(rgb)
        };
        Self { width, height, data }
    }

    /// From one sample for a pixel.
    pub(crate) fn from_gray(width: usize, height: usize, gray: Vec<u8>) -> Self {
        let (width, height, gray) = averaged(width, height, gray, 1);
        Self { width, height, data: Data::Gray(gray) }
    }
}

/// What cannot be used.
pub(crate) fn unusable(what: impl Into<String>) -> Error {
    Error::SealPicture { what: what.into() }
}

/// Whether so many pixels are decoded.
pub(crate) fn check_size(width: usize, height: usize) -> Result<(), Error> {
    let pixels = (width as u64).saturating_mul(height as u64);
    match pixels {
        0 => Err(unusable("no pixels")),
        1..=MAX_PIXELS => Ok(()),
        _ => Err(unusable(format!("{width} x {height} pixels, at most {MAX_PIXELS} are read"))),
    }
}

/// Squares of pixels become one until the longest side is within bounds.
fn averaged(width: usize, height: usize, samples: Vec<u8>, channels: usize) -> (usize, usize, Vec<u8>) {
    let factor = width.max(height).div_ceil(LONGEST).max(1);
    if factor == 1 {
        return (width, height, samples);
    }
    let (new_width, new_height) = (width.div_ceil(factor), height.div_ceil(factor));
    let mut smaller = Vec::with_capacity(new_width * new_height * channels);
    for y in 0..new_height {
        let rows = y * factor..((y + 1) * factor).min(height);
        for x in 0..new_width {
            let columns = x * factor..((x + 1) * factor).min(width);
            let count = (rows.len() * columns.len()).max(1);
            for channel in 0..channels {
                let sum: usize = (rows.clone())
                    .flat_map(|row| {
                        columns.clone().map(move |column| (row * width + column) * channels + channel)
                    })
                    .map(|at| usize::from(samples.get(at).copied().unwrap_or(255)))
                    .sum();
                // An average of bytes is a byte.
                smaller.push(((sum + count / 2) / count) as u8);
            }
        }
    }
    (new_width, new_height, smaller)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_transparent_is_white_and_what_is_grey_is_kept_as_grey() {
        let found = Picture::from_rgba(3, 1, &[0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 128]);
        assert_eq!(found.data, Data::Gray(vec![255, 0, 127]));
    }

    #[test]
    fn a_large_picture_is_averaged_down() {
        let found = Picture::from_gray(2_400, 2, [[0, 255].repeat(1_200), [0, 255].repeat(1_200)].concat());
        assert_eq!((found.size(), &found.data), ((1_200, 1), &Data::Gray(vec![128; 1_200])));
    }

    #[test]
    fn what_is_no_picture_is_said_so() {
        for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<html/>", b"<svg"] {
            assert!(matches!(Picture::read(bytes), Err(Error::SealPicture { .. })), "{bytes:?}");
        }
    }
}
