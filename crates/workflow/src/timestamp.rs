//! Asking the profile's time-stamp services, in their order.

use ades::Document;
use pki::tsp::{self, Token};
use pki::{Certificate, DigestAlgorithm};

use crate::error::{Error, in_short, not_accepted, same_time};
use crate::host::Host;
use crate::order::Level;
use crate::profile::{Profile, TimestampService};

/// A token over `digest` from the first service that gives a good one.
pub(crate) async fn stamp(
    host: &impl Host,
    profile: &Profile,
    algorithm: DigestAlgorithm,
    digest: &[u8],
) -> Result<Token, Error> {
    let (mut failures, known) = (Vec::new(), profile.issuers()?);
    for service in &profile.timestamp {
        match ask(host, service, &known, algorithm, digest).await {
            Ok(token) => return Ok(token),
            Err(failure) => failures.push(format!("{}: {failure}", service.url)),
        }
    }
    if failures.is_empty() {
        failures.push("no time-stamp service is named".to_owned());
    }
    Err(Error::NoTimestamp { cause: failures.join("; ") })
}

/// By how much the tokens of one service may differ, in bytes beside a quarter: serial numbers, fractions of seconds,
/// the certificate of the next unit.
const MARGIN: usize = 512;

/// The document with a document time-stamp over all of it. A token that is larger than its room tells how much room the
/// next one needs.
pub(crate) async fn over_document(
    host: &impl Host,
    profile: &Profile,
    document: &Document,
) -> Result<Document, Error> {
    let mut room = ades::TOKEN_ROOM;
    loop {
        let slot = document.with_document_timestamp(DigestAlgorithm::Sha256, room)?;
        let token = stamp(host, profile, slot.algorithm(), slot.imprint()).await?;
        same_time(host.now(), token.gen_time)?;
        match slot.embed(&token) {
            Err(ades::Error::Pdf(pdf::Error::ContentsTooSmall { needed, .. }))
                if room == ades::TOKEN_ROOM =>
            {
                room = needed.saturating_add(MARGIN);
            }
            done => return Ok(done?),
        }
    }
}

/// The room to keep for a token at that level, after a sample: one over nothing. It also shows, before anybody types
/// PIN2, that a service answers and its clock agrees with ours.
///
/// Where there are several services, another one may answer next time: then it is never less than for one that was not
/// tried.
pub(crate) async fn room(host: &impl Host, profile: &Profile, level: Level) -> Result<Option<usize>, Error> {
    if level < Level::BT {
        return Ok(None);
    }
    let algorithm = DigestAlgorithm::Sha256;
    let sample = stamp(host, profile, algorithm, &algorithm.digest(&[])).await?;
    same_time(host.now(), sample.gen_time)?;
    let size = sample.raw.len();
    let room = size.saturating_add(size / 4).saturating_add(MARGIN);
    Ok(Some(if profile.timestamp.len() > 1 { room.max(ades::TOKEN_ROOM) } else { room }))
}

async fn ask(
    host: &impl Host,
    service: &TimestampService,
    known: &[Certificate],
    algorithm: DigestAlgorithm,
    digest: &[u8],
) -> Result<Token, String> {
    let mut nonce = [0; 20];
    host.random(&mut nonce);
    // A positive number of full length, whatever the dice say.
    nonce[0] = nonce[0] & 0x7f | 0x40;
    let query = tsp::request(algorithm, digest, &nonce);
    let request = remote::tsa::request(&service.url, query).map_err(in_short)?;
    let answer = host.send(request).await.map_err(in_short)?;
    let der = remote::tsa::read(answer).map_err(in_short)?;
    let token = tsp::parse_response(&der, algorithm, digest, &nonce).map_err(not_accepted)?;
    // Whether the unit is trusted is judged later. What does not even verify is the next service's turn.
    token.verify(known).map_err(not_accepted)?;
    Ok(token)
}
