//! Asking the profile's time-stamp services, in their order.

use pki::DigestAlgorithm;
use pki::tsp::{self, Token};

use crate::error::Error;
use crate::host::Host;
use crate::profile::{Profile, TimestampService};

/// A token over `digest` from the first service that gives a good one.
pub(crate) async fn stamp(
    host: &impl Host,
    profile: &Profile,
    algorithm: DigestAlgorithm,
    digest: &[u8],
) -> Result<Token, Error> {
    let mut failures = Vec::new();
    for service in &profile.timestamp {
        match ask(host, service, algorithm, digest).await {
            Ok(token) => return Ok(token),
            Err(failure) => failures.push(format!("{}: {failure}", service.url)),
        }
    }
    if failures.is_empty() {
        failures.push("no time-stamp service is named".to_owned());
    }
    Err(Error::NoTimestamp { cause: failures.join("; ") })
}

async fn ask(
    host: &impl Host,
    service: &TimestampService,
    algorithm: DigestAlgorithm,
    digest: &[u8],
) -> Result<Token, String> {
    let mut nonce = [0; 20];
    host.random(&mut nonce);
    // A positive number of full length, whatever the dice say.
    nonce[0] = nonce[0] & 0x7f | 0x40;
    let query = tsp::request(algorithm, digest, &nonce);
    let request = remote::tsa::request(&service.url, query).map_err(|error| error.to_string())?;
    let answer = host.send(request).await.map_err(|error| format!("{:?}", error.cause))?;
    let der = remote::tsa::read(answer).map_err(|error| error.to_string())?;
    tsp::parse_response(&der, algorithm, digest, &nonce).map_err(|error| error.to_string())
}
