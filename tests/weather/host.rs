//! The simulated host in bad weather.

use std::future::poll_fn;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use pitser_tests::{Browsing, Simulated};
use workflow::browser::{NoReturn, Offer, Question, Returned, Secret, Visit};
use workflow::event::Event;
use workflow::host::{
    Engaged, Existing, File, FileError, Host, NoKeychain, Phone, Request, Response, Time, Unnamed,
    Unreachable, UnreachableCause,
};

use crate::disk::{Disk, Opened, Written};
use crate::fault::{Aim, Dice, Fault, Loss, jump};
use crate::spoiled::spoiled;

/// A world and everything between it and us.
pub struct Weather {
    pub inside: Arc<Simulated>,
    pub disk: Disk,
    /// How often something happens to a request, and to this computer's clock, in percent.
    pub stormy: u64,
    pub jumpy: u64,
    /// What happens to single requests.
    pub aimed: Mutex<Vec<Aim>>,
    /// The person gives up at this wait, or so many waits after the value came.
    pub cancelled_at: Option<u64>,
    pub cancelled_after_value: Option<u64>,
    /// So many times the journal does not take the value that came.
    pub journal_refuses: AtomicU64,
    /// What happened, for whoever looks into a run.
    pub log: Mutex<Vec<String>>,
    dice: Mutex<Dice>,
    calm: AtomicBool,
    waits: AtomicU64,
    clock_ahead: AtomicI64,
    came: AtomicU64,
    journal_refused: AtomicU64,
}

impl Weather {
    pub fn new(inside: Simulated, seed: u64) -> Self {
        Self::around(Arc::new(inside), seed)
    }

    /// Another program on the same computer.
    pub fn beside(&self, seed: u64) -> Self {
        Self::around(Arc::clone(&self.inside), seed)
    }

    fn around(inside: Arc<Simulated>, seed: u64) -> Self {
        Self {
            inside,
            disk: Disk::new(seed, 0),
            stormy: 0,
            jumpy: 0,
            aimed: Mutex::default(),
            cancelled_at: None,
            cancelled_after_value: None,
            journal_refuses: AtomicU64::new(0),
            log: Mutex::default(),
            dice: Mutex::new(Dice::new(seed)),
            calm: AtomicBool::new(false),
            waits: AtomicU64::new(0),
            clock_ahead: AtomicI64::new(0),
            came: AtomicU64::new(0),
            journal_refused: AtomicU64::new(0),
        }
    }

    /// From now on nothing happens any more, and the clock is right.
    pub fn clears_up(&self) {
        self.calm.store(true, Ordering::Relaxed);
        self.disk.repaired();
        self.journal_refuses.store(0, Ordering::Relaxed);
        self.clock_ahead.store(0, Ordering::Relaxed);
    }

    /// Whether an answer with a signature value came, just as it was sent.
    pub fn value_came(&self) -> bool {
        self.came.load(Ordering::Relaxed) != 0
    }

    /// How often the journal refused the value since it came, the last time included.
    pub fn journal_refused(&self) -> u64 {
        self.journal_refused.load(Ordering::Relaxed)
    }

    fn note(&self, what: String) {
        let at = self.inside.world_time() % 100_000_000;
        self.log.lock().unwrap().push(format!("{at}: {what}"));
    }

    /// A moment at which somebody can cancel: then nothing ever comes.
    async fn wait(&self) {
        let wait = self.waits.fetch_add(1, Ordering::Relaxed) + 1;
        assert!(wait < 5_000, "it never ends");
        let came = self.came.load(Ordering::Relaxed);
        let after = self.cancelled_after_value.filter(|_| came != 0).map(|waits| came + waits);
        let cancelled = [self.cancelled_at, after].contains(&Some(wait));
        if !self.calm.load(Ordering::Relaxed) && cancelled {
            poll_fn::<(), _>(|_| Poll::Pending).await;
        }
    }

    fn fault(&self, address: &str) -> Option<Fault> {
        if self.calm.load(Ordering::Relaxed) {
            return None;
        }
        let dice = &mut *self.dice.lock().unwrap();
        if let Some(fault) = self.aimed.lock().unwrap().iter_mut().find_map(|aim| aim.at(address)) {
            return Some(fault);
        }
        if dice.chance(self.jumpy) {
            return Some(Fault::Clock(jump(dice)));
        }
        dice.chance(self.stormy).then(|| Fault::draw(dice))
    }

    fn lost(&self, request: &Request, loss: Loss) -> Unreachable {
        let cause = match loss {
            Loss::Broken => UnreachableCause::Broken { detail: "cut".into() },
            Loss::Connect => UnreachableCause::Connect,
            Loss::Name => UnreachableCause::Name,
            Loss::NotTrusted => UnreachableCause::NotTrusted { detail: "expired".into() },
            Loss::PinMismatch | Loss::PinOutdated => UnreachableCause::PinMismatch {
                expected: vec!["sha256//a".into()],
                found: "sha256//b".into(),
                vouched: loss == Loss::PinOutdated,
            },
            Loss::Redirect => UnreachableCause::Redirect { to: "https://elsewhere.example/".into() },
            Loss::TimedOut => {
                self.inside.pass(patience(request));
                UnreachableCause::TimedOut
            }
            Loss::TooLarge => UnreachableCause::TooLarge,
        };
        Unreachable { host: request.uri().host().unwrap_or_default().to_owned(), cause }
    }

    async fn answer(&self, request: Request) -> Result<Response, Unreachable> {
        let url = request.uri().to_string();
        let response = self.inside.send(request).await?;
        self.note(format!("{url} {}", response.status()));
        Ok(response)
    }

