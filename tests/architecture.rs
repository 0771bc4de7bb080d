//! The import table of the house: who may lean on whom, and what never enters the lower floors.
//!
//! ARCHITECTURE.md tells the reasons. A red line here means that a wall was broken, not that a test is old: move the
//! code, or change the document first.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// A row of the table: a crate, its floor, and those of ours that it may import.
struct Row {
    package: &'static str,
    floor: u8,
    may_import: &'static [&'static str],
}

const fn row(package: &'static str, floor: u8, may_import: &'static [&'static str]) -> Row {
    Row { package, floor, may_import }
}

const TABLE: &[Row] = &[
    row("pitser-desktop", 7, &["pitser-native", "pitser-workflow"]),
    row("pitser-cli", 7, &["pitser-native", "pitser-workflow"]),
    row("pitser-native", 6, &["pitser-workflow", "pitser-emulator"]),
    row(
        "pitser-workflow",
        5,
        &[
            "pitser-report",
            "pitser-validation",
            "pitser-ades",
            "pitser-remote",
            "pitser-tsl",
            "pitser-pki",
            "pitser-pdf",
            "pitser-render",
            "pitser-xmldsig",
        ],
    ),
    row("pitser-report", 4, &["pitser-validation", "pitser-pdf"]),
    row("pitser-validation", 3, &["pitser-ades", "pitser-tsl", "pitser-pki"]),
    row("pitser-ades", 2, &["pitser-pki", "pitser-pdf", "pitser-render", "pitser-xmldsig"]),
    row("pitser-remote", 2, &["pitser-pki"]),
    row("pitser-tsl", 2, &["pitser-pki", "pitser-xmldsig"]),
    row("pitser-pki", 1, &[]),
    row("pitser-pdf", 1, &[]),
    row("pitser-render", 1, &[]),
    row("pitser-xmldsig", 1, &[]),
    row("pitser-emulator", 1, &[]),
];

/// Outside the house: they look at all of it, and nobody imports them.
const SPECTATORS: &[&str] = &["pitser-tests", "pitser-benches"];

/// The world outside: not part of the core, so it may have sockets and files of its own.
const OUTSIDE: &str = "pitser-emulator";

const WORKFLOW_FLOOR: u8 = 5;

/// Crates that wait, talk or take chances: none may be reached from below `workflow`, by whatever way.
const WAITING: &[&str] = &[
    "async-std",
    "axum",
    "hyper",
    "mio",
    "native-tls",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "tokio",
    "ureq",
];

/// Words of the standard library that read the world, each with what is done instead.
const WORLDLY: &[(&str, &str)] = &[
    ("std::fs", "bytes come in through a Source or as an argument"),
    ("std::net", "a Session says what to send; the host sends it"),
    ("std::env", "a setting is an argument"),
    ("std::process", "nothing below workflow starts a program"),
    ("std::thread::sleep", "a Session says until when to wait; the host waits"),
    ("SystemTime::now", "time is an argument: pki::Time, from Host::now"),
    ("Instant::now", "time is an argument: pki::Time, from Host::now"),
    ("UNIX_EPOCH.elapsed", "time is an argument: pki::Time, from Host::now"),
    ("thread_rng", "randomness is an argument"),
    ("rand::rng(", "randomness is an argument"),
    ("OsRng", "randomness is an argument"),
    ("SystemRandom", "randomness is an argument"),
    ("getrandom", "randomness is an argument"),
];

#[test]
fn every_crate_imports_only_what_the_table_allows() {
    let house = House::read();
    let rows: BTreeMap<_, _> = TABLE.iter().map(|row| (row.package, row)).collect();
    let mut faults = Vec::new();
    for package in &house.packages {
        if SPECTATORS.contains(&package.name.as_str()) {
            continue;
        }
        let Some(row) = rows.get(package.name.as_str()) else {
            faults.push(format!("{} stands on no floor: add it to the table", package.name));
            continue;
        };
        for import in &package.imports {
            if !row.may_import.contains(&import.as_str()) {
                faults.push(format!("{} may not import {import}", package.name));
            }
        }
    }
    report(faults);
}

#[test]
fn the_table_itself_only_points_down() {
    let floors: BTreeMap<_, _> = TABLE.iter().map(|row| (row.package, row.floor)).collect();
    let upward = |row: &Row| {
        row.may_import
            .iter()
            .filter(|import| floors[*import] >= row.floor)
            .map(|import| format!("{} to {import} does not point down", row.package))
            .collect::<Vec<_>>()
    };
    report(TABLE.iter().flat_map(upward).collect());
}

#[test]
fn nothing_below_workflow_can_wait_or_talk() {
    let house = House::read();
    let mut faults = Vec::new();
    for package in core() {
        for reached in house.reachable(package) {
            if WAITING.contains(&reached.as_str()) {
                faults.push(format!("{package} reaches {reached}"));
            }
        }
    }
    report(faults);
}

#[test]
fn nothing_below_workflow_reads_the_world() {
    let house = House::read();
    let mut faults = Vec::new();
    for package in house.packages.iter().filter(|package| core().any(|name| name == package.name)) {
        for source in package.sources() {
            for (line, text) in source.product_lines() {
                for (word, instead) in WORLDLY.iter().filter(|(word, _)| text.contains(word)) {
                    faults.push(format!("{}:{line}: {word}: {instead}", source.shown()));
                }
            }
        }
    }
    report(faults);
}

#[test]
fn unsafe_code_is_forbidden_everywhere() {
    let house = House::read();
    let root = std::fs::read_to_string(house.root.join("Cargo.toml")).unwrap();
    assert!(section(&root, "[workspace.lints.rust]").contains("unsafe_code = \"forbid\""));
    let careless = house
        .packages
        .iter()
        .filter(|package| {
            let manifest = std::fs::read_to_string(&package.manifest).unwrap();
            !section(&manifest, "[lints]").contains("workspace = true")
        })
        .map(|package| format!("{} does not take the lints of the workspace", package.name));
    report(careless.collect());
}

#[test]
fn no_module_imports_its_own_crate_root() {
    let house = House::read();
    let mut faults = Vec::new();
    for source in house.packages.iter().flat_map(Package::sources) {
        if source.is_root() {
            continue;
        }
        for (line, text) in source.product_lines() {
            let through_crate = names_root(&text);
            // In a file directly under the root, `super` at the margin is the root.
            let through_super = source.hangs_on_root() && text.starts_with("use super::");
            if through_crate || through_super {
                faults.push(format!("{}:{line}: {text}", source.shown()));
            }
        }
    }
    report(faults);
}

#[test]
fn no_circle_passes_through_error() {
    let house = House::read();
    let mut faults = Vec::new();
    for package in &house.packages {
        let imports = package.module_imports();
        let siblings = imports.get("error").cloned().unwrap_or_default();
        for sibling in siblings {
            if closure(&sibling, &imports).contains("error") {
                faults.push(format!("{}: error imports {sibling}, which leads back to error", package.name));
            }
        }
    }
    report(faults);
}

#[test]
fn only_the_demo_of_native_knows_the_emulator() {
    let house = House::read();
    let native = house.packages.iter().find(|package| package.name == "pitser-native").unwrap();
    let faults = native
        .sources()
        .filter(|source| !source.module().starts_with("demo"))
        .flat_map(|source| {
            let lines = source.product_lines();
            let named = lines.into_iter().filter(|(_, text)| text.contains("emulator::"));
            named.map(|(line, _)| format!("{}:{line}", source.shown())).collect::<Vec<_>>()
        })
        .collect();
    report(faults);
}

#[test]
fn the_ui_talks_to_tauri_in_one_file() {
    let house = House::read();
    let faults = files_under(&house.root.join("ui/src"), &["ts", "js", "svelte"])
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| name != "backend.ts"))
        .filter(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            text.lines().any(|line| line.contains("@tauri-apps/") && !is_comment(line))
        })
        .map(|path| format!("{} imports @tauri-apps", path.display()))
        .collect();
    report(faults);
}

