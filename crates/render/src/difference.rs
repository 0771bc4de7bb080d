//! Where two versions of a page look different.

use std::collections::BTreeSet;

use hayro::hayro_interpret::RenderContent;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::peniko::color::PremulRgba8;
use serde::{Deserialize, Serialize};

use crate::alike;
use crate::covered::{self, Covered};
use crate::error::Error;
use crate::pages::size;
use crate::picture::{self, Budget};
use crate::rectangles::{Box, Marks, joined, side};
use crate::survey;
use crate::text;
use crate::warning::Warning;

/// Pixels per point: a letter of small print differs in some.
const SCALE: f32 = 1.5;

/// Pixels of a page; a larger one is drawn smaller.
const PIXELS: f32 = 6_000_000.0;

/// By how much a channel may differ, of 255: less is not seen.
const UNSEEN: u8 = 3;

/// Boxes of a page that explain something; those beyond explain nothing.
const BOXES: usize = 500;

/// By how much the sides of a box may differ that two readers read, in points.
const SAME: f32 = 0.05;

/// How far the edge of a drawing smears, in points.
const EDGE: f64 = 1.0;

/// A box of a page in which a difference has an explanation: left, bottom, right, top in the page's user space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Explained {
    /// The box.
    pub rect: [f32; 4],
    /// Whether what is in it lies over what was there, rather than in the place of something.
    pub is_new: bool,
}

/// What is seen to differ on a page. Rectangles are left, bottom, right, top in the user space of the newer page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Where nothing explains it.
    pub unexplained: Vec<Unexplained>,
    /// The boxes in which something does.
    pub explained: Vec<Within>,
    /// What was not drawn as it should be.
    pub warnings: BTreeSet<Warning>,
}

/// A difference that nothing explains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unexplained {
    /// Where.
    pub rect: [f32; 4],
    /// The words that stood there, cut off where they are many; nothing where there were none, or the same as now.
    pub was: Option<String>,
    /// The words that stand there now, likewise.
    pub is: Option<String>,
}

/// A difference inside a box that explains it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Within {
    /// Which of the boxes, from 0.
    pub of: usize,
    /// Where in it.
    pub rect: [f32; 4],
    /// What was there before and is not to be seen any more.
    pub covered: Option<Covered>,
}

pub(crate) fn seen<'a>(
    (before, now): (&'a Page<'a>, &'a Page<'a>),
    explained: &[Explained],
    budget: Budget,
) -> Result<Seen, Error> {
    let everywhere = |warnings| {
        let unexplained = vec![Unexplained { rect: whole(now), ..Unexplained::default() }];
        Ok(Seen { unexplained, warnings, ..Seen::default() })
    };
    if shown(before) != shown(now) {
        return everywhere(BTreeSet::new());
    }
    let unsure = survey::unsure_added(before, now, budget);
    if unsure.iter().any(|one| one.strays) {
        return everywhere(BTreeSet::from([Warning::LookAstray]));
    }
    let scale = scale(now);
    let (old, former) = picture::pixels(before, scale, budget)?;
    let (new, present) = picture::pixels(now, scale, budget)?;
    let mut warnings: BTreeSet<Warning> = former.all().union(&present.all()).copied().collect();
    warnings.extend(unsure.iter().filter_map(|one| one.why));
    if survey::bare_differ(before, now) {
        warnings.insert(Warning::AnnotationWithoutAppearance);
    }
    if !alike::parents_are_alike(before, now) || [before, now].into_iter().any(alike::inherits_otherwise) {
        warnings.insert(Warning::NotDrawn);
    }
    let to_pixels = Affine::scale(f64::from(scale)) * now.initial_transform(true).to_kurbo();
    let boxes: Vec<Rect> = explained.iter().take(BOXES).map(|one| on_page(one.rect, to_pixels)).collect();
    let (mut marks, mut inside) = (Marks::of(&new), vec![None; boxes.len()]);
    let width = usize::from(new.width()).max(1);
    for (at, _) in old.data().iter().zip(new.data()).enumerate().filter(|(_, (old, new))| differ(old, new)) {
        let (x, y) = (at % width, at / width);
        let mut is_explained = false;
        let holding = boxes.iter().zip(&mut inside).filter(|(area, _)| holds(area, x, y));
        for (_, found) in holding {
            is_explained = true;
            *found = Some(joined(*found, [x, y, x + 1, y + 1]));
        }
        if !is_explained {
            marks.add(x, y);
        }
    }
    let back = to_pixels.inverse();
    let areas = marks.rectangles();
    let texts = (!areas.is_empty()).then(|| (text::collect(before), text::collect(now)));
    let unexplained = areas.into_iter().map(|area| {
        let (was, is) = texts.as_ref().map_or_else(Default::default, |(was, is)| words(was, is, area, scale));
        Unexplained { rect: in_user_space(area, back), was, is }
    });
    let unexplained = unexplained.collect();
    let found = inside.into_iter().enumerate().filter_map(|(of, area)| Some((of, area?)));
    let mut lower = Lower { before, scale, budget, whole: old, page: None, texts: [None, None] };
    let mut patience = covered::Patience::default();
    let mut within = found
        .map(|(of, area)| {
            let covered = lower.covered(area, explained[of].is_new, &new, &mut patience)?;
            Ok(Within { of, rect: in_user_space(area, back), covered })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    // Each program draws these in its own way, and none of it is in the picture, or not as it is elsewhere.
    for one in unsure {
        let Some(of) = explained.iter().position(|known| same_place(known.rect, one.rect)) else { continue };
        for rect in one.boxes {
            let area = pixels_of(on_page(rect, to_pixels), &lower.whole);
            if one.why.is_none() && differ_in(area, &lower.whole, &new) {
                continue;
            }
            if let Some(covered) = lower.covered_unseen(area, explained[of].is_new, &mut patience)? {
                within.push(Within { of, rect, covered: Some(covered) });
            }
        }
    }
    Ok(Seen { unexplained, explained: within, warnings })
}

/// What lay there before: under something new all that was seen, under what took the place of something else the page alone.
struct Lower<'a> {
    before: &'a Page<'a>,
    scale: f32,
    budget: Budget,
    whole: Pixmap,
    page: Option<Pixmap>,
    /// The words of the whole, and of the page alone.
    texts: [Option<text::Text>; 2],
}

impl Lower<'_> {
    fn covered(
        &mut self,
        area: Box,
        by_new: bool,
        now: &Pixmap,
        patience: &mut covered::Patience,
    ) -> Result<Option<Covered>, Error> {
        let (under, words) = self.below(by_new)?;
        Ok(covered::find((under, now), area, words, patience))
    }

    /// By something of which it is not known how it looks.
    fn covered_unseen(
        &mut self,
        area: Box,
        by_new: bool,
        patience: &mut covered::Patience,
    ) -> Result<Option<Covered>, Error> {
        let (under, words) = self.below(by_new)?;
        Ok(covered::under(under, area, words, patience))
    }

    fn below(&mut self, by_new: bool) -> Result<(&Pixmap, (&text::Text, f32)), Error> {
        let content = if by_new { RenderContent::all() } else { RenderContent::PAGE };
        if !by_new && self.page.is_none() {
            self.page = Some(picture::part(self.before, self.scale, content, self.budget)?.0);
        }
        let words = self.texts[usize::from(!by_new)].get_or_insert_with(|| text::part(self.before, content));
        let under = if by_new { &self.whole } else { self.page.as_ref().unwrap_or(&self.whole) };
        Ok((under, (words, self.scale)))
    }
}

