//! The signatures of a file, as its bytes tell them (ISO 32000-1 §12.8, EN 319 142-1 §5.2).

use std::ops::Range;

use lopdf::ObjectId;

use crate::error::{ByteRangeFault, ContentsFault};

/// A signature field with a value, well formed or not. Facts only: nothing here was verified.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// The fully qualified name: the partial names `/T` joined with periods.
    pub field_name: String,
    /// The field; (0, 0) when it is a direct object.
    pub field: ObjectId,
    /// The signature dictionary; nothing when it is a direct object of the field.
    pub object: Option<ObjectId>,
    /// `/Filter`.
    pub filter: Option<String>,
    /// `/SubFilter`, such as `ETSI.CAdES.detached` or `ETSI.RFC3161`.
    pub sub_filter: Option<String>,
    /// `/Type`, such as `Sig` or `DocTimeStamp`; often missing.
    pub type_name: Option<String>,
    /// `[0 a b c]`: the signed bytes are `[0, a)` and `[b, b + c)`.
    pub byte_range: Result<[u64; 4], ByteRangeFault>,
    /// `/Contents`, decoded, with its padding.
    pub contents: Result<Vec<u8>, ContentsFault>,
    /// The gap `[a, b)` between the two signed ranges.
    pub contents_hole: Option<Range<u64>>,
    /// The gap is exactly one hexadecimal string, delimiters included, and decodes to `contents`.
    pub hole_matches: bool,
    /// The gap is where `/Contents` of this very dictionary stands. False for a copy of a signature made elsewhere.
    pub hole_is_own: bool,
    /// The dictionary differs from the one its own revision holds: rewritten after signing.
    pub altered_later: bool,
    /// `/M` as written, a PDF date: the claimed signing time.
    pub signing_time_raw: Option<String>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// `/Name`.
    pub name: Option<String>,
    /// The page of the widget, from 1.
    pub page: Option<u32>,
    /// `/Rect` of the widget: left, bottom, right, top in points.
    pub rect: Option<[f32; 4]>,
    /// Index into [`crate::Document::revisions`] of the revision the byte range ends with.
    pub revision: Option<usize>,
    /// The byte range ends with the file.
    pub covers_whole_file: bool,
    /// `/Cert` is there, which PAdES baseline forbids.
    pub has_cert_entry: bool,
}

/// A signature field that waits for its signature.
#[derive(Debug, Clone, PartialEq)]
pub struct EmptyField {
    /// The fully qualified name.
    pub name: String,
    /// The field; (0, 0) when it is a direct object.
    pub field: ObjectId,
    /// The page of the widget, from 1.
    pub page: Option<u32>,
    /// `/Rect` of the widget: left, bottom, right, top in points.
    pub rect: Option<[f32; 4]>,
}
