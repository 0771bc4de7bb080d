//! Certificate policies, RFC 5280 §6.1.2 to §6.1.5, with the policy graph of RFC 9618 in place of the tree: a policy is one
//! node of a level, however many ways lead to it, so that mappings cannot multiply.

use std::collections::{BTreeMap, BTreeSet};

use const_oid::ObjectIdentifier;

use super::Requirements;
use super::error::PathError;
use crate::asn1::read::{Reader, Tlv, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, entries};
use crate::error::Error;
use crate::oids;

/// An identifier as it is encoded: some that are written have more arcs than we can name.
type Policy<'a> = &'a [u8];

const ANY: ObjectIdentifier = oids::ANY_POLICY;

/// valid_policy_graph and the counters beside it, §6.1.2.
pub(super) struct Policies<'a> {
    initial: Vec<Policy<'a>>,
    /// Nodes of each depth by their valid_policy; empty once the graph is NULL.
    levels: Vec<BTreeMap<Policy<'a>, Node<'a>>>,
    explicit: usize,
    mapping: usize,
    any: usize,
    last: Option<&'a Certificate>,
}

#[derive(Default)]
struct Node<'a> {
    /// valid_policy of the nodes one depth above.
    parents: BTreeSet<Policy<'a>>,
    /// expected_policy_set.
    expected: BTreeSet<Policy<'a>>,
}

impl<'a> Policies<'a> {
    /// Before the first of `length` certificates, §6.1.2 (a) to (f).
    pub fn new(requirements: &'a Requirements, length: usize) -> Self {
        let unless = |set: bool| if set { 0 } else { length + 1 };
        let root = Node { parents: BTreeSet::new(), expected: BTreeSet::from([any()]) };
        Policies {
            initial: requirements.policies.iter().map(ObjectIdentifier::as_bytes).collect(),
            levels: vec![BTreeMap::from([(any(), root)])],
            explicit: unless(requirements.explicit_policy),
            mapping: unless(requirements.inhibit_policy_mapping),
            any: unless(requirements.inhibit_any_policy),
            last: None,
        }
    }

    /// §6.1.3 (d) to (f).
    pub fn process(&mut self, certificate: &'a Certificate, last: bool) -> Result<(), PathError> {
        self.last = Some(certificate);
        let stated = read(certificate, &oids::CERTIFICATE_POLICIES, |value| {
            let first = |policy: &Tlv<'a>| identifier(&policy.inside("certificatePolicies").any()?);
            entries(value, "certificatePolicies")?.iter().map(first).collect::<Result<BTreeSet<_>, _>>()
        })?;
        let any_counts = self.any > 0 || (!last && certificate.is_self_issued());
        match (stated, self.levels.last()) {
            (Some(stated), Some(above)) => {
                let level = next(above, &stated, any_counts);
                self.push(level);
            }
            _ => self.levels.clear(),
        }
        match self.explicit == 0 && self.levels.is_empty() {
            true => Err(PathError::Policy { certificate: certificate.clone() }),
            false => Ok(()),
        }
    }

    /// §6.1.4 (a), (b), (h) to (j).
    pub fn prepare(&mut self, certificate: &'a Certificate) -> Result<(), PathError> {
        for (from, to) in mappings(certificate)? {
            if from == any() || to.contains(any()) {
                return Err(PathError::PolicyMapping { certificate: certificate.clone() });
            }
            self.map(from, to);
        }
        if self.levels.last().is_some_and(BTreeMap::is_empty) {
            self.levels.clear();
        }
        if !certificate.is_self_issued() {
            for counter in [&mut self.explicit, &mut self.mapping, &mut self.any] {
                *counter = counter.saturating_sub(1);
            }
        }
        let (explicit, mapping) = constraints(certificate)?;
        self.explicit = self.explicit.min(explicit.unwrap_or(usize::MAX));
        self.mapping = self.mapping.min(mapping.unwrap_or(usize::MAX));
        let inhibited = read(certificate, &oids::INHIBIT_ANY_POLICY, |value| {
            skip_certs(&Reader::new(value, "inhibitAnyPolicy").expect(tag::INTEGER)?)
        })?;
        self.any = self.any.min(inhibited.unwrap_or(usize::MAX));
        Ok(())
    }

    /// §6.1.5 (a), (b), (g): the user-constrained-policy-set.
    pub fn finish(self) -> Result<Vec<ObjectIdentifier>, PathError> {
        let mut explicit = self.explicit.saturating_sub(1);
        if let Some(last) = self.last
            && constraints(last)?.0 == Some(0)
        {
            explicit = 0;
        }
        let allowed = self.allowed();
        match (explicit == 0 && allowed.is_empty(), self.last) {
            (true, Some(last)) => Err(PathError::Policy { certificate: last.clone() }),
            _ => {
                let named = allowed.into_iter();
                Ok(named.filter_map(|policy| ObjectIdentifier::from_bytes(policy).ok()).collect())
            }
        }
    }

    fn push(&mut self, level: BTreeMap<Policy<'a>, Node<'a>>) {
        match level.is_empty() {
            true => self.levels.clear(),
            false => self.levels.push(level),
        }
    }

