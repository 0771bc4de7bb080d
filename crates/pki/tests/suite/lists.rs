//! Lists that need one another, or another signer: RFC 5280 §5.2.4, §5.2.5, §6.3.3.

use pki::crl::{Crl, Listed, Lists, Source, Verified};
use pki::{Certificate, Reason, Status};

use super::forge::{self, authority, directory, entry, extension, integer, list, reason, sequence, tlv};
use super::{in_time, time};

const ROOT: (&str, u32) = ("Root", 0);
const ISSUER: (&str, u32) = ("Issuer", 1);

fn root() -> Certificate {
    forge::certificate(ROOT, ROOT, 1, &[authority()])
}

fn issuer() -> Certificate {
    forge::certificate(ISSUER, ROOT, 2, &[authority()])
}

fn mari(extensions: &[Vec<u8>]) -> Certificate {
    forge::certificate(("Mari", 2), ISSUER, 42, extensions)
}

fn about(certificate: &Certificate, pool: &[Certificate], lists: &[Crl]) -> Vec<Verified> {
    listed(certificate, pool, lists).iter().map(|one| one.said).collect()
}

fn listed(certificate: &Certificate, pool: &[Certificate], lists: &[Crl]) -> Vec<Listed> {
    let (issuer, root) = (issuer(), root());
    Lists::new(lists, pool, std::slice::from_ref(&root)).about(certificate, &issuer, &root)
}

fn statuses(said: &[Verified]) -> Vec<Option<Option<Reason>>> {
    let each = said.iter().map(|verified| match verified.status {
        Status::Revoked { reason, .. } => Some(reason),
        _ => None,
    });
    each.collect()
}

fn delta(base: u32) -> Vec<u8> {
    extension("2.5.29.27", true, &integer(base))
}

/// IssuingDistributionPoint of these fields.
fn point(fields: &[Vec<u8>]) -> Vec<u8> {
    extension("2.5.29.28", true, &sequence(fields))
}

const ON_HOLD: Option<Option<Reason>> = Some(Some(Reason::CertificateHold));

#[test]
fn lists_of_a_stranger_do_not_hide_the_one_behind_them() {
    let stranger = list(("Issuer", 9), 4, &[], &[]).unwrap();
    let mut lists = vec![stranger; 500];
    assert_eq!(about(&mari(&[]), &[], &lists), []);
    lists.push(list(ISSUER, 3, &[entry(42, &[reason(1)])], &[]).unwrap());
    assert_eq!(statuses(&about(&mari(&[]), &[], &lists)), [Some(Some(Reason::KeyCompromise))]);
}

#[test]
fn more_lists_than_are_verified_are_told() {
    let (issuer, root) = (issuer(), root());
    let good = list(ISSUER, 3, &[], &[]).unwrap();
    for (count, gave_up) in [(1, false), (400, false), (401, true)] {
        let all = vec![good.clone(); count];
        let lists = Lists::new(&all, &[], std::slice::from_ref(&root));
        assert_eq!(lists.about(&mari(&[]), &issuer, &root).len(), count.min(400));
        assert_eq!(lists.gave_up(), gave_up, "{count}");
        // What one question did not look at is not what the next one does not.
        assert_eq!(lists.about(&issuer, &root, &root), []);
        assert!(!lists.gave_up(), "{count}");
    }
}

#[test]
fn a_certificate_that_does_not_say_which_lists_are_about_it_is_told() {
    let (issuer, root) = (issuer(), root());
    let unreadable = mari(&[extension("2.5.29.31", false, &sequence(&[tlv(0x30, &[0xa5, 0x00])]))]);
    for (name, certificate, list, gave_up) in [
        ("in order", mari(&[]), list(ISSUER, 3, &[], &[]), false),
        ("the certificate's points", unreadable.clone(), list(ISSUER, 3, &[], &[]), true),
        ("with a list by a stranger", unreadable, list(("Issuer", 9), 4, &[], &[]), false),
        ("another scope", mari(&[]), list(ISSUER, 3, &[], &[point(&[tlv(0x82, &[0xff])])]), false),
    ] {
        let all = [list.unwrap()];
        let lists = Lists::new(&all, &[], std::slice::from_ref(&root));
        let said = lists.about(&certificate, &issuer, &root);
        assert_eq!((said.len(), lists.gave_up()), (usize::from(name == "in order"), gave_up), "{name}");
    }
}

