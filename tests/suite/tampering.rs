//! One byte changed anywhere: never valid, unless the byte means nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use ades::Document;
use pki::Evidence;
use validation::policy::Policy;
use validation::report::Indication;
use validation::trust::Trust;
use workflow::order::Level;
use workflow::profile::Profile;

use crate::{APPROVES, order, person, sign, signed, world};

/// Why a changed byte may leave the verdict as it is.
fn harmless(bytes: &[u8], changed: &[u8], at: usize) -> Option<&'static str> {
    let (was, is) = (bytes[at], changed[at]);
    let in_contents = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_hexdigit()).count() > 64;
    let blank = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12);
    if in_contents && was.eq_ignore_ascii_case(&is) {
        return Some("letter case of a hexadecimal digit in /Contents");
    }
    if blank(was) && blank(is) {
        return Some("one blank for another behind the signed bytes");
    }
    None
}

fn verdict(trust: &Trust, bytes: &[u8], at: pki::Time) -> Option<Indication> {
    let document = Document::open(Arc::new(bytes.to_vec())).ok()?;
    let facts = document.facts().ok()?;
    validation::validate(&facts, &Evidence::default(), trust, &Policy::everyday(), at).overall()
}

fn trust(profile: &Profile) -> Trust {
    Trust::new("test", true, profile.anchors().expect("anchors"), Vec::new())
}

/// Flips bytes at the given places and returns those that went unnoticed, by reason.
fn unnoticed(
    trust: &Trust,
    bytes: &[u8],
    at: pki::Time,
    places: impl Iterator<Item = (usize, u8)>,
) -> BTreeMap<&'static str, Vec<(usize, u8)>> {
    let mut found: BTreeMap<&'static str, Vec<(usize, u8)>> = BTreeMap::new();
    let mut changed = bytes.to_vec();
    for (place, flip) in places {
        changed[place] ^= flip;
        if verdict(trust, &changed, at) == Some(Indication::TotalPassed) {
            found.entry(harmless(bytes, &changed, place).unwrap_or("noticed by nobody")).or_default().push((place, flip));
        }
        changed[place] ^= flip;
    }
    found
}

#[test]
fn no_single_byte_can_be_changed() {
    let (host, profile) = world(40);
    host.put("/contract.pdf", include_bytes!("../fixtures/producers/mupdf.pdf").to_vec());
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    let bytes = host.file(signed()).expect("saved").to_vec();
    let at = workflow::host::Host::now(&host);
    assert_eq!(verdict(&trust(&profile), &bytes, at), Some(Indication::TotalPassed));
    // Every byte once, with a flip that wanders through all bits.
    let places = (0..bytes.len()).map(|place| (place, 1 << (place % 8)));
    let found = unnoticed(&trust(&profile), &bytes, at, places);
    for (reason, places) in &found {
        eprintln!("{reason}: {} bytes", places.len());
    }
    let nobody = found.get("noticed by nobody").cloned().unwrap_or_default();
    let shown: Vec<_> = nobody
        .iter()
        .take(40)
        .map(|(place, flip)| {
            let around = &bytes[place.saturating_sub(24)..(place + 24).min(bytes.len())];
            format!("{place} ^{flip:#04x}: {}", String::from_utf8_lossy(around).escape_debug())
        })
        .collect();
    assert!(nobody.is_empty(), "{} changes unnoticed, such as\n{}", nobody.len(), shown.join("\n"));
}
