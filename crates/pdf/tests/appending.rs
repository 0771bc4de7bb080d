//! What we append keeps every byte before it, and every reader sees it.
#![allow(clippy::unwrap_used)]

mod common;

use common::{
    Builder, CMS, accepted_by_others, all, classic, compressed, covered, extended, open, signed, spec,
};
use pdf::{
    Additions, Document, Error, FieldPlace, Object, Objection, Permission, SecurityStore, SignatureKind,
    SignatureSpec, XrefKind,
};

/// Signs, adds evidence, stamps, signs again, and looks at all of it after each step.
fn whole_life(name: &str, bytes: &[u8]) {
    let kind = open(bytes).newest_kind();
    let (once, first) = signed(bytes);
    assert!(once.starts_with(bytes), "{name}");
    accepted_by_others(&once);
    let document = open(&once);
    let first_covered = covered(&document, first.byte_range);
    let expected = if kind == XrefKind::Stream { XrefKind::Stream } else { XrefKind::Table };
    assert_eq!(document.newest_kind(), expected, "{name}");
    let signatures = document.signatures().unwrap();
    let signature = signatures.last().unwrap();
    assert_eq!(signature.field_name, first.field_name, "{name}");
    assert_eq!(signature.byte_range, Ok(first.byte_range), "{name}");
    assert!(signature.hole_matches && signature.hole_is_own && signature.covers_whole_file, "{name}");
    assert_eq!((signature.page, signature.rect), (Some(1), Some([0.0; 4])), "{name}");
    assert!(signature.contents.as_ref().unwrap().starts_with(CMS), "{name}");
    assert_eq!(signature.reason.as_deref(), Some("Laenuleping nõusolek"), "{name}");
    assert_eq!(signature.name.as_deref(), Some("Mari-Liis Männik"), "{name}");
    assert_eq!(signature.signing_time_raw.as_deref(), Some("D:20261122140000Z"), "{name}");

    let store = SecurityStore {
        certificates: vec![b"one".to_vec(), b"two".to_vec()],
        ocsps: vec![b"answer".to_vec()],
        crls: vec![vec![7; 3000]],
    };
    let with_store = extended(&document, document.append_security_store(&store).unwrap());
    accepted_by_others(&all(&with_store));
    assert_eq!(with_store.security_store().unwrap(), store, "{name}");
    assert_eq!(with_store.append_security_store(&store).unwrap(), b"", "{name}: it is all there");

    let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, signing_time: None, ..spec() };
    let mut stamp = with_store.append_signature(&stamp).unwrap();
    stamp.fill(CMS).unwrap();
    let stamped = extended(&with_store, stamp.tail.clone());
    let (again, _) = signed(&all(&stamped));
    accepted_by_others(&again);
    let last = open(&again);
    assert!(again.starts_with(&once), "{name}");
    assert_eq!(covered(&last, first.byte_range), first_covered, "{name}");
    let found = last.signatures().unwrap();
    let ours = &found[found.len() - 3..];
    let kinds: Vec<_> = ours.iter().map(|s| s.type_name.as_deref().unwrap()).collect();
    assert_eq!(kinds, ["Sig", "DocTimeStamp", "Sig"], "{name}");
    assert!(ours.iter().all(|s| s.hole_matches && s.hole_is_own && !s.altered_later), "{name}");
    let whole: Vec<_> = ours.iter().map(|s| s.covers_whole_file).collect();
    assert_eq!(whole, [false, false, true], "{name}");
    let newest = last.revisions().len() - 1;
    let revisions: Vec<_> = ours.iter().map(|s| newest - s.revision.unwrap()).collect();
    assert_eq!(revisions, [3, 1, 0], "{name}");
    assert_eq!(last.security_store().unwrap(), store, "{name}");
    assert!(!last.has_trailing_bytes(), "{name}");
    seen_by_lopdf(&again, ours.iter().map(|s| s.field_name.as_str()));
}

