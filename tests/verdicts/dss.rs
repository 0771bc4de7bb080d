//! EU DSS's tests: what they assert about signatures in documents and in CMS, other than verdicts. Those rest on the trust of
//! each test, which the table does not have.
//!
//! Whatever a report has a row for is taken from the report. It does not tell how many certificates a signature names, nor
//! which one a time-stamp does, and it refuses CMS of several signers and what was signed without attributes: for these the
//! library alone is asked, and how often is asserted.

use std::collections::BTreeSet;
use std::path::Path;

use ades::{Facts, Later, ModificationKind, ModificationLevel, SignatureFacts, SignatureKind};
use pitser_tests::{aloud, corpus};
use pki::cms::{SignedData, SignerInfo};
use pki::tsp::Token;
use pki::{Evidence, Time};
use validation::policy::Policy;
use validation::report::{Answer, Cause, Check, Question, SignatureReport};
use validation::trust::Trust;

use super::bare::{self, Content};
use super::ground;
use super::table::{Line, Table, compare};

/// Files with CMS of several signers, of which a report tells nothing but that.
const BY_LIBRARY: usize = 6;

const CMS: [&str; 6] = ["cms", "csig", "p7m", "p7s", "pkcs7", "sig"];

/// What is asserted, by its column.
const ASKED: [&str; 15] = [
    "n_signatures",
    "signature_level",
    "b_level_valid",
    "sig_intact",
    "sig_valid",
    "data_intact",
    "data_found",
    "byte_range_valid",
    "sigdict_consistent",
    "pdf_mods_detected",
    "undefined_changes_empty",
    "signing_cert_identified",
    "signing_cert_ref_present",
    "signing_cert_ref_unique",
    "ts_imprint_intact",
];

#[test]
fn what_another_implementation_asserts_of_signatures_is_found() {
    let Some(folder) = corpus("dss") else { return };
    let table = Table::read(&folder);
    let (mut lines, mut others, mut silent) = (Vec::new(), 0, 0);
    let mut by_library = BTreeSet::new();
    for ([path, test], asserted) in table.columns(["path", "test_class"]).zip(table.columns(ASKED)) {
        let kind = path.rsplit('.').next().unwrap();
        let found = match kind {
            "pdf" => of_document(&folder.join(&path)),
            kind if CMS.contains(&kind) => of_cms(&folder.join(&path)),
            _ => {
                others += 1;
                continue;
            }
        };
        if found.by_library {
            by_library.insert(path.clone());
        }
        let before = lines.len();
        let test = Path::new(&test).file_stem().unwrap().to_str().unwrap();
        for (column, theirs) in ASKED.iter().zip(asserted) {
            for (column, theirs) in assertions(column, &theirs) {
                if let Some(ours) = found.answer(&column, &theirs) {
                    let file = path.get(..16).unwrap();
                    lines.push(Line { key: format!("{file}\t{test}\t{column}"), theirs, ours });
                }
            }
        }
        silent += usize::from(lines.len() == before);
    }
    aloud(&format!(
        "EU DSS: {others} rows are about XAdES, ASiC, evidence records and lists; {silent} assert nothing that is asked; of {} files \
         the library alone is asked about digest and value",
        by_library.len()
    ));
    assert_eq!(by_library.len(), BY_LIBRARY, "{by_library:#?}");
    compare(include_str!("dss.tsv"), &lines);
}

/// What a cell asserts: of signatures, and of time-stamps. `(default)` is what every test of theirs asserts.
fn assertions(column: &str, cell: &str) -> Vec<(String, String)> {
    let cell = cell.replace("(default)", "");
    let parts = cell.split(' ').map(|part| match part.strip_prefix("ts:") {
        Some(said) => (format!("{column} of time-stamps"), said.to_owned()),
        None => (column.to_owned(), part.to_owned()),
    });
    parts.filter(|(_, said)| !said.is_empty() && said != "unasserted").collect()
}

/// What was found: for each column the answers about all signatures, or about all time-stamps.
#[derive(Default)]
struct Found {
    refused: Option<String>,
    /// Not all of it is from a report.
    by_library: bool,
    count: usize,
    signatures: Vec<Answers>,
    stamps: Vec<Answers>,
}

