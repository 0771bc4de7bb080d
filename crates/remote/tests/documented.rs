//! Requests as the services document them, and ours beside them, field for field; and documented answers, read: Smart-ID RP
//! API v2 (its README, §2.3) and the CSC API v2.0.0.2. What the one has and the other has not is named here, with the reason.
//!
//! Those of Smart-ID v3 and of Mobile-ID stand in `tests/vectors.rs`, beside the published files.
#![allow(clippy::unwrap_used, missing_docs)]

#[expect(dead_code, reason = "shared with the stories")]
mod common;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{Person, Profile, at, body, done, ok, sent};
use pki::{DigestAlgorithm, SignatureAlgorithm};
use remote::csc::{
    self, Activation, Answer, AuthObject, Authorizing, Challenge, Client, Conformance, Credential, Digests,
    Endpoints, Form, Info, Kind, Mode, OauthServer, Page, Proof, Scope, Token,
};
use remote::smart_id::{
    Asked, CertificateLevel, DocumentNumber, Interaction, Interactions, Nonce, PersonIdentifier,
    RelyingParty, SignatureOrder, v2,
};
use remote::{Request, Secret, Session, Step};
use serde_json::{Value, json};

/// A field that one of the two has alone, and why that is meant.
type Alone = (&'static str, &'static str);

const CLIENT_DATA: Alone = ("clientData", "for the records of the caller; ours has nothing to say there");

/// Fails for whatever differs and is not named, and for what is named and does not differ.
#[track_caller]
fn same(ours: Value, documented: Value, theirs_alone: &[Alone], ours_alone: &[Alone]) {
    let without = |mut message: Value, other: &Value, alone: &[Alone]| {
        for (name, why) in alone {
            assert!(!why.is_empty() && other.get(*name).is_none(), "{name} is in both");
            assert!(message.as_object_mut().unwrap().remove(*name).is_some(), "{name} is in neither");
        }
        message
    };
    let theirs = without(documented.clone(), &ours, theirs_alone);
    assert_eq!(without(ours, &documented, ours_alone), theirs);
}

/// Smart-ID RP API v2.
mod version_two {
    use super::*;

    // The code of the documentation, PNOEE-48010010101, has a check digit that does not fit: here it is a test person's.
    const NEVER_LEFT_TO_THE_SERVICE: Alone = ("nonce", "each attempt is a session of its own");

    fn party() -> RelyingParty {
        let uuid = "1f1bfa89-4f8b-420a-a98e-fb3a161a30bc".to_owned();
        RelyingParty { uuid, ..RelyingParty::demo("https://example.com/rp") }
    }

    fn posted(request: &Request) -> (String, Value) {
        assert_eq!(
            (request.method().as_str(), &request.headers()["content-type"]),
            ("POST", &"application/json".parse().unwrap())
        );
        (request.uri().to_string(), body(request))
    }

    #[test]
    fn a_certificate_choice_is_example_message_7() {
        let documented = || {
            json!({
                "relyingPartyUUID": "1f1bfa89-4f8b-420a-a98e-fb3a161a30bc",
                "relyingPartyName": "DEMO",
                "certificateLevel": "QUALIFIED",
            })
        };
        let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
        let account = DocumentNumber::parse("PNOEE-40504040001-MOCK-Q").unwrap();
        let nonce = Nonce::parse("d8XkbEnA0WsE0PvBZZoxGnPI4ml9qk").unwrap();
        for (asked, path) in [
            (Asked::Person(&person), "etsi/PNOEE-40504040001"),
            (Asked::Account(&account), "document/PNOEE-40504040001-MOCK-Q"),
        ] {
            let choice =
                |nonce| v2::CertificateChoice::new(&party(), asked, CertificateLevel::Qualified, nonce);
            let (url, ours) = posted(&sent(&mut choice(None), at(0.0)));
            assert_eq!(url, format!("https://example.com/rp/v2/certificatechoice/{path}"));
            same(ours, documented(), &[], &[]);
            let (_, ours) = posted(&sent(&mut choice(Some(&nonce)), at(0.0)));
            same(ours, documented(), &[], &[NEVER_LEFT_TO_THE_SERVICE]);
        }
    }