fn seen_by_lopdf<'a>(bytes: &[u8], names: impl Iterator<Item = &'a str>) {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let catalog = document.catalog().unwrap();
    let form = catalog.get_deref(b"AcroForm", &document).unwrap().as_dict().unwrap();
    assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
    let fields = form.get_deref(b"Fields", &document).unwrap().as_array().unwrap();
    let seen: Vec<_> = fields
        .iter()
        .filter_map(|field| document.dereference(field).ok()?.1.as_dict().ok()?.get(b"T").ok()?.as_str().ok())
        .collect();
    for name in names {
        assert!(seen.contains(&name.as_bytes()), "{name}");
    }
    let store = catalog.get_deref(b"DSS", &document).unwrap().as_dict().unwrap();
    assert_eq!(store.get_deref(b"Certs", &document).unwrap().as_array().unwrap().len(), 2);
    let page = document.get_dictionary(*document.get_pages().values().next().unwrap()).unwrap();
    assert!(page.get_deref(b"Annots", &document).unwrap().as_array().unwrap().len() >= 3);
}

#[test]
fn a_file_with_a_classic_table() {
    whole_life("classic", &classic());
}

#[test]
fn a_file_with_compressed_objects_and_a_cross_reference_stream() {
    whole_life("compressed", &compressed());
}

#[test]
fn a_file_as_lopdf_writes_it() {
    let mut document = lopdf::Document::load_mem(&classic()).unwrap();
    let (mut plain, mut modern) = (vec![], vec![]);
    document.save_to(&mut plain).unwrap();
    document.save_modern(&mut modern).unwrap();
    whole_life("lopdf", &plain);
    whole_life("lopdf modern", &modern);
}

#[test]
fn a_hybrid_file() {
    let mut file = Builder::new("1.5").with_page("/AcroForm 7 0 R", "");
    file.object_stream(6, &[(7, "<</Fields[]/DA(/Helv 0 Tf)>>"), (8, "[]")]);
    let bytes = file.hybrid(9).bytes.clone();
    assert_eq!(open(&bytes).newest_kind(), XrefKind::Hybrid);
    whole_life("hybrid", &bytes);
}

#[test]
fn a_file_behind_garbage() {
    let bytes = Builder::behind_garbage("1.7").with_page("", "").table("").bytes.clone();
    assert_eq!(open(&bytes).leading_bytes(), 19);
    whole_life("garbage", &bytes);
}

#[test]
fn a_file_without_an_end_of_line_at_its_end() {
    let mut bytes = classic();
    assert_eq!(bytes.pop(), Some(b'\n'));
    whole_life("no end-of-line", &bytes);
}

#[test]
fn a_file_with_five_revisions() {
    let mut file = Builder::new("1.6").with_page("", "");
    file.table("");
    for revision in 0..4 {
        file.object(5, &format!("({revision})"));
        if revision % 2 == 0 {
            file.stream(6 + revision, "")
        } else {
            file.table("")
        };
    }
    let document = open(&file.bytes);
    assert_eq!(document.revisions().len(), 5);
    assert_eq!(document.at_revision(2).unwrap().object((5, 0)).unwrap(), Object::string_literal("1"));
    whole_life("five revisions", &file.bytes);
}

