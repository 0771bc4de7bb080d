//! The remote signing service in virtual time; what it signs is judged by openssl.
#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use common::{Story, bytes, told};
use emulator::{Answer, CSC_OTP, CSC_PIN, CscRefusal, Faults};
use http::Request;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const REDIRECT: &str = "http://127.0.0.1:4711/a1b2";
/// RFC 7636 Appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const SHA256: &str = "2.16.840.1.101.3.4.2.1";
const MESSAGE: &[u8] = b"signed attributes";

fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn login(story: &Story) -> String {
    format!("{}/oauth2", story.world.urls().csc_login())
}

fn query(more: &[(&str, &str)]) -> String {
    let usual = [
        ("response_type", "code"),
        ("client_id", emulator::CSC_CLIENT),
        ("redirect_uri", REDIRECT),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
        ("state", "12345678"),
    ];
    form(&[&usual[..], more].concat())
}

fn decide(story: &mut Story, query: &str, decision: &str, user: &str) -> Answer {
    let body = form(&[("request", query), ("decision", decision), ("user", user)]);
    let url = format!("{}/decide", login(story));
    story.post_to(&url, "application/x-www-form-urlencoded", body.into_bytes())
}

/// Where the browser is sent, as name and value.
fn away(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status(), 302);
    let location = answer.headers()["location"].to_str().unwrap();
    let query = location.strip_prefix(REDIRECT).unwrap().strip_prefix('?').unwrap();
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn redeem(story: &mut Story, code: &str, verifier: &str) -> (u16, Value) {
    let body = form(&[
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("client_id", emulator::CSC_CLIENT),
        ("code_verifier", verifier),
    ]);
    let url = format!("{}/token", login(story));
    told(&story.post_to(&url, "application/x-www-form-urlencoded", body.into_bytes()))
}

fn token(story: &mut Story, query: &str, user: &str) -> String {
    let back = away(&decide(story, query, "approve", user));
    assert_eq!(back[1], ("state".to_owned(), "12345678".to_owned()));
    let (status, body) = redeem(story, &back[0].1, VERIFIER);
    assert_eq!((status, &body["token_type"]), (200, &json!("Bearer")), "{body}");
    body["access_token"].as_str().unwrap().to_owned()
}

fn service(story: &mut Story, user: &str) -> String {
    token(story, &query(&[("scope", "service")]), user)
}

fn ask(story: &mut Story, token: &str, method: &str, body: &Value) -> (u16, Value) {
    let request = Request::post(format!("{}/{method}", story.world.urls().csc()))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {token}"));
    told(&story.send(request.body(body.to_string().into_bytes()).unwrap()))
}

fn hash(message: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(message))
}

fn signing(id: &str, messages: &[&[u8]]) -> Value {
    let hashes: Vec<_> = messages.iter().map(|message| hash(message)).collect();
    json!({"credentialID": id, "hashes": hashes, "hashAlgorithmOID": SHA256, "signAlgo": "1.2.840.10045.4.3.2"})
}

fn credential_query(id: &str, messages: &[&[u8]], count: &str) -> String {
    let hashes: Vec<_> = messages.iter().map(|one| URL_SAFE_NO_PAD.encode(Sha256::digest(one))).collect();
    let hashes = hashes.join(",");
    query(&[
        ("scope", "credential"),
        ("credentialID", id),
        ("numSignatures", count),
        ("hashes", &hashes),
        ("hashAlgorithmOID", SHA256),
    ])
}

struct Openssl(tempfile::TempDir);

impl Openssl {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(dir.path().join(name), content).unwrap();
        }
        Self(dir)
    }

    fn run(&self, arguments: &str) -> (bool, Vec<u8>) {
        let arguments = arguments.split_whitespace();
        let output = Command::new("openssl").args(arguments).current_dir(self.0.path()).output().unwrap();
        (output.status.success(), output.stdout)
    }
}

fn verifies(certificate: &[u8], value: &[u8]) -> bool {
    let openssl = Openssl::with(&[("certificate.der", certificate), ("message", MESSAGE), ("value", value)]);
    let (read, key) = openssl.run("x509 -inform DER -in certificate.der -noout -pubkey");
    assert!(read);
    std::fs::write(openssl.0.path().join("key.pem"), key).unwrap();
    openssl.run("dgst -sha256 -verify key.pem -signature value message").0
}

