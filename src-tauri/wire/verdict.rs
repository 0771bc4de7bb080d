//! What a validation concludes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use ts_rs::TS;
use workflow::error::Error;
use workflow::verdict::{self, Report, SignatureReport};
use workflow::verify::Examined;

use super::failure::Failure;
use super::sight::Sight;

/// The conclusions about a document.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Where trust came from.
    #[ts(inline)]
    pub trust: Trust,
    /// The moment the conclusions are about, RFC 3339.
    pub at: String,
    /// The program that concluded, with its version.
    pub program: String,
    /// What was required.
    #[ts(inline)]
    pub policy: Policy,
    /// The worst indication; `null` for a document without signatures.
    pub overall: Option<Indication>,
    /// What was read.
    #[ts(inline)]
    pub document: Document,
    /// Who was asked for what the document lacks.
    #[ts(inline)]
    pub asked: Asked,
    /// What could still change an undetermined conclusion.
    #[ts(inline)]
    pub missing: Vec<Missing>,
    /// One for each signature, in the order in which they were made.
    pub signatures: Vec<SignatureVerdict>,
    /// Why something could not be fetched that the conclusions ask for, where the person can help.
    pub turned_away: Option<Failure>,
}

impl Verdict {
    /// The same for the window. `path` is the file the report is about.
    pub fn new(path: &Path, report: Report) -> Self {
        let overall = report.overall().map(Indication::from);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let state = State::of(&report);
        let verdict::DocumentSummary { sha256, size, revisions, .. } = report.document;
        Self {
            trust: Trust { source: report.trust.name, test: report.trust.test },
            at: report.validation_time.to_string(),
            program: format!("{} {}", report.program.name, report.program.version),
            policy: Policy { name: report.policy.name, hash: report.policy.hash },
            overall,
            document: Document { name, sha256, size, revisions, state },
            asked: report.asked.into(),
            missing: report.missing.into_iter().map(Missing::from).collect(),
            signatures: report.signatures.into_iter().map(SignatureVerdict::from).collect(),
            turned_away: None,
        }
    }

    /// The same of what was examined here, with what it could not ask for.
    pub fn examined(path: &Path, examined: &Examined) -> Self {
        let turned_away = examined.turned_away.clone().map(|cause| Error::from(cause).into());
        Self { turned_away, ..Self::new(path, examined.report.clone()) }
    }
}

/// The anchors that were trusted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Trust {
    /// Their name.
    pub source: String,
    /// Whether nothing under them has legal effect.
    pub test: bool,
}

/// Which policy, and exactly which content of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// SHA-256 of its canonical form, lower-case hex.
    pub hash: String,
}

/// The document as bytes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Document {
    /// Its file name.
    pub name: String,
    /// Lower-case hex.
    pub sha256: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// How often it was saved.
    pub revisions: usize,
    /// Whether it can be read as it is written.
    #[ts(inline)]
    pub state: State,
}

/// Whether a file can be read as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It can.
    Sound,
    /// It had to be repaired.
    Repaired,
    /// It had to be repaired because its end is missing.
    CutOff,
}

impl State {
    const fn of(report: &Report) -> Self {
        match (&report.document.repaired, report.document.cut_off) {
            (None, _) => Self::Sound,
            (Some(_), false) => Self::Repaired,
            (Some(_), true) => Self::CutOff,
        }
    }
}

/// Who was asked.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// Those that the certificates name.
    Authorities,
    /// Nobody.
    Nobody,
}

impl From<verdict::Asked> for Asked {
    fn from(asked: verdict::Asked) -> Self {
        match asked {
            verdict::Asked::Authorities => Self::Authorities,
            verdict::Asked::Nobody => Self::Nobody,
        }
    }
}

/// A piece of proof that could change a conclusion.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Missing {
    /// What it is: the certificate of an issuer, or whether a certificate was revoked.
    #[ts(type = "\"issuer\" | \"revocation\"")]
    pub piece: &'static str,
    /// The certificate that it is about.
    pub subject: String,
    /// Where it may be had.
    pub addresses: Vec<String>,
}