    #[test]
    fn a_signature_is_example_message_11() {
        let account = DocumentNumber::parse("PNOEE-40504040001-MOCK-Q").unwrap();
        let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
        let text = "Up to {} characters of text here..";
        let screens = vec![
            Interaction::ConfirmationMessage(text.replace("{}", "200")),
            Interaction::DisplayTextAndPin(text.replace("{}", "60")),
        ];
        for (hash, name) in [
            (DigestAlgorithm::Sha256, "SHA256"),
            (DigestAlgorithm::Sha384, "SHA384"),
            (DigestAlgorithm::Sha512, "SHA512"),
        ] {
            let digest = hash.digest(b"signed attributes");
            let documented = json!({
                "relyingPartyUUID": "1f1bfa89-4f8b-420a-a98e-fb3a161a30bc",
                "relyingPartyName": "DEMO",
                "certificateLevel": "QUALIFIED",
                // The one that is printed is cut off.
                "hash": STANDARD.encode(&digest),
                "hashType": name,
                "allowedInteractionsOrder": [
                    {"type": "confirmationMessage", "displayText200": "Up to 200 characters of text here.."},
                    {"type": "displayTextAndPIN", "displayText60": "Up to 60 characters of text here.."},
                ],
            });
            let order = SignatureOrder {
                digest,
                algorithm: SignatureAlgorithm::RsaPkcs1(hash),
                level: CertificateLevel::Qualified,
                interactions: Interactions::new(screens.clone()).unwrap(),
                nonce: None,
            };
            for (asked, path) in [
                (Asked::Account(&account), "document/PNOEE-40504040001-MOCK-Q"),
                (Asked::Person(&person), "etsi/PNOEE-40504040001"),
            ] {
                let mut signature = v2::Signature::new(&party(), asked, &order).unwrap();
                drop(common::shown(&mut signature, at(0.0)));
                let (url, ours) = posted(&sent(&mut signature, at(0.0)));
                assert_eq!(url, format!("https://example.com/rp/v2/signature/{path}"));
                same(ours, documented.clone(), &[], &[]);
            }
        }
    }

    /// §2.3.4, §2.3.12, example messages 8, 12 and 13.
    #[test]
    fn a_session_is_asked_for_where_it_is_documented() {
        let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
        let mut choice =
            v2::CertificateChoice::new(&party(), Asked::Person(&person), CertificateLevel::Qualified, None);
        drop(sent(&mut choice, at(0.0)));
        choice.handle(ok(json!({"sessionID": "de305d54-75b4-431b-adb2-eb6b9e546016"})), at(0.0));
        drop(common::shown(&mut choice, at(0.0)));
        let question = sent(&mut choice, at(0.0));
        let url = "https://example.com/rp/v2/session/de305d54-75b4-431b-adb2-eb6b9e546016?timeoutMs=30000";
        assert_eq!((question.method().as_str(), question.uri().to_string().as_str()), ("GET", url));
        assert!(question.body().is_empty());
        choice.handle(ok(json!({"state": "RUNNING"})), at(10.0));
        assert_eq!(sent(&mut choice, at(12.0)).uri(), question.uri());
    }

    /// §2.3.6, §2.3.8, tables 3 and 7.
    #[test]
    fn what_was_agreed_on_is_asked_for_and_nothing_else_is() {
        let person = PersonIdentifier::parse("PNOEE-40504040001").unwrap();
        let party = RelyingParty {
            capabilities: vec!["QUALIFIED".to_owned(), "ADVANCED".to_owned()],
            share_md_client_ip_address: true,
            ..party()
        };
        let ours = |party: &RelyingParty| {
            let asked = Asked::Person(&person);
            body(&sent(
                &mut v2::CertificateChoice::new(party, asked, CertificateLevel::Qualified, None),
                at(0.0),
            ))
        };
        let mut documented = ours(&super::version_two::party());
        documented["capabilities"] = json!(["QUALIFIED", "ADVANCED"]);
        documented["requestProperties"] = json!({"shareMdClientIpAddress": true});
        same(ours(&party), documented, &[], &[]);
    }
}

/// CSC API v2.0.0.2.
mod cloud {
    use super::*;

    static HOLDER: LazyLock<Person> = LazyLock::new(|| Person::new("PNOEE-60001019906", &Profile::default()));

    const BEARER: &str = "4/CKN69L8gdSYp5_pwH3XlFQZ3ndFhkXf9P2_TiHRG-bA";
    const SAD: &str = "_TiHRG-bAH3XlFQZ3ndFhkXf9P24/CKN69L8gdSYp5_pw";
    const HASHES: [&str; 2] = [
        "sTOgwOm+474gFj0q0x1iSNspKqbcse4IeiqlDg/HWuI=",
        "c1RPZ3dPbSs0NzRnRmowcTB4MWlTTnNwS3FiY3NlNEllaXFsRGcvSFd1ST0=",
    ];
    const SHA256: &str = "2.16.840.1.101.3.4.2.1";
    const REDIRECT: &str = "http://127.0.0.1:4711/a1b2";

