//! The stories.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::process::Command;
use std::sync::Arc;

use ades::{Document, Facts, Later};
use lopdf::{Dictionary, Object};
use pitser_tests::{profile_of, run};
use validation::policy::Policy;
use validation::record::Record;
use validation::report::{Answer, Asked, Check, Indication, Question, Report, Sight, What};
use workflow::extend::{Extension, extend};
use workflow::host::{Existing, Host};
use workflow::order::{Level, Order, Permission};
use workflow::report::text::{self, Extent};
use workflow::report::words::{Language, Words};
use workflow::seal::{Place, SealOrder, SealStyle, Spot};

use crate::saving;
use crate::shadow::{self, Which};
use crate::stage::{SCENE, Stage, form};
use crate::update::{End, Update, stream};

/// What is read of a file, its pages compared.
pub fn facts(stage: &Stage, bytes: &[u8]) -> Facts {
    let document = Document::open(Arc::new(bytes.to_vec())).unwrap();
    let mut facts = document.facts().unwrap();
    let two = NonZeroUsize::new(2).unwrap();
    workflow::pages::compare(&document, &mut facts, two, &|| stage.host.now());
    facts
}

pub fn judged(stage: &Stage, facts: &Facts, policy: &Policy) -> Report {
    validation::validate(facts, &stage.evidence, &stage.trust, policy, stage.host.now())
}

/// What is saved of it when nobody was asked.
pub fn saved(stage: &Stage, found: Facts) -> Record {
    let at = (stage.host.now(), Asked::Nobody);
    Record::new(found, stage.evidence.clone(), &stage.trust, &Policy::everyday(), at)
}

/// The answer of the first signature to a question.
pub fn answer(report: &Report, question: Question) -> &Check {
    report.signatures[0].checks.iter().find(|check| check.question == question).expect("asked")
}

fn told<'a>(check: &'a Check, name: &str) -> &'a str {
    check.detail.get(name).map_or("", String::as_str)
}

/// What the form's second field shows after it was filled in.
fn filled(bytes: &[u8], value: &str, shown: &str) -> Vec<u8> {
    let mut update = Update::of(bytes);
    let head = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 8 0 R>>>>";
    let look = update.add(stream(head, &format!("/Tx BMC BT /F1 12 Tf 2 5 Td ({shown}) Tj ET EMC")));
    update.change((11, 0), |field| {
        field.set("V", Object::string_literal(value));
        field.set("AP", Dictionary::from_iter([("N", Object::Reference((look, 0)))]));
    });
    update.end(End::Table)
}

#[test]
fn a_form_filled_in_later_is_explained_and_passes() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    let report = judged(stage, &facts(stage, &filled(&signed, "Bob", "Bob")), &Policy::everyday());
    let pages = answer(&report, Question::Pages);
    assert_eq!((pages.answer, report.overall()), (Answer::Passed, Some(Indication::TotalPassed)));
    assert!(told(pages, "explained").starts_with("page 1 [7"), "{pages:?}");
    assert!(told(pages, "explained").ends_with("]: field-value payee"), "{pages:?}");
    assert_eq!((told(pages, "same"), told(pages, "drawn")), ("1", "1"), "the second page is the same");
    assert_eq!(answer(&report, Question::CoveredContent).answer, Answer::Passed);
    assert_eq!(answer(&report, Question::FieldLooks).answer, Answer::Passed);
}

#[test]
fn a_field_that_says_one_thing_and_shows_another_is_told() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    let found = facts(stage, &filled(&signed, "Bob", "Mallory"));
    let report = judged(stage, &found, &Policy::everyday());
    let look = answer(&report, Question::FieldLooks);
    assert_eq!(look.answer, Answer::Warning);
    assert_eq!(told(look, "fields"), "page 1 [72 560 272 580] payee: \"Bob\", \"Mallory\"");
    let strict = judged(stage, &found, &Policy::auditor());
    assert_eq!(answer(&strict, Question::FieldLooks).answer, Answer::Indeterminate);
}

