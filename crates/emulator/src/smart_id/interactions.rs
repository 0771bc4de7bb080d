//! What the relying party asks the app to show, in its order of preference.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::request::Flow;

/// A kind of screen in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    DisplayTextAndPin,
    ConfirmationMessage,
    ConfirmationMessageAndVerificationCodeChoice,
    /// Of v2 alone.
    VerificationCodeChoice,
}

impl Screen {
    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::DisplayTextAndPin => "displayTextAndPIN",
            Self::ConfirmationMessage => "confirmationMessage",
            Self::ConfirmationMessageAndVerificationCodeChoice => {
                "confirmationMessageAndVerificationCodeChoice"
            }
            Self::VerificationCodeChoice => "verificationCodeChoice",
        }
    }

    /// Whether one of three codes is chosen there.
    pub fn offers_codes(self) -> bool {
        matches!(self, Self::ConfirmationMessageAndVerificationCodeChoice | Self::VerificationCodeChoice)
    }

    fn named(name: &str) -> Option<Self> {
        [
            Self::DisplayTextAndPin,
            Self::ConfirmationMessage,
            Self::ConfirmationMessageAndVerificationCodeChoice,
        ]
        .into_iter()
        .find(|screen| screen.name() == name)
    }

    /// The field with the text, and the most characters it may have.
    fn text_field(self) -> (&'static str, usize) {
        match self {
            Self::DisplayTextAndPin | Self::VerificationCodeChoice => ("displayText60", 60),
            _ => ("displayText200", 200),
        }
    }

    /// Nobody shows a verification code in device-link and linked flows, so none can be chosen there.
    fn is_for(self, flow: Flow) -> bool {
        self != Self::ConfirmationMessageAndVerificationCodeChoice || flow == Flow::Notification
    }
}

/// One screen with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    pub screen: Screen,
    pub text: String,
}

/// Reads the `interactions` field: base64 of a JSON array.
pub fn parse(encoded: &str, flow: Flow) -> Result<Vec<Interaction>, String> {
    let bytes = STANDARD.decode(encoded).map_err(|_| "not base64")?;
    let value: Value = serde_json::from_slice(&bytes).map_err(|_| "not JSON")?;
    list(&value, |name| Screen::named(name).filter(|screen| screen.is_for(flow)))
}

/// Reads `allowedInteractionsOrder` of v2, a JSON array as it is.
pub fn parse_v2(value: &Value) -> Result<Vec<Interaction>, String> {
    list(value, |name| match name {
        "verificationCodeChoice" => Some(Screen::VerificationCodeChoice),
        name => Screen::named(name),
    })
}

fn list(value: &Value, known: impl Fn(&str) -> Option<Screen>) -> Result<Vec<Interaction>, String> {
    let list = value.as_array().filter(|list| !list.is_empty()).ok_or("not a list of interactions")?;
    let mut found: Vec<Interaction> = Vec::new();
    for entry in list {
        let interaction = one(entry, &known)?;
        if found.iter().any(|earlier| earlier.screen == interaction.screen) {
            return Err(format!("{} is there twice", interaction.screen.name()));
        }
        found.push(interaction);
    }
    Ok(found)
}

fn one(entry: &Value, known: impl Fn(&str) -> Option<Screen>) -> Result<Interaction, String> {
    let name = entry.get("type").and_then(Value::as_str).ok_or("an interaction has no type")?;
    let screen = known(name).ok_or_else(|| format!("{name} is not for this flow"))?;
    let (field, most) = screen.text_field();
    let other = if field == "displayText60" { "displayText200" } else { "displayText60" };
    if entry.get(other).is_some() {
        return Err(format!("{name} takes {field}, not {other}"));
    }
    let text = entry.get(field).and_then(Value::as_str).unwrap_or_default();
    match text.chars().count() {
        0 => Err(format!("{name} needs {field}")),
        length if length > most => Err(format!("{field} has {length} characters, {most} are the most")),
        _ => Ok(Interaction { screen, text: text.to_owned() }),
    }
}
