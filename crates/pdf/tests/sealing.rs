//! Seals as other people's tools see them: read back, upright, inside their box.
#![allow(clippy::unwrap_used)]

mod common;

use std::{path::Path, process::Command, sync::Arc};

use common::{accepted_by_others, all, extended, spec};
use pdf::{
    Appearance, Border, Document, Error, FieldPlace, Line, Picture, Place, Seal, SignatureSpec, Weight,
};

const LINES: [&str; 6] = [
    "Õie-Ülle Žukova Ma\u{308}nnik",
    "Ģirts Ķēniņš-Ļaudams",
    "Ąžuolė Čepaitė Šimkūnų Įrėja",
    "Юрий Щёголев",
    "2026-11-26 16:20:00 UTC",
    "Agreed: all clauses, PNOEE-•••••••0001",
];

fn seal(picture: Option<Picture>) -> Seal {
    let line = |(index, text): (usize, &&str)| Line {
        text: (*text).into(),
        weight: if index == 0 { Weight::Name } else { Weight::Text },
    };
    Seal { lines: LINES.iter().enumerate().map(line).collect(), picture, border: Border::Rule }
}

fn sealed_at(place: Place, page: u32, seal: Seal) -> SignatureSpec {
    SignatureSpec { appearance: Some(Appearance { page, place, seal }), ..spec() }
}

const BOX: Place = Place { x: 40.0, y: 60.0, width: 220.0, height: 90.0 };

/// A page of that dictionary, whose corners say where they are.
fn page(entries: &str) -> Vec<u8> {
    let content = "BT /F 12 Tf 20 20 Td (left below) Tj ET BT /F 12 Tf 20 560 Td (left above) Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 600]>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>{entries}>>"),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut file = b"%PDF-1.6\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

fn signed(bytes: &[u8], spec: &SignatureSpec) -> Vec<u8> {
    let document = Document::open(Arc::new(bytes.to_vec())).unwrap();
    let placeholder = document.append_signature(spec).unwrap();
    all(&extended(&document, placeholder.tail))
}

fn tool(folder: &Path, bytes: &[u8], name: &str, arguments: &[&str]) -> Option<String> {
    let file = folder.join("sealed.pdf");
    std::fs::write(&file, bytes).unwrap();
    if let Some(kept) = std::env::var_os("PITSER_KEEP") {
        std::fs::write(Path::new(&kept).join(format!("{}.pdf", bytes.len())), bytes).unwrap();
    }
    let Ok(output) = Command::new(name).current_dir(folder).args(arguments).output() else {
        println!("skipped: no {name}");
        return None;
    };
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_letter_is_read_back_by_another_reader() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = signed(&page(""), &sealed_at(BOX, 1, seal(None)));
    accepted_by_others(&bytes);
    let Some(text) = tool(folder.path(), &bytes, "pdftotext", &["-layout", "sealed.pdf", "-"]) else {
        return;
    };
    for line in ["Õie-Ülle Žukova Männik", LINES[1], LINES[2], LINES[3], LINES[4], LINES[5]] {
        assert!(text.contains(line), "{line} is missing in {text}");
    }
}

#[test]
fn a_seal_stands_upright_in_its_box_however_the_page_is_turned() {
    let folder = tempfile::tempdir().unwrap();
    for (turn, crop) in [0, 90, 180, 270, -90, 450]
        .into_iter()
        .flat_map(|turn| [(turn, ""), (turn, "/CropBox[30 40 380 590]")])
    {
        let bytes = signed(&page(&format!("/Rotate {turn}{crop}")), &sealed_at(BOX, 1, seal(None)));
        let boxes = ["-bbox", "-cropbox", "sealed.pdf", "-"];
        let Some(text) = tool(folder.path(), &bytes, "pdftotext", &boxes) else { return };
        // <word xMin="…" yMin="…" xMax="…" yMax="…">Žukova</word>
        let place = |word: &str| -> [f32; 4] {
            let line = text
                .lines()
                .find(|line| line.contains(&format!(">{word}<")))
                .unwrap_or_else(|| panic!("{turn}{crop}: no {word} in {text}"));
            let numbers: Vec<f32> =
                line.split('"').skip(1).step_by(2).map(|number| number.parse().unwrap()).collect();
            numbers.try_into().unwrap()
        };
        let (first, next, last) = (place("Õie-Ülle"), place("Žukova"), place("Agreed:"));
        assert!(
            first[0] < next[0] && (first[1] - next[1]).abs() < 1.0,
            "{turn}{crop}: not from left to right"
        );
        assert!(
            first[1] < last[1] && (first[0] - last[0]).abs() < 1.0,
            "{turn}{crop}: not from top to bottom"
        );
        for word in [first, next, last] {
            let inside = word[0] >= BOX.x
                && word[1] >= BOX.y - 2.0
                && word[2] <= BOX.x + BOX.width
                && word[3] <= BOX.y + BOX.height + 2.0;
            assert!(inside, "{turn}{crop}: {word:?}");
        }
    }
}

#[test]
fn the_same_seal_is_the_same_bytes() {
    let spec = sealed_at(BOX, 1, seal(None));
    assert_eq!(signed(&page(""), &spec), signed(&page(""), &spec));
}

