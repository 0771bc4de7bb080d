//! What fields show, against their values (ISO 32000-2 §12.7.5): texts, choices from a list that folds up, check boxes and
//! radio buttons.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro::hayro_syntax::page::Page;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use serde::{Deserialize, Serialize};

use crate::alike::{annotations, bounds};
use crate::text;
use crate::unsure::is_a;

/// Fields inside each other.
const DEPTH: usize = 32;

/// The longest text that is compared, in characters, and told.
const COMPARED: usize = 20_000;
const TOLD: usize = 120;

/// The most choices of a field that are looked through.
const CHOICES: usize = 10_000;

/// Annotation flags Hidden and NoView (table 167); field flags Password and RichText (table 231), Pushbutton (229) and Combo
/// (233).
const UNSEEN: u32 = 1 << 1 | 1 << 5;
const PASSWORD: u32 = 1 << 13;
const RICH_TEXT: u32 = 1 << 25;
const PUSHBUTTON: u32 = 1 << 16;
const COMBO: u32 = 1 << 17;

/// The state of a button that is not on (§12.7.5.2.3).
const OFF: &str = "Off";

/// A field that shows something other than its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldLook {
    /// Its partial name or, where it has none, that of the field above it.
    pub name: String,
    /// Left, bottom, right, top in the page's user space.
    pub rect: [f32; 4],
    /// Its value, cut off where it is long; of a button the state that it has by that.
    pub value: String,
    /// What its look shows; of a button the state that is shown.
    pub shown: String,
}

/// The fields of a page that show something else. A field that a script formats, or with letters of which the font does not
/// say what they mean, is not compared.
pub(crate) fn misleading(page: &Page<'_>) -> Vec<FieldLook> {
    let widgets = annotations(page).into_iter().filter(|one| is_a(one, b"Widget"));
    widgets.filter_map(|widget| compared(page, &widget)).collect()
}