/// One that is trusted is trusted to speak for itself.
#[test]
fn an_anchor_does_not_list_for_another_of_a_name_like_its_own() {
    let root = root();
    let nobody = || vec![extension("2.5.29.19", true, &sequence(&[]))];
    let none: fn() -> Vec<Vec<u8>> = Vec::new;
    for (name, extensions, count) in [
        ("Root", vec![authority()], 1),
        ("Root", none(), 1),
        ("Root", nobody(), 0),
        ("R\u{200b}OOT ", vec![authority()], 0),
        ("R\u{200b}OOT ", none(), 0),
    ] {
        let other = forge::certificate((name, 8), (name, 8), 8, &extensions);
        let (anchors, lists) = ([root.clone(), other], [list((name, 8), 3, &[], &[]).unwrap()]);
        let said = Lists::new(&lists, &[], &anchors).about(&issuer(), &root, &root);
        assert_eq!(said.len(), count, "{name} {extensions:02x?}");
    }
}

#[test]
fn a_delta_list_revokes_and_takes_off_hold() {
    let base = list(ISSUER, 3, &[entry(7, &[reason(6)])], &[]).unwrap();
    let held = forge::certificate(("Jaan", 3), ISSUER, 7, &[]);
    let lists = |entries: &[Vec<u8>], over| [base.clone(), list(ISSUER, 5, entries, &[delta(over)]).unwrap()];
    assert_eq!(statuses(&about(&held, &[], &lists(&[], 3))), [ON_HOLD, ON_HOLD]);
    let lifted = about(&held, &[], &lists(&[entry(7, &[reason(8)])], 3));
    assert_eq!(statuses(&lifted), [ON_HOLD, None]);
    assert_eq!(lifted[1].this_update, time("2026-05-01T00:00:00Z"));
    let revoked = about(&mari(&[]), &[], &lists(&[entry(42, &[reason(1)])], 2));
    assert!(statuses(&revoked).contains(&Some(Some(Reason::KeyCompromise))));
    let lost = list(ISSUER, 3, &[entry(7, &[reason(1)])], &[]).unwrap();
    let taken_off = list(ISSUER, 5, &[entry(7, &[reason(8)])], &[delta(3)]).unwrap();
    let said = statuses(&about(&held, &[], &[lost, taken_off]));
    assert!(said.iter().all(|one| *one == Some(Some(Reason::KeyCompromise))), "for good: {said:?}");
    // Over a base that is newer than ours, a delta says nothing about who is not on it.
    assert_eq!(statuses(&about(&held, &[], &lists(&[entry(7, &[reason(8)])], 4))), [ON_HOLD]);
    assert_eq!(about(&mari(&[]), &[], &lists(&[], 4)).len(), 1);
    assert_eq!(about(&mari(&[]), &[], &lists(&[], 4)[1..]), []);
}

#[test]
fn a_statement_says_which_lists_it_rests_on() {
    // A stranger of the issuer's name made a list of the same day first.
    let decoy = list(("Issuer", 66), 3, &[], &[]).unwrap();
    let (base, change) = (list(ISSUER, 3, &[], &[]).unwrap(), list(ISSUER, 5, &[], &[delta(3)]).unwrap());
    let lists = listed(&mari(&[]), &[], &[decoy, change, base]);
    let places: Vec<Vec<_>> =
        lists.iter().map(|one| one.sources.iter().map(|source| source.list).collect()).collect();
    assert_eq!(places, [vec![2], vec![1, 2]]);
    assert!(lists.iter().flat_map(|one| &one.sources).all(|source| source.signer.is_none()));
}

#[test]
fn a_statement_says_who_signed_its_list() {
    let renewed = forge::certificate(("Issuer", 6), ROOT, 9, &[authority()]);
    let lists = [list(("Issuer", 6), 3, &[], &[]).unwrap(), list(ROOT, 2, &[], &[]).unwrap()];
    let said = listed(&mari(&[]), std::slice::from_ref(&renewed), &lists);
    let [Listed { sources, .. }] = said.as_slice() else { panic!("{said:?}") };
    let [Source { list: 0, signer: Some(path) }] = sources.as_slice() else { panic!("{sources:?}") };
    assert_eq!(path.certificates, [renewed, root()]);
}

