//! Extending signatures that are there, ours or others': to a proven time, to validation data, to a document time-stamp
//! over both; and renewing the last (EN 319 142-1 §6).

use std::path::PathBuf;
use std::sync::Arc;

use ades::{Document, Facts, SignatureKind};
use pdf::Password;
use pki::Evidence;
use report::words::Language;
use validation::report::{Conclusion, Indication, Question, Report, SignatureReport};

use crate::complete::stage;
use crate::error::{Error, at};
use crate::event::{Event, Stage};
use crate::host::{Existing, File, Host};
use crate::order::{Level, Signed};
use crate::output;
use crate::password::access;
use crate::profile::Profile;
use crate::timestamp::{Clock, Stamper};
use crate::verify::{Judge, asked};

/// A document whose signatures are to be extended.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The document.
    pub document: PathBuf,
    /// The document's password, of its user or its owner, where it needs one.
    pub password: Option<Password>,
    /// Where the extended document goes; `None` for a free name beside it.
    pub output: Option<PathBuf>,
    /// What becomes of a file that is already there.
    pub existing: Existing,
    /// The level to reach. For B-LTA a document time-stamp is added each time: that is how it is renewed.
    pub level: Level,
}

/// Extends every signature of a document.
///
/// A signature without time-stamp gets its time from a document time-stamp: its own bytes are others' by now. Without
/// trust anchors a time can be added, since that needs no path.
///
/// # Errors
/// [`Error::NoSignature`], [`Error::NothingToAdd`], [`Error::TrustNeeded`], [`Error::NoTimestamp`],
/// [`Error::NoRevocationProof`]; [`Error::NotValid`] when a signature is broken before, or would be worse after, or does
/// not reach the level; those of the files.
pub async fn extend(host: &impl Host, profile: &Profile, order: Extension) -> Result<Signed, Error> {
    let judge = Judge::new(profile)?;
    let left_open = left_open(&judge, order.level)?;
    let (file, path, document) = stage(host, Stage::Opening, || open(host, &order))?;
    let facts = document.facts()?;
    let before = Box::pin(judged(host, &judge, &facts, left_open)).await?;
    let stamper = Stamper::new(host, profile, Language::default(), Clock::Unknown);
    let extended = Box::pin(add(&stamper, &judge, &order, document, &before.0)).await?;
    if extended.tail().is_empty() {
        return Err(Error::NothingToAdd);
    }
    let work = Work { judge: &judge, order: &order, before: &before.0, left_open };
    let after = extended.facts()?;
    let outside = Box::pin(judged(host, &judge, &after, left_open)).await?.1;
    stage(host, Stage::Validated, || work.own_eyes(host, &after, &outside).map(drop))?;
    let report = stage(host, Stage::Saved, || {
        file.unchanged().map_err(at(&order.document))?;
        let (unnamed, saved) = output::write(host, &extended, &path, order.existing, None)?;
        let report = work.own_eyes(host, &saved.facts()?, &outside)?;
        unnamed.name().map_err(at(&path))?;
        Ok(report)
    })?;
    Ok(Signed { output: path, report, left_open, account: None })
}

fn left_open(judge: &Judge, level: Level) -> Result<&'static [Question], Error> {
    match (judge.trust.anchors(), level) {
        (_, Level::BB) => Err(Error::NothingToAdd),
        ([], Level::BT) => Ok(&[Question::CertificatePath, Question::TimestampPath]),
        ([], _) => Err(Error::TrustNeeded),
        _ => Ok(&[]),
    }
}

fn open(host: &impl Host, order: &Extension) -> Result<(Arc<dyn File>, PathBuf, Document), Error> {
    let file = host.open(&order.document).map_err(at(&order.document))?;
    let access = access(host, order.password.as_ref());
    let document = Document::open_for_facts(Arc::clone(&file).source(), &access)?;
    document.pdf().unrepaired().map_err(|error| Error::Document(error.into()))?;
    let output = output::place(host, file.as_ref(), &order.document, order.output.as_ref(), "extended")?;
    host.check_output(&output, order.existing).map_err(at(&output))?;
    Ok((file, output, document))
}