#[test]
fn a_field_that_was_signed_showing_another_value_is_told_where_nothing_came_later() {
    let stage = &SCENE.stage;
    for level in [Level::BB, Level::BLt] {
        for (shown, expected) in [("Bob", Answer::Passed), ("Mallory", Answer::Warning)] {
            let signed = stage.signed(&filled(&form(), "Bob", shown), level, None);
            let report = judged(stage, &facts(stage, &signed), &Policy::everyday());
            let look = answer(&report, Question::FieldLooks);
            assert_eq!(look.answer, expected, "{level:?} {shown}: {look:?}");
            let told_of =
                if shown == "Bob" { "" } else { "page 1 [72 560 272 580] payee: \"Bob\", \"Mallory\"" };
            assert_eq!(told(look, "fields"), told_of);
        }
    }
}

/// The form, its second field made into another kind, signed, and then filled in.
fn refilled(kind: impl FnOnce(&mut Dictionary), fill: impl FnOnce(&mut Dictionary)) -> Check {
    let stage = &SCENE.stage;
    let mut made = Update::of(&form());
    made.change((11, 0), kind);
    let signed = stage.signed(&made.end(End::Table), Level::BLt, None);
    let mut update = Update::of(&signed);
    update.change((11, 0), fill);
    let report = judged(stage, &facts(stage, &update.end(End::Table)), &Policy::everyday());
    answer(&report, Question::FieldLooks).clone()
}

#[test]
fn a_box_that_is_ticked_and_shows_no_tick_is_told() {
    let name = |name: &str| Object::Name(name.into());
    let ticked = |field: &mut Dictionary| {
        let looks = [("Yes", Object::Reference((16, 0))), ("Off", Object::Reference((17, 0)))];
        field.set("FT", name("Btn"));
        let looks = Object::Dictionary(Dictionary::from_iter(looks));
        field.set("AP", Dictionary::from_iter([("N", looks)]));
        field.set("V", name("Off"));
        field.set("AS", name("Off"));
    };
    let told_of = |value: &str, state: &str| {
        let check = refilled(ticked, |field| {
            field.set("V", name(value));
            field.set("AS", name(state));
        });
        (check.answer, told(&check, "fields").to_owned())
    };
    assert_eq!(told_of("Yes", "Yes"), (Answer::Passed, String::new()));
    let place = "page 1 [72 560 272 580] payee";
    assert_eq!(told_of("Yes", "Off"), (Answer::Warning, format!("{place}: \"Yes\", \"Off\"")));
    assert_eq!(told_of("Off", "Yes"), (Answer::Warning, format!("{place}: \"Off\", \"Yes\"")));
    // The value of another button of the same field: this one is off.
    assert_eq!(told_of("No", "Off"), (Answer::Passed, String::new()));
    assert_eq!(told_of("No", "Yes"), (Answer::Warning, format!("{place}: \"Off\", \"Yes\"")));
}

#[test]
fn a_choice_may_show_its_own_text_and_no_other() {
    let choice = |field: &mut Dictionary| {
        let pair = |value: &str, text: &str| {
            Object::Array(vec![Object::string_literal(value), Object::string_literal(text)])
        };
        field.set("FT", Object::Name("Ch".into()));
        field.set("Ff", 1 << 17);
        field.set("Opt", vec![pair("01", "Alice"), pair("02", "Mallory")]);
        field.set("V", Object::string_literal("01"));
    };
    let told_of = |value: &str| {
        let check = refilled(choice, |field| field.set("V", Object::string_literal(value)));
        (check.answer, told(&check, "fields").to_owned())
    };
    assert_eq!(told_of("01"), (Answer::Passed, String::new()), "its look says Alice");
    let other = "page 1 [72 560 272 580] payee: \"02\", \"Alice\"".to_owned();
    assert_eq!(told_of("02"), (Answer::Warning, other));
}

#[test]
fn archiving_and_renewing_change_no_page() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLta, None);
    stage.host.put("/archived.pdf", &signed[..]);
    let order = Extension {
        document: "/archived.pdf".into(),
        password: None,
        output: Some("/renewed.pdf".into()),
        existing: Existing::Replace,
        level: Level::BLta,
    };
    run(extend(&stage.host, &profile_of(&stage.host), order)).unwrap();
    let renewed = stage.host.file("/renewed.pdf").unwrap().to_vec();
    let report = judged(stage, &facts(stage, &renewed), &Policy::everyday());
    assert_eq!(report.overall(), Some(Indication::TotalPassed));
    for signature in &report.signatures {
        let pages = signature.checks.iter().find(|check| check.question == Question::Pages).unwrap();
        let as_due = if signature.covers_whole_file { Answer::NotApplicable } else { Answer::Passed };
        assert_eq!(pages.answer, as_due);
        assert_eq!((told(pages, "explained"), told(pages, "not-compared")), ("", ""), "{pages:?}");
        assert!(["0", ""].contains(&told(pages, "drawn")), "proof alone makes no page another: {pages:?}");
    }
}