impl From<verdict::Missing> for Missing {
    fn from(missing: verdict::Missing) -> Self {
        let piece = match missing.piece {
            verdict::Piece::Issuer => "issuer",
            verdict::Piece::Revocation => "revocation",
        };
        let addresses = [missing.issuers, missing.ocsp, missing.crls].concat();
        Self { piece, subject: missing.subject, addresses }
    }
}

/// The conclusion about one signature.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureVerdict {
    /// Whether it is somebody's signature or the document's own time-stamp.
    #[ts(inline)]
    pub kind: Kind,
    /// The signature field.
    pub field: String,
    /// Who signed; names are empty when no certificate was found.
    #[ts(inline)]
    pub signer: Signer,
    /// Main indication.
    pub indication: Indication,
    /// Sub-indication, as the standard writes it.
    pub sub_indication: Option<String>,
    /// Who stamped it, of a document time-stamp.
    pub authority: Option<String>,
    /// The baseline level it has the form of.
    #[ts(inline)]
    pub level: Level,
    /// RFC 3339.
    pub best_signature_time: Option<String>,
    /// RFC 3339.
    pub claimed_time: Option<String>,
    /// Whether the signed bytes are the whole file.
    pub covers_whole_file: bool,
    /// Whether it is a qualified signature.
    #[ts(type = "\"not-judged\"")]
    pub qualification: &'static str,
    /// Every check.
    pub checks: Vec<Check>,
    /// Those of the checks (from 0) that kept it from passing, gravest first.
    pub obstacles: Vec<usize>,
    /// What says most of why it did not pass; `null` where it did.
    #[ts(inline)]
    pub reason: Option<Reason>,
}

/// Where the reason is to be found.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The gravest obstacle, which is about the document.
    Document,
    /// The time that was asked about, which is before its time-stamp's.
    JudgedBefore,
    /// The sub-indication, which is that of its time-stamps.
    Timestamps,
    /// An algorithm that is not known, or not listed.
    Algorithm,
    /// The sub-indication.
    Standard,
}

impl From<verdict::Reason<'_>> for Reason {
    fn from(reason: verdict::Reason<'_>) -> Self {
        match reason {
            verdict::Reason::Document(_) => Self::Document,
            verdict::Reason::JudgedBefore => Self::JudgedBefore,
            verdict::Reason::Timestamps(_) => Self::Timestamps,
            verdict::Reason::Algorithm(_) => Self::Algorithm,
            verdict::Reason::Standard(_) => Self::Standard,
        }
    }
}

impl From<SignatureReport> for SignatureVerdict {
    fn from(report: SignatureReport) -> Self {
        let reason = report.reason().map(Reason::from);
        let gravest = report.gravest_obstacles().into_iter();
        let obstacles = gravest
            .filter_map(|check| report.checks.iter().position(|one| std::ptr::eq(one, check)))
            .collect();
        let stamp = report.timestamps.into_iter().next().and_then(|stamp| stamp.authority);
        Self {
            kind: match report.kind {
                verdict::SignatureKind::Signature => Kind::Signature,
                verdict::SignatureKind::DocumentTimestamp => Kind::Timestamp,
            },
            authority: stamp.filter(|_| report.kind == verdict::SignatureKind::DocumentTimestamp),
            field: report.field,
            signer: report.signer.map(Signer::from).unwrap_or_default(),
            indication: report.conclusion.indication.into(),
            sub_indication: report.conclusion.sub_indication.map(|reason| reason.to_string()),
            level: Level::from(report.level),
            best_signature_time: report.best_signature_time.map(|time| time.to_string()),
            claimed_time: report.claimed_time.map(|time| time.to_string()),
            covers_whole_file: report.covers_whole_file,
            qualification: "not-judged",
            checks: report.checks.into_iter().map(Check::from).collect(),
            obstacles,
            reason,
        }
    }
}

/// What a signature field holds.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A signature.
    Signature,
    /// A document time-stamp.
    Timestamp,
}

