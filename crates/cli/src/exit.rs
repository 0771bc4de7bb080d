//! What the program answers to the shell. They are part of the interface: see `pitser --help`.

use std::process::ExitCode;

use workflow::verdict::Indication;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything valid, or done.
    Valid,
    /// Some signature is not valid.
    NotValid,
    /// Some signature cannot be determined.
    Undetermined,
    /// The work could not be done; also: no signature to check.
    Undone,
    /// Stopped by a signal that asks to stop.
    Cancelled,
}

impl Exit {
    /// What one document says; `None` is one without a signature.
    pub const fn of(overall: Option<Indication>) -> Self {
        match overall {
            Some(Indication::TotalPassed) => Self::Valid,
            Some(Indication::TotalFailed) => Self::NotValid,
            Some(Indication::Indeterminate) => Self::Undetermined,
            None => Self::Undone,
        }
    }

    /// What several say together: the one that must not be overlooked. A bad signature weighs more than a file that
    /// could not be read, and that more than a doubt.
    pub fn and(self, other: Self) -> Self {
        let weight = |exit| match exit {
            Self::Valid => 0,
            Self::Undetermined => 1,
            Self::Undone => 2,
            Self::NotValid => 3,
            Self::Cancelled => 4,
        };
        if weight(other) > weight(self) { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Valid => 0,
            Exit::NotValid => 1,
            Exit::Undetermined => 2,
            Exit::Undone => 3,
            // 128 + SIGINT, as shells say it.
            Exit::Cancelled => 130,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_several_files_decides() {
        assert_eq!(Exit::Valid.and(Exit::Undetermined).and(Exit::Undone), Exit::Undone);
        assert_eq!(Exit::NotValid.and(Exit::Undone).and(Exit::Valid), Exit::NotValid);
        assert_eq!(Exit::of(None), Exit::Undone);
    }
}
