//! What the rows of the corpus `pyhanko` were judged on, as far as the files do not tell it: the tests that the rows are from
//! set it up by hand.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ades::{Document, Facts};
use pki::cms::SignedData;
use pki::{Certificate, Evidence, Reason, Status, Time};
use validation::policy::{Day, Digest, Policy};
use validation::standard::{Case, Revocation, Signing, Source, Statement};
use validation::trust::Trust;

use super::bare::{self, Content};

/// The corpus as a whole: its roots, and what can be learned from one file about another.
pub struct Corpus {
    pub folder: PathBuf,
    pub roots: Vec<Certificate>,
    /// All that the documents carry. Much was fetched while the tests ran, from authorities of the tests' own.
    pub carried: Evidence,
    /// What signatures in documents are over, by their values.
    signed: HashMap<Vec<u8>, Content>,
    /// What signatures around their content are over.
    contents: Vec<Content>,
}

impl Corpus {
    pub fn read(folder: &Path) -> Self {
        let roots = sorted(&folder.join("roots"));
        let roots = roots.iter().map(|path| Certificate::from_der(&std::fs::read(path).unwrap()).unwrap());
        let (signed, contents) = Default::default();
        let mut corpus = Self {
            folder: folder.to_owned(),
            roots: roots.collect(),
            carried: Evidence::default(),
            signed,
            contents,
        };
        for path in sorted(folder) {
            match path.extension().and_then(|kind| kind.to_str()) {
                Some("pdf") => corpus.document(&path),
                Some("p7s") => {
                    let cms = SignedData::parse(&bare::read(&path));
                    corpus.contents.extend(cms.ok().and_then(|cms| cms.econtent).map(Content::Bytes));
                }
                _ => {}
            }
        }
        corpus
    }

    fn document(&mut self, path: &Path) {
        let Ok(facts) = facts(path, "") else { return };
        self.carried.merge(facts.embedded);
        for signature in facts.signatures {
            let (Ok(contents), Ok(digests)) = (signature.contents, signature.digests) else { continue };
            let Ok(cms) = SignedData::parse(&contents) else { continue };
            for signer in cms.signer_infos {
                self.signed.insert(signer.signature, Content::Digests(digests.clone()));
            }
        }
    }

    /// What a signature is over: what it is around, what it is over in a document of the corpus, or whatever in the corpus has
    /// the digest that it signs.
    pub fn content(&self, cms: &SignedData) -> Content {
        let Some(signer) = cms.signer_infos.first() else { return Content::Unknown };
        let has_digest = |content: &&Content| bare::is_content_right(signer, content) == Some(true);
        match &cms.econtent {
            Some(content) => Content::Bytes(content.clone()),
            None => {
                let found = self.signed.get(&signer.signature);
                let found =
                    found.or_else(|| self.contents.iter().chain(self.signed.values()).find(has_digest));
                found.cloned().unwrap_or(Content::Unknown)
            }
        }
    }

    /// Trust for a test: the roots of the corpus, and authorities that the test trusted besides.
    pub fn trust(&self, test: &str) -> Trust {
        let authorities = |name: &str| {
            let all = self.carried.certificates.iter();
            all.filter(|one| one.subject().to_string().contains(name)).cloned().collect::<Vec<_>>()
        };
        let more = match test {
            // As services of a trusted list.
            _ if is_of_a_list(test) => [
                authorities("CN=Qualified Intermediate CA"),
                authorities("CN=Qualified Time Stamping Authority"),
            ]
            .concat(),
            "test_nontraditional_hybrid_lta" | "test_pades_independent_tsa" => {
                authorities("CN=Root CA,OU=Independent")
            }
            _ => Vec::new(),
        };
        let only = |root: &&Certificate| {
            test != OTHER_ROOT || hex::encode(root.fingerprint()).starts_with("2b6dea78737d478e")
        };
        let roots = self.roots.iter().filter(only).cloned();
        Trust::new("the corpus", true, roots.chain(more).collect(), Vec::new())
    }

    /// The evidence that a test had beside the document. For a signature by itself that is what the test had fetched.
    pub fn evidence(&self, test: &str, by_itself: bool) -> Evidence {
        match (by_itself && !test.contains("no_revinfo")) || test.contains("hybrid_lta") {
            true => self.carried.clone(),
            false => Evidence::default(),
        }
    }
}

