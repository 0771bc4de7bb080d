//! Why an addition is more than what archiving a signature needs, and when two objects say the same.

use lopdf::{Dictionary, Object};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Why what came later cannot be told apart from anything else. Offsets count bytes from the start of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Objection {
    /// The annotations of a page are others than before.
    #[error("the annotations of a page are changed")]
    AnnotationsChanged,
    /// Behind a version that can be read as it is written stand bytes that can be read only by rebuilding the file.
    #[error("{length} bytes behind {at} are no update that can be followed")]
    Appended {
        /// How many.
        length: u64,
        /// Where the version ends.
        at: u64,
    },
    /// Bytes stand behind the last revision.
    #[error("{length} bytes behind the last revision")]
    BehindEnd {
        /// How many.
        length: u64,
    },
    /// Bytes stand between the trailer and the end.
    #[error("bytes between the trailer and the end")]
    BeforeEnd,
    /// The catalog says something else than before.
    #[error("the catalog is changed")]
    CatalogChanged,
    /// The file cannot be read on from there.
    #[error("damaged at byte {at}: {what}")]
    Damaged {
        /// The offset in the file.
        at: u64,
        /// What was met, technically.
        what: String,
    },
    /// An object is deleted.
    #[error("object {object} is deleted")]
    Deleted {
        /// Its number.
        object: u32,
    },
    /// The extensions that the catalog announces are others than before.
    #[error("the extensions are changed")]
    ExtensionsChanged,
    /// The fields of the form are others than before.
    #[error("the fields of the form are changed")]
    FieldsChanged,
    /// The form says something else than before.
    #[error("the form is changed")]
    FormChanged,
    /// A revision is no plain incremental update.
    #[error("not a plain incremental update")]
    Hybrid,
    /// An object stands in an object stream, where it can be told only with all others there.
    #[error("object {object} is in an object stream")]
    InStream {
        /// Its number.
        object: u32,
    },
    /// The trailer names an information dictionary that was something else.
    #[error("the trailer has another /Info")]
    InfoReplaced,
    /// A new reference leads to an object that there is not: some programs rebuild the file then.
    #[error("a new reference leads to object {object}, which there is not")]
    LeadsNowhere {
        /// Its number.
        object: u32,
    },
    /// An object is not what its place requires.
    #[error("object {object}: {what}")]
    Malformed {
        /// Its number.
        object: u32,
        /// What was met, technically.
        what: String,
    },
    /// An object stands where another should.
    #[error("object {found} stands where {object} should")]
    Misplaced {
        /// The number of the one that stands there.
        found: u32,
        /// The number of the other.
        object: u32,
    },
    /// The new field has the name of another.
    #[error("the new field has the name of another")]
    NameTaken,
    /// An object is written that archiving does not need.
    #[error("object {object} is not needed for archiving")]
    Needless {
        /// Its number.
        object: u32,
    },
    /// No object stands where one is announced.
    #[error("no object at {at}")]
    NoObject {
        /// The offset in the file.
        at: u64,
    },
    /// The update has no cross-reference section.
    #[error("no cross-reference section")]
    NoSection,
    /// No cross-reference table stands where one is announced.
    #[error("no cross-reference table at {at}")]
    NoTable {
        /// The offset in the file.
        at: u64,
    },
    /// The signed bytes do not end with a revision.
    #[error("the signed bytes do not end with a revision")]
    NotAsSigned,
    /// The end of the file is written so, or stands so far from its last byte, that not every reader finds it.
    #[error("an end of the file that not every program finds")]
    OddEnd,
    /// A cross-reference table has a form that readers take differently.
    #[error("a cross-reference table of odd form")]
    OddTable,
    /// Objects overlap.
    #[error("objects overlap")]
    Overlap,
    /// A page says something else than before.
    #[error("a page is changed")]
    PageChanged,
    /// A part of the form or of the page is another object than before.
    #[error("a part of the form or the page is another object")]
    PartReplaced,
    /// A key stands twice in a trailer.
    #[error("/{name} stands twice in a trailer")]
    RepeatedKey {
        /// The key.
        name: String,
    },
    /// An object was something else before.
    #[error("object {object} was something else before")]
    Reused {
        /// Its number.
        object: u32,
    },
    /// A cross-reference section is something else, too.
    #[error("object {object} is a cross-reference section and something else")]
    SectionReused {
        /// Its number.
        object: u32,
    },
    /// `/Size` is not what the objects make it.
    #[error("/Size does not fit")]
    SizeUnfit,
    /// An entry of a document time-stamp, or of its field, is not as it has to be.
    #[error("/{name} of a document time-stamp or its field does not fit")]
    StampEntry {
        /// The key.
        name: String,
    },
    /// A document time-stamp, or its field, lacks something that it needs.
    #[error("the document time-stamp is incomplete")]
    StampIncomplete,
    /// A part of a document time-stamp is no object of its own.
    #[error("a part of the time-stamp is no object of its own")]
    StampInside,
    /// The field of a document time-stamp is on no page that was there.
    #[error("the time-stamp is on no page that was there")]
    StampPage,
    /// The field of a document time-stamp shows something.
    #[error("the new field shows something")]
    StampShows,
    /// The security store has an entry that does not belong there.
    #[error("the security store has /{name}")]
    StoreEntry {
        /// The key.
        name: String,
    },
    /// The security store lost an entry.
    #[error("/DSS lost /{name}")]
    StoreLost {
        /// The key.
        name: String,
    },
    /// The security store is not built as the standard says.
    #[error("the security store is not built as it has to be")]
    StoreMalformed,
    /// A stream of the security store holds more than data.
    #[error("stream {object} has more than data")]
    StreamMore {
        /// Its number.
        object: u32,
    },
    /// Something that looks like an object or a trailer stands where none is listed.
    #[error("at {at} stands an object that is not listed")]
    Stray {
        /// The offset in the file.
        at: u64,
    },
    /// There are more objects than are looked at.
    #[error("too many objects")]
    TooMany,
    /// The trailer says something else than before.
    #[error("the trailer is changed")]
    TrailerChanged,
    /// What was signed holds an object in a place where none is listed, and that is another than the listed one or one that there is
    /// not: a program that searches the file may show it instead.
    #[error("at {at} stands an object {object} that is not the listed one")]
    Twice {
        /// Its number.
        object: u32,
        /// The offset in the file.
        at: u64,
    },
    /// A word that has to follow is missing.
    #[error("no {word} at {at}")]
    Unfinished {
        /// The word.
        word: String,
        /// The offset in the file.
        at: u64,
    },
    /// Bytes belong to no object.
    #[error("{length} bytes at {at} belong to no object")]
    Unowned {
        /// How many.
        length: u64,
        /// The offset in the file.
        at: u64,
    },
    /// The end of the file is missing.
    #[error("the end is missing")]
    Truncated,
    /// Something could not be read or compared.
    #[error("{what}")]
    Unread {
        /// What, technically.
        what: String,
    },
}

