//! A request on its way to a card and back.

use serde::{Deserialize, Serialize};

use super::request::Order;
use super::subscribers::{Conduct, Subscriber};
use crate::faults::Pace;

/// How long a session can be read, in milliseconds.
const KEPT_MS: i64 = 5 * 60 * 1000;

/// One session.
#[derive(Debug)]
pub struct MobileSession {
    /// UUID.
    pub id: String,
    pub created: i64,
    pub order: Order,
    /// Index of the card; none when nobody has that number and code.
    pub card: Option<usize>,
    /// When and how it ended.
    pub end: Option<(i64, MobileResult)>,
    /// An end imposed from outside.
    pub forced: Option<MobileResult>,
    /// When the newest question for its state came: an older one is answered at once.
    pub asked: i64,
}

/// `result` of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MobileResult {
    /// Done.
    Ok,
    /// Nobody answered.
    Timeout,
    /// No such client.
    NotMidClient,
    /// Cancelled on the phone.
    UserCancelled,
    /// The card is not set up as the operator says.
    SignatureHashMismatch,
    /// The card cannot be reached.
    PhoneAbsent,
    /// The message cannot be sent.
    DeliveryError,
    /// The card answers nonsense.
    SimError,
    /// Of a certificate request: there is none.
    NotFound,
    /// Of a certificate request, on some installations: there are some, not active.
    NotActive,
    /// Of older versions.
    MidNotReady,
    /// Of older versions.
    ExpiredTransaction,
    /// Of older versions.
    Error,
    /// A technical error.
    InternalError,
}

impl MobileResult {
    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Timeout => "TIMEOUT",
            Self::NotMidClient => "NOT_MID_CLIENT",
            Self::UserCancelled => "USER_CANCELLED",
            Self::SignatureHashMismatch => "SIGNATURE_HASH_MISMATCH",
            Self::PhoneAbsent => "PHONE_ABSENT",
            Self::DeliveryError => "DELIVERY_ERROR",
            Self::SimError => "SIM_ERROR",
            Self::NotFound => "NOT_FOUND",
            Self::NotActive => "NOT_ACTIVE",
            Self::MidNotReady => "MID_NOT_READY",
            Self::ExpiredTransaction => "EXPIRED_TRANSACTION",
            Self::Error => "ERROR",
            Self::InternalError => "INTERNAL_ERROR",
        }
    }
}

impl MobileSession {
    /// The next change that time alone brings.
    pub fn due(&self, subscribers: &[Subscriber], pace: &Pace) -> Option<(i64, MobileResult)> {
        if self.end.is_some() {
            return None;
        }
        let after = |millis: u32| self.created + i64::from(millis);
        if let Some(end) = self.forced {
            return Some((after(pace.answer_ms), end));
        }
        let conduct = self.card.and_then(|card| subscribers.get(card)).map(|card| card.conduct);
        Some(match conduct {
            None => (after(pace.answer_ms), MobileResult::NotMidClient),
            Some(Conduct::Approve) => (after(pace.answer_ms), MobileResult::Ok),
            Some(Conduct::End(end)) => (after(pace.answer_ms), end),
            Some(Conduct::ByHand) => (after(pace.patience_ms), MobileResult::Timeout),
            Some(Conduct::TimeOut) => (after(pace.timeout_ms), MobileResult::Timeout),
        })
    }

    /// Whether it waits for somebody at the phone.
    pub fn is_waiting(&self) -> bool {
        self.end.is_none() && self.card.is_some()
    }

    /// Whether nobody can ask for it any more.
    pub fn is_forgotten(&self, now: i64) -> bool {
        now >= self.created + KEPT_MS
    }

    /// The number that phone and relying party show: thirteen bits of the hash, documentation 2.4.1.
    pub fn code(&self) -> String {
        let bits: Vec<bool> = self
            .order
            .hash
            .iter()
            .flat_map(|octet| (0..8).rev().map(move |bit| octet >> bit & 1 == 1))
            .collect();
        let chosen = bits.iter().take(6).chain(bits.iter().skip(bits.len().saturating_sub(7)));
        format!("{:04}", chosen.fold(0_u16, |number, bit| number * 2 + u16::from(*bit)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::mobile_id::cards::Purpose;
    use crate::mobile_id::request::{Asking, HashType};

    #[test]
    fn the_documented_code() {
        let asking = Asking {
            relying_party_uuid: String::new(),
            relying_party_name: String::new(),
            phone: String::new(),
            code: String::new(),
        };
        let hash = hex::decode("2f665f6a6999e0ef0752e00ec9f453adf59d8cb6").unwrap();
        let (purpose, hash_type) = (Purpose::Signature, HashType::Sha256);
        let order = Order { asking, purpose, hash, hash_type, text: String::new() };
        let session = MobileSession {
            id: String::new(),
            created: 0,
            order,
            card: None,
            end: None,
            forced: None,
            asked: 0,
        };
        assert_eq!(session.code(), "1462");
    }
}
