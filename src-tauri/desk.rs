//! What lies on the desk, and what is done with it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use native::known::Known;
use native::{Folders, Machine, sample};
use tauri::async_runtime::{block_on, spawn_blocking};
use tokio::sync::OnceCell;
use workflow::extend::Extension;
use workflow::extract::{Extraction, extract};
use workflow::host::Host;
use workflow::order::{self, Existing, Level};
use workflow::password::Password;
use workflow::report::words::{Language, Words};
use workflow::save;
use workflow::seal::SealOrder;
use workflow::together::{self, sign_together};
use workflow::verify::Options;

use crate::arguments::Arguments;
use crate::documents::Documents;
use crate::language::Spoken;
use crate::pictures::Drawing;
use crate::reports::Reports;
use crate::running::Running;
use crate::wire::{
    DocumentInfo, Ended, Exchange, Failure, KnownInfo, Order, Pending, ReportForm, Signed, Spot, Startup,
    TextRun, Verdict,
};
use crate::world::World;

/// What lies on the desk.
pub struct Desk {
    /// The documents that are open.
    pub documents: Documents,
    /// Who draws pages.
    pub drawing: Drawing,
    /// The signing that is under way.
    pub running: Running,
    /// The verdicts that were shown.
    pub reports: Reports,
    spoken: Spoken,
    arguments: Arguments,
    world: OnceCell<World>,
    /// Files of this program that the file manager may be asked to show.
    written: Mutex<HashSet<PathBuf>>,
}

impl Desk {
    /// An empty desk.
    pub fn new(arguments: Arguments) -> Self {
        Self {
            documents: Documents::default(),
            drawing: Drawing::default(),
            running: Running::default(),
            reports: Reports::default(),
            spoken: Spoken::default(),
            arguments,
            world: OnceCell::new(),
            written: Mutex::default(),
        }
    }

    /// The services of the profile; started when first asked for.
    ///
    /// # Errors
    /// The profile cannot be used, or the demo could not be started. Asking again tries again.
    pub async fn world(&self) -> Result<&World, Failure> {
        self.world.get_or_try_init(|| World::open(&self.arguments.profile)).await
    }

    /// What the window starts with. `documents` is where the person keeps documents.
    ///
    /// # Errors
    /// As [`Desk::world`]; the journal or the sample cannot be used.
    pub async fn startup(&self, documents: Option<PathBuf>) -> Result<Startup, Failure> {
        let world = self.world().await?;
        let pending = workflow::sign::pending(&*world.silent)?;
        let opened = match self.arguments.sample {
            true => Some(sample::lay_out(&world.samples(documents)).map_err(Failure::internal)?),
            false => self.arguments.file.clone(),
        };
        Ok(Startup {
            profile: world.into(),
            opened: opened.map(|path| path.display().to_string()),
            pending: pending.into_iter().map(Pending::from).collect(),
            known: world.known().as_ref().map(KnownInfo::from),
            phone_url: world.phone_url().map(str::to_owned),
        })
    }

    /// What was said to services, the newest first, as much as a person looks through.
    ///
    /// # Errors
    /// The log cannot be read.
    pub async fn traffic(&self) -> Result<Vec<Exchange>, Failure> {
        const MOST: usize = 200;
        let folders = Folders::of_this_user()?;
        let said = apart(move || native::network_log(&folders).map_err(Failure::internal)).await?;
        Ok(said.into_iter().rev().take(MOST).map(Exchange::from).collect())
    }

    /// Settles on a language: what was asked for or chosen earlier, else the system's.
    pub fn settle_language(&self, page: &[String]) -> Language {
        let chosen = Folders::of_this_user().ok().and_then(|folders| native::language::chosen(&folders));
        self.spoken.settle(|name| std::env::var(name).ok(), chosen, page)
    }

    /// Speaks another language from now on, and remembers it.
    ///
    /// # Errors
    /// It cannot be remembered; it is spoken all the same.
    pub fn choose_language(&self, tag: &str) -> Result<(), Failure> {
        let language = Language::from_tag(tag);
        self.spoken.choose(language);
        Ok(native::language::choose(&Folders::of_this_user()?, language)?)
    }

    /// Opens a document to be read, with the password of an encrypted one.
    ///
    /// # Errors
    /// As [`workflow::show::open`].
    pub async fn open(&self, path: PathBuf, password: Option<Password>) -> Result<DocumentInfo, Failure> {
        let machine = Arc::clone(&self.world().await?.silent);
        let mut name = [0; 16];
        machine.random(&mut name);
        let shown = apart(move || Ok(workflow::show::open(&*machine, &path, password)?)).await?;
        Ok(self.documents.put(shown, name))
    }

