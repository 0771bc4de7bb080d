//! What services of time-stamps and status answer instead, read by a whole signing: it ends before a phone rings.

use emulator::{Faults, NonceManners};
use http::header::CONTENT_TYPE;
use pitser_tests::{Altered, Simulated, profile_of, run};
use pki::ObjectIdentifier;
use workflow::error::Error;
use workflow::host::{Host, Request, Response};
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;

use super::answers::Answer;

/// RFC 3161 §2.4.2: PKIStatus, the bit of PKIFailureInfo, and what the standard calls it.
#[rustfmt::skip]
const TSP: [(u8, Option<u8>, &str, &str); 14] = [
    (2, Some(0), "rejection, badAlg", "algorithm not accepted"),
    (2, Some(2), "rejection, badRequest", "not permitted"),
    (2, Some(5), "rejection, badDataFormat", "wrong form"),
    (2, Some(14), "rejection, timeNotAvailable", "no time"),
    (2, Some(15), "rejection, unacceptedPolicy", "policy not accepted"),
    (2, Some(16), "rejection, unacceptedExtension", "extension not accepted"),
    (2, Some(17), "rejection, addInfoNotAvailable", "no further information"),
    (2, Some(25), "rejection, systemFailure", "fault"),
    (2, None, "rejection without a reason", "rejected"),
    (2, Some(9), "rejection for a reason that the standard does not name", "rejected"),
    (3, None, "waiting", "waiting"),
    (4, None, "revocationWarning", "to be revoked"),
    (5, None, "revocationNotification", "revoked"),
    (9, None, "(any other PKIStatus)", "unknown status"),
];

/// RFC 6960 §4.2.1: OCSPResponseStatus.
const OCSP: [(u8, &str, &str); 6] = [
    (1, "malformedRequest", "wrong form"),
    (2, "internalError", "fault"),
    (3, "tryLater", "later"),
    (5, "sigRequired", "signature required"),
    (6, "unauthorized", "not authorised"),
    (9, "(any other status)", "unknown status"),
];

/// What may come by HTTP alone, from each of them.
const HTTP: [(u16, &str); 8] = [
    (400, "bad request"),
    (401, "not let in"),
    (403, "not allowed"),
    (404, "nothing there"),
    (405, "unexpected status"),
    (429, "asked too often"),
    (500, "unavailable"),
    (503, "unavailable"),
];

/// The policy that is asked for where one is.
const POLICY: &str = "1.2.3.4.5.6";

type Prepared = fn(&mut Simulated, &mut Profile);

/// How a signing ends in which answers to requests with this part in their path become others.
fn ended(
    part: &'static str,
    prepared: Prepared,
    spoil: impl Fn(&Request, Response) -> Response + Send + Sync + 'static,
) -> Error {
    let mut host = Simulated::new(97);
    host.put("/contract.pdf", include_bytes!("../fixtures/sample/loan-agreement.pdf").to_vec());
    let mut profile = profile_of(&host);
    prepared(&mut host, &mut profile);
    let altered: Altered = Box::new(move |request, response| {
        Ok(if request.uri().path().contains(part) { spoil(request, response) } else { response })
    });
    host.altered = Some(altered);
    let signer = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().unwrap());
    let ended = run(workflow::sign::sign(&host, &profile, Order::new("/contract.pdf", signer, Level::BT)));
    assert_eq!(host.signature_sessions(), 0, "no phone rings");
    ended.map(drop).unwrap_err()
}

fn as_it_is(_: &Request, response: Response) -> Response {
    response
}

fn with(body: Vec<u8>) -> impl Fn(&Request, Response) -> Response {
    move |_, mut response| {
        response.body_mut().clone_from(&body);
        response
    }
}

fn any(_: &mut Simulated, _: &mut Profile) {}

/// What all of them may answer: statuses, and bodies that are none.
fn common(part: &'static str, prepared: Prepared) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (status, cause) in HTTP {
        let bare = move |_: &Request, _| http::Response::builder().status(status).body(Vec::new()).unwrap();
        answers.push(Answer::new(format!("HTTP {status}"), cause, ended(part, prepared, bare)));
    }
    let page = ended(part, prepared, |_, mut response| {
        response.headers_mut().insert(CONTENT_TYPE, http::HeaderValue::from_static("text/html"));
        response
    });
    answers.push(Answer::new("a page of the network", "another kind", page));
    let long = ended(part, prepared, with(vec![0; (32 << 20) + 1]));
    answers.push(Answer::new("an answer without end", "too large", long));
    answers
}

