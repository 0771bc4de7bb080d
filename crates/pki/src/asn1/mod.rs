//! The little ASN.1 we need beside `der`: reading that keeps the original bytes, BER made definite, DER written.

pub(crate) mod ber;
pub(crate) mod read;
pub(crate) mod tag;
pub(crate) mod write;
