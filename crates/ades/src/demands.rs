//! Whether a signature as ordered is what its field demands (seed values, ISO 32000-2 §12.7.5.5).
//!
//! What a form's author merely wishes is followed where it leaves one choice and contradicts nothing that was ordered.

use pdf::{EmptyField, FieldLock, LockDocument, Permission, Seed, SeedCertificate, SeedKind};
use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm};

use crate::error::{Demanded, Error};
use crate::options::Options;
use crate::seal;

/// The versions of seed values that are understood: all of PDF 2.0 (table 234, `/V`).
const UNDERSTOOD: i64 = 3;

/// Digests that may be taken because a field names them, dearest first.
const DIGESTS: [DigestAlgorithm; 3] =
    [DigestAlgorithm::Sha512, DigestAlgorithm::Sha384, DigestAlgorithm::Sha256];

/// What follows from a field's demands and wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Adopted {
    pub(crate) algorithm: SignatureAlgorithm,
    pub(crate) reason: Option<String>,
    /// The lock that the field demands of its signature.
    pub(crate) permit: Option<Permission>,
}

/// Judges everything but the certificate.
///
/// # Errors
/// [`Error::Demand`] with what the field demands and what was ordered.
pub(crate) fn adopt(field: Option<&EmptyField>, options: &Options) -> Result<Adopted, Error> {
    let mut adopted = Adopted { algorithm: options.algorithm, reason: options.reason.clone(), permit: None };
    let Some((field, seeds)) = field.and_then(|field| Some((field, field.seed_values.as_ref()?))) else {
        return Ok(adopted);
    };
    let judge = Judge { field: &field.name };
    let unmet = [
        (Demanded::Filter, required(&seeds.filter).filter(|filter| *filter != "Adobe.PPKLite").cloned()),
        (
            Demanded::SubFilter,
            required(&seeds.sub_filters)
                .filter(|formats| !formats.iter().any(|format| format == "ETSI.CAdES.detached"))
                .map(|formats| formats.join(", ")),
        ),
        (
            Demanded::Version,
            required(&seeds.version).filter(|version| **version > UNDERSTOOD).map(i64::to_string),
        ),
        (Demanded::Appearance, required(&seeds.appearance).cloned()),
        (Demanded::LegalAttestation, required(&seeds.legal_attestations).map(|all| all.join("; "))),
        (
            Demanded::RevocationInside,
            required(&seeds.add_revocation).filter(|inside| **inside).map(|_| String::new()),
        ),
        (
            Demanded::SignaturePolicy,
            seeds.certificate.as_ref().and_then(|certificate| certificate.signature_policy.clone()),
        ),
    ];
    if let Some((what, wanted)) = unmet.into_iter().find_map(|(what, wanted)| Some((what, wanted?))) {
        return Err(judge.unmet(what, wanted, String::new()));
    }
    if seeds.timestamp.as_ref().is_some_and(|timestamp| timestamp.required) && options.token_room.is_none() {
        return Err(judge.unmet(Demanded::Timestamp, String::new(), String::new()));
    }
    judge.kind(seeds.kind, options.certify)?;
    adopted.permit = judge.lock(seeds.lock_document.as_ref(), field.lock.as_ref(), options.certify)?;
    adopted.reason = judge.reason(seeds.reasons.as_ref(), options.reason.as_ref())?;
    adopted.algorithm = judge.digest(seeds.digests.as_ref(), options)?;
    Ok(adopted)
}

/// Judges the certificate that is to sign, with those that complete its path.
///
/// # Errors
/// [`Error::Demand`].
pub(crate) fn certificate(
    field: &EmptyField,
    signer: &Certificate,
    issuers: &[Certificate],
) -> Result<(), Error> {
    let Some(seeds) = field.seed_values.as_ref().and_then(|seeds| seeds.certificate.as_ref()) else {
        return Ok(());
    };
    let judge = Judge { field: &field.name };
    match unfit(seeds, signer, issuers) {
        Some((what, wanted, ordered)) => Err(judge.unmet(what, wanted, ordered)),
        None => Ok(()),
    }
}

struct Judge<'a> {
    field: &'a str,
}

