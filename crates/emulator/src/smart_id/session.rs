//! A session from its POST to its end.
//!
//! Everything that time does to a session is a function of the moment asked for ([`Session::due`]), so a test moves
//! the clock instead of waiting.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::callback::Return;
use super::device_link::LinkType;
use super::interactions::Interaction;
use super::registration::Registration;
use super::request::Order;
use crate::accounts::{Account, Behaviour};
use crate::faults::Pace;

/// How long a finished session can be read, in milliseconds.
pub const KEPT_MS: i64 = 5 * 60 * 1000;

/// One session.
#[derive(Debug)]
pub struct Session {
    /// UUID.
    pub id: String,
    /// Purpose of its random stream.
    pub stream: String,
    pub created: i64,
    /// Path of the request that made it.
    pub path: String,
    pub order: Order,
    /// As it stood when it was made.
    pub registration: Registration,
    /// The first answer, given again to a repeated request.
    pub opening: Value,
    /// Index of the account, as soon as it is known.
    pub account: Option<usize>,
    pub flow: FlowType,
    pub link: Option<Link>,
    /// The cookie of the browser that the mock phone follows a link from the same device for.
    pub browser: Option<String>,
    /// The mock phone has opened where it leads back to.
    pub went_back: bool,
    /// Of a linked signature, where the link of its certificate choice leads back to.
    pub follows: Option<Return>,
    /// The screen the app shows; none for a certificate choice, or if it knows none of those offered.
    pub interaction: Option<Interaction>,
    /// The verification code, and the three to choose from.
    pub code: Option<Code>,
    /// The right one was chosen; PIN2 is still to come.
    pub code_chosen: bool,
    pub phase: Phase,
    /// An end imposed from outside.
    pub forced: Option<EndResult>,
    /// Another request came to the phone while it waited for the linked one.
    pub interrupted: bool,
    /// A linked signature was asked for already.
    pub linked: bool,
}

/// The secrets of a device-link session.
#[derive(Debug)]
pub struct Link {
    pub token: String,
    pub secret: [u8; 32],
}

/// A verification code.
#[derive(Clone, Debug)]
pub struct Code {
    pub value: String,
    pub choices: [String; 3],
}

/// `FlowType` of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowType {
    Link(LinkType),
    Notification,
}

impl FlowType {
    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link(link_type) => link_type.name(),
            Self::Notification => "Notification",
        }
    }
}

/// Where a session stands. Times are milliseconds since the Unix epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody scanned the code yet.
    AwaitingLink,
    /// On the phone.
    Waiting { since: i64 },
    /// Over.
    Complete { at: i64, end: EndResult },
}

/// `endResult` of the schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EndResult {
    /// Done.
    Ok,
    /// Refused, but not on the interaction screen.
    UserRefused,
    /// Nobody answered.
    Timeout,
    /// The app or customer support must be asked.
    DocumentUnusable,
    /// The wrong one of three codes was chosen.
    WrongVc,
    /// The app is too old for every interaction offered.
    RequiredInteractionNotSupportedByApp,
    /// Cancelled where the account is chosen.
    UserRefusedCertChoice,
    /// Cancelled on this screen.
    UserRefusedInteraction(String),
    /// A logical error of the protocol.
    ProtocolFailure,
    /// Another request came while the app waited for the linked one.
    ExpectedLinkedSession,
    /// A technical error.
    ServerError,
    /// Named in the text of the schema, not in its enumeration.
    AccountUnusable,
}

impl EndResult {
    /// As the API writes it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::UserRefused => "USER_REFUSED",
            Self::Timeout => "TIMEOUT",
            Self::DocumentUnusable => "DOCUMENT_UNUSABLE",
            Self::WrongVc => "WRONG_VC",
            Self::RequiredInteractionNotSupportedByApp => "REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP",
            Self::UserRefusedCertChoice => "USER_REFUSED_CERT_CHOICE",
            Self::UserRefusedInteraction(_) => "USER_REFUSED_INTERACTION",
            Self::ProtocolFailure => "PROTOCOL_FAILURE",
            Self::ExpectedLinkedSession => "EXPECTED_LINKED_SESSION",
            Self::ServerError => "SERVER_ERROR",
            Self::AccountUnusable => "ACCOUNT_UNUSABLE",
        }
    }
}

impl Session {
    /// Whether it asks for a signature, not only for a certificate.
    pub fn is_signature(&self) -> bool {
        self.order.signing.is_some()
    }

    /// Whether it waits for somebody at the phone.
    pub fn is_waiting(&self) -> bool {
        matches!(self.phase, Phase::Waiting { .. })
    }

    /// Whether `code` is the verification code.
    pub fn is_right(&self, code: &str) -> bool {
        self.code.as_ref().is_some_and(|known| known.value == code)
    }

    /// The next change that time alone brings: when, and how it ends.
    pub fn due(&self, accounts: &[Account], pace: &Pace) -> Option<(i64, EndResult)> {
        match self.phase {
            Phase::AwaitingLink => Some((self.created + i64::from(pace.patience_ms), EndResult::Timeout)),
            Phase::Waiting { since } => Some(self.answer(since, accounts, pace)),
            Phase::Complete { .. } => None,
        }
    }

    /// Whether nobody can ask for it any more.
    pub fn is_forgotten(&self, now: i64) -> bool {
        matches!(self.phase, Phase::Complete { at, .. } if now >= at + KEPT_MS)
    }

    fn answer(&self, since: i64, accounts: &[Account], pace: &Pace) -> (i64, EndResult) {
        let answered = since + i64::from(pace.answer_ms);
        if self.is_signature() && self.interaction.is_none() {
            return (since, EndResult::RequiredInteractionNotSupportedByApp);
        }
        if let Some(end) = &self.forced {
            return (answered, end.clone());
        }
        let behaviour = self.account.and_then(|index| accounts.get(index)).map(|account| account.behaviour);
        match behaviour {
            None | Some(Behaviour::ByHand) => (since + i64::from(pace.patience_ms), EndResult::Timeout),
            Some(Behaviour::TimeOut) => (since + i64::from(pace.timeout_ms), EndResult::Timeout),
            Some(Behaviour::Refuse) => (answered, EndResult::UserRefused),
            // A certificate choice has no interaction screen and no code: these people refuse later
            Some(Behaviour::RefuseInteraction(screen)) if self.is_signature() => {
                (answered, EndResult::UserRefusedInteraction(screen.to_owned()))
            }
            Some(Behaviour::WrongCode) if self.is_signature() => (answered, EndResult::WrongVc),
            Some(_) => (answered, EndResult::Ok),
        }
    }
}
