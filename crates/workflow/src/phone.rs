//! The person and the phone: which certificate, then which signature. What is said to a SIM card stands in
//! [`crate::mobile`].

use std::path::Path;

use ades::Prepared;
use pki::{Certificate, SignatureAlgorithm, Time};
use remote::mobile_id::{self, Subscriber};
use remote::smart_id::{
    self, AnonymousCertificateChoice, Asked as Addressed, CertificateByDocument, CertificateChoice,
    CertificateLevel, ChosenCertificate, DeviceLinkSignature, DocumentNumber, FlowType, Interactions,
    LinkedSignature, Nonce, PersonIdentifier, RelyingParty, Signature, SignatureOrder, SignatureResult,
    ToCheck, check_certificate_profile, check_signature, fit, v2,
};
use report::words::{Language, Value, Words, plain};
use serde::{Deserialize, Serialize};

use crate::drive::drive;
use crate::error::{Error, same_time};
use crate::host::{Host, Response};
use crate::mobile;
use crate::order::{Order, Scans};
use crate::profile::{self, Api, Profile};

/// Contracts are signed with qualified certificates.
pub(crate) const LEVEL: CertificateLevel = CertificateLevel::Qualified;

/// How the person is asked for the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Asked {
    /// The phone is notified and shows a code.
    Notified,
    /// The app is open, after a scanned code.
    Linked,
    /// A code was scanned for this very signature.
    Scanned,
}

