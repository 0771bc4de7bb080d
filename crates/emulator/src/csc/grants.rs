//! What was granted: codes, tokens, leave to sign; and what is being worked on.

use std::collections::BTreeMap;

use serde_json::Value;

use super::refusal::Refusal;

/// How long a code is good, in milliseconds (RFC 6749 §4.1.2: ten minutes at most).
pub const CODE_MS: i64 = 60_000;
/// How long a token of scope `service` is good.
pub const TOKEN_MS: i64 = 3_600_000;
/// How long a pushed request is good; and how long a person may take over its page, which began before that.
pub const PUSHED_MS: i64 = 90_000;
pub const PAGE_MS: i64 = 900_000;
/// How long a refresh token is good.
pub const REFRESH_MS: i64 = 30 * 86_400_000;
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

/// What gives another token of scope `service`, once.
#[derive(Clone, Debug)]
pub struct Refresh {
    pub text: String,
    pub client: String,
    /// Whose keys are seen.
    pub user: Option<&'static str>,
    /// The token that was given with it last.
    pub access: String,
    pub until: i64,
}

/// A request that was told beforehand, under a name, so long that a browser can be sent with it.
#[derive(Clone, Debug)]
pub struct Pushed {
    pub uri: String,
    pub client: String,
    pub query: String,
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
    pub refreshes: Vec<Refresh>,
    pub pushed: Vec<Pushed>,
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
        self.pushed.retain(|one| one.until > now);
        self.refreshes.retain(|one| one.until > now);
        self.sads.retain(|sad| sad.leave.until > now - TOKEN_MS);
        let lengths = [
            self.codes.len(),
            self.tokens.len(),
            self.refreshes.len(),
            self.pushed.len(),
            self.sads.len(),
            self.underway.len(),
            self.jobs.len(),
        ];
        for length in lengths {
            if length > MOST {
                *self = Self { wrong: std::mem::take(&mut self.wrong), count: self.count, ..Self::default() };
                return;
            }
        }
    }

    /// What only the program may know that it was given to.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        let codes = self.codes.iter().map(|one| one.text.as_str());
        let tokens = self.tokens.iter().map(|one| one.text.as_str());
        let refreshes = self.refreshes.iter().map(|one| one.text.as_str());
        let sads = self.sads.iter().map(|one| one.text.as_str());
        let handles = self.underway.iter().map(|one| one.handle.as_str());
        let jobs = self.jobs.iter().map(|one| one.id.as_str());
        codes.chain(tokens).chain(refreshes).chain(sads).chain(handles).chain(jobs)
    }

    /// Takes a token back, and with a refresh token the one that it gave last.
    pub fn revoke(&mut self, text: &str) -> bool {
        let found = self.refreshes.iter().position(|one| one.text == text);
        let access = found.map(|index| self.refreshes.swap_remove(index).access);
        let before = self.tokens.len();
        self.tokens.retain(|one| one.text != text && access.as_ref() != Some(&one.text));
        access.is_some() || self.tokens.len() < before
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
