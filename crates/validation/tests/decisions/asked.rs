//! What each row of the table asks: which facts, under which policy, at which moment, about what.
//!
//! Most rows are under the service's default policy. The others change it; what they change stands in the tests that the
//! rows are named after.

use pki::Time;
use validation::policy::{Day, Digest, Key, Level, Policy, Role, Tables};

use crate::reader::Facts;

/// One verdict of a row.
pub struct Asked {
    pub policy: Policy,
    pub about: About,
}

/// What a verdict is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    /// The last process of a signature.
    Signature(usize),
    /// Its process for signatures with time.
    LongTerm(usize),
    /// A certificate by itself.
    Certificate,
    /// An evidence record.
    Record(usize),
    /// A time-stamp, with proof that it is older.
    Stamp(usize),
    /// A time-stamp as of now.
    StampNow(usize),
    /// The algorithms of the first piece of revocation data.
    Revocation,
}

/// The file with the facts: rows that are under a file of algorithms name that one.
pub fn facts_of<'a>(file: &'a str, method: &str) -> &'a str {
    match file {
        _ if method.starts_with("sigCert") => "valid-diag-data.xml",
        _ if method.starts_with("expiredRevocAndNoCheck") => "expiredRevocAndNoCheck.xml",
        file => file,
    }
}

/// The moment that a row asks about.
pub fn moment(column: &str, facts: &Facts) -> Time {
    let signer = || facts.case.signatures.first().and_then(|one| one.signing.chain.first().copied());
    let unit = || facts.case.stamps.first().and_then(|one| one.signing.chain.last().copied());
    let certificate = |index: usize| &facts.case.certificates[index];
    match column {
        "xmlTimestamp.getProductionTime()" => facts.case.stamps[0].time,
        "timestampIssuer.getNotAfter()" => certificate(unit().unwrap()).not_after,
        column if column.ends_with("getNotBefore()") => certificate(signer().unwrap()).not_before,
        // The tests of algorithms that change the policy step by step fix one moment.
        "" if facts.at < "2016-01-01T00:00:00Z".parse().unwrap() => "2018-02-06T09:39:33Z".parse().unwrap(),
        _ => facts.at,
    }
}

pub fn reference() -> Policy {
    Policy::from_toml(include_str!("reference.toml")).unwrap()
}

/// What the columns for the final verdict and for time-stamps ask, in their order.
pub fn asked(file: &str, policy: &str, method: &str, wanted: usize) -> (Vec<Asked>, Vec<Asked>) {
    let simple = |policy: Policy, about: &[About]| {
        about.iter().map(|about| Asked { policy: policy.clone(), about: *about }).collect::<Vec<_>>()
    };
    let base = match (policy, method) {
        ("loadPolicyCryptoWarn()", _) => changed(|policy| {
            (policy.algorithms.level, policy.algorithms.forecast) = (Level::Warn, Level::Warn);
        }),
        (_, "dss922Test" | "skipRevocationDataValidation") => {
            changed(|policy| policy.revocation.freshness = Level::Fail)
        }
        (_, method) if method.starts_with("sigCertAllowance") => {
            large_keys(&[Role::Signature, Role::Revocation])
        }
        (_, method) if method.starts_with("sigCertRestriction") => large_keys(&[Role::Certificate]),
        // SHA-1 in the one role for which a file of algorithms still lets it pass.
        (_, method) if method.contains("Sha1Tst") => old_digest(Role::Timestamp),
        (_, method) if method.contains("Sha1") => old_digest(Role::Revocation),
        (_, "failTimestampDelayTest") => changed(|policy| policy.timestamp.delay = Level::Fail),
        _ => reference(),
    };
    match method {
        "defaultOnlyCryptographicConstraintTest" => steps("RSA", "RSASSA-PSS"),
        "rsaPssTest" => steps("RSASSA-PSS", "RSA"),
        "encryptionAlgoExpirationDateTest" => (terms(), Vec::new()),
        "invalidIntermediateLowerValue" => (intermediate(), Vec::new()),
        "caCertificateWrongCryptographicConstrainsTest" => {
            let ended = changed(|policy| {
                open(policy);
                expire(only_signatures(policy), "SHA-256", "2018-01-01");
            });
            let about = |policy| Asked { policy, about: About::Signature(0) };
            (vec![about(changed(open)), about(ended)], Vec::new())
        }
        "noAlgoExpirationDateTest" | "noCryptoPolicyTest" | "noEncryptionAlgoExpirationDateTest" => {
            (simple(changed(open), &[About::Signature(0)]), Vec::new())
        }
        "sigWithERLTValidationTest" => {
            (simple(base.clone(), &[About::LongTerm(0)]), simple(base, &[About::StampNow(1)]))
        }
        "erDigestAlgorithmCheckMergeTest" | "erValidTest" => (simple(base, &[About::Record(0)]), Vec::new()),
        "validERTest" => {
            let stamps = simple(base.clone(), &[About::Stamp(0)]);
            (simple(base, &[About::Record(0), About::Stamp(1)]), stamps)
        }
        "tstWithErValidationTest" => {
            (Vec::new(), simple(base, &[About::Stamp(0), About::Stamp(1), About::Stamp(1)]))
        }
        "twoTstTimestampOnlyValidationTest" => {
            let about = [About::StampNow(0), About::Stamp(1), About::StampNow(0), About::Stamp(1)];
            (Vec::new(), simple(base, &about))
        }
        _ if file.starts_with("cert_") || method.ends_with("ASi") || method.starts_with("qcCompliance") => {
            (simple(base, &[About::Certificate]), Vec::new())
        }
        _ => {
            let signatures: Vec<About> = (0..wanted).map(About::Signature).collect();
            let open = matches!(method, "testDSS1686noPOE" | "sigWithERValidationTest" | "expiredTsa");
            let stamp =
                if open { About::StampNow(usize::from(file.starts_with("sig"))) } else { About::Stamp(0) };
            (simple(base.clone(), &signatures), simple(base, &[stamp]))
        }
    }
}

