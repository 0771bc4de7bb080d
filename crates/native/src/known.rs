//! Who signs on this computer, remembered where the person asked for it: one for each profile, among the program's own
//! files, which nobody else reads. What a profile is called is not enough: one of the same name may ring phones of elsewhere.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use workflow::open::whereabouts;
use workflow::order::{DocumentNumber, PersonIdentifier, PhoneNumber, Scans, Signed, Signer, Subscriber};
use workflow::profile::Profile;

use crate::error::Error;
use crate::folders::Folders;
use crate::small_file;

/// Under which it is written down.
const NAME: &str = "known.json";
/// More is no note of ours: a profile takes a line.
const LONGEST: u64 = 256 << 10;

/// Somebody who has signed before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Given name and surname, as their certificate has them.
    pub name: String,
    /// How they are found.
    #[serde(flatten)]
    pub way: Way,
}

/// How somebody is found again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub enum Way {
    /// By their account of Smart-ID.
    Account {
        /// Its document number.
        number: DocumentNumber,
    },
    /// By their phone with Mobile-ID.
    Card {
        /// The phone.
        phone: PhoneNumber,
        /// Whose it is.
        person: PersonIdentifier,
    },
}

/// For what somebody is remembered.
#[derive(Clone, Copy, Debug)]
pub enum For<'a> {
    /// The program's own world, whether it is there now or not.
    OwnWorld,
    /// A profile, by its name and by where its services are.
    Profile(&'a Profile),
}

impl For<'_> {
    fn key(self) -> String {
        match self {
            Self::OwnWorld | Self::Profile(Profile { is_own_world: true, .. }) => String::new(),
            Self::Profile(profile) => format!("{} {}", profile.name, whereabouts(profile)),
        }
    }
}

impl Known {
    /// Who signed, by what was ordered and what came of it; none where it takes no phone.
    pub fn of(ordered: &Signer, signed: &Signed) -> Option<Self> {
        let way = match (ordered, &signed.account) {
            (_, Some(number)) => Way::Account { number: number.clone() },
            (Signer::MobileId(card), None) => {
                Way::Card { phone: card.phone.clone(), person: card.person.clone() }
            }
            _ => return None,
        };
        let ours = signed.report.signatures.iter().rev().find_map(|one| one.signer.as_ref());
        Some(Self { name: ours.map(|signer| signer.name.clone()).unwrap_or_default(), way })
    }

    /// Them as the signer of an order; `scans` where a QR code is wished for.
    ///
    /// # Errors
    /// What is remembered does not go together: somebody else wrote it.
    pub fn signer(&self, profile: &Profile, scans: bool) -> Result<Signer, workflow::error::Error> {
        match &self.way {
            Way::Account { number } => {
                let service = profile.phones()?;
                let scans = service.shows_codes() && (scans || !service.notifies());
                Ok(match scans {
                    true => Signer::DeviceLink(Scans::Account(number.clone())),
                    false => Signer::Document(number.clone()),
                })
            }
            Way::Card { phone, person } => {
                Ok(Signer::MobileId(Subscriber::new(phone.clone(), person.clone())?))
            }
        }
    }
}

/// Who is remembered for a profile; `None` where nobody is, or the note of it makes no sense.
pub fn known(folders: &Folders, by: For<'_>) -> Option<Known> {
    all(folders).remove(&by.key())
}

/// Remembers somebody for a profile, in place of who was remembered before.
///
/// # Errors
/// [`Error::Folder`]: it cannot be written.
pub fn remember(folders: &Folders, by: For<'_>, known: Known) -> Result<(), Error> {
    let mut all = all(folders);
    all.insert(by.key(), known);
    write(folders, &all)
}

/// Forgets who is remembered for a profile.
///
/// # Errors
/// [`Error::Folder`]: it cannot be written.
pub fn forget(folders: &Folders, by: For<'_>) -> Result<(), Error> {
    let mut all = all(folders);
    match all.remove(&by.key()) {
        Some(_) => write(folders, &all),
        None => Ok(()),
    }
}