/// All answers of a time-stamp service.
pub fn timestamp() -> Vec<Answer> {
    let mut answers = Vec::new();
    for (status, bit, name, cause) in TSP {
        answers.push(Answer::new(name, cause, ended("/tsa", any, with(refusal(status, bit)))));
    }
    answers.extend(common("/tsa", any));
    let none = ended("/tsa", any, with(vec![0x30, 0x00]));
    answers.push(Answer::new("no TimeStampResp", "does not hold", none));
    let forged = ended("/tsa", any, |_, mut response| {
        *response.body_mut().last_mut().unwrap() ^= 1;
        response
    });
    answers.push(Answer::new("a signature that does not hold", "does not hold", forged));
    // The digest begins at byte 24 of the query, the nonce ends three bytes before its end.
    let imprint = to_another_query(|query| query[24] ^= 1);
    answers.push(Answer::new("another imprint", "other imprint", imprint));
    let nonce = to_another_query(|query| {
        let last = query.len() - 4;
        query[last] ^= 1;
    });
    answers.push(Answer::new("another nonce", "other nonce", nonce));
    let under_one: Prepared =
        |_, profile| profile.timestamp[0].policy = Some(ObjectIdentifier::new_unwrap(POLICY));
    // Behind version and imprint it takes seven bytes with its header; the length of the whole takes one.
    let policy = ended("/tsa", under_one, |request, _| {
        of_the_world(request, |query| {
            query.drain(56..63);
            query[1] -= 7;
        })
    });
    answers.push(Answer::new("another policy", "other policy", policy));
    let nobody = ended("/tsa", |_, profile| profile.timestamp.clear(), as_it_is);
    answers.push(Answer::new("(no service is named)", "none named", nobody));
    answers
}

/// The end where the service answers another query than the one that was sent.
fn to_another_query(change: fn(&mut Vec<u8>)) -> Error {
    ended("/tsa", any, move |request, _| of_the_world(request, change))
}

/// What the service of the world answers to a request with another body.
fn of_the_world(request: &Request, change: impl Fn(&mut Vec<u8>)) -> Response {
    let mut request = request.clone();
    change(request.body_mut());
    run(Simulated::new(97).send(request)).unwrap()
}

/// `TimeStampResp` without a token.
fn refusal(status: u8, bit: Option<u8>) -> Vec<u8> {
    let mut info = vec![0x02, 0x01, status];
    if let Some(bit) = bit {
        let mut bits = vec![0; usize::from(bit / 8) + 1];
        bits[usize::from(bit / 8)] = 0x80 >> (bit % 8);
        info.extend([0x03, u8::try_from(bits.len() + 1).unwrap(), 7 - bit % 8]);
        info.extend(bits);
    }
    let length = u8::try_from(info.len()).unwrap();
    [vec![0x30, length + 2, 0x30, length], info].concat()
}

/// All answers of a responder.
pub fn responder() -> Vec<Answer> {
    let alone: Prepared = |host, _| host.disconnect(vec!["/crl/"]);
    let mut answers = Vec::new();
    for (status, name, cause) in OCSP {
        let error = ended("/ocsp", alone, with(vec![0x30, 0x03, 0x0a, 0x01, status]));
        answers.push(Answer::new(name, cause, error));
    }
    answers.extend(common("/ocsp", alone));
    let none = ended("/ocsp", alone, with(vec![0x30, 0x00]));
    answers.push(Answer::new("no OCSPResponse", "does not hold", none));
    let another: Prepared = |host, _| {
        host.disconnect(vec!["/crl/"]);
        host.world.set_faults(Faults { ocsp_nonce: NonceManners::Replace, ..Faults::default() });
    };
    answers.push(Answer::new("another nonce", "other nonce", ended("/ocsp", another, as_it_is)));
    let old: Prepared = |host, _| {
        host.disconnect(vec!["/crl/"]);
        let ocsp_nonce = NonceManners::Ignore;
        host.world.set_faults(Faults { ocsp_nonce, ocsp_age_ms: 3_600_000, ..Faults::default() });
    };
    answers.push(Answer::new("no nonce, and an hour old", "not of now", ended("/ocsp", old, as_it_is)));
    answers
}

/// All answers of a server of revocation lists.
pub fn list() -> Vec<Answer> {
    let mut answers = common("/crl/", any);
    let none = ended("/crl/", any, with(vec![0x30, 0x00]));
    answers.push(Answer::new("no CertificateList", "does not hold", none));
    answers
}

/// All answers of a server of issuers' certificates.
pub fn issuer() -> Vec<Answer> {
    let unknown: Prepared = |_, profile| profile.trust.issuers = String::new();
    let mut answers = common("/ca/", unknown);
    let none = ended("/ca/", unknown, with(vec![0x30, 0x00]));
    answers.push(Answer::new("no certificate", "not readable", none));
    let root = pki::Certificate::from_pem(include_str!("../fixtures/keys/root.pem")).unwrap().remove(0);
    let other = ended("/ca/", unknown, with(root.der().to_vec()));
    answers.push(Answer::new("the certificate of another", "not the issuer", other));
    answers
}
