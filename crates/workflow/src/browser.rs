//! What only the person can do: allow something in the browser, answer a question, choose a key.

use std::future::Future;
use std::pin::Pin;

use pki::Time;
pub use remote::Secret;

/// A visit of the person's browser at a page of a service, from which it comes back to this computer.
pub struct Visit<'a> {
    /// The path at which it comes back, without a slash before it; nobody can guess it.
    pub path: String,
    /// The page, for the whole address at which the browser comes back.
    pub page: &'a (dyn Fn(String) -> Led<'a> + Sync),
    /// What the browser shows then, in plain words.
    pub farewell: String,
    /// How long it is waited for.
    pub until: Time,
}

/// The address of a page; none where the service gives none.
pub type Led<'a> = Pin<Box<dyn Future<Output = Option<String>> + Send + 'a>>;

/// How the browser came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The address that it was given, without a query.
    pub redirect: String,
    /// The query with which it came.
    pub query: Secret,
}

/// Why it did not come back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoReturn {
    /// There was no page to lead it to.
    NoPage,
    /// Not in time.
    TimedOut,
    /// Nothing could be listened at.
    NotListening {
        /// What the system said.
        detail: String,
    },
}

/// Something that a service asks the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is called, in the service's words: `PIN`.
    pub label: String,
    /// The service's explanation; empty where there is none.
    pub description: String,
    /// What the answer is to; none where it is sent to the person by another way, or where nothing is.
    pub challenge: Option<String>,
}

/// A key that the person has at a signing service, and can sign with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its identifier there.
    pub id: String,
    /// Whom its certificate names.
    pub name: String,
    /// Who issued the certificate.
    pub issuer: String,
    /// When the certificate ends.
    pub not_after: Time,
}