#[test]
fn lists_of_some_reasons_are_an_answer_together() {
    // keyCompromise, and the seven others
    let some = |flags: &[u8]| point(&[tlv(0x83, flags)]);
    let (compromise, rest) = (some(&[6, 0x40]), some(&[7, 0x3f, 0x80]));
    let first = list(ISSUER, 3, &[], std::slice::from_ref(&compromise)).unwrap();
    let second = list(ISSUER, 4, &[], std::slice::from_ref(&rest)).unwrap();
    assert_eq!(about(&mari(&[]), &[], std::slice::from_ref(&first)), []);
    let both = about(&mari(&[]), &[], &[second.clone(), first]);
    assert_eq!(statuses(&both), [None]);
    assert_eq!(both[0].this_update, time("2026-03-01T00:00:00Z"), "as old as the older");
    let (later, latest) =
        [5, 6].map(|month| list(ISSUER, month, &[], std::slice::from_ref(&compromise)).unwrap()).into();
    let first = list(ISSUER, 3, &[], std::slice::from_ref(&compromise)).unwrap();
    let all = about(&mari(&[]), &[], &[latest, first, second.clone(), later]);
    let made: Vec<_> = all.iter().map(|one| (one.status, one.this_update)).collect();
    let (april, march) = (time("2026-04-01T00:00:00Z"), time("2026-03-01T00:00:00Z"));
    assert_eq!(made, [april, april, march].map(|when| (Status::Good, when)), "as of before each list");
    let stolen = list(ISSUER, 3, &[entry(42, &[reason(1)])], &[compromise]).unwrap();
    let both = statuses(&about(&mari(&[]), &[], &[second, stolen]));
    assert_eq!(both, [Some(Some(Reason::KeyCompromise))]);
}

const OTHER: (&str, u32) = ("Lister", 5);

/// A distribution point that appoints somebody else.
fn appointing(common: &str) -> Vec<u8> {
    extension("2.5.29.31", false, &sequence(&[sequence(&[tlv(0xa2, &directory(common))])]))
}

fn indirect() -> Vec<u8> {
    point(&[tlv(0x84, &[0xff])])
}

fn of_issuer(common: &str) -> Vec<u8> {
    extension("2.5.29.29", true, &sequence(&[directory(common)]))
}

#[test]
fn somebody_appointed_lists_for_others() {
    let mari = mari(&[appointing("Lister")]);
    let lister = forge::certificate(OTHER, ROOT, 3, &[]);
    let of_root = list(ROOT, 2, &[], &[]).unwrap();
    let said = |entries: &[Vec<u8>], scope: &[Vec<u8>]| {
        let lists = [of_root.clone(), list(OTHER, 3, entries, scope).unwrap()];
        statuses(&about(&mari, &[lister.clone(), issuer()], &lists))
    };
    assert_eq!(said(&[], &[indirect()]), [None]);
    assert_eq!(said(&[], &[]), [], "not an indirect list");
    // Serial number 42 of the lister itself, then of Mari's issuer: an issuer stays named until another one is.
    let theirs = [entry(42, &[])];
    assert_eq!(said(&theirs, &[indirect()]), [None]);
    let ours = [entry(42, &[]), entry(41, &[of_issuer("Issuer")]), entry(42, &[])];
    assert_eq!(said(&ours, &[indirect()]), [Some(None)]);
    let strangers = [entry(41, &[of_issuer("Stranger")]), entry(42, &[])];
    assert_eq!(said(&strangers, &[indirect()]), [None]);
}

#[test]
fn a_lister_that_was_revoked_or_is_unknown_is_not_believed() {
    let mari = mari(&[appointing("Lister")]);
    let lister = forge::certificate(OTHER, ROOT, 3, &[]);
    let theirs = || list(OTHER, 3, &[], &[indirect()]).unwrap();
    let said = |of_root: &[Crl], lister: Certificate| {
        about(&mari, &[lister, issuer()], &[of_root, &[theirs()]].concat())
    };
    let clean = [list(ROOT, 2, &[], &[]).unwrap()];
    assert_eq!(said(&clean, lister.clone()).len(), 1);
    assert_eq!(said(&[], lister.clone()), []);
    assert_eq!(said(&[list(ROOT, 2, &[entry(3, &[])], &[]).unwrap()], lister), []);
    // The right name under no anchor of ours.
    assert_eq!(said(&clean, forge::certificate(OTHER, OTHER, 3, &[])), []);
}

