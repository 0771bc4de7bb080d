//! A signature on its way: laid out, sent for its value, embedded, time-stamped.

use pdf::Placeholder;
use pki::{Certificate, DigestAlgorithm, SignatureAlgorithm, Time, cms};
use serde::{Deserialize, Serialize};

use crate::demands::{self, Adopted};
use crate::document::Document;
use crate::error::Error;
use crate::options::Options;
use crate::second_reader;

/// Room for encodings that grow by a few bytes between the dry run and the value.
const MARGIN: usize = 256;

/// What goes to the signature service, and what it is the digest of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToBeSigned {
    /// The digest algorithm.
    pub algorithm: DigestAlgorithm,
    /// The digest of `signed_attributes`; only this leaves the computer.
    pub digest: Vec<u8>,
    /// DER of the signed attributes, `SET OF` (RFC 5652 §5.4).
    pub signed_attributes: Vec<u8>,
}

/// A signature that only lacks its value.
#[derive(Clone)]
pub struct Prepared {
    document: Document,
    draft: Draft,
}

/// All of a [`Prepared`] but the document itself and what opens it: can be written down and taken up again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Draft {
    placeholder: Placeholder,
    algorithm: SignatureAlgorithm,
    signed_attributes: Vec<u8>,
    signer: Certificate,
    issuers: Vec<Certificate>,
}

impl Draft {
    /// What is to be signed.
    pub fn to_be_signed(&self) -> ToBeSigned {
        let algorithm = self.algorithm.digest();
        ToBeSigned {
            algorithm,
            digest: algorithm.digest(&self.signed_attributes),
            signed_attributes: self.signed_attributes.clone(),
        }
    }

    /// The certificate the signature names.
    pub fn signer(&self) -> &Certificate {
        &self.signer
    }

    /// The algorithm the signature was laid out for.
    pub fn algorithm(&self) -> &SignatureAlgorithm {
        &self.algorithm
    }
}

impl Document {
    /// Whether a signature with these options may be made, as far as that can be told without the certificate: before
    /// anybody is asked for one.
    ///
    /// # Errors
    /// [`Error::Pdf`] when the document may not or cannot be signed so; [`Error::Demand`] when the field demands something
    /// else.
    pub fn may_be_signed(&self, options: &Options) -> Result<(), Error> {
        let field = options.field.as_deref().map(|name| self.pdf().waiting_field(name)).transpose()?;
        let adopted = demands::adopt(field.as_ref(), options)?;
        self.pdf().append_signature(&spec(options, &adopted, 0)).map(drop)?;
        Ok(())
    }

    /// Lays a signature out: in the field that was named or in a new one, with a seal or invisible, `/M` set to `at`, the document hashed,
    /// the signed attributes made.
    ///
    /// # Errors
    /// [`Error::Pdf`] when the document may not or cannot be signed; [`Error::Demand`] when the field demands something
    /// else; [`Error::KeySizeUnknown`].
    pub fn prepare(&self, signer: &Certificate, options: &Options, at: Time) -> Result<Prepared, Error> {
        let field = options.field.as_deref().map(|name| self.pdf().waiting_field(name)).transpose()?;
        let adopted = demands::adopt(field.as_ref(), options)?;
        if let Some(field) = &field {
            demands::certificate(field, signer, &options.issuers)?;
        }
        let room = contents_room(signer, options, adopted.algorithm)?;
        let digest = adopted.algorithm.digest();
        let mut draft = Draft {
            placeholder: self.pdf().append_signature(&pdf::SignatureSpec {
                signing_time: Some(pdf_date(at)),
                ..spec(options, &adopted, room)
            })?,
            algorithm: adopted.algorithm,
            signed_attributes: Vec::new(),
            signer: signer.clone(),
            issuers: options.issuers.clone(),
        };
        let laid_out = self.followed_by(&draft.placeholder.tail)?;
        let message_digest = laid_out.digest(draft.placeholder.byte_range, digest)?;
        draft.signed_attributes = cms::signed_attributes(&message_digest, signer, digest);
        Ok(Prepared { document: self.clone(), draft })
    }
}

impl Prepared {
    /// Takes up a signature that was written down, over the document it was prepared for.
    ///
    /// # Errors
    /// [`Error::OtherDocument`] when the document has another length. Its bytes are judged when the finished document
    /// is validated.
    pub fn resume(document: Document, draft: Draft) -> Result<Self, Error> {
        let (prepared, found) = (draft.placeholder.base_len, document.pdf().len());
        if prepared == found {
            Ok(Self { document, draft })
        } else {
            Err(Error::OtherDocument { prepared, found })
        }
    }

    /// What is to be signed.
    pub fn to_be_signed(&self) -> ToBeSigned {
        self.draft.to_be_signed()
    }

    /// The certificate the signature names.
    pub fn signer(&self) -> &Certificate {
        &self.draft.signer
    }

    /// The algorithm the signature was laid out for.
    pub fn algorithm(&self) -> &SignatureAlgorithm {
        &self.draft.algorithm
    }

