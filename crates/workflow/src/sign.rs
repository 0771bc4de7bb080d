//! Signing one document, and finishing what was interrupted.

use std::path::PathBuf;
use std::sync::Arc;

use ades::{Document, Embedded, Options, Passed, Prepared};
use pdf::{AlternateName, Password};
use pki::{Certificate, DigestAlgorithm, Evidence, SignatureAlgorithm, Time};
use remote::OpenSession;
use report::words::{Language, Words};
use validation::report::{Question, SubIndication};
use validation::standard::Wait;

use crate::complete::{Completion, stage};
use crate::error::{Error, at};
use crate::event::{Event, KeptFor, Stage};
use crate::gather;
use crate::host::{File, FileError, Host, Unnamed};
use crate::journal::{self, Entry, Kept, Unfinished};
use crate::key::Key;
use crate::laid::{Errand, Laid, Wanted, Who};
use crate::open::{Found, Held, Standing, Wants};
use crate::order::{Level, Order, Pending, Signed, Signer};
use crate::output;
use crate::password::access;
use crate::phone::{self, Called, Came};
use crate::profile::Profile;
use crate::seal::{self, Stated};
use crate::timestamp::{Clock, Stamper};
use crate::together;
use crate::twin::Twin;
use crate::verify::Judge;

/// Signs a document: certificate first, since the signature names it; then layout, approval on the phone, embedding,
/// time-stamp, revocation proof, and a look with our own eyes at the result on the disk, before it gets its name.
///
/// Nothing is written to the output before everything holds. Cancelling is dropping the future.
///
/// # Errors
/// Every way in which this can end otherwise is a variant of [`Error`]. After [`Stage::Received`] the signature value is
/// in the journal, and [`finish`] goes on from there.
pub async fn sign(host: &impl Host, profile: &Profile, order: Order) -> Result<Signed, Error> {
    // Each step of a signing has a place of its own: together they would fill the stack of the thread that waits.
    let called = match &order.signer {
        Signer::Key(key) => return Box::pin(with_key(host, profile, &order, key.as_ref())).await,
        Signer::Cloud { .. } => return Box::pin(together::sign_alone(host, profile, order)).await,
        Signer::Person(person) => Called::Person(person),
        Signer::Document(number) => Called::Document(number),
        Signer::DeviceLink(scans) => Called::DeviceLink(scans),
        Signer::MobileId(subscriber) => Called::Subscriber(subscriber),
    };
    Box::pin(by_phone(host, profile, &order, called)).await
}

async fn by_phone(
    host: &impl Host,
    profile: &Profile,
    order: &Order,
    called: Called<'_>,
) -> Result<Signed, Error> {
    let algorithm = called.algorithm(profile)?;
    let judge = Judge::new(profile)?;
    let stamper = Stamper::new(host, profile, order.language, Clock::Confirmed);
    let opened = stage(host, Stage::Opening, || open(host, order, algorithm, Place::ItsOwn))?;
    let service = called.service(profile)?;
    let wanted = Wanted::new(
        (profile, &service.base_url),
        order,
        Who::called(called),
        algorithm,
        &opened.sha256,
        opened.field(),
    );
    let held = called.person().map(|person| Held::of(host, profile, &service, &person)).transpose()?;
    let asking =
        Asking { host, profile, order, called, judge: &judge, stamper: &stamper, wanted, short_by: 0 };
    let (asking, held) = match Box::pin(asking.before(&opened, held)).await? {
        Before::Done(signed) => return Ok(*signed),
        Before::Not(rest) => *rest,
    };
    let Some(mut held) = held else { return Box::pin(asking.anew(opened, None, None)).await };
    let choice = called.is_asked_for_account(profile);
    match Box::pin(held.look(profile, Wants { signature: Some(&asking.wanted), choice })).await? {
        Found::Signature(laid, standing) => Box::pin(asking.again(opened, *laid, standing, held)).await,
        Found::Choice(open, at) => Box::pin(asking.anew(opened, Some(held), Some((open, at)))).await,
        Found::Nothing => Box::pin(asking.anew(opened, Some(held), None)).await,
    }
}

