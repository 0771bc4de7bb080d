//! Drawing the pages that have to be drawn to be compared, and what is found on them.

use std::collections::HashSet;
use std::num::NonZeroUsize;

use ades::Later;
use ades::looks::{self, Cause, FieldDifference, NotCompared, PageComparison, PageDifference, WhyNot};
use pdf::ModificationKind;
use render::{Budget, Explained, Pages, Seen, Versions, Warning};

use crate::host::Time;
use crate::workers::{self, Patience};

/// Differences that are told one by one, and fields.
const TOLD: usize = 200;

/// A page at 250 dpi; images as large as they may be shown.
const BUDGET: Budget = Budget { pixels: 8_000_000, image_bytes: 450_000_000 };

/// A signed version beside the present one, and the pages (from 0) of both that have to be drawn to be compared.
pub(crate) struct Opened {
    pub versions: Versions,
    pub unlike: Vec<usize>,
}

/// A piece of work.
enum Job {
    /// A page of one of the versions.
    Page { version: usize, versions: Versions, page: usize, explained: Explanations },
    /// All text fields of the present version.
    Fields(Pages),
}

/// Where the boxes of a page come from that explain something.
struct Explanations {
    told: Vec<(Explained, Cause)>,
    former: bool,
}

/// What came of it.
enum Done {
    Page(Result<(Seen, Vec<Cause>), render::Error>),
    Fields(Result<Vec<FieldDifference>, render::Error>),
}

/// What is seen in each version, of which it is known what came later.
pub(crate) fn compared(
    opened: Vec<Opened>,
    laters: &[Later],
    threads: NonZeroUsize,
    patience: Patience,
    now: &dyn Fn() -> Time,
) -> Vec<PageComparison> {
    let mut found: Vec<PageComparison> = opened.iter().map(counted).collect();
    let mut jobs = Vec::new();
    for (version, (opened, later)) in opened.iter().zip(laters).enumerate() {
        let pages = opened.unlike.iter().map(|page| Job::Page {
            version,
            versions: opened.versions.clone(),
            page: *page,
            explained: Explanations::of(later, number(*page)),
        });
        jobs.extend(pages);
    }
    // Where something is known to have been changed, one looks first.
    jobs.sort_by_key(|job| matches!(job, Job::Page { explained, .. } if !explained.is_known()));
    jobs.extend(opened.first().map(|opened| Job::Fields(opened.versions.present().clone())));
    let places: Vec<Option<(usize, usize)>> = jobs.iter().map(Job::place).collect();
    let done = workers::each(jobs, threads, patience, now, Job::run);
    let mut fields = Vec::new();
    for (place, done) in places.into_iter().zip(done) {
        match (place, done) {
            (Some((version, page)), done) => {
                if let Some(found) = found.get_mut(version) {
                    take(found, number(page), done);
                }
            }
            (None, Some(Done::Fields(Ok(differences)))) => fields = differences,
            (None, _) => {}
        }
    }
    for found in &mut found {
        settle(found, &fields);
    }
    found
}

fn counted(opened: &Opened) -> PageComparison {
    let (before, now) = opened.versions.counts();
    let same = before.min(now).saturating_sub(opened.unlike.len());
    PageComparison { before, now, same, ..PageComparison::default() }
}

/// Pages are counted from 1 where people read it.
fn number(page: usize) -> u32 {
    u32::try_from(page).unwrap_or(u32::MAX).saturating_add(1)
}

impl Explanations {
    fn of(later: &Later, page: u32) -> Self {
        Self { told: looks::explanations(later, page), former: looks::has_former_annotations(later, page) }
    }

    fn is_known(&self) -> bool {
        !self.told.is_empty() || self.former
    }

    fn boxes(&self, versions: &Versions, page: usize) -> Result<Vec<(Explained, Cause)>, render::Error> {
        let mut all = self.told.clone();
        if self.former {
            let cause = Cause { kind: ModificationKind::AnnotationChanged, name: None };
            let boxes = versions.former_annotations(page)?.into_iter();
            all.extend(boxes.map(|rect| (Explained { rect, is_new: false }, cause.clone())));
        }
        Ok(all)
    }
}

impl Job {
    fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Page { version, page, .. } => Some((*version, *page)),
            Self::Fields(_) => None,
        }
    }

    fn run(&self) -> Done {
        match self {
            Self::Page { versions, page, explained, .. } => {
                let seen = explained.boxes(versions, *page).and_then(|boxes| {
                    let (boxes, causes): (Vec<_>, Vec<_>) = boxes.into_iter().unzip();
                    Ok((versions.seen(*page, &boxes, BUDGET)?, causes))
                });
                Done::Page(seen)
            }
            Self::Fields(pages) => Done::Fields(fields(pages)),
        }
    }
}

/// The fields that show something else than their value.
pub(crate) fn fields(pages: &Pages) -> Result<Vec<FieldDifference>, render::Error> {
    let mut found = Vec::new();
    for page in 0..pages.count() {
        let misleading = pages.misleading_fields(page)?.into_iter();
        found.extend(misleading.map(|field| FieldDifference { page: number(page), field }));
        if found.len() > TOLD {
            found.truncate(TOLD);
            break;
        }
    }
    Ok(found)
}

/// Notes what came of a page.
fn take(found: &mut PageComparison, page: u32, done: Option<Done>) {
    let not_compared = |why| NotCompared { first: page, last: page, why };
    match done {
        Some(Done::Page(Ok((seen, causes)))) => {
            found.drawn += 1;
            let unexplained = seen.unexplained.into_iter();
            found.differences.extend(unexplained.map(|one| PageDifference {
                page,
                rect: one.rect,
                by: None,
                covered: None,
                was: one.was,
                is: one.is,
            }));
            found.differences.extend(seen.explained.into_iter().map(|one| PageDifference {
                page,
                rect: one.rect,
                by: causes.get(one.of).cloned(),
                covered: one.covered,
                was: None,
                is: None,
            }));
            if !seen.warnings.is_empty() {
                let what: Vec<Warning> = seen.warnings.into_iter().collect();
                found.not_compared.push(not_compared(WhyNot::Partly { what }));
            }
        }
        Some(Done::Page(Err(error))) => {
            found.not_compared.push(not_compared(WhyNot::NotDrawn { what: error.to_string() }));
        }
        _ => found.not_compared.push(not_compared(WhyNot::Time)),
    }
}

/// Puts what was noted in order.
fn settle(found: &mut PageComparison, fields: &[FieldDifference]) {
    found.fields = fields.to_vec();
    let mut told = HashSet::new();
    found.differences.sort_by_key(|one| (one.by.is_some(), one.covered.is_none(), one.page));
    found.differences.retain(|one| {
        told.insert((one.page, one.rect.map(f32::to_bits), one.covered.is_some(), one.by.is_some()))
    });
    found.untold = found.differences.len().saturating_sub(TOLD);
    found.differences.truncate(TOLD);
    found.not_compared.sort_by_key(|one| one.first);
    let mut joined: Vec<NotCompared> = Vec::new();
    for one in found.not_compared.drain(..) {
        match joined.last_mut() {
            Some(last) if last.why == one.why && last.last.saturating_add(1) == one.first => {
                last.last = one.last;
            }
            _ => joined.push(one),
        }
    }
    found.not_compared = joined;
}
