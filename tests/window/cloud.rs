//! At a signing service: the browser is sent to its pages, and what it wants to know is asked in the window.

use emulator::{CSC_OTP, CSC_PIN};
use serde_json::json;

use crate::browser::{page, press};
use crate::driver::Window;
use crate::folder::{Folder, root};

#[tokio::test(flavor = "multi_thread")]
async fn signed_with_a_key_at_a_service_by_way_of_the_browser() {
    let folder = Folder::new("service");
    let window = open!(folder, folder.sample());
    window.picture_is_loaded("page-image").await;
    window.click("tab-cloud").await;
    window.screenshot("service").await;
    window.click("sign-button").await;
    window.screen("login").await;
    let login = page(0).await;
    window.screenshot("service-login").await;
    // The page can be had once more, the same one.
    window.click("open-page").await;
    assert_eq!(page(1).await, login);
    press(&login, "liis", "approve").await;
    window.screen("allow").await;
    let allow = page(2).await;
    window.screenshot("service-allow").await;
    let html = window.script("return document.documentElement.outerHTML").await;
    let query = allow.split_once('?').unwrap().1;
    for secret in query.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value) {
        assert!(secret.len() < 12 || !html.as_str().unwrap().contains(secret), "{secret} is in the page");
    }
    let shown = press(&allow, "liis", "approve").await;
    assert!(shown.contains("1 signature(s)"), "{shown}");
    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    window.screenshot("service-signed").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_chosen_and_what_it_wants_is_asked() {
    let folder = Folder::new("service-key");
    let window = open!(folder, folder.sample());
    window.click("tab-cloud").await;
    window.click("sign-button").await;
    press(&page(0).await, "janis", "approve").await;
    window.screen("choose").await;
    window.screenshot("service-choose").await;
    // The first one wants a PIN and a code; the second asks elsewhere, and the third is switched off.
    assert_eq!(window.count("offer").await, 2);
    window.click("offer-take").await;
    window.screen("question").await;
    window.fill("service-answer", "000000").await;
    window.screenshot("service-question").await;
    window.click("service-send").await;
    window.until("the second question", async || window.text("service-explains").await.contains("SMS")).await;
    window.fill("service-answer", CSC_OTP).await;
    window.click("service-send").await;
    assert_eq!(window.failure().await, "csc-wrong-data");
    window.screenshot("service-refused").await;
    folder.holds_nothing_new();

    window.click("retry-button").await;
    press(&page(1).await, "janis", "approve").await;
    window.click("offer-take").await;
    window.screen("question").await;
    window.fill("service-answer", CSC_PIN).await;
    window.click("service-send").await;
    window.until("the second question", async || window.text("service-explains").await.contains("SMS")).await;
    window.fill("service-answer", CSC_OTP).await;
    window.click("service-send").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_while_the_service_asks_leaves_nothing_waiting() {
    let folder = Folder::new("service-cancelled");
    let window = open!(folder, folder.sample());
    window.click("tab-cloud").await;
    window.click("sign-button").await;
    press(&page(0).await, "janis", "approve").await;
    window.screen("choose").await;
    window.click("cancel-button").await;
    assert!(window.text("notice").await.contains("Nothing was signed"));
    let refused = window.invoke("openPage", json!({})).await;
    assert_eq!(refused["failed"]["code"], "browser-missing", "there is no page any more");

    window.click("sign-button").await;
    press(&page(1).await, "liis", "refuse").await;
    assert_eq!(window.failure().await, "csc-denied");
    folder.holds_nothing_new();
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_documents_are_signed_under_one_permission() {
    let folder = Folder::new("service-several");
    let sample = std::fs::read(folder.sample()).unwrap();
    let annex = folder.put("annex.pdf", &[&sample[..], b"%annex\n"].concat());
    let letter = folder.put("letter.pdf", b"Dear bank,\n");
    let protected = std::fs::read(root().join("tests/fixtures/encrypted/aes-256.pdf")).unwrap();
    let protected = folder.put("protected.pdf", &protected);
    let window = open!(folder, folder.sample());
    window.picture_is_loaded("page-image").await;
    let opened = window.invoke("open", json!({"path": folder.sample(), "password": null})).await;
    let order = json!({
        "signer": {"kind": "cloud"}, "remember": false, "level": "b-lt", "output": null, "field": null,
        "seal": null, "reason": null, "location": null, "certify": null,
    });
    let others = [annex, letter, protected];
    let arguments = json!({"id": opened["done"]["id"], "others": others, "order": order});
    let signing = window.invoke("signTogether", arguments);
    let person = async {
        press(&page(0).await, "liis", "approve").await;
        let shown = press(&page(1).await, "liis", "approve").await;
        assert!(shown.contains("2 signature(s)"), "{shown}");
    };
    let (told, ()) = tokio::join!(signing, person);
    let ended = told["done"].as_array().unwrap_or_else(|| panic!("{told}"));
    let codes: Vec<_> = ended.iter().map(|one| one["failure"]["code"].as_str().unwrap_or("signed")).collect();
    assert_eq!(codes, ["signed", "signed", "not-a-pdf", "password-needed"]);
    assert_eq!(ended[1]["signed"]["verdict"]["overall"], "total-passed");
    let signed: Vec<_> = folder.files().into_iter().filter(|name| name.contains("-signed")).collect();
    assert_eq!(signed, ["annex-signed.pdf", "loan-agreement-signed.pdf"]);
    window.close().await;
}
