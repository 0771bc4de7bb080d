//! The text of a page: what the fonts say their glyphs mean.

use std::collections::BTreeSet;

use hayro::hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph, Type3Glyph};
use hayro::hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro::hayro_interpret::util::{RectExt, TransformExt};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, RenderContent, SoftMask, interpret, interpret_page,
};
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::object::{Dict, Stream};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::kurbo::{Affine, BezPath, Point, Rect, Vec2};

use crate::lines::{Lines, Mark, TextRun};
use crate::pages::{Warnings, size};
use crate::undone;
use crate::warning::Warning;

/// The text of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// Pieces of lines, in the order in which the page draws them.
    pub runs: Vec<TextRun>,
    /// What was met on the way that is not drawn as it should be.
    pub warnings: BTreeSet<Warning>,
}

/// How many glyphs are collected from a page: a page of a dictionary in 4 pt has fewer than 30 000.
const GLYPHS: usize = 200_000;

pub(crate) fn collect(page: &Page<'_>) -> Text {
    part(page, RenderContent::all())
}

/// With that of its annotations or without.
pub(crate) fn part(page: &Page<'_>, content: RenderContent) -> Text {
    let size = size(page);
    let bounds = Rect::new(0.0, 0.0, f64::from(size.width), f64::from(size.height));
    let warnings = Warnings::default();
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings { render_content: content, ..warnings.settings() };
    let mut context = Context::new(transform, bounds, &cache, page.xref(), settings);
    let mut collector = Collector::default();
    interpret_page(page, &mut context, &mut collector);
    if collector.left == 0 {
        warnings.add(Warning::TextCutOff);
    }
    let runs = collector.lines.finish().into_iter().filter(|run| run.touches(bounds)).collect();
    Text { runs, warnings: warnings.all() }
}

/// The text that is seen in a look of its own, such as a field's, in the order in which it is drawn; `ground` is the colour of
/// its box, where it has one. Nothing when a font does not say what all letters mean, or there are too many of them.
pub(crate) fn of_look<'a>(page: &'a Page<'a>, look: &Stream<'a>, ground: Option<[u8; 3]>) -> Option<String> {
    undone::check(look).ok()?;
    let data = look.decoded_data().ok()?;
    let resources = look.dict().get::<Dict<'_>>("Resources").map(Resources::new);
    let (cache, warnings) = (InterpreterCache::new(), Warnings::default());
    let far = Rect::new(-1e6, -1e6, 1e6, 1e6);
    let mut context = Context::new(Affine::IDENTITY, far, &cache, page.xref(), warnings.settings());
    let shown = look
        .dict()
        .get::<hayro::hayro_syntax::object::Rect>("BBox")
        .map_or(far, |shown| shown.to_kurbo().abs());
    let grounds = ground.map(|colour| (far, colour)).into_iter().collect();
    let sight = Sight { shown: vec![shown], grounds, is_any: false };
    let mut collector = Collector { sight: Some(sight), ..Collector::default() };
    let resources = resources.as_ref().unwrap_or_else(|| page.resources());
    interpret(TypedIter::new(&data), resources, &mut context, &mut collector);
    let Collector { lines, left, unknown, sight, .. } = collector;
    // What is too long for its field is cut off by its edge; nobody sees what lies beyond it as a whole.
    let runs = if sight.is_some_and(|sight| sight.is_any) { lines.finish() } else { Vec::new() };
    (left > 0 && !unknown).then(|| runs.into_iter().map(|run| run.text).collect::<Vec<_>>().join(" "))
}

/// A device that draws nothing and remembers glyphs.
struct Collector {
    lines: Lines,
    left: usize,
    /// Whether there was a glyph of which the font does not say what it means.
    unknown: bool,
    /// Place and length of the run that was filled last: text that is filled and stroked arrives twice.
    filled: Option<(Point, usize)>,
    /// Where only text that is seen counts.
    sight: Option<Sight>,
}

/// What is seen, in a look.
struct Sight {
    /// The boxes of what clips.
    shown: Vec<Rect>,
    /// What was filled, and with which colour.
    grounds: Vec<(Rect, [u8; 3])>,
    /// Whether any text lies where it is shown.
    is_any: bool,
}

/// By how much a letter differs from its ground, of 255 in one of the colours.
const CONTRAST: u8 = 16;

/// Grounds that are remembered.
const GROUNDS: usize = 1_000;

