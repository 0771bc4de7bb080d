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
use crate::open::{origin, person_of};
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
    /// What was wanted, and of whom.
    #[serde(rename = "sought")]
    pub wanted: Wanted,
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

impl By {
    const fn account(&self) -> Option<&DocumentNumber> {
        match self {
            Self::Account { document_number, .. } => Some(document_number),
            Self::Card => None,
        }
    }
}

/// Where a signature comes from, and goes to.
pub(crate) struct Errand<'a> {
    pub profile: &'a Profile,
    pub order: &'a Order,
    /// SHA-256 of the document, lower-case hex.
    pub sha256: &'a str,
    pub output: &'a std::path::Path,
    pub wanted: &'a Wanted,
}

impl Laid {
    /// What is asked for, at that time.
    pub fn new(errand: &Errand<'_>, draft: Draft, by: By, at: Time) -> Self {
        let Errand { profile, order, sha256, output, wanted } = errand;
        Self {
            wanted: wanted.of(by.account()),
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
    pub fn put(mut self, host: &impl Host) -> Result<String, Error> {
        (self.document, self.output) = (host.absolute(&self.document), host.absolute(&self.output));
        let place = std::path::Path::new("journal");
        for (key, bytes) in host.journal_all().map_err(at(place))? {
            let is_stale = key.starts_with(PREFIX)
                && serde_json::from_slice::<Self>(&bytes).is_ok_and(|one| self.at.since(one.at) > STALE);
            if is_stale {
                host.journal_remove(&key).map_err(at(place))?;
            }
        }
        let bytes = serde_json::to_vec(&self)
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

    /// Whether its value, when it comes, is what is wanted now.
    pub fn is(&self, wanted: Option<&Wanted>) -> bool {
        wanted.is_some_and(|wanted| wanted.is(&self.wanted))
    }

    /// Whether somebody can go on waiting for it: what the phone shows is what is wanted now, under the same name.
    pub fn is_shown_as(&self, wanted: Option<&Wanted>) -> bool {
        self.is(wanted) && wanted.is_some_and(|wanted| wanted.is_called_as(&self.wanted))
    }

    /// The document for which somebody was asked.
    pub fn document(&self) -> &std::path::Path {
        &self.document
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
            wanted: Some(self.wanted),
            short_by: None,
            draft: self.draft,
            came,
        }
    }
}

/// What makes a signature what it is, but for the moment: over which bytes and with what in it, and by whom. Where they lie,
/// how the person was called and in which language are nothing of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// A name for the bytes, and for the world in which they are signed.
    #[serde(default)]
    bytes: String,
    /// A name for what goes into the signature.
    what: String,
    who: Who,
    /// What the document is called where somebody sees it on a phone. A copy of it is the same document, but whoever compares
    /// must find the name that is on the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    called: Option<String>,
}

/// Who signs, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Who {
    /// Whoever scans.
    Anybody,
    /// With any account of theirs.
    Person(String),
    Account(DocumentNumber),
    Card {
        phone: String,
        person: String,
    },
    /// A key of a signing service, as a client and the user it is for see it; none: whichever they have.
    Key {
        client: String,
        user: Option<String>,
        credential: Option<String>,
    },
}

impl Who {
    pub fn called(called: Called<'_>) -> Self {
        match called {
            Called::Person(person) | Called::DeviceLink(Scans::Person(person)) => {
                Self::Person(person.as_str().to_owned())
            }
            Called::Document(number) | Called::DeviceLink(Scans::Account(number)) => {
                Self::Account(number.clone())
            }
            Called::DeviceLink(Scans::Anybody) => Self::Anybody,
            Called::Subscriber(Subscriber { phone, person }) => {
                Self::Card { phone: phone.as_str().to_owned(), person: person.as_str().to_owned() }
            }
        }
    }

    /// Whether what came from them is what is wanted of these.
    fn takes(&self, from: &Self) -> bool {
        match (self, from) {
            // Which key it will be is found out, or chosen, before anything of another one is used.
            (Self::Anybody | Self::Key { credential: None, .. }, _) => false,
            (Self::Person(person), Self::Account(number)) => person_of(number) == person,
            (own, theirs) => own == theirs,
        }
    }

    /// Whether it may turn out to be them.
    fn may_be(&self, from: &Self) -> bool {
        match (self, from) {
            (
                Self::Key { client, user, credential: None },
                Self::Key { client: their_client, user: their_user, .. },
            ) => client == their_client && user == their_user,
            _ => self.takes(from),
        }
    }
}

impl Wanted {
    /// What an order comes to; `base_url` is where the service is that is asked.
    pub fn new(
        (profile, base_url): (&Profile, &str),
        order: &Order,
        who: Who,
        algorithm: SignatureAlgorithm,
        sha256: &str,
        field: Option<&str>,
    ) -> Self {
        // A person is the same at each service, a key is not; the world of the demo is at another address each time.
        let at = match profile {
            Profile { is_own_world: true, .. } => String::new(),
            Profile { test: false, .. } if !matches!(who, Who::Key { .. }) => String::new(),
            _ => origin(base_url),
        };
        let named = |whole: String| hex::encode(DigestAlgorithm::Sha256.digest(whole.as_bytes()));
        let world = (profile.is_own_world, profile.test, at);
        let said = (&order.reason, &order.location, order.certify, &order.seal);
        let level = order.level;
        Self {
            bytes: named(format!("{world:?}\n{sha256}")),
            what: named(format!("{field:?}\n{level:?}\n{algorithm:?}\n{said:?}")),
            who,
            called: order.document.file_name().map(|name| name.to_string_lossy().into_owned()),
        }
    }

    /// The same of the account that was found.
    pub fn of(&self, account: Option<&DocumentNumber>) -> Self {
        match account {
            Some(number) => Self { who: Who::Account(number.clone()), ..self.clone() },
            None => self.clone(),
        }
    }

    /// The same of the key that was used.
    pub fn by_key(&self, credential: &str) -> Self {
        let mut found = self.clone();
        if let Who::Key { credential: own, .. } = &mut found.who {
            *own = Some(credential.to_owned());
        }
        found
    }

    /// Whether what came for another is what is wanted.
    pub fn is(&self, other: &Self) -> bool {
        self.bytes == other.bytes && self.what == other.what && self.who.takes(&other.who)
    }

    /// Whether what came for another is over the same bytes and may be by the same person, but is not known to be what is
    /// wanted.
    pub fn is_beside(&self, other: &Self) -> bool {
        self.bytes == other.bytes && self.who.may_be(&other.who) && !self.is(other)
    }

    /// Whether the document has the same name.
    pub fn is_called_as(&self, other: &Self) -> bool {
        self.called == other.called
    }
}
