//! An office whose network has only one way out: a proxy that wants to know who asks. The person types it into the window.

use emulator::CSC_SECRET;
use pitser_tests::Doorkeeper;
use serde_json::json;

use crate::browser::page;
use crate::driver::{Window, keychain};
use crate::folder::{Folder, root};
use crate::office::{Office, lies_in};

const NAME: &str = Doorkeeper::NAME;
const PASSWORD: &str = Doorkeeper::PASSWORD;
const SAID: &str = Doorkeeper::SAID;

#[tokio::test(flavor = "multi_thread")]
async fn a_login_for_the_proxy_is_typed_where_it_was_missing_and_the_signing_goes_on() {
    let folder = Folder::new("proxy");
    let Some(home) = keychain("proxy") else { return };
    let proxy = Doorkeeper::start().await.unwrap();
    let office = Office::behind(&folder, format!("http://{}", proxy.address).parse().unwrap()).await;
    let under = office.under(Some(home.clone()));
    let Some(window) = Window::open_under(&folder, &folder.sample(), &under).await else { return };
    window.picture_is_loaded("page-image").await;
    window.fill("client-secret", CSC_SECRET).await;
    window.click("secret-keep").await;
    window.part("secret-kept").await;
    window.click("sign-button").await;
    assert_eq!(window.failure().await, "proxy-login");
    assert_eq!(window.text("proxy-at").await, format!("Proxy {}", proxy.address));
    window.part("proxy-password").await;
    assert!(window.text("failure-next").await.contains("for the proxy below"));
    window.screenshot("proxy-asks").await;

    window.fill("proxy-name", "BANK:mari").await;
    window.fill("proxy-password", PASSWORD).await;
    window.click("proxy-keep").await;
    assert!(window.text_of_at_least("proxy-fault", 1).await.contains("A name with a colon"));
    window.screenshot("proxy-name-refused").await;
    let arguments = json!({"name": "BANK:mari", "password": PASSWORD});
    let refused = window.invoke("keepProxyLogin", arguments).await;
    assert_eq!(refused["failed"]["code"], "proxy-login-name");
    assert!(!refused.to_string().contains(PASSWORD), "{refused}");
    assert_eq!(window.invoke("proxyLoginAt", json!({})).await["done"], "missing");

    window.fill("proxy-name", NAME).await;
    window.fill("proxy-password", "of-last-month").await;
    window.click("proxy-keep").await;
    assert!(window.text("proxy-kept").await.contains("the proxy let nothing through with them"));
    assert_eq!(window.failure().await, "proxy-login-refused");
    window.screenshot("proxy-refuses").await;
    folder.holds_nothing_new();

    window.fill("proxy-name", NAME).await;
    window.fill("proxy-password", PASSWORD).await;
    window.click("proxy-keep").await;
    office.press(&page(0).await, "liis", "approve").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    let heads = proxy.heads();
    assert!(
        heads.iter().any(|head| head.starts_with("CONNECT csc.bank.test:") && head.contains(SAID)),
        "{heads:?}"
    );
    let page = window.script("return document.documentElement.outerHTML").await;
    let startup = window.invoke("startup", json!({})).await;
    assert_eq!(startup["done"]["profile"]["proxy"], proxy.address.to_string());
    for secret in [PASSWORD, SAID] {
        assert!(!page.to_string().contains(secret) && !startup.to_string().contains(secret), "{secret}");
        for place in [Folder::data(), home.clone(), root().join("target/window/proxy")] {
            assert!(!lies_in(&place, secret), "{secret} stands in a file in {}", place.display());
        }
    }

    window.click("show-signed").await;
    window.text("verdict-overall").await;
    window.click("add-signature").await;
    window.click("proxy-fold").await;
    window.part("proxy-kept").await;
    window.screenshot("proxy-kept").await;
    window.click("proxy-forget").await;
    assert_eq!(window.text("proxy-notice").await, "Name and password for the proxy are forgotten.");
    assert_eq!(window.invoke("proxyLoginAt", json!({})).await["done"], "missing");
    let asked = proxy.heads().len();
    window.click("sign-button").await;
    assert_eq!(window.failure().await, "proxy-login");
    assert!(proxy.heads().iter().skip(asked).all(|head| !head.contains("Basic")), "it is forgotten");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_keeps_the_status_of_a_certificate_back_is_told_the_login_and_signatures_are_checked_again()
 {
    let folder = Folder::new("proxy-verify");
    let Some(home) = keychain("proxy-verify") else { return };
    let proxy = Doorkeeper::start().await.unwrap();
    let office = Office::behind(&folder, format!("http://{}", proxy.address).parse().unwrap()).await;
    let under = office.under(Some(home.clone()));
    let Some(window) = Window::open_under(&folder, &folder.sample(), &under).await else { return };
    window.fill("client-secret", CSC_SECRET).await;
    window.click("secret-keep").await;
    window.part("secret-kept").await;
    window.click("proxy-fold").await;
    window.fill("proxy-name", NAME).await;
    window.fill("proxy-password", PASSWORD).await;
    window.click("proxy-keep").await;
    window.part("proxy-kept").await;
    window.click("options").await;
    window.click("level-b-t").await;
    window.click("sign-button").await;
    office.press(&page(0).await, "liis", "approve").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    let signed = window.text("output-path").await;
    window.invoke("forgetProxyLogin", json!({})).await;
    window.close().await;

    let Some(window) = Window::open_under(&folder, signed.as_ref(), &under).await else { return };
    assert_eq!(window.attribute("turned-away", "data-code").await, "proxy-login");
    assert_eq!(window.attribute("verdict-overall", "data-indication").await, "indeterminate");
    assert_eq!(window.text("proxy-at").await, format!("Proxy {}", proxy.address));
    assert!(window.text("turned-away-next").await.contains("for the proxy below"));
    window.part("proxy-password").await;
    window.screenshot("verified-without-proxy").await;

    window.fill("proxy-name", NAME).await;
    window.fill("proxy-password", "of-last-month").await;
    window.click("proxy-keep").await;
    assert!(window.text("proxy-kept").await.contains("the proxy let nothing through with them"));
    assert_eq!(window.attribute("verdict-overall", "data-indication").await, "indeterminate");
    window.screenshot("verified-with-an-old-login").await;

    window.fill("proxy-name", NAME).await;
    window.fill("proxy-password", PASSWORD).await;
    window.click("proxy-keep").await;
    window
        .until("the signature to be valid", async || {
            window.attribute("verdict-overall", "data-indication").await == "total-passed"
        })
        .await;
    assert!(!window.is_there("turned-away").await && !window.is_there("proxy").await);
    let focused = window.script("return document.activeElement.dataset.testid").await;
    assert_eq!(focused, "verdict-overall", "what was pressed is gone");
    window.screenshot("verified-through-proxy").await;
    let heads = proxy.heads();
    let asked = |head: &String| head.starts_with("POST http://status.bank.test:") && head.contains(SAID);
    assert!(heads.iter().any(asked), "{heads:?}");
    for place in [Folder::data(), home, root().join("target/window/proxy-verify")] {
        assert!(!lies_in(&place, PASSWORD), "it stands in a file in {}", place.display());
    }
    window.close().await;
}
