//! Encrypted files are read in clear and appended to inside their encryption (ISO 32000-2 §7.6).
#![allow(clippy::unwrap_used)]

mod common;

use std::{process::Command, sync::Arc};

use common::{Builder, CMS, all, spec};
use pdf::{
    Access, Additions, Change, Dictionary, Document, Error, Object, Password, Right, SecurityStore,
    SignatureKind, SignatureSpec,
};

/// Fixture, user's and owner's password.
const FILES: [(&str, &str, &str); 9] = [
    ("rc4-40", "user", "owner"),
    ("rc4-128", "user", "owner"),
    ("rc4-128-filters", "user", "owner"),
    ("aes-128", "user", "owner"),
    ("aes-128-clear-metadata", "user", "owner"),
    ("aes-256-r5", "user", "owner"),
    ("aes-256", "user", "owner"),
    ("aes-256-object-streams", "p\u{e4}rool", "\u{43e}\u{43c}\u{435}\u{433}\u{430}"),
    ("no-password", "", "owner"),
];

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/encrypted");
    std::fs::read(format!("{folder}/{name}.pdf")).unwrap()
}

fn access(password: &str) -> Access {
    Access::new(Some(Password::new(password)), [7; 32])
}

fn open(bytes: &[u8], password: &str) -> Result<Document, Error> {
    Document::open_with(Arc::new(bytes.to_vec()), &access(password))
}

fn signed(document: &Document) -> Document {
    let mut placeholder = document.append_signature(&spec()).unwrap();
    placeholder.fill(CMS).unwrap();
    document.extended(placeholder.tail).unwrap()
}

/// What the strings and streams of the fixture say, wherever they stand.
fn words(document: &Document) -> Vec<Vec<u8>> {
    let get = |dictionary: &Dictionary, key: &str| match dictionary.get(key.as_bytes()).unwrap() {
        Object::Reference(id) => document.object(*id).unwrap(),
        value => value.clone(),
    };
    let dictionary = |object: Object| object.as_dict().unwrap().clone();
    let stream = |object: Object| object.as_stream().unwrap().get_plain_content().unwrap();
    let string = |object: Object| object.as_str().unwrap().to_vec();
    let catalog = document.catalog().unwrap();
    let form = dictionary(get(&catalog, "AcroForm"));
    let pages = dictionary(get(&catalog, "Pages"));
    let kids = get(&pages, "Kids").as_array().unwrap().clone();
    let page = dictionary(document.object(kids[0].as_reference().unwrap()).unwrap());
    let annotations = get(&page, "Annots").as_array().unwrap().clone();
    let annotation =
        |index: usize| dictionary(document.object(annotations[index].as_reference().unwrap()).unwrap());
    let info = dictionary(get(document.trailer(), "Info"));
    vec![
        string(get(&catalog, "Lang")),
        string(get(&form, "DA")),
        string(get(&page, "LastModified")),
        stream(get(&page, "Contents")),
        string(get(&annotation(0), "Contents")),
        string(get(&annotation(1), "V")),
        string(get(&info, "Title")),
        stream(get(&catalog, "Metadata")),
    ]
}

fn expected() -> Vec<Vec<u8>> {
    [
        b"et-EE".as_slice(),
        b"/Helv 0 Tf 0 g",
        b"D:20261122140000Z",
        b"0.9 0.2 0.2 rg 20 20 160 60 re f 0 g\n",
        b"A note (quoted)",
        b"\xfe\xff\x00M\x00\xe4\x00n\x00n\x00i\x00k",
        b"Loan",
        b"<?xpacket?><x:xmpmeta>Loan</x...>",
    ]
    .map(|words| words.strip_suffix(b"\n").unwrap_or(words).to_vec())
    .to_vec()
}

fn without_line_ends(words: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    words.into_iter().map(|words| words.strip_suffix(b"\n").unwrap_or(&words).to_vec()).collect()
}

#[test]
fn every_method_opens_with_either_password_and_with_no_other() {
    for (name, user, owner) in FILES {
        let bytes = fixture(name);
        for password in [user, owner] {
            let document = open(&bytes, password).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(document.is_encrypted());
            assert_eq!(without_line_ends(words(&document)), expected(), "{name}");
        }
        let without = Document::open(Arc::new(bytes.clone()));
        let wrong = open(&bytes, "guessed");
        if user.is_empty() {
            assert!(without.is_ok() && wrong.is_ok(), "{name}: it opens by itself");
        } else {
            assert_eq!(
                (without.unwrap_err(), wrong.unwrap_err()),
                (Error::PasswordNeeded, Error::WrongPassword)
            );
        }
    }
}

