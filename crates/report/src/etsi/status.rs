//! Indications and what they rest on, TS 119 102-2 §4.3.4 and §4.3.12.

use validation::objects::Time;
use validation::report::{Answer, Conclusion, Question, SignatureReport};

use crate::etsi::{One, Whole, data_id, objects, uris};
use crate::xml::Xml;

/// The status of a signature, with its chain and its algorithm.
pub(crate) fn of_signature(xml: &mut Xml, whole: &Whole<'_>, one: One<'_>) {
    let main = uris::main_indication(one.signature.conclusion.indication);
    full(xml, whole, one, main);
}

/// The status of a document time-stamp.
pub(crate) fn of_stamp(xml: &mut Xml, whole: &Whole<'_>, one: One<'_>) {
    let main = uris::part_indication(one.signature.conclusion.indication);
    full(xml, whole, one, main);
}

/// The status of a time-stamp inside a signature.
pub(crate) fn of_part(xml: &mut Xml, conclusion: Conclusion) {
    xml.inside("SignatureValidationStatus", &[], |xml| {
        indications(xml, uris::part_indication(conclusion.indication), conclusion);
    });
}

fn indications(xml: &mut Xml, main: &str, conclusion: Conclusion) {
    xml.text("MainIndication", main);
    if let Some(sub_indication) = conclusion.sub_indication {
        xml.text("SubIndication", &uris::sub_indication(sub_indication));
    }
}

fn full(xml: &mut Xml, whole: &Whole<'_>, one: One<'_>, main: &str) {
    xml.inside("SignatureValidationStatus", &[], |xml| {
        indications(xml, main, one.signature.conclusion);
        let chain: Vec<String> =
            one.objects.chain.iter().filter_map(|place| objects::id(whole, *place)).collect();
        let crypto = algorithm(one);
        if chain.is_empty() && crypto.is_none() {
            return;
        }
        xml.inside("AssociatedValidationReportData", &[], |xml| {
            chain_parts(xml, one, &chain);
            if let Some(signer) = chain.first() {
                revocation(xml, one.signature, signer);
            }
            if let Some((uri, secure)) = crypto {
                xml.inside("CryptoInformation", &[], |xml| {
                    xml.empty("ValidationObjectId", &[("VOReference", &data_id(one.number))]);
                    xml.text("Algorithm", &uri);
                    xml.text("SecureAlgorithm", if secure { "true" } else { "false" });
                });
            }
        });
    });
}

fn chain_parts(xml: &mut Xml, one: One<'_>, chain: &[String]) {
    let Some((signer, above)) = chain.split_first() else { return };
    let anchor = if one.objects.anchored { chain.last() } else { None };
    if let Some(anchor) = anchor {
        xml.empty("TrustAnchor", &[("VOReference", anchor)]);
    }
    xml.inside("CertificateChain", &[], |xml| {
        xml.empty("SigningCertificate", &[("VOReference", signer)]);
        for certificate in above.iter().filter(|certificate| Some(*certificate) != anchor) {
            xml.empty("IntermediateCertificate", &[("VOReference", certificate)]);
        }
        if let Some(anchor) = anchor {
            xml.empty("TrustAnchor", &[("VOReference", anchor)]);
        }
    });
}

/// Since when the signing certificate is revoked.
fn revocation(xml: &mut Xml, signature: &SignatureReport, signer: &str) {
    let about = signature.checks.iter().filter(|check| check.question == Question::SignerRevocation);
    let since = about.filter_map(|check| check.detail.get("revoked")?.parse::<Time>().ok()).next();
    let Some(since) = since else { return };
    xml.inside("RevocationStatusInformation", &[], |xml| {
        xml.empty("ValidationObjectId", &[("VOReference", signer)]);
        xml.text("RevocationTime", &since.to_string());
    });
}

/// The algorithm of the value, and whether the policy takes it for strong.
fn algorithm(one: One<'_>) -> Option<(String, bool)> {
    one.objects.signed_digest.as_ref()?;
    let uri = uris::signature_algorithm(one.objects.algorithm?)?;
    let judged = one.signature.checks.iter().find(|check| check.question == Question::Algorithms)?;
    match judged.answer {
        Answer::Passed => Some((uri, true)),
        Answer::Failed | Answer::Indeterminate | Answer::Warning | Answer::Information => Some((uri, false)),
        Answer::NotApplicable | Answer::NotJudged => None,
    }
}
