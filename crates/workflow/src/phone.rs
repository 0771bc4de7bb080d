//! The person and the phone: which certificate, then which signature. What is said to a SIM card stands in
//! [`crate::mobile`].

use std::path::Path;

use ades::Prepared;
use pki::{Certificate, SignatureAlgorithm, Time};
use remote::OpenSession;
use remote::mobile_id::{self, Subscriber};
use remote::smart_id::{
    self, AnonymousCertificateChoice, Asked as Addressed, CertificateByDocument, CertificateChoice,
    CertificateLevel, ChosenCertificate, DeviceLinkSignature, DocumentNumber, FlowType, Interactions,
    LinkedSession, LinkedSignature, Nonce, PersonIdentifier, RelyingParty, Signature, SignatureOrder,
    SignatureResult, ToCheck, check_account, check_certificate_profile, check_signature, fit, v2,
};
use report::words::{Language, Value, Words, plain};
use serde::{Deserialize, Serialize};

use crate::drive::{Look, drive, drive_noted, glance as look_once};
use crate::error::{Error, same_time};
use crate::host::{Host, Response};
use crate::laid::{By, Errand, Kind, Laid, Service};
use crate::mobile;
use crate::open::{Asks, Held, Standing, person_of};
use crate::order::Scans;
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
    /// Whose phone it is, where that is known before anybody scans a code.
    pub fn person(self) -> Option<String> {
        match self {
            Self::Person(person) | Self::DeviceLink(Scans::Person(person)) => {
                Some(person.as_str().to_owned())
            }
            Self::Document(number) | Self::DeviceLink(Scans::Account(number)) => {
                Some(person_of(number).to_owned())
            }
            Self::DeviceLink(Scans::Anybody) => None,
            Self::Subscriber(subscriber) => Some(subscriber.person.as_str().to_owned()),
        }
    }

    /// The service that rings it.
    ///
    /// # Errors
    /// The profile has none.
    pub fn service(self, profile: &Profile) -> Result<Service, Error> {
        let found = match self {
            Self::Subscriber(_) => Service::of(profile, Kind::MobileId).ok_or(profile::Error::NoMobileId),
            Self::Person(_) | Self::Document(_) | Self::DeviceLink(_) => {
                Service::of_accounts(profile).ok_or(profile::Error::NoSmartId)
            }
        };
        Ok(found?)
    }

    /// Whether the person is asked on the phone which account it shall be, before anything is signed.
    pub fn is_asked_for_account(self, profile: &Profile) -> bool {
        let is_old = profile.smart_id.as_ref().is_some_and(|service| service.api == Api::V2);
        matches!(self, Self::Person(_)) || (is_old && matches!(self, Self::Document(_)))
    }

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
    /// Whose phone it is.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Account(chosen) => Some(person_of(&chosen.document_number)),
            Self::Card(_) => None,
        }
    }

    /// The account of Smart-ID, where it is one.
    pub const fn account(&self) -> Option<&DocumentNumber> {
        match self {
            Self::Account(chosen) => Some(&chosen.document_number),
            Self::Card(_) => None,
        }
    }

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

/// The certificate that will sign: one for signing, of the person who was called. `begun` is a choice of theirs that was
/// asked for before.
pub(crate) async fn certificate<H: Host>(
    host: &H,
    profile: &Profile,
    called: Called<'_>,
    language: Language,
    held: Option<&mut Held<'_, H>>,
    begun: Option<(OpenSession, Time)>,
) -> Result<Chosen, Error> {
    let (person, number) = match called {
        Called::Subscriber(subscriber) => {
            return mobile::certificate(host, profile, subscriber).await.map(Chosen::Card);
        }
        Called::Person(person) | Called::DeviceLink(Scans::Person(person)) => (Some(person), None),
        Called::Document(number) | Called::DeviceLink(Scans::Account(number)) => (None, Some(number)),
        Called::DeviceLink(Scans::Anybody) => (None, None),
    };
    let chosen = account(host, profile, called, language, held, begun).await?;
    check_certificate_profile(&chosen.certificate, LEVEL, person)?;
    check_account(&chosen.certificate, &chosen.document_number, number)?;
    Ok(Chosen::Account(chosen))
}