fn compared<'a>(page: &'a Page<'a>, widget: &Dict<'a>) -> Option<FieldLook> {
    let line = line(widget);
    let kind = line.iter().find_map(|node| node.get::<Name<'_>>("FT"))?;
    let flags = line.iter().find_map(|node| node.get::<u32>("Ff")).unwrap_or(0);
    let is_formatted = line.iter().any(|node| node.contains_key("AA"));
    if is_formatted || widget.get::<u32>("F").unwrap_or(0) & UNSEEN != 0 {
        return None;
    }
    let (value, shown) = match &*kind {
        b"Tx" if flags & PASSWORD == 0 => {
            texts(page, widget, &line).or_else(|| rich_text(&line).filter(|_| flags & RICH_TEXT != 0))
        }
        b"Ch" if flags & COMBO != 0 => texts(page, widget, &line),
        b"Btn" if flags & PUSHBUTTON == 0 => states(widget, &line),
        _ => None,
    }?;
    let name = line.iter().find_map(|node| node.get::<PdfString<'_>>("T"));
    Some(FieldLook {
        name: name.map(|name| decoded(name.as_bytes())).unwrap_or_default(),
        rect: bounds(widget)?,
        value: value.chars().take(TOLD).collect(),
        shown: shown.chars().take(TOLD).collect(),
    })
}

/// The value of a text field or a choice, and what is shown instead of it.
fn texts<'a>(page: &'a Page<'a>, widget: &Dict<'a>, line: &[Dict<'a>]) -> Option<(String, String)> {
    let value = plain(line)?;
    let look = widget.get::<Dict<'_>>("AP")?.get::<Stream<'_>>("N")?;
    let shown = text::of_look(page, &look, ground(widget))?;
    let seen = compared_part(&shown);
    let is_shown = |text: &str| compared_part(text) == seen;
    let chosen = || chosen(line, &value).is_some_and(|text| is_shown(&text));
    (!is_shown(&value) && !chosen()).then_some((value, shown))
}

/// The value of a field of text.
fn plain(line: &[Dict<'_>]) -> Option<String> {
    match line.iter().find_map(|node| node.get::<Object<'_>>("V")) {
        None | Some(Object::Null(_)) => Some(String::new()),
        Some(value) => text_of(&value),
    }
}

/// The value of a field, and its rich text where that has other words (§12.7.4.4): some programs show the one, some the other.
fn rich_text(line: &[Dict<'_>]) -> Option<(String, String)> {
    let rich = line.iter().find_map(|node| node.get::<Object<'_>>("RV"))?;
    let (words, value) = (words(&text_of(&rich)?), plain(line)?);
    (compared_part(&value) != compared_part(&words)).then_some((value, words))
}

/// A text, which may stand in a stream (§7.9.3). Where another thing stands in its place some programs take that for a text, so
/// that it is one here.
fn text_of(object: &Object<'_>) -> Option<String> {
    match object {
        Object::String(text) => Some(decoded(text.as_bytes())),
        Object::Stream(text) => Some(decoded(&text.decoded().ok()?)),
        Object::Name(name) => Some(name_of(name)),
        Object::Number(number) => Some(number.as_f64().to_string()),
        Object::Boolean(value) => Some(value.to_string()),
        Object::Array(parts) => {
            let parts = parts.iter::<Object<'_>>().take(CHOICES);
            parts.map(|part| Some(decoded(part.into_string()?.as_bytes()))).collect()
        }
        _ => None,
    }
}

fn name_of(name: &Name<'_>) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// The words of an XHTML text. Where it cannot be read further stands a letter that no value has.
fn words(rich: &str) -> String {
    let (mut reader, mut words) = (Reader::from_str(rich), String::new());
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => words.push_str(&text),
            Ok(Event::CData(text)) => words.push_str(&text),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(letter)) => words.push(letter),
                _ => words.push_str(resolve_predefined_entity(&name).unwrap_or_default()),
            },
            Ok(Event::Eof) => return words,
            Ok(_) => {}
            Err(_) => {
                words.push(char::REPLACEMENT_CHARACTER);
                return words;
            }
        }
    }
}

/// What counts of a text that is compared.
fn compared_part(text: &str) -> String {
    text.chars().filter(|one| is_compared(*one)).take(COMPARED).collect()
}

/// The colour of a widget's box (table 192), where it is grey or red, green and blue.
fn ground(widget: &Dict<'_>) -> Option<[u8; 3]> {
    let colour = widget.get::<Dict<'_>>("MK")?.get::<Array<'_>>("BG")?;
    let parts: Vec<f32> = colour.iter::<f32>().take(5).collect();
    let tone = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    match parts[..] {
        [grey] => Some([tone(grey); 3]),
        [red, green, blue] => Some([red, green, blue].map(tone)),
        _ => None,
    }
}

/// What a list of choices shows for a value, where that is another text (§12.7.5.4).
fn chosen(line: &[Dict<'_>], value: &str) -> Option<String> {
    let choices = line.iter().find_map(|node| node.get::<Array<'_>>("Opt"))?;
    choices.iter::<Object<'_>>().take(CHOICES).find_map(|choice| {
        let Object::Array(pair) = choice else { return None };
        let mut texts = pair.iter::<PdfString<'_>>().map(|text| decoded(text.as_bytes()));
        (texts.next()? == value).then(|| texts.next())?
    })
}

/// The state that a check box or radio button has by its value, and the one that it shows instead (§12.7.5.2.3).
fn states(widget: &Dict<'_>, line: &[Dict<'_>]) -> Option<(String, String)> {
    let shown = name_of(&widget.get::<Name<'_>>("AS")?);
    let looks = widget.get::<Dict<'_>>("AP")?.get::<Dict<'_>>("N")?;
    let value = match line.iter().find_map(|node| node.get::<Object<'_>>("V")) {
        Some(Object::Null(_)) | None => OFF.to_owned(),
        Some(value) => text_of(&value)?,
    };
    // Of several buttons under one value, it is the state of those alone that have it.
    let state = if looks.contains_key(value.as_bytes()) { value } else { OFF.to_owned() };
    (state != shown).then_some((state, shown))
}

/// Lines are broken where there is room, and hyphens come in several forms.
fn is_compared(letter: char) -> bool {
    !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// The widget and the fields above it.
fn line<'a>(widget: &Dict<'a>) -> Vec<Dict<'a>> {
    let mut line = vec![widget.clone()];
    while line.len() < DEPTH {
        match line.last().and_then(|node| node.get::<Dict<'_>>("Parent")) {
            Some(above) => line.push(above),
            None => break,
        }
    }
    line
}

/// A text string (§7.9.2.2).
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| in_pdf_doc(*byte)).collect(),
    }
}

/// `PDFDocEncoding` (annex D.3), where it is not Latin-1.
fn in_pdf_doc(byte: u8) -> char {
    const FROM_24: [u32; 8] = [0x2d8, 0x2c7, 0x2c6, 0x2d9, 0x2dd, 0x2db, 0x2da, 0x2dc];
    const FROM_128: [u32; 33] = [
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192, 0x2044, 0x2039, 0x203a, 0x2212, 0x2030,
        0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01, 0xfb02, 0x141, 0x152, 0x160, 0x178,
        0x17d, 0x131, 0x142, 0x153, 0x161, 0x17e, 0xfffd, 0x20ac,
    ];
    let code = match byte {
        0x18..0x20 => FROM_24[usize::from(byte - 0x18)],
        0x80..=0xa0 => FROM_128[usize::from(byte - 0x80)],
        other => u32::from(other),
    };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
