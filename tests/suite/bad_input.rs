//! Everything that is wrong before or around the signature: its own code each, the original untouched, nothing lost.

use emulator::{AnswerFault, Faults};
use pitser_tests::run;
use validation::report::{Indication, Question};
use workflow::order::{Level, Signer};

use crate::{APPROVES, contract, order, person, sign, signed, world};

/// Tries to sign these bytes; no phone may ring.
fn refused(bytes: Vec<u8>) -> &'static str {
    let (host, profile) = world(80);
    host.put("/contract.pdf", bytes.clone());
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
    assert_eq!(host.exchanges().len(), 0, "nobody was asked anything");
    assert_eq!(host.file("/contract.pdf").as_deref(), Some(bytes.as_slice()));
    error.code()
}

#[test]
fn files_that_cannot_be_signed_are_refused_before_anything_is_sent() {
    let whole = contract();
    assert_eq!(refused(b"Dear Sir or Madam".to_vec()), "not-a-pdf");
    assert_eq!(refused(Vec::new()), "empty-file");
    assert_eq!(refused(whole[..whole.len() / 2].to_vec()), "truncated");
    assert_eq!(refused(include_bytes!("../fixtures/encrypted.pdf").to_vec()), "password-needed");
}

/// The file with a `startxref` that leads to its first byte.
fn astray(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = bytes.windows(9).rposition(|window| window == b"startxref").expect("a PDF");
    bytes[at + 10..].iter_mut().take_while(|byte| byte.is_ascii_digit()).for_each(|digit| *digit = b'0');
    bytes
}

#[test]
fn a_damaged_file_is_shown_and_judged_with_that_finding_but_not_signed() {
    assert_eq!(refused(astray(&contract())), "needs-repair");
    let (host, profile) = world(86);
    sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect("signed");
    host.put("/damaged.pdf", astray(&host.file(signed()).expect("saved")));
    let path = std::path::Path::new("/damaged.pdf");

    let shown = workflow::show::open(&host, path, None).expect("shown");
    assert!(shown.warnings().contains(&workflow::show::Warning::Repaired));
    let sound = workflow::show::open(&host, &signed(), None).expect("shown");
    assert!(!sound.warnings().contains(&workflow::show::Warning::Repaired));
    assert_eq!((shown.pages(), shown.signatures()), (sound.pages(), 1));

    let options = workflow::verify::Options::online();
    let report = run(workflow::verify::verify(&host, &profile, path, options)).expect("judged");
    assert_eq!(report.overall(), Some(Indication::Indeterminate));
    let obstacles: Vec<_> = report.signatures[0].obstacles().collect();
    assert_eq!(obstacles[0].question, Question::FileStructure);
    assert!(obstacles[0].detail.get("fault").unwrap().contains("damaged at byte 0"));
    assert!(
        report.signatures[0].checks.iter().any(|check| {
            check.question == Question::MessageDigest && check.answer == validation::report::Answer::Passed
        }),
        "what does hold is said as well"
    );
}

#[test]
fn a_file_that_is_not_the_one_that_was_shown_is_not_signed() {
    let (host, profile) = world(85);
    let shown =
        workflow::show::open(&host, std::path::Path::new("/contract.pdf"), None).expect("shown").sha256();
    let mut order = order(person(APPROVES), Level::BLt);
    order.shown = Some(shown);
    host.put("/contract.pdf", include_bytes!("../fixtures/producers/cairo.pdf").to_vec());
    let error = sign(&host, &profile, order.clone()).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("file-changed", "open-again"));
    assert_eq!(host.exchanges().len(), 0, "nobody was asked anything");
    host.put("/contract.pdf", contract());
    sign(&host, &profile, order).expect("what was shown is signed");
}

#[test]
fn an_existing_output_is_never_replaced() {
    let (host, profile) = world(81);
    host.put(signed(), b"something dear".to_vec());
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("output-exists", "choose-another-output"));
    assert_eq!(host.file(signed()).as_deref(), Some(b"something dear".as_slice()));
    assert_eq!(host.exchanges().len(), 0);
}

#[test]
fn a_clock_that_is_wrong_by_a_day_is_noticed_before_the_phone_rings() {
    for day in [-86_400_000, 86_400_000] {
        let (mut host, profile) = world(82);
        host.clock_error = day;
        let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
        assert_eq!((error.code(), error.hint()), ("clock-wrong", "set-clock"));
        assert_eq!(host.signature_sessions(), 0);
    }
}

#[test]
fn an_answer_that_does_not_fit_is_thrown_away() {
    let faults = [
        (AnswerFault::OtherCertificate, "certificate-mismatch"),
        (AnswerFault::OtherAccount, "certificate-mismatch"),
        (AnswerFault::OtherKey, "signature-invalid"),
        (AnswerFault::CorruptedSignature, "signature-invalid"),
        (AnswerFault::WeakPss, "weak-parameters"),
    ];
    for (answer, code) in faults {
        let (host, profile) = world(83);
        host.world.set_faults(Faults { answer, ..Faults::default() });
        // By document number, since the faults touch the answer to a choice of certificate as well.
        let signer = Signer::Document("PNOEE-40504040001-DEM0-Q".parse().expect("a document number"));
        let error = sign(&host, &profile, order(signer, Level::BLt)).expect_err("refused");
        assert_eq!(error.code(), code, "{answer:?}");
        assert_eq!(host.file(signed()), None);
        assert_eq!(host.journal_len(), 0, "a value that fits nothing is not kept");
    }
}

#[test]
fn the_service_being_down_is_said_so() {
    let (host, profile) = world(84);
    host.disconnect(vec!["/smart-id-rp/"]);
    let error = sign(&host, &profile, order(person(APPROVES), Level::BLt)).expect_err("refused");
    assert_eq!((error.code(), error.hint()), ("unreachable", "retry-later"));
}
