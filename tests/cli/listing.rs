//! Many files at once: a list of them, so many at a time, one line for each.

use serde_json::Value;

use crate::bench::{Desk, Ran};

/// A signed, a changed, an unsigned document, something that is none, and a name without a file.
fn desk() -> Desk {
    let desk = Desk::signed("b-lt");
    let mut changed = desk.read("signed.pdf");
    let place = changed.windows(6).position(|window| window == b"endobj").unwrap() - 3;
    changed[place] ^= 1;
    desk.put("changed.pdf", &changed);
    desk.put("letter.pdf", b"Dear Sir or Madam");
    desk
}

fn verify(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&["verify", "--offline", "--list", "list.txt"], more].concat())
}

#[test]
fn each_file_has_its_line_in_the_order_of_the_list_and_the_last_line_counts() {
    let desk = desk();
    desk.put(
        "list.txt",
        b"signed.pdf\r\n\n  \nmissing.pdf\nchanged.pdf\nletter.pdf\ncontract.pdf\nsigned.pdf",
    );
    let ran = verify(&desk, &["--jobs", "3"]);
    let text = ran.data();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(ran.exit(), 1, "a changed document weighs most: {text}");
    assert!(lines[0].starts_with("TEST. Trust: Bench"), "{text}");
    assert_eq!(lines[1], "signed.pdf: the signature is valid");
    assert!(lines[2].starts_with("missing.pdf: ") && lines[2].ends_with("[file-missing]"), "{text}");
    assert_eq!(lines[3], "changed.pdf: the signature is not valid");
    assert!(lines[4].starts_with("letter.pdf: ") && lines[4].ends_with("[not-a-pdf]"), "{text}");
    assert_eq!(lines[5], "contract.pdf: not signed");
    assert_eq!(lines[6], "signed.pdf: the signature is valid");
    assert_eq!(lines[7], "6 files: 2 valid, 1 not valid, 0 undetermined, 3 not checked or not signed");
    assert_eq!(lines.len(), 8, "{text}");
}

#[test]
fn the_exit_code_is_that_of_the_worst_file() {
    let desk = desk();
    for (list, exit) in
        [("signed.pdf\n", 0), ("signed.pdf\nmissing.pdf\n", 3), ("missing.pdf\nchanged.pdf\n", 1), ("\n", 3)]
    {
        desk.put("list.txt", list.as_bytes());
        assert_eq!(verify(&desk, &[]).exit(), exit, "{list}");
    }
}

#[test]
fn a_list_comes_from_standard_input_too_and_programs_get_an_object_a_line() {
    let desk = desk();
    let arguments = ["--profile", "bench.toml", "verify", "--offline", "--json", "--list", "-"];
    let ran = Ran(desk.bare(&arguments).write_stdin("letter.pdf\nsigned.pdf\n").output().unwrap());
    let results: Vec<(Value, Value)> =
        ran.objects().into_iter().map(|object| (object["file"].clone(), object["result"].clone())).collect();
    let expected = [("letter.pdf", "error"), ("signed.pdf", "valid")];
    assert_eq!(results, expected.map(|(file, result)| (Value::from(file), Value::from(result))));
    assert_eq!(ran.exit(), 3);
}

#[test]
fn a_line_that_is_no_path_is_told_and_stops_nothing() {
    let desk = desk();
    desk.put("list.txt", b"\xff\xfe.pdf\nsigned.pdf\n");
    let ran = verify(&desk, &[]);
    let lines: Vec<String> = ran.data().lines().map(str::to_owned).collect();
    assert!(lines[1].ends_with("[list-line]"), "{lines:?}");
    assert_eq!(lines[2], "signed.pdf: the signature is valid");
    assert_eq!(ran.exit(), 3);
}

#[test]
fn what_is_no_list_is_refused() {
    let desk = desk();
    std::fs::create_dir(desk.path("list.txt")).unwrap();
    let ran = verify(&desk, &[]);
    assert_eq!(ran.exit(), 3);
    assert!(ran.talk().contains("[list-file]"), "{}", ran.talk());
    let ran = desk.run(&["verify", "--list", "missing.txt"]);
    assert!(ran.exit() == 3 && ran.talk().contains("[list-file]"), "{}", ran.talk());
    for together in
        [&["verify", "--list", "list.txt", "signed.pdf"][..], &["verify", "--jobs", "2", "signed.pdf"]]
    {
        assert_eq!(desk.run(together).exit(), 3, "{together:?}");
    }
}

#[test]
fn hundreds_of_files_come_out_in_their_order_whoever_is_done_first() {
    let desk = desk();
    let names = ["signed.pdf", "missing.pdf", "contract.pdf", "letter.pdf"];
    let list: Vec<&str> = (0..700_usize).map(|place| names[place * place % 7 % 4]).collect();
    desk.put("list.txt", list.join("\n").as_bytes());
    let told = |jobs: &str| {
        let ran = verify(&desk, &["--jobs", jobs]);
        let lines: Vec<String> = ran.data().lines().skip(1).map(str::to_owned).collect();
        lines
    };
    let (one, many) = (told("1"), told("8"));
    assert_eq!(one.len(), 701);
    assert_eq!(one, many);
    assert!(list.iter().zip(&many).all(|(name, line)| line.starts_with(&format!("{name}: "))));
}
