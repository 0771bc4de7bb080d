//! One signing, shown while it goes on; what `sign`, `demo` and `finish` share.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use native::known::Known;
use tokio::time::{MissedTickBehavior, interval};
use workflow::active;
use workflow::error::Error;
use workflow::event::{Event, Prompt, Stage};
use workflow::extend::Extension;
use workflow::host::Host as _;
use workflow::order::{Order, Pending, Signed, Signer};
use workflow::password::Password;
use workflow::profile::SmartId;
use workflow::report::words::plain;
use workflow::report::{json, text};
use workflow::verdict::{Indication, Question};

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;
use crate::world::World;
use crate::{output, signals};

/// What is written to standard output when it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The path of the signed document.
    Path,
    /// The report about it as JSON.
    Json,
}

/// What was to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Sign,
    Extend,
}

/// How a signing ended.
#[derive(Debug)]
pub struct Ended {
    /// What to tell the shell.
    pub exit: Exit,
    /// The signed document, if it came to that.
    pub output: Option<PathBuf>,
}

impl Ended {
    const fn without_document(exit: Exit) -> Self {
        Self { exit, output: None }
    }
}

/// A signing under way.
pub struct Signing<'a> {
    pub world: &'a mut World,
    pub console: &'a Console,
    pub form: Form,
}

impl Signing<'_> {
    /// Signs a document, and remembers who signed it where that is wished for.
    pub async fn order(self, order: Order, remember: bool) -> Result<Ended, Failure> {
        let remembered = remember.then(|| order.signer.clone());
        let name = order.document.display().to_string();
        let asks_address = self.world.profile.smart_id.as_ref().is_some_and(SmartId::asks_address);
        if asks_address
            && matches!(order.signer, Signer::Person(_) | Signer::Document(_) | Signer::DeviceLink(_))
        {
            self.console.note("cli-asks-address", &[]);
        }
        self.console.note("cli-signing", &[("name", plain(&name).into())]);
        let document = order.document.clone();
        let (machine, profile) = (Arc::clone(&self.world.machine), self.world.profile.clone());
        let password = order.password.clone();
        let work = async move { workflow::sign::sign(&*machine, &profile, order).await };
        self.show(work, (&document, password), Task::Sign, remembered).await
    }

    /// Signs several documents under one permission. Each is told by itself; what kept all of them from it is told once.
    pub async fn together(self, orders: Vec<Order>) -> Result<Exit, Failure> {
        for order in &orders {
            let name = order.document.display().to_string();
            self.console.note("cli-signing", &[("name", plain(&name).into())]);
        }
        let documents: Vec<_> = orders.iter().map(|order| order.document.clone()).collect();
        let passwords: Vec<_> = orders.iter().map(|order| order.password.clone()).collect();
        let (machine, profile) = (Arc::clone(&self.world.machine), self.world.profile.clone());
        let work = async move { workflow::together::sign_together(&*machine, &profile, &orders).await };
        let ended = match watch(work, self.world, self.console).await {
            Ok(ended) => ended,
            Err(0) => {
                let cancelled = documents.iter().map(|document| self.cancelled(document));
                return Ok(cancelled.fold(Exit::Valid, Exit::and));
            }
            Err(saved) => {
                self.console.say(&self.console.words.text("cli-cancelled-some", &[("count", saved.into())]));
                return Ok(Exit::Cancelled);
            }
        };
        let (mut exit, mut told) = (Exit::Valid, Vec::<Arc<Error>>::new());
        for ((document, password), ended) in documents.iter().zip(passwords).zip(ended) {
            let one = match ended {
                Ok(signed) => self.signed(signed, Task::Sign, password)?.exit,
                Err(error) if told.iter().any(|before| Arc::ptr_eq(before, &error)) => {
                    let name = plain(&document.display().to_string());
                    self.console.say(&self.console.words.text("cli-same-reason", &[("name", name.into())]));
                    self.failed_as_data(&Failure::from(&*error), document)?;
                    Exit::Undone
                }
                Err(error) => {
                    let name = document.display().to_string();
                    let exit = self.failed(&error, document, Some(&name))?;
                    told.push(error);
                    exit
                }
            };
            exit = exit.and(one);
        }
        Ok(exit)
    }

    /// Extends the signatures of a document.
    pub async fn extend(self, order: Extension) -> Result<Ended, Failure> {
        let name = order.document.display().to_string();
        self.console.note("cli-extending", &[("name", plain(&name).into())]);
        let (document, password) = (order.document.clone(), order.password.clone());
        let (machine, profile) = (Arc::clone(&self.world.machine), self.world.profile.clone());
        let work = async move { workflow::extend::extend(&*machine, &profile, order).await };
        self.show(work, (&document, password), Task::Extend, None).await
    }

    /// Finishes what was interrupted.
    pub async fn finish(self, pending: Pending, password: Option<Password>) -> Result<Ended, Failure> {
        let (machine, profile) = (Arc::clone(&self.world.machine), self.world.profile.clone());
        let (key, again) = (pending.key.clone(), password.clone());
        self.world.kept.insert(pending.document.clone(), key.clone());
        let work = async move { workflow::sign::finish(&*machine, &profile, &key, password.as_ref()).await };
        self.show(work, (&pending.document, again), Task::Sign, None).await
    }

    async fn show(
        self,
        work: impl Future<Output = Result<Signed, Error>>,
        (document, password): (&Path, Option<Password>),
        task: Task,
        remembered: Option<Signer>,
    ) -> Result<Ended, Failure> {
        match watch(work, self.world, self.console).await {
            Ok(Ok(signed)) => {
                let known = remembered.and_then(|signer| Known::of(&signer, &signed));
                let ended = self.signed(signed, task, password)?;
                if let Some(known) = known {
                    self.world.remember(known, self.console);
                }
                Ok(ended)
            }
            Ok(Err(error)) => self.failed(&error, document, None).map(Ended::without_document),
            Err(_) => Ok(Ended::without_document(self.cancelled(document))),
        }
    }

    fn signed(&self, mut signed: Signed, task: Task, password: Option<Password>) -> Result<Ended, Failure> {
        let path = signed.output.display().to_string();
        // Behind our signature there may be the document time-stamp over it, which has no signer.
        let ours = signed.report.signatures.iter().rfind(|signature| signature.signer.is_some());
        let ours = ours.map(|signature| signature.conclusion.indication);
        let partly = ours == Some(Indication::Indeterminate) && !signed.left_open.is_empty();
        let id = match ours {
            _ if task == Task::Extend => "cli-extended",
            _ if partly && signed.left_open.contains(&Question::CertificatePath) => "cli-signed-untrusted",
            _ if partly => "cli-signed-unasked",
            Some(Indication::TotalPassed) => "cli-signed-passed",
            Some(Indication::Indeterminate) => "cli-signed-indeterminate",
            Some(Indication::TotalFailed) | None => "cli-signed-failed",
        };
        self.console.note(id, &[("path", plain(&path).into())]);
        if signed.report.overall() > ours {
            self.console.note("cli-signed-others", &[]);
        }
        match self.form {
            Form::Path => output::line(self.console, &path)?,
            Form::Json => {
                active::answer(&*self.world.machine, &mut signed, password);
                output::line(self.console, &json::report(&signed.report, &path))?;
            }
        }
        // What was left open on purpose is no doubt about what was done.
        let exit = if partly || task == Task::Extend { Exit::Valid } else { Exit::of(ours) };
        Ok(Ended { exit, output: Some(signed.output) })
    }

    fn failed(&self, error: &Error, document: &Path, about: Option<&str>) -> Result<Exit, Failure> {
        let failure = Failure::from(error);
        if let Error::NotValid(report) = error {
            let name = document.display().to_string();
            self.console.say(&text::write(report, &name, text::Extent::Short, &self.console.words));
        }
        self.console.say(&failure.lines(about, &self.console.words));
        if let Some(pending) = self.kept(document) {
            self.console.say(&self.console.words.text("cli-kept", &[("key", pending.key.into())]));
        }
        // Of that the failure itself speaks.
        if !matches!(error, Error::SessionOpen { .. }) {
            self.left_open();
        }
        self.failed_as_data(&failure, document)?;
        Ok(Exit::Undone)
    }

    fn failed_as_data(&self, failure: &Failure, document: &Path) -> Result<(), Failure> {
        if self.form == Form::Json {
            let name = document.display().to_string();
            output::line(self.console, &json::failure(&name, &failure.worded(&self.console.words), None))?;
        }
        Ok(())
    }

    fn cancelled(&self, document: &Path) -> Exit {
        let said = match self.kept(document) {
            Some(pending) => self.console.words.text("cli-cancelled-kept", &[("key", pending.key.into())]),
            None => self.console.words.text("cli-cancelled", &[]),
        };
        self.console.say(&said);
        self.left_open();
        Exit::Cancelled
    }

    /// Says what is still open on the phone, where there is a phone that outlives this program.
    fn left_open(&self) {
        let Some(left) = self.world.left_open.as_ref().filter(|_| !self.world.has_its_own_phone()) else {
            return;
        };
        let minutes = left.until.since(self.world.machine.now()).as_secs().div_ceil(60).max(1);
        let minutes = i64::try_from(minutes).unwrap_or(i64::MAX);
        let id = if left.can_be_awaited { "cli-left-open" } else { "cli-left-open-lost" };
        self.console.say(&self.console.words.text(id, &[("minutes", minutes.into())]));
    }

    /// What came back for this document, and for what was wanted of it, but is not finished.
    fn kept(&self, document: &Path) -> Option<Pending> {
        let key = self.world.kept.get(document)?;
        let pending = workflow::sign::pending(&*self.world.machine).ok()?;
        pending.into_iter().find(|pending| pending.key == *key)
    }
}

