//! A SIM card with Mobile-ID: which certificate, then which signature.

use std::path::Path;

use ades::{Draft, Prepared};
use pki::{Certificate, SignatureAlgorithm, Time};
use remote::OpenSession;
use remote::mobile_id::{
    CertificateRequest, DisplayText, Language as Spoken, RelyingParty, Signature, SignatureOrder, Subscriber,
    algorithm_for, check_certificate_profile,
};
use remote::smart_id::fit;
use report::words::{Language, Value, Words, plain};

use crate::drive::{Look, drive, drive_noted, glance as look_once};
use crate::error::Error;
use crate::host::{Host, Response};
use crate::laid::Errand;
use crate::open::Held;
use crate::phone::{Came, Glance, clocks};
use crate::profile::Profile;

/// The certificate of a subscriber.
pub(crate) async fn certificate(
    host: &impl Host,
    profile: &Profile,
    subscriber: &Subscriber,
) -> Result<Certificate, Error> {
    let party = &profile.mobiles()?.relying_party;
    let look = |response: &Response| clocks(host, response);
    let certificate = drive(host, CertificateRequest::new(party, subscriber), look).await?;
    check_certificate_profile(&certificate, subscriber)?;
    Ok(certificate)
}

/// The algorithm in which a card signs.
pub(crate) fn algorithm(profile: &Profile, certificate: &Certificate) -> Result<SignatureAlgorithm, Error> {
    Ok(algorithm_for(certificate, profile.mobiles()?.digest)?)
}

/// The signature value over what is to be signed, in the form that signatures carry. It belongs to the certificate: a
/// session says nothing of the one that was used.
pub(crate) async fn signature<H: Host>(
    host: &H,
    subscriber: &Subscriber,
    prepared: &Prepared,
    errand: &Errand<'_>,
    held: &mut Held<'_, H>,
) -> Result<Vec<u8>, Error> {
    let order = errand.order;
    let party = &speaking(order.language, &errand.profile.mobiles()?.relying_party);
    let digest = prepared.to_be_signed().digest;
    let text = text(&order.document, order.language)?;
    let asked_for = SignatureOrder { digest, hash: prepared.algorithm().digest(), text };
    let session = Signature::new(party, subscriber, &asked_for)?;
    value(host, session, prepared, held).await
}

/// The same of a signature that was asked for at that time.
pub(crate) async fn awaited<H: Host>(
    host: &H,
    open: &OpenSession,
    at: Time,
    prepared: &Prepared,
    errand: &Errand<'_>,
    held: &mut Held<'_, H>,
) -> Result<Vec<u8>, Error> {
    let party = &errand.profile.mobiles()?.relying_party;
    let session = Signature::resuming(party, &prepared.to_be_signed().digest, open, at);
    value(host, session, prepared, held).await
}

/// The value that a session ends with, if it belongs to what was prepared.
async fn value<H: Host>(
    host: &H,
    session: Signature,
    prepared: &Prepared,
    held: &mut Held<'_, H>,
) -> Result<Vec<u8>, Error> {
    let answer = drive_noted(host, session, |_| Ok(()), Some(held)).await?;
    Ok(answer.checked(prepared.signer(), prepared.algorithm(), &prepared.to_be_signed().digest)?)
}

/// Looks once at a session that was left open.
pub(crate) async fn glance(host: &impl Host, profile: &Profile, open: &OpenSession, draft: &Draft) -> Glance {
    let service = match profile.mobiles() {
        Ok(service) => service,
        Err(error) => return Glance::Unknown(error.into()),
    };
    let digest = draft.to_be_signed().digest;
    let session = Signature::resuming(&service.relying_party, &digest, open, host.now());
    match look_once(host, session).await {
        Look::Running => Glance::Running,
        Look::Unknown(error) => Glance::Unknown(error),
        Look::Over(answer) => {
            let checked = answer.and_then(|one| one.checked(draft.signer(), draft.algorithm(), &digest).ok());
            checked.map_or(Glance::Over, |card_value| Glance::Came(Came::Card { card_value }))
        }
    }
}

