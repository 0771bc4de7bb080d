//! References in trailers that lead to no object: they say null (§7.3.10), whichever number they name.

use lopdf::{Dictionary, Object};

use crate::{error::Error, objection::is_private, plain, reading::Reading};

/// The trailer of a revision, with null for what leads nowhere under keys that the standard does not know there: some programs
/// write such a key on without its object, each time with the next number. With `end`, nothing that looks like that object may
/// stand anywhere before it either: there are readers of such keys that search.
pub(crate) fn trailer(reading: &Reading<'_>, end: Option<u64>) -> Result<Dictionary, Error> {
    let mut told = reading.trailer()?.clone();
    for (_, value) in told.iter_mut().filter(|(key, _)| is_private(key)) {
        empty(reading, value, end)?;
    }
    Ok(told)
}

/// No deeper than an object is read.
fn empty(reading: &Reading<'_>, value: &mut Object, end: Option<u64>) -> Result<(), Error> {
    match value {
        Object::Reference(id) => {
            let is_void = reading.entry(id.0)?.generation().is_none();
            if is_void && !end.map_or(Ok(false), |end| plain::stands_before(reading, id.0, end))? {
                *value = Object::Null;
            }
            Ok(())
        }
        Object::Array(items) => items.iter_mut().try_for_each(|item| empty(reading, item, end)),
        Object::Dictionary(entries) => entries.iter_mut().try_for_each(|(_, one)| empty(reading, one, end)),
        _ => Ok(()),
    }
}
