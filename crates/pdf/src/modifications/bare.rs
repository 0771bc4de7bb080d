//! What has no look of its own, so that programs write it by what the form says for all of its fields (ISO 32000-2 §12.7.4.3).

use lopdf::{Dictionary, Object, ObjectId};

use super::inherited::inherited;
use super::side::Side;
use super::walk::listed;
use crate::{
    error::Error,
    lexer::{Lexer, is_regular},
    reading::{MAX_HOPS, Reading},
    seen::Entries,
};

/// The widgets and the notes of text without a look that the pages of a revision have, those that belong to no field of the form
/// as well: programs adopt them. Where looks are made anew, all widgets.
pub(super) fn bare(side: &Side<'_>, anew: bool) -> Result<Vec<Entries<'static>>, Error> {
    let reading = &side.reading;
    let mut found = Vec::new();
    for item in side.annotations.iter().flatten() {
        let Some(node) = Entries::of(listed(reading, item)?) else { continue };
        let subtype = reading.get(&node, b"Subtype")?;
        let field = item.as_reference().ok().filter(|id| side.fields.has(*id));
        let widget = field.is_some() || subtype.as_name().is_ok_and(|name| name == b"Widget");
        let note = subtype.as_name().is_ok_and(|name| name == b"FreeText");
        if !widget && !note || (has_look(reading, &node)? && !(anew && widget)) {
            continue;
        }
        let signature = widget
            && match inherited(reading, &node, b"FT")? {
                Object::Name(kind) => kind == b"Sig",
                _ => field.is_some_and(|id| side.fields.kind(id) == b"Sig"),
            };
        if !signature {
            found.push(node.kept());
        }
    }
    Ok(found)
}

/// Whether one of them would be written by that entry of the form, having none of its own.
pub(super) fn waits_for(reading: &Reading<'_>, bare: &[Entries<'_>], key: &[u8]) -> Result<bool, Error> {
    for node in bare {
        let own = inherited(reading, node, key)?;
        let says = match &own {
            // Without a font, programs look further.
            Object::String(text, _) => sets_font(text),
            Object::Integer(_) => true,
            _ => false,
        };
        if !says {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether that says what is taken for said where nothing is: any font in a size that fits, and black.
pub(super) fn says_nothing_new(instructions: &Object) -> bool {
    let Object::String(text, _) = instructions else { return false };
    let mut words = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let fits = match word {
            [b'/', name @ ..] if !name.is_empty() && name.iter().all(|byte| is_regular(*byte)) => {
                words.next() == Some(b"0") && words.next() == Some(b"Tf")
            }
            b"0" => words.next() == Some(b"g"),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

/// Whether these instructions set a font (§9.3.1): its name, its size and the operator in a row, and no mention of them.
fn sets_font(instructions: &[u8]) -> bool {
    /// What was read last.
    #[derive(PartialEq, Eq)]
    enum Read {
        Name,
        Size,
        Other,
    }
    let mut lexer = Lexer::new(instructions, true);
    let mut last = Read::Other;
    loop {
        lexer.skip_space();
        let Ok(first) = lexer.peek("an instruction") else { return false };
        let is_word = is_regular(first);
        if !is_word {
            lexer.advance(1);
        }
        let word = match first {
            b'(' => lexer.skip_literal().map(|()| None),
            b'<' if lexer.starts_with("<").is_ok_and(|twice| twice) => {
                lexer.advance(1);
                Ok(None)
            }
            b'<' => lexer.hex_string().map(|_| None),
            b'/' => lexer.regular().map(|_| None),
            _ if is_word => lexer.regular().map(Some),
            _ => Ok(None),
        };
        let is_number = |word: &[u8]| std::str::from_utf8(word).is_ok_and(|word| word.parse::<f32>().is_ok());
        last = match word {
            Err(_) => return false,
            Ok(Some(b"Tf")) if last == Read::Size => return true,
            Ok(Some(word)) if last == Read::Name && is_number(word) => Read::Size,
            Ok(None) if first == b'/' => Read::Name,
            Ok(_) => Read::Other,
        };
    }
}

/// Whether it has a look that every program draws: a stream, for the state it is in where it has several. A button has none for the
/// state in which it shows nothing.
fn has_look(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    let Some(looks) = reading.dictionary(node, b"AP")? else { return Ok(false) };
    let Ok(look) = looks.get(b"N") else { return Ok(false) };
    if is_stream(reading, look)? {
        return Ok(true);
    }
    let Some(states) = reading.dictionary(&looks, b"N")? else { return Ok(false) };
    let state = reading.get(node, b"AS")?;
    if let Some(look) = state.as_name().ok().and_then(|state| states.get(state).ok())
        && is_stream(reading, look)?
    {
        return Ok(true);
    }
    if !is_button(reading, node)? {
        return Ok(false);
    }
    for (_, look) in &states {
        if is_stream(reading, look)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a widget is one of a button, by itself and the fields above it.
pub(super) fn is_button(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    Ok(inherited(reading, node, b"FT")?.as_name().is_ok_and(|kind| kind == b"Btn"))
}

/// Whether references lead to a stream.
fn is_stream(reading: &Reading<'_>, value: &Object) -> Result<bool, Error> {
    Ok(stream(reading, value)?.is_some())
}

/// The stream that references lead to.
pub(super) fn stream(reading: &Reading<'_>, value: &Object) -> Result<Option<ObjectId>, Error> {
    let mut next = value.as_reference().ok();
    for _ in 0..MAX_HOPS {
        let Some(id) = next else { return Ok(None) };
        if reading.is_stream(id)? {
            return Ok(Some(id));
        }
        next = reading.shallow(id)?.as_reference().ok();
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::sets_font;

    #[test]
    fn a_font_is_set_by_an_instruction_and_by_no_mention_of_it() {
        for text in [&b"/Helv 12 Tf"[..], b"0 g /F#20 0 Tf%", b"[(Tf)]0 d/F 1 Tf", b"<</A(b)>>/F 1 Tf"] {
            assert!(sets_font(text), "{}", String::from_utf8_lossy(text));
        }
        for text in [
            &b""[..],
            b"0 g %/F 1 Tf",
            b"(/F 1 Tf) Tj",
            b"/Tf gs",
            b"/F Tf",
            b"/F 1 Tfx",
            b"/F 1 g Tf",
            b"<5466> 1 Tf",
            b"/F 1 (Tf",
        ] {
            assert!(!sets_font(text), "{}", String::from_utf8_lossy(text));
        }
    }
}
