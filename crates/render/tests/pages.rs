//! Pages made here, byte by byte, are seen and read as they were meant.
#![allow(clippy::unwrap_used, missing_docs)]

mod made;

use made::document;
use render::{Budget, Error, Pages, TextRun, Warning};

const FONT: &str = "/Resources << /Font << /F 5 0 R >> >>";
const LETTER: &str = "/MediaBox [0 0 400 600]";
const GREETING: &str = "BT /F 20 Tf 50 500 Td (Loan agreement) Tj ET";

fn open(page: &str, content: &str) -> Pages {
    Pages::open(document(page, content, &[])).unwrap()
}

fn near(actual: f32, expected: f32) -> bool {
    (actual - expected).abs() < 1.5
}

fn assert_at(run: &TextRun, x: f32, y: f32) {
    assert!(near(run.x, x) && near(run.y, y), "{run:?} is not at {x}, {y}");
}

/// Dark pixels in the given part of the picture, which is in points.
fn ink(pages: &Pages, scale: f32, area: [f32; 4]) -> usize {
    let picture = pages.picture(0, scale, Budget::default()).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture.png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (picture.width, picture.height));
    let (line, step) = (info.line_size, info.color_type.samples());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let [left, top, right, bottom] = area.map(|edge| (edge * scale) as usize);
    let dark = |x: usize, y: usize| pixels[y * line + x * step] < 100;
    (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))).filter(|&(x, y)| dark(x, y)).count()
}

#[test]
fn words_are_found_where_they_stand() {
    let pages = open(&format!("{LETTER} {FONT}"), GREETING);
    let text = pages.text(0).unwrap();
    let [run] = text.runs.as_slice() else { panic!("{:?}", text.runs) };
    assert_eq!(run.text, "Loan agreement");
    assert_at(run, 50.0, 600.0 - 500.0 - 16.0);
    assert!(near(run.height, 20.0) && (130.0..150.0).contains(&run.width), "{run:?}");
    assert!(ink(&pages, 2.0, [50.0, 80.0, 195.0, 106.0]) > 500);
    assert_eq!(ink(&pages, 2.0, [0.0, 110.0, 400.0, 600.0]), 0);
}

#[test]
fn gaps_are_spaces_and_wide_gaps_part_columns() {
    let content = "BT /F 10 Tf 50 500 Td [(interest) -400 (rate)] TJ ET BT /F 10 Tf 200 500 Td (4.2) Tj ET \
                   BT /F 10 Tf 50 486 Td [(kern) 20 (ing)] TJ ET";
    let text = open(&format!("{LETTER} {FONT}"), content).text(0).unwrap();
    assert_eq!(
        text.runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>(),
        ["interest rate", "4.2", "kerning"]
    );
}

#[test]
fn text_that_is_filled_and_stroked_is_read_once() {
    let text = open(&format!("{LETTER} {FONT}"), "BT 2 Tr /F 20 Tf 50 500 Td (once) Tj ET").text(0).unwrap();
    assert_eq!(text.runs.len(), 1);
    assert_eq!(text.runs[0].text, "once");
}

#[test]
fn a_turned_page_is_seen_turned() {
    let upright = open(&format!("{LETTER} {FONT}"), GREETING);
    assert!((upright.sizes()[0].width, upright.sizes()[0].height) == (400.0, 600.0));
    // /Rotate turns clockwise: what was at the left is at the top.
    let turned = open(&format!("{LETTER} {FONT} /Rotate 90"), GREETING);
    assert!((turned.sizes()[0].width, turned.sizes()[0].height) == (600.0, 400.0));
    let run = &turned.text(0).unwrap().runs[0];
    assert_at(run, 500.0 - 4.0, 50.0);
    assert!(near(run.width, 20.0) && run.height > 130.0, "{run:?}");
    assert!(ink(&turned, 2.0, [494.0, 50.0, 520.0, 195.0]) > 500);
    assert_eq!(ink(&turned, 2.0, [0.0, 0.0, 490.0, 400.0]), 0);

    let upside_down = open(&format!("{LETTER} {FONT} /Rotate 180"), GREETING);
    let run = &upside_down.text(0).unwrap().runs[0];
    assert_at(run, 400.0 - 50.0 - run.width, 500.0 - 4.0);
    assert!(ink(&upside_down, 2.0, [205.0, 494.0, 350.0, 520.0]) > 500);

    let left = open(&format!("{LETTER} {FONT} /Rotate 270"), GREETING);
    let run = &left.text(0).unwrap().runs[0];
    assert_at(run, 600.0 - 500.0 - 16.0, 400.0 - 50.0 - run.height);
    assert!(ink(&left, 2.0, [80.0, 205.0, 106.0, 350.0]) > 500);
}

