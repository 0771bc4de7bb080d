//! A report as XML by ETSI TS 119 102-2 v1.4.1, for archives and for other validators.
//!
//! One document for each file. Certificates, time-stamps and revocation data stand in it as validation objects, so that
//! whoever has the file and this report can come to the same conclusion again. What the standard leaves open is in
//! elements of our own under `urn:pitser:report:1`.

mod attributes;
mod constraints;
mod objects;
mod status;
mod uris;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use validation::objects::{Digest, DigestAlgorithm, Objects, SignatureObjects};
use validation::report::{Missing, Report, SignatureKind, SignatureReport};

use crate::codes::code;
use crate::facts;
use crate::words::Words;
use crate::xml::Xml;

/// Writes the report about the document called `file`.
///
/// `objects` are those of the same validation: [`validation::objects::objects`].
pub fn write(report: &Report, objects: &Objects, file: &str, words: &Words) -> Vec<u8> {
    let whole = Whole { report, objects, file, words };
    let mut xml = Xml::new();
    let namespaces = [
        ("xmlns", uris::REPORT),
        ("xmlns:ds", uris::XML_SIGNATURE),
        ("xmlns:xades", uris::XADES),
        ("xmlns:tsl", uris::TRUSTED_LIST),
        ("xmlns:pitser", uris::OWN),
    ];
    xml.inside("ValidationReport", &namespaces, |xml| {
        whole.signatures(xml);
        xml.inside("SignatureValidationObjects", &[], |xml| objects::write(xml, &whole));
        xml.inside("SignatureValidator", &[], |xml| whole.validator(xml));
    });
    xml.finish()
}

/// The most references from one thing to others of its kind: a report on a file with a thousand signatures must not grow
/// with their square.
const MOST: usize = 50;

/// Everything that the parts of the document refer to.
pub(crate) struct Whole<'a> {
    report: &'a Report,
    objects: &'a Objects,
    file: &'a str,
    words: &'a Words,
}

/// One signature, and its number among those of the report, from 0.
#[derive(Clone, Copy)]
pub(crate) struct One<'a> {
    number: usize,
    signature: &'a SignatureReport,
    objects: &'a SignatureObjects,
}