/// A second signature, with its seal in that box of the first page.
fn sealed(bytes: &[u8], place: Place) -> Vec<u8> {
    SCENE.stage.ordered(bytes, |order| Order {
        seal: Some(SealOrder {
            spot: Some(Spot::Box { page: 1, place }),
            ..SealOrder::of(&SealStyle::default())
        }),
        ..order
    })
}

#[test]
fn a_second_seal_is_explained_and_hides_no_words_even_over_them() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    // From the top left corner: the words stand 142 points below it.
    let beside = sealed(&signed, Place { x: 72.0, y: 600.0, width: 220.0, height: 72.0 });
    let report = judged(stage, &facts(stage, &beside), &Policy::everyday());
    let pages = answer(&report, Question::Pages);
    assert_eq!((pages.answer, report.overall()), (Answer::Passed, Some(Indication::TotalPassed)));
    assert!(told(pages, "explained").contains(": signature "), "{pages:?}");
    assert_eq!(answer(&report, Question::CoveredContent).answer, Answer::Passed);

    let signed = stage.signed(&producer("mupdf"), Level::BLt, None);
    let (_, [left, _, right, _], top) = first_words(&signed);
    let over =
        sealed(&signed, Place { x: left, y: top - 10.0, width: (right - left).max(150.0), height: 60.0 });
    let report = judged(stage, &facts(stage, &over), &Policy::everyday());
    let pages = answer(&report, Question::Pages);
    assert_eq!(pages.answer, Answer::Passed, "{report:?}");
    assert!(told(pages, "explained").contains(": signature "), "{pages:?}");
    // A seal of ours has no ground: what is under it can be read.
    assert_eq!(answer(&report, Question::CoveredContent).answer, Answer::Passed);
}

/// A white stamp on the first page, added later.
fn stamped(bytes: &[u8], [left, bottom, right, top]: [f32; 4]) -> Vec<u8> {
    let mut update = Update::of(bytes);
    let look = update.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "1 g 0 0 10 10 re f"));
    let note = update.add(format!(
        "<</Type/Annot/Subtype/Stamp/F 4/Rect[{left} {bottom} {right} {top}]/AP<</N {look} 0 R>>>>"
    ));
    let page = update.page(1);
    update.change(page, |page| {
        let mut notes = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
        notes.push(Object::Reference((note, 0)));
        page.set("Annots", notes);
    });
    update.end(End::Table)
}

#[test]
fn a_note_on_a_page_that_is_not_drawn_may_lie_over_something() {
    let stage = &SCENE.stage;
    // Seven gigabytes once unpacked: nobody draws it here.
    let mut huge = Update::of(&form());
    let head = "/Type/XObject/Subtype/Image/Width 50000/Height 50000/ColorSpace/DeviceRGB/BitsPerComponent 8";
    let image = huge.add(stream(head, ""));
    let look = huge.add(stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</XObject<</Im {image} 0 R>>>>"),
        "/Im Do",
    ));
    huge.change((11, 0), |field| {
        field.set("AP", Dictionary::from_iter([("N", Object::Reference((look, 0)))]))
    });
    let certified = stage.signed(&huge.end(End::Table), Level::BLt, Some(Permission::Annotations));
    let found = facts(stage, &stamped(&certified, [72.0, 700.0, 172.0, 720.0]));
    for (policy, expected) in
        [(Policy::everyday(), Answer::Information), (Policy::auditor(), Answer::Warning)]
    {
        let report = judged(stage, &found, &policy);
        let covered = answer(&report, Question::CoveredContent);
        assert_eq!(covered.answer, expected, "{report:?}");
        assert_eq!(told(covered, "not-compared"), "page 1 [72 700 172 720]: annotation-added Stamp");
        assert!(matches!(covered.sights[..], [Sight { what: What::MayCover, .. }]), "{covered:?}");
        let text = text::write(&report, "a.pdf", Extent::Short, &Words::new(Language::English));
        assert!(text.contains("may lie over something"), "{text}");
    }
}

