//! An open file.

use std::sync::{Arc, OnceLock};

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    active::{self, ActiveContent, Pages},
    chain::{self, Chain, End},
    encryption::{Access, Encryption, Password},
    error::Error,
    form,
    input::Input,
    numbers::Numbers,
    pages::{self, Page},
    permissions::SigningRules,
    reading::{File, Reading},
    repair,
    revisions::{self, Revision, XrefKind},
    security_store::{self, SecurityStore},
    signatures::{self, EmptyField, Reach, Signature},
    source::{Extended, Prefix, Source},
};

/// Bytes given to a digest at once.
const CHUNK: u64 = 256 << 10;

/// An open PDF. Cheap to clone.
#[derive(Clone)]
pub struct Document {
    inner: Arc<Inner>,
}

struct Inner {
    file: File,
    access: Access,
    header_at: u64,
    header_version: (u8, u8),
    revisions: Vec<Revision>,
    end: End,
    trailer: Dictionary,
    newest_kind: XrefKind,
    /// Why the cross-reference data had to be rebuilt.
    repair: Option<Error>,
    /// Kept once it was found: the way there may lead through a list of all pages.
    first_page: OnceLock<Page>,
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document")
            .field("len", &self.len())
            .field("revisions", &self.inner.revisions)
            .finish()
    }
}

impl Document {
    /// Reads header, trailers and cross-reference sections; objects are read when asked for. An encrypted file opens when
    /// it does without a password.
    ///
    /// # Errors
    /// As [`Document::open_with`].
    pub fn open(source: Arc<dyn Source>) -> Result<Document, Error> {
        Self::open_with(source, &Access::default())
    }

    /// The same, with a password for a file that needs one. Without need it is not looked at.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::NotPdf`], [`Error::Truncated`], [`Error::Damaged`], [`Error::TooLarge`], [`Error::Read`];
    /// for an encrypted file [`Error::PasswordNeeded`], [`Error::WrongPassword`], [`Error::Malformed`], and
    /// [`Error::Unsupported`] for another handler than the standard one or another method than RC4, AES-128 and AES-256 in
    /// CBC mode.
    pub fn open_with(source: Arc<dyn Source>, access: &Access) -> Result<Document, Error> {
        if source.is_empty() {
            return Err(Error::Empty);
        }
        let chain = chain::read(&Input::new(&*source))?;
        let document = Self::of(source, chain, None, access)?;
        // Every reading begins there.
        document.reading().root()?;
        Ok(document)
    }

    /// As [`Document::open_with`]; but where the cross-reference data cannot be followed to a first page, they are rebuilt
    /// from the objects in the file ([`Document::was_repaired`]). Such a document can be read; appending to it is
    /// [`Error::NeedsRepair`].
    ///
    /// # Errors
    /// As [`Document::open_with`], where rebuilding finds no catalog that leads to a page.
    pub fn open_repairing(source: Arc<dyn Source>, access: &Access) -> Result<Document, Error> {
        let opened = Self::open_with(source.clone(), access);
        let fault = match &opened {
            Ok(document) => match document.first_page() {
                Err(fault) => fault,
                Ok(_) => return opened,
            },
            Err(fault) => fault.clone(),
        };
        if !fault.is_damage() {
            return opened;
        }
        match Self::from_objects(source, fault, access) {
            Ok(rebuilt) => Ok(rebuilt),
            Err(password @ (Error::PasswordNeeded | Error::WrongPassword)) => Err(password),
            Err(_) => opened,
        }
    }

    /// This file with its cross-reference data rebuilt, as [`Document::open_repairing`] does it, for the sake of a `fault` that
    /// was met in it later.
    ///
    /// # Errors
    /// What rebuilding says.
    pub fn rebuilt(&self, fault: Error) -> Result<Document, Error> {
        Self::from_objects(Arc::clone(self.source()), fault, self.access())
    }

    fn from_objects(source: Arc<dyn Source>, fault: Error, access: &Access) -> Result<Document, Error> {
        let chain = repair::rebuild(&source, &Input::new(&*source))?;
        Self::of(source, chain, Some(fault), access)
    }

    fn of(
        source: Arc<dyn Source>,
        chain: Chain,
        repair: Option<Error>,
        access: &Access,
    ) -> Result<Document, Error> {
        let revisions = revisions::list(&Input::new(&*source), &chain);
        let newest = chain.sections.first();
        let (trailer, newest_kind) =
            newest.map(|newest| (newest.trailer.clone(), newest.kind)).unwrap_or_default();
        let mut file = File {
            source,
            base: chain.base,
            numbers: Arc::new(Numbers::new(&chain.sections)),
            sections: chain.sections,
            object_streams: Default::default(),
            recent: Default::default(),
            listed: Default::default(),
            skims: Default::default(),
            proven: Default::default(),
            without_external: Default::default(),
            first_generation: Default::default(),
            unclear: Default::default(),
            encryption: None,
        };
        file.encryption = Encryption::open(&Reading::new(&file), access)?;
        // What was read on the way there was not in clear.
        (file.object_streams, file.recent) = Default::default();
        let access = access.clone();
        let (header_at, header_version) = (chain.header_at, chain.version);
        let inner = Inner {
            file,
            access,
            header_at,
            header_version,
            revisions,
            end: chain.end,
            trailer,
            newest_kind,
            repair,
            first_page: OnceLock::new(),
        };
        Ok(Document { inner: Arc::new(inner) })
    }

