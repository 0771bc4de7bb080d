//! What a service beside the one that signs did not give, and why: of whom a time-stamp, the fate of a certificate or its
//! issuer was asked. One may fail and another give it; what is said to people is what kept the first from it.

use std::collections::BTreeMap;
use std::fmt;

/// Of whom something was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A time-stamp service.
    Timestamp,
    /// A responder for the status of certificates (OCSP).
    Responder,
    /// A server of revocation lists.
    List,
    /// A server of issuers' certificates.
    Issuer,
}

impl Asked {
    /// A stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timestamp => "timestamp",
            Self::Responder => "ocsp",
            Self::List => "crl",
            Self::Issuer => "issuer",
        }
    }
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same again; whoever runs the service, if that does not help.
    Again,
    /// The right time: whose clock is wrong, nobody can tell.
    Clock,
    /// A way there: none was found, or something else answered.
    Connection,
    /// The same again, later.
    Later,
    /// A service, since there is none.
    Name,
    /// Another profile, or another contract.
    Settings,
    /// A newer version of this program: the question was not understood.
    Update,
}

impl Step {
    const fn name(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Clock => "clock",
            Self::Connection => "connection",
            Self::Later => "later",
            Self::Name => "name",
            Self::Settings => "settings",
            Self::Update => "update",
        }
    }
}

/// Why something was not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// A stable name of the case: its words are a variant of `service-why`.
    pub why: &'static str,
    /// What helps.
    pub step: Step,
    /// The figures of the case, by name.
    pub figures: BTreeMap<String, String>,
    /// For those who look into it.
    pub said: String,
}

impl Cause {
    /// One without figures.
    pub fn new(why: &'static str, step: Step, said: impl Into<String>) -> Self {
        Self { why, step, figures: BTreeMap::new(), said: said.into() }
    }

    /// An answer that came whole and does not say what it has to.
    pub fn not_accepted(why: &'static str, said: impl fmt::Display) -> Self {
        Self::new(why, Step::Again, format!("not-accepted ({said})"))
    }

    /// The same with another next step.
    pub fn with(self, step: Step) -> Self {
        Self { step, ..self }
    }
}

/// What one of those who were asked did not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Of whom.
    pub asked: Asked,
    /// Its address; empty where there is none.
    pub address: String,
    /// Why.
    pub cause: Cause,
}

/// All who did not give it, in the order in which they were asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failures(pub Vec<Failure>);

impl Failures {
    /// Adds one who was asked.
    pub fn add(&mut self, asked: Asked, address: &str, cause: Cause) {
        self.0.push(Failure { asked, address: address.to_owned(), cause });
    }

    /// The same, where nobody failed and nobody could say it either.
    pub fn or_nobody(mut self) -> Self {
        if self.is_empty() {
            self.add(Asked::Responder, "", Cause::new("nothing-said", Step::Later, ""));
        }
        self
    }

    /// Whether nobody failed.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next step, as a stable name.
    pub fn hint(&self) -> &'static str {
        match self.0.first().map(|first| first.cause.step) {
            None | Some(Step::Connection | Step::Later) => "retry-later",
            Some(Step::Again) => "retry",
            Some(Step::Clock) => "set-clock",
            Some(Step::Name | Step::Settings) => "settings",
            Some(Step::Update) => "update-program",
        }
    }

    /// The figures: of the first who was asked `why`, whom (`asked`), what helps (`step`) and its own; what all of them said
    /// (`detail`).
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        if let Some(Failure { asked, cause, .. }) = self.0.first() {
            values.clone_from(&cause.figures);
            let said = [("why", cause.why), ("asked", asked.name()), ("step", cause.step.name())];
            values.extend(said.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        values.insert("detail".to_owned(), self.to_string());
        values
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, Failure { address, cause, .. }) in self.0.iter().enumerate() {
            let before = if number == 0 { "" } else { "; " };
            let colon = if address.is_empty() { "" } else { ": " };
            write!(into, "{before}{address}{colon}{}", cause.said)?;
        }
        Ok(())
    }
}
