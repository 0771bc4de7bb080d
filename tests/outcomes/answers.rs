//! The answers: every end result and HTTP status that a service documents, read by our client.

use std::collections::BTreeMap;

use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm, Time};
use remote::{Secret, Session, Step, csc as cloud, mobile_id as mobile, smart_id as smart};
use serde_json::{Value, json};
use workflow::error::Error;

/// An answer that ends a request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// As the table names it.
    pub name: String,
    /// Answers of one cause share their words, others do not.
    pub cause: &'static str,
    /// What our client makes of it: a code, the next step, and the figures of the case.
    pub code: &'static str,
    pub hint: &'static str,
    pub values: BTreeMap<String, String>,
}

impl Answer {
    pub fn new(name: impl Into<String>, cause: &'static str, error: impl Into<Error>) -> Self {
        let error = error.into();
        Self { name: name.into(), cause, code: error.code(), hint: error.hint(), values: error.values() }
    }

    /// What tells it from others: its code, and of a service beside the one that signs why it did not give what was asked.
    pub fn case(&self) -> String {
        match self.values.get("why") {
            Some(why) => format!("{}, {why}", self.code),
            None => self.code.to_owned(),
        }
    }
}

/// RP API v3: `endResult` of the schema and of its description, then HTTP status.
#[rustfmt::skip]
const SMART_ID: [(&str, &str); 13] = [
    ("USER_REFUSED", "the person cancelled"),
    // On which screen is for a log: it was one act of one person.
    ("USER_REFUSED_INTERACTION", "the person cancelled"),
    ("USER_REFUSED_CERT_CHOICE", "the person cancelled on one of several phones"),
    ("TIMEOUT", "no answer"),
    ("DOCUMENT_UNUSABLE", "document unusable"),
    ("ACCOUNT_UNUSABLE", "account unusable"),
    ("WRONG_VC", "wrong code"),
    ("REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP", "app too old"),
    ("PROTOCOL_FAILURE", "protocol failure"),
    ("EXPECTED_LINKED_SESSION", "interrupted"),
    ("SERVER_ERROR", "server error"),
    ("(any other)", "unknown end"),
    ("DOCUMENT_UNUSABLE, for a certificate", "document unusable"),
];

#[rustfmt::skip]
const SMART_ID_OPENING: [(u16, &str); 12] = [
    (400, "bad request"),
    (401, "not let in"),
    (403, "not allowed"),
    // The service forbids telling these two apart.
    (404, "no such account"),
    (471, "no such account"),
    (472, "message in the app"),
    (480, "client too old"),
    (580, "maintenance"),
    // "All 5xx series error codes indicate some kind of fatal server error."
    (500, "unavailable"),
    (503, "unavailable"),
    (429, "asked too often"),
    (302, "unexpected status"),
];

/// RP API v2: the screen stands in the name of the end.
#[rustfmt::skip]
const SMART_ID_V2: [(&str, &str); 12] = [
    ("USER_REFUSED", "the person cancelled"),
    ("USER_REFUSED_DISPLAYTEXTANDPIN", "the person cancelled"),
    ("USER_REFUSED_VC_CHOICE", "the person cancelled"),
    ("USER_REFUSED_CONFIRMATIONMESSAGE", "the person cancelled"),
    ("USER_REFUSED_CONFIRMATIONMESSAGE_WITH_VC_CHOICE", "the person cancelled"),
    ("USER_REFUSED_CERT_CHOICE", "the person cancelled on one of several phones"),
    ("TIMEOUT", "no answer"),
    ("DOCUMENT_UNUSABLE", "document unusable"),
    ("WRONG_VC", "wrong code"),
    ("REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP", "app too old"),
    ("(any other)", "unknown end"),
    ("DOCUMENT_UNUSABLE, for a certificate", "document unusable"),
];

const SMART_ID_STATE: [(u16, &str); 7] = [
    (400, "bad request"),
    (401, "not let in"),
    (403, "not allowed"),
    (404, "session unknown"),
    (480, "client too old"),
    (500, "unavailable"),
    (580, "maintenance"),
];

