//! Stream data decoded (ISO 32000-1 §7.4), never past a bound.

use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Dictionary, Object, Stream};

use crate::{
    error::Error,
    lexer::{decode_hex, is_space},
};

/// Filters behind each other. No producer uses more than three.
const MAX_FILTERS: usize = 8;

/// Decoded bytes of one cross-reference stream, object stream or piece of evidence.
pub(crate) const MAX_DECODED: usize = 32 << 20;

/// Bytes of a line that a predictor foretells: far above any image.
const MAX_ROW: usize = 16 << 20;

/// The data of a stream, decoded. `offset` is where it stands, for the error.
pub(crate) fn decode(dictionary: &Dictionary, data: Vec<u8>, offset: u64) -> Result<Vec<u8>, Error> {
    let filters = list(dictionary.get(b"Filter").ok());
    let parameters = list(dictionary.get(b"DecodeParms").ok());
    if filters.len() > MAX_FILTERS {
        return Err(Error::TooLarge { what: "the number of filters", limit: MAX_FILTERS as u64 });
    }
    let mut data = data;
    for (index, filter) in filters.iter().enumerate() {
        let parameters = parameters.get(index).and_then(|p| p.as_dict().ok());
        data = match filter.as_name().unwrap_or_default() {
            b"FlateDecode" | b"Fl" => unpredict(inflate(&data, offset)?, parameters, offset)?,
            b"ASCIIHexDecode" | b"AHx" => ascii_hex(&data, offset)?,
            b"Crypt" => data,
            _ => other(filter, parameters, data, offset)?,
        };
    }
    Ok(data)
}

fn list(object: Option<&Object>) -> Vec<Object> {
    match object {
        None | Some(Object::Null) => vec![],
        Some(Object::Array(items)) => items.clone(),
        Some(one) => vec![one.clone()],
    }
}

fn inflate(data: &[u8], offset: u64) -> Result<Vec<u8>, Error> {
    let damaged = |what: &str| Error::Damaged { offset, what: format!("FlateDecode: {what}") };
    let mut inflate = Decompress::new(true);
    let mut decoded = Vec::with_capacity(data.len().saturating_mul(4).clamp(1024, MAX_DECODED));
    loop {
        let read = usize::try_from(inflate.total_in()).unwrap_or(usize::MAX);
        let written = decoded.len();
        let rest = data.get(read..).unwrap_or_default();
        match inflate.decompress_vec(rest, &mut decoded, FlushDecompress::None) {
            Ok(_) if decoded.len() > MAX_DECODED => {
                return Err(Error::TooLarge {
                    what: "the decompressed length of a stream",
                    limit: MAX_DECODED as u64,
                });
            }
            Ok(Status::StreamEnd) => return Ok(decoded),
            Ok(_) if decoded.len() == decoded.capacity() => {
                decoded.reserve_exact(decoded.len().max(1024).min(MAX_DECODED + 1 - decoded.len()));
            }
            Ok(_) if decoded.len() == written && inflate.total_in() == read as u64 => {
                return Err(damaged("cut off"));
            }
            Ok(_) => {}
            Err(error) => return Err(damaged(&error.to_string())),
        }
    }
}

/// §7.4.4.4: PNG predictors by row, and TIFF's of whole bytes.
fn unpredict(data: Vec<u8>, parameters: Option<&Dictionary>, offset: u64) -> Result<Vec<u8>, Error> {
    let number = |key: &[u8], default: i64| {
        parameters.and_then(|p| p.get(key).ok()).and_then(|v| v.as_i64().ok()).unwrap_or(default)
    };
    let predictor = number(b"Predictor", 1);
    if predictor == 1 {
        return Ok(data);
    }
    let wrong = || Error::Damaged { offset, what: "the parameters of a predictor".into() };
    let size = |key: &[u8], default| {
        usize::try_from(number(key, default)).ok().filter(|size| *size > 0).ok_or_else(wrong)
    };
    let (colors, bits, columns) = (size(b"Colors", 1)?, size(b"BitsPerComponent", 8)?, size(b"Columns", 1)?);
    let bytes = |pixels: usize| Some(colors.checked_mul(bits)?.checked_mul(pixels)?.div_ceil(8));
    let row = bytes(columns).filter(|row| *row <= MAX_ROW);
    let (Some(pixel), Some(row)) = (bytes(1), row) else {
        return Err(Error::TooLarge { what: "a line of a predictor", limit: MAX_ROW as u64 });
    };
    match predictor {
        10..=15 => png(&data, pixel, row).ok_or_else(wrong),
        2 if bits == 8 => Ok(tiff(data, pixel, row)),
        _ => Err(Error::Unsupported { what: format!("predictor {predictor} with {bits} bits") }),
    }
}

