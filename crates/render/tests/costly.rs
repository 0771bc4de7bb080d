//! Pages that take more than is to be had are refused before anything is drawn, and those that are only rich are drawn.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]

mod made;

use std::time::{Duration, Instant};

use made::document;
use render::{Budget, Error, Pages};

const LETTER: &str = "/MediaBox [0 0 400 600]";

fn drawn(page: &str, content: &str, more: &[&str]) -> Result<(), Error> {
    let pages = Pages::open(document(&format!("{LETTER} {page}"), content, more)).unwrap();
    pages.picture(0, 1.5, Budget::default()).map(drop)
}

/// Refused for that, and soon.
fn is_refused(what: &str, page: &str, content: &str, more: &[&str]) {
    let begun = Instant::now();
    match drawn(page, content, more) {
        Err(Error::TooMuch { what: found }) => assert_eq!(found, what),
        other => panic!("{what}: {other:?}"),
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{what}: {:?}", begun.elapsed());
}

fn stream(entries: &str, data: &str) -> String {
    format!("<< {entries} /Length {} >>\nstream\n{data}\nendstream", data.len())
}

#[test]
fn a_line_of_too_many_dashes() {
    is_refused("dashes", "", "[0.00001] 0 d 1 w 0 0 m 500 500 l S", &[]);
    is_refused("dashes", "", "[1] 0 d 1 w 0 0 m 900000000 0 l S", &[]);
    is_refused("dashes", "", "[3 -3] 0 d 1 w 0 0 m 500 500 l S", &[]);
    is_refused("dashes", "", "[1 -3] 0 d 1 w 0 0 300 300 re S", &[]);
    let state = "/Resources << /ExtGState << /G << /D [[0.00001] 0] >> >> >>";
    is_refused("dashes", state, "/G gs 0 0 m 500 500 l S", &[]);
    let text = "/Resources << /Font << /F 5 0 R >> >>";
    is_refused("dashes", text, "[0.00001] 0 d 1 Tr BT /F 90 Tf 50 300 Td (dashed) Tj ET", &[]);
    assert_eq!(
        drawn("", "[0.5 1.5] 0 d 0 0 m 400 600 l S [2] 1 d 9 9 200 200 re S [] 0 d 0 0 m 9 9 l S", &[]),
        Ok(())
    );
}

#[test]
fn a_form_of_forms_of_forms() {
    let entries = |next: usize| {
        format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /XObject << /F {next} 0 R >> >>"
        )
    };
    let mut forms: Vec<String> =
        (6..16).map(|number| stream(&entries(number + 1), &"/F Do ".repeat(10))).collect();
    forms.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 400 600]", "0 0 1 1 re f"));
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    is_refused("drawings", "/Resources << /XObject << /F 6 0 R >> >>", "/F Do", &forms);
    assert_eq!(drawn("/Resources << /XObject << /F 13 0 R >> >>", "/F Do", &forms), Ok(()));
    // Nor is it searched for words.
    let words = |first: usize| {
        let page = format!("{LETTER} /Resources << /XObject << /F {first} 0 R >> >>");
        Pages::open(document(&page, "/F Do", &forms)).unwrap().text(0).map(drop)
    };
    assert_eq!(words(6), Err(Error::TooMuch { what: "drawings" }));
    assert_eq!(words(13), Ok(()));
}

#[test]
fn paths_and_paint_without_end() {
    let scribble: String =
        (0..200_000_u64).map(|index| format!("{} {} l ", index % 2 * 399, index % 599)).collect();
    is_refused("edges", "", &format!("0 0 m {scribble} f"), &[]);
    is_refused("paint", "", &"0 0 400 600 re f ".repeat(20_000), &[]);
    assert_eq!(drawn("", &"0 0 400 600 re f ".repeat(200), &[]), Ok(()));
}

#[test]
fn a_pattern_of_countless_cells() {
    let cell = |step: &str| {
        let entries = format!(
            "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] /XStep {step} /YStep {step} \
             /Resources << >>"
        );
        stream(&entries, "0 0 9 9 re f")
    };
    let page = "/Resources << /Pattern << /P 6 0 R >> >>";
    let content = "/Pattern cs /P scn 0 0 400 600 re f";
    is_refused("drawings", page, content, &[&cell("0.05")]);
    assert_eq!(drawn(page, content, &[&cell("100")]), Ok(()));
    is_refused("patterns, masks and images", page, &content.repeat(2_000), &[&cell("300")]);
}

