//! A world, our client in it, and a pen to write requests by hand.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use emulator::{AuthCodeInput, ConnectionCut, Reply, SCHEME, auth_code};
use http::Request;
use pitser_tests::{Exchange, Simulated, profile_of, run};
use serde_json::{Value, json};
use workflow::error::Error;
use workflow::order::{Level, Order, Signed, Signer};
use workflow::profile::Profile;

/// A world with a small document on its disk, and its profile.
pub fn world(seed: u64) -> (Simulated, Profile) {
    let host = Simulated::new(seed);
    host.put("/contract.pdf", include_bytes!("../fixtures/producers/mupdf.pdf").to_vec());
    let profile = profile_of(&host);
    (host, profile)
}

/// Signs the document under a name of its own.
pub fn sign(host: &Simulated, profile: &Profile, signer: Signer, level: Level) -> Result<Signed, Error> {
    let output = Some(format!("/signed-{}.pdf", host.files().len()).into());
    let order = Order { output, ..Order::new("/contract.pdf", signer, level) };
    run(workflow::sign::sign(host, profile, order))
}

/// By the number of an account.
pub fn document(number: &str) -> Signer {
    Signer::Document(number.parse().expect("a document number"))
}

/// Waits for the answer to a request as long as it takes; none if the connection breaks.
pub fn ask(host: &Simulated, request: Request<Vec<u8>>) -> Option<Exchange> {
    let arrived = host.world_time();
    loop {
        match host.world.handle(request.clone(), arrived, host.world_time()) {
            Reply::Ready(response) => {
                let cut = response.extensions().get::<ConnectionCut>().is_some();
                return (!cut).then_some(Exchange { request, response });
            }
            Reply::Pending { until_ms } => host.pass((until_ms - host.world_time()).max(1)),
        }
    }
}

/// A request to the RP API by hand.
pub fn post(path: &str, body: &Value) -> Request<Vec<u8>> {
    written("POST", &format!("/smart-id-rp/v3/{path}"), body.to_string().into_bytes())
}

/// A question for a session.
pub fn session(id: &Value, query: &str) -> Request<Vec<u8>> {
    let id = id.as_str().expect("an identifier");
    let url = format!("https://emulator.test/smart-id-rp/v3/session/{id}{query}");
    Request::get(url).body(Vec::new()).expect("a request")
}

/// A request with a JSON body by hand.
pub fn written(method: &str, path: &str, body: Vec<u8>) -> Request<Vec<u8>> {
    let url = format!("https://emulator.test{path}");
    let builder = Request::builder().method(method).uri(url).header("content-type", "application/json");
    builder.body(body).expect("a request")
}

/// The body of an answer.
pub fn answered(exchange: &Exchange) -> Value {
    serde_json::from_slice(exchange.response.body()).unwrap_or(Value::Null)
}

/// What every body has.
pub fn asking() -> Value {
    json!({
        "relyingPartyUUID": "00000000-0000-4000-8000-000000000000",
        "relyingPartyName": "DEMO",
        "certificateLevel": "QUALIFIED",
    })
}

/// A body that asks for a certificate choice, with every optional field.
pub fn choosing() -> Value {
    let mut body = asking();
    body["nonce"] = json!("ZEK6aVjjnBZ");
    body["requestProperties"] = json!({ "shareMdClientIpAddress": false });
    body["capabilities"] = json!([]);
    body
}

/// A body that asks for a signature, with every optional field.
pub fn signing(digest: &[u8], algorithm: &str, hash: Option<&str>) -> Value {
    let mut body = choosing();
    body["signatureProtocol"] = json!("RAW_DIGEST_SIGNATURE");
    body["signatureProtocolParameters"] =
        json!({ "digest": STANDARD.encode(digest), "signatureAlgorithm": algorithm });
    if let Some(hash) = hash {
        body["signatureProtocolParameters"]["signatureAlgorithmParameters"] =
            json!({ "hashAlgorithm": hash });
    }
    body["interactions"] =
        interactions(&json!([{ "type": "displayTextAndPIN", "displayText60": "Sign contract.pdf" }]));
    body
}

/// A body that asks for a login by device link, with every optional field but the callback.
pub fn authenticating() -> Value {
    let mut body = signing(&[7; 64], "rsassa-pss", Some("SHA-512"));
    let fields = body.as_object_mut().expect("an object");
    fields.remove("nonce");
    fields["signatureProtocol"] = json!("ACSP_V2");
    fields["signatureProtocolParameters"] = json!({
        "rpChallenge": STANDARD.encode([7; 64]),
        "signatureAlgorithm": "rsassa-pss",
        "signatureAlgorithmParameters": { "hashAlgorithm": "SHA-512" },
    });
    body
}

/// `interactions` as the API wants them.
pub fn interactions(list: &Value) -> Value {
    json!(STANDARD.encode(list.to_string()))
}

/// What the mock phone is sent for a session that `opening` answered to `request`.
pub fn scanned(
    host: &Simulated,
    document_number: &str,
    kind: &str,
    request: &Value,
    opening: &Value,
) -> Value {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let protocol = text(&request["signatureProtocol"]);
    let (base, token) = (text(&opening["deviceLinkBase"]), text(&opening["sessionToken"]));
    let elapsed = if kind == "QR" { "&elapsedSeconds=0" } else { "" };
    let purpose = match protocol.as_str() {
        "ACSP_V2" => "auth",
        "" => "cert",
        _ => "sign",
    };
    let parameters = &request["signatureProtocolParameters"];
    let link = format!(
        "{base}?deviceLinkType={kind}{elapsed}&sessionToken={token}&sessionType={purpose}&version=1.0&lang=eng"
    );
    let callback = text(&request["initialCallbackUrl"]);
    let input = AuthCodeInput {
        scheme: SCHEME,
        protocol: &protocol,
        challenge: &text(parameters.get("rpChallenge").unwrap_or(&parameters["digest"])),
        relying_party_name: &text(&request["relyingPartyName"]),
        brokered_name: "",
        interactions: &text(&request["interactions"]),
        callback: if kind == "QR" { "" } else { &callback },
    };
    let secret = STANDARD.decode(text(&opening["sessionSecret"])).expect("base64");
    let code = auth_code(&secret, &input, &link);
    let mut body = json!({ "documentNumber": document_number, "deviceLink": format!("{link}&authCode={code}"), "flowType": kind });
    if kind != "QR" {
        body["browserCookie"] = json!("a=b");
        body["initialCallbackUrl"] = json!(callback);
    }
    assert!(host.world.urls().device_link() == base, "the links lead to this world");
    body
}

/// A request to the mock phone.
pub fn scan(body: &Value) -> Request<Vec<u8>> {
    written("POST", "/mock/device-link", body.to_string().into_bytes())
}
