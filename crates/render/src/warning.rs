//! What can make a page look different elsewhere.

use hayro::hayro_interpret::InterpreterWarning;
use serde::{Deserialize, Serialize};

/// Something that is not drawn, or may be drawn differently by another reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Warning {
    /// An action leads out of the document, sends or fetches something, or changes what is shown.
    Action,
    /// An annotation without an appearance of its own: other readers invent one, this one draws none.
    AnnotationWithoutAppearance,
    /// An annotation whose appearance could not be used.
    AnnotationNotDrawn,
    /// What is drawn stands in another file.
    External,
    /// A font that could not be used; its text is drawn in another.
    FontNotUsable,
    /// The form asks readers to remake the looks of its fields.
    FormRemade,
    /// An image that could not be decoded.
    ImageNotDrawn,
    /// Layers that can be switched on and off.
    Layers,
    /// A look that was added is written so that some programs may paint it beyond its box.
    LookAstray,
    /// Sound, film or a model in space.
    Multimedia,
    /// Something else was not drawn.
    NotDrawn,
    /// The file can be read only by repairing it, and readers repair differently.
    Repaired,
    /// A script.
    Script,
    /// More text on a page than is collected.
    TextCutOff,
    /// Something stands behind the last version of the document, such as the beginning of one that was cut off.
    TrailingContent,
    /// Part of the file could not be read where there may be something that changes what is shown.
    Unread,
    /// A form in XML (XFA) that some readers show instead of the pages.
    Xfa,
}

impl Warning {
    /// A stable name for wires and words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::AnnotationWithoutAppearance => "annotation-without-appearance",
            Self::AnnotationNotDrawn => "annotation-not-drawn",
            Self::External => "external",
            Self::FontNotUsable => "font-not-usable",
            Self::FormRemade => "form-remade",
            Self::ImageNotDrawn => "image-not-drawn",
            Self::Layers => "layers",
            Self::LookAstray => "look-astray",
            Self::Multimedia => "multimedia",
            Self::NotDrawn => "not-drawn",
            Self::Repaired => "repaired",
            Self::Script => "script",
            Self::TextCutOff => "text-cut-off",
            Self::TrailingContent => "trailing-content",
            Self::Unread => "unread",
            Self::Xfa => "xfa",
        }
    }
}

impl From<InterpreterWarning> for Warning {
    fn from(warning: InterpreterWarning) -> Self {
        match warning {
            InterpreterWarning::UnsupportedFont => Self::FontNotUsable,
            InterpreterWarning::ImageDecodeFailure => Self::ImageNotDrawn,
            InterpreterWarning::UnresolvedAnnotationAppearance => Self::AnnotationNotDrawn,
            _ => Self::NotDrawn,
        }
    }
}
