//! What the window starts with.

use native::known::{Known, Way};
use serde::Serialize;
use ts_rs::TS;
use workflow::order;
use workflow::profile::SmartId;

use super::progress::host;
use super::secret::SecretUse;
use crate::world::World;

/// What the window starts with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Startup {
    /// Which services and which trust.
    pub profile: ProfileInfo,
    /// The document the program was started with.
    pub opened: Option<String>,
    /// Signatures that came back and whose documents are not finished.
    pub pending: Vec<Pending>,
    /// Who is remembered for the profile.
    pub known: Option<KnownInfo>,
    /// Where the demo's phone is; `null` where there is a real one.
    pub phone_url: Option<String>,
}

/// The profile in use.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileInfo {
    /// Its name.
    pub name: String,
    /// Whether nothing signed under it has legal effect.
    pub test: bool,
    /// The country proposed for the personal code, ISO 3166-1 alpha-2.
    pub country: String,
    /// Whether phones can be notified by Smart-ID.
    pub notifies: bool,
    /// Whether a QR code of Smart-ID can be shown.
    pub shows_codes: bool,
    /// Whether Smart-ID is asked from which address the phone answers.
    pub asks_address: bool,
    /// Whether Mobile-ID can be asked.
    pub mobile_id: bool,
    /// Whose the signing service is, where there is one: the name of its computer.
    pub cloud: Option<String>,
    /// What the secret is by which that service knows this program; `null` where it gives none.
    pub secret: Option<SecretUse>,
    /// The proxy that the profile names, host and port; `null` where it names none.
    pub proxy: Option<String>,
}

/// Somebody who is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownInfo {
    /// Given name and surname.
    pub name: String,
    /// Their account, or their personal code: of the code only its end.
    pub code: String,
    /// Whether it is their phone with Mobile-ID that is asked; else their account of Smart-ID.
    pub by_card: bool,
}

impl From<&Known> for KnownInfo {
    fn from(known: &Known) -> Self {
        let (code, by_card) = match &known.way {
            Way::Account { number } => (number.as_str(), false),
            Way::Card { person, .. } => (person.as_str(), true),
        };
        Self { name: known.name.clone(), code: order::masked(code), by_card }
    }
}

impl From<&World> for ProfileInfo {
    fn from(world: &World) -> Self {
        let profile = &world.profile;
        Self {
            name: profile.name.clone(),
            test: profile.test,
            country: profile.country.clone(),
            notifies: profile.smart_id.as_ref().is_some_and(SmartId::notifies),
            shows_codes: profile.smart_id.as_ref().is_some_and(SmartId::shows_codes),
            asks_address: profile.smart_id.as_ref().is_some_and(SmartId::asks_address),
            mobile_id: profile.mobile_id.is_some(),
            cloud: profile.csc.as_ref().map(|service| host(&service.client.base_url)),
            secret: world.secret(),
            proxy: world.proxy().map(str::to_owned),
        }
    }
}

/// A signature that came back, and whose document is not finished.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pending {
    /// Its key in the journal.
    pub key: String,
    /// The document.
    pub document: String,
    /// Where the signed document is to go.
    pub output: String,
    /// Whom the certificate names; of a personal code only its end.
    pub signer: String,
    /// When the value came back, RFC 3339.
    pub received_at: String,
}

impl From<order::Pending> for Pending {
    fn from(pending: order::Pending) -> Self {
        Self {
            key: pending.key,
            document: pending.document.display().to_string(),
            output: pending.output.display().to_string(),
            signer: pending.signer,
            received_at: pending.received_at.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_who_is_remembered_no_whole_personal_code_crosses() {
        let number = "PNOLV-050405-10009-DEM0-Q".parse().expect("a number");
        let account = Known { name: "LIIS".to_owned(), way: Way::Account { number } };
        let told = KnownInfo::from(&account);
        assert_eq!((told.code.as_str(), told.by_card), ("PNOLV-••••••••0009-DEM0-Q", false));
        let (phone, person) = ("+37200000766".parse(), "PNOEE-60001019906".parse());
        let way = Way::Card { phone: phone.expect("a number"), person: person.expect("a person") };
        let told = KnownInfo::from(&Known { name: "MARI".to_owned(), way });
        assert_eq!((told.code.as_str(), told.by_card), ("PNOEE-•••••••9906", true));
    }
}
