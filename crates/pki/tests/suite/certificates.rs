use pki::{Certificate, Evidence, ObjectIdentifier};

use super::{certificate, fixture, forge, time};

#[test]
fn a_signer_of_the_baltics_is_read() {
    let signer = certificate("signer");
    let subject = signer.subject();
    assert_eq!(subject.common_name.as_deref(), Some("SIGNER,ŽANNA"));
    assert_eq!(subject.given_name.as_deref(), Some("ŽANNA"));
    assert_eq!(subject.serial_number.as_deref(), Some("PNOEE-30303039914"));
    assert_eq!(
        subject.to_string(),
        "serialNumber=PNOEE-30303039914,SN=SIGNER,GN=ŽANNA,CN=SIGNER\\,ŽANNA,C=EE"
    );
    assert_eq!(signer.issuer().to_string(), "CN=Example Authority,O=Example,C=EE");
    assert_eq!(signer.document_number().as_deref(), Some("PNOEE-30303039914-TEST-Q"));
    assert_eq!(signer.serial_hex(), "1003");
    assert_eq!(
        (signer.not_before(), signer.not_after()),
        (time("2020-01-01T00:00:00Z"), time("2120-01-01T00:00:00Z"))
    );
    assert_eq!(signer.ocsp_urls(), ["http://example.org/ocsp"]);
    assert_eq!(signer.ca_issuer_urls(), ["http://example.org/ca.crt"]);
    assert_eq!(signer.crl_urls(), ["http://example.org/ca.crl"]);
    let usage = signer.key_usage().unwrap();
    assert!(usage.non_repudiation && !usage.digital_signature && !usage.key_cert_sign);
    let policies: Vec<String> = signer.policies().iter().map(ObjectIdentifier::to_string).collect();
    assert_eq!(policies, ["1.3.6.1.4.1.10015.17.2", "0.4.0.194112.1.2"]);
    let statements = signer.qc_statements();
    assert!(statements.compliance && statements.sscd && statements.legislations.is_empty());
    assert_eq!(statements.types, [ObjectIdentifier::new_unwrap("0.4.0.1862.1.6.1")]);
    assert!(signer.unknown_critical_extensions().is_empty() && !signer.ocsp_nocheck());
}

#[test]
fn authorities_and_servants_say_what_they_are() {
    let authority = certificate("authority");
    let constraints = authority.basic_constraints().unwrap();
    assert_eq!((constraints.ca, constraints.path_length), (true, Some(0)));
    assert!(certificate("responder").ocsp_nocheck());
    assert!(certificate("unit").extended_key_usage_is_critical());
    assert!(!certificate("unit_not_critical").extended_key_usage_is_critical());
    assert_eq!(certificate("critical").unknown_critical_extensions().len(), 1);
    assert!(certificate("root").is_self_signed() && !authority.is_self_signed());
    assert_eq!(certificate("signer").is_issued_by(&authority), Ok(()));
    assert_eq!(
        certificate("signer").is_issued_by(&certificate("impostor")),
        Err(pki::Error::SignatureInvalid)
    );
    assert_eq!(certificate("signer").is_issued_by(&certificate("root")), Err(pki::Error::NameMismatch));
}

#[test]
fn validity_includes_both_ends() {
    let signer = certificate("signer");
    for (at, valid) in [
        ("2019-12-31T23:59:59.999Z", false),
        ("2020-01-01T00:00:00Z", true),
        ("2120-01-01T00:00:00Z", true),
        ("2120-01-01T00:00:01Z", false),
    ] {
        assert_eq!(signer.is_valid_at(time(at)), valid, "{at}");
    }
}

#[test]
fn pem_and_json_keep_the_bytes() {
    use base64::Engine as _;
    let der = fixture("signer.crt");
    let text = base64::engine::general_purpose::STANDARD.encode(&der);
    let pem = format!("words\n-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n").repeat(2);
    let read = Certificate::from_pem(&pem).unwrap();
    assert_eq!(read, [certificate("signer"), certificate("signer")]);
    let evidence = Evidence::from_parts(read, vec![vec![1], vec![2], vec![1]], vec![]);
    assert_eq!((evidence.certificates.len(), evidence.ocsp.len()), (1, 2));
    let json = serde_json::to_string(&evidence).unwrap();
    assert!(json.contains(&text));
    assert_eq!(serde_json::from_str::<Evidence>(&json).unwrap(), evidence);
}

#[test]
fn an_authority_is_not_too_short_lived_to_be_revoked() {
    let no_revocation = forge::extension("2.5.29.56", false, &[5, 0]);
    let says =
        |extensions: &[Vec<u8>]| forge::certificate(("Mari", 2), ("Root", 0), 2, extensions).is_short_term();
    assert!(says(std::slice::from_ref(&no_revocation)));
    assert!(!says(&[forge::authority(), no_revocation]));
}
