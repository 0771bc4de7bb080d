//! EU DSS's tests: what they assert about signatures in documents and in CMS, other than verdicts. Those rest on the trust of
//! each test, which the table does not have.

use std::collections::BTreeSet;
use std::path::Path;

use ades::{Facts, Later, ModificationKind, ModificationLevel, SignatureFacts, SignatureKind};
use pitser_tests::corpus;
use pki::cms::{SignedData, SignerInfo};
use pki::tsp::Token;
use pki::{Evidence, Time};
use validation::policy::Policy;
use validation::trust::Trust;

use super::bare::{self, Content};
use super::ground;
use super::table::{Line, Table, compare};

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
    println!(
        "{others} rows are about XAdES, ASiC, evidence records and lists; {silent} assert nothing that is asked"
    );
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
    count: usize,
    signatures: Vec<Answers>,
    stamps: Vec<Answers>,
}

#[derive(Default)]
struct Answers {
    level: Option<String>,
    /// Whether the value is right, and the content; the second is not known where the content is not.
    value: bool,
    content: Option<bool>,
    found: Option<bool>,
    range: Option<bool>,
    dictionary: Option<bool>,
    modified: Option<bool>,
    defined: Option<bool>,
    identified: bool,
    named: usize,
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
        let both = self.content.map(|content| content && self.value);
        let holds = match column {
            "signature_level" => return self.level.clone(),
            "sig_valid" => both,
            "b_level_valid" => both.map(|both| both && self.range != Some(false)),
            "sig_intact" => Some(self.value),
            "data_intact" | "ts_imprint_intact" => self.content,
            "data_found" => self.found,
            "byte_range_valid" => self.range,
            "sigdict_consistent" => self.dictionary,
            "pdf_mods_detected" => self.modified,
            "undefined_changes_empty" => self.defined,
            "signing_cert_identified" => Some(self.identified),
            "signing_cert_ref_present" => Some(self.named > 0),
            "signing_cert_ref_unique" => Some(self.named == 1),
            _ => None,
        };
        holds.map(|holds| holds.to_string())
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
    let levels = levels(&facts);
    let mut found = Found::default();
    for (signature, level) in facts.signatures.iter().zip(levels) {
        let Ok(contents) = &signature.contents else {
            found.count += 1;
            found.signatures.push(Answers::default());
            continue;
        };
        if signature.kind == SignatureKind::DocumentTimestamp {
            let content = Content::Digests(signature.digests.clone().unwrap_or_default());
            found.stamps.push(placed(signature, of_token(contents, &content)));
            continue;
        }
        found.count += 1;
        let content = Content::Digests(signature.digests.clone().unwrap_or_default());
        for mut one in of_signers(contents, &content, &mut found.stamps) {
            one.level = Some(level.clone());
            found.signatures.push(placed(signature, one));
        }
    }
    found
}

/// The levels as reports have them, of signatures that nobody trusts.
fn levels(facts: &Facts) -> Vec<String> {
    let nobody = Trust::new("nobody", true, Vec::new(), Vec::new());
    let at: Time = "2026-11-27T00:00:00Z".parse().unwrap();
    let report = validation::validate(facts, &Evidence::default(), &nobody, &Policy::everyday(), at);
    let level = |one: &validation::report::SignatureReport| {
        one.level.map_or_else(|| "no baseline".into(), |level| level.to_string().replace('-', "_"))
    };
    report.signatures.iter().map(level).collect()
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
        dictionary: Some(!signature.altered_later && signature.hole_is_own),
        modified: Some(modified),
        defined: Some(defined),
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
    found.signatures = of_signers(&bytes, &content, &mut found.stamps);
    found
}

fn of_signers(bytes: &[u8], content: &Content, stamps: &mut Vec<Answers>) -> Vec<Answers> {
    let Ok(cms) = SignedData::parse(bytes) else { return vec![Answers::default()] };
    for info in &cms.signer_infos {
        let value = Content::Bytes(info.signature.clone());
        stamps.extend(info.signature_timestamps.iter().map(|token| of_token(token, &value)));
        let before = info.signed_attributes.iter().flat_map(|attributes| &attributes.content_timestamps);
        stamps.extend(before.map(|token| of_token(token, content)));
    }
    cms.signer_infos.iter().map(|info| of_signer(&cms, info, content)).collect()
}

fn of_signer(cms: &SignedData, info: &SignerInfo, content: &Content) -> Answers {
    let attributes = info.signed_attributes.as_ref();
    let references: Vec<_> = attributes
        .iter()
        .flat_map(|one| one.signing_certificate.iter().chain(&one.signing_certificate_v1))
        .collect();
    let signer = bare::signer(cms, info);
    let right = bare::is_content_right(info, content);
    let known = !matches!(content, Content::Unknown);
    Answers {
        value: signer.is_some_and(|signer| bare::is_value_right(info, signer, content)),
        content: known.then_some(right == Some(true)),
        found: known.then_some(right.is_some()),
        identified: references.first().is_some_and(|one| signer.is_some_and(|signer| one.matches(signer))),
        named: references.len(),
        ..Answers::default()
    }
}

fn of_token(token: &[u8], content: &Content) -> Answers {
    let Ok(token) = Token::parse(token) else { return Answers::default() };
    let digest = token.imprint.algorithm.clone().ok().and_then(|algorithm| content.digest(algorithm));
    let unit = token.certificates.iter().find(|one| token.signer_info.matches(one));
    let attributes = token.signer_info.signed_attributes.as_ref();
    let references: Vec<_> = attributes
        .iter()
        .flat_map(|one| one.signing_certificate.iter().chain(&one.signing_certificate_v1))
        .collect();
    let known = !matches!(content, Content::Unknown);
    Answers {
        value: token.verify(&[]).is_ok(),
        content: known.then_some(digest.as_ref() == Some(&token.imprint.hash)),
        found: known.then_some(digest.is_some()),
        identified: references.first().is_some_and(|one| unit.is_some_and(|unit| one.matches(unit))),
        named: references.len(),
        ..Answers::default()
    }
}
