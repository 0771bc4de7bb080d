//! Conversations with a remote signing service, played through with hand-written answers. Requests are compared with those
//! printed in the specification (CSC API v2.0.0.2).
#![allow(clippy::unwrap_used, missing_docs)]

#[expect(dead_code, reason = "shared with the stories of Smart-ID")]
mod common;

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{Person, Profile, answer, at, body, done, failed, ok, sent};
use pki::{DigestAlgorithm, PssParameters, SignatureAlgorithm};
use remote::csc::{
    self, Activation, Answer, AuthObject, Authorizing, Call, Challenge, Client, Conformance, Credential,
    Digests, Info, Kind, Mode, OauthServer, Page, Proof, Scope, Token,
};
use remote::{Secret, Session, Step};
use serde_json::json;

static HOLDER: LazyLock<Person> = LazyLock::new(|| Person::new("PNOEE-60001019906", &Profile::default()));

const RSA: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256);
const MESSAGE: &[u8] = b"signed attributes";

fn client() -> Client {
    Client {
        base_url: "https://service.domain.org/csc/v2".to_owned(),
        client_id: "pitser".to_owned(),
        client_secret: None,
        methods: None,
    }
}

fn token() -> Token {
    Token {
        access: Secret::new("4/CKN69L8gdSYp5_pwH3XlFQZ3ndFhkXf9P2"),
        expires_at: at(3600.0),
        refresh: None,
    }
}

fn hashes() -> Vec<Vec<u8>> {
    vec![DigestAlgorithm::Sha256.digest(MESSAGE), DigestAlgorithm::Sha256.digest(b"other")]
}

fn credential() -> Credential {
    let mut call = csc::credential(&client(), &token(), "GX0112348", "en");
    let request = sent(&mut call, at(0.0));
    assert_eq!(request.uri(), "https://service.domain.org/csc/v2/credentials/info");
    assert_eq!(request.headers()["authorization"], "Bearer 4/CKN69L8gdSYp5_pwH3XlFQZ3ndFhkXf9P2");
    let expected =
        json!({"credentialID": "GX0112348", "certificates": "chain", "authInfo": true, "lang": "en"});
    assert_eq!(body(&request), expected);
    call.handle(ok(described()), at(1.0));
    done(&mut call, at(1.0))
}

fn described() -> serde_json::Value {
    json!({
        "key": {"status": "enabled", "algo": ["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.10"], "len": 2048,
            "curve": null},
        "cert": {"status": "valid", "certificates": [STANDARD.encode(HOLDER.certificate.der())],
            "serialNumber": "184966370757515800"},
        "auth": {"mode": "explicit", "expression": "PIN AND OTP", "objects": [
            {"type": "Password", "id": "PIN", "format": "N", "label": "PIN", "description": "Please enter the PIN"},
            {"type": "ChallengeResponse", "id": "OTP", "format": "N", "generator": "totp"},
            {"type": "PasswordOOB", "id": "UNUSED"}
        ]},
        "multisign": 5, "lang": "en-US", "unknown": {"field": 1}
    })
}

fn activation(seconds: u64) -> Activation {
    let mut call = authorizing();
    drop(sent(&mut call, at(0.0)));
    call.handle(ok(json!({"SAD": "_TiHRG-bAH3XlFQZ3ndFhkXf9P24", "expiresIn": seconds})), at(0.0));
    done(&mut call, at(0.0))
}

fn authorizing() -> Call<Activation> {
    let answers = [
        Answer { id: "PIN".to_owned(), value: Some(Secret::new("123456")) },
        Answer { id: "OTP".to_owned(), value: Some(Secret::new("738496")) },
    ];
    let order = Authorizing {
        hashes: &hashes(),
        algorithm: DigestAlgorithm::Sha256,
        answers: &answers,
        description: "two.pdf",
    };
    csc::authorize(&client(), &token(), &credential(), &order)
}

fn order(hashes: &[Vec<u8>]) -> Digests<'_> {
    Digests { hashes, algorithm: RSA, asynchronous: false }
}