#[test]
fn forms_and_annotations_stand_wherever_they_like() {
    for (name, catalog, page, more) in [
        ("indirect form", "/AcroForm 10 0 R", "", vec![(10, "<</Fields 11 0 R/SigFlags 1>>"), (11, "[]")]),
        ("direct form", "/AcroForm<</DA(/F 0 Tf)/Fields[]>>", "", vec![]),
        ("direct form, array elsewhere", "/AcroForm<</Fields 10 0 R>>", "", vec![(10, "[ % none\n ]")]),
        ("form without fields", "/AcroForm<<>>", "", vec![]),
        ("null form", "/AcroForm null", "/Annots null", vec![]),
        ("form that is not there", "/AcroForm 99 0 R", "/Annots 99 0 R", vec![]),
        ("indirect annotations", "", "/Annots 10 0 R", vec![(10, "[11 0 R]"), (11, LINK)]),
        ("direct annotations", "", "/Annots[11 0 R]", vec![(11, LINK)]),
        ("extensions", "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 3>>>>", "", vec![]),
        (
            "indirect extensions",
            "/Extensions 10 0 R",
            "",
            vec![(10, "<</ESIC<</BaseVersion/1.7/ExtensionLevel 1>>>>")],
        ),
        ("direct store", "/DSS<</Certs[]/VRI<<>>>>", "", vec![]),
        (
            "store of indirect arrays",
            "/DSS 10 0 R",
            "",
            vec![(10, "<</Certs 11 0 R/OCSPs 12 0 R>>"), (11, "[]"), (12, "[]")],
        ),
    ] {
        let mut file = Builder::new("1.7").with_page(catalog, page);
        for (number, body) in more {
            file.object(number, body);
        }
        whole_life(name, &file.clone().table("").bytes);
        whole_life(name, &file.stream(20, "").bytes);
    }
}

const LINK: &str = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Border[0 0 0]>>";