#[test]
fn a_cropped_page_starts_at_its_crop_and_shows_nothing_beyond() {
    let content = format!("{GREETING} BT /F 20 Tf 50 20 Td (outside) Tj ET");
    let pages = open(&format!("{LETTER} {FONT} /CropBox [40 300 300 550]"), &content);
    assert!((pages.sizes()[0].width, pages.sizes()[0].height) == (260.0, 250.0));
    let text = pages.text(0).unwrap();
    assert_eq!(text.runs.len(), 1, "{:?}", text.runs);
    assert_at(&text.runs[0], 10.0, 550.0 - 500.0 - 16.0);
    assert!(ink(&pages, 2.0, [10.0, 30.0, 155.0, 56.0]) > 500);
}

#[test]
fn hostile_sizes_are_refused() {
    let pages = open(&format!("/MediaBox [0 0 90000000 90000000] {FONT}"), GREETING);
    assert!(matches!(pages.picture(0, 1.0, Budget::default()), Err(Error::TooLarge { .. })));
    let pages = open(&format!("{LETTER} {FONT}"), GREETING);
    assert!(matches!(pages.picture(0, 60.0, Budget::default()), Err(Error::TooLarge { .. })));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 0.0001] {
        let refused = pages.picture(0, scale, Budget::default());
        assert!(matches!(refused, Err(Error::Scale { .. } | Error::TooLarge { .. })), "{scale}: {refused:?}");
    }
    let exactly = Budget { pixels: 400 * 600, ..Budget::default() };
    assert!(pages.picture(0, 1.0, exactly).is_ok());
    assert!(pages.picture(0, 1.01, exactly).is_err());
    assert!(matches!(pages.picture(1, 1.0, exactly), Err(Error::NoSuchPage { index: 1, count: 1 })));
}

#[test]
fn an_image_that_claims_to_be_huge_is_not_decoded() {
    let image = "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray \
                 /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 6 0 R >> >> \
                /Length 5 >>\nstream\n/I Do\nendstream";
    let page = format!("{LETTER} /Resources << /XObject << /X 7 0 R >> >>");
    let pages = Pages::open(document(&page, "/X Do", &[image, form])).unwrap();
    let refused = pages.picture(0, 1.0, Budget::default());
    assert!(matches!(refused, Err(Error::ImageTooLarge { width: 60_000, .. })), "{refused:?}");
}

#[test]
fn what_is_no_pdf_is_said_so() {
    for bytes in [&b""[..], b"hello", b"%PDF-1.7\n", &[0; 4096]] {
        assert!(matches!(Pages::open(bytes.to_vec()), Err(Error::Unreadable)));
    }
    let whole = document(&format!("{LETTER} {FONT}"), GREETING, &[]);
    for end in (0..whole.len()).step_by(7) {
        if let Ok(pages) = Pages::open(whole[..end].to_vec()) {
            let _ = (pages.picture(0, 1.0, Budget::default()), pages.text(0), pages.survey());
        }
    }
}

#[test]
fn pages_of_other_producers_read_as_they_were_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/producers/");
    for (file, line) in [
        ("chromium.pdf", "Üürileandja OÜ Näidiskodud ja üürnik Žanna Õunapuu leppisid kokku järgmises."),
        ("latex.pdf", "documents in a tree of degree two the proof of one document has"),
        ("libreoffice.pdf", "2. Pilnvarot Annu Bērziņu parakstīt aizdevuma līgumu."),
        ("mupdf.pdf", "One hundred and twenty euros, received with thanks."),
    ] {
        let pages = Pages::open(std::fs::read(format!("{folder}{file}")).unwrap()).unwrap();
        let runs = pages.text(0).unwrap().runs;
        assert!(runs.iter().any(|run| run.text == line), "{file}: {runs:?}");
        assert!(pages.picture(0, 1.0, Budget::default()).unwrap().warnings.is_empty(), "{file}");
    }
}

#[test]
fn what_may_look_different_elsewhere_is_named() {
    let page = format!("{LETTER} {FONT} /Annots [6 0 R 7 0 R 8 0 R]");
    let bare = "<< /Type /Annot /Subtype /FreeText /Rect [10 10 90 40] /Contents (Changed) >>";
    let link = "<< /Type /Annot /Subtype /Link /Rect [10 10 90 40] >>";
    let invisible = "<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] >>";
    let pages = Pages::open(document(&page, GREETING, &[bare, link, invisible])).unwrap();
    assert_eq!(Vec::from_iter(pages.survey().unwrap()), [Warning::AnnotationWithoutAppearance]);
    let plain = Pages::open(document(
        &format!("{LETTER} {FONT} /Annots [7 0 R 8 0 R]"),
        GREETING,
        &[bare, link, invisible],
    ));
    assert_eq!(plain.unwrap().survey().unwrap().len(), 0);
}
