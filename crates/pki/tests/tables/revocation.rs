//! The OCSP and CRL cases of BoringSSL: one certificate each, its issuer, and what is said of it.

use std::collections::HashMap;
use std::path::Path as File;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pki::crl::{Crl, Listed, Lists};
use pki::ocsp::Response;
use pki::{Certificate, Error, Status, Time};

use super::corpus;

/// Rows that we judge otherwise, and why.
const OTHERWISE: [(&str, &str); 1] = [(
    // RFC 5280 §5.2.5 and §6.3.3 (b): an indirect list covers what its own issuer issued as well, as PKITS 4.14.22 has it.
    // The table is of a reader that knows no indirect lists.
    "bad_idp_indirectcrl",
    "GOOD",
)];

/// The blocks of a PEM file, by their labels.
fn blocks(file: &File) -> HashMap<String, Vec<u8>> {
    let text = std::fs::read_to_string(file).unwrap();
    let block = |part: &str| {
        let (label, rest) = part.split_once("-----")?;
        let (body, _) = rest.split_once("-----END")?;
        let body: String = body.split_ascii_whitespace().collect();
        Some((label.to_owned(), STANDARD.decode(body).unwrap()))
    };
    text.split("-----BEGIN ").skip(1).filter_map(block).collect()
}

/// By a statement that is current and not older than a week.
fn verdict(statements: &[(Status, Time, Option<Time>)], at: Time) -> &'static str {
    let age = Duration::from_secs(7 * 24 * 60 * 60);
    let is_fresh = |(_, this, next): &&(Status, Time, Option<Time>)| {
        *this <= at && this.plus(age) >= at && next.is_none_or(|next| next >= at)
    };
    match statements.iter().find(is_fresh) {
        Some((Status::Good, ..)) => "GOOD",
        Some((Status::Revoked { .. }, ..)) => "REVOKED",
        _ => "UNKNOWN",
    }
}

fn by_ocsp(blocks: &HashMap<String, Vec<u8>>, at: Time) -> Result<&'static str, Error> {
    let certificate = Certificate::from_der(&blocks["CERTIFICATE"])?;
    let issuer = Certificate::from_der(&blocks["CA CERTIFICATE"])?;
    let said = Response::parse(&blocks["OCSP RESPONSE"])?.verify_for(&certificate, &issuer, None, &[])?;
    Ok(verdict(&[(said.status, said.this_update, said.next_update)], at))
}

fn by_list(blocks: &HashMap<String, Vec<u8>>, at: Time) -> Result<&'static str, Error> {
    let certificate = Certificate::from_der(&blocks["CERTIFICATE"])?;
    let others = ["CA CERTIFICATE", "CA CERTIFICATE 2"].iter().filter_map(|label| blocks.get(*label));
    // Nobody is above them in the file: both are believed.
    let anchors: Vec<Certificate> = others.map(|der| Certificate::from_der(der)).collect::<Result<_, _>>()?;
    let lists = [Crl::parse(&blocks["CRL"])?];
    // The table is of a strict reader.
    if lists[0].flaw().is_some() {
        return Ok("UNKNOWN");
    }
    let said = Lists::new(&lists, &[], &anchors).about(&certificate, &anchors[0], &anchors[0]);
    let said: Vec<_> =
        said.iter().map(|Listed { said, .. }| (said.status, said.this_update, said.next_update)).collect();
    Ok(verdict(&said, at))
}

#[test]
fn all_102_cases_of_boringssl() {
    let Some((folder, rows)) = corpus("revocation") else { return };
    assert_eq!(rows.len(), 102);
    let mut wrong = Vec::new();
    for cells in &rows {
        let [path, expected, ..] = cells.as_slice() else { panic!("{cells:?}") };
        let file = folder.join(path.strip_prefix("pki/testdata/").unwrap());
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let blocks = blocks(&file);
        let judged = match path.contains("ocsp_unittest") {
            true => by_ocsp(&blocks, "2017-03-05T00:00:00Z".parse().unwrap()),
            false => by_list(&blocks, "2017-03-09T00:00:00Z".parse().unwrap()),
        };
        let otherwise = OTHERWISE.iter().find(|(row, _)| *row == name).map(|(_, verdict)| *verdict);
        let found = judged.as_ref().copied().unwrap_or("UNKNOWN");
        if found != otherwise.unwrap_or(expected) {
            wrong.push(format!("{name}: {expected}, but {judged:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of 102:\n{}", wrong.len(), wrong.join("\n"));
}