#[test]
fn a_linearised_file_is_one_revision() {
    // The first-page section stands first and leads to the main one at the end; §F.3.
    let layout = |main: usize, offsets: [usize; 4]| {
        let mut bytes = b"%PDF-1.4\n".to_vec();
        let first = bytes.len();
        let row = |offset: usize| format!("{offset:010} 00000 n \n");
        bytes.extend(
            format!(
                "xref\n3 2\n{}{}trailer\n<</Size 5/Root 1 0 R/Prev {main:010}>>\nstartxref\n0\n%%EOF\n",
                row(offsets[2]),
                row(offsets[3])
            )
            .into_bytes(),
        );
        let mut places = [0; 4];
        for (number, body) in [
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>"),
            (4, "<</Length 2>>stream\nn \nendstream"),
            (1, "<</Type/Catalog/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        ] {
            places[number - 1] = bytes.len();
            bytes.extend(format!("{number} 0 obj\n{body}\nendobj\n").into_bytes());
        }
        let main = bytes.len();
        let (one, two) = (row(offsets[0]), row(offsets[1]));
        bytes.extend(
            format!(
                "xref\n0 3\n0000000000 65535 f \n{one}{two}trailer\n<</Size 3>>\nstartxref\n{first}\n%%EOF\n"
            )
            .into_bytes(),
        );
        (bytes, main, places)
    };
    let (_, main, places) = layout(0, [0; 4]);
    let (bytes, ..) = layout(main, places);
    let document = open(&bytes);
    assert_eq!(document.revisions().len(), 1);
    assert_eq!(document.revisions()[0].end, document.len());
    let (twice, _) = signed(&bytes);
    assert_eq!(open(&twice).revisions().len(), 2);
    whole_life("linearised", &bytes);
}

#[test]
fn only_version_1_7_declares_the_extension() {
    for (version, catalog, expected) in [
        ("1.4", "", false),
        ("1.7", "", true),
        ("1.4", "/Version/1.7", true),
        ("1.7", "/Version/2.0", false),
        ("2.0", "", false),
    ] {
        let bytes = Builder::new(version).with_page(catalog, "").table("").bytes.clone();
        let (bytes, _) = signed(&bytes);
        let catalog = open(&bytes).catalog().unwrap();
        let level =
            catalog.get(b"Extensions").ok().map(|e| e.as_dict().unwrap().get(b"ESIC").unwrap().clone());
        assert_eq!(level.is_some(), expected, "{version} {catalog:?}");
        if let Some(level) = level {
            assert_eq!(level.as_dict().unwrap().get(b"ExtensionLevel").unwrap().as_i64().unwrap(), 2);
        }
    }
}

#[test]
fn untouched_values_keep_their_digits() {
    let (bytes, _) = signed(&classic());
    let tail = &bytes[classic().len()..];
    assert!(tail.windows(9).any(|window| window == b"300.12345"));
}

#[test]
fn the_first_identifier_stays_and_the_second_follows_the_content() {
    let id = |bytes: &[u8]| open(bytes).trailer().get(b"ID").unwrap().as_array().unwrap().clone();
    let (one, _) = signed(&classic());
    let (same, _) = signed(&classic());
    let (two, _) = signed(&one);
    assert_eq!(one, same, "no randomness");
    assert_eq!(id(&one)[0].as_str().unwrap(), [0x01, 0x23]);
    assert_eq!(id(&two)[0], id(&one)[0]);
    assert_ne!(id(&two)[1], id(&one)[1]);
    assert_eq!(id(&one)[1].as_str().unwrap().len(), 16);
}

#[test]
fn names_are_found_free_or_refused() {
    let (bytes, first) = signed(&classic());
    assert_eq!(first.field_name, "Signature1");
    assert_eq!(signed(&bytes).1.field_name, "Signature2");
    let wanted = |name: &str| {
        let place = FieldPlace::New(Some(name.into()));
        open(&bytes).append_signature(&SignatureSpec { place, ..spec() })
    };
    assert_eq!(wanted("Allkiri ä").unwrap().field_name, "Allkiri ä");
    assert_eq!(wanted("Signature1"), Err(Error::FieldExists { name: "Signature1".into() }));
    assert!(matches!(wanted("a.b"), Err(Error::Unsupported { .. })));
}

#[test]
fn a_signature_too_large_for_its_room_changes_nothing() {
    let mut placeholder = open(&classic()).append_signature(&spec()).unwrap();
    let before = placeholder.clone();
    assert_eq!(placeholder.reserved(), 64);
    assert_eq!(placeholder.fill(&[1; 65]), Err(Error::ContentsTooSmall { needed: 65, reserved: 64 }));
    assert_eq!(placeholder, before);
    placeholder.fill(&[1; 64]).unwrap();
    let kept: pdf::Placeholder = serde_json::from_str(&serde_json::to_string(&placeholder).unwrap()).unwrap();
    assert_eq!(kept, placeholder);
}

#[test]
fn a_certified_file_that_permits_nothing_is_locked_for_signatures_only() {
    let certified = |permission: u8| {
        let mut file = Builder::new("1.7")
            .with_page("/AcroForm<</Fields[5 0 R]>>/Perms<</DocMDP 6 0 R>>", "/Annots[5 0 R]");
        file.object(5, "<</FT/Sig/T(C)/V 6 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>");
        file.object(
            6,
            &format!("<</Type/Sig/Reference[<</TransformMethod/DocMDP/TransformParams<</P {permission}/V/1.2>>>>]>>"),
        );
        open(&file.table("").bytes)
    };
    assert_eq!(certified(1).signing_rules().unwrap().certification, Some(Permission::NoChanges));
    assert_eq!(certified(1).append_signature(&spec()), Err(Error::Locked { by: "C".into() }));
    let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, ..spec() };
    assert!(certified(1).append_signature(&stamp).is_ok());
    assert!(certified(2).append_signature(&spec()).is_ok());
    assert_eq!(open(&classic()).signing_rules().unwrap().certification, None);
}

#[test]
fn a_file_with_garbage_that_counts_from_its_first_byte() {
    // One byte of garbage: an object of two digits, met one byte too late, is one of a single digit.
    let mut bytes = compressed();
    bytes[..10].copy_from_slice(b"%%PDF-1.7\n");
    let mut document = open(&bytes);
    for count in 1..=3 {
        let (signed, _) = signed(&all(&document));
        document = open(&signed);
        assert_eq!(document.signatures().unwrap().len(), count);
    }
}

#[test]
fn a_stream_that_passes_for_a_form_is_not_written_anew() {
    let mut file = Builder::new("1.7").with_page("/AcroForm 4 0 R", "");
    let document = open(&file.table("").bytes);
    let refused = document.append_signature(&spec());
    assert!(matches!(refused, Err(Error::Malformed { id: (4, 0), .. })), "{refused:?}");
}

