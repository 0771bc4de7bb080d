//! Policies and names, RFC 5280 §6.1, and what could be done with them to keep us busy.

use pki::Certificate;
use pki::path::{Path, PathError, Requirements, build, build_under};

use super::forge::{self, authority, extension, oid, policies, sequence, tlv};
use super::{in_time, time};

const NOW: &str = "2026-11-22T14:03:00Z";
const ROOT: (&str, u32) = ("Root", 0);

fn root() -> Certificate {
    forge::certificate(ROOT, ROOT, 1, &[authority()])
}

fn required(policy: &str) -> Requirements {
    Requirements { policies: vec![policy.parse().unwrap()], explicit_policy: true, ..Requirements::default() }
}

fn mapped(pairs: &[(String, String)]) -> Vec<u8> {
    let each: Vec<_> = pairs.iter().map(|(from, to)| sequence(&[oid(from), oid(to)])).collect();
    extension("2.5.29.33", true, &sequence(&each))
}

/// From the root through an authority with these extensions to a person with those.
fn through(middle: &[Vec<u8>], end: &[Vec<u8>], requirements: &Requirements) -> Result<Path, PathError> {
    let middle = forge::certificate(("Middle", 1), ROOT, 2, &[&[authority()], middle].concat());
    let end = forge::certificate(("Mari", 2), ("Middle", 1), 3, end);
    build_under(&end, &[middle], &[root()], time(NOW), requirements)
}

#[test]
fn a_policy_that_is_required_has_to_be_on_the_whole_path() {
    let (middle, end) = ([policies(&["1.2.3"])], [policies(&["1.2.3", "1.2.4"])]);
    let path = through(&middle, &end, &required("1.2.3")).unwrap();
    assert_eq!(path.policies, ["1.2.3".parse().unwrap()]);
    assert!(matches!(through(&middle, &end, &required("1.2.4")), Err(PathError::Policy { .. })));
    assert!(matches!(through(&[], &end, &required("1.2.4")), Err(PathError::Policy { .. })));
    // Who asks for nothing gets a path all the same.
    assert_eq!(through(&[], &end, &Requirements::default()).unwrap().policies, []);
}

#[test]
fn a_mapped_policy_counts_as_the_one_above() {
    let map = mapped(&[("1.2.3".into(), "1.9.9".into())]);
    let middle = [policies(&["1.2.3"]), map];
    let end = [policies(&["1.9.9"])];
    assert!(through(&middle, &end, &required("1.2.3")).is_ok());
    assert!(through(&middle, &end, &required("1.9.9")).is_err());
    let inhibited = Requirements { inhibit_policy_mapping: true, ..required("1.2.3") };
    assert!(through(&middle, &end, &inhibited).is_err());
}

#[test]
fn a_name_outside_what_its_authority_may_name_ends_the_path() {
    let subtree = |base: &[u8]| sequence(&[base.to_vec()]);
    let permitted = |base: &[u8]| extension("2.5.29.30", true, &sequence(&[tlv(0xa0, &subtree(base))]));
    let excluded = |base: &[u8]| extension("2.5.29.30", true, &sequence(&[tlv(0xa1, &subtree(base))]));
    let mail = |address: &str| extension("2.5.29.17", false, &sequence(&[tlv(0x81, address.as_bytes())]));
    let with = |constraint: Vec<u8>, end: &[Vec<u8>]| {
        through(&[constraint], end, &Requirements::default()).map(|_| ()).map_err(|fault| match fault {
            PathError::NameConstraints { form, .. } => form,
            other => panic!("{other}"),
        })
    };
    let country = sequence(&[tlv(0x31, &sequence(&[oid("2.5.4.6"), tlv(0x13, b"ee")]))]);
    assert_eq!(with(permitted(&tlv(0xa4, &country)), &[]), Ok(()));
    assert_eq!(with(permitted(&forge::directory("Others")), &[]), Err("directoryName"));
    assert_eq!(with(excluded(&forge::directory("Mari")), &[]), Err("directoryName"));
    let domain = tlv(0x81, b".example.ee");
    assert_eq!(with(permitted(&domain), &[mail("mari@post.example.ee")]), Ok(()));
    assert_eq!(with(permitted(&domain), &[mail("mari@example.lv")]), Err("rfc822Name"));
    assert_eq!(with(permitted(&domain), &[]), Ok(()));
    let in_utf8 = |address: &str| {
        let value = [oid("1.3.6.1.5.5.7.8.9"), tlv(0xa0, &tlv(0x0c, address.as_bytes()))].concat();
        extension("2.5.29.17", false, &sequence(&[tlv(0xa0, &value)]))
    };
    assert_eq!(with(permitted(&domain), &[in_utf8("õnne@post.example.ee")]), Ok(()));
    assert_eq!(with(permitted(&domain), &[in_utf8("õnne@example.lv")]), Err("rfc822Name"));
    assert_eq!(with(excluded(&domain), &[in_utf8("õnne@post.example.ee")]), Err("rfc822Name"));
    // Letters that nobody sees lead nobody out of a subtree.
    assert_eq!(with(excluded(&forge::directory("Ma\u{200b}ri")), &[]), Err("directoryName"));
    // A form that we cannot compare, where the authority limits it.
    let other = extension(
        "2.5.29.17",
        false,
        &sequence(&[tlv(0xa0, &[oid("1.2.3"), tlv(0xa0, &oid("1.2"))].concat())]),
    );
    assert_eq!(with(excluded(&tlv(0xa0, &oid("1.2.3"))), &[other]), Err("otherName"));
}

