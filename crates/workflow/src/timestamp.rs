//! Asking the profile's time-stamp services, in their order.

use ades::Document;
use pki::DigestAlgorithm;
use pki::tsp::{self, Token};

use crate::error::{Error, same_time};
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

/// Room for a token whose size nobody knows yet: a P-256 unit's has 1 to 2 kB, one of RSA-4096 with a chain 6 kB.
const ROOM: usize = 8 << 10;
/// By how much tokens of one service differ: serial numbers, fractions of seconds.
const MARGIN: usize = 64;

/// The document with a document time-stamp over all of it. A token that is larger than its room tells how much room the
/// next one needs.
pub(crate) async fn over_document(
    host: &impl Host,
    profile: &Profile,
    document: &Document,
) -> Result<Document, Error> {
    let mut room = ROOM;
    loop {
        let slot = document.with_document_timestamp(DigestAlgorithm::Sha256, room)?;
        let token = stamp(host, profile, slot.algorithm(), slot.imprint()).await?;
        same_time(host.now(), token.gen_time)?;
        match slot.embed(&token) {
            Err(ades::Error::Pdf(pdf::Error::ContentsTooSmall { needed, .. })) if room == ROOM => {
                room = needed.saturating_add(MARGIN);
            }
            done => return Ok(done?),
        }
    }
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