    /// Everything but the document, to be written down.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Digest of the document as it is to be signed, for a service that makes the whole signature.
    ///
    /// # Errors
    /// [`Error::Pdf`] when the document cannot be read.
    pub fn document_digest(&self, algorithm: DigestAlgorithm) -> Result<Vec<u8>, Error> {
        let laid_out = self.document.followed_by(&self.draft.placeholder.tail)?;
        laid_out.digest(self.draft.placeholder.byte_range, algorithm)
    }

    /// The document with this CMS in its room.
    pub(crate) fn embed(self, cms: &[u8]) -> Result<Document, Error> {
        let mut placeholder = self.draft.placeholder;
        placeholder.fill(cms)?;
        self.document.followed_by(&placeholder.tail)
    }

    /// Checks the value against the signer's certificate, with all parameters, and embeds it.
    ///
    /// # Errors
    /// [`Error::ValueDoesNotVerify`]; [`Error::Pdf`] when the room does not suffice.
    pub fn finish(self, value: Vec<u8>) -> Result<Embedded, Error> {
        let digest = self.to_be_signed().digest;
        (self.draft.signer)
            .verify_digest(&self.draft.algorithm, &digest, &value)
            .map_err(Error::ValueDoesNotVerify)?;
        Ok(Embedded { document: self.document, draft: self.draft, value, timestamps: Vec::new() })
    }
}

/// A signature with its value, to which time-stamps can be added.
#[derive(Clone)]
pub struct Embedded {
    document: Document,
    draft: Draft,
    value: Vec<u8>,
    timestamps: Vec<Vec<u8>>,
}

impl Embedded {
    /// What a signature time-stamp covers: the digest of the signature value (EN 319 122-1 §5.3).
    pub fn timestamp_imprint(&self, algorithm: DigestAlgorithm) -> Vec<u8> {
        algorithm.digest(&self.value)
    }

    /// Adds a time-stamp token (DER) as an unsigned attribute.
    #[must_use]
    pub fn with_timestamp(mut self, token: Vec<u8>) -> Self {
        self.timestamps.push(token);
        self
    }

    /// The document with the signature in it.
    ///
    /// # Errors
    /// [`Error::Pdf`] when the room does not suffice; [`Error::Pki`].
    pub fn document(&self) -> Result<Document, Error> {
        let mut placeholder = self.draft.placeholder.clone();
        placeholder.fill(&cms(&self.draft, self.value.clone(), self.timestamps.clone()))?;
        self.document.followed_by(&placeholder.tail)
    }
}

fn cms(draft: &Draft, signature: Vec<u8>, timestamps: Vec<Vec<u8>>) -> Vec<u8> {
    let builder = cms::Builder {
        digest: draft.algorithm.digest(),
        algorithm: draft.algorithm,
        signed_attributes: draft.signed_attributes.clone(),
        certificate: draft.signer.clone(),
        other_certificates: draft.issuers.clone(),
        signature,
        timestamps,
    };
    builder.to_der()
}

/// The layout that options come to.
fn spec(options: &Options, adopted: &Adopted, room: usize) -> pdf::SignatureSpec {
    pdf::SignatureSpec {
        place: options.field.clone().map_or(pdf::FieldPlace::New(None), pdf::FieldPlace::Existing),
        reason: adopted.reason.clone(),
        location: options.location.clone(),
        alternate_name: options.alternate_name.clone(),
        certify: options.certify,
        appearance: options.appearance.clone(),
        permit: adopted.permit,
        ..pdf::SignatureSpec::new(pdf::SignatureKind::Signature, room)
    }
}

/// The room for `/Contents`, by a dry run with the signer's path and a value of the right length, and a margin. The trial is put
/// before a second reader, while nobody has typed PIN2 yet.
fn contents_room(
    signer: &Certificate,
    options: &Options,
    algorithm: SignatureAlgorithm,
) -> Result<usize, Error> {
    let digest = algorithm.digest();
    let bits = signer.public_key_bits().ok_or(Error::KeySizeUnknown)?;
    let trial = cms::Builder {
        digest,
        algorithm,
        signed_attributes: cms::signed_attributes(&vec![0; digest.len()], signer, digest),
        certificate: signer.clone(),
        other_certificates: options.issuers.clone(),
        // A DER-coded ECDSA value has up to 9 bytes more than its two numbers.
        signature: vec![0; bits.div_ceil(8) * 2 + 9],
        timestamps: Vec::new(),
    };
    let trial = trial.to_der();
    second_reader::agrees(&trial, signer)?;
    Ok(trial.len().saturating_add(options.token_room.unwrap_or(0)).saturating_add(MARGIN))
}

fn pdf_date(at: Time) -> String {
    let c = at.calendar();
    // PDF years have four digits.
    let year = u16::try_from(c.year.clamp(0, 9999)).unwrap_or(0);
    pdf::pdf_date(year, c.month, c.day, c.hour, c.minute, c.second)
}

impl std::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Prepared")
            .field("base", &self.document.pdf().len())
            .field("draft", &self.draft)
            .finish()
    }
}
