//! The services of a profile, ready to be used.

use std::path::PathBuf;
use std::sync::Arc;

use native::demo::Demo;
use native::known::{self, For, Known};
use native::profiles::{DEMO, Profiles};
use native::{Folders, Machine, keychain};
use workflow::browser::Secret;
use workflow::event::Event;
use workflow::keychain::{
    Forgotten, What, forget, forget_proxy_login, keep_proxy_login, keep_secret, proxy_login_of,
    proxy_login_whereabouts, whereabouts,
};
use workflow::profile::Profile;
use workflow::proxy::Proxy;

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

    /// The proxy that the profile names, host and port.
    pub fn proxy(&self) -> Option<&str> {
        match &self.profile.proxy {
            Proxy::At(address) => Some(address.authority()),
            Proxy::System | Proxy::None => None,
        }
    }

    /// Where the login for that proxy is. It may take as long as a person needs to unlock the keychain.
    ///
    /// # Errors
    /// There is no keychain, or no such proxy.
    pub async fn proxy_login_at(&self) -> Result<SecretAt, Failure> {
        if keychain::is_proxy_login_given() {
            return Ok(SecretAt::Given);
        }
        Ok(proxy_login_whereabouts(&*self.silent, &self.profile).await?.into())
    }

    /// Keeps a login for that proxy in the keychain, instead of an earlier one.
    ///
    /// # Errors
    /// The name has a colon in it; there is no keychain, or no such proxy.
    pub async fn keep_proxy_login(&self, name: &str, password: &Secret) -> Result<(), Failure> {
        let login = proxy_login_of(name, password).ok_or_else(Failure::proxy_login_name)?;
        Ok(keep_proxy_login(&*self.silent, &self.profile, &login).await?)
    }

    /// Forgets that login.
    ///
    /// # Errors
    /// There is no keychain.
    pub async fn forget_proxy_login(&self) -> Result<(), Failure> {
        Ok(forget_proxy_login(&*self.silent, &self.profile).await?)
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
        known::known(&self.folders, For::Profile(&self.profile))
    }

    /// Remembers somebody for the profile.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn remember(&self, somebody: Known) -> Result<(), Failure> {
        Ok(known::remember(&self.folders, For::Profile(&self.profile), somebody)?)
    }

    /// Forgets who is remembered for the profile.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn forget(&self) -> Result<(), Failure> {
        Ok(known::forget(&self.folders, For::Profile(&self.profile))?)
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

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::path::Path;
    use std::sync::{Mutex, PoisonError, mpsc};
    use std::{fs, thread};

    use native::keychain::InMemory;
    use tauri::async_runtime::block_on;
    use workflow::host::{Host, Request};

    use super::*;

    const ROOT: &str = include_str!("../tests/fixtures/keys/root.pem");
    const PASSWORD: &str = "not-to:be-found";
    /// `mari:not-to:be-found`
    const SAID: &str = "bWFyaTpub3QtdG86YmUtZm91bmQ=";

    /// An office with a keychain of its own, and everything that is told to its window.
    struct Office {
        world: World,
        told: Arc<Mutex<String>>,
        place: PathBuf,
    }

    impl Office {
        fn behind(proxy: &str, story: &str) -> Self {
            let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/world").join(story);
            let _ = fs::remove_dir_all(&place);
            let folders = Folders::at(&place).expect("folders");
            let mut profile = Profile::of_trust("office", ROOT.to_owned(), Vec::new()).expect("a profile");
            profile.proxy = proxy.parse().expect("a proxy");
            let told = Arc::<Mutex<String>>::default();
            let hearer = Arc::clone(&told);
            let hear = move |event: Event| *hearer.lock().expect("nobody failed") += &format!("{event:?}");
            let machine = Machine::new(&profile, &folders, hear).expect("a machine");
            let silent = Arc::new(machine.keeping(Arc::new(InMemory::default())));
            Self { world: World { profile, silent, folders, demo: None }, told, place }
        }

        fn at(&self) -> Result<SecretAt, Failure> {
            block_on(self.world.proxy_login_at())
        }

        fn keep(&self, name: &str) -> Result<(), Failure> {
            block_on(self.world.keep_proxy_login(name, &Secret::new(PASSWORD)))
        }

        fn forget(&self) -> Result<(), Failure> {
            block_on(self.world.forget_proxy_login())
        }

        /// Asks somebody far away.
        fn contact(&self) -> Failure {
            let mut request = Request::new(Vec::new());
            *request.uri_mut() = "http://tsa.test/".parse().expect("an address");
            let failed = block_on(self.world.silent.send(request)).expect_err("nobody is let through");
            workflow::error::Error::from(failed).into()
        }
    }

    /// A proxy that lets nobody through; gives its address and what it is told.
    fn closed_proxy() -> (String, mpsc::Receiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            for client in listener.incoming() {
                let (mut client, mut head) = (client?, Vec::new());
                while !head.ends_with(b"\r\n\r\n") {
                    let mut next = [0];
                    client.read_exact(&mut next)?;
                    head.extend(next);
                }
                // Told first: whoever gets the answer finds it.
                if tell.send(String::from_utf8_lossy(&head).into_owned()).is_err() {
                    break;
                }
                client.write_all(b"HTTP/1.1 407 \r\ncontent-length: 0\r\nconnection: close\r\n\r\n")?;
            }
            Ok::<_, std::io::Error>(())
        });
        (address, told)
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
        let entries = fs::read_dir(folder).expect("a folder");
        entries.flat_map(|entry| inside(entry.expect("an entry").path())).collect()
    }

    #[test]
    fn a_login_is_told_to_the_proxy_and_stands_in_no_event_no_failure_and_no_file() {
        let (address, heard) = closed_proxy();
        let office = Office::behind(&format!("http://{address}"), "told");
        assert_eq!(office.world.proxy(), Some(address.as_str()));
        assert_eq!(office.at(), Ok(SecretAt::Missing));
        let without = office.contact();
        assert_eq!((without.code.as_str(), &without.values["proxy"]), ("proxy-login", &address));
        assert!(!heard.recv().expect("a request").to_lowercase().contains("authorization"));
        office.keep("mari").expect("kept");
        assert_eq!(office.at(), Ok(SecretAt::Kept));
        let refused = office.contact();
        assert_eq!(refused.code, "proxy-login-refused");
        let heads: Vec<_> = heard.try_iter().collect();
        assert!(heads.iter().any(|head| head.contains(SAID)), "the proxy was told: {heads:?}");
        let mut seen = format!("{without:?} {refused:?} {:?} {:?}", office.world.profile, office.at());
        seen += &office.told.lock().unwrap_or_else(PoisonError::into_inner);
        let written = files(&office.place);
        assert!(!written.is_empty(), "the network log at least");
        for file in written {
            seen += &String::from_utf8_lossy(&fs::read(file).expect("a file"));
        }
        assert!(seen.contains("tsa.test"), "there is something to be searched");
        for secret in [PASSWORD, SAID, "mari"] {
            assert!(!seen.contains(secret), "{secret}: {seen}");
        }
        office.forget().expect("forgotten");
        assert_eq!(office.at(), Ok(SecretAt::Missing));
        office.contact();
        assert!(heard.try_iter().all(|head| !head.contains(SAID)), "it is forgotten at once");
    }

    #[test]
    fn a_name_with_a_colon_is_refused_and_nothing_kept() {
        let office = Office::behind("http://proxy.test:3128", "colon");
        let refused = office.keep("BANK:mari").expect_err("refused");
        assert_eq!(refused, Failure::proxy_login_name());
        assert_eq!(office.at(), Ok(SecretAt::Missing));
    }

    #[test]
    fn where_the_profile_names_no_proxy_no_login_is_kept() {
        for (proxy, story) in [("system", "system"), ("none", "none")] {
            let office = Office::behind(proxy, story);
            assert_eq!(office.world.proxy(), None);
            assert_eq!(office.keep("mari").expect_err("refused").code, "profile");
            assert_eq!(office.at().expect_err("refused").code, "profile");
        }
    }
}