impl From<Error> for Objection {
    fn from(error: Error) -> Self {
        match error {
            Error::Damaged { offset, what } => Self::Damaged { at: offset, what },
            Error::Malformed { id, what } => Self::Malformed { object: id.0, what },
            Error::Truncated { .. } => Self::Truncated,
            error => Self::Unread { what: error.to_string() },
        }
    }
}

/// The key of an entry, as it is told.
pub(crate) fn key(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}

/// Equal, whatever the order of keys.
pub(crate) fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Dictionary(one), Object::Dictionary(other)) => same_but(one, other, |_| false),
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Object::Stream(one), Object::Stream(other)) => {
            one.content == other.content && same_but(&one.dict, &other.dict, |_| false)
        }
        // How a string was written does not matter.
        (Object::String(one, _), Object::String(other, _)) => one == other,
        _ => one == other,
    }
}

/// The same for two dictionaries, whose entries under the keys that are `left_out` do not matter.
pub(crate) fn same_but(one: &Dictionary, other: &Dictionary, left_out: impl Fn(&[u8]) -> bool) -> bool {
    let kept = |dictionary: &Dictionary| dictionary.iter().filter(|(key, _)| !left_out(key)).count();
    kept(one) == kept(other)
        && one
            .iter()
            .all(|(key, value)| left_out(key) || other.get(key).is_ok_and(|found| same(value, found)))
}

/// Whether there is no reference in it.
pub(crate) fn is_direct(value: &Object) -> bool {
    match value {
        Object::Reference(_) => false,
        Object::Array(items) => items.iter().all(is_direct),
        Object::Dictionary(dictionary) => dictionary.iter().all(|(_, value)| is_direct(value)),
        _ => true,
    }
}

/// Entries of a trailer that each update writes anew (tables 15 and 17; the integrity code of the encryption, ISO/TS 32004
/// §5, goes with the bytes).
pub(crate) const OF_UPDATES: [&[u8]; 12] = [
    b"Prev",
    b"Size",
    b"ID",
    b"W",
    b"Index",
    b"Length",
    b"Filter",
    b"DecodeParms",
    b"Type",
    b"XRefStm",
    b"DL",
    b"AuthCode",
];

/// Whether the standard knows no entry of that name in a trailer (table 15).
pub(crate) fn is_private(key: &[u8]) -> bool {
    !matches!(key, b"Root" | b"Encrypt" | b"Info" | b"ID" | b"Size" | b"Prev" | b"XRefStm" | b"AuthCode")
}
