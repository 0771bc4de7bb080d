//! What drawing a page takes, counted by interpreting it without drawing: a renderer at work cannot be stopped, and memory that
//! is not to be had takes the whole program down.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::pattern::{Pattern, TilingPattern};
use hayro::hayro_interpret::util::{TransformExt, x_y_advances};
use hayro::hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, RenderContent, SoftMask, StrokeProps, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect};

use crate::decoded;
use crate::error::Error;
use crate::pages::size;
use crate::picture::Budget;

/// Paths, glyphs, images, and whatever else is drawn or clipped: the densest maps have some hundred thousand.
const STEPS: f64 = 3e6;

/// Pixels that edges run through, a few bytes each until the page is done: half a million strokes of a drawing have ten million.
const EDGES: f64 = 6e7;

/// Dashes, of which a line is made before any is drawn: some seventy bytes each.
const DASHES: f64 = 2e6;

/// Pixels that are painted, many times over: some thousand times an A4 page.
const PAINTED: f64 = 5e9;

/// Bytes that are held until the page is done: images as they are shown, cells of patterns, shadings and masks.
const HELD: f64 = 6e8;

/// Bytes that images take to be decoded, one after the other.
const DECODED: f64 = 4e9;

/// Patterns, masks and glyphs that are drawn inside each other; the interpreter counts the forms.
const DEPTH: usize = 30;

/// Parts of a path that is a box.
const BOX: usize = 6;

/// A glyph is about so many units wide and high.
const GLYPH: f64 = 1_000.0;

/// Judges what a page takes to be drawn in pixels of that scale.
///
/// # Errors
/// [`Error::TooMuch`], [`Error::ImageTooLarge`].
pub(crate) fn check<'a>(
    page: &'a Page<'a>,
    scale: f32,
    content: RenderContent,
    budget: Budget,
) -> Result<(), Error> {
    let size = size(page);
    let scale = f64::from(scale);
    let shown = Rect::new(0.0, 0.0, f64::from(size.width) * scale, f64::from(size.height) * scale);
    let transform = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings { render_content: content, ..Default::default() };
    let cache = InterpreterCache::new();
    let mut context = Context::new(transform, shown, &cache, page.xref(), settings);
    let mut effort = Effort {
        shown,
        budget,
        left: [STEPS, EDGES, DASHES, PAINTED, HELD, DECODED],
        times: 1.0,
        depth: 0,
        masks: HashSet::new(),
    };
    stoppable(|| interpret_page(page, &mut context, &mut effort))
}

/// Does work on foreign content that ends when [`stop`] is called in it.
///
/// # Errors
/// What it was stopped with; [`Error::Failed`] where it panics.
pub(crate) fn stoppable(work: impl FnOnce()) -> Result<(), Error> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|cause| cause.downcast::<Error>().map_or(Error::Failed, |error| *error))
}

/// Ends such work. The interpreter asks a device nothing, so this is the only way out of it; no panic is reported.
pub(crate) fn stop(error: Error) -> ! {
    resume_unwind(Box::new(error))
}

/// What is counted.
#[derive(Clone, Copy)]
enum Of {
    Steps,
    Edges,
    Dashes,
    Painted,
    Held,
    Decoded,
}

impl Of {
    const fn name(self) -> &'static str {
        match self {
            Self::Steps => "drawings",
            Self::Edges => "edges",
            Self::Dashes => "dashes",
            Self::Painted => "paint",
            Self::Held => "patterns, masks and images",
            Self::Decoded => "images",
        }
    }
}

/// A device that draws nothing and counts.
struct Effort {
    /// In pixels.
    shown: Rect,
    budget: Budget,
    left: [f64; 6],
    /// How often what is counted is drawn.
    times: f64,
    depth: usize,
    /// Masks that have been drawn: they are kept.
    masks: HashSet<u128>,
}

/// How long a path is.
#[derive(Default)]
struct Length {
    parts: f64,
    /// In pixels, as far as it is on the page or near it.
    shown: f64,
    /// In its own units.
    whole: f64,
}

impl Effort {
    fn pay(&mut self, of: Of, amount: f64) {
        let left = &mut self.left[of as usize];
        *left -= amount * self.times;
        if left.is_nan() || *left < 0.0 {
            stop(Error::TooMuch { what: of.name() });
        }
    }

    /// What is drawn inside something else, so many times.
    fn inside(&mut self, times: f64, work: impl FnOnce(&mut Self)) {
        if self.depth >= DEPTH {
            stop(Error::TooMuch { what: "patterns and masks inside each other" });
        }
        let before = self.times;
        self.times *= times;
        self.depth += 1;
        work(self);
        self.depth -= 1;
        self.times = before;
    }

