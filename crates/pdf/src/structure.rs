//! A signature field in the structure of a tagged document (ISO 32000-1 §14.7, PDF/UA-1 §7.18.4).
//!
//! Only for the first signature: readers that compare revisions take any later change of the structure tree for a change
//! of the document.

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    error::Error,
    reading::Reading,
    text,
    update::{Holder, Update, reference, serialized},
};

/// Nodes of the parent tree inside each other; 32 levels of two kids are more keys than objects.
const MAX_DEPTH: usize = 32;

/// Where a new element goes.
struct Place {
    tree: ObjectId,
    /// The structure element above it, or the tree itself.
    parent: ObjectId,
    parent_dictionary: Dictionary,
    /// The nodes of the parent tree that lead to its last leaf, with their lowest keys; none when its root is the leaf.
    nodes: Vec<(ObjectId, Option<i64>)>,
    /// The key in the parent tree.
    key: i64,
}

/// A Form element for the field in the document's structure, and the key that the field has to carry as `/StructParent`.
/// Nothing where the document is not tagged, or in an odd way. The element says the language of the field's alternate
/// name where the document's is none or another (PDF/UA-1 §7.2).
pub(crate) fn tag(
    update: &mut Update<'_>,
    field: ObjectId,
    page: ObjectId,
    language: Option<&str>,
) -> Result<Option<i64>, Error> {
    let place = match find(update.reading()) {
        Ok(Some(place)) => place,
        // A structure that cannot be followed is no reason not to sign.
        Ok(None) | Err(Error::Damaged { .. } | Error::Malformed { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let catalog = update.reading().catalog()?;
    let told = update.reading().get(&catalog, b"Lang")?;
    let told = told.as_str().map(text::decode).unwrap_or_default();
    let language = language.filter(|language| primary(language) != primary(&told)).unwrap_or_default();
    let (page, field) = (reference(page), reference(field));
    let mut element = format!(
        "<</Type/StructElem/S/Form/P {}/Pg {page}/K<</Type/OBJR/Pg {page}/Obj {field}>>",
        reference(place.parent)
    )
    .into_bytes();
    if !language.is_empty() {
        element.extend_from_slice(b"/Lang");
        element.extend(serialized(&text::encode(language)));
    }
    element.extend_from_slice(b">>");
    let element = update.add(element)?;
    add_kid(update, &place, element)?;
    let leaf = match place.nodes.last() {
        Some((leaf, _)) => Holder::Object(*leaf),
        None => match update.holder(place.tree, "ParentTree")? {
            Some(root) => root,
            None => {
                let root = update.add(b"<</Nums[]>>".to_vec())?;
                update.set(Holder::Object(place.tree), "ParentTree", reference(root).as_bytes())?;
                Holder::Object(root)
            }
        },
    };
    update.push_text(leaf, "Nums", &format!("{} {}", place.key, reference(element)))?;
    for (node, lowest) in &place.nodes {
        let limits = format!("[{} {}]", lowest.unwrap_or(place.key), place.key);
        update.set(Holder::Object(*node), "Limits", limits.as_bytes())?;
    }
    let next = place.key.saturating_add(1).to_string();
    update.set(Holder::Object(place.tree), "ParentTreeNextKey", next.as_bytes())?;
    Ok(Some(place.key))
}

/// The language itself, without script and region (RFC 5646 §2.2.1).
fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The tab order follows the structure (PDF/UA-1 §7.18.3).
pub(crate) fn order_tabs(update: &mut Update<'_>, page: ObjectId) -> Result<(), Error> {
    let page = Holder::Object(page);
    match update.dictionary(page)?.value(b"Tabs") {
        Some(b"/S") => Ok(()),
        _ => update.set(page, "Tabs", b"/S"),
    }
}

fn find(reading: &Reading<'_>) -> Result<Option<Place>, Error> {
    let catalog = reading.catalog()?;
    let mark = reading.dictionary(&catalog, b"MarkInfo")?.unwrap_or_default();
    let is_marked = matches!(*reading.get(&mark, b"Marked")?, Object::Boolean(true));
    let tree = catalog.get(b"StructTreeRoot").and_then(Object::as_reference).ok().filter(|_| is_marked);
    let Some(tree) = tree else { return Ok(None) };
    let Some(root) = reading.dictionary(&catalog, b"StructTreeRoot")? else { return Ok(None) };
    let Some((nodes, last)) = last_leaf(reading, &root)? else { return Ok(None) };
    let told = reading.get(&root, b"ParentTreeNextKey")?.as_i64().unwrap_or(0);
    let Some(key) = last.checked_add(1).map(|next| next.max(told)).filter(|key| *key >= 0) else {
        return Ok(None);
    };
    let (parent, parent_dictionary) = match only_element(reading, &root)? {
        Some(document) => document,
        None => (tree, root.into_owned()),
    };
    Ok(Some(Place { tree, parent, parent_dictionary, nodes, key }))
}

/// The one element under the root where that is a Document, which has all the others (PDF/UA-1 §7.1, ISO 32000-2 §14.8.4.3).
fn only_element(reading: &Reading<'_>, root: &Dictionary) -> Result<Option<(ObjectId, Dictionary)>, Error> {
    let kid = match root.get(b"K") {
        Ok(Object::Array(kids)) if kids.len() == 1 => kids.first(),
        Ok(kid) => Some(kid),
        Err(_) => None,
    };
    let Some(id) = kid.and_then(|kid| kid.as_reference().ok()) else { return Ok(None) };
    Ok(match reading.resolve(&Object::Reference(id))?.into_owned() {
        Object::Dictionary(element)
            if element.get(b"S").and_then(Object::as_name).ok() == Some(b"Document") =>
        {
            Some((id, element))
        }
        Object::Array(kids) if kids.len() == 1 => {
            let inner = kids.first().and_then(|kid| kid.as_reference().ok());
            match inner.map(|id| Ok::<_, Error>((id, reading.shallow(id)?.into_owned()))).transpose()? {
                Some((id, Object::Dictionary(element)))
                    if element.get(b"S").and_then(Object::as_name).ok() == Some(b"Document") =>
                {
                    Some((id, element))
                }
                _ => None,
            }
        }
        _ => None,
    })
}

/// The nodes that lead to the last leaf of the parent tree, and the highest key, -1 when there is none (§7.9.7).
type Leaf = (Vec<(ObjectId, Option<i64>)>, i64);

fn last_leaf(reading: &Reading<'_>, root: &Dictionary) -> Result<Option<Leaf>, Error> {
    let mut node = reading.dictionary(root, b"ParentTree")?.unwrap_or_default().into_owned();
    let mut nodes = Vec::new();
    for _ in 0..MAX_DEPTH {
        let kids = reading.array(&node, b"Kids")?;
        let Some(last) = kids.last() else {
            let numbers = reading.array(&node, b"Nums")?;
            return Ok(match &*numbers {
                [] => Some((nodes, -1)),
                [.., key, _] if numbers.len().is_multiple_of(2) => key.as_i64().ok().map(|key| (nodes, key)),
                _ => None,
            });
        };
        let Ok(id) = last.as_reference() else { return Ok(None) };
        let Object::Dictionary(kid) = reading.resolve(last)?.into_owned() else { return Ok(None) };
        let lowest = reading.array(&kid, b"Limits")?.first().and_then(|low| low.as_i64().ok());
        nodes.push((id, lowest));
        drop(kids);
        node = kid;
    }
    Ok(None)
}

/// `/K` of the parent may be missing, a single kid, or an array of them.
fn add_kid(update: &mut Update<'_>, place: &Place, element: ObjectId) -> Result<(), Error> {
    let holder = Holder::Object(place.parent);
    if matches!(*update.reading().get(&place.parent_dictionary, b"K")?, Object::Array(_) | Object::Null) {
        return update.push(holder, "K", element);
    }
    let only = update.dictionary(holder)?.value(b"K").unwrap_or_default().to_vec();
    let both = [b"[", only.as_slice(), b" ", reference(element).as_bytes(), b"]"].concat();
    update.set(holder, "K", &both)
}
