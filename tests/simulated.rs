//! The simulated host.

use std::collections::BTreeMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use emulator::{Blanks, ConnectionCut, Keys, Reply, Urls, World};
use pdf::Source;
use pki::{Certificate, DigestAlgorithm, Time};
use remote::{csc, mobile_id, smart_id};
use workflow::browser::{NoReturn, Offer, Question, Returned, Secret, Visit};
use workflow::event::{Event, Prompt, Stage};
use workflow::host::{
    Engaged, Existing, File, FileError, Host, KeptList, NoKeychain, Phone, Request, Response, Unnamed,
    Unreachable, UnreachableCause,
};
use workflow::profile::{Csc, MobileId, Profile, SmartId, TimestampService, Trust};

/// 2026-11-23, 12:00 UTC.
const START: i64 = 1_795_435_200_000;
/// What a request and its answer take.
const ROUND_TRIP: i64 = 40;

/// One request and what came back, in the order they happened.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Request,
    /// The answer.
    pub response: Response,
}

/// The emulated world, a clock that jumps, and a disk in memory.
pub struct Simulated {
    /// The services and the phone.
    pub world: World,
    /// This computer's clock against the world's, in milliseconds.
    pub clock_error: i64,
    /// The stage at whose end the power goes off.
    pub power_off_after: Option<Stage>,
    /// The stage at whose end a certificate is revoked, and whose.
    pub revoked_after: Option<(Stage, &'static str)>,
    /// So many more signature values the journal does not take.
    pub values_refused: AtomicUsize,
    /// The byte of a new file that the disk keeps wrongly.
    pub flawed_at: Option<usize>,
    /// What becomes of answers on their way.
    pub altered: Option<Altered>,
    /// How long any service takes for an answer, in milliseconds.
    pub answers_after: i64,
    /// Whether a device link is scanned, and by which account.
    pub scanned_by: Option<String>,
    /// What the person does in the browser.
    pub browsing: Browsing,
    /// What the person answers, by the label of the question.
    pub answers: Vec<(&'static str, &'static str)>,
    /// How long the person takes for an answer, in milliseconds.
    pub thinks_for: i64,
    /// Whether the system has a keychain.
    pub has_keychain: bool,
    /// The key that the person chooses, where there are several.
    pub chooses: Option<&'static str>,
    /// How often files were read, in pieces of at most 16 KiB: longer ones are passes over all of a file.
    pub short_reads: Arc<AtomicUsize>,
    /// Whether revocation lists are kept; else each is fetched again.
    pub keeps_lists: bool,
    lists: Mutex<BTreeMap<String, KeptList>>,
    offered: Mutex<Vec<Offer>>,
    questions: Mutex<Vec<Question>>,
    cut_off: Mutex<Vec<&'static str>>,
    lost: Mutex<Option<&'static str>>,
    cut_later: Mutex<Option<(Stage, Vec<&'static str>)>>,
    now: Mutex<i64>,
    dice: Mutex<u64>,
    files: Files,
    journal: Mutex<BTreeMap<String, Vec<u8>>>,
    phones: Phones,
    keychain: Mutex<BTreeMap<String, Secret>>,
    exchanges: Mutex<Vec<Exchange>>,
    events: Mutex<Vec<Event>>,
    on_screen: Mutex<Vec<(i64, Option<u64>)>>,
    alarms: Mutex<BTreeMap<u64, i64>>,
    rung: AtomicUsize,
}

/// What the person does in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browsing {
    /// Logs in as somebody, and approves whatever is asked.
    Approves(&'static str),
    /// Logs in as somebody, and refuses to let them sign.
    RefusesToSign(&'static str),
    /// Refuses to log in.
    Refuses,
    /// Never comes back.
    StaysAway,
}

/// A pin of nobody's key: there is no TLS here to be pinned, and no profile without pins.
const NO_KEY: &str = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// Gives something else, or nothing, for an answer to a request.
pub type Altered = Box<dyn Fn(&Request, Response) -> Result<Response, UnreachableCause> + Send + Sync>;

/// By whose it is: whether somebody has its place, and the note.
type Phones = Arc<Mutex<BTreeMap<String, (bool, Option<Vec<u8>>)>>>;
type Files = Arc<Mutex<BTreeMap<PathBuf, Arc<[u8]>>>>;

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How far a simulated signing may run ahead of this machine's clock, in seconds: its waits take no time here.
const AHEAD: i64 = 120;

/// Seconds since the Unix epoch, a little before what this machine's clock says, the same throughout a run: what is
/// signed then lies in nobody's future.
pub fn present() -> i64 {
    static PRESENT: std::sync::LazyLock<i64> = std::sync::LazyLock::new(|| {
        #[expect(clippy::disallowed_methods, reason = "tools of others judge by the clock of this machine")]
        let now = std::time::SystemTime::now();
        now.duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs().cast_signed() - AHEAD
    });
    *PRESENT
}

impl Simulated {
    /// A fresh world; the same one for the same seed.
    pub fn new(seed: u64) -> Self {
        Self::at(Urls::loopback(1, 2), seed)
    }

    /// A fresh world at the time of this machine's clock: some tools of others know no other.
    pub fn present(seed: u64) -> Self {
        let host = Self::new(seed);
        host.pass(present() * 1000 - host.world_time());
        host
    }

    /// A fresh world whose services have these addresses.
    pub fn at(urls: Urls, seed: u64) -> Self {
        let keys = Keys::cached().expect("keys for tests");
        let world = World::create(keys, seed, urls, START);
        Self {
            world,
            clock_error: 0,
            power_off_after: None,
            revoked_after: None,
            flawed_at: None,
            values_refused: AtomicUsize::new(0),
            altered: None,
            answers_after: 0,
            short_reads: Arc::default(),
            scanned_by: None,
            browsing: Browsing::Approves("liis"),
            answers: Vec::new(),
            thinks_for: 0,
            has_keychain: true,
            keeps_lists: false,
            lists: Mutex::default(),
            chooses: None,
            offered: Mutex::default(),
            questions: Mutex::default(),
            cut_off: Mutex::default(),
            lost: Mutex::default(),
            cut_later: Mutex::default(),
            now: Mutex::new(START),
            dice: Mutex::new(seed),
            files: Files::default(),
            journal: Mutex::default(),
            phones: Phones::default(),
            keychain: Mutex::default(),
            exchanges: Mutex::default(),
            events: Mutex::default(),
            on_screen: Mutex::default(),
            alarms: Mutex::default(),
            rung: AtomicUsize::new(0),
        }
    }

    /// Puts a file on the disk.
    pub fn put(&self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) {
        locked(&self.files).insert(path.into(), bytes.into().into());
    }

    /// A file's content.
    pub fn file(&self, path: impl AsRef<Path>) -> Option<Arc<[u8]>> {
        locked(&self.files).get(path.as_ref()).cloned()
    }

    /// The names of all files.
    pub fn files(&self) -> Vec<PathBuf> {
        locked(&self.files).keys().cloned().collect()
    }

    /// Number of signatures in the journal whose value came back.
    pub fn journal_len(&self) -> usize {
        locked(&self.journal).keys().filter(|key| key.starts_with("value-")).count()
    }

    /// Number of phones on which something may be open.
    pub fn phones_noted(&self) -> usize {
        locked(&self.phones).values().filter(|(_, note)| note.is_some()).count()
    }

    /// What the keychain has, by name.
    pub fn keychain(&self) -> MutexGuard<'_, BTreeMap<String, Secret>> {
        locked(&self.keychain)
    }

    fn opened(&self) -> Result<MutexGuard<'_, BTreeMap<String, Secret>>, NoKeychain> {
        match self.has_keychain {
            true => Ok(self.keychain()),
            false => Err(NoKeychain { detail: "there is none".to_owned() }),
        }
    }

    /// Everything that was said to services, in order.
    pub fn exchanges(&self) -> Vec<Exchange> {
        locked(&self.exchanges).clone()
    }

    /// How often a PIN2 was asked for: signature sessions that were opened.
    pub fn signature_sessions(&self) -> usize {
        let opened = |exchange: &&Exchange| {
            let path = exchange.request.uri().path();
            let opens =
                ["/signature/notification/", "/signature/device-link/"].iter().any(|way| path.contains(way))
                    || path.ends_with("/mid-api/signature");
            opens && exchange.response.status() == 200
        };
        self.exchanges().iter().filter(opened).count()
    }

    /// The events so far.
    pub fn events(&self) -> Vec<Event> {
        locked(&self.events).clone()
    }

    /// The stages that were finished.
    pub fn stages_done(&self) -> Vec<Stage> {
        let done = |event: Event| match event {
            Event::Done(stage) => Some(stage),
            _ => None,
        };
        self.events().into_iter().filter_map(done).collect()
    }

    /// The codes that were shown.
    pub fn codes(&self) -> Vec<String> {
        let code = |event: Event| match event {
            Event::Prompt(Prompt::VerificationCode { code, .. }) => Some(code),
            _ => None,
        };
        self.events().into_iter().filter_map(code).collect()
    }

    /// When, in the world's time, which QR code came to the screen, by the seconds in it; none: the last one went away.
    pub fn on_screen(&self) -> Vec<(i64, Option<u64>)> {
        locked(&self.on_screen).clone()
    }

    /// The pages that the browser was led to.
    pub fn pages(&self) -> Vec<String> {
        let page = |event: Event| match event {
            Event::Prompt(Prompt::Browser { url }) => Some(url),
            _ => None,
        };
        self.events().into_iter().filter_map(page).collect()
    }

    /// The keys that the person was let choose from.
    pub fn offered(&self) -> Vec<Offer> {
        locked(&self.offered).clone()
    }

    /// What the person was asked.
    pub fn questions(&self) -> Vec<Question> {
        locked(&self.questions).clone()
    }

    /// From now on no answer comes from services with one of these parts in their address.
    pub fn disconnect(&self, parts: Vec<&'static str>) {
        *locked(&self.cut_off) = parts;
    }

    /// The same, but only from the end of a stage on.
    pub fn disconnect_after(&self, stage: Stage, parts: Vec<&'static str>) {
        *locked(&self.cut_later) = Some((stage, parts));
    }

    /// The next request with this part in its address arrives, and its answer is lost.
    pub fn lose_answer(&self, part: &'static str) {
        *locked(&self.lost) = Some(part);
    }

    /// Every service answers again.
    pub fn reconnect(&self) {
        self.disconnect(Vec::new());
        *locked(&self.cut_later) = None;
    }

    /// Lets time pass.
    pub fn pass(&self, milliseconds: i64) {
        *locked(&self.now) += milliseconds;
    }

    /// The world's time, in milliseconds since the Unix epoch.
    pub fn world_time(&self) -> i64 {
        *locked(&self.now)
    }

    fn exchange(&self, request: &Request) -> Response {
        let arrived = self.world_time();
        loop {
            match self.world.handle(request.clone(), arrived, self.world_time()) {
                Reply::Ready(response) => return self.arrived(response),
                Reply::Pending { until_ms } => *locked(&self.now) = until_ms.max(self.world_time() + 1),
            }
        }
    }

    /// The same, while others may do something before the answer comes.
    async fn awaited(&self, request: &Request) -> Response {
        let arrived = self.world_time();
        loop {
            match self.world.handle(request.clone(), arrived, self.world_time()) {
                Reply::Ready(response) => return self.arrived(response),
                Reply::Pending { until_ms } => Alarm::new(self, until_ms.max(self.world_time() + 1)).await,
            }
        }
    }

    fn arrived(&self, response: Response) -> Response {
        self.pass(ROUND_TRIP);
        response
    }

    /// The browser on its way through the pages of the signing service: where it is sent in the end; nowhere from a page
    /// that says that it was too long ago.
    fn surf(&self, page: &str, user: &str, decision: &str) -> Option<String> {
        let sent = |response: &Response| {
            let location = response.headers().get(http::header::LOCATION)?;
            Some(location.to_str().expect("an address").to_owned())
        };
        let shown = self.exchange(&http::Request::get(page).body(Vec::new()).expect("a request"));
        if let Some(location) = sent(&shown) {
            return Some(location);
        }
        let signs = String::from_utf8_lossy(shown.body()).contains("signature(s)");
        let decision = match decision {
            "refuse to sign" if signs => "refuse",
            "refuse to sign" => "approve",
            other => other,
        };
        let (address, query) = page.split_once('?').expect("a query");
        let pairs = [("request", query), ("decision", decision), ("user", user)];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request = http::Request::post(address.replace("/authorize", "/decide"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.into_bytes());
        sent(&self.exchange(&request.expect("a request")))
    }

    /// Somebody refuses whatever their phone shows, as they are told to, or leaves it for something else in the app.
    pub fn leave_phone(&self) {
        let asked = |path: &str, body: Option<serde_json::Value>| {
            let url = format!("https://emulator.test/phone/{path}");
            let builder = http::Request::builder().uri(url).header("content-type", "application/json");
            let request = match body {
                None => builder.body(Vec::new()),
                Some(body) => builder.method("POST").body(body.to_string().into_bytes()),
            };
            let now = self.world_time();
            match self.world.handle(request.expect("a request"), now - 3_600_000, now) {
                Reply::Ready(response) => response.into_body(),
                Reply::Pending { .. } => unreachable!("a phone is never slow"),
            }
        };
        let shown: serde_json::Value = serde_json::from_slice(&asked("state", None)).expect("JSON");
        for request in shown["requests"].as_array().expect("requests") {
            asked("cancel", Some(serde_json::json!({ "session": request["session"] })));
        }
    }

    /// The phone's camera sees what is on the screen. Whoever opens the scanner has left what the app showed before.
    fn scan(&self, link: &str) {
        let Some(document_number) = &self.scanned_by else { return };
        self.leave_phone();
        let body =
            serde_json::json!({ "documentNumber": document_number, "deviceLink": link, "flowType": "QR" });
        let request = http::Request::post("https://emulator.test/mock/device-link")
            .header("content-type", "application/json")
            .body(body.to_string().into_bytes())
            .expect("a request");
        // The phone has a network of its own, which is never slow: as if it had been sent long before.
        let now = self.world_time();
        let _ = self.world.handle(request, now - 3_600_000, now);
        self.pass(ROUND_TRIP);
    }
}

/// A moment that somebody waits for. Time jumps to the earliest of them, once all had the chance to say theirs since it
/// jumped last.
struct Alarm<'a> {
    host: &'a Simulated,
    number: u64,
    at: i64,
    set: Option<usize>,
}

impl<'a> Alarm<'a> {
    fn new(host: &'a Simulated, at: i64) -> Self {
        let mut alarms = locked(&host.alarms);
        let number = alarms.last_key_value().map_or(0, |(last, _)| last + 1);
        alarms.insert(number, at);
        Self { host, number, at, set: None }
    }
}

impl Future for Alarm<'_> {
    type Output = ();

    fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let is_first = locked(&self.host.alarms).values().all(|&other| self.at <= other);
        let rung = self.host.rung.load(Ordering::Relaxed);
        if self.set == Some(rung) && is_first {
            self.host.rung.fetch_add(1, Ordering::Relaxed);
            let mut now = locked(&self.host.now);
            *now = (*now).max(self.at);
            return Poll::Ready(());
        }
        self.set = Some(rung);
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        locked(&self.host.alarms).remove(&self.number);
    }
}

impl Host for Simulated {
    async fn send(&self, request: Request) -> Result<Response, Unreachable> {
        let url = request.uri().to_string();
        self.pass(self.answers_after);
        if locked(&self.cut_off).iter().any(|part| url.contains(part)) {
            let host = request.uri().host().unwrap_or_default().to_owned();
            return Err(Unreachable { host, cause: UnreachableCause::Connect });
        }
        let response = self.awaited(&request).await;
        let lost = locked(&self.lost).take_if(|part| url.contains(*part)).is_some();
        if lost || response.extensions().get::<ConnectionCut>().is_some() {
            if lost {
                locked(&self.exchanges).push(Exchange { request: request.clone(), response });
            }
            let host = request.uri().host().unwrap_or_default().to_owned();
            return Err(Unreachable { host, cause: UnreachableCause::Broken { detail: "cut".into() } });
        }
        locked(&self.exchanges).push(Exchange { request: request.clone(), response: response.clone() });
        if response.extensions().get::<Blanks>().is_some() {
            // More than `native` reads of any answer.
            let host = request.uri().host().unwrap_or_default().to_owned();
            return Err(Unreachable { host, cause: UnreachableCause::TooLarge });
        }
        match &self.altered {
            None => Ok(response),
            Some(altered) => altered(&request, response).map_err(|cause| Unreachable {
                host: request.uri().host().unwrap_or_default().to_owned(),
                cause,
            }),
        }
    }

