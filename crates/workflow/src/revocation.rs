//! Where a certificate's fate is asked for: responders first, lists then.

use std::time::Duration;

use pki::crl::Crl;
use pki::ocsp::{Request as OcspRequest, Response as OcspResponse, Verified};
use pki::{Certificate, Error as PkiError, Evidence, Status, Time};

use crate::error::CLOCK_TOLERANCE;
use crate::failures::{Asked as Whom, Cause, Failures, Step};
use crate::gather::{Budget, fetch, no_address};
use crate::host::{Host, KeptList};
use crate::why;

/// How long a list that was fetched is used without asking whether there is a newer one: as long as somebody checks one
/// document after the other. Authorities publish lists long before the last ones end.
const UNASKED: Duration = Duration::from_secs(60 * 60);

/// A certificate and who issued it.
type About<'a> = (&'a Certificate, &'a Certificate);

/// Asks responders in their order, and then for lists. A statement is taken only if it verifies for this certificate;
/// `known` was not enough.
pub(crate) async fn revocation(
    host: &impl Host,
    budget: &mut Budget,
    about: About<'_>,
    (ocsp, crls): (&[String], &[String]),
    known: &Evidence,
) -> Result<Evidence, Failures> {
    let mut failures = Failures::default();
    for url in ocsp {
        match next_answer(host, budget, about, url).await {
            Ok(response) => return Ok(Evidence { ocsp: vec![response], ..Evidence::default() }),
            Err(cause) => failures.add(Whom::Responder, url, cause),
        }
    }
    for url in crls {
        match list(host, budget, about, url, known).await {
            Ok(crl) if known.crls.contains(&crl) => {
                failures.add(Whom::List, url, not_enough(&crl, host.now()))
            }
            Ok(crl) => return Ok(Evidence { crls: vec![crl], ..Evidence::default() }),
            Err(cause) => failures.add(Whom::List, url, cause),
        }
    }
    if failures.is_empty() {
        failures.add(Whom::Responder, "", no_address("revocation", about.0));
    }
    Err(failures)
}

/// A responder whose answer was not enough is asked once more, without a nonce, and not again: it would say the same.
async fn next_answer(
    host: &impl Host,
    budget: &mut Budget,
    about: About<'_>,
    url: &str,
) -> Result<Vec<u8>, Cause> {
    let before = budget.heard.iter().filter(|(by, whom, _)| by == url && whom == about.0);
    let before: Vec<Cause> = before.map(|(.., cause)| cause.clone()).collect();
    let (der, said) = match before.as_slice() {
        [] => ask_responder(host, budget, about, url).await?,
        [first] => match ask(host, budget, about, url, None).await {
            Ok(Asked::Answered(der, said)) => (der, said),
            // What it said first tells more than that it cannot say it otherwise.
            Ok(Asked::Refused(_)) | Err(_) => return Err(first.clone()),
        },
        [first, ..] => return Err(first.clone()),
    };
    let cause = match is_of_now(&said, host.now()) {
        Err(cause) => cause,
        Ok(()) if matches!(said.status, Status::Unknown) => why::status(&PkiError::NotCovered),
        Ok(()) => nothing_said(),
    };
    budget.heard.push((url.to_owned(), about.0.clone(), cause));
    Ok(der)
}

/// Of what answered well, and still decides nothing.
fn nothing_said() -> Cause {
    Cause::new("nothing-said", Step::Later, "")
}

/// Why a list that is known already is not enough.
fn not_enough(der: &[u8], now: Time) -> Cause {
    match Crl::parse(der) {
        Ok(list) if list.next_update().is_some_and(|next| next < now) => {
            Cause::not_accepted("not-of-now", format!("of {}", list.this_update()))
        }
        _ => nothing_said(),
    }
}

/// With a nonce; and where a responder does not take one, without (RFC 9654 §2.1, RFC 5019 §4): another nonce than the one
/// that was sent is refused, and without any the times of the answer decide.
async fn ask_responder(
    host: &impl Host,
    budget: &mut Budget,
    about: About<'_>,
    url: &str,
) -> Result<(Vec<u8>, Verified), Cause> {
    let mut nonce = [0; 32];
    host.random(&mut nonce);
    match ask(host, budget, about, url, Some(&nonce)).await? {
        Asked::Answered(der, said) => Ok((der, said)),
        Asked::Refused(_) => match ask(host, budget, about, url, None).await? {
            Asked::Answered(der, said) => Ok((der, said)),
            Asked::Refused(cause) => Err(cause),
        },
    }
}

