//! A relying party that speaks to a [`World`] in virtual time.
#![allow(clippy::unwrap_used, dead_code)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use emulator::{Answer, AuthCodeInput, Keys, Reply, Urls, World, auth_code};
use http::Request;
use serde_json::{Value, json};

/// 2026-11-24T00:00:00Z
pub const START: i64 = 1_795_478_400_000;

/// The world, and the hand on its clock.
pub struct Story {
    pub world: World,
    pub now: i64,
}

impl Story {
    pub fn begin() -> Self {
        let urls = Urls::loopback(44300, 44380);
        Self { world: World::create(Keys::cached().unwrap(), 7, urls, START), now: START }
    }

    pub fn pass(&mut self, seconds: i64) -> &mut Self {
        self.now += seconds * 1000;
        self
    }

    /// Sends a request and lets the virtual time pass that a long poll takes.
    pub fn send(&mut self, request: Request<Vec<u8>>) -> Answer {
        let arrived = self.now;
        loop {
            match self.world.handle(request.clone(), arrived, self.now) {
                Reply::Ready(answer) => return answer,
                Reply::Pending { until_ms } => {
                    assert!(until_ms > self.now, "a wait must lead on");
                    self.now = until_ms;
                }
            }
        }
    }

    pub fn post_to(&mut self, url: &str, media_type: &str, body: Vec<u8>) -> Answer {
        self.send(Request::post(url).header("content-type", media_type).body(body).unwrap())
    }

    pub fn get_from(&mut self, url: &str) -> Answer {
        self.send(Request::get(url).body(Vec::new()).unwrap())
    }

    /// POST to the RP API: status and body.
    pub fn post(&mut self, path: &str, body: &Value) -> (u16, Value) {
        let url = format!("{}/v3/{path}", self.world.urls().smart_id());
        told(&self.post_to(&url, "application/json", body.to_string().into_bytes()))
    }

    /// GET of the session, with a poll of `timeout` milliseconds.
    pub fn session(&mut self, id: &str, timeout: i64) -> (u16, Value) {
        let url = format!("{}/v3/session/{id}?timeoutMs={timeout}", self.world.urls().smart_id());
        told(&self.get_from(&url))
    }

    /// Opens a session that must open.
    pub fn open(&mut self, path: &str, body: &Value) -> Value {
        let (status, answer) = self.post(path, body);
        assert_eq!(status, 200, "{answer}");
        answer
    }

    /// How the session ends.
    pub fn end(&mut self, opened: &Value) -> Value {
        for _ in 0..10 {
            let (status, answer) = self.session(opened["sessionID"].as_str().unwrap(), 120_000);
            assert_eq!(status, 200);
            if answer["state"] == "COMPLETE" {
                return answer;
            }
        }
        panic!("the session does not end")
    }
}

pub fn told(answer: &Answer) -> (u16, Value) {
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
}

pub fn who() -> Value {
    json!({"relyingPartyUUID": emulator::RELYING_PARTY_UUID, "relyingPartyName": "DEMO"})
}

pub fn with(mut body: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

pub fn interactions(list: &Value) -> Value {
    json!(STANDARD.encode(list.to_string()))
}

/// A signature request for `digest` with PSS.
pub fn signing(digest: &[u8], hash: &str) -> Value {
    let parameters = json!({
        "digest": STANDARD.encode(digest),
        "signatureAlgorithm": "rsassa-pss",
        "signatureAlgorithmParameters": {"hashAlgorithm": hash},
    });
    with(
        who(),
        json!({
            "signatureProtocol": "RAW_DIGEST_SIGNATURE",
            "signatureProtocolParameters": parameters,
            "interactions": interactions(&json!([{"type": "confirmationMessage", "displayText200": "Sign loan.pdf?"}])),
        }),
    )
}

pub fn bytes(value: &Value) -> Vec<u8> {
    STANDARD.decode(value.as_str().unwrap()).unwrap()
}

/// A link of an anonymous certificate choice that is followed on the same device, as the mock phone is told of it.
pub fn followed(choice: &Value, kind: &str, number: &str, page: &str) -> Value {
    let text = |name: &str| choice[name].as_str().unwrap().to_owned();
    let (base, token) = (text("deviceLinkBase"), text("sessionToken"));
    let link =
        format!("{base}?deviceLinkType={kind}&sessionToken={token}&sessionType=cert&version=1.0&lang=eng");
    let input = AuthCodeInput {
        scheme: emulator::SCHEME,
        protocol: "",
        challenge: "",
        relying_party_name: "DEMO",
        brokered_name: "",
        interactions: "",
        callback: page,
    };
    let code = auth_code(&bytes(&choice["sessionSecret"]), &input, &link);
    json!({
        "documentNumber": number, "deviceLink": format!("{link}&authCode={code}"), "flowType": kind,
        "browserCookie": "a=b", "initialCallbackUrl": page,
    })
}