#[test]
fn a_signature_goes_inside_the_encryption() {
    for (name, user, owner) in FILES {
        let bytes = fixture(name);
        let document = open(&bytes, user).unwrap();
        let once = signed(&document);
        let store = SecurityStore { ocsps: vec![b"an answer".to_vec()], ..Default::default() };
        let stored = once.extended(once.append_security_store(&store).unwrap()).unwrap();
        assert_eq!(stored.additions_since(once.revisions().len() - 1), Ok(Additions::Archival), "{name}");
        let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, ..spec() };
        let stamped = stored.extended(stored.append_signature(&stamp).unwrap().tail).unwrap();

        let after = all(&stamped);
        assert!(after.starts_with(&bytes), "{name}: the bytes before are as they were");
        let tail = &after[bytes.len()..];
        for told in [&b"20261122"[..], b"an answer", b"Signature1", hex::encode(b"Signature1").as_bytes()] {
            assert!(!tail.windows(told.len()).any(|window| window == told), "{name}: something is in clear");
        }
        assert_eq!(tail.windows(CMS.len() * 2).filter(|w| *w == hex::encode(CMS).as_bytes()).count(), 1);
        // The owner sees the same.
        for document in [&stamped, &open(&after, owner).unwrap()] {
            let found = document.signatures().unwrap();
            let [ours, stamp] = found.as_slice() else { panic!("{name}: {found:?}") };
            assert!(ours.hole_matches && ours.hole_is_own && !ours.altered_later && ours.revision.is_some());
            assert!(stamp.hole_matches && stamp.hole_is_own && stamp.covers_whole_file);
            assert_eq!(ours.contents.as_ref().unwrap()[..CMS.len()], *CMS);
            assert_eq!(ours.reason.as_deref(), Some("Laenuleping n\u{f5}usolek"));
            assert_eq!(ours.signing_time_raw.as_deref(), Some("D:20261122140000Z"));
            assert_eq!(document.security_store().unwrap(), store, "{name}");
            assert_eq!(without_line_ends(words(document)), expected(), "{name}");
        }
        let before = stamped.at_revision(0).unwrap();
        assert_eq!(before.signatures().unwrap(), []);
        let options = lopdf::LoadOptions { password: Some(user.into()), ..Default::default() };
        let reread = lopdf::Document::load_mem_with_options(&after, options);
        assert!(reread.unwrap_or_else(|error| panic!("{name}: {error}")).catalog().is_ok(), "{name}");
        accepted_by_qpdf(name, &after, user, owner);
    }
}

/// qpdf finds nothing to complain of, and what qpdf decrypts says what it said.
fn accepted_by_qpdf(name: &str, bytes: &[u8], user: &str, owner: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (file, clear) = (folder.path().join("file.pdf"), folder.path().join("clear.pdf"));
    std::fs::write(&file, bytes).unwrap();
    for password in [user, owner] {
        let mut qpdf = Command::new("qpdf");
        qpdf.env("LC_ALL", "C.UTF-8").arg(format!("--password={password}"));
        let Ok(output) = qpdf.arg("--check").arg(&file).output() else {
            println!("skipped: qpdf is not installed");
            return;
        };
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !said.contains("WARNING"), "{name}: {said}");
    }
    let mut qpdf = Command::new("qpdf");
    qpdf.env("LC_ALL", "C.UTF-8").arg(format!("--password={owner}"));
    assert!(qpdf.arg("--decrypt").arg(&file).arg(&clear).status().unwrap().success());
    let document = Document::open(Arc::new(std::fs::read(&clear).unwrap())).unwrap();
    assert!(!document.is_encrypted());
    assert_eq!(without_line_ends(words(&document)), expected(), "{name}");
    let found = document.signatures().unwrap();
    let ours = found.iter().find(|signature| signature.field_name == "Signature1").unwrap();
    assert_eq!(ours.reason.as_deref(), Some("Laenuleping n\u{f5}usolek"), "{name}");
    assert_eq!(ours.contents.as_ref().unwrap()[..CMS.len()], *CMS, "{name}");
}

#[test]
fn the_dictionary_may_stand_in_the_trailer_itself() {
    let bytes = fixture("aes-256");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("/Encrypt 9 0 R"));
    let at = bytes.windows(8).position(|window| window == b"9 0 obj\n").unwrap() + 8;
    let len = bytes[at..].windows(7).position(|window| window == b"\nendobj").unwrap();
    let dictionary = bytes[at..at + len].to_vec();
    let place = bytes.windows(14).rposition(|window| window == b"/Encrypt 9 0 R").unwrap();
    let direct = [&bytes[..place], b"/Encrypt ", &dictionary, &bytes[place + 14..]].concat();
    let document = open(&direct, "user").unwrap();
    let after = all(&signed(&document));
    assert_eq!(open(&after, "owner").unwrap().signatures().unwrap().len(), 1);
    accepted_by_qpdf("direct", &after, "user", "owner");
}

#[test]
fn what_the_encryption_does_not_permit_is_refused_and_the_owner_may() {
    let may = |name: &str, password: Option<&str>, change| {
        let access = Access::reading(password.map(Password::new));
        Document::open_with(Arc::new(fixture(name)), &access).unwrap().permits(change)
    };
    let lacks = |right| Err(Error::NotPermitted { right });
    let (new, there) = (Change::NewSignatureField, Change::SignedField);
    assert_eq!(may("no-changes", None, new), lacks(Right::Modify));
    assert_eq!(may("no-changes", None, there), lacks(Right::FillForms));
    assert_eq!(may("forms-only", None, new), lacks(Right::Modify));
    assert_eq!(may("forms-only", None, there), Ok(()));
    assert_eq!(may("no-notes-40", None, new), lacks(Right::Annotate));
    assert_eq!(may("no-notes-40", None, there), lacks(Right::Annotate));
    assert_eq!(may("no-password", None, new), Ok(()));
    for name in ["no-changes", "forms-only", "no-notes-40"] {
        assert_eq!((may(name, Some("owner"), new), may(name, Some("owner"), there)), (Ok(()), Ok(())));
    }
    let document = open(&fixture("no-changes"), "").unwrap();
    assert_eq!(document.append_signature(&spec()).map(|_| ()), lacks(Right::Modify));
    let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, ..spec() };
    assert!(document.append_signature(&stamp).is_ok());
}

