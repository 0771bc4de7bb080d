//! Where secrets are kept between two runs: by the system's own keychain, and nowhere else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use workflow::browser::Secret;
use workflow::host::NoKeychain;

use crate::way_out::ProxyLogin;

/// Under which all of this program's secrets stand in the system's keychain.
const SERVICE: &str = "pitser";
/// With `none` in it, no keychain is asked.
const CHOICE: &str = "PITSER_KEYCHAIN";
/// With a client secret in it, none is looked for in a keychain: for servers, where there is none.
pub(crate) const CLIENT_SECRET: &str = "PITSER_CSC_SECRET";

/// A keychain. It may block: the system asks the person to unlock it.
pub trait Keychain: Send + Sync {
    /// The secret of that name; none where there is none.
    ///
    /// # Errors
    /// [`NoKeychain`].
    fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain>;
    /// Keeps a secret under a name, instead of an earlier one.
    ///
    /// # Errors
    /// [`NoKeychain`].
    fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain>;
    /// Forgets the secret of that name; one that is not there is no error.
    ///
    /// # Errors
    /// [`NoKeychain`].
    fn forget(&self, name: &str) -> Result<(), NoKeychain>;
}

/// The keychain of this user: that of the system, unless `PITSER_KEYCHAIN` says `none`.
pub fn of_this_user() -> Arc<dyn Keychain> {
    match std::env::var(CHOICE).as_deref() {
        Ok("none") => Arc::new(Absent),
        _ => Arc::new(OfTheSystem),
    }
}

/// The secret of the client of a signing service that the environment gives, `PITSER_CSC_SECRET`.
pub fn client_secret_given() -> Option<Secret> {
    std::env::var(CLIENT_SECRET).ok().filter(|text| !text.is_empty()).map(Secret::new)
}

/// Whether the environment gives the login for the proxy that a profile names, `PITSER_PROXY_LOGIN`: it comes before the
/// one in the keychain, whatever its form.
pub fn is_proxy_login_given() -> bool {
    ProxyLogin::given().is_some()
}

/// Secret Service, Keychain Services, Credential Manager.
struct OfTheSystem;

impl OfTheSystem {
    fn entry(name: &str) -> Result<keyring::Entry, NoKeychain> {
        if let Err(error) = keyring::Entry::store_status() {
            return Err(no_keychain(error));
        }
        keyring::Entry::new(SERVICE, name).map_err(|error| no_keychain(&error))
    }
}

impl Keychain for OfTheSystem {
    fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        match Self::entry(name)?.get_secret() {
            // What is no text was put there by somebody else.
            Ok(bytes) => Ok(String::from_utf8(bytes).ok().map(Secret::new)),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(no_keychain(&error)),
        }
    }

    fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        let entry = Self::entry(name)?;
        entry.set_secret(secret.reveal().as_bytes()).map_err(|error| no_keychain(&error))
    }

    fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        match Self::entry(name)?.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(error) => Err(no_keychain(&error)),
        }
    }
}

/// The variants that carry what is kept say nothing of it in words.
fn no_keychain(error: &keyring::Error) -> NoKeychain {
    NoKeychain { detail: error.to_string().chars().take(300).collect() }
}

/// None at all.
struct Absent;

impl Absent {
    fn error() -> NoKeychain {
        NoKeychain { detail: format!("{CHOICE}=none") }
    }
}

impl Keychain for Absent {
    fn recall(&self, _: &str) -> Result<Option<Secret>, NoKeychain> {
        Err(Self::error())
    }

    fn keep(&self, _: &str, _: &Secret) -> Result<(), NoKeychain> {
        Err(Self::error())
    }

    /// Nothing is there.
    fn forget(&self, _: &str) -> Result<(), NoKeychain> {
        Ok(())
    }
}

/// One that lasts as long as the program.
#[derive(Default)]
pub struct InMemory(Mutex<BTreeMap<String, Secret>>);

impl InMemory {
    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keychain for InMemory {
    fn recall(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        Ok(self.held().get(name).cloned())
    }

    fn keep(&self, name: &str, secret: &Secret) -> Result<(), NoKeychain> {
        self.held().insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        self.held().remove(name);
        Ok(())
    }
}
