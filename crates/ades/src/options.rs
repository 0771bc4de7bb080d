//! How to sign.

use pdf::{AlternateName, Appearance, Permission};
use pki::{Certificate, SignatureAlgorithm};

/// Room for a time-stamp token of a service that was not tried, in bytes: a P-256 unit's token has 1 to 2 kB, one of
/// RSA-4096 with a chain 6 kB.
pub const TOKEN_ROOM: usize = 8 << 10;

/// How to sign.
#[derive(Clone, Debug)]
pub struct Options {
    /// The algorithm of the signature; its digest is also that of the document. A field may demand another digest.
    pub algorithm: SignatureAlgorithm,
    /// Certificates that complete the signer's path, put beside the signer's own.
    pub issuers: Vec<Certificate>,
    /// `/Reason`.
    pub reason: Option<String>,
    /// `/Location`.
    pub location: Option<String>,
    /// The empty signature field to sign, by its fully qualified name; none makes a new one.
    pub field: Option<String>,
    /// What the field is called where people read it (`/TU`), if it is new.
    pub alternate_name: Option<AlternateName>,
    /// Certifies the document, and permits this afterwards.
    pub certify: Option<Permission>,
    /// The seal that is seen; without one a new field is invisible.
    pub appearance: Option<Appearance>,
    /// Bytes kept free for a time-stamp token that will be added; none: there will be none.
    pub token_room: Option<usize>,
    /// The signer can use the algorithm with another digest, if the field demands one.
    pub other_digests: bool,
}

impl Options {
    /// A signature without any particulars.
    pub const fn new(algorithm: SignatureAlgorithm) -> Self {
        Self {
            algorithm,
            issuers: Vec::new(),
            reason: None,
            location: None,
            field: None,
            alternate_name: None,
            certify: None,
            appearance: None,
            token_room: None,
            other_digests: false,
        }
    }
}
