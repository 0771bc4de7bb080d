//! Validating a file.

use std::path::Path;
use std::sync::Arc;

use ades::{Document, Facts};
use pdf::{Access, Password};
use pki::{Evidence, Time};
pub use validation::objects::Objects;
use validation::objects::objects;
use validation::policy::Policy;
use validation::record::Record;
use validation::report::{Asked, Question, Report, Standing};
use validation::trust::Trust;

use crate::error::{Error, at};
use crate::gather::{Gathered, gather};
use crate::host::{Host, Unreachable};
use crate::pages;
pub use crate::pages::PageCheck;
use crate::profile::Profile;

/// How to validate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether revocation data and issuers that the file lacks may be fetched.
    pub online: bool,
    /// The password of an encrypted file, of its user or its owner.
    pub password: Option<Password>,
    /// Whether the pages of signed versions are compared with the present ones.
    pub pages: PageCheck,
}

impl Options {
    /// With what can be fetched, and with the pages compared by all processors.
    pub fn online() -> Self {
        Self { online: true, password: None, pages: PageCheck::on_all_processors() }
    }

    /// The same with what is in the file alone.
    pub fn offline() -> Self {
        Self { online: false, ..Self::online() }
    }
}

/// Validates every signature of a file under the profile's trust.
///
/// # Errors
/// [`Error::File`], [`Error::Document`] when the file cannot be read as a document, [`Error::Profile`]. A signature that
/// does not hold is no error but a row of the report.
pub async fn verify(
    host: &impl Host,
    profile: &Profile,
    path: &Path,
    options: Options,
) -> Result<Report, Error> {
    Ok(examine(host, profile, path, options).await?.report)
}

/// A verdict together with what it rested on.
#[derive(Clone, Debug)]
pub struct Examined {
    /// The verdict.
    pub report: Report,
    /// The first that could not be asked because a proxy on the way wants a login, which the person may have. The verdict
    /// rests on what there was without it.
    pub turned_away: Option<Unreachable>,
    facts: Facts,
    evidence: Evidence,
    trust: Trust,
    policy: Arc<Policy>,
}

impl Examined {
    /// The certificates, revocation data and time-stamps behind the verdict.
    pub fn objects(&self) -> Objects {
        objects(&self.report, &self.facts, &self.evidence, &self.trust, &self.policy)
    }

    /// What the verdict was computed from, to be saved.
    pub fn record(&self) -> Record {
        let (facts, evidence) = (self.facts.clone(), self.evidence.clone());
        let when = (self.report.validation_time, self.report.asked);
        Record::new(facts, evidence, &self.trust, &self.policy, when)
    }

    /// What was saved, judged again.
    pub(crate) fn again(record: Record, judge: Judge, at: Time) -> Self {
        let mut report = judge.judge(&record.facts, &record.evidence, at, record.asked);
        report.earlier = Some(record.earlier(&report));
        let Record { facts, evidence, .. } = record;
        Self { report, turned_away: None, facts, evidence, trust: judge.trust, policy: judge.policy }
    }
}

/// The same as [`verify`], for a report that also names what the verdict rested on.
///
/// # Errors
/// As [`verify`].
pub async fn examine(
    host: &impl Host,
    profile: &Profile,
    path: &Path,
    options: Options,
) -> Result<Examined, Error> {
    examine_under(host, &Judge::new(profile)?, path, options).await
}

/// The same by a judge, who can judge many files.
///
/// # Errors
/// As [`verify`].
pub async fn examine_under(
    host: &impl Host,
    judge: &Judge,
    path: &Path,
    options: Options,
) -> Result<Examined, Error> {
    let file = host.open(path).map_err(at(path))?;
    let document = Document::open_for_facts(file.source(), &Access::reading(options.password))?;
    let mut facts = document.facts()?;
    if let PageCheck::Threads(threads) = options.pages {
        pages::compare(&document, &mut facts, threads, &|| host.now());
    }
    drop(document);
    let Gathered { evidence, turned_away, .. } = match options.online {
        true => judge.gather(host, &facts).await,
        false => Gathered::default(),
    };
    let asked = if options.online { Asked::Authorities } else { Asked::Nobody };
    let report = judge.judge(&facts, &evidence, host.now(), asked);
    let (trust, policy) = (judge.trust.clone(), Arc::clone(&judge.policy));
    Ok(Examined { report, turned_away, facts, evidence, trust, policy })
}

/// Who is asked about a signature of which that much is left open on purpose.
pub(crate) const fn asked(left_open: &[Question]) -> Asked {
    if left_open.is_empty() { Asked::Authorities } else { Asked::Nobody }
}

/// The trust of a profile, read, and a policy.
pub struct Judge {
    pub(crate) trust: Trust,
    pub(crate) policy: Arc<Policy>,
}

impl Judge {
    pub(crate) fn new(profile: &Profile) -> Result<Self, Error> {
        Self::under(profile, Policy::everyday())
    }

    /// By the profile's trust and that policy.
    ///
    /// # Errors
    /// [`Error::Profile`].
    pub fn under(profile: &Profile, policy: Policy) -> Result<Self, Error> {
        let trust =
            Trust::new(profile.trust.name.clone(), profile.test, profile.anchors()?, profile.issuers()?);
        Ok(Self { trust, policy: Arc::new(policy) })
    }

    pub(crate) async fn gather(&self, host: &impl Host, facts: &Facts) -> Gathered {
        gather(host, |evidence| validation::wanted(facts, evidence, &self.trust, &self.policy, host.now()))
            .await
    }

    /// What there is to be had, beside `known`, for the time-stamps of a document to be renewed by another.
    pub(crate) async fn gather_to_renew(
        &self,
        host: &impl Host,
        facts: &Facts,
        known: &Evidence,
    ) -> Gathered {
        let wanted = |found: &Evidence| {
            let mut all = known.clone();
            all.merge(found.clone());
            validation::wanted_to_renew(facts, &all, &self.trust, &self.policy, host.now())
        };
        gather(host, wanted).await
    }

    /// What the document needs to carry so that others can conclude the same.
    pub(crate) fn material(&self, facts: &Facts, evidence: &Evidence, at: Time) -> Evidence {
        validation::material(facts, evidence, &self.trust, &self.policy, at)
    }

    /// What can be said at `at` with that evidence, for which `asked` was asked.
    pub(crate) fn judge(&self, facts: &Facts, evidence: &Evidence, at: Time, asked: Asked) -> Report {
        Report { asked, ..validation::validate(facts, evidence, &self.trust, &self.policy, at) }
    }

    /// What reports name even where there is nothing to report.
    pub fn standing(&self, at: Time) -> Standing {
        Standing {
            program: validation::report::program(),
            trust: self.trust.source(),
            policy: self.policy.identity(),
            validation_time: at,
        }
    }
}