    /// The words of a page.
    ///
    /// # Errors
    /// No such document or page.
    pub async fn text(&self, id: &str, index: usize) -> Result<Vec<TextRun>, Failure> {
        let shown = self.documents.get(id)?;
        let text = apart(move || Ok(shown.text(index)?)).await?;
        Ok(text.runs.into_iter().map(TextRun::from).collect())
    }

    /// Validates the signatures of a file.
    ///
    /// # Errors
    /// As [`workflow::verify::verify`].
    pub async fn verify(&self, path: &Path, password: Option<Password>) -> Result<Verdict, Failure> {
        let world = self.world().await?;
        let options = Options { password, ..Options::online() };
        let (machine, profile, document) =
            (Arc::clone(&world.silent), world.profile.clone(), path.to_owned());
        // Drawing pages to compare them takes its time, and others wait for nothing but a word.
        let examined =
            apart(move || Ok(block_on(workflow::verify::examine(&*machine, &profile, &document, options))?))
                .await?;
        let verdict = Verdict::examined(path, &examined);
        self.reports.keep(path, examined);
        Ok(verdict)
    }

    /// Saves the report on a file that is open or was written here, or the evidence: those of the verdict that was shown, or where
    /// none is kept of a new one. The person was asked whether a file of that name is to be replaced.
    ///
    /// # Errors
    /// It is neither; as [`workflow::verify::verify`] and [`workflow::save::save`].
    pub async fn save_report(
        &self,
        path: &Path,
        password: Option<Password>,
        form: ReportForm,
        output: PathBuf,
    ) -> Result<(), Failure> {
        self.known(path)?;
        if self.reports.of(path).is_none() {
            self.verify(path, password).await?;
        }
        let examined = self.reports.of(path).ok_or_else(Failure::not_open)?;
        let (machine, document) = (Arc::clone(&self.world().await?.silent), path.to_owned());
        let words = Words::new(self.spoken.language());
        apart(move || {
            let existing = Existing::Replace;
            match form.form() {
                Some(form) => {
                    save::save(&*machine, &examined, &document, (form, &output), existing, &words)?;
                }
                None => save::evidence(&*machine, &examined, &document, &output, existing)?,
            }
            Ok(())
        })
        .await
    }

    /// Saves what a signature in a file that is open or was written here covers. The person was asked whether a file of that
    /// name is to be replaced.
    ///
    /// # Errors
    /// It is neither; as [`workflow::extract::extract`].
    pub async fn save_version(
        &self,
        path: &Path,
        password: Option<Password>,
        field: String,
        output: PathBuf,
    ) -> Result<(), Failure> {
        self.known(path)?;
        let machine = Arc::clone(&self.world().await?.silent);
        let (document, existing) = (path.to_owned(), Existing::Replace);
        let order = Extraction { document, password, field: Some(field), output: Some(output), existing };
        apart(move || Ok(extract(&*machine, &order).map(drop)?)).await
    }

