//! What a visible signature looks like: a seal with lines of text and a picture, upright in a box of a page.

mod draw;
pub(crate) mod embed;
pub(crate) mod face;
mod frame;
mod jpeg;
mod layout;
mod picture;
mod png;
mod svg;

use lopdf::{Dictionary, ObjectId};
use serde::{Deserialize, Serialize};

pub(crate) use frame::view;
pub use picture::Picture;

use crate::{document::Document, error::Error, pages, update::Update};

/// A seal and its place (ISO 32000-1 §12.5.5). Page and place count for a new field; one that waits has its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appearance {
    /// The page, from 1.
    pub page: u32,
    /// The box on that page as it is shown, upright.
    pub place: Place,
    /// What stands in the box.
    pub seal: Seal,
}

/// A box on a page as shown, cropped and turned: in points (1/72 inch, `/UserUnit` taken into account) from the upper
/// left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// From the left edge of the page to that of the box.
    pub x: f32,
    /// From the upper edge of the page down to that of the box.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Down.
    pub height: f32,
}

/// What a seal shows. It is drawn in black on whatever the page has there; nothing in it is a verdict.
///
/// Colours are CalGray and CalRGB (ISO 32000-1 §8.6.5), which every part of PDF/A allows with any output intent or none,
/// and there is no transparency, which PDF/A-1 forbids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// From top to bottom; those that are too long are broken.
    pub lines: Vec<Line>,
    /// Beside the text in a wide box, above it in a high one.
    pub picture: Option<Picture>,
    /// A thin rule around the box.
    pub border: Border,
}

/// A line of a seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The words.
    pub text: String,
    /// How they are set.
    pub weight: Weight,
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The name: semi-bold and larger.
    Name,
    /// Everything else.
    Text,
}

/// What surrounds a seal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Border {
    /// Nothing.
    None,
    /// A thin grey rule.
    #[default]
    Rule,
}

/// A page as shown: its size in points, and how many points its user unit is (ISO 32000-1 table 30).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    /// To the right.
    pub width: f32,
    /// Down.
    pub height: f32,
    /// Points in a unit of the page; nearly always 1.
    pub unit: f32,
}

impl Document {
    /// The size of a page (from 1) as shown: cropped, turned, in points.
    ///
    /// # Errors
    /// [`Error::NoSuchPage`], and what reading can say.
    pub fn page_size(&self, page: u32) -> Result<PageSize, Error> {
        let reading = self.reading();
        let view = view(&reading, &pages::nth(&reading, page)?.dictionary)?;
        Ok(PageSize { width: view.width(), height: view.height(), unit: view.unit() })
    }

    /// Where a rectangle of user space (left, bottom, right, top) is on a page (from 1) as shown.
    ///
    /// # Errors
    /// As [`Document::page_size`].
    pub fn place_shown(&self, page: u32, rect: [f32; 4]) -> Result<Place, Error> {
        let reading = self.reading();
        Ok(view(&reading, &pages::nth(&reading, page)?.dictionary)?.shown(rect))
    }
}

/// Writes a seal's objects for its place on a page: `/Rect` in the user space of the page, and the form for `/AP /N`.
pub(crate) fn on_page(
    update: &mut Update<'_>,
    page: &Dictionary,
    appearance: &Appearance,
) -> Result<(String, ObjectId), Error> {
    let view = view(update.reading(), page)?;
    let Place { width, height, .. } = appearance.place;
    let rect = view.rect(appearance.place)?;
    Ok((rect, draw::form(update, &appearance.seal, (width, height), view.upright((width, height)))?))
}

/// Writes a seal's objects for a widget that has its place; gives the form for `/AP /N`.
pub(crate) fn in_field(
    update: &mut Update<'_>,
    id: ObjectId,
    widget: &Dictionary,
    seal: &Seal,
) -> Result<ObjectId, Error> {
    let reading = update.reading();
    // Table 164: /P is optional; the page that lists the widget is the one that shows it.
    let page = match reading.dictionary(widget, b"P")? {
        Some(page) => Some(page.into_owned()),
        None => match pages::places(reading)?.annotations.get(&id) {
            Some(number) => Some(pages::nth(reading, *number)?.dictionary.into_owned()),
            None => None,
        },
    };
    let view = view(reading, &page.unwrap_or_default())?;
    let rect = frame::rectangle(reading, widget, b"Rect")?.unwrap_or_default();
    let size = view.shown_size(rect);
    draw::form(update, seal, size, view.upright(size))
}
