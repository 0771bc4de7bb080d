//! Reports as files and as a table.

use crate::bench::Desk;

/// A signed, a changed, an unsigned document, something that is none, and a second file of a name.
fn desk() -> Desk {
    let desk = Desk::signed("b-lt");
    let signed = desk.read("signed.pdf");
    let mut changed = signed.clone();
    let place = changed.windows(6).position(|window| window == b"endobj").unwrap() - 3;
    changed[place] ^= 1;
    desk.put("changed.pdf", &changed);
    desk.put("letter.pdf", b"Dear Sir or Madam");
    std::fs::create_dir(desk.path("more")).unwrap();
    desk.put("more/signed.pdf", &signed);
    desk
}

/// The records of a table, cells unquoted; what this program writes has no end of line inside a cell.
fn records(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(table.ends_with("\r\n") && table.matches('\n').count() == table.matches("\r\n").count());
    let record = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                other => cells.last_mut().unwrap().push(other),
            }
        }
        cells
    };
    table.trim_end().split("\r\n").map(record).collect()
}

#[test]
fn a_verdict_is_filed_as_pdf_and_as_xml() {
    let desk = desk();
    let arguments = ["verify", "--offline", "signed.pdf", "--report-pdf", "r.pdf", "--report-xml", "r.xml"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.exit(), 0, "{}", ran.talk());
    assert!(ran.data().contains("Valid (TOTAL-PASSED)"), "{}", ran.data());
    assert!(desk.read("r.pdf").starts_with(b"%PDF-1.7"));
    let xml = String::from_utf8(desk.read("r.xml")).unwrap();
    assert!(xml.contains("urn:etsi:019102:mainindication:total-passed"), "{xml}");
    assert!(xml.contains("<URI>signed.pdf</URI>"), "{xml}");

    let before = desk.read("r.pdf");
    desk.run(&arguments).failed_with("output-exists");
    assert!(desk.read("r.pdf") == before);
    let again = desk.run(&[&arguments[..], &["--force"]].concat());
    assert_eq!(again.exit(), 0, "{}", again.talk());
}

#[test]
fn a_report_never_takes_the_place_of_the_document() {
    let desk = desk();
    let before = desk.read("signed.pdf");
    let ran = desk.run(&["verify", "--offline", "signed.pdf", "--report-pdf", "signed.pdf", "--force"]);
    ran.failed_with("output-is-document");
    assert!(desk.read("signed.pdf") == before);
    desk.run(&["verify", "signed.pdf", "--report-pdf", "no/where.pdf"]).failed_with("folder-missing");
    desk.run(&["verify", "signed.pdf", "changed.pdf", "--report-xml", "r.xml"]).failed_with("reports-folder");
    for together in [
        &["verify", "--list", "list.txt", "--report-pdf", "r.pdf"][..],
        &["verify", "signed.pdf", "--csv", "--json"],
        &["verify", "signed.pdf", "--reports", "more", "--report-pdf", "r.pdf"],
    ] {
        assert_eq!(desk.run(together).exit(), 3, "{together:?}");
    }
}

#[test]
fn a_report_takes_the_place_of_nothing_that_is_read_and_of_no_other_output() {
    let desk = desk();
    let signed = desk.read("signed.pdf");
    std::fs::create_dir(desk.path("out")).unwrap();
    let check = |more: &[&str]| desk.run(&[&["verify", "--offline", "signed.pdf", "--force"], more].concat());
    check(&["--report-pdf", "r", "--report-xml", "out/../r"]).failed_with("outputs-same");
    check(&["--save-evidence", "r", "--report-xml", "r"]).failed_with("outputs-same");
    assert!(!desk.path("r").exists());
    let saved = check(&["--save-evidence", "facts.json", "--report-xml", "r.xml"]);
    assert_eq!(saved.exit(), 0, "{}", saved.talk());
    let facts = desk.read("facts.json");
    let again = ["verify", "--evidence", "facts.json", "--report-xml", "facts.json", "--force"];
    assert_eq!(desk.run(&again).exit(), 3);
    assert!(desk.read("facts.json") == facts);
    desk.put("password", b"secret");
    let word = ["--document-password-file", "password", "--report-pdf", "./password"];
    check(&word).failed_with("output-is-input");
    assert!(desk.read("password") == b"secret");

    // A signed original that bears the name of a report, whether this run reads it or not.
    let reports = ["verify", "--offline", "--list", "list.txt", "--reports", "out", "--force"];
    let refused = || {
        let ran = desk.run(&reports);
        assert!(ran.exit() == 3 && ran.talk().contains("[not-a-report]"), "{}", ran.talk());
    };
    for list in ["signed.pdf\nout/00001-signed.report.pdf\n", "signed.pdf\n"] {
        desk.put("list.txt", list.as_bytes());
        desk.put("out/00001-signed.report.pdf", &signed);
        refused();
        assert!(desk.read("out/00001-signed.report.pdf") == signed);
    }
    std::fs::remove_file(desk.path("out/00001-signed.report.pdf")).unwrap();
    for _ in 0..2 {
        let ran = desk.run(&reports);
        assert_eq!(ran.exit(), 0, "reports are replaced by reports: {}", ran.talk());
    }
    for (form, start) in [("pdf", &b"%PDF"[..]), ("xml", b"<?xml"), ("json", b"{")] {
        let name = format!("out/00001-signed.report.{form}");
        let report = desk.read(&name);
        assert!(report.starts_with(start));
        let added = [&report[..], b"startxref 0"].concat();
        for other in [if form == "pdf" { &added[..] } else { b"other" }, b"", start] {
            desk.put(&name, other);
            refused();
            assert!(desk.read(&name) == other, "{name}");
        }
        desk.put(&name, &report);
    }
}