/// REST API 5.2.1, 3.3.8; the last ones are words of older versions.
const MOBILE_ID: [(&str, &str); 12] = [
    ("USER_CANCELLED", "the person cancelled"),
    ("TIMEOUT", "no answer"),
    ("NOT_MID_CLIENT", "no client"),
    ("PHONE_ABSENT", "phone absent"),
    ("DELIVERY_ERROR", "not delivered"),
    ("SIM_ERROR", "card error"),
    ("SIGNATURE_HASH_MISMATCH", "card set up otherwise"),
    ("EXPIRED_TRANSACTION", "no answer"),
    ("MID_NOT_READY", "not ready"),
    ("ERROR", "server error"),
    ("INTERNAL_ERROR", "server error"),
    ("(any other)", "unknown end"),
];

const MOBILE_ID_CERTIFICATE: [(&str, &str); 2] =
    [("NOT_FOUND", "no certificate"), ("NOT_ACTIVE", "not active")];

const MOBILE_ID_OPENING: [(u16, &str); 4] =
    [(400, "bad request"), (401, "not let in"), (405, "unexpected status"), (500, "unavailable")];

const MOBILE_ID_STATE: [(u16, &str); 5] = [
    (400, "bad request"),
    (401, "not let in"),
    (404, "session unknown"),
    (405, "unexpected status"),
    (500, "unavailable"),
];

/// CSC API v2.0, the table of common errors (§10) and those of OAuth 2.0 (§8.4.2, §8.4.4).
const CSC_NAMED: [(&str, &str); 14] = [
    ("access_denied", "denied"),
    ("unauthorized_client", "client not allowed"),
    ("invalid_client", "client unknown"),
    ("unsupported_response_type", "no codes"),
    ("invalid_scope", "scope unknown"),
    ("invalid_grant", "code not accepted"),
    ("expired_token", "token expired"),
    ("invalid_token", "token invalid"),
    ("invalid_authentication_data", "wrong PIN"),
    ("invalid_otp", "wrong OTP"),
    ("server_error", "server error"),
    ("temporarily_unavailable", "unavailable"),
    ("invalid_request", "bad request"),
    ("(any other)", "unknown error"),
];