/// What can be said of all signatures, and the evidence it took from outside.
async fn judged(
    host: &impl Host,
    judge: &Judge,
    facts: &Facts,
    left_open: &[Question],
) -> Result<(Report, Evidence), Error> {
    let evidence = match left_open {
        [] => judge.gather(host, facts).await.evidence,
        _ => Evidence::default(),
    };
    Ok((judge.judge(facts, &evidence, host.now(), asked(left_open)), evidence))
}

/// Adds what is missing, one layer over the other.
async fn add(
    stamper: &Stamper<'_, impl Host>,
    judge: &Judge,
    order: &Extension,
    mut document: Document,
    before: &Report,
) -> Result<Document, Error> {
    let host = stamper.host;
    let facts = document.facts()?;
    let signatures = || signatures(&facts, before);
    if signatures().next().is_none() {
        return Err(Error::NoSignature);
    }
    if signatures().any(|one| one.conclusion.indication == Indication::TotalFailed) {
        return Err(Error::NotValid(Box::new(before.clone())));
    }
    let without_time = |one: &SignatureReport| match one.level {
        None => one.best_signature_time.is_none(),
        Some(level) => level < Level::BT,
    };
    if signatures().any(without_time) {
        host.notify(Event::Begun(Stage::Timestamped));
        document = stamper.over_document(&document).await?;
        host.notify(Event::Done(Stage::Timestamped));
    }
    if order.level >= Level::BLt {
        host.notify(Event::Begun(Stage::Revocation));
        let facts = document.facts()?;
        let gathered = judge.gather(host, &facts).await;
        if !gathered.failures.is_empty() {
            return Err(Error::NoRevocationProof { failures: gathered.failures });
        }
        let mut evidence = gathered.evidence;
        if order.level >= Level::BLta {
            // Who cannot be had does not keep what there is from being stamped.
            evidence.merge(judge.gather_to_renew(host, &facts, &evidence).await.evidence);
        }
        let material = judge.material(&facts, &evidence, host.now());
        document = document.with_validation_data(&material)?;
        host.notify(Event::Done(Stage::Revocation));
    }
    if order.level >= Level::BLta {
        document = stamper.over_document(&document).await?;
    }
    Ok(document)
}

/// The rows about signatures, those about document time-stamps left out.
fn signatures<'a>(facts: &'a Facts, report: &'a Report) -> impl Iterator<Item = &'a SignatureReport> {
    let rows = facts.signatures.iter().zip(&report.signatures);
    rows.filter(|(facts, _)| facts.kind == SignatureKind::Signature).map(|(_, row)| row)
}

struct Work<'a> {
    judge: &'a Judge,
    order: &'a Extension,
    before: &'a Report,
    left_open: &'static [Question],
}

impl Work<'_> {
    /// Nothing that was there is worse than before, each signature has the level, and what was added holds.
    fn own_eyes(&self, host: &impl Host, facts: &Facts, outside: &Evidence) -> Result<Report, Error> {
        let report = self.judge.judge(facts, outside, host.now(), asked(self.left_open));
        let (old, added) =
            report.signatures.split_at(self.before.signatures.len().min(report.signatures.len()));
        let kept = old.len() == self.before.signatures.len()
            && old.iter().zip(&self.before.signatures).all(|(after, before)| {
                after.field == before.field && after.conclusion.indication <= before.conclusion.indication
            });
        let reached =
            signatures(facts, &report).all(|one| one.level.is_none_or(|level| level >= self.order.level));
        let sound = added.iter().all(|one| {
            one.conclusion == Conclusion::PASSED
                || (!self.left_open.is_empty()
                    && one.conclusion.indication == Indication::Indeterminate
                    && one.obstacles().all(|check| self.left_open.contains(&check.question)))
        });
        if kept && reached && sound { Ok(report) } else { Err(Error::NotValid(Box::new(report))) }
    }
}