#[test]
fn a_credential_says_what_it_takes_to_use_it() {
    let credential = credential();
    let Mode::Explicit(objects) = &credential.mode else { panic!("{credential:?}") };
    let asked: Vec<_> = objects.iter().map(|object| (object.id.as_str(), object.kind)).collect();
    assert_eq!(asked, [("PIN", Kind::Password), ("OTP", Kind::ChallengeResponse)]);
    assert_eq!((credential.multisign, &credential.certificate), (5, &HOLDER.certificate));
    let pss = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha512));
    let info = Info::default();
    assert_eq!(credential.algorithm(DigestAlgorithm::Sha512, &info), Ok(pss));
    let of_pkcs1 = Info { algorithms: Some(vec!["1.2.840.113549.1.1.1".to_owned()]), ..Info::default() };
    let pkcs1 = SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256);
    assert_eq!(credential.algorithm(DigestAlgorithm::Sha256, &of_pkcs1), Ok(pkcs1), "what both have");
    let of_curves = Info { algorithms: Some(vec!["1.2.840.10045.4.3.2".to_owned()]), ..Info::default() };
    assert_eq!(credential.algorithm(DigestAlgorithm::Sha256, &of_curves).unwrap_err().code(), "algorithm");
    let plain = Credential { algorithms: vec!["1.2.840.113549.1.1.1".to_owned()], ..credential.clone() };
    assert_eq!(plain.algorithm(DigestAlgorithm::Sha256, &info), Ok(RSA));
    let foreign = Credential { algorithms: vec!["1.2.840.10045.4.3.2".to_owned()], ..credential };
    assert_eq!(foreign.algorithm(DigestAlgorithm::Sha256, &info).unwrap_err().code(), "algorithm");
    for (pointer, value, code) in [
        ("/key/status", json!("disabled"), "csc-disabled"),
        ("/cert/status", json!("expired"), "csc-certificate-expired"),
        ("/cert/status", json!("revoked"), "csc-certificate-revoked"),
        ("/cert/status", json!("suspended"), "csc-certificate-suspended"),
        ("/cert/certificates", json!([]), "malformed-answer"),
        ("/cert/certificates/0", json!("AAAA"), "certificate-unreadable"),
        ("/auth/mode", json!("implicit"), "csc-mode"),
        ("/auth/expression", json!("PIN AND ANOTHER"), "csc-factors"),
        ("/auth/expression", json!("PIN AND"), "malformed-answer"),
        ("/auth/objects/0/type", json!("Face"), "csc-factors"),
        ("/multisign", json!(0), "malformed-answer"),
    ] {
        let mut call = csc::credential(&client(), &token(), "GX0112348", "en");
        drop(sent(&mut call, at(0.0)));
        let mut described = described();
        *described.pointer_mut(pointer).unwrap() = value;
        call.handle(ok(described), at(1.0));
        assert_eq!(failed(&mut call, at(1.0)).code(), code, "{pointer}");
    }
}

/// Which of the questions of [`described`] are asked, with this expression and these methods.
fn asked(expression: Option<&str>, methods: &[&str]) -> Result<Vec<String>, remote::Error> {
    let methods = ["credentials/info", "credentials/authorize"].iter().chain(methods);
    let listed = Client { methods: Some(methods.map(|one| (*one).to_owned()).collect()), ..client() };
    let mut call = csc::credential(&listed, &token(), "GX0112348", "en");
    drop(sent(&mut call, at(0.0)));
    let mut described = described();
    described["auth"]["expression"] = json!(expression);
    described["auth"]["objects"].as_array_mut().unwrap().push(json!({"type": "Face", "id": "FACE"}));
    call.handle(ok(described), at(1.0));
    match call.poll(at(1.0)) {
        Ok(Step::Done(Credential { mode: Mode::Explicit(objects), .. })) => {
            Ok(objects.into_iter().map(|object| object.id).collect())
        }
        Ok(other) => panic!("{other:?}"),
        Err(error) => Err(error),
    }
}

