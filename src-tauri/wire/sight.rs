//! What a check is about: changes, and places on pages, in parts that the window puts into words.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;
use workflow::verdict;

use super::verdict::code;

/// Something to go and look at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sight {
    /// What is to be seen.
    #[serde(flatten)]
    pub what: What,
    /// Where; `null` for what belongs to no page.
    #[ts(inline)]
    pub place: Option<PageBox>,
    /// The change that it is, or by which it is explained: a code.
    pub change: Option<String>,
    /// The name of a field, or the kind of annotation or action.
    pub name: Option<String>,
}

/// What there is to be seen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum What {
    /// A change.
    Changed,
    /// A change that the signature does not permit.
    Forbidden {
        /// What it has against it: a code.
        why: String,
    },
    /// There were so many pages, and are now.
    PageCount {
        /// When it was signed.
        before: usize,
        /// Now.
        now: usize,
    },
    /// It looks different, and nothing explains it.
    Differs {
        /// The words that stood there; `null` where there were none, or the same as now.
        was: Option<String>,
        /// The words that stand there now, likewise.
        is: Option<String>,
    },
    /// What was added to it is written so that some programs may paint it anywhere on it.
    Astray,
    /// It looks different by a permitted change.
    Explained,
    /// Something that was there lies underneath.
    Covered {
        /// The words; `null` for a picture.
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
        /// What it is: a code.
        kind: String,
        /// How many it stands for.
        count: usize,
    },
    /// Part of the file could not be read, and may hold more of it.
    Unread,
    /// What came after the signed version cannot be told apart from anything else.
    Later(Reason),
    /// Why it is so.
    Cause(Reason),
    /// There is more of it.
    More {
        /// How much.
        count: usize,
    },
}

/// What has a code, and figures.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reason {
    /// What it is: a code.
    pub why: String,
    /// What it is about, by the names in the words.
    pub figures: BTreeMap<String, String>,
}

impl Reason {
    fn of(why: &impl Serialize) -> Self {
        let mut reason = Self { why: String::new(), figures: BTreeMap::new() };
        let Ok(Value::Object(parts)) = serde_json::to_value(why) else { return reason };
        for (name, value) in parts {
            let told = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match name.as_str() {
                "code" => reason.why = told,
                _ => drop(reason.figures.insert(name, told)),
            }
        }
        reason
    }
}

/// A place in the document.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PageBox {
    /// The page, from 1, or the first of several.
    pub first: u32,
    /// The same page, or the last of them.
    pub last: u32,
    /// Left, bottom, right, top in points; `null` for the whole page.
    pub rect: Option<[f32; 4]>,
}

impl From<verdict::Sight> for Sight {
    fn from(verdict::Sight { what, place, change, name }: verdict::Sight) -> Self {
        use verdict::What as From;
        let what = match what {
            From::Changed => What::Changed,
            From::Forbidden { why } => What::Forbidden { why: code(&why) },
            From::PageCount { before, now } => What::PageCount { before, now },
            From::Differs { was, is } => What::Differs { was, is },
            From::Astray => What::Astray,
            From::Explained => What::Explained,
            From::Covered { words } => What::Covered { words },
            From::MayCover => What::MayCover,
            From::Misleading { value, shown } => What::Misleading { value, shown },
            From::NotCompared { why } => What::NotCompared { why },
            From::Active { kind, count } => What::Active { kind: code(&kind), count },
            From::Unread => What::Unread,
            From::Later { why } => What::Later(Reason::of(&why)),
            From::Cause { why } => What::Cause(Reason::of(&why)),
            From::More { count } => What::More { count },
        };
        let place = place.map(|place| PageBox { first: place.first, last: place.last, rect: place.rect });
        Self { what, place, change: change.map(|kind| code(&kind)), name }
    }
}
