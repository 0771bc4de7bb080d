//! Signing one document, and finishing what was interrupted.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ades::{Document, Facts, Options, Prepared};
use pki::{Certificate, DigestAlgorithm, Evidence, Time};
use remote::smart_id::{ChosenCertificate, check_certificate_profile};

use crate::error::{Error, at, same_time};
use crate::event::{Event, Stage};
use crate::host::{File, FileError, Host};
use crate::journal::{self, Entry};
use crate::order::{Level, Order, Pending, Signed, Signer, suggest_output};
use crate::profile::Profile;
use crate::verify::Judge;
use crate::{gather, phone, timestamp};

/// Signs a document: certificate first, since the signature names it; then layout, approval on the phone, embedding,
/// time-stamp, revocation proof, and a look at the result with our own eyes before and after it is written.
///
/// Nothing is written to the output before everything holds. Cancelling is dropping the future.
///
/// # Errors
/// Every way in which this can end otherwise is a variant of [`Error`]. After [`Stage::Received`] the signature value is
/// in the journal, and [`finish`] goes on from there.
pub async fn sign(host: &impl Host, profile: &Profile, order: Order) -> Result<Signed, Error> {
    let judge = Judge::new(profile)?;
    let opened = stage(host, Stage::Opening, || open(host, &order))?;

    host.notify(Event::Begun(Stage::Certificate));
    let chosen = phone::certificate(host, profile, &order.signer).await?;
    let issuers = usable(host, &judge, profile, &order.signer, &chosen).await?;
    host.notify(Event::Done(Stage::Certificate));

    let prepared =
        stage(host, Stage::Preparing, || prepare(host, profile, &order, &opened, &chosen, issuers))?;

    host.notify(Event::Begun(Stage::Approval));
    let asked = phone::asked(&chosen);
    let result = phone::signature(host, profile, &chosen, &prepared.to_be_signed(), &order.document).await?;
    host.notify(Event::Done(Stage::Approval));

    host.notify(Event::Begun(Stage::Received));
    let entry = Entry {
        profile: profile.name.clone(),
        document: order.document.clone(),
        sha256: opened.sha256.clone(),
        output: opened.output.clone(),
        level: order.level,
        signer: chosen.certificate.subject().to_string(),
        received_at: host.now(),
        draft: prepared.draft().clone(),
        document_number: chosen.document_number,
        asked,
        result,
    };
    let key = journal::put(host, &entry)?;
    host.notify(Event::Done(Stage::Received));

    complete(host, profile, &judge, &key, entry, prepared, &opened.file).await
}

/// The signatures whose value came back but whose document is not finished, oldest first.
///
/// # Errors
/// [`Error::File`] when the journal cannot be read.
pub fn pending(host: &impl Host) -> Result<Vec<Pending>, Error> {
    Ok(journal::all(host)?.into_iter().map(journal::pending).collect())
}

/// Finishes such a signature, without the phone.
///
/// # Errors
/// As [`sign`]; [`Error::NoSuchEntry`]; [`Error::File`] with `Changed` when the document is not the one that was signed.
pub async fn finish(host: &impl Host, profile: &Profile, key: &str) -> Result<Signed, Error> {
    let judge = Judge::new(profile)?;
    let mut entry = journal::get(host, key)?;
    if entry.profile != profile.name {
        return Err(Error::OtherProfile { made_under: entry.profile, present: profile.name.clone() });
    }
    let (file, prepared) = stage(host, Stage::Opening, || {
        let file = host.open(&entry.document).map_err(at(&entry.document))?;
        let document = Document::open(Arc::clone(&file).source())?;
        if document.facts()?.document.sha256 != entry.sha256 {
            return Err(at(&entry.document)(FileError::Changed));
        }
        Ok((file, Prepared::resume(document, entry.draft.clone())?))
    })?;
    if let Err(FileError::Exists) = host.check_output(&entry.output) {
        entry.output = free_output(host, &entry.document);
    }
    complete(host, profile, &judge, key, entry, prepared, &file).await
}

/// Gives up such a signature: the value is deleted and cannot be used any more.
///
/// # Errors
/// [`Error::File`] when the journal cannot be written.
pub fn discard(host: &impl Host, key: &str) -> Result<(), Error> {
    journal::remove(host, key)
}

/// A document fit for signing, and where the result goes.
struct Opened {
    file: Arc<dyn File>,
    document: Document,
    sha256: String,
    output: PathBuf,
}

fn open(host: &impl Host, order: &Order) -> Result<Opened, Error> {
    let file = host.open(&order.document).map_err(at(&order.document))?;
    let document = Document::open(Arc::clone(&file).source())?;
    if document.pdf().is_encrypted() {
        return Err(Error::Document(ades::Error::Pdf(pdf::Error::Encrypted)));
    }
    let output = order.output.clone().unwrap_or_else(|| free_output(host, &order.document));
    host.check_output(&output).map_err(at(&output))?;
    let sha256 = document.facts()?.document.sha256;
    if order.shown.as_ref().is_some_and(|shown| *shown != sha256) {
        return Err(at(&order.document)(FileError::Changed));
    }
    Ok(Opened { file, document, sha256, output })
}

fn free_output(host: &impl Host, document: &Path) -> PathBuf {
    suggest_output(document, |path| matches!(host.check_output(path), Err(FileError::Exists)))
}