/// The error tables of the methods, row by row; what stands in several of them is here once.
#[rustfmt::skip]
const CSC_ROWS: [(u16, &str, &str, &str); 84] = [
    // The sample of §10.1.
    (400, "invalid_request", "The access token is not valid", "token invalid"),
    (401, "invalid_request", "The access token is not valid", "token invalid"),
    // oauth2/token, §8.4.4.
    (400, "invalid_request", "Missing parameter client_id", "client unknown"),
    (400, "invalid_request", "Missing parameter grant_type", "bad request"),
    (400, "invalid_request", "Invalid parameter grant_type", "bad request"),
    (400, "invalid_request", "Missing parameter code", "bad request"),
    (400, "invalid_request", "Missing parameter refresh_token", "bad request"),
    (400, "invalid_request", "Invalid parameter client_id", "client unknown"),
    (400, "invalid_grant", "Invalid parameter code", "code not accepted"),
    (400, "invalid_grant", "redirect_uri parameter does not match redirect_uri parameter of authorization request", "code not accepted"),
    (400, "invalid_grant", "Invalid parameter refresh_token", "code not accepted"),
    (400, "invalid_grant", "Refresh token expired", "code not accepted"),
    (400, "invalid_grant", "Authorization code is invalid or expired", "code not accepted"),
    (400, "invalid_request", "Client authorization required", "client unknown"),
    (401, "invalid_request", "Client authorization required", "client unknown"),
    (400, "invalid_request", "Invalid parameter client_secret", "client unknown"),
    // oauth2/revoke, §8.4.5.
    (400, "invalid_request", "Missing parameter token", "bad request"),
    (400, "invalid_request", "Invalid parameter token_type_hint", "bad request"),
    (400, "invalid_request", "Invalid string parameter token", "bad request"),
    (400, "unsupported_token_type", "The authorization server does not support the revocation of the presented token type", "not offered"),
    (401, "invalid_client", "Invalid authorization header", "client unknown"),
    // auth/login and auth/revoke, §11.2 and §11.3, which are not called: services answer so elsewhere too.
    (401, "invalid_request", "Malformed authentication parameter.", "bad request"),
    (400, "invalid_request", "Malformed username-password.", "bad request"),
    (400, "invalid_request", "Invalid string parameter: refresh_token", "bad request"),
    (400, "invalid_request", "Invalid refresh_token", "code not accepted"),
    (400, "authentication_error", "An error occurred during authentication process", "wrong PIN"),
    (400, "invalid_request", "Malformed authorization header.", "bad request"),
    (400, "invalid_request", "Missing (or invalid type) string parameter token", "bad request"),
    (400, "invalid_request", "Invalid string parameter token_type_hint", "bad request"),
    // credentials/list and credentials/info, §11.4 and §11.5.
    (400, "invalid_request", "userID parameter MUST be null", "bad request"),
    (400, "invalid_request", "Invalid parameter userID", "bad request"),
    (400, "invalid_request", "Invalid parameter certificates", "bad request"),
    (400, "invalid_request", "Missing (or invalid type) string parameter credentialID", "no such credential"),
    (400, "invalid_request", "Invalid parameter credentialID", "no such credential"),
    // credentials/authorize, authorizeCheck and getChallenge, §11.6 to §11.8.
    (400, "invalid_request", "The credential identified by credentialID is disabled", "disabled"),
    (400, "invalid_request", "Missing (or invalid type) integer parameter numSignatures", "bad request"),
    (400, "invalid_request", "Invalid value for parameter numSignatures", "bad request"),
    (400, "invalid_request", "Numbers of signatures is too high", "too many"),
    (400, "invalid_authentication_data", "The authentication data is invalid", "wrong PIN"),
    (400, "invalid_request", "Credential locked", "locked"),
    (400, "invalid_request", "Invalid parameter handle", "session unknown"),
    (400, "invalid_request", "Invalid parameter authObjectID", "bad request"),
    // signatures/signHash, §11.10.
    (400, "invalid_request", "Missing (or invalid type) string parameter SAD", "SAD invalid"),
    (400, "invalid_request", "Invalid parameter SAD", "SAD invalid"),
    (400, "invalid_request", "Missing (or invalid type) array parameter hash", "bad request"),
    (400, "invalid_request", "Empty hash array", "bad request"),
    (400, "invalid_request", "Invalid Base64 hash string parameter", "bad request"),
    (400, "invalid_request", "Hash is not authorized by the SAD.", "hash not authorised"),
    (400, "invalid_request", "Missing (or invalid type) string parameter signAlgo", "bad request"),
    (400, "invalid_request", "Missing (or invalid type) string parameter signAlgoParams", "bad request"),
    (400, "invalid_request", "Missing (or invalid type) string parameter hashAlgorithmOID", "bad request"),
    (400, "invalid_request", "Invalid parameter hashAlgorithmOID", "bad request"),
    (400, "invalid_request", "Invalid parameter signAlgo", "bad request"),
    (400, "invalid_request", "Invalid parameter operationMode", "bad request"),
    (400, "invalid_request", "Invalid parameter validity_period", "bad request"),
    (400, "invalid_request", "Out of bounds parameter validity_period", "bad request"),
    (400, "invalid_request", "Invalid parameter response_uri", "bad request"),
    (400, "invalid_request", "Invalid parameter clientData", "bad request"),
    (400, "invalid_request", "Invalid digest value length", "bad request"),
    (400, "invalid_otp", "The OTP is invalid", "wrong OTP"),
    (400, "invalid_request", "SAD expired", "SAD expired"),
    (400, "invalid_request", "Signing certificate 'O=[organization],CN=[common_name]' is expired.", "certificate expired"),
    // signatures/signDoc, §11.11.
    (400, "invalid_request", "Invalid object parameter documentDigests", "bad request"),
    (400, "invalid_request", "Invalid array parameter documents", "bad request"),
    (400, "invalid_request", "Empty documentDigests and documents objects", "bad request"),
    (400, "invalid_request", "Both documentDigests and documents parameters passed", "bad request"),
    (400, "invalid_request", "Invalid Base64 hashes string parameter", "bad request"),
    (400, "invalid_request", "Invalid Base64 documents string parameter", "bad request"),
    (400, "invalid_request", "documentDigests or documents are not authorized by the SAD.", "hash not authorised"),
    (400, "invalid_request", "String parameter hashAlgorithmOID contradicts with signAlgo parameter", "bad request"),
    (400, "invalid_request", "Invalid parameter signature_format", "bad request"),
    (400, "invalid_request", "Missing (or invalid type) string parameter signature_format", "bad request"),
    (400, "invalid_request", "Invalid parameter conformance_level", "bad request"),
    (400, "invalid_request", "Invalid parameter signed_envelope_property", "bad request"),
    (400, "invalid_request", "Invalid parameter signed_props (list of invalid attributes)", "bad request"),
    (403, "invalid_hash", "Document or documentDigest does not match authroized hash", "hash not authorised"),
    // signatures/signPolling, §11.12; that it is not done yet is no refusal.
    (400, "invalid_request", "Missing (or invalid type) string parameter requestID", "session unknown"),
    (400, "invalid_request", "Invalid parameter requestID", "session unknown"),
    (400, "invalid_request", "userID parameter SHALL be null", "bad request"),
    (400, "invalid_request", "Invalid parameter \"userID\"", "bad request"),
    // signatures/timestamp, §11.13.
    (400, "invalid_request", "Missing (or invalid type) string parameter hash", "bad request"),
    (400, "invalid_request", "Empty hash parameter", "bad request"),
    (400, "invalid_request", "Invalid parameter hashAlgo", "bad request"),
    (400, "invalid_request", "Invalid parameter nonce", "bad request"),
];

