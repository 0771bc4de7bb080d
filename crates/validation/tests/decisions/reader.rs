//! Diagnostic data as a case: the facts a reference service found, in our terms.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use pki::{Reason, Status, Time};
use roxmltree::{Document, Node};
use validation::standard::{
    Algorithm, Anchor, Case, Certificate, Named, Object, Record, Reference, Revocation, Signature,
    SignaturePolicy, Signing, Source, Stamp, StampKind, Statement,
};

/// A case and the moment it is about.
pub struct Facts {
    pub case: Case,
    /// The chain of each certificate, itself included.
    pub chains: Vec<Vec<usize>>,
    pub at: Time,
}

/// Places of the tokens by their names.
#[derive(Default)]
struct Places(HashMap<String, Object>);

pub fn read(path: &Path) -> Facts {
    let text = fs::read_to_string(path).unwrap();
    let document = Document::parse(&text).unwrap();
    let root = document.root_element();
    let lists = [
        ("UsedCertificates", "Certificate", Object::Certificate as fn(usize) -> Object),
        ("UsedRevocations", "Revocation", Object::Revocation),
        ("UsedTimestamps", "Timestamp", Object::Stamp),
        ("EvidenceRecords", "EvidenceRecord", Object::Record),
        ("Signatures", "Signature", Object::Signature),
    ];
    let mut places = Places::default();
    for (list, item, object) in lists {
        for (index, node) in all(root, list, item).into_iter().enumerate() {
            places.0.insert(node.attribute("Id").unwrap().to_owned(), object(index));
        }
    }
    let each = |list, item| all(root, list, item).into_iter();
    let case = Case {
        certificates: each("UsedCertificates", "Certificate").map(|node| places.certificate(node)).collect(),
        revocations: each("UsedRevocations", "Revocation").map(|node| places.revocation(node)).collect(),
        stamps: each("UsedTimestamps", "Timestamp").map(|node| places.stamp(node)).collect(),
        records: each("EvidenceRecords", "EvidenceRecord").map(|node| places.record(node)).collect(),
        signatures: each("Signatures", "Signature").map(|node| places.signature(node)).collect(),
    };
    let chains = all(root, "UsedCertificates", "Certificate").into_iter().enumerate().map(|(index, node)| {
        let above = places.named(node, "CertificateChain", "ChainItem", "Certificate");
        std::iter::once(index).chain(above).collect()
    });
    let chains = chains.collect();
    Facts { chains, case: reaching(case, root, &places), at: time(root, "ValidationDate").unwrap() }
}

impl Places {
    fn certificate(&self, node: Node<'_, '_>) -> Certificate {
        let extensions = child(node, "CertificateExtensions");
        let extension = |name| extensions.and_then(|extensions| child(extensions, name));
        let trusted = child(node, "Trusted").filter(|trusted| trusted.text() == Some("true"));
        let statements = all(node, "Revocations", "CertificateRevocation").into_iter().map(|said| {
            Statement { revocation: self.index(said.attribute("Revocation")), status: status(said) }
        });
        Certificate {
            name: text(node, "CommonName").unwrap_or_default().to_owned(),
            not_before: time(node, "NotBefore").unwrap(),
            not_after: time(node, "NotAfter").unwrap(),
            anchor: trusted.map(|trusted| Anchor {
                until: trusted.attribute("sunsetDate").and_then(|date| date.parse().ok()),
            }),
            intact: is(node, "BasicSignature", "SignatureValid"),
            algorithm: algorithm(node),
            commits: all(node, "CertificateExtensions", "KeyUsages")
                .iter()
                .any(|usages| texts(*usages, "keyUsageBit").any(|bit| bit == "nonRepudiation")),
            signs: true,
            claims_qualified: true,
            authority: extension("BasicConstraints").is_some_and(|one| one.attribute("CA") == Some("true")),
            purposes: extension("ExtendedKeyUsages")
                .map(|usages| texts(usages, "extendedKeyUsageOid").map(str::to_owned).collect())
                .unwrap_or_default(),
            purposes_critical: extension("ExtendedKeyUsages")
                .is_some_and(|one| one.attribute("critical") == Some("true")),
            exempt: extension("IdPkixOcspNoCheck")
                .is_some_and(|one| one.attribute("present") == Some("true")),
            statements: statements.collect(),
            gave_up: false,
            expired_since: None,
        }
    }