#[test]
fn a_note_over_the_words_is_told_with_the_words_where_notes_are_permitted() {
    let stage = &SCENE.stage;
    let plain = producer("mupdf");
    let certified = stage.signed(&plain, Level::BLt, Some(Permission::Annotations));
    let (words, [left, bottom, right, top], _) = first_words(&certified);
    let found = facts(stage, &stamped(&certified, [left, bottom, right, top]));
    let report = judged(stage, &found, &Policy::everyday());
    let covered = answer(&report, Question::CoveredContent);
    assert_eq!(covered.answer, Answer::Warning, "{report:?}");
    let expected = format!("covered {words:?}");
    assert!(told(covered, "covered").contains(&expected), "{covered:?} {expected}");
    // In the reader's language, where somebody with a ruler finds it.
    let near = |line: &str| {
        let found =
            line.split_once("1. lpp., ").and_then(|(_, rest)| rest.split_once(" mm no kreisās malas"));
        let left = f64::from(left) * 25.4 / 72.0;
        found.and_then(|(figure, _)| figure.parse::<f64>().ok()).is_some_and(|it| (it - left).abs() < 4.0)
    };
    for extent in [Extent::Short, Extent::Details] {
        let text = text::write(&report, "a.pdf", extent, &Words::new(Language::Latvian));
        let line = |what: &str, end: &str| {
            text.lines().any(|line| near(line) && line.contains(what) && line.ends_with(end))
        };
        assert!(line(": pievienota piezīme", "(Stamp)"), "{text}");
        assert!(line(": aizsedz tekstu", &format!("“{words}”")), "{text}");
        assert!(!text.contains("annotation-added") && !text.contains("covered \""), "{text}");
    }
    assert_eq!(judged(stage, &found, &Policy::auditor()).overall(), Some(Indication::Indeterminate));
}

fn producer(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/producers/{name}.pdf", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The first line of the first page, its box in user space, some points larger, and how far it is below the upper edge.
fn first_words(bytes: &[u8]) -> (String, [f32; 4], f32) {
    let pages = render::Pages::open(bytes.to_vec()).unwrap();
    let run = pages.text(0).unwrap().runs.into_iter().next().unwrap();
    let height = pages.sizes()[0].height;
    let rect =
        [run.x - 4.0, height - run.y - run.height - 4.0, run.x + run.width + 4.0, height - run.y + 4.0];
    (run.text, rect, run.y)
}

/// The objects are said to be harmless: what the pictures say counts all the same.
fn blind(mut facts: Facts) -> Facts {
    for signature in &mut facts.signatures {
        if !matches!(signature.later, Later::Nothing) {
            signature.later = Later::Archival;
        }
    }
    facts
}

#[test]
fn where_the_objects_betray_nothing_the_pictures_do() {
    let scene = &*SCENE;
    let base = scene.bases.iter().find(|base| base.form && base.certified.is_none()).unwrap();
    let cases = saving::changes(base).into_iter().chain(
        [Which::Hide, Which::Replace, Which::HideAndReplace]
            .into_iter()
            .flat_map(|which| shadow::cases(base, which)),
    );
    let (mut seen, mut unseen) = (0, BTreeMap::<String, usize>::new());
    for case in cases {
        let Ok(document) = Document::open(Arc::new(case.bytes.clone())) else { continue };
        let Ok(read) = document.facts() else { continue };
        if read.signatures.is_empty() {
            continue;
        }
        let report = judged(&scene.stage, &blind(facts(&scene.stage, &case.bytes)), &Policy::everyday());
        let pages = answer(&report, Question::Pages);
        if pages.answer == Answer::Indeterminate {
            assert_ne!(report.overall(), Some(Indication::TotalPassed), "{}", case.name);
            assert!(!told(pages, "differences").is_empty(), "{pages:?}");
            seen += 1;
        } else {
            *unseen.entry(case.name).or_default() += 1;
        }
    }
    // Scripts, layers that nothing is on, and the like are not seen in a picture.
    println!("{seen} seen, not: {unseen:#?}");
    assert!(seen >= 40, "{seen} seen, not: {unseen:#?}");
}

#[test]
fn what_was_compared_is_saved_and_judged_again_without_the_document() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    let mut update = Update::of(&signed);
    update.set((15, 0), stream("", "BT /F1 24 Tf 72 700 Td (Another page) Tj ET"));
    let found = blind(facts(stage, &update.end(End::Table)));
    let report = judged(stage, &found, &Policy::everyday());
    let pages = answer(&report, Question::Pages);
    assert_eq!(pages.answer, Answer::Indeterminate);
    let words = What::Differs { was: Some("Second page".into()), is: Some("Another page".into()) };
    assert_eq!(pages.sights.iter().map(|sight| &sight.what).collect::<Vec<_>>(), [&words]);
    assert!(told(pages, "differences").ends_with("was \"Second page\", is \"Another page\""), "{pages:?}");
    let record = saved(stage, found);
    let mut read = Record::from_json(&record.to_json()).unwrap();
    assert_eq!(judged(stage, &read.facts, &Policy::everyday()).signatures, report.signatures);
    // One that was saved before pages were compared.
    read.facts.signatures.iter_mut().for_each(|one| one.looks = None);
    let report = judged(stage, &read.facts, &Policy::everyday());
    assert_eq!(answer(&report, Question::Pages).answer, Answer::NotJudged);
}

