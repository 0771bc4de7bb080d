//! The window under WebDriver. WebKitWebDriver is spoken to directly; on Linux nothing stands between.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus, WebDriver};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use pitser_tests::UNLOCKED;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::sync::{Mutex, MutexGuard};

use crate::browser;
use crate::folder::{Folder, root};

/// How long the window may take for anything: making the demo's keys on the first start takes longest.
const PATIENCE: Duration = Duration::from_secs(180);
const DRIVER: &str = "WebKitWebDriver";

/// One window at a time: they share the demo's keys, and the processor.
static TURN: Mutex<()> = Mutex::const_new(());

/// Which services the window uses, and whether there is a keychain.
pub struct Under {
    pub profile: OsString,
    /// The home of whoever has one.
    pub keychain: Option<PathBuf>,
}

/// The home of somebody who has a keychain and nothing in it; `None`, having said why, where none can be had.
pub fn keychain(story: &str) -> Option<PathBuf> {
    let tools = ["dbus-run-session", "gnome-keyring-daemon"];
    if let Some(missing) = tools.into_iter().find(|tool| !on_path(tool)) {
        return skipped(missing);
    }
    let home = root().join("target/window").join(format!("{story}.home"));
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(home.join("run")).unwrap();
    fs::set_permissions(home.join("run"), fs::Permissions::from_mode(0o700)).unwrap();
    Some(home)
}

pub struct Window {
    client: Client,
    driver: Driver,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    /// Starts the program on a file, in the demo world. `None`, having said why, where the tools are missing.
    pub async fn open(folder: &Folder, file: &Path) -> Option<Self> {
        Self::open_under(folder, file, &Under { profile: "demo".into(), keychain: None }).await
    }

    /// The same under another profile.
    pub async fn open_under(_folder: &Folder, file: &Path, under: &Under) -> Option<Self> {
        let program = std::env::var_os("PITSER_DESKTOP")
            .map_or_else(|| root().join("target/debug/pitser-desktop"), PathBuf::from);
        if let Some(missing) = missing(&program) {
            return skipped(&missing);
        }
        let turn = TURN.lock().await;
        let driver = Driver::start(under.keychain.as_deref()).await;
        let profile = under.profile.to_str().unwrap();
        let options = json!({"binary": program, "args": ["--profile", profile, file]});
        let capabilities = json!({"webkitgtk:browserOptions": options});
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .expect("a session");
        Some(Self { client, driver, _turn: turn })
    }

    /// Ends the program and the driver.
    pub async fn close(self) {
        self.client.close().await.ok();
        drop(self.driver);
    }

    /// Waits for the part. The window draws anew while it is looked at (the QR code each second), so a part that went
    /// away under the driver's hand is looked for again.
    pub async fn part(&self, testid: &str) -> Element {
        let selector = format!("[data-testid=\"{testid}\"]");
        let mut found = None;
        self.until(testid, async || {
            found = self.client.find(Locator::Css(&selector)).await.ok();
            found.is_some()
        })
        .await;
        found.expect("waited for")
    }

    pub async fn is_there(&self, testid: &str) -> bool {
        self.client.find(Locator::Css(&format!("[data-testid=\"{testid}\"]"))).await.is_ok()
    }

    /// How many parts of that name there are.
    pub async fn count(&self, testid: &str) -> usize {
        let selector = format!("[data-testid=\"{testid}\"]");
        self.client.find_all(Locator::Css(&selector)).await.unwrap().len()
    }

    /// What the part says, hidden text too.
    pub async fn text(&self, testid: &str) -> String {
        self.text_of_at_least(testid, 1).await
    }

    /// What the part says as soon as it says that much.
    pub async fn text_of_at_least(&self, testid: &str, length: usize) -> String {
        let mut said = String::new();
        self.until(testid, async || {
            let text = self.part(testid).await.prop("textContent").await;
            said = text.ok().flatten().unwrap_or_default().trim().to_owned();
            said.chars().count() >= length
        })
        .await;
        said
    }

    pub async fn attribute(&self, testid: &str, name: &str) -> String {
        let mut value = String::new();
        self.until(testid, async || match self.part(testid).await.attr(name).await {
            Ok(found) => {
                value = found.unwrap_or_default();
                true
            }
            Err(_) => false,
        })
        .await;
        value
    }

    /// Clicks as soon as the part is there and can be clicked: a click on what is disabled would be lost unseen.
    pub async fn click(&self, testid: &str) {
        self.until(testid, async || {
            let part = self.part(testid).await;
            part.is_enabled().await.unwrap_or(false) && part.click().await.is_ok()
        })
        .await;
    }