fn png(data: &[u8], pixel: usize, row: usize) -> Option<Vec<u8>> {
    let mut decoded: Vec<u8> = Vec::with_capacity(data.len());
    for line in data.chunks(row.checked_add(1)?) {
        let (&kind, line) = line.split_first()?;
        let start = decoded.len();
        let above = start.checked_sub(row);
        for (index, &byte) in line.iter().enumerate() {
            let here = start + index;
            let left = if index >= pixel { decoded.get(here - pixel).copied()? } else { 0 };
            let up = above.and_then(|above| decoded.get(above + index)).copied().unwrap_or(0);
            let up_left = match above {
                Some(above) if index >= pixel => decoded.get(above + index - pixel).copied()?,
                _ => 0,
            };
            decoded.push(byte.wrapping_add(match kind {
                0 => 0,
                1 => left,
                2 => up,
                // Half the sum of two bytes is a byte.
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, up_left),
                _ => return None,
            }));
        }
    }
    Some(decoded)
}

fn paeth(left: u8, up: u8, up_left: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(up_left));
    let estimate = a + b - c;
    let (da, db, dc) = ((estimate - a).abs(), (estimate - b).abs(), (estimate - c).abs());
    if da <= db && da <= dc {
        left
    } else if db <= dc {
        up
    } else {
        up_left
    }
}

fn tiff(mut data: Vec<u8>, pixel: usize, row: usize) -> Vec<u8> {
    for line in data.chunks_mut(row) {
        for index in pixel..line.len() {
            line[index] = line[index].wrapping_add(line[index - pixel]);
        }
    }
    data
}

fn ascii_hex(data: &[u8], offset: u64) -> Result<Vec<u8>, Error> {
    let end = data.iter().position(|&b| b == b'>').unwrap_or(data.len());
    decode_hex(data.get(..end).unwrap_or_default())
        .filter(|_| data.iter().skip(end + 1).all(|&b| is_space(b)))
        .ok_or_else(|| Error::Damaged { offset, what: "ASCIIHexDecode: not hexadecimal".into() })
}

/// LZW, ASCII85, run lengths: what evidence is hardly ever stored with.
fn other(
    filter: &Object,
    parameters: Option<&Dictionary>,
    data: Vec<u8>,
    offset: u64,
) -> Result<Vec<u8>, Error> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", filter.clone());
    if let Some(parameters) = parameters {
        dictionary.set("DecodeParms", parameters.clone());
    }
    Stream::new(dictionary, data)
        .decompressed_content_with_limit(MAX_DECODED)
        .map_err(|error| Error::Damaged { offset, what: format!("{filter:?}: {error}") })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write;

    use lopdf::dictionary;

    use super::*;

    fn deflate(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_stops_at_the_bound() {
        let bomb = deflate(&vec![0; MAX_DECODED + 1]);
        let found = decode(&dictionary! { "Filter" => "FlateDecode" }, bomb, 7);
        assert!(matches!(found, Err(Error::TooLarge { .. })));
    }

    #[test]
    fn a_stream_cut_off_is_damaged_where_it_stands() {
        let cut = deflate(b"some words, some words")[..9].to_vec();
        let found = decode(&dictionary! { "Filter" => "FlateDecode" }, cut, 7);
        assert!(matches!(found, Err(Error::Damaged { offset: 7, .. })));
    }

    #[test]
    fn every_png_row_filter_undoes_itself() {
        let rows = [[10_u8, 20, 30], [11, 22, 33], [15, 25, 35], [200, 100, 50], [1, 255, 128]];
        let mut stored = vec![];
        for (kind, row) in rows.iter().enumerate() {
            let above = if kind == 0 { [0; 3] } else { rows[kind - 1] };
            stored.push(kind as u8);
            for i in 0..3 {
                let (left, corner) = if i == 0 { (0, 0) } else { (row[i - 1], above[i - 1]) };
                let guess = match kind {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => ((u16::from(left) + u16::from(above[i])) / 2) as u8,
                    _ => paeth(left, above[i], corner),
                };
                stored.push(row[i].wrapping_sub(guess));
            }
        }
        let parameters = dictionary! { "Predictor" => 15, "Columns" => 3 };
        let dictionary = dictionary! { "Filter" => "FlateDecode", "DecodeParms" => parameters };
        assert_eq!(decode(&dictionary, deflate(&stored), 0).unwrap(), rows.concat());
    }

    #[test]
    fn hexadecimal_around_deflate_reads() {
        let text = format!("{}>", hex::encode(deflate(b"words"))).into_bytes();
        let filters: Vec<Object> = vec!["ASCIIHexDecode".into(), "FlateDecode".into()];
        assert_eq!(decode(&dictionary! { "Filter" => filters }, text, 0).unwrap(), b"words");
    }
}
