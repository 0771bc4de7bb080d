//! What a signature says of itself, TS 119 102-2 §4.3.8 and annex A.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use validation::objects::{DigestAlgorithm, ObjectKind, Stamp};

use crate::etsi::{MOST, One, Whole, digest_parts, objects};
use crate::xml::Xml;

const SIGNED: &[(&str, &str)] = &[("Signed", "true")];
const UNSIGNED: &[(&str, &str)] = &[("Signed", "false")];

/// The year 1, in seconds.
const FIRST_YEAR: i64 = -62_135_596_800;

/// How many pieces of the store are referred to; all of them stand among the objects.
const STORED: usize = 500;

pub(crate) fn write<'a>(xml: &mut Xml, whole: &Whole<'a>, one: One<'a>) {
    // The schema wants at least one; what has neither dictionary nor CMS has none.
    let objects = one.objects;
    if objects.sub_filter.is_none() && objects.value.is_none() && one.signature.claimed_time.is_none() {
        return;
    }
    xml.inside("SignatureAttributes", &[], |xml| {
        // The year 0 cannot be written there.
        if let Some(time) = one.signature.claimed_time.filter(|time| time.unix_seconds() >= FIRST_YEAR) {
            xml.inside("SigningTime", SIGNED, |xml| xml.text("Time", &time.to_string()));
        }
        signing_certificate(xml, whole, one);
        if let Some(digest) = &objects.message_digest {
            xml.inside("MessageDigest", SIGNED, |xml| xml.text("Digest", &STANDARD.encode(digest)));
        }
        if let Some(policy) = &objects.policy {
            xml.inside("SigPolicyIdentifier", SIGNED, |xml| {
                xml.text("SigPolicyId", &format!("urn:oid:{policy}"));
            });
        }
        if let Some(place) = &objects.location {
            xml.inside("SignatureProductionPlace", SIGNED, |xml| xml.text("AddressString", place));
        }
        let stated = [
            ("Reason", "ReasonElement", &objects.reason),
            ("Name", "NameElement", &objects.name),
            ("SubFilter", "SubFilterElement", &objects.sub_filter),
        ];
        for (attribute, element, value) in stated {
            if let Some(value) = value {
                xml.inside(attribute, SIGNED, |xml| xml.text(element, value));
            }
        }
        if let Some(range) = objects.byte_range {
            xml.text("ByteRange", &range.map(|number| number.to_string()).join(" "));
        }
        if let Some(filter) = &objects.filter {
            xml.inside("Filter", &[], |xml| xml.text("Filter", filter));
        }
        for stamp in &objects.timestamps {
            timestamp(xml, whole, "SignatureTimeStamp", *stamp);
        }
        // What is the same for all signatures stands in full with the first ones only.
        if one.number < MOST {
            store(xml, whole, &whole.objects.stored);
        }
        for stamp in whole.stamps_over(one).flat_map(|over| &over.objects.timestamps).take(MOST) {
            timestamp(xml, whole, "DocTimeStamp", *stamp);
        }
    });
}

fn signing_certificate(xml: &mut Xml, whole: &Whole<'_>, one: One<'_>) {
    let Some(signer) = &one.signature.signer else { return };
    let object = one.objects.chain.first().and_then(|place| objects::id(whole, *place));
    xml.inside("SigningCertificate", SIGNED, |xml| {
        if let Some(object) = object {
            xml.empty("AttributeObject", &[("VOReference", &object)]);
        }
        xml.inside("CertID", &[], |xml| {
            let digest = hex::decode(&signer.certificate).unwrap_or_default();
            digest_parts(xml, DigestAlgorithm::Sha256, &digest);
        });
    });
}

fn timestamp(xml: &mut Xml, whole: &Whole<'_>, name: &str, stamp: Stamp) {
    let (Some(time), Some(object)) = (stamp.time, objects::id(whole, stamp.place)) else { return };
    xml.inside(name, UNSIGNED, |xml| {
        xml.empty("AttributeObject", &[("VOReference", &object)]);
        xml.text("TimeStampValue", &time.to_string());
    });
}

/// The document's security store (EN 319 142-1 §5.4).
fn store(xml: &mut Xml, whole: &Whole<'_>, stored: &[usize]) {
    if stored.is_empty() {
        return;
    }
    xml.inside("DSS", UNSIGNED, |xml| {
        let kinds =
            [("Certs", ObjectKind::Certificate), ("CRLs", ObjectKind::Crl), ("OCSPs", ObjectKind::Ocsp)];
        for (name, kind) in kinds {
            let of_kind = stored
                .iter()
                .take(STORED)
                .filter(|place| whole.objects.all.get(**place).is_some_and(|object| object.kind == kind));
            let ids: Vec<String> = of_kind.filter_map(|place| objects::id(whole, *place)).collect();
            if !ids.is_empty() {
                xml.empty(name, &[("VOReference", &ids.join(" "))]);
            }
        }
    });
}
