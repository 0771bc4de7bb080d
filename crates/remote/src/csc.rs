//! The API v2.0 of the Cloud Signature Consortium (CSC): a key kept by a remote signing service, which signs several hashes
//! under one authorisation.
//!
//! [`info`] says where and how one is let in, and [`Info`] what the service offers: [`Client::methods`] keeps whatever it
//! does not from being asked for. [`Proof`] and [`authorization_page`], or [`pushed_page`], lead the person's
//! browser there and [`returned`] reads how it came back; [`token`], [`refreshed_token`] or [`client_token`] gives the
//! access token, and [`revoke`] takes it back. [`credentials`] and [`credential`] tell which keys there are. A credential is
//! authorised by its own visit of the browser, or by what [`authorize`] is told of the person ([`Mode::Explicit`]), and
//! [`extend`] makes that last. [`sign_hashes`] gives signature values, [`sign_documents`] whole signatures;
//! [`Credential::algorithm`] and [`checked`] say whether they are what was asked for.
//!
//! Clauses are those of the specification v2.0.0.2.

mod algorithm;
mod authorize;
mod call;
mod client;
mod credential;
mod expression;
mod info;
mod oauth;
mod offer;
mod problem;
mod sign;
mod timestamp;

pub use algorithm::{can_sign, checked};
pub use authorize::{Activation, Answer, Authorizing, Challenge, authorize, challenge, extend};
pub use call::Call;
pub use client::{Client, ToOauthServer};
pub use credential::{AuthObject, Credential, Kind, Mode, credential, credentials};
pub use info::{Info, OauthServer, info};
pub use oauth::{
    Endpoints, Page, Proof, Scope, Token, authorization_page, client_token, endpoints, pushed_page,
    refreshed_token, returned, revoke, token,
};
pub use offer::Entrance;
pub use sign::{Conformance, Digests, Form, sign_documents, sign_hashes};
pub use timestamp::timestamp;