    /// This file, from now on read from a copy of it. What is known of it already is not looked for again.
    ///
    /// # Errors
    /// [`Error::Truncated`] when the copy has another length.
    pub fn read_from(&self, copy: Arc<dyn Source>) -> Result<Document, Error> {
        if copy.len() != self.len() {
            return Err(Error::Truncated { len: copy.len() });
        }
        let known = &*self.inner;
        let file = File {
            source: copy,
            base: known.file.base,
            sections: known.file.sections.clone(),
            object_streams: Default::default(),
            recent: Default::default(),
            listed: Default::default(),
            skims: Default::default(),
            proven: Default::default(),
            without_external: Default::default(),
            first_generation: Default::default(),
            unclear: Default::default(),
            numbers: Arc::clone(&known.file.numbers),
            encryption: known.file.encryption.clone(),
        };
        let inner = Inner {
            file,
            access: known.access.clone(),
            header_at: known.header_at,
            header_version: known.header_version,
            revisions: known.revisions.clone(),
            end: known.end,
            trailer: known.trailer.clone(),
            newest_kind: known.newest_kind,
            repair: known.repair.clone(),
            first_page: known.first_page.clone(),
        };
        Ok(Document { inner: Arc::new(inner) })
    }

    /// The file with `tail` behind it, opened as this one was.
    ///
    /// # Errors
    /// As [`Document::open_with`].
    pub fn extended(&self, tail: Vec<u8>) -> Result<Document, Error> {
        Self::open_with(Arc::new(Extended::new(self.source().clone(), tail)), self.access())
    }

    /// The password that a program which knows no owners opens it with: the user's, where it was opened with the owner's
    /// and that leads to it (up to AES-128, and for ASCII), else the one it was opened with.
    pub fn password_for_reading(&self) -> Option<Password> {
        let user = self.inner.file.encryption.as_ref().and_then(Encryption::user_password);
        user.or_else(|| self.inner.access.password.clone())
    }

    /// What it was opened with.
    pub fn access(&self) -> &Access {
        &self.inner.access
    }

    /// The first page.
    pub(crate) fn first_page(&self) -> Result<Page, Error> {
        match self.inner.first_page.get() {
            Some(page) => Ok(page.clone()),
            None => {
                let page = pages::first(&self.reading())?;
                Ok(self.inner.first_page.get_or_init(|| page).clone())
            }
        }
    }

    pub(crate) fn file(&self) -> &File {
        &self.inner.file
    }

