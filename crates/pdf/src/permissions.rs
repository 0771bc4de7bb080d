//! What a certification signature permits (ISO 32000-1 §12.8.2.2).

use lopdf::{Dictionary, Object};

use crate::{error::Error, form::Fields, reading::Reading};

/// References of one signature that are looked at; the format knows three methods.
const MAX_REFERENCES: usize = 16;

/// The strictest `/P` of `/Perms /DocMDP` in the catalog and of the signatures in `fields`.
pub(crate) fn doc_mdp(reading: &Reading<'_>, fields: &Fields) -> Result<Option<u8>, Error> {
    let mut strictest = None;
    if let Some(perms) = reading.dictionary(&reading.catalog()?, b"Perms")?
        && let Some(certification) = reading.dictionary(&perms, b"DocMDP")?
    {
        strictest = Some(permission(reading, &certification)?.unwrap_or(2));
    }
    for (value, _) in
        fields.list.iter().filter(|field| field.kind == b"Sig").filter_map(|field| field.value.as_ref())
    {
        if let Ok(Object::Dictionary(signature)) = reading.resolve(value)
            && let Some(found) = permission(reading, &signature)?
        {
            strictest = Some(strictest.map_or(found, |before: u8| before.min(found)));
        }
    }
    Ok(strictest)
}

/// `/P` of the signature's DocMDP reference, 2 when it does not tell (table 254).
fn permission(reading: &Reading<'_>, signature: &Dictionary) -> Result<Option<u8>, Error> {
    for reference in reading.array(signature, b"Reference")?.iter().take(MAX_REFERENCES) {
        let Object::Dictionary(reference) = reading.resolve(reference)? else { continue };
        if !matches!(reading.get(&reference, b"TransformMethod")?, Object::Name(name) if name == b"DocMDP") {
            continue;
        }
        let parameters = reading.dictionary(&reference, b"TransformParams")?.unwrap_or_default();
        let permission = reading.get(&parameters, b"P")?.as_i64().unwrap_or(2);
        return Ok(Some(u8::try_from(permission).ok().filter(|p| (1..=3).contains(p)).unwrap_or(2)));
    }
    Ok(None)
}
