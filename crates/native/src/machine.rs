//! This machine as the workflows see it.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use workflow::event::Event;
use workflow::host::{Existing, File, FileError, Host, Request, Response, Time, Unnamed, Unreachable};
use workflow::profile::Profile;

use crate::error::Error;
use crate::file::OpenFile;
use crate::folders::Folders;
use crate::journal::Journal;
use crate::network::Network;
use crate::output;

/// The network, clock, dice and disk of this machine. Used within a Tokio runtime.
pub struct Machine {
    network: Network,
    journal: Journal,
    notify: Box<dyn Fn(Event) + Send + Sync>,
}

impl Machine {
    /// This machine, set up for the services of a profile. `notify` is told what happens and must not block.
    ///
    /// # Errors
    /// [`Error::Network`], [`Error::TlsAnchors`].
    pub fn new(
        profile: &Profile,
        folders: &Folders,
        notify: impl Fn(Event) + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        Ok(Self {
            network: Network::new(profile)?,
            journal: Journal::in_folder(folders.journal()),
            notify: Box::new(notify),
        })
    }
}

impl Host for Machine {
    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.network.send(request).await
    }

    async fn sleep_until(&self, at: Time) {
        tokio::time::sleep(at.since(self.now())).await;
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one source of time")]
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time::from_unix_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn random(&self, into: &mut [u8]) {
        rand::fill(into);
    }

    fn notify(&self, event: Event) {
        (self.notify)(event);
    }

    fn open(&self, path: &Path) -> Result<Arc<dyn File>, FileError> {
        OpenFile::open(path).map(|file| Arc::new(file) as Arc<dyn File>)
    }

    fn check_output(&self, output: &Path, existing: Existing) -> Result<(), FileError> {
        output::check(output, existing)
    }

    fn begin(&self, output: &Path, existing: Existing) -> Result<Box<dyn Unnamed>, FileError> {
        Ok(Box::new(output::Begun::new(output, existing)?))
    }

    fn journal_put(&self, key: &str, entry: &[u8]) -> Result<(), FileError> {
        self.journal.put(key, entry)
    }

    fn journal_all(&self) -> Result<Vec<(String, Vec<u8>)>, FileError> {
        self.journal.all()
    }

    fn journal_remove(&self, key: &str) -> Result<(), FileError> {
        self.journal.remove(key)
    }
}
