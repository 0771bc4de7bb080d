//! smart-id-rust-client, unchanged, against the emulator: rust-client SMART_ID MOCK_PHONE PHONE ROOT_PEM ISSUER_PEM.
//!
//! The client takes certificates of other authorities than SK's for `https://sid.demo.sk.ee` alone (its `verify_certificate`
//! drops what it is given for every other address). So it is told that address, and `HTTPS_PROXY` leads it to the emulator,
//! which has that name in its certificate: [`tunnel`].
//!
//! Where the client does not follow the documentation, the story says how and expects the refusal.

mod stage;
mod stories;
mod tunnel;

use std::process::Command;

use stage::Stage;

/// The address that the client knows as the demo's.
const DEMO: &str = "https://sid.demo.sk.ee";

/// Says to the second half of the program that the first leads the way.
const LED: &str = "PITSER_RUST_CLIENT_LED";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [smart_id, mock, phone, root, issuer] = &arguments[..] else { return Err("five arguments".into()) };
    let runtime = tokio::runtime::Runtime::new()?;
    if std::env::var_os(LED).is_none() {
        let address = smart_id.trim_start_matches("https://").split('/').next().unwrap_or_default();
        let proxy = runtime.block_on(tunnel::open(address.to_owned()))?;
        // The client reads where the proxy is from the environment that it begins with
        let led = Command::new(std::env::current_exe()?)
            .args(&arguments)
            .env(LED, "1")
            .env("HTTPS_PROXY", format!("http://{proxy}"))
            .env("NO_PROXY", "127.0.0.1")
            .status()?;
        std::process::exit(led.code().unwrap_or(1));
    }
    let stage = Stage::new(mock, phone, root, issuer)?;
    let wrong = runtime.block_on(stories::all(&stage));
    println!("{}", if wrong == 0 { "all as expected".to_owned() } else { format!("{wrong} went wrong") });
    std::process::exit(i32::from(wrong > 0))
}
