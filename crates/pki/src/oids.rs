//! Object identifiers, each under the document that assigns it.

use const_oid::ObjectIdentifier;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

// RFC 5754, RFC 8702, NIST CSOR: digests
pub(crate) const SHA1: ObjectIdentifier = oid("1.3.14.3.2.26");
pub(crate) const SHA256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.1");
pub(crate) const SHA384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.2");
pub(crate) const SHA512: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.3");
pub(crate) const SHA224: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.4");
pub(crate) const SHA512_224: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.5");
pub(crate) const SHA512_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.6");
pub(crate) const SHA3_224: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.7");
pub(crate) const SHA3_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.8");
pub(crate) const SHA3_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.9");
pub(crate) const SHA3_512: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.10");

// RFC 8017: RSA
pub(crate) const RSA_ENCRYPTION: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
pub(crate) const RSA_SHA1: ObjectIdentifier = oid("1.2.840.113549.1.1.5");
pub(crate) const MGF1: ObjectIdentifier = oid("1.2.840.113549.1.1.8");
pub(crate) const RSASSA_PSS: ObjectIdentifier = oid("1.2.840.113549.1.1.10");
pub(crate) const RSA_SHA256: ObjectIdentifier = oid("1.2.840.113549.1.1.11");
pub(crate) const RSA_SHA384: ObjectIdentifier = oid("1.2.840.113549.1.1.12");
pub(crate) const RSA_SHA512: ObjectIdentifier = oid("1.2.840.113549.1.1.13");
pub(crate) const RSA_SHA224: ObjectIdentifier = oid("1.2.840.113549.1.1.14");
pub(crate) const RSA_SHA512_224: ObjectIdentifier = oid("1.2.840.113549.1.1.15");
pub(crate) const RSA_SHA512_256: ObjectIdentifier = oid("1.2.840.113549.1.1.16");
pub(crate) const RSA_SHA3_224: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.13");
pub(crate) const RSA_SHA3_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.14");
pub(crate) const RSA_SHA3_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.15");
pub(crate) const RSA_SHA3_512: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.16");

// RFC 5480, RFC 5758, NIST CSOR: elliptic curves
pub(crate) const EC_PUBLIC_KEY: ObjectIdentifier = oid("1.2.840.10045.2.1");
pub(crate) const P256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
pub(crate) const P384: ObjectIdentifier = oid("1.3.132.0.34");
pub(crate) const P521: ObjectIdentifier = oid("1.3.132.0.35");
pub(crate) const ECDSA_SHA1: ObjectIdentifier = oid("1.2.840.10045.4.1");
pub(crate) const ECDSA_SHA224: ObjectIdentifier = oid("1.2.840.10045.4.3.1");
pub(crate) const ECDSA_SHA256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
pub(crate) const ECDSA_SHA384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
pub(crate) const ECDSA_SHA512: ObjectIdentifier = oid("1.2.840.10045.4.3.4");
pub(crate) const ECDSA_SHA3_224: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.9");
pub(crate) const ECDSA_SHA3_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.10");
pub(crate) const ECDSA_SHA3_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.11");
pub(crate) const ECDSA_SHA3_512: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.12");
// RFC 5639: brainpool
pub(crate) const BRAINPOOL_P224R1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.5");
pub(crate) const BRAINPOOL_P256R1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.7");
pub(crate) const BRAINPOOL_P256T1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.8");
pub(crate) const BRAINPOOL_P320R1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.9");
pub(crate) const BRAINPOOL_P384R1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.11");
pub(crate) const BRAINPOOL_P384T1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.12");
pub(crate) const BRAINPOOL_P512R1: ObjectIdentifier = oid("1.3.36.3.3.2.8.1.1.13");

// BSI TR-03111 §5.2.1: ecdsa-plain-signatures
pub(crate) const PLAIN_SHA1: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.1");
pub(crate) const PLAIN_SHA224: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.2");
pub(crate) const PLAIN_SHA256: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.3");
pub(crate) const PLAIN_SHA384: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.4");
pub(crate) const PLAIN_SHA512: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.5");
pub(crate) const PLAIN_SHA3_224: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.8");
pub(crate) const PLAIN_SHA3_256: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.9");
pub(crate) const PLAIN_SHA3_384: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.10");
pub(crate) const PLAIN_SHA3_512: ObjectIdentifier = oid("0.4.0.127.0.7.1.1.4.1.11");

// RFC 3279, NIST CSOR: DSA
pub(crate) const DSA: ObjectIdentifier = oid("1.2.840.10040.4.1");
pub(crate) const DSA_SHA1: ObjectIdentifier = oid("1.2.840.10040.4.3");
pub(crate) const DSA_SHA224: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.1");
pub(crate) const DSA_SHA256: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.2");
pub(crate) const DSA_SHA384: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.3");
pub(crate) const DSA_SHA512: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.4");
pub(crate) const DSA_SHA3_224: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.5");
pub(crate) const DSA_SHA3_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.6");
pub(crate) const DSA_SHA3_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.7");
pub(crate) const DSA_SHA3_512: ObjectIdentifier = oid("2.16.840.1.101.3.4.3.8");

// RFC 8410: Edwards curves
pub(crate) const ED25519: ObjectIdentifier = oid("1.3.101.112");

