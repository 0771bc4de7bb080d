//! The fields of the interactive form (ISO 32000-1 §12.7).

use std::rc::Rc;

use foldhash::{HashMap, HashSet, HashSetExt};
use lopdf::{Dictionary, Object, ObjectId};

use crate::{error::Error, pages::Places, reading::Reading, seen::Entries, text};

/// Fields and widgets that are visited.
const MAX_FIELDS: usize = 100_000;

/// Fields inside each other.
const MAX_DEPTH: u32 = 64;

/// Bytes of names, kinds and values that fields take over from those above them: a hundred thousand with long names have as much.
const MAX_INHERITED: usize = 16 << 20;

/// A field with its first widget.
#[derive(Clone)]
pub(crate) struct Field {
    /// Nothing for a direct object.
    pub(crate) id: Option<ObjectId>,
    /// Partial names joined with periods.
    pub(crate) name: String,
    /// `/FT`, its own or inherited.
    pub(crate) kind: Vec<u8>,
    /// `/V` as written, its own or inherited, and the field that has it.
    pub(crate) value: Option<(Object, Option<ObjectId>)>,
    /// `/Ff`, its own or inherited.
    pub(crate) flags: i64,
    /// The field itself, which is also the widget where the two are merged.
    pub(crate) dictionary: Entries<'static>,
    /// The first widget: the field itself or one of its kids.
    pub(crate) widget: Option<ObjectId>,
    pub(crate) widget_dictionary: Entries<'static>,
}

/// What a field takes over from those above it (table 220).
#[derive(Debug, Clone, Default)]
struct Inherited {
    name: Option<String>,
    kind: Vec<u8>,
    value: Option<(Object, Option<ObjectId>)>,
    flags: i64,
}

/// The fields of a form: those that hold no further ones, and those whose value none that they hold has taken over.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) list: Vec<Field>,
    /// The full names of all fields, terminal or not.
    pub(crate) names: HashSet<String>,
    /// With what each has from those above it; a widget with what its field has.
    visited: HashMap<ObjectId, Rc<Inherited>>,
}

impl Fields {
    /// Fields and their widgets, terminal or not.
    pub(crate) fn ids(&self) -> impl Iterator<Item = ObjectId> + '_ {
        self.visited.keys().copied()
    }

    /// The full name of that field, or of the one that the widget belongs to, as the way from the form to it says.
    pub(crate) fn name(&self, id: ObjectId) -> Option<&str> {
        self.visited.get(&id)?.name.as_deref()
    }

    /// `/FT` of that field, or of the one that the widget belongs to, its own or taken over on the way from the form to it; empty where
    /// there is none.
    pub(crate) fn kind(&self, id: ObjectId) -> &[u8] {
        self.visited.get(&id).map_or(&[], |inherited| &inherited.kind)
    }

    /// Whether that object is one of them.
    pub(crate) fn has(&self, id: ObjectId) -> bool {
        self.visited.contains_key(&id)
    }
}

/// The fields that `/AcroForm` reaches.
pub(crate) fn fields(reading: &Reading<'_>) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    let catalog = reading.catalog()?;
    let Some(form) = reading.dictionary(&catalog, b"AcroForm")? else { return Ok(fields) };
    let mut stack: Vec<(Object, Rc<Inherited>, u32)> = Vec::new();
    push(&mut stack, reading.array(&form, b"Fields")?.to_vec(), &Rc::default(), 0)?;
    let (mut seen, mut above) = (0, Vec::new());
    let mut left = MAX_INHERITED;
    while let Some((object, inherited, depth)) = stack.pop() {
        seen += 1;
        if seen > MAX_FIELDS {
            return Err(Error::TooLarge { what: "the number of fields", limit: MAX_FIELDS as u64 });
        }
        let id = object.as_reference().ok();
        if id.is_some_and(|id| fields.has(id)) {
            continue;
        }
        // What leads to no dictionary is no field, and may become one.
        let Some(node) = Entries::of(reading.resolve(&object)?).map(Entries::kept) else { continue };
        let own = Rc::new(inherit(&node, id, &inherited, reading, &mut left)?);
        fields.visited.extend(id.map(|id| (id, Rc::clone(&own))));
        fields.names.extend(own.name.clone());
        let (kids, widgets) = kids(reading, &node)?;
        for (widget, _) in &widgets {
            fields.visited.entry(*widget).or_insert_with(|| Rc::clone(&own));
        }
        if depth >= MAX_DEPTH && !kids.is_empty() {
            return Err(Error::TooLarge { what: "the nesting of fields", limit: u64::from(MAX_DEPTH) });
        }
        let is_terminal = kids.is_empty() || !widgets.is_empty();
        push(&mut stack, kids, &own, depth + 1)?;
        if is_terminal {
            fields.list.push(terminal(id, node, &own, widgets));
        } else if node.get(b"V").is_ok_and(|value| !value.is_null()) {
            above.push(terminal(id, node, &own, vec![]));
        }
    }
    // Their kids have their values, unless those lead in circles, or to somewhere else, or have values of their own.
    let owners: HashSet<ObjectId> = fields.list.iter().filter_map(|field| field.value.as_ref()?.1).collect();
    let is_taken_over = |field: &Field| field.id.is_some_and(|id| owners.contains(&id));
    fields.list.extend(above.into_iter().filter(|field| !is_taken_over(field)));
    Ok(fields)
}