/// What is said to one question.
#[derive(Clone, Copy, Default)]
enum Said {
    /// It cannot be asked: what is signed is not at hand.
    #[default]
    Unasked,
    /// A report has no row on it.
    NotTold,
    Is(bool),
}

impl Said {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unasked, _) | (_, Self::Unasked) => Self::Unasked,
            (Self::NotTold, _) | (_, Self::NotTold) => Self::NotTold,
            (Self::Is(one), Self::Is(other)) => Self::Is(one && other),
        }
    }
}

#[derive(Clone, Default)]
struct Answers {
    level: Option<String>,
    /// Whether the value is right, and the content.
    value: Said,
    content: Said,
    found: Said,
    range: Option<bool>,
    dictionary: Said,
    modified: Said,
    defined: Said,
    identified: Said,
    present: Said,
    unique: Said,
}

impl Found {
    fn answer(&self, column: &str, theirs: &str) -> Option<String> {
        if let Some(refused) = &self.refused {
            return Some(format!("refused: {refused}"));
        }
        let (column, about) = match column.strip_suffix(" of time-stamps") {
            Some(column) => (column, &self.stamps),
            None if column == "ts_imprint_intact" => (column, &self.stamps),
            None => (column, &self.signatures),
        };
        if column == "n_signatures" {
            return Some(self.count.to_string());
        }
        // What is said of all of none is true.
        if about.is_empty() {
            return Some(if column == "ts_imprint_intact" {
                theirs.to_owned()
            } else {
                "no signature".into()
            });
        }
        let answers: Option<BTreeSet<String>> = about.iter().map(|one| one.answer(column)).collect();
        Some(Vec::from_iter(answers?).join("/"))
    }
}

impl Answers {
    fn answer(&self, column: &str) -> Option<String> {
        let both = self.value.and(self.content);
        let said = match column {
            "signature_level" => return self.level.clone(),
            "sig_valid" => both,
            "b_level_valid" => both.and(Said::Is(self.range != Some(false))),
            "sig_intact" => self.value,
            "data_intact" | "ts_imprint_intact" => self.content,
            "data_found" => self.found,
            "byte_range_valid" => self.range.map_or(Said::Unasked, Said::Is),
            "sigdict_consistent" => self.dictionary,
            "pdf_mods_detected" => self.modified,
            "undefined_changes_empty" => self.defined,
            "signing_cert_identified" => self.identified,
            "signing_cert_ref_present" => self.present,
            "signing_cert_ref_unique" => self.unique,
            _ => Said::Unasked,
        };
        match said {
            Said::Unasked => None,
            Said::NotTold => Some("not told".into()),
            Said::Is(holds) => Some(holds.to_string()),
        }
    }
}

fn of_document(path: &Path) -> Found {
    if std::env::var_os("PITSER_TELL").is_some() {
        println!("{}", path.display());
    }
    let facts = match ground::facts(path, "") {
        Ok(facts) => facts,
        Err(error) => return Found { refused: Some(error.code().into()), ..Found::default() },
    };
    let mut found = Found::default();
    for (signature, report) in facts.signatures.iter().zip(reports(&facts)) {
        let content = Content::Digests(signature.digests.clone().unwrap_or_default());
        let contents = signature.contents.as_deref().unwrap_or_default();
        if signature.kind == SignatureKind::DocumentTimestamp {
            let named = Token::parse(contents).ok().map(|token| of_token(&token)).unwrap_or_default();
            let stamps = told_of_stamps(&report).map(|told| placed(signature, with(named.clone(), told)));
            found.stamps.extend(stamps);
            continue;
        }
        found.count += 1;
        let Ok(cms) = SignedData::parse(contents) else {
            found.signatures.push(placed(signature, told_of(&report, &content)));
            continue;
        };
        let before = found.signatures.len();
        found.of_cms(&cms, &content, &report);
        let level =
            report.level.map_or_else(|| "no baseline".into(), |level| level.to_string().replace('-', "_"));
        for one in &mut found.signatures[before..] {
            *one = placed(signature, Answers { level: Some(level.clone()), ..one.clone() });
        }
    }
    found
}