impl Judge<'_> {
    fn unmet(&self, what: Demanded, wanted: String, ordered: String) -> Error {
        Error::Demand { field: self.field.to_owned(), what, wanted, ordered }
    }

    fn kind(&self, wanted: Option<SeedKind>, certify: Option<Permission>) -> Result<(), Error> {
        let ordered = certify.map_or(SeedKind::Approval, SeedKind::Certification);
        match wanted {
            Some(wanted) if wanted != ordered => {
                Err(self.unmet(Demanded::Kind, kind_name(wanted).into(), kind_name(ordered).into()))
            }
            _ => Ok(()),
        }
    }

    /// A document that has to be locked gets it said in the lock of the field, or by the certification that was ordered.
    fn lock(
        &self,
        wanted: Option<&Seed<LockDocument>>,
        lock: Option<&FieldLock>,
        certify: Option<Permission>,
    ) -> Result<Option<Permission>, Error> {
        let told = lock.and_then(|lock| lock.permission);
        let strictest = certify.into_iter().chain(told).min();
        let ordered = || strictest.map(permission_name).unwrap_or_default().to_owned();
        match wanted.filter(|seed| seed.required).map(|seed| seed.value) {
            Some(LockDocument::Lock) if strictest == Some(Permission::NoChanges) => Ok(None),
            Some(LockDocument::Lock) if certify.is_none() => Ok(Some(Permission::NoChanges)),
            Some(LockDocument::Lock) => {
                Err(self.unmet(Demanded::LockDocument, "no-changes".into(), ordered()))
            }
            Some(LockDocument::Leave) if strictest == Some(Permission::NoChanges) => {
                Err(self.unmet(Demanded::LockDocument, "form-filling".into(), ordered()))
            }
            _ => Ok(None),
        }
    }

    fn reason(
        &self,
        wanted: Option<&Seed<Vec<String>>>,
        ordered: Option<&String>,
    ) -> Result<Option<String>, Error> {
        let Some(seed) = wanted else { return Ok(ordered.cloned()) };
        // A single period says that there is to be none.
        let choice: Vec<&String> = seed.value.iter().filter(|_| seed.value != ["."]).collect();
        match (choice.as_slice(), ordered) {
            ([only], None) => Ok(Some((*only).clone())),
            (_, ordered) if !seed.required => Ok(ordered.cloned()),
            ([], None) => Ok(None),
            (choice, Some(ordered)) if choice.contains(&ordered) => Ok(Some(ordered.clone())),
            (_, ordered) => Err(self.unmet(
                Demanded::Reason,
                choice.iter().map(|reason| format!("“{reason}”")).collect::<Vec<_>>().join(", "),
                ordered.cloned().unwrap_or_default(),
            )),
        }
    }

    /// The algorithm with a digest that the field names.
    fn digest(
        &self,
        wanted: Option<&Seed<Vec<String>>>,
        options: &Options,
    ) -> Result<SignatureAlgorithm, Error> {
        let algorithm = options.algorithm;
        let Some(seed) = wanted else { return Ok(algorithm) };
        let names = |digest: DigestAlgorithm| seed.value.iter().any(|name| is_named(digest, name));
        if names(algorithm.digest()) {
            return Ok(algorithm);
        }
        match DIGESTS
            .into_iter()
            .find(|digest| options.other_digests && names(*digest))
            .and_then(|digest| with(algorithm, digest))
        {
            Some(algorithm) => Ok(algorithm),
            None if seed.required => {
                Err(self.unmet(Demanded::Digest, seed.value.join(", "), algorithm.digest().name().to_owned()))
            }
            None => Ok(algorithm),
        }
    }
}

/// What is wrong with a certificate: the demand, its figures and those of the certificate.
fn unfit(
    seeds: &SeedCertificate,
    signer: &Certificate,
    issuers: &[Certificate],
) -> Option<(Demanded, String, String)> {
    let subject = || seal::told(signer);
    let subjects = |ders: &[Vec<u8>]| {
        let names = ders.iter().filter_map(|der| Certificate::from_der(der).ok());
        names.map(|certificate| seal::told(&certificate)).collect::<Vec<_>>().join("; ")
    };
    if let Some(wanted) = required(&seeds.subjects)
        && !wanted.iter().any(|der| der == signer.der())
    {
        return Some((Demanded::Subject, subjects(wanted), subject()));
    }
    if let Some(wanted) = required(&seeds.subject_names) {
        let found = signer.subject().attributes;
        let missing = wanted.iter().find(|wanted| !found.iter().any(|found| is_attribute(wanted, found)));
        if let Some((name, value)) = missing {
            return Some((Demanded::SubjectName, format!("{name}={value}"), subject()));
        }
    }
    if let Some(wanted) = required(&seeds.issuers)
        && !wanted.iter().any(|der| is_issuer(der, signer, issuers))
    {
        return Some((Demanded::Issuer, subjects(wanted), signer.issuer().to_string()));
    }
    if let Some(wanted) = required(&seeds.policies) {
        let found: Vec<_> = signer.policies().iter().map(ToString::to_string).collect();
        if !wanted.iter().any(|policy| found.contains(policy)) {
            return Some((Demanded::Policy, wanted.join(", "), found.join(", ")));
        }
    }
    if let Some(wanted) = required(&seeds.key_usages) {
        let found = key_usage(signer);
        if !wanted.iter().any(|pattern| fits(pattern, &found)) {
            return Some((Demanded::KeyUsage, wanted.join(", "), found));
        }
    }
    None
}

