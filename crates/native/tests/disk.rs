//! What this machine's disk promises: the document is read in place, the result is whole or absent, the journal lasts.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
#[cfg(unix)]
use std::io::{BufRead, BufReader};
use std::path::Path;
#[cfg(unix)]
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use native::{Folders, Machine};
use workflow::host::{Existing, FileError, Host};
use workflow::profile::Profile;

fn machine(place: &Path) -> Machine {
    // A profile needs a trust anchor; these tests do not.
    let anchor = rcgen::generate_simple_self_signed(vec!["anchor".to_owned()]).unwrap().cert.pem();
    let text = format!("name = \"test\"\n[trust]\nname = \"test\"\nanchors = \"\"\"\n{anchor}\"\"\"\n");
    let profile = Profile::from_toml(&text).unwrap();
    Machine::new(&profile, &Folders::at(&place.join("own")).unwrap(), |_| ()).unwrap()
}

/// A file of two pieces, from its beginning to its name.
fn write(
    machine: &Machine,
    output: &Path,
    base: &[u8],
    tail: &[u8],
    existing: Existing,
) -> Result<(), FileError> {
    let mut unnamed = machine.begin(output, existing)?;
    unnamed.append(base)?;
    let mut back = vec![0; base.len()];
    unnamed.read_back(0, &mut back)?;
    assert_eq!(back, base);
    unnamed.append(tail)?;
    assert!(unnamed.read_back(base.len() as u64, &mut vec![0; tail.len() + 1]).is_err());
    unnamed.name()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_document_is_read_in_place() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("a.pdf");
    fs::write(&path, b"0123456789").unwrap();
    let file = machine(place.path()).open(&path).unwrap();
    let mut piece = [0; 4];
    file.read_at(3, &mut piece).unwrap();
    assert_eq!((file.len(), &piece), (10, b"3456"));
    assert!(file.read_at(8, &mut piece).is_err());
    file.unchanged().unwrap();
    let source = Arc::clone(&file).source();
    source.read_at(6, &mut piece).unwrap();
    assert_eq!(&piece, b"6789");
}

#[test]
fn a_document_that_changed_is_noticed() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let path = place.path().join("a.pdf");
    let replaced = place.path().join("b.pdf");
    fs::write(&path, b"0123456789").unwrap();
    fs::write(&replaced, b"0123456789").unwrap();
    let first = machine.open(&path).unwrap();
    fs::write(&path, b"01234567890").unwrap();
    assert_eq!(first.unchanged(), Err(FileError::Changed));
    let second = machine.open(&path).unwrap();
    fs::rename(&replaced, &path).unwrap();
    assert_eq!(second.unchanged(), Err(FileError::Changed));
    let third = machine.open(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(third.unchanged(), Err(FileError::Changed));
}

#[test]
fn what_is_no_document_is_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let error = |path: &Path| machine.open(path).map(drop).unwrap_err();
    assert_eq!(error(&place.path().join("none.pdf")), FileError::Missing);
    assert_eq!(error(place.path()), FileError::NotAFile);
    #[cfg(unix)]
    assert_eq!(error(Path::new("/dev/null")), FileError::NotAFile);
}

#[test]
fn the_result_is_the_original_and_what_was_added() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let base: Vec<u8> = (0..700_000_u32).map(|number| (number % 251) as u8).collect();
    let document = place.path().join("a.pdf");
    fs::write(&document, &base).unwrap();
    let output = place.path().join("a-signed.pdf");
    machine.check_output(&output, Existing::Keep).unwrap();
    assert_eq!(names(place.path()), ["a.pdf", "own"]);
    write(&machine, &output, &base, b"tail", Existing::Keep).unwrap();
    assert_eq!(fs::read(&output).unwrap(), [base.as_slice(), b"tail"].concat());
    assert_eq!(names(place.path()), ["a-signed.pdf", "a.pdf", "own"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&output), mode(&document));
    }
}

