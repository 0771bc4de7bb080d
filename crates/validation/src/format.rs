//! Format checking, EN 319 102-1 §5.2.2, with the requirements of PAdES baseline (EN 319 142-1 §6.3).

use std::sync::Arc;

use ades::{DocumentFacts, SignatureFacts};
use pki::cms::{SignedData, SignerInfo};

use crate::cause::Cause;
use crate::checks::Checks;
use crate::contents::Held;
use crate::policy::Level;
use crate::report::{Question, SubIndication};
use crate::sight::Sight;

const FC: &str = "EN 319 102-1 §5.2.2";
const PADES: &str = "EN 319 142-1 §6.3";
const ID_DATA: &str = "1.2.840.113549.1.7.1";
/// `signature-time-stamp`, the one unsigned attribute that is judged.
const SIGNATURE_TIMESTAMP: &str = "1.2.840.113549.1.9.16.2.14";

const ISO: &str = "ISO 32000-1 §7.5";

/// Whether the file is what it says. In one that had to be repaired, which objects are there and which the signature
/// covers is this reader's guess, and another's may differ: no evidence decides that, so nothing in it is valid.
pub(crate) fn file_structure(checks: &mut Checks, document: &DocumentFacts) {
    match &document.repaired {
        None => checks.passed(Question::FileStructure, ISO, &[]),
        Some(fault) => {
            let detail = [("fault", fault.clone())];
            checks.indeterminate(Question::FileStructure, ISO, SubIndication::SigConstraintsFailure, &detail);
            let damage: Vec<Sight> = document.damage.iter().map(Sight::later).collect();
            checks.shows(Question::FileStructure, &damage);
        }
    }
}

/// A signature whose structure holds: exactly one signer, over detached data.
pub(crate) struct Formed {
    pub cms: Arc<SignedData>,
    pub signer: SignerInfo,
    /// Has the form of PAdES baseline B.
    pub baseline: bool,
}

/// Reads the structure. `None`: there is nothing on which other questions could be asked.
pub(crate) fn check(
    checks: &mut Checks,
    facts: &SignatureFacts,
    held: &Held,
    document: &DocumentFacts,
) -> Option<Formed> {
    dictionary(checks, facts);
    byte_range(checks, facts);
    let cms = match held {
        Ok(cms) => Arc::clone(cms),
        Err(fault) => {
            let detail = [("contents", fault.to_string())];
            checks.failed(Question::CmsFormat, FC, SubIndication::FormatFailure, &detail);
            checks.because(std::slice::from_ref(fault));
            return None;
        }
    };
    let (faults, departures) = faults(&cms, document.encrypted);
    let signer = cms.signer_infos.first().filter(|_| cms.signer_infos.len() == 1).cloned();
    if !faults.is_empty() {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        checks.failed(
            Question::CmsFormat,
            PADES,
            SubIndication::FormatFailure,
            &[("faults", told.join("; "))],
        );
        checks.because(&faults);
    }
    let signer = signer?;
    let strange = strange_attributes(&signer);
    if faults.is_empty() {
        if !departures.is_empty() {
            let told: Vec<String> = departures.iter().map(ToString::to_string).collect();
            let (why, detail) = (SubIndication::SigConstraintsFailure, [("faults", told.join("; "))]);
            checks.constrained(Question::CmsFormat, PADES, Level::Warn, why, &detail);
            checks.because(&departures);
        } else if strange.is_empty() {
            checks.passed(Question::CmsFormat, PADES, &[("bytes", cms.encoded_len.to_string())]);
        } else {
            let detail = [("unsigned-attributes", strange.join(", "))];
            checks.indeterminate(Question::CmsFormat, PADES, SubIndication::SigConstraintsFailure, &detail);
        }
    }
    let baseline = faults.is_empty() && departures.is_empty() && is_baseline(facts, &signer);
    Some(Formed { cms, signer, baseline })
}

fn dictionary(checks: &mut Checks, facts: &SignatureFacts) {
    let named = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".into());
    let detail = [("filter", named(&facts.filter)), ("sub-filter", named(&facts.sub_filter))];
    let readable = matches!(facts.sub_filter.as_deref(), Some("ETSI.CAdES.detached" | "adbe.pkcs7.detached"));
    if facts.altered_later || !readable {
        checks.failed(Question::SignatureDictionary, PADES, SubIndication::FormatFailure, &detail);
    } else {
        checks.passed(Question::SignatureDictionary, PADES, &detail);
    }
}

