//! Secrets that the keychain keeps: the one by which a signing service knows this program, and the login for a proxy. They
//! cross once, from the page, and never back.

use serde::Serialize;
use ts_rs::TS;
use workflow::keychain::Whereabouts;
use workflow::profile::Login;

/// What the secret is to a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretUse {
    /// Without it nobody is let in.
    Needed,
    /// The service may have given one.
    Possible,
}

/// Where a secret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretAt {
    /// Nowhere.
    Missing,
    /// In the keychain of this computer.
    Kept,
    /// In the environment that this program was started in.
    Given,
}

impl From<Login> for SecretUse {
    fn from(login: Login) -> Self {
        match login {
            Login::Client => Self::Needed,
            Login::Browser => Self::Possible,
        }
    }
}

impl From<Whereabouts> for SecretAt {
    fn from(at: Whereabouts) -> Self {
        match at {
            Whereabouts::Missing => Self::Missing,
            Whereabouts::Kept => Self::Kept,
            Whereabouts::Given => Self::Given,
        }
    }
}