/// Changes that the tests make to the facts themselves.
pub fn amended(mut facts: Facts, method: &str) -> Facts {
    if method.contains("CustomCryptoSuite") {
        let signed = facts.case.revocations.iter_mut().map(|one| &mut one.signing);
        for algorithm in signed.filter_map(|signing| signing.algorithm.as_mut()) {
            algorithm.digest = Some("SHA-1".into());
        }
    }
    facts
}

/// RSA of five thousand bits in some roles.
fn large_keys(roles: &[Role]) -> Policy {
    changed(|policy| {
        let (digests, mut keys) = (policy.algorithms.digests.clone(), policy.algorithms.keys.clone());
        keys.retain(|key| key.scheme != "RSA" || key.bits < 1900);
        keys.push(Key { scheme: "RSA".into(), bits: 5000, until: Some(day("2029-01-01")) });
        for role in roles {
            let tables = Tables { digests: digests.clone(), keys: keys.clone() };
            policy.algorithms.only.insert(*role, tables);
        }
    })
}

fn old_digest(role: Role) -> Policy {
    changed(|policy| {
        let (mut digests, keys) = (policy.algorithms.digests.clone(), policy.algorithms.keys.clone());
        expire(&mut digests, "SHA-1", "2023-01-01");
        policy.algorithms.only.insert(role, Tables { digests, keys });
    })
}

/// The default policy, changed.
fn changed(change: impl Fn(&mut Policy)) -> Policy {
    let mut policy = reference();
    change(&mut policy);
    policy
}

/// The nineteen steps of one test: `used` is the scheme of the signatures, `other` one that nobody used.
fn steps(used: &str, other: &str) -> (Vec<Asked>, Vec<Asked>) {
    let signature = |change: &dyn Fn(&mut Policy)| {
        let mut policy = reference();
        open(&mut policy);
        change(&mut policy);
        Asked { policy, about: About::Signature(0) }
    };
    let warned = |change: &dyn Fn(&mut Policy)| {
        signature(&|policy| {
            change(policy);
            (policy.algorithms.level, policy.algorithms.forecast) = (Level::Warn, Level::Warn);
        })
    };
    let expired =
        |name: &'static str, day: &'static str| move |policy: &mut Policy| expire(tables(policy), name, day);
    let without = |name: &'static str| {
        move |policy: &mut Policy| policy.algorithms.digests.retain(|digest| digest.name != name)
    };
    let schemeless =
        |name: String| move |policy: &mut Policy| policy.algorithms.keys.retain(|key| key.scheme != name);
    let large = |name: String| {
        move |policy: &mut Policy| {
            policy.algorithms.keys.retain(|key| key.scheme != name);
            policy.algorithms.keys.push(Key { scheme: name.clone(), bits: 4096, until: None });
        }
    };
    let nothing = |_: &mut Policy| {};
    let about = |asked: Asked, about| Asked { about, ..asked };
    let all = vec![
        signature(&expired("SHA-256", "2020-01-01")),
        signature(&expired("SHA-256", "2015-01-01")),
        warned(&expired("SHA-256", "2015-01-01")),
        signature(&expired("SHA-1", "2015-01-01")),
        signature(&nothing),
        warned(&nothing),
        signature(&nothing),
        signature(&without("SHA-256")),
        about(signature(&without("SHA-256")), About::Revocation),
        warned(&without("SHA-256")),
        signature(&without("SHA-1")),
        about(signature(&without("SHA-1")), About::Revocation),
        signature(&schemeless(used.to_owned())),
        warned(&schemeless(used.to_owned())),
        signature(&schemeless("DSA".to_owned())),
        signature(&large(used.to_owned())),
        warned(&large(used.to_owned())),
        signature(&large("DSA".to_owned())),
        signature(&large(other.to_owned())),
    ];
    let stamps = vec![
        about(signature(&without("SHA-256")), About::StampNow(0)),
        about(signature(&without("SHA-1")), About::StampNow(0)),
    ];
    (all, stamps)
}

