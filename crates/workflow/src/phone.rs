//! The person and the phone: which certificate, then which signature.

use std::path::Path;

use ades::Prepared;
use pki::Time;
use remote::smart_id::{
    AnonymousCertificateChoice, CertificateByDocument, CertificateChoice, CertificateLevel,
    ChosenCertificate, DocumentNumber, FlowType, Interactions, LinkedSignature, Nonce, PersonIdentifier,
    Signature, SignatureOrder, SignatureResult, ToCheck, check_signature, fit,
};
use report::words::{Language, Value, Words, plain};
use serde::{Deserialize, Serialize};

use crate::drive::drive;
use crate::error::{Error, same_time};
use crate::host::{Host, Response};
use crate::journal::Entry;
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
            drive(host, AnonymousCertificateChoice::new(party, LEVEL, Some(&nonce)), clocks).await
        }
    }
}

/// The signature over what is to be signed, as it came back.
pub(crate) async fn signature(
    host: &impl Host,
    profile: &Profile,
    chosen: &ChosenCertificate,
    prepared: &Prepared,
    document: &Path,
) -> Result<SignatureResult, Error> {
    let party = &profile.phones()?.relying_party;
    let order = SignatureOrder {
        digest: prepared.to_be_signed().digest,
        // A field may have demanded another digest than the profile's.
        algorithm: *prepared.algorithm(),
        level: LEVEL,
        interactions: interactions(asked(chosen), document)?,
        nonce: Some(nonce(host)),
    };
    let look = |_: &Response| Ok(());
    match &chosen.session {
        Some(session) => {
            drive(host, LinkedSignature::new(party, &chosen.document_number, session, &order)?, look).await
        }
        None => drive(host, Signature::new(party, &chosen.document_number, &order)?, look).await,
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
        interactions: &interactions(entry.asked, &entry.document)?,
        flows,
    };
    Ok(check_signature(&entry.result, &expected)?)
}

/// What the phone shows: the document's name, so that the person can compare.
fn interactions(asked: Asked, document: &Path) -> Result<Interactions, Error> {
    let words = Words::new(Language::default());
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
