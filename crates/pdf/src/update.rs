//! An incremental update: objects, a cross-reference section of the kind the file has, a trailer (ISO 32000-1 §7.5.6).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat, Writer};
use sha2::{Digest, Sha256};

use crate::{
    dictionary_text::{DictionaryText, pushed},
    document::Document,
    error::Error,
    pages::Page,
    reading::Reading,
    revisions::XrefKind,
    section,
};

/// Objects to append to a file.
pub(crate) struct Update<'a> {
    document: &'a Document,
    reading: Reading<'a>,
    /// The text of each object's value, strings and data in clear.
    objects: BTreeMap<ObjectId, Vec<u8>>,
    next: u64,
}

/// Bytes to append, and where the values of the objects stand in the whole file.
pub(crate) struct Written {
    pub(crate) tail: Vec<u8>,
    pub(crate) places: BTreeMap<ObjectId, u64>,
}

/// A dictionary that stands as an object or inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    Object(ObjectId),
    Inside(ObjectId, &'static str),
}

impl<'a> Update<'a> {
    pub(crate) fn new(document: &'a Document) -> Result<Self, Error> {
        document.unrepaired()?;
        let reading = document.reading();
        if let Some(encryption) = &document.file().encryption {
            encryption.takes_updates()?;
        }
        Ok(Self { document, reading, objects: BTreeMap::new(), next: document.file().numbers.next() })
    }

