use pki::ocsp::{Request, ResponderId, Response, Single, Verified};
use pki::{Error, Reason, Status};

use super::{certificate, fixture, time};

fn response(name: &str) -> Response {
    Response::parse(&fixture(&format!("{name}.ocsp"))).expect(name)
}

fn verified(name: &str, about: &str) -> Result<Verified, Error> {
    response(name).verify_for(&certificate(about), &certificate("authority"), None, &[])
}

#[test]
fn a_good_answer_with_our_nonce() {
    let good = response("good");
    let nonce = good.nonce.clone().unwrap();
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let verified = good.verify_for(&signer, &authority, Some(&nonce), &[]).unwrap();
    assert_eq!((verified.status, verified.responder), (Status::Good, certificate("responder")));
    assert!(
        verified.this_update >= time("2020-01-01T00:00:00Z")
            && verified.next_update > Some(verified.this_update)
    );
    assert_eq!(good.verify_for(&signer, &authority, Some(b"another"), &[]), Err(Error::NonceMismatch));
}

#[test]
fn our_request_is_openssls_request() {
    let nonce = response("good").nonce.unwrap();
    let request = Request::new(&certificate("signer"), &certificate("authority"), Some(&nonce));
    assert_eq!(hex::encode(request), hex::encode(fixture("good.ocsq")));
}

#[test]
fn no_nonce_where_one_was_asked_for() {
    let answer = response("revoked").verify_for(
        &certificate("revoked"),
        &certificate("authority"),
        Some(b"ours"),
        &[],
    );
    assert_eq!(answer, Err(Error::NonceMismatch));
}

#[test]
fn revoked_says_when_and_why() {
    let Status::Revoked { at, reason } = verified("revoked", "revoked").unwrap().status else { panic!() };
    assert!(at > time("2020-01-01T00:00:00Z"));
    assert_eq!(reason, Some(Reason::KeyCompromise));
}

#[test]
fn unknown_is_an_answer() {
    assert_eq!(verified("unknown", "signer").unwrap().status, Status::Unknown);
}

#[test]
fn the_authority_may_answer_itself() {
    assert_eq!(verified("good_by_issuer", "signer").unwrap().responder, certificate("authority"));
}

#[test]
fn another_hash_and_a_responder_by_key() {
    assert!(matches!(response("good_sha256").responder, ResponderId::ByKey(_)));
    assert_eq!(verified("good_sha256", "signer").unwrap().status, Status::Good);
}

#[test]
fn an_answer_about_another_certificate_says_nothing() {
    assert_eq!(verified("good", "revoked"), Err(Error::NotCovered));
}

#[test]
fn responders_nobody_appointed_are_refused() {
    let refused = |name| verified(name, "signer").unwrap_err();
    assert_eq!(refused("plain_responder"), Error::SignerUnauthorised { what: "id-kp-OCSPSigning" });
    let foreign = Error::SignerUnauthorised { what: "not issued by the issuer of the certificate" };
    assert_eq!(refused("foreign_responder"), foreign);
    assert!(matches!(refused("old_responder"), Error::OutsideValidity { .. }));
}

#[test]
fn a_responder_not_sent_along_is_found_among_candidates() {
    let mut bare = response("good");
    bare.certificates.clear();
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    assert_eq!(bare.verify_for(&signer, &authority, None, &[]), Err(Error::SignerUnknown));
    let found = bare.verify_for(&signer, &authority, None, &[certificate("root"), certificate("responder")]);
    assert_eq!(found.unwrap().status, Status::Good);
}

/// Anybody makes a certificate of the responder's name and key, and puts it where it is found first.
#[test]
fn certificates_that_only_look_like_the_responders_hide_it_not() {
    let mut bare = response("good");
    bare.certificates.clear();
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let decoy = |number: u8| {
        let mut der = certificate("responder").der().to_vec();
        let end = der.len() - 1;
        der[end] ^= number;
        pki::Certificate::from_der(&der).unwrap()
    };
    let behind = |decoys: u8| {
        let all: Vec<_> = (1..=decoys).map(decoy).chain([certificate("responder")]).collect();
        bare.is_answer_of(&authority, &all)?;
        bare.verify_for(&signer, &authority, None, &all)
    };
    assert_eq!(behind(9).unwrap().responder, certificate("responder"));
    assert!(matches!(behind(99), Err(Error::TooLarge { what: pki::ocsp::POSSIBLE_RESPONDERS, .. })));
    let unsigned = bare.verify_for(&signer, &authority, None, &[decoy(1)]);
    assert!(matches!(unsigned, Err(Error::SignerUnauthorised { .. })), "{unsigned:?}");
}

