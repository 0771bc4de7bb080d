//! Images whose data say something other than their dictionaries are refused by what decoding them would take, and honest ones
//! are drawn.
#![allow(clippy::unwrap_used, missing_docs)]

mod made;

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::write::DeflateEncoder;
use made::document;
use render::{Budget, Error, Pages, Warning};

const PAGE: &str = "/MediaBox [0 0 400 600] /Resources << /XObject << /I 6 0 R >> >>";

/// 64 by 64 pixels, white: `Image.new("L", (64, 64), "white").save(file, "JPEG2000", no_jp2=True)` of Pillow 11.
const WHITE: &str = "ff4fff510029000000000040000000400000000000000000000000400000004000000000000000000001070101ff52000c\
    00000001000504040001ff5c00134040484850484850484850484850484850ff640025000143726561746564206279204f70656e4a50454720\
    76657273696f6e20322e352e34ff90000a0000000000190001ff93cfb40c01cabf8080808080ffd9";

fn drawn(more: &[&str]) -> Result<bool, Error> {
    drawn_within(Budget::default(), more)
}

fn drawn_within(budget: Budget, more: &[&str]) -> Result<bool, Error> {
    let pages = Pages::open(document(PAGE, "q 300 0 0 300 10 10 cm /I Do Q", more)).unwrap();
    let picture = pages.picture(0, 1.0, budget)?;
    Ok(!picture.warnings.contains(&Warning::ImageNotDrawn))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// An image of 100 by 100 pixels, as its dictionary says, behind these filters.
fn image(filters: &str, more: &str, data: &str) -> String {
    let length = data.len();
    format!(
        "<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray \
         /Filter [/ASCIIHexDecode {filters}] {more} /Length {length} >>\nstream\n{data}\nendstream"
    )
}

fn is_too_large(found: &Result<bool, Error>) -> bool {
    matches!(found, Err(Error::ImageTooLarge { .. }))
}

fn is_unbounded(found: &Result<bool, Error>) -> bool {
    matches!(found, Err(Error::TooMuch { .. }))
}

#[test]
fn jpeg_2000() {
    let of = |data: &str| drawn(&[&image("/JPXDecode", "", data)]);
    let sized = |image: u32, tile: u32| {
        let sides = |side: u32| format!("{side:08x}{side:08x}");
        WHITE.replacen(&sides(64), &sides(image), 1).replacen(&sides(64), &sides(tile), 1)
    };
    assert_eq!(of(WHITE), Ok(true));
    assert_eq!(of(&sized(64, 16)), Ok(true));
    for (image, tile) in [(60_000, 60_000), (60_000, 64), (60_000, 1), (2_000, 1), (64_000, 250)] {
        let found = of(&sized(image, tile));
        assert!(is_too_large(&found), "{image} in tiles of {tile}: {found:?}");
    }
    // In boxes, and behind another filter.
    let boxed = format!(
        "0000000c6a5020200d0a870a00000014667479706a703220000000006a70322000000000{}",
        sized(60_000, 1)
    );
    assert!(is_too_large(&of(&boxed)));
    let again = drawn(&[&image("/ASCIIHexDecode /JPXDecode", "", &hex(sized(60_000, 1).as_bytes()))]);
    assert!(is_too_large(&again), "{again:?}");
    // Precincts of one pixel, and thousands of components.
    let precincts = sized(8_000, 8_000)
        .replace("ff52000c00000001000504040001", "ff52001201000001000504040001000000000000");
    assert!(is_too_large(&of(&precincts)));
    let components = sized(64, 64).replacen("0029", "c029", 1).replacen(
        "0001070101",
        &format!("3fff{}", "070101".repeat(16_383)),
        1,
    );
    assert!(is_too_large(&of(&components)));
    // Whichever of several is meant.
    assert!(is_too_large(&of(&format!("{WHITE}{}", sized(60_000, 60_000)))));
    assert!(is_too_large(&of(&format!("{}{WHITE}", sized(60_000, 60_000)))));
    assert!(is_too_large(&of(&format!("{}{}", WHITE.repeat(1_001), sized(60_000, 60_000)))));
    // In a mask.
    let mask = image("/JPXDecode", "", &sized(60_000, 1));
    assert!(is_too_large(&drawn(&[&image("/JPXDecode", "/SMask 7 0 R", WHITE), &mask])));
}

fn segment(number: u32, kind: u8, data: &[u8]) -> Vec<u8> {
    let mut segment = number.to_be_bytes().to_vec();
    segment.extend([kind, 0, 1]);
    segment.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    segment.extend(data);
    segment
}

/// Numbers of four bytes, and then these bytes.
fn numbers(numbers: &[u32], more: &[u8]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).chain(more.iter().copied()).collect()
}

