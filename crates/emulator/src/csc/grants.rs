//! What was granted: codes, tokens, leave to sign; and what is being worked on.

use std::collections::BTreeMap;

use serde_json::Value;

use super::refusal::Refusal;

/// How long a code is good, in milliseconds (RFC 6749 §4.1.2: ten minutes at most).
pub const CODE_MS: i64 = 60_000;
/// How long a token of scope `service` is good.
pub const TOKEN_MS: i64 = 3_600_000;
/// How long leave to sign is good.
pub const LEAVE_MS: i64 = 300_000;
/// Of each kind so many are kept; a client that needs more is out of control.
const MOST: usize = 1_000;

/// Leave to sign with a key.
#[derive(Clone, Debug)]
pub struct Leave {
    /// Index of the key.
    pub credential: usize,
    /// How many signatures are left.
    pub left: u64,
    /// What it is for; none: anything.
    pub hashes: Option<Vec<Vec<u8>>>,
    pub until: i64,
}

/// What a token is for.
#[derive(Clone, Debug)]
pub enum Scope {
    /// To see the keys of a person; none: those of everybody.
    Service(Option<&'static str>),
    /// To sign.
    Credential(Leave),
}

/// A code that a browser carries.
#[derive(Clone, Debug)]
pub struct Code {
    pub text: String,
    pub client: String,
    pub redirect: String,
    /// `code_challenge`.
    pub challenge: String,
    /// Whether the challenge is the SHA-256 of the verifier.
    pub hashed: bool,
    pub scope: Scope,
    pub until: i64,
}

/// A token.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    pub scope: Scope,
    pub until: i64,
}

/// Leave by its SAD.
#[derive(Clone, Debug)]
pub struct Sad {
    pub text: String,
    pub leave: Leave,
}

/// Leave that somebody gives elsewhere, at that moment.
#[derive(Clone, Debug)]
pub struct Underway {
    pub handle: String,
    pub at: i64,
    pub leave: Leave,
}

/// Signatures that are ready at that moment.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: String,
    pub at: i64,
    pub answer: Value,
}

/// All of it.
#[derive(Default)]
pub struct Grants {
    pub codes: Vec<Code>,
    pub tokens: Vec<Token>,
    pub sads: Vec<Sad>,
    pub underway: Vec<Underway>,
    pub jobs: Vec<Job>,
    /// By index of the key: wrong PINs or one-time passwords in a row.
    pub wrong: BTreeMap<usize, u8>,
    pub count: u64,
}

impl Grants {
    /// Forgets what is over.
    pub fn advance(&mut self, now: i64) {
        self.codes.retain(|code| code.until > now);
        self.tokens.retain(|token| token.until > now - TOKEN_MS);
        self.sads.retain(|sad| sad.leave.until > now - TOKEN_MS);
        for length in
            [self.codes.len(), self.tokens.len(), self.sads.len(), self.underway.len(), self.jobs.len()]
        {
            if length > MOST {
                *self = Self { wrong: std::mem::take(&mut self.wrong), count: self.count, ..Self::default() };
                return;
            }
        }
    }

    /// The scope of a token.
    pub fn scope(&self, token: &str, now: i64) -> Result<&Scope, Refusal> {
        let found = self.tokens.iter().find(|one| one.text == token);
        let found =
            found.ok_or_else(|| Refusal::new(401, "invalid_token", "The token is not a valid one"))?;
        if found.until <= now {
            return Err(Refusal::new(401, "expired_token", "The access token is expired"));
        }
        Ok(&found.scope)
    }

    /// The leave of a SAD, which may be a token of scope `credential` too (§11.10).
    pub fn leave(&mut self, sad: &str) -> Option<&mut Leave> {
        if let Some(index) = self.sads.iter().position(|one| one.text == sad) {
            return self.sads.get_mut(index).map(|one| &mut one.leave);
        }
        let token = self.tokens.iter_mut().find(|one| one.text == sad)?;
        match &mut token.scope {
            Scope::Credential(leave) => Some(leave),
            Scope::Service(_) => None,
        }
    }
}

impl Leave {
    /// Uses up so much of it.
    pub fn take(&mut self, credential: usize, hashes: &[Vec<u8>], now: i64) -> Result<(), Refusal> {
        if self.credential != credential {
            return Err(Refusal::parameter("SAD"));
        }
        if self.until <= now {
            return Err(Refusal::invalid("SAD expired"));
        }
        let known = |hash: &Vec<u8>| self.hashes.as_ref().is_none_or(|allowed| allowed.contains(hash));
        if !hashes.iter().all(known) {
            return Err(Refusal::invalid("Hash is not authorized by the SAD."));
        }
        let wanted = u64::try_from(hashes.len()).unwrap_or(u64::MAX);
        // "The RSSP SHALL invalidate the SAD when the number of authorized signatures has been created", §11.9.
        self.left = self.left.checked_sub(wanted).ok_or_else(|| Refusal::parameter("SAD"))?;
        Ok(())
    }
}
