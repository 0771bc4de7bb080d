//! What is trusted.

use pki::Certificate;

use crate::report::TrustSource;

/// Trust anchors, and certificates that may complete a path to one.
#[derive(Clone, Debug)]
pub struct Trust {
    name: String,
    test: bool,
    anchors: Vec<Certificate>,
    issuers: Vec<Certificate>,
}

impl Trust {
    /// A trust source. `test` says that its anchors are test anchors; they are never mixed with real ones.
    pub fn new(
        name: impl Into<String>,
        test: bool,
        anchors: Vec<Certificate>,
        issuers: Vec<Certificate>,
    ) -> Self {
        Self { name: name.into(), test, anchors, issuers }
    }

    /// The anchors.
    pub fn anchors(&self) -> &[Certificate] {
        &self.anchors
    }

    /// Known intermediate certificates, not trusted by themselves.
    pub fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    /// The name and the digests of the anchors, for a report.
    pub fn source(&self) -> TrustSource {
        TrustSource {
            name: self.name.clone(),
            test: self.test,
            anchors: self.anchors.iter().map(|anchor| hex::encode(anchor.fingerprint())).collect(),
        }
    }
}
