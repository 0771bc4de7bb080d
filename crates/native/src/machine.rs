//! This machine as the workflows see it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rand::rngs::OsRng;
use rand::{RngCore as _, TryRngCore as _};
use workflow::browser::{NoReturn, Offer, Question, Returned, Secret, Visit};
use workflow::event::{Event, Prompt};
use workflow::host::{
    Engaged, Existing, File, FileError, Host, KeptList, NoKeychain, Phone, Request, Response, Time, Unnamed,
    Unreachable,
};
use workflow::profile::Profile;
use workflow::traffic::Exchange;

use crate::browser::{self, Doorstep};
use crate::error::Error;
use crate::file::OpenFile;
use crate::folders::Folders;
use crate::journal::Journal;
use crate::keychain::{self, InMemory, Keychain};
use crate::leftovers::Swept;
use crate::line::Line;
use crate::lists::Lists;
use crate::network_log::{NetworkLog, Noted};
use crate::output;
use crate::phones::Phones;

/// The network, clock, dice and disk of this machine. Used within a Tokio runtime.
pub struct Machine {
    line: Line,
    journal: Journal,
    phones: Phones,
    /// Whether the phones are this program's own, and gone with it.
    own_phones: bool,
    log: NetworkLog,
    keychain: Arc<dyn Keychain>,
    lists: Lists,
    swept: Swept,
    notify: Box<dyn Fn(Event) + Send + Sync>,
    answers: Option<Arc<Answers>>,
    choices: Option<Arc<Choices>>,
    opens_browser: AtomicBool,
}

/// How long a person has to unlock the keychain.
const UNLOCKING: Duration = Duration::from_secs(120);

/// What no other run of this program has: by it the phones of its own demo are told from those of another's.
static THIS_RUN: LazyLock<u64> = LazyLock::new(|| OsRng.unwrap_err().next_u64());

/// How the person is asked; it may block.
type Answers = dyn Fn(Question) -> Option<Secret> + Send + Sync;
/// How the person is let choose; it may block.
type Choices = dyn Fn(Vec<Offer>) -> Option<String> + Send + Sync;

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
        // The demo's services live as long as this program: nothing of theirs is kept for longer.
        let keychain: Arc<dyn Keychain> =
            if profile.is_own_world { Arc::new(InMemory::default()) } else { keychain::of_this_user() };
        Ok(Self {
            line: Line::new(profile)?,
            journal: Journal::in_folder(folders.journal()),
            phones: Phones::in_folder(folders.phones()),
            own_phones: profile.is_own_world,
            log: NetworkLog::of(folders),
            keychain,
            lists: Lists::in_folder(folders.lists()),
            swept: Swept::default(),
            notify: Box::new(notify),
            answers: None,
            choices: None,
            opens_browser: AtomicBool::new(true),
        })
    }

    /// The same, where somebody can be asked what a service wants to know; asking may block.
    #[must_use]
    pub fn asking(self, ask: impl Fn(Question) -> Option<Secret> + Send + Sync + 'static) -> Self {
        Self { answers: Some(Arc::new(ask)), ..self }
    }

    /// The same with another keychain than that of the user.
    #[must_use]
    pub fn keeping(self, keychain: Arc<dyn Keychain>) -> Self {
        Self { keychain, ..self }
    }

    /// Asks the keychain something, off the threads that others wait on.
    async fn with_keychain<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Keychain) -> Result<T, NoKeychain> + Send + 'static,
    ) -> Result<T, NoKeychain> {
        let keychain = Arc::clone(&self.keychain);
        let asked = tokio::task::spawn_blocking(move || ask(&*keychain));
        match tokio::time::timeout(UNLOCKING, asked).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => Err(NoKeychain { detail: error.to_string() }),
            Err(_) => Err(NoKeychain { detail: "it does not answer".to_owned() }),
        }
    }

    /// The same, where somebody can choose one of several keys; choosing may block.
    #[must_use]
    pub fn offering(self, choose: impl Fn(Vec<Offer>) -> Option<String> + Send + Sync + 'static) -> Self {
        Self { choices: Some(Arc::new(choose)), ..self }
    }

    /// Leaves it to whoever is shown the address of a page to open it.
    pub fn leave_browser_closed(&self) {
        self.opens_browser.store(false, Ordering::Relaxed);
    }
}