// RFC 5652, RFC 5035, RFC 3161: CMS
pub(crate) const ID_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.1");
pub(crate) const ID_SIGNED_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.2");
pub(crate) const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
pub(crate) const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
pub(crate) const SIGNING_TIME: ObjectIdentifier = oid("1.2.840.113549.1.9.5");
pub(crate) const CMS_ALGORITHM_PROTECTION: ObjectIdentifier = oid("1.2.840.113549.1.9.52"); // RFC 6211 §2
pub(crate) const SIGNING_CERTIFICATE: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.12");
pub(crate) const SIGNATURE_POLICY: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.15");
pub(crate) const SIGNATURE_TIME_STAMP: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.14");
pub(crate) const CONTENT_TIME_STAMP: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.20");
pub(crate) const SIGNING_CERTIFICATE_V2: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.47");
pub(crate) const TST_INFO: ObjectIdentifier = oid("1.2.840.113549.1.9.16.1.4");
pub(crate) const RI_OCSP_RESPONSE: ObjectIdentifier = oid("1.3.6.1.5.5.7.16.2");

// ISO 32000-1 §12.8.3.3.2
pub(crate) const ADBE_REVOCATION: ObjectIdentifier = oid("1.2.840.113583.1.1.8");

// RFC 6960: OCSP
pub(crate) const OCSP_BASIC: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.1.1");
pub(crate) const OCSP_NONCE: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.1.2");
pub(crate) const OCSP_NOCHECK: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.1.5");
pub(crate) const NO_REV_AVAIL: ObjectIdentifier = oid("2.5.29.56");
pub(crate) const ASSURED_SHORT_TERM: ObjectIdentifier = oid("0.4.0.194121.2.1");
pub(crate) const AD_OCSP: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.1");
pub(crate) const AD_CA_ISSUERS: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.2");
pub(crate) const CERT_HASH: ObjectIdentifier = oid("1.3.36.8.3.13"); // Common PKI
pub(crate) const SCT_LIST: ObjectIdentifier = oid("1.3.6.1.4.1.11129.2.4.5"); // RFC 6962 §3.3
pub(crate) const KP_OCSP_SIGNING: ObjectIdentifier = oid("1.3.6.1.5.5.7.3.9");
pub(crate) const KP_TIME_STAMPING: ObjectIdentifier = oid("1.3.6.1.5.5.7.3.8");

// RFC 5280: extensions of certificates and CRLs
pub(crate) const SUBJECT_KEY_IDENTIFIER: ObjectIdentifier = oid("2.5.29.14");
pub(crate) const KEY_USAGE: ObjectIdentifier = oid("2.5.29.15");
pub(crate) const SUBJECT_ALT_NAME: ObjectIdentifier = oid("2.5.29.17");
pub(crate) const ISSUER_ALT_NAME: ObjectIdentifier = oid("2.5.29.18");
pub(crate) const BASIC_CONSTRAINTS: ObjectIdentifier = oid("2.5.29.19");
pub(crate) const CRL_NUMBER: ObjectIdentifier = oid("2.5.29.20");
pub(crate) const CRL_REASON: ObjectIdentifier = oid("2.5.29.21");
pub(crate) const INVALIDITY_DATE: ObjectIdentifier = oid("2.5.29.24");
pub(crate) const DELTA_CRL_INDICATOR: ObjectIdentifier = oid("2.5.29.27");
pub(crate) const ISSUING_DISTRIBUTION_POINT: ObjectIdentifier = oid("2.5.29.28");
pub(crate) const CRL_DISTRIBUTION_POINTS: ObjectIdentifier = oid("2.5.29.31");
pub(crate) const CERTIFICATE_ISSUER: ObjectIdentifier = oid("2.5.29.29");
pub(crate) const NAME_CONSTRAINTS: ObjectIdentifier = oid("2.5.29.30");
pub(crate) const CERTIFICATE_POLICIES: ObjectIdentifier = oid("2.5.29.32");
pub(crate) const ANY_POLICY: ObjectIdentifier = oid("2.5.29.32.0");
pub(crate) const POLICY_MAPPINGS: ObjectIdentifier = oid("2.5.29.33");
pub(crate) const POLICY_CONSTRAINTS: ObjectIdentifier = oid("2.5.29.36");
pub(crate) const AUTHORITY_KEY_IDENTIFIER: ObjectIdentifier = oid("2.5.29.35");
pub(crate) const EXTENDED_KEY_USAGE: ObjectIdentifier = oid("2.5.29.37");
pub(crate) const FRESHEST_CRL: ObjectIdentifier = oid("2.5.29.46");
pub(crate) const INHIBIT_ANY_POLICY: ObjectIdentifier = oid("2.5.29.54");
pub(crate) const EXPIRED_CERTS_ON_CRL: ObjectIdentifier = oid("2.5.29.60");
pub(crate) const AUTHORITY_INFO_ACCESS: ObjectIdentifier = oid("1.3.6.1.5.5.7.1.1");
pub(crate) const QC_STATEMENTS: ObjectIdentifier = oid("1.3.6.1.5.5.7.1.3");
pub(crate) const ARCHIVE_CUTOFF: ObjectIdentifier = oid("1.3.6.1.5.5.7.48.1.6");

/// id-on-SmtpUTF8Mailbox.
pub(crate) const UTF8_MAILBOX: ObjectIdentifier = oid("1.3.6.1.5.5.7.8.9");
pub(crate) const EMAIL_ADDRESS: ObjectIdentifier = oid("1.2.840.113549.1.9.1");

// EN 319 412-5: QcStatements
pub(crate) const QC_COMPLIANCE: ObjectIdentifier = oid("0.4.0.1862.1.1");
pub(crate) const QC_SSCD: ObjectIdentifier = oid("0.4.0.1862.1.4");
pub(crate) const QC_TYPE: ObjectIdentifier = oid("0.4.0.1862.1.6");
pub(crate) const QC_TYPE_ESIGN: ObjectIdentifier = oid("0.4.0.1862.1.6.1");
pub(crate) const QC_TYPE_ESEAL: ObjectIdentifier = oid("0.4.0.1862.1.6.2");
pub(crate) const QC_LEGISLATION: ObjectIdentifier = oid("0.4.0.1862.1.7");