/// What is reported of signatures that nobody trusts.
fn reports(facts: &Facts) -> Vec<SignatureReport> {
    let nobody = Trust::new("nobody", true, Vec::new(), Vec::new());
    let at: Time = "2026-11-27T00:00:00Z".parse().unwrap();
    validation::validate(facts, &Evidence::default(), &nobody, &Policy::everyday(), at).signatures
}

/// With what is known of where it stands, and of what came later.
fn placed(signature: &SignatureFacts, one: Answers) -> Answers {
    let seen = |kind: ModificationKind| {
        use ModificationKind as Kind;
        matches!(
            kind,
            Kind::AnnotationAdded
                | Kind::AnnotationChanged
                | Kind::AnnotationRemoved
                | Kind::Page
                | Kind::Pages
        )
    };
    let looks = signature.looks.as_ref();
    let differs = looks.is_some_and(|looks| looks.differences.iter().any(|one| one.by.is_none()));
    let (modified, defined) = match &signature.later {
        Later::Nothing | Later::Archival => (false, true),
        Later::Modified(found) => {
            let told = found.told.iter().any(|one| seen(one.kind));
            (told || differs, found.level != ModificationLevel::Other)
        }
        Later::Other { .. } => (differs, false),
    };
    if std::env::var_os("PITSER_TELL").is_some() {
        println!("{} {:?} {:?}", signature.field, signature.byte_range, signature.later);
    }
    Answers {
        range: Some(signature.byte_range.is_ok() && signature.hole_matches),
        dictionary: Said::Is(!signature.altered_later && signature.hole_is_own),
        modified: Said::Is(modified),
        defined: Said::Is(defined),
        ..one
    }
}

fn of_cms(path: &Path) -> Found {
    let bytes = std::fs::read(path).unwrap();
    let cms = match SignedData::parse(&bytes) {
        Ok(cms) => cms,
        Err(error) => return Found { refused: Some(error.to_string()), ..Found::default() },
    };
    let content = cms.econtent.clone().map_or(Content::Unknown, Content::Bytes);
    let mut found = Found { count: cms.signer_infos.len(), ..Found::default() };
    let facts = bare::facts(&bytes, &cms, &content);
    found.of_cms(&cms, &content, &reports(&facts)[0]);
    found
}

impl Found {
    /// The signatures in one CMS and their time-stamps: a report knows one signer of each.
    fn of_cms(&mut self, cms: &SignedData, content: &Content, report: &SignatureReport) {
        let told = |info: &SignerInfo| match cms.signer_infos.len() {
            1 => told_of(report, content),
            _ => by_library(cms, info, content),
        };
        self.by_library |= cms.signer_infos.len() != 1;
        for info in &cms.signer_infos {
            let value = Content::Bytes(info.signature.clone());
            let before = info.signed_attributes.iter().flat_map(|attributes| &attributes.content_timestamps);
            let tokens = before.map(|token| (token, content));
            let tokens: Vec<_> =
                tokens.chain(info.signature_timestamps.iter().map(|token| (token, &value))).collect();
            let rows: Vec<Answers> = match cms.signer_infos.len() {
                1 => told_of_stamps(report).collect(),
                _ => tokens.iter().map(|(token, content)| stamp_by_library(token, content)).collect(),
            };
            assert_eq!(rows.len(), tokens.len(), "each time-stamp has its row");
            for ((token, over), told) in tokens.iter().zip(rows) {
                let named = Token::parse(token).ok().map(|token| of_token(&token)).unwrap_or_default();
                let is_known = !matches!(over, Content::Unknown);
                let told = if is_known { told } else { Answers { content: Said::Unasked, ..told } };
                self.stamps.push(with(named, told));
            }
            let references = references(info);
            let unique = Said::Is(references == 1);
            self.signatures.push(Answers { unique, ..told(info) });
        }
    }
}

/// How many certificates a signature names, which no report tells.
fn references(info: &SignerInfo) -> usize {
    let attributes = info.signed_attributes.iter();
    attributes.flat_map(|one| one.signing_certificate.iter().chain(&one.signing_certificate_v1)).count()
}