impl<'a> Whole<'a> {
    /// Signatures and document time-stamps with their objects.
    fn each(&self) -> impl Iterator<Item = One<'a>> {
        static NOTHING: std::sync::LazyLock<SignatureObjects> =
            std::sync::LazyLock::new(SignatureObjects::default);
        let objects = self.objects;
        self.report.signatures.iter().enumerate().map(move |(number, signature)| One {
            number,
            signature,
            objects: objects.signatures.get(number).unwrap_or(&*NOTHING),
        })
    }

    /// Document time-stamps that came after a signature, and so are over it.
    fn stamps_over(&self, one: One<'a>) -> impl Iterator<Item = One<'a>> {
        let stamps = self.each().filter(|other| other.signature.kind == SignatureKind::DocumentTimestamp);
        stamps.filter(move |other| other.number > one.number && one.objects.byte_range.is_some())
    }

    fn signatures(&self, xml: &mut Xml) {
        let signers = self.each().filter(|one| one.signature.kind == SignatureKind::Signature);
        for one in signers {
            xml.inside("SignatureValidationReport", &[], |xml| self.signature(xml, one));
        }
        if self.report.signers() == 0 {
            xml.inside("SignatureValidationReport", &[], |xml| {
                constraints::write(xml, self, &[]);
                xml.inside("SignatureValidationStatus", &[], |xml| {
                    xml.text("MainIndication", uris::NO_SIGNATURE);
                });
            });
        }
    }

    fn signature(&self, xml: &mut Xml, one: One<'a>) {
        self.identifier(xml, one);
        constraints::write(xml, self, &one.signature.checks);
        self.time(xml, one);
        signers_document(xml, one);
        attributes::write(xml, self, one);
        self.signer(xml, one);
        xml.inside("SignatureValidationProcess", &[], |xml| {
            xml.text("SignatureValidationProcessID", uris::process(one.signature.level));
        });
        status::of_signature(xml, self, one);
        xml.inside("OtherInformation", &[], |xml| {
            xml.text("pitser:Field", &one.signature.field);
            if let Some(level) = one.signature.level {
                xml.text("pitser:Level", &level.to_string());
            }
            xml.text(
                "pitser:CoversWholeFile",
                if one.signature.covers_whole_file { "true" } else { "false" },
            );
        });
    }

    fn identifier(&self, xml: &mut Xml, one: One<'_>) {
        xml.inside("SignatureIdentifier", &[("id", &signature_id(one.number))], |xml| {
            if let Some(digest) = &one.objects.to_be_signed {
                digest_element(xml, digest);
            }
            if let Some(value) = &one.objects.value {
                xml.text("ds:SignatureValue", &STANDARD.encode(value));
            }
            xml.text("HashOnly", "false");
            xml.text("DocHashOnly", "false");
        });
    }

    fn time(&self, xml: &mut Xml, one: One<'a>) {
        let proven = one.signature.best_signature_time;
        let proof = proven.and_then(|time| {
            let inside = one.objects.timestamps.iter();
            let over = self.stamps_over(one).flat_map(|stamp| &stamp.objects.timestamps);
            inside.chain(over).find(|stamp| stamp.time == Some(time))
        });
        xml.inside("ValidationTimeInfo", &[], |xml| {
            xml.text("ValidationTime", &self.report.validation_time.to_string());
            xml.inside("BestSignatureTime", &[], |xml| {
                // EN 319 102-1 §5.5.4: what nothing proves to be older exists since now.
                let time = proven.unwrap_or(self.report.validation_time);
                xml.text("POETime", &time.to_string());
                xml.text("TypeOfProof", uris::PROVEN_BY_VALIDATION);
                if let Some(object) = proof.and_then(|stamp| objects::id(self, stamp.place)) {
                    xml.empty("POEObject", &[("VOReference", &object)]);
                }
            });
        });
    }

    fn signer(&self, xml: &mut Xml, one: One<'_>) {
        let certificate = one.objects.chain.first().and_then(|place| objects::id(self, *place));
        let (Some(signer), Some(certificate)) = (&one.signature.signer, certificate) else { return };
        let pseudonym: &[(&str, &str)] = if signer.pseudonym { &[("Pseudonym", "true")] } else { &[] };
        xml.inside("SignerInformation", pseudonym, |xml| {
            xml.empty("SignerCertificate", &[("VOReference", &certificate)]);
            xml.text("Signer", &signer.name);
        });
    }

    /// In what state the file is, and what is missing.
    fn document(&self, xml: &mut Xml) {
        let document = &self.report.document;
        for line in facts::state(self.report, self.words) {
            xml.text("pitser:FileState", &line);
        }
        for line in facts::earlier(self.report, self.words) {
            xml.text("pitser:JudgedAgain", &line);
        }
        if let Some(fault) = &document.repaired {
            let cut_off = if document.cut_off { "true" } else { "false" };
            xml.attributed("pitser:Repaired", &[("cutOff", cut_off)], fault);
        }
        if document.unaccounted_bytes > 0 {
            xml.text("pitser:UnaccountedBytes", &document.unaccounted_bytes.to_string());
        }
        self.report.missing.iter().for_each(|one| missing(xml, one));
    }

    /// The program, and what it trusted.
    fn validator(&self, xml: &mut Xml) {
        let program = format!("{} {}", self.report.program.name, self.report.program.version);
        // A program has no certificate.
        xml.inside("DigitalId", &[], |xml| xml.text("tsl:Other", &program));
        xml.inside("OtherInformation", &[], |xml| {
            xml.text("pitser:Program", &self.report.program.name);
            xml.text("pitser:Version", &self.report.program.version);
            let test = if self.report.trust.test { "true" } else { "false" };
            self.document(xml);
            xml.inside("pitser:Trust", &[("source", &self.report.trust.name), ("test", test)], |xml| {
                for anchor in &self.report.trust.anchors {
                    xml.text("pitser:AnchorSHA256", anchor);
                }
            });
        });
    }
}

/// A piece of proof that could change what is undetermined, and where it may be had.
fn missing(xml: &mut Xml, missing: &Missing) {
    let about = [("piece", &*code(&missing.piece)), ("certificateSHA256", &missing.certificate)];
    xml.inside("pitser:Missing", &about, |xml| {
        let ways = [
            ("pitser:Issuer", &missing.issuers),
            ("pitser:OCSP", &missing.ocsp),
            ("pitser:CRL", &missing.crls),
        ];
        for (way, urls) in ways {
            urls.iter().for_each(|url| xml.text(way, url));
        }
    });
}

/// What was signed, by digest.
fn signers_document(xml: &mut Xml, one: One<'_>) {
    let Some(digest) = &one.objects.signed_digest else { return };
    xml.inside("SignersDocument", &[], |xml| {
        digest_element(xml, digest);
        xml.empty("SignersDocumentRepresentation", &[("VOReference", &data_id(one.number))]);
        xml.empty("SignersDocumentRef", &[("VOReference", FILE)]);
    });
}

/// The identifier of the whole file.
const FILE: &str = "F";

fn signature_id(number: usize) -> String {
    format!("S-{}", number.saturating_add(1))
}

/// The identifier of the bytes that a signature is over.
fn data_id(number: usize) -> String {
    format!("D-{}", number.saturating_add(1))
}

fn digest_element(xml: &mut Xml, digest: &Digest) {
    xml.inside("DigestAlgAndValue", &[], |xml| digest_parts(xml, digest.algorithm, &digest.value));
}

fn digest_parts(xml: &mut Xml, algorithm: DigestAlgorithm, value: &[u8]) {
    xml.empty("ds:DigestMethod", &[("Algorithm", uris::digest(algorithm))]);
    xml.text("ds:DigestValue", &STANDARD.encode(value));
}

/// SHA-256 that is known as hex.
fn sha256_element(xml: &mut Xml, hex_digest: &str) {
    xml.inside("DigestAlgAndValue", &[], |xml| {
        digest_parts(xml, DigestAlgorithm::Sha256, &hex::decode(hex_digest).unwrap_or_default());
    });
}
