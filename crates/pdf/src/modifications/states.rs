//! The looks that a button has for its states (ISO 32000-2 §12.5.5, §12.7.5.2).

use std::borrow::Cow;

use lopdf::{Dictionary, Object, ObjectId};

use super::bare::stream;
use super::compare::Comparison;
use super::inherited::named;
use super::walk::{Of, Origin};
use super::{ModificationKind, ModificationLevel};
use crate::{
    error::Error,
    objection::same_but,
    reading::{MAX_HOPS, Reading},
    seen::Entries,
};

/// The looks of a button, each with the name of its state.
type States = Vec<(Vec<u8>, Object)>;

/// A look for whatever state, which has no name.
const ANY: &[u8] = b"";

/// The looks of an annotation: as it is, while the pointer is over it, and while it is pressed (table 170).
const LOOKS: [&[u8]; 3] = [b"N", b"R", b"D"];

/// Tells of an annotation that was on that page before whether the names of its states come in another order: some programs
/// take the first for its value.
pub(super) fn in_order(comparison: &mut Comparison<'_, '_>, item: &Object, page: u32) -> Result<(), Error> {
    let (old, new) = (comparison.old, comparison.new);
    let (Some(was), Some(is)) =
        (Entries::of(old.reading.resolve(item)?), Entries::of(new.reading.resolve(item)?))
    else {
        return Ok(());
    };
    if was.is(&is) && !is_written_again(comparison, &is)? {
        return Ok(());
    }
    let (Some(before), Some(now)) =
        (old.reading.dictionary(&was, b"AP")?, new.reading.dictionary(&is, b"AP")?)
    else {
        return Ok(());
    };
    for key in LOOKS {
        let (Some(before), Some(now)) =
            (states(&old.reading, &before, key)?, states(&new.reading, &now, key)?)
        else {
            continue;
        };
        if are_in_order(&before, &now) {
            continue;
        }
        let name = item.as_reference().ok().map(|id| named(new, id, &is)).transpose()?.flatten();
        let rect = new.reading.rectangle(&is)?;
        let kind = ModificationKind::Field;
        let origin = Origin { kind, name, page: Some(page), rect, new_field: false };
        comparison.walker.tell(ModificationLevel::Other, &origin);
    }
    Ok(())
}

/// Whether the looks of an annotation, which is the same object as before, were written again.
fn is_written_again(comparison: &Comparison<'_, '_>, node: &Dictionary) -> Result<bool, Error> {
    let again =
        |value: &Object| value.as_reference().is_ok_and(|(number, _)| comparison.again.contains(&number));
    let Ok(looks) = node.get(b"AP") else { return Ok(false) };
    if again(looks) {
        return Ok(true);
    }
    let reading = &comparison.new.reading;
    let looks = reading.dictionary(node, b"AP")?.unwrap_or_default();
    let mut found = LOOKS.into_iter().filter_map(|key| looks.get(key).ok());
    Ok(found.any(|look| again(look) || leads_to_reference(reading, look)))
}

/// Whether a reference leads to another one, which takes a closer look.
fn leads_to_reference(reading: &Reading<'_>, look: &Object) -> bool {
    let target = look.as_reference().ok().and_then(|id| reading.shallow(id).ok());
    target.is_some_and(|target| target.as_reference().is_ok())
}

/// The states under a key, in their order; nothing where there is a look for all of them, or none.
fn states(reading: &Reading<'_>, looks: &Dictionary, key: &[u8]) -> Result<Option<States>, Error> {
    let Ok(mut value) = looks.get(key).cloned() else { return Ok(None) };
    for _ in 0..MAX_HOPS {
        let Ok(id) = value.as_reference() else { break };
        if reading.is_stream(id)? {
            return Ok(None);
        }
        value = reading.shallow(id)?.into_owned();
    }
    let Object::Dictionary(states) = value else { return Ok(None) };
    Ok(Some(states.into_iter().collect()))
}

/// Whether the states that were there, but for the one of a button that is off, come first and in the same order.
fn are_in_order(before: &[(Vec<u8>, Object)], now: &[(Vec<u8>, Object)]) -> bool {
    let names = |states: &[(Vec<u8>, Object)]| -> Vec<Vec<u8>> {
        states.iter().map(|(name, _)| name.clone()).filter(|name| name != b"Off").collect()
    };
    let (before, now) = (names(before), names(now));
    let stayed = before.iter().filter(|name| now.contains(name));
    let stays = now.iter().filter(|name| before.contains(name));
    stayed.eq(stays) && (before.is_empty() || before.first() == now.first())
}

