//! An organisation at a signing service: this program is let in by a secret, which the person types once into the window.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use emulator::{CSC_ORGANISATION, CSC_SECRET, Keys, Options, Pace, Running};
use pki::Certificate;
use serde_json::json;
use workflow::profile::{Csc, Login, Profile};
use workflow::proxy::Proxy;

use crate::browser::{page, press, press_in};
use crate::driver::{Under, Window, keychain};
use crate::folder::{Folder, root};

/// The name of its signing service where it has one. Nobody but a proxy finds it.
const SERVICE: &str = "csc.bank.test";
/// The same for where its certificates say that statuses are.
const STATUSES: &str = "status.bank.test";

/// Its services, and the profile that says so, named `office`.
pub struct Office {
    running: Running,
    profile: PathBuf,
}

impl Office {
    async fn open(folder: &Folder) -> Self {
        Self::behind(folder, Proxy::None).await
    }

    /// The same where nothing but a proxy leads out of the network to the signing service and to the statuses of
    /// certificates, which have names then.
    pub async fn behind(folder: &Folder, proxy: Proxy) -> Self {
        let at_once = Pace { answer_ms: 0, timeout_ms: 400, patience_ms: 8_000, linked_ms: 8_000 };
        let mut options = Options::at_pace(at_once);
        options.keys = Some(Keys::cached().unwrap());
        if proxy != Proxy::None {
            options.names = vec![SERVICE.to_owned(), STATUSES.to_owned()];
            options.statuses = Some(STATUSES.to_owned());
        }
        let place = root().join("target/window/office-services");
        fs::create_dir_all(&place).unwrap();
        let running = emulator::serve(&place, options).await.unwrap();
        let pem = |der: &[u8]| Certificate::from_der(der).unwrap().to_pem();
        let stamps = vec![running.tsa_url.clone()];
        let mut profile = Profile::of_trust("office", pem(&running.root_der), stamps).unwrap();
        profile.trust.issuers = pem(&running.issuing_der) + &pem(&running.tsa_authority_der);
        profile.test = true;
        let mut service = Csc {
            login: Login::Client,
            user: Some("liis".to_owned()),
            pins: vec![running.tls_spki_pin.clone()],
            tls_anchors: pem(&running.tls_certificate_der),
            ..pitser_tests::csc_of(&match proxy {
                Proxy::None => running.csc_url.clone(),
                _ => running.csc_url.replace("127.0.0.1", SERVICE),
            })
        };
        profile.proxy = proxy;
        service.client.client_id = CSC_ORGANISATION.to_owned();
        profile.csc = Some(service);
        let profile = folder.beside("office.toml", profile.to_toml().unwrap().as_bytes());
        Self { running, profile }
    }

    /// Somebody of the office presses a button on a page of the signing service, in a browser that finds the service by its name
    /// and knows its certificate, and is led back to the program.
    pub async fn press(&self, page: &str, user: &str, decision: &str) {
        let certificate = reqwest::Certificate::from_der(&self.running.tls_certificate_der).unwrap();
        // The port is that of the page.
        let here = (Ipv4Addr::LOCALHOST, 0).into();
        let browser = reqwest::Client::builder().resolve(SERVICE, here).tls_certs_only([certificate]);
        press_in(browser, page, user, decision).await;
    }

    pub fn under(&self, keychain: Option<PathBuf>) -> Under {
        Under { profile: self.profile.clone().into_os_string(), keychain }
    }
}

/// Whether a text stands in a file of a folder.
pub fn lies_in(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).into_iter().flatten().any(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => lies_in(&path, text),
            false => fs::read(&path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text)),
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_typed_once_and_the_keychain_keeps_it_until_it_is_forgotten() {
    let folder = Folder::new("office");
    let Some(home) = keychain("office") else { return };
    let office = Office::open(&folder).await;
    let Some(window) = Window::open_under(&folder, &folder.sample(), &office.under(Some(home.clone()))).await
    else {
        return;
    };
    window.picture_is_loaded("page-image").await;
    window.part("client-secret").await;
    window.screenshot("secret-missing").await;
    window.click("sign-button").await;
    assert_eq!(window.failure().await, "csc-secret-missing");
    assert!(window.text("failure-next").await.contains("pitser profile secret office"));
    window.screenshot("secret-wanted").await;
    window.click("remedy-button").await;

    window.fill("client-secret", CSC_SECRET).await;
    window.click("secret-keep").await;
    window.part("secret-kept").await;
    window.screenshot("secret-kept").await;
    let html = window.script("return document.documentElement.outerHTML").await;
    let startup = window.invoke("startup", json!({})).await;
    assert_eq!(startup["done"]["profile"]["secret"], "needed");
    window.click("sign-button").await;
    press(&page(0).await, "liis", "approve").await;
    assert_eq!(window.text("result-title").await, "Signed and valid");
    folder.holds_signed(&window.text("output-path").await);
    for told in [
        html.to_string(),
        startup.to_string(),
        window.script("return document.body.innerHTML").await.to_string(),
    ] {
        assert!(!told.contains(CSC_SECRET), "{told}");
    }
    for place in [Folder::data(), home, root().join("target/window/office-services")] {
        assert!(!lies_in(&place, CSC_SECRET), "it stands in a file in {}", place.display());
    }

    window.click("show-signed").await;
    window.text("verdict-overall").await;
    window.click("add-signature").await;
    window.click("secret-forget").await;
    assert_eq!(window.text("secret-notice").await, "The secret and the login are forgotten.");
    window.screenshot("secret-forgotten").await;
    assert_eq!(window.invoke("secretAt", json!({})).await["done"], "missing");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_keychain_the_window_says_what_helps() {
    let folder = Folder::new("office-without");
    let office = Office::open(&folder).await;
    let Some(window) = Window::open_under(&folder, &folder.sample(), &office.under(None)).await else {
        return;
    };
    // The keychain is asked when the form is there already.
    let told = async || window.attribute("secret-fault", "data-code").await == "keychain-unavailable";
    window.until("what the keychain says", told).await;
    assert!(window.text("secret-fault").await.contains("set PITSER_CSC_SECRET"));
    window.screenshot("secret-no-keychain").await;
    let refused = window.invoke("keepSecret", json!({"secret": CSC_SECRET})).await;
    assert_eq!(refused["failed"]["code"], "keychain-unavailable");
    assert!(!refused.to_string().contains(CSC_SECRET), "{refused}");
    folder.holds_nothing_new();
    window.close().await;
}
