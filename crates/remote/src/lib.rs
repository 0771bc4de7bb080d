//! What one says to Smart-ID, Mobile-ID, remote signing services, time-stamp, OCSP, CRL and certificate servers.
//!
//! A conversation is a [`Session`]: it is polled with the time and says what to do next: send this request, wait until
//! then, show this to the person, done. It opens no socket, reads no clock and throws no dice, so that the same
//! conversation runs over HTTPS in the window and in virtual time in a test.
//!
//! - [`smart_id`]: the Relying Party API v3 of Smart-ID: which certificate, then which signature.
//! - [`mobile_id`]: the REST API of Mobile-ID: the same two questions to a SIM card.
//! - [`csc`]: the API of the Cloud Signature Consortium: a key at a remote signing service, and several hashes at once.
//! - [`tsa`], [`ocsp`], [`crl`], [`aia`]: one request, one answer; sizes bounded, content types checked.
//!
//! ```
//! use remote::smart_id::{CertificateByDocument, CertificateLevel, DocumentNumber, RelyingParty};
//! use remote::{Session, Step};
//!
//! let party = RelyingParty::demo("https://sid.demo.sk.ee/smart-id-rp");
//! let number = DocumentNumber::parse("PNOEE-40504040001-DEM0-Q")?;
//! let mut session = CertificateByDocument::new(&party, &number, CertificateLevel::Qualified);
//! let Step::Send(request) = session.poll(pki::Time::from_unix_seconds(1_795_000_000))? else { unreachable!() };
//! assert_eq!(request.uri().path(), "/smart-id-rp/v3/signature/certificate/PNOEE-40504040001-DEM0-Q");
//! # Ok::<(), remote::Error>(())
//! ```

pub mod aia;
pub mod crl;
pub mod csc;
pub mod mobile_id;
pub mod ocsp;
pub mod smart_id;
pub mod tsa;

mod error;
mod exchange;
mod masked;
mod polling;
mod secret;
mod session;

pub use error::Error;
pub use masked::masked;
pub use secret::Secret;
pub use session::{OnPhone, OpenSession, Prompt, Request, Response, Session, Step, Unvouched};
