//! Certificates that are not as they have to be, of signers, time-stamping units and responders: the files of
//! `fixtures/chains`, which hold all that they are judged by.

use std::path::PathBuf;
use std::sync::Arc;

use ades::Document;
use pki::{Certificate, Evidence};
use validation::policy::{Level, Policy, SignatureConstraints};
use validation::report::{Answer, Check, Question, Reason, Report, SignatureReport};
use validation::trust::Trust;

/// Who signed is in order, and so is what the signature is over.
const SOUND: [Question; 5] = [
    Question::MessageDigest,
    Question::SignatureValue,
    Question::CertificatePath,
    Question::CertificateValidity,
    Question::SignerRevocation,
];

fn fixture(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fixtures", "chains", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn judged(name: &str, policy: &Policy) -> SignatureReport {
    judged_of(fixture(&format!("{name}.pdf")), policy)
}

fn judged_of(document: Vec<u8>, policy: &Policy) -> SignatureReport {
    let root = Certificate::from_pem(&String::from_utf8(fixture("root.pem")).unwrap()).unwrap();
    let facts = Document::open(Arc::new(document)).unwrap().facts().unwrap();
    let trust = Trust::new("test", true, root, Vec::new());
    let at = "2026-06-03T12:00:00Z".parse().unwrap();
    let mut report: Report = validation::validate(&facts, &Evidence::default(), &trust, policy, at);
    report.signatures.remove(0)
}

fn everyday(name: &str) -> SignatureReport {
    judged(name, &Policy::everyday())
}

fn verdict(found: &SignatureReport) -> String {
    let why = found.conclusion.sub_indication.map(|why| format!(" / {why}")).unwrap_or_default();
    format!("{}{why}", found.conclusion.indication)
}

fn rows(found: &SignatureReport, question: Question) -> Vec<&Check> {
    found.checks.iter().filter(|check| check.question == question).collect()
}

fn answers(found: &SignatureReport, question: Question) -> Vec<Answer> {
    rows(found, question).into_iter().map(|check| check.answer).collect()
}

#[test]
fn a_time_stamp_that_its_authority_may_not_make_proves_nothing_and_says_nothing_against_the_signature() {
    let good = everyday("good");
    assert_eq!(verdict(&good), "TOTAL-PASSED");
    assert!(good.best_signature_time.is_some());
    let (purpose, validity) = (Question::TimestampPurpose, Question::TimestampValidity);
    for (name, asked, cause) in [
        ("unit-not-critical", purpose, "signer not authorised: extKeyUsage critical"),
        ("unit-for-servers-too", purpose, "signer not authorised: id-kp-timeStamping alone"),
        ("unit-for-keys", purpose, "signer not authorised: digitalSignature or nonRepudiation"),
        ("unit-without-purpose", purpose, "signer not authorised: id-kp-timeStamping alone"),
        ("unit-expired", validity, "outside the unit's validity"),
    ] {
        let found = everyday(name);
        assert_eq!(verdict(&found), "INDETERMINATE / CHAIN_CONSTRAINTS_FAILURE", "{name}");
        for question in SOUND {
            assert_eq!(answers(&found, question), [Answer::Passed], "{name}: {question:?}");
        }
        assert_eq!(answers(&found, Question::TimestampToken), [Answer::Passed], "{name}: it verifies");
        assert_eq!(
            answers(&found, Question::TimestampPath),
            [Answer::Passed],
            "{name}: its chain is trusted"
        );
        let row = rows(&found, asked);
        assert_eq!(row.iter().map(|row| row.answer).collect::<Vec<_>>(), [Answer::Indeterminate], "{name}");
        assert_eq!(row[0].detail.get("cause").map(String::as_str), Some(cause), "{name}");
        let open = found.obstacles().map(|row| row.question).collect::<Vec<_>>();
        // What is said of one that has run out says nothing of it any more.
        let forgotten = [asked, Question::TimestampRevocation];
        let expected = if asked == validity { &forgotten[..] } else { &forgotten[..1] };
        assert_eq!(open, expected, "{name}: and nothing else is open");
        assert_eq!(found.best_signature_time, None, "{name}");
        assert!(matches!(found.reason(), Some(Reason::Timestamps(_))), "{name}");
        // Where the policy does not want every time-stamp to hold, the signature passes without it.
        let mut policy = Policy::everyday();
        policy.signature.timestamps = Level::Warn;
        let found = judged(name, &policy);
        assert_eq!((verdict(&found).as_str(), found.best_signature_time), ("TOTAL-PASSED", None), "{name}");
        assert_eq!(answers(&found, asked), [Answer::Warning], "{name}");
    }
}

