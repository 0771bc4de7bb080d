//! The services of a profile, this machine as their host, and what happens there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use native::demo::Demo;
use native::known::{self, For, Known};
pub use native::profiles::DEMO;
use native::profiles::Profiles;
use native::{Folders, Machine, keychain, sample};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use workflow::event::{Event, LeftOpen};
use workflow::order::Signer;
use workflow::profile::Profile;
use workflow::report::words::plain;

use crate::console::Console;
use crate::failure::Failure;
use crate::{question, signals};

/// The documented test account for device links.
const SCANNER: &str = "PNOEE-40404040009-MOCK-Q";

/// Who holds the demo's phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phone {
    /// The documented test accounts answer by themselves, and one of them scans.
    ByItself,
    /// A person on the phone page.
    ByHand,
}

/// Everything that work needs.
pub struct World {
    /// This machine, set up for the profile's services.
    pub machine: Arc<Machine>,
    /// The profile.
    pub profile: Profile,
    /// What the workflows tell.
    pub events: UnboundedReceiver<Event>,
    folders: Folders,
    /// The demo's services live as long as this does.
    demo: Option<Arc<Demo>>,
    phone: Phone,
    /// Whether the test account has scanned.
    scanned: bool,
    /// What may be open on the phone though nobody waits for it any more.
    pub left_open: Option<LeftOpen>,
    /// What stands in the journal for each document that was signed: its key there.
    pub kept: BTreeMap<PathBuf, String>,
}

impl World {
    /// Opens `demo` or another profile by its name or file, and says which one it is.
    pub async fn open(name: &str, phone: Phone, console: &Console) -> Result<Self, Failure> {
        let folders = Folders::of_this_user()?;
        let profiles = Profiles::of(&folders);
        let (profile, demo) = if name == DEMO {
            profiles.may_use(DEMO)?;
            if !folders.demo().exists() {
                console.note("cli-demo-starting", &[]);
            }
            let demo = signals::or_stop(async { Ok(Demo::start(&folders).await?) }).await?;
            (demo.profile.clone(), Some(demo))
        } else {
            (profiles.read(name)?, None)
        };
        if phone == Phone::ByHand && demo.is_none() {
            return Err(Failure::new("phone-demo-only", &[]));
        }
        let world = Self::around(profile, folders, demo, phone)?;
        world.announce(console);
        Ok(world)
    }

    /// Whether the phone is this program's own, and is gone with it.
    pub const fn has_its_own_phone(&self) -> bool {
        self.demo.is_some()
    }

    /// A world without a phone, for work that needs none.
    pub fn without_phone(profile: Profile) -> Result<Self, Failure> {
        Self::around(profile, Folders::of_this_user()?, None, Phone::ByItself)
    }

    fn around(
        mut profile: Profile,
        folders: Folders,
        demo: Option<Demo>,
        phone: Phone,
    ) -> Result<Self, Failure> {
        if let Some(service) = &mut profile.csc {
            service.client.client_secret = keychain::client_secret_given();
        }
        let (sender, events) = unbounded_channel();
        // Nobody listens any more when the work has been given up.
        let machine = Machine::new(&profile, &folders, move |event| drop(sender.send(event)))?;
        let machine = Arc::new(machine.asking(question::ask).offering(question::choose));
        let demo = demo.map(Arc::new);
        if demo.is_some() && phone == Phone::ByItself {
            machine.leave_browser_closed();
        }
        let (left_open, kept) = (None, BTreeMap::new());
        Ok(Self { machine, profile, events, folders, demo, phone, scanned: false, left_open, kept })
    }

    fn announce(&self, console: &Console) {
        let id = if self.profile.test { "cli-profile-test" } else { "cli-profile" };
        console.note(id, &[("profile", plain(&self.profile.name).into())]);
        if let (Some(demo), Phone::ByHand) = (&self.demo, self.phone) {
            console.say(&console.words.text("cli-demo-phone", &[("url", demo.phone_url.as_str().into())]));
        }
    }

    /// Somebody who is remembered as the one who signs, and says so.
    pub fn signer(&self, known: &Known, console: &Console) -> Result<Signer, Failure> {
        console.note("cli-known", &[("name", plain(&known.name).into())]);
        Ok(known.signer(&self.profile, false)?)
    }

    /// Remembers who signed. Where that cannot be, it is said; what was signed is signed.
    pub fn remember(&self, known: Known, console: &Console) {
        let name = plain(&known.name);
        match known::remember(&self.folders, For::Profile(&self.profile), known) {
            Ok(()) => console.note("cli-remembered", &[("name", name.into())]),
            Err(error) => console.say(&Failure::from(error).lines(None, &console.words)),
        }
    }

    /// The sample loan agreement, laid out where it is not in the way.
    pub fn sample(&self, console: &Console) -> Result<PathBuf, Failure> {
        let folder = self.folders.data().join("samples");
        let path = sample::lay_out(&folder).map_err(|error| {
            let path = folder.display().to_string();
            Failure::new("sample-failed", &[("path", &path), ("detail", &error.to_string())])
        })?;
        console.note("cli-demo-sample", &[("path", plain(&path.display().to_string()).into())]);
        Ok(path)
    }

    /// Lets the demo's phone see a device link: the test account scans it at once; for a hand on the phone page it
    /// lies before the camera.
    pub async fn scan(&mut self, link: &str) {
        let Some(demo) = &self.demo else { return };
        match self.phone {
            Phone::ByItself if !self.scanned => self.scanned = demo.scan(SCANNER, link).await,
            Phone::ByItself => {}
            Phone::ByHand => demo.hold_up(link).await,
        }
    }

    /// Lets the demo's person allow what a page of the signing service asks, while the work goes on: the browser comes back
    /// to it.
    pub fn approve(&self, page: &str) {
        if let (Some(demo), Phone::ByItself) = (&self.demo, self.phone) {
            let (demo, page) = (Arc::clone(demo), page.to_owned());
            tokio::spawn(async move { demo.approve(&page).await });
        }
    }
}

/// Who is remembered for a profile.
pub fn known(profile: &str) -> Option<Known> {
    let profile = if profile == DEMO { None } else { Some(read(profile).ok()?) };
    known::known(&Folders::of_this_user().ok()?, profile.as_ref().map_or(For::OwnWorld, For::Profile))
}

/// A profile by its name, or one in a file.
pub fn read(name: &str) -> Result<Profile, Failure> {
    Ok(Profiles::of(&Folders::of_this_user()?).read(name)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_demo_is_a_test_and_can_be_read() {
        let profile = read("sk-demo").expect("a profile");
        assert!(profile.test);
        assert_eq!(profile.name, "sk-demo");
        assert_eq!(profile.anchors().map(|anchors| anchors.len()), Ok(1));
        assert_eq!(profile.issuers().map(|issuers| issuers.len()), Ok(1));
    }

    #[test]
    fn an_unknown_profile_is_named() {
        let failure = read("no-such-profile").expect_err("there is none");
        assert_eq!(failure.code, "profile-missing");
        assert!(failure.values["detail"].starts_with("no-such-profile"), "{failure:?}");
    }
}