#[test]
fn a_file_that_is_no_pdf_has_a_report_too_or_is_told_why_not() {
    let desk = desk();
    let both = ["verify", "--offline", "letter.pdf", "--report-pdf", "r.pdf", "--report-xml", "r.xml"];
    let ran = desk.run(&both);
    assert_eq!(ran.exit(), 3, "{}", ran.data());
    assert!(desk.read("r.pdf").starts_with(b"%PDF-1.7"));
    assert!(!desk.path("r.xml").exists() && ran.talk().contains("no report as XML"), "{}", ran.talk());
    let only = desk.run(&["verify", "letter.pdf", "--report-pdf", "only.pdf"]);
    assert!(only.exit() == 3 && !only.talk().contains("XML"), "{}", only.talk());
    // Not over the file itself, though it is no PDF.
    let over = desk.run(&["verify", "letter.pdf", "--report-pdf", "letter.pdf", "--force"]);
    over.failed_with("output-is-document");
    assert!(desk.read("letter.pdf") == b"Dear Sir or Madam");
}

#[test]
fn a_folder_that_is_not_there_says_nothing_about_signing() {
    let desk = desk();
    let ways = ["--reports", "--report-pdf", "--save-evidence"];
    for (way, place) in ways.into_iter().zip(["no", "no/r.pdf", "no/facts.json"]) {
        let ran = desk.run(&["verify", "--offline", "signed.pdf", way, place]);
        assert!(ran.exit() == 3 && ran.talk().contains("[folder-missing]"), "{way}: {}", ran.talk());
        assert!(
            !ran.talk().contains("was signed") && !ran.talk().contains("signed file"),
            "{way}: {}",
            ran.talk()
        );
    }
}

#[test]
fn a_file_that_was_cut_off_is_not_merely_unsigned() {
    let desk = desk();
    let contract = desk.read("contract.pdf");
    let end = contract.windows(9).rposition(|window| window == b"startxref").unwrap();
    desk.put("cut.pdf", &contract[..end]);
    let said = "cut.pdf: not signed, but the file is cut off and a signature may have been lost";
    let arguments = ["verify", "--offline", "cut.pdf", "--report-xml", "r.xml"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.exit(), 3, "{}", ran.talk());
    assert!(ran.data().contains(said) && ran.data().contains("its end is missing"), "{}", ran.data());
    let xml = String::from_utf8(desk.read("r.xml")).unwrap();
    assert!(xml.contains("<pitser:Repaired cutOff=\"true\">"), "{xml}");
    desk.put("list.txt", b"cut.pdf\n");
    let list = desk.run(&["verify", "--offline", "--list", "list.txt"]);
    assert!(list.data().contains(said), "{}", list.data());
    let json = desk.run(&["verify", "--offline", "--json", "cut.pdf"]);
    assert_eq!(json.objects()[0]["document"]["cutOff"], true);
    let table = desk.run(&["verify", "--offline", "--csv", "cut.pdf"]);
    assert!(table.data().contains(",cut-off,"), "{}", table.data());
}