/// Whether the certificate may sign, found out before the phone rings for PIN2. Gives its issuers.
async fn usable(
    host: &impl Host,
    judge: &Judge,
    profile: &Profile,
    signer: &Signer,
    chosen: &ChosenCertificate,
) -> Result<Vec<Certificate>, Error> {
    check_certificate_profile(&chosen.certificate, phone::LEVEL, phone::expected_person(signer))?;
    let concluded = |evidence: &Evidence| {
        validation::certificate(&chosen.certificate, evidence, &judge.trust, &judge.policy, host.now())
    };
    let gathered = gather::gather(host, |evidence| concluded(evidence).1).await;
    let (conclusion, _) = concluded(&gathered.evidence);
    match conclusion.sub_indication {
        None => {}
        Some(validation::report::SubIndication::TryLater) => {
            return Err(Error::CertificateStatusUnknown { cause: gathered.failures.join("; ") });
        }
        Some(reason) => return Err(Error::CertificateNotUsable { reason: reason.to_string() }),
    }
    let pool: Vec<_> = gathered.evidence.certificates.into_iter().chain(profile.issuers()?).collect();
    Ok(issuers(&chosen.certificate, &pool, judge, host.now()))
}

/// The certificates between the signer and the anchor; the anchor itself everybody has to have.
fn issuers(signer: &Certificate, pool: &[Certificate], judge: &Judge, now: Time) -> Vec<Certificate> {
    let path = pki::path::build(signer, pool, judge.trust.anchors(), now);
    let certificates = path.map(|path| path.certificates).unwrap_or_default();
    let between = certificates.len().saturating_sub(1);
    certificates.into_iter().take(between).skip(1).collect()
}

fn prepare(
    host: &impl Host,
    profile: &Profile,
    order: &Order,
    opened: &Opened,
    chosen: &ChosenCertificate,
    issuers: Vec<Certificate>,
) -> Result<Prepared, Error> {
    opened.file.unchanged().map_err(at(&order.document))?;
    let options = Options {
        algorithm: profile.smart_id.algorithm(),
        issuers,
        reason: order.reason.clone(),
        location: order.location.clone(),
    };
    Ok(opened.document.prepare(&chosen.certificate, &options, host.now())?)
}

/// From the value to the finished file.
async fn complete(
    host: &impl Host,
    profile: &Profile,
    judge: &Judge,
    key: &str,
    entry: Entry,
    prepared: Prepared,
    file: &Arc<dyn File>,
) -> Result<Signed, Error> {
    host.notify(Event::Begun(Stage::Checked));
    if let Err(error) = phone::check(&entry, &prepared) {
        // A value that does not belong to what was sent can never be finished.
        journal::remove(host, key)?;
        return Err(error);
    }
    let mut embedded = prepared.finish(entry.result.value.clone())?;
    host.notify(Event::Done(Stage::Checked));
    let mut document = stage(host, Stage::Embedded, || Ok(embedded.document()?))?;

    if entry.level >= Level::BT {
        host.notify(Event::Begun(Stage::Timestamped));
        let imprint = embedded.timestamp_imprint(DigestAlgorithm::Sha256);
        let token = timestamp::stamp(host, profile, DigestAlgorithm::Sha256, &imprint).await?;
        same_time(host.now(), token.gen_time)?;
        embedded = embedded.with_timestamp(token.raw.clone());
        document = embedded.document()?;
        host.notify(Event::Done(Stage::Timestamped));
    }

    host.notify(Event::Begun(Stage::Revocation));
    let ours = ours(&document)?;
    let gathered = judge.gather(host, &ours).await;
    if !gathered.failures.is_empty() {
        return Err(Error::RevocationUnavailable { cause: gathered.failures.join("; ") });
    }
    if entry.level >= Level::BLt {
        let material = judge.material(&ours, &gathered.evidence, host.now());
        document = document.with_validation_data(&material)?;
    }
    host.notify(Event::Done(Stage::Revocation));

    // What the document carries has to suffice from B-LT on; below that, what was just asked for helps.
    let outside = if entry.level >= Level::BLt { Evidence::default() } else { gathered.evidence };
    stage(host, Stage::Validated, || own_eyes(host, judge, &document, &outside, entry.level).map(drop))?;

    let report = stage(host, Stage::Saved, || {
        file.unchanged().map_err(at(&entry.document))?;
        host.write_new(&entry.output, document.base().as_ref(), document.tail())
            .map_err(at(&entry.output))?;
        let saved = host.open(&entry.output).map_err(at(&entry.output))?;
        own_eyes(host, judge, &Document::open(saved.source())?, &outside, entry.level)
    })?;
    journal::remove(host, key)?;
    Ok(Signed { output: entry.output, report })
}

/// The fact sheet with our signature alone, the newest: what those before it lack must not keep us from finishing.
fn ours(document: &Document) -> Result<Facts, Error> {
    let mut facts = document.facts()?;
    let newest = facts.signatures.len().saturating_sub(1);
    facts.signatures.drain(..newest);
    Ok(facts)
}

/// Validates with the auditor's engine: our signature, the newest, has to pass at the level ordered.
fn own_eyes(
    host: &impl Host,
    judge: &Judge,
    document: &Document,
    outside: &Evidence,
    level: Level,
) -> Result<validation::report::Report, Error> {
    let report = judge.judge(&document.facts()?, outside, host.now());
    let ours = report.signatures.last();
    let holds = ours.is_some_and(|signature| {
        signature.conclusion == validation::report::Conclusion::PASSED && signature.level >= Some(level)
    });
    if holds { Ok(report) } else { Err(Error::NotValid(Box::new(report))) }
}

/// Work that does not wait, between its two events.
fn stage<T>(host: &impl Host, stage: Stage, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    host.notify(Event::Begun(stage));
    let done = work()?;
    host.notify(Event::Done(stage));
    Ok(done)
}
