//! What is put after a file: a signature, a document time-stamp, a security store.

use std::collections::HashSet;

use lopdf::ObjectId;
use serde::{Deserialize, Serialize};

use crate::{
    document::Document,
    error::Error,
    form, pages, permissions,
    security_store::{self, SecurityStore},
    text,
    update::{Holder, Update, reference, serialized},
};

/// Most bytes reserved for a signature value; those with long certificate lists stay under 1 MiB.
const MAX_CONTENTS: usize = 8 << 20;

/// What the appended field will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureKind {
    /// `/Type /DocTimeStamp`, `/SubFilter /ETSI.RFC3161` (EN 319 142-1 §5.4.3).
    DocumentTimestamp,
    /// `/Type /Sig`, `/SubFilter /ETSI.CAdES.detached` (EN 319 142-1 §6).
    Signature,
}

/// The signature to make room for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureSpec {
    /// The field's name; none takes the first free of `Signature1`, `Signature2`…
    pub field_name: Option<String>,
    /// Signature or document time-stamp.
    pub kind: SignatureKind,
    /// `/M`, a PDF date ([`crate::pdf_date`]).
    pub signing_time: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub signer_name: Option<String>,
    /// Bytes to reserve in `/Contents` for the DER value; the file grows by twice that.
    pub contents_len: usize,
}

/// A revision with a hole in it, to be hashed and then filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placeholder {
    /// The bytes to put after the file.
    #[serde(with = "hex::serde")]
    pub tail: Vec<u8>,
    /// `/ByteRange`: what is to be hashed, over file and tail ([`crate::Extended`]).
    pub byte_range: [u64; 4],
    /// Length of the file the tail belongs to.
    pub base_len: u64,
    /// The fully qualified name of the field.
    pub field_name: String,
}

impl Placeholder {
    /// Bytes reserved for the signature value.
    pub fn reserved(&self) -> usize {
        let [_, hole, after, _] = self.byte_range;
        usize::try_from(after.saturating_sub(hole).saturating_sub(2) / 2).unwrap_or(0)
    }

    /// Writes the signature (DER) into the hole, the rest stays zero.
    ///
    /// # Errors
    /// [`Error::ContentsTooSmall`]; the tail is unchanged then.
    pub fn fill(&mut self, cms: &[u8]) -> Result<(), Error> {
        let too_small = Error::ContentsTooSmall { needed: cms.len(), reserved: self.reserved() };
        let start = self.byte_range[1].checked_sub(self.base_len).and_then(|at| usize::try_from(at).ok());
        let hole = start
            .and_then(|at| self.tail.get_mut(at.checked_add(1)?..))
            .filter(|_| {
                cms.len()
                    <= (self.byte_range[2].saturating_sub(self.byte_range[1]).saturating_sub(2) / 2) as usize
            })
            .and_then(|rest| rest.get_mut(..cms.len().checked_mul(2)?))
            .ok_or(too_small)?;
        // The slice is exactly twice as long as the value.
        hex::encode_to_slice(cms, hole)
            .map_err(|_| Error::ContentsTooSmall { needed: cms.len(), reserved: 0 })
    }
}

impl Document {
    /// Room for a signature: a new invisible field on page 1 with an unfilled value. The file stays as it is.
    ///
    /// # Errors
    /// [`Error::Encrypted`]; [`Error::Locked`] for a signature, while a document time-stamp may always be added
    /// (ISO 32000-2 §12.8.2.2); [`Error::FieldExists`]; [`Error::Unsupported`] for a name that cannot be a partial name;
    /// and what reading the file can say.
    pub fn append_signature(&self, spec: &SignatureSpec) -> Result<Placeholder, Error> {
        let mut update = Update::new(self)?;
        let fields = form::fields(update.reading())?;
        if spec.kind == SignatureKind::Signature
            && permissions::doc_mdp(update.reading(), &fields)? == Some(1)
        {
            return Err(Error::Locked);
        }
        let field_name = free_name(spec.field_name.as_deref(), &fields.names)?;
        let value = update.reserve()?;
        add_field(&mut update, value, &field_name)?;
        let root = update.reading().root()?;
        declare_extension(self, &mut update, root, spec.kind.extension_level())?;
        let dictionary = value_dictionary(spec)?;
        let (range_at, hole_at) = (dictionary.range_at, dictionary.hole_at);
        update.put(value, dictionary.text);
        let written = update.write()?;
        let place = written.places.get(&value).copied().unwrap_or(0);
        let (base_len, mut tail) = (self.len(), written.tail);
        let hole = place.saturating_add(hole_at as u64);
        let behind = hole.saturating_add((spec.contents_len as u64).saturating_mul(2)).saturating_add(2);
        let end = base_len.saturating_add(tail.len() as u64);
        let byte_range = [0, hole, behind, end.saturating_sub(behind)];
        let at = place.saturating_sub(base_len).saturating_add(range_at as u64);
        let written_range = format!("[0 {hole} {behind} {}]", byte_range[3]);
        let slot = usize::try_from(at).ok().and_then(|at| tail.get_mut(at..)?.get_mut(..written_range.len()));
        slot.ok_or(Error::TooLarge { what: "the length of the file", limit: u64::MAX })?
            .copy_from_slice(written_range.as_bytes());
        Ok(Placeholder { tail, byte_range, base_len, field_name })
    }

