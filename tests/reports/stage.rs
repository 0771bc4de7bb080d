//! Files with results of every kind, and the tools that look at reports.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use pitser_tests::{Simulated, profile_of, run};
use workflow::extend::{Extension, extend};
use workflow::host::{Existing, Host as _};
use workflow::order::{Level, Order, Signer};
use workflow::profile::Profile;
use workflow::verify::{Examined, Options, examine};

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";

/// A world with the sample agreement on its disk.
pub fn world() -> (Simulated, Profile) {
    let host = Simulated::new(900);
    let sample = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample/loan-agreement.pdf"));
    host.put("/unsigned.pdf", sample.unwrap());
    let profile = profile_of(&host);
    (host, profile)
}

/// One of each: its name, and what was found.
pub fn results() -> Vec<(&'static str, Examined)> {
    let (host, profile) = world();
    let sign = |from: &str, to: &str, level| {
        let signer = Signer::Person(APPROVES.parse().unwrap());
        let order = Order { output: Some(to.into()), ..Order::new(from, signer, level) };
        run(workflow::sign::sign(&host, &profile, order)).unwrap();
    };
    sign("/unsigned.pdf", "/b-b.pdf", Level::BB);
    sign("/unsigned.pdf", "/b-t.pdf", Level::BT);
    sign("/unsigned.pdf", "/b-lt.pdf", Level::BLt);
    sign("/unsigned.pdf", "/b-lta.pdf", Level::BLta);
    sign("/b-lta.pdf", "/twice.pdf", Level::BLta);
    let renewal = Extension {
        document: "/b-lta.pdf".into(),
        password: None,
        output: Some("/renewed.pdf".into()),
        existing: Existing::Keep,
        level: Level::BLta,
    };
    run(host.sleep_until(host.now().plus(Duration::from_secs(86_400))));
    run(extend(&host, &profile, renewal)).unwrap();
    let mut changed = host.file("/b-lta.pdf").unwrap().to_vec();
    let at = changed.windows(6).position(|window| window == b"endobj").unwrap();
    changed[at - 3] ^= 1;
    host.put("/changed.pdf", changed);
    let mut garbled = host.file("/b-t.pdf").unwrap().to_vec();
    let entry = garbled.windows(9).position(|window| window == b"/Contents").unwrap();
    let at = entry + garbled[entry..].iter().position(|byte| *byte == b'<').unwrap();
    garbled[at + 1..at + 5].copy_from_slice(b"0000");
    host.put("/garbled.pdf", garbled);

    let examined = |path: &'static str, profile: &Profile| {
        let options = Options::offline();
        (path.trim_start_matches('/'), run(examine(&host, profile, Path::new(path), options)).unwrap())
    };
    let mut stranger = profile.clone();
    stranger.trust.anchors =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/keys/root.pem")).unwrap();
    stranger.trust.issuers.clear();
    let paths = [
        "/unsigned.pdf",
        "/b-b.pdf",
        "/b-t.pdf",
        "/b-lt.pdf",
        "/b-lta.pdf",
        "/twice.pdf",
        "/renewed.pdf",
        "/changed.pdf",
        "/garbled.pdf",
    ];
    paths.into_iter().map(|path| examined(path, &profile)).chain([examined("/b-lt.pdf", &stranger)]).collect()
}

/// What a tool said; nothing when it is not installed.
pub fn tool(command: &mut Command) -> Option<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(
                std::env::var_os("PITSER_REQUIRE_TOOLS").is_none_or(|wish| wish != "1"),
                "{name}: {error}"
            );
            println!("skipped: no {name}");
            None
        }
    }
}
