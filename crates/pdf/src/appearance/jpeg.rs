//! JPEG (ITU-T T.81): decoded to know that it is one, kept as it is where PDF can take it.

use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

use crate::{
    appearance::picture::{Data, LONGEST, Picture, check_size, unusable},
    error::Error,
};

/// A stream that is embedded as it came, in bytes; larger ones are photographs far finer than a seal.
const MAX_KEPT: usize = 512 << 10;

/// The longest side that JPEG can say.
const LONGEST_SIDE: usize = 65_535;

pub(crate) fn read(bytes: &[u8]) -> Result<Picture, Error> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(LONGEST_SIDE)
        .set_max_height(LONGEST_SIDE)
        .set_use_unsafe(false);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let damaged = |error| unusable(format!("JPEG: {error}"));
    decoder.decode_headers().map_err(damaged)?;
    let (width, height) = decoder.dimensions().ok_or_else(|| unusable("JPEG: no size"))?;
    check_size(width, height)?;
    let found = decoder.input_colorspace();
    let gray = found == Some(ColorSpace::Luma);
    let wanted = if gray { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(options.jpeg_set_out_colorspace(wanted));
    let samples = decoder.decode().map_err(damaged)?;
    let channels = if gray { 1 } else { 3 };
    if samples.len() != width * height * channels {
        return Err(unusable("JPEG: not all of its pixels"));
    }
    let turn = decoder.exif().map_or(1, |exif| orientation(exif));
    let plain = matches!(found, Some(ColorSpace::Luma | ColorSpace::YCbCr));
    if turn == 1
        && plain
        && width.max(height) <= 2 * LONGEST
        && let Some(stream) = without_metadata(bytes)
        && stream.len() <= MAX_KEPT
    {
        return Ok(Picture { width, height, data: Data::Jpeg { stream, gray } });
    }
    let (width, height, samples) = turned(turn, width, height, samples, channels);
    Ok(if gray {
        Picture::from_gray(width, height, samples)
    } else {
        Picture::from_rgb(width, height, samples)
    })
}

/// The stream up to its end, without the segments that tell where and with what it was taken: APP1 to APP13, APP15 and
/// comments. APP0 and APP14 say how the colours are coded.
fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let marker = *bytes.get(at..)?.strip_prefix(&[0xff])?.first()?;
        match marker {
            // Fill bytes.
            0xff => at += 1,
            0xd9 => {
                kept.extend([0xff, 0xd9]);
                return Some(kept);
            }
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => {
                let length = bytes.get(at + 2..at + 4)?;
                let behind = at + 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
                let segment = bytes.get(at..behind)?;
                if !matches!(marker, 0xe1..=0xed | 0xef | 0xfe) {
                    kept.extend(segment);
                }
                at = behind;
                if marker == 0xda {
                    let scan = scan_length(bytes.get(at..)?)?;
                    kept.extend(bytes.get(at..at + scan)?);
                    at += scan;
                }
            }
        }
    }
}

/// Bytes up to the next marker that is no restart: within a scan 0xff is followed by 0.
fn scan_length(data: &[u8]) -> Option<usize> {
    data.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7))
}

/// The orientation tag (0x0112) of Exif data, 1 when there is none.
fn orientation(exif: &[u8]) -> u16 {
    let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let find = || {
        let (low, high) = if little { (short(4)?, short(6)?) } else { (short(6)?, short(4)?) };
        let directory = (usize::from(high) << 16) + usize::from(low);
        let entries = usize::from(short(directory)?);
        let entry =
            (0..entries).map(|index| directory + 2 + 12 * index).find(|&at| short(at) == Some(0x0112))?;
        short(entry + 8)
    };
    find().filter(|turn| (1..=8).contains(turn)).unwrap_or(1)
}

/// The picture as it is meant to be seen.
fn turned(
    turn: u16,
    width: usize,
    height: usize,
    samples: Vec<u8>,
    channels: usize,
) -> (usize, usize, Vec<u8>) {
    if turn == 1 {
        return (width, height, samples);
    }
    let (new_width, new_height) = if turn >= 5 { (height, width) } else { (width, height) };
    let mut seen = Vec::with_capacity(samples.len());
    for y in 0..new_height {
        for x in 0..new_width {
            let (from_x, from_y) = match turn {
                2 => (width - 1 - x, y),
                3 => (width - 1 - x, height - 1 - y),
                4 => (x, height - 1 - y),
                5 => (y, x),
                6 => (y, height - 1 - x),
                7 => (width - 1 - y, height - 1 - x),
                _ => (width - 1 - y, x),
            };
            let at = (from_y * width + from_x) * channels;
            seen.extend(samples.get(at..at + channels).unwrap_or_default());
        }
    }
    (new_width, new_height, seen)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_picture_taken_sideways_is_turned_upright() {
        // A 3 x 2 picture: the camera's upper left corner is marked 0.
        let samples = vec![0, 1, 2, 3, 4, 5];
        assert_eq!(turned(6, 3, 2, samples.clone(), 1), (2, 3, vec![3, 0, 4, 1, 5, 2]));
        assert_eq!(turned(8, 3, 2, samples.clone(), 1), (2, 3, vec![2, 5, 1, 4, 0, 3]));
        assert_eq!(turned(3, 3, 2, samples, 1), (3, 2, vec![5, 4, 3, 2, 1, 0]));
    }

    #[test]
    fn the_orientation_is_found_in_both_byte_orders_and_nothing_else_is() {
        let big = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let little = b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0";
        assert_eq!((orientation(big), orientation(little)), (6, 8));
        for end in 0..big.len() {
            orientation(&big[..end]);
        }
        assert_eq!(orientation(b"II\x2a\0\xff\xff\xff\xff"), 1);
    }

    #[test]
    fn metadata_and_what_follows_the_end_are_left_out() {
        let file = [
            &b"\xff\xd8\xff\xe0\0\x04ab\xff\xe1\0\x06home\xff\xfe\0\x04hi\xff\xda\0\x03x"[..],
            b"\x01\xff\0\xff\xd0\x02\xff\xd9more\xff\xd9",
        ]
        .concat();
        let kept = without_metadata(&file).unwrap();
        assert_eq!(kept, b"\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x03x\x01\xff\0\xff\xd0\x02\xff\xd9");
    }
}