/// A signature by phone on its way.
struct Asking<'a, H> {
    host: &'a H,
    profile: &'a Profile,
    order: &'a Order,
    called: Called<'a>,
    judge: &'a Judge,
    stamper: &'a Stamper<'a, H>,
    wanted: Wanted,
    /// By how much the room of an earlier one was too small.
    short_by: usize,
}

/// What became of what came for the very same before.
enum Before<'a, H: Host> {
    /// The document is finished with it.
    Done(Box<Signed>),
    /// Nothing came, or nothing that is of use.
    Not(Box<(Asking<'a, H>, Option<Held<'a, H>>)>),
}

impl<'a, H: Host> Asking<'a, H> {
    /// What came for the very same before is finished: nobody types PIN2 for it again.
    async fn before(mut self, opened: &Opened, held: Option<Held<'a, H>>) -> Result<Before<'a, H>, Error> {
        let Self { host, order, judge, stamper, .. } = self;
        let Some(entry) = journal::that_is(host, &self.wanted)? else {
            return Ok(Before::Not(Box::new((self, held))));
        };
        match Box::pin(with_kept(stamper, judge, (order, opened), entry)).await? {
            Finished::Done(signed) => Ok(Before::Done(signed)),
            Finished::Useless { short_by } => {
                self.short_by = short_by;
                Ok(Before::Not(Box::new((self, held))))
            }
        }
    }

    /// Asks for the certificate, then for the signature. `held` is the place of the person's phone, where it is known whose
    /// that is; `begun` a choice of the account that was asked for before.
    async fn anew(
        self,
        opened: Opened,
        mut held: Option<Held<'a, H>>,
        begun: Option<(OpenSession, Time)>,
    ) -> Result<Signed, Error> {
        let Self { host, profile, order, called, judge, stamper, .. } = self;
        let mut asking = self;
        journal::tell_beside(host, &asking.wanted, &order.document)?;
        host.notify(Event::Begun(Stage::Certificate));
        let chosen =
            Box::pin(phone::certificate(host, profile, called, order.language, held.as_mut(), begun)).await?;
        let certificate = chosen.certificate().clone();
        let issuers = usable(host, judge, &certificate, profile.issuers()?, &[]).await?;
        host.notify(Event::Done(Stage::Certificate));

        // Whoever scanned is known now, and so is what they were asked for before.
        let mut held = match (held, chosen.person()) {
            (Some(held), _) => held,
            (None, person) => {
                let service = called.service(profile)?;
                let held = Held::of(host, profile, &service, person.unwrap_or_default())?;
                asking.wanted = asking.wanted.of(chosen.account());
                let (again, held) = match Box::pin(asking.before(&opened, Some(held))).await? {
                    Before::Done(signed) => return Ok(*signed),
                    Before::Not(rest) => *rest,
                };
                asking = again;
                let Some(mut held) = held else { return Err(remote::Error::CertificateMismatch.into()) };
                let wants = Wants { signature: Some(&asking.wanted), choice: false };
                match Box::pin(held.look(profile, wants)).await? {
                    Found::Signature(laid, standing) => {
                        return Box::pin(asking.again(opened, *laid, standing, held)).await;
                    }
                    Found::Choice(..) | Found::Nothing => {}
                }
                journal::tell_beside(host, &asking.wanted, &order.document)?;
                held
            }
        };
        host.notify(Event::Begun(Stage::Preparing));
        let token_room = stamper.room(order.level).await?.map(|room| room.saturating_add(asking.short_by));
        let options = Options { issuers, token_room, ..options(order, chosen.algorithm(profile)?) };
        let prepared = prepare(host, order, &opened, &certificate, options)?;
        host.notify(Event::Done(Stage::Preparing));

        journal::trial(host)?;
        host.notify(Event::Begun(Stage::Approval));
        let came =
            Box::pin(phone::signature(host, called, chosen, &prepared, &asking.errand(&opened), &mut held))
                .await?;
        Box::pin(asking.approved(opened, prepared, came, held)).await
    }

    /// Goes on with what was asked for before.
    async fn again(
        self,
        opened: Opened,
        laid: Laid,
        standing: Standing,
        mut held: Held<'a, H>,
    ) -> Result<Signed, Error> {
        let Self { host, order, .. } = self;
        if let Standing::Came(came) = &standing {
            let asked_for = laid.document().to_owned();
            let standing = KeptFor::Before { asked_for, received_at: host.now() };
            journal::tell(host, journal::key(came), &order.document, standing);
        }
        stage(host, Stage::Certificate, || Ok(()))?;
        let Laid { draft, by, .. } = laid;
        let prepared =
            stage(host, Stage::Preparing, || Ok(Prepared::resume(opened.document.clone(), draft)?))?;
        host.notify(Event::Begun(Stage::Approval));
        let came = Box::pin(phone::awaited(host, &by, standing, &prepared, &self.errand(&opened), &mut held))
            .await?;
        Box::pin(self.approved(opened, prepared, came, held)).await
    }

    async fn approved(
        self,
        opened: Opened,
        prepared: Prepared,
        came: Came,
        mut held: Held<'a, H>,
    ) -> Result<Signed, Error> {
        let Self { host, profile, order, judge, stamper, wanted, .. } = self;
        // A value that does not belong to what was sent can never be finished: nothing of it is kept.
        phone::check(&came, &prepared, &order.document)?;
        host.notify(Event::Done(Stage::Approval));

        host.notify(Event::Begun(Stage::Received));
        let entry = received(host, profile, order, &opened, &prepared, came);
        let entry = Entry { wanted: Some(wanted.of(entry.came.account())), ..entry };
        let kept = Kept::new(host, entry.clone());
        held.forget();
        drop(held);
        host.notify(Event::Done(Stage::Received));
        let key = entry.key();
        let done = Box::pin(complete(stamper, judge, &key, entry, prepared, &opened.file)).await;
        if done.is_ok() {
            journal::remove_failed(host, &wanted);
        }
        kept.after(done)
    }

    fn errand<'b>(&'b self, opened: &'b Opened) -> Errand<'b> {
        let Opened { sha256, output, .. } = opened;
        Errand { profile: self.profile, order: self.order, sha256, output, wanted: &self.wanted }
    }
}

/// What became of a value that was kept.
pub(crate) enum Finished {
    /// The document is finished.
    Done(Box<Signed>),
    /// It failed before and failed again: only another value helps, whose room is larger by so many bytes.
    Useless { short_by: usize },
}

/// Finishes an order with what came for it before.
pub(crate) async fn with_kept(
    stamper: &Stamper<'_, impl Host>,
    judge: &Judge,
    (order, opened): (&Order, &Opened),
    entry: Entry,
) -> Result<Finished, Error> {
    let host = stamper.host;
    let standing = KeptFor::Before { asked_for: entry.document.clone(), received_at: entry.received_at };
    journal::tell(host, entry.key(), &order.document, standing);
    let entry = entry.here(stamper.profile, order, opened.output.clone());
    let prepared = Prepared::resume(opened.document.clone(), entry.draft.clone())?;
    let (key, short_by) = (entry.key(), entry.short_by);
    // Where the disk does not take this, it has the value still as it was.
    let _ = journal::put(host, &entry);
    stage(host, Stage::Received, || Ok(()))?;
    match (Box::pin(complete(stamper, judge, &key, entry, prepared, &opened.file)).await, short_by) {
        (Ok(signed), _) => Ok(Finished::Done(Box::new(signed))),
        (Err(unfinished), Some(short_by)) if unfinished.error.is_for_good() => {
            Ok(Finished::Useless { short_by })
        }
        (Err(unfinished), _) => Err(unfinished.error),
    }
}

/// What came back for an order, as it is written down.
pub(crate) fn received(
    host: &impl Host,
    profile: &Profile,
    order: &Order,
    opened: &Opened,
    prepared: &Prepared,
    came: Came,
) -> Entry {
    Entry {
        profile: profile.name.clone(),
        is_own_world: profile.is_own_world,
        document: order.document.clone(),
        sha256: opened.sha256.clone(),
        output: opened.output.clone(),
        existing: order.existing,
        level: order.level,
        received_at: host.now(),
        wanted: None,
        short_by: None,
        draft: prepared.draft().clone(),
        came,
    }
}

/// Signs with a key at hand. Without trust anchors the path of its certificate is not judged, and at B-B nobody is asked
/// about revocation.
async fn with_key(
    host: &impl Host,
    profile: &Profile,
    order: &Order,
    key: &dyn Key,
) -> Result<Signed, Error> {
    let judge = Judge::new(profile)?;
    let stamper = Stamper::new(host, profile, order.language, Clock::Unknown);
    let excused = excused(&judge, order.level)?;
    let place = if order.level == Level::BB { Place::Output } else { Place::ItsOwn };
    let opened = stage(host, Stage::Opening, || open(host, order, key.algorithm(), place))?;
    let known = key.others().iter().cloned().chain(profile.issuers()?).collect();
    let issuers = usable(host, &judge, key.certificate(), known, excused).await?;
    host.notify(Event::Begun(Stage::Preparing));
    let token_room = stamper.room(order.level).await?;
    let options = Options { issuers, token_room, ..options(order, key.algorithm()) };
    let prepared = prepare(host, order, &opened, key.certificate(), options)?;
    host.notify(Event::Done(Stage::Preparing));
    let embedded = stage(host, Stage::Checked, || {
        let value = key.sign(&prepared.to_be_signed());
        Ok(prepared.finish(value.map_err(|refused| Error::KeyRefused { detail: refused.detail })?)?)
    })?;
    let completion = Completion {
        stamper: &stamper,
        judge: &judge,
        signer: key.certificate(),
        document: &order.document,
        file: &opened.file,
        output: &opened.output,
        existing: order.existing,
        level: order.level,
        excused,
    };
    Box::pin(completion.finish(embedded, opened.copy)).await
}

/// What the check of a signature by a key at hand need not find out.
fn excused(judge: &Judge, level: Level) -> Result<&'static [Question], Error> {
    match (judge.trust.anchors(), level) {
        ([], Level::BB | Level::BT) => Ok(&[Question::CertificatePath, Question::TimestampPath]),
        ([], _) => Err(Error::TrustNeeded),
        (_, Level::BB) => Ok(&[Question::SignerRevocation, Question::PathRevocation]),
        _ => Ok(&[]),
    }
}