/// The crates below `workflow` that are part of the core.
fn core() -> impl Iterator<Item = &'static str> {
    TABLE.iter().filter(|row| row.floor < WORKFLOW_FLOOR && row.package != OUTSIDE).map(|row| row.package)
}

fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// What cargo says about the workspace.
struct House {
    root: PathBuf,
    packages: Vec<Package>,
    /// Package id to the ids of its dependencies at run and build time, development ones left out.
    edges: BTreeMap<String, Vec<String>>,
}

struct Package {
    name: String,
    id: String,
    manifest: PathBuf,
    /// Names of the packages of this workspace in its manifest, of whatever kind.
    imports: BTreeSet<String>,
    folder: PathBuf,
}

static HOUSE: LazyLock<House> = LazyLock::new(House::ask_cargo);

impl House {
    fn read() -> &'static Self {
        &HOUSE
    }

    fn ask_cargo() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf();
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", &host()])
            .current_dir(&root)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
        let members: BTreeSet<_> = strings(&metadata["workspace_members"]).collect();
        let packages = list(&metadata["packages"])
            .iter()
            .filter(|package| members.contains(package["id"].as_str().unwrap()))
            .map(Package::read)
            .collect();
        let edges = list(&metadata["resolve"]["nodes"]).iter().map(edge).collect();
        Self { root, packages, edges }
    }

    /// Names of all packages that come with `package`.
    fn reachable(&self, package: &str) -> BTreeSet<String> {
        let start = &self.packages.iter().find(|known| known.name == package).unwrap().id;
        let ids = closure(start, &self.edges);
        ids.iter().map(|id| name_in_id(id)).collect()
    }
}

