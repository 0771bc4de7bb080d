//! What the phone shows, RP API v3 "Interactions".

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::error::Error;

/// One screen with its text. Texts are counted in Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Interaction {
    /// A text of at most 60 characters, and the PIN below it.
    DisplayTextAndPin(String),
    /// A text of at most 200 characters to confirm, then the PIN.
    ConfirmationMessage(String),
    /// A text of at most 200 characters and three codes to choose from, then the PIN. Only where a code is shown here:
    /// not with device links, not in linked sessions.
    ConfirmationMessageAndVerificationCodeChoice(String),
}

impl Interaction {
    /// The name in the protocol.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DisplayTextAndPin(_) => "displayTextAndPIN",
            Self::ConfirmationMessage(_) => "confirmationMessage",
            Self::ConfirmationMessageAndVerificationCodeChoice(_) => {
                "confirmationMessageAndVerificationCodeChoice"
            }
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::DisplayTextAndPin(text)
            | Self::ConfirmationMessage(text)
            | Self::ConfirmationMessageAndVerificationCodeChoice(text) => text,
        }
    }

    const fn limit(&self) -> usize {
        match self {
            Self::DisplayTextAndPin(_) => Interactions::SHORT,
            Self::ConfirmationMessage(_) | Self::ConfirmationMessageAndVerificationCodeChoice(_) => {
                Interactions::LONG
            }
        }
    }
}

/// The screens offered, in order of preference: the phone takes the first one it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interactions {
    offered: Vec<Interaction>,
    encoded: String,
}

impl Interactions {
    /// The most characters of a short text.
    pub const SHORT: usize = 60;
    /// The most characters of a long text.
    pub const LONG: usize = 200;

    /// The given screens in the given order.
    ///
    /// # Errors
    /// [`Error::Interaction`] when there is none, one is there twice, or a text is empty or too long.
    pub fn new(offered: Vec<Interaction>) -> Result<Self, Error> {
        if offered.is_empty() {
            return Err(Error::Interaction { interaction: "interactions", fault: "empty" });
        }
        for (index, one) in offered.iter().enumerate() {
            let fault = |fault| Error::Interaction { interaction: one.name(), fault };
            if one.text().trim().is_empty() {
                return Err(fault("empty text"));
            }
            if one.text().chars().count() > one.limit() {
                return Err(fault("text too long"));
            }
            if offered.iter().take(index).any(|other| other.name() == one.name()) {
                return Err(fault("offered twice"));
            }
        }
        let encoded = encode(&offered)?;
        Ok(Self { offered, encoded })
    }

    /// For a notification: choose the code, else confirm, else the short text with the PIN.
    ///
    /// # Errors
    /// [`Error::Interaction`].
    pub fn for_notification(short: &str, long: &str) -> Result<Self, Error> {
        Self::new(vec![
            Interaction::ConfirmationMessageAndVerificationCodeChoice(long.to_owned()),
            Interaction::ConfirmationMessage(long.to_owned()),
            Interaction::DisplayTextAndPin(short.to_owned()),
        ])
    }

    /// For a device link or a linked session, where no code is shown: confirm, else the short text with the PIN.
    ///
    /// # Errors
    /// [`Error::Interaction`].
    pub fn for_device_link(short: &str, long: &str) -> Result<Self, Error> {
        Self::new(vec![
            Interaction::ConfirmationMessage(long.to_owned()),
            Interaction::DisplayTextAndPin(short.to_owned()),
        ])
    }

    /// Base64 of the JSON array: the request carries exactly this text, and the authentication code is made over it.
    pub fn encoded(&self) -> &str {
        &self.encoded
    }

    /// The JSON array itself, as API v2 takes it.
    pub(crate) fn plain(&self) -> Vec<Wire<'_>> {
        wire(&self.offered)
    }

    /// Whether a screen of this name was offered.
    pub fn offers(&self, name: &str) -> bool {
        self.offered.iter().any(|one| one.name() == name)
    }

    /// Device links and linked sessions show no code, so none can be chosen.
    pub(crate) fn without_code_choice(&self) -> Result<(), Error> {
        let name = "confirmationMessageAndVerificationCodeChoice";
        if self.offers(name) {
            return Err(Error::Interaction { interaction: name, fault: "not allowed in this flow" });
        }
        Ok(())
    }
}

