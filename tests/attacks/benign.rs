//! Honest files that went on after signing: filled in, signed again, time-stamped, extended; by us, by the tools of others
//! (`fixtures/honest`), by the producers of the corpora. Nobody should be warned of them, whoever made them: each source is
//! counted by itself.
//!
//! `false_alarms.tsv` lists those that are reported all the same, with the reason.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use ades::Document;
use lopdf::Object;
use pki::{Evidence, Time};
use validation::policy::Policy;
use validation::report::{Answer, Question};
use validation::trust::Trust;
use workflow::extend::{Extension, extend};
use workflow::host::Existing;
use workflow::order::{Level, Order, Permission};

use super::stage::{Stage, form};
use super::update::{End, Update, stream};
use pitser_tests::{aloud, corpus, profile_of, run};

/// What is held against a file, and how many revisions it has; why, where it cannot be read.
fn objections(bytes: Vec<u8>, skipped: &BTreeSet<&str>) -> Result<(usize, Vec<String>), ades::Error> {
    let source = Arc::new(bytes);
    let opened = |word: Option<&str>| {
        let access = pdf::Access::reading(word.map(pdf::Password::new));
        Document::open_with(Arc::clone(&source) as Arc<dyn pdf::Source>, &access)
    };
    let with_word =
        || ["usersecret", "ownersecret", "secret"].iter().find_map(|word| opened(Some(word)).ok());
    let document = opened(None).or_else(|error| with_word().ok_or(error))?;
    let mut facts = document.facts()?;
    workflow::pages::compare(&document, &mut facts, NonZeroUsize::MIN, &|| at());
    let trust = Trust::new("none", true, Vec::new(), Vec::new());
    let report = validation::validate(&facts, &Evidence::default(), &trust, &Policy::everyday(), at());
    let asked = [
        Question::Coverage,
        Question::ChangesAfterSigning,
        Question::Pages,
        Question::CoveredContent,
        Question::FieldLooks,
    ];
    let mut found = Vec::new();
    for row in report.signatures.iter().filter(|row| !skipped.contains(row.field.as_str())) {
        let against = row.checks.iter().filter(|one| asked.contains(&one.question));
        for check in against.filter(|check| matches!(check.answer, Answer::Failed | Answer::Indeterminate)) {
            found.push(format!("{}: {:?} {:?}", row.field, check.question, check.detail));
        }
    }
    Ok((facts.document.revisions, found))
}