/// How the phone is found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Called<'a> {
    Person(&'a PersonIdentifier),
    Document(&'a DocumentNumber),
    DeviceLink(&'a Scans),
    Subscriber(&'a Subscriber),
}

impl Called<'_> {
    /// The algorithm before the certificate is known. The key on a SIM card is of an elliptic curve, but for a few.
    ///
    /// # Errors
    /// Where the service does not make such signatures: nobody is asked for one then.
    pub fn algorithm(self, profile: &Profile) -> Result<SignatureAlgorithm, Error> {
        match self {
            Self::Subscriber(_) => {
                let digest = profile.mobiles()?.digest;
                mobile_id::can_sign(digest)?;
                Ok(SignatureAlgorithm::Ecdsa(digest))
            }
            Self::Person(_) | Self::Document(_) | Self::DeviceLink(_) => {
                let service = profile.phones()?;
                let algorithm = service.algorithm();
                match service.api {
                    Api::V2 => v2::can_sign(&algorithm)?,
                    Api::V3 => smart_id::can_sign(&algorithm)?,
                }
                Ok(algorithm)
            }
        }
    }
}

/// Who will sign.
#[derive(Clone, Debug)]
pub(crate) enum Chosen {
    /// An account of Smart-ID.
    Account(ChosenCertificate),
    /// A SIM card, by its certificate.
    Card(Certificate),
}

impl Chosen {
    /// The certificate that will sign.
    pub const fn certificate(&self) -> &Certificate {
        match self {
            Self::Account(chosen) => &chosen.certificate,
            Self::Card(certificate) => certificate,
        }
    }

    /// The algorithm in which its key will sign.
    pub fn algorithm(&self, profile: &Profile) -> Result<SignatureAlgorithm, Error> {
        match self {
            Self::Account(_) => Ok(profile.phones()?.algorithm()),
            Self::Card(certificate) => mobile::algorithm(profile, certificate),
        }
    }
}

/// What came back, and what it takes to check it again when it is finished later.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Came {
    /// From an account of Smart-ID.
    Account {
        /// The account that was asked.
        document_number: DocumentNumber,
        /// How the person was asked.
        asked: Asked,
        /// The language of what the phone showed.
        #[serde(default)]
        language: Language,
        /// What came back.
        result: SignatureResult,
    },
    /// From a SIM card.
    Card {
        /// The signature value as signatures carry it, in hexadecimal digits.
        #[serde(with = "mobile::hex_text")]
        card_value: Vec<u8>,
    },
    /// From a key at a remote signing service.
    Cloud {
        /// The signature value as signatures carry it, in hexadecimal digits.
        #[serde(with = "mobile::hex_text")]
        cloud_value: Vec<u8>,
    },
    /// A whole signature from a remote signing service.
    Whole {
        /// CMS, in hexadecimal digits.
        #[serde(with = "mobile::hex_text")]
        whole_signature: Vec<u8>,
    },
}

impl Came {
    /// The account of Smart-ID from which it came.
    pub const fn account(&self) -> Option<&DocumentNumber> {
        match self {
            Self::Account { document_number, .. } => Some(document_number),
            Self::Card { .. } | Self::Cloud { .. } | Self::Whole { .. } => None,
        }
    }

    /// The signature value, or the whole signature.
    pub fn value(&self) -> &[u8] {
        match self {
            Self::Account { result, .. } => &result.value,
            Self::Card { card_value } => card_value,
            Self::Cloud { cloud_value } => cloud_value,
            Self::Whole { whole_signature } => whole_signature,
        }
    }
}

/// The certificate that will sign: one for signing, of the person who was called.
pub(crate) async fn certificate(
    host: &impl Host,
    profile: &Profile,
    called: Called<'_>,
    language: Language,
) -> Result<Chosen, Error> {
    let person = match called {
        Called::Subscriber(subscriber) => {
            return mobile::certificate(host, profile, subscriber).await.map(Chosen::Card);
        }
        Called::Person(person) | Called::DeviceLink(Scans::Person(person)) => Some(person),
        Called::Document(_) | Called::DeviceLink(Scans::Anybody | Scans::Account(_)) => None,
    };
    let chosen = account(host, profile, called, language).await?;
    check_certificate_profile(&chosen.certificate, LEVEL, person)?;
    Ok(Chosen::Account(chosen))
}

async fn account(
    host: &impl Host,
    profile: &Profile,
    called: Called<'_>,
    language: Language,
) -> Result<ChosenCertificate, Error> {
    let service = profile.phones()?;
    let party = &service.relying_party;
    match called {
        Called::DeviceLink(_) if !service.shows_codes() => return Err(profile::Error::NoDeviceLink.into()),
        Called::Person(_) | Called::Document(_) if !service.notifies() => {
            return Err(profile::Error::NoNotification.into());
        }
        _ => {}
    }
    let clocks = |response: &Response| clocks(host, response);
    if service.api == Api::V2 {
        let addressed = match called {
            Called::Person(person) => Addressed::Person(person),
            Called::Document(number) => Addressed::Account(number),
            Called::DeviceLink(_) | Called::Subscriber(_) => return Err(profile::Error::NoDeviceLink.into()),
        };
        let nonce = nonce(host);
        return drive(host, v2::CertificateChoice::new(party, addressed, LEVEL, Some(&nonce)), clocks).await;
    }
    match called {
        Called::Document(number) | Called::DeviceLink(Scans::Account(number)) => {
            drive(host, CertificateByDocument::new(party, number, LEVEL), clocks).await
        }
        Called::Person(person) => {
            let nonce = nonce(host);
            drive(host, CertificateChoice::new(party, person, LEVEL, Some(&nonce)), clocks).await
        }
        // Whoever it is: the app is open then, and the signature follows in it at once. A person is looked for among those
        // who scanned, since a notification of their phone would be what the code is there to avoid.
        Called::DeviceLink(Scans::Anybody | Scans::Person(_)) | Called::Subscriber(_) => {
            let nonce = nonce(host);
            let party = page_in(language, party);
            drive(host, AnonymousCertificateChoice::new(&party, LEVEL, Some(&nonce)), clocks).await
        }
    }
}

/// The signature over what is to be signed, as it came back.
pub(crate) async fn signature(
    host: &impl Host,
    profile: &Profile,
    called: Called<'_>,
    chosen: Chosen,
    prepared: &Prepared,
    order: &Order,
) -> Result<Came, Error> {
    match (chosen, called) {
        (Chosen::Account(chosen), _) => {
            let asked = match called {
                Called::DeviceLink(Scans::Account(_)) => Asked::Scanned,
                _ if chosen.session.is_some() => Asked::Linked,
                _ => Asked::Notified,
            };
            let result = by_account(host, profile, &chosen, asked, prepared, order).await?;
            let (document_number, language) = (chosen.document_number, order.language);
            Ok(Came::Account { document_number, asked, language, result })
        }
        (Chosen::Card(_), Called::Subscriber(subscriber)) => {
            let card_value = mobile::signature(host, profile, subscriber, prepared, order).await?;
            Ok(Came::Card { card_value })
        }
        // Only who was called as a subscriber has a card.
        (Chosen::Card(_), _) => Err(remote::Error::CertificateMismatch.into()),
    }
}

async fn by_account(
    host: &impl Host,
    profile: &Profile,
    chosen: &ChosenCertificate,
    asked: Asked,
    prepared: &Prepared,
    order: &Order,
) -> Result<SignatureResult, Error> {
    let party = &profile.phones()?.relying_party;
    let asked_for = SignatureOrder {
        digest: prepared.to_be_signed().digest,
        // A field may have demanded another digest than the profile's.
        algorithm: *prepared.algorithm(),
        level: LEVEL,
        interactions: interactions(asked, &order.document, order.language)?,
        nonce: Some(nonce(host)),
    };
    let look = |_: &Response| Ok(());
    if profile.phones()?.api == Api::V2 {
        let addressed = Addressed::Account(&chosen.document_number);
        return drive(host, v2::Signature::new(party, addressed, &asked_for)?, look).await;
    }
    // The signature names the certificate of this account: another one of the same person would sign in vain.
    let number = &chosen.document_number;
    match &chosen.session {
        Some(session) => drive(host, LinkedSignature::new(party, number, session, &asked_for)?, look).await,
        None if asked == Asked::Scanned => {
            let party = page_in(order.language, party);
            let session = DeviceLinkSignature::new(&party, Addressed::Account(number), &asked_for)?;
            drive(host, session, look).await
        }
        None => drive(host, Signature::new(party, number, &asked_for)?, look).await,
    }
}

/// Whether what came back is what was asked for.
pub(crate) fn check(came: &Came, prepared: &Prepared, document: &Path) -> Result<(), Error> {
    let (document_number, asked, language, result) = match came {
        Came::Account { document_number, asked, language, result } => {
            (document_number, *asked, *language, result)
        }
        Came::Card { card_value: value } | Came::Cloud { cloud_value: value } => {
            return mobile::check(value, prepared);
        }
        Came::Whole { whole_signature } => return Ok(prepared.accepts(whole_signature)?),
    };
    let flows: &[FlowType] = match asked {
        Asked::Notified => &[FlowType::Notification],
        Asked::Linked => &[FlowType::Notification, FlowType::Qr],
        Asked::Scanned => &[FlowType::Qr],
    };
    let expected = ToCheck {
        certificate: prepared.signer(),
        document_number,
        digest: &prepared.to_be_signed().digest,
        algorithm: prepared.algorithm(),
        level: LEVEL,
        interactions: &interactions(asked, document, language)?,
        flows,
    };
    Ok(check_signature(result, &expected)?)
}

/// What the phone shows: the document's name, so that the person can compare.
fn interactions(asked: Asked, document: &Path, language: Language) -> Result<Interactions, Error> {
    let words = Words::new(language);
    let name = plain(&document.file_name().unwrap_or_default().to_string_lossy());
    let text = |id: &str, limit: usize| {
        // The sentence around the name takes its part of the room.
        let bare = words.text(id, &[("document", Value::from(""))]).chars().count();
        let name = fit(&name, limit.saturating_sub(bare));
        fit(&words.text(id, &[("document", Value::from(name))]), limit)
    };
    let (short, long) = (text("phone-sign-short", 60), text("phone-sign-long", 200));
    Ok(match asked {
        Asked::Notified => Interactions::for_notification(&short, &long)?,
        Asked::Linked | Asked::Scanned => Interactions::for_device_link(&short, &long)?,
    })
}

/// The page behind the QR code speaks the person's language; where that is English, the one of the profile.
fn page_in(language: Language, party: &RelyingParty) -> RelyingParty {
    match language {
        Language::English => party.clone(),
        other => RelyingParty { language: other.iso_639_2().to_owned(), ..party.clone() },
    }
}

fn nonce(host: &impl Host) -> Nonce {
    let mut bytes = [0; 18];
    host.random(&mut bytes);
    Nonce::from_random(&bytes)
}

/// The first answers come before the person is asked for anything that counts: the moment to compare clocks.
pub(crate) fn clocks(host: &impl Host, response: &Response) -> Result<(), Error> {
    date(response).map_or(Ok(()), |theirs| same_time(host.now(), theirs))
}

/// The `Date` of an answer (RFC 9110 §6.6.1).
fn date(response: &Response) -> Option<Time> {
    let value = response.headers().get(http::header::DATE)?.to_str().ok()?;
    let seconds =
        httpdate::parse_http_date(value).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    Some(Time::from_unix_seconds(i64::try_from(seconds).ok()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The phone refuses longer texts (60 and 200 characters), and a name that is shortened away cannot be compared.
    #[test]
    fn in_every_language_the_phone_shows_the_name_of_the_document() {
        let long = format!("{}.pdf", "Laenuleping kinnisvara ostmiseks ".repeat(12));
        for language in Language::ALL {
            let words = Words::new(language);
            for (id, limit, room) in [("phone-sign-short", 60, 40), ("phone-sign-long", 200, 120)] {
                let bare = words.text(id, &[("document", Value::from(""))]).chars().count();
                assert!(bare + room <= limit, "{language:?} {id} takes {bare}");
            }
            for (asked, name) in [(Asked::Notified, "leping.pdf"), (Asked::Linked, long.as_str())] {
                let shown = interactions(asked, Path::new(name), language).unwrap();
                let shown = format!("{shown:?}");
                assert!(shown.contains("lep") && shown.contains(".pdf"), "{shown}");
            }
        }
    }

    #[test]
    fn the_page_behind_the_code_speaks_the_language_of_the_person_or_of_the_profile() {
        let profile = RelyingParty { language: "rus".to_owned(), ..RelyingParty::demo("https://localhost") };
        assert_eq!(page_in(Language::English, &profile).language, "rus");
        assert_eq!(page_in(Language::Latvian, &profile).language, "lav");
    }
}
