use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::Verified;
use super::read::Crl;
use crate::certificate::{Certificate, Reasons, names_match};
use crate::error::Error;
use crate::path::{self, Path};
use crate::revocation::{Reason, Status};
use crate::time::Time;

/// Signatures of lists verified for one certificate. An authority with ten renewed keys and twenty lists needs two hundred.
const SIGNATURES: usize = 400;

/// Signers of lists other than the issuer of the certificate whose own paths are looked for, for one certificate. PKITS
/// needs two.
const SIGNERS: usize = 32;

/// Certificates of one name that a list is tried with: renewed keys of an authority, and no more.
const CANDIDATES: usize = 32;

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
    gave_up: Cell<bool>,
}

/// Which list, the fingerprint of which certificate, and whether its key still lacks its parameters.
type Signature = (usize, [u8; 32], bool);

/// What lists say about one certificate, and which lists say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What they say.
    pub said: Verified,
    /// What that rests on: one list, or all those that need one another.
    pub sources: Vec<Source>,
}

/// A list that a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its place among the lists.
    pub list: usize,
    /// The path of its signer, from the signer's certificate to the anchor; `None` where the issuer of the certificate signed.
    pub signer: Option<Path>,
}

/// A list that speaks about the certificate.
struct Speaking<'a> {
    list: &'a Crl,
    reasons: Reasons,
    entry: Option<(Time, Option<Reason>)>,
    source: Source,
    standing: Standing,
}

/// What is known of a signer whose path ends in the anchor; the better first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Lists say that nobody on the path was revoked.
    Good,
    /// None says so of that moment, or somebody was revoked, by whichever path and list. What such a signer revokes is revoked all the
    /// same, as with a responder: else whoever adds a path or an old list makes that vanish.
    Unknown,
}

impl<'a> Lists<'a> {
    /// `pool` has the certificates that may stand between a signer and one of `anchors`. Not more than so many signatures are
    /// verified for one certificate; of the lists the last come first.
    pub fn new(lists: &'a [Crl], pool: &'a [Certificate], anchors: &'a [Certificate]) -> Self {
        let (signatures, signers, gave_up) = (Cell::new(SIGNATURES), Cell::new(SIGNERS), Cell::new(false));
        Lists { lists, pool, anchors, signed: RefCell::default(), signatures, signers, gave_up }
    }

    /// Every statement that the lists make about `certificate`, issued by `issuer`, on a path to `anchor`. Several lists make
    /// one statement where they need one another: a list and its delta, lists of some reasons each.
    ///
    /// Checked: scope, unknown critical extensions, signature. A signer other than `issuer`, be it another key of the same
    /// name or somebody a distribution point appoints, has to have a path to the same anchor at the time of the list, and
    /// lists that say it was not revoked; where these do not, only what it revokes is a statement. Not checked: whether a statement
    /// is fresh enough.
    pub fn about(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        anchor: &Certificate,
    ) -> Vec<Listed> {
        self.signatures.set(SIGNATURES);
        self.signers.set(SIGNERS);
        self.gave_up.set(false);
        self.statements(certificate, issuer, anchor, &[])
    }

    /// Whether there was more to verify for the last question than is verified, or a list by somebody who may speak cannot be
    /// read, or the certificate itself where it says which lists are about it. What was not verified said nothing.
    pub fn gave_up(&self) -> bool {
        self.gave_up.get()
    }

    fn statements(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        anchor: &Certificate,
        pending: &[&Path],
    ) -> Vec<Listed> {
        let speaks = |(index, list): (usize, &'a Crl)| {
            let reasons = match list.reasons_for(certificate) {
                Err(Error::CrlScope { .. } | Error::UnknownCriticalExtension { .. }) => return None,
                reasons => reasons,
            };
            let (signer, standing) = self.authorised(index, (certificate, issuer), anchor, pending)?;
            let (Ok(reasons), Ok(entry)) = (reasons, list.entry(certificate)) else {
                self.gave_up.set(true);
                return None;
            };
            Some(Speaking { list, reasons, entry, source: Source { list: index, signer }, standing })
        };
        // What was fetched stands behind what a document brought along, which must not use up what may be verified.
        let mut speaking: Vec<_> = self.lists.iter().enumerate().rev().filter_map(speaks).collect();
        speaking.reverse();
        let (speaking, doubtful): (Vec<_>, Vec<_>) =
            speaking.into_iter().partition(|speaking| speaking.standing == Standing::Good);
        let (deltas, complete): (Vec<_>, Vec<_>) =
            speaking.into_iter().partition(|speaking| speaking.list.is_delta());
        let mut found = combined(&complete, &deltas);
        found.extend(doubtful.iter().filter(|speaking| speaking.revokes()).map(stated));
        found
    }

