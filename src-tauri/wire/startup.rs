//! What the window starts with.

use serde::Serialize;
use ts_rs::TS;
use workflow::order;
use workflow::profile::Profile;

/// What the window starts with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Startup {
    /// Which services and which trust.
    pub profile: ProfileInfo,
    /// The document the program was started with.
    pub opened: Option<String>,
    /// Signatures that came back and whose documents are not finished.
    pub pending: Vec<Pending>,
    /// Where the demo's phone is; `null` where there is a real one.
    pub phone_url: Option<String>,
}

/// The profile in use.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileInfo {
    /// Its name.
    pub name: String,
    /// Whether nothing signed under it has legal effect.
    pub test: bool,
    /// The country proposed for the personal code, ISO 3166-1 alpha-2.
    pub country: String,
    /// Whether Mobile-ID can be asked.
    pub mobile_id: bool,
}

impl From<&Profile> for ProfileInfo {
    fn from(profile: &Profile) -> Self {
        Self {
            name: profile.name.clone(),
            test: profile.test,
            country: profile.country.clone(),
            mobile_id: profile.mobile_id.is_some(),
        }
    }
}

/// A signature that came back, and whose document is not finished.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pending {
    /// Its key in the journal.
    pub key: String,
    /// The document.
    pub document: String,
    /// Where the signed document is to go.
    pub output: String,
    /// Who signed.
    pub signer: String,
    /// When the value came back, RFC 3339.
    pub received_at: String,
}

impl From<order::Pending> for Pending {
    fn from(pending: order::Pending) -> Self {
        Self {
            key: pending.key,
            document: pending.document.display().to_string(),
            output: pending.output.display().to_string(),
            signer: pending.signer,
            received_at: pending.received_at.to_string(),
        }
    }
}
