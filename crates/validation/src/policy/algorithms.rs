//! Which algorithms are reliable until when, ETSI TS 119 312.

use std::collections::{BTreeMap, BTreeSet};

use pki::Time;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::Level;
use crate::standard::Algorithm;

/// What an algorithm was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A signature of somebody.
    Signature,
    /// A time-stamp.
    Timestamp,
    /// An OCSP response or a revocation list.
    Revocation,
    /// A certificate.
    Certificate,
}

/// Constraints on algorithms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Algorithms {
    /// What happens with one that is not reliable.
    pub level: Level,
    /// What happens where it is a forecast, a date after `updated`.
    pub forecast: Level,
    /// The day of the tables.
    pub updated: Day,
    /// Digest algorithms.
    pub digests: Vec<Digest>,
    /// Signature schemes, by the size of the key.
    pub keys: Vec<Key>,
    /// Tables of their own for what is used in one role.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub only: BTreeMap<Role, Tables>,
}

/// The tables for one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tables {
    /// Digest algorithms.
    pub digests: Vec<Digest>,
    /// Signature schemes, by the size of the key.
    pub keys: Vec<Key>,
}

/// A digest algorithm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digest {
    /// Such as `SHA-256`.
    pub name: String,
    /// The first day on which it is not reliable; none for one that has no end yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// A signature scheme with keys of at least some size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Such as `RSASSA-PSS`.
    pub scheme: String,
    /// The smallest key that this line is about; the line with the largest that fits counts.
    pub bits: u32,
    /// The first day on which it is not reliable; none for one that has no end yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// A day, by its first moment in UTC; written `2029-01-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Time);

/// Until when something is reliable.
enum Term {
    /// Never was, as far as the tables know.
    Never,
    /// Until that moment.
    Until(Time),
    /// No end is known.
    Open,
}

impl Algorithms {
    /// What happens with `algorithm`, used in that role and relied on at `at`; `None` where it is reliable.
    pub fn level(&self, role: Role, algorithm: &Algorithm, at: Time) -> Option<Level> {
        self.terms(role, algorithm).filter_map(|term| self.broken(&term, at)).max()
    }

    /// The moment until which an algorithm does not fail; `None` where no end is known, or none that fails.
    pub fn reliable_until(&self, role: Role, algorithm: &Algorithm) -> Option<Time> {
        let ends = self.terms(role, algorithm).filter_map(|term| match term {
            Term::Never => Some(Time::from_unix_millis(i64::MIN)),
            Term::Until(end) => Some(end),
            Term::Open => None,
        });
        ends.filter(|end| self.broken(&Term::Until(*end), *end) == Some(Level::Fail)).min()
    }

    /// The days after `at` on which an algorithm ends so that it fails, each once, the first one first.
    pub fn ends_after(&self, at: Time) -> BTreeSet<Time> {
        let own = (&self.digests, &self.keys);
        let tables = self.only.values().map(|tables| (&tables.digests, &tables.keys)).chain([own]);
        let ends = tables.flat_map(|(digests, keys)| {
            digests.iter().map(|digest| digest.until).chain(keys.iter().map(|key| key.until))
        });
        let ends = ends.flatten().map(|Day(end)| end);
        ends.filter(|end| *end > at && self.broken(&Term::Until(*end), *end) == Some(Level::Fail)).collect()
    }

    /// Whether the tables say something of an algorithm: of its digest, and of its scheme with keys of any size.
    pub fn names(&self, role: Role, algorithm: &Algorithm) -> bool {
        let (digests, keys) = self.tables(role);
        let digest = algorithm.digest.as_ref().map(|name| digests.iter().any(|digest| digest.name == *name));
        let is_scheme = |key: &Key| key.scheme == algorithm.scheme;
        let scheme = (!algorithm.scheme.is_empty()).then(|| keys.iter().any(is_scheme));
        (digest.is_some() || scheme.is_some()) && digest.unwrap_or(true) && scheme.unwrap_or(true)
    }

    fn tables(&self, role: Role) -> (&[Digest], &[Key]) {
        match self.only.get(&role) {
            Some(tables) => (&tables.digests, &tables.keys),
            None => (&self.digests, &self.keys),
        }
    }

    fn terms(&self, role: Role, algorithm: &Algorithm) -> impl Iterator<Item = Term> {
        let (digests, keys) = self.tables(role);
        let digest = algorithm
            .digest
            .as_ref()
            .map(|name| term(digests.iter().find(|digest| digest.name == *name).map(|digest| digest.until)));
        let fits = |key: &&Key| key.scheme == algorithm.scheme && key.bits <= algorithm.bits;
        let key = (!algorithm.scheme.is_empty())
            .then(|| term(keys.iter().filter(fits).max_by_key(|key| key.bits).map(|key| key.until)));
        let unknown = (digest.is_none() && key.is_none()).then_some(Term::Never);
        digest.into_iter().chain(key).chain(unknown)
    }

    fn broken(&self, term: &Term, at: Time) -> Option<Level> {
        match term {
            Term::Open => None,
            Term::Never => Some(self.level),
            Term::Until(end) if at < *end => None,
            Term::Until(end) if *end > self.updated.0 => Some(self.forecast),
            Term::Until(_) => Some(self.level),
        }
    }
}

fn term(found: Option<Option<Day>>) -> Term {
    match found {
        None => Term::Never,
        Some(None) => Term::Open,
        Some(Some(Day(end))) => Term::Until(end),
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = self.0.calendar();
        serializer.collect_str(&format_args!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let moment = format!("{text}T00:00:00Z").parse();
        moment.map(Day).map_err(|_| serde::de::Error::custom(format!("`{text}` is no day like 2029-01-01")))
    }
}