    async fn sleep_until(&self, at: Time) {
        Alarm::new(self, at.unix_millis() - self.clock_error).await;
    }

    fn now(&self) -> Time {
        Time::from_unix_millis(self.world_time() + self.clock_error)
    }

    fn list_kept(&self, url: &str) -> Option<KeptList> {
        locked(&self.lists).get(url).filter(|_| self.keeps_lists).cloned()
    }

    fn keep_list(&self, url: &str, der: &[u8]) {
        let kept = KeptList { der: der.to_vec(), fetched: self.now() };
        locked(&self.lists).insert(url.to_owned(), kept);
    }

    fn random(&self, into: &mut [u8]) {
        // SplitMix64: all that is asked of it is that it never repeats within a test.
        let mut dice = locked(&self.dice);
        for byte in into {
            *dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (*dice ^ (*dice >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 24) as u8;
        }
    }

    fn notify(&self, event: Event) {
        match &event {
            Event::Prompt(Prompt::DeviceLink { elapsed, .. }) => {
                locked(&self.on_screen).push((self.world_time(), Some(*elapsed)));
            }
            Event::Prompt(Prompt::DeviceLinkWithdrawn) => {
                locked(&self.on_screen).push((self.world_time(), None));
            }
            _ => {}
        }
        if let Event::Prompt(Prompt::DeviceLink { link, elapsed: 2, .. }) = &event {
            self.scan(link);
        }
        if let Event::Done(done) = &event
            && let Some((_, parts)) = locked(&self.cut_later).take_if(|(stage, _)| stage == done)
        {
            self.disconnect(parts);
        }
        if let (Event::Done(done), Some((stage, holder))) = (&event, self.revoked_after)
            && *done == stage
        {
            assert!(self.world.revoke(holder, self.world_time(), 1), "{holder}");
        }
        let over = matches!((&event, self.power_off_after), (Event::Done(done), Some(last)) if *done == last);
        locked(&self.events).push(event);
        assert!(!over, "the power goes off");
    }

    async fn browse(&self, visit: Visit<'_>) -> Result<Returned, NoReturn> {
        let redirect = format!("http://127.0.0.1:4711/{}", visit.path);
        let page = (visit.page)(redirect.clone()).await.ok_or(NoReturn::NoPage)?;
        self.notify(Event::Prompt(Prompt::Browser { url: page.clone() }));
        let (user, decision) = match self.browsing {
            Browsing::Approves(user) => (user, "approve"),
            Browsing::RefusesToSign(user) => (user, "refuse to sign"),
            Browsing::Refuses => ("", "refuse"),
            Browsing::StaysAway => {
                self.sleep_until(visit.until).await;
                return Err(NoReturn::TimedOut);
            }
        };
        let Some(location) = self.surf(&page, user, decision) else {
            self.sleep_until(visit.until).await;
            return Err(NoReturn::TimedOut);
        };
        let query = location.strip_prefix(&format!("{redirect}?")).expect("it comes back to where it left");
        Ok(Returned { query: Secret::new(query), redirect })
    }

    async fn ask(&self, question: Question) -> Option<Secret> {
        locked(&self.questions).push(question.clone());
        let answer = self.answers.iter().find(|(label, _)| *label == question.label)?;
        self.pass(self.thinks_for);
        Some(Secret::new(answer.1))
    }

    async fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        Ok(self.opened()?.get(name).cloned())
    }

