//! A conclusion on the way, with what later steps need to know of it.

use pki::Time;

use super::facts::{Algorithm, Object};
use crate::cause::Cause;
use crate::report::{Conclusion, Indication, SubIndication};

/// What a building block or a process concluded.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The conclusion.
    pub conclusion: Conclusion,
    /// The certificate it is about, by its place.
    pub certificate: Option<usize>,
    /// When that certificate was revoked or suspended.
    pub since: Option<Time>,
    /// Why one has to wait, for `TRY_LATER`.
    pub wait: Option<Wait>,
    /// What is too weak, and in which token, for `CRYPTO_CONSTRAINTS_FAILURE_NO_POE`.
    pub weak: Vec<(Object, Weakness)>,
    /// What it rests on.
    pub cause: Option<Cause>,
}

/// Why a status of revocation does not decide (§5.2.6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// There is no revocation data.
    Missing,
    /// The certificate is suspended.
    OnHold,
    /// The revocation data is too old.
    Stale,
}

/// An algorithm that is not reliable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakness {
    /// Which.
    pub algorithm: Algorithm,
    /// Whether the policy says anything of it.
    pub named: bool,
}

impl Finding {
    /// PASSED.
    pub fn passed() -> Self {
        Self::of(Conclusion::PASSED)
    }

    /// FAILED.
    pub fn failed(why: SubIndication) -> Self {
        Self::of(Conclusion::failed(why))
    }

    /// INDETERMINATE.
    pub fn indeterminate(why: SubIndication) -> Self {
        Self::of(Conclusion::indeterminate(why))
    }

    /// A conclusion of which nothing else is known.
    pub fn of(conclusion: Conclusion) -> Self {
        Self { conclusion, certificate: None, since: None, wait: None, weak: Vec::new(), cause: None }
    }

    /// About that certificate.
    pub fn about(mut self, certificate: usize) -> Self {
        self.certificate = Some(certificate);
        self
    }

    /// With the time of a revocation or suspension.
    pub fn since(mut self, time: Time) -> Self {
        self.since = Some(time);
        self
    }

    /// With the reason to wait.
    pub fn waiting(mut self, wait: Wait) -> Self {
        self.wait = Some(wait);
        self
    }

    /// With what it rests on.
    pub fn because(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Whether it is PASSED.
    pub fn is_passed(&self) -> bool {
        self.conclusion.indication == Indication::TotalPassed
    }

    /// The sub-indication of an INDETERMINATE.
    pub fn open(&self) -> Option<SubIndication> {
        match self.conclusion {
            Conclusion { indication: Indication::Indeterminate, sub_indication } => sub_indication,
            _ => None,
        }
    }
}
