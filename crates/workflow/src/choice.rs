//! Which of a person's keys at a signing service: the only one that can sign, else the one they choose.

use pki::{DigestAlgorithm, Name};
use remote::csc::{self, Credential, Token};
use remote::smart_id::fit;
use report::words::{Language, plain};

use crate::browser::Offer;
use crate::drive::drive;
use crate::error::Error;
use crate::host::Host;
use crate::login::{Gate, is_over};

/// More keys than this nobody looks through; each is a question to the service. Another one can be named.
const OFFERED: usize = 20;

/// Somebody's keys at a service, and what is to be signed with one of them.
pub(crate) struct Keys<'a, H> {
    pub host: &'a H,
    pub gate: &'a Gate<'a, H>,
    pub token: &'a Token,
    /// Digest of what is to be signed.
    pub digest: DigestAlgorithm,
    pub language: Language,
}

impl<H: Host> Keys<'_, H> {
    /// The key to sign with, of those with these identifiers.
    pub async fn one_of(&self, ids: &[String]) -> Result<Credential, Error> {
        let (mut usable, mut unusable) = (Vec::new(), None);
        for id in ids.iter().take(OFFERED) {
            match self.of(id).await {
                Ok(credential) => usable.push(credential),
                // One that is disabled, has run out or cannot be used from here is not to be chosen. Why, is said where there
                // is no other.
                Err(error @ Error::Remote(_)) if !is_over(&error) => unusable = Some(error),
                Err(error) => return Err(error),
            }
        }
        if usable.len() > 1 {
            let chosen = self.host.choose(usable.iter().map(offer).collect()).await;
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

    /// The key with that identifier, where it can sign.
    pub async fn of(&self, id: &str) -> Result<Credential, Error> {
        let asking = csc::credential(&self.gate.client, self.token, id, self.language.tag());
        let credential = drive(self.host, asking, |_| Ok(())).await?;
        qualified(&credential)?;
        credential.algorithm(self.digest, &self.gate.info)?;
        Ok(credential)
    }
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
