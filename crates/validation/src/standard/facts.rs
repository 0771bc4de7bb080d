//! What a decision rests on, without a byte: what was found out about signatures, certificates, revocation data and
//! time-stamps, whatever document they stand in.
//!
//! Tokens name each other by their place in [`Case`]. A place that is not there counts as a token that is not there.

use std::time::Duration;

use crate::cause::Cause;
use pki::{Status, Time};
use serde::{Deserialize, Serialize};

/// Everything a decision may look at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Certificates of signers, units, responders and authorities.
    pub certificates: Vec<Certificate>,
    /// OCSP responses and revocation lists.
    pub revocations: Vec<Revocation>,
    /// Time-stamp tokens.
    pub stamps: Vec<Stamp>,
    /// Evidence records (RFC 4998, RFC 6283).
    pub records: Vec<Record>,
    /// Signatures.
    pub signatures: Vec<Signature>,
}

/// A token of a [`Case`], as something whose existence can be proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is a place in the list of its name")]
pub enum Object {
    Certificate(usize),
    Revocation(usize),
    Stamp(usize),
    Record(usize),
    Signature(usize),
}

/// A certificate as its fields, and what the path building found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its subject, for people.
    pub name: String,
    /// Start of its validity.
    pub not_before: Time,
    /// End of its validity.
    pub not_after: Time,
    /// Whether it is a trust anchor.
    pub anchor: Option<Anchor>,
    /// Whether its signature is its issuer's.
    pub intact: bool,
    /// How it was signed; `None` where that cannot be told.
    pub algorithm: Option<Algorithm>,
    /// `nonRepudiation` in its key usage.
    pub commits: bool,
    /// `digitalSignature` or `nonRepudiation` in its key usage, or no key usage at all.
    pub signs: bool,
    /// Whether it says that it is a qualified certificate for signatures or seals.
    pub claims_qualified: bool,
    /// `cA` in its basic constraints.
    pub authority: bool,
    /// Its extended key usages, dotted.
    pub purposes: Vec<String>,
    /// Whether the extension with them is critical.
    pub purposes_critical: bool,
    /// Nobody states whether it is revoked: it answers for its authority (RFC 6960 §4.2.2.2.1), or says that it lives too briefly
    /// for that (`noRevAvail`, RFC 9608; EN 319 412-1 §5.2).
    pub exempt: bool,
    /// What revocation data says about it.
    pub statements: Vec<Statement>,
    /// Whether there was more of it than is verified.
    #[serde(default)]
    pub gave_up: bool,
    /// From when on its authority keeps expired certificates in its revocation data, as a trusted list says
    /// (`ExpiredCertsRevocationInfo`, TS 119 612 §5.5.9.1).
    pub expired_since: Option<Time>,
}

/// When something is a trust anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The sunset date, after which it is none (EN 319 102-1 v1.4.1 §5.2.6).
    pub until: Option<Time>,
}

/// What one piece of revocation data says about one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Which piece.
    pub revocation: usize,
    /// What it says.
    pub status: Status,
}

/// An OCSP response or a revocation list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Revocation {
    /// Of which kind.
    pub source: Source,
    /// When what it says was known to be true.
    pub this_update: Time,
    /// When there will be news, if it says.
    pub next_update: Option<Time>,
    /// When it was signed.
    pub produced_at: Time,
    /// Certificates that expired since then are still spoken of: `archiveCutOff`, `expiredCertsOnCRL`.
    pub expired_since: Option<Time>,
    /// It names the certificate by its digest (`CertHash`), so that it must have seen it.
    pub positive: bool,
    /// It is as its standard has it, and not merely clear in what it says.
    pub conforms: bool,
    /// Its signature.
    pub signing: Signing,
    /// The other lists that it is nothing without: the one that it is a delta of, those of other reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Listing>,
}

/// A revocation list that others need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// When it was signed.
    pub produced_at: Time,
    /// Its signature.
    pub signing: Signing,
}

impl Revocation {
    /// Its signature and those of the lists that it needs, each with when it was made.
    pub(super) fn signatures(&self) -> impl Iterator<Item = (Time, &Signing)> + Clone {
        let others = self.others.iter().map(|other| (other.produced_at, &other.signing));
        std::iter::once((self.produced_at, &self.signing)).chain(others)
    }
}