#[test]
fn whoever_raises_the_permissions_alone_gains_nothing() {
    let bytes = fixture("no-changes");
    let raised = String::from_utf8_lossy(&bytes).contains("/P -1324 ");
    assert!(raised);
    let at = bytes.windows(9).position(|window| window == b"/P -1324 ").unwrap();
    let raised = [&bytes[..at], b"/P -4    ", &bytes[at + 9..]].concat();
    let document = open(&raised, "").unwrap();
    assert!(matches!(document.permits(Change::NewSignatureField), Err(Error::NotPermitted { .. })));
}

#[test]
fn another_seed_gives_other_ciphertext_of_the_same_document() {
    let tail = |seed| {
        let access = Access::new(Some(Password::new("user")), seed);
        let document = Document::open_with(Arc::new(fixture("aes-128")), &access).unwrap();
        document.append_signature(&spec()).unwrap().tail
    };
    assert_ne!(tail([1; 32]), tail([2; 32]));
    assert_eq!(tail([1; 32]), tail([1; 32]), "it can be played again");
    let document = open(&fixture("aes-128"), "user").unwrap();
    let shown = format!("{:?} {document:?} {:?}", access("sesame"), Password::new("sesame"));
    assert!(!shown.contains("sesame"), "{shown}");
}

#[test]
fn what_cannot_be_opened_says_why() {
    let with = |encrypt: &str| {
        let bytes =
            Builder::new("1.7").with_page("", "").table(&format!("/Encrypt<<{encrypt}>>")).bytes.clone();
        open(&bytes, "").map(|_| ()).unwrap_err().to_string()
    };
    assert_eq!(with("/Filter/Adobe.PubSec/V 4"), "not supported: the security handler Adobe.PubSec");
    assert_eq!(with("/Filter/Standard/V 3/R 3"), "not supported: encryption of version 3, revision 3");
    assert_eq!(with("/Filter/Standard/V 6/R 7"), "not supported: encryption of version 6, revision 7");
    let keys = format!("/O<{0}>/U<{0}>", "00".repeat(32));
    let rest = |more: &str| with(&format!("/Filter/Standard{keys}/P -4{more}"));
    assert_eq!(
        rest("/V 4/R 4/CF<</StdCF<</CFM/AESGCM>>>>/StmF/StdCF"),
        "not supported: the crypt filter StdCF"
    );
    for malformed in ["/V 2/R 3/Length 4096", "/V 2/R 3/Length -8", "/V 2/R 3/Length 41", "/V 5/R 6"] {
        assert!(rest(malformed).starts_with("object 0 0: /"), "{malformed}: {}", rest(malformed));
    }
    assert!(with("/Filter/Standard/V 1/R 2/P -4/O<00>/U<00>").contains("/O of the encryption"));
    assert!(with("/V 1/R 2").contains("/Filter of the encryption"));
    assert_eq!(rest("/V 1/R 2"), "the password does not open the file");
}

#[test]
fn a_file_with_a_code_over_all_of_it_is_read_and_not_changed() {
    let bytes = fixture("rc4-128");
    let place = bytes.windows(8).rposition(|window| window == b"/Encrypt").unwrap();
    let coded = [&bytes[..place], b"/AuthCode<</MACLocation/Standalone>>", &bytes[place..]].concat();
    let document = open(&coded, "user").unwrap();
    assert_eq!(document.signatures().unwrap(), []);
    assert!(matches!(document.append_signature(&spec()), Err(Error::Unsupported { .. })));
}

/// No byte of an encrypted file, changed, makes anything but an answer or an error.
#[test]
fn a_changed_byte_is_an_error_or_another_text_and_never_a_panic() {
    for name in ["rc4-40", "aes-128-clear-metadata", "aes-256-object-streams"] {
        let (_, user, _) = FILES.into_iter().find(|(found, ..)| *found == name).unwrap();
        let bytes = all(&signed(&open(&fixture(name), user).unwrap()));
        let (mut opened, mut refused) = (0, 0);
        for at in (9..bytes.len()).step_by(if name == "rc4-40" { 2 } else { 13 }) {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            let read = open(&changed, user).and_then(|document| {
                document.security_store()?;
                document.append_signature(&spec())?;
                document.signatures()
            });
            match read {
                Ok(_) => opened += 1,
                Err(_) => refused += 1,
            }
        }
        println!("{name}: {opened} opened, {refused} refused");
        assert!(opened > 0 && refused > 0);
    }
}