#[test]
fn one_bit_of_the_answer_is_refused() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let der = fixture("good.ocsp");
    let whole = Response::parse(&der).unwrap();
    let tampered = (0..der.len() * 8).filter_map(|bit| {
        let mut der = der.clone();
        der[bit / 8] ^= 1 << (bit % 8);
        Response::parse(&der).ok()
    });
    for answer in tampered {
        // Bits outside what is signed, such as in certificates not needed, may change; what is said may not.
        if let Ok(verified) = answer.verify_for(&signer, &authority, None, &[]) {
            assert_eq!(
                (verified.status, verified.this_update),
                (Status::Good, whole.responses[0].this_update)
            );
            assert_eq!(answer.responses, whole.responses);
        }
    }
}

/// Of several things that an answer says about one certificate the worst counts, in whatever order they stand.
#[test]
fn the_worst_that_an_answer_says_counts() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let revoked = |at: &str, reason| Status::Revoked { at: at.parse().unwrap(), reason: Some(reason) };
    let worst = revoked("2026-01-01T00:00:00Z", Reason::KeyCompromise);
    let others = [
        Status::Good,
        Status::Unknown,
        revoked("2025-01-01T00:00:00Z", Reason::CertificateHold),
        revoked("2026-02-01T00:00:00Z", Reason::KeyCompromise),
    ];
    for other in others {
        for statuses in [[worst, other], [other, worst]] {
            let mut answer = response("good");
            let [single] = answer.responses.clone().try_into().unwrap();
            answer.responses = statuses.map(|status| Single { status, ..single.clone() }).to_vec();
            let found = answer.verify_for(&signer, &authority, None, &[]).unwrap();
            assert_eq!(found.status, worst, "{statuses:?}");
        }
    }
}

#[test]
fn a_refusal_is_a_fact() {
    // OCSPResponse { responseStatus tryLater }
    assert_eq!(Response::parse(&[0x30, 3, 0x0a, 1, 3]), Err(Error::OcspStatus { status: 3 }));
}

#[test]
fn a_responder_that_is_trusted_by_itself_may_answer_for_a_foreign_issuer() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let foreign = response("foreign_responder");
    let trusting = |trusted: &[_]| foreign.verify_trusting(&signer, &authority, None, &[], trusted);
    assert!(matches!(trusting(&[]), Err(Error::SignerUnauthorised { .. })));
    assert!(matches!(trusting(&[certificate("responder")]), Err(Error::SignerUnauthorised { .. })));
    assert_eq!(trusting(&[certificate("foreign_responder")]).unwrap().status, Status::Good);
}

#[test]
fn an_answer_that_states_the_hash_of_another_certificate_is_about_that() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let mut good = response("good");
    let sha256 = pki::DigestAlgorithm::Sha256;
    good.responses[0].certificate_hash = Some((sha256, signer.fingerprint().to_vec()));
    assert!(good.verify_for(&signer, &authority, None, &[]).is_ok());
    good.responses[0].certificate_hash = Some((sha256, authority.fingerprint().to_vec()));
    assert_eq!(good.verify_for(&signer, &authority, None, &[]), Err(Error::NotCovered));
}

#[test]
fn good_is_not_said_of_the_expired_nor_anything_of_the_unborn() {
    let (signer, authority) = (certificate("signer"), certificate("authority"));
    let (before, after) = (time("2000-01-01T00:00:00Z"), time("2200-01-01T00:00:00Z"));
    let mut good = response("good");
    let outside = |at| {
        Err(Error::ProducedOutsideValidity {
            at,
            not_before: signer.not_before(),
            not_after: signer.not_after(),
        })
    };
    good.produced_at = before;
    assert_eq!(good.verify_for(&signer, &authority, None, &[]), outside(before));
    good.produced_at = after;
    assert_eq!(good.verify_for(&signer, &authority, None, &[]), outside(after));
    // What the responder keeps, it may still call good; its own certificate is another matter.
    good.responses[0].archive_cutoff = Some(before);
    assert!(!matches!(
        good.verify_for(&signer, &authority, None, &[]),
        Err(Error::ProducedOutsideValidity { .. })
    ));
}
