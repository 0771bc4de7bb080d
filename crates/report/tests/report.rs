//! What a person and what a program get to read about a signed document.
#![allow(clippy::unwrap_used)]

use report::json;
use report::text::{self, Extent};
use report::words::{Language, Words};
use serde_json::{Value, json};
use validation::report::{Cause, Objection, Report};

fn check(question: &str, answer: &str, clause: &str, detail: Value) -> Value {
    json!({ "question": question, "answer": answer, "clause": clause, "detail": detail })
}

fn passed() -> Value {
    json!({
        "program": { "name": "Pitser", "version": "0.1.0" },
        "trust": { "name": "Pitser demo", "test": true, "anchors": ["aa".repeat(32)] },
        "policy": { "name": "everyday", "hash": "bb".repeat(32) },
        "validation_time": "2026-11-22T14:05:00Z",
        "document": { "sha256": "cc".repeat(32), "size": 123_456, "revisions": 3 },
        "signatures": [{
            "kind": "signature",
            "field": "Signature1",
            "signer": {
                "name": "OK TESTNUMBER",
                "serial_number": "PNOEE-40504040001",
                "country": "EE",
                "issuer": "TEST of Pitser EID-Q",
                "certificate": "dd".repeat(32),
            },
            "conclusion": { "indication": "total-passed", "sub_indication": null },
            "level": "b-lt",
            "best_signature_time": "2026-11-22T14:03:00Z",
            "claimed_time": "2026-11-22T14:02:58Z",
            "covers_whole_file": true,
            "checks": [
                check("message-digest", "passed", "EN 319 102-1 §5.2.7", json!({ "digest": "SHA-512" })),
                check("signature-value", "passed", "EN 319 102-1 §5.2.7", json!({})),
                check("qualification", "not-judged", "TS 119 615", json!({})),
            ],
            "timestamps": [{
                "time": "2026-11-22T14:03:00Z",
                "authority": "Pitser demo TSA",
                "conclusion": { "indication": "total-passed", "sub_indication": null },
            }],
        }],
    })
}

/// The same document with one byte changed, under trust that is no test.
fn changed() -> Value {
    let mut report = passed();
    report["trust"]["test"] = json!(false);
    report["asked"] = json!("authorities");
    let signature = &mut report["signatures"][0];
    signature["conclusion"] = json!({ "indication": "total-failed", "sub_indication": "HASH_FAILURE" });
    signature["best_signature_time"] = json!(null);
    signature["covers_whole_file"] = json!(false);
    signature["timestamps"] = json!([]);
    signature["checks"] = json!([
        check(
            "message-digest",
            "failed",
            "EN 319 102-1 §5.2.7",
            json!({ "expected": "ab12", "found": "cd34" })
        ),
        check("signer-revocation", "indeterminate", "EN 319 102-1 §5.2.5", json!({})),
        check("timestamp-path", "indeterminate", "EN 319 102-1 §5.4", json!({})),
        check("time-order", "failed", "EN 319 102-1 §5.6.2.4", json!({})),
    ]);
    report
}

fn read(report: Value) -> Report {
    serde_json::from_value(report).unwrap()
}

fn written(report: Value, extent: Extent) -> String {
    text::write(&read(report), "agreement-signed.pdf", extent, &Words::new(Language::English))
}

#[test]
fn a_valid_signature_fits_on_a_screen() {
    let text = written(passed(), Extent::Short);
    assert!(text.starts_with("TEST."), "the test marking comes first");
    assert!(text.lines().count() < 20);
    insta::assert_snapshot!(text);
}

