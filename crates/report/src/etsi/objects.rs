//! The validation objects, TS 119 102-2 §4.4.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use validation::objects::{Object, ObjectKind};
use validation::report::{Conclusion, SignatureKind, TimestampReport};

use crate::etsi::{
    FILE, MOST, One, Whole, constraints, data_id, digest_element, sha256_element, status, uris,
};
use crate::xml::Xml;

/// Revocation lists up to this many bytes stand in the report in full; longer ones, by their digest: authorities that
/// revoke a lot have lists of megabytes, and one would be in the report of each of their signers.
const IN_FULL: usize = 256 << 10;

/// The identifier of the object at this place.
pub(crate) fn id(whole: &Whole<'_>, place: usize) -> Option<String> {
    let object = whole.objects.all.get(place)?;
    let letter = match object.kind {
        ObjectKind::Certificate => 'C',
        ObjectKind::Crl | ObjectKind::Ocsp => 'R',
        ObjectKind::Timestamp => 'T',
    };
    Some(format!("{letter}-{}", object.sha256))
}

pub(crate) fn write(xml: &mut Xml, whole: &Whole<'_>) {
    xml.inside("ValidationObject", &[("id", FILE)], |xml| {
        xml.text("ObjectType", uris::OTHER_OBJECT);
        xml.inside("ValidationObjectRepresentation", &[], |xml| {
            sha256_element(xml, &whole.report.document.sha256);
            xml.text("URI", &relative(whole.file));
        });
        existed(xml, whole, None);
    });
    for one in whole.each() {
        let Some(digest) = &one.objects.signed_digest else { continue };
        xml.inside("ValidationObject", &[("id", &data_id(one.number))], |xml| {
            xml.text("ObjectType", uris::SIGNED_DATA);
            xml.inside("ValidationObjectRepresentation", &[], |xml| digest_element(xml, digest));
            existed(xml, whole, Some(one));
        });
    }
    for (place, object) in whole.objects.all.iter().enumerate() {
        let Some(id) = id(whole, place) else { continue };
        xml.inside("ValidationObject", &[("id", &id)], |xml| {
            xml.text("ObjectType", uris::object_type(object.kind));
            xml.inside("ValidationObjectRepresentation", &[], |xml| represented(xml, object));
            existed(xml, whole, None);
            if object.kind == ObjectKind::Timestamp {
                timestamp(xml, whole, place);
            }
        });
    }
}

fn represented(xml: &mut Xml, object: &Object) {
    if object.kind != ObjectKind::Crl || object.der.len() <= IN_FULL {
        xml.text("base64", &STANDARD.encode(&object.der));
    }
    sha256_element(xml, &object.sha256);
}

/// What was seen exists now; what was signed exists since a time-stamp says so.
fn existed(xml: &mut Xml, whole: &Whole<'_>, signed: Option<One<'_>>) {
    let proven = signed.and_then(|one| one.signature.best_signature_time);
    xml.inside("POE", &[], |xml| {
        xml.text("POETime", &proven.unwrap_or(whole.report.validation_time).to_string());
        xml.text("TypeOfProof", uris::PROVEN_BY_VALIDATION);
    });
}

/// What a time-stamp proves, and how it was judged.
fn timestamp(xml: &mut Xml, whole: &Whole<'_>, place: usize) {
    let of = |one: &One<'_>| one.objects.timestamps.iter().any(|stamp| stamp.place == place);
    let Some(one) = whole.each().find(of) else { return };
    let time = one.objects.timestamps.iter().find(|stamp| stamp.place == place).and_then(|stamp| stamp.time);
    let judged = one.signature.timestamps.iter().find(|judged| Some(judged.time) == time);
    if let Some(judged) = judged.filter(|judged| judged.conclusion == Conclusion::PASSED) {
        proves(xml, whole, one, judged);
    }
    match (one.signature.kind, judged) {
        (SignatureKind::DocumentTimestamp, _) => xml.inside("ValidationReport", &[], |xml| {
            constraints::write(xml, whole, &one.signature.checks);
            status::of_stamp(xml, whole, one);
        }),
        (SignatureKind::Signature, Some(judged)) => xml.inside("ValidationReport", &[], |xml| {
            status::of_part(xml, judged.conclusion);
        }),
        (SignatureKind::Signature, None) => {}
    }
}

fn proves(xml: &mut Xml, whole: &Whole<'_>, stamp: One<'_>, judged: &TimestampReport) {
    let proven = |one: &One<'_>| match stamp.signature.kind {
        SignatureKind::Signature => one.number == stamp.number,
        SignatureKind::DocumentTimestamp => {
            one.number < stamp.number && one.signature.kind == SignatureKind::Signature
        }
    };
    xml.inside("POEProvisioning", &[], |xml| {
        xml.text("POETime", &judged.time.to_string());
        for one in whole.each().filter(proven).take(MOST) {
            xml.inside("SignatureReference", &[], |xml| xml.text("PAdESFieldName", &one.signature.field));
        }
    });
}

/// The name of a file as a relative reference (RFC 3986 §4.2): all but the plainest characters are escaped.
fn relative(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