enum Asked {
    /// By an answer that counts: DER, and what it says.
    Answered(Vec<u8>, Verified),
    /// It does not take the question as it was asked.
    Refused(Cause),
}

async fn ask(
    host: &impl Host,
    budget: &mut Budget,
    (certificate, issuer): About<'_>,
    url: &str,
    nonce: Option<&[u8]>,
) -> Result<Asked, Cause> {
    let query = OcspRequest::new(certificate, issuer, nonce);
    let answer = fetch(host, budget, remote::ocsp::request(url, query)).await?;
    let der = match remote::ocsp::read(answer) {
        Ok(der) => der,
        Err(error @ remote::Error::UnexpectedStatus { status: 400 }) => {
            return Ok(Asked::Refused(error.into()));
        }
        Err(error) => return Err(error.into()),
    };
    let response = match OcspResponse::parse(&der) {
        Ok(response) => response,
        // malformedRequest, unauthorized (RFC 6960 §4.2.1): how responders with answers made beforehand refuse a nonce.
        Err(error @ PkiError::OcspStatus { status: 1 | 6 }) => {
            return Ok(Asked::Refused(why::status(&error)));
        }
        Err(error) => return Err(why::status(&error)),
    };
    let echoed = nonce.filter(|_| response.nonce.is_some());
    let said = response.verify_for(certificate, issuer, echoed, &[]).map_err(|error| why::status(&error))?;
    if echoed.is_none() {
        is_of_now(&said, host.now())?;
    }
    Ok(Asked::Answered(der, said))
}

/// Whether an answer that nothing binds to the question is one of now. One that does not say when newer information comes
/// says that it comes at any time (RFC 6960 §2.4), so that it must have been made for the question.
fn is_of_now(said: &Verified, now: Time) -> Result<(), Cause> {
    let tolerance = Duration::from_secs(CLOCK_TOLERANCE.unsigned_abs());
    let until = said.next_update.unwrap_or(said.this_update).plus(tolerance);
    match said.this_update <= now.plus(tolerance) && now <= until {
        true => Ok(()),
        false => Err(Cause::not_accepted("not-of-now", format!("of {}", said.this_update))),
    }
}

/// The list of an address: the one that was kept, if it is young, else a new one; if none can be had, the kept one for as
/// long as it holds.
async fn list(
    host: &impl Host,
    budget: &mut Budget,
    about: About<'_>,
    url: &str,
    known: &Evidence,
) -> Result<Vec<u8>, Cause> {
    let now = host.now();
    let holds = |kept: &KeptList| !known.crls.contains(&kept.der) && holds(&kept.der, about, now);
    let kept = host.list_kept(url).filter(holds);
    if let Some(kept) = kept.as_ref().filter(|kept| kept.fetched <= now && now.since(kept.fetched) <= UNASKED)
    {
        return Ok(kept.der.clone());
    }
    match fetch_list(host, budget, about, url).await {
        Ok(der) => {
            host.keep_list(url, &der);
            Ok(der)
        }
        Err(cause) => kept.map(|kept| kept.der).ok_or(cause),
    }
}

/// Whether a list speaks of the certificate, and a newer one is not due yet.
fn holds(der: &[u8], about: About<'_>, now: Time) -> bool {
    let Ok(list) = Crl::parse(der) else { return false };
    let current = list.this_update() <= now && list.next_update().is_some_and(|next| now < next);
    current && speaks_of(&list, about).is_ok()
}

async fn fetch_list(
    host: &impl Host,
    budget: &mut Budget,
    about: About<'_>,
    url: &str,
) -> Result<Vec<u8>, Cause> {
    let answer = fetch(host, budget, remote::crl::request(url)).await?;
    let der = remote::crl::read(answer)?;
    let list = Crl::parse(&der).map_err(|error| why::status(&error))?;
    speaks_of(&list, about).map_err(|error| why::status(&error))?;
    Ok(der)
}

fn speaks_of(list: &Crl, (certificate, issuer): About<'_>) -> Result<(), PkiError> {
    list.covers(certificate)?;
    // A list by another is judged with the certificate of its signer, which may be elsewhere.
    if list.issuer_der() == issuer.subject_der() {
        list.is_signed_by(issuer)?;
    }
    Ok(())
}