fn required<T>(seed: &Option<Seed<T>>) -> Option<&T> {
    seed.as_ref().filter(|seed| seed.required).map(|seed| &seed.value)
}

const fn permission_name(permission: Permission) -> &'static str {
    match permission {
        Permission::NoChanges => "no-changes",
        Permission::FormFilling => "form-filling",
        Permission::Annotations => "annotations",
    }
}

/// In the words of the command line's `--certify`; an approval signature is without it.
const fn kind_name(kind: SeedKind) -> &'static str {
    match kind {
        SeedKind::Approval => "approval",
        SeedKind::Certification(permission) => permission_name(permission),
    }
}

/// `SHA256`, `SHA-256` and `sha256` are all written.
fn is_named(digest: DigestAlgorithm, name: &str) -> bool {
    let plain = |name: &str| name.replace(['-', '_'], "").to_ascii_uppercase();
    plain(digest.name()) == plain(name)
}

/// The same algorithm over another digest; nothing for one that chooses its own, or that we never make.
fn with(algorithm: SignatureAlgorithm, digest: DigestAlgorithm) -> Option<SignatureAlgorithm> {
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(_) => Some(SignatureAlgorithm::RsaPkcs1(digest)),
        SignatureAlgorithm::RsaPss(_) => {
            Some(SignatureAlgorithm::RsaPss(pki::PssParameters::standard(digest)))
        }
        SignatureAlgorithm::Ecdsa(_) => Some(SignatureAlgorithm::Ecdsa(digest)),
        SignatureAlgorithm::PlainEcdsa(_) | SignatureAlgorithm::Ed25519 | SignatureAlgorithm::Dsa(_) => None,
    }
}

/// Whether an attribute of a name is the one wanted. Names of attributes come short or dotted, in any case.
fn is_attribute((name, value): &(String, String), (found, found_value): &(String, String)) -> bool {
    const ALSO: [(&str, &str); 14] = [
        ("2.5.4.3", "CN"),
        ("2.5.4.4", "SN"),
        ("2.5.4.5", "serialNumber"),
        ("2.5.4.6", "C"),
        ("2.5.4.7", "L"),
        ("2.5.4.8", "ST"),
        ("2.5.4.10", "O"),
        ("2.5.4.11", "OU"),
        ("2.5.4.12", "title"),
        ("2.5.4.42", "GN"),
        ("2.5.4.97", "organizationIdentifier"),
        ("0.9.2342.19200300.100.1.25", "DC"),
        ("1.2.840.113549.1.9.1", "emailAddress"),
        ("E", "emailAddress"),
    ];
    let name =
        ALSO.iter().find(|(also, _)| also.eq_ignore_ascii_case(name)).map_or(name.as_str(), |all| all.1);
    name.eq_ignore_ascii_case(found) && value == found_value
}

/// Whether the certificate (DER) is one of the signer's issuers, or issued one of them.
fn is_issuer(der: &[u8], signer: &Certificate, issuers: &[Certificate]) -> bool {
    let Ok(wanted) = Certificate::from_der(der) else { return false };
    let path = std::iter::once(signer).chain(issuers);
    issuers.contains(&wanted) || path.into_iter().any(|below| below.is_issued_by(&wanted).is_ok())
}

/// The nine bits of the key usage, digitalSignature first.
fn key_usage(signer: &Certificate) -> String {
    let usage = signer.key_usage().unwrap_or_default();
    let bits = [
        usage.digital_signature,
        usage.non_repudiation,
        usage.key_encipherment,
        usage.data_encipherment,
        usage.key_agreement,
        usage.key_cert_sign,
        usage.crl_sign,
        usage.encipher_only,
        usage.decipher_only,
    ];
    bits.map(|bit| if bit { '1' } else { '0' }).into_iter().collect()
}

