//! What a caller brings to an encrypted file.

use std::fmt;

/// A password: used, never shown. `Debug` prints `[secret]`, and there is no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Takes a text out of sight.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for those who open the file.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str("[secret]")
    }
}

/// What opens an encrypted file, and lets something be appended to it. A file that is not encrypted needs none of it.
///
/// The seed is here, and not beside each thing that is appended, because whoever can append holds an open document, and
/// everything that is appended to an encrypted file needs initialisation vectors that nobody can foresee.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Access {
    pub(crate) password: Option<Password>,
    pub(crate) seed: [u8; 32],
}

impl Access {
    /// The user's or the owner's password, if the person gave one, and 32 unpredictable bytes.
    pub fn new(password: Option<Password>, seed: [u8; 32]) -> Self {
        Self { password, seed }
    }

    /// For reading: nothing will be appended.
    pub fn reading(password: Option<Password>) -> Self {
        Self { password, seed: [0; 32] }
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str("[secret]")
    }
}