    fn client() -> Client {
        Client {
            base_url: "https://service.domain.org/csc/v2".to_owned(),
            client_id: "client_id".to_owned(),
            client_secret: None,
            methods: None,
        }
    }

    /// What is asked of a service that says nothing of what it makes.
    fn any_form() -> Form {
        Info::default().form(Conformance::T).unwrap()
    }

    fn confidential() -> Client {
        Client { client_secret: Some(Secret::new("client_secret")), ..client() }
    }

    fn token() -> Token {
        Token { access: Secret::new(BEARER), expires_at: at(3600.0), refresh: None }
    }

    fn hashes() -> Vec<Vec<u8>> {
        HASHES.iter().map(|text| STANDARD.decode(text).unwrap()).collect()
    }

    fn credential() -> Credential {
        Credential {
            id: "GX0112348".to_owned(),
            certificate: HOLDER.certificate.clone(),
            issuers: Vec::new(),
            algorithms: vec!["1.2.840.113549.1.1.1".to_owned()],
            mode: Mode::Browser,
            multisign: 5,
        }
    }

    fn endpoints() -> Endpoints {
        done(
            &mut csc::endpoints(&client(), &OauthServer::Base("https://www.domain.org/".to_owned())),
            at(0.0),
        )
    }

    fn page(endpoints: &Endpoints) -> Page<'_> {
        Page { endpoints, redirect: REDIRECT, language: "en-US" }
    }

    fn scope(hashes: &[Vec<u8>]) -> Scope<'_> {
        Scope::Credential {
            id: "GX0112348",
            hashes,
            algorithm: DigestAlgorithm::Sha256,
            description: "contract.pdf",
        }
    }

    /// A method of the API: its body, after the address and the headers were looked at.
    #[track_caller]
    fn called<S: Session>(mut call: S, method: &str, bearer: Option<&str>) -> Value {
        let request = sent(&mut call, at(0.0));
        let url = format!("https://service.domain.org/csc/v2/{method}");
        assert_eq!((request.method().as_str(), request.uri().to_string()), ("POST", url));
        assert_eq!(request.headers()["content-type"], "application/json");
        let given = request.headers().get("authorization").map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(given, bearer.map(|bearer| format!("Bearer {bearer}")));
        body(&request)
    }

    /// A form or a query as an object.
    fn fields(encoded: &[u8]) -> Value {
        let pairs: BTreeMap<_, _> = form_urlencoded::parse(encoded).into_owned().collect();
        json!(pairs)
    }

    #[track_caller]
    fn form<S: Session>(mut call: S, endpoint: &str, basic: Option<&str>) -> Value {
        let request = sent(&mut call, at(0.0));
        let url = format!("https://www.domain.org/oauth2/{endpoint}");
        assert_eq!((request.method().as_str(), request.uri().to_string()), ("POST", url));
        assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
        let given = request.headers().get("authorization").map(|value| value.to_str().unwrap());
        assert_eq!(given, basic);
        fields(request.body())
    }

    fn activation() -> Activation {
        let order = Authorizing {
            hashes: &hashes(),
            algorithm: DigestAlgorithm::Sha256,
            answers: &[],
            description: "",
        };
        let mut call = csc::authorize(&client(), &token(), &credential(), &order);
        drop(sent(&mut call, at(0.0)));
        call.handle(ok(json!({"SAD": SAD})), at(0.0));
        done(&mut call, at(0.0))
    }

    /// §11.1, §11.4, §11.5.
    #[test]
    fn what_there_is_is_asked_for_as_documented() {
        let ours = called(csc::info(&client(), "en-US"), "info", None);
        same(ours, json!({}), &[], &[("lang", "texts in the language of the person")]);

        let ours = called(csc::credentials(&client(), &token(), None), "credentials/list", Some(BEARER));
        let documented =
            json!({"credentialInfo": true, "certificates": "chain", "certInfo": true, "authInfo": true});
        let later = "asked for by credentials/info, of the one credential that is used";
        let theirs = ["credentialInfo", "certificates", "certInfo", "authInfo"].map(|name| (name, later));
        same(ours, documented, &theirs, &[("onlyValid", "a key that cannot sign is not offered")]);

        let call = csc::credential(&client(), &token(), "GX0112348", "en-US");
        let ours = called(call, "credentials/info", Some(BEARER));
        let documented =
            json!({"credentialID": "GX0112348", "certificates": "chain", "certInfo": true, "authInfo": true});
        let own = ("certInfo", "what stands in the certificate is read from the certificate");
        same(ours, documented, &[own], &[("lang", "labels of what is asked, in the language of the person")]);
    }

    /// §11.6 to §11.9.
    #[test]
    fn leave_to_sign_is_asked_for_as_documented() {
        let given = |id: &str, value: &str| Answer { id: id.to_owned(), value: Some(Secret::new(value)) };
        let (hashes, answers) = (hashes(), [given("PIN", "123456"), given("OTP", "738496")]);
        let order = Authorizing {
            hashes: &hashes,
            algorithm: DigestAlgorithm::Sha256,
            answers: &answers,
            description: "contract.pdf",
        };
        let call = csc::authorize(&client(), &token(), &credential(), &order);
        let documented = json!({
            "credentialID": "GX0112348", "numSignatures": 2, "hashes": HASHES, "hashAlgorithmOID": SHA256,
            "authData": [{"id": "PIN", "value": "123456"}, {"id": "OTP", "value": "738496"}],
            "clientData": "12345678",
        });
        let ours = called(call, "credentials/authorize", Some(BEARER));
        same(
            ours,
            documented,
            &[CLIENT_DATA],
            &[("description", "the documents, for the person to compare")],
        );

        let handle = "878287f37b2bv293bv2bv237bv297bvbv";
        let mut call = csc::authorize(&client(), &token(), &credential(), &order);
        drop(sent(&mut call, at(0.0)));
        call.handle(common::answer(202, &json!({"handle": handle})), at(0.0));
        let check = sent(&mut call, at(10.0));
        assert_eq!(check.uri().path(), "/csc/v2/credentials/authorizeCheck");
        same(body(&check), json!({"handle": handle}), &[], &[]);

        for id in ["fallback question", "OTP"] {
            let (label, description) = (String::new(), String::new());
            let object = AuthObject { id: id.to_owned(), kind: Kind::ChallengeResponse, label, description };
            let call = csc::challenge(&client(), &token(), &credential(), &object);
            let ours = called(call, "credentials/getChallenge", Some(BEARER));
            same(ours, json!({"credentialID": "GX0112348", "authObjectID": id}), &[], &[]);
        }

        // The sample has WlTTnNwS3FiY3NlNEllaXFsRGcvSFd1ST0=, which is no base64.
        let one = [hashes[1].clone()];
        let sha256 = DigestAlgorithm::Sha256;
        let call = csc::extend(&client(), &activation(), &credential(), &one, sha256, at(0.0));
        let documented = json!({
            "credentialID": "GX0112348", "hashes": [HASHES[1]],
            "hashAlgorithmOID": SHA256, "SAD": SAD, "clientData": "12345678",
        });
        let ours = called(call, "credentials/extendTransaction", Some(BEARER));
        same(ours, documented, &[CLIENT_DATA], &[]);
    }

    /// §11.10: with a SAD, at once and later, and with a token that stands for it.
    #[test]
    fn hashes_are_signed_as_documented() {
        let hashes = hashes();
        let by_token = || {
            let bearer = "5/CKN69L8gdSYp5_pwH3XlFQZ3ndFhkXf9P2_TiHRG-bA";
            Activation::by_token(Token { access: Secret::new(bearer), ..token() })
        };
        for (activation, asynchronous, sad, bearer) in [
            (activation(), false, true, BEARER),
            (activation(), true, true, BEARER),
            (by_token(), true, false, "5/CKN69L8gdSYp5_pwH3XlFQZ3ndFhkXf9P2_TiHRG-bA"),
        ] {
            let order = Digests {
                hashes: &hashes,
                algorithm: SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256),
                asynchronous,
            };
            let call = csc::sign_hashes(&client(), &activation, &credential(), &order, at(0.0));
            let mut documented = json!({
                "credentialID": "GX0112348", "hashes": HASHES, "hashAlgorithmOID": SHA256,
                "signAlgo": "1.2.840.113549.1.1.1", "clientData": "12345678",
            });
            if sad {
                documented["SAD"] = json!(SAD);
            }
            if asynchronous {
                documented["operationMode"] = json!("A");
            }
            same(called(call, "signatures/signHash", Some(bearer)), documented, &[CLIENT_DATA], &[]);
        }
    }

    /// §11.11 and §11.12.
    #[test]
    fn documents_are_signed_as_documented() {
        let hash = [STANDARD.decode(HASHES[0]).unwrap()];
        let order = Digests {
            hashes: &hash,
            algorithm: SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256),
            asynchronous: false,
        };
        let form = any_form();
        let mut call = csc::sign_documents(&client(), &activation(), &credential(), &order, form, at(0.0));
        let mut ours = body(&sent(&mut call, at(0.0)));
        let documented = json!({
            "signatureQualifier": "eu_eidas_qes", "SAD": SAD, "clientData": "12345678", "returnValidationInfo": true,
        });
        let digests = ours.as_object_mut().unwrap().remove("documentDigests").unwrap();
        same(
            ours,
            documented,
            &[
                ("signatureQualifier", "the person chose a key, which is named instead"),
                ("returnValidationInfo", "what proves the signature is gathered and judged here"),
                CLIENT_DATA,
            ],
            &[("credentialID", "the key that the person chose")],
        );
        let documented = json!({
            // The sample has a text; the table of parameters, a list.
            "hashes": [HASHES[0]],
            "hashAlgorithmOID": SHA256, "signature_format": "P",
            // The sample writes AdES; the table of values, Ades.
            "conformance_level": "Ades-B-T",
            "signAlgo": "1.2.840.113549.1.1.1",
        });
        assert_eq!(digests.as_array().unwrap().len(), 1);
        let revision = ("signed_envelope_property", "without it the signature would certify the document");
        same(digests[0].clone(), documented, &[], &[revision]);

        call.handle(ok(json!({"responseID": "158112-652341-khj"})), at(0.0));
        let poll = sent(&mut call, at(10.0));
        assert_eq!(poll.uri().path(), "/csc/v2/signatures/signPolling");
        let documented = json!({"requestID": "158112-652341-khj", "clientData": "12345678"});
        same(body(&poll), documented, &[CLIENT_DATA], &[]);
    }

    /// §11.13.
    #[test]
    fn a_time_stamp_is_asked_for_as_documented() {
        let digest = STANDARD.decode(HASHES[0]).unwrap();
        let call = csc::timestamp(&client(), &token(), &digest, DigestAlgorithm::Sha256, &[1, 2]);
        let documented = json!({"hash": HASHES[0], "hashAlgo": SHA256, "clientData": "12345678"});
        let nonce = ("nonce", "an old answer would be taken for a new one");
        same(called(call, "signatures/timestamp", Some(BEARER)), documented, &[CLIENT_DATA], &[nonce]);
    }

    /// §8.4.2 and §8.4.3.
    #[test]
    fn the_page_is_opened_and_pushed_as_documented() {
        let (endpoints, proof) = (endpoints(), Proof::from_random(&[3; 48]));
        let one = [STANDARD.decode("MTIzNDU2Nzg5MHF3ZXJ0enVpb3Bhc2RmZ2hqa2zDtnl4").unwrap()];
        let documented = |scope: &str| {
            json!({
                "response_type": "code", "client_id": "client_id", "redirect_uri": REDIRECT, "scope": scope,
                "code_challenge_method": "S256",
            })
        };
        let mut service = documented("service");
        service["lang"] = json!("en-US");
        let mut signing = documented("credential");
        for (name, value) in [
            ("credentialID", "GX0112348"),
            ("numSignatures", "1"),
            ("hashes", "MTIzNDU2Nzg5MHF3ZXJ0enVpb3Bhc2RmZ2hqa2zDtnl4"),
            ("hashAlgorithmOID", SHA256),
        ] {
            signing[name] = json!(value);
        }
        let texts = [
            ("description", "the documents, for the person to compare"),
            ("lang", "the page speaks the language of the person"),
        ];
        for (scope, documented, ours_alone) in
            [(Scope::Service, service, &[][..]), (scope(&one), signing, &texts[..])]
        {
            let url = csc::authorization_page(&client(), &page(&endpoints), &scope, &proof);
            let (address, query) = url.split_once('?').unwrap();
            assert_eq!(address, "https://www.domain.org/oauth2/authorize");
            let pushed = csc::pushed_page(&confidential(), &page(&endpoints), &scope, &proof);
            let basic = format!("Basic {}", STANDARD.encode("client_id:client_secret"));
            for mut ours in [fields(query.as_bytes()), form(pushed, "pushed_authorize", Some(&basic))] {
                // By chance, each time.
                let fields = ours.as_object_mut().unwrap();
                let challenge = fields.remove("code_challenge").unwrap();
                assert_eq!(challenge.as_str().unwrap().len(), 43, "BASE64URL of SHA-256, RFC 7636");
                assert!(fields.remove("state").unwrap().as_str().unwrap().len() > 20);
                same(ours, documented.clone(), &[], ours_alone);
            }
        }
    }

    const SECRET: Alone =
        ("client_secret", "told in the Authorization header, which every server has to take");

    /// §8.4.4: with a code, by a refresh token, for the client itself.
    #[test]
    fn tokens_are_asked_for_as_documented() {
        let (endpoints, proof) = (endpoints(), Proof::from_random(&[3; 48]));
        let basic = format!("Basic {}", STANDARD.encode("client_id:client_secret"));
        let call = csc::token(&confidential(), &page(&endpoints), &Secret::new("FhkXf9P269L8g"), &proof);
        let documented = json!({
            "grant_type": "authorization_code", "code": "FhkXf9P269L8g", "client_id": "client_id",
            "client_secret": "client_secret", "redirect_uri": REDIRECT,
        });
        let verifier = ("code_verifier", "code_challenge is of no use without it, RFC 7636 §4.5");
        same(form(call, "token", Some(&basic)), documented.clone(), &[SECRET], &[verifier]);
        // A program on a person's computer has no secret to tell.
        let call = csc::token(&client(), &page(&endpoints), &Secret::new("FhkXf9P269L8g"), &proof);
        let public = ("client_secret", "there is none, RFC 8252 §8.5");
        same(form(call, "token", None), documented, &[public], &[verifier]);

        let refresh = Secret::new("_TiHRG-bA H3XlFQZ3ndFhkXf9P24/CKN69L8gdSYp5_pw");
        let call = csc::refreshed_token(&confidential(), &endpoints, &refresh);
        let documented = json!({
            "grant_type": "refresh_token",
            // The sample writes refreshToken; the table of parameters and RFC 6749 §6, refresh_token.
            "refresh_token": refresh.reveal(),
            "client_id": "client_id", "client_secret": "client_secret", "redirect_uri": REDIRECT,
        });
        let redirect = ("redirect_uri", "the token says whose session it continues, RFC 6749 §6");
        same(form(call, "token", Some(&basic)), documented, &[SECRET, redirect], &[]);

        // By the table of parameters: no sample is printed.
        let call = csc::client_token(&confidential(), &endpoints);
        let documented = json!({"grant_type": "client_credentials", "client_id": "client_id", "client_secret": "client_secret"});
        let scope = ("scope", "RFC 6749 §4.4.2; a token of scope credential is a person's alone");
        same(form(call, "token", Some(&basic)), documented, &[SECRET], &[scope]);
    }

    /// §8.4.5.
    #[test]
    fn a_token_is_taken_back_as_documented() {
        let token = Secret::new("_TiHRG-bA-H3XlFQZ3ndFhkXf9P24/CKN69L8gdSYp5_pw");
        let basic = format!("Basic {}", STANDARD.encode("client_id:client_secret"));
        for hint in ["refresh_token", "access_token"] {
            let call = csc::revoke(&confidential(), &endpoints(), &token, hint);
            let documented = json!({
                "token": token.reveal(), "token_type_hint": hint, "client_id": "client_id",
                "client_secret": "client_secret", "clientData": "12345678",
            });
            same(form(call, "revoke", Some(&basic)), documented, &[SECRET, CLIENT_DATA], &[]);
        }
    }

    /// An answer of 200, or another status, to the one request of a call.
    fn answered<S: Session>(mut call: S, status: u16, body: &Value) -> S {
        drop(sent(&mut call, at(0.0)));
        call.handle(common::answer(status, body), at(0.0));
        call
    }

    /// §11.1, §8.4.3 to §8.4.5, §11.6 to §11.9.
    #[test]
    fn what_lets_somebody_in_and_sign_is_read_as_documented() {
        let described = json!({
            "specs": "2.0.0.0", "name": "ACME Trust Services", "logo": "https://service.domain.org/images/logo.png",
            "region": "IT", "lang": "en-US", "description": "An efficient remote signature service",
            "authType": ["basic", "oauth2code"], "oauth2": "https://www.domain.org/",
            "methods": ["auth/login", "auth/revoke", "credentials/list", "credentials/info", "credentials/authorize",
                "credentials/sendOTP", "signatures/signHash"],
            "signAlgorithms": {"algos": ["1.2.840.10045.4.3.2", "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10"]},
            "signature_formats": {"formats": ["C", "X", "P"], "envelope_properties": [
                ["Detached", "Attached", "Parallel"], ["Enveloped", "Enveloping", "Detached"],
                ["Certification", "Revision"]]},
            "conformance_levels": ["Ades-B-B", "Ades-B-T"],
        });
        let info = done(&mut answered(csc::info(&client(), "en-US"), 200, &described), at(0.0));
        assert_eq!(info.oauth, Some(OauthServer::Base("https://www.domain.org/".to_owned())));
        let heeding = Client { methods: info.methods.clone(), ..client() };
        assert!(heeding.has("signatures/signHash").is_ok() && heeding.has("signatures/signDoc").is_err());
        assert!(!info.asynchronous && info.form(Conformance::T).is_ok());
        assert_eq!((info.name.as_str(), info.formats.unwrap().len()), ("ACME Trust Services", 3));

        let (endpoints, proof) = (endpoints(), Proof::from_random(&[3; 48]));
        let pushed = csc::pushed_page(&confidential(), &page(&endpoints), &Scope::Service, &proof);
        let body = json!({"request_uri": "urn:example:bwc4JK-ESC0w8acc191e-Y1LTC2", "expires_in": 90});
        let url = done(&mut answered(pushed, 201, &body), at(0.0));
        let (_, query) = url.split_once('?').unwrap();
        let named =
            json!({"client_id": "client_id", "request_uri": "urn:example:bwc4JK-ESC0w8acc191e-Y1LTC2"});
        assert_eq!(fields(query.as_bytes()), named);

        let by_code = || csc::token(&client(), &page(&endpoints), &Secret::new("FhkXf9P269L8g"), &proof);
        let service =
            json!({"access_token": BEARER, "refresh_token": SAD, "token_type": "Bearer", "expires_in": 3600});
        let token = done(&mut answered(by_code(), 200, &service), at(0.0));
        assert_eq!((token.access.reveal(), token.expires_at), (BEARER, at(3600.0)));
        assert_eq!(token.refresh.as_ref().map(Secret::reveal), Some(SAD));
        let bearer = "3XlFQZ3ndFhkXf9P24/CKN69L8gdSYp5H3XlFQZ3ndFhkXf9P2";
        let credential_scope = json!({"access_token": bearer, "token_type": "Bearer", "expires_in": 300,
            "credentialID": "GX0112348", "authorization_details": [{"type": "credential"}]});
        let token = done(&mut answered(by_code(), 200, &credential_scope), at(0.0));
        assert_eq!((token.access.reveal(), token.expires_at, token.refresh), (bearer, at(300.0), None));
        let refreshed = json!({"access_token": "K7x-0Lj7Wwdt4pwH3XlFQZ3ndFhkXf9P2_TiHRQaxZ9kJ0", "token_type": "Bearer",
            "expires_in": 3600});
        let call = csc::refreshed_token(&client(), &endpoints, &Secret::new(SAD));
        let token = done(&mut answered(call, 200, &refreshed), at(0.0));
        assert_eq!(token.refresh.as_ref().map(Secret::reveal), Some(SAD), "the old one stays good");
        done(
            &mut answered(
                csc::revoke(&client(), &endpoints, &Secret::new(SAD), "refresh_token"),
                204,
                &json!(null),
            ),
            at(0.0),
        );

        let order = Authorizing {
            hashes: &hashes(),
            algorithm: DigestAlgorithm::Sha256,
            answers: &[],
            description: "",
        };
        let ask = || csc::authorize(&client(), &token, &credential(), &order);
        let leave = done(&mut answered(ask(), 200, &json!({"SAD": SAD})), at(0.0));
        assert_eq!(leave.expires_at(), at(3600.0), "an hour where nothing is said");
        let handle = json!({"handle": "878287f37b2bv293bv2bv237bv297bvbv"});
        let mut underway = answered(ask(), 202, &handle);
        for status in [202, 200] {
            assert!(matches!(underway.poll(at(0.0)), Ok(Step::Wait { .. })), "{status}");
            drop(sent(&mut underway, at(10.0)));
            let body = if status == 202 { &handle } else { &json!({"SAD": SAD}) };
            underway.handle(common::answer(status, body), at(0.0));
        }
        assert_eq!(done(&mut underway, at(0.0)), leave);

        let (label, description) = (String::new(), String::new());
        let object = AuthObject { id: "OTP".to_owned(), kind: Kind::ChallengeResponse, label, description };
        let challenge = || csc::challenge(&client(), &token, &credential(), &object);
        let question = "What's your mother's birth name?".to_owned();
        let here = done(&mut answered(challenge(), 200, &json!({"challenge": question})), at(0.0));
        assert_eq!(here, Challenge::Here(question));
        assert_eq!(done(&mut answered(challenge(), 204, &json!(null)), at(0.0)), Challenge::Elsewhere);

        let other = json!({"SAD": "1/UsHDJ98349h9fgh9348hKKHDkHWVkl/8hsAW5usc8_5="});
        let call = csc::extend(&client(), &leave, &credential(), &hashes(), DigestAlgorithm::Sha256, at(0.0));
        let extended = done(&mut answered(call, 200, &other), at(0.0));
        assert!(extended.is_extended() && extended != leave);
    }

    /// §11.10 to §11.12. What is cut off in print (`…`) is made whole.
    #[test]
    fn signatures_are_read_as_documented() {
        let (hashes, leave) = (hashes(), activation());
        let order = Digests {
            hashes: &hashes,
            algorithm: SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256),
            asynchronous: true,
        };
        let value = "KedJuTob5gtvYx9qM3k3gm7kbLBwVbEQRl26S2tmXjqNND7MRGtoew==";
        // The second one that is printed ends with bits that no encoder leaves, and is refused.
        let printed =
            json!({"signatures": [value, "Idhef7xzgtvYx9qM3k3gm7kbLBwVbE98239S2tm8hUh85KKsfdowel=="]});
        let signing = || csc::sign_hashes(&client(), &leave, &credential(), &order, at(0.0));
        let error = common::failed(&mut answered(signing(), 200, &printed), at(0.0));
        assert_eq!(error.code(), "malformed-answer");
        let both = json!({"signatures": [value, value]});
        let values = done(&mut answered(signing(), 200, &both), at(0.0));
        assert_eq!(values, vec![STANDARD.decode(value).unwrap(); 2]);

        let mut later = answered(signing(), 200, &json!({"responseID": "158112-652341-khj"}));
        for (status, body) in [(202, json!({"error": "accepted_request"})), (200, both)] {
            assert!(matches!(later.poll(at(0.0)), Ok(Step::Wait { .. })), "{status}");
            drop(sent(&mut later, at(10.0)));
            later.handle(common::answer(status, &body), at(0.0));
        }
        assert_eq!(done(&mut later, at(0.0)), values);

        let form = any_form();
        let call = csc::sign_documents(&client(), &leave, &credential(), &order, form, at(0.0));
        let objects = json!({"SignatureObject": ["MIAGCSqA", "MIAGCSqG"],
            "validationInfo": {"ocsp": ["MIIJ"], "crl": ["MIIC"], "certificates": ["MIID"]}});
        let whole = done(&mut answered(call, 200, &objects), at(0.0));
        assert_eq!(whole, [STANDARD.decode("MIAGCSqA").unwrap(), STANDARD.decode("MIAGCSqG").unwrap()]);
    }

    /// §8.4.2: the address to which the browser comes back.
    #[test]
    fn the_return_of_the_browser_is_read_as_documented() {
        // The `state` of the documentation is not by us, whatever comes with it.
        let proof = Proof::from_random(&[3; 48]);
        for query in [
            "code=FhkXf9P269L8g&state=12345678",
            "code=HS9naJKWwp901hBcK348IUHiuH8374&state=12345678",
            "error=invalid_request&error_description=Invalid%20Authorization%20Code&state=12345678",
        ] {
            assert_eq!(csc::returned(query, &proof).unwrap_err().code(), "csc-state");
        }
        let page = csc::authorization_page(&client(), &page(&endpoints()), &Scope::Service, &proof);
        let state = fields(page.split_once('?').unwrap().1.as_bytes())["state"].as_str().unwrap().to_owned();
        let read = |query: &str| csc::returned(&query.replace("12345678", &state), &proof);
        let code = read("code=FhkXf9P269L8g&state=12345678").unwrap();
        assert_eq!(code.reveal(), "FhkXf9P269L8g");
        let refused = "error=invalid_request&error_description=Invalid%20Authorization%20Code&state=12345678";
        assert!(read(refused).unwrap_err().code() != "csc-state");
    }
}