/// The signatures whose value came back but whose document is not finished, oldest first.
///
/// # Errors
/// [`Error::File`] when the journal cannot be read.
pub fn pending(host: &impl Host) -> Result<Vec<Pending>, Error> {
    Ok(journal::all(host)?.into_iter().map(journal::pending).collect())
}

/// Finishes such a signature, without the phone. The password of an encrypted document is needed again.
///
/// # Errors
/// As [`sign`]; [`Error::NoSuchEntry`]; [`Error::File`] with `Changed` when the document is not the one that was signed.
pub async fn finish(
    host: &impl Host,
    profile: &Profile,
    key: &str,
    password: Option<&Password>,
) -> Result<Signed, Error> {
    let judge = Judge::new(profile)?;
    let mut entry = journal::get(host, key)?;
    if !entry.is_of(profile) {
        return Err(Error::OtherProfile { made_under: entry.profile, present: profile.name.clone() });
    }
    let (file, prepared) = stage(host, Stage::Opening, || {
        let file = host.open(&entry.document).map_err(at(&entry.document))?;
        let document = Document::open_with(Arc::clone(&file).source(), &access(host, password))?;
        if document.sha256()? != entry.sha256 {
            return Err(at(&entry.document)(FileError::Changed));
        }
        Ok((file, Prepared::resume(document, entry.draft.clone())?))
    })?;
    if let Err(FileError::Exists) = host.check_output(&entry.output, entry.existing) {
        entry.output = output::free(host, &entry.document, "signed");
    }
    let stamper = Stamper::new(host, profile, Language::default(), Clock::Unknown);
    Ok(Box::pin(complete(&stamper, &judge, key, entry, prepared, &file)).await?)
}