    /// Who signed this list, where that is somebody who may speak for `issuer`: the issuer itself, of whom there is no path to
    /// tell, or one whose own path is good and who was not revoked.
    fn authorised(
        &self,
        index: usize,
        (certificate, issuer): (&Certificate, &Certificate),
        anchor: &Certificate,
        pending: &[&Path],
    ) -> Option<(Option<Path>, Standing)> {
        let list = self.lists.get(index)?;
        if self.is_signed_by(index, list, issuer) {
            return Some((None, Standing::Good));
        }
        let named = |candidate: &&Certificate| names_match(list.issuer_der(), candidate.subject_der());
        let mut seen: Vec<&Certificate> = vec![issuer];
        for candidate in self.pool.iter().chain(self.anchors).filter(named) {
            if seen.contains(&candidate) {
                continue;
            }
            if seen.len() > CANDIDATES || self.signatures.get() == 0 {
                self.gave_up.set(true);
                return None;
            }
            seen.push(candidate);
            if self.is_signed_by(index, list, candidate)
                && let Some((path, standing)) =
                    self.sound(candidate, list.this_update(), anchor, (certificate, pending))
                && Self::is_above(&path, issuer, anchor)
            {
                return Some((Some(path), standing));
            }
        }
        None
    }

    fn is_signed_by(&self, index: usize, list: &Crl, signer: &Certificate) -> bool {
        let key = (index, signer.fingerprint(), signer.public_key().inherits());
        let known = self.signed.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            if !self.spend(&self.signatures) {
                return false;
            }
            let signed = list.is_signed_by(signer).is_ok();
            self.signed.borrow_mut().insert(key, signed);
            signed
        })
    }

    /// Whether the signer on this path stands above `issuer`, or was certified by it, by whoever certified it, or by the anchor.
    /// RFC 5280 §6.3.3 (f) asks for no more than a common anchor; but a name is all that makes a signer the one that is meant,
    /// and any authority under that anchor can give it away, one that was revoked as well.
    fn is_above(signer: &Path, issuer: &Certificate, anchor: &Certificate) -> bool {
        let [first, by, rest @ ..] = signer.certificates.as_slice() else {
            // Trusted by itself: that anchor, or the same authority under another certificate.
            let is_same = |one: &Certificate| {
                one == anchor || (one.subject_der() == anchor.subject_der() && !certifies_nobody(one))
            };
            return signer.certificates.first().is_some_and(is_same);
        };
        let is_issuer =
            by.spki_der() == issuer.spki_der() && names_match(by.subject_der(), issuer.subject_der());
        let certified = |one: &Certificate| issuer.is_issued_by(one).is_ok();
        rest.is_empty() || is_issuer || certified(by) || certified(first)
    }

    /// RFC 5280 §6.3.3 (f): the signer's own certification path, which has to end in the same anchor, where nobody on it was
    /// revoked; and whether that is known.
    fn sound(
        &self,
        signer: &Certificate,
        at: Time,
        anchor: &Certificate,
        (about, pending): (&Certificate, &[&Path]),
    ) -> Option<(Path, Standing)> {
        // A list may say of its own signer that it is not revoked; the authority wanted it so when it pointed there. It says
        // nothing of anybody above its signer, or of others whose lists depend on it.
        if let Some(path) = pending.iter().find(|path| path.certificates.first() == Some(signer)) {
            return (about == signer).then(|| ((*path).clone(), Standing::Good));
        }
        if pending.len() == DEPTH || !self.spend(&self.signers) {
            return None;
        }
        let same =
            |end: &&Certificate| *end == anchor || names_match(end.subject_der(), anchor.subject_der());
        let anchors: Vec<Certificate> = self.anchors.iter().filter(same).cloned().collect();
        let path = match path::build(signer, self.pool, &anchors, at) {
            Ok(path) => path,
            Err(error) => {
                self.gave_up.set(self.gave_up.get() || error.is_for_lack_of_budget());
                return None;
            }
        };
        let pending: Vec<&Path> = pending.iter().copied().chain([&path]).collect();
        let mut found = Standing::Good;
        for (certificate, issuer) in path.pairs() {
            found = found.max(standing(&self.statements(certificate, issuer, anchor, &pending), at));
        }
        Some((path, found))
    }

    /// Takes one from a budget, unless there is none left.
    fn spend(&self, budget: &Cell<usize>) -> bool {
        let left = budget.get();
        budget.set(left.saturating_sub(1));
        self.gave_up.set(self.gave_up.get() || left == 0);
        left > 0
    }
}

/// Whether it says of itself that it is no authority.
fn certifies_nobody(certificate: &Certificate) -> bool {
    certificate.basic_constraints().is_some_and(|constraints| !constraints.ca)
}

impl Speaking<'_> {
    /// Whether it says that the certificate is revoked, or on hold.
    fn revokes(&self) -> bool {
        self.entry.is_some_and(|(_, reason)| reason != Some(Reason::RemoveFromCrl))
    }
}

