//! The services of a profile, ready to be used.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use native::demo::Demo;
use native::{Folders, Machine};
use workflow::event::Event;
use workflow::profile::Profile;

use crate::wire::Failure;

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
    /// Opens `demo`, which is started on this computer, `sk-demo`, or the profile in a file.
    ///
    /// # Errors
    /// The profile cannot be read, or the demo not be started.
    pub async fn open(profile: &str) -> Result<Self, Failure> {
        let folders = Folders::of_this_user()?;
        let (profile, demo) = match profile {
            "demo" => {
                let demo = Demo::start(&folders).await?;
                (demo.profile.clone(), Some(demo))
            }
            "sk-demo" => (Profile::sk_demo().map_err(workflow::error::Error::from)?, None),
            file => (read(Path::new(file))?, None),
        };
        let silent = Arc::new(Machine::new(&profile, &folders, |_| {})?);
        Ok(Self { profile, silent, folders, demo })
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

fn read(path: &Path) -> Result<Profile, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let mut failure = Failure::new("profile", "settings");
        failure.values.insert("detail".to_owned(), format!("{}: {error}", path.display()));
        failure
    })?;
    Ok(Profile::from_toml(&text).map_err(workflow::error::Error::from)?)
}
