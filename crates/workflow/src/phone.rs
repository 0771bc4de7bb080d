//! The person and the phone: which certificate, then which signature.

use std::path::Path;

use ades::Prepared;
use pki::Time;
use remote::smart_id::{
    AnonymousCertificateChoice, CertificateByDocument, CertificateChoice, CertificateLevel,
    ChosenCertificate, DocumentNumber, FlowType, Interactions, LinkedSignature, Nonce, PersonIdentifier,
    RelyingParty, Signature, SignatureOrder, SignatureResult, ToCheck, check_signature, fit,
};
use report::words::{Language, Value, Words, plain};
use serde::{Deserialize, Serialize};

use crate::drive::drive;
use crate::error::{Error, same_time};
use crate::host::{Host, Response};
use crate::journal::Entry;
use crate::order::Order;
use crate::profile::Profile;

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
}

pub(crate) fn asked(chosen: &ChosenCertificate) -> Asked {
    if chosen.session.is_some() { Asked::Linked } else { Asked::Notified }
}

/// How the phone is found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Called<'a> {
    Person(&'a PersonIdentifier),
    Document(&'a DocumentNumber),
    DeviceLink,
}

impl<'a> Called<'a> {
    /// The person whose certificate it has to be, where that is known beforehand.
    pub fn person(self) -> Option<&'a PersonIdentifier> {
        match self {
            Self::Person(person) => Some(person),
            Self::Document(_) | Self::DeviceLink => None,
        }
    }
}

/// The certificate that will sign.
pub(crate) async fn certificate(
    host: &impl Host,
    profile: &Profile,
    called: Called<'_>,
    language: Language,
) -> Result<ChosenCertificate, Error> {
    let party = &profile.phones()?.relying_party;
    // The first answers come before the person is asked for anything that counts: the moment to compare clocks.
    let clocks = |response: &Response| date(response).map_or(Ok(()), |theirs| same_time(host.now(), theirs));
    match called {
        Called::Document(number) => {
            drive(host, CertificateByDocument::new(party, number, LEVEL), clocks).await
        }
        Called::Person(person) => {
            let nonce = nonce(host);
            drive(host, CertificateChoice::new(party, person, LEVEL, Some(&nonce)), clocks).await
        }
        Called::DeviceLink => {
            let nonce = nonce(host);
            drive(
                host,
                AnonymousCertificateChoice::new(&page_in(language, party), LEVEL, Some(&nonce)),
                clocks,
            )
            .await
        }
    }
}

/// The signature over what is to be signed, as it came back.
pub(crate) async fn signature(
    host: &impl Host,
    profile: &Profile,
    chosen: &ChosenCertificate,
    prepared: &Prepared,
    order: &Order,
) -> Result<SignatureResult, Error> {
    let party = &profile.phones()?.relying_party;
    let asked_for = SignatureOrder {
        digest: prepared.to_be_signed().digest,
        // A field may have demanded another digest than the profile's.
        algorithm: *prepared.algorithm(),
        level: LEVEL,
        interactions: interactions(asked(chosen), &order.document, order.language)?,
        nonce: Some(nonce(host)),
    };
    let look = |_: &Response| Ok(());
    match &chosen.session {
        Some(session) => {
            drive(host, LinkedSignature::new(party, &chosen.document_number, session, &asked_for)?, look)
                .await
        }
        None => drive(host, Signature::new(party, &chosen.document_number, &asked_for)?, look).await,
    }
}

/// Whether what came back is what was asked for.
pub(crate) fn check(entry: &Entry, prepared: &Prepared) -> Result<(), Error> {
    let flows: &[FlowType] = match entry.asked {
        Asked::Notified => &[FlowType::Notification],
        Asked::Linked => &[FlowType::Notification, FlowType::Qr],
    };
    let expected = ToCheck {
        certificate: prepared.signer(),
        document_number: &entry.document_number,
        digest: &prepared.to_be_signed().digest,
        algorithm: prepared.algorithm(),
        level: LEVEL,
        interactions: &interactions(entry.asked, &entry.document, entry.language)?,
        flows,
    };
    Ok(check_signature(&entry.result, &expected)?)
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
        Asked::Linked => Interactions::for_device_link(&short, &long)?,
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
