//! What a person can go and look at: a change, or a place on a page, told in parts that any language can put together.

use ades::looks::{Covered, FieldLook, NotCompared, PageComparison, PageDifference, Warning, WhyNot};
use ades::{Active, ActiveKind, Modification, ModificationKind, Objection};
use serde::{Deserialize, Serialize};

use crate::cause::Cause;

/// Things that a row names one by one.
pub(crate) const NAMED: usize = 20;

/// Something that a row is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sight {
    /// What is to be seen.
    #[serde(flatten)]
    pub what: What,
    /// Where; nothing for what belongs to no page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The change that it is, or by which it is explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ModificationKind>,
    /// The fully qualified name of a field, or the kind of annotation or action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What there is to be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum What {
    /// A change.
    Changed,
    /// A change that the signature does not permit.
    Forbidden {
        /// What it has against it.
        why: Forbidden,
    },
    /// There were so many pages, and are now.
    PageCount {
        /// When it was signed.
        before: usize,
        /// Now.
        now: usize,
    },
    /// It looks different, and no permitted change explains it.
    Differs {
        /// The words that stood there; nothing where there were none, or the same as now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<String>,
        /// The words that stand there now, likewise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        is: Option<String>,
    },
    /// What was added to it is written so that some programs may paint it anywhere on it.
    Astray,
    /// It looks different by a permitted change.
    Explained,
    /// Something that was there when it was signed lies underneath.
    Covered {
        /// The words; nothing for a picture.
        words: Option<String>,
    },
    /// What lies underneath is not known, as the page was not compared, or not in full.
    MayCover,
    /// A field shows something other than its value.
    Misleading {
        /// Its value.
        value: String,
        /// What it shows.
        shown: String,
    },
    /// These pages were not compared.
    NotCompared {
        /// Why: a code.
        why: String,
    },
    /// Something that can change what is shown, or does something by itself.
    Active {
        /// What it is.
        kind: ActiveKind,
        /// How many it stands for.
        count: usize,
    },
    /// Part of the file could not be read, and may hold more of it.
    Unread,
    /// What came after the signed version cannot be told apart from anything else.
    Later {
        /// What was met.
        why: Objection,
    },
    /// Why it is so.
    Cause {
        /// The cause.
        why: Cause,
    },
    /// There is more of it than is named.
    More {
        /// How much.
        count: usize,
    },
}

/// Why a change is not permitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Forbidden {
    /// It is graver than what may be done to the document.
    Level,
    /// The signature locks the field.
    Locked,
    /// It takes room on a page that was certified.
    NewField,
    /// It takes more of a page than a signature needs.
    Large,
}

/// A place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The page, from 1, or the first of several.
    pub first: u32,
    /// The same page, or the last of them.
    pub last: u32,
    /// Left, bottom, right, top in the page's user space, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rect: Option<[f32; 4]>,
}

impl Place {
    fn on(page: u32, rect: Option<[f32; 4]>) -> Self {
        Self { first: page, last: page, rect }
    }
}

impl Sight {
    fn of(what: What, place: Option<Place>) -> Self {
        Self { what, place, change: None, name: None }
    }

    pub(crate) fn change(what: What, change: &Modification) -> Self {
        let place = change.page.map(|page| Place::on(page, change.rect));
        Self { what, place, change: Some(change.kind), name: change.name.clone() }
    }

    pub(crate) fn more(count: usize) -> Self {
        Self::of(What::More { count }, None)
    }

    pub(crate) fn page_count(before: usize, now: usize) -> Self {
        Self::of(What::PageCount { before, now }, None)
    }

    /// One of those of a comparison.
    pub(crate) fn difference(difference: &PageDifference, found: &PageComparison) -> Self {
        let is_astray = |one: &NotCompared| {
            let told = matches!(&one.why, WhyNot::Partly { what } if what.contains(&Warning::LookAstray));
            told && (one.first..=one.last).contains(&difference.page)
        };
        if difference.by.is_none() && found.not_compared.iter().any(is_astray) {
            return Self::at(What::Astray, difference);
        }
        let differs = || What::Differs { was: difference.was.clone(), is: difference.is.clone() };
        let what = if difference.by.is_some() { What::Explained } else { differs() };
        Self::at(what, difference)
    }

    pub(crate) fn covered(difference: &PageDifference) -> Option<Self> {
        let words = match difference.covered.as_ref()? {
            Covered::Text(words) => Some(words.clone()),
            Covered::Picture => None,
        };
        Some(Self::at(What::Covered { words }, difference))
    }

    pub(crate) fn may_cover(unseen: &PageDifference) -> Self {
        Self::at(What::MayCover, unseen)
    }

    fn at(what: What, difference: &PageDifference) -> Self {
        let place = Some(Place::on(difference.page, Some(difference.rect)));
        let by = difference.by.as_ref();
        Self { what, place, change: by.map(|by| by.kind), name: by.and_then(|by| by.name.clone()) }
    }

    pub(crate) fn misleading(page: u32, look: &FieldLook) -> Self {
        let what = What::Misleading { value: look.value.clone(), shown: look.shown.clone() };
        let place = Some(Place::on(page, Some(look.rect)));
        Self { what, place, change: None, name: Some(look.name.clone()) }
    }

    pub(crate) fn active(one: &Active) -> Self {
        let place = one.page.map(|page| Place::on(page, one.rect));
        let what = What::Active { kind: one.kind, count: one.count };
        Self { what, place, change: None, name: one.name.clone() }
    }

    pub(crate) fn unread() -> Self {
        Self::of(What::Unread, None)
    }

    pub(crate) fn later(why: &Objection) -> Self {
        Self::of(What::Later { why: why.clone() }, None)
    }

    pub(crate) fn cause(why: &Cause) -> Self {
        Self::of(What::Cause { why: why.clone() }, None)
    }

    pub(crate) fn not_compared(pages: &NotCompared) -> Self {
        let why = match &pages.why {
            WhyNot::Memory { .. } => "memory",
            WhyNot::Time => "time",
            WhyNot::Versions => "versions",
            WhyNot::Partly { .. } => "partly",
            _ => "not-drawn",
        };
        let place = Place { first: pages.first, last: pages.last, rect: None };
        Self::of(What::NotCompared { why: why.to_owned() }, Some(place))
    }
}

/// At most as many as are named, and how many more there are.
pub(crate) fn few(all: impl Iterator<Item = Sight>) -> Vec<Sight> {
    let mut all: Vec<Sight> = all.collect();
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    all.extend((more > 0).then(|| Sight::more(more)));
    all
}
