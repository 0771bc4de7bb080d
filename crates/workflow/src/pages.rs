//! The pages of signed versions beside the present ones, as pictures: a second look at what came after a signature, which
//! rests on another reader than the comparison of objects.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ades::looks::{FieldDifference, NotCompared, PageComparison, WhyNot};
use ades::{Document, Facts, Later};
use pdf::{Password, Source};
use render::{Pages, Versions};

use crate::drawing::{self, Opened};
use crate::host::Time;
use crate::workers::{self, Patience};

/// The largest file whose pages are compared, in bytes: it is held in memory meanwhile.
const LARGEST: u64 = 256 << 20;

/// Files larger than this are compared one after the other, however many are verified at once.
const LARGE: u64 = 16 << 20;

static LARGE_ONE: Mutex<()> = Mutex::new(());

/// A page takes some hundredths of a second; one that takes so long does so on purpose.
const PATIENCE: Patience = Patience { one: Duration::from_secs(10), all: Duration::from_secs(60) };

/// Signed versions of one document that are compared.
const VERSIONS: usize = 50;

/// Whether pages are compared, and by how many threads for one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageCheck {
    /// They are not, and the report says so.
    Skip,
    /// They are, where something came after a signature.
    Threads(NonZeroUsize),
}

impl PageCheck {
    /// By all processors, for one document at a time.
    pub fn on_all_processors() -> Self {
        Self::Threads(std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
    }
}

/// Compares the pages of each signed version that something came after with the present ones, where it is not known without
/// looking that they are the same, and notes in the facts what is seen. Of one that nothing came after, whether its fields show
/// their values.
///
/// A version that cannot be opened, a page that cannot be drawn, and what takes too long or too much memory are noted as not
/// compared. Whoever calls waits until it is done, at most about a minute.
pub fn compare(document: &Document, facts: &mut Facts, threads: NonZeroUsize, now: &dyn Fn() -> Time) {
    let (source, document) = (document.base(), document.pdf());
    let mut versions: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut newest = Vec::new();
    for (index, signature) in facts.signatures.iter().enumerate() {
        if signature.later == Later::Nothing && signature.looks.is_none() {
            newest.push(index);
        }
        let end = signature.end().filter(|end| *end < source.len());
        if let Some(end) = end.filter(|_| signature.later != Later::Nothing && signature.looks.is_none()) {
            versions.entry(end).or_default().push(index);
        }
    }
    // What nothing came after looks as it did, but its fields may show something else than they say.
    if !newest.is_empty() && !document.has_filled_fields().unwrap_or(true) {
        newest.clear();
    }
    if versions.is_empty() && newest.is_empty() {
        return;
    }
    let left_out =
        |why: WhyNot| PageComparison { not_compared: vec![all(document, why)], ..Default::default() };
    if let Err(error) = unpacks(document) {
        let why = WhyNot::NotDrawn { what: error.to_string() };
        return note(facts, versions.into_values().flatten().chain(newest), &left_out(why));
    }
    let _one_at_a_time =
        (source.len() > LARGE).then(|| LARGE_ONE.lock().unwrap_or_else(PoisonError::into_inner));
    let bytes = match read(source.as_ref()) {
        Ok(bytes) => bytes,
        Err(why) => {
            return note(facts, versions.into_values().flatten().chain(newest), &left_out(why));
        }
    };
    // The oldest were signed over the least: they see every change that came later.
    let beyond: Vec<usize> = versions.values().skip(VERSIONS).flatten().copied().collect();
    note(facts, beyond.into_iter(), &left_out(WhyNot::Versions));
    let ends: Vec<u64> = versions.keys().copied().take(VERSIONS).collect();
    let opening =
        Opening { bytes, password: document.password_for_reading(), is_encrypted: document.is_encrypted() };
    let opening = Arc::new(opening);
    if !newest.is_empty() {
        let shown = workers::each(vec![()], NonZeroUsize::MIN, PATIENCE, now, {
            let opening = Arc::clone(&opening);
            move |()| opening.fields()
        });
        let found = match shown.into_iter().next().flatten() {
            Some(Ok(fields)) => PageComparison { fields, ..PageComparison::default() },
            Some(Err(error)) => left_out(WhyNot::NotDrawn { what: error.to_string() }),
            None => left_out(WhyNot::Time),
        };
        note(facts, newest.into_iter(), &found);
    }
    if ends.is_empty() {
        return;
    }
    let opened =
        workers::each(vec![ends.clone()], NonZeroUsize::MIN, PATIENCE, now, move |ends| opening.all(ends));
    let Some(opened) = opened.into_iter().next().flatten() else {
        return note(facts, versions.values().take(VERSIONS).flatten().copied(), &left_out(WhyNot::Time));
    };
    let mut readable = Vec::new();
    for (opened, signatures) in opened.into_iter().zip(versions.into_values()) {
        match opened {
            Ok(opened) => readable.push((opened, signatures)),
            Err(error) => {
                note(facts, signatures.into_iter(), &left_out(WhyNot::NotDrawn { what: error.to_string() }));
            }
        }
    }
    let laters = readable.iter().map(|(_, signatures)| {
        let first = signatures.first().and_then(|index| facts.signatures.get(*index));
        first.map_or(Later::Nothing, |signature| signature.later.clone())
    });
    let laters: Vec<Later> = laters.collect();
    let (opened, signatures): (Vec<Opened>, Vec<Vec<usize>>) = readable.into_iter().unzip();
    let drawn = drawing::compared(opened, &laters, threads, PATIENCE, now);
    for (found, signatures) in drawn.iter().zip(signatures) {
        note(facts, signatures.into_iter(), found);
    }
}

/// The renderer unpacks the streams of objects of a file without bounds of its own: what exceeds those that we have is not shown to it.
/// A damaged one it leaves alone, as we do.
pub(crate) fn unpacks(document: &pdf::Document) -> Result<(), pdf::Error> {
    document.unpack_all().or_else(|error| if error.is_damage() { Ok(()) } else { Err(error) })
}

fn read(source: &dyn Source) -> Result<Arc<[u8]>, WhyNot> {
    let bytes = source.len();
    let length = usize::try_from(bytes).ok().filter(|_| bytes <= LARGEST);
    let length = length.ok_or(WhyNot::Memory { bytes })?;
    // Made where it stays: it may be large.
    let mut read: Arc<[u8]> = std::iter::repeat_n(0, length).collect();
    let into = Arc::get_mut(&mut read).unwrap_or_default();
    source.read_at(0, into).map_err(|error| WhyNot::NotDrawn { what: error.to_string() })?;
    Ok(read)
}

fn note(facts: &mut Facts, signatures: impl Iterator<Item = usize>, found: &PageComparison) {
    for index in signatures {
        if let Some(signature) = facts.signatures.get_mut(index) {
            signature.looks = Some(found.clone());
        }
    }
}

fn all(document: &pdf::Document, why: WhyNot) -> NotCompared {
    NotCompared { first: 1, last: document.page_count().max(1), why }
}

/// The bytes of a document and how to open them.
struct Opening {
    bytes: Arc<[u8]>,
    password: Option<Password>,
    is_encrypted: bool,
}

impl Opening {
    /// The versions that end there.
    fn all(&self, ends: &[u64]) -> Vec<Result<Opened, render::Error>> {
        let now = self.until(<[u8]>::len(&self.bytes));
        let version = |end: &u64| {
            let before = self.until(usize::try_from(*end).unwrap_or(usize::MAX))?;
            let versions = Versions::new(before, now.clone()?);
            let unlike = versions.unlike(self.is_encrypted)?;
            Ok(Opened { versions, unlike })
        };
        ends.iter().map(version).collect()
    }

    /// The fields of the present version that show something else than their value.
    fn fields(&self) -> Result<Vec<FieldDifference>, render::Error> {
        drawing::fields(&self.until(<[u8]>::len(&self.bytes))?)
    }

    fn until(&self, length: usize) -> Result<Pages, render::Error> {
        let open = |password: &str| Pages::open_first(Arc::clone(&self.bytes), length, password);
        match (open(""), &self.password) {
            (Err(render::Error::Encrypted), Some(password)) => open(password.reveal()),
            (opened, _) => opened,
        }
    }
}
