//! Revocation lists that were fetched: for the next document, and for the next run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};
use workflow::host::{KeptList, Time};

use crate::output::unnamed;

/// How much is kept, in memory and on the disk: lists of some authorities, with some megabytes each.
const MOST: usize = 32;
const MOST_BYTES: u64 = 128 << 20;

/// The lists by their addresses. What cannot be kept is not: it can be fetched again.
pub(crate) struct Lists {
    folder: PathBuf,
    memory: Mutex<BTreeMap<String, KeptList>>,
}

impl Lists {
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, memory: Mutex::default() }
    }

    pub(crate) fn get(&self, url: &str) -> Option<KeptList> {
        let name = name(url);
        if let Some(kept) = self.memory().get(&name) {
            return Some(kept.clone());
        }
        let kept = read(&self.folder.join(&name))?;
        self.remember(name, kept.clone());
        Some(kept)
    }

    pub(crate) fn put(&self, url: &str, der: &[u8], now: Time) {
        if der.len() as u64 > MOST_BYTES {
            return;
        }
        let name = name(url);
        self.remember(name.clone(), KeptList { der: der.to_vec(), fetched: now });
        // Another run fetches it where the disk does not take it.
        drop(self.write(&name, der));
    }

    fn remember(&self, name: String, kept: KeptList) {
        let mut memory = self.memory();
        memory.insert(name, kept);
        let weights = memory.iter().map(|(name, kept)| (kept.fetched, name.clone(), kept.der.len() as u64));
        for (_, name, _) in too_many(weights.collect()) {
            memory.remove(&name);
        }
    }

    /// Whole or not at all, and under its name in one step; then the oldest make room.
    fn write(&self, name: &str, der: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        unnamed(&self.folder, der)?.persist(self.folder.join(name))?;
        let files = fs::read_dir(&self.folder)?.flatten().filter_map(|entry| {
            let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((data.modified().ok()?, entry.path(), data.len()))
        });
        for (_, path, _) in too_many(files.collect()) {
            fs::remove_file(path)?;
        }
        Ok(())
    }

    fn memory(&self) -> MutexGuard<'_, BTreeMap<String, KeptList>> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those beyond what is kept, the oldest of all: age, what it is, bytes.
fn too_many<T: Ord, N: Ord>(mut all: Vec<(T, N, u64)>) -> Vec<(T, N, u64)> {
    all.sort_unstable_by(|one, other| other.cmp(one));
    let mut bytes = 0;
    let fits = all.iter().take(MOST).take_while(|(_, _, length)| {
        bytes += length;
        bytes <= MOST_BYTES
    });
    let fits = fits.count();
    all.split_off(fits)
}

/// An address may have any characters.
fn name(url: &str) -> String {
    hex::encode(Sha256::digest(url)) + ".crl"
}

fn read(path: &Path) -> Option<KeptList> {
    let data = fs::metadata(path).ok().filter(|data| data.len() <= MOST_BYTES)?;
    let fetched = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let fetched = Time::from_unix_millis(i64::try_from(fetched.as_millis()).ok()?);
    Some(KeptList { der: fs::read(path).ok()?, fetched })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const URL: &str = "http://c.sk.ee/eid-q.crl";

    fn at(seconds: i64) -> Time {
        Time::from_unix_seconds(1_795_478_400 + seconds)
    }

    #[test]
    fn a_list_outlives_the_run_byte_for_byte() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("lists");
        let lists = Lists::in_folder(folder.clone());
        assert_eq!(lists.get(URL), None);
        lists.put(URL, b"first", at(0));
        lists.put(URL, b"second", at(1));
        assert_eq!(lists.get(URL).unwrap(), KeptList { der: b"second".to_vec(), fetched: at(1) });
        let next = Lists::in_folder(folder);
        assert_eq!(next.get(URL).unwrap().der, b"second");
        assert_eq!(next.get("http://c.sk.ee/other.crl"), None);
    }

    #[test]
    fn the_oldest_make_room() {
        let place = tempfile::tempdir().unwrap();
        let lists = Lists::in_folder(place.path().to_owned());
        for number in 0..40 {
            lists.put(&format!("{URL}?{number}"), b"list", at(number));
        }
        assert_eq!((lists.memory().len(), fs::read_dir(place.path()).unwrap().count()), (MOST, MOST));
        assert!(lists.memory().contains_key(&name(&format!("{URL}?39"))));
        let weights = vec![(3, 'c', MOST_BYTES), (1, 'a', 1), (2, 'b', 1)];
        assert_eq!(too_many(weights), [(2, 'b', 1), (1, 'a', 1)]);
    }

    #[test]
    fn a_disk_that_takes_nothing_does_no_harm() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        fs::write(&file, b"").unwrap();
        let lists = Lists::in_folder(file.join("lists"));
        lists.put(URL, b"list", at(0));
        assert_eq!(lists.get(URL).unwrap().der, b"list");
    }
}
