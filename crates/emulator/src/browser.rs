//! The browser of the mock phone, which opens the page that a link from the same device leads back to.

use std::sync::Arc;
use std::time::Duration;

use http::header::COOKIE;
use reqwest::redirect::Policy;
use tokio::task::AbortHandle;

use crate::error::Error;
use crate::machine::now_ms;
use crate::world::World;

/// How often it looks whether there is something to open.
const LOOK: Duration = Duration::from_millis(200);
/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens what there is to open, until that is ended.
///
/// # Errors
/// [`Error::Tls`]: there is no way to open pages.
pub fn open(world: Arc<World>) -> Result<AbortHandle, Error> {
    // Whoever tests a client has its page here, under a certificate of its own.
    let client = reqwest::Client::builder()
        .tls_danger_accept_invalid_certs(true)
        .redirect(Policy::none())
        .timeout(PATIENCE)
        .no_proxy()
        .build()
        .map_err(|error| Error::Tls(error.to_string()))?;
    let looking = tokio::spawn(async move {
        let mut clock = tokio::time::interval(LOOK);
        loop {
            clock.tick().await;
            for visit in world.visits(now_ms()) {
                // Nobody reads what the page says, or whether it is there.
                tokio::spawn(client.get(visit.url).header(COOKIE, visit.cookie).send());
            }
        }
    });
    Ok(looking.abort_handle())
}