#[test]
fn mappings_that_multiply_are_no_work() {
    // Every level has sixteen policies and maps each of them to all sixteen of the next: 16^7 ways through a tree.
    let of = |level: u32| (0..16).map(|n| format!("1.2.{level}.{n}")).collect::<Vec<_>>();
    let mut pool = Vec::new();
    for level in 1..8 {
        let (ours, next) = (of(level), of(level + 1));
        let pairs: Vec<_> = ours.iter().flat_map(|a| next.iter().map(|b| (a.clone(), b.clone()))).collect();
        let stated: Vec<&str> = ours.iter().map(String::as_str).collect();
        let extensions = [authority(), policies(&stated), mapped(&pairs)];
        let (us, above) = (format!("Level {level}"), format!("Level {}", level - 1));
        let above = if level == 1 { ROOT } else { (above.as_str(), level - 1) };
        pool.push(forge::certificate((&us, level), above, 10 + level, &extensions));
    }
    let stated = of(8);
    let stated: Vec<&str> = stated.iter().map(String::as_str).collect();
    let end = forge::certificate(("Mari", 99), ("Level 7", 7), 3, &[policies(&stated)]);
    let path = in_time(|| build_under(&end, &pool, &[root()], time(NOW), &required("1.2.1.5"))).unwrap();
    assert_eq!(path.policies, ["1.2.1.5".parse().unwrap()]);
}

#[test]
fn names_times_constraints_are_counted() {
    let hosts = |n: usize, tag: u8| -> Vec<Vec<u8>> {
        (0..n).map(|i| tlv(tag, format!("host{i}.example.ee").as_bytes())).collect()
    };
    let subtrees: Vec<_> = hosts(1000, 0x82).into_iter().map(|base| sequence(&[base])).collect();
    let constraint = extension("2.5.29.30", true, &sequence(&[tlv(0xa1, &subtrees.concat())]));
    let others: Vec<_> = (0..1000).map(|i| tlv(0x82, format!("other{i}.lv").as_bytes())).collect();
    let all = [extension("2.5.29.17", false, &sequence(&others))];
    let crowd = in_time(|| through(std::slice::from_ref(&constraint), &all, &Requirements::default()));
    assert!(matches!(crowd, Err(PathError::NameBudget { comparisons: 250_000, .. })), "{crowd:?}");
    let few = extension("2.5.29.17", false, &sequence(&others[..100]));
    assert!(through(&[constraint], &[few], &Requirements::default()).is_ok());
}

#[test]
fn authorities_certifying_one_another_in_a_crowd_exhaust_the_search_not_us() {
    // Six floors of eight keys each, every key certified by every key above, and a way out that needs a policy nobody has.
    let mut pool = Vec::new();
    for floor in 0..6u32 {
        for key in 0..8 {
            for above in 0..8 {
                let (us, them) = (format!("Floor {floor}"), format!("Floor {}", floor + 1));
                let serial = floor * 64 + key * 8 + above;
                let by = if floor == 5 { ROOT } else { (them.as_str(), (floor + 1) * 8 + above + 1) };
                pool.push(forge::certificate((&us, floor * 8 + key + 1), by, serial + 100, &[authority()]));
            }
        }
    }
    let end = forge::certificate(("Mari", 99), ("Floor 0", 1), 3, &[]);
    assert!(build(&end, &pool, &[root()], time(NOW)).is_ok());
    let fault = in_time(|| build_under(&end, &pool, &[root()], time(NOW), &required("1.2.3")));
    assert_eq!(fault, Err(PathError::Budget { signatures: 100 }));
}
