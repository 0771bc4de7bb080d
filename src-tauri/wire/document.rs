//! A document that is shown.

use serde::Serialize;
use ts_rs::TS;
use workflow::show::{self, Shown};

use super::place::{FieldInfo, fields};

/// A document that is open.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentInfo {
    /// Names it in later commands and in the addresses of page pictures.
    pub id: String,
    /// Where it lies.
    pub path: String,
    /// Its file name.
    pub name: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Its pages, in order.
    pub pages: Vec<PageInfo>,
    /// How many signatures are in it, sound or not.
    pub signatures: usize,
    /// The signature fields that can be signed.
    pub fields: Vec<FieldInfo>,
    /// What can make it look different elsewhere: codes.
    pub warnings: Vec<String>,
}

impl DocumentInfo {
    /// Describes an open document.
    pub fn new(id: &str, shown: &Shown) -> Self {
        let path = shown.path();
        let name = path.file_name().unwrap_or(path.as_os_str());
        Self {
            id: id.to_owned(),
            path: path.display().to_string(),
            name: name.to_string_lossy().into_owned(),
            size: shown.len(),
            pages: shown.pages().into_iter().map(PageInfo::from).collect(),
            signatures: shown.signatures(),
            fields: fields(shown),
            warnings: shown.warnings().iter().map(|warning| warning.code().to_owned()).collect(),
        }
    }
}

/// A page as shown, in points (1/72 inch).
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct PageInfo {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

impl From<show::Size> for PageInfo {
    fn from(show::Size { width, height }: show::Size) -> Self {
        Self { width, height }
    }
}

/// Words and the box they stand in, in points from the top left corner of the page as shown.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// To the right edge.
    pub width: f32,
    /// To the lower edge.
    pub height: f32,
}

impl From<show::TextRun> for TextRun {
    fn from(show::TextRun { text, x, y, width, height }: show::TextRun) -> Self {
        Self { text, x, y, width, height }
    }
}