fn page(width: u32, height: u32) -> Vec<u8> {
    segment(0, 48, &numbers(&[width, height, 0, 0], &[0, 0, 0]))
}

/// A generic region whose lines are all white, a bit for each.
fn region(number: u32, kind: u8, width: u32, height: u32) -> Vec<u8> {
    let mut data = numbers(&[width, height, 0, 0], &[0, 1]);
    data.resize(data.len() + height.div_ceil(8) as usize, 0xff);
    segment(number, kind, &data)
}

#[test]
fn jbig2() {
    let with = |shared: &[u8], own: &[u8]| {
        let globals = hex(shared);
        let globals =
            format!("<< /Filter /ASCIIHexDecode /Length {} >>\nstream\n{globals}\nendstream", globals.len());
        let more = "/DecodeParms [null << /JBIG2Globals 7 0 R >>]";
        drawn(&[&image("/JBIG2Decode", more, &hex(own)), &globals])
    };
    let of = |parts: &[Vec<u8>]| with(&[], &parts.concat());
    assert_eq!(of(&[page(100, 100), region(1, 38, 100, 100)]), Ok(true));
    // A scan of A3 at 600 dpi.
    assert_eq!(of(&[page(7_016, 9_921), region(1, 38, 7_016, 9_921)]), Ok(true));

    let large = 60_000;
    assert!(is_too_large(&of(&[page(large, large)])));
    assert!(is_too_large(&of(&[page(100, 100), region(1, 36, large, large)])));
    // So high as its stripes end.
    let open = page(large, u32::MAX);
    let stripe = segment(1, 50, &numbers(&[large], &[]));
    assert!(is_too_large(&of(&[open, stripe])));
    // Many that are kept.
    let kept: Vec<Vec<u8>> = (1..500).map(|number| region(number, 36, 3_000, 3_000)).collect();
    assert!(is_too_large(&of(&[page(100, 100), kept.concat()])));
    // Patterns, and a grid of them.
    let patterns = segment(1, 16, &numbers(&[], &[1, 1, 32, 0, 0, 0xff, 0xfe]));
    assert!(is_too_large(&of(&[page(100, 100), patterns.clone()])));
    assert!(is_too_large(&with(&patterns, &page(100, 100))));
    let mut grid = numbers(&[100, 100, 0, 0], &[0, 1]);
    grid.extend(numbers(&[large, large, 0, 0], &[0, 0, 0, 0]));
    assert!(is_too_large(&of(&[page(100, 100), segment(1, 22, &grid)])));
}

#[test]
fn symbols_of_jbig2() {
    let of = |flags: u16, data: &[u8]| {
        let mut dictionary = flags.to_be_bytes().to_vec();
        dictionary.extend(data);
        let all = [segment(0, 0, &dictionary), page(100, 100), region(1, 38, 100, 100)];
        drawn(&[&image("/JBIG2Decode", "", &hex(&all.concat()))])
    };
    // One symbol each, by Huffman's method: a height and a width of table B.4 and B.2, the end of the row, and its bitmap, packed.
    let symbol = |side: u64| {
        let more = side - 76;
        let bits = format!("11111{more:032b}111110{:032b}111111{:010b}", more + 1, 0b10_0000_0000);
        let bits = format!("{bits:0<88}{}", "1".repeat(16 * 8));
        let bytes = (0..bits.len() / 8).map(|at| u8::from_str_radix(&bits[at * 8..at * 8 + 8], 2).unwrap());
        numbers(&[1, 1], &bytes.collect::<Vec<_>>())
    };
    assert!(is_too_large(&of(1, &symbol(65_000))));
    let small = of(1, &symbol(100));
    assert!(!is_too_large(&small) && !is_unbounded(&small), "{small:?}");
    // Made of each other, or by tables of their own: nobody knows how large they are.
    assert!(is_unbounded(&of(3, &symbol(100))));
    assert!(is_unbounded(&of(0b1101, &symbol(100))));
}