/// Whether these statements say that a certificate was not revoked at a moment, nor its key lost since.
fn standing(statements: &[Listed], at: Time) -> Standing {
    let revoked = |Listed { said, .. }: &Listed| match said.status {
        Status::Revoked { at: since, reason } => since <= at || !Reason::is_orderly(reason),
        _ => false,
    };
    let good = |Listed { said, .. }: &Listed| {
        said.status == Status::Good && said.next_update.is_none_or(|next| next >= at)
    };
    match statements.iter().any(good) && !statements.iter().any(revoked) {
        true => Standing::Good,
        false => Standing::Unknown,
    }
}

fn combined(complete: &[Speaking<'_>], deltas: &[Speaking<'_>]) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut partial: Vec<(Reasons, Listed)> = Vec::new();
    let mut say = |reasons, listed: Listed| match listed.said.status {
        Status::Good if reasons != Reasons::ALL => partial.push((reasons, listed)),
        _ => found.push(listed),
    };
    for base in complete {
        let newest = deltas.iter().filter(|delta| delta.list.completes(base.list));
        let newest = newest.reduce(|a, b| if b.list.is_newer_than(a.list) { b } else { a });
        let alone = stated(base);
        let both = newest.map(|delta| {
            let both = says(delta.list, changed(base.entry, delta.entry));
            let said = Verified { conforms: both.conforms && alone.said.conforms, ..both };
            Listed { said, sources: vec![delta.source.clone(), base.source.clone()] }
        });
        // Whether a certificate that was taken off hold is good is for those to say who weigh the one against the other.
        say(base.reasons, alone);
        if let Some(both) = both {
            say(base.reasons, both);
        }
    }
    for delta in deltas {
        if delta.revokes() {
            say(delta.reasons, stated(delta));
        }
    }
    found.extend(together(partial));
    found
}

/// §6.3.3 (i), (j): what a base list says, with what a delta list says has changed. Nobody but who is on hold, or has expired, is
/// taken off a list (§5.3.1).
fn changed(
    base: Option<(Time, Option<Reason>)>,
    delta: Option<(Time, Option<Reason>)>,
) -> Option<(Time, Option<Reason>)> {
    match delta {
        Some((_, Some(Reason::RemoveFromCrl))) => {
            base.filter(|(_, reason)| *reason != Some(Reason::CertificateHold))
        }
        Some(entry) => Some(entry),
        None => base,
    }
}

/// What a list says by itself.
fn stated(speaking: &Speaking<'_>) -> Listed {
    Listed { said: says(speaking.list, speaking.entry), sources: vec![speaking.source.clone()] }
}

fn says(list: &Crl, entry: Option<(Time, Option<Reason>)>) -> Verified {
    Verified {
        status: entry.map_or(Status::Good, |(at, reason)| Status::Revoked { at, reason }),
        this_update: list.this_update(),
        next_update: list.next_update(),
        expired_since: list.expired_since(),
        conforms: list.flaw().is_none(),
    }
}

/// §6.3.3 (e), (l): lists of some reasons each are one statement when no reason is left out. It is as old as the oldest of
/// them; the newest for each reason is taken, and there is one more as of before each list: what is said of a later time may say
/// nothing of an earlier one.
fn together(mut partial: Vec<(Reasons, Listed)>) -> Vec<Listed> {
    partial.sort_by_key(|(_, listed)| std::cmp::Reverse(listed.said.this_update));
    (0..partial.len()).map_while(|newest| whole(partial.get(newest..)?)).collect()
}

/// The first for each reason, where no reason is left out.
fn whole(partial: &[(Reasons, Listed)]) -> Option<Listed> {
    let mut covered = Reasons::NONE;
    let mut whole: Option<Listed> = None;
    for (reasons, listed) in partial {
        if covered.or(*reasons) == covered {
            continue;
        }
        covered = covered.or(*reasons);
        whole = Some(match whole {
            None => listed.clone(),
            Some(whole) => whole.with(listed.clone()),
        });
        if covered == Reasons::ALL {
            break;
        }
    }
    whole.filter(|_| covered == Reasons::ALL)
}

impl Listed {
    /// Two that say that a certificate is good, for some reasons each.
    fn with(mut self, other: Listed) -> Self {
        let (ours, theirs) = (self.said, other.said);
        self.said = Verified {
            status: Status::Good,
            this_update: ours.this_update.min(theirs.this_update),
            next_update: [ours.next_update, theirs.next_update].into_iter().flatten().min(),
            expired_since: ours.expired_since.zip(theirs.expired_since).map(|(a, b)| a.max(b)),
            conforms: ours.conforms && theirs.conforms,
        };
        self.sources.extend(other.sources);
        self
    }
}