#[test]
fn a_person_approves_on_the_page_and_openssl_agrees() {
    let mut story = Story::begin();
    let service = service(&mut story, "liis");
    let (_, listed) = ask(&mut story, &service, "credentials/list", &json!({}));
    assert_eq!(listed["credentialIDs"], json!(["GX0112348"]));
    let asking = json!({"credentialID": "GX0112348", "certificates": "chain"});
    let (_, info) = ask(&mut story, &service, "credentials/info", &asking);
    let certificate = bytes(&info["cert"]["certificates"][0]);
    assert_eq!((&info["auth"]["mode"], &info["SCAL"]), (&json!("oauth2code"), &json!("2")));
    let (status, refused) =
        ask(&mut story, &service, "signatures/signHash", &signing("GX0112348", &[MESSAGE]));
    assert_eq!((status, &refused["error"]), (400, &json!("invalid_request")), "without leave");

    let leave = token(&mut story, &credential_query("GX0112348", &[MESSAGE, b"other"], "2"), "");
    let (status, signed) = ask(&mut story, &leave, "signatures/signHash", &signing("GX0112348", &[MESSAGE]));
    assert_eq!(status, 200, "{signed}");
    assert!(verifies(&certificate, &bytes(&signed["signatures"][0])));
    let (_, strange) = ask(&mut story, &leave, "signatures/signHash", &signing("GX0112348", &[b"strange"]));
    assert_eq!(strange["error_description"], "Hash is not authorized by the SAD.");
    assert_eq!(ask(&mut story, &leave, "signatures/signHash", &signing("GX0112348", &[b"other"])).0, 200);
    let (_, more) = ask(&mut story, &leave, "signatures/signHash", &signing("GX0112348", &[MESSAGE]));
    assert_eq!(more["error_description"], "Invalid parameter SAD", "both are used up");
}

#[test]
fn codes_are_good_for_once_and_for_whoever_began() {
    let mut story = Story::begin();
    let asked = query(&[("scope", "service")]);
    let code = away(&decide(&mut story, &asked, "approve", "liis"))[0].1.clone();
    assert_eq!(redeem(&mut story, &code, "another verifier").1["error"], "invalid_grant");
    assert_eq!(redeem(&mut story, &code, VERIFIER).1["error"], "invalid_grant", "it was tried once");
    let code = away(&decide(&mut story, &asked, "approve", "liis"))[0].1.clone();
    story.pass(61);
    assert_eq!(redeem(&mut story, &code, VERIFIER).1["error"], "invalid_grant", "too old");
    assert_eq!(away(&decide(&mut story, &asked, "refuse", ""))[0].1, "access_denied");
    let leave = token(&mut story, &credential_query("GX0112348", &[MESSAGE], "1"), "");
    story.pass(301);
    let (status, late) = ask(&mut story, &leave, "signatures/signHash", &signing("GX0112348", &[MESSAGE]));
    assert_eq!((status, &late["error"]), (401, &json!("expired_token")));
}

#[test]
fn the_page_shows_what_is_asked_and_leads_nobody_elsewhere() {
    let mut story = Story::begin();
    let page = |story: &mut Story, query: &str| {
        let url = format!("{}/authorize?{query}", login(story));
        story.get_from(&url)
    };
    let shown = page(&mut story, &query(&[("scope", "service")]));
    let text = String::from_utf8(shown.body().clone()).unwrap();
    assert!(shown.status() == 200 && text.contains("Approve") && text.contains("Refuse"));
    let tricky =
        credential_query("GX0112348", &[MESSAGE], "1") + "&description=%3Cscript%3Ealert(1)%3C/script%3E";
    let text = String::from_utf8(page(&mut story, &tricky).body().clone()).unwrap();
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script>"));
    for redirect in ["https://evil.example/", "http://evil.example/", "http://127.0.0.1.evil.example/", "x"] {
        let asked = query(&[]).replace(&form(&[("r", REDIRECT)])[2..], &form(&[("r", redirect)])[2..]);
        assert_eq!(page(&mut story, &asked).status(), 400, "{redirect}");
    }
    for (more, error) in [
        (vec![("response_type", "token")], "unsupported_response_type"),
        (vec![("scope", "everything")], "invalid_scope"),
        (vec![("code_challenge", "")], "invalid_request"),
        (vec![("scope", "credential"), ("credentialID", "none")], "invalid_request"),
        (
            vec![("scope", "credential"), ("credentialID", "GX0112348"), ("numSignatures", "11")],
            "invalid_request",
        ),
    ] {
        assert_eq!(away(&page(&mut story, &query(&more)))[0].1, error, "{more:?}");
    }
}

#[test]
fn a_pin_and_a_one_time_password_give_leave_and_three_wrong_ones_lock() {
    let mut story = Story::begin();
    let service = service(&mut story, "janis");
    let mut asked = signing("HX0224685", &[MESSAGE]);
    asked["numSignatures"] = json!(1);
    let mut typed = |story: &mut Story, pin: &str, otp: &str| {
        asked["authData"] = json!([{"id": "PIN", "value": pin}, {"id": "OTP", "value": otp}]);
        ask(story, &service, "credentials/authorize", &asked)
    };
    let (status, given) = typed(&mut story, CSC_PIN, CSC_OTP);
    assert_eq!((status, &given["expiresIn"]), (200, &json!(300)));
    let mut order = signing("HX0224685", &[MESSAGE]);
    order["SAD"] = given["SAD"].clone();
    assert_eq!(typed(&mut story, "1", CSC_OTP).1["error"], "invalid_authentication_data");
    assert_eq!(typed(&mut story, CSC_PIN, "1").1["error"], "invalid_otp");
    assert_eq!(typed(&mut story, "1", "1").1["error"], "invalid_authentication_data");
    assert_eq!(typed(&mut story, CSC_PIN, CSC_OTP).1["error_description"], "Credential locked");
    let (status, signed) = ask(&mut story, &service, "signatures/signHash", &order);
    assert_eq!(status, 200, "{signed}");
    let certificate = story.world.cloud_certificate("HX0224685").unwrap().to_vec();
    assert!(verifies(&certificate, &bytes(&signed["signatures"][0])));
    let disabled = json!({"credentialID": "HX0224687", "numSignatures": 1});
    let (_, refused) = ask(&mut story, &service, "credentials/authorize", &disabled);
    assert_eq!(refused["error_description"], "The credential identified by credentialID is disabled");
}