/// The triple of this machine, so that no crate of another system has to be fetched.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// A node of the dependency graph and where it leads without its development dependencies.
fn edge(node: &Value) -> (String, Vec<String>) {
    let lasting =
        |dependency: &&Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"] != "dev");
    let to = list(&node["deps"]).iter().filter(lasting);
    (
        node["id"].as_str().unwrap().to_owned(),
        to.map(|dependency| dependency["pkg"].as_str().unwrap().to_owned()).collect(),
    )
}

/// `registry+https://…#tokio@1.54.0` and `path+file:///…/crates/pki#pitser-pki@0.1.0` to the name.
fn name_in_id(id: &str) -> String {
    let (path, fragment) = id.rsplit_once('#').unwrap();
    match fragment.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => path.rsplit('/').next().unwrap().to_owned(),
    }
}

fn closure(start: &str, edges: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![start.to_owned()];
    while let Some(at) = open.pop() {
        if seen.insert(at.clone()) {
            open.extend(edges.get(&at).into_iter().flatten().cloned());
        }
    }
    seen
}

impl Package {
    fn read(package: &Value) -> Self {
        let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
        let ours = list(&package["dependencies"]).iter().filter(|dependency| dependency["path"].is_string());
        Self {
            name: package["name"].as_str().unwrap().to_owned(),
            id: package["id"].as_str().unwrap().to_owned(),
            imports: ours.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect(),
            folder: manifest.parent().unwrap().to_path_buf(),
            manifest,
        }
    }

    /// Where its sources lie: the desktop package stands at the top with its sources in `src-tauri`.
    fn source_folder(&self) -> PathBuf {
        let name = if self.name == "pitser-desktop" { "src-tauri" } else { "src" };
        self.folder.join(name)
    }

    fn sources(&self) -> impl Iterator<Item = Source> {
        let folder = self.source_folder();
        files_under(&folder, &["rs"]).into_iter().map(move |path| Source {
            text: std::fs::read_to_string(&path).unwrap(),
            inside: path.strip_prefix(&folder).unwrap().to_path_buf(),
            path,
        })
    }