#[test]
fn fax() {
    let of = |parameters: &str| {
        drawn(&[&image(
            "/CCITTFaxDecode",
            &format!("/DecodeParms [null << {parameters} >>]"),
            &"ff".repeat(100),
        )])
    };
    assert_eq!(of("/K -1 /Columns 100"), Ok(true));
    assert!(is_too_large(&of("/K -1 /Columns 60000000")));
}

#[test]
fn data_that_filters_make_endless() {
    let zeros = vec![0; 1 << 20];
    let mut deflate = DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    deflate.write_all(&zeros).unwrap();
    deflate.flush().unwrap();
    let mut bomb = vec![0x78, 0xda];
    bomb.extend(deflate.get_ref().repeat(800));
    let bomb = hex(&bomb);
    assert!(is_unbounded(&drawn(&[&image("/FlateDecode", "", &bomb)])));
    assert!(is_unbounded(&drawn(&[&image("/FlateDecode /DCTDecode", "", &bomb)])));
    assert!(is_unbounded(&drawn(&[&image("/DCTDecode /DCTDecode", "", "00")])));
    let lines = "/DecodeParms [null << /Predictor 2 /BitsPerComponent 16 /Columns 900000000000 >>]";
    assert!(is_unbounded(&drawn(&[&image("/FlateDecode", lines, "78da")])));
    // Of what is no image as well: a form, and the content of a page.
    let length = bomb.len();
    let filters =
        format!("/Filter [/ASCIIHexDecode /FlateDecode] /Length {length} >>\nstream\n{bomb}\nendstream");
    let form = format!("<< /Subtype /Form /BBox [0 0 9 9] {filters}");
    assert!(is_unbounded(&drawn(&[&form])));
    let pages = Pages::open(document("/MediaBox [0 0 9 9] /Contents 6 0 R", "", &[&format!("<< {filters}")]))
        .unwrap();
    assert!(is_unbounded(&pages.picture(0, 1.0, Budget::default()).map(|_| true)));
}

/// LZW: codes of growing width, each for the bytes of the one before it and one more.
fn unfolding(codes: usize) -> Vec<u8> {
    let (mut packed, mut held, mut bits) = (Vec::new(), 0_usize, 0);
    let firsts = [(256, 258), (200, 258)];
    for (code, entries) in firsts.into_iter().chain((258..258 + codes).map(|code| (code, code))) {
        let wide = (entries + 1).ilog2().clamp(8, 11) + 1;
        held = held << wide | code;
        bits += wide;
        while bits >= 8 {
            bits -= 8;
            packed.push(u8::try_from(held >> bits & 0xff).unwrap());
            held &= (1 << bits) - 1;
        }
    }
    packed.push(u8::try_from(held << (8 - bits) & 0xff).unwrap());
    packed
}

#[test]
fn data_that_lzw_makes_endless() {
    for codes in [400, 700, 1_500, 3_800] {
        let packed = image("/LZWDecode", "", &hex(&unfolding(codes)));
        // One byte, and then two, three and so on.
        let length = (codes + 1) * (codes + 2) / 2;
        let within = |image_bytes: usize| {
            drawn_within(Budget { image_bytes: image_bytes as u64, ..Budget::default() }, &[&packed])
        };
        assert_eq!(within(length), Ok(true), "{codes}");
        assert!(is_unbounded(&within(length - 1)), "{codes}");
    }
}

fn frame(height: u16, width: u16) -> Vec<u8> {
    let mut frame = vec![0xff, 0xc0, 0, 11, 8];
    frame.extend(height.to_be_bytes());
    frame.extend(width.to_be_bytes());
    frame.extend([1, 1, 0x11, 0]);
    frame
}

#[test]
fn jpeg() {
    let of = |parts: &[Vec<u8>]| {
        drawn(&[&image("/DCTDecode", "", &hex(&[vec![0xff, 0xd8], parts.concat()].concat()))])
    };
    let thumbnail = frame(100, 100);
    let large = frame(60_000, 60_000);
    // The decoder cuts a single one to what the dictionary says, and finds no image here.
    assert_eq!(of(std::slice::from_ref(&large)), Ok(false));
    assert!(is_too_large(&of(&[thumbnail.clone(), large.clone()])));
    assert!(is_too_large(&of(&[large.clone(), thumbnail.clone()])));
    // One that is none in front of it.
    assert!(is_too_large(&of(&[vec![0xff, 0xc0, 0, 9, 8, 0, 1, 0, 1], large])));
    assert_eq!(of(&[thumbnail.clone(), thumbnail]), Ok(false));
}
