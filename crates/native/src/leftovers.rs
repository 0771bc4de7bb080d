//! What a run that was ended by force left behind in a folder: a file that it was writing and never gave its name.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Before and behind the letters of chance in the name of a file that is being written.
pub(crate) const NAME: (&str, &str) = (".pitser-", ".part");
/// How many letters of chance there are.
pub(crate) const LETTERS: usize = 6;
/// Another run may not hold yet what it has just made.
const YOUNG: Duration = Duration::from_secs(60);

/// The folders that were looked through by this run.
#[derive(Default)]
pub(crate) struct Swept(Mutex<BTreeSet<PathBuf>>);

impl Swept {
    /// Removes what other runs left behind in a folder, once in this run: a folder may have many files in it. What cannot be
    /// read or removed stays; no signing fails for it.
    pub(crate) fn sweep(&self, folder: &Path) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.insert(folder.to_owned()) {
            return;
        }
        drop(known);
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(is_ours) && entry.metadata().is_ok_and(|found| is_old(&found)) {
                let _ = remove(&entry.path());
            }
        }
    }
}

fn is_ours(name: &str) -> bool {
    let (before, behind) = NAME;
    let letters = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })
}

/// Neither a link nor a folder, nor one that was written to just now.
fn is_old(found: &fs::Metadata) -> bool {
    let age = found.modified().ok().and_then(|time| time.elapsed().ok());
    found.is_file() && age.is_some_and(|age| age >= YOUNG)
}

/// Holds a file, so that no other run takes it for left behind. Where the file system knows no locks, none will take any.
pub(crate) fn hold(file: &File) {
    if cfg!(unix) {
        let _ = file.try_lock();
    }
}

/// Removes a file unless somebody holds it.
#[cfg(unix)]
fn remove(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    file.try_lock()?;
    fs::remove_file(path)
}

/// Removes a file unless somebody has it open: a lock would keep its own maker from reading it back.
#[cfg(windows)]
fn remove(path: &Path) -> io::Result<()> {
    use std::os::windows::fs::OpenOptionsExt;

    /// `FILE_SHARE_DELETE`: it may be removed while we look, and nothing else.
    const ALONE: u32 = 4;
    let _alone = OpenOptions::new().read(true).share_mode(ALONE).open(path)?;
    fs::remove_file(path)
}