/// The terms of one scheme, by the size of the key.
fn terms() -> Vec<Asked> {
    let asked = |keys: &[(u32, Option<&str>)]| {
        let policy = changed(|policy| {
            open(policy);
            policy.algorithms.keys.retain(|key| key.scheme != "RSA");
            policy.algorithms.keys.extend(keys.iter().map(|(bits, until)| Key {
                scheme: "RSA".into(),
                bits: *bits,
                until: until.map(day),
            }));
        });
        Asked { policy, about: About::Signature(0) }
    };
    let (early, late) = (Some("2007-01-01"), Some("2020-01-01"));
    vec![
        asked(&[(1024, early), (1536, early), (2048, None)]),
        asked(&[(1024, early), (1536, late), (2048, None)]),
        asked(&[(1024, early), (1536, late), (2048, early)]),
        asked(&[(1024, early), (1536, late)]),
        asked(&[(1024, early), (1536, early)]),
        asked(&[(1024, early), (1536, early), (2048, None)]),
    ]
}

/// A key between two lines of the table.
fn intermediate() -> Vec<Asked> {
    let asked = |bits: u32, until: &str| {
        let policy = changed(|policy| {
            open(policy);
            let tables = only_signatures(policy);
            tables.keys.retain(|key| key.scheme != "RSA" || key.bits != bits);
            tables.keys.push(Key { scheme: "RSA".into(), bits, until: Some(day(until)) });
        });
        Asked { policy, about: About::Signature(0) }
    };
    vec![asked(1536, "2018-01-01"), asked(2048, "2019-01-01")]
}

/// Everything is reliable, with a line at each size that the tests move.
fn open(policy: &mut Policy) {
    let algorithms = &mut policy.algorithms;
    // Dates of the tests are no forecasts.
    algorithms.updated = day("2100-01-01");
    algorithms.digests.iter_mut().for_each(|digest| digest.until = None);
    algorithms.keys.iter_mut().for_each(|key| key.until = None);
    algorithms.keys.retain(|key| key.scheme != "RSA");
    let more = [1024, 1536, 2048, 4096].map(|bits| Key { scheme: "RSA".into(), bits, until: None });
    algorithms.keys.extend(more);
}

fn tables(policy: &mut Policy) -> &mut Vec<Digest> {
    &mut policy.algorithms.digests
}

fn only_signatures(policy: &mut Policy) -> &mut Tables {
    let (digests, keys) = (policy.algorithms.digests.clone(), policy.algorithms.keys.clone());
    policy.algorithms.only.entry(Role::Signature).or_insert(Tables { digests, keys })
}

trait Digests {
    fn digests(&mut self) -> &mut Vec<Digest>;
}

impl Digests for Vec<Digest> {
    fn digests(&mut self) -> &mut Vec<Digest> {
        self
    }
}

impl Digests for Tables {
    fn digests(&mut self) -> &mut Vec<Digest> {
        &mut self.digests
    }
}

fn expire(tables: &mut impl Digests, name: &str, until: &str) {
    for digest in tables.digests().iter_mut().filter(|digest| digest.name == name) {
        digest.until = Some(day(until));
    }
}

fn day(text: &str) -> Day {
    Day(format!("{text}T00:00:00Z").parse().unwrap())
}