/// Table 235: `1` has to be set, `0` has not, anything else and what is missing does not matter.
fn fits(pattern: &str, found: &str) -> bool {
    pattern.chars().zip(found.chars()).all(|(wanted, found)| !matches!(wanted, '0' | '1') || wanted == found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use pdf::{SeedTimestamp, SeedValues};

    use super::*;

    fn must<T>(value: T) -> Option<Seed<T>> {
        Some(Seed { value, required: true })
    }

    fn may<T>(value: T) -> Option<Seed<T>> {
        Some(Seed { value, required: false })
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    fn field(seeds: SeedValues) -> EmptyField {
        EmptyField {
            name: "Buyer".into(),
            field: (1, 0),
            page: None,
            rect: None,
            alternate_name: None,
            required: false,
            lock: None,
            seed_values: Some(seeds),
            locked_by: None,
        }
    }

    fn options() -> Options {
        Options::new(SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256))
    }

    fn refused(seeds: SeedValues, options: &Options) -> Option<Demanded> {
        match adopt(Some(&field(seeds)), options) {
            Err(Error::Demand { what, .. }) => Some(what),
            _ => None,
        }
    }

    #[test]
    fn each_demand_that_cannot_be_met_is_refused_by_its_own_name() {
        let some = SeedValues::default;
        let cases = [
            (SeedValues { filter: must("Other.Handler".into()), ..some() }, Demanded::Filter),
            (
                SeedValues { sub_filters: must(words(&["adbe.pkcs7.detached"])), ..some() },
                Demanded::SubFilter,
            ),
            (SeedValues { version: must(4), ..some() }, Demanded::Version),
            (SeedValues { reasons: must(words(&["a", "b"])), ..some() }, Demanded::Reason),
            (SeedValues { legal_attestations: must(words(&["none"])), ..some() }, Demanded::LegalAttestation),
            (SeedValues { add_revocation: must(true), ..some() }, Demanded::RevocationInside),
            (SeedValues { digests: must(words(&["SHA1", "RIPEMD160"])), ..some() }, Demanded::Digest),
            (SeedValues { appearance: must("Stamp".into()), ..some() }, Demanded::Appearance),
            (
                SeedValues { kind: Some(SeedKind::Certification(Permission::FormFilling)), ..some() },
                Demanded::Kind,
            ),
            (
                SeedValues { timestamp: Some(SeedTimestamp { url: None, required: true }), ..some() },
                Demanded::Timestamp,
            ),
        ];
        for (seeds, demanded) in cases {
            assert_eq!(refused(seeds, &options()), Some(demanded));
        }
    }

    #[test]
    fn the_same_as_a_wish_is_no_obstacle() {
        let seeds = SeedValues {
            filter: may("Other.Handler".into()),
            sub_filters: may(words(&["adbe.pkcs7.detached"])),
            version: may(4),
            reasons: may(words(&["a", "b"])),
            legal_attestations: may(words(&["none"])),
            add_revocation: may(true),
            digests: may(words(&["SHA1"])),
            appearance: may("Stamp".into()),
            lock_document: may(LockDocument::Lock),
            timestamp: Some(SeedTimestamp { url: Some("http://tsa.test".into()), required: false }),
            ..SeedValues::default()
        };
        let adopted = adopt(Some(&field(seeds)), &options()).unwrap();
        assert_eq!(adopted, adopt(None, &options()).unwrap());
    }

    #[test]
    fn what_leaves_one_choice_is_followed() {
        let seeds = SeedValues {
            reasons: must(words(&["I approve"])),
            digests: may(words(&["SHA384", "SHA-512"])),
            lock_document: must(LockDocument::Lock),
            ..SeedValues::default()
        };
        let free = Options { other_digests: true, ..options() };
        let adopted = adopt(Some(&field(seeds)), &free).unwrap();
        assert_eq!(adopted.reason.as_deref(), Some("I approve"));
        assert_eq!(adopted.algorithm, SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha512));
        assert_eq!(adopted.permit, Some(Permission::NoChanges));
        let seeds = SeedValues { digests: must(words(&["SHA384"])), ..SeedValues::default() };
        assert_eq!(refused(seeds, &options()), Some(Demanded::Digest), "a signer with a digest of its own");
    }

    #[test]
    fn a_period_and_an_empty_list_forbid_a_reason() {
        let given = Options { reason: Some("because".into()), ..options() };
        for list in [words(&["."]), vec![]] {
            let seeds = || SeedValues { reasons: must(list.clone()), ..SeedValues::default() };
            assert_eq!(refused(seeds(), &given), Some(Demanded::Reason));
            assert_eq!(adopt(Some(&field(seeds())), &options()).unwrap().reason, None);
        }
    }

    #[test]
    fn key_usage_patterns_read_as_the_table_says() {
        assert!(fits("X1", "010000000") && fits("010000000X", "010000000") && fits("", "000000000"));
        assert!(!fits("1", "010000000") && !fits("X0", "010000000"));
    }
}
