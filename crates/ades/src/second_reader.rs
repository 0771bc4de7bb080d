//! A second reader for what we write: the signature is read back by code that is not ours before anybody is asked to
//! approve it. What that reader cannot read, or reads otherwise, other people's programs would trip over as well.

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::SignedData;
use der::{Decode, Encode};
use pki::Certificate;
use x509_cert::certificate::Certificate as X509;

use crate::error::Error;

/// Reads a detached CMS signature with RustCrypto's readers: the same bytes come out again, there is one signer, and
/// the signer's certificate is among those carried.
///
/// # Errors
/// [`Error::SecondReader`] with what it stumbled over.
pub(crate) fn agrees(cms: &[u8], signer: &Certificate) -> Result<(), Error> {
    let stumbled = |what: &str| Error::SecondReader { what: what.to_owned() };
    let unread = |error: der::Error| Error::SecondReader { what: error.to_string() };
    let content = ContentInfo::from_der(cms).map_err(unread)?;
    let signed: SignedData = content.content.decode_as().map_err(unread)?;
    if content.to_der().map_err(unread)? != cms {
        return Err(stumbled("it writes the signature otherwise"));
    }
    if signed.signer_infos.0.len() != 1 {
        return Err(stumbled("it does not find one signer"));
    }
    let wanted = X509::from_der(signer.der()).map_err(unread)?;
    let carried = signed.certificates.iter().flat_map(|set| set.0.iter());
    let found = carried
        .into_iter()
        .any(|choice| matches!(choice, CertificateChoices::Certificate(c) if *c == wanted));
    if found { Ok(()) } else { Err(stumbled("it does not find the signer's certificate")) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use pki::cms::{Builder, signed_attributes};
    use pki::{Certificate, DigestAlgorithm, PssParameters, SignatureAlgorithm};

    use super::agrees;

    const SIGNER: &[u8] = include_bytes!("../../pki/tests/fixtures/left.crt");
    const OTHER: &[u8] = include_bytes!("../../pki/tests/fixtures/right.crt");

    fn certificate(bytes: &[u8]) -> Certificate {
        let pem = || Certificate::from_pem(std::str::from_utf8(bytes).unwrap()).unwrap().remove(0);
        Certificate::from_der(bytes).unwrap_or_else(|_| pem())
    }

    fn cms(signer: &Certificate, others: Vec<Certificate>) -> Vec<u8> {
        let digest = DigestAlgorithm::Sha512;
        let builder = Builder {
            digest,
            algorithm: SignatureAlgorithm::RsaPss(PssParameters::standard(digest)),
            signed_attributes: signed_attributes(&[7; 64], signer, digest),
            certificate: signer.clone(),
            other_certificates: others,
            signature: vec![1; 768],
            timestamps: Vec::new(),
        };
        builder.to_der()
    }

    #[test]
    fn what_we_write_is_read_by_others_as_we_meant_it() {
        let signer = certificate(SIGNER);
        agrees(&cms(&signer, vec![certificate(OTHER)]), &signer).unwrap();
    }

    #[test]
    fn it_objects_to_what_is_not_der_or_not_ours() {
        let signer = certificate(SIGNER);
        let written = cms(&signer, Vec::new());
        assert!(agrees(&written[..written.len() - 1], &signer).is_err(), "cut off");
        assert!(agrees(&[written.as_slice(), b"x"].concat(), &signer).is_err(), "something behind it");
        assert!(agrees(&written, &certificate(OTHER)).is_err(), "the signer is not in it");
    }
}
