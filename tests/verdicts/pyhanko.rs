//! pyHanko's tests: signatures in documents, and signatures by themselves.

use pitser_tests::{aloud, corpus};
use pki::cms::SignedData;
use pki::{Certificate, Time, path};
use validation::report::{Conclusion, Indication, SignatureReport};
use validation::standard::Decision;

use super::bare::{self, Content};
use super::ground::{self, Corpus};
use super::table::{Line, Table, compare};

#[test]
fn documents_are_judged_as_another_implementation_judges_them() {
    let Some(folder) = corpus("pyhanko") else { return };
    let corpus = Corpus::read(&folder);
    let lines: Vec<Line> = rows(&corpus, "ades_lta_validation")
        .iter()
        .map(|row| line(row, &of_document(&corpus, row)))
        .collect();
    assert_eq!(lines.len(), 86);
    compare(include_str!("documents.tsv"), &lines);
}

/// A signature in a document is judged there by the processes up to the one with archival data. Here it is judged without its
/// document, with what documents of the corpus carry as evidence: so the tests had fetched it. What was signed is for some of
/// them in no file: then whether it is what the value is over (EN 319 102-1 §5.2.7) is not compared, and where the verdict is
/// just that, nothing is.
#[test]
fn signatures_by_themselves_are_judged_as_another_implementation_judges_them() {
    let Some(folder) = corpus("pyhanko") else { return };
    let corpus = Corpus::read(&folder);
    let apis = [("ades_basic_validation", Process::Basic), ("ades_with_time_validation", Process::WithTime)];
    let (mut lines, mut taken, mut left) = (Vec::new(), 0, 0);
    for (api, process) in apis {
        for row in rows(&corpus, api) {
            match of_signature(&corpus, &row, process) {
                Compared::All(ours) => lines.push(line(&row, &ours)),
                Compared::ButContent(ours) => {
                    taken += 1;
                    lines.push(line(&row, &ours));
                }
                Compared::Nothing => left += 1,
            }
        }
    }
    aloud(&format!(
        "pyHanko, signatures by themselves: {} rows compared, of them {taken} but for the content, which is in no file; {left} \
         are about nothing but that and not compared",
        lines.len()
    ));
    assert_eq!((lines.len(), taken, left), (113, 10, 1));
    compare(include_str!("signatures.tsv"), &lines);
}

/// Whether the content is what was signed, whether the value is right, and whether there is a path to what the test trusted.
#[test]
fn signatures_by_themselves_are_as_sound_as_another_implementation_finds_them() {
    let Some(folder) = corpus("pyhanko") else { return };
    let corpus = Corpus::read(&folder);
    let rows = ["async_validate_cms_signature", "async_validate_detached_cms"]
        .map(|api| rows(&corpus, api))
        .concat();
    assert_eq!(rows.len(), 37);
    let lines: Vec<Line> = rows.iter().flat_map(|row| sound(&corpus, row)).collect();
    compare(include_str!("sound.tsv"), &lines);
}

/// A row that has a verdict of the standard's processes.
#[derive(Clone)]
struct Row {
    file: String,
    properties: String,
    roots: String,
    said: String,
    field: String,
    test: String,
    at: String,
}

fn line(row: &Row, ours: &str) -> Line {
    // Which of the lacks of proof it is, only ours tells.
    let lacks_proof = ours.ends_with("_NO_POE") || ours.ends_with("OUT_OF_BOUNDS_NOT_REVOKED");
    let same = row.said == "INDETERMINATE/NO_POE" && lacks_proof;
    let ours = if same { row.said.clone() } else { ours.to_owned() };
    let (file, at) = (row.file.get(..16).unwrap(), row.at.get(..10).unwrap());
    Line { key: format!("{file}\t{}\t{at}", row.test), theirs: row.said.clone(), ours }
}

fn of_document(corpus: &Corpus, row: &Row) -> String {
    let facts = match ground::facts(&corpus.folder.join(&row.file), &row.test) {
        Ok(facts) => facts,
        Err(error) => return format!("refused: {}", error.code()),
    };
    let (trust, evidence, policy) =
        (corpus.trust(&row.test), corpus.evidence(&row.test, false), ground::policy(&row.test));
    let report = validation::validate(&facts, &evidence, &trust, &policy, row.moment());
    let signature = report.signatures.iter().find(|one| one.field == row.field);
    tell(row, signature);
    signature.map_or_else(|| "no such field".into(), |one| shown(one.conclusion))
}

/// Which process a row is about.
#[derive(Clone, Copy, PartialEq)]
enum Process {
    Basic,
    WithTime,
}

/// What of a row is compared.
enum Compared {
    All(String),
    /// All but whether the content is what was signed.
    ButContent(String),
    Nothing,
}

fn of_signature(corpus: &Corpus, row: &Row, process: Process) -> Compared {
    let bytes = bare::read(&corpus.folder.join(&row.file));
    let cms = match SignedData::parse(&bytes) {
        Ok(cms) => cms,
        Err(error) => return Compared::All(format!("unreadable: {error}")),
    };
    match corpus.content(&cms) {
        Content::Unknown if row.said.contains("HASH_FAILURE") => Compared::Nothing,
        Content::Unknown => {
            let content = as_signed(&cms);
            Compared::ButContent(of_content(corpus, row, process, (&bytes, &cms, content)))
        }
        content => Compared::All(of_content(corpus, row, process, (&bytes, &cms, content))),
    }
}

