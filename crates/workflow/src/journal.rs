//! What is written down the moment a signature value comes back, so that nothing that happens later can lose it.

use std::path::{Path, PathBuf};

use ades::{Draft, PersonalCode, sealed_name};
use pki::Time;
use serde::{Deserialize, Serialize};

use crate::error::{Error, at};
use crate::event::{Event, KeptFor, KeptValue};
use crate::host::{Existing, Host};
use crate::laid::Wanted;
use crate::order::{Level, Order, Pending};
use crate::phone::Came;
use crate::profile::Profile;

/// Everything needed to finish a signature without the phone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The profile under which it was made; another one's services and trust would be wrong for it.
    pub profile: String,
    /// Whether that is of the program's own world: what a profile in a file is called makes it none.
    #[serde(default)]
    pub is_own_world: bool,
    pub document: PathBuf,
    /// SHA-256 of the document, lower-case hex.
    pub sha256: String,
    pub output: PathBuf,
    #[serde(default)]
    pub existing: Existing,
    pub level: Level,
    pub received_at: Time,
    /// What was wanted, and of whom.
    #[serde(rename = "sought", default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Wanted>,
    /// Of one that could not be finished though every service answered: by how many bytes its room was too small, 0 where
    /// that was not it. It is tried once more; what is asked for next has so much more room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_by: Option<usize>,
    pub draft: Draft,
    /// What came back.
    #[serde(flatten)]
    pub came: Came,
}

impl Entry {
    /// Whether it was made under this profile.
    pub fn is_of(&self, profile: &Profile) -> bool {
        self.profile == profile.name && self.is_own_world == profile.is_own_world
    }

    /// Whether it came for what is wanted now.
    fn is(&self, wanted: &Wanted) -> bool {
        self.wanted.as_ref().is_some_and(|own| wanted.is(own))
    }

    /// Whether it came for a document of the same name.
    fn is_called_as(&self, wanted: &Wanted) -> bool {
        self.wanted.as_ref().is_some_and(|own| wanted.is_called_as(own))
    }

    /// The same, where the document lies and goes now, under the profile of now: whoever has it finished there later finds
    /// it. What was signed were its bytes, and those are the same; the name was for whoever compared it on the phone.
    pub fn here(self, profile: &Profile, order: &Order, output: PathBuf) -> Self {
        Self {
            profile: profile.name.clone(),
            is_own_world: profile.is_own_world,
            document: order.document.clone(),
            output,
            existing: order.existing,
            ..self
        }
    }

    /// The key: unique for document, signer and moment, since the signed attributes are.
    pub fn key(&self) -> String {
        key(&self.came)
    }

    /// The name of who signed; of their personal code nothing.
    fn signer(&self) -> String {
        sealed_name(self.draft.signer(), PersonalCode::None).name
    }
}

/// Under which what came is written down.
pub(crate) fn key(came: &Came) -> String {
    let digest = pki::DigestAlgorithm::Sha256.digest(came.value());
    format!("value-{}", hex::encode(digest.get(..16).unwrap_or_default()))
}

/// Writes an entry down.
pub(crate) fn put(host: &impl Host, entry: &Entry) -> Result<String, Error> {
    let key = entry.key();
    // Whoever finishes it may work in another folder.
    let entry = Entry {
        document: host.absolute(&entry.document),
        output: host.absolute(&entry.output),
        ..entry.clone()
    };
    let bytes = serde_json::to_vec(&entry).map_err(|_| Error::NoSuchEntry { key: key.clone() })?;
    host.journal_put(&key, &bytes).map_err(at(Path::new("journal")))?;
    Ok(key)
}

/// Whether an entry can be written down, found out before a phone rings: a value that comes back must find its place.
///
/// # Errors
/// [`Error::File`].
pub(crate) fn trial(host: &impl Host) -> Result<(), Error> {
    // More than an entry takes: what grows with the document in it is the name.
    const ROOM: usize = 64 << 10;
    let key = "trial";
    host.journal_put(key, &[b' '; ROOM])
        .and_then(|()| host.journal_remove(key))
        .map_err(at(Path::new("journal")))
}

/// A value that came back: written down now, or, where the disk does not take it, at the next occasion; the last one is
/// when nobody waits any more.
pub(crate) struct Kept<'a, H: Host> {
    host: &'a H,
    entry: Entry,
    refused: Option<Error>,
}

impl<'a, H: Host> Kept<'a, H> {
    pub fn new(host: &'a H, entry: Entry) -> Self {
        let refused = put(host, &entry).err();
        // Where it lies when all is over, the shells look for themselves.
        tell(host, entry.key(), &entry.document, KeptFor::This);
        Self { host, entry, refused }
    }