/// Shortens a text to a number of characters, keeping its beginning and its end (the end of a file name tells what it
/// is), and turns control characters into spaces.
pub fn fit(text: &str, limit: usize) -> String {
    let clean: Vec<char> = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.len() <= limit {
        return clean.into_iter().collect();
    }
    let kept = limit.saturating_sub(1);
    let tail = kept / 2;
    let head = kept - tail;
    let ellipsis = (limit > 0).then_some('…');
    clean
        .iter()
        .take(head)
        .copied()
        .chain(ellipsis)
        .chain(clean.iter().skip(clean.len() - tail).copied())
        .collect()
}

#[derive(Serialize)]
pub(crate) struct Wire<'a> {
    r#type: &'static str,
    #[serde(rename = "displayText60", skip_serializing_if = "Option::is_none")]
    short: Option<&'a str>,
    #[serde(rename = "displayText200", skip_serializing_if = "Option::is_none")]
    long: Option<&'a str>,
}

fn wire(offered: &[Interaction]) -> Vec<Wire<'_>> {
    offered
        .iter()
        .map(|one| match one {
            Interaction::DisplayTextAndPin(text) => {
                Wire { r#type: one.name(), short: Some(text), long: None }
            }
            _ => Wire { r#type: one.name(), short: None, long: Some(one.text()) },
        })
        .collect()
}

fn encode(offered: &[Interaction]) -> Result<String, Error> {
    let json = serde_json::to_vec(&wire(offered))
        .map_err(|_| Error::Interaction { interaction: "interactions", fault: "cannot be written" })?;
    Ok(STANDARD.encode(json))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_documented_example_comes_out_to_the_byte() {
        let offered = Interactions::for_device_link(
            "Short description of the transaction context",
            "Longer description of the transaction context",
        );
        // Smart-ID documentation, "Interactions".
        assert_eq!(
            offered.unwrap().encoded(),
            "W3sidHlwZSI6ImNvbmZpcm1hdGlvbk1lc3NhZ2UiLCJkaXNwbGF5VGV4dDIwMCI6IkxvbmdlciBkZXNjcmlwdGlvbiBvZiB0aGUg\
             dHJhbnNhY3Rpb24gY29udGV4dCJ9LHsidHlwZSI6ImRpc3BsYXlUZXh0QW5kUElOIiwiZGlzcGxheVRleHQ2MCI6IlNob3J0IGRlc2Ny\
             aXB0aW9uIG9mIHRoZSB0cmFuc2FjdGlvbiBjb250ZXh0In1d"
        );
    }

    #[test]
    fn limits_count_characters_not_bytes() {
        assert!(Interactions::new(vec![Interaction::DisplayTextAndPin("õ".repeat(60))]).is_ok());
        for (text, fault) in [("õ".repeat(61), "text too long"), (String::new(), "empty text")] {
            let found = Interactions::new(vec![Interaction::DisplayTextAndPin(text)]);
            assert_eq!(found, Err(Error::Interaction { interaction: "displayTextAndPIN", fault }));
        }
        assert!(Interactions::new(vec![Interaction::ConfirmationMessage("𝕏".repeat(200))]).is_ok());
        assert!(Interactions::new(vec![Interaction::ConfirmationMessage("𝕏".repeat(201))]).is_err());
        assert!(Interactions::new(vec![]).is_err());
    }

    #[test]
    fn a_screen_is_offered_once_and_a_code_only_where_one_is_shown() {
        let twice = Interactions::new(vec![
            Interaction::DisplayTextAndPin("a".into()),
            Interaction::DisplayTextAndPin("b".into()),
        ]);
        assert_eq!(
            twice,
            Err(Error::Interaction { interaction: "displayTextAndPIN", fault: "offered twice" })
        );
        assert!(Interactions::for_notification("a", "b").unwrap().without_code_choice().is_err());
        assert!(Interactions::for_device_link("a", "b").unwrap().without_code_choice().is_ok());
    }

    #[test]
    fn long_names_keep_both_ends() {
        assert_eq!(fit("contract.pdf", 60), "contract.pdf");
        assert_eq!(fit("annual-report-of-the-society.pdf", 14), "annual-….pdf".replace("-….", "-…ty."));
        assert_eq!(fit("a\nb\tc", 10), "a b c");
        for limit in 0..40 {
            assert!(
                fit("Übereinkunft über die gegenseitige Anerkennung.pdf", limit).chars().count() <= limit
            );
        }
    }
}
