//! Policies as their text.

use crate::policy::{Level, Policy};

/// The longest text that is read as a policy, in bytes: the shipped ones have five thousand.
const LONGEST: usize = 256 * 1024;

/// Why a text is no policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// It is no TOML, or not what a policy has to say.
    #[error("line {line}: {what}")]
    Form {
        /// Where, counted from 1.
        line: usize,
        /// What is wrong there, technically.
        what: String,
    },
    /// It is longer than any policy.
    #[error("{bytes} bytes are more than {LONGEST}")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
}

pub(super) fn read(text: &str) -> Result<Policy, PolicyError> {
    if text.len() > LONGEST {
        return Err(PolicyError::TooLong { bytes: text.len() });
    }
    let policy: Policy = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = text.get(..start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        PolicyError::Form { line, what: error.message().to_owned() }
    })?;
    // Reports name a policy, and of its hash few read more than the first digits.
    let shipped = [Policy::everyday(), Policy::auditor()];
    let is_taken =
        shipped.iter().any(|shipped| passes_for(&policy.name, &shipped.name) && *shipped != policy);
    let why = match (is_taken, is_name(&policy.name)) {
        (true, _) => Some("is the name of a policy that comes with the program: give another"),
        (false, false) => {
            Some("is no name: use letters from a to z, digits, blanks, `-`, `_` and `.`, at most 64")
        }
        (false, true) => None,
    };
    if let Some(why) = why {
        let line = text.lines().position(|line| line.trim_start().starts_with("name")).unwrap_or(0) + 1;
        return Err(PolicyError::Form { line, what: format!("`{}` {why}", policy.name) });
    }
    // Without them nothing would be required that makes a signature one.
    match policy.algorithms.digests.is_empty() || policy.algorithms.keys.is_empty() {
        true if policy.algorithms.level == Level::Fail => {
            Err(PolicyError::Form { line: 1, what: "no algorithm would be reliable".into() })
        }
        _ => Ok(policy),
    }
}

/// Whether a name has letters of one alphabet, and ends where it seems to.
fn is_name(name: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_' | b'.');
    (1..=64).contains(&name.len())
        && name.bytes().all(is_usual)
        && name.trim() == name
        && !name.contains("  ")
}

/// Whether a name, or a word of it, is a shipped one but for capitals and what stands between letters: beside that, others would pass
/// for its hash.
fn passes_for(name: &str, shipped: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(name) == letters(shipped) || name.split(' ').any(|word| letters(word) == letters(shipped))
}

/// A policy that came with the program, as `build.rs` wrote it: JSON is read in a fraction of the time.
pub(super) fn shipped(json: &[u8]) -> Policy {
    match serde_json::from_slice(json) {
        Ok(policy) => policy,
        // A test reads both.
        Err(error) => unreachable!("a shipped policy cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{PolicyError, read};
    use crate::policy::{Level, Policy};

    #[test]
    fn shipped_policies_are_read_and_differ() {
        let (everyday, auditor) = (Policy::everyday(), Policy::auditor());
        assert_eq!((everyday.name.as_str(), auditor.name.as_str()), ("everyday", "auditor"));
        assert_ne!(everyday.identity().hash, auditor.identity().hash);
        assert!(everyday.changes.annotations < auditor.changes.annotations);
        assert_eq!(read(include_str!("../../policies/everyday.toml")), Ok(everyday));
        assert_eq!(read(include_str!("../../policies/auditor.toml")), Ok(auditor));
    }

    #[test]
    fn a_slip_is_named_by_its_line() {
        let text = include_str!("../../policies/everyday.toml");
        let line = |text: &str| match read(text) {
            Err(PolicyError::Form { line, .. }) => line,
            other => panic!("{other:?}"),
        };
        let at = text.lines().position(|line| line.starts_with("claimed-time")).unwrap() + 1;
        assert_eq!(line(&text.replace("claimed-time = \"ignore\"", "claimed-time = \"perhaps\"")), at);
        assert_eq!(line(&text.replace("claimed-time = ", "claimed-tine = ")), at);
        let own = text.replace("name = \"everyday\"", "name = \"own\"");
        assert_eq!(
            read(&own.replace("level = \"fail\"", "level = \"warn\"")).unwrap().algorithms.level,
            Level::Warn
        );
        assert!(read(&"#".repeat(300_000)).is_err());
    }

    #[test]
    fn the_name_of_a_shipped_policy_is_for_that_alone() {
        let text = include_str!("../../policies/everyday.toml");
        let lax = text.replace("not-permitted = \"fail\"", "not-permitted = \"ignore\"");
        let named = |name: &str| read(&lax.replace("name = \"everyday\"", &format!("name = \"{name}\"")));
        let (taken, odd) = ("comes with the program", "is no name");
        for (name, why) in [
            ("everyday", taken),
            ("Everyday", taken),
            ("every\u{200b}day ", taken),
            ("auditor", taken),
            ("everyday 50381f3502cb", taken),
            ("our Everyday (50381f3502cb)", taken),
            ("", odd),
            ("everyday(50381f3502cb)", odd),
            ("\u{435}veryday", odd),
            ("\u{ff45}veryday", odd),
            ("\u{e9}veryday", odd),
            (" ours", odd),
            ("our  own", odd),
        ] {
            let Err(PolicyError::Form { line: 2, what }) = named(name) else { panic!("{name}") };
            assert!(what.contains(why), "{what}");
        }
        for name in ["ours", "our house", "everyday-2026", "A_1.x", &"x".repeat(64)] {
            assert_eq!(named(name).unwrap().name, name);
        }
    }
}
