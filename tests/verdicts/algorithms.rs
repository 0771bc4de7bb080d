//! Signatures by algorithms that are not verified with here: nothing is known to be wrong with them.

use pitser_tests::corpus;
use validation::policy::Policy;
use validation::report::{Answer, Indication, Question, SubIndication};
use workflow::report::text::{self, Extent};
use workflow::report::words::{Language, Words};

use super::ground::{self, Corpus};

/// The file in the corpus `pyhanko`, and what is said of its algorithm.
const FILES: [(&str, &str); 9] = [
    ("08064e5f65564882baface5cc317a00f2213d605e866bcfa4b26958332e85d62", "SHAKE256"),
    ("e39a5ea352478890e0e2c8a23d963b33b878c5528aa436b111da2a4d413db039", "SHAKE256"),
    ("0b09c5c9e068683f537138ebb82784d0b089711620cae0e56f3cf95ca311c581", "too weak: MD5"),
    ("5fd7fc7388804af0feb2939ada719346a0a739d4f7213ea4ee866796094fd2da", "too weak: MD5"),
    ("7d0eda0073908c31132f3c6777ee600f42e260c9549f352522f2d13522f9eada", "too weak: MD5"),
    ("d9fb4ab4a88adb53ece712b9d4808b3067b750f83d0b8361ee2e0baf0f0ea31c", "too weak: MD5"),
    ("cb155bf95c6dbb40f0a46da5d5e8f6cb098954e670d64204b168ee096c9e8269", "ML-DSA"),
    ("d88db5a7534fdc17fdadf4272f6eae44686d2fde31a66c5d9df0e121b94caafa", "ML-DSA"),
    ("f92e3e5f7dcdaa8c448222caf349aeb159b3e093a76fbe91c474bb0c37b24da5", "ML-DSA"),
];

#[test]
fn what_is_not_verified_with_is_neither_malformed_nor_called_weak() {
    let Some(folder) = corpus("pyhanko") else { return };
    let corpus = Corpus::read(&folder);
    let words = Words::new(Language::English);
    for (file, told) in FILES {
        let facts = ground::facts(&folder.join(format!("{file}.pdf")), "").unwrap();
        let at = "2020-11-01T00:00:00Z".parse().unwrap();
        let report =
            validation::validate(&facts, &corpus.carried, &corpus.trust(""), &Policy::everyday(), at);
        let signature = &report.signatures[0];
        let conclusion = signature.conclusion;
        assert_eq!(conclusion.indication, Indication::Indeterminate, "{file}");
        assert_eq!(conclusion.sub_indication, Some(SubIndication::CryptoConstraintsFailure), "{file}");
        let failed = signature.checks.iter().find(|check| check.answer == Answer::Failed);
        assert_eq!(failed, None, "{file}");
        let about = signature.checks.iter().filter(|check| check.question == Question::Algorithms);
        let about: Vec<_> = about.collect();
        assert_eq!(about.len(), 1, "{file}: {about:?}");
        let text = text::write(&report, file, Extent::Details, &words);
        assert!(text.contains(told), "{file}: {text}");
        let is_weak = told.starts_with("too weak");
        assert_eq!(text.contains("already too weak"), is_weak, "{file}: {text}");
        assert_eq!(text.contains("this program does not verify"), !is_weak, "{file}: {text}");
        assert!(!text.contains("is not its issuer's"), "{file}: {text}");
    }
}