    /// §6.1.4 (b) for one issuerDomainPolicy.
    fn map(&mut self, from: Policy<'a>, to: BTreeSet<Policy<'a>>) {
        let Some(level) = self.levels.last_mut() else { return };
        if self.mapping == 0 {
            level.remove(from);
        } else if let Some(node) = level.get_mut(from) {
            node.expected = to;
        } else if level.contains_key(any()) {
            level.insert(from, Node { parents: BTreeSet::from([any()]), expected: to });
        }
    }

    /// The authority-constrained-policy-set, RFC 9618 §5.3: what lies below anyPolicy and leads to the last level; of it what
    /// the initial set has.
    fn allowed(&self) -> BTreeSet<Policy<'a>> {
        let mut authority = BTreeSet::new();
        let mut reached: BTreeSet<Policy<'a>> =
            self.levels.last().map(|level| level.keys().copied().collect()).unwrap_or_default();
        if reached.contains(any()) {
            authority.insert(any());
        }
        // The root has no parents.
        for level in self.levels.iter().skip(1).rev() {
            let nodes = level.iter().filter(|(policy, _)| reached.contains(*policy));
            let mut above = BTreeSet::new();
            for (&policy, node) in nodes {
                if policy != any() && node.parents.contains(any()) {
                    authority.insert(policy);
                }
                above.extend(node.parents.iter().copied());
            }
            reached = above;
        }
        let initial: BTreeSet<Policy<'a>> = self.initial.iter().copied().collect();
        match (initial.is_empty() || initial.contains(any()), authority.contains(any())) {
            (true, _) => authority,
            (false, true) => initial,
            (false, false) => authority.intersection(&initial).copied().collect(),
        }
    }
}

/// §6.1.3 (d) (1) and (2): the nodes one depth below `above`.
fn next<'a>(
    above: &BTreeMap<Policy<'a>, Node<'a>>,
    stated: &BTreeSet<Policy<'a>>,
    any_counts: bool,
) -> BTreeMap<Policy<'a>, Node<'a>> {
    let mut expecting: BTreeMap<Policy<'a>, BTreeSet<Policy<'a>>> = BTreeMap::new();
    for (&policy, node) in above {
        for expected in &node.expected {
            expecting.entry(expected).or_default().insert(policy);
        }
    }
    let child = |policy, parents| (policy, Node { parents, expected: BTreeSet::from([policy]) });
    let mut level = BTreeMap::new();
    for &policy in stated.iter().filter(|policy| **policy != any()) {
        match expecting.get(policy) {
            Some(parents) => level.extend([child(policy, parents.clone())]),
            None if above.contains_key(any()) => level.extend([child(policy, BTreeSet::from([any()]))]),
            None => {}
        }
    }
    if stated.contains(any()) && any_counts {
        for (policy, parents) in expecting {
            level.entry(policy).or_insert_with(|| child(policy, parents).1);
        }
    }
    level
}

fn any() -> Policy<'static> {
    ANY.as_bytes()
}

fn identifier<'a>(element: &Tlv<'a>) -> Result<Policy<'a>, Error> {
    match element.tag {
        tag::OID => Ok(element.value),
        _ => Err(Error::malformed("CertPolicyId")),
    }
}

/// An extension of this certificate, if it is there.
fn read<'a, T>(
    certificate: &'a Certificate,
    oid: &ObjectIdentifier,
    how: impl FnOnce(&'a [u8]) -> Result<T, Error>,
) -> Result<Option<T>, PathError> {
    let found = certificate.extension(oid).map(how).transpose();
    found.map_err(|error| PathError::Extension { certificate: certificate.clone(), error })
}

type Mappings<'a> = BTreeMap<Policy<'a>, BTreeSet<Policy<'a>>>;

fn mappings(certificate: &Certificate) -> Result<Mappings<'_>, PathError> {
    const WHAT: &str = "policyMappings";
    let found = read(certificate, &oids::POLICY_MAPPINGS, |value| {
        let mut found = Mappings::new();
        for pair in entries(value, WHAT)? {
            let mut pair = pair.inside(WHAT);
            let (from, to) = (identifier(&pair.any()?)?, identifier(&pair.any()?)?);
            pair.finish()?;
            found.entry(from).or_default().insert(to);
        }
        match found.is_empty() {
            true => Err(Error::malformed(WHAT)),
            false => Ok(found),
        }
    })?;
    Ok(found.unwrap_or_default())
}

/// requireExplicitPolicy and inhibitPolicyMapping, §4.2.1.11.
fn constraints(certificate: &Certificate) -> Result<(Option<usize>, Option<usize>), PathError> {
    const WHAT: &str = "policyConstraints";
    let found = read(certificate, &oids::POLICY_CONSTRAINTS, |value| {
        let mut fields = whole(value, tag::SEQUENCE, WHAT)?;
        let explicit = fields.optional(tag::context(0))?.map(|n| skip_certs(&n)).transpose()?;
        let mapping = fields.optional(tag::context(1))?.map(|n| skip_certs(&n)).transpose()?;
        fields.finish()?;
        match (explicit, mapping) {
            (None, None) => Err(Error::malformed(WHAT)),
            both => Ok(both),
        }
    })?;
    Ok(found.unwrap_or_default())
}

/// SkipCerts; a number too large to count with is as good as no limit.
fn skip_certs(number: &Tlv<'_>) -> Result<usize, Error> {
    match number.value.first() {
        Some(first) if first & 0x80 == 0 => {
            Ok(number.number("SkipCerts").ok().and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX))
        }
        _ => Err(Error::malformed("SkipCerts")),
    }
}
