//! The document security store: `/DSS` in the catalog (EN 319 142-1 §5.4.2).

/// Evidence carried by the file, each entry DER.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SecurityStore {
    /// X.509 certificates.
    pub certificates: Vec<Vec<u8>>,
    /// Whole `OCSPResponse` values (RFC 6960), not the basic response inside.
    pub ocsps: Vec<Vec<u8>>,
    /// `CertificateList` values (RFC 5280 §5).
    pub crls: Vec<Vec<u8>>,
}

impl SecurityStore {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty() && self.ocsps.is_empty() && self.crls.is_empty()
    }

    /// Adds what `other` has and this has not, in its order.
    pub fn merge(&mut self, other: &SecurityStore) {
        for (mine, theirs) in [
            (&mut self.certificates, &other.certificates),
            (&mut self.ocsps, &other.ocsps),
            (&mut self.crls, &other.crls),
        ] {
            for der in theirs {
                if !mine.contains(der) {
                    mine.push(der.clone());
                }
            }
        }
    }
}