/// Tells of a button that was filled in whether one of its states has another look than the one that was signed, or one for being off
/// where it had none: what is shown for it then is not what was.
pub(super) fn keep_looks(
    comparison: &mut Comparison<'_, '_>,
    (old, new): (&Dictionary, &Dictionary),
    altered: &Origin,
) -> Result<(), Error> {
    let (was, is) = (&comparison.old.reading, &comparison.new.reading);
    let before = was.dictionary(old, b"AP")?.unwrap_or_default();
    let now = is.dictionary(new, b"AP")?.unwrap_or_default();
    if all(was, &before, LOOKS[0])?.is_empty() {
        return Ok(());
    }
    for key in LOOKS {
        let (before, now) = (all(was, &before, key)?, all(is, &now, key)?);
        keep_states(comparison, key, (&before, &now), altered)?;
    }
    Ok(())
}

/// The same of the looks under a key.
fn keep_states(
    comparison: &mut Comparison<'_, '_>,
    key: &[u8],
    (before, now): (&States, &States),
    altered: &Origin,
) -> Result<(), Error> {
    let level = ModificationLevel::Other;
    let (was, is) = (&comparison.old.reading, &comparison.new.reading);
    // What had a look, be it a blank one, keeps it. What is off had none: it would look like what is on. Nor has a button that is
    // pressed, none shows the same in whatever state, and none has a state more than those that it could be in.
    let could_be_on = before.iter().any(|(name, _)| name != b"Off");
    let shows_no_more = |name: &[u8]| {
        let is_new = || before.iter().all(|(found, _)| found != name);
        name == b"Off" || name == ANY || key != LOOKS[0] || could_be_on && is_new()
    };
    for (name, look) in now {
        let former = before.iter().find(|(found, _)| found == name);
        let former = former.map_or(Ok(None), |(_, look)| stream(was, look))?;
        let waited = match former {
            Some(former) => is_blank(was, former)?,
            None => shows_no_more(name),
        };
        if waited && paints(is, look)? {
            comparison.walker.tell(level, altered);
        }
    }
    for (name, look) in before {
        let Some(old) = stream(was, look)? else { continue };
        if is_blank(was, old)? {
            continue;
        }
        let look = now.iter().find(|(found, _)| found == name).map(|(_, look)| look);
        let drawn = look.map_or(Ok(None), |look| stream(is, look))?;
        let same = match drawn {
            Some(new) if new == old => true,
            Some(new) => is_same_look((was, old), (is, new))?,
            None => false,
        };
        match look.filter(|_| same) {
            None => comparison.walker.tell(level, altered),
            Some(look) if drawn == Some(old) => {
                comparison
                    .walker
                    .walk_telling((look, b"AP"), Of::Known, level, || Ok(Cow::Borrowed(altered)))?;
            }
            // The look itself is new and says the same; what it is drawn with has to be what it was.
            Some(look) => {
                let dictionary = Entries::of(is.resolve(look)?).unwrap_or_default();
                for (key, value) in &dictionary {
                    let origin = || Ok(Cow::Borrowed(altered));
                    comparison.walker.walk_telling((value, key), Of::Known, level, origin)?;
                }
            }
        }
    }
    Ok(())
}

/// The looks under a key: of each state, or one for [any](ANY).
fn all(reading: &Reading<'_>, looks: &Dictionary, key: &[u8]) -> Result<States, Error> {
    let one = || looks.get(key).ok().map(|look| (ANY.to_vec(), look.clone()));
    Ok(states(reading, looks, key)?.unwrap_or_else(|| one().into_iter().collect()))
}

/// Whether a look is a stream with anything in it.
fn paints(reading: &Reading<'_>, look: &Object) -> Result<bool, Error> {
    stream(reading, look)?.map_or(Ok(false), |id| Ok(!is_blank(reading, id)?))
}

fn is_blank(reading: &Reading<'_>, id: ObjectId) -> Result<bool, Error> {
    Ok(reading.stream_data(id)?.iter().all(u8::is_ascii_whitespace))
}

/// Whether two looks are drawn by the same instructions, in the same box and with the same resources.
fn is_same_look(
    (was, old): (&Reading<'_>, ObjectId),
    (is, new): (&Reading<'_>, ObjectId),
) -> Result<bool, Error> {
    let of_data = |key: &[u8]| matches!(key, b"Length" | b"Filter" | b"DecodeParms");
    let (before, now) = (was.shallow(old)?, is.shallow(new)?);
    let (Object::Dictionary(before), Object::Dictionary(now)) = (&*before, &*now) else { return Ok(false) };
    Ok(same_but(before, now, of_data) && was.stream_data(old)? == is.stream_data(new)?)
}