#[test]
fn what_takes_its_time_is_asked_for_again() {
    let mut story = Story::begin();
    let service = service(&mut story, "janis");
    let mut asked = signing("HX0224686", &[MESSAGE]);
    asked["signAlgo"] = json!("1.2.840.113549.1.1.11");
    let mut leave = asked.clone();
    leave["numSignatures"] = json!(1);
    let (status, underway) = ask(&mut story, &service, "credentials/authorize", &leave);
    assert_eq!(status, 202);
    assert_eq!(ask(&mut story, &service, "credentials/authorizeCheck", &underway).0, 202);
    story.pass(3);
    let (status, given) = ask(&mut story, &service, "credentials/authorizeCheck", &underway);
    assert_eq!(status, 200, "{given}");
    asked["SAD"] = given["SAD"].clone();
    asked["operationMode"] = json!("A");
    let (_, opened) = ask(&mut story, &service, "signatures/signHash", &asked);
    let polling = json!({"requestID": opened["responseID"]});
    let (status, waiting) = ask(&mut story, &service, "signatures/signPolling", &polling);
    assert_eq!((status, &waiting["error"]), (202, &json!("accepted_request")));
    story.pass(3);
    let (status, signed) = ask(&mut story, &service, "signatures/signPolling", &polling);
    assert_eq!(status, 200);
    let certificate = story.world.cloud_certificate("HX0224686").unwrap().to_vec();
    assert!(verifies(&certificate, &bytes(&signed["signatures"][0])));
}

#[test]
fn whole_signatures_and_time_stamps_are_what_openssl_takes() {
    let mut story = Story::begin();
    let leave = token(&mut story, &credential_query("GX0112348", &[MESSAGE], "1"), "");
    let order = json!({"credentialID": "GX0112348", "documentDigests": [{
        "hashes": [hash(MESSAGE)], "hashAlgorithmOID": SHA256, "signAlgo": "1.2.840.10045.4.3.2",
        "signature_format": "C", "conformance_level": "Ades-B-T"}]});
    let (status, signed) = ask(&mut story, &leave, "signatures/signDoc", &order);
    assert_eq!(status, 200, "{signed}");
    let cms = bytes(&signed["SignatureObject"][0]);
    let root = story.world.root_certificate();
    let openssl = Openssl::with(&[("cms", &cms), ("message", MESSAGE), ("root.der", root)]);
    assert!(openssl.run("x509 -inform DER -in root.der -out root.pem").0);
    let verified = openssl
        .run("cms -verify -cades -CAfile root.pem -purpose any -binary -inform DER -in cms -content message");
    assert!(verified.0, "the signature and its signing-certificate");
    let (_, printed) = openssl.run("cms -cmsout -print -noout -inform DER -in cms");
    let printed = String::from_utf8_lossy(&printed).into_owned();
    assert!(printed.contains("signingTime") && printed.contains("id-smime-aa-timeStampToken"), "{printed}");

    let service = service(&mut story, "liis");
    let asked = json!({"hash": hash(MESSAGE), "hashAlgo": SHA256, "nonce": "4af1"});
    let (_, stamped) = ask(&mut story, &service, "signatures/timestamp", &asked);
    let openssl = Openssl::with(&[("token", &bytes(&stamped["timestamp"]))]);
    let (read, text) = openssl.run("ts -reply -token_in -in token -text");
    assert!(read && String::from_utf8_lossy(&text).contains("Nonce: 0x4AF1"));
}

#[test]
fn failures_come_on_demand_and_once() {
    let mut story = Story::begin();
    let service = service(&mut story, "liis");
    let refusal =
        CscRefusal { status: 503, error: "temporarily_unavailable".into(), description: String::new() };
    story.world.set_faults(Faults { next_csc: Some(refusal), ..Faults::default() });
    let (status, body) = ask(&mut story, &service, "credentials/list", &json!({}));
    assert_eq!((status, &body["error"]), (503, &json!("temporarily_unavailable")));
    assert_eq!(ask(&mut story, &service, "credentials/list", &json!({})).0, 200);
    assert_eq!(ask(&mut story, &service, "credentials/sendOTP", &json!({})).0, 501);
    assert_eq!(ask(&mut story, "nonsense", "credentials/list", &json!({})).1["error"], "invalid_token");
}