    fn revocation(&self, node: Node<'_, '_>) -> Revocation {
        Revocation {
            source: if text(node, "Type") == Some("CRL") { Source::Crl } else { Source::Ocsp },
            this_update: time(node, "ThisUpdate").unwrap(),
            next_update: time(node, "NextUpdate"),
            produced_at: time(node, "ProductionDate").unwrap(),
            expired_since: time(node, "ExpiredCertsOnCRL").or_else(|| time(node, "ArchiveCutOff")),
            positive: text(node, "CertHashExtensionMatch") == Some("true"),
            conforms: true,
            signing: self.signing(node),
            others: Vec::new(),
        }
    }

    fn stamp(&self, node: Node<'_, '_>) -> Stamp {
        let kind = match node.attribute("Type").unwrap() {
            "SIGNATURE_TIMESTAMP" => StampKind::Signature,
            "EVIDENCE_RECORD_TIMESTAMP" => StampKind::Record,
            "CONTENT_TIMESTAMP" | "ALL_DATA_OBJECTS_TIMESTAMP" => StampKind::Content,
            _ => StampKind::Archive,
        };
        Stamp {
            kind,
            time: time(node, "ProductionTime").unwrap(),
            accuracy: None,
            ordering: false,
            newest: None,
            references: children(node, "DigestMatcher").map(reference).collect(),
            signing: self.signing(node),
            covers: self.covered(node),
        }
    }

    fn record(&self, node: Node<'_, '_>) -> Record {
        Record {
            references: all(node, "DigestMatchers", "DigestMatcher").into_iter().map(reference).collect(),
            stamps: self.named(node, "EvidenceRecordTimestamps", "FoundTimestamp", "Timestamp"),
            covers: self.covered(node),
        }
    }

    fn signature(&self, node: Node<'_, '_>) -> Signature {
        let matchers = all(node, "DigestMatchers", "DigestMatcher");
        let binding = ["MESSAGE_DIGEST", "SIGNED_PROPERTIES"];
        let policy = child(node, "Policy").map_or(SignaturePolicy::None, |policy| {
            let digest = child(policy, "DigestAlgoAndValue");
            match (text(policy, "Id"), text(policy, "Identified")) {
                (Some("IMPLICIT_POLICY"), _) | (None, _) => SignaturePolicy::None,
                (_, Some("true")) if digest.is_some_and(|one| one.attribute("match") == Some("false")) => {
                    SignaturePolicy::Different
                }
                (_, Some("true")) => SignaturePolicy::Available,
                _ => SignaturePolicy::Missing,
            }
        });
        Signature {
            malformed: None,
            claimed_time: time(node, "ClaimedSigningTime"),
            bound: matchers.iter().any(|one| binding.contains(&one.attribute("type").unwrap())),
            references: matchers.into_iter().map(reference).collect(),
            policy,
            signing: self.signing(node),
            stamps: self.named(node, "FoundTimestamps", "FoundTimestamp", "Timestamp"),
            records: self.named(node, "FoundEvidenceRecords", "FoundEvidenceRecord", "EvidenceRecord"),
        }
    }

    fn signing(&self, node: Node<'_, '_>) -> Signing {
        let signer = child(node, "SigningCertificate").and_then(|one| one.attribute("Certificate"));
        let mut chain = self.named(node, "CertificateChain", "ChainItem", "Certificate");
        if let (Some(signer), true) = (signer, chain.is_empty()) {
            chain.push(self.index(Some(signer)));
        }
        let references = all(node, "FoundCertificates", "RelatedCertificate").into_iter();
        let of_signer = |related: &Node<'_, '_>| related.attribute("Certificate") == signer;
        let references = references.filter(of_signer).flat_map(|related| {
            let references = children(related, "CertificateRef").collect::<Vec<_>>().into_iter();
            references.filter(|reference| text(*reference, "Origin") == Some("SIGNING_CERTIFICATE"))
        });
        let digests: Vec<_> = references.filter_map(|one| child(one, "DigestAlgoAndValue")).collect();
        let matches = |one: &&Node<'_, '_>| one.attribute("match") == Some("true");
        Signing {
            unverified: None,
            algorithm: algorithm(node),
            intact: is(node, "BasicSignature", "SignatureIntact")
                && is(node, "BasicSignature", "SignatureValid"),
            chain,
            chain_fault: None,
            named: match (digests.len(), digests.iter().filter(matches).count()) {
                (0, _) => Named::Absent,
                (_, 0) => Named::Other,
                _ => Named::Yes,
            },
        }
    }

