//! Mobile-ID, REST API 5.2.1: a key on the SIM card of an Estonian or Lithuanian phone.
//!
//! [`CertificateRequest`], then [`Signature`]. The digest goes out; the person compares the [`verification_code`], which
//! both sides compute from the digest; a signature value comes back, by an elliptic curve as r and s or by RSA. The
//! answer names no certificate: [`SignatureAnswer::checked`] says whether the value belongs to the one that was given
//! before.

mod certificate;
mod check;
mod display_text;
mod phone_number;
mod problem;
mod relying_party;
mod signature;
mod status;
mod verification_code;

pub use certificate::CertificateRequest;
pub use check::{algorithm_for, check_certificate_profile};
pub use display_text::DisplayText;
pub use phone_number::{PhoneNumber, Subscriber};
pub use relying_party::{Language, RelyingParty};
pub use signature::{Signature, SignatureOrder, can_sign};
pub use status::SignatureAnswer;
pub use verification_code::verification_code;
