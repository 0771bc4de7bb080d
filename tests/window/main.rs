//! The real window, driven by WebDriver: a person signs, is refused, and looks at what was signed.
//!
//! Needs `WebKitWebDriver`, a display, and a `pitser-desktop` with the UI inside (`scripts/build-desktop`; elsewhere:
//! `PITSER_DESKTOP`). Without them the stories say so and pass, or fail where `PITSER_REQUIRE_TOOLS` is `1`. Pictures go to
//! `PITSER_SCREENSHOTS`, else to `target/screenshots`.
#![allow(clippy::unwrap_used)]
#![allow(clippy::disallowed_methods, reason = "real waiting for a real window")]

#[macro_use]
mod opening;

mod browser;
mod cloud;
mod driver;
mod folder;
mod known;
mod office;
mod phone;
mod proxy;

use folder::Folder;
use phone::Phone;
use serde_json::json;

use crate::driver::Window;

/// Documented test accounts.
const APPROVES: &str = "40504040001";
const REFUSES: &str = "30403039917";
const CHOOSES_WRONG: &str = "30403039972";
const DOES_NOT_LOOK: &str = "30403039983";
/// An account whose phone is driven by hand.
const BY_HAND: (&str, &str) = ("40707079912", "PNOEE-40707079912-HAND-Q");

/// What opens the protected fixtures.
const PASSWORD: &str = "user";

#[tokio::test(flavor = "multi_thread")]
async fn signed_with_a_personal_code_and_valid() {
    let folder = Folder::new("code");
    let window = open!(folder, folder.sample());
    window.picture_is_loaded("page-image").await;
    let words = window.text("page-text").await;
    assert!(words.to_lowercase().contains("loan"), "the page reads: {words}");
    assert!(window.is_there("test-banner").await);
    window.screenshot("reading").await;

    window.pace(json!({"answerMs": 2500})).await;
    window.sign_with_code(APPROVES).await;
    let code = window.text_of_at_least("verification-code", 4).await;
    assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 4, "{code}");
    window.screenshot("code").await;

    assert_eq!(window.text("result-title").await, "Signed and valid");
    let output = window.text("output-path").await;
    window.screenshot("signed").await;
    folder.holds_signed(&output);

    window.click("show-signed").await;
    assert!(window.text("verdict-overall").await.contains("valid"));
    assert_eq!(window.attribute("signature-row", "data-indication").await, "total-passed");
    window.picture_is_loaded("page-image").await;
    window.screenshot("verified").await;
    window.click("traffic").await;
    let said = window.text("traffic-row").await;
    assert!(said.contains("127.0.0.1") && said.contains("Answer 200"), "{said}");
    let all = window.script("return document.querySelector('.traffic').textContent").await;
    let all = all.as_str().unwrap();
    assert!(all.contains("PNOEE-•••••••0001") && !all.contains(APPROVES), "{all}");
    assert!(all.contains("signatureProtocolParameters.digest") && all.contains("relyingPartyName"), "{all}");
    window.screenshot("sent").await;
    window.close().await;
}