#[test]
fn what_is_asked_is_what_both_sides_can_do() {
    let all = ["credentials/getChallenge", "credentials/authorizeCheck"];
    let way = |expression: &str, methods: &[&str]| asked(Some(expression), methods).unwrap();
    assert_eq!(way("PIN AND OTP", &all), ["PIN", "OTP"]);
    assert_eq!(way("FACE OR PIN", &all), ["PIN"]);
    assert_eq!(way("OTP XOR PIN", &all), ["OTP"]);
    assert_eq!(way("OTP XOR PIN", &[]), ["PIN"], "no challenge can be asked for");
    assert_eq!(way("(FACE AND PIN) OR UNUSED", &all), ["UNUSED"]);
    let refused = |expression, methods: &[&str]| asked(expression, methods).unwrap_err();
    let error = refused(Some("PIN AND (FACE OR VOICE)"), &all);
    assert_eq!(error.code(), "csc-factors");
    assert!(error.to_string().contains("FACE (Face); VOICE"), "{error}");
    assert_eq!(refused(None, &all).code(), "csc-factors", "all of them, one of which nobody knows");
    let error = refused(Some("PIN AND OTP"), &[]);
    assert!(error.to_string().contains("credentials/getChallenge"), "{error}");
    assert_eq!(refused(Some("UNUSED"), &[]).code(), "csc-method-missing");
}

#[test]
fn the_page_is_asked_for_as_the_specification_prints_it() {
    let mut call = csc::endpoints(&client(), &OauthServer::Base("https://www.domain.org/".to_owned()));
    let endpoints = done(&mut call, at(0.0));
    let page = Page { endpoints: &endpoints, redirect: "http://127.0.0.1:4711/a1b2", language: "et" };
    let proof = Proof::from_random(&[3; 48]);
    let hashes = hashes();
    let scope = Scope::Credential {
        id: "GX0112348",
        hashes: &hashes,
        algorithm: DigestAlgorithm::Sha256,
        description: "two & three.pdf",
    };
    let url = csc::authorization_page(&client(), &page, &scope, &proof);
    assert!(url.starts_with("https://www.domain.org/oauth2/authorize?response_type=code&client_id=pitser&"));
    for part in [
        "redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fa1b2&",
        "code_challenge_method=S256&",
        "scope=credential&credentialID=GX0112348&numSignatures=2&hashes=",
        "hashAlgorithmOID=2.16.840.1.101.3.4.2.1&",
        "description=two+%26+three.pdf",
        "lang=et&",
    ] {
        assert!(url.contains(part), "{part} in {url}");
    }
    let service = csc::authorization_page(&client(), &page, &Scope::Service, &proof);
    assert!(service.ends_with("scope=service") && !service.contains("hashes"));

    let with_secret = Client { client_secret: Some(Secret::new("a b")), ..client() };
    let mut call = csc::token(&with_secret, &page, &Secret::new("FhkXf9P269L8g"), &proof);
    assert!(!call.may_repeat(), "a code is good for once");
    let request = sent(&mut call, at(0.0));
    assert_eq!(request.uri(), "https://www.domain.org/oauth2/token");
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    let basic = format!("Basic {}", STANDARD.encode("pitser:a+b"));
    assert_eq!(request.headers()["authorization"], basic.as_str());
    let text = String::from_utf8(request.into_body()).unwrap();
    assert!(
        text.starts_with("client_id=pitser&grant_type=authorization_code&code=FhkXf9P269L8g&redirect_uri=")
    );
    assert!(text.contains("&code_verifier="));
    call.handle(ok(json!({"access_token": "abc", "token_type": "bearer", "expires_in": 300})), at(2.0));
    let token = done(&mut call, at(2.0));
    assert_eq!(token.expires_at, at(302.0));
    assert!(!format!("{token:?} {call:?}").contains("abc"));
}

