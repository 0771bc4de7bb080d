//! What can change what a document shows: told before it is signed, and by every verdict afterwards.

use std::path::Path;

use ades::Facts;
use lopdf::{Dictionary, Object};
use pitser_tests::{profile_of, run};
use serde_json::Value;
use validation::policy::{self, Policy};
use validation::record::Record;
use validation::report::{Answer, Indication, Place, Question, Sight, What};
use workflow::active::active;
use workflow::host::Host;
use workflow::order::{Level, Order, Signer};
use workflow::show;
use workflow::sign::sign;

use crate::stage::SCENE;
use crate::stories::{answer, facts, judged, saved};
use crate::update::{End, Update, stream};

/// An ordinary letter.
fn letter() -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/producers/mupdf.pdf", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The letter with one object more, to which the catalog or the page refers under a key.
fn with(on_page: bool, key: &str, object: &str) -> Vec<u8> {
    let mut update = Update::of(&letter());
    let added = update.add(object);
    let holder = if on_page { update.page(1) } else { update.root() };
    update.change(holder, |holder| holder.set(key, Object::Reference((added, 0))));
    update.end(End::Table)
}

fn with_annotation(rest: &str) -> Vec<u8> {
    with(true, "Annots", &format!("[<</Type/Annot/Rect[72 400 272 440]{rest}>>]"))
}

const SCRIPT: &str = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

/// Each kind, with what the window warns of and whether it has a place.
fn kinds() -> Vec<(&'static str, Vec<u8>, Option<Place>)> {
    let page = |rect| Some(Place { first: 1, last: 1, rect });
    let rect = Some([72.0, 400.0, 272.0, 440.0]);
    let mut external = Update::of(&letter());
    let elsewhere = external.add(stream("/F(elsewhere.txt)", ""));
    let first = external.page(1);
    external.change(first, |page| page.set("Contents", Object::Reference((elsewhere, 0))));
    let mut layers = Update::of(&letter());
    let layer = layers.add("<</Type/OCG/Name(Price)>>");
    let root = layers.root();
    layers.change(root, |root| {
        let groups = Object::Array(vec![Object::Reference((layer, 0))]);
        root.set("OCProperties", Dictionary::from_iter([("OCGs", groups)]));
    });
    // Signing takes the wish for other looks away where all fields have theirs; this one has none.
    let field = "<</T(a)/FT/Tx/V(10)/Subtype/Widget/Rect[72 400 272 440]>>";
    let form = format!("<</Fields[{field}]/NeedAppearances true>>");
    vec![
        ("script", with(false, "OpenAction", SCRIPT), None),
        ("script", with(true, "AA", &format!("<</O{SCRIPT}>>")), page(None)),
        ("action", with_annotation("/Subtype/Link/A<</S/Launch/F(a.exe)>>"), page(rect)),
        ("multimedia", with_annotation("/Subtype/Screen"), page(rect)),
        ("layers", layers.end(End::Table), None),
        ("external", external.end(End::Table), page(None)),
        ("xfa", with(false, "AcroForm", "<</Fields[]/XFA(xdp)>>"), None),
        ("form-remade", with(false, "AcroForm", &form), None),
    ]
}

