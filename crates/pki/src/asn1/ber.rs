//! BER made readable: indefinite lengths made definite, strings in pieces joined (X.690 §8.1.3.6, §8.7.3).
//!
//! CMS allows BER, and dozens of signatures in the wild use it. Elements that need no change keep their bytes as they are,
//! so a certificate inside an indefinite-length wrapper is still the certificate that was signed.

use std::borrow::Cow;

use super::{tag, write};
use crate::error::Error;

/// Levels of nesting we follow. A time-stamp inside an unsigned attribute inside SignedData nests about 25 deep.
const DEPTH: usize = 64;

/// One element read from the front of `bytes`, made definite, and how many bytes of the input it took.
pub(crate) fn definite<'a>(bytes: &'a [u8], what: &'static str) -> Result<(Cow<'a, [u8]>, usize), Error> {
    // Nearly all is DER as it stands.
    if let Some(len) = plain(bytes) {
        return bytes.get(..len).map(|whole| (Cow::Borrowed(whole), len)).ok_or(Error::malformed(what));
    }
    element(bytes, DEPTH).map_err(|fault| match fault {
        Fault::TooDeep => Error::TooLarge { what, limit: DEPTH },
        Fault::Malformed => Error::malformed(what),
    })
}

/// How long the element at the front of `bytes` is, where everything inside is definite, in one piece, and well formed.
fn plain(bytes: &[u8]) -> Option<usize> {
    let (mut ends, mut depth) = ([0; DEPTH], 0);
    let mut at = 0usize;
    loop {
        let limit = match depth {
            0 => bytes.len(),
            depth => *ends.get(depth - 1)?,
        };
        let rest = bytes.get(at..limit)?;
        let Header { start, length, .. } = header(rest)?;
        let first = *rest.first()?;
        let end = at.checked_add(start)?.checked_add(length?)?;
        if end > limit || first == tag::OCTET_STRING | 0x20 {
            return None;
        }
        if first & 0x20 != 0 {
            *ends.get_mut(depth)? = end;
            (at, depth) = (at + start, depth + 1);
        } else {
            at = end;
        }
        while depth > 0 && ends.get(depth - 1) == Some(&at) {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

enum Fault {
    TooDeep,
    Malformed,
}

struct Header {
    identifier: usize,
    start: usize,
    length: Option<usize>,
}

fn header(bytes: &[u8]) -> Option<Header> {
    let mut identifier = 1;
    if bytes.first()? & 0x1f == 0x1f {
        while bytes.get(identifier)? & 0x80 != 0 {
            identifier += 1;
        }
        identifier += 1;
    }
    let first = *bytes.get(identifier)?;
    let (more, length) = match first {
        0..=0x7f => (0, Some(usize::from(first))),
        0x80 => (0, None),
        0x81..=0x88 => {
            let count = usize::from(first & 0x7f);
            let digits = bytes.get(identifier + 1..identifier + 1 + count)?;
            let length =
                digits.iter().try_fold(0usize, |n, d| n.checked_mul(256)?.checked_add(usize::from(*d)));
            (count, Some(length?))
        }
        _ => return None,
    };
    Some(Header { identifier, start: identifier + 1 + more, length })
}

fn element(bytes: &[u8], depth: usize) -> Result<(Cow<'_, [u8]>, usize), Fault> {
    let Header { identifier, start, length } = header(bytes).ok_or(Fault::Malformed)?;
    let first = *bytes.first().ok_or(Fault::Malformed)?;
    let is_constructed = first & 0x20 != 0;
    let body = bytes.get(start..).ok_or(Fault::Malformed)?;
    match length {
        Some(length) => {
            let end = start.checked_add(length).ok_or(Fault::Malformed)?;
            let (raw, body) =
                (bytes.get(..end).ok_or(Fault::Malformed)?, body.get(..length).ok_or(Fault::Malformed)?);
            if !is_constructed {
                return Ok((Cow::Borrowed(raw), end));
            }
            let depth = depth.checked_sub(1).ok_or(Fault::TooDeep)?;
            match children(body, Some(length), first, depth) {
                Ok((Contents::Unchanged, _)) => Ok((Cow::Borrowed(raw), end)),
                Ok((Contents::Changed(contents), _)) => {
                    Ok((Cow::Owned(wrap(bytes, identifier, &contents)), end))
                }
                Err(Fault::TooDeep) => Err(Fault::TooDeep),
                // What is inside is no BER. It may be nobody's business (an unknown attribute): leave it as it is.
                Err(Fault::Malformed) => Ok((Cow::Borrowed(raw), end)),
            }
        }
        None if is_constructed => {
            let depth = depth.checked_sub(1).ok_or(Fault::TooDeep)?;
            let (contents, used) = children(body, None, first, depth)?;
            let out = match contents {
                Contents::Changed(contents) => wrap(bytes, identifier, &contents),
                // Two bytes less than used: the end-of-contents octets.
                Contents::Unchanged => wrap(bytes, identifier, body.get(..used - 2).ok_or(Fault::Malformed)?),
            };
            Ok((Cow::Owned(out), start + used))
        }
        None => Err(Fault::Malformed),
    }
}

enum Contents {
    Unchanged,
    Changed(Vec<u8>),
}

/// The elements up to the end of `body`, or up to the end-of-contents octets when the length is indefinite.
fn children(
    body: &[u8],
    length: Option<usize>,
    parent: u8,
    depth: usize,
) -> Result<(Contents, usize), Fault> {
    let joins = parent == tag::OCTET_STRING | 0x20;
    let mut out: Option<Vec<u8>> = joins.then(Vec::new);
    let mut at = 0;
    loop {
        let rest = body.get(at..).ok_or(Fault::Malformed)?;
        match length {
            Some(length) if at == length => break,
            None if rest.starts_with(&[0, 0]) => {
                at += 2;
                break;
            }
            _ => {}
        }
        let (child, used) = element(rest, depth)?;
        match (&mut out, &child) {
            (Some(out), child) if joins => out.extend_from_slice(contents_of(child)?),
            (Some(out), child) => out.extend_from_slice(child),
            (None, Cow::Borrowed(_)) => {}
            (None, Cow::Owned(child)) => {
                let mut changed = body.get(..at).ok_or(Fault::Malformed)?.to_vec();
                changed.extend_from_slice(child);
                out = Some(changed);
            }
        }
        at += used;
    }
    Ok((out.map_or(Contents::Unchanged, Contents::Changed), at))
}

/// A piece of a string: a primitive OCTET STRING.
fn contents_of(piece: &[u8]) -> Result<&[u8], Fault> {
    match header(piece) {
        Some(header) if piece.first() == Some(&tag::OCTET_STRING) => {
            piece.get(header.start..).ok_or(Fault::Malformed)
        }
        _ => Err(Fault::Malformed),
    }
}

/// The contents under the identifier of the original, the constructed bit taken from strings that were joined.
fn wrap(original: &[u8], identifier: usize, contents: &[u8]) -> Vec<u8> {
    let first = original.first().copied().unwrap_or(0);
    if identifier == 1 {
        let joined = first == tag::OCTET_STRING | 0x20;
        return write::tlv(if joined { tag::OCTET_STRING } else { first }, contents);
    }
    // A high tag number: its further identifier octets go between the first one and the length.
    let plain = write::tlv(first, contents);
    let mut out = original.get(..identifier).unwrap_or(&[]).to_vec();
    out.extend_from_slice(plain.get(1..).unwrap_or(&[]));
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn made_definite(bytes: &[u8]) -> Vec<u8> {
        definite(bytes, "x").map(|(out, _)| out.into_owned()).unwrap_or_default()
    }

    #[test]
    fn der_passes_untouched_and_uncopied() {
        let der = [0x30, 3, 2, 1, 5, 0xff];
        let (out, used) = definite(&der, "x").unwrap();
        assert!(matches!(out, Cow::Borrowed(_)));
        assert_eq!((out.as_ref(), used), (&der[..5], 5));
    }

    #[test]
    fn indefinite_sequence_becomes_definite() {
        assert_eq!(made_definite(&[0x30, 0x80, 2, 1, 5, 0, 0]), [0x30, 3, 2, 1, 5]);
    }

    #[test]
    fn octet_string_in_pieces_is_joined() {
        assert_eq!(
            made_definite(&[0x30, 0x80, 0x24, 0x80, 4, 1, 1, 4, 2, 2, 3, 0, 0, 0, 0]),
            [0x30, 5, 4, 3, 1, 2, 3]
        );
        assert_eq!(made_definite(&[0x24, 7, 4, 1, 1, 4, 2, 2, 3]), [4, 3, 1, 2, 3]);
    }

    /// Bytes with any one changed, and cut off anywhere.
    fn spoilt(whole: &[u8]) -> impl Iterator<Item = Vec<u8>> {
        let cut = (0..whole.len()).map(|len| whole[..len].to_vec());
        let changed = (0..whole.len()).flat_map(move |at| {
            (0..=u8::MAX).map(move |byte| {
                let mut changed = whole.to_vec();
                changed[at] = byte;
                changed
            })
        });
        cut.chain(changed)
    }

    #[test]
    fn what_passes_at_a_glance_is_what_a_close_look_would_leave() {
        let long = [vec![0x30, 0x81, 0x84, 4, 0x81, 0x81], vec![7; 0x81]].concat();
        let wholes: [&[u8]; 5] = [
            &[0x30, 15, 0x31, 5, 0x30, 3, 2, 1, 5, 0xa0, 6, 0x30, 4, 4, 2, 0, 0, 0, 0],
            &[0x30, 7, 0x1f, 0x81, 1, 2, 9, 9, 0, 7],
            &[0x30, 0x80, 4, 1, 1, 0x24, 4, 4, 2, 2, 3, 0, 0],
            &[0x3f, 0x81, 1, 5, 0x30, 3, 2, 1, 5],
            &long,
        ];
        let (mut passed, mut looked_at) = (0, 0);
        for bytes in wholes.into_iter().flat_map(spoilt) {
            let Some(len) = plain(&bytes) else {
                looked_at += 1;
                continue;
            };
            passed += 1;
            let (found, used) = element(&bytes, DEPTH).ok().unwrap();
            assert!(matches!(found, Cow::Borrowed(_)), "{bytes:02x?}");
            assert_eq!((found.as_ref(), used), (&bytes[..len], len), "{bytes:02x?}");
        }
        assert!(passed > 10_000 && looked_at > 10_000, "{passed} {looked_at}");
    }

    #[test]
    fn nesting_is_followed_so_far_and_no_further() {
        let nested = |depth: usize| (0..depth).fold(vec![5, 0], |inside, _| write::tlv(0x30, &inside));
        assert_eq!(plain(&nested(DEPTH)), Some(nested(DEPTH).len()));
        assert_eq!(made_definite(&nested(DEPTH)), nested(DEPTH));
        assert_eq!(
            definite(&nested(DEPTH + 1), "x").err(),
            Some(Error::TooLarge { what: "x", limit: DEPTH })
        );
    }

    #[test]
    fn bottomless_nesting_is_refused() {
        assert_eq!(
            definite(&[0x30, 0x80].repeat(100_000), "x").err(),
            Some(Error::TooLarge { what: "x", limit: DEPTH })
        );
    }

    #[test]
    fn unfinished_input_is_refused() {
        for bytes in [
            &[0x30u8, 0x80][..],
            &[0x30, 0x80, 2, 1, 5],
            &[0x30, 0x80, 2, 1, 5, 0],
            &[4, 0x80, 0, 0],
            &[0x1f, 0x81],
            &[],
        ] {
            assert!(definite(bytes, "x").is_err(), "{bytes:02x?}");
        }
    }
}