    fn page(&self) -> f64 {
        self.shown.area()
    }

    /// The part of the page that a box of its own space covers, in pixels.
    fn area(&self, rect: Rect, transform: Affine) -> f64 {
        let area = transform.transform_rect_bbox(rect.abs()).intersect(self.shown).area();
        if area.is_finite() { area.max(0.0) } else { self.page() }
    }

    fn length(&self, path: &BezPath, transform: Affine) -> Length {
        let near = self.shown.inflate(self.shown.width(), self.shown.height());
        let place = |point: Point| {
            let Point { x, y } = transform * point;
            Point::new(x.clamp(near.x0, near.x1), y.clamp(near.y0, near.y1))
        };
        let mut length = Length::default();
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        let mut line = |from: Point, to: Point| {
            length.whole += from.distance(to);
            let shown = place(from).distance(place(to));
            length.shown += if shown.is_finite() { shown } else { 0.0 };
        };
        let mut parts = 0_u32;
        for part in path.elements() {
            parts = parts.saturating_add(1);
            // A curve is no longer than the lines between its points.
            let end = match *part {
                PathEl::MoveTo(to) => {
                    start = to;
                    to
                }
                PathEl::LineTo(to) => {
                    line(last, to);
                    to
                }
                PathEl::QuadTo(by, to) => {
                    line(last, by);
                    line(by, to);
                    to
                }
                PathEl::CurveTo(by, then, to) => {
                    line(last, by);
                    line(by, then);
                    line(then, to);
                    to
                }
                PathEl::ClosePath => {
                    line(last, start);
                    start
                }
            };
            last = end;
        }
        length.parts = parts.into();
        length
    }

    fn fill(&mut self, path: &BezPath, transform: Affine) {
        let length = self.length(path, transform);
        self.pay(Of::Steps, 1.0);
        self.pay(Of::Edges, length.parts + length.shown);
        self.pay(Of::Painted, self.area(path.control_box(), transform));
    }

    fn stroke(&mut self, path: &BezPath, transform: Affine, stroke: &StrokeProps) {
        let length = self.length(path, transform);
        let (across, up) = x_y_advances(&transform);
        let width = f64::from(stroke.line_width) * across.length().max(up.length());
        let width = width.clamp(1.0, self.shown.width().max(self.shown.height()).max(1.0));
        let dashes = self.dashes(&length, stroke);
        self.pay(Of::Steps, 1.0);
        self.pay(Of::Dashes, dashes);
        self.pay(Of::Edges, (length.parts + dashes) * 4.0 + length.shown * 2.0);
        self.pay(Of::Painted, length.shown * width);
    }

    fn dashes(&self, length: &Length, stroke: &StrokeProps) -> f64 {
        let dashes = &stroke.dash_array;
        if dashes.is_empty() {
            return 0.0;
        }
        let period: f64 = dashes.iter().map(|dash| f64::from(*dash)).sum();
        // A line of dashes that go back has no end.
        if dashes.iter().any(|dash| *dash < 0.0)
            || period.is_nan()
            || period <= 0.0
            || !stroke.dash_offset.is_finite()
        {
            return f64::INFINITY;
        }
        let parts = u32::try_from(dashes.len()).unwrap_or(u32::MAX);
        f64::from(parts) * (length.whole / period + 1.0)
    }