    /// The answer arrives as it was sent.
    fn arrived(&self, request: &Request, response: Response) -> Response {
        let state: serde_json::Value = serde_json::from_slice(response.body()).unwrap_or_default();
        let asks = request.uri().path().contains("/session/") && response.status() == 200;
        let made = ["signatures", "SignatureObject"].iter().any(|name| state[name].is_array());
        if (asks && state["signature"]["value"].is_string()) || made {
            self.came.store(self.waits.load(Ordering::Relaxed), Ordering::Relaxed);
        }
        response
    }
}

/// How long an answer is waited for, in milliseconds, as `native` does.
fn patience(request: &Request) -> i64 {
    let query = request.uri().query().unwrap_or_default();
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("timeoutMs=")?.parse::<i64>().ok());
    asked.map_or(60_000, |asked| asked + 15_000)
}

impl Host for Weather {
    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        self.wait().await;
        let fault = self.fault(&request.uri().to_string());
        if let Some(fault) = fault {
            self.note(format!("{fault:?} for {}", request.uri()));
        }
        let whole = request.clone();
        match fault {
            None => Ok(self.arrived(&whole, self.answer(request).await?)),
            Some(Fault::Clock(by)) => {
                // The next time it is set right.
                let ahead = self.clock_ahead.load(Ordering::Relaxed);
                self.clock_ahead.store(if ahead == 0 { by } else { 0 }, Ordering::Relaxed);
                Ok(self.arrived(&whole, self.answer(request).await?))
            }
            Some(Fault::Lost(loss)) => Err(self.lost(&whole, loss)),
            Some(Fault::AnswerLost(loss)) => {
                drop(self.answer(request).await);
                Err(self.lost(&whole, loss))
            }
            Some(Fault::Late(by)) => {
                let begun = self.inside.world_time();
                let response = self.answer(request).await?;
                let took = self.inside.world_time() - begun + by;
                if took > patience(&whole) {
                    self.inside.pass((patience(&whole) - took + by).max(0));
                    let host = whole.uri().host().unwrap_or_default().to_owned();
                    return Err(Unreachable { host, cause: UnreachableCause::TimedOut });
                }
                self.inside.pass(by);
                Ok(self.arrived(&whole, response))
            }
            Some(Fault::Status(status, arrives)) => {
                if arrives {
                    drop(self.answer(request).await);
                }
                Ok(http::Response::builder()
                    .status(status)
                    .body(b"{\"detail\":\"bad day\"}".to_vec())
                    .unwrap())
            }
            Some(Fault::Spoiled(spoiling)) => {
                let response = self.answer(request).await?;
                Ok(spoiled(response, spoiling, &mut self.dice.lock().unwrap()))
            }
        }
    }

    /// The person's browser has a network of its own.
    async fn browse(&self, visit: Visit<'_>) -> Result<Returned, NoReturn> {
        self.wait().await;
        if self.inside.browsing == Browsing::StaysAway {
            self.sleep_until(visit.until).await;
            return Err(NoReturn::TimedOut);
        }
        self.inside.browse(visit).await
    }

    async fn ask(&self, question: Question) -> Option<Secret> {
        self.wait().await;
        self.inside.ask(question).await
    }

    async fn choose(&self, offers: Vec<Offer>) -> Option<String> {
        self.wait().await;
        self.inside.choose(offers).await
    }

    async fn sleep_until(&self, at: Time) {
        self.wait().await;
        let here = at.unix_millis() - self.clock_ahead.load(Ordering::Relaxed);
        self.inside.sleep_until(Time::from_unix_millis(here)).await;
    }

    fn now(&self) -> Time {
        Time::from_unix_millis(self.inside.now().unix_millis() + self.clock_ahead.load(Ordering::Relaxed))
    }

    async fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        self.inside.recall(name).await
    }

    async fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        self.inside.keep(name, secret).await
    }

    async fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        self.inside.forget(name).await
    }

    fn random(&self, into: &mut [u8]) {
        self.inside.random(into);
    }

    fn notify(&self, event: Event) {
        self.inside.notify(event);
    }

    fn phone(&self, owner: &str) -> Result<Box<dyn Phone>, Engaged> {
        self.inside.phone(owner)
    }

    fn open(&self, path: &Path) -> Result<Arc<dyn File>, FileError> {
        let inside = self.inside.open(path)?;
        Ok(Arc::new(Opened { inside, disk: self.disk.clone() }))
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        self.inside.absolute(path)
    }

    fn check_output(&self, output: &Path, existing: Existing) -> Result<(), FileError> {
        self.inside.check_output(output, existing)
    }

    fn begin(&self, output: &Path, existing: Existing) -> Result<Box<dyn Unnamed>, FileError> {
        self.disk.refuses()?;
        let inside = self.inside.begin(output, existing)?;
        Ok(Box::new(Written { inside, disk: self.disk.clone() }))
    }

    fn journal_put(&self, key: &str, entry: &[u8]) -> Result<(), FileError> {
        let took = |left: u64| self.value_came().then(|| left.checked_sub(1)).flatten();
        let refused = match self.journal_refuses.fetch_update(Ordering::Relaxed, Ordering::Relaxed, took) {
            Ok(_) => Err(FileError::DiskFull),
            Err(_) => self.disk.refuses(),
        };
        if self.value_came() {
            let times = self.journal_refused() + 1;
            self.journal_refused.store(if refused.is_err() { times } else { 0 }, Ordering::Relaxed);
        }
        refused?;
        self.inside.journal_put(key, entry)
    }

    fn journal_all(&self) -> Result<Vec<(String, Vec<u8>)>, FileError> {
        self.inside.journal_all()
    }

    fn journal_remove(&self, key: &str) -> Result<(), FileError> {
        self.disk.refuses()?;
        self.inside.journal_remove(key)
    }
}