/// What is saved asks where, by a dialog of the system that nobody here can answer.
#[tokio::test(flavor = "multi_thread")]
async fn the_version_that_an_earlier_signature_covers_and_the_evidence_can_be_saved() {
    let folder = Folder::new("versions");
    let window = open!(folder, folder.sample());
    for signatures in [1, 2] {
        window.sign_with_code(APPROVES).await;
        assert_eq!(window.text("result-title").await, "Signed and valid");
        window.click("show-signed").await;
        window.text("verdict-overall").await;
        window.until("all signatures", async || window.count("signature-row").await == signatures).await;
        if signatures == 1 {
            assert_eq!(window.count("save-version").await, 0, "nothing was added but proof");
            window.click("add-signature").await;
        }
    }
    assert_eq!(window.count("save-version").await, 1, "behind the later one is nothing but proof");
    for (part, picture) in [("save-version", "saving-version"), ("save-report-evidence", "saving-evidence")] {
        let shown = format!(
            "document.querySelectorAll('details').forEach((one) => {{ one.open = true; }});
             const part = document.querySelector('[data-testid={part}]');
             part?.scrollIntoView({{ block: 'center' }});
             return part !== null && part.offsetParent !== null;"
        );
        window.until(part, async || window.script(&shown).await == json!(true)).await;
        window.screenshot(picture).await;
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_with_a_qr_code_that_the_phone_scans() {
    let folder = Folder::new("qr");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.click("tab-qr").await;
    window.click("sign-button").await;
    window.picture_is_loaded("qr").await;
    let first = window.attribute("qr", "src").await;
    window.screenshot("qr").await;
    window.until("the QR code to be another", async || window.attribute("qr", "src").await != first).await;
    for secret in ["sessionToken", "sessionSecret", "sessionID", "device-link/"] {
        let html = window.script("return document.documentElement.outerHTML").await;
        assert!(!html.as_str().unwrap().contains(secret), "{secret} is in the page");
    }

    let session = phone.scan(BY_HAND.1).await;
    phone.approve(&session, None).await;
    let request = phone.request("signature").await;
    assert!(request["text"].as_str().unwrap().contains("loan-agreement"), "{request}");
    window.picture_of_phone().await;
    phone.approve(request["session"].as_str().unwrap(), Some("12345")).await;

    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn window_and_phone_speak_the_language_that_is_chosen() {
    let folder = Folder::new("language");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.text("sign-button").await;
    window
        .script(
            "const choice = document.querySelector('[data-testid=language]');
             choice.value = 'et';
             choice.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
    window
        .until("the button to be Estonian", async || window.text("sign-button").await == "Allkirjasta")
        .await;
    assert_eq!(window.script("return document.documentElement.lang").await, json!("et"));
    window.screenshot("estonian").await;
    let remembered = std::fs::read_to_string(Folder::data().join("language")).unwrap();
    assert_eq!(remembered.trim(), "et");

    window.sign_with_code(BY_HAND.0).await;
    let choice = phone.request("certificate-choice").await;
    phone.approve(choice["session"].as_str().unwrap(), None).await;
    let request = phone.request("signature").await;
    assert!(request["text"].as_str().unwrap().contains("Allkirjasta"), "{request}");
    let shown: String =
        window.text_of_at_least("verification-code", 4).await.chars().filter(char::is_ascii_digit).collect();
    phone.choose(request["session"].as_str().unwrap(), &shown, "12345").await;
    assert_eq!(window.text("result-title").await, "Allkirjastatud ja kehtiv");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_on_the_phone_is_the_code_on_the_screen() {
    let folder = Folder::new("by-hand");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.sign_with_code(BY_HAND.0).await;
    let choice = phone.request("certificate-choice").await;
    phone.approve(choice["session"].as_str().unwrap(), None).await;
    let request = phone.request("signature").await;
    let shown: String =
        window.text_of_at_least("verification-code", 4).await.chars().filter(char::is_ascii_digit).collect();
    let session = request["session"].as_str().unwrap();
    match request["code"].as_str() {
        Some(code) => assert_eq!(code, shown),
        None => assert!(request["choices"].as_array().unwrap().contains(&json!(shown))),
    }
    phone.choose(session, &shown, "12345").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_on_the_phone_leaves_no_file() {
    let folder = Folder::new("refused");
    let window = open!(folder, folder.sample());
    window.pace(json!({"answerMs": 300, "timeoutMs": 1500})).await;

    window.sign_with_code(REFUSES).await;
    assert_eq!(window.failure().await, "user-refused");
    assert!(window.text("failure-title").await.contains("You cancelled on the phone"));
    window.screenshot("refused").await;
    folder.holds_nothing_new();

    window.click("close-failure").await;
    window.sign_with_code(CHOOSES_WRONG).await;
    assert_eq!(window.failure().await, "wrong-code");
    assert!(window.text("failure-title").await.contains("not the one shown here"));
    assert!(window.text("failure-next").await.contains("compare the code"));
    folder.holds_nothing_new();

    window.click("retry-button").await;
    window.sign_with_code(DOES_NOT_LOOK).await;
    assert_eq!(window.failure().await, "timed-out");
    assert!(window.text("failure-title").await.contains("no answer in time"));
    folder.holds_nothing_new();
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_here_leaves_no_file_and_nothing_running() {
    let folder = Folder::new("cancelled");
    let window = open!(folder, folder.sample());
    window.pace(json!({"answerMs": 20000})).await;
    window.sign_with_code(APPROVES).await;
    window.text_of_at_least("verification-code", 4).await;
    window.click("cancel-button").await;
    assert!(window.text("notice").await.contains("Nothing was signed"));
    folder.holds_nothing_new();

    window.sign_with_code(APPROVES).await;
    window.text_of_at_least("verification-code", 4).await;
    window.pace(json!({"answerMs": 300})).await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cancels_and_signs_again_has_one_request_on_the_phone() {
    let folder = Folder::new("again");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.sign_with_code(BY_HAND.0).await;
    let choice = phone.request("certificate-choice").await;
    phone.approve(choice["session"].as_str().unwrap(), None).await;
    let code = window.text_of_at_least("verification-code", 4).await;
    window.click("cancel-button").await;
    assert!(window.text("notice").await.contains("refuse it there"));
    window.screenshot("cancelled-open").await;

    // Something else than before is not asked beside it.
    window.click("options").await;
    window.click("level-b-t").await;
    window.click("sign-button").await;
    assert_eq!(window.failure().await, "session-open");
    assert!(window.text("failure-next").await.contains("Refuse the earlier request on the phone"));
    window.screenshot("session-open").await;
    window.click("close-failure").await;

    // The same is waited for again.
    window.click("options").await;
    window.click("level-b-lt").await;
    window.click("sign-button").await;
    assert_eq!(window.text_of_at_least("verification-code", 4).await, code);
    window.click("cancel-button").await;
    window.part("notice").await;

    // Approved though nobody waits, it is there to be finished.
    let request = phone.request("signature").await;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    phone.choose(request["session"].as_str().unwrap(), &digits, "12345").await;
    window.part("pending-finish").await;
    window.screenshot("came-later").await;
    window.click("sign-button").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_that_came_back_is_finished_without_pin2() {
    let folder = Folder::new("pending");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.pace(json!({"answerMs": 300})).await;
    phone.post("/admin/faults", &json!({"tsa": "unavailable", "tsaSpared": 1})).await;
    window.sign_with_code(APPROVES).await;
    assert_eq!(window.failure().await, "timestamp-unavailable");
    folder.holds_nothing_new();

    phone.post("/admin/faults", &json!({"api": "unavailable"})).await;
    window.click("remedy-button").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changes_after_it_was_opened_is_not_signed() {
    let folder = Folder::new("changed");
    let window = open!(folder, folder.sample());
    window.picture_is_loaded("page-image").await;
    let mut changed = std::fs::read(folder.sample()).unwrap();
    changed.extend_from_slice(b"%\n");
    std::fs::write(folder.sample(), changed).unwrap();
    window.sign_with_code(APPROVES).await;
    assert_eq!(window.failure().await, "file-changed");
    assert_eq!(folder.files(), ["loan-agreement.pdf"]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seal_stands_where_it_was_put() {
    let folder = Folder::new("seal");
    let window = open!(folder, folder.sample());
    window.pace(json!({"answerMs": 300})).await;
    window.click("seal-page").await;
    let proposed = window.attribute("seal-box", "style").await;
    // Arrow up, three times.
    window.part("seal-box").await.send_keys("\u{e013}\u{e013}\u{e013}").await.unwrap();
    window.until("the seal to move", async || window.attribute("seal-box", "style").await != proposed).await;
    window.screenshot("sealing").await;
    window.sign_with_code(APPROVES).await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    let output = window.text("output-path").await;
    folder.holds_signed(&output);
    let signed = std::fs::read(&output).unwrap();
    let added =
        String::from_utf8_lossy(&signed[std::fs::read(folder.sample()).unwrap().len()..]).into_owned();
    assert!(added.contains("/Subtype/Widget") && !added.contains("/Rect[0 0 0 0]"), "the seal has a box");
    window.click("show-signed").await;
    window.picture_is_loaded("page-image").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_protected_document_is_signed_and_extended_with_its_password() {
    let folder = Folder::new("protected");
    let protected = std::fs::read(folder::root().join("tests/fixtures/encrypted/aes-256.pdf")).unwrap();
    let file = folder.put("protected.pdf", &protected);
    let window = open!(folder, file);
    window.pace(json!({"answerMs": 300})).await;
    window.fill("document-password", "guessed").await;
    window.click("password-open").await;
    window
        .until("the refusal", async || window.text("password-fault").await.contains("does not open it"))
        .await;
    window.screenshot("password").await;
    window.fill("document-password", PASSWORD).await;
    window.click("password-open").await;
    window.picture_is_loaded("page-image").await;
    window.sign_with_code(APPROVES).await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    window.click("show-signed").await;
    assert!(window.text("verdict-overall").await.contains("valid"));
    window.click("extend").await;
    assert_eq!(window.text("result-title").await, "Extended and valid");
    window.screenshot("extended").await;
    let names =
        ["loan-agreement.pdf", "protected-signed-extended.pdf", "protected-signed.pdf", "protected.pdf"];
    assert_eq!(folder.files(), names);
    assert!(std::fs::read(&file).unwrap() == protected, "the original changed");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_pdf_is_said_so() {
    let folder = Folder::new("no-pdf");
    let file = folder.put("letter.pdf", b"Dear bank,\n");
    let window = open!(folder, file);
    assert_eq!(window.failure().await, "not-a-pdf");
    assert!(!window.text("failure-next").await.is_empty());
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_kept_in_its_place() {
    let folder = Folder::new("policy");
    let window = open!(folder, folder.sample());
    window.picture_is_loaded("page-image").await;
    let blocked = window
        .script_later(
            "const done = arguments[arguments.length - 1], blocked = [];
             document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
             const script = document.createElement('script');
             script.textContent = 'window.ran = true';
             document.body.append(script);
             new Image().src = 'https://example.org/x.png';
             fetch('https://example.org/').catch(() => {});
             setTimeout(() => done({ ran: window.ran === true, blocked: blocked.sort() }), 500);",
        )
        .await;
    assert_eq!(blocked["ran"], false);
    for directive in ["connect-src", "img-src", "script-src-elem"] {
        assert!(blocked["blocked"].as_array().unwrap().contains(&json!(directive)), "{directive}: {blocked}");
    }
    for command in
        ["plugin:fs|read_file", "plugin:shell|execute", "plugin:opener|open_path", "plugin:dialog|open"]
    {
        let refused = window.invoke(command, json!({})).await;
        assert!(refused["failed"].is_string(), "{command}: {refused}");
    }
    let missing = window
        .script_later(
            "const done = arguments[arguments.length - 1], picture = new Image();
             picture.onload = () => done('loaded');
             picture.onerror = () => done('refused');
             picture.src = 'pitser://localhost/page/0/0';",
        )
        .await;
    assert_eq!(missing, "refused");
    let elsewhere = window.invoke("openFolder", json!({"path": "/etc/passwd"})).await;
    assert_eq!(elsewhere["failed"]["code"], "not-open");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_code_that_can_be_nobodys_is_told_before_anything_is_sent() {
    let folder = Folder::new("mistyped");
    let window = open!(folder, folder.sample());
    window.text("sign-button").await;
    let said = || {
        let lines = |name: &str| {
            let log = Folder::data().join("network").join(name);
            std::fs::read_to_string(log).unwrap_or_default().lines().count()
        };
        lines("older.jsonl") + lines("newer.jsonl")
    };
    let before = said();
    for (country, code, fault) in [
        ("EE", "40504040002", "There is a typing mistake: the last digit does not fit the others."),
        ("EE", "4050404000", "This is not the form of a personal code of this country."),
        ("EE", "90504040006", "This is not the form of a personal code of this country."),
        ("LV", "050405-10008", "There is a typing mistake: the last digit does not fit the others."),
        ("LV", "320000-1000", "This is not the form of a personal code of this country."),
        ("LT", "40504040002", "There is a typing mistake: the last digit does not fit the others."),
    ] {
        let choose = format!(
            "const choice = document.querySelector('[data-testid=country]');
             choice.value = '{country}';
             choice.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        window.script(&choose).await;
        window.sign_with_code(code).await;
        window
            .until("what is wrong with the code", async || window.text("personal-code-hint").await == fault)
            .await;
        assert_eq!(window.attribute("personal-code", "aria-invalid").await, "true", "{country} {code}");
    }
    assert_eq!(said(), before, "nothing left this computer");
    folder.holds_nothing_new();
    window.close().await;
}

/// The phone of the demo that the window started.
impl Window {
    async fn phone(&self) -> Phone {
        let startup = self.invoke("startup", json!({})).await;
        Phone::at(startup["done"]["phoneUrl"].as_str().unwrap_or_else(|| panic!("no phone: {startup}")))
    }

    async fn pace(&self, pace: serde_json::Value) {
        self.phone().await.post("/admin/pace", &pace).await;
    }

    async fn sign_with_code(&self, code: &str) {
        self.fill("personal-code", code).await;
        self.click("sign-button").await;
    }

    /// Waits for a screen of a signing.
    async fn screen(&self, name: &str) {
        self.until(name, async || self.attribute("signing", "data-screen").await == name).await;
    }

    /// The code of the failure that is shown.
    async fn failure(&self) -> String {
        self.attribute("failure", "data-code").await
    }
}