/// Whoever is not known to be in standing is heard where he revokes, and nowhere else.
#[test]
fn a_lister_of_whom_nothing_is_known_revokes() {
    let renewed = forge::certificate(("Issuer", 6), ROOT, 9, &[authority()]);
    let said = |of_root: &[Crl], entries: &[Vec<u8>]| {
        let theirs = list(("Issuer", 6), 3, entries, &[]).unwrap();
        statuses(&about(&mari(&[]), std::slice::from_ref(&renewed), &[of_root, &[theirs]].concat()))
    };
    let revoking = [entry(42, &[reason(1)])];
    assert_eq!(said(&[], &revoking), [Some(Some(Reason::KeyCompromise))]);
    assert_eq!(said(&[], &[]), []);
    let of_root = |entries: &[Vec<u8>]| [list(ROOT, 4, entries, &[]).unwrap()];
    // Who was revoked by then or since, or on hold once.
    let before = |reasons: &[Vec<u8>]| of_root(&[entry(9, reasons)]);
    for reasons in [&[reason(1)][..], &[reason(6)], &[]] {
        assert_eq!(said(&before(reasons), &revoking), [Some(Some(Reason::KeyCompromise))]);
        assert_eq!(said(&before(reasons), &[]), []);
    }
    let since = |reasons: &[Vec<u8>]| of_root(&[forge::entry_of("20260320000000Z", 9, reasons)]);
    for reasons in [&[reason(1)][..], &[]] {
        assert_eq!(said(&since(reasons), &revoking), [Some(Some(Reason::KeyCompromise))]);
        assert_eq!(said(&since(reasons), &[]), []);
    }
    assert_eq!(said(&since(&[reason(4)]), &[]), [], "superseded, and no list says that it was good before");
}

/// Anybody makes certificates of an authority's name: a signer whose path is not found among them may yet be the one who revokes.
#[test]
fn a_crowd_above_a_lister_is_told() {
    let mari = mari(&[appointing("Lister")]);
    let lister = forge::certificate(OTHER, ISSUER, 3, &[]);
    let theirs = list(OTHER, 4, &[entry(41, &[of_issuer("Issuer")]), entry(42, &[reason(1)])], &[indirect()]);
    let lists = [list(ROOT, 2, &[], &[]).unwrap(), list(ISSUER, 2, &[], &[]).unwrap(), theirs.unwrap()];
    for (crowd, revoked) in [(0, true), (120, false)] {
        let decoys =
            (0..crowd).map(|key| forge::certificate(("Issuer", 100 + key), OTHER, key, &[authority()]));
        let pool: Vec<Certificate> = decoys.chain([lister.clone(), issuer()]).collect();
        let root = root();
        let asked = Lists::new(&lists, &pool, std::slice::from_ref(&root));
        let said = asked.about(&mari, &issuer(), &root);
        let revokes = said.iter().any(|one| matches!(one.said.status, Status::Revoked { .. }));
        assert_eq!((revokes, asked.gave_up()), (revoked, !revoked), "{crowd}");
    }
}

/// Of an authority there may be two certificates, one of them revoked: a path is a path.
#[test]
fn a_lister_below_a_revoked_twin_revokes() {
    let mari = mari(&[appointing("Lister")]);
    let lister = forge::certificate(OTHER, ISSUER, 3, &[]);
    let twin = forge::certificate(ISSUER, ROOT, 77, &[authority()]);
    let theirs = list(OTHER, 4, &[entry(41, &[of_issuer("Issuer")]), entry(42, &[reason(1)])], &[indirect()]);
    let of_root = list(ROOT, 2, &[entry(77, &[reason(4)])], &[]).unwrap();
    let lists = [of_root, list(ISSUER, 2, &[], &[]).unwrap(), theirs.unwrap()];
    for pool in [[twin.clone(), issuer(), lister.clone()], [issuer(), twin, lister]] {
        assert!(statuses(&about(&mari, &pool, &lists)).contains(&Some(Some(Reason::KeyCompromise))));
    }
}

/// The path of a lister leads to the anchor of the certificate, though another may be trusted too.
#[test]
fn a_lister_is_looked_for_below_the_same_anchor() {
    let mari = mari(&[appointing("Lister")]);
    let lister = forge::certificate(OTHER, ISSUER, 3, &[]);
    let (second, cross) = (("Second", 9), forge::certificate(ISSUER, ("Second", 9), 77, &[authority()]));
    let second = forge::certificate(second, second, 1, &[authority()]);
    let theirs = list(OTHER, 4, &[entry(41, &[of_issuer("Issuer")]), entry(42, &[reason(1)])], &[indirect()]);
    let lists = [list(ROOT, 2, &[], &[]).unwrap(), list(ISSUER, 2, &[], &[]).unwrap(), theirs.unwrap()];
    for anchors in [[root(), second.clone()], [second, root()]] {
        let pool = [cross.clone(), issuer(), lister.clone()];
        let said = Lists::new(&lists, &pool, &anchors).about(&mari, &issuer(), &root());
        assert!(said.iter().any(|one| matches!(one.said.status, Status::Revoked { .. })), "{said:?}");
    }
}

