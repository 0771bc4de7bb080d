//! What may be open on people's phones, for all programs of this user: one small note for each phone, and a lock on it for
//! whoever signs with that phone just now. The system lets go of the lock of a program that died; its note stays.
//!
//! A phone is known by a hash of whose it is, and a note is encrypted, both under a random key of this computer: a file that
//! gets out by itself, or a list of their names, tells no personal code and no session. Whoever can read the whole folder has
//! the key too, and the journal beside it, which has the certificates of those who signed; all of that is for this user
//! alone. A note has the identifier of a session, without which nobody could find out that it is over; it is worth something
//! for some minutes, and to the relying party alone. What device links are made of is in none.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use rand::TryRngCore as _;
use rand::rngs::OsRng;
use sha2::{Digest as _, Sha256};
use workflow::host::{Engaged, FileError, Phone};

use crate::file::fault;
use crate::output::{sync_folder, unnamed};

/// A note has some hundred bytes; what is longer is none of ours.
const LONGEST: u64 = 16 << 10;
/// No session lasts for so long, nor is asked about after it: what is older was left behind.
const STALE: Duration = Duration::from_secs(4 * 3600);

const KEY: &str = "key";
/// Held for the moment in which a place is taken or left, so that nobody locks a file that is being taken away.
const GATE: &str = "gate";
const LOCK: &str = "lock";
const NOTE: &str = "note";

#[derive(Clone, Debug)]
pub(crate) struct Phones {
    folder: PathBuf,
}

impl Phones {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Takes the place of a phone.
    pub(crate) fn take(&self, owner: &str) -> Result<Taken, Engaged> {
        let name = self.name(owner).map_err(Engaged::File)?;
        let gate = self.gate().map_err(|error| Engaged::File(fault(&error)))?;
        self.sweep();
        let place = self.folder.join(name);
        let lock = private(&place.with_extension(LOCK)).map_err(|error| Engaged::File(fault(&error)))?;
        let locked = lock.try_lock();
        drop(gate);
        match locked {
            Ok(()) => Ok(Taken { phones: self.clone(), place, lock: Some(lock) }),
            Err(TryLockError::WouldBlock) => Err(Engaged::Elsewhere { note: self.read(&place) }),
            Err(TryLockError::Error(error)) => Err(Engaged::File(fault(&error))),
        }
    }

    /// Locked until it is dropped. Nobody waits with it in hand.
    fn gate(&self) -> std::io::Result<File> {
        let gate = private(&self.folder.join(GATE))?;
        gate.lock()?;
        Ok(gate)
    }

    /// The note at a place; none where there is none, or none of ours.
    fn read(&self, place: &Path) -> Option<Vec<u8>> {
        let (nonce, sealed) = read(&place.with_extension(NOTE))?
            .split_first_chunk::<NONCE_LEN>()
            .map(|(nonce, sealed)| (Nonce::assume_unique_for_key(*nonce), sealed.to_vec()))?;
        let mut note = sealed;
        let length = self.seal().ok()?.open_in_place(nonce, Aad::empty(), &mut note).ok()?.len();
        note.truncate(length);
        Some(note)
    }

    fn seal(&self) -> Result<RandomizedNonceKey, FileError> {
        let key = Sha256::new().chain_update(self.key()?).chain_update("note").finalize();
        let refused = |error| FileError::Other { detail: format!("{error}") };
        RandomizedNonceKey::new(&AES_256_GCM, &key).map_err(refused)
    }

    /// The name of a phone here.
    fn name(&self, owner: &str) -> Result<String, FileError> {
        // Before the owner, a key of always the same length: no two of them come to the same bytes.
        let digest = Sha256::new().chain_update(self.key()?).chain_update(owner).finalize();
        Ok(hex::encode(digest.get(..16).unwrap_or_default()))
    }

