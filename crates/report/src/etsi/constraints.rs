//! The policy and every check as a constraint, TS 119 102-2 §4.3.5.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use validation::objects::DigestAlgorithm;
use validation::report::Check;

use crate::codes::code;
use crate::etsi::{Whole, digest_parts, objects, uris};
use crate::facts;
use crate::xml::Xml;

pub(crate) fn write(xml: &mut Xml, whole: &Whole<'_>, checks: &[Check]) {
    xml.inside("ValidationConstraintsEvaluationReport", &[], |xml| {
        policy(xml, whole);
        for check in checks {
            xml.inside("ValidationConstraint", &[], |xml| constraint(xml, whole, check));
        }
    });
}

/// A policy is what its hash says (RFC 6920); its name is for people.
fn policy(xml: &mut Xml, whole: &Whole<'_>) {
    let policy = &whole.report.policy;
    let hash = hex::decode(&policy.hash).unwrap_or_default();
    xml.inside("SignatureValidationPolicy", &[], |xml| {
        xml.inside("SignaturePolicyIdentifier", &[], |xml| {
            xml.inside("xades:SignaturePolicyId", &[], |xml| {
                xml.inside("xades:SigPolicyId", &[], |xml| {
                    let name = format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(&hash));
                    xml.text("xades:Identifier", &name);
                });
                xml.inside("xades:SigPolicyHash", &[], |xml| {
                    digest_parts(xml, DigestAlgorithm::Sha256, &hash);
                });
            });
        });
        xml.text("PolicyName", &policy.name);
    });
}

fn constraint(xml: &mut Xml, whole: &Whole<'_>, check: &Check) {
    let name = code(&check.question);
    xml.text("ValidationConstraintIdentifier", &format!("urn:pitser:constraint:{name}"));
    xml.inside("ConstraintStatus", &[], |xml| xml.text("Status", uris::constraint_status(check.answer)));
    if let Some(indication) = uris::constraint_indication(check.answer) {
        xml.inside("ValidationStatus", &[], |xml| {
            xml.text("MainIndication", indication);
            figures(xml, whole, check);
        });
    }
    let said = format!("{} {}", facts::question(check, whole.words), facts::answer(check, whole.words));
    xml.text("Indications", &said);
}

/// The objects that the answer rests on, the clause, and what was found.
fn figures(xml: &mut Xml, whole: &Whole<'_>, check: &Check) {
    let clause = ("clause", &*check.clause);
    xml.inside("AssociatedValidationReportData", &[], |xml| {
        let places = check.evidence.iter().filter_map(|used| whole.objects.place(&used.sha256));
        for object in places.filter_map(|place| objects::id(whole, place)) {
            xml.empty("RelatedValidationObject", &[("VOReference", &object)]);
        }
        xml.inside("AdditionalValidationReportData", &[], |xml| {
            for (name, value) in std::iter::once(clause).chain(check.detail.iter()) {
                xml.inside("ReportData", &[], |xml| {
                    xml.text("Type", &format!("urn:pitser:figure:{}", uri_part(name)));
                    xml.text("Value", value);
                });
            }
        });
    });
}

/// What is left of a name in a URI.
fn uri_part(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