#[test]
fn several_hashes_come_back_in_their_order() {
    let (credential, activation, hashes) = (credential(), activation(300), hashes());
    let mut call = csc::sign_hashes(&client(), &activation, &credential, &order(&hashes), at(1.0));
    let request = sent(&mut call, at(1.0));
    let expected = json!({"credentialID": "GX0112348", "SAD": "_TiHRG-bAH3XlFQZ3ndFhkXf9P24",
        "hashes": [STANDARD.encode(&hashes[0]), STANDARD.encode(&hashes[1])],
        "hashAlgorithmOID": "2.16.840.1.101.3.4.2.1", "signAlgo": "1.2.840.113549.1.1.11"});
    assert_eq!(body(&request), expected);
    assert!(!call.may_repeat(), "the authorisation is used up");
    let value = HOLDER.sign_pkcs1_sha256(MESSAGE);
    call.handle(ok(json!({"signatures": [value, "AAAA"]})), at(2.0));
    let values = done(&mut call, at(2.0));
    let holds = |value: &[u8]| csc::checked(value, &HOLDER.certificate, &RSA, &hashes[0]);
    assert!(holds(&values[0]).is_ok());
    assert_eq!(holds(&values[1]).unwrap_err().code(), "signature-invalid");

    let mut call = csc::sign_hashes(&client(), &activation, &credential, &order(&hashes), at(1.0));
    drop(sent(&mut call, at(1.0)));
    call.handle(ok(json!({"signatures": ["AAAA"]})), at(2.0));
    assert_eq!(failed(&mut call, at(2.0)).code(), "malformed-answer", "one is missing");
}

#[test]
fn a_dead_authorisation_is_not_sent() {
    let hashes = hashes();
    let mut call = csc::sign_hashes(&client(), &activation(60), &credential(), &order(&hashes), at(60.0));
    assert_eq!(failed(&mut call, at(60.0)).code(), "csc-sad-expired");
}

#[test]
fn whole_signatures_are_asked_for_by_format_and_level() {
    let (hashes, by_token) = (hashes(), Activation::by_token(token()));
    let pss = SignatureAlgorithm::RsaPss(PssParameters::standard(DigestAlgorithm::Sha256));
    let order = Digests { algorithm: pss, asynchronous: true, ..order(&hashes) };
    let info = Info { formats: Some(vec!["C".to_owned()]), ..Info::default() };
    let form = info.form(Conformance::T).unwrap();
    let mut call = csc::sign_documents(&client(), &by_token, &credential(), &order, form, at(1.0));
    let sent_body = body(&sent(&mut call, at(1.0)));
    assert_eq!(sent_body.get("SAD"), None, "the token stands for it");
    assert_eq!(sent_body["operationMode"], "A");
    let digests = &sent_body["documentDigests"][0];
    let stated = ["signature_format", "conformance_level", "signed_envelope_property", "signAlgo"]
        .map(|name| digests[name].as_str().unwrap());
    assert_eq!(stated, ["C", "Ades-B-T", "Detached", "1.2.840.113549.1.1.10"]);
    let parameters = STANDARD.decode(digests["signAlgoParams"].as_str().unwrap()).unwrap();
    let behind = [&[0x30, 0x41, 0x06, 0x09][..], &[0; 9], &parameters].concat();
    assert_eq!(behind.len(), pss.to_der().len());
    assert!(pss.to_der().ends_with(&parameters) && parameters.starts_with(&[0x30, 0x34]));

    call.handle(ok(json!({"responseID": "158112-652341-khj"})), at(2.0));
    assert!(matches!(call.poll(at(2.0)), Ok(Step::Wait { .. })));
    let poll = sent(&mut call, at(5.0));
    assert_eq!(poll.uri().path(), "/csc/v2/signatures/signPolling");
    assert_eq!(body(&poll), json!({"requestID": "158112-652341-khj"}));
    assert!(call.may_repeat());
    // As specified, and as a service in the field does it.
    for status in [202, 400] {
        call.handle(answer(status, &json!({"error": "accepted_request"})), at(5.0));
        assert!(matches!(call.poll(at(5.0)), Ok(Step::Wait { .. })), "{status}");
    }
    call.handle(answer(503, &json!({})), at(8.0));
    assert!(matches!(call.poll(at(8.0)), Ok(Step::Wait { .. })), "what is asked for is not lost at once");
    call.handle(ok(json!({"SignatureObject": ["AQ==", "Ag=="]})), at(12.0));
    assert_eq!(done(&mut call, at(12.0)), [[1], [2]]);
}

