//! NIST PKITS 1.0.1: paths and revocation together, as of the day the suite was published.

use std::collections::BTreeSet;
use std::path::Path as File;

use pki::crl::{Crl, Lists, Verified};
use pki::path::{Path, Requirements, build_under};
use pki::{Certificate, ObjectIdentifier, Reason, Status, Time};

use super::corpus;

struct Row {
    name: String,
    valid: bool,
    certificates: Result<Vec<Certificate>, String>,
    lists: Vec<Crl>,
    requirements: Requirements,
    /// What the user-constrained-policy-set has to be; PKITS names one policy where the table is silent.
    policies: Vec<ObjectIdentifier>,
}

fn row(folder: &File, cells: &[String]) -> Row {
    let [number, title, valid, certificates, lists, inputs, ..] = cells else { panic!("{cells:?}") };
    let read = |kind: &str, name: &str, extension: &str| {
        let file = folder.join(kind).join(format!("{name}.{extension}"));
        std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let certificate =
        |name| Certificate::from_der(&read("certs", name, "crt")).map_err(|error| format!("{name}: {error}"));
    let inputs = inputs.trim_matches('"').replace("\"\"", "\"");
    let input = |name: &str| {
        let (_, rest) = inputs.split_once(&format!("Set{name}("))?;
        Some(rest.split(')').next().unwrap_or_default().trim_matches('"').to_owned())
    };
    let is_set = |name| input(name).as_deref() == Some("true");
    let set = |names: String| names.split(',').filter(|name| !name.is_empty()).map(policy).collect();
    Row {
        name: format!("{number} {title}"),
        valid: valid == "true",
        certificates: certificates.split(' ').map(certificate).collect(),
        // What cannot be read is as if it were not there.
        lists: lists.split(' ').filter_map(|name| Crl::parse(&read("crls", name, "crl")).ok()).collect(),
        requirements: Requirements {
            policies: input("InitialPolicySet").map(set).unwrap_or_default(),
            inhibit_policy_mapping: is_set("InitialPolicyMappingInhibit"),
            explicit_policy: is_set("InitialExplicitPolicy"),
            inhibit_any_policy: is_set("InitialInhibitAnyPolicy"),
        },
        policies: set(input("UserConstrainedPolicySet").unwrap_or_else(|| "NIST-test-policy-1".into())),
    }
}

fn policy(name: &str) -> ObjectIdentifier {
    let arc =
        name.strip_prefix("NIST-test-policy-").map(|number| format!("2.16.840.1.101.3.2.1.48.{number}"));
    arc.unwrap_or_else(|| "2.5.29.32.0".into()).parse().unwrap()
}

/// The path, and nobody on it revoked as far as current lists tell of everybody.
fn judged(row: &Row, at: Time) -> Result<Path, String> {
    let [anchor, pool @ ..] = row.certificates.as_deref().map_err(String::clone)? else { panic!() };
    let target = pool.last().unwrap();
    let anchors = std::slice::from_ref(anchor);
    let path =
        build_under(target, pool, anchors, at, &row.requirements).map_err(|error| error.to_string())?;
    let lists = Lists::new(&row.lists, pool, anchors);
    for (certificate, issuer) in path.pairs() {
        let statements = lists.about(certificate, issuer, anchor);
        let statements: Vec<_> = statements.iter().map(|one| one.said).collect();
        let current = statements.iter().filter(|one| one.this_update <= at && one.next_update >= Some(at));
        // A hold is over when somebody says so later.
        let good =
            statements.iter().filter(|one| one.status == Status::Good).map(|one| one.this_update).max();
        let is_over = |one: &&Verified| match one.status {
            Status::Good => true,
            Status::Revoked { reason: Some(Reason::CertificateHold), .. } => good > Some(one.this_update),
            _ => false,
        };
        if !statements.iter().all(|one| is_over(&one)) {
            return Err(format!("{} is revoked", certificate.subject()));
        }
        if current.count() == 0 {
            return Err(format!("nothing is known of {}", certificate.subject()));
        }
    }
    Ok(path)
}

#[test]
fn all_247_rows_of_pkits() {
    let Some((folder, rows)) = corpus("pkits") else { return };
    assert_eq!(rows.len(), 247);
    let at: Time = "2011-04-15T00:00:00Z".parse().unwrap();
    let mut wrong = Vec::new();
    for row in rows.iter().map(|cells| row(&folder, cells)) {
        let judged = judged(&row, at);
        let set: Option<BTreeSet<_>> = judged.as_ref().ok().map(|path| path.policies.iter().collect());
        let expected = row.valid.then(|| row.policies.iter().collect());
        if set != expected {
            wrong.push(format!("{}: valid {}, but {:?} {set:?}", row.name, row.valid, judged.as_ref().err()));
        }
    }
    assert!(wrong.is_empty(), "{} of 247:\n{}", wrong.len(), wrong.join("\n"));
}