/// Shows what happens until the work ends, or somebody wants it to end: then there is how many documents were saved before.
/// Cancelling is dropping it.
async fn watch<T>(work: impl Future<Output = T>, world: &mut World, console: &Console) -> Result<T, usize> {
    let mut screen = Screen::new(console);
    let mut seconds = interval(Duration::from_secs(1));
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let stop = signals::stop();
    tokio::pin!(stop);
    let mut work = Box::pin(work);
    let ended = loop {
        let now = world.machine.now().unix_millis();
        tokio::select! {
            biased;
            Some(event) = world.events.recv() => {
                match &event {
                    Event::Prompt(Prompt::DeviceLink { link, .. }) => world.scan(link).await,
                    Event::Prompt(Prompt::Browser { url }) => world.approve(url),
                    _ => {}
                }
                screen.event(event, now);
            }
            result = &mut work => break Some(result),
            () = &mut stop => break None,
            _ = seconds.tick() => screen.tick(now),
        }
    };
    drop(work);
    while let Ok(event) = world.events.try_recv() {
        screen.event(event, world.machine.now().unix_millis());
    }
    screen.settle();
    world.left_open = screen.left_open;
    world.kept.extend(screen.kept);
    ended.ok_or_else(|| screen.done.iter().filter(|stage| **stage == Stage::Saved).count())
}
