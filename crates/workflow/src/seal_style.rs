//! What seals look like under a profile.

use ades::PersonalCode;
use pdf::Border;
use report::words::Language;
use serde::{Deserialize, Serialize};

/// What the seals of a profile look like: `[seal]` in its TOML.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct SealStyle {
    /// How much of the personal code is shown.
    pub personal_code: PersonalCode,
    /// A thin rule around it, or nothing.
    pub border: Border,
    /// What it says besides the name and the code.
    pub show: Vec<Statement>,
    /// The language of its words; without one, that of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Width in points where the order gives none.
    pub width: f32,
    /// Height in points where the order gives none.
    pub height: f32,
}

/// A line of a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Statement {
    /// The claimed time of signing, in UTC.
    Time,
    /// The reason, where one is given.
    Reason,
    /// The place of signing, where one is given.
    Location,
    /// The level of the signature, such as PAdES B-LT.
    Level,
}

impl Default for SealStyle {
    /// About 7 by 2.5 cm: name, masked code, time, reason, place, level.
    fn default() -> Self {
        Self {
            personal_code: PersonalCode::default(),
            border: Border::default(),
            show: vec![Statement::Time, Statement::Reason, Statement::Location, Statement::Level],
            language: None,
            width: 200.0,
            height: 72.0,
        }
    }
}