    /// Whether the page may ask about a file: it is open, or was written here.
    ///
    /// # Errors
    /// It is neither.
    pub fn known(&self, path: &Path) -> Result<(), Failure> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner).contains(path);
        if written || self.documents.is_open(path) { Ok(()) } else { Err(Failure::not_open()) }
    }

    /// Signs an open document, if it still is what is shown.
    ///
    /// # Errors
    /// As [`workflow::sign::sign`]; the file changed, or another signing is under way.
    pub async fn sign(&self, machine: &Machine, id: &str, order: Order) -> Result<Signed, Failure> {
        let (world, shown) = (self.world().await?, self.documents.get(id)?);
        shown.unchanged()?;
        let remembers = order.remembers();
        let order = order.of(&shown, &world.profile, world.known().as_ref(), self.spoken.language())?;
        let signer = order.signer.clone();
        let signed = self.running.run(workflow::sign::sign(machine, &world.profile, order)).await?;
        if let Some(known) = Known::of(&signer, &signed).filter(|_| remembers) {
            // What is signed is signed, whether or not somebody has to be named the next time.
            world.remember(known).ok();
        }
        Ok(self.keep(machine, signed, shown.password()))
    }

    /// Signs an open document, if it still is what is shown, and others beside it, under one permission of a signing
    /// service. Each ends by itself; where the seal of the others goes is found for each.
    ///
    /// # Errors
    /// The document is not open or changed, or another signing is under way; it was cancelled.
    pub async fn sign_together(
        &self,
        machine: &Machine,
        id: &str,
        others: Vec<PathBuf>,
        order: Order,
    ) -> Result<Vec<Ended>, Failure> {
        let (world, shown) = (self.world().await?, self.documents.get(id)?);
        shown.unchanged()?;
        let first = order.of(&shown, &world.profile, None, self.spoken.language())?;
        let other = |document: PathBuf| order::Order {
            document,
            password: None,
            shown: None,
            output: None,
            field: None,
            seal: first.seal.clone().map(|seal| SealOrder { spot: None, ..seal }),
            ..first.clone()
        };
        let others: Vec<_> = others.into_iter().map(other).collect();
        let orders: Vec<_> = [first].into_iter().chain(others).collect();
        let work = async { Ok::<_, Failure>(sign_together(machine, &world.profile, &orders).await) };
        let ended = self.running.run(work).await?;
        Ok(orders.iter().zip(ended).map(|(order, ended)| self.ended(machine, order, ended)).collect())
    }

    fn ended(&self, machine: &Machine, order: &order::Order, ended: together::Ended) -> Ended {
        let document = order.document.display().to_string();
        match ended {
            Ok(signed) => {
                let signed = Some(self.keep(machine, signed, order.password.as_ref()));
                Ended { document, signed, failure: None }
            }
            Err(error) => Ended { document, signed: None, failure: Some((&*error).into()) },
        }
    }

    /// Forgets who is remembered for the profile.
    ///
    /// # Errors
    /// It cannot be written down.
    pub async fn forget(&self) -> Result<(), Failure> {
        self.world().await?.forget()
    }

    /// Opens the page once more that the browser was sent to.
    ///
    /// # Errors
    /// It was sent nowhere, or there is no browser.
    pub async fn open_page(&self) -> Result<(), Failure> {
        let page = self.running.asking.page().ok_or_else(Failure::no_browser)?;
        apart(move || native::open_page(&page).map_err(|_| Failure::no_browser())).await
    }

    /// A free place for a seal, if one may be added.
    ///
    /// # Errors
    /// The document is not open, or a page of it cannot be drawn.
    pub async fn seal_place(&self, id: &str) -> Result<Option<Spot>, Failure> {
        let (world, shown) = (self.world().await?, self.documents.get(id)?);
        let style = world.profile.seal.clone();
        apart(move || Ok(shown.free_place(&style)?.map(Spot::from))).await
    }

    /// Extends the signatures of an open document so that they can be checked for decades: to B-LTA.
    ///
    /// # Errors
    /// As [`workflow::extend::extend`]; the file changed, or other work is under way.
    pub async fn extend(&self, machine: &Machine, id: &str) -> Result<Signed, Failure> {
        let (world, shown) = (self.world().await?, self.documents.get(id)?);
        shown.unchanged()?;
        let extension = Extension {
            document: shown.path().to_owned(),
            password: shown.password().cloned(),
            output: None,
            existing: Existing::Keep,
            level: Level::BLta,
        };
        let work = workflow::extend::extend(machine, &world.profile, extension);
        Ok(self.keep(machine, self.running.run(work).await?, shown.password()))
    }

    /// Finishes a signature that came back earlier.
    ///
    /// # Errors
    /// As [`workflow::sign::finish`]; another signing is under way.
    pub async fn finish(
        &self,
        machine: &Machine,
        key: &str,
        password: Option<Password>,
    ) -> Result<Signed, Failure> {
        let world = self.world().await?;
        let work = workflow::sign::finish(machine, &world.profile, key, password.as_ref());
        let signed = self.running.run(work).await?;
        Ok(self.keep(machine, signed, password.as_ref()))
    }

    /// Gives up a signature that came back earlier.
    ///
    /// # Errors
    /// As [`workflow::sign::discard`].
    pub async fn discard(&self, key: &str) -> Result<(), Failure> {
        Ok(workflow::sign::discard(&*self.world().await?.silent, key)?)
    }

    /// Shows a file in the file manager, if it is open or was written here.
    ///
    /// # Errors
    /// It is neither, or there is no file manager.
    pub async fn reveal(&self, path: &Path) -> Result<(), Failure> {
        self.known(path)?;
        let path = path.to_owned();
        apart(move || tauri_plugin_opener::reveal_item_in_dir(path).map_err(Failure::internal)).await
    }

    fn keep(&self, machine: &Machine, mut signed: order::Signed, password: Option<&Password>) -> Signed {
        workflow::active::answer(machine, &mut signed, password.cloned());
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(signed.output.clone());
        signed.into()
    }
}

/// Runs `work` where it holds up nobody.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    spawn_blocking(work).await.unwrap_or_else(|error| Err(Failure::internal(error)))
}