    async fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        self.opened()?.insert(name.to_owned(), secret.clone());
        Ok(())
    }

    async fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        self.opened()?.remove(name);
        Ok(())
    }

    async fn choose(&self, offers: Vec<Offer>) -> Option<String> {
        *locked(&self.offered) = offers;
        self.chooses.map(str::to_owned)
    }

    fn phone(&self, owner: &str) -> Result<Box<dyn Phone>, Engaged> {
        let mut phones = locked(&self.phones);
        let (taken, note) = phones.entry(owner.to_owned()).or_default();
        if std::mem::replace(taken, true) {
            return Err(Engaged::Elsewhere { note: note.clone() });
        }
        Ok(Box::new(Place { phones: Arc::clone(&self.phones), owner: owner.to_owned() }))
    }

    fn open(&self, path: &Path) -> Result<Arc<dyn File>, FileError> {
        let bytes = self.file(path).ok_or(FileError::Missing)?;
        Ok(Arc::new(Held { bytes, path: path.to_owned(), short_reads: Arc::clone(&self.short_reads) }))
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        Path::new("/").join(path)
    }

    fn check_output(&self, output: &Path, existing: Existing) -> Result<(), FileError> {
        let taken = self.file(output).is_some() && existing == Existing::Keep;
        if taken { Err(FileError::Exists) } else { Ok(()) }
    }

    fn begin(&self, output: &Path, existing: Existing) -> Result<Box<dyn Unnamed>, FileError> {
        self.check_output(output, existing)?;
        Ok(Box::new(Begun {
            held: Held {
                bytes: Arc::new([]),
                path: output.to_owned(),
                short_reads: Arc::clone(&self.short_reads),
            },
            existing,
            files: Arc::clone(&self.files),
            flawed_at: self.flawed_at,
        }))
    }

    fn journal_put(&self, key: &str, entry: &[u8]) -> Result<(), FileError> {
        let fewer = |left: usize| left.checked_sub(1);
        let order = Ordering::Relaxed;
        if key.starts_with("value-") && self.values_refused.fetch_update(order, order, fewer).is_ok() {
            return Err(FileError::DiskFull);
        }
        locked(&self.journal).insert(key.to_owned(), entry.to_vec());
        Ok(())
    }

    fn journal_all(&self) -> Result<Vec<(String, Vec<u8>)>, FileError> {
        Ok(locked(&self.journal).clone().into_iter().collect())
    }

    fn journal_remove(&self, key: &str) -> Result<(), FileError> {
        locked(&self.journal).remove(key);
        Ok(())
    }
}

