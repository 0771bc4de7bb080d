//! The revisions of a file: what each incremental update added (ISO 32000-1 §7.5.6).

/// How a revision's cross-reference section is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum XrefKind {
    /// A classic table with a `/XRefStm` beside it (§7.5.8.4).
    Hybrid,
    /// A cross-reference stream (§7.5.8).
    Stream,
    /// A classic table (§7.5.4).
    Table,
}

/// One revision: the bytes an update added, up to and with its `%%EOF`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// First byte: where the revision before ended, 0 for the first.
    pub start: u64,
    /// Behind `%%EOF` and one end-of-line marker, if one follows.
    pub end: u64,
    /// Just behind `%%EOF`.
    pub marker_end: u64,
    /// The position of the cross-reference section, counted from the start of the file.
    pub startxref: u64,
    /// How that section is written.
    pub kind: XrefKind,
}

impl Revision {
    /// Whether a byte range that ends at `end` ends with this revision: behind `%%EOF`, with or without the end-of-line.
    pub fn ends_at(&self, end: u64) -> bool {
        (self.marker_end..=self.end).contains(&end)
    }
}
