//! The page in the window is written against exactly these types.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ts_rs::{Config, TS};

use super::{
    DocumentInfo, Ended, Exchange, Failure, Order, PersonCheck, Progress, ReportForm, SecretAt, Signed, Spot,
    Startup, TextRun,
};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/bindings");

fn export(to: &Path) {
    let config = Config::new().with_out_dir(to).with_large_int("number");
    DocumentInfo::export_all(&config).expect("DocumentInfo");
    Ended::export_all(&config).expect("Ended");
    Exchange::export_all(&config).expect("Exchange");
    Failure::export_all(&config).expect("Failure");
    Order::export_all(&config).expect("Order");
    PersonCheck::export_all(&config).expect("PersonCheck");
    Progress::export_all(&config).expect("Progress");
    ReportForm::export_all(&config).expect("ReportForm");
    SecretAt::export_all(&config).expect("SecretAt");
    Signed::export_all(&config).expect("Signed");
    Spot::export_all(&config).expect("Spot");
    Startup::export_all(&config).expect("Startup");
    TextRun::export_all(&config).expect("TextRun");
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let read = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).expect("a text file").replace("\r\n", "\n");
        (entry.file_name().to_string_lossy().into_owned(), text)
    };
    entries.map(read).collect()
}

#[test]
fn the_committed_bindings_are_made_from_these_types() {
    let committed = Path::new(COMMITTED);
    let fresh = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bindings");
    let _ = fs::remove_dir_all(&fresh);
    export(&fresh);
    let made = files(&fresh);
    if std::env::var_os("PITSER_WRITE_BINDINGS").is_some() {
        for stale in files(committed).into_keys().filter(|name| !made.contains_key(name)) {
            fs::remove_file(committed.join(stale)).expect("a file that can be removed");
        }
        for (name, text) in &made {
            fs::write(committed.join(name), text).expect("a folder that can be written");
        }
    }
    let found = files(committed);
    let differing: Vec<_> =
        made.keys().chain(found.keys()).filter(|name| made.get(*name) != found.get(*name)).collect();
    assert!(
        differing.is_empty(),
        "{differing:?} in ui/src/bindings differ from the types; PITSER_WRITE_BINDINGS=1 cargo test -p pitser-desktop \
         writes them anew"
    );
}