fn of_content(
    corpus: &Corpus,
    row: &Row,
    process: Process,
    (bytes, cms, content): (&[u8], &SignedData, Content),
) -> String {
    let facts = bare::facts(bytes, cms, &content);
    let (trust, evidence) = (corpus.trust(&row.test), corpus.evidence(&row.test, true));
    let (policy, at) = (ground::policy(&row.test), ground::moment(&row.test).unwrap_or(row.moment()));
    // What is around its content does not have the form of a signature in a document.
    if process == Process::WithTime && cms.econtent.is_none() {
        let report = validation::validate(&facts, &evidence, &trust, &policy, at);
        tell(row, report.signatures.first());
        return shown(report.signatures[0].conclusion);
    }
    let found = match ground::told(&row.test) {
        Some(status) => {
            let mut case = validation::case(&facts, &evidence, &trust, &policy, at);
            ground::tell(&mut case, status, at);
            vec![Some(Decision::new(&case, &policy, at).signature(0))]
        }
        None => validation::judgements(&facts, &evidence, &trust, &policy, at),
    };
    if std::env::var_os("PITSER_TELL").is_some() {
        println!("{} {} {}: {found:#?}", row.file, row.test, row.at);
    }
    found.first().and_then(Option::as_ref).map_or_else(
        || "unreadable".into(),
        |found| match process {
            Process::Basic => shown(found.basic.conclusion),
            Process::WithTime => shown(found.archival.conclusion),
        },
    )
}

/// Content that is in no file, as if it were what was signed.
fn as_signed(cms: &SignedData) -> Content {
    let Some(info) = cms.signer_infos.first() else { return Content::Unknown };
    let signed = info.signed_attributes.as_ref().and_then(|all| all.message_digest.clone());
    match (signed, info.digest_algorithm.clone()) {
        (Some(digest), Ok(algorithm)) => Content::Digests(vec![(algorithm, digest)]),
        _ => Content::Unknown,
    }
}

fn sound(corpus: &Corpus, row: &Row) -> Vec<Line> {
    let bytes = bare::read(&corpus.folder.join(&row.file));
    let cms = SignedData::parse(&bytes).unwrap();
    let (content, info) = (corpus.content(&cms), cms.signer_infos.first().unwrap());
    let signer = bare::signer(&cms, info);
    if row.said.starts_with("EXCEPTION") {
        let facts = bare::facts(&bytes, &cms, &content);
        let (trust, policy) = (corpus.trust(&row.test), ground::policy(&row.test));
        let report = validation::validate(&facts, &corpus.carried, &trust, &policy, row.moment());
        tell(row, report.signatures.first());
        // What pyHanko gives up at stands in the way here.
        let obstacles = report.signatures[0].obstacles().map(|check| format!("{:?}", check.question));
        return vec![line(row, &Vec::from_iter(obstacles).join(", "))];
    }
    let roots = corpus.roots.iter().filter(|root| hex::encode(root.fingerprint()).starts_with(&row.roots));
    let roots: Vec<Certificate> = roots.filter(|_| !row.roots.is_empty()).cloned().collect();
    let path = signer.map(|signer| path::build(signer, &cms.certificates, &roots, row.moment()));
    let told =
        |known: Option<bool>| known.map_or("content unknown", |holds| if holds { "True" } else { "False" });
    let ours = [
        ("intact", told(bare::is_content_right(info, &content))),
        ("valid", told(Some(signer.is_some_and(|signer| bare::is_value_right(info, signer, &content))))),
        ("trusted", told(Some(path.is_some_and(|path| path.is_ok())))),
    ];
    let lines = ours.into_iter().map(|(name, ours)| {
        let theirs =
            row.properties.split(' ').find_map(|one| one.strip_prefix(name)?.strip_prefix('=')).unwrap();
        let key = format!("{} {name}", line(row, ours).key);
        Line { key, theirs: theirs.into(), ours: ours.into() }
    });
    lines.collect()
}

/// What stands in the way, for whoever looks into a difference.
fn tell(row: &Row, signature: Option<&SignatureReport>) {
    if std::env::var_os("PITSER_TELL").is_some() {
        let rows = signature.into_iter().flat_map(|one| one.obstacles());
        let rows: Vec<String> =
            rows.map(|check| format!("{:?} {:?}", check.question, check.detail)).collect();
        println!("{} {} {}: {rows:#?}", row.file, row.test, row.at);
    }
}

fn shown(conclusion: Conclusion) -> String {
    let indication = match conclusion.indication {
        Indication::TotalPassed => "PASSED",
        Indication::Indeterminate => "INDETERMINATE",
        Indication::TotalFailed => "FAILED",
    };
    conclusion.sub_indication.map_or_else(|| indication.to_owned(), |why| format!("{indication}/{why}"))
}

impl Row {
    fn moment(&self) -> Time {
        self.at.replace("+00:00", "Z").parse().unwrap()
    }
}

fn rows(corpus: &Corpus, api: &str) -> Vec<Row> {
    let table = Table::read(&corpus.folder);
    let columns = [
        "path",
        "expected_indication",
        "field",
        "test_class",
        "validation_moment",
        "asserted_properties",
        "trust_roots_sha256_prefix",
        "api",
    ];
    let rows = table.columns(columns).filter(|[.., of]| of == api);
    rows.map(|[file, said, field, test, at, properties, roots, _]| {
        let test = test.rsplit("::").next().unwrap().to_owned();
        Row { file, properties, roots, said, field, test, at }
    })
    .collect()
}
