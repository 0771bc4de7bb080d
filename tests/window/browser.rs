//! The person's browser, as far as the program sees it: something that is started with an address.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use http::StatusCode;
use http::header::{CONTENT_TYPE, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, RequestBuilder};

use crate::folder::root;

const PATIENCE: Duration = Duration::from_secs(60);
/// Writes down what it is to open, a line for each.
const OPENER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$PITSER_TEST_PAGES\"\n";

/// A folder with what the program finds on its path when it looks for something that opens pages.
pub fn opener() -> PathBuf {
    let folder = root().join("target/window/bin");
    fs::create_dir_all(&folder).unwrap();
    let opener = folder.join("xdg-open");
    fs::write(&opener, OPENER).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Where the pages are written down that were to be opened.
pub fn pages() -> PathBuf {
    root().join("target/window/pages")
}

/// Waits for the page of that number, from 0.
pub async fn page(number: usize) -> String {
    let begun = Instant::now();
    loop {
        let opened = fs::read_to_string(pages()).unwrap_or_default();
        if let Some(page) = opened.lines().nth(number) {
            return page.to_owned();
        }
        assert!(begun.elapsed() < PATIENCE, "page {number} never came: {opened}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Somebody presses a button on the page, and is led back to the program. Gives what the page said.
pub async fn press(page: &str, user: &str, decision: &str) -> String {
    press_in(Client::builder(), page, user, decision).await
}

/// The same in a browser that knows more than others: how to get to the page, or whose word to take there.
pub async fn press_in(browser: ClientBuilder, page: &str, user: &str, decision: &str) -> String {
    let browser = browser.no_proxy().redirect(Policy::none()).timeout(PATIENCE).build().unwrap();
    let shown = told(browser.get(page)).await;
    assert!(shown.contains("value=approve"), "{shown}");
    let (address, query) = page.split_once('?').unwrap();
    let pairs = [("request", query), ("decision", decision), ("user", user)];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let form = browser.post(address.replace("authorize", "decide")).body(body);
    let decided = form.header(CONTENT_TYPE, "application/x-www-form-urlencoded").send().await.unwrap();
    let back = decided.headers().get(LOCATION).unwrap_or_else(|| panic!("{decided:?}"));
    told(browser.get(back.to_str().unwrap())).await;
    shown
}

async fn told(request: RequestBuilder) -> String {
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let text = answer.text().await.unwrap();
    assert_eq!(status, StatusCode::OK, "{text}");
    text
}
