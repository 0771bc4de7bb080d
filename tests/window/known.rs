//! Who is remembered on this computer, and how they are asked.

use serde_json::json;

use crate::driver::Window;
use crate::folder::Folder;
use crate::{APPROVES, BY_HAND};

/// From the result to the form for another signature on the signed file.
async fn add_another(window: &Window) {
    window.click("show-signed").await;
    // What is under the verdict moves when it comes.
    window.text("verdict-overall").await;
    window.click("add-signature").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_remembered_signs_again_without_typing_and_is_forgotten_at_once() {
    let folder = Folder::new("known");
    let window = open!(folder, folder.sample());
    window.pace(json!({"answerMs": 300})).await;
    window.click("remember").await;
    window.sign_with_code(APPROVES).await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    add_another(&window).await;
    let html = window.script("return document.querySelector('.form').outerHTML").await;
    assert!(!html.as_str().unwrap().contains(APPROVES), "the form does not know the code: {html}");
    window.screenshot("known").await;
    window.click("sign-button").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    let names: Vec<_> = folder.files().into_iter().filter(|name| name.contains("-signed-signed")).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    add_another(&window).await;
    window.click("known-forget").await;
    window.part("personal-code").await;
    assert_eq!(window.text("notice").await, "Nobody is remembered on this computer any more.");
    let startup = window.invoke("startup", json!({})).await;
    assert_eq!(startup["done"]["known"], json!(null));
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_remembered_scans_a_code_for_this_signature_alone() {
    let folder = Folder::new("known-scans");
    let window = open!(folder, folder.sample());
    let phone = window.phone().await;
    window.click("remember").await;
    window.sign_with_code(BY_HAND.0).await;
    let choice = phone.request("certificate-choice").await;
    phone.approve(choice["session"].as_str().unwrap(), None).await;
    let request = phone.request("signature").await;
    let shown: String =
        window.text_of_at_least("verification-code", 4).await.chars().filter(char::is_ascii_digit).collect();
    phone.choose(request["session"].as_str().unwrap(), &shown, "12345").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");

    add_another(&window).await;
    window.click("known-scans").await;
    assert_eq!(window.text("sign-button").await, "Show the QR code");
    window.click("sign-button").await;
    window.picture_is_loaded("qr").await;
    window.screenshot("known-qr").await;
    // One code, one screen on the phone: the signature itself.
    let session = phone.scan(BY_HAND.1).await;
    let request = phone.request("signature").await;
    assert_eq!(request["session"], json!(session));
    phone.approve(&session, Some("12345")).await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    window.close().await;
}
