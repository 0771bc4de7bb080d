//! Document time-stamps as proof that what they cover existed (EN 319 102-1 §5.6.2.3).

use ades::{EvidenceCount, SignatureFacts, SignatureKind};
use pki::Time;

use crate::assessment::Assessment;
use crate::case::Builder;
use crate::cause::Cause;
use crate::contents::{Contents, Held};
use crate::standard::{StampJudgement, StampKind};
use crate::timestamp::{self, Judged, Read};

/// The document time-stamps of a document.
pub(crate) struct Archive<'a> {
    stamps: Vec<Stamp<'a>>,
}

struct Stamp<'a> {
    facts: &'a SignatureFacts,
    read: Result<Read, Cause>,
}

impl<'a> Archive<'a> {
    /// Reads them all into the case.
    pub fn read(assessment: &Assessment<'_>, builder: &mut Builder<'_, '_>, contents: &Contents<'a>) -> Self {
        let stamps = contents.each().filter(|(one, _)| one.kind == SignatureKind::DocumentTimestamp);
        let stamps = stamps.map(|(facts, held)| {
            let read = facts.contents.as_ref().map_err(Cause::from).and_then(|token| {
                alone(held)?;
                facts.digests.as_ref().map_err(Cause::technical)?;
                timestamp::read(assessment, builder, StampKind::Archive, token, |algorithm| {
                    facts.digest(algorithm).map(<[u8]>::to_vec)
                })
            });
            Stamp { facts, read }
        });
        Self { stamps: stamps.collect() }
    }

    /// Those that stand where they have to, with their places in the case.
    pub fn placed(&self) -> impl Iterator<Item = (&'a SignatureFacts, usize)> {
        let placed = self.stamps.iter().filter(|stamp| stamp.is_placed());
        placed.filter_map(|stamp| Some((stamp.facts, stamp.read.as_ref().ok()?.stamp)))
    }

    /// What was found about this document time-stamp.
    pub fn judged(&self, facts: &SignatureFacts, stamps: &[StampJudgement]) -> Result<Judged, Cause> {
        let found = self.stamps.iter().find(|stamp| std::ptr::eq(stamp.facts, facts));
        let read =
            found.map_or(Err(Cause::technical("")), |stamp| stamp.read.as_ref().map_err(Cause::clone))?;
        read.judged(stamps).ok_or_else(|| Cause::technical(""))
    }

    /// The earliest moment at which document time-stamps that hold prove this signature to have existed.
    pub fn proven(&self, signature: &SignatureFacts, stamps: &[StampJudgement]) -> Option<Time> {
        let placed = self.over(signature).filter(|stamp| stamp.is_placed());
        let judged = placed.filter_map(|stamp| stamps.get(stamp.read.as_ref().ok()?.stamp));
        judged.filter(|judged| judged.past.is_passed()).map(|judged| judged.since).min()
    }

    /// Whether there is a document time-stamp over this signature, good or not.
    pub fn has_any_over(&self, signature: &SignatureFacts) -> bool {
        self.over(signature).next().is_some()
    }

    /// How much of the validation data a sound document time-stamp over this signature covers: the newest covers the most.
    pub fn archived(&self, signature: &SignatureFacts, stamps: &[StampJudgement]) -> Option<EvidenceCount> {
        let sound = |stamp: &&Stamp<'_>| {
            let judged = stamp.read.as_ref().ok().and_then(|read| read.judged(stamps));
            judged.is_some_and(|judged| judged.sound)
        };
        let mut newest = self.over(signature).filter(|stamp| stamp.is_placed());
        newest.rfind(sound).map(|stamp| stamp.facts.archived)
    }

    fn over(&self, signature: &SignatureFacts) -> impl DoubleEndedIterator<Item = &Stamp<'a>> {
        let end = signature.end();
        self.stamps.iter().filter(move |stamp| end.is_some() && stamp.facts.end() > end)
    }
}

/// Behind a token stands nothing but the padding of its room, which nobody else looks at.
fn alone(held: &Held) -> Result<(), Cause> {
    match held.as_ref().map_err(Cause::clone)?.padding_is_zero {
        true => Ok(()),
        false => Err(Cause::Padding),
    }
}

impl Stamp<'_> {
    /// Its bytes are where they have to be; what it stamps is then what comes before it.
    fn is_placed(&self) -> bool {
        self.facts.hole_matches && self.facts.hole_is_own && !self.facts.altered_later
    }
}
