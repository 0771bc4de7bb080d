//! Reports as files.

use serde::Deserialize;
use ts_rs::TS;
use workflow::save::Form;

/// What kind of file a report becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportForm {
    /// To be read and filed.
    Pdf,
    /// ETSI TS 119 102-2.
    Xml,
    /// For programs.
    Json,
}

impl From<ReportForm> for Form {
    fn from(form: ReportForm) -> Self {
        match form {
            ReportForm::Pdf => Self::Pdf,
            ReportForm::Xml => Self::Xml,
            ReportForm::Json => Self::Json,
        }
    }
}
