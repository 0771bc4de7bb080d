//! What the signatures of a document hold, read once for everybody who looks into it.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::cause::Cause;
use ades::{Facts, SignatureFacts};
use pki::Certificate;
use pki::cms::SignedData;
use pki::tsp::Token;

/// `/Contents` of a signature as CMS, or what is wrong with it.
pub(crate) type Held = Result<Arc<SignedData>, Cause>;

/// Every signature with what it holds, in the order of the fact sheet.
pub(crate) struct Contents<'a> {
    each: Vec<(&'a SignatureFacts, Held)>,
    tokens: OnceCell<Vec<Token>>,
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
        Self { each, tokens: OnceCell::new(), certificates: OnceCell::new() }
    }

    /// Each signature with what it holds.
    pub fn each(&self) -> impl Iterator<Item = (&'a SignatureFacts, &Held)> {
        self.each.iter().map(|(signature, held)| (*signature, held))
    }

    /// Those that can be read.
    pub fn readable(&self) -> impl Iterator<Item = &SignedData> {
        self.each().filter_map(|(_, held)| held.as_deref().ok())
    }

    /// The time-stamps in their attributes that can be read.
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let signers = self.readable().flat_map(|cms| &cms.signer_infos);
            let tokens = signers.flat_map(|signer| {
                let content = signer.signed_attributes.iter().flat_map(|signed| &signed.content_timestamps);
                signer.signature_timestamps.iter().chain(content)
            });
            tokens.filter_map(|token| Token::parse(token).ok()).collect()
        })
    }

    /// Every certificate that they carry, and the time-stamps in them.
    pub fn certificates(&self) -> &[Certificate] {
        self.certificates.get_or_init(|| {
            let own = self.readable().flat_map(|cms| &cms.certificates);
            own.chain(self.tokens().iter().flat_map(|token| &token.certificates)).cloned().collect()
        })
    }
}