/// The place of a phone, in memory.
struct Place {
    phones: Phones,
    owner: String,
}

impl Place {
    fn at<T>(&self, change: impl FnOnce(&mut (bool, Option<Vec<u8>>)) -> T) -> T {
        change(locked(&self.phones).entry(self.owner.clone()).or_default())
    }
}

impl Phone for Place {
    fn note(&self) -> Option<Vec<u8>> {
        self.at(|(_, note)| note.clone())
    }

    fn write(&mut self, written: &[u8]) -> Result<(), FileError> {
        self.at(|(_, note)| *note = Some(written.to_vec()));
        Ok(())
    }

    fn clear(&mut self) -> Result<(), FileError> {
        self.at(|(_, note)| *note = None);
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.at(|(taken, _)| *taken = false);
    }
}

/// A file in memory that has no name yet.
struct Begun {
    held: Held,
    existing: Existing,
    files: Files,
    flawed_at: Option<usize>,
}

impl Unnamed for Begun {
    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let mut all = self.held.bytes.to_vec();
        let at = all.len();
        all.extend_from_slice(bytes);
        if let Some(byte) = self.flawed_at.filter(|&flaw| flaw >= at).and_then(|flaw| all.get_mut(flaw)) {
            *byte ^= 1;
        }
        self.held.bytes = all.into();
        Ok(())
    }

    fn read_back(&self, offset: u64, into: &mut [u8]) -> Result<(), FileError> {
        let read = self.held.read_at(offset, into);
        read.map_err(|error| FileError::Other { detail: error.to_string() })
    }

    fn open(&self) -> Result<Arc<dyn File>, FileError> {
        Ok(Arc::new(self.held.clone()))
    }

    fn name(self: Box<Self>) -> Result<(), FileError> {
        let mut files = locked(&self.files);
        if self.existing == Existing::Keep && files.contains_key(&self.held.path) {
            return Err(FileError::Exists);
        }
        files.insert(self.held.path.clone(), Arc::clone(&self.held.bytes));
        Ok(())
    }
}

