//! Policies, and judging again from what was saved.

use crate::bench::{Desk, Ran};

#[test]
fn what_was_saved_is_judged_again_and_prints_the_same() {
    let desk = Desk::signed("b-lt");
    let first = desk.run(&["verify", "--offline", "--json", "--save-evidence", "facts.json", "signed.pdf"]);
    assert_eq!(first.exit(), 0, "{}", first.talk());
    let again = desk.run(&["verify", "--json", "--evidence", "facts.json"]);
    assert_eq!(again.exit(), 0, "{}", again.talk());
    let (first, mut again) = (first.objects()[0].clone(), again.objects()[0].clone());
    let members = again.as_object_mut().unwrap();
    assert!(members.remove("earlier").is_some(), "that it was saved is said");
    members.insert("file".into(), first["file"].clone());
    assert_eq!(first, again);
    let later = desk.run(&["verify", "--evidence", "facts.json", "--at", "2002-01-01T00:00:00Z"]);
    assert_eq!(later.exit(), 2, "before there was a certificate: {}", later.data());
    let twice = desk.run(&["verify", "--offline", "--save-evidence", "facts.json", "signed.pdf"]);
    assert_eq!(twice.exit(), 3, "what is there stays");
    let wrong = desk.run(&["verify", "--evidence", "facts.json", "--at", "tomorrow"]);
    assert!(wrong.exit() == 3 && wrong.talk().contains("[time-form]"), "{}", wrong.talk());
    let read = desk.run(&["verify", "--offline", "--at", "2031-01-01T00:00:00Z", "signed.pdf"]);
    assert!(read.exit() == 3 && read.data().is_empty(), "about now alone: {} {}", read.exit(), read.talk());
    let none = desk.run(&["verify", "--evidence", "signed.pdf"]);
    assert!(none.exit() == 3 && none.talk().contains("[evidence-unreadable]"), "{}", none.talk());
}

#[test]
fn what_was_saved_says_when_it_is_judged_by_something_else() {
    let desk = Desk::signed("b-lt");
    let saved = desk.run(&["verify", "--offline", "--save-evidence", "facts.json", "signed.pdf"]);
    assert_eq!(saved.exit(), 0, "{}", saved.talk());
    let same = desk.run(&["--quiet", "verify", "--json", "--evidence", "facts.json"]);
    assert_eq!(same.talk(), "");
    let earlier = same.objects()[0]["earlier"].clone();
    assert_eq!((&earlier["sameTrust"], &earlier["samePolicy"]), (&true.into(), &true.into()), "{earlier}");
    assert_eq!(saved.data().matches("the document was not read").count(), 0);
    for format in [&[][..], &["--details"], &["--csv"]] {
        let told = desk.run(&[&["--quiet", "verify", "--evidence", "facts.json"], format].concat()).data();
        let saved = if format == ["--csv"] { "saved" } else { "the document was not read" };
        assert!(told.contains(saved), "{format:?}: {told}");
    }

    let stranger = ["--profile", "sk-demo", "--quiet", "verify", "--json", "--evidence", "facts.json"];
    let other = Ran(desk.bare(&stranger).output().unwrap());
    assert_eq!(other.exit(), 2, "{}", other.data());
    assert!(other.talk().contains("What is trusted is not what was trusted"), "{}", other.talk());
    assert!(other.talk().contains("then Bench"), "{}", other.talk());
    let earlier = other.objects()[0]["earlier"].clone();
    assert_eq!((&earlier["sameTrust"], &earlier["samePolicy"]), (&false.into(), &true.into()), "{earlier}");

    let strict = ["--quiet", "verify", "--json", "--policy", "auditor", "--evidence", "facts.json"];
    let strict = desk.run(&strict);
    assert!(strict.talk().contains("The policy is not the one"), "{}", strict.talk());
    let earlier = strict.objects()[0]["earlier"].clone();
    assert_eq!((&earlier["sameTrust"], &earlier["policy"]["name"]), (&true.into(), &"everyday".into()));

    let record: serde_json::Value = serde_json::from_slice(&desk.read("facts.json")).unwrap();
    assert_eq!(
        record["anchors"].as_array().unwrap().len(),
        record["trust"]["anchors"].as_array().unwrap().len()
    );
    assert!(record["policyText"].as_str().is_some_and(|text| text.starts_with('{')), "{record}");

    // One of an earlier program: without the certificates, without the policy.
    let mut old = record;
    for member in ["anchors", "policy", "policyText", "asked"] {
        old.as_object_mut().unwrap().remove(member);
    }
    desk.put("old.json", old.to_string().as_bytes());
    let ran = desk.run(&["--quiet", "verify", "--policy", "auditor", "--evidence", "old.json"]);
    assert_eq!(ran.talk(), "", "what is not known is not told");
    assert!(ran.data().contains("policy auditor ("), "{}", ran.data());
}

#[test]
fn what_was_saved_is_judged_again_into_files() {
    let desk = Desk::signed("b-lt");
    desk.run(&["verify", "--offline", "--save-evidence", "facts.json", "signed.pdf"]);
    let again =
        desk.run(&["verify", "--evidence", "facts.json", "--report-pdf", "r.pdf", "--report-xml", "r.xml"]);
    assert_eq!(again.exit(), 0, "{}", again.talk());
    assert!(desk.read("r.pdf").starts_with(b"%PDF-1.7") && desk.read("r.xml").starts_with(b"<?xml"));
}

#[test]
fn a_policy_is_named_in_the_report_and_a_slip_in_one_by_its_line() {
    let desk = Desk::signed("b-lt");
    let strict = desk.run(&["verify", "--offline", "--json", "--policy", "auditor", "signed.pdf"]);
    assert!(strict.data().contains("\"name\":\"auditor\""), "{}", strict.data());
    let text = include_str!("../../crates/validation/policies/auditor.toml");
    desk.put("own.toml", text.replace("name = \"auditor\"", "name = \"our house\"").as_bytes());
    let own = desk.run(&["verify", "--offline", "--json", "--policy", "own.toml", "signed.pdf"]);
    assert!(own.data().contains("\"name\":\"our house\""), "{}", own.data());
    // What is ours by name is ours to the last constraint.
    desk.put("lax.toml", text.replace("not-permitted = \"fail\"", "not-permitted = \"ignore\"").as_bytes());
    let lax = desk.run(&["verify", "--offline", "--policy", "lax.toml", "signed.pdf"]);
    assert!(lax.exit() == 3 && lax.talk().contains("[policy-file]"), "{}", lax.talk());
    assert!(lax.talk().contains("line 2: `auditor` is the name"), "{}", lax.talk());
    desk.put("slip.toml", text.replace("order = \"fail\"", "order = \"perhaps\"").as_bytes());
    let slip = desk.run(&["verify", "--offline", "--policy", "slip.toml", "signed.pdf"]);
    assert!(slip.exit() == 3 && slip.talk().contains("[policy-file]"), "{}", slip.talk());
    let line = text.lines().position(|line| line == "order = \"fail\"").expect("a line") + 1;
    assert!(slip.talk().contains(&format!("line {line}:")), "{}", slip.talk());
}
