//! What a file says of its own conformance, in its metadata.

use lopdf::Object;

use crate::reading::Reading;

/// Whether the file claims PDF/A-1 (ISO 19005-1 §6.7.11), which wants an appearance for each field of the form, one that
/// shows nothing included (§6.9). Later parts leave a field without extent alone (ISO 19005-2 §6.3.3).
pub(crate) fn wants_appearances(reading: &Reading<'_>) -> bool {
    let metadata = reading.catalog().ok().and_then(|catalog| catalog.get(b"Metadata").cloned().ok());
    let metadata = metadata.as_ref().and_then(|metadata| Object::as_reference(metadata).ok());
    metadata.and_then(|id| reading.stream_data(id).ok()).is_some_and(|xmp| part(&xmp) == Some(b'1'))
}

/// The part in `<pdfaid:part>1</pdfaid:part>` or `pdfaid:part="1"`, where it is a single digit.
fn part(xmp: &[u8]) -> Option<u8> {
    const NAME: &[u8] = b"pdfaid:part";
    let at = xmp.windows(NAME.len()).position(|found| found == NAME)?;
    let value: Vec<u8> = xmp
        .get(at.saturating_add(NAME.len())..)?
        .iter()
        .copied()
        .take(16)
        .skip_while(|byte| matches!(byte, b'=' | b'>' | b'"' | b'\'') || byte.is_ascii_whitespace())
        .take_while(u8::is_ascii_alphanumeric)
        .collect();
    match value.as_slice() {
        [digit] => Some(*digit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn the_part_is_read_as_element_and_as_attribute() {
        assert_eq!(part(b"<x><pdfaid:part>1</pdfaid:part>"), Some(b'1'));
        assert_eq!(part(b"<x pdfaid:part = '3' pdfaid:conformance='B'/>"), Some(b'3'));
        assert_eq!(part(b"<pdfaid:part>12</pdfaid:part>"), None);
        assert_eq!(part(b"<dc:title>part 1</dc:title>"), None);
    }
}
