//! What a document time-stamp adds to a file when it is put in a new invisible field, and nothing beside it: the field,
//! its value and empty appearance, a place among the fields of the form and among the annotations of one page
//! (EN 319 142-1 §5.4.3, ISO 32000-1 §12.7.4.5).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    objection::{self, Objection, same, same_but},
    reading::Reading,
    seen::Entries,
    text,
    xref::Entry,
};

/// The form as one revision has it.
pub(crate) struct Form {
    /// `/AcroForm` as it stands in the catalog.
    written: Object,
    dictionary: Entries<'static>,
    fields: List,
}

/// An array that may be an object of its own.
struct List {
    written: Object,
    items: Vec<Object>,
}

/// The objects that a time-stamp may bring along or replace.
#[derive(Default)]
pub(crate) struct Stamp {
    /// Objects that were not there before.
    pub(crate) added: BTreeSet<u32>,
    /// Objects that were, and say the same but for the new field.
    pub(crate) changed: BTreeSet<u32>,
    page: Option<Page>,
    /// The field as it is now, if it was there before and waited for a signature.
    filled: Option<(ObjectId, Dictionary)>,
}

struct Page {
    written: Object,
    dictionary: Dictionary,
    annotations: List,
    field: Object,
    /// The field's partial name.
    name: Option<String>,
}

impl Form {
    pub(crate) fn read(reading: &Reading<'_>, catalog: &Dictionary) -> Result<Self, Objection> {
        let written = catalog.get(b"AcroForm").cloned().unwrap_or(Object::Null);
        let found = reading.resolve(&written)?;
        let dictionary = if found.is_null() { Some(Entries::default()) } else { Entries::of(found) };
        let Some(dictionary) = dictionary.map(Entries::kept) else {
            return Err(Objection::FormChanged);
        };
        Ok(Self { written, fields: List::read(reading, &dictionary, b"Fields")?, dictionary })
    }
}

impl List {
    fn read(reading: &Reading<'_>, holder: &Dictionary, key: &[u8]) -> Result<Self, Objection> {
        let written = holder.get(key).cloned().unwrap_or(Object::Null);
        let items = match &*reading.resolve(&written)? {
            Object::Array(items) => items.clone(),
            Object::Null => Vec::new(),
            _ => {
                return Err(if key == b"Annots" {
                    Objection::AnnotationsChanged
                } else {
                    Objection::FieldsChanged
                });
            }
        };
        Ok(Self { written, items })
    }

    /// The one reference that `new` has behind everything this has.
    fn grown_by(&self, new: &Self) -> Option<Object> {
        let (last, rest) = new.items.split_last()?;
        last.as_reference().ok().filter(|_| self.has(rest)).map(Object::Reference)
    }

    /// Whether the other says the same in the same place.
    fn is(&self, other: &Self) -> bool {
        same(&self.written, &other.written) && self.has(&other.items)
    }

    fn has(&self, items: &[Object]) -> bool {
        items.len() == self.items.len() && items.iter().zip(&self.items).all(|(a, b)| same(a, b))
    }
}

impl Stamp {
    /// Compares the forms of two revisions; `new` reads the later one. Its page is still to be compared.
    pub(crate) fn between(old: &Form, later: &Form, new: &Reading<'_>, end: u64) -> Result<Self, Objection> {
        let mut stamp = Self::default();
        let unchanged = same(&old.written, &later.written)
            && same_but(&old.dictionary, &later.dictionary, |_| false)
            && old.fields.has(&later.fields.items);
        if unchanged {
            return Ok(stamp);
        }
        let Some(field) = old.fields.grown_by(&later.fields) else {
            return Err(Objection::FieldsChanged);
        };
        stamp.kept(&old.written, &later.written)?;
        stamp.kept(&old.fields.written, &later.fields.written)?;
        let (before, after) = (flags(&old.dictionary), flags(&later.dictionary));
        let grows = |key: &[u8]| matches!(key, b"Fields" | b"SigFlags");
        if !same_but(&old.dictionary, &later.dictionary, grows) || (after != before && after != before | 3) {
            return Err(Objection::FormChanged);
        }
        stamp.field(new, field, end)?;
        Ok(stamp)
    }