#[test]
fn a_time_stamp_is_archival_only_as_it_has_to_be() {
    let signed = open(&signed(&classic()).0);
    let since = signed.revisions().len() - 1;
    let stamp = SignatureSpec { kind: SignatureKind::DocumentTimestamp, signing_time: None, ..spec() };
    let tail = signed.append_signature(&stamp).unwrap().tail;
    let additions = |tail: Vec<u8>| extended(&signed, tail).additions_since(since).unwrap();
    assert_eq!(additions(tail.clone()), Additions::Archival);
    for (is, becomes, why) in [
        ("/T(Signature2)", "/T(Signature1)", "the new field has the name of another"),
        ("/Rect[0 0 0 0]", "/Rect[0 0 9 9]", "/Rect of a document time-stamp or its field does not fit"),
        ("/FT/Sig", "/FT/Btn", "/FT of a document time-stamp or its field does not fit"),
        ("/F 132", "/Ff 13", "/Ff of a document time-stamp or its field does not fit"),
        ("/ETSI.RFC3161", "/ETSI.RFC3160", "/SubFilter of a document time-stamp or its field does not fit"),
        (
            "/Type/DocTimeStamp",
            "/Kind/DocTimeStamp",
            "/Kind of a document time-stamp or its field does not fit",
        ),
        ("/ByteRange [0 ", "/ByteRange [1 ", "/ByteRange of a document time-stamp or its field does not fit"),
    ] {
        assert_eq!(is.len(), becomes.len(), "{is}: the table still tells the places");
        let changed = String::from_utf8_lossy(&tail).replacen(is, becomes, 1).into_bytes();
        assert!(changed != tail, "{is} is there");
        match additions(changed) {
            Additions::Other { why: found } => assert_eq!(found.to_string(), why, "{becomes}"),
            other => panic!("{becomes}: {other:?}"),
        }
    }
}

const STAMP: &str =
    "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/Contents<00>/ByteRange[0 1 1 000000]>>";

/// The file, whose last time-stamp covers all of it.
fn reaching_the_end(file: &Builder) -> Document {
    let rest = format!("[0 1 1 {:06}]", file.bytes.len() - 1);
    let text = String::from_utf8(file.bytes.clone()).unwrap().replace("[0 1 1 000000]", &rest);
    open(text.as_bytes())
}

#[test]
fn a_time_stamp_that_is_not_seen_need_not_be_on_its_page() {
    let page = |notes: &str| format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Annots[{notes}]>>");
    let stamped = |notes: &str| {
        let mut file = Builder::new("1.7");
        let catalog = |fields: &str| format!("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{fields}]>>>>");
        file.object(1, &catalog(""));
        file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.object(3, &page("4 0 R"));
        file.object(4, "<</Type/Annot/Subtype/Text/Rect[5 5 9 9]>>");
        file.table("");
        file.object(1, &catalog("5 0 R"));
        if notes != "4 0 R" {
            file.object(3, &page(notes));
        }
        file.object(5, "<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/V 6 0 R/P 3 0 R/Rect[0 0 0 0]>>");
        file.object(6, STAMP);
        reaching_the_end(file.table("")).additions_since(0).unwrap()
    };
    assert_eq!(stamped("4 0 R 5 0 R"), Additions::Archival);
    assert_eq!(stamped("4 0 R"), Additions::Archival);
    for notes in ["", "5 0 R 4 0 R", "5 0 R"] {
        assert!(matches!(stamped(notes), Additions::Other { .. }), "{notes}");
    }
}

