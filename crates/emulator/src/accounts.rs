//! The people: SK's documented demo accounts, acting as documented, and a few whose phone is driven by hand.

use crate::pki::person::Person;

/// What the holder of an account does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Enters PIN2.
    Approve,
    /// Whoever operates the phone page decides.
    ByHand,
    /// Refuses before the interaction screen.
    Refuse,
    /// Cancels on the named interaction screen.
    RefuseInteraction(&'static str),
    /// Does not look at the phone.
    TimeOut,
    /// Chooses a wrong verification code.
    WrongCode,
}

/// A Smart-ID account, which the API calls a document.
#[derive(Clone, Debug)]
pub struct Account {
    /// For example `PNOEE-40504040001-DEM0-Q`.
    pub document_number: String,
    /// Who holds it, as the certificate says.
    pub person: Person,
    /// What the holder does.
    pub behaviour: Behaviour,
    /// Whether it holds a qualified certificate; others are not reachable for the demo relying party.
    pub qualified: bool,
    /// Index into the pool of account keys: EE and BE 0, LT 1, LV 2.
    pub key: usize,
}

use Behaviour::{Approve, ByHand, Refuse, RefuseInteraction, TimeOut, WrongCode};

const PIN: &str = "displayTextAndPIN";
const CODE_CHOICE: &str = "verificationCodeChoice";
const MESSAGE: &str = "confirmationMessage";
const MESSAGE_AND_CODE: &str = "confirmationMessageAndVerificationCodeChoice";

/// Surname, given name, what they do, their document numbers.
type Row = (&'static str, &'static str, Behaviour, &'static [&'static str]);

/// <https://sk-eid.github.io/smart-id-documentation/test_accounts.html>
#[rustfmt::skip]
const DOCUMENTED: &[Row] = &[
    // Notification flows
    ("TESTNUMBER", "OK", Approve, &["PNOEE-40504040001-DEM0-Q", "PNOLT-40504040001-MOCK-Q", "PNOLV-050405-10009-DEM0-Q", "PNOLV-320000-10003-DEMO-Q", "PNOBE-05040400032-DEMO-Q"]),
    ("TESTNUMBER", "BASIC", Approve, &["PNOLT-40504049999-MOCK-NQ", "PNOLV-050404-19993-DEMO-NQ"]),
    ("TESTNUMBER", "ADULT", Approve, &["PNOEE-50001029996-DEMO-Q", "PNOLT-50001029996-DEMO-Q", "PNOLV-020100-29990-MOCK-Q", "PNOBE-00010299944-MOCK-Q"]),
    ("TESTNUMBER", "MULTIPLE OK", Approve, &["PNOEE-39901012239-MOCK-Q", "PNOLT-39901012239-DEMO-Q", "PNOLV-030303-10215-MOCK-Q", "PNOBE-99010199987-DEMO-Q"]),
    ("TESTNUMBER", "MINOR", Approve, &["PNOEE-61101012257-MOCK-Q", "PNOLT-61101012257-MOCK-Q", "PNOLV-010111-23474-DEME-Q", "PNOLV-320000-00032-DEMO-Q"]),
    ("TESTNUMBER", "USER REFUSED", Refuse, &["PNOEE-30403039917-MOCK-Q", "PNOLT-30403039917-MOCK-Q", "PNOLV-030403-10016-MOCK-Q", "PNOBE-00010238349-MOCK-Q"]),
    ("TESTNUMBER", "REFUSED PIN", RefuseInteraction(PIN), &["PNOEE-30403039928-MOCK-Q", "PNOLT-30403039928-MOCK-Q", "PNOLV-030403-10024-MOCK-Q", "PNOBE-00010267350-MOCK-Q"]),
    ("TESTNUMBER", "REFUSED CODE CHOICE", RefuseInteraction(CODE_CHOICE), &["PNOEE-30403039939-MOCK-Q", "PNOLT-30403039939-MOCK-Q", "PNOLV-030403-10032-MOCK-Q", "PNOBE-00010266756-MOCK-Q"]),
    ("TESTNUMBER", "REFUSED MESSAGE", RefuseInteraction(MESSAGE), &["PNOEE-30403039946-MOCK-Q", "PNOLT-30403039946-MOCK-Q", "PNOLV-030403-10040-MOCK-Q", "PNOBE-00010232708-MOCK-Q"]),
    ("TESTNUMBER", "REFUSED MESSAGE AND CODE", RefuseInteraction(MESSAGE_AND_CODE), &["PNOEE-30403039950-MOCK-Q", "PNOLT-30403039950-MOCK-Q", "PNOLV-030403-10059-MOCK-Q", "PNOBE-00010211724-MOCK-Q"]),
    ("TESTNUMBER", "WRONG CODE", WrongCode, &["PNOEE-30403039972-MOCK-Q", "PNOLT-30403039972-MOCK-Q", "PNOLV-030403-10075-MOCK-Q", "PNOBE-00010216276-MOCK-Q"]),
    ("TESTNUMBER", "TIMEOUT", TimeOut, &["PNOEE-30403039983-MOCK-Q", "PNOLT-30403039983-MOCK-Q", "PNOLV-030403-10083-MOCK-Q", "PNOBE-00010220335-MOCK-Q"]),
    // Special cases
    ("TESTNUMBER", "NO DIGITS", Approve, &["PNOLT-30303039914-MOCK-Q", "PNOLV-030303-10004-MOCK-Q"]),
    ("TESTNUMBER", "DATE OF BIRTH", Approve, &["PNOLV-311299-19993-MOCK-Q", "PNOLV-329999-99901-MOCK-Q", "PNOLV-329999-99709-MOCK-Q"]),
    // Device-link flows
    ("TESTNUMBER", "QR ADULT", Approve, &["PNOEE-40404040009-MOCK-Q", "PNOLT-40404040009-MOCK-Q", "PNOLV-040404-10003-DEMO-Q", "PNOBE-04040400287-MOCK-Q"]),
    ("TESTNUMBER", "QR MINOR", Approve, &["PNOEE-61101019999-MOCK-Q", "PNOLT-61101019999-MOCK-Q", "PNOLV-010111-22341-MOCK-Q", "PNOLV-320000-00008-DEMO-Q", "PNOBE-11010199815-MOCK-Q"]),
    ("TESTNUMBER", "QR BASIC MINOR", Approve, &["PNOLT-61101019988-MOCK-NQ", "PNOLV-020211-12351-MOCK-NQ"]),
];