#[test]
fn images_are_refused_by_what_decoding_them_takes() {
    let image = |sides: &str, space: &str| {
        stream(
            &format!("/Type /XObject /Subtype /Image {sides} /ColorSpace {space} /BitsPerComponent 8"),
            "0",
        )
    };
    let page = "/Resources << /XObject << /I 6 0 R >> >>";
    let show = |image: &str| drawn(page, "q 300 0 0 300 10 10 cm /I Do Q", &[image]);
    let large = "/Width 12000 /Height 12000";
    for space in ["/DeviceRGB", "/DeviceCMYK", "[/DeviceN [/A /B /C /D /E] /DeviceCMYK 7 0 R]"] {
        assert!(
            matches!(show(&image(large, space)), Err(Error::ImageTooLarge { width: 12_000, .. })),
            "{space}"
        );
    }
    assert_eq!(show(&image("/Width 100 /Height 100", "/DeviceRGB")), Ok(()));
    // Nor where it is not among the page's resources.
    let inside = format!("q 9 0 0 9 0 0 cm BI {large} /CS /CMYK /BPC 8 ID 0 EI Q");
    assert!(matches!(drawn("", &inside, &[]), Err(Error::ImageTooLarge { .. })));
    let look = stream("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 6 0 R >> >>", "/I Do");
    let note = "<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 7 0 R >> >>";
    let noted = drawn("/Annots [8 0 R]", "", &[&image(large, "/DeviceCMYK"), &look, note]);
    assert!(matches!(noted, Err(Error::ImageTooLarge { .. })));
    // A narrow one that is drawn out wide is held as it is shown.
    let narrow = image("/Width 20000 /Height 1", "/DeviceGray");
    let wide = drawn(page, "q 13200 0 0 30000 0 0 cm /I Do Q", &[&narrow]);
    assert_eq!(wide, Err(Error::TooMuch { what: "patterns, masks and images" }));
}

#[test]
fn masks_are_counted() {
    let group = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Group << /S /Transparency /CS /DeviceGray >>",
        "0 0 9 9 re f",
    );
    let states: String = (0..2_000)
        .map(|index| {
            format!("/G{index} << /SMask << /S /Luminosity /G 6 0 R /BC [{}] >> >> ", f64::from(index) / 2e3)
        })
        .collect();
    let content: String = (0..2_000).map(|index| format!("/G{index} gs 0 0 9 9 re f ")).collect();
    let page = format!("/Resources << /ExtGState << {states} >> >>");
    is_refused("paint", &page, &content, &[&group]);
    assert_eq!(drawn(&page, "/G7 gs 0 0 9 9 re f /G8 gs 0 0 99 99 re f", &[&group]), Ok(()));
}

#[test]
fn colours_and_functions_that_stand_inside_each_other() {
    let refused = |page: &str, content: &str, more: &[String]| {
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        is_refused("colours and functions", page, content, &more);
    };
    let last = 20_000;
    let mut colours: Vec<String> = (6..last).map(|number| format!("[/Pattern {} 0 R]", number + 1)).collect();
    colours.push("/DeviceRGB".to_owned());
    refused("/Resources << /ColorSpace << /C 6 0 R >> >>", "/C cs 1 0 0 scn 0 0 50 50 re f", &colours);

    let stitched = |inner: &str, count: usize| {
        let (bounds, encode) = ("0.5 ".repeat(count - 1), "0 1 ".repeat(count));
        format!(
            "<< /FunctionType 3 /Domain [0 1] /Functions [{inner}] /Bounds [{bounds}] /Encode [{encode}] >>"
        )
    };
    let shading = "/Resources << /Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function 6 0 R >> >> >>";
    let mut chain: Vec<String> =
        (6..last).map(|number| stitched(&format!("{} 0 R", number + 1), 1)).collect();
    chain.push("<< /FunctionType 2 /Domain [0 1] /N 1 >>".to_owned());
    refused(shading, "/S sh", &chain);

    // Few, and each of them ten times in the one before.
    let mut tree: Vec<String> =
        (6..15).map(|number| stitched(&format!("{} 0 R ", number + 1).repeat(10), 10)).collect();
    tree.push("<< /FunctionType 2 /Domain [0 1] /N 1 >>".to_owned());
    refused(shading, "/S sh", &tree);
    let mask = "<< /S /Luminosity /TR 6 0 R >>";
    refused(
        &format!("/Resources << /ExtGState << /G << /SMask {mask} >> >> >>"),
        "/G gs 0 0 9 9 re f",
        &tree,
    );

    let mild: Vec<&str> = tree[6..].iter().map(String::as_str).collect();
    let mild: Vec<String> = mild
        .iter()
        .enumerate()
        .map(|(index, one)| one.replace(&format!("{} 0 R", index + 13), &format!("{} 0 R", index + 7)))
        .collect();
    let mild: Vec<&str> = mild.iter().map(String::as_str).collect();
    assert_eq!(drawn(shading, "/S sh", &mild), Ok(()));
}