fn at() -> Time {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// What came of the files of one source.
#[derive(Default)]
struct Count {
    /// Files of several revisions, those that cannot be read among them: whoever gets one of these is not told that all is well.
    judged: usize,
    unreadable: usize,
    alarms: usize,
    /// Files of one revision, which nobody went on with.
    single: usize,
}

/// Honest files and what is held against them.
#[derive(Default)]
struct Files {
    sources: BTreeMap<String, Count>,
    alarms: BTreeMap<String, String>,
}

impl Files {
    fn add(&mut self, source: &str, name: &str, bytes: Vec<u8>, skipped: &BTreeSet<&str>) {
        let count = self.sources.entry(source.to_owned()).or_default();
        let found = match objections(bytes, skipped) {
            Ok((revisions, _)) if revisions < 2 => {
                count.single += 1;
                return;
            }
            Ok((_, found)) => found,
            Err(error) => {
                count.unreadable += 1;
                vec![format!("not readable: {error}")]
            }
        };
        count.judged += 1;
        if !found.is_empty() {
            count.alarms += 1;
            self.alarms.insert(format!("{source}/{name}"), found.join("; "));
        }
    }

    /// How many files there are of these sources, and how many alarms.
    fn of(&self, is_meant: impl Fn(&str) -> bool) -> (usize, usize) {
        let counts = self.sources.iter().filter(|(source, _)| is_meant(source));
        counts.fold((0, 0), |(judged, alarms), (_, count)| (judged + count.judged, alarms + count.alarms))
    }
}

#[test]
fn honest_files_raise_no_more_than_one_alarm_in_a_hundred() {
    if let Some(target) = std::env::var_os("PITSER_WRITE_HONEST") {
        return bases(Path::new(&target));
    }
    let mut files = Files::default();
    of_our_world(&mut files);
    of_others(&mut files);
    let live = of_installed(&mut files) & of_pyhanko(&mut files);
    let published = of_the_corpora(&mut files);
    let known = include_str!("false_alarms.tsv").lines().filter(|line| !line.starts_with('#'));
    let known: BTreeMap<&str, &str> = known.filter_map(|line| line.split_once('\t')).collect();
    for (source, count) in &files.sources {
        let Count { judged, unreadable, alarms, single } = count;
        aloud(&format!(
            "honest files, {source}: {judged}, of them {unreadable} not readable; alarms: {alarms}; {single} of one revision"
        ));
    }
    let unknown: Vec<_> =
        files.alarms.iter().filter(|(name, _)| !known.contains_key(name.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let theirs = |source: &str| source != OURS && source != BLANKS;
    for (source, count) in
        files.sources.iter().filter(|(source, _)| published || !source.starts_with("corpora/"))
    {
        let named = known.keys().filter(|name| name.starts_with(&format!("{source}/"))).count();
        assert_eq!(count.alarms, named, "{source}: every line of the table is met");
    }
    let (of_others, alarms) = files.of(theirs);
    aloud(&format!("honest files of others: {of_others}, alarms: {alarms}"));
    if live && published {
        assert!(of_others >= 200 && alarms * 100 <= of_others, "{of_others}: {:?}", files.alarms);
        let of_the_corpora = files.of(|source| source.starts_with("corpora/"));
        assert!(of_the_corpora.1 * 100 <= of_the_corpora.0, "{of_the_corpora:?}");
    }
}

/// What we make, and the same with blanks behind it: each is a source of its own, so that none makes the others look better.
const OURS: &str = "ours";
const BLANKS: &str = "ours, blanks behind";

/// What other tools appended to signed forms: `fixtures/honest/TOOL`, made by `attacks/honest/make`.
fn of_others(files: &mut Files) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/honest");
    let base = |name: &str| std::fs::read(folder.join("bases").join(format!("{name}.pdf"))).unwrap();
    let (mut tools, mut all) = (0, 0);
    for tool in listed(&folder).iter().filter(|tool| !tool.ends_with("bases")) {
        let source = format!("tools/{}", stem(tool));
        for path in listed(tool) {
            let name = stem(&path);
            let signed = base(name.split("--").next().unwrap());
            files.add(&source, &name, [signed, std::fs::read(&path).unwrap()].concat(), &BTreeSet::new());
            all += 1;
        }
        tools += 1;
    }
    assert!(tools >= 5 && all >= 60, "{all} files of {tools} tools");
}

/// What tools that are installed append to the same forms; whether they are there.
fn of_installed(files: &mut Files) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let keys = root.join("fixtures/keys");
    let said = |command: &mut Command| -> Option<String> {
        let name = command.get_program().to_string_lossy().into_owned();
        match command.output() {
            Ok(output) => {
                assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
                Some(String::from_utf8_lossy(&output.stdout).into_owned())
            }
            Err(error) => {
                let is_required = std::env::var_os("PITSER_REQUIRE_TOOLS").is_some_and(|wish| wish == "1");
                assert!(!is_required, "{name}: {error}");
                aloud(&format!("SKIPPED: {name} is missing"));
                None
            }
        }
    };
    let target = folder.path().join("made.pdf");
    let script = root.join("attacks/honest/fill.js");
    let store = format!("sql:{}", folder.path().display());
    let work = || -> Option<()> {
        said(Command::new("certutil").args(["-N", "--empty-password", "-d", &store]))?;
        let key = keys.join("rsa.p12");
        said(Command::new("pk12util").args(["-d", &store, "-W", "test", "-K", "", "-i"]).arg(key))?;
        for base in listed(&root.join("fixtures/honest/bases")) {
            let name = stem(&base);
            let mut add = |tool: &str, what: &str| {
                let bytes = std::fs::read(&target).unwrap();
                assert!(bytes.starts_with(&std::fs::read(&base).unwrap()), "{tool} {name}: written anew");
                files.add(&format!("tools/{tool}"), &format!("{name}--{what}"), bytes, &BTreeSet::new());
            };
            let field = ["-new-signature-field-name", "Two", "-digest", "SHA256"];
            let signing = ["-add-signature", "-nick", "rsa", "-nssdir", &store];
            said(Command::new("pdfsig").arg(&base).arg(&target).args(signing).args(field))?;
            add("pdfsig", "signed");
            if name.ends_with("packed") {
                continue;
            }
            let run =
                |what| said(Command::new("mutool").arg("run").args([&script, &base, &target]).arg(what));
            run("filled")?;
            add("mutool", "filled");
            if name.ends_with("annotations") {
                run("noted")?;
                add("mutool", "noted");
            }
            if name.starts_with("pyhanko-") && !name.ends_with("annotations") {
                let key = keys.join("p256.p12");
                let mut signing = Command::new("mutool");
                signing.args(["sign", "-P", "test", "-s"]).arg(key).arg("-o").arg(&target).arg(&base);
                said(signing.arg(waiting(&base)))?;
                add("mutool", "signed");
            }
        }
        Some(())
    };
    let mut work = work;
    work().is_some()
}

/// The number of the field that waits for a signature.
fn waiting(base: &Path) -> String {
    let document = lopdf::Document::load(base).unwrap();
    let waits = |object: &Object| {
        let field = object.as_dict().ok();
        field.and_then(|field| field.get(b"T").ok()?.as_str().ok()).is_some_and(|name| name == b"Waits")
    };
    document.objects.iter().find(|(_, object)| waits(object)).unwrap().0.0.to_string()
}

fn listed(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The forms that other tools go on with, as we sign them: written for `attacks/honest/make`.
fn bases(folder: &Path) {
    let stage = Stage::new(903);
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers/qpdf-object-streams.pdf");
    let packed = std::fs::read(packed).unwrap();
    let write = |name: &str, bytes: Vec<u8>| std::fs::write(folder.join(name), bytes).unwrap();
    write("ours-approved.pdf", stage.signed(&form(), Level::BB, None));
    write("ours-packed.pdf", stage.signed(&packed, Level::BB, None));
    write("ours-long.pdf", stage.signed(&form(), Level::BLt, None));
    write("ours-form-filling.pdf", stage.signed(&form(), Level::BB, Some(Permission::FormFilling)));
    write("ours-annotations.pdf", stage.signed(&form(), Level::BB, Some(Permission::Annotations)));
    // Not signed: for others who sign it.
    std::fs::write(folder.with_file_name("form.pdf"), form()).unwrap();
}

/// Every producer's file, signed, and then what honest people do next.
fn of_our_world(files: &mut Files) {
    let stage = Stage::new(901);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/producers");
    let mut papers: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    papers.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    papers.sort();
    let mut papers: Vec<(String, Vec<u8>)> = papers
        .iter()
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    papers.push(("form".into(), form()));
    papers.push(("hybrid".into(), hybrid()));
    for (name, paper) in papers {
        let mut add = |what: &str, bytes: Vec<u8>| {
            let source = if what.contains("behind") { BLANKS } else { OURS };
            files.add(source, &format!("{name}, {what}"), bytes, &BTreeSet::new());
        };
        let signed = stage.signed(&paper, Level::BB, None);
        add("signed twice", stage.signed(&signed, Level::BB, None));
        let long = stage.signed(&signed, Level::BLt, None);
        add("signed twice, B-LT", long.clone());
        add("signed three times", stage.signed(&long, Level::BLta, None));
        let extended = extended(&stage, &signed, Level::BLta);
        add("extended", extended.clone());
        add("renewed", self::extended(&stage, &extended, Level::BLta));
        add("signed after archiving", stage.signed(&extended, Level::BT, None));
        add("described anew", described(&long));
        for blanks in ["\n", "\r\n", "  ", "\0\0\0"] {
            add(&format!("{blanks:?} behind"), [long.as_slice(), blanks.as_bytes()].concat());
            add(&format!("{blanks:?} behind, archived"), [extended.as_slice(), blanks.as_bytes()].concat());
        }
        for end in [End::Table, End::Stream] {
            let kept = kept_for_itself(&signed, end);
            add(&format!("kept for itself and signed, {end:?}"), stage.signed(&kept, Level::BLt, None));
        }
        let sealed =
            |order: Order| Order { seal: Some(workflow::seal::SealOrder::of(&Default::default())), ..order };
        match stage.attempted(&signed, sealed) {
            Ok(sealed) => add("sealed", sealed),
            // A page of the size of a stamp.
            Err(error) => assert_eq!(error.code(), "seal-no-place", "{name}"),
        }
        for permission in [Permission::NoChanges, Permission::FormFilling, Permission::Annotations] {
            let certified = stage.signed(&paper, Level::BLt, Some(permission));
            add(&format!("certified {permission:?}"), self::extended(&stage, &certified, Level::BLta));
            if permission != Permission::NoChanges {
                add(&format!("certified {permission:?}, signed"), stage.signed(&certified, Level::BLt, None));
            }
            if permission != Permission::NoChanges && matches!(name.as_str(), "form" | "hybrid") {
                add(&format!("certified {permission:?}, filled in"), filled(&certified, End::Table));
            }
        }
        if matches!(name.as_str(), "form" | "hybrid") {
            for end in [End::Table, End::Stream] {
                add(&format!("filled in, {end:?}"), filled(&signed, end));
                let filled = filled(&long, end);
                add(&format!("filled in and signed, {end:?}"), stage.signed(&filled, Level::BLta, None));
            }
        }
    }
}

fn extended(stage: &Stage, bytes: &[u8], level: Level) -> Vec<u8> {
    let number = stage.host.files().len();
    let (document, output) = (format!("/{number}.pdf"), format!("/{number}-extended.pdf"));
    stage.host.put(&document, bytes);
    let order = Extension {
        document: document.into(),
        password: None,
        output: Some(output.clone().into()),
        existing: Existing::Keep,
        level,
    };
    run(extend(&stage.host, &profile_of(&stage.host), order)).unwrap();
    stage.host.file(output).unwrap().to_vec()
}

fn described(bytes: &[u8]) -> Vec<u8> {
    let mut update = Update::of(bytes);
    let info = update.add("<</Producer(An archive)/ModDate(D:20261123120000Z)>>");
    update.trailer.set("Info", Object::Reference((info, 0)));
    update.end(End::Table)
}

/// What a program keeps for itself in the catalog and the first page, where it says when it did so and how the keyboard leads on.
fn kept_for_itself(bytes: &[u8], end: End) -> Vec<u8> {
    let mut update = Update::of(bytes);
    let note = update.add("<</State 1>>");
    let own = |dictionary: &mut lopdf::Dictionary| {
        let mut data = lopdf::Dictionary::new();
        data.set("LastModified", Object::string_literal("D:20261123120000Z"));
        data.set("Private", Object::Reference((note, 0)));
        dictionary.set("PieceInfo", lopdf::Dictionary::from_iter([("Office", Object::Dictionary(data))]));
    };
    let (root, page) = (update.root(), update.page(1));
    update.change(root, own);
    update.change(page, |page| {
        own(page);
        page.set("LastModified", Object::string_literal("D:20261123120000Z"));
        page.set("Tabs", Object::Name(b"S".to_vec()));
    });
    update.end(end)
}

/// The form, saved once more as one for old and new readers.
fn hybrid() -> Vec<u8> {
    let mut update = Update::of(&form());
    let info = update.add("<</Producer(An office)/Title(Contract)>>");
    update.trailer.set("Info", Object::Reference((info, 0)));
    update.end(End::Hybrid)
}

fn filled(bytes: &[u8], end: End) -> Vec<u8> {
    let mut update = Update::of(bytes);
    let head = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 8 0 R>>>>";
    let look = update.add(stream(head, "/Tx BMC BT /F1 12 Tf 2 5 Td (Bob) Tj ET EMC"));
    update.change((11, 0), |field| {
        field.set("V", Object::string_literal("Bob"));
        field.set("AP", lopdf::Dictionary::from_iter([("N", Object::Reference((look, 0)))]));
    });
    update.end(end)
}

/// What pyHanko appends to the same papers; whether it is there.
fn of_pyhanko(files: &mut Files) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let venv = std::env::var_os("PITSER_INTEROP_VENV")
        .map_or_else(|| root.join("../target/interop-venv"), std::path::PathBuf::from);
    let python = venv.join("bin/python");
    if !python.exists() {
        assert!(std::env::var_os("PITSER_REQUIRE_TOOLS").is_none(), "{} is missing", python.display());
        aloud(&format!("SKIPPED: {} is missing", python.display()));
        return false;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("form.pdf"), form()).unwrap();
    let ran = Command::new(python)
        .arg(root.join("attacks/pyhanko_honest.py"))
        .arg(root.join("fixtures"))
        .arg(folder.path())
        .args(corpus("producers"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let stage = Stage::new(902);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("--") {
            let bytes = std::fs::read(&path).unwrap();
            // Then somebody signs with our program; what may not be signed is refused.
            if let Ok(signed) = stage.attempted(&bytes, |order| order) {
                files.add("pyhanko, then ours", &name, signed, &BTreeSet::new());
            }
            files.add("pyhanko", &name, bytes, &BTreeSet::new());
        }
    }
    true
}

/// Files in which something really was changed, whatever the test that they are from permits. In this one a text that nothing
/// needs was put behind the signature by hand (`test_sign_and_update_with_orphaned_obj`); pyHanko's own rules call that suspicious
/// where the test does not switch them off (`test_orphan`).
const NOT_HONEST: [&str; 1] = ["8f7ecccf26de1bb5681bbb34dccf21199963cb8059edc689aacc86ca2c69a6a4.pdf"];

/// The honest files of the published corpora; whether both are there.
fn of_the_corpora(files: &mut Files) -> bool {
    let (Some(pyhanko), Some(dss)) = (corpus("pyhanko"), corpus("dss")) else { return false };
    let table = std::fs::read_to_string(pyhanko.join("expected.tsv")).unwrap();
    // A file is honest when every signature of it is, in each row.
    let mut rows: BTreeMap<&str, (bool, BTreeSet<&str>)> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        if columns[8] != "default" || !columns[0].ends_with(".pdf") {
            continue;
        }
        let said = columns[3];
        let level = ["LTA_UPDATES", "FORM_FILLING", "NONE"]
            .iter()
            .any(|level| said.split(' ').any(|one| one == format!("modification_level={level}")));
        let honest = level && said.contains("intact=True") && !said.contains("docmdp_ok=False");
        let known = rows.entry(columns[0]).or_insert((true, BTreeSet::new()));
        known.0 &= honest;
    }
    for (path, (honest, skipped)) in rows {
        if honest && !NOT_HONEST.contains(&path) {
            files.add("corpora/pyhanko", path, std::fs::read(pyhanko.join(path)).unwrap(), &skipped);
        }
    }
    let table = std::fs::read_to_string(dss.join("expected.tsv")).unwrap();
    let mut rows: BTreeMap<&str, bool> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        if columns[0].ends_with(".pdf") && columns[19].len() + columns[20].len() > 0 {
            let unchanged = columns[19].starts_with("false(default)")
                && columns[20].starts_with("true(default)")
                && columns[15].starts_with("true")
                && !columns[15].contains("false");
            *rows.entry(columns[0]).or_insert(true) &= unchanged;
        }
    }
    for (path, honest) in rows {
        if honest {
            files.add("corpora/dss", path, std::fs::read(dss.join(path)).unwrap(), &BTreeSet::new());
        }
    }
    true
}
