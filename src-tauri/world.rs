//! The services of a profile, ready to be used.

use std::path::PathBuf;
use std::sync::Arc;

use native::demo::Demo;
use native::known::{self, Known};
use native::profiles::{DEMO, Profiles};
use native::{Folders, Machine, keychain};
use workflow::browser::Secret;
use workflow::event::Event;
use workflow::keychain::{Forgotten, What, forget, keep_secret, whereabouts};
use workflow::profile::Profile;

use crate::wire::{Failure, SecretAt, SecretUse};

/// The services of a profile. The demo's live as long as this does.
pub struct World {
    /// The profile.
    pub profile: Profile,
    /// This machine when nobody has to be told anything.
    pub silent: Arc<Machine>,
    folders: Folders,
    demo: Option<Demo>,
}

impl World {
    /// Opens `demo`, which is started on this computer, or another profile by its name or file.
    ///
    /// # Errors
    /// The profile cannot be read, or the demo not be started.
    pub async fn open(profile: &str) -> Result<Self, Failure> {
        let folders = Folders::of_this_user()?;
        let profiles = Profiles::of(&folders);
        let (profile, demo) = match profile {
            DEMO => {
                profiles.may_use(DEMO)?;
                let demo = Demo::start(&folders).await?;
                (demo.profile.clone(), Some(demo))
            }
            name => {
                let mut profile = profiles.read(name)?;
                if let Some(service) = &mut profile.csc {
                    service.client.client_secret = keychain::client_secret_given();
                }
                (profile, None)
            }
        };
        let silent = Arc::new(Machine::new(&profile, &folders, |_| {})?);
        Ok(Self { profile, silent, folders, demo })
    }

    /// What the secret of a signing service's client is to the profile; none where it has no such service. The demo's
    /// gives no secrets, and lives no longer than this.
    pub fn secret(&self) -> Option<SecretUse> {
        self.profile.csc.as_ref().filter(|_| self.demo.is_none()).map(|service| service.login.into())
    }

    /// Where that secret is. It may take as long as a person needs to unlock the keychain.
    ///
    /// # Errors
    /// There is no keychain, or no such service.
    pub async fn secret_at(&self) -> Result<SecretAt, Failure> {
        Ok(whereabouts(&*self.silent, &self.profile).await?.into())
    }

    /// Keeps that secret in the keychain, instead of an earlier one.
    ///
    /// # Errors
    /// There is no keychain, or no such service.
    pub async fn keep_secret(&self, secret: Secret) -> Result<(), Failure> {
        Ok(keep_secret(&*self.silent, &self.profile, &secret).await?)
    }

    /// Forgets that secret, and the login that was had with it; whether the service was told, where there was one.
    ///
    /// # Errors
    /// There is no keychain, or no such service.
    pub async fn forget_secret(&self) -> Result<bool, Failure> {
        let forgotten = forget(&*self.silent, &self.profile, What::Everything).await?;
        Ok(!matches!(forgotten, Forgotten::NotRevoked(_)))
    }

    /// Where the demo's phone is, if this is the demo.
    pub fn phone_url(&self) -> Option<&str> {
        self.demo.as_ref().map(|demo| demo.phone_url.as_str())
    }

    /// Holds a device link up to the camera of the demo's phone, as the screen does to a real one.
    pub async fn hold_up(&self, link: &str) {
        if let Some(demo) = &self.demo {
            demo.hold_up(link).await;
        }
    }

    /// Who is remembered for the profile.
    pub fn known(&self) -> Option<Known> {
        known::known(&self.folders, &self.profile.name)
    }

    /// Remembers somebody for the profile.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn remember(&self, somebody: Known) -> Result<(), Failure> {
        Ok(known::remember(&self.folders, &self.profile.name, somebody)?)
    }

    /// Forgets who is remembered for the profile.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn forget(&self) -> Result<(), Failure> {
        Ok(known::forget(&self.folders, &self.profile.name)?)
    }

    /// The folder for samples: `Pitser` among the person's documents, or among the program's own files where those
    /// have a place of their own (`PITSER_DATA_DIR`) or the person has none.
    pub fn samples(&self, documents: Option<PathBuf>) -> PathBuf {
        let apart = std::env::var_os("PITSER_DATA_DIR").is_some();
        documents
            .filter(|_| !apart)
            .map_or_else(|| self.folders.data().join("samples"), |folder| folder.join("Pitser"))
    }

    /// This machine, set up for the services.
    ///
    /// # Errors
    /// The network part cannot be set up.
    pub fn machine(&self, notify: impl Fn(Event) + Send + Sync + 'static) -> Result<Machine, Failure> {
        Ok(Machine::new(&self.profile, &self.folders, notify)?)
    }
}
