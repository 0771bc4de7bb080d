//! Signatures that were there stay what they were when ours is added, and fields that wait get what they demand.
//!
//! Every signed file and every form of the corpora is signed through the whole house, in a new field and in each field
//! that waits, or refused; pyHanko's difference analysis compares before and after. What comes out is left in
//! `target/earlier`.
#![allow(clippy::unwrap_used)]

#[path = "interop/extract.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod extract;
#[path = "interop/tools.rs"]
#[allow(dead_code, reason = "shared with the interop tests")]
mod tools;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use pitser_tests::{Simulated, pdfs, profile_of, run};
use serde_json::Value;
use tools::Circumstances;
use workflow::extend::{Extension, extend};
use workflow::fields::{self, Field};
use workflow::order::{Existing, Level, Order, Permission, Signer};
use workflow::profile::Profile;

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";

/// Fields of one form that are signed, each over the form as it came.
const FIELDS: usize = 4;

/// One signing that came about, or its refusal.
struct Outcome {
    name: String,
    before: PathBuf,
    result: Result<PathBuf, String>,
}

#[test]
fn earlier_signatures_stay_what_they_were_and_fields_get_what_they_demand() {
    let folder = fresh_folder("corpora");
    let files: Vec<PathBuf> = ["pyhanko", "dss"].iter().flat_map(|name| pdfs(name)).collect();
    if files.is_empty() {
        return;
    }
    let around = circumstances(&folder);
    let (outcomes, next) = (Mutex::new(vec![]), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let host = Simulated::new(7);
                let profile = profile_of(&host);
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = each_way(&host, &profile, file, &folder);
                    outcomes.lock().unwrap().extend(found);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by(|one, other| one.name.cmp(&other.name));
    refusals(&outcomes);
    let faults = judged(&outcomes, &around, Expect::Earlier);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn signatures_of_others_stay_what_they_were_when_they_are_extended() {
    let folder = fresh_folder("extended");
    let files: Vec<PathBuf> = ["pyhanko", "dss"].iter().flat_map(|name| pdfs(name)).collect();
    if files.is_empty() {
        return;
    }
    let host = Simulated::new(7);
    let profile = profile_of(&host);
    let stamped = |file: &PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let (input, output) = (Path::new("/in").join(&name), Path::new("/out").join(&name));
        host.put(&input, std::fs::read(file).unwrap());
        let order = Extension {
            document: input,
            password: None,
            output: Some(output.clone()),
            existing: Existing::Keep,
            level: Level::BT,
        };
        let result = run(extend(&host, &profile, order));
        let result = result.map_err(|error| format!("{}: {error}", error.code())).map(|_| {
            let path = folder.join(&name);
            std::fs::write(&path, host.file(&output).unwrap()).unwrap();
            path
        });
        Outcome { name, before: file.clone(), result }
    };
    let outcomes: Vec<_> = files.iter().map(stamped).collect();
    refusals(&outcomes);
    let faults = judged(&outcomes, &circumstances(&folder), Expect::Earlier);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn fields_that_others_made_get_what_they_demand_or_a_refusal_by_its_name() {
    let folder = fresh_folder("forms");
    let around = circumstances(&folder);
    let Some(python) = tools::in_venv("python") else { return };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(python);
    command.arg(here.join("earlier/pyhanko_forms.py")).arg(here.join("fixtures/producers/mupdf.pdf"));
    let output = tools::run(command.arg(&around.others).arg(&folder)).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let host = Simulated::new(7);
    let profile = profile_of(&host);
    let mut outcomes = vec![];
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let form: Value = serde_json::from_str(line).unwrap();
        let path = Path::new(form["path"].as_str().unwrap());
        // The first is the order for a new field, which the form does not speak of.
        let in_field = each_way(&host, &profile, path, &folder).pop().unwrap();
        let refusal =
            in_field.result.as_ref().err().map(|reason| reason.split(':').next().unwrap().to_owned());
        assert_eq!(refusal.as_deref(), form["refusal"].as_str(), "{}: {:?}", in_field.name, in_field.result);
        outcomes.extend(refusal.is_none().then_some(in_field));
    }
    assert!(outcomes.len() > 20, "{} forms were signed", outcomes.len());
    for outcome in &outcomes {
        let file = outcome.result.as_ref().unwrap();
        if let Some(checked) = tools::run(Command::new("qpdf").arg("--check").arg(file)) {
            assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        }
    }
    let faults = judged(&outcomes, &around, Expect::NoEarlier);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// In a new field, and in those that wait.
fn each_way(host: &Simulated, profile: &Profile, file: &Path, folder: &Path) -> Vec<Outcome> {
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let input = Path::new("/in").join(&name);
    host.put(&input, std::fs::read(file).unwrap());
    let waiting = fields::read(host, &input).map(|form| form.waiting).unwrap_or_default();
    let plain = Order::new(&input, Signer::Person(APPROVES.parse().unwrap()), Level::BB);
    let in_fields =
        waiting.iter().take(FIELDS).map(|field| (Some(field.name.clone()), fitting(field, &plain)));
    let orders = std::iter::once((None, plain.clone())).chain(in_fields.collect::<Vec<_>>());
    let one = |(field, order): (Option<String>, Order)| {
        let name = field.map_or(name.clone(), |field| format!("{name} {field}"));
        let path = folder.join(format!("{}.signed.pdf", name.replace(['/', ' '], "_")));
        let output = Path::new("/out").join(path.file_name().unwrap());
        let signed =
            run(workflow::sign::sign(host, profile, Order { output: Some(output.clone()), ..order }));
        let result = signed.map_err(|error| format!("{}: {error}", error.code())).map(|_| {
            std::fs::write(&path, host.file(&output).unwrap()).unwrap();
            path
        });
        Outcome { name, before: file.to_owned(), result }
    };
    orders.map(one).collect()
}

/// An order as the field wants it, as far as one can say so in an order.
fn fitting(field: &Field, plain: &Order) -> Order {
    let demand = |code| field.demands.iter().find(|demand| demand.code == code && demand.required);
    let kind = demand("demand-kind").and_then(|demand| demand.accepted.first());
    Order {
        field: Some(field.name.clone()),
        level: if demand("demand-timestamp").is_some() { Level::BT } else { Level::BB },
        reason: demand("demand-reason")
            .and_then(|demand| demand.accepted.first())
            .filter(|r| *r != ".")
            .cloned(),
        certify: kind.and_then(|kind| match kind.as_str() {
            "no-changes" => Some(Permission::NoChanges),
            "form-filling" => Some(Permission::FormFilling),
            "annotations" => Some(Permission::Annotations),
            _ => None,
        }),
        ..plain.clone()
    }
}

fn refusals(outcomes: &[Outcome]) {
    let refused = outcomes.iter().filter_map(|outcome| Some((outcome, outcome.result.as_ref().err()?)));
    let mut by_code: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (outcome, reason) in refused {
        let code = reason.split(':').next().unwrap_or_default();
        by_code.entry(code).or_default().push(format!("{}: {reason}", outcome.name));
    }
    for (code, refused) in &by_code {
        println!("refused, {code}: {}", refused.len());
        refused.iter().for_each(|refused| println!("  {refused}"));
    }
}

/// Whether there are signatures already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    Earlier,
    NoEarlier,
}

/// What pyHanko objects to that it did not object to before.
fn judged(outcomes: &[Outcome], around: &Circumstances, expect: Expect) -> Vec<String> {
    let pairs: Vec<_> =
        outcomes.iter().filter_map(|one| Some((&one.before, one.result.as_ref().ok()?))).collect();
    println!("{} signings, {} refused", outcomes.len(), outcomes.len() - pairs.len());
    let Some(python) = tools::in_venv("python") else { return vec![] };
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    let answers: Vec<Value> = std::thread::scope(|scope| {
        let parts = pairs.chunks(pairs.len().div_ceil(at_once).max(1));
        let judges: Vec<_> = parts.map(|part| scope.spawn(|| pyhanko(&python, part, around))).collect();
        judges.into_iter().flat_map(|judge| judge.join().unwrap()).collect()
    });
    assert_eq!(answers.len(), pairs.len(), "pyHanko judged every file");
    let (mut faults, mut kept, mut broken, mut listed, mut unread) = (vec![], 0, 0, 0, 0);
    let known = known_objections();
    for answer in &answers {
        let name = Path::new(answer["file"].as_str().unwrap()).file_name().unwrap().to_string_lossy();
        if !answer["error"].is_null() {
            unread += 1;
            println!("not judged: {name}: {}", answer["error"]);
            continue;
        }
        for earlier in answer["earlier"].as_array().unwrap() {
            match earlier_fault(earlier) {
                Standing::WasBroken => broken += 1,
                Standing::Kept => kept += 1,
                Standing::Worse if known.iter().any(|known| is_known(known, &name, earlier)) => listed += 1,
                Standing::Worse => faults.push(format!("{name}: {earlier}")),
            }
        }
        let ours = &answer["newest"];
        if ours["holds"] != true || ours["seedValueOk"] != true || ours["docmdpOk"] == false {
            faults.push(format!("{name}: ours: {ours}"));
        }
    }
    assert!(kept > 0 || expect == Expect::NoEarlier, "pyHanko found no signature that was intact");
    println!(
        "earlier signatures: {kept} kept, {broken} were broken before, {listed} objected to for a known reason"
    );
    println!("{unread} files not judged");
    faults
}

/// pyHanko's answer about each pair of files.
fn pyhanko(python: &Path, pairs: &[(&PathBuf, &PathBuf)], around: &Circumstances) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("earlier/pyhanko_diff.py");
    let mut command = Command::new(python);
    command.arg(script).arg("--root").arg(&around.root).arg("--other").arg(&around.others);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let list: String =
        pairs.iter().map(|(before, after)| format!("{}\t{}\n", before.display(), after.display())).collect();
    let writer = std::thread::spawn(move || input.write_all(list.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// File and field of what pyHanko objects to whatever is appended, as `earlier/objections.tsv` explains.
fn known_objections() -> Vec<(String, String)> {
    let rows = include_str!("earlier/objections.tsv").lines().skip(1);
    rows.map(|row| {
        let [file, field, reason] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        assert!(!reason.is_empty(), "{file} is listed for a reason");
        (file.trim_end_matches(".pdf").to_owned(), field.to_owned())
    })
    .collect()
}

fn is_known((file, field): &(String, String), name: &str, earlier: &Value) -> bool {
    name.starts_with(file.as_str()) && earlier["field"] == field.as_str()
}

enum Standing {
    WasBroken,
    Kept,
    Worse,
}

/// Intact as it was, and nothing found behind it but what was there and the filling in that a signature is.
fn earlier_fault(earlier: &Value) -> Standing {
    const LEVELS: [&str; 5] = ["NONE", "LTA_UPDATES", "FORM_FILLING", "ANNOTATIONS", "OTHER"];
    let (was, is) = (&earlier["was"], &earlier["is"]);
    let level = |standing: &Value| {
        let name = standing["level"].as_str()?;
        LEVELS.iter().position(|level| *level == name)
    };
    if was["intact"] != true || was["docmdpOk"] == false || level(was).is_none_or(|level| level > 2) {
        return Standing::WasBroken;
    }
    let kept = is["intact"] == true && is["docmdpOk"] != false && level(is).is_some_and(|level| level <= 2);
    if kept { Standing::Kept } else { Standing::Worse }
}

fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/earlier").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder.canonicalize().unwrap()
}

fn circumstances(folder: &Path) -> Circumstances {
    let host = Simulated::new(7);
    let others = [host.world.issuing_certificate(), host.world.tsa_authority_certificate()];
    Circumstances::new(folder, host.world.root_certificate(), &others, host.world_time() / 1000)
}