#[test]
fn a_page_that_cannot_be_drawn_is_said_not_to_be_compared() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    let mut update = Update::of(&signed);
    let image =
        "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray";
    update.set((7, 0), stream(image, "x"));
    let report = judged(stage, &facts(stage, &update.end(End::Table)), &Policy::everyday());
    let pages = answer(&report, Question::Pages);
    assert!(told(pages, "not-compared").starts_with("pages 1-2: not drawn"), "{pages:?}");
    assert_eq!(pages.answer, Answer::Information);
    assert_eq!(report.overall(), Some(Indication::Indeterminate), "the objects tell of it");
}

/// Another renderer sees a difference in the same place, and only there.
#[test]
fn poppler_sees_the_difference_where_we_do() {
    let stage = &SCENE.stage;
    let signed = stage.signed(&form(), Level::BLt, None);
    let mut update = Update::of(&signed);
    update.set((15, 0), stream("", "BT /F1 24 Tf 72 700 Td (Second cage) Tj ET"));
    let changed = update.end(End::Table);
    let found = facts(stage, &changed);
    let differences = &found.signatures[0].looks.as_ref().unwrap().differences;
    let [difference] = &differences[..] else { panic!("{differences:?}") };
    assert_eq!((difference.page, difference.by.is_none()), (2, true));
    let folder = tempfile::tempdir().unwrap();
    let drawn = |name: &str, bytes: &[u8]| {
        let (input, output) = (folder.path().join(name), folder.path().join(format!("{name}.out")));
        std::fs::write(&input, bytes).unwrap();
        let mut pdftoppm = Command::new("pdftoppm");
        pdftoppm.args(["-r", "144", "-gray", "-f", "2", "-l", "2", "-singlefile"]).arg(&input).arg(&output);
        pdftoppm.status().ok().filter(std::process::ExitStatus::success)?;
        std::fs::read(output.with_extension("out.pgm")).ok()
    };
    let (Some(before), Some(now)) = (drawn("before", &signed), drawn("now", &changed)) else {
        assert!(std::env::var_os("PITSER_REQUIRE_TOOLS").is_none(), "pdftoppm is missing");
        return eprintln!("skipped: pdftoppm is missing");
    };
    let [left, bottom, right, top] = difference.rect;
    let (head, width) = (before.len() - 1190 * 1684, 1190);
    let places = before[head..]
        .iter()
        .zip(&now[head..])
        .enumerate()
        .filter(|(_, (one, other))| one.abs_diff(**other) > 40);
    let mut count = 0;
    for (at, _) in places {
        let (x, y) = ((at % width) as f32 / 2.0, 842.0 - (at / width) as f32 / 2.0);
        assert!(
            x > left - 2.0 && x < right + 2.0 && y > bottom - 2.0 && y < top + 2.0,
            "{x} {y} {difference:?}"
        );
        count += 1;
    }
    assert!(count > 20, "{count} pixels");
}