/// Gives up such a signature: the value is deleted and cannot be used any more.
///
/// # Errors
/// [`Error::File`] when the journal cannot be written.
pub fn discard(host: &impl Host, key: &str) -> Result<(), Error> {
    journal::remove(host, key)
}

/// A document fit for signing, and where the result goes.
pub(crate) struct Opened {
    pub file: Arc<dyn File>,
    document: Document,
    pub sha256: String,
    pub output: PathBuf,
    /// The waiting field that will be signed; none makes a new one.
    field: Option<String>,
    /// The file that the document was copied to and is read from, which only needs what is added and its name.
    copy: Option<Box<dyn Unnamed>>,
}

impl Opened {
    /// The waiting field that will be signed.
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }
}

/// Where the bytes stand that are hashed and signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the document itself: somebody has to be waited for, and until then nothing of ours is on the disk.
    ItsOwn,
    /// In the copy that becomes the output. What is hashed has been read back from there, and compared with the document, so
    /// it need not be hashed again.
    Output,
}

pub(crate) fn open(
    host: &impl Host,
    order: &Order,
    algorithm: SignatureAlgorithm,
    place: Place,
) -> Result<Opened, Error> {
    let file = host.open(&order.document).map_err(at(&order.document))?;
    let mut document =
        Document::open_with(Arc::clone(&file).source(), &access(host, order.password.as_ref()))?;
    document.pdf().unrepaired().map_err(|error| Error::Document(error.into()))?;
    let output = output::place(host, file.as_ref(), &order.document, order.output.as_ref(), "signed")?;
    let mut copy = match place {
        Place::ItsOwn => host.check_output(&output, order.existing).map(|()| None),
        Place::Output => host.begin(&output, order.existing).map(Some),
    }
    .map_err(at(&output))?;
    let field = field(order, &document, algorithm)?;
    document.may_be_signed(&Options { field: field.clone(), ..options(order, algorithm) })?;
    if let Some(unnamed) = &mut copy {
        let mut passed = Passed::new(&[DigestAlgorithm::Sha256, algorithm.digest()]);
        output::copy_into(unnamed.as_mut(), document.base().as_ref(), &mut |bytes| passed.update(bytes))
            .map_err(at(&output))?;
        let written = unnamed.open().map_err(at(&output))?.source();
        let twin = Twin::new(written, Arc::clone(document.base()));
        document = document.read_from(Arc::new(twin), passed)?;
    }
    let sha256 = document.sha256()?;
    if order.shown.as_ref().is_some_and(|shown| *shown != sha256) {
        return Err(at(&order.document)(FileError::Changed));
    }
    Ok(Opened { file, document, sha256, output, field, copy })
}