fn kind(sight: &Sight) -> String {
    let What::Active { kind, count: 1 } = &sight.what else { panic!("{sight:?}") };
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn each_kind_is_told_before_signing_and_in_the_verdict() {
    let stage = &SCENE.stage;
    for (number, (expected, document, place)) in kinds().into_iter().enumerate() {
        let name = format!("/active-{number}.pdf");
        stage.host.put(&name, document.clone());
        let before = active(&stage.host, Path::new(&name), None).unwrap();
        assert_eq!(before.iter().map(kind).collect::<Vec<_>>(), [expected], "{number}");
        assert_eq!(before[0].place, place, "{expected} {number}");
        let shown = show::open(&stage.host, Path::new(&name), None).unwrap();
        let warnings: Vec<_> = shown.warnings().iter().map(|warning| warning.code()).collect();
        assert!(warnings.contains(&expected), "{expected}: {warnings:?}");

        let signed = stage.signed(&document, Level::BLt, None);
        let found = facts(stage, &signed);
        let report = judged(stage, &found, &Policy::everyday());
        let row = answer(&report, Question::ActiveContent);
        assert_eq!((row.answer, &row.sights), (Answer::Information, &before), "{expected}");
        assert!(row.detail.get("active").is_some_and(|told| told.contains(expected)), "{row:?}");
        assert_eq!(report.overall(), Some(Indication::TotalPassed), "no verdict is another for it");
        let auditor = judged(stage, &found, &Policy::auditor());
        assert_eq!(answer(&auditor, Question::ActiveContent).answer, Answer::Warning, "{expected}");
        let mut strict = Policy::everyday();
        strict.changes.active_content = policy::Level::Fail;
        assert_eq!(judged(stage, &found, &strict).overall(), Some(Indication::Indeterminate), "{expected}");
    }
}

#[test]
fn an_ordinary_letter_has_none_of_it() {
    let stage = &SCENE.stage;
    stage.host.put("/ordinary.pdf", letter());
    assert_eq!(active(&stage.host, Path::new("/ordinary.pdf"), None).unwrap(), []);
    let report = judged(stage, &facts(stage, &stage.signed(&letter(), Level::BLt, None)), &Policy::auditor());
    let row = answer(&report, Question::ActiveContent);
    assert_eq!((row.answer, row.sights.len(), row.detail.iter().count()), (Answer::Passed, 0, 0));
}

#[test]
fn what_comes_in_after_signing_is_told_as_well() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&letter(), Level::BB, None);
    let mut update = Update::of(&signed);
    let script = update.add(SCRIPT);
    let root = update.root();
    update.change(root, |root| root.set("OpenAction", Object::Reference((script, 0))));
    let report = judged(stage, &facts(stage, &update.end(End::Table)), &Policy::everyday());
    assert_eq!(answer(&report, Question::ActiveContent).answer, Answer::Information);
    assert_ne!(answer(&report, Question::ChangesAfterSigning).answer, Answer::Passed);
}

#[test]
fn it_is_saved_with_the_facts_and_open_where_nobody_looked() {
    let stage = &SCENE.stage;
    let found = facts(stage, &stage.signed(&with(false, "OpenAction", SCRIPT), Level::BLt, None));
    let now = stage.host.now();
    let of_now = |facts: &Facts| {
        validation::validate(facts, &stage.evidence, &stage.trust, &Policy::everyday(), now).signatures
    };
    let signatures = of_now(&found);
    let record = saved(stage, found);
    let read = Record::from_json(&record.to_json()).unwrap();
    assert_eq!(of_now(&read.facts), signatures);
    // One that was saved before anybody looked for it.
    let mut old: Value = serde_json::from_slice(record.to_json().as_ref()).unwrap();
    assert!(old["facts"].as_object_mut().unwrap().remove("active").is_some());
    let old = Record::from_json(old.to_string().as_ref()).unwrap();
    let report = judged(stage, &old.facts, &Policy::everyday());
    assert_eq!(answer(&report, Question::ActiveContent).answer, Answer::NotJudged);
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
}

#[test]
fn the_report_right_after_signing_tells_it() {
    let stage = &SCENE.stage;
    for (name, document, told) in [
        ("/plain-letter.pdf", letter(), Answer::Passed),
        ("/letter-with-a-script.pdf", with(false, "OpenAction", SCRIPT), Answer::Information),
    ] {
        stage.host.put(name, document);
        let signer = Signer::Person("PNOEE-40504040001".parse().unwrap());
        let order =
            Order { output: Some(format!("{name}-out").into()), ..Order::new(name, signer, Level::BB) };
        let _alone = stage.alone();
        let mut signed = run(sign(&stage.host, &profile_of(&stage.host), order)).unwrap();
        assert_eq!(answer(&signed.report, Question::ActiveContent).answer, Answer::NotJudged);
        workflow::active::answer(&stage.host, &mut signed, None);
        assert_eq!(answer(&signed.report, Question::ActiveContent).answer, told, "{name}");
    }
}
