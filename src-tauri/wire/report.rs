//! What is saved of a verdict.

use serde::Deserialize;
use ts_rs::TS;
use workflow::save::Form;

/// What is saved of a verdict: the report in a form, or what the verdict was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportForm {
    /// To be read and filed.
    Pdf,
    /// ETSI TS 119 102-2.
    Xml,
    /// For programs.
    Json,
    /// The evidence, from which the verdict can be computed again.
    Evidence,
}

impl ReportForm {
    /// The form of the report; nothing for the evidence.
    pub const fn form(self) -> Option<Form> {
        match self {
            Self::Pdf => Some(Form::Pdf),
            Self::Xml => Some(Form::Xml),
            Self::Json => Some(Form::Json),
            Self::Evidence => None,
        }
    }

    /// What names of such files say between that of the document and the extension.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            _ => "report",
        }
    }

    /// What their names end with, without the dot.
    pub const fn extension(self) -> &'static str {
        match self.form() {
            Some(form) => form.extension(),
            None => "json",
        }
    }
}