#[test]
fn another_key_of_the_same_authority_lists_as_well() {
    let renewed = forge::certificate(("Issuer", 6), ROOT, 9, &[authority()]);
    let lists = [list(ROOT, 2, &[], &[]).unwrap(), list(("Issuer", 6), 3, &[entry(42, &[])], &[]).unwrap()];
    assert_eq!(statuses(&about(&mari(&[]), &[renewed], &lists)), [Some(None)]);
    assert_eq!(about(&mari(&[]), &[], &lists), []);
}

#[test]
fn an_authority_below_does_not_list_for_those_above() {
    let evil = forge::certificate(("Evil", 7), ROOT, 7, &[authority()]);
    let lister = forge::certificate(("ROOT ", 8), ("Evil", 7), 8, &[authority()]);
    let pool = [evil.clone(), lister];
    let said = |lists: &[Crl]| {
        let root = root();
        Lists::new(lists, &pool, std::slice::from_ref(&root)).about(&evil, &root, &root)
    };
    // Its own list of everybody, itself among them, in the name of the root that revoked it.
    let own = list(("ROOT ", 8), 5, &[], &[]).unwrap();
    let of_evil = list(("Evil", 7), 5, &[], &[]).unwrap();
    assert_eq!(said(&[own.clone(), of_evil.clone()]), []);
    let real = list(ROOT, 4, &[entry(7, &[reason(2)])], &[]).unwrap();
    let told = said(&[own, of_evil, real]);
    assert_eq!(told.iter().map(|one| one.sources[0].list).collect::<Vec<_>>(), [2]);
    assert!(matches!(told[0].said.status, Status::Revoked { .. }));
}

#[test]
fn an_authority_beside_does_not_list_for_another() {
    let beside = forge::certificate(("Beside", 7), ROOT, 7, &[authority()]);
    let lister = forge::certificate(OTHER, ("Beside", 7), 3, &[]);
    let lists = [
        list(ROOT, 2, &[], &[]).unwrap(),
        list(("Beside", 7), 3, &[], &[]).unwrap(),
        list(OTHER, 3, &[], &[indirect()]).unwrap(),
    ];
    assert_eq!(about(&mari(&[appointing("Lister")]), &[beside, lister, issuer()], &lists), []);
}

#[test]
fn a_crowd_of_listers_exhausts_the_search_not_us() {
    // Five hundred keys of one name, all of them good, and lists by those that would be tried last.
    let crowd: Vec<_> =
        (0..500).map(|n| forge::certificate(("Issuer", 100 + n), ROOT, 100 + n, &[authority()])).collect();
    let mut lists: Vec<_> = (0..10).map(|n| list(("Issuer", 599 - n), 3, &[], &[]).unwrap()).collect();
    lists.push(list(ROOT, 2, &[], &[]).unwrap());
    assert_eq!(about(&mari(&[]), &crowd[490..], &lists).len(), 10);
    assert_eq!(in_time(|| about(&mari(&[]), &crowd, &lists)), []);
}

#[test]
fn a_million_entries_are_read_in_passing() {
    let mut entries = Vec::new();
    for serial in 1000..1_001_000u32 {
        entries.extend(entry(serial, &[]));
    }
    let crl = list(ISSUER, 3, &[entries], &[]).unwrap();
    let last = forge::certificate(("Jaan", 3), ISSUER, 1_000_999, &[]);
    let status = |about: &Certificate| in_time(|| crl.verify_for(about, &issuer()).unwrap().status);
    assert!(matches!(status(&last), Status::Revoked { .. }));
    assert_eq!(status(&mari(&[])), Status::Good);
}

#[test]
fn a_list_that_says_that_it_lists_nobody_is_believed_and_its_slip_told() {
    let said = |entries: &[Vec<u8>]| {
        let list = list(ISSUER, 3, entries, &[]).unwrap();
        (about(&mari(&[]), &[], std::slice::from_ref(&list)), list.flaw())
    };
    let (silent, none) = said(&[]);
    assert_eq!((silent[0].status, silent[0].conforms, none), (Status::Good, true, None));
    // One entry of no bytes: the list stands there, and is empty.
    let (empty, flaw) = said(&[Vec::new()]);
    assert_eq!(empty, [Verified { conforms: false, ..silent[0] }]);
    assert_eq!(flaw, Some("empty revokedCertificates"));
}