/// Of each of many it is said who and when, and only once what is the same of all; one that does not hold is told in full.
#[test]
fn many_signatures_fit_on_a_screen() {
    let mut report = passed();
    let one = report["signatures"][0].clone();
    report["signatures"] = json!(vec![one.clone(); 24]);
    let text = written(report.clone(), Extent::Short);
    assert!(text.lines().count() < 60, "{text}");
    assert_eq!(text.matches("Level: PAdES-BASELINE-LT").count(), 24, "{text}");
    assert_eq!(text.matches("The signature covers").count(), 1, "{text}");
    report["signatures"][10] = changed()["signatures"][0].clone();
    let mut warned = one;
    warned["checks"].as_array_mut().unwrap().push(check(
        "coverage",
        "warning",
        "ISO 32000-2 §12.8.1",
        json!({}),
    ));
    report["signatures"][20] = warned;
    let text = written(report, Extent::Short);
    assert_eq!(text.matches("Level: PAdES-BASELINE-LT").count(), 22, "{text}");
    for (from, to) in [(11, 12), (21, 22)] {
        let heads = [from, to].map(|number| text.find(&format!("Signature {number}")).unwrap());
        assert!(text[heads[0]..heads[1]].lines().count() >= 8, "{from}: {text}");
    }
}

#[test]
fn a_changed_document_says_what_why_and_what_to_do() {
    insta::assert_snapshot!(written(changed(), Extent::Short));
}

#[test]
fn details_show_every_question_with_its_clause() {
    insta::assert_snapshot!(written(passed(), Extent::Details));
}