/// The words that stood in an area and those that stand there, unless they are the same.
fn words(was: &text::Text, is: &text::Text, area: Box, scale: f32) -> (Option<String>, Option<String>) {
    let (was, is) = (covered::words(was, area, scale), covered::words(is, area, scale));
    if was == is { (None, None) } else { (was, is) }
}

fn scale(page: &Page<'_>) -> f32 {
    let size = size(page);
    let area = (size.width * size.height).max(1.0);
    SCALE.min((PIXELS / area).sqrt())
}

/// How the page lies: its size and place, to the last bit.
fn shown(page: &Page<'_>) -> ([u32; 2], [u64; 6]) {
    let size = size(page);
    let place = page.initial_transform(true).to_kurbo().as_coeffs();
    ([size.width.to_bits(), size.height.to_bits()], place.map(f64::to_bits))
}

fn whole(page: &Page<'_>) -> [f32; 4] {
    let shown = page.intersected_crop_box();
    [shown.x0, shown.y0, shown.x1, shown.y1].map(side)
}

fn differ(old: &PremulRgba8, new: &PremulRgba8) -> bool {
    old.r.abs_diff(new.r) > UNSEEN || old.g.abs_diff(new.g) > UNSEEN || old.b.abs_diff(new.b) > UNSEEN
}

/// Whether two pictures differ anywhere in an area.
fn differ_in([left, top, right, bottom]: Box, old: &Pixmap, new: &Pixmap) -> bool {
    let width = usize::from(new.width());
    (top..bottom).any(|y| {
        let row = y * width + left..y * width + right;
        old.data()[row.clone()].iter().zip(&new.data()[row]).any(|(old, new)| differ(old, new))
    })
}

/// A box with its edges, in pixels.
fn on_page([left, bottom, right, top]: [f32; 4], to_pixels: Affine) -> Rect {
    let rect = Rect::new(left.into(), bottom.into(), right.into(), top.into()).abs();
    if rect.area() > 0.0 && rect.is_finite() {
        to_pixels.transform_rect_bbox(rect.inflate(EDGE, EDGE)).expand()
    } else {
        Rect::ZERO
    }
}

/// Whether two boxes are one, whichever of their corners come first.
fn same_place(one: [f32; 4], other: [f32; 4]) -> bool {
    let [one, other] = [one, other].map(|[x0, y0, x1, y1]| [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)]);
    one.iter().zip(other).all(|(one, other)| (one - other).abs() < SAME)
}

/// The part of a picture in which a box lies.
fn pixels_of(area: Rect, picture: &Pixmap) -> Box {
    let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
    // Negative and endless ones become 0 and the largest.
    let [left, top, right, bottom] = [area.x0, area.y0, area.x1, area.y1].map(|side| side as usize);
    [left.min(width), top.min(height), right.min(width), bottom.min(height)]
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
fn holds(area: &Rect, x: usize, y: usize) -> bool {
    area.contains((x as f64 + 0.5, y as f64 + 0.5))
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
fn in_user_space(area: Box, back: Affine) -> [f32; 4] {
    let [left, top, right, bottom] = area.map(|side| side as f64);
    let rect = back.transform_rect_bbox(Rect::new(left, top, right, bottom));
    // A tenth of a point is enough to find it.
    [rect.x0, rect.y0, rect.x1, rect.y1].map(|points| side((points * 10.0).round() / 10.0))
}
