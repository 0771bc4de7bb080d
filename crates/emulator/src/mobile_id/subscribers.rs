//! Who has Mobile-ID: the demo's documented numbers, acting as documented, and people whose phone is driven by hand.

use super::session::MobileResult;
use crate::accounts::{Account, Behaviour};
use crate::pki::person::Person;

/// What happens to a request for a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conduct {
    /// The PIN is entered.
    Approve,
    /// Whoever operates the phone page decides.
    ByHand,
    /// It ends like this.
    End(MobileResult),
    /// Nobody looks at the phone.
    TimeOut,
}

/// The key on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardKey {
    /// P-256, from the pool: Estonia 0, Lithuania 1.
    Elliptic(usize),
    /// RSA of 2048 bits, as on older cards.
    Rsa,
}

/// A SIM card with Mobile-ID.
#[derive(Clone, Debug)]
pub struct Subscriber {
    /// With `+`.
    pub phone: String,
    pub person: Person,
    pub conduct: Conduct,
    pub key: CardKey,
    /// Older certificates have the personal code alone as `serialNumber`.
    pub bare_code: bool,
    /// The Smart-ID account of the same person, by which the phone page knows a phone that is driven by hand.
    pub account: Option<usize>,
}

use Conduct::{Approve, ByHand, End, TimeOut};

const RSA: bool = true;
const EC: bool = false;
const BARE: bool = true;
const FULL: bool = false;

/// Number, personal code, name, what they do, key, form of the code in the certificate.
type Row = (&'static str, &'static str, &'static str, Conduct, bool, bool);

/// <https://github.com/SK-EID/MID/wiki/Test-number-for-automated-testing-in-DEMO>, and one of our own whose card is an old
/// one.
#[rustfmt::skip]
const DOCUMENTED: &[Row] = &[
    ("+37200000766", "PNOEE-60001019906", "MARY ÄNN", Approve, EC, FULL),
    ("+37268000769", "PNOEE-60001017869", "EID2016", Approve, EC, FULL),
    ("+37200000566", "PNOEE-60001018800", "OLD CARD", Approve, EC, BARE),
    ("+37060000666", "PNOLT-50001018865", "OK LT", Approve, EC, FULL),
    ("+37201100266", "PNOEE-60001019950", "CANCELS", End(MobileResult::UserCancelled), EC, FULL),
    ("+37213100266", "PNOEE-60001019983", "ABSENT", End(MobileResult::PhoneAbsent), EC, FULL),
    ("+37207110066", "PNOEE-60001019947", "UNDELIVERED", End(MobileResult::DeliveryError), EC, FULL),
    ("+37201200266", "PNOEE-60001019972", "SIM ERROR", End(MobileResult::SimError), EC, FULL),
    ("+37200000666", "PNOEE-60001019961", "MISMATCH", End(MobileResult::SignatureHashMismatch), EC, FULL),
    ("+37066000266", "PNOLT-50001018908", "TIMEOUT", TimeOut, EC, FULL),
    ("+37200002048", "PNOEE-50001029996", "RSA", Approve, RSA, FULL),
];
// +37200000366 with 60001019928 is not here: that is what NOT_MID_CLIENT means.

/// The phones that are driven by hand; the people have Smart-ID too.
const BY_HAND: [(&str, &str); 3] = [
    ("+37200007071", "PNOEE-40707079912"),
    ("+37200006061", "PNOEE-30606069937"),
    ("+37060006061", "PNOLT-40606069949"),
];

/// Everybody; people driven by hand are found among the accounts.
pub fn everybody(accounts: &[Account]) -> Vec<Subscriber> {
    let documented =
        DOCUMENTED.iter().map(|&(phone, identifier, name, conduct, rsa, bare_code)| Subscriber {
            phone: phone.to_owned(),
            person: Person::documented(name, identifier),
            conduct,
            key: if rsa { CardKey::Rsa } else { pool(identifier) },
            bare_code,
            account: None,
        });
    let by_hand = BY_HAND.iter().filter_map(|&(phone, identifier)| {
        let theirs = |account: &Account| {
            account.person.identifier == identifier && account.behaviour == Behaviour::ByHand
        };
        let account = accounts.iter().position(theirs)?;
        Some(Subscriber {
            phone: phone.to_owned(),
            person: accounts[account].person.clone(),
            conduct: ByHand,
            key: pool(identifier),
            bare_code: false,
            account: Some(account),
        })
    });
    documented.chain(by_hand).collect()
}

fn pool(identifier: &str) -> CardKey {
    CardKey::Elliptic(usize::from(identifier.starts_with("PNOLT")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts;

    #[test]
    fn every_card_has_its_own_number_and_every_hand_its_account() {
        let cards = everybody(&accounts::everybody());
        let mut numbers: Vec<_> = cards.iter().map(|card| &card.phone).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), DOCUMENTED.len() + BY_HAND.len());
        assert_eq!(cards.iter().filter(|card| card.account.is_some()).count(), BY_HAND.len());
    }
}