/// A changed value of the time-stamp, which stands last in that of the signature.
#[test]
fn a_time_stamp_that_was_changed_is_not_said_of_the_signature_value() {
    let mut bytes = fixture("good.pdf");
    let padding = bytes.windows(64).position(|part| part.iter().all(|digit| *digit == b'0')).unwrap();
    let last = bytes[..padding].iter().rposition(|digit| *digit != b'0').unwrap();
    bytes[last] = if bytes[last] == b'1' { b'2' } else { b'1' };
    let found = judged_of(bytes, &Policy::everyday());
    assert_eq!(verdict(&found), "TOTAL-FAILED / SIG_CRYPTO_FAILURE", "somebody may have tampered with it");
    for question in SOUND {
        assert_eq!(answers(&found, question), [Answer::Passed], "{question:?}");
    }
    assert_eq!(answers(&found, Question::TimestampToken), [Answer::Indeterminate]);
    assert!(matches!(found.reason(), Some(Reason::Timestamps(_))));
}

#[test]
fn a_revoked_time_stamping_unit_is_not_held_against_the_signer() {
    let found = everyday("unit-revoked");
    assert_eq!(verdict(&found), "INDETERMINATE / REVOKED_NO_POE");
    assert_eq!(answers(&found, Question::SignerRevocation), [Answer::Passed]);
    assert_eq!(answers(&found, Question::TimestampPath), [Answer::Passed]);
    let revoked = rows(&found, Question::TimestampRevocation)[0];
    assert_eq!(revoked.answer, Answer::Indeterminate);
    assert!(revoked.detail.get("revoked").is_some() && revoked.detail.get("certificate").is_some());
    assert!(matches!(found.reason(), Some(Reason::Timestamps(_))));
}

/// The rows about what a certificate is for, as answer, clause and cause.
fn fitness(found: &SignatureReport) -> Vec<(Answer, String, String)> {
    let rows = rows(found, Question::KeyUsage).into_iter();
    let shown = |row: &Check| row.detail.get("cause").cloned().unwrap_or_default();
    rows.map(|row| (row.answer, row.clause.to_string(), shown(row))).collect()
}

#[test]
fn a_certificate_for_other_things_alone_signs_no_documents() {
    for (name, purpose) in [
        ("signer-for-servers", "serverAuth"),
        ("signer-for-stamps", "timeStamping"),
        ("signer-for-answers", "OCSPSigning"),
    ] {
        let found = everyday(name);
        assert_eq!(verdict(&found), "INDETERMINATE / CHAIN_CONSTRAINTS_FAILURE", "{name}");
        let rows = fitness(&found);
        assert_eq!(rows.len(), 2, "{name}: {rows:?}");
        assert_eq!(rows[0].0, Answer::Passed, "{name}: the key usage is right");
        let cause = format!("its extended key usage has other purposes alone: {purpose}");
        assert_eq!(rows[1], (Answer::Indeterminate, "RFC 5280 §4.2.1.12".into(), cause), "{name}");
    }
    for name in ["signer-for-clients", "signer-for-something", "good"] {
        let found = everyday(name);
        assert_eq!((verdict(&found).as_str(), fitness(&found).len()), ("TOTAL-PASSED", 1), "{name}");
    }
}

#[test]
fn a_purpose_that_is_not_critical_is_warned_of() {
    for policy in [Policy::everyday(), Policy { signature: permissive(), ..Policy::auditor() }] {
        let found = judged("signer-advised-for-servers", &policy);
        assert_eq!(verdict(&found), "TOTAL-PASSED");
        let rows = fitness(&found);
        assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [Answer::Passed, Answer::Warning]);
    }
}

/// What auditors ask of signatures, but for what these files lack.
fn permissive() -> SignatureConstraints {
    SignatureConstraints { qualified_certificate: Level::Ignore, ..Policy::auditor().signature }
}

#[test]
fn a_certification_authority_that_signs_a_document_is_told() {
    let cause = "CN=Sub-CA,C=EE is a certification authority";
    let found = everyday("signer-is-authority");
    assert_eq!(verdict(&found), "TOTAL-PASSED");
    let rows = fitness(&found);
    assert_eq!(rows[1], (Answer::Warning, "RFC 5280 §4.2.1.9".into(), cause.into()));
    let auditor = Policy { signature: permissive(), ..Policy::auditor() };
    assert_eq!(verdict(&judged("good", &auditor)), "TOTAL-PASSED");
    let found = judged("signer-is-authority", &auditor);
    assert_eq!(verdict(&found), "INDETERMINATE / CHAIN_CONSTRAINTS_FAILURE");
    assert_eq!(fitness(&found)[1].0, Answer::Indeterminate);
}

