//! Fetching the evidence that a judgement asks for, within bounds.

use std::time::Duration;

use pki::{Certificate, Evidence, Time};
use validation::want::Want;

use crate::error::{in_short, not_accepted};
use crate::host::{Host, Request, Response, Unreachable, UnreachableCause};
use crate::revocation::revocation;

/// Each round can uncover the next link of a path; real ones are four long.
const ROUNDS: usize = 5;
/// Requests one judgement may cause in all: some certificates, two addresses each.
const REQUESTS: usize = 40;
/// How long one judgement may go on asking: somebody waits for it, and where one service hangs, others often do too.
const TIME: Duration = Duration::from_secs(120);

/// What one judgement may still ask for, and who turned it away.
pub(crate) struct Budget {
    requests: usize,
    until: Time,
    turned_away: Option<Unreachable>,
}

/// What was gathered, and what could not be had.
#[derive(Default)]
pub(crate) struct Gathered {
    pub evidence: Evidence,
    pub failures: Vec<String>,
    /// The first request that a proxy did not lead on for want of a login.
    pub turned_away: Option<Unreachable>,
}

/// Fetches until nothing more is wanted, or nothing more comes.
pub(crate) async fn gather(
    host: &impl Host,
    wanted: impl Fn(&Evidence) -> Vec<Want> + Send + Sync,
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut budget = Budget { requests: REQUESTS, until: host.now().plus(TIME), turned_away: None };
    for _ in 0..ROUNDS {
        let wants = wanted(&gathered.evidence);
        let before = gathered.evidence.clone();
        gathered.failures.clear();
        for want in wants {
            let found = match &want {
                Want::Issuer { certificate, urls } => issuer(host, &mut budget, certificate, urls).await,
                Want::Revocation { certificate, issuer, ocsp, crls } => {
                    let addresses = (ocsp.as_slice(), crls.as_slice());
                    revocation(host, &mut budget, (certificate, issuer), addresses, &before).await
                }
            };
            match found {
                Ok(evidence) => gathered.evidence.merge(evidence),
                Err(failure) => gathered.failures.push(failure),
            }
        }
        if gathered.evidence == before {
            break;
        }
    }
    gathered.turned_away = budget.turned_away;
    gathered
}

async fn issuer(
    host: &impl Host,
    budget: &mut Budget,
    certificate: &Certificate,
    urls: &[String],
) -> Result<Evidence, String> {
    let mut failure = format!("no address for the issuer of {}", certificate.subject());
    for url in urls {
        let answer = fetch(host, budget, remote::aia::request(url)).await;
        match answer
            .and_then(|response| remote::aia::read(response).map_err(in_short))
            .map_err(|cause| format!("{url}: {cause}"))
        {
            Ok(found) => match found.into_iter().find(|found| certificate.is_issued_by(found).is_ok()) {
                Some(found) => return Ok(Evidence { certificates: vec![found], ..Evidence::default() }),
                None => failure = format!("{url}: {}", not_accepted("not the issuer")),
            },
            Err(cause) => failure = cause,
        }
    }
    Err(failure)
}

/// Sends a request within what may still be asked for.
pub(crate) async fn fetch(
    host: &impl Host,
    budget: &mut Budget,
    request: Result<Request, remote::Error>,
) -> Result<Response, String> {
    budget.requests = budget.requests.checked_sub(1).ok_or("too many requests for one judgement")?;
    if host.now() > budget.until {
        return Err("too much time for one judgement".to_owned());
    }
    let answer = host.send(request.map_err(in_short)?).await;
    if let Err(unreachable @ Unreachable { cause: UnreachableCause::ProxyLogin { .. }, .. }) = &answer {
        budget.turned_away.get_or_insert_with(|| unreachable.clone());
    }
    answer.map_err(in_short)
}
