//! Whom we talk to: ordinary verification, and the pin of the key besides.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore, SignatureScheme,
};
use sha2::{Digest, Sha256};

use crate::error::Error;

/// The key presented is none of the pinned ones.
#[derive(Clone, Debug)]
pub(crate) struct PinMismatch {
    /// The pins of the profile.
    pub expected: Vec<String>,
    /// The pin of the key that was presented.
    pub found: String,
    /// Whether the certificate holds by the authorities that vouch for the service: those of the profile, else the public
    /// ones. What was added to this system does not count: that is how a proxy gets between.
    pub vouched: bool,
}

impl fmt::Display for PinMismatch {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "pin {} is not among {}", self.found, self.expected.join(", "))
    }
}

impl std::error::Error for PinMismatch {}

/// The certificate of the proxy on the way does not verify.
#[derive(Clone, Debug)]
struct ProxyNotTrusted(rustls::Error);

impl fmt::Display for ProxyNotTrusted {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "proxy: {}", self.0)
    }
}

impl std::error::Error for ProxyNotTrusted {}

/// Why the certificate of the proxy on the way does not verify, where it is that.
pub(crate) fn proxy_not_trusted(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    match error.downcast_ref::<rustls::Error>()? {
        rustls::Error::InvalidCertificate(CertificateError::Other(other)) => {
            other.0.downcast_ref().map(|ProxyNotTrusted(cause)| cause.to_string())
        }
        _ => None,
    }
}

/// The name that a certificate has to be for.
pub(crate) fn name(host: &str) -> Option<ServerName<'static>> {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    ServerName::try_from(host.to_owned()).ok()
}

/// What a TLS connection must satisfy.
pub(crate) enum Trust {
    /// The system's authorities.
    System,
    /// One of these keys, and a chain to these certificates (PEM), or to the system's when there is none.
    Pinned { pins: Vec<String>, anchors: String },
    /// A chain to these certificates (PEM), whatever the key.
    Anchored { anchors: String },
}

/// The TLS side of an HTTP client. To a proxy of that name the system's authorities lead, whatever is demanded of the service
/// behind it.
pub(crate) fn configuration(trust: Trust, proxy: Option<ServerName<'static>>) -> Result<ClientConfig, Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = Verifier::new(trust, proxy, &provider)?;
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Network { detail: error.to_string() })?;
    let mut configuration =
        builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth();
    configuration.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(configuration)
}

/// The pin of a certificate's key: `sha256//` and the base64 of the SHA-256 of its SubjectPublicKeyInfo (RFC 7469 §2.4).
pub(crate) fn pin(certificate: &CertificateDer<'_>) -> Result<String, rustls::Error> {
    let key = ParsedCertificate::try_from(certificate)?.subject_public_key_info();
    Ok(format!("sha256//{}", STANDARD.encode(Sha256::digest(&key))))
}

#[derive(Debug)]
struct Verifier {
    ordinary: Ordinary,
    pins: Option<Vec<String>>,
    /// Whether the profile names the authorities.
    anchored: bool,
    /// A proxy on the way, and by whose authorities it holds.
    proxy: Option<(ServerName<'static>, Ordinary)>,
    provider: Arc<CryptoProvider>,
}

#[derive(Debug)]
enum Ordinary {
    Webpki(Arc<WebPkiServerVerifier>),
    System(rustls_platform_verifier::Verifier),
    /// A system without authorities can still be used where none is needed, as in the demo.
    Missing(rustls::Error),
}

impl Ordinary {
    fn system(provider: &Arc<CryptoProvider>) -> Self {
        rustls_platform_verifier::Verifier::new(Arc::clone(provider)).map_or_else(Self::Missing, Self::System)
    }

    fn verifier(&self) -> Result<&dyn ServerCertVerifier, rustls::Error> {
        match self {
            Self::Webpki(verifier) => Ok(verifier.as_ref()),
            Self::System(verifier) => Ok(verifier),
            Self::Missing(error) => Err(error.clone()),
        }
    }
}

impl Verifier {
    fn new(
        trust: Trust,
        proxy: Option<ServerName<'static>>,
        provider: &Arc<CryptoProvider>,
    ) -> Result<Self, Error> {
        let (pins, anchors) = match trust {
            Trust::System => (None, String::new()),
            Trust::Pinned { pins, anchors } => (Some(pins), anchors),
            Trust::Anchored { anchors } => (None, anchors),
        };
        let anchored = !anchors.trim().is_empty();
        let ordinary = match anchored {
            true => Ordinary::Webpki(named(&anchors, provider)?),
            false => Ordinary::system(provider),
        };
        let proxy = proxy.map(|name| (name, Ordinary::system(provider)));
        Ok(Self { ordinary, pins, anchored, proxy, provider: Arc::clone(provider) })
    }

    /// The key that was presented, and the pins, where it is none of them.
    fn mismatch(
        &self,
        end_entity: &CertificateDer<'_>,
    ) -> Result<Option<(Vec<String>, String)>, rustls::Error> {
        let Some(expected) = &self.pins else { return Ok(None) };
        let found = pin(end_entity)?;
        Ok((!expected.contains(&found)).then(|| (expected.clone(), found)))
    }

    /// Ordinary verification by the authorities that vouch for a pinned service.
    fn vouched(&self, verify: impl Fn(&dyn ServerCertVerifier) -> bool) -> bool {
        match &self.ordinary {
            Ordinary::Webpki(verifier) if self.anchored => verify(verifier.as_ref()),
            _ => public(&self.provider).is_some_and(|verifier| verify(verifier.as_ref())),
        }
    }
}

fn public(provider: &Arc<CryptoProvider>) -> Option<Arc<WebPkiServerVerifier>> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned());
    WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider)).build().ok()
}

fn named(pem: &str, provider: &Arc<CryptoProvider>) -> Result<Arc<WebPkiServerVerifier>, Error> {
    let fault = |detail: String| Error::TlsAnchors { detail };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
        let certificate = certificate.map_err(|error| fault(error.to_string()))?;
        roots.add(certificate).map_err(|error| fault(error.to_string()))?;
    }
    WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider))
        .build()
        .map_err(|error| fault(error.to_string()))
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let verified_by = |by: &dyn ServerCertVerifier| {
            by.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
        };
        if let Some((_, system)) = self.proxy.as_ref().filter(|(proxy, _)| proxy == server_name) {
            let fault = |cause| CertificateError::Other(OtherError(Arc::new(ProxyNotTrusted(cause)))).into();
            return system.verifier().and_then(verified_by).map_err(fault);
        }
        // The pin first: when both fail, the pin says more to whoever has to find out.
        if let Some((expected, found)) = self.mismatch(end_entity)? {
            let vouched = self.vouched(|verifier| verified_by(verifier).is_ok());
            let mismatch = PinMismatch { expected, found, vouched };
            return Err(CertificateError::Other(OtherError(Arc::new(mismatch))).into());
        }
        self.ordinary.verifier().and_then(verified_by)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
