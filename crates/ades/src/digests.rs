//! Digests that share their beginnings: what was hashed once is not read again.
//!
//! The signatures of a file all begin at its first byte and differ in where their hole is, and the digest of the whole
//! file begins there too. So the states of the hashers at those places are kept, and a digest goes on from the nearest.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use pdf::{Heads, Source};
use pki::{DigestAlgorithm, Hasher};

/// Bytes read at once: many at a time, and few enough to stay near the processor while several hashers take them in.
const CHUNK: u64 = 256 << 10;

/// States kept of one file; two for each of a thousand signatures.
const MAX_STATES: usize = 2_000;

/// Is shown the bytes in their order, and how many of them the part before ended with: all of those there were, up to
/// [`Heads::AGAIN`]. Says whether to go on.
pub(crate) type Watch<'a> = dyn FnMut(&[u8], usize) -> bool + 'a;

/// States of hashers over the first bytes of a source.
pub(crate) struct Digests {
    source: Arc<dyn Source>,
    states: Mutex<BTreeMap<(DigestAlgorithm, u64), Hasher>>,
}

/// Digests taken of bytes while they pass by, from the first on.
pub struct Passed {
    len: u64,
    hashers: BTreeMap<DigestAlgorithm, Hasher>,
}

impl Passed {
    /// Nothing has passed yet.
    pub fn new(algorithms: &[DigestAlgorithm]) -> Self {
        let hashers = algorithms.iter().map(|algorithm| (*algorithm, algorithm.hasher())).collect();
        Self { len: 0, hashers }
    }

    /// Takes in the bytes that come next.
    pub fn update(&mut self, bytes: &[u8]) {
        self.hashers.values_mut().for_each(|hasher| hasher.update(bytes));
        self.len = self.len.saturating_add(bytes.len() as u64);
    }
}

/// One algorithm's way through the file.
struct Course {
    algorithm: DigestAlgorithm,
    hasher: Hasher,
    /// What it has taken in.
    taken: u64,
    /// Where its state is wanted, the furthest first.
    ends: Vec<u64>,
}

impl Digests {
    pub(crate) fn new(source: Arc<dyn Source>) -> Self {
        Self { source, states: Mutex::default() }
    }

    /// Bytes of the source.
    pub(crate) fn len(&self) -> u64 {
        self.source.len()
    }

    /// With the states of what passed, where it was as much as the source has.
    pub(crate) fn knowing(source: Arc<dyn Source>, passed: Passed) -> Self {
        let hashers = passed.hashers.into_iter().filter(|_| passed.len == source.len());
        let states = hashers.map(|(algorithm, hasher)| ((algorithm, passed.len), hasher)).collect();
        Self { source, states: Mutex::new(states) }
    }

    /// The same states over a source that begins with the same bytes.
    pub(crate) fn over(&self, source: Arc<dyn Source>) -> Self {
        let states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        Self { source, states: Mutex::new(states.clone()) }
    }

    /// A hasher that has taken in the first `end` bytes.
    pub(crate) fn first(&self, algorithm: DigestAlgorithm, end: u64) -> Result<Hasher, pdf::Error> {
        let reached = self.pass(&[(algorithm, end)], None)?;
        Ok(reached.into_iter().next().map_or_else(|| algorithm.hasher(), |(_, hasher)| hasher))
    }

    /// Takes in what all of these need, in one pass over the bytes, and keeps the states.
    pub(crate) fn prepare(&self, wanted: &[(DigestAlgorithm, u64)]) -> Result<(), pdf::Error> {
        self.pass(wanted, None).map(drop)
    }

    /// Hashes all of it with SHA-256, which is asked of every document, and keeps the states at places that are so far apart:
    /// a signature's digest goes on from the nearest. Nothing of it may have been hashed before.
    pub(crate) fn mark(&self, apart: u64, watch: &mut Watch<'_>) -> Result<(), pdf::Error> {
        let len = self.source.len();
        let marks = (1..).map(|count| apart.saturating_mul(count)).take_while(|mark| *mark < len);
        let marks: Vec<_> = marks.chain([len]).map(|mark| (DigestAlgorithm::Sha256, mark)).collect();
        self.pass(&marks, Some(watch)).map(drop)
    }