/// What the rows of a report tell of a signature.
fn told_of(report: &SignatureReport, content: &Content) -> Answers {
    let row = |question| report.checks.iter().find(|check: &&Check| check.question == question);
    let answer = |question| match row(question).map(|check| check.answer) {
        Some(Answer::Passed) => Said::Is(true),
        Some(Answer::Failed | Answer::Indeterminate) => Said::Is(false),
        _ => Said::NotTold,
    };
    let is_found = match row(Question::MessageDigest).map(|check| check.answer) {
        Some(answer) => Said::Is(answer != Answer::Indeterminate),
        None => Said::NotTold,
    };
    let is_known = !matches!(content, Content::Unknown);
    let known = |said| if is_known { said } else { Said::Unasked };
    let told = |said| if matches!(said, Said::Is(true)) { said } else { Said::NotTold };
    let certificate = row(Question::SigningCertificate);
    let absent = Cause::NoReference.to_string();
    let is_absent = certificate.is_some_and(|check| check.detail.get("cause") == Some(&absent));
    Answers {
        value: answer(Question::SignatureValue),
        content: known(answer(Question::MessageDigest)),
        found: known(is_found),
        identified: if is_absent { Said::Is(false) } else { answer(Question::SigningCertificate) },
        // Of one that was not found, a report does not tell whether it was named.
        present: if is_absent { Said::Is(false) } else { told(answer(Question::SigningCertificate)) },
        ..Answers::default()
    }
}

/// What the rows of a report tell of time-stamps, in their order.
fn told_of_stamps(report: &SignatureReport) -> impl Iterator<Item = Answers> + '_ {
    let other = Cause::OtherImprint.to_string();
    let rows = report.checks.iter().filter(|check| check.question == Question::TimestampToken);
    let rows = rows.filter(|check| check.answer != Answer::NotApplicable);
    rows.map(move |check| {
        let is_sound = check.answer == Answer::Passed;
        let is_other = check.detail.get("cause") == Some(&other);
        // Of one that is over something else, a report does not tell whether it is right in itself.
        let value = if is_other { Said::NotTold } else { Said::Is(is_sound) };
        Answers { value, content: Said::Is(!is_other), found: Said::Is(true), ..Answers::default() }
    })
}

/// With what the library says of the certificate that a time-stamp names.
fn with(named: Answers, told: Answers) -> Answers {
    Answers { identified: named.identified, present: named.present, unique: named.unique, ..told }
}

/// Which certificate a time-stamp names, which no report tells.
fn of_token(token: &Token) -> Answers {
    let unit = token.certificates.iter().find(|one| token.signer_info.matches(one));
    let attributes = token.signer_info.signed_attributes.as_ref();
    let mut references =
        attributes.iter().flat_map(|one| one.signing_certificate.iter().chain(&one.signing_certificate_v1));
    let count = references.clone().count();
    Answers {
        identified: Said::Is(references.next().is_some_and(|one| unit.is_some_and(|unit| one.matches(unit)))),
        present: Said::Is(count > 0),
        unique: Said::Is(count == 1),
        ..Answers::default()
    }
}

fn by_library(cms: &SignedData, info: &SignerInfo, content: &Content) -> Answers {
    let attributes = info.signed_attributes.as_ref();
    let mut references =
        attributes.iter().flat_map(|one| one.signing_certificate.iter().chain(&one.signing_certificate_v1));
    let signer = bare::signer(cms, info);
    let right = bare::is_content_right(info, content);
    let is_known = !matches!(content, Content::Unknown);
    let known = |holds| if is_known { Said::Is(holds) } else { Said::Unasked };
    let first = references.next();
    Answers {
        value: Said::Is(signer.is_some_and(|signer| bare::is_value_right(info, signer, content))),
        content: known(right == Some(true)),
        found: known(right.is_some()),
        identified: Said::Is(first.is_some_and(|one| signer.is_some_and(|signer| one.matches(signer)))),
        present: Said::Is(first.is_some()),
        ..Answers::default()
    }
}

fn stamp_by_library(token: &[u8], content: &Content) -> Answers {
    let Ok(token) = Token::parse(token) else { return Answers::default() };
    let digest = token.imprint.algorithm.clone().ok().and_then(|algorithm| content.digest(algorithm));
    Answers {
        value: Said::Is(token.verify(&[]).is_ok()),
        content: Said::Is(digest.as_ref() == Some(&token.imprint.hash)),
        found: Said::Is(digest.is_some()),
        ..Answers::default()
    }
}
