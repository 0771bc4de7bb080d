//! From a signature with its value to the finished file: time-stamp, validation data, a look with our own eyes, the disk.

use std::path::Path;
use std::sync::Arc;

use ades::{Document, Embedded, Facts, SignatureKind};
use pki::{Certificate, DigestAlgorithm, Evidence};
use validation::report::{Answer, Conclusion, Question, Report, SignatureReport, SubIndication};
use validation::standard::Wait;

use crate::error::{Error, at};
use crate::event::{Event, Stage};
use crate::host::{Existing, File, Host, Unnamed};
use crate::order::{Level, Signed};
use crate::output;
use crate::timestamp::Stamper;
use crate::verify::{Judge, asked};

/// What a finished file is to be, and by whose services and trust.
pub(crate) struct Completion<'a, 'h, H> {
    pub stamper: &'a Stamper<'h, H>,
    pub judge: &'a Judge,
    pub signer: &'a Certificate,
    pub document: &'a Path,
    pub file: &'a Arc<dyn File>,
    pub output: &'a Path,
    pub existing: Existing,
    pub level: Level,
    /// Questions that need not be answered, since nobody is asked and nothing is trusted.
    pub excused: &'static [Question],
}

impl<H: Host> Completion<'_, '_, H> {
    /// Stamps, completes, judges, writes, judges again what is on the disk, and gives it its name.
    ///
    /// `copy` is the file that is to become the output, where the document was copied there before it was read: it is
    /// what the signature was made over.
    pub async fn finish(
        &self,
        mut embedded: Embedded,
        copy: Option<Box<dyn Unnamed>>,
    ) -> Result<Signed, Error> {
        let host = self.stamper.host;
        let mut document = stage(host, Stage::Embedded, || Ok(embedded.document()?))?;
        if self.level >= Level::BT {
            host.notify(Event::Begun(Stage::Timestamped));
            let imprint = embedded.timestamp_imprint(DigestAlgorithm::Sha256);
            let token = self.stamper.stamp(DigestAlgorithm::Sha256, &imprint).await?;
            embedded = embedded.with_timestamp(token.raw.clone());
            document = embedded.document()?;
            host.notify(Event::Done(Stage::Timestamped));
        }
        Box::pin(self.prove(document, copy)).await
    }

    /// The same for a signature that a service made whole, with the time-stamp that was ordered of it.
    pub async fn finish_whole(&self, document: Document) -> Result<Signed, Error> {
        let document = stage(self.stamper.host, Stage::Embedded, || Ok(document))?;
        Box::pin(self.prove(document, None)).await
    }

    async fn prove(&self, mut document: Document, copy: Option<Box<dyn Unnamed>>) -> Result<Signed, Error> {
        let host = self.stamper.host;
        let (mut outside, mut found) = (Evidence::default(), Evidence::default());
        if self.excused.is_empty() {
            host.notify(Event::Begun(Stage::Revocation));
            (document, found) = Box::pin(self.with_evidence(document)).await?;
            if self.level < Level::BLt {
                outside = found.clone();
            }
            if self.level >= Level::BLta {
                document = self.stamper.over_document(&document).await?;
                // The document time-stamp is the one piece whose evidence the document does not have to carry yet.
                outside = self.judge.gather(host, &ours(&document)?).await.evidence;
            }
            host.notify(Event::Done(Stage::Revocation));
        }
        self.save(&document, &outside, copy).map_err(|error| self.fate(error, &found))
    }

    /// Why a finished document does not hold, where that is the certificate's fate after it was asked for: it could still be
    /// used before anybody approved.
    fn fate(&self, error: Error, found: &Evidence) -> Error {
        if !matches!(error, Error::NotValid(_)) {
            return error;
        }
        let Judge { trust, policy } = self.judge;
        let now = self.stamper.host.now();
        let (fate, _) = validation::certificate(self.signer, found, trust, policy, now);
        match fate.conclusion.sub_indication {
            Some(SubIndication::Revoked | SubIndication::RevokedNoPoe) => {
                Error::CertificateRevoked { since: fate.since }
            }
            Some(SubIndication::TryLater) if fate.wait == Some(Wait::OnHold) => {
                Error::CertificateSuspended { since: fate.since }
            }
            _ => error,
        }
    }