#[test]
fn a_responder_that_its_authority_gave_up_is_not_believed() {
    let found = everyday("responder");
    assert_eq!((verdict(&found).as_str(), found.conclusion.sub_indication), ("TOTAL-PASSED", None));
    for name in ["responder-revoked-by-ca", "responder-revoked-by-another"] {
        let found = everyday(name);
        assert_eq!(verdict(&found), "INDETERMINATE / TRY_LATER", "{name}");
        assert_eq!(answers(&found, Question::SignerRevocation), [Answer::Indeterminate], "{name}");
    }
}

#[test]
fn a_responder_whose_key_may_not_sign_is_not_believed() {
    let found = everyday("responder-for-keys");
    assert_eq!(verdict(&found), "INDETERMINATE / TRY_LATER");
    assert_eq!(answers(&found, Question::SignerRevocation), [Answer::Indeterminate]);
}

#[test]
fn the_serial_number_of_another_certificate_beside_the_right_digest_is_warned_of() {
    let found = everyday("other-serial");
    assert_eq!(verdict(&found), "TOTAL-PASSED");
    assert_eq!(answers(&found, Question::SigningCertificate), [Answer::Passed, Answer::Warning]);
    assert_eq!(rows(&found, Question::SigningCertificate)[1].clause, "RFC 5035 §5.4");
    assert_eq!(answers(&everyday("good"), Question::SigningCertificate), [Answer::Passed]);
}

#[test]
fn who_lives_too_briefly_needs_no_revocation_and_nobody_else_goes_without() {
    for (name, expected, source) in [
        ("signer-not-revoked", "TOTAL-PASSED", Some("short-term")),
        ("signer-assured", "TOTAL-PASSED", Some("short-term")),
        // That is said of those who answer for an authority.
        ("signer-unchecked", "INDETERMINATE / TRY_LATER", None),
    ] {
        let found = everyday(name);
        assert_eq!(verdict(&found), expected, "{name}");
        let row = rows(&found, Question::SignerRevocation)[0];
        assert_eq!(row.detail.get("source").map(String::as_str), source, "{name}");
    }
}

#[test]
fn a_certificate_without_key_usage_is_restricted_by_none() {
    let found = everyday("signer-without-usage");
    assert_eq!(verdict(&found), "TOTAL-PASSED");
    assert_eq!(answers(&found, Question::KeyUsage), [Answer::Passed]);
}

#[test]
fn of_what_is_said_of_one_moment_the_worse_counts() {
    let found = everyday("held-and-good");
    assert_eq!(verdict(&found), "INDETERMINATE / TRY_LATER");
    assert_eq!(answers(&found, Question::SignerRevocation), [Answer::Indeterminate]);
}

#[test]
fn a_chain_that_comes_to_nothing_is_not_the_only_one() {
    for name in ["twin-lost-first", "twin-lost-second"] {
        assert_eq!(verdict(&everyday(name)), "TOTAL-PASSED", "{name}");
    }
    let found = everyday("both-twins-lost");
    assert_ne!(verdict(&found), "TOTAL-PASSED");
    assert_eq!(answers(&found, Question::SignatureValue), [Answer::Passed]);
}

/// The key is the same, whichever of its certificates the chain leads through (RFC 5280 §5.3.1).
#[test]
fn a_key_that_was_lost_is_lost_under_each_certificate() {
    for name in ["key-of-first-twin-lost", "key-of-second-twin-lost"] {
        assert_eq!(verdict(&everyday(name)), "INDETERMINATE / REVOKED_CA_NO_POE", "{name}");
    }
}

#[test]
fn a_list_in_a_time_stamp_is_heard() {
    let found = everyday("revoked-by-the-token");
    assert_eq!(verdict(&found), "INDETERMINATE / REVOKED_NO_POE");
}

#[test]
fn a_crowd_of_listers_that_are_not_all_looked_into_is_told() {
    assert_eq!(verdict(&everyday("sixteen-listers")), "INDETERMINATE / REVOKED_NO_POE");
    let found = everyday("seventeen-listers");
    assert_eq!(verdict(&found), "INDETERMINATE / TRY_LATER");
    let row = rows(&found, Question::SignerRevocation)[0];
    let told = row.detail.get("cause").map(String::as_str);
    assert_eq!((row.answer, told), (Answer::Indeterminate, Some("not all of it could be verified")));
}

