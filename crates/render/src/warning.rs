//! What can make a page look different elsewhere.

use hayro::hayro_interpret::InterpreterWarning;
use serde::{Deserialize, Serialize};

/// Something that is not drawn, or may be drawn differently by another reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Warning {
    /// An annotation without an appearance of its own: other readers invent one, this one draws none.
    AnnotationWithoutAppearance,
    /// An annotation whose appearance could not be used.
    AnnotationNotDrawn,
    /// A font that could not be used; its text is drawn in another.
    FontNotUsable,
    /// The form asks readers to remake the looks of its fields.
    FormRemade,
    /// An image that could not be decoded.
    ImageNotDrawn,
    /// Layers that can be switched on and off.
    Layers,
    /// Something else was not drawn.
    NotDrawn,
    /// The file can be read only by repairing it, and readers repair differently.
    Repaired,
    /// An action of the document starts a script or a program.
    Script,
    /// More text on a page than is collected.
    TextCutOff,
    /// Something stands behind the last version of the document, such as the beginning of one that was cut off.
    TrailingContent,
    /// A form in XML (XFA) that some readers show instead of the pages.
    Xfa,
}

impl Warning {
    /// A stable name for wires and words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AnnotationWithoutAppearance => "annotation-without-appearance",
            Self::AnnotationNotDrawn => "annotation-not-drawn",
            Self::FontNotUsable => "font-not-usable",
            Self::FormRemade => "form-remade",
            Self::ImageNotDrawn => "image-not-drawn",
            Self::Layers => "layers",
            Self::NotDrawn => "not-drawn",
            Self::Repaired => "repaired",
            Self::Script => "script",
            Self::TextCutOff => "text-cut-off",
            Self::TrailingContent => "trailing-content",
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
