//! What a relying party needs beside the API: OCSP, CRL, CA certificates, time-stamps.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use der::asn1::AnyRef;
use der::{Decode as _, Encode as _, Sequence};
use http::{Method, Request};

use crate::faults::NonceManners;
use crate::pki::crl;
use crate::pki::ocsp::{Responder, Status};
use crate::pki::tsa::Unit;
use crate::realm::Realm;
use crate::reply::{self, Answer, has_type};
use crate::state::State;

/// RFC 6960 Appendix A: POST, or GET with the request in base64 behind the address.
pub fn ocsp(request: &Request<Vec<u8>>, rest: &str, realm: &Realm, state: &mut State, now: i64) -> Answer {
    let body = match *request.method() {
        Method::POST if has_type(request, "application/ocsp-request") => request.body().clone(),
        Method::GET => {
            let encoded = rest.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
            STANDARD.decode(encoded).unwrap_or_default()
        }
        _ => return reply::empty(400),
    };
    if state.faults.ocsp_nonce == NonceManners::BadRequest && Responder::has_nonce(&body) {
        return reply::empty(400);
    }
    state.token_count += 1;
    let responder = Responder {
        authority: &realm.hierarchy.issuing,
        identity: &realm.hierarchy.ocsp,
        key: &realm.keys.ocsp,
        nonces: state.faults.ocsp_nonce,
        next: state.faults.ocsp_next_ms,
    };
    let status = |serial: &[u8]| match realm.holder(serial) {
        None => Status::Unknown,
        Some(index) => {
            state.revoked.get(&index).map_or(Status::Good, |revocation| Status::Revoked(*revocation))
        }
    };
    let mut random = realm.random(&format!("ocsp {}", state.token_count));
    let made = now.saturating_add(state.faults.clock_ms).saturating_sub(state.faults.ocsp_age_ms.into());
    let response = responder.answer(&body, made, status, &mut random);
    reply::answer(200, "application/ocsp-response", response)
}

/// RFC 3161 §3.4: time-stamp protocol over HTTP. What is no query at all gets 400.
pub fn tsa(request: &Request<Vec<u8>>, realm: &Realm, state: &mut State, now: i64) -> Answer {
    if !has_type(request, "application/timestamp-query") {
        return reply::empty(400);
    }
    match respond(request.body(), realm, state, now) {
        Some(response) => reply::answer(200, "application/timestamp-reply", response),
        None => reply::empty(400),
    }
}

/// The token for a DER `TimeStampReq`, without the response around it.
pub fn stamp(realm: &Realm, state: &mut State, now: i64, query: &[u8]) -> Option<Vec<u8>> {
    let response = respond(query, realm, state, now)?;
    let TimeStampResp { token, .. } = TimeStampResp::from_der(&response).ok()?;
    token?.to_der().ok()
}

#[derive(Sequence)]
struct TimeStampResp<'a> {
    status: AnyRef<'a>,
    token: Option<AnyRef<'a>>,
}

fn respond(query: &[u8], realm: &Realm, state: &mut State, now: i64) -> Option<Vec<u8>> {
    state.token_count += 1;
    let serial: [u8; 16] = realm.random(&format!("token {}", state.token_count)).bytes();
    let spared = state.faults.tsa_spared.checked_sub(1);
    state.faults.tsa_spared = spared.unwrap_or(0);
    let unit = Unit {
        identity: &realm.hierarchy.tsa_unit,
        hierarchy: &realm.hierarchy,
        key: &realm.keys.tsa_unit,
        filling: if spared.is_some() { 0 } else { state.faults.tsa_longer },
    };
    let now = now.saturating_add(state.faults.clock_ms).saturating_add(state.faults.tsa_clock_ms);
    unit.answer(query, now, &serial)
}

/// RFC 5280 CRLs by the names that the certificates give.
pub fn crl(name: &str, realm: &Realm, state: &State, now: i64) -> Answer {
    let hierarchy = &realm.hierarchy;
    let now = now.saturating_add(state.faults.clock_ms);
    let list = match name {
        "root.crl" => crl::list(&hierarchy.root, &[], now),
        "eid-q.crl" => {
            let revoked: Vec<_> =
                state.revoked.iter().map(|(index, why)| (realm.serial(*index), *why)).collect();
            crl::list(&hierarchy.issuing, &revoked, now)
        }
        "tsa-ca.crl" => crl::list(&hierarchy.tsa_authority, &[], now),
        _ => return reply::empty(404),
    };
    reply::answer(200, "application/pkix-crl", list)
}

/// CA certificates in DER, RFC 2585.
pub fn certificate(name: &str, realm: &Realm) -> Answer {
    let hierarchy = &realm.hierarchy;
    let certificate = match name {
        "root.der.crt" => &hierarchy.root.certificate,
        "eid-q.der.crt" => &hierarchy.issuing.certificate,
        "tsa-ca.der.crt" => &hierarchy.tsa_authority.certificate,
        "tsa-unit.der.crt" => &hierarchy.tsa_unit.certificate,
        _ => return reply::empty(404),
    };
    reply::answer(200, "application/pkix-cert", certificate.clone())
}