    fn pass(
        &self,
        wanted: &[(DigestAlgorithm, u64)],
        mut watch: Option<&mut Watch<'_>>,
    ) -> Result<Vec<(u64, Hasher)>, pdf::Error> {
        let mut courses = self.courses(wanted);
        let mut reached = Vec::new();
        let furthest = courses.iter().filter_map(|course| course.ends.first().copied()).max().unwrap_or(0);
        let mut at = courses.iter().map(|course| course.taken).min().unwrap_or(0);
        let mut chunk = Vec::new();
        loop {
            for course in &mut courses {
                while course.ends.last() == Some(&at) && course.taken == at {
                    course.ends.pop();
                    self.keep(course.algorithm, at, &course.hasher);
                    reached.push((at, course.hasher.clone()));
                }
            }
            courses.retain(|course| !course.ends.is_empty());
            // Whatever comes first: an end, the place where another algorithm joins in, a full chunk.
            let ends = courses.iter().filter_map(|course| course.ends.last().copied());
            let joins = courses.iter().map(|course| course.taken).filter(|&taken| taken > at);
            let Some(next) = ends.chain(joins).chain([at.saturating_add(CHUNK)]).min() else { break };
            if courses.is_empty() {
                break;
            }
            // No larger than `CHUNK`.
            let size = next.saturating_sub(at) as usize;
            let again = if watch.is_some() { at.min(Heads::AGAIN as u64) as usize } else { 0 };
            let (from, size) = (at.saturating_sub(again as u64), again + size);
            let seen = match self.source.slice(from, size) {
                Some(seen) => seen,
                None => {
                    if chunk.len() < size {
                        chunk.resize(again + CHUNK.min(furthest.saturating_sub(at)) as usize, 0);
                    }
                    let seen = chunk.get_mut(..size).unwrap_or_default();
                    self.source.read_at(from, seen)?;
                    seen
                }
            };
            let part = seen.get(again..).unwrap_or_default();
            for course in courses.iter_mut().filter(|course| course.taken == at) {
                course.hasher.update(part);
                course.taken = next;
            }
            at = next;
            if watch.as_mut().is_some_and(|watch| !watch(seen, again)) {
                break;
            }
        }
        Ok(reached)
    }

    /// For each algorithm the nearest state before its first end.
    fn courses(&self, wanted: &[(DigestAlgorithm, u64)]) -> Vec<Course> {
        let states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ends = BTreeMap::<DigestAlgorithm, Vec<u64>>::new();
        for &(algorithm, end) in wanted {
            ends.entry(algorithm).or_default().push(end);
        }
        let courses = ends.into_iter().map(|(algorithm, mut ends)| {
            ends.sort_unstable_by(|one, other| other.cmp(one));
            let nearest = ends.last().copied().unwrap_or(0);
            let known = states.range((algorithm, 0)..=(algorithm, nearest)).next_back();
            let (taken, hasher) = known
                .map_or_else(|| (0, algorithm.hasher()), |((_, taken), hasher)| (*taken, hasher.clone()));
            Course { algorithm, hasher, taken, ends }
        });
        courses.collect()
    }