#[test]
fn nothing_is_replaced_unasked() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let taken = place.path().join("taken.pdf");
    fs::write(&taken, b"precious").unwrap();
    assert_eq!(machine.check_output(&taken, Existing::Keep), Err(FileError::Exists));
    assert_eq!(write(&machine, &taken, b"base", b"tail", Existing::Keep), Err(FileError::Exists));
    assert_eq!(fs::read(&taken).unwrap(), b"precious");
    #[cfg(unix)]
    {
        let dangling = place.path().join("dangling.pdf");
        std::os::unix::fs::symlink(place.path().join("nowhere"), &dangling).unwrap();
        assert_eq!(machine.check_output(&dangling, Existing::Keep), Err(FileError::Exists));
    }
}

#[test]
fn a_file_is_replaced_when_that_is_asked_for() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let taken = place.path().join("taken.pdf");
    fs::write(&taken, b"old").unwrap();
    machine.check_output(&taken, Existing::Replace).unwrap();
    assert_eq!(fs::read(&taken).unwrap(), b"old", "asking changes nothing");
    write(&machine, &taken, b"base", b"tail", Existing::Replace).unwrap();
    assert_eq!(fs::read(&taken).unwrap(), b"basetail");
    assert_eq!(names(place.path()), ["own", "taken.pdf"]);
    assert_eq!(machine.check_output(place.path(), Existing::Replace), Err(FileError::NotAFile));
}

#[test]
fn a_document_is_known_by_every_name_it_has() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let document = place.path().join("a.pdf");
    fs::write(&document, b"a").unwrap();
    fs::write(place.path().join("b.pdf"), b"a").unwrap();
    let file = machine.open(&document).unwrap();
    assert!(file.is_at(&document) && file.is_at(&place.path().join("own/../a.pdf")));
    assert!(!file.is_at(&place.path().join("b.pdf")) && !file.is_at(&place.path().join("none.pdf")));
    #[cfg(unix)]
    {
        let link = place.path().join("link.pdf");
        std::os::unix::fs::symlink(&document, &link).unwrap();
        assert!(file.is_at(&link));
    }
}

#[test]
fn what_never_gets_its_name_leaves_nothing() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let mut unnamed = machine.begin(&place.path().join("a.pdf"), Existing::Keep).unwrap();
    unnamed.append(b"half").unwrap();
    assert_eq!(names(place.path()).len(), 2);
    drop(unnamed);
    assert_eq!(names(place.path()), ["own"]);
}

#[test]
fn folders_that_cannot_take_the_result_are_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    assert_eq!(
        machine.check_output(&place.path().join("none/a.pdf"), Existing::Keep),
        Err(FileError::FolderMissing)
    );
    #[cfg(target_os = "linux")]
    assert_eq!(machine.check_output(Path::new("/sys/a.pdf"), Existing::Keep), Err(FileError::ReadOnlyFolder));
}

#[test]
fn the_journal_keeps_what_it_is_given() {
    let place = tempfile::tempdir().unwrap();
    let machine = machine(place.path());
    let journal = place.path().join("own/journal");
    machine.journal_put("b-2", b"second").unwrap();
    machine.journal_put("a-1", b"first").unwrap();
    machine.journal_put("a-1", b"first again").unwrap();
    fs::write(journal.join("notes.txt"), b"not ours").unwrap();
    fs::write(journal.join(".x.part"), b"half").unwrap();
    let expected = vec![("a-1".to_owned(), b"first again".to_vec()), ("b-2".to_owned(), b"second".to_vec())];
    assert_eq!(machine.journal_all().unwrap(), expected);
    machine.journal_remove("a-1").unwrap();
    machine.journal_remove("a-1").unwrap();
    assert_eq!(machine.journal_all().unwrap(), expected[1..]);
    for key in ["", "../x", "a/b", "ä", "a b"] {
        assert!(machine.journal_put(key, b"").is_err(), "{key}");
        assert!(machine.journal_remove(key).is_err(), "{key}");
    }
}

