//! What the signatures of a document hold, read once for everybody who looks into it.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::cause::Cause;
use ades::{Facts, SignatureFacts};
use pki::Certificate;
use pki::cms::SignedData;
use pki::tsp::carried_certificates;

/// `/Contents` of a signature as CMS, or what is wrong with it.
pub(crate) type Held = Result<Arc<SignedData>, Cause>;

/// Every signature with what it holds, in the order of the fact sheet.
pub(crate) struct Contents<'a> {
    each: Vec<(&'a SignatureFacts, Held)>,
    certificates: OnceCell<Vec<Certificate>>,
}

impl<'a> Contents<'a> {
    /// Reads them all.
    pub fn read(facts: &'a Facts) -> Self {
        let held = |signature: &SignatureFacts| {
            let contents = signature.contents.as_ref().map_err(Cause::from)?;
            SignedData::parse(contents).map(Arc::new).map_err(|error| Cause::from(&error))
        };
        let each = facts.signatures.iter().map(|signature| (signature, held(signature))).collect();
        Self { each, certificates: OnceCell::new() }
    }

    /// Each signature with what it holds.
    pub fn each(&self) -> impl Iterator<Item = (&'a SignatureFacts, &Held)> {
        self.each.iter().map(|(signature, held)| (*signature, held))
    }

    /// Those that can be read.
    pub fn readable(&self) -> impl Iterator<Item = &SignedData> {
        self.each().filter_map(|(_, held)| held.as_deref().ok())
    }

    /// Every certificate that they carry, and the time-stamps in them.
    pub fn certificates(&self) -> &[Certificate] {
        self.certificates.get_or_init(|| self.readable().flat_map(carried_certificates).collect())
    }
}