    /// The bytes to append so that `/DSS` holds all it held and all of `store`: none when it holds that already. No
    /// `/VRI` is written, which the baseline leaves out (EN 319 142-1 §6.3).
    ///
    /// # Errors
    /// [`Error::Encrypted`], and what reading the file can say.
    pub fn append_security_store(&self, store: &SecurityStore) -> Result<Vec<u8>, Error> {
        let mut update = Update::new(self)?;
        let root = update.reading().root()?;
        let added = store.without(&security_store::newest(update.reading())?);
        if added.is_empty() {
            return Ok(vec![]);
        }
        let holder = match update.holder(root, "DSS")? {
            Some(holder) => holder,
            None => {
                let id = update.add(b"<</Type/DSS>>".to_vec())?;
                update.set(Holder::Object(root), "DSS", reference(id).as_bytes())?;
                Holder::Object(id)
            }
        };
        for (key, ders) in [("Certs", &added.certificates), ("OCSPs", &added.ocsps), ("CRLs", &added.crls)] {
            for der in ders {
                let stream = update.add(stream(&format!("<</Length {}>>", der.len()), der))?;
                update.push(holder, key, stream)?;
            }
        }
        declare_extension(self, &mut update, root, 1)?;
        Ok(update.write()?.tail)
    }
}

impl SignatureKind {
    /// Annex of EN 319 142-1: level 1 is the security store and the document time-stamp, 2 the CAdES signature.
    fn extension_level(self) -> u8 {
        match self {
            Self::DocumentTimestamp => 1,
            Self::Signature => 2,
        }
    }
}

/// The wanted name, or the first free one.
fn free_name(wanted: Option<&str>, taken: &HashSet<String>) -> Result<String, Error> {
    match wanted {
        Some(name) if name.is_empty() || name.contains('.') => Err(Error::Unsupported {
            what: format!("the field name {name:?}: a name without period is needed"),
        }),
        Some(name) if taken.contains(name) => Err(Error::FieldExists { name: name.into() }),
        Some(name) => Ok(name.into()),
        // There are fewer names taken than numbers to try.
        None => Ok((1..)
            .map(|n: u32| format!("Signature{n}"))
            .find(|name| !taken.contains(name))
            .unwrap_or_default()),
    }
}

/// The field, merged with its widget, in the form and on the first page.
fn add_field(update: &mut Update<'_>, value: ObjectId, name: &str) -> Result<(), Error> {
    // Table 164: /F Print and Locked. PDF/A wants Print, and an appearance even where nothing shows.
    let appearance = "<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Resources<<>>/Length 0>>";
    let appearance = update.add(stream(appearance, b""))?;
    let page = pages::first(update.reading())?.id;
    let mut field = b"<</Type/Annot/Subtype/Widget/FT/Sig/T".to_vec();
    field.extend(serialized(&text::encode(name)));
    let rest = format!(
        "/V {}/F 132/Rect[0 0 0 0]/P {}/AP<</N {}>>>>",
        reference(value),
        reference(page),
        reference(appearance)
    );
    field.extend(rest.into_bytes());
    let field = update.add(field)?;
    update.push(Holder::Object(page), "Annots", field)?;
    let root = update.reading().root()?;
    let form = match update.holder(root, "AcroForm")? {
        Some(form) => form,
        None => {
            let form = update.add(b"<</Fields[]>>".to_vec())?;
            update.set(Holder::Object(root), "AcroForm", reference(form).as_bytes())?;
            Holder::Object(form)
        }
    };
    update.push(form, "Fields", field)?;
    // Table 219: SignaturesExist and AppendOnly.
    let flags = update.dictionary(form)?.integer(b"SigFlags").unwrap_or(0);
    if flags & 3 == 3 {
        return Ok(());
    }
    update.set(form, "SigFlags", (flags | 3).to_string().as_bytes())
}

/// `/ESIC` in a file of version 1.7, the one version that needs it and may have it (ISO 32000-1 §7.12).
fn declare_extension(
    document: &Document,
    update: &mut Update<'_>,
    root: ObjectId,
    level: u8,
) -> Result<(), Error> {
    if document.version() != (1, 7) {
        return Ok(());
    }
    let extension = format!("<</BaseVersion/1.7/ExtensionLevel {level}>>");
    match update.holder(root, "Extensions")? {
        Some(extensions) if update.dictionary(extensions)?.has(b"ESIC") => Ok(()),
        Some(extensions) => update.set(extensions, "ESIC", extension.as_bytes()),
        None => update.set(Holder::Object(root), "Extensions", format!("<</ESIC{extension}>>").as_bytes()),
    }
}

/// The text of a signature dictionary, and where its open places are.
struct ValueDictionary {
    text: Vec<u8>,
    range_at: usize,
    hole_at: usize,
}

/// Table 252. `/ByteRange` has room for any numbers, so that writing them moves nothing.
fn value_dictionary(spec: &SignatureSpec) -> Result<ValueDictionary, Error> {
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
    text.resize(text.len().saturating_add(RANGE), b' ');
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
    text.extend_from_slice(b">>");
    Ok(ValueDictionary { text, range_at, hole_at })
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [dictionary.as_bytes(), b"stream\n", data, b"\nendstream"].concat()
}
