//! JSON against the schema that is promised.

use jsonschema::Validator;
use pitser_tests::{Simulated, pdfs, profile_of, run};
use serde_json::{Value, json};
use workflow::report::json::{Failure, failure, full, report};
use workflow::verdict::{Earlier, Missing, Piece};
use workflow::verify::{Options, examine};

use crate::stage::results;

fn schema() -> Validator {
    let text = include_str!("../../crates/report/schema/pitser-report-1.schema.json");
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
}

fn faults(schema: &Validator, line: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(line).unwrap();
    schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_kind_of_result_has_the_form_that_is_promised() {
    let schema = schema();
    for (name, examined) in results() {
        let full = full(&examined.report, &examined.objects(), name);
        assert_eq!(faults(&schema, &full), Vec::<String>::new(), "{name}: {full}");
        assert_eq!(faults(&schema, &report(&examined.report, name)), Vec::<String>::new(), "{name}");
        let mut spoilt: Value = serde_json::from_str(&full).unwrap();
        for (pointer, value) in [("/policy/hash", json!("none")), ("/trust/anchors/0", json!(1))] {
            let was = std::mem::replace(spoilt.pointer_mut(pointer).unwrap(), value);
            assert!(!faults(&schema, &spoilt.to_string()).is_empty(), "{pointer}");
            *spoilt.pointer_mut(pointer).unwrap() = was;
        }
        if name != "unsigned.pdf" {
            let value: Value = serde_json::from_str(&full).unwrap();
            assert!(!value["evidence"].as_array().unwrap().is_empty(), "{name}");
        }
    }
    let undone = Failure {
        code: "not-a-pdf".into(),
        message: "a".into(),
        cause: "b".into(),
        next: "c".into(),
        values: [("path".to_owned(), "d".to_owned())].into(),
    };
    assert_eq!(faults(&schema, &failure("a.pdf", &undone, None)), Vec::<String>::new());
    let (_, some) = results().remove(0);
    let mut report = some.report.clone();
    let standing = report.standing();
    assert_eq!(faults(&schema, &failure("a.pdf", &undone, Some(&standing))), Vec::<String>::new());

    // What most files do not have.
    report.document.repaired = Some("no startxref".into());
    report.document.cut_off = true;
    report.document.unaccounted_bytes = 3;
    report.missing = vec![Missing {
        piece: Piece::Revocation,
        subject: "Somebody".into(),
        certificate: "ab".repeat(32),
        issuers: Vec::new(),
        ocsp: vec!["http://ocsp.example/".into()],
        crls: vec!["http://crl.example/".into()],
    }];
    let (trust, policy) = (report.trust.clone(), Some(report.policy.clone()));
    report.earlier = Some(Earlier {
        validation_time: report.validation_time,
        trust,
        policy,
        same_trust: true,
        same_policy: Some(false),
    });
    let line = full(&report, &some.objects(), "a.pdf");
    assert_eq!(faults(&schema, &line), Vec::<String>::new(), "{line}");
    assert!(line.contains("\"cutOff\":true") && line.contains("\"samePolicy\":false"), "{line}");
}

#[test]
fn published_files_have_it_too() {
    let (host, schema) = (Simulated::new(902), schema());
    let profile = profile_of(&host);
    for path in ["dss", "pyhanko", "attacks"].into_iter().flat_map(pdfs) {
        host.put("/file.pdf", std::fs::read(&path).unwrap());
        let options = Options::offline();
        if let Ok(examined) = run(examine(&host, &profile, "/file.pdf".as_ref(), options)) {
            let full = full(&examined.report, &examined.objects(), "file.pdf");
            assert_eq!(faults(&schema, &full), Vec::<String>::new(), "{}: {full}", path.display());
        }
    }
}