    pub async fn fill(&self, testid: &str, text: &str) {
        let field = self.part(testid).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Waits until the first picture of the name is there and has pixels.
    pub async fn picture_is_loaded(&self, testid: &str) {
        let script = "const first = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
                      const picture = first?.querySelector('img') ?? first;
                      return picture?.complete === true && picture.naturalWidth > 50";
        self.until(testid, async || {
            self.client.execute(script, vec![json!(testid)]).await.is_ok_and(|loaded| loaded == true)
        })
        .await;
    }

    /// Waits until something is so.
    pub async fn until(&self, what: &str, mut is_so: impl AsyncFnMut() -> bool) {
        let begun = Instant::now();
        while !is_so().await {
            assert!(!self.has_ended().await, "waited for {what}; the program has ended");
            if begun.elapsed() > PATIENCE {
                self.screenshot(&format!("failed-{}", what.replace(' ', "-"))).await;
                panic!(
                    "waited for {what}; the window reads: {:?}",
                    self.script("return document.body.innerText").await
                );
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether the program is gone: no part of it will ever be there.
    async fn has_ended(&self) -> bool {
        let asked = self.client.current_url().await;
        matches!(asked, Err(CmdError::Standard(WebDriver { error: ErrorStatus::InvalidSessionId, .. })))
    }

    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// A script that calls its last argument when it is done.
    pub async fn script_later(&self, script: &str) -> Value {
        self.client.execute_async(script, Vec::new()).await.unwrap()
    }

    /// A command of the program: `{"done": …}` or `{"failed": …}`.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Value {
        let script = "const [command, given, done] = arguments;
                      window.__TAURI_INTERNALS__.invoke(command, given)
                        .then((told) => done({ done: told }), (failed) => done({ failed }));";
        self.client.execute_async(script, vec![json!(command), arguments]).await.unwrap()
    }

    /// Keeps a picture of the window.
    pub async fn screenshot(&self, name: &str) {
        // What moves comes to rest.
        tokio::time::sleep(Duration::from_millis(400)).await;
        match self.client.screenshot().await {
            Ok(png) => fs::write(pictures().join(name).with_extension("png"), png).unwrap(),
            Err(error) => eprintln!("no picture {name}: {error}"),
        }
    }

    /// Opens the window of the phone and keeps a picture of it.
    pub async fn picture_of_phone(&self) {
        let opened = self.invoke("openPhone", json!({})).await;
        assert!(opened.get("failed").is_none(), "{opened}");
        tokio::time::sleep(Duration::from_secs(2)).await;
        let picture = pictures().join("phone.png");
        let taken = Command::new("import").args(["-window", "Demo phone"]).arg(&picture).status().await;
        if !taken.is_ok_and(|status| status.success()) {
            eprintln!("no picture of the phone");
        }
    }
}

/// Where pictures go.
fn pictures() -> PathBuf {
    let folder = std::env::var_os("PITSER_SCREENSHOTS")
        .map_or_else(|| root().join("target/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// No window, for want of a tool.
fn skipped<T>(missing: &str) -> Option<T> {
    assert!(std::env::var_os("PITSER_REQUIRE_TOOLS").is_none_or(|wish| wish != "1"), "missing: {missing}");
    eprintln!("SKIPPED, missing: {missing}");
    None
}

fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

fn missing(program: &Path) -> Option<String> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !on_path(DRIVER) {
        return Some(DRIVER.to_owned());
    }
    if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Some("a display".to_owned());
    }
    (!program.is_file()).then(|| program.display().to_string())
}

/// A running WebKitWebDriver.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    async fn start(keychain: Option<&Path>) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        fs::create_dir_all(Folder::data()).unwrap();
        // Nobody is remembered from another story, and no page is open.
        for left in [Folder::data().join("known.json"), browser::pages()] {
            let _ = fs::remove_file(left);
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([browser::opener()].into_iter().chain(std::env::split_paths(&path)));
        // What it starts outlives it and would hold our output: a group of its own, and no output at all.
        let mut command = match keychain {
            Some(home) => within(home),
            // Nothing of a test stays in the keychain of whoever runs it.
            None => {
                let mut command = Command::new(DRIVER);
                command.env("PITSER_KEYCHAIN", "none");
                command
            }
        };
        let child = command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("PITSER_DATA_DIR", Folder::data())
            .env("PATH", path.unwrap())
            .env("PITSER_TEST_PAGES", browser::pages())
            .env_remove("PITSER_CSC_SECRET")
            .env("LC_ALL", "C.UTF-8")
            .env("LANG", "C.UTF-8")
            // Whatever language another story has chosen.
            .env("PITSER_LANGUAGE", "en")
            .env("NO_AT_BRIDGE", "1")
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert!(begun.elapsed() < PATIENCE, "{DRIVER} does not listen");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Self { child, port }
    }
}

/// The driver in a session of its own, with the keychain of a home.
fn within(home: &Path) -> Command {
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-c", UNLOCKED, DRIVER]);
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home.join("run"));
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("PITSER_KEYCHAIN");
    command
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = self.child.id() {
            std::process::Command::new("kill").args(["--", &format!("-{group}")]).status().ok();
        }
    }
}
