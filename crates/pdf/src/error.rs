//! What can be wrong with a file, as facts.

use std::fmt;

use lopdf::ObjectId;
use serde::{Deserialize, Serialize};

/// Why a file could not be read, or not be appended to. Offsets count bytes from the start of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `/Contents` was reserved too small for the signature that came back.
    #[error("the signature needs {needed} bytes, {reserved} were reserved")]
    ContentsTooSmall {
        /// Bytes of the signature.
        needed: usize,
        /// Bytes reserved in the file.
        reserved: usize,
    },
    /// The cross-reference data cannot be followed as written; a reader would have to rebuild it, and readers rebuild
    /// differently.
    #[error("damaged at byte {offset}: {what}")]
    Damaged {
        /// Where the damage was met.
        offset: u64,
        /// What was expected or found there.
        what: String,
    },
    /// No byte at all.
    #[error("the file is empty")]
    Empty,
    /// The field is a direct object of its parent: signing it would rewrite the parent, and with it its other fields.
    #[error("the field {name} is not an object of its own")]
    FieldDirect {
        /// The fully qualified name.
        name: String,
    },
    /// A field of the wanted name is there already.
    #[error("a field named {name} exists already")]
    FieldExists {
        /// The fully qualified name.
        name: String,
    },
    /// An earlier signature locks the field (FieldMDP, ISO 32000-1 §12.8.2.4).
    #[error("the field {name} is locked by the signature in {by}")]
    FieldLocked {
        /// The field that was to be signed.
        name: String,
        /// The field whose signature locks it.
        by: String,
    },
    /// There is no field of that name in the form.
    #[error("there is no signature field named {name}")]
    FieldMissing {
        /// The fully qualified name.
        name: String,
    },
    /// The field is for something else.
    #[error("the field {name} is of type {found}, not Sig")]
    FieldOther {
        /// The fully qualified name.
        name: String,
        /// Its `/FT`.
        found: String,
    },
    /// The field has a value already.
    #[error("the field {name} is signed already")]
    FieldSigned {
        /// The fully qualified name.
        name: String,
    },
    /// The field would need a lock that says what is permitted afterwards, and earlier signatures would see the new lock
    /// as a change of the field.
    #[error("the lock of the field {name} cannot be set to /P {permission} behind earlier signatures")]
    LockMissing {
        /// The fully qualified name.
        name: String,
        /// `/P` that the lock would have to have.
        permission: u8,
    },
    /// A signature permits no change at all: DocMDP `/P` 1 (ISO 32000-1 §12.8.2.2), or the same in the lock of its field
    /// (ISO 32000-2 §12.7.5.5).
    #[error("the signature in {by:?} permits no changes")]
    Locked {
        /// The field of that signature; empty where it has none.
        by: String,
    },
    /// An object is not what its place in the file requires.
    #[error("object {} {}: {what}", id.0, id.1)]
    Malformed {
        /// The object.
        id: ObjectId,
        /// What was expected or found.
        what: String,
    },
    /// The file was read by rebuilding its cross-reference data, and so can only be looked at: readers rebuild
    /// differently, and what would be appended could mean something else to another.
    #[error("the file can be read only by repairing it: {reason}")]
    NeedsRepair {
        /// Why it cannot be read as it is written.
        reason: String,
    },
    /// There is no page of that number.
    #[error("page {page} of {count}")]
    NoSuchPage {
        /// The page asked for, from 1.
        page: u32,
        /// How many there are.
        count: u32,
    },
    /// A certification signature has to be the first (ISO 32000-1 §12.8.1).
    #[error("to be certified, a document has no signature yet; this one has {signatures}")]
    NotFirst {
        /// Signatures and document time-stamps that are there.
        signatures: usize,
    },
    /// No `%PDF-` in the first 1024 bytes.
    #[error("not a PDF: no %PDF- header in the first {searched} bytes")]
    NotPdf {
        /// Bytes looked at.
        searched: u64,
    },
    /// The encryption does not permit the change to whoever opened the file without the owner's password
    /// (ISO 32000-2 table 22).
    #[error("the encryption does not permit {right}")]
    NotPermitted {
        /// What is missing.
        right: Right,
    },
    /// The file is encrypted, and does not open without a password.
    #[error("the file needs a password")]
    PasswordNeeded,
    /// A read beyond the end, or one that the source refused.
    #[error("cannot read {len} bytes at byte {offset}: {reason}")]
    Read {
        /// Where the read began.
        offset: u64,
        /// How many bytes were wanted.
        len: u64,
        /// The source's own words.
        reason: String,
    },
    /// The font of seals has no such letter, or it would not be seen, or it looks like a verdict.
    #[error("the seal cannot show the character U+{:04X}", u32::from(*character))]
    SealCharacter {
        /// The letter.
        character: char,
    },
    /// A certification permits signing, but not that something new is seen on a page (ISO 32000-1 §12.8.2.2).
    #[error("a certification permits no new seal on a page")]
    SealForbidden,
    /// The box of a seal is not inside the page.
    #[error("a seal at {place:?} is not inside a page of {page:?} points")]
    SealOutside {
        /// Left, top, width and height in points of the page as shown.
        place: [i64; 4],
        /// Width and height of the page as shown.
        page: [i64; 2],
    },
    /// A picture that cannot stand in a seal.
    #[error("the picture cannot be used: {what}")]
    SealPicture {
        /// What is wrong with it.
        what: String,
    },
    /// What the seal says does not fit into its box, not even at the smallest size that can be read.
    #[error("a seal of {width} x {height} points is too small, {needed_width} x {needed_height} suffice")]
    SealTooSmall {
        /// Width of the box in points.
        width: u32,
        /// Height of the box.
        height: u32,
        /// A width that suffices.
        needed_width: u32,
        /// The height with it.
        needed_height: u32,
    },
    /// A budget against hostile files is spent.
    #[error("{what} goes past the limit of {limit}")]
    TooLarge {
        /// What was counted.
        what: &'static str,
        /// The largest that is accepted.
        limit: u64,
    },
    /// The end of the file holds no `startxref` with number and `%%EOF`: the file was cut off.
    #[error("the file is cut off: its {len} bytes do not end with startxref and %%EOF")]
    Truncated {
        /// Length of the file.
        len: u64,
    },
    /// A feature of the format that is not read here.
    #[error("not supported: {what}")]
    Unsupported {
        /// The feature.
        what: String,
    },
    /// It is encrypted by a method that is not read here, or for certificates.
    #[error("not supported: {what}")]
    UnsupportedEncryption {
        /// The method.
        what: String,
    },
    /// The password that was given is neither the user's nor the owner's.
    #[error("the password does not open the file")]
    WrongPassword,
}