const CSC_STATUS: [(u16, &str); 8] = [
    (400, "bad request"),
    (401, "token expired"),
    (403, "not allowed"),
    (404, "unexpected status"),
    (429, "asked too often"),
    (500, "server error"),
    (501, "not offered"),
    (503, "unavailable"),
];

/// What a service says of itself, so that it need not be asked, §11.1.
const CSC_INFO: [(&str, &str, &str); 6] = [
    ("info: specs of another version", "other version", r#"{"specs": "1.0.4.0"}"#),
    ("info: no such authType", "no such login", r#"{"authType": ["TLS"]}"#),
    ("info: no such method", "no such method", r#"{"methods": ["credentials/list"]}"#),
    (
        "info: no such signAlgorithms",
        "algorithm",
        r#"{"signAlgorithms": {"algos": ["1.2.840.10045.4.3.4"]}}"#,
    ),
    ("info: no signature_formats for PDFs", "no such format", r#"{"signature_formats": {"formats": ["X"]}}"#),
    ("info: no such conformance_levels", "no such level", r#"{"conformance_levels": ["Ades-B-LTA"]}"#),
];

/// What it says of a key, §11.5.
const CSC_CREDENTIAL: [(&str, &str, &str, &str); 6] = [
    ("credentials/info: key.status disabled", "disabled", "/key/status", "disabled"),
    ("credentials/info: cert.status expired", "certificate expired", "/cert/status", "expired"),
    ("credentials/info: cert.status revoked", "certificate revoked", "/cert/status", "revoked"),
    ("credentials/info: cert.status suspended", "certificate suspended", "/cert/status", "suspended"),
    ("credentials/info: auth.mode unknown", "mode unknown", "/auth/mode", "implicit"),
    (
        "credentials/info: auth.expression that nobody here satisfies",
        "no such proof",
        "/auth/expression",
        "FACE",
    ),
];

/// All answers of Smart-ID.
pub fn smart_id() -> Vec<Answer> {
    let mut answers = Vec::new();
    for (end, cause) in SMART_ID {
        let error = match end {
            "DOCUMENT_UNUSABLE, for a certificate" => {
                ended(by_document(), vec![(200, json!({"state": "DOCUMENT_UNUSABLE"}))])
            }
            end => {
                let details = json!({"interaction": "confirmationMessage"});
                let state = json!({"state": "COMPLETE", "result": {"endResult": end, "details": details}});
                ended(signature(), vec![(200, opened()), (200, state)])
            }
        };
        answers.push(Answer::new(end, cause, error));
    }
    for (status, cause) in SMART_ID_OPENING {
        let error = ended(signature(), vec![(status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}"), cause, error));
    }
    for (status, cause) in SMART_ID_STATE {
        let error = ended(signature(), vec![(200, opened()), (status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}, asked for the state"), cause, error));
    }
    answers
}

/// All answers of Smart-ID by version 2 of its API.
pub fn smart_id_v2() -> Vec<Answer> {
    let ended_by = |end: &str| json!({"state": "COMPLETE", "result": {"endResult": end}});
    let opened = || (200, json!({"sessionID": "x"}));
    let mut answers = Vec::new();
    for (end, cause) in SMART_ID_V2 {
        let error = match end.strip_suffix(", for a certificate") {
            Some(end) => ended(choice_v2(), vec![opened(), (200, ended_by(end))]),
            None => ended(signature_v2(), vec![opened(), (200, ended_by(end))]),
        };
        answers.push(Answer::new(end, cause, error));
    }
    for (status, cause) in SMART_ID_OPENING {
        let error = ended(signature_v2(), vec![(status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}"), cause, error));
    }
    for (status, cause) in SMART_ID_STATE {
        let error = ended(signature_v2(), vec![opened(), (status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}, asked for the state"), cause, error));
    }
    answers
}

/// All answers of Mobile-ID.
pub fn mobile_id() -> Vec<Answer> {
    let mut answers = Vec::new();
    for (result, cause) in MOBILE_ID {
        let state = json!({"state": "COMPLETE", "result": result});
        let error = ended(card_signature(), vec![(200, json!({"sessionID": "x"})), (200, state)]);
        answers.push(Answer::new(result, cause, error));
    }
    for (result, cause) in MOBILE_ID_CERTIFICATE {
        let error = ended(card_certificate(), vec![(200, json!({"result": result, "cert": ""}))]);
        answers.push(Answer::new(format!("{result}, for a certificate"), cause, error));
    }
    for (status, cause) in MOBILE_ID_OPENING {
        let error = ended(card_signature(), vec![(status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}"), cause, error));
    }
    for (status, cause) in MOBILE_ID_STATE {
        let opened = json!({"sessionID": "x"});
        let error = ended(card_signature(), vec![(200, opened), (status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}, asked for the state"), cause, error));
    }
    answers
}

/// All answers of a remote signing service.
pub fn csc() -> Vec<Answer> {
    let mut answers = Vec::new();
    for (name, cause) in CSC_NAMED {
        let error = ended(credentials(), vec![(400, json!({"error": name}))]);
        let by_browser = cloud::returned(&format!("error={name}&state={}", state()), &proof()).unwrap_err();
        assert_eq!(error.code(), by_browser.code(), "{name} by whichever way it comes");
        answers.push(Answer::new(name, cause, error));
    }
    for (status, name, description, cause) in CSC_ROWS {
        let error =
            ended(credentials(), vec![(status, json!({"error": name, "error_description": description}))]);
        answers.push(Answer::new(format!("HTTP {status}, {name}: {description}"), cause, error));
    }
    for (status, cause) in CSC_STATUS {
        let error = ended(credentials(), vec![(status, Value::Null)]);
        answers.push(Answer::new(format!("HTTP {status}"), cause, error));
    }
    let error = ended(credentials(), vec![(200, json!({"credentialIDs": []}))]);
    answers.push(Answer::new("an empty list of credentials", "no credential", error));
    let error = cloud::returned("code=x&state=y", &proof()).unwrap_err();
    answers.push(Answer::new("another state in the redirect", "from elsewhere", error));
    let error = ended(cloud::info(&client(), "en"), vec![(200, json!({"oauth2": "http://service.example"}))]);
    answers.push(Answer::new("an address without TLS", "insecure", error));
    let elsewhere = cloud::OauthServer::Base("https://elsewhere.example".to_owned());
    let error = elsewhere.is_at(&client().base_url).unwrap_err();
    answers.push(Answer::new("a login elsewhere, while keys are pinned", "elsewhere", error));
    for (name, cause, info) in CSC_INFO {
        let told = serde_json::from_str(info).unwrap();
        let Step::Done(info) = told_by(cloud::info(&client(), "en"), &told) else { panic!("{name}") };
        answers.push(Answer::new(name, cause, unfit(&info)));
    }
    for (name, cause, pointer, value) in CSC_CREDENTIAL {
        let mut described = described();
        *described.pointer_mut(pointer).unwrap() = json!(value);
        let error = ended(cloud::credential(&client(), &access(), "x", "en"), vec![(200, described)]);
        answers.push(Answer::new(name, cause, error));
    }
    let error = ended(leave(), vec![(202, json!({"handle": "x"}))]);
    answers.push(Answer::new("HTTP 202, for five minutes", "no answer", error));
    answers
}

fn client() -> cloud::Client {
    let (base_url, client_id) = ("https://localhost/csc/v2".to_owned(), "pitser".to_owned());
    cloud::Client { base_url, client_id, client_secret: None, methods: None }
}

fn proof() -> cloud::Proof {
    cloud::Proof::from_random(&[0; 48])
}

/// What 16 zero bytes are in base64url.
fn state() -> String {
    "A".repeat(22)
}

fn access() -> cloud::Token {
    let expires_at = Time::from_unix_seconds(1_795_003_600);
    cloud::Token { access: Secret::new("x"), expires_at, refresh: None }
}

/// Why a service that says this of itself is not asked to sign.
fn unfit(info: &cloud::Info) -> remote::Error {
    let listing = cloud::Client { methods: info.methods.clone(), ..client() };
    let checks = [
        info.speaks(),
        info.lets_in(cloud::Entrance::Person),
        listing.has("signatures/signHash"),
        info.signs(DigestAlgorithm::Sha256),
        info.form(cloud::Conformance::B).map(drop),
    ];
    checks.into_iter().find_map(Result::err).unwrap()
}

/// What a service says of a key.
fn described() -> Value {
    let pem = include_str!("../fixtures/keys/root.pem");
    let inside = pem.lines().skip_while(|line| !line.starts_with("-----BEGIN")).skip(1);
    let der: String = inside.take_while(|line| !line.starts_with('-')).collect();
    json!({
        "key": {"status": "enabled", "algo": ["1.2.840.113549.1.1.11"]},
        "cert": {"status": "valid", "certificates": [der]},
        "auth": {"mode": "explicit", "expression": "PIN",
            "objects": [{"type": "Password", "id": "PIN"}, {"type": "Face", "id": "FACE"}]},
        "multisign": 1,
    })
}

/// What comes of one answer.
fn told_by<S: Session>(mut session: S, body: &Value) -> Step<S::Output> {
    let now = Time::from_unix_seconds(1_795_000_000);
    assert!(matches!(session.poll(now), Ok(Step::Send(_))));
    session.handle(http::Response::new(body.to_string().into_bytes()), now);
    session.poll(now).unwrap()
}

fn credentials() -> cloud::Call<Vec<String>> {
    cloud::credentials(&client(), &access(), None)
}

fn leave() -> cloud::Call<cloud::Activation> {
    let certificate =
        pki::Certificate::from_pem(include_str!("../fixtures/keys/root.pem")).unwrap().remove(0);
    let credential = cloud::Credential {
        id: "x".to_owned(),
        certificate,
        issuers: Vec::new(),
        algorithms: Vec::new(),
        mode: cloud::Mode::Explicit(Vec::new()),
        multisign: 1,
    };
    let order =
        cloud::Authorizing { hashes: &[], algorithm: DigestAlgorithm::Sha256, answers: &[], description: "" };
    cloud::authorize(&client(), &access(), &credential, &order)
}

/// How a conversation ends with these answers, the last of them again and again.
fn ended<S: Session>(mut session: S, mut answers: Vec<(u16, Value)>) -> remote::Error {
    let mut now = Time::from_unix_seconds(1_795_000_000);
    for _ in 0..1000 {
        match session.poll(now) {
            Ok(Step::Send(_)) => {
                let (status, body) = answers[0].clone();
                if answers.len() > 1 {
                    answers.remove(0);
                }
                let response = http::Response::builder().status(status).body(body.to_string().into_bytes());
                session.handle(response.unwrap(), now);
            }
            Ok(Step::Wait { until }) => now = until,
            Ok(Step::Show(_)) => {}
            Ok(Step::Done(_)) => panic!("it ended well"),
            Err(error) => return error,
        }
    }
    panic!("it never ends")
}

fn opened() -> Value {
    json!({"sessionID": "x", "vc": {"type": "numeric4", "value": "4927"}})
}

fn party() -> smart::RelyingParty {
    smart::RelyingParty::demo("https://localhost/smart-id-rp")
}

fn signature() -> smart::Signature {
    let order = smart::SignatureOrder {
        digest: vec![0; 64],
        algorithm: SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512)),
        level: smart::CertificateLevel::Qualified,
        interactions: smart::Interactions::for_notification("Sign", "Sign").unwrap(),
        nonce: None,
    };
    smart::Signature::new(&party(), &"PNOEE-40504040001-DEM0-Q".parse().unwrap(), &order).unwrap()
}

fn signature_v2() -> smart::v2::Signature {
    let order = smart::SignatureOrder {
        digest: vec![0; 64],
        algorithm: SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha512),
        level: smart::CertificateLevel::Qualified,
        interactions: smart::Interactions::for_notification("Sign", "Sign").unwrap(),
        nonce: None,
    };
    let number = "PNOEE-40504040001-DEM0-Q".parse().unwrap();
    smart::v2::Signature::new(&party(), smart::Asked::Account(&number), &order).unwrap()
}

fn choice_v2() -> smart::v2::CertificateChoice {
    let number = "PNOEE-40504040001-DEM0-Q".parse().unwrap();
    let level = smart::CertificateLevel::Qualified;
    smart::v2::CertificateChoice::new(&party(), smart::Asked::Account(&number), level, None)
}

fn by_document() -> smart::CertificateByDocument {
    let number = "PNOEE-40504040001-DEM0-Q".parse().unwrap();
    smart::CertificateByDocument::new(&party(), &number, smart::CertificateLevel::Qualified)
}

fn subscriber() -> mobile::Subscriber {
    mobile::Subscriber::parse("+37200000766", "60001019906").unwrap()
}

fn card_signature() -> mobile::Signature {
    let text = mobile::DisplayText::new("Sign").unwrap();
    let order = mobile::SignatureOrder { digest: vec![0; 32], hash: DigestAlgorithm::Sha256, text };
    let party = mobile::RelyingParty::demo("https://localhost/mid-api");
    mobile::Signature::new(&party, &subscriber(), &order).unwrap()
}

fn card_certificate() -> mobile::CertificateRequest {
    mobile::CertificateRequest::new(&mobile::RelyingParty::demo("https://localhost/mid-api"), &subscriber())
}
