//! A real process on a real disk is killed after every stage of a signing: the original is untouched, no half file
//! appears, and what came back from the phone is finished by the next process without another PIN2.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use emulator::Keys;
use native::demo::Demo;
use native::{Folders, Machine};
use workflow::event::{Event, Stage};
use workflow::order::{Level, Order, Signed, Signer};
use workflow::sign::{finish, pending, sign};
use workflow::verdict::Indication;

const FOLDER: &str = "PITSER_KILL_FOLDER";
const STAGE: &str = "PITSER_KILL_STAGE";

#[test]
fn killed_after_every_stage_nothing_is_lost() {
    for stage in Stage::ALL {
        let folder = tempfile::tempdir().unwrap();
        prepare(folder.path());
        let original = std::fs::read(document(folder.path())).unwrap();

        let killed = process("the_process_that_is_killed", folder.path(), stage.code());
        assert!(!killed, "{stage:?}: the process was killed");
        assert_eq!(
            std::fs::read(document(folder.path())).unwrap(),
            original,
            "{stage:?}: original untouched"
        );
        let received = stage >= Stage::Received;
        let saved = stage == Stage::Saved;
        let expected =
            if saved { ["contract-signed.pdf", "contract.pdf"].as_slice() } else { &["contract.pdf"] };
        assert_eq!(names(folder.path()), expected, "{stage:?}: no half file");

        let goes_on = process("the_process_that_goes_on", folder.path(), stage.code());
        assert!(
            goes_on,
            "{stage:?}: the next process finishes what was received, or finds nothing to finish"
        );
        let there = names(folder.path()).iter().any(|name| name.starts_with("contract-signed"));
        assert_eq!(there, received, "{stage:?}: signed exactly if the value had come back");
    }
}

/// Runs one of the two processes below; whether it ended well.
fn process(name: &str, folder: &Path, stage: &str) -> bool {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([name, "--exact", "--ignored", "--nocapture"]).env(FOLDER, folder).env(STAGE, stage);
    // An abort is what is asked for; its words would only confuse.
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
#[ignore = "started by the test above"]
fn the_process_that_is_killed() {
    let Some((folder, stage)) = circumstances() else { return };
    let abort = move |event| {
        if matches!(event, Event::Done(done) if done.code() == stage) {
            // No destructor runs, nothing is flushed: as when the power goes off.
            std::process::abort();
        }
    };
    let signer = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().unwrap());
    let order = Order::new(document(&folder), signer, Level::BLt);
    runtime().block_on(async {
        let (demo, machine) = world(&folder, abort).await;
        sign(&machine, &demo.profile, order).await.unwrap();
    });
}

#[test]
#[ignore = "started by the test above"]
fn the_process_that_goes_on() {
    let Some((folder, stage)) = circumstances() else { return };
    // Any prompt would be a second PIN2.
    let no_prompt = |event| assert!(!matches!(event, Event::Prompt(_)), "{event:?}");
    let finished: Vec<Signed> = runtime().block_on(async {
        let (demo, machine) = world(&folder, no_prompt).await;
        let mut finished = Vec::new();
        for entry in pending(&machine).unwrap() {
            finished.push(finish(&machine, &demo.profile, &entry.key, None).await.unwrap());
        }
        assert!(pending(&machine).unwrap().is_empty());
        finished
    });
    let received = Stage::ALL.into_iter().find(|s| s.code() == stage).unwrap() >= Stage::Received;
    assert_eq!(finished.len(), usize::from(received));
    assert!(finished.iter().all(|signed| signed.report.overall() == Some(Indication::TotalPassed)));
}

fn circumstances() -> Option<(PathBuf, String)> {
    Some((PathBuf::from(std::env::var_os(FOLDER)?), std::env::var(STAGE).ok()?))
}

fn prepare(folder: &Path) {
    std::fs::create_dir(folder.join("documents")).unwrap();
    let contract = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/producers/mupdf.pdf");
    std::fs::copy(contract, document(folder)).unwrap();
    Keys::cached().unwrap().save(&folder.join("data/demo/keys")).unwrap();
}

fn document(folder: &Path) -> PathBuf {
    folder.join("documents/contract.pdf")
}

/// What a person sees in the folder: temporary files are hidden, so they are looked for too.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join("documents")).unwrap();
    let names: BTreeSet<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.into_iter().collect()
}

async fn world(folder: &Path, notify: impl Fn(Event) + Send + Sync + 'static) -> (Demo, Machine) {
    let folders = Folders::at(&folder.join("data")).unwrap();
    let demo = Demo::start(&folders).await.unwrap();
    let machine = Machine::new(&demo.profile, &folders, notify).unwrap();
    (demo, machine)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
}