/// The smallest box, in points, in which the words of a seal can be read.
const READABLE: [f32; 2] = [60.0, 20.0];

/// The field that was ordered. For a seal without a place, the field that waits for it: the only one, if it is seen and
/// takes what is ordered. Whose is whose of several is not ours to guess.
fn field(order: &Order, document: &Document, algorithm: SignatureAlgorithm) -> Result<Option<String>, Error> {
    let placed = order.seal.as_ref().is_none_or(|seal| seal.spot.is_some());
    if order.field.is_some() || placed {
        return Ok(order.field.clone());
    }
    let waiting = document.pdf().empty_signature_fields().map_err(ades::Error::from)?;
    let [only] = waiting.as_slice() else { return Ok(None) };
    let is_seen = only.page.is_some()
        && only.rect.is_some_and(|[left, bottom, right, top]| {
            (right - left).abs() >= READABLE[0] && (top - bottom).abs() >= READABLE[1]
        });
    let field = Some(only.name.clone()).filter(|name| is_seen && !name.is_empty());
    let options = Options { field: field.clone(), ..options(order, algorithm) };
    Ok(field.filter(|_| document.may_be_signed(&options).is_ok()))
}

/// Whether the certificate may sign, found out before anything is signed (the phone rings for PIN2). Gives its issuers.
pub(crate) async fn usable(
    host: &impl Host,
    judge: &Judge,
    certificate: &Certificate,
    known: Vec<Certificate>,
    excused: &[Question],
) -> Result<Vec<Certificate>, Error> {
    let now = host.now();
    if now > certificate.not_after() {
        return Err(Error::CertificateExpired { until: certificate.not_after() });
    }
    if now < certificate.not_before() {
        return Err(Error::CertificateNotYetValid { from: certificate.not_before() });
    }
    let beside = Evidence { certificates: known, ..Evidence::default() };
    let concluded = |evidence: &Evidence| {
        let mut all = beside.clone();
        all.merge(evidence.clone());
        validation::certificate(certificate, &all, &judge.trust, &judge.policy, host.now())
    };
    let gathered = match excused {
        [] => gather::gather(host, |evidence| concluded(evidence).1).await,
        _ => gather::Gathered::default(),
    };
    let (found, _) = concluded(&gathered.evidence);
    match found.conclusion.sub_indication {
        None => {}
        Some(SubIndication::TryLater) if found.wait == Some(Wait::OnHold) => {
            return Err(Error::CertificateSuspended { since: found.since });
        }
        Some(SubIndication::TryLater) if excused.contains(&Question::SignerRevocation) => {}
        Some(SubIndication::NoCertificateChainFound) if excused.contains(&Question::CertificatePath) => {}
        // Without its issuer nothing more can be found out about a certificate.
        Some(SubIndication::NoCertificateChainFound | SubIndication::TryLater)
            if !gathered.failures.is_empty() =>
        {
            return Err(Error::CertificateStatusUnknown { failures: gathered.failures });
        }
        Some(SubIndication::TryLater) => {
            return Err(Error::CertificateStatusUnknown { failures: gathered.failures.or_nobody() });
        }
        Some(SubIndication::Revoked | SubIndication::RevokedNoPoe) => {
            return Err(Error::CertificateRevoked { since: found.since });
        }
        Some(reason) => return Err(Error::CertificateNotUsable { reason: reason.to_string() }),
    }
    let pool: Vec<_> = gathered.evidence.certificates.into_iter().chain(beside.certificates).collect();
    Ok(issuers(certificate, &pool, judge, host.now()))
}