async fn account<H: Host>(
    host: &H,
    profile: &Profile,
    called: Called<'_>,
    language: Language,
    held: Option<&mut Held<'_, H>>,
    begun: Option<(OpenSession, Time)>,
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
    let held = held.filter(|_| called.is_asked_for_account(profile)).zip(Service::of_accounts(profile));
    let held = held.map(|(held, service)| {
        held.asks(service, Asks::Certificate);
        held
    });
    if service.api == Api::V2 {
        let addressed = match called {
            Called::Person(person) => Addressed::Person(person),
            Called::Document(number) => Addressed::Account(number),
            Called::DeviceLink(_) | Called::Subscriber(_) => return Err(profile::Error::NoDeviceLink.into()),
        };
        let choice = match begun {
            Some((open, at)) => v2::CertificateChoice::resuming(party, LEVEL, &open, at),
            None => v2::CertificateChoice::new(party, addressed, LEVEL, Some(&nonce(host))),
        };
        return drive_noted(host, choice, clocks, held).await;
    }
    match called {
        Called::Document(number) | Called::DeviceLink(Scans::Account(number)) => {
            drive(host, CertificateByDocument::new(party, number, LEVEL), clocks).await
        }
        Called::Person(person) => {
            let choice = match begun {
                Some((open, at)) => CertificateChoice::resuming(party, LEVEL, &open, at),
                None => CertificateChoice::new(party, person, LEVEL, Some(&nonce(host))),
            };
            drive_noted(host, choice, clocks, held).await
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
pub(crate) async fn signature<H: Host>(
    host: &H,
    called: Called<'_>,
    chosen: Chosen,
    prepared: &Prepared,
    errand: &Errand<'_>,
    held: &mut Held<'_, H>,
) -> Result<Came, Error> {
    let language = errand.order.language;
    match (chosen, called) {
        (Chosen::Account(chosen), _) => {
            let asked = match called {
                Called::DeviceLink(Scans::Account(_)) => Asked::Scanned,
                _ if chosen.session.is_some() => Asked::Linked,
                _ => Asked::Notified,
            };
            let (document_number, nonce) = (chosen.document_number, nonce(host));
            let by = By::Account { document_number: document_number.clone(), asked, language };
            let laid = Laid::new(errand, prepared.draft().clone(), by, host.now()).put(host)?;
            if let Some(service) = Service::of_accounts(errand.profile) {
                held.asks(service, Asks::Signature { laid, nonce: Some(nonce.as_str().to_owned()) });
            }
            let linked = chosen.session.as_ref();
            let request = Request { number: &document_number, linked, asked, language, nonce };
            let result = by_account(host, request, prepared, errand, held).await?;
            Ok(Came::Account { document_number, asked, language, result })
        }
        (Chosen::Card(_), Called::Subscriber(subscriber)) => {
            let laid = Laid::new(errand, prepared.draft().clone(), By::Card, host.now()).put(host)?;
            if let Some(service) = Service::of(errand.profile, Kind::MobileId) {
                held.asks(service, Asks::Signature { laid, nonce: None });
            }
            let card_value = mobile::signature(host, subscriber, prepared, errand, held).await?;
            Ok(Came::Card { card_value })
        }
        // Only who was called as a subscriber has a card.
        (Chosen::Card(_), _) => Err(remote::Error::CertificateMismatch.into()),
    }
}

/// The signature that was asked for before, as it comes back.
pub(crate) async fn awaited<H: Host>(
    host: &H,
    by: &By,
    standing: Standing,
    prepared: &Prepared,
    errand: &Errand<'_>,
    held: &mut Held<'_, H>,
) -> Result<Came, Error> {
    let look = |_: &Response| Ok(());
    let (open, at) = match standing {
        Standing::Came(came) => return Ok(came),
        Standing::Open(open, at) => (open, at),
        Standing::Unanswered(before) => {
            let By::Account { document_number, asked, language } = by else {
                return Err(remote::Error::CertificateMismatch.into());
            };
            let nonce = before.as_deref().map_or_else(|| Ok(nonce(host)), Nonce::parse)?;
            // As it was, to the letter: a service takes nothing else for the same.
            let (asked, language) = (*asked, *language);
            let request = Request { number: document_number, linked: None, asked, language, nonce };
            let result = by_account(host, request, prepared, errand, held).await?;
            let document_number = document_number.clone();
            return Ok(Came::Account { document_number, asked, language, result });
        }
    };
    match by {
        By::Account { document_number, asked, language } => {
            let service = errand.profile.phones()?;
            let (party, digest) = (&service.relying_party, prepared.to_be_signed().digest);
            let result = match service.api {
                Api::V2 => {
                    drive_noted(host, v2::Signature::resuming(party, &digest, &open, at), look, Some(held))
                        .await
                }
                Api::V3 => drive_noted(host, Signature::resuming(party, &open, at), look, Some(held)).await,
            }?;
            let (document_number, asked, language) = (document_number.clone(), *asked, *language);
            Ok(Came::Account { document_number, asked, language, result })
        }
        By::Card => {
            let card_value = mobile::awaited(host, &open, at, prepared, errand, held).await?;
            Ok(Came::Card { card_value })
        }
    }
}

/// Which account is asked, and how.
struct Request<'a> {
    number: &'a DocumentNumber,
    /// The choice that the signature follows.
    linked: Option<&'a LinkedSession>,
    asked: Asked,
    /// The language of what the phone shows.
    language: Language,
    nonce: Nonce,
}

async fn by_account<H: Host>(
    host: &H,
    request: Request<'_>,
    prepared: &Prepared,
    errand: &Errand<'_>,
    held: &mut Held<'_, H>,
) -> Result<SignatureResult, Error> {
    let (order, service) = (errand.order, errand.profile.phones()?);
    // The signature names the certificate of this account: another one of the same person would sign in vain.
    let Request { number, linked, asked, language, nonce } = request;
    let party = &service.relying_party;
    let asked_for = SignatureOrder {
        digest: prepared.to_be_signed().digest,
        // A field may have demanded another digest than the profile's.
        algorithm: *prepared.algorithm(),
        level: LEVEL,
        interactions: interactions(asked, &order.document, language)?,
        nonce: Some(nonce),
    };
    let look = |_: &Response| Ok(());
    let held = Some(held);
    if service.api == Api::V2 {
        let session = v2::Signature::new(party, Addressed::Account(number), &asked_for)?;
        return drive_noted(host, session, look, held).await;
    }
    match linked {
        Some(before) => {
            drive_noted(host, LinkedSignature::new(party, number, before, &asked_for)?, look, held).await
        }
        None if asked == Asked::Scanned => {
            let party = page_in(language, party);
            let session = DeviceLinkSignature::new(&party, Addressed::Account(number), &asked_for)?;
            drive_noted(host, session, look, held).await
        }
        None => drive_noted(host, Signature::new(party, number, &asked_for)?, look, held).await,
    }
}

/// How a session that was left open stands.
pub(crate) enum Glance {
    /// It waits for whoever was asked.
    Running,
    /// An account may be chosen, or was.
    Choice,
    /// A value came.
    Came(Came),
    /// It is over, and nothing came of it, or nothing that could be used.
    Over,
    /// Nobody said, for this reason.
    Unknown(Error),
}

/// Looks once at a session that was left open at a service of this profile.
pub(crate) async fn glance(
    host: &impl Host,
    profile: &Profile,
    asks: &Asks,
    open: &OpenSession,
    laid: Option<&Laid>,
) -> Glance {
    let now = host.now();
    if let Some(Laid { by: By::Card, draft, .. }) = laid {
        return mobile::glance(host, profile, open, draft).await;
    }
    let service = match profile.phones() {
        Ok(service) => service,
        Err(error) => return Glance::Unknown(error.into()),
    };
    let (party, digest) = (&service.relying_party, laid.map(|laid| laid.draft.to_be_signed().digest));
    let digest = digest.unwrap_or_default();
    let result = match (asks, service.api) {
        (Asks::Certificate, Api::V2) => {
            return chosen_at(
                look_once(host, v2::CertificateChoice::resuming(party, LEVEL, open, now)).await,
            );
        }
        (Asks::Certificate, Api::V3) => {
            return chosen_at(look_once(host, CertificateChoice::resuming(party, LEVEL, open, now)).await);
        }
        (Asks::Signature { .. }, Api::V2) => {
            look_once(host, v2::Signature::resuming(party, &digest, open, now)).await
        }
        (Asks::Signature { .. }, Api::V3) => look_once(host, Signature::resuming(party, open, now)).await,
    };
    match (result, laid.map(|laid| &laid.by)) {
        (Look::Running, _) => Glance::Running,
        (Look::Unknown(error), _) => Glance::Unknown(error),
        (Look::Over(Some(result)), Some(By::Account { document_number, asked, language })) => {
            let (document_number, asked, language) = (document_number.clone(), *asked, *language);
            Glance::Came(Came::Account { document_number, asked, language, result })
        }
        (Look::Over(_), _) => Glance::Over,
    }
}

fn chosen_at<T>(look: Look<T>) -> Glance {
    match look {
        Look::Running => Glance::Running,
        Look::Over(Some(_)) => Glance::Choice,
        Look::Over(None) => Glance::Over,
        Look::Unknown(error) => Glance::Unknown(error),
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
    let seconds = date(response).map_or(Ok(()), |theirs| same_time(host.now(), theirs));
    seconds.map_err(|seconds| Error::ClockWrong { seconds })
}

/// The `Date` of an answer (RFC 9110 §6.6.1).
pub(crate) fn date(response: &Response) -> Option<Time> {
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