/// Who signed.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Signer {
    /// Given name and surname.
    pub name: String,
    /// Whether the certificate says that this is a pseudonym.
    pub pseudonym: bool,
    /// Without the prefix of its kind and country.
    pub personal_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Who issued the certificate.
    pub issuer: String,
}

impl From<verdict::Signer> for Signer {
    fn from(signer: verdict::Signer) -> Self {
        let personal_code = signer.serial_number.map(|number| match number.split_once('-') {
            Some((_, code)) => code.to_owned(),
            None => number,
        });
        let (name, pseudonym) = (signer.name, signer.pseudonym);
        Self { name, pseudonym, personal_code, country: signer.country, issuer: signer.issuer }
    }
}

/// Main indication, EN 319 102-1 §5.1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Indication {
    /// The signature is valid.
    TotalPassed,
    /// The signature is not valid.
    TotalFailed,
    /// The available information does not decide.
    Indeterminate,
}

impl From<verdict::Indication> for Indication {
    fn from(indication: verdict::Indication) -> Self {
        match indication {
            verdict::Indication::TotalPassed => Self::TotalPassed,
            verdict::Indication::Indeterminate => Self::Indeterminate,
            verdict::Indication::TotalFailed => Self::TotalFailed,
        }
    }
}

/// Baseline level.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Basic.
    #[serde(rename = "b-b")]
    BB,
    /// With a time-stamp.
    #[serde(rename = "b-t")]
    BT,
    /// With validation material.
    BLt,
    /// With a document time-stamp over it.
    BLta,
    /// None of them.
    None,
}

impl From<Option<verdict::Level>> for Level {
    fn from(level: Option<verdict::Level>) -> Self {
        match level {
            Some(verdict::Level::BB) => Self::BB,
            Some(verdict::Level::BT) => Self::BT,
            Some(verdict::Level::BLt) => Self::BLt,
            Some(verdict::Level::BLta) => Self::BLta,
            None => Self::None,
        }
    }
}

/// One check: what was asked, what came out.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Check {
    /// What was asked: a code.
    pub question: String,
    /// What came out.
    #[ts(inline)]
    pub answer: Answer,
    /// Where it is required.
    pub clause: String,
    /// Figures.
    #[ts(type = "Record<string, string>")]
    pub detail: BTreeMap<String, String>,
    /// Changes, and places on pages.
    pub sights: Vec<Sight>,
    /// What the answer rests on beside the document itself.
    #[ts(inline)]
    pub evidence: Vec<Used>,
}

/// A certificate, revocation data or a time-stamp.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Used {
    /// What it is: `certificate`, `crl`, `ocsp` or `timestamp`.
    pub kind: String,
    /// SHA-256, lower-case hex.
    pub sha256: String,
}

impl From<verdict::Check> for Check {
    fn from(check: verdict::Check) -> Self {
        let answer = match check.answer {
            verdict::Answer::Passed => Answer::Passed,
            verdict::Answer::Failed => Answer::Failed,
            verdict::Answer::Indeterminate => Answer::Indeterminate,
            verdict::Answer::Warning => Answer::Warning,
            verdict::Answer::Information => Answer::Information,
            verdict::Answer::NotJudged => Answer::NotJudged,
            verdict::Answer::NotApplicable => Answer::NotApplicable,
        };
        let sights = check.sights.into_iter().map(Sight::from).collect();
        let named = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let detail = check.detail.iter().map(named).collect();
        let used = |used: verdict::Used| Used { kind: code(&used.kind), sha256: used.sha256 };
        Self {
            question: code(&check.question),
            answer,
            clause: check.clause.into_owned(),
            detail,
            sights,
            evidence: check.evidence.into_iter().map(used).collect(),
        }
    }
}

/// The answer to a check.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// As required.
    Passed,
    /// Not as required.
    Failed,
    /// The evidence does not decide.
    Indeterminate,
    /// Not as required, and the policy warns of it.
    Warning,
    /// Not as required, and the policy mentions it.
    Information,
    /// Not judged yet.
    NotJudged,
    /// The question does not arise.
    NotApplicable,
}

/// The name that a value has in every report.
pub(super) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