impl Host for Machine {
    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let noted = Noted { log: &self.log, exchange: Exchange::begun(&request, self.now()) };
        let login = async { self.recall(self.line.entry.as_deref().unwrap_or_default()).await };
        let answer = self.line.send(request, login).await;
        noted.ended(self, &answer);
        answer
    }

    async fn sleep_until(&self, at: Time) {
        tokio::time::sleep(at.since(self.now())).await;
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one source of time")]
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time::from_unix_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn list_kept(&self, url: &str) -> Option<KeptList> {
        self.lists.get(url)
    }

    fn keep_list(&self, url: &str, der: &[u8]) {
        self.lists.put(url, der, self.now());
    }

    fn random(&self, into: &mut [u8]) {
        // Straight from the system: a generator of our own would first have to be set up, for a few bytes.
        OsRng.unwrap_err().fill_bytes(into);
    }

    fn notify(&self, event: Event) {
        (self.notify)(event);
    }

    async fn browse(&self, visit: Visit<'_>) -> Result<Returned, NoReturn> {
        let doorstep = Doorstep::open(&visit.path).await?;
        let url = (visit.page)(doorstep.redirect.clone()).await.ok_or(NoReturn::NoPage)?;
        // It is shown too: there may be no browser here, or another one than the person wants.
        self.notify(Event::Prompt(Prompt::Browser { url: url.clone() }));
        if self.opens_browser.load(Ordering::Relaxed) {
            drop(tokio::task::spawn_blocking(move || browser::open_page(&url)));
        }
        doorstep.wait(&visit.farewell, visit.until.since(self.now())).await
    }

    async fn ask(&self, question: Question) -> Option<Secret> {
        let ask = Arc::clone(self.answers.as_ref()?);
        tokio::task::spawn_blocking(move || ask(question)).await.ok().flatten()
    }

    async fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        let name = name.to_owned();
        self.with_keychain(move |keychain| keychain.recall(&name)).await
    }

    async fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        let (entry, secret) = (name.to_owned(), secret.clone());
        self.with_keychain(move |keychain| keychain.keep(&entry, &secret)).await?;
        self.line.changed(name).await;
        Ok(())
    }

    async fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        let entry = name.to_owned();
        self.with_keychain(move |keychain| keychain.forget(&entry)).await?;
        self.line.changed(name).await;
        Ok(())
    }

    async fn choose(&self, offers: Vec<Offer>) -> Option<String> {
        let choose = Arc::clone(self.choices.as_ref()?);
        tokio::task::spawn_blocking(move || choose(offers)).await.ok().flatten()
    }

    fn phone(&self, owner: &str) -> Result<Box<dyn Phone>, Engaged> {
        match self.own_phones {
            true => Ok(Box::new(self.phones.take(&format!("{} {owner}", *THIS_RUN))?)),
            false => Ok(Box::new(self.phones.take(owner)?)),
        }
    }

    fn open(&self, path: &Path) -> Result<Arc<dyn File>, FileError> {
        OpenFile::open(path).map(|file| Arc::new(file) as Arc<dyn File>)
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        // Without a folder to work in there is none to begin with.
        std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
    }

    fn check_output(&self, output: &Path, existing: Existing) -> Result<(), FileError> {
        output::check(output, existing)
    }

    fn begin(&self, output: &Path, existing: Existing) -> Result<Box<dyn Unnamed>, FileError> {
        let begun = output::Begun::new(output, existing)?;
        self.swept.sweep(&output::folder(output));
        Ok(Box::new(begun))
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
