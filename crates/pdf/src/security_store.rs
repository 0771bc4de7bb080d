//! The document security store: `/DSS` in the catalog (EN 319 142-1 §5.4.2).

use foldhash::HashSet;
use lopdf::{Dictionary, ObjectId};
use sha2::{Digest, Sha256};

use crate::{error::Error, reading::Reading, revisions::Revision, seen::Entries, xref::Entry};

/// Streams of all revisions together.
const MAX_STREAMS: usize = 20_000;

/// Decoded bytes of all of them. Certificate lists of a national issuer reach 10 MB.
const MAX_BYTES: usize = 64 << 20;

/// Evidence carried by the file, each entry DER.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SecurityStore {
    /// X.509 certificates.
    pub certificates: Vec<Vec<u8>>,
    /// Whole `OCSPResponse` values (RFC 6960), not the basic response inside.
    pub ocsps: Vec<Vec<u8>>,
    /// `CertificateList` values (RFC 5280 §5).
    pub crls: Vec<Vec<u8>>,
}

impl SecurityStore {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty() && self.ocsps.is_empty() && self.crls.is_empty()
    }

    /// Adds what `other` has and this has not, in its order.
    pub fn merge(&mut self, other: &SecurityStore) {
        for (mine, theirs) in [
            (&mut self.certificates, &other.certificates),
            (&mut self.ocsps, &other.ocsps),
            (&mut self.crls, &other.crls),
        ] {
            for der in theirs {
                if !mine.contains(der) {
                    mine.push(der.clone());
                }
            }
        }
    }
}

impl SecurityStore {
    /// What this has and `other` has not, each once.
    pub(crate) fn without(&self, other: &SecurityStore) -> SecurityStore {
        let mut rest = SecurityStore::default();
        rest.merge(self);
        rest.certificates.retain(|der| !other.certificates.contains(der));
        rest.ocsps.retain(|der| !other.ocsps.contains(der));
        rest.crls.retain(|der| !other.crls.contains(der));
        rest
    }
}

/// The keys of the store and of its `/VRI` dictionaries (tables 2 and 3).
const KEYS: [(&[u8], &[u8]); 3] = [(b"Certs", b"Cert"), (b"OCSPs", b"OCSP"), (b"CRLs", b"CRL")];

impl SecurityStore {
    fn kind(&mut self, index: usize) -> &mut Vec<Vec<u8>> {
        match index {
            0 => &mut self.certificates,
            1 => &mut self.ocsps,
            _ => &mut self.crls,
        }
    }
}

/// The stores of all revisions together, the oldest's entries first.
pub(crate) fn read(reading: Reading<'_>, revisions: &[Revision]) -> Result<SecurityStore, Error> {
    let mut collected = Collected::default();
    let mut reading = reading;
    for revision in revisions {
        reading = reading.turned_to(revision.section);
        let Some(store) = tolerated(dictionary(&reading))?.flatten() else { continue };
        collect(&reading, &store, &mut collected)?;
    }
    Ok(collected.store)
}

/// The store this revision's catalog has, without those before it.
pub(crate) fn newest(reading: &Reading<'_>) -> Result<SecurityStore, Error> {
    let mut collected = Collected::default();
    if let Some(mut store) = dictionary(reading)? {
        // What only a signature's own record has is not in the store yet.
        store.remove(b"VRI");
        collect(reading, &store, &mut collected)?;
    }
    Ok(collected.store)
}

fn dictionary(reading: &Reading<'_>) -> Result<Option<Dictionary>, Error> {
    let catalog = reading.catalog()?;
    Ok(reading.dictionary(&catalog, b"DSS")?.map(Entries::into_owned))
}

#[derive(Default)]
struct Collected {
    store: SecurityStore,
    /// Streams already taken, by kind and place: revisions share nearly all.
    seen: HashSet<(usize, ObjectId, Place)>,
    /// SHA-256 of what is in the store.
    known: HashSet<(usize, [u8; 32])>,
    bytes: usize,
}

type Place = (u64, u32);

fn collect(reading: &Reading<'_>, store: &Dictionary, collected: &mut Collected) -> Result<(), Error> {
    for (kind, (key, of_signature)) in KEYS.into_iter().enumerate() {
        let mut items = tolerated(reading.array(store, key))?.unwrap_or_default().to_vec();
        for (_, record) in &tolerated(reading.dictionary(store, b"VRI"))?.flatten().unwrap_or_default() {
            if let Some(record) = tolerated(reading.resolve(record))?.and_then(Entries::of) {
                items
                    .extend_from_slice(&tolerated(reading.array(&record, of_signature))?.unwrap_or_default());
            }
        }
        for id in items.iter().filter_map(|item| item.as_reference().ok()) {
            let place = match reading.entry(id.0)? {
                Entry::InFile { offset, .. } => (offset, 0),
                Entry::InStream { .. } | Entry::Free => continue,
            };
            if collected.seen.insert((kind, id, place)) {
                take(reading, id, kind, collected)?;
            }
        }
    }
    Ok(())
}

fn take(reading: &Reading<'_>, id: ObjectId, kind: usize, collected: &mut Collected) -> Result<(), Error> {
    if collected.seen.len() > MAX_STREAMS {
        return Err(Error::TooLarge {
            what: "the number of security store entries",
            limit: MAX_STREAMS as u64,
        });
    }
    let Some(der) = tolerated(reading.stream_data(id))? else { return Ok(()) };
    collected.bytes = collected.bytes.saturating_add(der.len());
    if collected.bytes > MAX_BYTES {
        return Err(Error::TooLarge { what: "the security store", limit: MAX_BYTES as u64 });
    }
    if collected.known.insert((kind, Sha256::digest(&der).into())) {
        collected.store.kind(kind).push(der);
    }
    Ok(())
}

/// Missing evidence never makes a signature better, so what cannot be read is left out.
fn tolerated<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(
            Error::Damaged { .. }
            | Error::Malformed { .. }
            | Error::Unsupported { .. }
            | Error::UnsupportedEncryption { .. },
        ) => Ok(None),
        Err(error) => Err(error),
    }
}