/// A file in memory.
#[derive(Clone)]
struct Held {
    bytes: Arc<[u8]>,
    path: PathBuf,
    short_reads: Arc<AtomicUsize>,
}

impl Source for Held {
    fn len(&self) -> u64 {
        self.bytes.len()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), pdf::Error> {
        if into.len() <= 16 << 10 {
            self.short_reads.fetch_add(1, Ordering::Relaxed);
        }
        self.bytes.read_at(offset, into)
    }
}

impl File for Held {
    fn unchanged(&self) -> Result<(), FileError> {
        Ok(())
    }

    fn is_at(&self, path: &Path) -> bool {
        path == self.path
    }

    fn source(self: Arc<Self>) -> Arc<dyn Source> {
        self
    }
}

/// The profile of a simulated world.
pub fn profile_of(host: &Simulated) -> Profile {
    let pem = |der: &[u8]| Certificate::from_der(der).expect("a certificate").to_pem();
    let [root, issuing, tsa] = host.world.anchors();
    Profile {
        name: "simulated".into(),
        test: true,
        country: "EE".into(),
        proxy: workflow::proxy::Proxy::None,
        smart_id: Some(SmartId {
            relying_party: smart_id::RelyingParty::demo(&host.world.urls().smart_id()),
            pins: vec![NO_KEY.to_owned()],
            tls_anchors: String::new(),
            digest: DigestAlgorithm::Sha512,
            scheme: None,
            api: Default::default(),
            asks: Default::default(),
        }),
        mobile_id: Some(MobileId {
            relying_party: mobile_id::RelyingParty::demo(&host.world.urls().mobile_id()),
            pins: vec![NO_KEY.to_owned()],
            tls_anchors: String::new(),
            digest: DigestAlgorithm::Sha256,
        }),
        csc: Some(csc_of(&host.world.urls().csc())),
        timestamp: vec![TimestampService::at(host.world.urls().tsa())],
        seal: Default::default(),
        trust: Trust { name: "emulator".into(), anchors: pem(root), issuers: pem(issuing) + &pem(tsa) },
        is_own_world: false,
    }
}

/// How the emulator's signing service is used, over whatever it is reached.
pub fn csc_of(base_url: &str) -> Csc {
    Csc {
        client: csc::Client {
            base_url: base_url.to_owned(),
            client_id: emulator::CSC_CLIENT.to_owned(),
            client_secret: None,
            methods: None,
        },
        pins: Vec::new(),
        oauth_pins: Vec::new(),
        tls_anchors: String::new(),
        digest: DigestAlgorithm::Sha256,
        login: Default::default(),
        user: None,
        credential: None,
        signs: Default::default(),
        asynchronous: false,
    }
}

/// Runs a future that never has to wait for anybody.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    polled(future).unwrap_or_else(|| unreachable!("on a simulated host something always happens next"))
}

/// Runs a future as long as something happens; `None` when nothing ever will again.
pub fn polled<T>(future: impl Future<Output = T>) -> Option<T> {
    struct Woken(AtomicBool);
    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    let woken = Arc::new(Woken(AtomicBool::new(true)));
    let waker = Waker::from(Arc::clone(&woken));
    let mut future = pin!(future);
    while woken.0.swap(false, Ordering::Relaxed) {
        if let Poll::Ready(done) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Some(done);
        }
    }
    None
}
