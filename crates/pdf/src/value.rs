//! The signature dictionary as text, with its open places (ISO 32000-1 table 252).

use lopdf::ObjectId;

use crate::{
    error::Error,
    lock::{self, FieldLock, Permission},
    spec::{SignatureKind, SignatureSpec},
    text,
    update::serialized,
};

/// Most bytes reserved for a signature value; those with long certificate lists stay under 1 MiB.
const MAX_CONTENTS: usize = 8 << 20;

/// The text of a signature dictionary, and where its open places are.
pub(crate) struct ValueDictionary {
    pub(crate) text: Vec<u8>,
    pub(crate) range_at: usize,
    pub(crate) hole_at: usize,
}

/// What a signature does to the document besides signing it.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    /// A certification signature, and what it permits.
    pub(crate) certify: Option<Permission>,
    /// The lock of its field.
    pub(crate) lock: Option<FieldLock>,
}

impl Effects {
    /// `/Reference` with all transform methods; no text when there is none.
    fn references(&self, catalog: ObjectId) -> Vec<u8> {
        let certification = self.certify.map(lock::certification);
        let lock = self.lock.as_ref().map(|lock| lock.reference(catalog));
        let all: Vec<u8> = certification.into_iter().chain(lock).flatten().collect();
        if all.is_empty() { all } else { [b"/Reference[".as_slice(), &all, b"]"].concat() }
    }
}

/// The open places stand before any string, which encryption may make longer. `/ByteRange` has room for any numbers, so that writing them moves nothing.
pub(crate) fn dictionary(
    spec: &SignatureSpec,
    effects: &Effects,
    catalog: ObjectId,
) -> Result<ValueDictionary, Error> {
    const RANGE: usize = "[0 ]".len() + 3 * (1 + 20);
    if spec.contents_len > MAX_CONTENTS {
        return Err(Error::TooLarge { what: "the room for the signature", limit: MAX_CONTENTS as u64 });
    }
    let (kind, format) = match spec.kind {
        SignatureKind::DocumentTimestamp => ("DocTimeStamp", "ETSI.RFC3161"),
        SignatureKind::Signature => ("Sig", "ETSI.CAdES.detached"),
    };
    let mut text = format!("<</Type/{kind}/Filter/Adobe.PPKLite/SubFilter/{format}/ByteRange ").into_bytes();
    let range_at = text.len();
    // An array from the start, so that the text is an object all along.
    text.extend_from_slice(b"[0 0 0 0]");
    text.resize(range_at.saturating_add(RANGE), b' ');
    text.extend_from_slice(b"/Contents ");
    let hole_at = text.len();
    text.push(b'<');
    text.resize(text.len().saturating_add(spec.contents_len.saturating_mul(2)), b'0');
    text.push(b'>');
    let strings = [
        ("M", &spec.signing_time),
        ("Name", &spec.signer_name),
        ("Location", &spec.location),
        ("Reason", &spec.reason),
    ];
    for (key, value) in strings {
        if let Some(value) = value {
            text.extend(format!("/{key}").into_bytes());
            text.extend(serialized(&text::encode(value)));
        }
    }
    text.extend(effects.references(catalog));
    text.extend_from_slice(b">>");
    Ok(ValueDictionary { text, range_at, hole_at })
}