    fn keep(&self, algorithm: DigestAlgorithm, end: u64, hasher: &Hasher) {
        let mut states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        if states.len() < MAX_STATES {
            states.insert((algorithm, end), hasher.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// Counts what is read of it.
    struct Counted {
        bytes: Vec<u8>,
        read: AtomicU64,
    }

    impl Source for Counted {
        fn len(&self) -> u64 {
            self.bytes.len() as u64
        }

        fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), pdf::Error> {
            self.read.fetch_add(into.len() as u64, Ordering::Relaxed);
            self.bytes.read_at(offset, into)
        }
    }

    fn counted(len: usize) -> Arc<Counted> {
        let bytes = (0..len).map(|place| (place * 7 + place / 251) as u8).collect();
        Arc::new(Counted { bytes, read: AtomicU64::new(0) })
    }

    #[test]
    fn several_digests_read_each_byte_once() {
        use DigestAlgorithm::{Sha256, Sha512};
        let source = counted(1_000_003);
        let digests = Digests::new(source.clone());
        let wanted = [(Sha256, 1_000_003), (Sha512, 262_144), (Sha256, 5), (Sha512, 700_001), (Sha256, 5)];
        digests.prepare(&wanted).unwrap();
        assert_eq!(source.read.load(Ordering::Relaxed), 1_000_003);
        for (algorithm, end) in wanted {
            let expected = algorithm.digest(&source.bytes[..end as usize]);
            assert_eq!(digests.first(algorithm, end).unwrap().finish(), expected, "{algorithm:?} {end}");
        }
        assert_eq!(source.read.load(Ordering::Relaxed), 1_000_003, "all of it was known");
    }

    #[test]
    fn a_later_digest_goes_on_where_an_earlier_one_ended() {
        let source = counted(600_000);
        let digests = Digests::new(source.clone());
        digests.first(DigestAlgorithm::Sha256, 400_000).unwrap();
        let whole = digests.first(DigestAlgorithm::Sha256, 600_000).unwrap();
        assert_eq!(whole.finish(), DigestAlgorithm::Sha256.digest(&source.bytes));
        assert_eq!(source.read.load(Ordering::Relaxed), 600_000);
        let earlier = digests.first(DigestAlgorithm::Sha256, 0).unwrap();
        assert_eq!(earlier.finish(), DigestAlgorithm::Sha256.digest(&[]));
    }

    #[test]
    fn an_algorithm_that_is_further_on_waits_for_the_others() {
        use DigestAlgorithm::{Sha256, Sha384};
        let source = counted(500_000);
        let digests = Digests::new(source.clone());
        digests.first(Sha256, 300_000).unwrap();
        digests.prepare(&[(Sha256, 500_000), (Sha384, 450_000)]).unwrap();
        assert_eq!(source.read.load(Ordering::Relaxed), 800_000);
        let known = digests.first(Sha384, 450_000).unwrap().finish();
        assert_eq!(known, Sha384.digest(&source.bytes[..450_000]));
        let known = digests.first(Sha256, 500_000).unwrap().finish();
        assert_eq!(known, Sha256.digest(&source.bytes));
    }

    #[test]
    fn what_passed_by_is_not_read_again() {
        use DigestAlgorithm::{Sha256, Sha384};
        let source = counted(600_000);
        let mut passed = Passed::new(&[Sha256]);
        source.bytes.chunks(70_001).for_each(|bytes| passed.update(bytes));
        let digests = Digests::knowing(source.clone(), passed);
        assert_eq!(digests.first(Sha256, 600_000).unwrap().finish(), Sha256.digest(&source.bytes));
        assert_eq!(source.read.load(Ordering::Relaxed), 0);
        assert_eq!(digests.first(Sha384, 600_000).unwrap().finish(), Sha384.digest(&source.bytes));
        let mut half = Passed::new(&[Sha256]);
        half.update(&source.bytes[..300_000]);
        let digests = Digests::knowing(source.clone(), half);
        assert_eq!(digests.first(Sha256, 300_000).unwrap().finish(), Sha256.digest(&source.bytes[..300_000]));
        assert_eq!(source.read.load(Ordering::Relaxed), 900_000, "what is less than all counts for nothing");
    }

    #[test]
    fn a_digest_goes_on_from_the_nearest_mark() {
        let source = counted(1_000_003);
        let digests = Digests::new(source.clone());
        let mut shown = Vec::new();
        let mut watch = |bytes: &[u8], again: usize| {
            let known = shown.len() - again;
            assert_eq!(shown[known..], bytes[..again]);
            assert_eq!(again, Heads::AGAIN.min(shown.len()));
            shown.extend_from_slice(&bytes[again..]);
            true
        };
        digests.mark(300_000, &mut watch).unwrap();
        assert_eq!(shown, source.bytes);
        // Six parts after the first.
        let read = 1_000_003 + 6 * Heads::AGAIN as u64;
        assert_eq!(source.read.load(Ordering::Relaxed), read);
        for end in [0, 299_999, 300_000, 900_001, 1_000_003] {
            let expected = DigestAlgorithm::Sha256.digest(&source.bytes[..end]);
            assert_eq!(
                digests.first(DigestAlgorithm::Sha256, end as u64).unwrap().finish(),
                expected,
                "{end}"
            );
        }
        assert_eq!(source.read.load(Ordering::Relaxed), read + 299_999 + 1);
    }

    #[test]
    fn who_watches_can_end_it() {
        let source = counted(1_000_003);
        let digests = Digests::new(source.clone());
        digests.mark(300_000, &mut |_, _| false).unwrap();
        assert_eq!(source.read.load(Ordering::Relaxed), CHUNK);
        let whole = digests.first(DigestAlgorithm::Sha256, 1_000_003).unwrap();
        assert_eq!(whole.finish(), DigestAlgorithm::Sha256.digest(&source.bytes));
    }

    #[test]
    fn what_goes_past_the_end_is_an_error() {
        let digests = Digests::new(counted(100));
        assert!(digests.first(DigestAlgorithm::Sha256, 101).is_err());
    }
}