/// The empty signature field of that name.
pub(crate) fn waiting<'a>(fields: &'a Fields, name: &str) -> Result<&'a Field, Error> {
    let name = || name.to_owned();
    // A field without a name cannot be named, and other readers do not see it.
    let field = fields.list.iter().find(|field| field.name == name() && !field.name.is_empty());
    let field = field.ok_or_else(|| Error::FieldMissing { name: name() })?;
    match field {
        field if field.kind != b"Sig" => {
            let found = String::from_utf8_lossy(&field.kind).into_owned();
            Err(Error::FieldOther { name: name(), found })
        }
        field if field.value.is_some() => Err(Error::FieldSigned { name: name() }),
        field if field.id.is_none() => Err(Error::FieldDirect { name: name() }),
        field => Ok(field),
    }
}

/// The fields that only a page's annotations reach.
pub(crate) fn stray_fields(
    reading: &Reading<'_>,
    known: &Fields,
    places: &Places,
) -> Result<Vec<Field>, Error> {
    let mut found = Vec::new();
    let mut owners = HashSet::new();
    let mut left = MAX_INHERITED;
    for &id in places.in_order.iter().filter(|id| !known.has(**id)) {
        let Some(widget) = readable_dictionary(reading, &Object::Reference(id))? else { continue };
        if !widget.has(b"FT") && !widget.has(b"Parent") && !widget.has(b"V") {
            continue;
        }
        let line = ancestors(reading, id, &widget)?;
        let mut own = Inherited::default();
        for (id, node) in line.iter().rev() {
            own = inherit(node, Some(*id), &own, reading, &mut left)?;
        }
        let owner = own.value.as_ref().and_then(|(_, owner)| *owner).unwrap_or(id);
        let is_known = owner != id && known.has(owner);
        if !is_known && owners.insert(owner) {
            found.push(terminal(Some(id), widget, &own, vec![]));
        }
    }
    Ok(found)
}

/// The widget and the fields above it, nearest first.
fn ancestors(
    reading: &Reading<'_>,
    id: ObjectId,
    widget: &Entries<'static>,
) -> Result<Vec<(ObjectId, Entries<'static>)>, Error> {
    let mut line = vec![(id, widget.clone())];
    for _ in 0..MAX_DEPTH {
        let above = line.last().and_then(|(_, node)| node.get(b"Parent").and_then(|p| p.as_reference()).ok());
        let Some(above) = above.filter(|above| line.iter().all(|(id, _)| id != above)) else { break };
        let Some(node) = readable_dictionary(reading, &Object::Reference(above))? else { break };
        line.push((above, node));
    }
    Ok(line)
}

