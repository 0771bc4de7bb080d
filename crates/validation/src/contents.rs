//! What the signatures of a document hold, read once for everybody who looks into it.

use std::sync::Arc;

use ades::Facts;
use pki::cms::SignedData;

/// `/Contents` of a signature as CMS, or what is wrong with it, in words for technicians.
pub(crate) type Held = Result<Arc<SignedData>, String>;

/// That of every signature, in the order of the fact sheet.
pub(crate) struct Contents(Vec<Held>);

impl Contents {
    /// Reads them all.
    pub fn read(facts: &Facts) -> Self {
        let held = facts.signatures.iter().map(|signature| {
            let contents = signature.contents.as_ref().map_err(String::clone)?;
            SignedData::parse(contents).map(Arc::new).map_err(|error| error.to_string())
        });
        Self(held.collect())
    }

    /// One for each signature.
    pub fn each(&self) -> impl Iterator<Item = &Held> {
        self.0.iter()
    }

    /// Those that can be read.
    pub fn readable(&self) -> impl Iterator<Item = &SignedData> {
        self.0.iter().flatten().map(Arc::as_ref)
    }
}
