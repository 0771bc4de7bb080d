//! A signature that somebody was asked for: what it takes to go on with it when its value comes.

use std::path::PathBuf;
use std::time::Duration;

use ades::Draft;
use pki::{DigestAlgorithm, SignatureAlgorithm, Time};
use remote::smart_id::DocumentNumber;
use report::words::Language;
use serde::{Deserialize, Serialize};

use crate::error::{Error, at};
use crate::host::{Existing, Host};
use crate::journal::Entry;
use crate::order::{Level, Order, Scans, Subscriber};
use crate::phone::{Asked, Called, Came};
use crate::profile::{Api, Profile};

/// The beginning of its key in the journal.
const PREFIX: &str = "asked-";
/// No session is open for so long, nor asked about after it: what is older has been left behind.
const STALE: Duration = Duration::from_secs(4 * 3600);

/// A service that rings phones, as it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Service {
    pub kind: Kind,
    pub base_url: String,
}

/// What it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    MobileId,
    SmartIdV2,
    SmartIdV3,
}

impl Service {
    /// That of a profile, if it has one.
    pub fn of(profile: &Profile, kind: Kind) -> Option<Self> {
        let base_url = match kind {
            Kind::MobileId => profile.mobile_id.as_ref()?.relying_party.base_url.clone(),
            Kind::SmartIdV2 | Kind::SmartIdV3 => {
                let service = profile.smart_id.as_ref()?;
                let spoken = if service.api == Api::V2 { Kind::SmartIdV2 } else { Kind::SmartIdV3 };
                (spoken == kind).then(|| service.relying_party.base_url.clone())?
            }
        };
        Some(Self { kind, base_url })
    }

    /// The Smart-ID of a profile.
    pub fn of_accounts(profile: &Profile) -> Option<Self> {
        [Kind::SmartIdV3, Kind::SmartIdV2].into_iter().find_map(|kind| Self::of(profile, kind))
    }

    /// Whether a repeated request is taken for the same one.
    pub const fn recognises(&self) -> bool {
        !matches!(self.kind, Kind::MobileId)
    }
}

/// A signature that somebody was asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Laid {
    /// What was wanted; none where that cannot be wanted again, since it was not said who should sign.
    pub wanted: Option<String>,
    at: Time,
    profile: String,
    #[serde(default)]
    is_own_world: bool,
    document: PathBuf,
    sha256: String,
    output: PathBuf,
    existing: Existing,
    level: Level,
    pub draft: Draft,
    pub by: By,
}

/// Who was asked, and how.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum By {
    Account {
        document_number: DocumentNumber,
        asked: Asked,
        #[serde(default)]
        language: Language,
    },
    Card,
}

/// Where a signature comes from, and goes to.
pub(crate) struct Errand<'a> {
    pub profile: &'a Profile,
    pub order: &'a Order,
    /// SHA-256 of the document, lower-case hex.
    pub sha256: &'a str,
    pub output: &'a std::path::Path,
    pub wanted: Option<&'a str>,
}

impl Laid {
    /// What is asked for, at that time.
    pub fn new(errand: &Errand<'_>, draft: Draft, by: By, at: Time) -> Self {
        let Errand { profile, order, sha256, output, wanted } = errand;
        Self {
            wanted: wanted.map(str::to_owned),
            at,
            profile: profile.name.clone(),
            is_own_world: profile.is_own_world,
            document: order.document.clone(),
            sha256: (*sha256).to_owned(),
            output: output.to_path_buf(),
            existing: order.existing,
            level: order.level,
            draft,
            by,
        }
    }

    /// Writes it down, and clears away what was left behind. Gives its key.
    ///
    /// # Errors
    /// [`Error::File`].
    pub fn put(&self, host: &impl Host) -> Result<String, Error> {
        let place = std::path::Path::new("journal");
        for (key, bytes) in host.journal_all().map_err(at(place))? {
            let is_stale = key.starts_with(PREFIX)
                && serde_json::from_slice::<Self>(&bytes).is_ok_and(|one| self.at.since(one.at) > STALE);
            if is_stale {
                host.journal_remove(&key).map_err(at(place))?;
            }
        }
        let bytes = serde_json::to_vec(self)
            .map_err(|error| at(place)(crate::host::FileError::Other { detail: error.to_string() }))?;
        let digest = DigestAlgorithm::Sha256.digest(&bytes);
        let key = format!("{PREFIX}{}", hex::encode(digest.get(..16).unwrap_or_default()));
        host.journal_put(&key, &bytes).map_err(at(place))?;
        Ok(key)
    }

    /// What was written down under a key.
    pub fn find(host: &impl Host, key: &str) -> Option<Self> {
        let (_, bytes) = host.journal_all().ok()?.into_iter().find(|(found, _)| found == key)?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Whether it is what is wanted now.
    pub fn is(&self, wanted: Option<&str>) -> bool {
        wanted.is_some() && self.wanted.as_deref() == wanted
    }

    /// Whether whoever is asked can be told again what to do: not to scan a code, whose secret is gone.
    pub const fn can_be_shown_again(&self) -> bool {
        !matches!(self.by, By::Account { asked: Asked::Scanned, .. })
    }

    /// Whether the very same request can be made again: not one that followed a scanned code.
    pub const fn can_be_asked_again(&self) -> bool {
        !matches!(self.by, By::Account { asked: Asked::Linked, .. })
    }

    /// It with what came at that time, as it is kept.
    pub fn entry(self, came: Came, received_at: Time) -> Entry {
        Entry {
            profile: self.profile,
            is_own_world: self.is_own_world,
            document: self.document,
            sha256: self.sha256,
            output: self.output,
            existing: self.existing,
            level: self.level,
            received_at,
            wanted: self.wanted,
            short_by: None,
            draft: self.draft,
            came,
        }
    }
}

/// A name for everything that makes a signature what it is, but for the moment: who is asked for it, over which document, and
/// what stands in it. None where it is not said who.
pub(crate) fn wanted(
    profile: &Profile,
    order: &Order,
    called: Called<'_>,
    algorithm: SignatureAlgorithm,
    sha256: &str,
    field: Option<&str>,
) -> Option<String> {
    let who = match called {
        Called::Person(person) => format!("person {}", person.as_str()),
        Called::Document(number) => format!("account {}", number.as_str()),
        Called::DeviceLink(Scans::Account(number)) => format!("scanning account {}", number.as_str()),
        Called::DeviceLink(Scans::Person(person)) => format!("scanning person {}", person.as_str()),
        Called::DeviceLink(Scans::Anybody) => return None,
        Called::Subscriber(Subscriber { phone, person }) => {
            format!("card {} {}", phone.as_str(), person.as_str())
        }
    };
    let said = (&order.reason, &order.location, order.certify, &order.seal, order.language);
    let whole = format!(
        "{}\n{who}\n{sha256}\n{}\n{field:?}\n{:?}\n{algorithm:?}\n{said:?}",
        profile.name,
        order.document.display(),
        order.level
    );
    Some(hex::encode(DigestAlgorithm::Sha256.digest(whole.as_bytes())))
}