#[test]
fn what_cannot_be_sealed_is_refused_with_its_figures() {
    let open = |bytes: Vec<u8>| Document::open(Arc::new(bytes)).unwrap();
    let refused = |spec| open(page("/Rotate 90")).append_signature(&spec).unwrap_err();
    let beyond = Place { x: 500.0, ..BOX };
    assert_eq!(
        refused(sealed_at(beyond, 1, seal(None))),
        Error::SealOutside { place: [500, 60, 220, 90], page: [600, 400] }
    );
    assert_eq!(refused(sealed_at(BOX, 2, seal(None))), Error::NoSuchPage { page: 2, count: 1 });
    let narrow = Place { width: 40.0, height: 12.0, ..BOX };
    assert!(matches!(
        refused(sealed_at(narrow, 1, seal(None))),
        Error::SealTooSmall { width: 40, height: 12, .. }
    ));
    let mut ticked = seal(None);
    ticked.lines[0].text = "Mari ✓".into();
    assert_eq!(refused(sealed_at(BOX, 1, ticked)), Error::SealCharacter { character: '✓' });
}

#[test]
fn a_field_that_waits_shows_the_seal_in_its_own_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = String::from_utf8(page("/Rotate 90/Annots[6 0 R]")).unwrap();
    let field =
        "6 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(Buyer)/Rect[100 100 190 320]/F 4/P 3 0 R>>\nendobj\n";
    let start = bytes.len();
    let catalog = "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>\nendobj\n";
    let xref = start + field.len() + catalog.len();
    let before =
        bytes.rfind("startxref\n").map(|at| bytes[at + 10..].lines().next().unwrap().to_owned()).unwrap();
    bytes.push_str(field);
    bytes.push_str(catalog);
    bytes.push_str(&format!(
        "xref\n0 2\n0000000000 65535 f \n{:010} 00000 n \n6 1\n{start:010} 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Prev {before}>>\nstartxref\n{xref}\n%%EOF\n",
        start + field.len()
    ));
    let spec = SignatureSpec { place: FieldPlace::Existing("Buyer".into()), ..sealed_at(BOX, 1, seal(None)) };
    let bytes = signed(bytes.as_bytes(), &spec);
    accepted_by_others(&bytes);
    let Some(text) = tool(folder.path(), &bytes, "pdftotext", &["-layout", "sealed.pdf", "-"]) else {
        return;
    };
    assert!(text.contains("Õie-Ülle Žukova Männik"), "{text}");
}

/// A page as pixels: width, height, and how light each is.
type Pixels = (usize, usize, Vec<u8>);

/// The pages as poppler draws them, a pixel for a point.
fn drawn(folder: &Path, bytes: &[u8]) -> Option<Vec<Pixels>> {
    for old in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(old.unwrap().path()).unwrap();
    }
    tool(folder, bytes, "pdftoppm", &["-r", "72", "-gray", "-cropbox", "sealed.pdf", "page"])?;
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pgm"));
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let file = std::fs::read(path).unwrap();
        // P5, width, height, 255 and one blank, then the pixels.
        let head: Vec<usize> = String::from_utf8_lossy(&file[..20.min(file.len())])
            .split_whitespace()
            .skip(1)
            .take(2)
            .map(|number| number.parse().unwrap())
            .collect();
        let pixels = file[file.len() - head[0] * head[1]..].to_vec();
        (head[0], head[1], pixels)
    };
    Some(files.iter().map(read).collect())
}

#[test]
fn nothing_is_seen_of_an_invisible_signature_and_of_a_seal_nothing_outside_its_box() {
    let folder = tempfile::tempdir().unwrap();
    let producers = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/producers");
    let own = [page("/Rotate 90/CropBox[30 40 380 590]"), page("/Rotate 180"), page("/Rotate 270")];
    let others = std::fs::read_dir(producers).unwrap().map(|entry| entry.unwrap().path());
    let others = others.filter(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    for bytes in others.map(|path| std::fs::read(path).unwrap()).chain(own) {
        let Some(before) = drawn(folder.path(), &bytes) else { return };
        assert!(!before.is_empty());
        assert!(
            drawn(folder.path(), &signed(&bytes, &spec())).unwrap() == before,
            "an invisible signature is seen"
        );
        let last = u32::try_from(before.len()).unwrap();
        let after = drawn(folder.path(), &signed(&bytes, &sealed_at(BOX, last, seal(None)))).unwrap();
        assert_eq!(before.len(), after.len());
        let mut inside = 0;
        for (number, (old, new)) in before.iter().zip(&after).enumerate() {
            assert_eq!((old.0, old.1), (new.0, new.1));
            for (at, _) in old.2.iter().zip(&new.2).enumerate().filter(|(_, (old, new))| old != new) {
                let (x, y) = ((at % old.0) as f32, (at / old.0) as f32);
                // A pixel of antialiasing.
                let in_box = (BOX.x - 1.0..=BOX.x + BOX.width).contains(&x)
                    && (BOX.y - 1.0..=BOX.y + BOX.height).contains(&y);
                assert!(number + 1 == before.len() && in_box, "page {}, {x}, {y} is changed", number + 1);
                inside += 1;
            }
        }
        assert!(inside > 500, "{inside} pixels of a seal");
    }
}