    /// 32 random bytes, made at the first time; whoever comes second uses those of the first.
    fn key(&self) -> Result<Vec<u8>, FileError> {
        const LENGTH: usize = 32;
        let path = self.folder.join(KEY);
        let known = |path: &Path| std::fs::read(path).ok().filter(|key| key.len() == LENGTH);
        if let Some(key) = known(&path) {
            return Ok(key);
        }
        let mut key = [0; LENGTH];
        let detail = |error: &dyn std::fmt::Display| FileError::Other { detail: error.to_string() };
        OsRng.try_fill_bytes(&mut key).map_err(|error| detail(&error))?;
        let file = unnamed(&self.folder, &key).map_err(|error| fault(&error))?;
        match file.persist_noclobber(&path) {
            Ok(_) => Ok(key.to_vec()),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => match known(&path) {
                Some(theirs) => Ok(theirs),
                // Of another length it is not one that anybody uses.
                None => {
                    refused.file.persist(&path).map_err(|error| fault(&error.error))?;
                    Ok(key.to_vec())
                }
            },
            Err(refused) => Err(fault(&refused.error)),
        }
    }

    /// Takes away what nobody came back for. Only behind the gate.
    fn sweep(&self) {
        let stale = |kind: &'static str| {
            let files = std::fs::read_dir(&self.folder).into_iter().flatten();
            files.filter_map(|file| Some(file.ok()?.path())).filter(move |path| {
                let changed = path.metadata().and_then(|data| data.modified()).ok();
                let age = changed.and_then(|changed| changed.elapsed().ok());
                path.extension().is_some_and(|extension| extension == kind)
                    && age.is_some_and(|age| age > STALE)
            })
        };
        for note in stale(NOTE) {
            let _ = std::fs::remove_file(note);
        }
        for lock in stale(LOCK).filter(|lock| !lock.with_extension(NOTE).exists()) {
            remove_unlocked(&lock);
        }
    }
}

/// The place of a phone, until it is dropped.
pub(crate) struct Taken {
    phones: Phones,
    place: PathBuf,
    lock: Option<File>,
}

impl Phone for Taken {
    fn note(&self) -> Option<Vec<u8>> {
        self.phones.read(&self.place)
    }

    fn write(&mut self, note: &[u8]) -> Result<(), FileError> {
        let mut sealed = note.to_vec();
        let nonce = self.phones.seal()?.seal_in_place_append_tag(Aad::empty(), &mut sealed);
        let nonce = nonce.map_err(|error| FileError::Other { detail: error.to_string() })?;
        let folder = &self.phones.folder;
        let whole = [nonce.as_ref().as_slice(), &sealed].concat();
        let file = unnamed(folder, &whole).map_err(|error| fault(&error))?;
        file.persist(self.place.with_extension(NOTE)).map_err(|error| fault(&error.error))?;
        sync_folder(folder);
        Ok(())
    }

    fn clear(&mut self) -> Result<(), FileError> {
        match std::fs::remove_file(self.place.with_extension(NOTE)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(fault(&error)),
            _ => Ok(()),
        }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let gate = self.phones.gate();
        drop(self.lock.take());
        let lock = self.place.with_extension(LOCK);
        if gate.is_ok() && !self.place.with_extension(NOTE).exists() {
            remove_unlocked(&lock);
        }
    }
}

/// Takes a lock away that nobody holds. Only behind the gate.
fn remove_unlocked(path: &Path) {
    let Ok(lock) = OpenOptions::new().write(true).open(path) else { return };
    if lock.try_lock().is_ok() {
        drop(lock);
        let _ = std::fs::remove_file(path);
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let file = File::open(path).ok()?;
    let mut note = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut note).ok()?;
    (note.len() as u64 <= LONGEST).then_some(note)
}