#[test]
fn a_time_stamp_may_stand_where_a_signature_was_awaited() {
    const WAITING: &str = "<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/P 3 0 R/Rect[0 0 0 0]>>";
    let stamped = |waiting: &str, filled: &str, value: u32, stamp: &str| {
        let mut file = Builder::new("1.7");
        file.object(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R]>>>>");
        file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Annots[5 0 R]>>");
        file.object(4, "<</FT/Tx/T(sum)/V(100)>>");
        file.object(5, waiting);
        file.object(7, STAMP);
        file.table("");
        file.object(5, filled);
        file.object(value, stamp);
        reaching_the_end(file.table("")).additions_since(0).unwrap()
    };
    let filled = WAITING.replace("/T(S)", "/T(S)/V 6 0 R");
    assert_eq!(stamped(WAITING, &filled, 6, STAMP), Additions::Archival);
    let needless = |found: &Additions, number: u32| matches!(found, Additions::Other { why: Objection::Needless { object } } if *object == number);
    for (name, waiting, filled) in [
        ("another box", WAITING, &*filled.replace("[0 0 0 0]", "[0 0 9 9]")),
        ("another name", WAITING, &filled.replace("(S)", "(T)")),
        ("a key more", WAITING, &filled.replace("/T(S)", "/T(S)/AA<<>>")),
        ("a key less", WAITING, &filled.replace("/P 3 0 R", "")),
        ("a field with a value", &WAITING.replace("/T(S)", "/T(S)/V(x)"), &filled),
        ("no signature field", &WAITING.replace("/FT/Sig", "/FT/Tx"), &filled.replace("/FT/Sig", "/FT/Tx")),
        ("of no kind", &WAITING.replace("/FT/Sig", ""), &filled.replace("/FT/Sig", "")),
    ] {
        let found = stamped(waiting, filled, 6, STAMP);
        assert!(needless(&found, 5), "{name}: {found:?}");
    }
    for (name, from, to) in [
        ("a signature", "/ETSI.RFC3161", "/ETSI.CAdES.detached"),
        ("not all of it", "[0 1 1 ", "[0 1 0 "),
        ("a key more", "/Contents", "/Reference[]/Contents"),
    ] {
        let found = stamped(WAITING, &filled, 6, &STAMP.replace(from, to));
        assert!(needless(&found, 5), "{name}: {found:?}");
    }
    let found = stamped(WAITING, &filled.replace("6 0 R", "7 0 R"), 7, STAMP);
    assert!(matches!(found, Additions::Other { why: Objection::Reused { object: 7 } }), "{found:?}");
}

#[test]
fn each_file_that_cannot_be_signed_says_why() {
    let open = |bytes: &[u8]| Document::open(std::sync::Arc::new(bytes.to_vec()));
    assert_eq!(open(b"").unwrap_err(), Error::Empty);
    assert_eq!(open(&b"PK\x03\x04".repeat(500)).unwrap_err(), Error::NotPdf { searched: 1024 });
    let cut = &classic()[..300];
    assert_eq!(open(cut).unwrap_err(), Error::Truncated { len: 300 });
    let moved = [b"%PDF-1.7\n% a line too many\n".as_slice(), &classic()[9..]].concat();
    assert!(matches!(open(&moved).unwrap_err(), Error::Damaged { .. }));
    let encrypted =
        Builder::new("1.7").with_page("", "").table("/Encrypt<</Filter/Standard/V 5>>").bytes.clone();
    assert!(matches!(open(&encrypted).unwrap_err(), Error::Malformed { .. }));
}

/// Counts what is read.
struct Counting(Vec<u8>, std::sync::atomic::AtomicU64);

impl pdf::Source for Counting {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), Error> {
        self.1.fetch_add(into.len() as u64, std::sync::atomic::Ordering::Relaxed);
        self.0.read_at(offset, into)
    }
}

