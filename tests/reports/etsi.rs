//! ETSI TS 119 102-2: against the published schema, and against itself.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use pitser_tests::{Simulated, pdfs, profile_of, published, run};
use workflow::report::etsi;
use workflow::report::words::{Language, Words};
use workflow::verdict::{Missing, Piece};
use workflow::verify::{Examined, Options, examine};

use crate::stage::{results, tool};

fn written(name: &str, examined: &Examined) -> Vec<u8> {
    etsi::write(&examined.report, &examined.objects(), name, &Words::new(Language::English))
}

/// Those of these documents that the schema refuses, with what it says; nothing when schema or tool is missing.
fn refused(folder: &Path, files: usize) -> Option<String> {
    let schemas = published("schemas/etsi")?;
    // The schemas import each other by address; whoever imports them first under a path of this machine decides.
    let imports = [
        ("http://www.w3.org/XML/1998/namespace", "xml.xsd"),
        ("http://www.w3.org/2000/09/xmldsig#", "xmldsig-core-schema.xsd"),
        ("http://uri.etsi.org/01903/v1.3.2#", "XAdES01903v132-202407.xsd"),
        ("http://uri.etsi.org/02231/v2#", "ts_119612v020401_xsd.xsd"),
        ("http://uri.etsi.org/19102/v1.4.1#", "1910202xmlSchema.xsd"),
    ];
    let imports = imports.map(|(namespace, file)| {
        let place = schemas.canonicalize().unwrap().join(file);
        format!("<xs:import namespace='{namespace}' schemaLocation='{}'/>", place.display())
    });
    let all =
        format!("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>{}</xs:schema>", imports.concat());
    let schema = folder.join("all.xsd");
    std::fs::write(&schema, all).unwrap();
    let documents = (0..files).map(|number| folder.join(format!("{number}.xml")));
    let output =
        tool(Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(&schema).args(documents))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        assert_eq!(said.matches(" validates").count(), files, "{said}");
        return Some(String::new());
    }
    Some(said.lines().filter(|line| !line.ends_with(" validates")).collect::<Vec<_>>().join("\n"))
}

fn checked(documents: &[Vec<u8>]) {
    let folder = tempfile::tempdir().unwrap();
    for (number, document) in documents.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.xml")), document).unwrap();
    }
    if let Some(said) = refused(folder.path(), documents.len()) {
        assert_eq!(said, "");
    }
}

#[test]
fn what_is_wrong_with_the_file_and_what_is_missing_stand_where_the_schema_has_room() {
    let (name, mut examined) = results().remove(0);
    examined.report.document.repaired = Some("cut <off>".into());
    examined.report.document.cut_off = true;
    examined.report.document.unaccounted_bytes = 7;
    examined.report.missing = vec![Missing {
        piece: Piece::Issuer,
        subject: "Somebody".into(),
        certificate: "ab".repeat(32),
        issuers: vec!["http://ca.example/?a&b".into()],
        ocsp: Vec::new(),
        crls: Vec::new(),
    }];
    let document = written(name, &examined);
    checked(std::slice::from_ref(&document));
    let text = String::from_utf8(document).unwrap();
    for said in [
        "<pitser:Repaired cutOff=\"true\">cut &lt;off&gt;<",
        "<pitser:UnaccountedBytes>7<",
        "A signature may have been lost.",
        "<pitser:Issuer>http://ca.example/?a&amp;b<",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn every_kind_of_result_is_valid_against_the_schema() {
    let documents: Vec<Vec<u8>> = results().iter().map(|(name, examined)| written(name, examined)).collect();
    checked(&documents);
    let text = String::from_utf8_lossy(&documents[0]).into_owned();
    assert!(text.contains("noSignatureFound"), "{text}");
    // The schema itself is at work: what lacks its last element is refused.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("0.xml"),
        text.replace("<MainIndication>", "<Main>").replace("</MainIndication>", "</Main>"),
    )
    .unwrap();
    assert_ne!(refused(folder.path(), 1), Some(String::new()));
}

#[test]
fn the_indications_are_those_of_the_verdict() {
    for (name, examined) in results() {
        let text = String::from_utf8(written(name, &examined)).unwrap();
        let passed = text.matches("mainindication:total-passed<").count();
        let expected = examined.report.signatures.iter().filter(|one| {
            one.kind == workflow::verdict::SignatureKind::Signature
                && one.conclusion == workflow::verdict::Conclusion::PASSED
        });
        assert_eq!(passed, expected.count(), "{name}");
        assert!(
            text.contains(&examined.report.policy.name) && text.contains(&examined.report.trust.anchors[0])
        );
        if name == "b-lta.pdf" {
            assert!(text.contains("validationprocess:LTA") && text.contains("<DocTimeStamp"), "{text}");
            assert!(text.contains("validationObject:OCSPResponse") && text.contains("PAdESFieldName"));
            assert!(text.contains("<TrustAnchor VOReference=\"C-"), "{text}");
        }
    }
}

/// `xs:IDREFS` are not looked up by every validator.
#[test]
fn whatever_is_referred_to_is_there_and_once() {
    for (name, examined) in results() {
        let text = String::from_utf8(written(name, &examined)).unwrap();
        let values = |attribute: &str| -> Vec<String> {
            let parts = text.split(attribute).skip(1);
            parts.map(|part| part[..part.find('"').unwrap()].to_owned()).collect()
        };
        let ids = values(" id=\"");
        let known: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(known.len(), ids.len(), "{name}: {ids:?}");
        let references = values("VOReference=\"");
        let unknown: Vec<_> =
            references.iter().flat_map(|ids| ids.split(' ')).filter(|id| !known.contains(id)).collect();
        assert_eq!(unknown, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn the_same_verdict_is_written_the_same() {
    let (name, examined) = results().remove(4);
    assert_eq!(written(name, &examined), written(name, &examined));
}

#[test]
fn published_files_give_valid_reports() {
    let host = Simulated::new(901);
    let profile = profile_of(&host);
    let files: Vec<_> = ["dss", "pyhanko", "attacks"].into_iter().flat_map(pdfs).collect();
    let mut documents = Vec::new();
    let mut unread = 0;
    for path in &files {
        host.put("/file.pdf", std::fs::read(path).unwrap());
        let options = Options::offline();
        match run(examine(&host, &profile, Path::new("/file.pdf"), options)) {
            Ok(examined) => {
                // A name as hostile as a file system takes it.
                documents.push(written("a<b&c\u{1}\u{ffff}\"%\\Õ.pdf", &examined));
            }
            Err(_) => unread += 1,
        }
    }
    println!("{} reports, {unread} files that are no readable PDF", documents.len());
    checked(&documents);
}
