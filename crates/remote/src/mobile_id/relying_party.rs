//! Whom we ask in whose name, and in which language the phone speaks.

use serde::{Deserialize, Serialize};

/// Address of the service and identity of the relying party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RelyingParty {
    /// Where the service is, without a slash at the end: `https://tsp.demo.sk.ee/mid-api`.
    pub base_url: String,
    /// `relyingPartyUUID`, in small letters.
    pub uuid: String,
    /// `relyingPartyName`; the phone shows it.
    pub name: String,
    /// What the phone speaks.
    #[serde(default)]
    pub language: Language,
}

/// `language`. The service takes English where the network of the phone does not know another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// `ENG`
    #[default]
    English,
    /// `EST`
    Estonian,
    /// `LIT`
    Lithuanian,
    /// `RUS`
    Russian,
}

impl Language {
    /// The name in the protocol.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "ENG",
            Self::Estonian => "EST",
            Self::Lithuanian => "LIT",
            Self::Russian => "RUS",
        }
    }
}

impl RelyingParty {
    /// The open demo identity of Mobile-ID, at the given address.
    pub fn demo(base_url: &str) -> Self {
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            uuid: "00000000-0000-0000-0000-000000000000".to_owned(),
            name: "DEMO".to_owned(),
            language: Language::default(),
        }
    }

    /// The URL of a path, which begins with a slash.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}