/// The certificates between the signer and the anchor; the anchor itself everybody has to have. Where nothing is
/// trusted, those that lead up from the signer.
fn issuers(signer: &Certificate, pool: &[Certificate], judge: &Judge, now: Time) -> Vec<Certificate> {
    let above = |own: &Certificate| {
        pool.iter().find(|one| *one != own && !one.is_self_signed() && own.is_issued_by(one).is_ok()).cloned()
    };
    match judge.trust.anchors() {
        // No chain in use is longer than a handful; the bound only keeps a loop of names from going on.
        [] => std::iter::successors(above(signer), above).take(8).collect(),
        anchors => {
            let path = pki::path::build(signer, pool, anchors, now);
            let certificates = path.map(|path| path.certificates).unwrap_or_default();
            let between = certificates.len().saturating_sub(1);
            certificates.into_iter().take(between).skip(1).collect()
        }
    }
}

pub(crate) fn prepare(
    host: &impl Host,
    order: &Order,
    opened: &Opened,
    signer: &Certificate,
    options: Options,
) -> Result<Prepared, Error> {
    opened.file.unchanged().map_err(at(&order.document))?;
    let now = host.now();
    let stated = Stated {
        signer,
        at: now,
        reason: order.reason.as_deref(),
        location: order.location.as_deref(),
        level: order.level,
        language: order.written_in(),
        in_field: opened.field.is_some(),
    };
    let seal = order.seal.as_ref().map(|seal| seal::appearance(&opened.document, seal, &stated));
    let options = Options { appearance: seal.transpose()?, field: opened.field.clone(), ..options };
    Ok(opened.document.prepare(signer, &options, now)?)
}