    pub(crate) fn reading(&self) -> &Reading<'a> {
        &self.reading
    }

    /// The first page.
    pub(crate) fn first_page(&self) -> Result<Page, Error> {
        self.document.first_page()
    }

    /// The version of the file.
    pub(crate) fn version(&self) -> (u8, u8) {
        self.document.version()
    }

    /// A number for a new object.
    pub(crate) fn reserve(&mut self) -> Result<ObjectId, Error> {
        let number = self.document.file().numbers.free(self.next)?;
        self.next = u64::from(number) + 1;
        Ok((number, 0))
    }

    /// An object's new text.
    pub(crate) fn put(&mut self, id: ObjectId, text: Vec<u8>) {
        self.objects.insert(id, text);
    }

    /// A new object.
    pub(crate) fn add(&mut self, text: Vec<u8>) -> Result<ObjectId, Error> {
        let id = self.reserve()?;
        self.put(id, text);
        Ok(id)
    }

    /// The dictionary as it is with this update.
    pub(crate) fn dictionary(&self, holder: Holder) -> Result<DictionaryText, Error> {
        let id = match holder {
            Holder::Object(id) | Holder::Inside(id, _) => id,
        };
        let object = match self.objects.get(&id) {
            Some(text) => DictionaryText::parse(text),
            // Written anew as a dictionary it would be lost as a stream, to whoever else needs it.
            None if self.reading.is_stream(id)? => None,
            None => self.reading.text(id)?.and_then(|text| DictionaryText::parse(&text)),
        };
        let found = match holder {
            Holder::Object(_) => object,
            Holder::Inside(_, key) => {
                object.and_then(|object| DictionaryText::parse(object.value(key.as_bytes())?))
            }
        };
        found.ok_or_else(|| Error::Malformed { id, what: "expected a dictionary".into() })
    }

    /// Sets one entry of a dictionary.
    pub(crate) fn set(&mut self, holder: Holder, key: &str, value: &[u8]) -> Result<(), Error> {
        let edited = self.dictionary(holder)?.set(key, value);
        match holder {
            Holder::Object(id) => self.put(id, edited.ok_or_else(|| not_editable(id))?.into_text()),
            Holder::Inside(id, at) => {
                let inner = edited.ok_or_else(|| not_editable(id))?.into_text();
                self.set(Holder::Object(id), at, &inner)?;
            }
        }
        Ok(())
    }

    /// The dictionary under a key of an object, direct or not; nothing when there is none.
    pub(crate) fn holder(&self, id: ObjectId, key: &'static str) -> Result<Option<Holder>, Error> {
        let owner = self.dictionary(Holder::Object(id))?;
        let holder = match (owner.value(key.as_bytes()), owner.reference(key.as_bytes())) {
            (None, _) => return Ok(None),
            (_, Some(target)) if self.is_null(target)? => return Ok(None),
            (_, Some(target)) => Holder::Object(target),
            (Some(_), None) => Holder::Inside(id, key),
        };
        self.dictionary(holder).map(|_| Some(holder))
    }

    /// Adds a reference to the array under a key: in its place when it is direct, as an object when it is one, new when
    /// there is none.
    pub(crate) fn push(&mut self, holder: Holder, key: &str, element: ObjectId) -> Result<(), Error> {
        self.push_text(holder, key, &reference(element))
    }

    /// The same with the text of an element, or of several.
    pub(crate) fn push_text(&mut self, holder: Holder, key: &str, element: &str) -> Result<(), Error> {
        let owner = self.dictionary(holder)?;
        let target = match owner.reference(key.as_bytes()) {
            Some(target) if !self.is_null(target)? => Some(target),
            Some(_) => return self.set(holder, key, format!("[{element}]").as_bytes()),
            None => None,
        };
        let array = match (target, owner.value(key.as_bytes())) {
            (Some(target), _) => self.array(target)?,
            (None, Some(value)) => value.to_vec(),
            (None, None) => b"[]".to_vec(),
        };
        let id = target.unwrap_or(match holder {
            Holder::Object(id) | Holder::Inside(id, _) => id,
        });
        let array = pushed(&array, element)
            .ok_or(Error::Malformed { id, what: format!("/{key} is not an array") })?;
        match target {
            Some(target) => self.put(target, array),
            None => self.set(holder, key, &array)?,
        }
        Ok(())
    }

    fn array(&self, id: ObjectId) -> Result<Vec<u8>, Error> {
        if let Some(text) = self.objects.get(&id) {
            return Ok(text.clone());
        }
        let text = self.reading.text(id)?.filter(|text| text.starts_with(b"["));
        text.ok_or_else(|| Error::Malformed { id, what: "expected an array".into() })
    }

    fn is_null(&self, id: ObjectId) -> Result<bool, Error> {
        Ok(!self.objects.contains_key(&id) && self.reading.resolve(&Object::Reference(id))?.is_null())
    }

    /// The numbers between the new ones that a reference names: from now on they are below `/Size`, and say that they are
    /// nothing (§7.3.10).
    fn left_free(&self) -> impl Iterator<Item = (ObjectId, Option<u64>)> + use<> {
        let numbers = &self.document.file().numbers;
        numbers.mentioned_below(self.next).into_iter().map(|number| ((number, 0), None))
    }

    /// Whether what was read while it was built refers to a number that a new object took before.
    pub(crate) fn is_contested(&self) -> bool {
        let numbers = &self.document.file().numbers;
        self.objects.keys().any(|(number, _)| numbers.is_mentioned(*number))
    }

    /// The bytes to append: none where nothing is new.
    pub(crate) fn write(mut self) -> Result<Written, Error> {
        if self.objects.is_empty() {
            return Ok(Written { tail: vec![], places: BTreeMap::new() });
        }
        let base_len = self.document.len();
        let base = self.document.file().base;
        let last = self.reading.input().bytes(base_len.saturating_sub(1), 1)?;
        let mut tail = if matches!(last.as_slice(), [b'\n' | b'\r']) { vec![] } else { vec![b'\n'] };
        let mut places = BTreeMap::new();
        let mut offsets = BTreeMap::new();
        for (id, text) in &self.objects {
            offsets.insert(*id, Some(base_len - base + tail.len() as u64));
            tail.extend(format!("{} {} obj\n", id.0, id.1).into_bytes());
            places.insert(*id, base_len + tail.len() as u64);
            match &self.document.file().encryption {
                Some(encryption) => tail.extend(encryption.sealed(*id, text, base_len)?),
                None => tail.extend_from_slice(text),
            }
            tail.extend_from_slice(b"\nendobj\n");
        }
        let startxref = base_len - base + tail.len() as u64;
        let mut trailer = self.trailer(&tail)?;
        match self.document.newest_kind() {
            XrefKind::Stream => {
                let own = self.reserve()?;
                offsets.insert(own, Some(startxref));
                offsets.extend(self.left_free());
                trailer.set("Size", integer(self.next));
                section::stream(&mut tail, own, &offsets, trailer)?;
            }
            // A plain table behind a hybrid: what the older stream hides stays reachable along /Prev.
            XrefKind::Hybrid | XrefKind::Table => {
                offsets.extend(self.left_free());
                trailer.set("Size", integer(self.next));
                section::table(&mut tail, &offsets, trailer)?;
            }
        }
        tail.extend(format!("startxref\n{startxref}\n%%EOF\n").into_bytes());
        Ok(Written { tail, places })
    }

    /// The newest trailer's entries, those that speak of its own section aside.
    fn trailer(&self, content: &[u8]) -> Result<Dictionary, Error> {
        let mut trailer = self.document.trailer().clone();
        for own in [
            "Type",
            "W",
            "Index",
            "Length",
            "Filter",
            "DecodeParms",
            "XRefStm",
            "F",
            "FFilter",
            "FDecodeParms",
        ] {
            trailer.remove(own.as_bytes());
        }
        let newest = self.document.file().sections.first().map_or(0, |section| section.offset);
        trailer.set("Prev", integer(newest.saturating_sub(self.document.file().base)));
        if let Object::Array(id) = self.reading.get(&trailer, b"ID")?.into_owned()
            && let [first @ Object::String(..), Object::String(second, _)] = id.as_slice()
        {
            // §14.4: the first identifies the document, the second this version of it.
            let digest = Sha256::new().chain_update(second).chain_update(self.document.len().to_be_bytes());
            let digest = digest.chain_update(content).finalize();
            let second = digest.iter().take(16).copied().collect();
            trailer.set("ID", vec![first.clone(), Object::String(second, StringFormat::Hexadecimal)]);
        }
        Ok(trailer)
    }
}

/// `N G R`.
pub(crate) fn reference(id: ObjectId) -> String {
    format!("{} {} R", id.0, id.1)
}

/// A stream object with its data.
pub(crate) fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [dictionary.as_bytes(), b"stream\n", data, b"\nendstream"].concat()
}

/// An object as text.
pub(crate) fn serialized(object: &Object) -> Vec<u8> {
    let mut text = Vec::new();
    // Writing to memory does not fail; what cannot be written would not read back and is caught there.
    let _ = Writer::write_object(&mut text, object);
    text
}

pub(crate) fn integer(value: u64) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

fn not_editable(id: ObjectId) -> Error {
    Error::Malformed { id, what: "its text cannot be edited".into() }
}