/// Ages a file by two minutes.
fn aged(path: &Path) {
    let file = fs::File::options().write(true).open(path).unwrap();
    let made = file.metadata().unwrap().modified().unwrap();
    file.set_modified(made - Duration::from_secs(120)).unwrap();
}

#[test]
fn what_a_killed_run_left_behind_is_removed_by_the_next_and_nothing_else_is() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("out");
    fs::create_dir(&folder).unwrap();
    let (first, second) = (machine(&place.path().join("a")), machine(&place.path().join("b")));
    // Another run that is still writing, however long it takes.
    let mut held = first.begin(&folder.join("held.pdf"), Existing::Keep).unwrap();
    held.append(b"half").unwrap();
    let writing = folder.join(&names(&folder)[0]);
    aged(&writing);
    let left = [".pitser-Ab3xYz.part", ".pitser-000000.part"];
    let kept = [
        ".pitser-Ab3xYz.part.pdf",
        ".pitser-Ab3xY.part",
        ".pitser-Ab3.Yz.part",
        ".x.part",
        "contract.pdf",
        "pitser-Ab3xYz.part",
    ];
    for name in left.iter().chain(&kept) {
        fs::write(folder.join(name), b"half").unwrap();
        aged(&folder.join(name));
    }
    // One of a run that has not come to hold it yet, and a folder of that name.
    fs::write(folder.join(".pitser-newnew.part"), b"").unwrap();
    fs::create_dir(folder.join(".pitser-folder.part")).unwrap();
    write(&second, &folder.join("signed.pdf"), b"whole", b"", Existing::Keep).unwrap();
    let found = names(&folder);
    assert!(left.iter().all(|name| !found.contains(&(*name).to_owned())), "{found:?}");
    assert!(kept.iter().all(|name| found.contains(&(*name).to_owned())), "{found:?}");
    for name in [".pitser-newnew.part", ".pitser-folder.part"] {
        assert!(found.contains(&name.to_owned()), "{found:?}");
    }
    assert!(writing.exists());
    held.append(b" and whole").unwrap();
    held.name().unwrap();
    assert_eq!(fs::read(folder.join("held.pdf")).unwrap(), b"half and whole");
    // A folder is looked through once in a run.
    fs::write(folder.join(left[0]), b"half").unwrap();
    aged(&folder.join(left[0]));
    write(&second, &folder.join("again.pdf"), b"whole", b"", Existing::Keep).unwrap();
    assert!(folder.join(left[0]).exists());
}

/// A run is ended in the middle of writing, and the next one removes what it left.
#[cfg(unix)]
#[test]
fn a_run_that_is_killed_while_writing_leaves_nothing_for_long() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("out");
    fs::create_dir(&folder).unwrap();
    let mut killed = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_run_that_writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env("PITSER_TEST_FOLDER", &folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(killed.stdout.take().unwrap()).lines();
    assert!(said.any(|line| line.unwrap().contains("it is being written")), "it ended by itself");
    let left = folder.join(&names(&folder)[0]);
    let sign = |name: &str| {
        let machine = machine(&place.path().join(name));
        write(&machine, &folder.join(name), b"whole", b"", Existing::Keep).unwrap();
    };
    aged(&left);
    sign("first.pdf");
    assert!(left.exists(), "it is held");
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert!(left.exists());
    sign("second.pdf");
    assert_eq!(names(&folder), ["first.pdf", "second.pdf"]);
}

#[cfg(unix)]
#[test]
#[ignore = "killed by a_run_that_is_killed_while_writing_leaves_nothing_for_long"]
fn a_run_that_writes_until_it_is_killed() {
    let folder = std::env::var_os("PITSER_TEST_FOLDER").unwrap();
    let own = tempfile::tempdir().unwrap();
    let machine = machine(own.path());
    let _begun = machine.begin(&Path::new(&folder).join("never.pdf"), Existing::Keep).unwrap();
    println!("it is being written");
    // Until whoever started it is gone, if not killed before.
    let _ = std::io::stdin().read_line(&mut String::new());
}
