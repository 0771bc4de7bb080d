//! Where a seal can stand.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workflow::seal;
use workflow::show::Shown;

/// A box on a page as shown, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Place {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// To the right edge.
    pub width: f32,
    /// To the lower edge.
    pub height: f32,
}

impl From<seal::Place> for Place {
    fn from(seal::Place { x, y, width, height }: seal::Place) -> Self {
        Self { x, y, width, height }
    }
}

impl From<Place> for seal::Place {
    fn from(Place { x, y, width, height }: Place) -> Self {
        Self { x, y, width, height }
    }
}

/// A box and its page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Spot {
    /// The page, from 1.
    pub page: u32,
    /// The box on it.
    pub place: Place,
}

impl From<(u32, seal::Place)> for Spot {
    fn from((page, place): (u32, seal::Place)) -> Self {
        Self { page, place: place.into() }
    }
}

/// A signature field that waits.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FieldInfo {
    /// Names it in an order.
    pub name: String,
    /// What it is called where people read it.
    pub label: Option<String>,
    /// Where it is seen, if it is.
    pub spot: Option<Spot>,
}

/// The fields of a document that can still be signed.
pub fn fields(shown: &Shown) -> Vec<FieldInfo> {
    let open = shown.form().waiting.iter().filter(|field| field.locked_by.is_none());
    open.map(|field| FieldInfo {
        name: field.name.clone(),
        label: field.label.clone(),
        spot: shown.place_of(field).map(Spot::from),
    })
    .collect()
}
