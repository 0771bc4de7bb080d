//! Document time-stamps as proof that what they cover existed (EN 319 102-1 §5.6.2.3), newest first: each is judged as of
//! the next one over it that holds, and the newest as of today.

use ades::{Facts, SignatureFacts, SignatureKind};
use pki::cms::SignedData;
use pki::{Evidence, Time};

use crate::assessment::Assessment;
use crate::timestamp::{self, Judged};

/// The document time-stamps of a document, judged.
pub(crate) struct Archive<'a> {
    stamps: Vec<Stamp<'a>>,
    today: Time,
}

struct Stamp<'a> {
    facts: &'a SignatureFacts,
    judged: Result<Judged, String>,
}

impl<'a> Archive<'a> {
    /// Judges them all.
    pub fn read(assessment: &Assessment<'_>, facts: &'a Facts) -> Self {
        let mut archive = Self { stamps: Vec::new(), today: assessment.at };
        let stamps = facts.signatures.iter().filter(|one| one.kind == SignatureKind::DocumentTimestamp);
        for facts in stamps.rev() {
            let when = archive.proven(facts).unwrap_or(archive.today);
            let judged = facts.contents.clone().and_then(|token| {
                alone(&token)?;
                facts.digests.as_ref().map_err(String::clone)?;
                timestamp::judge(assessment, &token, when, |algorithm| {
                    facts.digest(algorithm).map(<[u8]>::to_vec)
                })
            });
            archive.stamps.push(Stamp { facts, judged });
        }
        archive
    }

    /// What was found about this document time-stamp.
    pub fn judged(&self, facts: &SignatureFacts) -> Option<&Result<Judged, String>> {
        self.stamps.iter().find(|stamp| stamp.facts == facts).map(|stamp| &stamp.judged)
    }

    /// The earliest moment at which document time-stamps that hold prove this signature to have existed.
    pub fn proven(&self, signature: &SignatureFacts) -> Option<Time> {
        let holding = self.over(signature).filter(|stamp| stamp.is_placed());
        let judged = holding.filter_map(|stamp| stamp.judged.as_ref().ok());
        judged.filter(|judged| judged.passed()).map(|judged| judged.report.time).min()
    }

    /// The moment as of which a token inside this signature is judged.
    pub fn as_of(&self, signature: &SignatureFacts) -> Time {
        self.proven(signature).unwrap_or(self.today)
    }

    /// Whether there is a document time-stamp over this signature, good or not.
    pub fn has_any_over(&self, signature: &SignatureFacts) -> bool {
        self.over(signature).next().is_some()
    }

    /// The validation data that a sound document time-stamp over this signature covers: the newest covers the most.
    pub fn archived(&self, signature: &SignatureFacts, all: &Evidence) -> Option<Evidence> {
        let sound = |stamp: &&Stamp<'_>| stamp.judged.as_ref().is_ok_and(|judged| judged.sound);
        let newest = self.over(signature).filter(|stamp| stamp.is_placed()).find(sound);
        newest.map(|stamp| stamp.facts.archived.first_of(all))
    }

    fn over(&self, signature: &SignatureFacts) -> impl Iterator<Item = &Stamp<'a>> {
        let end = signature.end();
        self.stamps.iter().filter(move |stamp| end.is_some() && stamp.facts.end() > end)
    }
}

/// Behind a token stands nothing but the padding of its room, which nobody else looks at.
fn alone(contents: &[u8]) -> Result<(), String> {
    match SignedData::parse(contents).map_err(|error| error.to_string())?.padding_is_zero {
        true => Ok(()),
        false => Err("bytes other than zero behind the time-stamp".into()),
    }
}

impl Stamp<'_> {
    /// Its bytes are where they have to be; what it stamps is then what comes before it.
    fn is_placed(&self) -> bool {
        self.facts.hole_matches && self.facts.hole_is_own && !self.facts.altered_later
    }
}
