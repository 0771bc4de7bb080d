//! The network, and what it learns on the way: a proxy that wants a login is told the one that the keychain has for it. The
//! keychain is asked when the proxy asks, and not before.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use workflow::browser::Secret;
use workflow::host::{NoKeychain, Request, Response, Unreachable, UnreachableCause};
use workflow::keychain;
use workflow::profile::Profile;

use crate::error::Error;
use crate::network::Network;
use crate::way_out::ProxyLogin;

/// The network under one profile.
pub(crate) struct Line {
    profile: Profile,
    /// The entry with the login for the profile's proxy; none where the keychain is not to be asked.
    pub entry: Option<String>,
    network: Mutex<Arc<Network>>,
    learned: tokio::sync::Mutex<Learned>,
}

/// What the keychain said.
#[derive(Default)]
struct Learned {
    login: Option<ProxyLogin>,
    /// It does not open: the person is not asked to unlock it again and again.
    closed: bool,
}

impl Line {
    pub(crate) fn new(profile: &Profile) -> Result<Self, Error> {
        let given = ProxyLogin::given();
        let entry = keychain::proxy_login(profile).filter(|_| given.is_none());
        let network = Mutex::new(Arc::new(Network::new(profile, given)?));
        Ok(Self { profile: profile.clone(), entry, network, learned: tokio::sync::Mutex::default() })
    }

    /// Sends a request. Where the proxy wants a login, `recall` asks the keychain for the [`entry`](Self::entry), and the
    /// request is sent once more: it went no further than to the proxy.
    pub(crate) async fn send(
        &self,
        request: Request,
        recall: impl Future<Output = Result<Option<Secret>, NoKeychain>> + Send,
    ) -> Result<Response, Unreachable> {
        let network = Arc::clone(&self.network());
        if self.entry.is_none() {
            return network.send(request).await;
        }
        let again = request.clone();
        match network.send(request).await {
            Err(error) if matches!(error.cause, UnreachableCause::ProxyLogin { .. }) => {
                match self.learn(&network, recall).await {
                    Some(network) => network.send(again).await,
                    None => Err(error),
                }
            }
            answer => answer,
        }
    }

    /// A network that knows more than the one that was refused.
    async fn learn(
        &self,
        refused: &Arc<Network>,
        recall: impl Future<Output = Result<Option<Secret>, NoKeychain>> + Send,
    ) -> Option<Arc<Network>> {
        let mut learned = self.learned.lock().await;
        let present = Arc::clone(&self.network());
        if !Arc::ptr_eq(&present, refused) {
            return Some(present);
        }
        if learned.closed {
            return None;
        }
        let Ok(found) = recall.await else {
            learned.closed = true;
            return None;
        };
        let login = ProxyLogin::read(found?.reveal())?;
        if learned.login.as_ref() == Some(&login) {
            return None;
        }
        let network = Arc::new(Network::new(&self.profile, Some(Ok(login.clone()))).ok()?);
        learned.login = Some(login);
        *self.network() = Arc::clone(&network);
        Some(network)
    }

    /// The keychain has something else under that name now, or nothing. Where that is the login for the proxy, what was
    /// learned of it is unlearned: one that was forgotten is told to nobody any more, and the next one is looked for again.
    pub(crate) async fn changed(&self, name: &str) {
        if self.entry.as_deref() != Some(name) {
            return;
        }
        let mut learned = self.learned.lock().await;
        if learned.login.is_some() {
            let Ok(without) = Network::new(&self.profile, None) else { return };
            *self.network() = Arc::new(without);
        }
        *learned = Learned::default();
    }

    fn network(&self) -> MutexGuard<'_, Arc<Network>> {
        self.network.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
