//! The revisions of a file: what each incremental update added (ISO 32000-1 §7.5.6).

use crate::{
    chain::{Chain, End, end_at},
    input::Input,
    xref::Section,
};

/// How a revision's cross-reference section is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum XrefKind {
    /// A classic table with a `/XRefStm` beside it (§7.5.8.4).
    Hybrid,
    /// A cross-reference stream (§7.5.8).
    Stream,
    /// A classic table (§7.5.4).
    #[default]
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
    /// Which section of the chain, newest first, is this revision's.
    pub(crate) section: usize,
    /// Whether every program finds its end that has the file no further than that.
    pub(crate) ends_plainly: bool,
}

impl Revision {
    /// Whether a byte range that ends at `end` ends with this revision: behind `%%EOF`, with or without the end-of-line.
    pub fn ends_at(&self, end: u64) -> bool {
        (self.marker_end..=self.end).contains(&end)
    }
}

/// The one to which a place in the file belongs, of these that follow each other.
pub(crate) fn at(revisions: &[Revision], place: u64) -> Option<&Revision> {
    revisions.get(revisions.partition_point(|revision| revision.end <= place))
}

/// How far behind a section its `startxref` is looked for when other objects stand between.
const END_WINDOW: u64 = 64 << 10;

/// The revisions of a chain, oldest first. A section whose `startxref` leads elsewhere ends no revision of its own, but
/// belongs to the next: so a linearised file, whose two sections share one `%%EOF`, is one revision.
pub(crate) fn list(input: &Input<'_>, chain: &Chain) -> Vec<Revision> {
    let mut revisions: Vec<Revision> = Vec::new();
    for (index, section) in chain.sections.iter().enumerate().rev() {
        let newest = index == 0;
        let end = if newest { Some(chain.end) } else { own_end(input, chain, index) };
        let start = revisions.last().map_or(0, |revision| revision.end);
        let Some(end) = end.filter(|end| end.end > start) else { continue };
        // The first-page section of a linearised file stands first and is the newer of the two.
        let newer = index.checked_sub(1).and_then(|newer| chain.sections.get(newer));
        let (top, section) = match newer.filter(|newer| leads_to(chain, end, newer)) {
            Some(newer) if !newest => (index - 1, newer),
            _ => (index, section),
        };
        if let Some(last) = revisions.last_mut().filter(|last| last.section == top) {
            (last.end, last.marker_end) = (end.end, end.marker_end);
            last.ends_plainly = end.is_found_by_all(end.end);
            continue;
        }
        revisions.push(Revision {
            start,
            end: end.end,
            marker_end: end.marker_end,
            startxref: section.offset,
            kind: section.kind,
            section: top,
            ends_plainly: end.is_found_by_all(end.end),
        });
    }
    revisions
}

fn leads_to(chain: &Chain, end: End, section: &Section) -> bool {
    chain.base.checked_add(end.value) == Some(section.offset)
}

/// The `startxref` behind an older section, when it leads to that section or to the newer one before it in the file.
fn own_end(input: &Input<'_>, chain: &Chain, index: usize) -> Option<End> {
    let section = chain.sections.get(index)?;
    let newer = chain.sections.get(index.checked_sub(1)?)?;
    let window = input.len().checked_sub(section.end)?.min(END_WINDOW);
    // Nearly always `startxref` follows at once.
    [window.min(256), window].into_iter().find_map(|window| {
        let bytes = input.bytes(section.end, window).ok()?;
        input.budget().spend(window).ok()?;
        let at = bytes.windows(9).position(|window| window == b"startxref")?;
        let end = end_at(bytes.get(at..)?, section.end.checked_add(at as u64)?)?;
        let own = leads_to(chain, end, section);
        (own || newer.offset < section.offset && leads_to(chain, end, newer)).then_some(end)
    })
}