fn all(folders: &Folders) -> BTreeMap<String, Known> {
    let text = small_file::regular(&note(folders), LONGEST).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn write(folders: &Folders, all: &BTreeMap<String, Known>) -> Result<(), Error> {
    let text = serde_json::to_vec(all);
    let text = text.map_err(|error| Error::Folder { path: note(folders), cause: error.into() })?;
    folders.note(NAME, &text)
}

fn note(folders: &Folders) -> PathBuf {
    folders.data().join(NAME)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    fn account() -> Known {
        let number = DocumentNumber::parse("PNOEE-40504040001-DEM0-Q").unwrap();
        Known { name: "LIIS TEST".to_owned(), way: Way::Account { number } }
    }

    fn card() -> Known {
        let (phone, person) = ("+37200000766".parse().unwrap(), "PNOEE-60001019906".parse().unwrap());
        Known { name: "MARI TEST".to_owned(), way: Way::Card { phone, person } }
    }

    fn called(name: &str) -> Profile {
        Profile { name: name.to_owned(), ..Profile::sk_demo().unwrap() }
    }

    #[test]
    fn one_person_is_known_for_each_profile_until_another_is_or_they_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(folder.path()).unwrap();
        let (office, bank) = (called("office"), called("bank"));
        let known = |profile: &Profile| known(&folders, For::Profile(profile));
        assert_eq!(known(&office), None);
        remember(&folders, For::Profile(&office), account()).unwrap();
        remember(&folders, For::Profile(&bank), card()).unwrap();
        assert_eq!((known(&office), known(&bank)), (Some(account()), Some(card())));
        remember(&folders, For::Profile(&office), card()).unwrap();
        forget(&folders, For::Profile(&bank)).unwrap();
        forget(&folders, For::Profile(&bank)).unwrap();
        assert_eq!((known(&office), known(&bank)), (Some(card()), None));
        fs::write(note(&folders), "{\"\":{\"name\":\"x\",\"way\":\"card\",\"phone\":\"1\"}}").unwrap();
        assert_eq!(super::known(&folders, For::OwnWorld), None);
    }

    /// Whoever is known at one service is nobody at another that a profile of the same name asks.
    #[test]
    fn a_profile_of_the_same_name_knows_only_who_signed_where_it_asks() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(folder.path()).unwrap();
        let file = called("demo");
        remember(&folders, For::OwnWorld, account()).unwrap();
        assert_eq!(known(&folders, For::Profile(&file)), None);
        let own = Profile { is_own_world: true, ..file.clone() };
        assert_eq!(known(&folders, For::Profile(&own)), Some(account()));
        remember(&folders, For::Profile(&file), card()).unwrap();
        let mut elsewhere = file.clone();
        elsewhere.smart_id.as_mut().unwrap().relying_party.base_url = "https://elsewhere.test/v3".to_owned();
        assert_eq!(known(&folders, For::Profile(&elsewhere)), None);
        assert_eq!(known(&folders, For::Profile(&file)), Some(card()));
        assert_eq!(known(&folders, For::OwnWorld), Some(account()));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_who_is_known() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::at(folder.path()).unwrap();
        remember(&folders, For::OwnWorld, account()).unwrap();
        assert_eq!(note(&folders).metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn the_profile_and_a_wish_say_whether_the_account_is_notified_or_scans() {
        use workflow::profile::{Api, Asks};
        let (account, card) = (account(), card());
        for (asks, api, wished, scans) in [
            (Asks::Either, Api::V3, false, false),
            (Asks::Either, Api::V3, true, true),
            (Asks::Qr, Api::V3, false, true),
            (Asks::Notification, Api::V3, true, false),
            (Asks::Either, Api::V2, true, false),
        ] {
            let mut profile = Profile::sk_demo().unwrap();
            let service = profile.smart_id.as_mut().unwrap();
            (service.asks, service.api) = (asks, api);
            match account.signer(&profile, wished).unwrap() {
                Signer::DeviceLink(Scans::Account(number)) if scans => {
                    assert_eq!(number.as_str(), "PNOEE-40504040001-DEM0-Q");
                }
                Signer::Document(_) if !scans => {}
                other => panic!("{asks:?} {api:?} {wished}: {other:?}"),
            }
            assert!(matches!(card.signer(&profile, wished), Ok(Signer::MobileId(_))));
        }
    }
}
