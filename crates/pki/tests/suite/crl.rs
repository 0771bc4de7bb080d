use pki::crl::{Crl, Verified};
use pki::{Error, Reason, Status};

use super::forge::{self, entry_of, reason};
use super::{certificate, fixture, time};

fn verified(name: &str, about: &str) -> Result<Verified, Error> {
    let crl = Crl::parse(&fixture(&format!("{name}.crl"))).expect(name);
    crl.verify_for(&certificate(about), &certificate("authority"))
}

#[test]
fn who_is_listed_is_revoked_and_who_is_not_is_good() {
    assert_eq!(verified("crl", "signer").unwrap().status, Status::Good);
    let Verified { status, this_update, next_update, .. } = verified("crl", "revoked").unwrap();
    let Status::Revoked { at, reason } = status else { panic!() };
    assert!(at > time("2020-01-01T00:00:00Z") && next_update > Some(this_update));
    assert_eq!(reason, Some(Reason::KeyCompromise));
}

#[test]
fn a_list_covers_only_its_scope() {
    assert_eq!(verified("crl_users", "signer").unwrap().status, Status::Good);
    assert_eq!(verified("crl_users", "below_zero"), Err(Error::CrlScope { what: "onlyContainsUserCerts" }));
    assert_eq!(verified("crl_authorities", "signer"), Err(Error::CrlScope { what: "onlyContainsCACerts" }));
    assert_eq!(verified("crl_other_point", "signer"), Err(Error::CrlScope { what: "distributionPoint" }));
}

#[test]
fn unknown_critical_extensions_make_a_list_unusable() {
    assert!(matches!(verified("crl_critical", "signer"), Err(Error::UnknownCriticalExtension { .. })));
}

#[test]
fn a_list_of_another_authority_is_refused() {
    let crl = Crl::parse(&fixture("crl.crl")).unwrap();
    assert_eq!(crl.verify_for(&certificate("signer"), &certificate("root")), Err(Error::NameMismatch));
    assert_eq!(
        crl.verify_for(&certificate("signer"), &certificate("impostor")),
        Err(Error::SignatureInvalid)
    );
    assert_eq!(crl.verify_for(&certificate("unit"), &certificate("authority")), Err(Error::NameMismatch));
}

#[test]
fn one_bit_of_the_list_is_refused() {
    let (revoked, authority) = (certificate("revoked"), certificate("authority"));
    let der = fixture("crl.crl");
    let right = Crl::parse(&der).unwrap().verify_for(&revoked, &authority).unwrap();
    for bit in 0..der.len() * 8 {
        let mut der = der.clone();
        der[bit / 8] ^= 1 << (bit % 8);
        if let Ok(verified) = Crl::parse(&der).and_then(|crl| crl.verify_for(&revoked, &authority)) {
            assert_eq!(verified, right, "bit {bit}");
        }
    }
}

#[test]
fn of_several_entries_about_one_certificate_the_worst_counts() {
    let authority = forge::certificate(("CA", 1), ("CA", 1), 1, &[forge::authority()]);
    let signer = forge::certificate(("signer", 2), ("CA", 1), 5, &[]);
    let said = |entries: &[Vec<u8>]| {
        let list = forge::list(("CA", 1), 1, entries, &[]).unwrap();
        list.verify_for(&signer, &authority).unwrap().status
    };
    let entry = |year: u32, why: u8| entry_of(&format!("{year}0101000000Z"), 5, &[reason(why)]);
    let revoked = |year: u32, reason| Status::Revoked {
        at: time(&format!("{year}-01-01T00:00:00Z")),
        reason: Some(reason),
    };
    let (lost, superseded, held, removed) = (1, 4, 6, 8);
    let other = entry_of("20200101000000Z", 6, &[reason(lost)]);
    for (one, two, worst) in [
        (entry(2030, superseded), entry(2025, lost), revoked(2025, Reason::KeyCompromise)),
        (entry(2024, superseded), entry(2025, lost), revoked(2024, Reason::KeyCompromise)),
        (entry(2024, superseded), entry(2025, superseded), revoked(2024, Reason::Superseded)),
        (entry(2024, held), entry(2025, superseded), revoked(2024, Reason::Superseded)),
        (entry(2024, removed), entry(2025, held), revoked(2025, Reason::CertificateHold)),
    ] {
        assert_eq!(said(&[one.clone(), other.clone(), two.clone()]), worst);
        assert_eq!(said(&[two, other.clone(), one]), worst);
    }
}
