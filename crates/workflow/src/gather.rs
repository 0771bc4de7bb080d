//! Fetching the evidence that a judgement asks for, within bounds.

use std::time::Duration;

use pki::{Certificate, Evidence, Time};
use validation::want::Want;

use crate::failures::{Asked, Cause, Failures, Step};
use crate::host::{Host, Request, Response, Unreachable, UnreachableCause};
use crate::revocation::revocation;

/// Each round can uncover the next link of a path; real ones are four long.
const ROUNDS: usize = 5;
/// Requests one judgement may cause in all: some certificates, two addresses each.
const REQUESTS: usize = 40;
/// How long one judgement may go on asking: somebody waits for it, and where one service hangs, others often do too.
const TIME: Duration = Duration::from_secs(120);
/// How long it may go on asking for the issuers of certificates: those that lead to nobody trusted are anybody's, and so are the
/// addresses in them.
const ISSUERS: Duration = Duration::from_secs(20);

/// What one judgement may still ask for, and who turned it away.
pub(crate) struct Budget {
    requests: usize,
    until: Time,
    issuers_until: Time,
    turned_away: Option<Unreachable>,
    /// Responders that answered, about whom, and what keeps their answer from being enough if it is not.
    pub heard: Vec<(String, Certificate, Cause)>,
}

/// What was gathered, and what could not be had.
#[derive(Default)]
pub(crate) struct Gathered {
    pub evidence: Evidence,
    pub failures: Failures,
    /// The first request that a proxy did not lead on for want of a login.
    pub turned_away: Option<Unreachable>,
}

/// Fetches until nothing more is wanted, or nothing more comes.
pub(crate) async fn gather(
    host: &impl Host,
    wanted: impl Fn(&Evidence) -> Vec<Want> + Send + Sync,
) -> Gathered {
    let mut gathered = Gathered::default();
    let now = host.now();
    let mut budget = Budget {
        requests: REQUESTS,
        until: now.plus(TIME),
        issuers_until: now.plus(ISSUERS),
        turned_away: None,
        heard: Vec::new(),
    };
    for _ in 0..ROUNDS {
        let wants = wanted(&gathered.evidence);
        let before = gathered.evidence.clone();
        gathered.failures = Failures::default();
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
                Err(failures) => gathered.failures.0.extend(failures.0),
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
) -> Result<Evidence, Failures> {
    let mut failures = Failures::default();
    for url in urls {
        match issuer_at(host, budget, certificate, url).await {
            Ok(found) => return Ok(Evidence { certificates: vec![found], ..Evidence::default() }),
            Err(cause) => failures.add(Asked::Issuer, url, cause),
        }
    }
    if failures.is_empty() {
        failures.add(Asked::Issuer, "", no_address("issuer", certificate));
    }
    Err(failures)
}

/// That nobody says where something about a certificate could be had. Others may read it than the one whose it is.
pub(crate) fn no_address(what: &str, certificate: &Certificate) -> Cause {
    let whose = remote::masked(&certificate.subject().to_string());
    Cause::new("no-address", Step::Settings, format!("no address for the {what} of {whose}"))
}

async fn issuer_at(
    host: &impl Host,
    budget: &mut Budget,
    certificate: &Certificate,
    url: &str,
) -> Result<Certificate, Cause> {
    if host.now() > budget.issuers_until {
        return Err(too_much("too much time for issuers"));
    }
    let found = remote::aia::read(fetch(host, budget, remote::aia::request(url)).await?)?;
    let issuer = found.into_iter().find(|found| certificate.is_issued_by(found).is_ok());
    issuer.ok_or_else(|| Cause::not_accepted("not-the-issuer", "not the issuer"))
}

/// Sends a request within what may still be asked for.
pub(crate) async fn fetch(
    host: &impl Host,
    budget: &mut Budget,
    request: Result<Request, remote::Error>,
) -> Result<Response, Cause> {
    let left = budget.requests.checked_sub(1);
    budget.requests = left.ok_or_else(|| too_much("too many requests for one judgement"))?;
    if host.now() > budget.until {
        return Err(too_much("too much time for one judgement"));
    }
    let answer = host.send(request?).await;
    if let Err(unreachable @ Unreachable { cause: UnreachableCause::ProxyLogin { .. }, .. }) = &answer {
        budget.turned_away.get_or_insert_with(|| unreachable.clone());
    }
    Ok(answer?)
}

fn too_much(said: &str) -> Cause {
    Cause::new("too-much", Step::Later, said)
}
