//! The program, a folder of its own, and the world it talks to.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Arc, OnceLock};

use assert_cmd::Command;
use emulator::{Faults, Keys, Options, Pace, Running};
use pitser_tests::Doorkeeper;
use pki::{Certificate, DigestAlgorithm};
use remote::smart_id::RelyingParty;
use serde_json::Value;
use tokio::runtime::Runtime;
use workflow::profile::{Csc, MobileId, Profile, SmartId, TimestampService, Trust};

/// The documented account that approves by itself.
pub const APPROVES: &str = "PNOEE-40504040001";

/// What every story is told about.
pub const CONTRACT: &[u8] = include_bytes!("../fixtures/sample/loan-agreement.pdf");

/// The program, built from what lies here now.
pub fn program() -> PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let program = PROGRAM.get_or_init(|| std::env::var_os("PITSER_CLI").map_or_else(build, PathBuf::from));
    let help = "build it with cargo build, or name another one in PITSER_CLI";
    assert!(program.is_file(), "{} is not there: {help}", program.display());
    program.clone()
}

/// Cargo builds no program of another package for a test; it is asked to, and has nothing to do most of the time.
fn build() -> PathBuf {
    if let Some(cargo) = std::env::var_os("CARGO") {
        let mut command = std::process::Command::new(cargo);
        command.args(["build", "--quiet", "--package", "pitser-cli"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        if !cfg!(debug_assertions) {
            command.arg("--release");
        }
        assert!(command.status().unwrap().success());
    }
    let ours = std::env::current_exe().unwrap();
    let folder = ours.parent().and_then(Path::parent).unwrap();
    folder.join(format!("pitser{}", std::env::consts::EXE_SUFFIX))
}

/// Whatever a program has started, such as a keychain: it ends with the story, however that ends.
pub struct Group(u32);

impl Group {
    /// Starts the program in a group of its own.
    pub fn start(command: &mut std::process::Command) -> (std::process::Child, Self) {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let program = command.get_program().to_owned();
        let running = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let group = Self(running.id());
        (running, group)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A keychain that waits for somebody heeds nothing milder; one that comes to its end cleans up for the next.
        let signal = if std::thread::panicking() { "-KILL" } else { "-TERM" };
        if cfg!(unix) {
            let group = format!("-{}", self.0);
            let silent = std::process::Stdio::null;
            std::process::Command::new("kill").args([signal, "--", &group]).stderr(silent()).status().ok();
        }
    }
}

/// Services over real sockets, without pauses.
pub struct Served {
    running: Running,
    runtime: Runtime,
    _folder: tempfile::TempDir,
}

impl Served {
    fn start() -> Arc<Self> {
        Self::with_statuses(None)
    }

    /// Statuses of certificates are to be had at a name that nobody but a proxy finds.
    fn with_statuses(name: Option<&str>) -> Arc<Self> {
        let runtime = Runtime::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut options =
            Options::at_pace(Pace { answer_ms: 0, timeout_ms: 400, patience_ms: 8_000, linked_ms: 8_000 });
        options.keys = Some(Keys::cached().unwrap());
        options.statuses = name.map(str::to_owned);
        options.names.extend(options.statuses.clone());
        let running = runtime.block_on(emulator::serve(folder.path(), options)).unwrap();
        Arc::new(Self { running, runtime, _folder: folder })
    }

    /// The services that all stories share in which everything works.
    fn shared() -> Arc<Self> {
        static SHARED: OnceLock<Arc<Served>> = OnceLock::new();
        Arc::clone(SHARED.get_or_init(Self::start))
    }

    /// A button of the phone page; its answer has to be 200.
    pub fn press(&self, button: &str, body: &Value) {
        let host = self.running.support_url.trim_start_matches("http://");
        let body = body.to_string();
        let mut connection = TcpStream::connect(host).unwrap();
        let head = format!("POST /phone/{button} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        let head = format!("{head}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
        connection.write_all((head + &body).as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{button}: {answer}");
    }

    /// What the phones show.
    pub fn phone(&self) -> Value {
        let host = self.running.support_url.trim_start_matches("http://");
        let mut connection = TcpStream::connect(host).unwrap();
        let head = format!("GET /phone/state HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        connection.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}"))
    }

    /// What reached the phones.
    pub fn tally(&self) -> emulator::Tally {
        self.running.world().tally()
    }

    /// What only the relying party may know.
    pub fn secrets(&self) -> Vec<String> {
        self.running.world().secrets()
    }

    pub fn profile(&self) -> Profile {
        let pem = |der: &[u8]| Certificate::from_der(der).unwrap().to_pem();
        let running = &self.running;
        Profile {
            name: "bench".into(),
            test: true,
            country: "EE".into(),
            proxy: workflow::proxy::Proxy::None,
            smart_id: Some(SmartId {
                relying_party: RelyingParty::demo(&running.api_url),
                pins: vec![running.tls_spki_pin.clone()],
                tls_anchors: pem(&running.tls_certificate_der),
                digest: DigestAlgorithm::Sha512,
                scheme: None,
                api: Default::default(),
                asks: Default::default(),
            }),
            mobile_id: Some(MobileId {
                relying_party: remote::mobile_id::RelyingParty::demo(&running.mobile_id_url),
                pins: vec![running.tls_spki_pin.clone()],
                tls_anchors: pem(&running.tls_certificate_der),
                digest: DigestAlgorithm::Sha256,
            }),
            csc: Some(Csc {
                pins: vec![running.tls_spki_pin.clone()],
                tls_anchors: pem(&running.tls_certificate_der),
                ..pitser_tests::csc_of(&running.csc_url)
            }),
            timestamp: vec![TimestampService::at(running.tsa_url.clone())],
            seal: Default::default(),
            trust: Trust {
                name: "Bench".into(),
                anchors: pem(&running.root_der),
                issuers: pem(&running.issuing_der) + &pem(&running.tsa_authority_der),
            },
            is_own_world: false,
        }
    }
}

/// A folder with a contract in it, and the program's own folder.
pub struct Desk {
    folder: tempfile::TempDir,
    /// The services it talks to.
    pub served: Arc<Served>,
}

impl Desk {
    /// A contract named `contract.pdf`, and the profile of services that work.
    pub fn new() -> Self {
        Self::before(Served::shared())
    }

    /// The same with services of its own, with something wrong with them.
    pub fn with(faults: Faults) -> Self {
        let desk = Self::before(Served::start());
        desk.faults(faults);
        desk
    }

    /// The same with services of its own and people who take their time.
    pub fn patient() -> Self {
        let desk = Self::before(Served::start());
        desk.served.running.world().set_pace(Pace { answer_ms: 0, ..Pace::default() });
        desk
    }

    /// The same within a network that only a proxy leads out of; and that proxy, which wants a login.
    pub fn behind_a_proxy() -> (Self, Doorkeeper) {
        let desk = Self::before(Served::with_statuses(Some("status.bank.test")));
        let doorkeeper = desk.served.runtime.block_on(Doorkeeper::start()).unwrap();
        let mut profile = desk.served.profile();
        profile.proxy = format!("http://{}", doorkeeper.address).parse().unwrap();
        desk.put("bench.toml", profile.to_toml().unwrap().as_bytes());
        (desk, doorkeeper)
    }

    fn before(served: Arc<Served>) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), served };
        desk.put("contract.pdf", CONTRACT);
        desk.put("bench.toml", desk.served.profile().to_toml().unwrap().as_bytes());
        desk
    }

    /// Changes what is wrong with services of its own.
    pub fn faults(&self, faults: Faults) {
        self.served.running.world().set_faults(faults);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The PDF files that lie here, sorted.
    pub fn documents(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != "bench.toml" && name != "data");
        names.sort();
        names
    }

    /// The notes on what may be open on people's phones.
    pub fn left_open(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.path("data/phones")).into_iter().flatten();
        let files = files.map(|file| file.unwrap().path());
        files.filter(|path| path.extension().is_some_and(|extension| extension == "note")).collect()
    }

    /// The program in this folder, without a profile.
    pub fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = self.here(program());
        command.args(arguments);
        command
    }

    /// A program that works in this folder.
    fn here(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path());
        command
            .env("PITSER_DATA_DIR", self.path("data"))
            .env_remove("PITSER_PROFILE")
            .env_remove("PITSER_LANGUAGE")
            // Nothing of a test stays in the keychain of whoever runs it.
            .env("PITSER_KEYCHAIN", "none")
            .env_remove("PITSER_CSC_SECRET")
            .env_remove("PITSER_PROXY_LOGIN")
            .env("LC_ALL", "C.UTF-8");
        command.timeout(std::time::Duration::from_secs(120));
        command
    }

    /// Runs the program under the profile of the shared world.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran(self.bare(&["--profile", "bench.toml"]).args(arguments).output().unwrap())
    }

    /// Runs the program without naming a profile.
    pub fn run_as_it_comes(&self, arguments: &[&str]) -> Ran {
        Ran(self.bare(arguments).output().unwrap())
    }

    /// Runs it under the shared world's profile, by somebody whom the rights of files bind: root without the power to pass over them.
    #[cfg(unix)]
    pub fn run_bound_by_rights(&self, arguments: &[&str]) -> Ran {
        use std::os::unix::fs::MetadataExt;
        if std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() != 0) {
            return self.run(arguments);
        }
        let rights = ["--bounding-set=-dac_override,-dac_read_search", "--"];
        Ran(self.through("setpriv", &rights, arguments).output().unwrap())
    }

    /// The same with a disk of 16 kB in `folder`, seen by the program alone. `None` where that cannot be had.
    #[cfg(target_os = "linux")]
    pub fn run_on_small_disk(&self, folder: &str, arguments: &[&str]) -> Option<Ran> {
        let apart = ["--map-root-user", "--mount", "--"];
        let mount = format!("mount -t tmpfs -o size=16k none {folder} && ");
        let possible = std::process::Command::new("unshare")
            .args(apart)
            .args(["sh", "-c", &format!("{mount} true")])
            .current_dir(self.folder.path())
            .output()
            .is_ok_and(|tried| tried.status.success());
        let script = format!("{mount} exec \"$0\" \"$@\"");
        let prefix = [apart.as_slice(), &["sh", "-c", &script]].concat();
        possible.then(|| Ran(self.through("unshare", &prefix, arguments).output().unwrap()))
    }

    /// The program, started by another one.
    #[cfg(unix)]
    fn through(&self, starter: &str, prefix: &[&str], arguments: &[&str]) -> Command {
        let mut command = self.here(starter);
        command.args(prefix).arg(program()).args(["--profile", "bench.toml"]).args(arguments);
        command
    }

    /// Signs `contract.pdf` into `signed.pdf` at a level.
    pub fn signed(level: &str) -> Self {
        let desk = Self::new();
        let ran = desk.run(&[
            "sign",
            "contract.pdf",
            "--smart-id",
            APPROVES,
            "--level",
            level,
            "--output",
            "signed.pdf",
        ]);
        assert_eq!(ran.exit(), 0, "{}", ran.talk());
        desk
    }
}

/// What the program did.
pub struct Ran(pub Output);

impl Ran {
    pub fn exit(&self) -> i32 {
        self.0.status.code().unwrap_or(-1)
    }

    /// Standard output.
    pub fn data(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    /// Standard error.
    pub fn talk(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// Standard output as one JSON object a line.
    pub fn objects(&self) -> Vec<Value> {
        self.data().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// It failed with this code, in three lines, and said nothing on standard output.
    pub fn failed_with(&self, code: &str) {
        let talk = self.talk();
        assert_eq!(self.exit(), 3, "{talk}");
        assert_eq!(self.data(), "");
        let lines: Vec<&str> = talk.lines().collect();
        let head = lines.iter().position(|line| line.ends_with(&format!("[{code}]")));
        let head = head.unwrap_or_else(|| panic!("no line ends with [{code}]:\n{talk}"));
        assert!(lines[head + 1].starts_with("Why: "), "{talk}");
        assert!(lines[head + 2].starts_with("What to do: "), "{talk}");
    }
}
