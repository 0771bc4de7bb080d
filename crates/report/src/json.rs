//! A report as JSON, in a documented form that programs can rely on.
//!
//! One object for each file. The form is described by `schema/pitser-report-1.schema.json` in this crate; names are
//! camelCase, times RFC 3339 in UTC, digests lower-case hex. Within version 1 members may be added, never renamed or
//! removed, and readers have to ignore what they do not know.

use std::collections::BTreeMap;

use serde::Serialize;
use validation::objects::{Object, ObjectKind, Objects, Origin};
use validation::report::{
    Asked, Check, Indication, Missing, PolicyIdentity, Program, Report, SignatureKind, SignatureReport,
    Signer, Standing, SubIndication, TimestampReport, TrustSource,
};

use crate::words;

/// The name and version of the form.
pub const SCHEMA: &str = "pitser-report/1";

/// No trusted list is read yet, so no signature can be called qualified, nor not qualified.
pub(crate) const QUALIFICATION: &str = "not-judged";

/// The report about the file called `file`, on one line.
pub fn report(report: &Report, file: &str) -> String {
    line(&Document::new(report, None, file))
}

/// The same, with the digest of everything that the verdict rested on, and until when signatures are protected.
pub fn full(report: &Report, objects: &Objects, file: &str) -> String {
    line(&Document::new(report, Some(objects), file))
}

/// Why there is no report about a file: the work could not be done. On one line. `standing` is by what it would have been
/// judged, if it was to be judged.
pub fn failure(file: &str, failure: &Failure, standing: Option<&Standing>) -> String {
    line(&Undone {
        schema: SCHEMA,
        program: standing.map(|standing| &standing.program),
        file,
        result: "error",
        trust: standing.map(|standing| Trust::new(&standing.trust)),
        policy: standing.map(|standing| &standing.policy),
        validation_time: standing.map(|standing| standing.validation_time.to_string()),
        error: failure,
    })
}

/// A value on one line, with members in their order: what is asked first stands first. What is not seen, and what turns the
/// direction of a text, stands as an escape.
pub fn line(value: &impl Serialize) -> String {
    // Texts, numbers and maps with texts for keys can always be written.
    let written = serde_json::to_string(value).unwrap_or_default();
    // Such a letter can stand in a text alone.
    words::escaped(written, |text, c| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    })
}

/// The words of an error, with its stable code and its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable name of the case.
    pub code: String,
    /// What happened.
    pub message: String,
    /// Why.
    pub cause: String,
    /// What to do now.
    pub next: String,
    /// Figures by name.
    pub values: BTreeMap<String, String>,
}

/// One word for a whole document.
pub const fn result(overall: Option<Indication>) -> &'static str {
    match overall {
        None => "unsigned",
        Some(Indication::TotalPassed) => "valid",
        Some(Indication::Indeterminate) => "undetermined",
        Some(Indication::TotalFailed) => "not-valid",
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Undone<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<&'a Program>,
    file: &'a str,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trust: Option<Trust<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'a PolicyIdentity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    validation_time: Option<String>,
    error: &'a Failure,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    schema: &'static str,
    program: &'a Program,
    file: &'a str,
    result: &'static str,
    indication: Option<Indication>,
    trust: Trust<'a>,
    policy: &'a PolicyIdentity,
    validation_time: String,
    document: &'a validation::report::DocumentSummary,
    signatures: Vec<Signature<'a>>,
    asked: Asked,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [Missing],
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<Earlier<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Vec<Evidence<'a>>>,
}

/// A certificate, revocation data or a time-stamp, by its digest.
#[derive(Serialize)]
struct Evidence<'a> {
    kind: &'static str,
    origin: &'static str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Trust<'a> {
    source: &'a str,
    test: bool,
    anchors: &'a [String],
}

impl<'a> Trust<'a> {
    fn new(trust: &'a TrustSource) -> Self {
        Self { source: &trust.name, test: trust.test, anchors: &trust.anchors }
    }
}