    /// What it takes to colour an area.
    fn colour<'a>(&mut self, props: &DrawProps<'a>, area: f64, is_stroke: bool) {
        self.mask(props.soft_mask.as_ref());
        let Paint::Pattern(pattern) = &props.paint else { return };
        match &**pattern {
            Pattern::Shading(_) => {
                self.pay(Of::Steps, 100.0);
                self.pay(Of::Painted, area * 10.0);
                self.pay(Of::Held, area * 4.0);
            }
            Pattern::Tiling(pattern) => self.tile(pattern, area, is_stroke),
        }
    }

    /// A cell of a pattern is drawn anew for everything that is painted with it, with those beside it that reach into it.
    fn tile<'a>(&mut self, pattern: &TilingPattern<'a>, area: f64, is_stroke: bool) {
        let (across, up) = x_y_advances(&pattern.matrix);
        let axis = |length: f64, step: f32, scale: f64, page: f64| {
            let step = f64::from(step.abs());
            ((length / step).ceil().max(1.0), (step * scale).clamp(1.0, page.max(1.0) * 2.0))
        };
        let (columns, width) =
            axis(pattern.bbox.width().abs(), pattern.x_step, across.length(), self.shown.width());
        let (rows, height) =
            axis(pattern.bbox.height().abs(), pattern.y_step, up.length(), self.shown.height());
        let cell = (width * height).min(area.max(1.0) * 4.0);
        self.pay(Of::Held, cell * 4.0);
        self.pay(Of::Painted, cell);
        self.pay(Of::Steps, columns * rows);
        let to_pixels = Affine::scale_non_uniform(across.length(), up.length())
            * Affine::translate((-pattern.bbox.x0, -pattern.bbox.y0));
        self.inside(columns * rows, |effort| {
            let _ = pattern.interpret(effort, to_pixels, is_stroke);
        });
    }

    fn mask<'a>(&mut self, mask: Option<&SoftMask<'a>>) {
        let Some(mask) = mask.filter(|mask| self.masks.insert(mask.cache_key())) else { return };
        let page = self.page();
        self.pay(Of::Held, page);
        self.pay(Of::Painted, page * 10.0);
        self.inside(1.0, |effort| mask.interpret(effort));
    }
}

impl<'a> Device<'a> for Effort {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let area = self.area(path.control_box(), props.transform);
        if let DrawMode::Fill(_) | DrawMode::FillAndStroke(..) = mode {
            self.fill(path, props.transform);
            self.colour(&props, area, false);
        }
        if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode {
            self.stroke(path, props.transform, stroke);
            self.colour(&props, self.page(), true);
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        let mut bounds: Option<Rect> = None;
        for glyph in glyphs {
            self.pay(Of::Steps, 1.0);
            if matches!(mode, DrawMode::Invisible) {
                continue;
            }
            let reach = Rect::new(-GLYPH, -GLYPH, 2.0 * GLYPH, 2.0 * GLYPH);
            let reach = glyph.transform().transform_rect_bbox(reach);
            bounds = Some(bounds.map_or(reach, |bounds| bounds.union(reach)));
            match &**glyph {
                Glyph::Outline(outline) => {
                    let area = self.area(reach, props.transform) / 9.0;
                    self.pay(Of::Painted, area);
                    self.pay(Of::Edges, area.sqrt() * 4.0);
                    if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode
                        && !stroke.dash_array.is_empty()
                    {
                        self.stroke(&(glyph.transform() * outline.outline()), props.transform, stroke);
                    }
                }
                Glyph::Type3(shape) => self.inside(1.0, |effort| {
                    shape.interpret(effort, props.transform, glyph.transform(), &props.paint);
                }),
            }
        }
        if let Some(bounds) = bounds {
            let area = self.area(bounds, props.transform);
            self.colour(&props, area, matches!(mode, DrawMode::Stroke(_)));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.mask(props.soft_mask.as_ref());
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let bytes = match &image {
            Image::Stencil(image) => decoded::judge(image.stream(), self.budget),
            Image::Raster(image) => decoded::judge(image.stream(), self.budget),
        };
        #[expect(clippy::cast_precision_loss, reason = "a budget is far below 2^52")]
        let bytes = bytes.unwrap_or_else(|error| stop(error)) as f64;
        let (across, up) = x_y_advances(&props.transform);
        let (across, up) = (across.length(), up.length());
        // One that is shown smaller, in one direction or both, is held as it is shown; any other as it is.
        let held = if across < 1.0 || up < 1.0 {
            let side = |pixels: f64, scale: f64| (pixels * scale).clamp(1.0, 32_767.0);
            side(width, across) * side(height, up)
        } else {
            width * height
        };
        let area = self.area(Rect::new(0.0, 0.0, width, height), props.transform);
        self.pay(Of::Steps, 10.0);
        self.pay(Of::Decoded, bytes);
        self.pay(Of::Held, held * 4.0);
        self.pay(Of::Painted, area);
        if let Image::Stencil(_) = &image {
            self.pay(Of::Held, area * 4.0);
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.pay(Of::Steps, 1.0);
        // A box, such as that of a form, costs next to nothing.
        if clip.path.elements().len() > BOX {
            let length = self.length(&clip.path, Affine::IDENTITY);
            self.pay(Of::Edges, length.parts + length.shown);
        }
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.pay(Of::Steps, 1.0);
    }

    fn push_transparency_group(&mut self, _: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.pay(Of::Steps, 1.0);
        self.mask(mask.as_ref());
    }

    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
