//! What has no look of its own, so that programs write it by what the form says for all of its fields (ISO 32000-2 §12.7.4.3).

use lopdf::{Dictionary, Object};

use super::form::inherited;
use super::side::Side;
use crate::{error::Error, reading::Reading, seen::Entries};

/// The widgets and the notes of text without a look that the pages of a revision have, those that belong to no field of the form
/// as well: programs adopt them. Where looks are made anew, all widgets.
pub(super) fn bare(side: &Side<'_>, anew: bool) -> Result<Vec<Entries<'static>>, Error> {
    let reading = &side.reading;
    let mut found = Vec::new();
    for item in side.annotations.iter().flatten() {
        let Some(node) = Entries::of(reading.resolve(item)?) else { continue };
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
            Object::String(text, _) => memchr::memmem::find(text, b"Tf").is_some(),
            Object::Integer(_) => true,
            _ => false,
        };
        if !says {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has_look(reading: &Reading<'_>, node: &Dictionary) -> Result<bool, Error> {
    let Some(looks) = reading.dictionary(node, b"AP")? else { return Ok(false) };
    Ok(!reading.get(&looks, b"N")?.is_null())
}