/// What departs from the baseline is no form in which a signature could not be checked (EN 319 102-1 §5.2.2).
#[test]
fn what_no_baseline_has_inside_is_told_and_the_signature_holds() {
    for name in ["lists-inside", "digests-announced"] {
        let found = everyday(name);
        assert_eq!((verdict(&found).as_str(), found.level), ("TOTAL-PASSED", None), "{name}");
        assert_eq!(answers(&found, Question::CmsFormat), [Answer::Warning], "{name}");
    }
    assert!(everyday("good").level.is_some());
    let found = everyday("another-digest-announced");
    assert_eq!(
        verdict(&found),
        "TOTAL-FAILED / FORMAT_FAILURE",
        "the one that was used has to be among them"
    );
}

/// RFC 5652 §5.1. That it does not count revocation data is as little in the way as that this is there.
#[test]
fn an_answer_inside_goes_with_version_five() {
    for name in ["answer-inside", "answer-inside-unnoticed"] {
        let found = everyday(name);
        assert_eq!(verdict(&found), "TOTAL-PASSED", "{name}");
        assert_eq!(answers(&found, Question::CmsFormat), [Answer::Warning], "{name}");
    }
    assert_eq!(verdict(&everyday("answer-inside-another-version")), "TOTAL-FAILED / FORMAT_FAILURE");
    let found = everyday("answer-in-token");
    assert_eq!(verdict(&found), "TOTAL-PASSED");
    assert!(found.best_signature_time.is_some(), "the time-stamp is read");
}

/// RFC 6211 §3.
#[test]
fn a_signature_that_protects_other_algorithms_than_its_own_fails() {
    assert_eq!(verdict(&everyday("protected")), "TOTAL-PASSED");
    let found = everyday("protected-otherwise");
    assert_eq!(verdict(&found), "TOTAL-FAILED / SIG_CRYPTO_FAILURE");
    let row = rows(&found, Question::SignatureValue)[0];
    assert_eq!(row.detail.get("cause").map(String::as_str), Some("digest algorithms differ"));
}

/// RFC 5280 §7.1.
#[test]
fn lists_of_an_authority_whose_name_is_written_in_other_letters_belong_to_it() {
    let found = everyday("under-other-letters");
    assert_eq!(answers(&found, Question::ValidationData), [Answer::Passed]);
    assert_eq!(verdict(&found), "TOTAL-PASSED");
}

#[test]
fn a_time_stamp_over_the_document_is_later_than_what_it_covers() {
    let found = everyday("archived");
    assert_eq!((verdict(&found).as_str(), found.best_signature_time.is_some()), ("TOTAL-PASSED", true));
    let found = everyday("archived-too-early");
    assert_eq!(verdict(&found), "INDETERMINATE / TIMESTAMP_ORDER_FAILURE");
    assert_eq!(answers(&found, Question::TimeOrder), [Answer::Indeterminate]);
    assert_eq!(answers(&found, Question::TimestampToken), [Answer::Passed]);
}

#[test]
fn a_signature_of_no_baseline_is_judged_by_the_certificate_that_it_names() {
    let found = everyday("no-reference");
    assert_eq!((verdict(&found).as_str(), found.level), ("TOTAL-PASSED", None));
    assert_eq!(found.signer.as_ref().map(|signer| signer.name.as_str()), Some("Mari Maasikas"));
    assert_eq!(answers(&found, Question::SignatureValue), [Answer::Passed]);
    let row = rows(&found, Question::SigningCertificate)[0];
    assert_eq!(
        (row.answer, row.detail.get("cause").map(String::as_str)),
        (Answer::Warning, Some("no signing-certificate attribute"))
    );
    let auditor = Policy { signature: permissive(), ..Policy::auditor() };
    assert_eq!(verdict(&judged("no-reference", &auditor)), "INDETERMINATE / SIG_CONSTRAINTS_FAILURE");
    let forged = judged_of(flipped(fixture("no-reference.pdf")), &Policy::everyday());
    assert_eq!(verdict(&forged), "TOTAL-FAILED / HASH_FAILURE");
}

/// Another page than the one that was signed.
fn flipped(mut document: Vec<u8>) -> Vec<u8> {
    let at = document.windows(9).position(|text| text == b"/MediaBox").unwrap() + 14;
    let digit = document[at..].iter().position(u8::is_ascii_digit).unwrap() + at;
    document[digit] = if document[digit] == b'1' { b'2' } else { b'1' };
    document
}