/// Whether a value belongs to what was prepared.
pub(crate) fn check(value: &[u8], prepared: &Prepared) -> Result<(), Error> {
    let verified =
        prepared.signer().verify_digest(prepared.algorithm(), &prepared.to_be_signed().digest, value);
    Ok(verified.map_err(|_| remote::Error::SignatureInvalid)?)
}

/// What the phone speaks around the text: the person's language, where the service has it, else that of the profile.
fn speaking(language: Language, party: &RelyingParty) -> RelyingParty {
    let language = match language {
        Language::Estonian => Spoken::Estonian,
        Language::Lithuanian => Spoken::Lithuanian,
        _ => party.language,
    };
    RelyingParty { language, ..party.clone() }
}

/// What the phone shows: as much of the document's name as there is room for in the alphabet that it needs.
fn text(document: &Path, language: Language) -> Result<DisplayText, Error> {
    let words = Words::new(language);
    let name = plain(&document.file_name().unwrap_or_default().to_string_lossy());
    let name: String = name.chars().map(|c| if c.len_utf16() == 1 { c } else { '?' }).collect();
    let sentence = |limit| {
        // The sign for what is left out would alone double what every character takes.
        let name = fit(&name, limit).replace('…', "...");
        DisplayText::new(&words.text("phone-sign-short", &[("document", Value::from(name))]))
    };
    let longest = (1..=100).rev().find_map(|limit| sentence(limit).ok());
    Ok(longest.map_or_else(|| sentence(0), Ok)?)
}

/// Bytes as hexadecimal text.
pub(crate) mod hex_text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex::encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        hex::decode(text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn shown(name: &str) -> (String, &'static str) {
        said(name, Language::English)
    }

    fn said(name: &str, language: Language) -> (String, &'static str) {
        let text = text(Path::new(name), language).unwrap();
        (text.as_str().to_owned(), text.format())
    }

    #[test]
    fn the_name_is_shown_as_far_as_the_alphabet_has_room() {
        assert_eq!(shown("/a/loan_agreement.pdf"), ("Sign loan_agreement.pdf".to_owned(), "GSM-7"));
        let (text, format) = shown(&format!("/{}.pdf", "a".repeat(200)));
        assert_eq!((text.chars().count(), format), (100, "GSM-7"));
        assert!(text.ends_with("a.pdf") && text.contains("..."), "{text}");
        let (text, format) = shown(&format!("/{}.pdf", "õ".repeat(200)));
        assert_eq!((text.chars().count(), format), (50, "UCS-2"));
        assert!(text.starts_with("Sign õõ") && text.ends_with("õ.pdf"), "{text}");
    }

    #[test]
    fn what_no_phone_shows_is_left_out() {
        assert_eq!(shown("/a𝕏b.pdf"), ("Sign a?b.pdf".to_owned(), "GSM-7"));
        assert!(!shown("/a\nb.pdf").0.contains('\n'));
    }

    /// 100 characters of GSM-7, or 50 of UCS-2 for letters such as those of Latvian and Lithuanian.
    #[test]
    fn in_every_language_the_name_is_shown() {
        for (language, text, format) in [
            (Language::English, "Sign leping.pdf", "GSM-7"),
            (Language::Estonian, "Allkirjasta leping.pdf", "GSM-7"),
            (Language::Latvian, "Parakstīt leping.pdf", "UCS-2"),
            (Language::Lithuanian, "Pasirašyti leping.pdf", "UCS-2"),
        ] {
            assert_eq!(said("/a/leping.pdf", language), (text.to_owned(), format));
            let (long, _) = said(&format!("/{}.pdf", "a".repeat(200)), language);
            assert!(long.chars().count() >= 49 && long.ends_with("a.pdf"), "{long}");
        }
    }

    #[test]
    fn the_phone_speaks_the_language_of_the_person_where_the_service_has_it() {
        let profile = RelyingParty { language: Spoken::Russian, ..RelyingParty::demo("https://localhost") };
        assert_eq!(speaking(Language::Lithuanian, &profile).language, Spoken::Lithuanian);
        assert_eq!(speaking(Language::Latvian, &profile).language, Spoken::Russian);
    }
}
