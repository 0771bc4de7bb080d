//! What came after the revisions that signatures end with; signatures can share it.

use std::collections::BTreeMap;

use pdf::{
    Additions, Apart, History, ModificationKind, ModificationLevel, Modifications, Objection, Signature,
};

use crate::facts::Later;
use crate::looks::PageComparison;

/// What was found out about the time after a revision.
pub(crate) struct AfterRevisions<'d> {
    history: History<'d>,
    /// The last revision that any signature covers.
    covered: usize,
    known: BTreeMap<usize, Known>,
    /// Why what follows that one neither serves archiving nor shows a change, if it does not.
    loose: Option<Option<Objection>>,
}

/// What came later, and how the pages look beside it where that can be told without looking.
pub(crate) type Known = (Later, Option<PageComparison>);

impl<'d> AfterRevisions<'d> {
    /// For a document with these signatures.
    pub fn new(history: History<'d>, found: &[Signature]) -> Self {
        let own = found.iter().filter(|signature| signature.hole_matches && signature.hole_is_own);
        let covered = own.filter_map(|signature| signature.revision).max();
        Self { history, covered: covered.unwrap_or(0), known: BTreeMap::new(), loose: None }
    }

    /// What came after the signed revision. What cannot be told is said to be something else, never nothing.
    pub fn of(&mut self, signature: &Signature) -> Known {
        if signature.covers_whole_file {
            return (Later::Nothing, None);
        }
        let Some(revision) = signature.revision else {
            return (Later::Other { why: self.behind(signature) }, None);
        };
        if let Some(known) = self.known.get(&revision) {
            return known.clone();
        }
        let found = self
            .since(revision)
            .unwrap_or_else(|why| (Later::Other { why: self.appended(revision, why) }, None));
        self.known.insert(revision, found.clone());
        found
    }

    /// What is wrong behind signed bytes with which no revision ends. In a file that had to be repaired there is only one revision:
    /// the signed bytes may still be a document, and what came behind it what broke the file.
    fn behind(&self, signature: &Signature) -> Objection {
        let document = self.history.document();
        let end =
            signature.byte_range.as_ref().ok().map(|[_, _, after, length]| after.saturating_add(*length));
        let is_own = signature.hole_matches && signature.hole_is_own && document.was_repaired();
        match end.filter(|end| is_own && document.is_whole_before(*end)) {
            Some(at) => Objection::Appended { length: document.len().saturating_sub(at), at },
            None => Objection::NotAsSigned,
        }
    }

    /// Where what came after a revision does not even list where its objects stand, that says more than which byte is astray.
    fn appended(&self, revision: usize, why: Objection) -> Objection {
        let document = self.history.document();
        let astray = matches!(why, Objection::Damaged { .. } | Objection::Malformed { .. });
        match document.revisions().get(revision).filter(|_| astray && !document.reads_since(revision)) {
            Some(signed) => {
                Objection::Appended { length: document.len().saturating_sub(signed.end), at: signed.end }
            }
            None => why,
        }
    }

    /// Bytes that no signature covers have to serve archiving, each of them, or else to show what they change: one that
    /// differs without a meaning is a trace of somebody's hand. And what serves archiving may also be what a page was
    /// waiting for, where a reference led nowhere: so the objects are compared all the same, unless none leads there.
    fn since(&mut self, revision: usize) -> Result<Known, Objection> {
        let document = self.history.document();
        let (additions, apart) = document.additions_apart_since(revision)?;
        match (&additions, apart) {
            (Additions::Nothing, _) => return Ok((Later::Nothing, None)),
            (Additions::Archival, Some(Apart { same_pages })) => {
                return Ok((Later::Archival, same_pages.map(PageComparison::same)));
            }
            // One has to look closer.
            (Additions::Archival, None) | (Additions::Other { .. }, _) => {}
        }
        let serves = additions == Additions::Archival;
        let found = self.compared(revision)?;
        if found.level < ModificationLevel::Other
            && let Some(why) = document.renumbered_since(revision)?
        {
            return Err(why);
        }
        if !serves {
            // Where readers differ in what a revision is, it is not known by what one of them finds in it.
            let unclear =
                document.unclear_since(revision)?.filter(|_| found.level < ModificationLevel::Other);
            if let Some(why) = unclear.map_or_else(|| self.loose(), |why| Ok(Some(why)))? {
                return Err(why);
            }
        }
        let is_archival = is_proof_alone(&found);
        match additions {
            // An objection that no change explains stands, whatever came behind it.
            Additions::Other { why } if is_archival && !is_about_stamp(&why) => Err(why),
            _ => Ok((if is_archival { Later::Archival } else { Later::Modified(found) }, None)),
        }
    }

    /// What is wrong with the time after the last signature: for those before it, that is what cannot be explained.
    fn loose(&mut self) -> Result<Option<Objection>, Objection> {
        if let Some(known) = &self.loose {
            return Ok(known.clone());
        }
        let why = match self.history.document().additions_since(self.covered) {
            Ok(Additions::Nothing | Additions::Archival) => None,
            Ok(Additions::Other { why }) => Some(why).filter(|why| !is_about_stamp(why)),
            Err(error) => Some(error.into()),
        };
        let hidden = match &why {
            None => false,
            // What a program keeps there for itself is told.
            Some(Objection::CatalogChanged) => is_proof_alone(&self.compared(self.covered)?),
            Some(_) => self.compared(self.covered)?.level <= ModificationLevel::Archival,
        };
        let loose = why.filter(|_| hidden);
        self.loose = Some(loose.clone());
        Ok(loose)
    }

    fn compared(&mut self, revision: usize) -> Result<Modifications, Objection> {
        Ok(self.history.modifications_since(revision)?)
    }
}

/// Whether it is about what a document time-stamp and its field may say, which the comparison asks as well: programs write more into
/// these than the plainest do.
const fn is_about_stamp(why: &Objection) -> bool {
    matches!(why, Objection::StampEntry { .. })
}

/// Whether nothing was changed but by proof about signatures: what is said of the document besides is told, though it may be changed.
fn is_proof_alone(found: &Modifications) -> bool {
    use ModificationKind as K;
    found.level <= ModificationLevel::Archival
        && found.untold == 0
        && found.told.iter().all(|change| matches!(change.kind, K::ValidationData | K::Timestamp))
}