/// Where a statement about revocation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are RFC 5280's and RFC 6960's own")]
pub enum Source {
    Crl,
    Ocsp,
}

/// A time-stamp token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    /// What it was made for.
    pub kind: StampKind,
    /// `genTime`.
    pub time: Time,
    /// By how much `genTime` may be off, where the token says it (RFC 3161 §2.4.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Duration>,
    /// Whether it says that the tokens of its unit can be ordered by `genTime` alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordering: bool,
    /// What it stamps: the imprint and, in a container, the manifest's entries.
    pub references: Vec<Reference>,
    /// Its signature.
    pub signing: Signing,
    /// Everything it proves to have existed.
    pub covers: Vec<Object>,
    /// When the newest revocation data that it covers was signed, where it is known to the byte what it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<Time>,
}

/// What a time-stamp was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StampKind {
    /// Over the content, before signing.
    Content,
    /// Over the signature value.
    Signature,
    /// Over the signature with its validation data, or the whole document.
    Archive,
    /// Inside an evidence record.
    Record,
}

/// An evidence record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The digests of what it archives.
    pub references: Vec<Reference>,
    /// Its time-stamps, oldest first.
    pub stamps: Vec<usize>,
    /// Everything it proves to have existed.
    pub covers: Vec<Object>,
}

/// A signature of somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// What is wrong with its form, if anything (§5.2.2).
    pub malformed: Option<Cause>,
    /// The time its signer claims.
    pub claimed_time: Option<Time>,
    /// What it signs.
    pub references: Vec<Reference>,
    /// The attribute that binds the content is among what is signed.
    pub bound: bool,
    /// What is known of the signature policy that it names.
    pub policy: SignaturePolicy,
    /// Its value.
    pub signing: Signing,
    /// Its time-stamps, and those of the document over it.
    pub stamps: Vec<usize>,
    /// The evidence records over it.
    pub records: Vec<usize>,
}

/// The signature policy that a signature names (§5.2.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignaturePolicy {
    /// None, or an implied one.
    #[default]
    None,
    /// It is at hand, and is the one that was signed for.
    Available,
    /// It is not at hand.
    Missing,
    /// It is not the one that was signed for, or cannot be processed.
    Different,
}

/// Something that is signed or stamped by its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Name of the digest algorithm, as policies write it.
    pub digest: Option<String>,
    /// The data is at hand.
    pub found: bool,
    /// The data has that digest.
    pub intact: bool,
    /// Whether nobody minds if it is not found: an entry of a list in a document of its own.
    pub spare: bool,
    /// Why its digest could not be told, where the algorithm is one that we do not compute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<Cause>,
}

/// A signature value, and the certificates that stand behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signing {
    /// How it was made; `None` where that cannot be told.
    pub algorithm: Option<Algorithm>,
    /// The value verifies with the key of the first certificate.
    pub intact: bool,
    /// Why that could not be told, where the algorithm or the key is one that we do not verify with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<Cause>,
    /// The certificates from the signer's to the anchor, or as far as they were found.
    pub chain: Vec<usize>,
    /// Why the chain is none, where its certificates are all there.
    pub chain_fault: Option<Cause>,
    /// Whether the first is the one that the token names by a digest.
    pub named: Named,
}

/// Whether a signed attribute names the certificate that is taken for the signer's (§5.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Named {
    /// It does.
    Yes,
    /// There is no such attribute.
    Absent,
    /// It names another.
    Other,
}

/// A signature scheme with a key and a digest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Algorithm {
    /// Name of the scheme, as policies write it: `RSA` for PKCS #1 v1.5, `RSASSA-PSS`, `DSA`, `ECDSA`, `EdDSA`.
    pub scheme: String,
    /// Size of the key in bits: modulus, or order of the group.
    pub bits: u32,
    /// Name of the digest, as policies write it: `SHA-256`; `None` where the scheme has its own.
    pub digest: Option<String>,
}

impl Case {
    /// The certificate at that place.
    pub fn certificate(&self, index: usize) -> Option<&Certificate> {
        self.certificates.get(index)
    }
}