/// Under what saved evidence was judged when it was saved.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Earlier<'a> {
    validation_time: String,
    trust: Trust<'a>,
    policy: Option<&'a PolicyIdentity>,
    same_trust: bool,
    same_policy: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signature<'a> {
    kind: SignatureKind,
    field: &'a str,
    signer: Option<Person<'a>>,
    indication: Indication,
    sub_indication: Option<SubIndication>,
    level: Option<validation::report::Level>,
    best_signature_time: Option<String>,
    claimed_time: Option<String>,
    covers_whole_file: bool,
    qualification: &'static str,
    checks: &'a [Check],
    timestamps: Vec<Timestamp<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protection_ends: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    name: &'a str,
    pseudonym: bool,
    serial_number: Option<&'a str>,
    country: Option<&'a str>,
    issuer: &'a str,
    certificate: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Timestamp<'a> {
    time: String,
    authority: Option<&'a str>,
    indication: Indication,
    sub_indication: Option<SubIndication>,
}

impl<'a> Document<'a> {
    fn new(report: &'a Report, objects: Option<&'a Objects>, file: &'a str) -> Self {
        let ends = |number| objects?.protected_until(report, number).map(|time| time.to_string());
        let signatures = report.signatures.iter().enumerate();
        Self {
            schema: SCHEMA,
            program: &report.program,
            file,
            result: result(report.overall()),
            indication: report.overall(),
            trust: Trust::new(&report.trust),
            policy: &report.policy,
            validation_time: report.validation_time.to_string(),
            document: &report.document,
            signatures: signatures.map(|(number, one)| Signature::new(one, ends(number))).collect(),
            asked: report.asked,
            missing: &report.missing,
            earlier: report.earlier.as_ref().map(|earlier| Earlier {
                validation_time: earlier.validation_time.to_string(),
                trust: Trust::new(&earlier.trust),
                policy: earlier.policy.as_ref(),
                same_trust: earlier.same_trust,
                same_policy: earlier.same_policy,
            }),
            evidence: objects.map(|objects| objects.all.iter().map(Evidence::new).collect()),
        }
    }
}

impl<'a> Evidence<'a> {
    fn new(object: &'a Object) -> Self {
        Self {
            kind: match object.kind {
                ObjectKind::Certificate => "certificate",
                ObjectKind::Crl => "crl",
                ObjectKind::Ocsp => "ocsp",
                ObjectKind::Timestamp => "timestamp",
            },
            origin: match object.origin {
                Origin::Document => "document",
                Origin::Gathered => "gathered",
                Origin::Trust => "trust",
            },
            sha256: &object.sha256,
        }
    }
}

impl<'a> Signature<'a> {
    fn new(signature: &'a SignatureReport, protection_ends: Option<String>) -> Self {
        Self {
            kind: signature.kind,
            field: &signature.field,
            signer: signature.signer.as_ref().map(Person::new),
            indication: signature.conclusion.indication,
            sub_indication: signature.conclusion.sub_indication,
            level: signature.level,
            best_signature_time: signature.best_signature_time.map(|time| time.to_string()),
            claimed_time: signature.claimed_time.map(|time| time.to_string()),
            covers_whole_file: signature.covers_whole_file,
            qualification: QUALIFICATION,
            checks: &signature.checks,
            timestamps: signature.timestamps.iter().map(Timestamp::new).collect(),
            protection_ends,
        }
    }
}

impl<'a> Person<'a> {
    fn new(signer: &'a Signer) -> Self {
        Self {
            name: &signer.name,
            pseudonym: signer.pseudonym,
            serial_number: signer.serial_number.as_deref(),
            country: signer.country.as_deref(),
            issuer: &signer.issuer,
            certificate: &signer.certificate,
        }
    }
}

impl<'a> Timestamp<'a> {
    fn new(timestamp: &'a TimestampReport) -> Self {
        Self {
            time: timestamp.time.to_string(),
            authority: timestamp.authority.as_deref(),
            indication: timestamp.conclusion.indication,
            sub_indication: timestamp.conclusion.sub_indication,
        }
    }
}