    /// Gathers what the verdict needs, and gives it. From B-LT on the document carries it, below that it is used once.
    async fn with_evidence(&self, document: Document) -> Result<(Document, Evidence), Error> {
        let ours = ours(&document)?;
        let gathered = self.judge.gather(self.stamper.host, &ours).await;
        if !gathered.failures.is_empty() {
            return Err(Error::NoRevocationProof { failures: gathered.failures });
        }
        if self.level < Level::BLt {
            return Ok((document, gathered.evidence));
        }
        let material = self.judge.material(&ours, &gathered.evidence, self.stamper.host.now());
        Ok((document.with_validation_data(&material)?, gathered.evidence))
    }

    fn save(
        &self,
        document: &Document,
        outside: &Evidence,
        copy: Option<Box<dyn Unnamed>>,
    ) -> Result<Signed, Error> {
        let host = self.stamper.host;
        let saved = |copy| {
            self.file.unchanged().map_err(at(self.document))?;
            let (unnamed, saved) = output::write(host, document, self.output, self.existing, copy)?;
            Ok((unnamed, self.own_eyes(&saved, outside)?))
        };
        let (unnamed, report) = match copy {
            // It stands on the disk already, but for what is added: one look at it there is enough.
            Some(copy) => {
                let judged = stage(host, Stage::Validated, || saved(Some(copy)))?;
                host.notify(Event::Begun(Stage::Saved));
                judged
            }
            // Nothing of ours is on the disk before it holds.
            None => {
                stage(host, Stage::Validated, || self.own_eyes(document, outside).map(drop))?;
                host.notify(Event::Begun(Stage::Saved));
                saved(None)?
            }
        };
        unnamed.name().map_err(at(self.output))?;
        host.notify(Event::Done(Stage::Saved));
        Ok(Signed { output: self.output.to_owned(), report, left_open: self.excused, account: None })
    }

    /// Whether the certificate was revoked or suspended in the very second in which the signature was stamped, or before: for a
    /// verdict the stamp may come first then, and nobody is served with such a signature.
    fn was_lost(&self, facts: &Facts, outside: &Evidence, ours: &SignatureReport) -> bool {
        let mut known = facts.embedded.clone();
        known.merge(outside.clone());
        let at = ours.best_signature_time.unwrap_or_else(|| self.stamper.host.now());
        let Judge { trust, policy } = self.judge;
        validation::certificate(self.signer, &known, trust, policy, at).0.since.is_some()
    }

    /// Validates with the auditor's engine: our signature, the newest, has to hold at the level ordered, and so has the
    /// document time-stamp over it.
    fn own_eyes(&self, document: &Document, outside: &Evidence) -> Result<Report, Error> {
        let facts = document.facts_in_form()?;
        let report = self.judge.judge(&facts, outside, self.stamper.host.now(), asked(self.excused));
        let newest = report.signatures.get(newest(&facts)..).and_then(<[_]>::split_first);
        let holds = newest.is_some_and(|(ours, stamps)| {
            let sound = match self.excused {
                [] => ours.conclusion == Conclusion::PASSED,
                excused => ours
                    .obstacles()
                    .all(|check| check.answer == Answer::Indeterminate && excused.contains(&check.question)),
            };
            let stamped = stamps.iter().all(|stamp| stamp.conclusion == Conclusion::PASSED);
            sound && stamped && ours.level >= Some(self.level) && !self.was_lost(&facts, outside, ours)
        });
        if holds { Ok(report) } else { Err(Error::NotValid(Box::new(report))) }
    }
}

/// The fact sheet with our signature alone, the newest, and what stamps it: what those before it lack must not keep us
/// from finishing.
fn ours(document: &Document) -> Result<Facts, Error> {
    let mut facts = document.facts_in_form()?;
    facts.signatures.drain(..newest(&facts));
    Ok(facts)
}

/// Which of all is our signature: the last that is not a document time-stamp.
fn newest(facts: &Facts) -> usize {
    facts.signatures.iter().rposition(|one| one.kind == SignatureKind::Signature).unwrap_or(0)
}

/// Work that does not wait, between its two events.
pub(crate) fn stage<T>(
    host: &impl Host,
    stage: Stage,
    work: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    host.notify(Event::Begun(stage));
    let done = work()?;
    host.notify(Event::Done(stage));
    Ok(done)
}
