//! Smart-ID, Relying Party API v3 (3.2.3); [`v2`] beside it, with the same results.
//!
//! | known | certificate | signature |
//! |---|---|---|
//! | document number | [`CertificateByDocument`] | [`Signature`], or [`DeviceLinkSignature`] with a QR code |
//! | person | [`CertificateChoice`] | [`Signature`] |
//! | nothing; a QR code is scanned | [`AnonymousCertificateChoice`] | [`LinkedSignature`] |
//!
//! The digest goes out, a signature value comes back; [`check_signature`] and [`check_certificate_profile`] say whether
//! it is the one that was asked for. Certificate path and revocation are judged elsewhere.

mod certificate;
mod check;
mod conversation;
mod device_link;
mod identifier;
mod interaction;
mod link_screen;
mod problem;
mod qr;
mod relying_party;
mod scheme;
mod signature;
mod status;
pub mod v2;
mod verification_code;

pub use certificate::{
    AnonymousCertificateChoice, CertificateByDocument, CertificateChoice, ChosenCertificate, LinkedSession,
};
pub use check::{ToCheck, check_account, check_certificate_profile, check_signature};
pub use device_link::{DeviceLink, LinkType, SessionType, auth_code};
pub use identifier::{DocumentNumber, PersonIdentifier};
pub use interaction::{Interaction, Interactions, fit};
pub use qr::svg;
pub use relying_party::{CertificateLevel, Nonce, RelyingParty};
pub use scheme::can_sign;
pub use signature::{
    Asked, DeviceLinkSignature, LinkedSignature, Signature, SignatureOrder, SignatureResult,
};
pub use status::{DeviceAddress, FlowType};
pub use verification_code::verification_code;