/// A test about what is signed under another root than the one that it trusts.
const OTHER_ROOT: &str = "test_pades_basic_indeteriminate_report_smoke_test";

/// Tests that asked authorities of their own, at the moment that they are about.
const FETCHED_THAT_DAY: [&str; 3] = ["embedded_cades", "pades_basic", "pades_fail_qualification"];

/// The everyday policy, but for the algorithms that a test bans.
pub fn policy(test: &str) -> Policy {
    let mut policy = Policy::everyday();
    let day = |text: &str| Day(format!("{text}T00:00:00Z").parse().unwrap());
    let mut ban_sha512 = |end: &str| {
        // Otherwise it would be no more than a forecast.
        policy.algorithms.updated = day("2026-11-27");
        policy.algorithms.digests.retain(|digest| digest.name != "SHA-512");
        policy.algorithms.digests.push(Digest { name: "SHA-512".into(), until: Some(day(end)) });
    };
    match test {
        _ if test.contains("hash_algorithm_banned_but_poe_ok") => ban_sha512("2026-01-01"),
        _ if test.contains("hash_algorithm_banned_and_no_poe") => ban_sha512("2020-01-01"),
        _ if test.contains("algo_hedge_ok") => ban_sha512("2026-01-01"),
        "test_pades_lta_algo_permaban" => policy.algorithms.digests.clear(),
        // The answers of the day, which those tests fetched, are not in the corpus; those of some days before stand for them.
        _ if FETCHED_THAT_DAY.iter().any(|word| test.contains(word)) => {
            policy.revocation.longest_age = Some(31 * 24 * 60 * 60);
        }
        _ => {}
    }
    policy
}

/// The moment that a test pretends to be at, where the table has the one at which it did.
pub fn moment(test: &str) -> Option<Time> {
    let year = match test.strip_prefix("test_simulate_future")? {
        rest if rest.contains("ts_chain") => 2050,
        _ => 2030,
    };
    Some(format!("{year}-11-20T00:00:00Z").parse().unwrap())
}

/// What the authority of a test told everybody who asked about its signer, where no file of the corpus has an answer of it about
/// this one.
pub fn told(test: &str) -> Option<Status> {
    match test {
        "test_embedded_cades_pre_revoke_with_poe"
        | "test_embedded_cades_provably_revoked"
        | "test_embedded_cades_revoked_no_poe" => {
            let at = "2020-12-01T00:00:00Z".parse().unwrap();
            Some(Status::Revoked { at, reason: Some(Reason::KeyCompromise) })
        }
        "test_pades_fail_qualification_requirements[cert_label2-requirements2]" => Some(Status::Good),
        _ => None,
    }
}

/// What it told at `at`, as a fact: an answer that its issuer signed itself.
pub fn tell(case: &mut Case, status: Status, at: Time) {
    let signing = &case.signatures[0].signing;
    let signer = signing.chain[0];
    let issuers = Signing { intact: true, chain: signing.chain[1..].to_vec(), ..signing.clone() };
    case.revocations.push(Revocation {
        source: Source::Ocsp,
        this_update: at,
        next_update: None,
        produced_at: at,
        expired_since: None,
        positive: false,
        conforms: true,
        signing: issuers,
        others: Vec::new(),
    });
    let revocation = case.revocations.len() - 1;
    case.certificates[signer].statements.push(Statement { revocation, status });
}

fn is_of_a_list(test: &str) -> bool {
    ["qualification", "eseal", "with_tl", "qtst"].iter().any(|word| test.contains(word))
}

/// What stands in a document, its pages looked at; the tests have three passwords.
pub fn facts(path: &Path, test: &str) -> Result<Facts, ades::Error> {
    let word = if test.contains("owner") {
        "ownersecret"
    } else if test.contains("user") {
        "usersecret"
    } else {
        "secret"
    };
    let access = pdf::Access::reading(Some(pdf::Password::new(word)));
    let document = Document::open_with(Arc::new(std::fs::read(path).unwrap()), &access)?;
    let mut facts = document.facts()?;
    let (two, at) = (NonZeroUsize::new(2).unwrap(), "2026-11-27T00:00:00Z".parse().unwrap());
    workflow::pages::compare(&document, &mut facts, two, &|| at);
    Ok(facts)
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