#[test]
fn a_document_without_signature_is_called_unsigned_and_not_valid() {
    let mut report = passed();
    report["signatures"] = json!([]);
    let report = read(report);
    let text = text::write(&report, "a.pdf", Extent::Short, &Words::new(Language::English));
    assert!(text.contains("a.pdf: not signed"));
    assert!(json::report(&report, "a.pdf").contains(r#""result":"unsigned""#));
}

#[test]
fn where_nobody_was_asked_nobody_is_said_to_have_had_no_answer() {
    let asked = written(changed(), Extent::Details);
    assert!(asked.contains("none could be had from the authority"), "{asked}");
    let mut report = changed();
    report["asked"] = json!("nobody");
    for language in Language::ALL {
        let [nobody, authorities] = ["nobody", "authorities"].map(|who| {
            report["asked"] = json!(who);
            text::write(&read(report.clone()), "a.pdf", Extent::Details, &Words::new(language))
        });
        assert_ne!(nobody, authorities, "{language:?}");
    }
    report["asked"] = json!("nobody");
    let offline = written(report, Extent::Details);
    assert!(offline.contains("nobody was asked for it") && !offline.contains("could be had"), "{offline}");
}

/// Without evidence, as a B-B signature is offline.
fn open() -> Value {
    let mut report = passed();
    report["signatures"][0]["conclusion"] =
        json!({ "indication": "indeterminate", "sub_indication": "TRY_LATER" });
    report["missing"] = json!([
        { "piece": "revocation", "subject": "OK\u{1b}[2J", "certificate": "dd".repeat(32),
          "ocsp": ["http://ocsp.example/"], "crls": ["http://crl.example/a.crl"] },
        { "piece": "issuer", "subject": "Unit 1", "certificate": "ee".repeat(32) },
    ]);
    report
}

#[test]
fn what_is_missing_is_named_with_where_it_may_be_had() {
    let short = written(open(), Extent::Short);
    assert!(
        short.contains("2 pieces of proof are missing that could change the result: see --details"),
        "{short}"
    );
    assert!(!short.contains("http://"), "one line: {short}");
    let details = written(open(), Extent::Details);
    assert!(
        details.contains("whether the certificate of OK\u{fffd}[2J was revoked: OCSP http://ocsp.example/, CRL http://crl.example/a.crl"),
        "{details}"
    );
    assert!(
        details.contains("the certificate of the issuer of Unit 1: the certificate names no address"),
        "{details}"
    );
    let line: Value = serde_json::from_str(&json::report(&read(open()), "a.pdf")).unwrap();
    assert_eq!(line["missing"][0]["ocsp"][0], "http://ocsp.example/");
    assert_eq!(line["asked"], "nobody");
    assert!(!written(passed(), Extent::Short).contains("missing"));
}

#[test]
fn a_damaged_file_is_never_merely_not_signed() {
    let mut report = passed();
    report["document"]["repaired"] = json!("no startxref\u{1b}[2J");
    report["document"]["unaccountedBytes"] = json!(7);
    let signed = written(report.clone(), Extent::Short);
    assert!(signed.contains("This file is damaged.") && signed.contains("7 bytes stand behind"), "{signed}");
    assert!(!signed.contains("may have been lost"), "the signature is there: {signed}");
    report["signatures"] = json!([]);
    let damaged = written(report.clone(), Extent::Details);
    let said = "not signed, but the file is damaged and a signature may have been lost";
    assert!(damaged.contains(said), "{damaged}");
    assert!(damaged.contains("no startxref\u{fffd}"), "{damaged}");
    report["document"]["cutOff"] = json!(true);
    let cut = written(report.clone(), Extent::Short);
    assert!(cut.contains("not signed, but the file is cut off and a signature may have been lost"), "{cut}");
    assert!(cut.contains("its end is missing"), "{cut}");
    let line: Value = serde_json::from_str(&json::report(&read(report.clone()), "a.pdf")).unwrap();
    assert_eq!(line["document"]["cutOff"], true);
    assert_eq!(line["document"]["unaccountedBytes"], 7);
    for language in Language::ALL {
        let words = Words::new(language);
        let sound = read({
            let mut sound = report.clone();
            sound["document"] = passed()["document"].clone();
            sound
        });
        assert_ne!(text::line(&read(report.clone()), "a", &words), text::line(&sound, "a", &words));
    }
}

#[test]
fn saved_evidence_that_is_judged_by_something_else_says_so() {
    let mut report = passed();
    let then = json!({ "name": "Own", "test": false, "anchors": ["ff".repeat(32)] });
    let at = report["validation_time"].clone();
    report["earlier"] = json!({ "validation_time": at, "trust": then, "policy": null, "same_trust": false, "same_policy": null });
    let line: Value = serde_json::from_str(&json::report(&read(report.clone()), "a.pdf")).unwrap();
    assert_eq!(line["earlier"]["trust"]["source"], "Own");
    assert_eq!(line["earlier"]["sameTrust"], false);
    let words = |language| Words::new(language);
    for (language, told) in [
        (Language::English, "under another trust than when the evidence was saved: then Own (ffffffffffff)"),
        (Language::Estonian, "teise usalduse järgi kui tõendite salvestamisel: siis Own (ffffffffffff)"),
        (
            Language::Latvian,
            "pēc cita uzticības avota nekā, saglabājot pierādījumus: toreiz Own (ffffffffffff)",
        ),
        (
            Language::Lithuanian,
            "pagal kitą pasitikėjimo pagrindą nei įrašant įrodymus: tada Own (ffffffffffff)",
        ),
    ] {
        for extent in [Extent::Short, Extent::Details] {
            let text = text::write(&read(report.clone()), "a.pdf", extent, &words(language));
            assert_eq!(text.matches(told).count(), 1, "{language:?} {extent:?}: {text}");
        }
    }
}

#[test]
fn what_came_later_and_why_something_did_not_hold_is_told_in_the_readers_language() {
    let told = |what: Value, language| {
        let mut report = passed();
        report["signatures"][0]["checks"][0]["sights"] = json!([what]);
        report["signatures"][0]["checks"][0]["detail"] =
            json!({ "objection": "technical", "cause": "technical" });
        text::write(&read(report), "a.pdf", Extent::Details, &Words::new(language))
    };
    let later = json!({ "what": "later", "why": { "code": "misplaced", "found": 7, "object": 9 } });
    let cause = json!({ "what": "cause", "why": { "code": "expired", "certificate": "CN=Mari" } });
    let rule = json!({ "what": "cause", "why": { "code": "constraint", "name": "freshness" } });
    for (what, language, line) in [
        (&later, Language::English, "object 7 stands where object 9 should"),
        (&later, Language::Estonian, "objekti 9 kohal on objekt 7"),
        (&later, Language::Latvian, "objekta 9 vietā ir objekts 7"),
        (&later, Language::Lithuanian, "objekto 9 vietoje yra objektas 7"),
        (&cause, Language::English, "CN=Mari had expired"),
        (&cause, Language::Estonian, "CN=Mari oli aegunud"),
        (&rule, Language::Lithuanian, "atšaukimo duomenys turi būti švieži"),
    ] {
        let text = told(what.clone(), language);
        assert!(text.contains(line), "{language:?}: {text}");
        assert!(!text.contains("technical"), "what is told in words is not told technically: {text}");
    }
}

#[test]
fn a_file_that_could_not_be_checked_names_by_what_it_would_have_been_judged() {
    let failure = json::Failure {
        code: "not-a-pdf".into(),
        message: "This is not a PDF.".into(),
        cause: String::new(),
        next: String::new(),
        values: Default::default(),
    };
    let standing = read(passed()).standing();
    let line: Value = serde_json::from_str(&json::failure("a.pdf", &failure, Some(&standing))).unwrap();
    assert_eq!(line["policy"]["hash"], "bb".repeat(32));
    assert_eq!(line["trust"]["source"], "Pitser demo");
    assert_eq!(line["program"]["name"], "Pitser");
    assert_eq!(line["validationTime"], "2026-11-22T14:05:00Z");
    let bare: Value = serde_json::from_str(&json::failure("a.pdf", &failure, None)).unwrap();
    assert!(bare.get("policy").is_none() && bare["error"]["code"] == "not-a-pdf");
    let words = Words::new(Language::English);
    let paper = report::paper::undone(&failure, &standing, "a.pdf", &words).unwrap();
    assert!(paper.starts_with(b"%PDF-1.7"));
}

#[test]
fn a_document_time_stamp_is_nobodys_signature() {
    let mut report = passed();
    let mut stamp = report["signatures"][0].clone();
    stamp["kind"] = json!("document-timestamp");
    stamp["signer"] = json!(null);
    stamp["level"] = json!(null);
    report["signatures"].as_array_mut().unwrap().push(stamp.clone());
    let text = written(report.clone(), Extent::Short);
    assert!(text.contains("the signature is valid"), "one signature: {text}");
    assert!(text.contains("Time-stamp 2") && text.contains("Pitser demo TSA"), "{text}");
    assert!(!text.contains("Unknown signer"), "{text}");
    report["signatures"] = json!([stamp]);
    assert!(written(report, Extent::Short).contains("not signed"), "a time-stamp alone signs nothing");
}

#[test]
fn a_time_stamp_that_nobody_trusts_proves_no_time() {
    let mut report = passed();
    let stamp = &mut report["signatures"][0];
    stamp["kind"] = json!("document-timestamp");
    stamp["signer"] = json!(null);
    stamp["conclusion"] =
        json!({ "indication": "indeterminate", "sub_indication": "NO_CERTIFICATE_CHAIN_FOUND" });
    assert!(written(report.clone(), Extent::Short).contains("Existed at"), "where it is proven");
    report["signatures"][0]["best_signature_time"] = json!(null);
    let text = written(report, Extent::Short);
    assert!(!text.contains("Existed at"), "{text}");
    assert!(text.contains("Time that it states     2026-11-22 14:03:00 UTC"), "{text}");
}

#[test]
fn what_an_answer_rests_on_is_named_by_its_digest() {
    let mut report = passed();
    let used = json!([{ "kind": "ocsp", "sha256": "0a".repeat(32) }, { "kind": "timestamp", "sha256": "0b".repeat(32) }]);
    report["signatures"][0]["checks"][0]["evidence"] = used.clone();
    let text = written(report.clone(), Extent::Details);
    assert!(text.contains(&format!("Rests on: OCSP answer, {}\n", "0a".repeat(32))), "{text}");
    assert!(text.contains(&format!("Rests on: Time-stamp, {}\n", "0b".repeat(32))), "{text}");
    let line: Value = serde_json::from_str(&json::report(&read(report), "a.pdf")).unwrap();
    assert_eq!(line["signatures"][0]["checks"][0]["evidence"], used);
    assert_eq!(line["signatures"][0]["checks"][1].get("evidence"), None, "the document itself");
}

#[test]
fn what_is_known_of_a_revocation_is_not_called_unknown() {
    let mut report = changed();
    for (detail, what, why) in [
        (
            json!({}),
            "It is not known whether the signer's certificate was revoked",
            "There is no proof in the file",
        ),
        (
            json!({ "issued": "2020-01-01T00:00:00Z" }),
            "It is not known whether",
            "is too old for the time that counts",
        ),
        (
            json!({ "revoked": "2026-01-01T00:00:00Z" }),
            "is revoked or suspended, and nothing proves",
            "Since when",
        ),
    ] {
        let row = check("signer-revocation", "indeterminate", "EN 319 102-1 §5.2.6", detail);
        report["signatures"][0]["checks"] = json!([row]);
        let text = written(report.clone(), Extent::Short);
        assert!(text.contains(what) && text.contains(why), "{text}");
    }
    let mut row =
        check("signer-revocation", "indeterminate", "EN 319 102-1 §5.2.6", json!({ "issued": "2026-01-01" }));
    row["sights"] = json!([{ "what": "cause", "why": { "code": "data-incomplete" } }]);
    report["signatures"][0]["checks"] = json!([row]);
    let text = written(report, Extent::Short);
    assert!(text.contains("There is more revocation data than is looked at"), "{text}");
    assert!(text.contains("ask the authority about the certificate"), "{text}");
}

/// Twenty places are told with the check; one line of the short report is no list of them.
#[test]
fn a_page_that_looks_different_is_told_in_brief() {
    let mut report = changed();
    let place = |page: u32| json!({ "first": page, "last": page, "rect": [72.0, 144.0, 216.0, 180.0] });
    let mut sights: Vec<Value> =
        (1..=20).map(|page| json!({ "what": "differs", "place": place(page) })).collect();
    sights[0]["was"] = json!("Hello World!");
    sights[0]["is"] = json!("Manipulated now Page!");
    sights.push(json!({ "what": "more", "count": 5 }));
    let mut pages = check("pages", "indeterminate", "ISO 32000-2 §12.8.2", json!({}));
    pages["sights"] = json!(sights);
    report["signatures"][0]["checks"].as_array_mut().unwrap().push(pages);
    let second = report["signatures"][0].clone();
    report["signatures"].as_array_mut().unwrap().push(second);
    let text = written(report.clone(), Extent::Short);
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("  Pages")).collect();
    let [line] = lines[..] else { panic!("said once: {text}") };
    assert!(line.contains("“Hello World!” was replaced by “Manipulated now Page!”"), "{line}");
    assert!(line.contains("page 3,") && !line.contains("page 4,") && line.ends_with("and 22 more"), "{line}");
    assert_eq!(text.matches("The same as with signature 1").count(), 1, "{text}");
    let (what, why) =
        ("A page looks different from what was signed.\n", "No change that the file owns up to");
    assert_eq!((text.matches(what).count(), text.matches(why).count()), (2, 1), "{text}");
    let details = written(report, Extent::Details);
    assert_eq!(details.matches("page 20,").count(), 2, "each with its own check: {details}");
}

#[test]
fn what_is_wrong_with_a_time_stamp_is_not_said_of_the_signer() {
    let mut report = changed();
    let signature = &mut report["signatures"][0];
    signature["conclusion"] = json!({ "indication": "indeterminate", "sub_indication": "REVOKED_NO_POE" });
    let row =
        |question, answer| check(question, answer, "EN 319 102-1 §5.4", json!({ "cause": "it was revoked" }));
    for (signer, said, unsaid) in [
        ("passed", "The certificate of the time-stamp's authority is revoked today", "The certificate is"),
        ("indeterminate", "The certificate is revoked today", "time-stamp's authority is revoked today"),
    ] {
        let rows = json!([row("signer-revocation", signer), row("timestamp-path", "indeterminate")]);
        report["signatures"][0]["checks"] = rows;
        let text = written(report.clone(), Extent::Short);
        assert!(text.contains(said) && !text.contains(unsaid), "{text}");
    }
}

#[test]
fn names_from_the_document_cannot_forge_lines() {
    let mut report = passed();
    report["signatures"][0]["signer"]["name"] = json!("x\nTrust: real\u{1b}[2J");
    let text = written(report, Extent::Details);
    assert!(!text.contains('\u{1b}') && !text.lines().any(|line| line.starts_with("Trust: real")));
}

/// Runs of blanks would push words to where a line begins, and a name that ends like a verdict would be taken for one.
#[test]
fn names_cannot_pass_for_lines_of_their_own() {
    let mut report = passed();
    let long = format!("Mari{}Signature 2: Valid", " ".repeat(70));
    report["signatures"][0]["signer"]["name"] = json!(long);
    assert!(written(report.clone(), Extent::Short).contains("Mari Signature 2: Valid"));
    report["signatures"][0]["signer"]["name"] = json!("x".repeat(70_000));
    assert!(written(report.clone(), Extent::Short).lines().all(|line| line.chars().count() < 4_200));
    report["signatures"][0]["signer"]["name"] = json!(" \u{a0} ");
    assert!(written(report, Extent::Short).contains("Unknown signer"));
    let line = |name: &str| text::line(&read(passed()), name, &Words::new(Language::English));
    assert!(line("a.pdf").starts_with("a.pdf: "), "{}", line("a.pdf"));
    let forged = line("a.pdf: the signature is valid");
    assert!(forged.starts_with("\"a.pdf: the signature is valid\": "), "{forged}");
    let forged = line("a.pdf\": the signature is valid");
    assert!(forged.starts_with("\"a.pdf\\\": the signature is valid\": "), "{forged}");
}

/// A name with brackets would be taken for one with the number of its certificate, and one with semicolons for the facts behind it.
#[test]
fn names_cannot_pass_for_what_stands_behind_them() {
    let said = |name: &str, number: Option<&str>| {
        let mut report = passed();
        let signer = &mut report["signatures"][0]["signer"];
        (signer["name"], signer["serial_number"]) = (json!(name), json!(number));
        let text = written(report, Extent::Short);
        let line = text.lines().find_map(|line| line.trim_start().strip_prefix("Signer ")).unwrap();
        line.trim().to_owned()
    };
    assert_eq!(said("Jaan Tamm", Some("PNOEE-38001085718")), "Jaan Tamm (PNOEE-38001085718)");
    assert_eq!(said("Jaan Tamm (PNOEE-38001085718)", None), "\"Jaan Tamm (PNOEE-38001085718)\"");
    assert_eq!(said("Jaan (PNOEE-38001085718", Some("1")), "\"Jaan (PNOEE-38001085718\" (1)");
    assert_eq!(said("Jaan; Certificate from: SK", Some("1")), "\"Jaan; Certificate from: SK\" (1)");
    assert_eq!(said("Jaan", Some("1); Level: B-LTA")), "Jaan (\"1); Level: B-LTA\")");
}

/// Regulation (EU) 910/2014, article 32 (1) (e).
#[test]
fn a_pseudonym_is_told_as_one() {
    let mut report = passed();
    let before = written(report.clone(), Extent::Short);
    report["signatures"][0]["signer"]["pseudonym"] = json!(true);
    let text = written(report.clone(), Extent::Short);
    assert!(text.contains(" (pseudonym)") && !before.contains("(pseudonym)"), "{text}");
    let json: Value = serde_json::from_str(&json::report(&read(report), "a.pdf")).unwrap();
    assert_eq!(json["signatures"][0]["signer"]["pseudonym"], true);
}

#[test]
fn programs_get_a_form_that_does_not_change() {
    let line = json::report(&read(changed()), "agreement-signed.pdf");
    assert!(line.starts_with(r#"{"schema":"pitser-report/1","#) && !line.contains('\n'));
    insta::assert_json_snapshot!(serde_json::from_str::<Value>(&line).unwrap());
}

/// Every name that the printers put together from codes has its sentence, in every language.
#[test]
fn every_code_has_its_words() {
    let words = Words::new(Language::English);
    let questions = [
        "file-structure",
        "signature-dictionary",
        "byte-range",
        "contents-hole",
        "cms-format",
        "signing-certificate",
        "context",
        "revocation-freshness",
        "message-digest",
        "signature-value",
        "algorithms",
        "certificate-path",
        "certificate-validity",
        "key-usage",
        "qualified-certificate",
        "signer-revocation",
        "path-revocation",
        "timestamp-imprint",
        "timestamp-token",
        "timestamp-freshness",
        "timestamp-path",
        "timestamp-validity",
        "timestamp-purpose",
        "timestamp-revocation",
        "timestamp-algorithms",
        "time-order",
        "past-certificate",
        "past-timestamp",
        "proof-of-existence",
        "coverage",
        "changes-after-signing",
        "validation-data",
        "qualification",
    ];
    let answers =
        ["passed", "failed", "indeterminate", "warning", "information", "not-applicable", "not-judged"];
    let sub_indications = [
        "format-failure",
        "hash-failure",
        "sig-crypto-failure",
        "revoked",
        "not-yet-valid",
        "sig-constraints-failure",
        "chain-constraints-failure",
        "certificate-chain-general-failure",
        "crypto-constraints-failure-no-poe",
        "timestamp-order-failure",
        "no-signing-certificate-found",
        "no-certificate-chain-found",
        "revoked-no-poe",
        "revoked-ca-no-poe",
        "out-of-bounds-no-poe",
        "out-of-bounds-not-revoked",
        "try-later",
        "signed-data-not-found",
        "expired",
        "crypto-constraints-failure",
        "policy-processing-error",
        "signature-policy-not-available",
        "no-certificate-chain-found-no-poe",
        "revocation-out-of-bounds-no-poe",
        "no-poe",
    ];
    let names = questions.iter().flat_map(|name| [format!("question-{name}"), format!("obstacle-{name}")]);
    let names = names.chain(answers.iter().map(|name| format!("answer-{name}")));
    let names = names.chain(sub_indications.iter().map(|name| format!("sub-indication-{name}")));
    let printed = [
        "indication-total-passed",
        "indication-indeterminate",
        "indication-total-failed",
        "level-none",
        "question-unknown",
        "signature-best-time",
        "signature-best-time-none",
        "signature-claimed-time",
        "signature-coverage",
        "signature-coverage-part",
        "signature-coverage-whole",
        "signature-issuer",
        "signature-level",
        "signature-signer",
        "signature-tally-failed",
        "signature-tally-indeterminate",
        "signature-tally-information",
        "signature-tally-not-judged",
        "signature-tally-passed",
        "signature-tally-warning",
        "signature-unknown-signer",
    ];
    let names = names.chain(printed.iter().map(|name| (*name).to_owned()));
    assert_eq!(names.filter(|name| !words.has(name)).collect::<Vec<_>>(), Vec::<String>::new());
    for name in questions {
        let id = format!("obstacle-{name}");
        assert!(
            words.attribute(&id, "cause", &[]).is_some() && words.attribute(&id, "next", &[]).is_some(),
            "{id}"
        );
    }
}

#[test]
fn there_are_words_for_whatever_came_later_and_for_every_cause() {
    // Whoever does not know a code names all that he knows.
    fn known<T: serde::de::DeserializeOwned>() -> Vec<String> {
        let error = serde_json::from_value::<T>(json!({ "code": "?" })).err().unwrap().to_string();
        error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }
    let words = Words::new(Language::English);
    let (later, causes) = (known::<Objection>(), known::<Cause>());
    assert!(later.len() > 40 && causes.len() > 55, "{later:?} {causes:?}");
    // A rule has words for each of its names instead.
    let causes = causes.iter().filter(|code| *code != "constraint").map(|code| format!("cause-{code}"));
    for id in later.iter().map(|code| format!("later-{code}")).chain(causes) {
        assert!(words.has(&id), "{id}");
    }
}