/// Nobody real: born in the first years of the last century, checksums right.
#[rustfmt::skip]
const BY_HAND: &[Row] = &[
    ("ÕUNAPUU", "KADRI", ByHand, &["PNOEE-40707079912-HAND-Q"]),
    ("KASK", "MART-ERIK", ByHand, &["PNOEE-30606069937-HAND-Q"]),
    ("ŽUKAUSKIENĖ", "JURGITA", ByHand, &["PNOLT-40606069949-HAND-Q"]),
    ("BĒRZIŅŠ", "ANDRIS", ByHand, &["PNOLV-080808-19960-HAND-Q"]),
];

/// Everybody, the hand-driven ones first.
pub fn everybody() -> Vec<Account> {
    BY_HAND.iter().chain(DOCUMENTED).flat_map(|row| row.3.iter().map(|number| account(row, number))).collect()
}

/// Document numbers of the accounts whose phone is driven by hand: two from Estonia, one from Lithuania, one from
/// Latvia.
pub fn by_hand() -> impl Iterator<Item = &'static str> {
    BY_HAND.iter().flat_map(|row| row.3.iter().copied())
}

fn account(&(surname, given_name, behaviour, _): &Row, document_number: &str) -> Account {
    let country = &document_number[3..5];
    let key = match country {
        "LT" => 1,
        "LV" => 2,
        _ => 0,
    };
    let identifier = document_number.rsplitn(3, '-').last().unwrap_or(document_number).to_owned();
    let person = Person {
        country: country.to_owned(),
        surname: surname.to_owned(),
        given_name: given_name.to_owned(),
        date_of_birth: date_of_birth(&identifier),
        identifier,
    };
    let qualified = document_number.ends_with("-Q");
    Account { document_number: document_number.to_owned(), person, behaviour, qualified, key }
}

/// The date that a personal code tells, as YYYYMMDD. Latvian codes from `32` on tell none; one documented account
/// has its date in the certificate only, and one has none at all.
fn date_of_birth(identifier: &str) -> Option<String> {
    let (country, code) = identifier.strip_prefix("PNO")?.split_once('-')?;
    let century = |digit: &str| ["18", "19", "20"].get(digit.parse::<usize>().ok()?).copied();
    match country {
        "EE" | "LT" => {
            let epoch = code.get(..1)?.parse::<usize>().ok()?.checked_sub(1)? / 2;
            Some(format!("{}{}", century(&epoch.to_string())?, code.get(1..7)?))
        }
        "LV" if code == "329999-99901" => Some("19030303".to_owned()),
        "LV" if code.starts_with("32") => None,
        "LV" => {
            let (day, month, year) = (code.get(..2)?, code.get(2..4)?, code.get(4..6)?);
            Some(format!("{}{year}{month}{day}", century(code.get(7..8)?)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn codes_tell_dates_of_birth() {
        assert_eq!(date_of_birth("PNOEE-40504040001").unwrap(), "19050404");
        assert_eq!(date_of_birth("PNOLV-050405-10009").unwrap(), "19050405");
        assert_eq!(date_of_birth("PNOLV-020100-29990").unwrap(), "20000102");
        assert_eq!(date_of_birth("PNOLV-329999-99709"), None);
    }

    #[test]
    fn everybody_has_a_number_of_their_own() {
        let people = everybody();
        let mut numbers: Vec<_> = people.iter().map(|account| &account.document_number).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), people.len());
        let of =
            |number: &str| people.iter().find(|account| account.document_number == number).unwrap().clone();
        assert_eq!(of("PNOLV-050405-10009-DEM0-Q").person.identifier, "PNOLV-050405-10009");
        assert_ne!(of("PNOEE-40504040001-DEM0-Q").key, of("PNOLT-40504040001-MOCK-Q").key);
    }
}
