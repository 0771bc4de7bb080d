//! What the fuzz targets of this crate begin with: files beside this one, and lists of extensions for chains and lists that
//! the targets sign themselves. `PITSER_WRITE_SEEDS=1` writes them anew.

use std::path::Path;

use super::fixture;
use super::forge::{directory, entry, extension, integer, oid, policies, reason, sequence, tlv};

/// Parts of a seed, each ended by `ff ff`.
fn ended(parts: &[Vec<u8>]) -> Vec<u8> {
    parts.iter().flat_map(|part| [part.as_slice(), &[0xff, 0xff]].concat()).collect()
}

fn chain() -> Vec<u8> {
    let mapped = extension("2.5.29.33", true, &sequence(&[sequence(&[oid("1.2.3"), oid("1.2.4")])]));
    let constrained = extension("2.5.29.36", true, &sequence(&[tlv(0x80, &[1]), tlv(0x81, &[2])]));
    let inhibited = extension("2.5.29.54", true, &tlv(2, &[1]));
    let subtree = |base: Vec<u8>| sequence(&[base]);
    let permitted = [directory("Mari"), tlv(0x81, b".example.ee"), tlv(0x86, b"example.ee")].map(subtree);
    let excluded = [tlv(0x82, b"example.lv"), tlv(0x87, &[10, 0, 0, 0, 255, 0, 0, 0])].map(subtree);
    let parts = [tlv(0xa0, &permitted.concat()), tlv(0xa1, &excluded.concat())];
    let names = extension("2.5.29.30", true, &sequence(&parts));
    let own =
        [tlv(0x81, b"mari@post.example.ee"), tlv(0x86, b"https://example.ee/"), tlv(0x87, &[10, 1, 2, 3])];
    let own = extension("2.5.29.17", false, &sequence(&own));
    ended(&[
        Vec::new(),
        [policies(&["1.2.3", "2.5.29.32.0"]), mapped, constrained].concat(),
        [policies(&["1.2.4"]), names, inhibited].concat(),
        [policies(&["1.2.4", "1.2.5"]), own].concat(),
    ])
}

fn lists() -> Vec<u8> {
    let point = extension("2.5.29.31", false, &sequence(&[sequence(&[tlv(0xa2, &directory("Root"))])]));
    let entries = [
        entry(7, &[reason(6)]),
        entry(42, &[extension("2.5.29.29", true, &sequence(&[directory("Issuer")]))]),
    ];
    let scope = extension("2.5.29.28", true, &sequence(&[tlv(0x83, &[6, 0x40]), tlv(0x84, &[0xff])]));
    ended(&[
        point,
        entries.concat(),
        scope.clone(),
        [scope, extension("2.5.29.27", true, &integer(3))].concat(),
    ])
}

#[test]
fn what_the_fuzz_targets_begin_with_is_here() {
    let files = [
        ("certificate", &["signer.crt", "critical.crt", "authority.crt", "responder.crt"][..]),
        ("cms", &["detached.p7s", "indefinite.p7s", "keyid.p7s", "unit.tst"]),
        ("crl", &["crl.crl", "crl_users.crl", "crl_critical.crl", "crl_other_point.crl"]),
        ("ocsp", &["good.ocsp", "good_sha256.ocsp", "revoked.ocsp", "good_by_issuer.ocsp"]),
        ("tsp", &["good.tsr", "refused.tsr", "unit.tst", "no_ess.tst"]),
    ];
    let each = files
        .iter()
        .flat_map(|(target, names)| names.iter().map(move |name| (*target, *name, fixture(name))));
    let made = [("certificate", "chain", chain()), ("crl", "lists", lists())];
    for (target, name, bytes) in each.chain(made) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
        let path = folder.join(name);
        if std::env::var_os("PITSER_WRITE_SEEDS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &bytes).unwrap();
        }
        assert!(
            std::fs::read(&path).is_ok_and(|found| found == bytes),
            "{}: PITSER_WRITE_SEEDS=1 makes it",
            path.display()
        );
    }
}