#[test]
fn a_signature_that_was_cut_off_is_not_told_as_none() {
    let desk = desk();
    let (contract, signed) = (desk.read("contract.pdf"), desk.read("signed.pdf"));
    for kept in [40, 300] {
        desk.put("cut.pdf", &signed[..contract.len() + kept]);
        let ran = desk.run(&["verify", "--offline", "cut.pdf"]);
        assert_eq!(ran.exit(), 3, "{kept}: {}", ran.data());
        let said =
            "cut.pdf: not signed, but the file goes on behind its end and a signature may have been lost";
        assert!(ran.data().contains(said), "{kept}: {}", ran.data());
        assert!(ran.data().contains("A signature may have been lost."), "{kept}: {}", ran.data());
        let json = desk.run(&["verify", "--offline", "--json", "cut.pdf"]).objects().remove(0);
        assert_eq!(json["document"]["unaccountedContent"], true, "{kept}: {json}");
    }
    // So long that no end is found any more.
    desk.put("cut.pdf", &signed[..contract.len() + 5_000]);
    let ran = desk.run(&["verify", "--offline", "cut.pdf"]);
    assert!(ran.data().contains("cut.pdf: not signed, but the file is cut off and a"), "{}", ran.data());
    // Blanks are nothing that could be missed.
    desk.put("blank.pdf", &[contract.as_slice(), b" \r\n\0\n"].concat());
    let ran = desk.run(&["verify", "--offline", "blank.pdf"]);
    assert!(ran.data().contains("blank.pdf: not signed\n") && !ran.data().contains("lost"), "{}", ran.data());
}

#[test]
fn many_files_have_their_reports_under_names_of_their_own() {
    let desk = desk();
    std::fs::create_dir(desk.path("out")).unwrap();
    desk.put("list.txt", b"signed.pdf\nmore/signed.pdf\nchanged.pdf\nletter.pdf\ncontract.pdf\n");
    let arguments = ["verify", "--offline", "--list", "list.txt", "--reports", "out"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.exit(), 1, "{}", ran.talk());
    let mut names: Vec<String> = std::fs::read_dir(desk.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = |number, stem: &str| {
        ["json", "pdf", "xml"].map(|extension| format!("{number:05}-{stem}.report.{extension}"))
    };
    let mut all = [expected(1, "signed"), expected(2, "signed"), expected(3, "changed")].concat();
    all.extend(expected(4, "letter").into_iter().filter(|name| !name.ends_with("xml")));
    all.extend(expected(5, "contract"));
    assert_eq!(names, all);
    let undone = String::from_utf8(desk.read("out/00004-letter.report.json")).unwrap();
    assert!(undone.contains("not-a-pdf") && undone.contains("\"policy\":{\"name\":\"everyday\""), "{undone}");
    assert!(desk.read("out/00004-letter.report.pdf").starts_with(b"%PDF-1.7"));
    assert!(ran.talk().contains("letter.pdf: there is no report as XML"), "{}", ran.talk());
    let again = desk.run(&arguments);
    assert!(again.exit() == 3 && again.talk().contains("[output-exists]"), "{}", again.talk());
}

#[test]
fn a_table_has_a_row_for_each_signature_and_each_file_without() {
    let desk = desk();
    desk.put("list.txt", b"signed.pdf\nmissing.pdf\nchanged.pdf\nletter.pdf\ncontract.pdf\n\xff.pdf\n");
    let ran = desk.run(&["verify", "--offline", "--csv", "--list", "list.txt", "--jobs", "3"]);
    assert_eq!(ran.exit(), 1);
    let records = records(&ran.data());
    let head = records[0].clone();
    let column = |name: &str| head.iter().position(|column| column == name).unwrap();
    let cells = |name: &str| -> Vec<&str> {
        records.iter().skip(1).map(|record| record[column(name)].as_str()).collect()
    };
    assert!(records.iter().all(|record| record.len() == head.len()), "{records:?}");
    assert_eq!(
        cells("file")[..5],
        ["signed.pdf", "missing.pdf", "changed.pdf", "letter.pdf", "contract.pdf"]
    );
    assert_eq!(cells("result"), ["valid", "error", "not-valid", "error", "unsigned", "error"]);
    assert_eq!(cells("error"), ["", "file-missing", "", "not-a-pdf", "", "list-line"]);
    assert_eq!(cells("subIndication")[2], "HASH_FAILURE");
    assert_eq!(cells("level")[0], "b-lt");
    assert_eq!(cells("revocationSource")[0], "OCSP");
    assert_eq!(cells("changesAfterSigning")[0], "archival");
    assert_eq!(cells("serialNumber")[0], "PNOEE-40504040001");
    assert!(cells("trust")[0].starts_with("TEST ") && cells("sha256")[0].len() == 64);
    for named in ["trust", "policy", "policySha256", "program", "validationTime"] {
        assert!(cells(named).iter().all(|cell| !cell.is_empty()), "{named}: {records:?}");
    }
    let digests: Vec<usize> = cells("evidenceSha256").iter().map(|cell| cell.len()).collect();
    assert_eq!(digests, [64, 0, 64, 0, 64, 0]);
    assert!(cells("protectionEnds")[0] > cells("bestSignatureTime")[0], "{records:?}");
    assert_eq!(cells("protectionEnds")[2], "", "what does not hold is not protected");

    let named = desk.run(&["verify", "--offline", "--csv", "signed.pdf", "contract.pdf"]);
    assert_eq!(self::records(&named.data()).len(), 3, "{}", named.data());
}
