//! The person's browser, as far as the program sees it: something that is started with an address.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

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
    let (address, query) = page.split_once('?').unwrap();
    let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let shown = say(host, &format!("GET /{path}?{query}"), "").await;
    assert!(shown.starts_with("HTTP/1.1 200") && shown.contains("value=approve"), "{shown}");
    let pairs = [("request", query), ("decision", decision), ("user", user)];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let decided = say(host, &format!("POST /{}", path.replace("authorize", "decide")), &body).await;
    let back = decided.lines().find_map(|line| line.strip_prefix("location: ")).expect(&decided).trim();
    let (host, path) = back.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let thanked = say(host, &format!("GET /{path}"), "").await;
    assert!(thanked.starts_with("HTTP/1.1 200"), "{thanked}");
    shown
}

async fn say(host: &str, request: &str, body: &str) -> String {
    let mut connection = TcpStream::connect(host).await.unwrap();
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let head = format!(
        "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{kind}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all((head + body).as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
