//! What was said to services, one JSON object on a line, in two files that take turns: never more than both.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use workflow::host::{Host, Response, Unreachable};
use workflow::traffic::Exchange;

use crate::folders::Folders;

/// The most bytes of one of the two files: some thousand exchanges, which is weeks for one person.
const LONGEST: u64 = 512 << 10;

/// Where it is written. That it cannot be written keeps nobody from signing.
#[derive(Clone, Debug)]
pub(crate) struct NetworkLog {
    folder: PathBuf,
}

impl NetworkLog {
    pub(crate) fn of(folders: &Folders) -> Self {
        Self { folder: folders.network_log() }
    }

    fn newer(&self) -> PathBuf {
        self.folder.join("newer.jsonl")
    }

    fn older(&self) -> PathBuf {
        self.folder.join("older.jsonl")
    }

    fn write(&self, exchange: &Exchange) -> std::io::Result<()> {
        let mut line = serde_json::to_string(exchange)?;
        line.push('\n');
        let newer = self.newer();
        if std::fs::metadata(&newer).is_ok_and(|data| data.len() + line.len() as u64 > LONGEST) {
            std::fs::rename(&newer, self.older())?;
        }
        let open = || OpenOptions::new().create(true).append(true).open(&newer);
        let mut file = match open() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut builder = DirBuilder::new();
                #[cfg(unix)]
                std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
                builder.recursive(true).create(&self.folder)?;
                open()?
            }
            other => other?,
        };
        // In one piece: several programs may write at the same time.
        file.write_all(line.as_bytes())
    }
}

/// An exchange on its way into the log: there whatever becomes of it, also when nobody waits for its answer any more.
pub(crate) struct Noted<'a> {
    pub log: &'a NetworkLog,
    pub exchange: Exchange,
}

impl Noted<'_> {
    pub(crate) fn ended(mut self, host: &impl Host, answer: &Result<Response, Unreachable>) {
        self.exchange.ended(answer, host.now());
    }
}

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        let _ = self.log.write(&self.exchange);
    }
}

/// What was said to services from this computer, oldest first. Lines that cannot be read are left out.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn network_log(folders: &Folders) -> std::io::Result<Vec<Exchange>> {
    let log = NetworkLog::of(folders);
    let mut exchanges = Vec::new();
    for path in [log.older(), log.newer()] {
        exchanges.extend(read(&path)?);
    }
    Ok(exchanges)
}

fn read(path: &Path) -> std::io::Result<Vec<Exchange>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    // Somebody else may have made it longer than we ever do.
    let lines = BufReader::new(file.take(2 * LONGEST)).split(b'\n').map_while(Result::ok);
    Ok(lines.filter_map(|line| serde_json::from_slice(&line).ok()).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use workflow::host::Time;

    fn exchange(number: i64) -> Exchange {
        let request = http::Request::get("https://example.com/x").body(Vec::new()).unwrap();
        Exchange::begun(&request, Time::from_unix_seconds(number))
    }

    #[test]
    fn it_never_grows_beyond_its_bound_and_keeps_the_newest() {
        let place = tempfile::tempdir().unwrap();
        let folders = Folders::at(place.path()).unwrap();
        assert_eq!(network_log(&folders).unwrap(), Vec::new());
        let log = NetworkLog::of(&folders);
        for number in 0..12_000 {
            log.write(&exchange(number)).unwrap();
        }
        let size: u64 = [log.newer(), log.older()].iter().map(|path| path.metadata().unwrap().len()).sum();
        assert!(size <= 2 * LONGEST, "{size}");
        let kept = network_log(&folders).unwrap();
        assert!((2_000..12_000).contains(&kept.len()), "{}", kept.len());
        assert!(kept.is_sorted_by_key(|one| one.at) && kept.last() == Some(&exchange(11_999)));
    }

    #[test]
    fn what_is_no_exchange_is_passed_over() {
        let place = tempfile::tempdir().unwrap();
        let folders = Folders::at(place.path()).unwrap();
        let log = NetworkLog::of(&folders);
        log.write(&exchange(1)).unwrap();
        OpenOptions::new()
            .append(true)
            .open(log.newer())
            .unwrap()
            .write_all(b"{\"at\": 7}\n\xff\n{")
            .unwrap();
        assert_eq!(network_log(&folders).unwrap(), [exchange(1)]);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let folders = Folders::at(place.path()).unwrap();
        NetworkLog::of(&folders).write(&exchange(1)).unwrap();
        assert_eq!(folders.network_log().metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
}
