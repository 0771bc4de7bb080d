//! The world outside: the phone, the Smart-ID RP API, Mobile-ID, a remote signing service, the CA, OCSP, CRL and TSA.
//!
//! Two doors. [`World`] is a function of a request and a moment: no socket, no clock, a seed. [`serve`] puts a world
//! behind loopback HTTPS and HTTP for as long as it is held.
//!
//! | Path | What |
//! |---|---|
//! | `/smart-id-rp/v2/…` | RP API v2: certificate choice, authentication, signature, session status |
//! | `/smart-id-rp/v3/…` | RP API v3: authentication, signature, certificate and certificate-choice endpoints, session status |
//! | `/mid-api/…` | Mobile-ID REST API 5.2: certificate, signature, authentication, session status |
//! | `/csc/v2/…` | CSC API v2.0: info, credentials, signatures of hashes and documents, time-stamps |
//! | `/csc-login/oauth2/…` | OAuth 2.0: the page on which a person decides, tokens. Under another name than every computer's own it is at the same name and port as the service |
//! | `POST /mock/device-link` | SK's mock phone for device links; where they come from the same device, it opens the page that they lead back to |
//! | `/ocsp`, `/crl/…`, `/ca/…`, `/tsa` | RFC 6960, RFC 5280, RFC 2585, RFC 3161 |
//! | `/phone` | a page with the hand-driven phones ([`by_hand`]); their PIN2 is [`PIN`] |
//! | `GET /phone/state` | who there is, what waits, what ended and where the app goes then: nobody opens that address for a phone of the page |
//! | `POST /phone/{approve,choose,cancel,scan,camera}` | `{session, pin, code?}`, `{session, code}`, `{session, screen?}`, `{documentNumber}`, `{link}` |
//! | `GET`, `POST /admin/{faults,relying-party}`; `POST /admin/{pace,revoke}` | [`Faults`], [`Registration`], [`Pace`], `{documentNumber, reason?}`: docs/emulator.md |
//!
//! ```no_run
//! use emulator::{Keys, Reply, Urls, World};
//!
//! let world = World::create(Keys::cached()?, 1, Urls::loopback(1, 2), 1_795_478_400_000);
//! let body = r#"{"relyingPartyUUID":"00000000-0000-4000-8000-000000000000","relyingPartyName":"DEMO"}"#;
//! let request = http::Request::post(format!(
//!     "{}/v3/signature/certificate/PNOEE-40504040001-DEM0-Q",
//!     world.urls().smart_id()
//! ))
//! .header("content-type", "application/json")
//! .body(body.into())?;
//! let now = 1_795_478_400_000;
//! let Reply::Ready(answer) = world.handle(request, now, now) else { panic!("nothing to wait for") };
//! assert_eq!(answer.status(), 200);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accounts;
mod admin;
mod asn1;
mod browser;
mod csc;
mod error;
mod faults;
mod installation;
mod key_store;
mod keys;
mod listener;
mod machine;
mod mobile_id;
mod phone;
mod pki;
mod random;
mod realm;
mod reply;
mod serve;
mod smart_id;
mod spoil;
mod state;
mod support;
mod tally;
mod urls;
mod world;

pub use accounts::by_hand;
pub use csc::{
    CLIENT as CSC_CLIENT, CSC_OTP, CSC_PIN, ORGANISATION as CSC_ORGANISATION, SECRET as CSC_SECRET,
};
pub use error::Error;
pub use faults::{
    AnswerFault, BodyFault, CscFault, CscRefusal, Faults, NonceManners, Outage, Pace, UnknownRelyingParty,
};
pub use keys::Keys;
pub use mobile_id::session::MobileResult;
pub use mobile_id::{RELYING_PARTY_NAME as MOBILE_ID_NAME, RELYING_PARTY_UUID as MOBILE_ID_UUID};
pub use phone::PIN;
pub use reply::{Answer, ConnectionCut, Reply};
pub use serve::{Options, Running, serve};
pub use smart_id::acsp::{AcspInput, acsp_payload};
pub use smart_id::callback::Visit;
pub use smart_id::device_link::{AuthCodeInput, LinkType, auth_code};
pub use smart_id::registration::Registration;
pub use smart_id::session::EndResult;
pub use smart_id::{RELYING_PARTY_NAME, RELYING_PARTY_UUID, SCHEME};
pub use spoil::Blanks;
pub use tally::Tally;
pub use urls::Urls;
pub use world::World;
