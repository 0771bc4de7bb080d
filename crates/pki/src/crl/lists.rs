use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::Verified;
use super::read::Crl;
use crate::certificate::{Certificate, Reasons, names_match};
use crate::path;
use crate::revocation::{Reason, Status};
use crate::time::Time;

/// Signatures of lists verified for one certificate. An authority with ten renewed keys and twenty lists needs two hundred.
const SIGNATURES: usize = 400;

/// Signers of lists other than the issuer of the certificate whose own paths are looked for, for one certificate. PKITS
/// needs two.
const SIGNERS: usize = 32;

/// How far a list may depend on another: that its signer is not revoked is known from a list whose signer is not revoked.
const DEPTH: usize = 4;

/// Lists at hand, and the certificates with which the worth of their signers is judged: RFC 5280 §6.3.3.
pub struct Lists<'a> {
    lists: &'a [Crl],
    pool: &'a [Certificate],
    anchors: &'a [Certificate],
    /// Whether a list is signed by a certificate, as far as that was asked for.
    signed: RefCell<HashMap<Signature, bool>>,
    /// How many more signatures are verified, and how many more signers looked into.
    signatures: Cell<usize>,
    signers: Cell<usize>,
}

/// Which list, the fingerprint of which certificate, and whether its key still lacks its parameters.
type Signature = (usize, [u8; 32], bool);

/// A list that speaks about the certificate.
struct Speaking<'a> {
    list: &'a Crl,
    reasons: Reasons,
    entry: Option<(Time, Option<Reason>)>,
}

impl<'a> Lists<'a> {
    /// `pool` has the certificates that may stand between a signer and one of `anchors`.
    pub fn new(lists: &'a [Crl], pool: &'a [Certificate], anchors: &'a [Certificate]) -> Self {
        let (signatures, signers) = (Cell::new(SIGNATURES), Cell::new(SIGNERS));
        Lists { lists, pool, anchors, signed: RefCell::default(), signatures, signers }
    }

    /// Every statement that the lists make about `certificate`, issued by `issuer`, on a path to `anchor`. Several lists make
    /// one statement where they need one another: a list and its delta, lists of some reasons each.
    ///
    /// Checked: scope, unknown critical extensions, signature. A signer other than `issuer`, be it another key of the same
    /// name or somebody a distribution point appoints, has to have a path to the same anchor at the time of the list, and
    /// lists that say it was not revoked. Not checked: whether a statement is fresh enough.
    pub fn about(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        anchor: &Certificate,
    ) -> Vec<Verified> {
        self.signatures.set(SIGNATURES);
        self.signers.set(SIGNERS);
        self.statements(certificate, issuer, anchor, &[])
    }

    fn statements(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        anchor: &Certificate,
        pending: &[&Certificate],
    ) -> Vec<Verified> {
        let speaking = self.lists.iter().enumerate().filter_map(|(index, list)| {
            let reasons = list.reasons_for(certificate).ok()?;
            let authorised = self.authorised(index, issuer, anchor, pending);
            authorised.then(|| list.entry(certificate).ok()).flatten().map(|entry| Speaking {
                list,
                reasons,
                entry,
            })
        });
        let (deltas, complete): (Vec<_>, Vec<_>) = speaking.partition(|speaking| speaking.list.is_delta());
        combined(&complete, &deltas)
    }

    /// Whether the signer of this list may speak for `issuer`: it is the issuer, or one whose own path and standing are good.
    fn authorised(
        &self,
        index: usize,
        issuer: &Certificate,
        anchor: &Certificate,
        pending: &[&Certificate],
    ) -> bool {
        let Some(list) = self.lists.get(index) else { return false };
        if self.is_signed_by(index, list, issuer) {
            return true;
        }
        let named = |candidate: &&Certificate| names_match(list.issuer_der(), candidate.subject_der());
        let mut seen: Vec<&Certificate> = vec![issuer];
        for candidate in self.pool.iter().chain(self.anchors).filter(named) {
            if seen.contains(&candidate) {
                continue;
            }
            seen.push(candidate);
            if self.is_signed_by(index, list, candidate)
                && self.is_sound(candidate, list.this_update(), anchor, pending)
            {
                return true;
            }
        }
        false
    }

