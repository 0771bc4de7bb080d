//! Whether the fields of a form bring their looks along (ISO 32000-1 §12.5.5), or leave them to the reader (§12.7.2).

use lopdf::{Dictionary, Object};

use crate::{error::Error, form::Fields, reading::Reading};

/// Widgets that are looked at; a form with more is left to the reader.
const MAX_WIDGETS: usize = 100_000;

/// The flags Hidden and NoView (table 165).
const UNSEEN: i64 = 1 << 1 | 1 << 5;

/// Whether every widget that is seen has a look for the state it is in, those of signature fields aside, which no reader
/// makes.
pub(crate) fn are_complete(reading: &Reading<'_>, fields: &Fields) -> Result<bool, Error> {
    let mut left = MAX_WIDGETS;
    for field in fields.list.iter().filter(|field| field.kind != b"Sig") {
        let kids = reading.array(&field.dictionary, b"Kids")?;
        for kid in &kids {
            let Some(rest) = left.checked_sub(1) else { return Ok(false) };
            left = rest;
            if let Object::Dictionary(widget) = reading.resolve(kid)?.into_owned()
                && !is_drawn(reading, &widget)?
            {
                return Ok(false);
            }
        }
        if kids.is_empty() && !is_drawn(reading, &field.widget_dictionary)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_drawn(reading: &Reading<'_>, widget: &Dictionary) -> Result<bool, Error> {
    let flags = reading.get(widget, b"F")?.as_i64().unwrap_or(0);
    let is_widget = matches!(&*reading.get(widget, b"Subtype")?, Object::Name(name) if name == b"Widget");
    if !is_widget || flags & UNSEEN != 0 {
        return Ok(true);
    }
    let Some(looks) = reading.dictionary(widget, b"AP")? else { return Ok(false) };
    Ok(match reading.get(&looks, b"N")?.into_owned() {
        // A stream shows as its dictionary, which has a length.
        Object::Dictionary(look) if look.has(b"Length") => true,
        // Of a state without a look nothing is drawn; a reader that makes looks may draw a frame.
        Object::Dictionary(states) => {
            reading.get(widget, b"AS")?.as_name().is_ok_and(|state| states.has(state))
        }
        _ => false,
    })
}
