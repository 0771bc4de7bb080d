//! Which of a person's keys at a signing service: the only one that can sign, else the one they choose.

use pki::Name;
use remote::csc::{self, Client, Credential, Token};
use remote::smart_id::fit;
use report::words::plain;

use crate::browser::Offer;
use crate::drive::drive;
use crate::error::Error;
use crate::host::Host;
use crate::login::is_over;

/// More keys than this nobody looks through; each is a question to the service. Another one can be named.
const OFFERED: usize = 20;

/// The key to sign with, of those with these identifiers.
pub(crate) async fn credential(
    host: &impl Host,
    client: &Client,
    token: &Token,
    ids: &[String],
    language: &str,
) -> Result<Credential, Error> {
    let (mut usable, mut unusable) = (Vec::new(), None);
    for id in ids.iter().take(OFFERED) {
        match of(host, client, token, id, language).await {
            Ok(credential) => usable.push(credential),
            // One that is disabled or has run out is not to be chosen. Why, is said where there is no other.
            Err(error @ Error::Remote(_)) if !is_over(&error) => unusable = Some(error),
            Err(error) => return Err(error),
        }
    }
    if usable.len() > 1 {
        let chosen = host.choose(usable.iter().map(offer).collect()).await;
        return match usable.iter().position(|one| Some(plain(&one.id)) == chosen) {
            Some(index) => Ok(usable.swap_remove(index)),
            None => {
                let shown: Vec<_> = usable.iter().map(|one| plain(&one.id)).collect();
                Err(Error::SeveralCredentials { ids: shown.join(", ") })
            }
        };
    }
    let none = || unusable.unwrap_or(remote::Error::CscNoCredential.into());
    usable.pop().ok_or_else(none)
}

/// The key with that identifier.
pub(crate) async fn of(
    host: &impl Host,
    client: &Client,
    token: &Token,
    id: &str,
    language: &str,
) -> Result<Credential, Error> {
    let asking = csc::credential(client, token, id, language);
    let credential = drive(host, asking, |_| Ok(())).await?;
    qualified(&credential)?;
    Ok(credential)
}

/// Contracts are signed with certificates for signing.
fn qualified(credential: &Credential) -> Result<(), Error> {
    let signs = credential.certificate.key_usage().is_some_and(|usage| usage.non_repudiation);
    match signs {
        true => Ok(()),
        false => Err(remote::Error::NotForSigning.into()),
    }
}

fn offer(credential: &Credential) -> Offer {
    let certificate = &credential.certificate;
    let name = |name: Name| {
        let whole = name.to_string();
        fit(&plain(&name.common_name.unwrap_or(whole)), 120)
    };
    Offer {
        id: plain(&credential.id),
        name: name(certificate.subject()),
        issuer: name(certificate.issuer()),
        not_after: certificate.not_after(),
    }
}