impl Sight {
    /// Whether a glyph there is seen, were it not cut off.
    fn sees(&mut self, at: Point, paint: &Paint<'_>, mode: &DrawMode) -> bool {
        let seen = match paint {
            _ if matches!(mode, DrawMode::Invisible) => false,
            Paint::Pattern(_) => true,
            Paint::Color(color) => {
                let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
                let ground = self.grounds.iter().rev().find(|(area, _)| area.contains(at));
                let differs = |ground: &[u8; 3]| {
                    [red, green, blue].iter().zip(ground).any(|(one, other)| one.abs_diff(*other) > CONTRAST)
                };
                alpha > 0 && ground.is_none_or(|(_, ground)| differs(ground))
            }
        };
        self.is_any |= seen && self.shown.iter().all(|shown| shown.contains(at));
        seen
    }

    fn fill(&mut self, area: Rect, paint: &Paint<'_>) {
        if let Paint::Color(color) = paint
            && let [red, green, blue, alpha] = color.to_rgba().to_rgba8()
            && alpha > 127
            && self.grounds.len() < GROUNDS
        {
            self.grounds.push((area, [red, green, blue]));
        }
    }

    fn clip(&mut self, area: Rect) {
        self.shown.push(area);
    }
}

impl Default for Collector {
    fn default() -> Self {
        Self { lines: Lines::default(), left: GLYPHS, unknown: false, filled: None, sight: None }
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        let Some(first) = glyphs.first() else { return };
        let identity = (props.transform * first.transform() * Point::ORIGIN, glyphs.len());
        if matches!(mode, DrawMode::Stroke(_)) && self.filled == Some(identity) {
            return;
        }
        self.filled = Some(identity);
        let unit = unit(glyphs);
        for glyph in glyphs {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            self.unknown |= glyph.as_unicode().is_none();
            if let Some(sight) = &mut self.sight {
                // About the middle of a letter.
                let at = props.transform * glyph.transform() * Point::new(200.0, 200.0);
                if !sight.sees(at, &props.paint, mode) {
                    continue;
                }
            }
            if let Some(mark) = mark(glyph, props.transform, unit, run.writing_mode()) {
                self.lines.add(mark);
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        if let (Some(sight), DrawMode::Fill(_) | DrawMode::FillAndStroke(..)) = (&mut self.sight, mode) {
            sight.fill(props.transform.transform_rect_bbox(*rect), &props.paint);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.sight.iter_mut().for_each(|sight| sight.clip(clip.path.control_box()));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.sight.iter_mut().for_each(|sight| sight.clip(*rect));
    }

    fn pop_clip(&mut self) {
        if let Some(sight) = &mut self.sight {
            sight.shown.pop();
        }
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}

/// Length of one glyph unit along the line in text space.
///
/// A glyph of a substituted font is stretched to the width the document expects; the median is that of no stretch.
fn unit(glyphs: &[PositionedGlyph<'_>]) -> f64 {
    let mut units: Vec<f64> = glyphs.iter().map(|glyph| along(glyph.transform()).hypot()).collect();
    units.sort_by(f64::total_cmp);
    units.get(units.len() / 2).copied().unwrap_or_default()
}

fn along(transform: Affine) -> Vec2 {
    let [a, b, ..] = transform.as_coeffs();
    Vec2::new(a, b)
}

/// One glyph in page space. `None` where the numbers of the document lead nowhere.
fn mark(glyph: &PositionedGlyph<'_>, page: Affine, unit: f64, writing: WritingMode) -> Option<Mark> {
    let transform = glyph.transform();
    let direction = along(transform).normalize() * unit;
    let [.., c, d, _, _] = transform.as_coeffs();
    let linear = |v: Vec2| {
        let [pa, pb, pc, pd, ..] = page.as_coeffs();
        Vec2::new(pa * v.x + pc * v.y, pb * v.x + pd * v.y)
    };
    let advance = linear(direction * advance(glyph));
    let rise = linear(Vec2::new(c, d) * 1000.0);
    let origin = page * transform * Point::ORIGIN;
    let towards = linear(direction).normalize();
    let finite = origin.is_finite() && advance.is_finite() && rise.is_finite() && towards.is_finite();
    finite.then(|| Mark {
        text: meaning(glyph),
        origin,
        towards,
        advance: advance.hypot(),
        rise,
        vertical: writing == WritingMode::Vertical,
    })
}

/// Width in thousandths of the font size.
fn advance(glyph: &Glyph<'_>) -> f64 {
    let width = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(shape) => Type3Glyph::advance_width(shape),
    };
    f64::from(width.unwrap_or(0.0))
}

fn meaning(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(char)) => String::from_iter((!char.is_control()).then_some(char)),
        Some(BfString::String(text)) => text.chars().filter(|char| !char.is_control()).collect(),
        None => String::new(),
    }
}