/// A file to be locked, that nobody else reads.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const OWNER: &str = "PNOEE-40504040001";

    fn names(folder: &Path) -> Vec<String> {
        let all = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = all.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn one_signing_at_a_time_has_a_phone_and_the_note_outlives_it() {
        let folder = tempfile::tempdir().unwrap();
        let (here, there) =
            (Phones::in_folder(folder.path().into()), Phones::in_folder(folder.path().into()));
        let mut first = here.take(OWNER).unwrap();
        assert_eq!(first.note(), None);
        assert!(matches!(there.take(OWNER), Err(Engaged::Elsewhere { note: None })));
        first.write(b"{}").unwrap();
        assert!(matches!(there.take(OWNER), Err(Engaged::Elsewhere { note: Some(note) }) if note == b"{}"));
        assert!(there.take("PNOLT-40504040001").is_ok(), "somebody else's phone");
        drop(first);
        let mut second = there.take(OWNER).unwrap();
        assert_eq!(second.note().as_deref(), Some(b"{}".as_slice()));
        second.clear().unwrap();
        second.clear().unwrap();
        drop(second);
        assert_eq!(here.take(OWNER).unwrap().note(), None);
    }

    #[test]
    fn nothing_is_left_of_a_phone_on_which_nothing_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let phones = Phones::in_folder(folder.path().into());
        let mut taken = phones.take(OWNER).unwrap();
        taken.write(b"{}").unwrap();
        taken.clear().unwrap();
        drop(taken);
        assert_eq!(names(folder.path()), [GATE, KEY]);
    }

    #[test]
    fn no_name_tells_whose_phone_it_is_and_each_computer_has_its_own() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [one, other] = &folders.each_ref().map(|folder| {
            let mut taken = Phones::in_folder(folder.path().into()).take(OWNER).unwrap();
            taken.write(b"{}").unwrap();
            drop(taken);
            names(folder.path())
        });
        assert_eq!(one.len(), 4);
        assert!(!one.iter().any(|name| name.contains("40504040001")), "{one:?}");
        assert_ne!(one, other);
    }

    #[test]
    fn a_note_by_itself_tells_nothing_and_cannot_be_changed() {
        let folder = tempfile::tempdir().unwrap();
        let mut taken = Phones::in_folder(folder.path().into()).take(OWNER).unwrap();
        let note = br#"{"session":"de305d54-75b4-431b-adb2-eb6b9e546014"}"#;
        taken.write(note).unwrap();
        let path = taken.place.with_extension(NOTE);
        let mut written = std::fs::read(&path).unwrap();
        assert!(!written.windows(8).any(|part| part == b"de305d54"));
        assert_eq!(taken.note().as_deref(), Some(note.as_slice()));
        *written.last_mut().unwrap() ^= 1;
        std::fs::write(&path, &written).unwrap();
        assert_eq!(taken.note(), None);
        std::fs::write(&path, b"short").unwrap();
        assert_eq!(taken.note(), None);
    }

    #[test]
    fn what_nobody_came_back_for_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let phones = Phones::in_folder(folder.path().into());
        phones.take(OWNER).unwrap().write(b"{}").unwrap();
        let old = std::time::SystemTime::UNIX_EPOCH;
        for name in names(folder.path()) {
            let file = OpenOptions::new().write(true).open(folder.path().join(name)).unwrap();
            file.set_modified(old).unwrap();
        }
        drop(phones.take("PNOLT-40504040001").unwrap());
        assert_eq!(names(folder.path()), [GATE, KEY]);
    }

    #[test]
    fn what_is_too_long_is_no_note() {
        let folder = tempfile::tempdir().unwrap();
        let mut taken = Phones::in_folder(folder.path().into()).take(OWNER).unwrap();
        taken.write(&vec![b' '; usize::try_from(LONGEST).unwrap()]).unwrap();
        assert_eq!(taken.note(), None);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_any_of_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mut taken = Phones::in_folder(folder.path().into()).take(OWNER).unwrap();
        taken.write(b"{}").unwrap();
        for name in names(folder.path()) {
            let mode = folder.path().join(&name).metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}