/// `/ByteRange` and the hole, EN 319 142-1 §5.2 and ISO 32000-1 §12.8.1.
pub(crate) fn byte_range(checks: &mut Checks, facts: &SignatureFacts) {
    match &facts.byte_range {
        Ok([_, hole, after, length]) => {
            let detail = [("signed", format!("0–{hole}, {after}–{}", after.saturating_add(*length)))];
            checks.passed(Question::ByteRange, PADES, &detail);
        }
        Err(fault) => {
            let cause = Cause::from(fault);
            let detail = [("fault", cause.to_string())];
            checks.failed(Question::ByteRange, PADES, SubIndication::FormatFailure, &detail);
            checks.because(&[cause]);
        }
    }
    if facts.hole_matches && facts.hole_is_own {
        checks.passed(Question::ContentsHole, PADES, &[]);
    } else {
        checks.failed(Question::ContentsHole, PADES, SubIndication::FormatFailure, &[]);
    }
}

/// What is wrong with the CMS as PAdES wants it (EN 319 142-1 §6.3, RFC 5652 §5); and what merely departs from the baseline: that
/// is no form in which the signature could not be checked.
fn faults(cms: &SignedData, is_encrypted: bool) -> (Vec<Cause>, Vec<Cause>) {
    let (mut faults, mut departures) = (Vec::new(), Vec::new());
    if !cms.crls.is_empty() || !cms.ocsp.is_empty() {
        departures.push(Cause::RevocationInside);
    }
    // Some encrypt the room with the document, and put the CMS over its beginning.
    if !cms.padding_is_zero && is_encrypted {
        departures.push(Cause::Padding);
    }
    // Nothing hangs on a version that leaves revocation data out of account, and other programs pass over it.
    let is_for_the_rest = cms.version == cms.due_version_without_revocations();
    if is_for_the_rest && cms.version != cms.due_version() {
        departures.push(Cause::Version);
    }
    let mut require = |holds: bool, fault: Cause| faults.extend((!holds).then_some(fault));
    require(cms.padding_is_zero || is_encrypted, Cause::Padding);
    require(cms.signer_infos.len() == 1, Cause::Signers);
    require(cms.econtent.is_none(), Cause::ContentInside);
    require(cms.unreadable_certificates == 0, Cause::CertificateUnreadable);
    require(cms.econtent_type.to_string() == ID_DATA, Cause::ContentType);
    require(is_for_the_rest || cms.version == cms.due_version(), Cause::Version);
    for signer in &cms.signer_infos {
        let is_announced = cms.digest_algorithms.contains(&signer.digest_algorithm);
        // That it is none that we compute is for the constraints on algorithms to tell.
        let is_read = signer.digest_algorithm.as_ref().err().is_none_or(pki::Error::is_unsupported);
        require(is_read && is_announced, Cause::AnnouncedAlgorithm);
        if is_announced && cms.digest_algorithms.len() > 1 {
            departures.push(Cause::AnnouncedAlgorithm);
        }
        match &signer.signed_attributes {
            Some(attributes) => {
                require(attributes.in_der_order, Cause::AttributeOrder);
                require(attributes.duplicates.is_empty(), Cause::AttributeTwice);
                require(
                    attributes.content_type.is_some_and(|oid| oid.to_string() == ID_DATA),
                    Cause::AttributeContentType,
                );
            }
            None => require(false, Cause::NoAttributes),
        }
    }
    (faults, departures)
}

fn strange_attributes(signer: &SignerInfo) -> Vec<String> {
    let oids = signer.unsigned.iter().map(|(oid, _)| oid.to_string());
    oids.filter(|oid| oid != SIGNATURE_TIMESTAMP).collect()
}

fn is_baseline(facts: &SignatureFacts, signer: &SignerInfo) -> bool {
    facts.sub_filter.as_deref() == Some("ETSI.CAdES.detached")
        && facts.claimed_time.is_some()
        && !facts.has_cert_entry
        && signer.signed_attributes.as_ref().is_some_and(|attributes| attributes.signing_time.is_none())
}
