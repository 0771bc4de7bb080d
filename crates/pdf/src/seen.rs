//! Objects that are looked at where they are: in a dictionary at hand, or among what is kept of the file.

use std::{
    ops::Deref,
    sync::{Arc, LazyLock},
};

use lopdf::{Dictionary, Object};

use crate::reading::Found;

static NULL: Object = Object::Null;
static EMPTY: LazyLock<Dictionary> = LazyLock::new(Dictionary::new);

/// An object that nothing was copied for.
#[derive(Clone, Default)]
pub(crate) enum Seen<'o> {
    /// Where no object is.
    #[default]
    Null,
    /// The object that was given.
    Here(&'o Object),
    /// As it was read from the file.
    Read(Arc<Found>),
}

impl Seen<'_> {
    pub(crate) fn into_owned(self) -> Object {
        match self {
            Self::Null => Object::Null,
            Self::Here(object) => object.clone(),
            Self::Read(found) => Found::into_object(found),
        }
    }
}

impl Deref for Seen<'_> {
    type Target = Object;

    fn deref(&self) -> &Object {
        match self {
            Self::Null => &NULL,
            Self::Here(object) => object,
            Self::Read(found) => &found.parsed.object,
        }
    }
}

/// A dictionary, an empty one where there is none.
#[derive(Clone, Default)]
pub(crate) struct Entries<'o>(Seen<'o>);

impl<'o> Entries<'o> {
    /// Nothing when the object is no dictionary.
    pub(crate) fn of(seen: Seen<'o>) -> Option<Self> {
        matches!(&*seen, Object::Dictionary(_)).then_some(Self(seen))
    }

    /// A dictionary at hand.
    pub(crate) fn given(dictionary: Dictionary) -> Entries<'static> {
        match dictionary.is_empty() {
            true => Entries::default(),
            false => Entries(Seen::Read(Arc::new(Found::given(Object::Dictionary(dictionary))))),
        }
    }

    /// The same for as long as anybody wants it. Copied only where it stands inside an object at hand.
    pub(crate) fn kept(self) -> Entries<'static> {
        Entries(match self.0 {
            Seen::Null => Seen::Null,
            Seen::Read(found) => Seen::Read(found),
            Seen::Here(object) => Seen::Read(Arc::new(Found::given(object.clone()))),
        })
    }

    /// Whether both are the same reading of the same object.
    pub(crate) fn is(&self, other: &Entries<'_>) -> bool {
        matches!((&self.0, &other.0), (Seen::Read(one), Seen::Read(other)) if Arc::ptr_eq(one, other))
    }

    pub(crate) fn into_owned(self) -> Dictionary {
        match self.0.into_owned() {
            Object::Dictionary(dictionary) => dictionary,
            _ => Dictionary::new(),
        }
    }
}

impl Deref for Entries<'_> {
    type Target = Dictionary;

    fn deref(&self) -> &Dictionary {
        match &*self.0 {
            Object::Dictionary(dictionary) => dictionary,
            _ => &EMPTY,
        }
    }
}

impl<'e> IntoIterator for &'e Entries<'_> {
    type Item = (&'e Vec<u8>, &'e Object);
    type IntoIter = <&'e Dictionary as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&**self).into_iter()
    }
}

/// The items of an array, none where there is none.
#[derive(Default)]
pub(crate) struct Items<'o>(pub(crate) Seen<'o>);

impl Deref for Items<'_> {
    type Target = [Object];

    fn deref(&self) -> &[Object] {
        match &*self.0 {
            Object::Array(items) => items,
            _ => &[],
        }
    }
}

impl<'i> IntoIterator for &'i Items<'_> {
    type Item = &'i Object;
    type IntoIter = std::slice::Iter<'i, Object>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
