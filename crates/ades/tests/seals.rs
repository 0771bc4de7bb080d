//! Places for seals, found on pages made here.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::Arc;

use ades::{Document, Occurrence, Side, Spot};
use render::Pages;

/// A document of as many pages as there are contents, 400 by 600 points each.
fn document(contents: &[&str], entries: &str) -> (Document, Pages) {
    let kids: Vec<String> = (0..contents.len()).map(|index| format!("{} 0 R", 4 + 2 * index)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 400 600] >>",
            kids.join(" "),
            kids.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (index, content) in contents.iter().enumerate() {
        let stream = 5 + 2 * index;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {stream} 0 R /Resources << /Font << /F 3 0 R >> >> {entries} >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    let size = objects.len() + 1;
    file.push_str(&format!("{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    let bytes = file.into_bytes();
    (Document::open(Arc::new(bytes.clone())).unwrap(), Pages::open(bytes).unwrap())
}

const LINE: &str = "BT /F 12 Tf 60 300 Td (Borrower: ..........) Tj ET";

fn beside(side: Side, number: u32) -> Spot {
    let occurrence = Occurrence::Nth(number);
    Spot::Beside { text: "Borrower:".into(), occurrence, side, size: (120.0, 40.0) }
}

#[test]
fn a_seal_stands_beside_the_text_that_was_named() {
    let (document, pages) = document(&["", LINE], "");
    let (page, right) = document.find_place(&pages, &beside(Side::Right, 1)).unwrap().unwrap();
    assert_eq!(page, 2);
    assert!(right.x > 100.0 && right.x < 150.0, "{right:?}");
    assert!(right.y < 300.0 && right.y + right.height > 300.0, "{right:?}");
    let (_, below) = document.find_place(&pages, &beside(Side::Below, 1)).unwrap().unwrap();
    assert!((below.x - 60.0).abs() < 2.0 && below.y > 300.0, "{below:?}");
    let (_, over) = document.find_place(&pages, &beside(Side::Over, 1)).unwrap().unwrap();
    assert!((over.x - 60.0).abs() < 2.0 && over.y < 280.0 && over.y + over.height > 300.0, "{over:?}");
}

#[test]
fn a_text_that_is_not_there_is_an_answer() {
    let (document, pages) = document(&[LINE, LINE], "");
    assert_eq!(document.find_place(&pages, &beside(Side::Right, 2)).unwrap().unwrap().0, 2);
    assert_eq!(document.find_place(&pages, &beside(Side::Right, 3)).unwrap(), None);
}

#[test]
fn the_last_place_of_a_text_is_counted_from_the_end() {
    let twice = "BT /F 12 Tf 60 300 Td (Borrower: ..........) Tj 0 -100 Td (Borrower: ..........) Tj ET";
    let (document, pages) = document(&[LINE, twice, ""], "");
    let Spot::Beside { text, side, size, .. } = beside(Side::Right, 1) else { unreachable!() };
    let last = Spot::Beside { text, occurrence: Occurrence::Last, side, size };
    let found = document.find_place(&pages, &last).unwrap();
    assert_eq!(found, document.find_place(&pages, &beside(Side::Right, 3)).unwrap());
    let (page, place) = found.unwrap();
    assert!(page == 2 && place.y > 350.0, "{place:?}");
    assert_eq!(document.find_place(&pages, &beside(Side::Right, 4)).unwrap(), None);
}

const SIGN_HERE: &str = "BT /F 12 Tf 60 200 Td (Signature: ____________________) Tj ET";

#[test]
fn the_one_signature_line_is_proposed_if_the_paper_above_it_is_free() {
    let size = (150.0, 60.0);
    let (document, pages) = document(&[SIGN_HERE, "BT /F 12 Tf 60 500 Td (Annex) Tj ET"], "");
    let (page, place) = document.proposed_place(&pages, size).unwrap().unwrap();
    assert_eq!(page, 1);
    // The base line is 400 points from the top, the line begins behind the word.
    assert!(place.x > 110.0 && place.x < 140.0, "{place:?}");
    assert!(place.y + place.height < 400.0 && place.y + place.height > 390.0, "{place:?}");
    let free = |contents: &[&str]| {
        let (document, pages) = self::document(contents, "");
        let free = document.find_place(&pages, &Spot::Free { size, page: None }).unwrap();
        document.proposed_place(&pages, size).unwrap() == free
    };
    let crowded = format!("{SIGN_HERE} BT /F 12 Tf 150 230 Td (Tallinn, 2026) Tj ET");
    assert!(free(&[&crowded]), "no text is covered");
    assert!(free(&[SIGN_HERE, SIGN_HERE]), "two lines are two people's");
    assert!(free(&["BT /F 12 Tf 60 200 Td (Date: ____________________) Tj ET"]), "not for a signature");
}

#[test]
fn a_signature_line_is_found_on_a_turned_page_and_in_its_units() {
    let (document, pages) = document(&[SIGN_HERE], "/UserUnit 2");
    let (_, place) = document.proposed_place(&pages, (150.0, 60.0)).unwrap().unwrap();
    assert!(place.x > 220.0 && place.y + place.height > 780.0 && place.y + place.height < 800.0, "{place:?}");
    let (document, pages) = self::document(&[SIGN_HERE], "/Rotate 180");
    // Upside down there is no line to be seen; a free place is.
    assert!(document.proposed_place(&pages, (150.0, 60.0)).unwrap().is_some());
}

#[test]
fn a_free_place_is_low_and_on_the_last_page_that_has_one() {
    // The last page is full of ink, the one before from its middle down.
    let contents = ["", "20 20 360 280 re f", "0 0 400 600 re f"];
    let (document, pages) = document(&contents, "");
    let spot = Spot::Free { size: (150.0, 60.0), page: None };
    let (page, place) = document.find_place(&pages, &spot).unwrap().unwrap();
    assert_eq!(page, 2);
    // Ink begins 300 points from the top.
    assert!(place.y + place.height <= 300.0 && place.y + place.height > 285.0, "{place:?}");
    let spot = Spot::Free { size: (150.0, 60.0), page: Some(3) };
    assert_eq!(document.find_place(&pages, &spot).unwrap(), None);
    let spot = Spot::Free { size: (500.0, 60.0), page: None };
    assert_eq!(document.find_place(&pages, &spot).unwrap(), None);
}

#[test]
fn places_are_in_points_whatever_the_unit_of_the_page() {
    let (document, pages) = document(&[LINE], "/UserUnit 2");
    let (_, place) = document.find_place(&pages, &beside(Side::Below, 1)).unwrap().unwrap();
    assert!((place.x - 120.0).abs() < 3.0 && place.y > 600.0, "{place:?}");
}