    /// Compares the page as it was, and the field with those that were; `old` reads the earlier revision.
    pub(crate) fn on_page(&mut self, old: &Reading<'_>, form: &Form) -> Result<(), Objection> {
        let Some(page) = self.page.take() else { return Ok(()) };
        for field in &form.fields.items {
            if let Object::Dictionary(field) = old.resolve(field)?.into_owned()
                && name(field.get(b"T").ok()) == page.name
            {
                return Err(Objection::NameTaken);
            }
        }
        let Object::Dictionary(before) = old.resolve(&page.written)?.into_owned() else {
            return Err(Objection::StampPage);
        };
        let annotations = List::read(old, &before, b"Annots")?;
        // What is nowhere to be seen need not stand among what is seen.
        if annotations.is(&page.annotations) && same_but(&before, &page.dictionary, |_| false) {
            return self.is_new(old);
        }
        if annotations.grown_by(&page.annotations) != Some(page.field) {
            return Err(Objection::AnnotationsChanged);
        }
        if !same_but(&before, &page.dictionary, |key| key == b"Annots") {
            return Err(Objection::PageChanged);
        }
        self.kept(&page.written, &page.written)?;
        self.kept(&annotations.written, &page.annotations.written)?;
        self.is_new(old)
    }

    /// Takes the one field among those that were, and are listed anew, that could be where the time-stamp stands.
    pub(crate) fn in_waiting_field(
        &mut self,
        new: &Reading<'_>,
        form: &Form,
        listed: &[u32],
        end: u64,
    ) -> Result<(), Objection> {
        if form.fields.items.is_empty() || !self.added.is_empty() {
            return Ok(());
        }
        let listed: BTreeSet<u32> = listed.iter().copied().collect();
        let fields = form.fields.items.iter().filter_map(|field| field.as_reference().ok());
        for id in fields.filter(|(number, _)| listed.contains(number)) {
            if let Object::Dictionary(field) = new.object(id)?
                && let Ok(Object::Reference(value)) = field.get(b"V")
                && let Object::Dictionary(written) = new.object(*value)?
                && time_stamp(&written, end).is_ok()
            {
                self.added.insert(value.0);
                self.changed.insert(id.0);
                self.filled = Some((id, field));
                break;
            }
        }
        Ok(())
    }

    /// Whether that field waited for a signature, and says nothing new but its value; `old` reads the earlier revision.
    pub(crate) fn has_waited(&mut self, old: &Reading<'_>) -> Result<(), Objection> {
        let Some((id, after)) = self.filled.take() else { return Ok(()) };
        match old.object(id)? {
            Object::Dictionary(before)
                if before.get(b"FT").is_ok_and(|kind| is_name(kind, b"Sig"))
                    && !before.has(b"V")
                    && same_but(&before, &after, |key| key == b"V") =>
            {
                self.is_new(old)
            }
            _ => Err(Objection::Needless { object: id.0 }),
        }
    }

    /// Whether there was nothing where it has been added.
    fn is_new(&self, old: &Reading<'_>) -> Result<(), Objection> {
        for number in &self.added {
            if old.entry(*number)? != Entry::Free {
                return Err(Objection::Reused { object: *number });
            }
        }
        Ok(())
    }

    /// A part that was an object stays that object; one that was not there may be a new object or a direct one.
    fn kept(&mut self, old: &Object, new: &Object) -> Result<(), Objection> {
        match (old, new) {
            (Object::Reference(before), Object::Reference(after)) if before == after => {
                self.changed.insert(before.0);
            }
            (Object::Null, Object::Reference(after)) => {
                self.added.insert(after.0);
            }
            (Object::Reference(_), _) | (_, Object::Reference(_)) => {
                return Err(Objection::PartReplaced);
            }
            _ => {}
        }
        Ok(())
    }

    /// The field, merged with its widget, exactly as it has to be.
    fn field(&mut self, new: &Reading<'_>, field: Object, end: u64) -> Result<(), Objection> {
        let widget = self.new_dictionary(new, &field)?;
        let (mut name_written, mut value, mut page, mut appearance) = (None, None, None, None);
        for (key, found) in &widget {
            let fits = match key.as_slice() {
                b"Type" => is_name(found, b"Annot"),
                b"Subtype" => is_name(found, b"Widget"),
                b"FT" => is_name(found, b"Sig"),
                b"T" => {
                    name_written = Some(found.clone());
                    matches!(found, Object::String(..))
                }
                b"TU" => matches!(found, Object::String(..)),
                b"F" => found.as_i64().is_ok(),
                b"Rect" => is_empty_box(found),
                b"V" => {
                    value = Some(found.clone());
                    true
                }
                b"P" => {
                    page = Some(found.clone());
                    true
                }
                b"AP" => {
                    appearance = Some(found.clone());
                    true
                }
                _ => false,
            };
            if !fits {
                return Err(Objection::StampEntry { name: objection::key(key) });
            }
        }
        let (Some(value), Some(page), true) = (value, page, widget.has(b"FT") && widget.has(b"Rect")) else {
            return Err(Objection::StampIncomplete);
        };
        let value = self.new_dictionary(new, &value)?;
        time_stamp(&value, end)?;
        if let Some(appearance) = appearance {
            self.appearance(new, &appearance)?;
        }
        let Object::Dictionary(dictionary) = new.resolve(&page)?.into_owned() else {
            return Err(Objection::StampPage);
        };
        if !is_page(&dictionary) {
            return Err(Objection::StampPage);
        }
        let annotations = List::read(new, &dictionary, b"Annots")?;
        let name = name(name_written.as_ref());
        self.page = Some(Page { written: page, dictionary, annotations, field, name });
        Ok(())
    }