impl Error {
    /// Whether the file is at fault in a way that rebuilding its cross-reference data may get around.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::Malformed { .. } | Self::Truncated { .. })
    }
}

/// A right that a change needs. Bits are counted from 1, as in the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Bit 4: changing the document. Without it no new form field may be made, a signature field included.
    Modify,
    /// Bit 6: annotating and filling forms; with bit 4 also making form fields.
    Annotate,
    /// Bit 9, where bit 6 is not set: filling form fields that are there, signing included.
    FillForms,
}

impl Right {
    /// Its bit in `/P`, counted from 1.
    pub fn bit(self) -> u32 {
        match self {
            Self::Modify => 4,
            Self::Annotate => 6,
            Self::FillForms => 9,
        }
    }
}

impl fmt::Display for Right {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Modify => "modifying",
            Self::Annotate => "annotating",
            Self::FillForms => "filling forms",
        };
        write!(into, "{name} (bit {})", self.bit())
    }
}

/// What is wrong with a `/ByteRange` (ISO 32000-1 §12.8.1, EN 319 142-1 §5.2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fault")]
#[non_exhaustive]
pub enum ByteRangeFault {
    /// A range ends behind the end of the file.
    #[error("ends at byte {end} of a file of {len}")]
    BeyondFile {
        /// Where the second range ends.
        end: u64,
        /// Length of the file.
        len: u64,
    },
    /// The dictionary has the key twice.
    #[error("there are two")]
    Duplicate,
    /// One of the two ranges is empty.
    #[error("range {index} is empty")]
    EmptyRange {
        /// 0 or 1.
        index: usize,
    },
    /// The key is missing or null.
    #[error("there is none")]
    Missing,
    /// A negative number.
    #[error("number {index} is {value}")]
    Negative {
        /// Which of the four, from 0.
        index: usize,
        /// The number.
        value: i64,
    },
    /// The value is not an array.
    #[error("is not an array")]
    NotAnArray,
    /// An element is not an integer.
    #[error("number {index} is not an integer")]
    NotAnInteger {
        /// Which element, from 0.
        index: usize,
    },
    /// The second range begins inside the first.
    #[error("the second range begins at byte {second}, the first ends at {first_end}")]
    Overlap {
        /// End of the first range.
        first_end: u64,
        /// Start of the second range.
        second: u64,
    },
    /// Start and length add up to more than a file can be long.
    #[error("overflows")]
    Overflow,
    /// The first range does not begin with the file.
    #[error("begins at byte {start}")]
    StartNotZero {
        /// Where it begins.
        start: u64,
    },
    /// The field's value cannot be read, or is no dictionary.
    #[error("stands in no readable dictionary")]
    Unreadable,
    /// There are not four numbers.
    #[error("has {count} numbers")]
    WrongCount {
        /// How many there are.
        count: usize,
    },
}

/// What is wrong with the `/Contents` of a signature dictionary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fault")]
#[non_exhaustive]
pub enum ContentsFault {
    /// The dictionary has the key twice.
    #[error("there are two")]
    Duplicate,
    /// A string of no bytes.
    #[error("is empty")]
    Empty,
    /// The key is missing or null.
    #[error("there is none")]
    Missing,
    /// The value is not a string.
    #[error("is not a string")]
    NotAString,
    /// The field's value cannot be read, or is no dictionary.
    #[error("stands in no readable dictionary")]
    Unreadable,
}
