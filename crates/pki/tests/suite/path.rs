use pki::Certificate;
use pki::path::{Path, PathError, build};

use super::{certificate, forge, time};

const NOW: &str = "2026-11-22T14:03:00Z";

fn built(target: &str, pool: &[&str], at: &str) -> Result<Path, PathError> {
    let pool: Vec<Certificate> = pool.iter().map(|name| certificate(name)).collect();
    build(&certificate(target), &pool, &[certificate("root")], time(at))
}

#[test]
fn from_the_signer_to_the_root() {
    let path = built("signer", &["unit", "impostor", "authority", "signer", "root"], NOW).unwrap();
    assert_eq!(path.certificates, [certificate("signer"), certificate("authority"), certificate("root")]);
    assert_eq!(path.anchor(), Some(&certificate("root")));
    assert_eq!(path.pairs().count(), 2);
}

#[test]
fn an_anchor_may_be_an_intermediate_or_the_target_itself() {
    let signer = certificate("signer");
    let anchored = |anchor: &str, at| {
        build(&signer, &[], &[certificate(anchor)], time(at)).map(|p| p.certificates.len())
    };
    assert_eq!(anchored("authority", NOW), Ok(2));
    assert_eq!(anchored("signer", NOW), Ok(1));
    // The anchor's own validity is not looked at.
    let expired = certificate("expired_authority");
    let path = build(&certificate("under_expired"), &[], &[expired], time(NOW));
    assert_eq!(path.map(|path| path.certificates.len()), Ok(2));
}

#[test]
fn nobody_issued_it() {
    let missing = built("signer", &["unit"], NOW);
    assert_eq!(missing, Err(PathError::NoIssuer { certificate: certificate("signer") }));
}

#[test]
fn too_early_and_too_late() {
    assert!(matches!(
        built("signer", &["authority"], "2019-06-01T00:00:00Z"),
        Err(PathError::NotYetValid { .. })
    ));
    assert!(matches!(
        built("signer", &["authority"], "2121-06-01T00:00:00Z"),
        Err(PathError::Expired { .. })
    ));
}

#[test]
fn an_expired_intermediate_ends_the_path() {
    let Err(PathError::Expired { certificate: which, .. }) =
        built("under_expired", &["expired_authority"], NOW)
    else {
        panic!()
    };
    assert_eq!(which, certificate("expired_authority"));
    assert!(built("under_expired", &["expired_authority"], "2020-06-01T00:00:00Z").is_ok());
}

#[test]
fn path_length_is_counted() {
    let fault = built("under_below_zero", &["below_zero", "authority"], NOW);
    assert_eq!(
        fault,
        Err(PathError::PathLength { certificate: certificate("authority"), allowed: 0, found: 1 })
    );
}

#[test]
fn only_authorities_issue() {
    let fault = built("under_not_authority", &["not_authority"], NOW);
    assert_eq!(fault, Err(PathError::NotAuthority { certificate: certificate("not_authority") }));
    let fault = built("under_no_cert_sign", &["no_cert_sign"], NOW);
    assert_eq!(fault, Err(PathError::KeyUsage { certificate: certificate("no_cert_sign") }));
}

#[test]
fn unknown_critical_extensions_end_the_path() {
    assert!(matches!(
        built("critical", &["authority"], NOW),
        Err(PathError::UnknownCriticalExtension { .. })
    ));
}

#[test]
fn the_right_name_with_the_wrong_key_is_no_issuer() {
    assert!(matches!(built("signer", &["impostor"], NOW), Err(PathError::Signature { .. })));
    assert!(built("under_impostor", &["impostor", "authority"], NOW).is_ok());
}

#[test]
fn authorities_that_certify_each_other_are_no_way_out() {
    let pool = ["left", "right", "left_self", "right_self"];
    assert!(matches!(built("under_loop", &pool, NOW), Err(PathError::NoIssuer { .. })));
}

#[test]
fn a_crowd_of_the_same_name_exhausts_the_search_not_us() {
    // The same impostor under a thousand serial numbers is a thousand certificates with the right name.
    let impostor = certificate("impostor").der().to_vec();
    let serial = certificate("impostor").serial().to_vec();
    let at = impostor.windows(serial.len()).position(|window| window == serial).unwrap();
    let crowd: Vec<Certificate> = (0u16..1000)
        .map(|n| {
            let mut der = impostor.clone();
            der[at..at + 2].copy_from_slice(&(n + 0x2000).to_be_bytes());
            Certificate::from_der(&der).unwrap()
        })
        .collect();
    let fault = build(&certificate("signer"), &crowd, &[certificate("root")], time(NOW));
    assert_eq!(fault, Err(PathError::Budget { signatures: 100 }));
}

#[test]
fn an_anchor_that_is_no_authority_anchors_itself_alone() {
    let below = forge::certificate(("Minister", 2), ("Bob", 1), 2, &[]);
    let under = |extensions: &[Vec<u8>]| {
        let bob = forge::certificate(("Bob", 1), ("Bob", 1), 1, extensions);
        assert!(build(&bob, &[], std::slice::from_ref(&bob), time(NOW)).is_ok(), "itself");
        build(&below, &[], &[bob], time(NOW)).map(|path| path.certificates.len())
    };
    // It says nothing of it.
    assert_eq!(under(&[]), Ok(2));
    assert_eq!(under(&[forge::authority()]), Ok(2));
    let nobody = forge::extension("2.5.29.19", true, &forge::sequence(&[]));
    assert!(matches!(under(&[nobody]), Err(PathError::NotAuthority { .. })));
    // digitalSignature alone.
    let usage = forge::extension("2.5.29.15", true, &forge::tlv(3, &[7, 0x80]));
    assert!(matches!(under(&[forge::authority(), usage]), Err(PathError::KeyUsage { .. })));
}