    /// What came of the work for which it was kept. Where that could not be finished, and the value could not be written
    /// down either, this is what has to be known. A value that was found to be of no use is not written down again.
    pub fn after<T>(mut self, done: Result<T, Unfinished>) -> Result<T, Error> {
        let refused = self.refused.take();
        match (done, refused) {
            (Err(Unfinished { error, is_of_use: true }), Some(_)) => match put(self.host, &self.entry) {
                Ok(_) => Err(error),
                Err(Error::File { cause, .. }) => Err(Error::ValueLost { cause }),
                Err(other) => Err(other),
            },
            (done, _) => Ok(done?),
        }
    }
}

/// Why a document is not finished though a value is there.
#[derive(Debug)]
pub(crate) struct Unfinished {
    pub error: Error,
    /// Whether the value may still come to something. One that does not was taken out of the journal.
    pub is_of_use: bool,
}

impl From<Unfinished> for Error {
    fn from(unfinished: Unfinished) -> Self {
        unfinished.error
    }
}

impl<H: Host> Drop for Kept<'_, H> {
    fn drop(&mut self) {
        if self.refused.is_some() {
            let _ = put(self.host, &self.entry);
        }
    }
}

/// All entries that can be read, oldest first.
pub(crate) fn all(host: &impl Host) -> Result<Vec<(String, Entry)>, Error> {
    let stored = host.journal_all().map_err(at(Path::new("journal")))?;
    let mut entries: Vec<(String, Entry)> = stored
        .into_iter()
        .filter_map(|(key, bytes)| Some((key, serde_json::from_slice(&bytes).ok()?)))
        .collect();
    entries.sort_by_key(|(_, entry)| entry.received_at);
    Ok(entries)
}

/// One entry.
pub(crate) fn get(host: &impl Host, key: &str) -> Result<Entry, Error> {
    let found = all(host)?.into_iter().find(|(found, _)| found == key);
    found.map(|(_, entry)| entry).ok_or_else(|| Error::NoSuchEntry { key: key.to_owned() })
}

/// Tells of the newest that came over the same bytes and is not known to be what is wanted now, before anybody is asked for
/// something else: it waits to be finished.
pub(crate) fn tell_beside(host: &impl Host, wanted: &Wanted, document: &Path) -> Result<(), Error> {
    let is_beside = |entry: &Entry| entry.wanted.as_ref().is_some_and(|own| wanted.is_beside(own));
    let Some((key, entry)) = all(host)?.into_iter().rev().find(|(_, entry)| is_beside(entry)) else {
        return Ok(());
    };
    let (signer, received_at) = (entry.signer(), entry.received_at);
    let standing = KeptFor::Another { asked_for: entry.document, received_at, signer };
    tell(host, key, document, standing);
    Ok(())
}

/// Tells what stands under a key for a document.
pub(crate) fn tell(host: &impl Host, key: String, document: &Path, standing: KeptFor) {
    host.notify(Event::Kept(KeptValue { key, document: document.to_owned(), standing }));
}

/// What came for the same as is wanted now, if anything did: rather what was not yet found to fail, and under this name.
pub(crate) fn that_is(host: &impl Host, wanted: &Wanted) -> Result<Option<Entry>, Error> {
    let mut found: Vec<_> =
        all(host)?.into_iter().map(|(_, entry)| entry).filter(|one| one.is(wanted)).collect();
    found.sort_by_key(|entry| (entry.short_by.is_some(), !entry.is_called_as(wanted)));
    Ok(found.into_iter().next())
}

/// Takes out what came for the same and could not be finished: the document is signed.
pub(crate) fn remove_failed(host: &impl Host, wanted: &Wanted) {
    let is_failed =
        |entry: &Entry| entry.short_by.is_some() && entry.is(wanted) && entry.is_called_as(wanted);
    for (key, _) in all(host).unwrap_or_default().into_iter().filter(|(_, entry)| is_failed(entry)) {
        // What stays can be given up.
        let _ = remove(host, &key);
    }
}

/// Takes an entry out.
pub(crate) fn remove(host: &impl Host, key: &str) -> Result<(), Error> {
    host.journal_remove(key).map_err(at(Path::new("journal")))
}

/// An entry as the shells see it.
pub(crate) fn pending((key, entry): (String, Entry)) -> Pending {
    let signer = entry.signer();
    let Entry { document, output, received_at, .. } = entry;
    Pending { key, document, output, signer, received_at }
}