/// An annotation that cannot be read is no reason not to read the others.
fn readable_dictionary(reading: &Reading<'_>, object: &Object) -> Result<Option<Entries<'static>>, Error> {
    match reading.resolve(object) {
        Ok(found) => Ok(Entries::of(found).map(Entries::kept)),
        Err(Error::Damaged { .. } | Error::Malformed { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn push(
    stack: &mut Vec<(Object, Rc<Inherited>, u32)>,
    kids: Vec<Object>,
    above: &Rc<Inherited>,
    depth: u32,
) -> Result<(), Error> {
    if stack.len().saturating_add(kids.len()) > MAX_FIELDS {
        return Err(Error::TooLarge { what: "the number of fields", limit: MAX_FIELDS as u64 });
    }
    stack.extend(kids.into_iter().rev().map(|kid| (kid, Rc::clone(above), depth)));
    Ok(())
}

/// What a field has, by itself or from above; what it copies from there is taken off what is left.
fn inherit(
    node: &Dictionary,
    id: Option<ObjectId>,
    above: &Inherited,
    reading: &Reading<'_>,
    left: &mut usize,
) -> Result<Inherited, Error> {
    let mut pay = |bytes: usize| {
        let limit = MAX_INHERITED as u64;
        *left = left.checked_sub(bytes).ok_or(Error::TooLarge { what: "what fields inherit", limit })?;
        Ok::<(), Error>(())
    };
    pay(above.name.as_ref().map_or(0, String::len))?;
    let name = match (&above.name, partial_name(reading, node)?) {
        (Some(above), Some(own)) => Some(format!("{above}.{own}")),
        (above, own) => own.or_else(|| above.clone()),
    };
    let kind = if let Object::Name(kind) = &*reading.get(node, b"FT")? {
        kind.clone()
    } else {
        pay(above.kind.len())?;
        above.kind.clone()
    };
    let value = if let Some(value) = node.get(b"V").ok().filter(|value| !value.is_null()) {
        Some((value.clone(), id))
    } else {
        pay(above.value.as_ref().map_or(0, |(value, _)| weight(value)))?;
        above.value.clone()
    };
    let flags = reading.get(node, b"Ff")?.as_i64().unwrap_or(above.flags);
    Ok(Inherited { name, kind, value, flags })
}

/// About how many bytes a copy takes.
fn weight(object: &Object) -> usize {
    let inner = match object {
        Object::Array(items) => items.iter().map(weight).fold(0, usize::saturating_add),
        Object::Dictionary(dictionary) => entries(dictionary),
        Object::Name(bytes) | Object::String(bytes, _) => bytes.len(),
        Object::Stream(stream) => stream.content.len().saturating_add(entries(&stream.dict)),
        _ => 0,
    };
    inner.saturating_add(size_of::<Object>())
}

fn entries(dictionary: &Dictionary) -> usize {
    dictionary
        .iter()
        .map(|(key, value)| key.len().saturating_add(weight(value)))
        .fold(0, usize::saturating_add)
}

fn partial_name(reading: &Reading<'_>, node: &Dictionary) -> Result<Option<String>, Error> {
    Ok(reading.get(node, b"T")?.as_str().ok().map(text::decode))
}

type Kids = (Vec<Object>, Vec<(ObjectId, Entries<'static>)>);

/// Kids with a partial name are fields, those without are widgets of this one (§12.7.3.1).
fn kids(reading: &Reading<'_>, node: &Dictionary) -> Result<Kids, Error> {
    let (mut fields, mut widgets) = (vec![], vec![]);
    for kid in reading.array(node, b"Kids")?.iter().take(MAX_FIELDS) {
        match Entries::of(reading.resolve(kid)?) {
            Some(dictionary)
                if !dictionary.has(b"T") && !dictionary.has(b"Kids") && !dictionary.has(b"V") =>
            {
                widgets.extend(kid.as_reference().ok().map(|id| (id, dictionary.kept())));
            }
            Some(_) => fields.push(kid.clone()),
            None => {}
        }
    }
    Ok((fields, widgets))
}

fn terminal(
    id: Option<ObjectId>,
    node: Entries<'static>,
    own: &Inherited,
    widgets: Vec<(ObjectId, Entries<'static>)>,
) -> Field {
    let (widget, widget_dictionary) = match widgets.into_iter().next() {
        Some((widget, dictionary)) => (Some(widget), dictionary),
        None => (id, node.clone()),
    };
    Field {
        id,
        name: own.name.clone().unwrap_or_default(),
        kind: own.kind.clone(),
        value: own.value.clone(),
        flags: own.flags,
        dictionary: node,
        widget,
        widget_dictionary,
    }
}
