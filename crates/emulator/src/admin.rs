//! Switches for tests that reach the world over HTTP.

use http::{Method, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::faults::{Faults, Pace};
use crate::pki::crl::Revocation;
use crate::realm::Realm;
use crate::reply::{self, Answer};
use crate::smart_id::registration::Registration;
use crate::state::State;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Revoke {
    document_number: String,
    #[serde(default)]
    reason: u8,
}

/// `GET` and `POST` of `/admin/faults` and `/admin/relying-party`; `POST /admin/pace`, `POST /admin/revoke
/// {documentNumber, reason?}`.
pub fn handle(rest: &str, request: &Request<Vec<u8>>, realm: &Realm, state: &mut State, now: i64) -> Answer {
    let is_post = request.method() == Method::POST;
    // A web page elsewhere cannot send JSON here without asking first, and is never told yes
    if is_post && !reply::has_type(request, "application/json") {
        return reply::text(415, "application/json, please");
    }
    let body = request.body();
    match (is_post, rest) {
        (false, "faults") => reply::json(200, &json!(state.faults)),
        (true, "faults") => given(body, |faults: Faults| {
            state.faults = faults;
            reply::json(200, &json!(state.faults))
        }),
        (true, "pace") => given(body, |pace: Pace| {
            state.pace = pace;
            reply::json(200, &json!(pace))
        }),
        (false, "relying-party") => reply::json(200, &json!(state.registration)),
        (true, "relying-party") => given(body, |registration: Registration| {
            state.registration = registration;
            reply::json(200, &json!(state.registration))
        }),
        (true, "revoke") => given(body, |order: Revoke| revoke(&order, realm, state, now)),
        _ => reply::empty(404),
    }
}

/// What comes of what a request says.
fn given<T: DeserializeOwned>(body: &[u8], answer: impl FnOnce(T) -> Answer) -> Answer {
    match serde_json::from_slice(body) {
        Ok(given) => answer(given),
        Err(error) => reply::text(400, &error.to_string()),
    }
}

fn revoke(order: &Revoke, realm: &Realm, state: &mut State, now: i64) -> Answer {
    let Some(account) = realm.holder_named(&order.document_number) else {
        return reply::text(404, "no such account or phone number");
    };
    state.revoked.insert(account, Revocation { at: now, reason: order.reason });
    reply::empty(204)
}
