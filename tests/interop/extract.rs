//! Takes a signature out of a PDF by looking for words, so that a fault of our own reader cannot hide a fault of our
//! own writer.

/// A signature and what it covers.
pub struct Extracted {
    /// The CMS object, DER, without the padding after it.
    pub cms: Vec<u8>,
    /// The bytes of the ranges, one after the other.
    pub signed: Vec<u8>,
}

/// The last signature of the file that is not a document time-stamp.
pub fn extract(file: &[u8]) -> Option<Extracted> {
    let word = b"/ByteRange";
    let places = (0..file.len().saturating_sub(word.len())).rev().filter(|at| file[*at..].starts_with(word));
    let found = places.into_iter().find_map(|at| {
        let numbers = numbers(&file[at + word.len()..])?;
        let [start, length, resume, rest] = numbers.try_into().ok()?;
        let first = file.get(start..start.checked_add(length)?)?;
        let second = file.get(resume..resume.checked_add(rest)?)?;
        let hole = file.get(length..resume)?;
        let ours = !is_timestamp(file, at, length) && !is_timestamp(second, 0, second.len());
        ours.then_some((first, second, hole))
    });
    let (first, second, hole) = found?;
    let hex = hole.strip_prefix(b"<")?.strip_suffix(b">")?;
    let padded = hex::decode(hex).ok()?;
    let cms = padded.get(..der_length(&padded)?)?.to_vec();
    Some(Extracted { cms, signed: [first, second].concat() })
}

/// Whether the dictionary that stands around `at`, up to `end`, is that of a document time-stamp.
fn is_timestamp(file: &[u8], at: usize, end: usize) -> bool {
    let find = |from: &[u8], word: &[u8]| from.windows(word.len()).position(|window| window == word);
    let begins = (0..at).rev().find(|place| file[*place..].starts_with(b" obj")).unwrap_or(at);
    let rest = file.get(begins..end).unwrap_or_default();
    let object = find(rest, b"endobj").map_or(rest, |ends| &rest[..ends]);
    find(object, b"/ETSI.RFC3161").is_some()
}

/// `[ 0 12 34 56 ]`
fn numbers(text: &[u8]) -> Option<Vec<usize>> {
    let open = text.iter().position(|byte| *byte == b'[')?;
    let close = text.iter().position(|byte| *byte == b']')?;
    let inside = std::str::from_utf8(text.get(open + 1..close)?).ok()?;
    inside.split_ascii_whitespace().map(|number| number.parse().ok()).collect()
}

/// Length of the first DER object, head and all.
fn der_length(der: &[u8]) -> Option<usize> {
    let short = usize::from(*der.get(1)?);
    if short < 0x80 {
        return Some(2 + short);
    }
    let octets = der.get(2..2 + (short & 0x7f))?;
    let length = octets.iter().fold(0_usize, |length, octet| length << 8 | usize::from(*octet));
    Some(2 + octets.len() + length)
}