    fn covered(&self, node: Node<'_, '_>) -> Vec<Object> {
        let covered = all(node, "TimestampedObjects", "TimestampedObject").into_iter();
        covered.filter_map(|one| self.0.get(one.attribute("Token")?).copied()).collect()
    }

    fn named(&self, node: Node<'_, '_>, list: &str, item: &str, attribute: &str) -> Vec<usize> {
        all(node, list, item).into_iter().map(|one| self.index(one.attribute(attribute))).collect()
    }

    /// A place; one that is not there for a name that is not.
    fn index(&self, name: Option<&str>) -> usize {
        match name.and_then(|name| self.0.get(name)) {
            Some(
                Object::Certificate(index)
                | Object::Revocation(index)
                | Object::Stamp(index)
                | Object::Record(index)
                | Object::Signature(index),
            ) => *index,
            None => usize::MAX,
        }
    }
}

/// What trusted lists say of an authority holds for what it issued.
fn reaching(mut case: Case, root: Node<'_, '_>, places: &Places) -> Case {
    let nodes = all(root, "UsedCertificates", "Certificate");
    let is_reach = |one: &Node<'_, '_>| one.tag_name().name() == "ExpiredCertsRevocationInfo";
    let reach = |node: &Node<'_, '_>| node.descendants().find(is_reach)?.text()?.parse::<Time>().ok();
    for (certificate, node) in case.certificates.iter_mut().zip(&nodes) {
        let chain = places.named(*node, "CertificateChain", "ChainItem", "Certificate");
        let above = chain.iter().filter_map(|index| nodes.get(*index));
        certificate.expired_since = std::iter::once(node).chain(above).find_map(reach);
    }
    case
}

fn reference(node: Node<'_, '_>) -> Reference {
    Reference {
        digest: text(node, "DigestMethod").map(digest_name),
        found: text(node, "DataFound") == Some("true"),
        intact: text(node, "DataIntact") == Some("true"),
        spare: matches!(node.attribute("type"), Some("MANIFEST_ENTRY" | "EVIDENCE_RECORD_ORPHAN_REFERENCE")),
        unverified: None,
    }
}

fn algorithm(node: Node<'_, '_>) -> Option<Algorithm> {
    let basic = child(node, "BasicSignature")?;
    let scheme = match text(basic, "EncryptionAlgoUsedToSignThisToken")? {
        "PLAIN-ECDSA" => "ECDSA",
        scheme => scheme,
    };
    Some(Algorithm {
        scheme: scheme.to_owned(),
        bits: text(basic, "KeyLengthUsedToSignThisToken").and_then(|bits| bits.parse().ok()).unwrap_or(0),
        digest: text(basic, "DigestAlgoUsedToSignThisToken").map(digest_name),
    })
}

fn status(node: Node<'_, '_>) -> Status {
    let reason = text(node, "Reason").map(|reason| match reason {
        "certificateHold" => Reason::CertificateHold,
        "cessationOfOperation" => Reason::CessationOfOperation,
        "keyCompromise" => Reason::KeyCompromise,
        "superseded" => Reason::Superseded,
        _ => Reason::Unspecified,
    });
    match text(node, "Status") {
        Some("GOOD") => Status::Good,
        Some("REVOKED") => Status::Revoked { at: time(node, "RevocationDate").unwrap(), reason },
        _ => Status::Unknown,
    }
}

/// `SHA256` as policies write it.
fn digest_name(name: &str) -> String {
    match name.strip_prefix("SHA") {
        Some(bits) if !bits.starts_with('3') || bits.len() == 3 => format!("SHA-{bits}"),
        _ => name.to_owned(),
    }
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |one| one.is_element() && one.tag_name().name() == name)
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|one| one.is_element() && one.tag_name().name() == name)
}

fn all<'a, 'i>(node: Node<'a, 'i>, list: &str, item: &str) -> Vec<Node<'a, 'i>> {
    let items = child(node, list).into_iter().flat_map(|list| list.children());
    items.filter(|one| one.is_element() && one.tag_name().name() == item).collect()
}

fn texts<'a>(node: Node<'a, '_>, name: &'static str) -> impl Iterator<Item = &'a str> {
    children(node, name).filter_map(|one| one.text())
}

fn text<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|one| one.text()).map(str::trim)
}

fn time(node: Node<'_, '_>, name: &str) -> Option<Time> {
    text(node, name)?.parse().ok()
}

fn is(node: Node<'_, '_>, list: &str, name: &str) -> bool {
    child(node, list).and_then(|list| text(list, name)) == Some("true")
}
