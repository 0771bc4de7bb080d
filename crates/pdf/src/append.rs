//! What is put after a file: a signature, a document time-stamp, a security store.

use lopdf::ObjectId;
use serde::{Deserialize, Serialize};

use crate::{
    document::Document,
    encryption::Change,
    error::Error,
    field::{self, Target},
    form,
    permissions::SigningRules,
    security_store::{self, SecurityStore},
    spec::{SignatureKind, SignatureSpec},
    update::{Holder, Update, Written, reference, stream},
    value,
};

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
    /// Room for a signature with an unfilled value, in a new field or in one that waits, with a seal or without: a new
    /// field without one is invisible, on page 1. The file stays as it is.
    ///
    /// # Errors
    /// [`Error::NotPermitted`], [`Error::Locked`] and [`Error::FieldLocked`] for a signature, while a document time-stamp may
    /// always be added in a new field (ISO 32000-2 §12.8.2.2); [`Error::NotFirst`] for a certification and
    /// [`Error::LockMissing`]; [`Error::FieldExists`], [`Error::FieldMissing`], [`Error::FieldOther`],
    /// [`Error::FieldSigned`], [`Error::FieldDirect`]; [`Error::Unsupported`] for a name that cannot be a partial name;
    /// for a seal [`Error::NoSuchPage`], [`Error::SealForbidden`], [`Error::SealOutside`], [`Error::SealTooSmall`],
    /// [`Error::SealCharacter`]; and what reading the file can say.
    pub fn append_signature(&self, spec: &SignatureSpec) -> Result<Placeholder, Error> {
        let (laid_out, written) = self.updated(|update| self.lay_out(update, spec))?;
        let LaidOut { value, range_at, hole_at, field_name } = laid_out;
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

    fn lay_out(&self, update: &mut Update<'_>, spec: &SignatureSpec) -> Result<LaidOut, Error> {
        let fields = form::fields(update.reading())?;
        let rules = SigningRules::read(update.reading(), &fields)?;
        if spec.certify.is_some() {
            rules.permit_certification()?;
        }
        let target = Target::find(spec, &fields, &rules)?;
        if spec.kind == SignatureKind::Signature {
            self.permits(match target {
                Target::New { .. } => Change::NewSignatureField,
                Target::Waiting(_) => Change::SignedField,
            })?;
        }
        let effects = target.effects(update, spec, &rules)?;
        if matches!(target, Target::New { .. }) && spec.appearance.is_some() && rules.permission.is_some() {
            return Err(Error::SealForbidden);
        }
        let is_first = rules.signatures == 0;
        let value = update.reserve()?;
        match &target {
            Target::New { name } => field::add(update, value, name, spec, is_first)?,
            Target::Waiting(waiting) => field::fill(update, value, waiting, spec, is_first)?,
        }
        field::announce(update, &fields, is_first)?;
        if effects.certify.is_some() {
            field::certify(update, value)?;
        }
        let root = update.reading().root()?;
        declare_extension(self, update, root, spec.kind.extension_level())?;
        let dictionary = value::dictionary(spec, &effects, root)?;
        let (range_at, hole_at) = (dictionary.range_at, dictionary.hole_at);
        update.put(value, dictionary.text);
        Ok(LaidOut { value, range_at, hole_at, field_name: target.name().to_owned() })
    }

    /// The bytes to append so that `/DSS` holds all it held and all of `store`: none when it holds that already. No
    /// `/VRI` is written, which the baseline leaves out (EN 319 142-1 §6.3).
    ///
    /// # Errors
    /// What reading the file can say.
    pub fn append_security_store(&self, store: &SecurityStore) -> Result<Vec<u8>, Error> {
        let (_, written) = self.updated(|update| self.add_to_store(update, store))?;
        Ok(written.tail)
    }

    fn add_to_store(&self, update: &mut Update<'_>, store: &SecurityStore) -> Result<(), Error> {
        let root = update.reading().root()?;
        let added = store.without(&security_store::newest(update.reading())?);
        if added.is_empty() {
            return Ok(());
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
        declare_extension(self, update, root, 1)
    }

    /// Builds an update; once more where a reference that was met on the way names an object that is to be new.
    fn updated<T>(&self, build: impl Fn(&mut Update<'_>) -> Result<T, Error>) -> Result<(T, Written), Error> {
        let mut update = Update::new(self)?;
        let mut built = build(&mut update)?;
        if update.is_contested() {
            update = Update::new(self)?;
            built = build(&mut update)?;
        }
        Ok((built, update.write()?))
    }
}

/// A signature dictionary in its update, and where its gaps are.
struct LaidOut {
    value: ObjectId,
    /// Place of `/ByteRange` in the text of the value.
    range_at: usize,
    /// Place of `/Contents` there.
    hole_at: usize,
    field_name: String,
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
