//! The signature fields of a form that wait, and what they demand: facts for whoever chooses one.

use std::path::Path;
use std::sync::Arc;

pub use pdf::LockAction;
use pdf::{EmptyField, LockDocument, Permission, Seed, SeedKind, SeedValues};
use pki::Certificate;
use serde::Serialize;

use crate::error::{Error, at};
use crate::host::Host;

/// What a document has for those who want to sign it.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The rules of the signatures that are there.
    pub rules: pdf::SigningRules,
    /// The fields that wait, in the order of the form.
    pub waiting: Vec<Field>,
}

/// A signature field that waits for its signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The fully qualified name, by which it is ordered.
    pub name: String,
    /// What it is called where people read it.
    pub label: Option<String>,
    /// Its page, from 1.
    pub page: Option<u32>,
    /// Left, bottom, right, top in points.
    pub rect: Option<[f32; 4]>,
    /// The form may not be handed in without it.
    pub required: bool,
    /// What it locks once it is signed.
    pub locks: Option<Locks>,
    /// What the document permits once it is signed.
    pub permits: Option<Permission>,
    /// The field whose signature locked this one: it cannot be signed any more.
    pub locked_by: Option<String>,
    /// What it demands or wishes of its signature.
    pub demands: Vec<Demand>,
}

/// Which fields a lock means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Locks {
    /// All, those named, or all but those named.
    pub action: LockAction,
    /// Fully qualified names.
    pub fields: Vec<String>,
}

/// One demand or wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Demand {
    /// A stable name: the code of the error that comes if it is not met.
    pub code: &'static str,
    /// What is accepted; nothing where the name says it all.
    pub accepted: Vec<String>,
    /// Demanded, not only wished for.
    pub required: bool,
}

/// Reads the signature fields of a document.
///
/// # Errors
/// [`Error::File`]; [`Error::Document`] when it cannot be read.
pub fn read(host: &impl Host, path: &Path) -> Result<Form, Error> {
    let file = host.open(path).map_err(at(path))?;
    let document = pdf::Document::open(Arc::clone(&file).source()).map_err(refused)?;
    let form = of(&document)?;
    file.unchanged().map_err(at(path))?;
    Ok(form)
}

/// The same of a document that is open.
pub(crate) fn of(document: &pdf::Document) -> Result<Form, Error> {
    let waiting = document.empty_signature_fields().map_err(refused)?;
    Ok(Form {
        rules: document.signing_rules().map_err(refused)?,
        // One without a name cannot be ordered.
        waiting: waiting.into_iter().filter(|field| !field.name.is_empty()).map(Field::of).collect(),
    })
}

fn refused(error: pdf::Error) -> Error {
    Error::Document(error.into())
}

impl Field {
    fn of(found: EmptyField) -> Self {
        Self {
            name: found.name,
            label: found.alternate_name,
            page: found.page,
            rect: found.rect,
            required: found.required,
            permits: found.lock.as_ref().and_then(|lock| lock.permission),
            locks: found.lock.map(|lock| Locks { action: lock.action, fields: lock.fields }),
            locked_by: found.locked_by,
            demands: found.seed_values.as_ref().map(demands).unwrap_or_default(),
        }
    }
}

fn demands(seeds: &SeedValues) -> Vec<Demand> {
    let one = |code, seed: &Option<Seed<String>>| {
        seed.as_ref().map(|seed| Demand { code, accepted: vec![seed.value.clone()], required: seed.required })
    };
    let many = |code, seed: &Option<Seed<Vec<String>>>| {
        seed.as_ref().map(|seed| Demand { code, accepted: seed.value.clone(), required: seed.required })
    };
    let subjects = |code, seed: &Option<Seed<Vec<Vec<u8>>>>| {
        seed.as_ref().map(|seed| Demand { code, accepted: names(&seed.value), required: seed.required })
    };
    let certificate = seeds.certificate.clone().unwrap_or_default();
    let all = [
        one("demand-filter", &seeds.filter),
        many("demand-sub-filter", &seeds.sub_filters),
        seeds.version.as_ref().map(|seed| Demand {
            code: "demand-version",
            accepted: vec![seed.value.to_string()],
            required: seed.required,
        }),
        many("demand-reason", &seeds.reasons),
        seeds.kind.map(|kind| Demand {
            code: "demand-kind",
            accepted: vec![kind_name(kind).into()],
            required: true,
        }),
        seeds.timestamp.as_ref().map(|timestamp| Demand {
            code: "demand-timestamp",
            accepted: timestamp.url.iter().cloned().collect(),
            required: timestamp.required,
        }),
        many("demand-legal-attestation", &seeds.legal_attestations),
        seeds.add_revocation.as_ref().filter(|seed| seed.value).map(|seed| Demand {
            code: "demand-revocation-inside",
            accepted: vec![],
            required: seed.required,
        }),
        many("demand-digest", &seeds.digests),
        seeds.lock_document.as_ref().map(|seed| Demand {
            code: "demand-lock-document",
            accepted: vec![lock_name(seed.value).into()],
            required: seed.required,
        }),
        one("demand-appearance", &seeds.appearance),
        subjects("demand-subject", &certificate.subjects),
        certificate.subject_names.as_ref().map(|seed| Demand {
            code: "demand-subject-name",
            accepted: seed.value.iter().map(|(name, value)| format!("{name}={value}")).collect(),
            required: seed.required,
        }),
        subjects("demand-issuer", &certificate.issuers),
        many("demand-policy", &certificate.policies),
        many("demand-key-usage", &certificate.key_usages),
        certificate.signature_policy.map(|policy| Demand {
            code: "demand-signature-policy",
            accepted: vec![policy],
            required: true,
        }),
    ];
    all.into_iter().flatten().collect()
}

/// The subjects of certificates in DER.
fn names(ders: &[Vec<u8>]) -> Vec<String> {
    let certificates = ders.iter().filter_map(|der| Certificate::from_der(der).ok());
    certificates.map(|certificate| certificate.subject().to_string()).collect()
}

const fn kind_name(kind: SeedKind) -> &'static str {
    match kind {
        SeedKind::Approval => "approval",
        SeedKind::Certification(Permission::NoChanges) => "no-changes",
        SeedKind::Certification(Permission::FormFilling) => "form-filling",
        SeedKind::Certification(Permission::Annotations) => "annotations",
    }
}

const fn lock_name(lock: LockDocument) -> &'static str {
    match lock {
        LockDocument::Lock => "true",
        LockDocument::Leave => "false",
        LockDocument::Auto => "auto",
    }
}
