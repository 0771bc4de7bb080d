//! Policies, and judging again from what was saved.

use crate::bench::Desk;

#[test]
fn what_was_saved_is_judged_again_and_prints_the_same() {
    let desk = Desk::signed("b-lt");
    let first = desk.run(&["verify", "--offline", "--json", "--save-evidence", "facts.json", "signed.pdf"]);
    assert_eq!(first.exit(), 0, "{}", first.talk());
    let again = desk.run(&["verify", "--json", "--evidence", "facts.json"]);
    assert_eq!(again.exit(), 0, "{}", again.talk());
    assert_eq!(first.data().replace("signed.pdf", ""), again.data().replace("facts.json", ""));
    let later = desk.run(&["verify", "--evidence", "facts.json", "--at", "2002-01-01T00:00:00Z"]);
    assert_eq!(later.exit(), 2, "before there was a certificate: {}", later.data());
    let twice = desk.run(&["verify", "--offline", "--save-evidence", "facts.json", "signed.pdf"]);
    assert_eq!(twice.exit(), 3, "what is there stays");
    let wrong = desk.run(&["verify", "--evidence", "facts.json", "--at", "tomorrow"]);
    assert!(wrong.exit() == 3 && wrong.talk().contains("[time-form]"), "{}", wrong.talk());
    let none = desk.run(&["verify", "--evidence", "signed.pdf"]);
    assert!(none.exit() == 3 && none.talk().contains("[evidence-unreadable]"), "{}", none.talk());
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
    desk.put("slip.toml", text.replace("order = \"fail\"", "order = \"perhaps\"").as_bytes());
    let slip = desk.run(&["verify", "--offline", "--policy", "slip.toml", "signed.pdf"]);
    assert!(slip.exit() == 3 && slip.talk().contains("[policy-file]"), "{}", slip.talk());
    let line = text.lines().position(|line| line == "order = \"fail\"").expect("a line") + 1;
    assert!(slip.talk().contains(&format!("line {line}:")), "{}", slip.talk());
}
