//! A whole CAdES signature that a service made (CSC API §11.10 `signDoc`, format C): checked against what was prepared,
//! then embedded as it is.

use pki::cms::{SignedAttributes, SignedData, SignerInfo};
use pki::{Certificate, DigestAlgorithm};

use crate::document::Document;
use crate::error::{Error, Unfit};
use crate::prepared::Prepared;
use crate::seal;
use crate::second_reader;

const ID_DATA: &str = "1.2.840.113549.1.7.1";

impl Prepared {
    /// Checks a whole CAdES signature against what was prepared, and embeds it.
    ///
    /// Detached, in DER, one signer, content type id-data, over this document, by the certificate it was prepared for,
    /// which signing-certificate or signing-certificate-v2 names, by the algorithm it was prepared for, without signing-time.
    ///
    /// # Errors
    /// [`Error::Unfit`] with the reason; [`Error::Pdf`] when the room does not suffice.
    pub fn finish_with_cades(self, cms: &[u8]) -> Result<Document, Error> {
        self.accepts(cms)?;
        self.embed(cms)
    }

    /// Checks the same without embedding it.
    ///
    /// # Errors
    /// [`Error::Unfit`] with the reason.
    pub fn accepts(&self, cms: &[u8]) -> Result<(), Error> {
        let signer = one_signer(cms)?;
        check(self, &signer.0, &signer.1)?;
        second_reader::agrees(cms, self.signer()).map_err(|error| match error {
            Error::SecondReader { what } => Unfit::NotDer { what }.into(),
            other => other,
        })
    }
}

fn one_signer(cms: &[u8]) -> Result<(SignedData, SignerInfo), Unfit> {
    let signed = SignedData::parse(cms).map_err(Unfit::NotSignedData)?;
    if signed.encoded_len != cms.len() {
        return Err(Unfit::Trailing { expected: signed.encoded_len, found: cms.len() });
    }
    if signed.econtent.is_some() || signed.econtent_type.to_string() != ID_DATA {
        return Err(Unfit::NotDetached);
    }
    match signed.signer_infos.as_slice() {
        [signer] => Ok((signed.clone(), signer.clone())),
        several => Err(Unfit::Signers { found: several.len() }),
    }
}

fn check(prepared: &Prepared, signed: &SignedData, signer: &SignerInfo) -> Result<(), Error> {
    let attributes = attributes(signer)?;
    let algorithm = signer.digest_algorithm.clone().map_err(Unfit::Value)?;
    same_document(prepared, attributes, algorithm)?;
    let certificate = named(signed, signer, attributes).ok_or(Unfit::NoCertificate)?;
    if certificate != prepared.signer() {
        return Err(Unfit::OtherSigner { found: seal::told(certificate) }.into());
    }
    let found = signer.signature_algorithm.clone().map_err(Unfit::Value)?;
    if found != *prepared.algorithm() {
        return Err(Unfit::Algorithm { expected: *prepared.algorithm(), found }.into());
    }
    let digest = attributes.message_digest.as_deref().unwrap_or_default();
    signer.verify(certificate, digest).map_err(Unfit::Value)?;
    Ok(())
}

fn attributes(signer: &SignerInfo) -> Result<&SignedAttributes, Unfit> {
    let missing = Unfit::Attributes { what: "missing" };
    let attributes = signer.signed_attributes.as_ref().ok_or(missing)?;
    let wrong = [
        (!attributes.duplicates.is_empty(), "one stands twice"),
        (!attributes.in_der_order, "not in the order of DER"),
        (attributes.content_type.is_none_or(|oid| oid.to_string() != ID_DATA), "content-type is not id-data"),
        (
            !attributes.signing_certificate_v1.is_empty(),
            "signing-certificate, whose digest is SHA-1, where signing-certificate-v2 has to be",
        ),
    ];
    match wrong.into_iter().find(|(is, _)| *is) {
        Some((_, what)) => Err(Unfit::Attributes { what }),
        None if attributes.signing_time.is_some() => Err(Unfit::SigningTime),
        None => Ok(attributes),
    }
}

fn same_document(
    prepared: &Prepared,
    attributes: &SignedAttributes,
    algorithm: DigestAlgorithm,
) -> Result<(), Error> {
    let expected = prepared.document_digest(algorithm)?;
    let found = attributes.message_digest.clone().unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Err(Unfit::OtherDocument { expected: hex(&expected), found: hex(&found) }.into())
}

/// The certificate inside that the signed attributes and the signer's identifier name.
fn named<'a>(
    signed: &'a SignedData,
    signer: &SignerInfo,
    attributes: &SignedAttributes,
) -> Option<&'a Certificate> {
    let reference = attributes.signing_certificate.first()?;
    let issued = |certificate: &Certificate| {
        reference.issuer_serial.as_ref().is_none_or(|issuer| issuer.matches(certificate))
    };
    signed.certificates.iter().find(|certificate| {
        reference.matches(certificate) && issued(certificate) && signer.names_exactly(certificate)
    })
}