    fn is_signed_by(&self, index: usize, list: &Crl, signer: &Certificate) -> bool {
        let key = (index, signer.fingerprint(), signer.public_key().inherits());
        let known = self.signed.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            if !spend(&self.signatures) {
                return false;
            }
            let signed = list.is_signed_by(signer).is_ok();
            self.signed.borrow_mut().insert(key, signed);
            signed
        })
    }

    /// RFC 5280 §6.3.3 (f): the signer's own certification path, which has to end in the same anchor.
    fn is_sound(
        &self,
        signer: &Certificate,
        at: Time,
        anchor: &Certificate,
        pending: &[&Certificate],
    ) -> bool {
        // A list may say of its own signer that it is not revoked; the authority wanted it so when it pointed there.
        if pending.contains(&signer) {
            return true;
        }
        if pending.len() == DEPTH || !spend(&self.signers) {
            return false;
        }
        let Ok(path) = path::build(signer, self.pool, self.anchors, at) else { return false };
        let same = |end: &Certificate| end == anchor || names_match(end.subject_der(), anchor.subject_der());
        let pending: Vec<&Certificate> = pending.iter().copied().chain([signer]).collect();
        path.anchor().is_some_and(same)
            && path.pairs().all(|(certificate, issuer)| {
                stands(&self.statements(certificate, issuer, anchor, &pending), at)
            })
    }
}

/// Takes one from a budget, unless there is none left.
fn spend(budget: &Cell<usize>) -> bool {
    let left = budget.get();
    budget.set(left.saturating_sub(1));
    left > 0
}

/// Whether these statements say that a certificate was not revoked at a moment, and its key not lost since.
fn stands(statements: &[Verified], at: Time) -> bool {
    let revoked = |verified: &Verified| match verified.status {
        Status::Revoked { at: since, reason } => since <= at || !Reason::is_orderly(reason),
        _ => false,
    };
    let good = |verified: &Verified| {
        verified.status == Status::Good && verified.next_update.is_none_or(|next| next >= at)
    };
    statements.iter().any(good) && !statements.iter().any(revoked)
}

fn combined(complete: &[Speaking<'_>], deltas: &[Speaking<'_>]) -> Vec<Verified> {
    let mut found = Vec::new();
    let mut partial: Vec<(Reasons, Verified)> = Vec::new();
    let mut say = |reasons, verified: Verified| match verified.status {
        Status::Good if reasons != Reasons::ALL => partial.push((reasons, verified)),
        _ => found.push(verified),
    };
    for base in complete {
        let newest = deltas.iter().filter(|delta| delta.list.completes(base.list));
        let newest = newest.reduce(|a, b| if b.list.is_newer_than(a.list) { b } else { a });
        let alone = stated(base.list, base.entry);
        let both = newest.map(|delta| {
            let both = stated(delta.list, changed(base.entry, delta.entry));
            Verified { conforms: both.conforms && alone.conforms, ..both }
        });
        // A certificate taken off hold is on the base list still.
        let lifted = both.is_some_and(|both| both.status == Status::Good) && base.entry.is_some();
        if !lifted {
            say(base.reasons, alone);
        }
        if let Some(both) = both {
            say(base.reasons, both);
        }
    }
    for delta in deltas {
        if let Some((_, reason)) = delta.entry
            && reason != Some(Reason::RemoveFromCrl)
        {
            say(delta.reasons, stated(delta.list, delta.entry));
        }
    }
    found.extend(together(partial));
    found
}

/// §6.3.3 (i), (j): what a base list says, with what a delta list says has changed.
fn changed(
    base: Option<(Time, Option<Reason>)>,
    delta: Option<(Time, Option<Reason>)>,
) -> Option<(Time, Option<Reason>)> {
    match delta {
        Some((_, Some(Reason::RemoveFromCrl))) => None,
        Some(entry) => Some(entry),
        None => base,
    }
}

fn stated(list: &Crl, entry: Option<(Time, Option<Reason>)>) -> Verified {
    Verified {
        status: entry.map_or(Status::Good, |(at, reason)| Status::Revoked { at, reason }),
        this_update: list.this_update(),
        next_update: list.next_update(),
        expired_since: list.expired_since(),
        conforms: list.flaw().is_none(),
    }
}

/// §6.3.3 (e), (l): lists of some reasons each are one statement when no reason is left out. It is as old as the oldest of
/// them; the newest for each reason is taken.
fn together(mut partial: Vec<(Reasons, Verified)>) -> Option<Verified> {
    partial.sort_by_key(|(_, verified)| std::cmp::Reverse(verified.this_update));
    let mut covered = Reasons::NONE;
    let mut whole: Option<Verified> = None;
    for (reasons, verified) in partial {
        if covered.or(reasons) == covered {
            continue;
        }
        covered = covered.or(reasons);
        whole = Some(whole.map_or(verified, |whole| Verified {
            status: Status::Good,
            this_update: whole.this_update.min(verified.this_update),
            next_update: [whole.next_update, verified.next_update].into_iter().flatten().min(),
            expired_since: whole.expired_since.zip(verified.expired_since).map(|(a, b)| a.max(b)),
            conforms: whole.conforms && verified.conforms,
        }));
    }
    whole.filter(|_| covered == Reasons::ALL)
}
