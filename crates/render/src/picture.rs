//! A page as pixels.

use std::collections::BTreeSet;

use hayro::hayro_interpret::{InterpreterSettings, RenderContent};
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::effort;
use crate::error::Error;
use crate::nested::{self, Drawing};
use crate::pages::{Warnings, size};
use crate::warning::Warning;

/// How large a picture may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Pixels of the picture; four bytes each while it is drawn.
    pub pixels: u64,
    /// Bytes that any one image in the page takes while it is decoded, as it claims them.
    pub image_bytes: u64,
}

impl Default for Budget {
    /// An A4 page at 500 dpi, and a scan of A3 at 600 dpi in colour.
    fn default() -> Self {
        Self { pixels: 24_000_000, image_bytes: 450_000_000 }
    }
}

/// A drawn page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// PNG.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What was not drawn as it should be.
    pub warnings: BTreeSet<Warning>,
}

pub(crate) fn draw<'a>(page: &'a Page<'a>, scale: f32, budget: Budget) -> Result<Picture, Error> {
    let (pixmap, warnings) = pixels(page, scale, budget)?;
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let png = pixmap.into_png().map_err(|_| Error::Failed)?;
    Ok(Picture { png, width, height, warnings: warnings.all() })
}

/// The page on white, and what was not drawn as it should be.
pub(crate) fn pixels<'a>(
    page: &'a Page<'a>,
    scale: f32,
    budget: Budget,
) -> Result<(Pixmap, Warnings), Error> {
    part(page, scale, RenderContent::all(), budget)
}

/// The same with its annotations or without.
pub(crate) fn part<'a>(
    page: &'a Page<'a>,
    scale: f32,
    content: RenderContent,
    budget: Budget,
) -> Result<(Pixmap, Warnings), Error> {
    check_scale(page, scale, budget)?;
    let drawing = check(page, scale, content, budget)?;
    let warnings = Warnings::default();
    if drawing.is_odd {
        warnings.add(Warning::NotDrawn);
    }
    let settings = InterpreterSettings { render_content: content, ..warnings.settings() };
    let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let pixmap = render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &pixels);
    Ok((pixmap, warnings))
}

/// Judges what drawing a page takes, before it is drawn.
fn check<'a>(
    page: &'a Page<'a>,
    scale: f32,
    content: RenderContent,
    budget: Budget,
) -> Result<Drawing, Error> {
    let drawing = nested::check(page, budget)?;
    effort::check(page, scale, content, budget)?;
    Ok(drawing)
}

/// The same for its text: all of it is walked through, and no image decoded.
pub(crate) fn check_text<'a>(page: &'a Page<'a>) -> Result<(), Error> {
    let budget = Budget { image_bytes: u64::MAX, ..Budget::default() };
    check(page, 1.0, RenderContent::all(), budget).map(drop)
}

/// The renderer counts pixels of a side in 16 bits.
const SIDE: f64 = 65_535.0;

fn check_scale(page: &Page<'_>, scale: f32, budget: Budget) -> Result<(), Error> {
    let size = size(page);
    let (width, height) =
        (f64::from(size.width) * f64::from(scale), f64::from(size.height) * f64::from(scale));
    if !(scale > 0.0 && width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return Err(Error::Scale { scale });
    }
    #[expect(clippy::cast_precision_loss, reason = "a budget is far below 2^52")]
    let allowed = budget.pixels as f64;
    if width > SIDE || height > SIDE || width * height > allowed {
        return Err(Error::TooLarge { width, height, allowed: budget.pixels });
    }
    Ok(())
}
