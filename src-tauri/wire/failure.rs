//! Why a command did not do its work.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// Why a command did not do its work. The words are chosen in the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// A stable name of the case.
    pub code: String,
    /// The figures of the case, by name.
    #[ts(type = "Record<string, string>")]
    pub values: BTreeMap<String, String>,
    /// The next step that helps, as a stable name.
    pub hint: String,
}

impl Failure {
    /// A case of the window's own.
    pub fn new(code: &str, hint: &str) -> Self {
        Self { code: code.to_owned(), values: BTreeMap::new(), hint: hint.to_owned() }
    }

    /// The person cancelled here.
    pub fn cancelled() -> Self {
        Self::new("cancelled", "start-over")
    }

    /// Something else is being signed.
    pub fn busy() -> Self {
        Self::new("busy", "retry")
    }

    /// The document is not open any more.
    pub fn not_open() -> Self {
        Self::new("not-open", "open-again")
    }

    /// This cannot be had under the profile in use.
    pub fn only_in_demo() -> Self {
        Self::new("only-in-demo", "settings")
    }

    /// Nobody is remembered any more.
    pub fn nobody_known() -> Self {
        Self::new("nobody-known", "start-over")
    }

    /// There is no page to open, or nothing to open it with.
    pub fn no_browser() -> Self {
        Self::new("browser-missing", "retry")
    }

    /// The name for a proxy has a colon in it.
    pub fn proxy_login_name() -> Self {
        Self::new("proxy-login-name", "retry")
    }

    /// A mistake of this program.
    pub fn internal(detail: impl std::fmt::Display) -> Self {
        let mut failure = Self::new("internal", "retry");
        failure.values.insert("detail".to_owned(), detail.to_string());
        failure
    }
}

impl From<workflow::error::Error> for Failure {
    fn from(error: workflow::error::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&workflow::error::Error> for Failure {
    fn from(error: &workflow::error::Error) -> Self {
        Self { code: error.code().to_owned(), values: error.values(), hint: error.hint().to_owned() }
    }
}

impl From<native::Error> for Failure {
    fn from(error: native::Error) -> Self {
        let mut failure = Self::new(error.code(), "retry");
        failure.values.insert("detail".to_owned(), error.to_string());
        failure
    }
}

impl From<native::profiles::Error> for Failure {
    fn from(error: native::profiles::Error) -> Self {
        Self { values: error.values(), ..Self::new(error.code(), "settings") }
    }
}