    /// Top-level module to the top-level modules it names.
    fn module_imports(&self) -> BTreeMap<String, Vec<String>> {
        let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for source in self.sources().filter(|source| !source.is_root()) {
            let top = source.module().split('/').next().unwrap().to_owned();
            let named = imports.entry(top).or_default();
            named.extend(source.product_lines().iter().flat_map(|(_, text)| modules_named(text)));
        }
        imports.into_iter().map(|(module, named)| (module, named.into_iter().collect())).collect()
    }
}

struct Source {
    path: PathBuf,
    inside: PathBuf,
    text: String,
}

impl Source {
    /// `path/name_constraints` for `src/path/name_constraints.rs`.
    fn module(&self) -> String {
        let module = self.inside.with_extension("").to_string_lossy().into_owned();
        module.strip_suffix("/mod").unwrap_or(&module).to_owned()
    }

    fn is_root(&self) -> bool {
        matches!(self.module().as_str(), "lib" | "main" | "build")
    }

    fn hangs_on_root(&self) -> bool {
        self.inside.components().count() == 1
    }

    fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// Numbered lines that are part of the product: neither comments nor tests, which stand last in a file. An
    /// import that runs over several lines is one.
    fn product_lines(&self) -> Vec<(usize, String)> {
        let mut lines: Vec<(usize, String)> = Vec::new();
        if self.module().split('/').any(|part| part == "tests") {
            return lines;
        }
        let product = self.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
        for (index, line) in product.enumerate().filter(|(_, line)| !is_comment(line)) {
            match lines.last_mut() {
                Some((_, import)) if is_import(import) && !import.ends_with(';') => {
                    import.push_str(line.trim())
                }
                _ => lines.push((index + 1, line.trim_end().to_owned())),
            }
        }
        lines
    }
}

fn is_import(line: &str) -> bool {
    let words = line.trim_start();
    words.starts_with("use ") || (words.starts_with("pub") && words.contains(" use "))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") || line.starts_with('*') || line.starts_with("/*")
}

/// Does the line name something that stands at the root itself, `crate::Name` or `crate::{Name, …}`? Modules are
/// lower case; what stands at the root as a re-export begins with a capital, or is everything.
fn names_root(line: &str) -> bool {
    let capital = |item: &str| item.starts_with(|first: char| first.is_ascii_uppercase() || first == '*');
    items_at_root(line).iter().any(|item| capital(item))
}

/// The top-level modules in `crate::time::Time` or `use crate::{error::Error, time}`.
fn modules_named(line: &str) -> BTreeSet<String> {
    let word = |item: &str| item.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    items_at_root(line).into_iter().map(word).filter(|name| !name.is_empty()).collect()
}

/// What follows each `crate::` of a line; of a group, each of its items.
fn items_at_root(line: &str) -> Vec<&str> {
    let root = "crate::";
    let own = line.match_indices(root).filter(|(at, _)| !line[..*at].ends_with('$'));
    own.flat_map(|(at, _)| {
        let rest = &line[at + root.len()..];
        rest.strip_prefix('{').map_or_else(|| vec![rest], outer_items)
    })
    .collect()
}

/// The items of a group of imports, inner groups whole.
fn outer_items(group: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0_u32, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            ',' if depth == 0 => {
                items.push(group[start..at].trim());
                start = at + 1;
            }
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(group[start..at].trim());
                return items;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    items
}

/// The lines of a manifest from one heading to the next.
fn section<'a>(manifest: &'a str, heading: &str) -> &'a str {
    let Some(start) = manifest.find(heading) else { return "" };
    let body = &manifest[start + heading.len()..];
    body.find("\n[").map_or(body, |end| &body[..end])
}

fn files_under(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = if folder.is_dir() { vec![folder.to_path_buf()] } else { Vec::new() };
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                _ if path.is_dir() => open.push(path),
                Some(extension) if extensions.iter().any(|known| extension == *known) => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    list(value).iter().filter_map(Value::as_str)
}