    pub(crate) fn reading(&self) -> Reading<'_> {
        Reading::new(&self.inner.file)
    }

    /// The bytes.
    pub fn source(&self) -> &Arc<dyn Source> {
        &self.inner.file.source
    }

    /// Length in bytes.
    pub fn len(&self) -> u64 {
        self.inner.file.source.len()
    }

    /// Never: an empty file does not open.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The version in force: the catalog's `/Version` where it is later than the header's.
    pub fn version(&self) -> (u8, u8) {
        let header = self.inner.header_version;
        let told = match self.catalog().ok().and_then(|catalog| catalog.get(b"Version").ok().cloned()) {
            Some(Object::Name(name)) => match name.as_slice() {
                [major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] => Some((major - b'0', minor - b'0')),
                _ => None,
            },
            _ => None,
        };
        told.map_or(header, |told| told.max(header))
    }

    /// Whether the newest trailer has `/Encrypt`. Objects are in clear all the same.
    pub fn is_encrypted(&self) -> bool {
        self.inner.file.encryption.is_some()
    }

    /// Whether the cross-reference data had to be rebuilt ([`Document::open_repairing`]).
    pub fn was_repaired(&self) -> bool {
        self.inner.repair.is_some()
    }

    /// Why the cross-reference data had to be rebuilt: what reading them as written said.
    pub fn repair(&self) -> Option<&Error> {
        self.inner.repair.as_ref()
    }

    /// Whether the file is as it is written, and so may be appended to.
    ///
    /// # Errors
    /// [`Error::NeedsRepair`] when it was repaired; [`Error::Truncated`] when what was missing is its end.
    pub fn unrepaired(&self) -> Result<(), Error> {
        match self.repair() {
            None => Ok(()),
            Some(cut @ Error::Truncated { .. }) => Err(cut.clone()),
            Some(fault) => Err(Error::NeedsRepair { reason: fault.to_string() }),
        }
    }

    /// Bytes before `%PDF-`. The file's own offsets nearly always count from the header.
    pub fn leading_bytes(&self) -> u64 {
        self.inner.header_at
    }

    /// How many pages `/Pages` counts; 0 when it does not tell.
    pub fn page_count(&self) -> u32 {
        pages::count(&self.reading()).unwrap_or(0)
    }

    /// The revisions, oldest first.
    pub fn revisions(&self) -> &[Revision] {
        &self.inner.revisions
    }

    /// Where the newest revision says that the file ends.
    pub(crate) fn end(&self) -> End {
        self.inner.end
    }

    /// The file as it was when revision `index` was its last, parsed from those bytes alone.
    ///
    /// # Errors
    /// As [`Document::open`], and [`Error::Unsupported`] when there is no such revision.
    pub fn at_revision(&self, index: usize) -> Result<Document, Error> {
        let revision = self.inner.revisions.get(index);
        let revision = revision.ok_or_else(|| Error::Unsupported { what: format!("revision {index}") })?;
        let prefix = Arc::new(Prefix::new(self.source().clone(), revision.end));
        match self.was_repaired() {
            true => Document::open_repairing(prefix, self.access()),
            false => Document::open_with(prefix, self.access()),
        }
    }

    /// Whether the bytes before `end` are a document by themselves that can be read as it is written, and none of them stands behind
    /// its end.
    pub fn is_whole_before(&self, end: u64) -> bool {
        let prefix = Arc::new(Prefix::new(self.source().clone(), end));
        Document::open_with(prefix, self.access()).is_ok_and(|document| !document.has_trailing_bytes())
    }

    /// Whether every object that the revisions after `index` list stands where they list it, and can be read there.
    pub fn reads_since(&self, index: usize) -> bool {
        let (Some(signed), Some(newest)) = (self.revisions().get(index), self.revisions().last()) else {
            return false;
        };
        let reading = self.reading().turned_to(newest.section);
        let reads = |number: u32| match reading.entry(number).map(|entry| entry.generation()) {
            Ok(Some(generation)) => reading.exists((number, generation)).is_ok(),
            Ok(None) => true,
            Err(_) => false,
        };
        reading.numbers_in(newest.section..signed.section).is_ok_and(|numbers| numbers.into_iter().all(reads))
    }

    /// The object, strings decoded, stream data as stored but decrypted; null when the file has no such object.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Malformed`], [`Error::TooLarge`], [`Error::Read`].
    pub fn object(&self, id: ObjectId) -> Result<Object, Error> {
        self.reading().object(id)
    }

    /// The document catalog.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn catalog(&self) -> Result<Dictionary, Error> {
        Ok(self.reading().catalog()?.into_owned())
    }

    /// The newest trailer, or the dictionary of the newest cross-reference stream.
    pub fn trailer(&self) -> &Dictionary {
        &self.inner.trailer
    }

    /// How the newest cross-reference section is written.
    pub fn newest_kind(&self) -> XrefKind {
        self.inner.newest_kind
    }

    /// Bytes behind the last revision's `%%EOF` and its end-of-line, blanks included.
    pub fn unaccounted(&self) -> u64 {
        let end = self.inner.revisions.last().map_or(0, |revision| revision.end);
        self.len().saturating_sub(end)
    }

    /// Whether there are [`Document::unaccounted`] bytes.
    pub fn has_trailing_bytes(&self) -> bool {
        self.unaccounted() > 0
    }

    /// Whether there is more than blanks (ISO 32000-1 table 1) among [`Document::unaccounted`] bytes, such as the beginning
    /// of a revision whose end is missing.
    ///
    /// # Errors
    /// [`Error::Read`].
    pub fn has_trailing_content(&self) -> Result<bool, Error> {
        let mut chunk = [0; 4096];
        let (mut at, end) = (self.len().saturating_sub(self.unaccounted()), self.len());
        while at < end {
            let length = usize::try_from(end - at).unwrap_or(chunk.len()).min(chunk.len());
            let Some(part) = chunk.get_mut(..length) else { break };
            self.source().read_at(at, part)?;
            if part.iter().any(|byte| !matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')) {
                return Ok(true);
            }
            at = at.saturating_add(length as u64);
        }
        Ok(false)
    }

    /// Every signature field with a value, in the order of their byte ranges' ends; those without a sound byte range come
    /// first, so that the newest is always the last.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn signatures(&self) -> Result<Vec<Signature>, Error> {
        let reading = self.reading();
        let places = pages::places(&reading)?;
        Ok(signatures::read(reading, self.revisions(), Reach::Pages(&places))?.0)
    }

    /// The same, and what was met on the walk over the pages that finds them.
    ///
    /// # Errors
    /// As [`Document::signatures`].
    pub fn signatures_and_pages(&self) -> Result<(Vec<Signature>, Pages), Error> {
        let reading = self.reading();
        let pages = Pages::read(&reading)?;
        let signatures = signatures::read(reading, self.revisions(), Reach::Pages(&pages.places))?.0;
        Ok((signatures, pages))
    }

    /// What can change what the document shows, or does something by itself, on pages that were walked over before. Takes
    /// less after all objects were looked through for something else ([`Document::apart_from_archival`]).
    pub fn active_content_of(&self, pages: &Pages) -> ActiveContent {
        active::content(self, pages)
    }

    /// What can change what the document shows, or does something by itself.
    ///
    /// # Errors
    /// As [`Document::object`], for the tree of the pages; what cannot be read besides is told
    /// ([`ActiveContent::unread`]).
    pub fn active_content(&self) -> Result<ActiveContent, Error> {
        Ok(self.active_content_of(&Pages::read(&self.reading())?))
    }

    /// The same of the fields that the interactive form reaches. Looks at no page: what it costs does not grow with them,
    /// a signature that only the annotations of a page lead to is not found, and no page is told.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn signatures_in_form(&self) -> Result<Vec<Signature>, Error> {
        signatures::read(self.reading(), self.revisions(), Reach::Form).map(|(signatures, _)| signatures)
    }

    /// The signature fields without a value.
    ///
    /// # Errors
    /// As [`Document::signatures`].
    pub fn empty_signature_fields(&self) -> Result<Vec<EmptyField>, Error> {
        let reading = self.reading();
        let places = pages::places(&reading)?;
        Ok(signatures::read(reading, self.revisions(), Reach::Pages(&places))?.1)
    }

    /// Whether the interactive form has a field with a value that is no signature field.
    ///
    /// # Errors
    /// As [`Document::object`].
    pub fn has_filled_fields(&self) -> Result<bool, Error> {
        let fields = form::fields(&self.reading())?;
        Ok(fields.list.iter().any(|field| field.kind != b"Sig" && field.value.is_some()))
    }

    /// The signature field of that name, which waits for its signature. Looks at no page: which one it is on is not told.
    ///
    /// # Errors
    /// [`Error::FieldMissing`], [`Error::FieldOther`], [`Error::FieldSigned`], [`Error::FieldDirect`], and as
    /// [`Document::signatures`].
    pub fn waiting_field(&self, name: &str) -> Result<EmptyField, Error> {
        let reading = self.reading();
        let fields = form::fields(&reading)?;
        let rules = SigningRules::read(&reading, &fields)?;
        EmptyField::read(&reading, form::waiting(&fields, name)?, &rules, None)
    }

    /// The rules that a further signature has to keep: those of a certification and of locked fields.
    ///
    /// # Errors
    /// As [`Document::signatures`].
    pub fn signing_rules(&self) -> Result<SigningRules, Error> {
        let reading = self.reading();
        SigningRules::read(&reading, &form::fields(&reading)?)
    }

    /// What `/DSS` holds, of all revisions together: a later one may have dropped entries. What cannot be read is left
    /// out.
    ///
    /// # Errors
    /// As [`Document::signatures`].
    pub fn security_store(&self) -> Result<SecurityStore, Error> {
        security_store::read(self.reading(), self.revisions())
    }

    /// What `/DSS` held in the revisions up to `index`: the first entries of each kind in
    /// [`Document::security_store`].
    ///
    /// # Errors
    /// As [`Document::signatures`].
    pub fn security_store_until(&self, index: usize) -> Result<SecurityStore, Error> {
        let revisions = self.revisions().get(..=index).unwrap_or(self.revisions());
        security_store::read(self.reading(), revisions)
    }

    /// Gives the bytes of both ranges to `sink`, in chunks of at most 256 KiB.
    ///
    /// # Errors
    /// [`Error::Read`] when a range goes past the end.
    pub fn digest_ranges(&self, range: [u64; 4], sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
        let [first, first_len, second, second_len] = range;
        for (start, len) in [(first, first_len), (second, second_len)] {
            let end = start.checked_add(len).filter(|&end| end <= self.len());
            let end =
                end.ok_or_else(|| Error::Read { offset: start, len, reason: "beyond the end".into() })?;
            let mut chunk = vec![0; CHUNK.min(len) as usize];
            let mut at = start;
            while at < end {
                let size = CHUNK.min(end - at);
                // No larger than the chunk, which is in memory.
                let part = chunk.get_mut(..size as usize).unwrap_or_default();
                self.source().read_at(at, part)?;
                sink(part);
                at += size;
            }
        }
        Ok(())
    }
}