/// What the order comes to, before the certificate is known.
pub(crate) fn options(order: &Order, algorithm: SignatureAlgorithm) -> Options {
    let language = order.written_in();
    let alternate_name = AlternateName {
        text: Words::new(language).text("field-alternate-name", &[]),
        language: language.tag().to_owned(),
    };
    Options {
        reason: order.reason.clone(),
        location: order.location.clone(),
        field: order.field.clone(),
        alternate_name: Some(alternate_name),
        certify: order.certify,
        token_room: (order.level >= Level::BT).then_some(ades::TOKEN_ROOM),
        // A phone is told the digest; a key at hand has its own, and documents that are signed together have one.
        other_digests: !matches!(order.signer, Signer::Key(_) | Signer::Cloud { .. }),
        ..Options::new(algorithm)
    }
}

/// From what came back to the finished file.
pub(crate) async fn complete(
    stamper: &Stamper<'_, impl Host>,
    judge: &Judge,
    key: &str,
    entry: Entry,
    prepared: Prepared,
    file: &Arc<dyn File>,
) -> Result<Signed, Unfinished> {
    let host = stamper.host;
    let signer = prepared.signer().clone();
    let mut is_of_use = true;
    let embedded = stage(host, Stage::Checked, || {
        // What lies in the journal may have been changed there: it can never be finished. Nor can a signature that is not
        // over what was sent.
        phone::check(&entry.came, &prepared, &entry.document).inspect_err(|_| is_of_use = false)?;
        match &entry.came {
            Came::Whole { whole_signature } => {
                let document = prepared.finish_with_cades(whole_signature);
                Ok(Checked::Whole(document.inspect_err(|_| is_of_use = false)?))
            }
            came => Ok(Checked::Value(Box::new(prepared.finish(came.value().to_vec())?))),
        }
    });
    let embedded = embedded.map_err(|error| {
        if !is_of_use {
            let _ = journal::remove(host, key);
        }
        Unfinished { error, is_of_use }
    })?;
    let completion = Completion {
        stamper,
        judge,
        signer: &signer,
        document: &entry.document,
        file,
        output: &entry.output,
        existing: entry.existing,
        level: entry.level,
        excused: &[],
    };
    let signed = match embedded {
        Checked::Value(embedded) => Box::pin(completion.finish(*embedded, None)).await,
        Checked::Whole(document) => Box::pin(completion.finish_whole(document)).await,
    };
    let signed = signed.map_err(|error| failed(host, &entry, error))?;
    let signed = Signed { account: entry.came.account().cloned(), ..signed };
    // The document is there. What is left in the journal otherwise can be finished once more, or discarded.
    let _ = journal::remove(host, key);
    Ok(signed)
}

/// What becomes of a value whose document could not be finished. It is kept while a service only has to be there again; where
/// they all were, that is noted; with a revoked certificate it is of no use to anybody.
fn failed(host: &impl Host, entry: &Entry, error: Error) -> Unfinished {
    let is_of_use = !matches!(error, Error::CertificateRevoked { .. });
    let short_by = match &error {
        Error::CertificateRevoked { .. } => {
            let _ = journal::remove(host, &entry.key());
            None
        }
        Error::NotValid(_) => Some(0),
        Error::Document(ades::Error::Pdf(pdf::Error::ContentsTooSmall { needed, reserved })) => {
            Some(needed.saturating_sub(*reserved))
        }
        _ => None,
    };
    if short_by.is_some() {
        // It counts only where the value stands; a disk that does not take this has it still as it was.
        let _ = journal::put(host, &Entry { short_by, ..entry.clone() });
    }
    Unfinished { error: error.kept(), is_of_use }
}

/// What was found to belong to what was sent.
enum Checked {
    /// A signature with its value.
    Value(Box<Embedded>),
    /// A document with a signature that a service made.
    Whole(Document),
}