#[test]
fn opening_and_appending_read_what_they_touch() {
    let pages = 20_000;
    let mut file = Builder::new("1.7");
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    let kids: String = (0..pages / 100).map(|n| format!("{} 0 R ", 10 + n)).collect();
    file.object(2, &format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"));
    for branch in 0..pages / 100 {
        let kids: String = (0..100).map(|n| format!("{} 0 R ", 1_000 + branch * 100 + n)).collect();
        file.object(10 + branch, &format!("<</Type/Pages/Parent 2 0 R/Count 100/Kids[{kids}]>>"));
        for n in 0..100 {
            let page = format!("<</Type/Page/Parent {} 0 R/MediaBox[0 0 9 9]/Resources<<>>>>", 10 + branch);
            file.object(1_000 + branch * 100 + n, &page);
        }
    }
    for (kind, bytes) in
        [("table", file.clone().table("").bytes.clone()), ("stream", file.stream(9, "").bytes.clone())]
    {
        let source = std::sync::Arc::new(Counting(bytes, Default::default()));
        let document = Document::open(source.clone()).unwrap();
        document.append_signature(&spec()).unwrap();
        let read = source.1.load(std::sync::atomic::Ordering::Relaxed);
        println!("{kind}: {read} of {} bytes read", document.len());
        assert_eq!(document.page_count(), pages);
        assert!(read < document.len() / 8, "{kind}: {read} of {}", document.len());
    }
}

/// Numbers from 5 on are the next to be given away; each of these refers to several of them.
const TO_NOTHING: [(&str, &str, &str); 6] = [
    ("kids of a field", "/AcroForm<</Fields[4 0 R]>>", ""),
    ("annotations", "", "/Annots[5 0 R 6 0 R 7 0 R 8 0 R]"),
    ("contents", "", "/Contents[5 0 R 6 0 R 7 0 R 8 0 R]"),
    ("a store", "/DSS<</Certs[5 0 R 6 0 R]/OCSPs[7 0 R 8 0 R]>>", ""),
    ("a form", "/AcroForm 6 0 R/DSS 5 0 R/Extensions 7 0 R", ""),
    ("an action", "/OpenAction 5 0 R/Metadata 6 0 R/Outlines 7 0 R", ""),
];

#[test]
fn a_reference_that_leads_nowhere_leads_nowhere_afterwards() {
    for (name, catalog, page) in TO_NOTHING {
        let mut file = Builder::new("1.7");
        file.object(1, &format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"));
        file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        file.object(3, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Resources<<>>{page}>>"));
        file.object(4, "<</T(outer)/FT/Sig/Kids[5 0 R 6 0 R 7 0 R 8 0 R]>>");
        let bytes = file.table("").bytes.clone();
        let (once, _) = signed(&bytes);
        let store = SecurityStore { certificates: vec![b"one".to_vec()], ..Default::default() };
        let stored = extended(&open(&once), open(&once).append_security_store(&store).unwrap());
        let (twice, _) = signed(&all(&stored));
        let document = open(&twice);
        let found = document.signatures().unwrap();
        assert_eq!(
            found.iter().map(|one| one.field_name.as_str()).collect::<Vec<_>>(),
            ["Signature1", "Signature2"]
        );
        assert_eq!(document.security_store().unwrap(), store, "{name}");
        // What nothing that was read refers to may be used.
        let taken = (5..9).filter(|number| !document.object((*number, 0)).unwrap().is_null()).count();
        let expected = match name {
            "a form" | "an action" => 1,
            _ => 0,
        };
        assert_eq!(taken, expected, "{name}");
        // qpdf misses the contents before and after.
        if name != "contents" {
            accepted_by_others(&twice);
        }
    }
}

#[test]
fn a_number_beyond_all_limits_in_a_trailer_is_written_so_that_it_can_be_read() {
    for digits in ["5".repeat(150), format!("-{}", "7".repeat(60)), format!("{}.5", "9".repeat(45))] {
        let bytes = Builder::new("1.7").with_page("", "").table(&format!("/Odd[{digits}]")).bytes.clone();
        let (signed, _) = signed(&bytes);
        assert_eq!(open(&signed).trailer().get(b"Odd").unwrap(), open(&bytes).trailer().get(b"Odd").unwrap());
    }
}