    fn new_dictionary(&mut self, new: &Reading<'_>, object: &Object) -> Result<Dictionary, Objection> {
        match (object, new.resolve(object)?.into_owned()) {
            (Object::Reference((number, _)), Object::Dictionary(found)) => {
                self.added.insert(*number);
                Ok(found)
            }
            _ => Err(Objection::StampInside),
        }
    }

    /// An appearance that shows nothing.
    fn appearance(&mut self, new: &Reading<'_>, appearance: &Object) -> Result<(), Objection> {
        let normal = match appearance {
            Object::Dictionary(found) if found.len() == 1 => found.get(b"N").cloned().ok(),
            _ => None,
        };
        let Some(normal) = normal else { return Err(Objection::StampEntry { name: "AP".into() }) };
        let form = self.new_dictionary(new, &normal)?;
        let plain = form.iter().all(|(key, found)| match key.as_slice() {
            b"Type" => is_name(found, b"XObject"),
            b"Subtype" => is_name(found, b"Form"),
            b"BBox" => is_empty_box(found),
            b"Resources" => matches!(found, Object::Dictionary(inside) if inside.is_empty()),
            // Encrypted, nothing has a length too: what counts is what is read.
            b"Length" => found.as_i64().is_ok(),
            _ => false,
        });
        let shows = match normal.as_reference() {
            Ok(id) => !new.stream_data(id)?.is_empty(),
            Err(_) => true,
        };
        if plain && !shows { Ok(()) } else { Err(Objection::StampShows) }
    }
}

/// Table 30: `/Type` is required, but left out by some producers; `/Parent` is not.
fn is_page(dictionary: &Dictionary) -> bool {
    match dictionary.get(b"Type") {
        Ok(found) => is_name(found, b"Page"),
        Err(_) => dictionary.has(b"Parent"),
    }
}

/// The value: a document time-stamp over everything up to `end`.
fn time_stamp(value: &Dictionary, end: u64) -> Result<(), Objection> {
    for (key, found) in value {
        let fits = match key.as_slice() {
            b"Type" => is_name(found, b"DocTimeStamp"),
            b"Filter" => found.as_name().is_ok(),
            b"SubFilter" => is_name(found, b"ETSI.RFC3161"),
            b"Contents" => matches!(found, Object::String(..)),
            // Words about itself, which nothing shows: the token alone counts.
            b"M" | b"Name" | b"Reason" | b"Location" | b"ContactInfo" => matches!(found, Object::String(..)),
            b"V" => matches!(found, Object::Integer(0)),
            b"ByteRange" => reaches(found, end),
            _ => false,
        };
        if !fits {
            return Err(Objection::StampEntry { name: objection::key(key) });
        }
    }
    let needed: [&[u8]; 3] = [b"SubFilter", b"Contents", b"ByteRange"];
    if needed.iter().all(|key| value.has(key)) { Ok(()) } else { Err(Objection::StampIncomplete) }
}

fn reaches(range: &Object, end: u64) -> bool {
    let Object::Array(numbers) = range else { return false };
    let numbers: Option<Vec<u64>> =
        numbers.iter().map(|n| n.as_i64().ok().and_then(|n| u64::try_from(n).ok())).collect();
    matches!(numbers.as_deref(), Some([0, _, after, length]) if after.checked_add(*length) == Some(end))
}

fn is_name(object: &Object, name: &[u8]) -> bool {
    object.as_name().is_ok_and(|found| found == name)
}

fn is_empty_box(object: &Object) -> bool {
    let Object::Array(sides) = object else { return false };
    sides.len() == 4 && sides.iter().all(|side| side.as_float().is_ok_and(|side| side == 0.0))
}

fn name(written: Option<&Object>) -> Option<String> {
    written.and_then(|written| written.as_str().ok()).map(text::decode)
}

fn flags(form: &Dictionary) -> i64 {
    form.get(b"SigFlags").and_then(Object::as_i64).unwrap_or(0)
}