#[test]
fn what_is_never_ready_is_given_up() {
    let hashes = hashes();
    let mut call = csc::sign_hashes(&client(), &activation(3600), &credential(), &order(&hashes), at(0.0));
    drop(sent(&mut call, at(0.0)));
    call.handle(ok(json!({"responseID": "x"})), at(0.0));
    assert_eq!(failed(&mut call, at(300.0)).code(), "csc-timed-out");
    let mut call = csc::sign_hashes(&client(), &activation(3600), &credential(), &order(&hashes), at(0.0));
    drop(sent(&mut call, at(0.0)));
    call.handle(answer(202, &json!({"error": "accepted_request"})), at(0.0));
    assert_eq!(failed(&mut call, at(1.0)).code(), "malformed-answer", "there is nothing to ask by");
}

#[test]
fn leave_is_asked_for_with_what_the_person_typed_and_awaited_where_the_phone_rings() {
    let mut call = authorizing();
    let request = sent(&mut call, at(0.0));
    let body_sent = body(&request);
    assert_eq!(
        body_sent["authData"],
        json!([{"id": "PIN", "value": "123456"}, {"id": "OTP", "value": "738496"}])
    );
    assert_eq!(
        (&body_sent["numSignatures"], &body_sent["hashes"][0]),
        (&json!(2), &json!(STANDARD.encode(&hashes()[0])))
    );
    assert!(!call.may_repeat(), "a one-time password is good for once");
    call.handle(answer(202, &json!({"handle": "878287f37b2bv293"})), at(1.0));
    let check = sent(&mut call, at(4.0));
    assert_eq!(check.uri().path(), "/csc/v2/credentials/authorizeCheck");
    assert_eq!(body(&check), json!({"handle": "878287f37b2bv293"}));
    call.handle(ok(json!({"SAD": "abc"})), at(5.0));
    let activation = done(&mut call, at(5.0));
    assert_eq!(activation.expires_at(), at(3605.0), "an hour where nothing is said");
    assert!(!format!("{activation:?}").contains("abc"));

    let object = AuthObject {
        id: "OTP".to_owned(),
        kind: Kind::ChallengeResponse,
        label: String::new(),
        description: String::new(),
    };
    for (status, text, expected) in [
        (
            200,
            json!({"challenge": "What's your mother's birth name?"}),
            Challenge::Here("What's your mother's birth name?".to_owned()),
        ),
        (204, json!(null), Challenge::Elsewhere),
        (201, json!(null), Challenge::Elsewhere),
    ] {
        let mut call = csc::challenge(&client(), &token(), &credential(), &object);
        let asked = body(&sent(&mut call, at(0.0)));
        assert_eq!(asked, json!({"credentialID": "GX0112348", "authObjectID": "OTP"}));
        call.handle(answer(status, &text), at(1.0));
        assert_eq!(done(&mut call, at(1.0)), expected);
    }
}

#[test]
fn a_list_names_credentials_or_says_that_there_are_none() {
    let list = |answered| {
        let mut call = csc::credentials(&client(), &token(), Some("amy"));
        let request = sent(&mut call, at(0.0));
        assert_eq!(body(&request), json!({"userID": "amy", "onlyValid": true}));
        call.handle(ok(answered), at(1.0));
        call
    };
    let mut call = list(json!({"credentialIDs": ["GX0112348", "HX0224685"], "onlyValid": true}));
    assert_eq!(done(&mut call, at(1.0)), ["GX0112348", "HX0224685"]);
    assert_eq!(failed(&mut list(json!({"credentialIDs": []})), at(1.0)).code(), "csc-no-credential");
    assert_eq!(failed(&mut list(json!({"credentialIDs": [""]})), at(1.0)).code(), "malformed-answer");
    let many: Vec<_> = (0..101).map(|number| number.to_string()).collect();
    assert_eq!(failed(&mut list(json!({"credentialIDs": many})), at(1.0)).code(), "malformed-answer");
}
