//! Object identifiers, by the names of the standards that assign them.

use const_oid::ObjectIdentifier as Oid;

const fn oid(text: &str) -> Oid {
    Oid::new_unwrap(text)
}

// X.520 and ETSI EN 319 412-1 names
pub const COMMON_NAME: Oid = oid("2.5.4.3");
pub const SURNAME: Oid = oid("2.5.4.4");
pub const SERIAL_NUMBER: Oid = oid("2.5.4.5");
pub const COUNTRY: Oid = oid("2.5.4.6");
pub const ORGANIZATION: Oid = oid("2.5.4.10");
pub const ORGANIZATIONAL_UNIT: Oid = oid("2.5.4.11");
pub const GIVEN_NAME: Oid = oid("2.5.4.42");
pub const ORGANIZATION_IDENTIFIER: Oid = oid("2.5.4.97");
pub const DATE_OF_BIRTH: Oid = oid("1.3.6.1.5.5.7.9.1");

// RFC 5280 extensions
pub const SUBJECT_DIRECTORY_ATTRIBUTES: Oid = oid("2.5.29.9");
pub const SUBJECT_KEY_IDENTIFIER: Oid = oid("2.5.29.14");
pub const KEY_USAGE: Oid = oid("2.5.29.15");
pub const SUBJECT_ALT_NAME: Oid = oid("2.5.29.17");
pub const BASIC_CONSTRAINTS: Oid = oid("2.5.29.19");
pub const CRL_NUMBER: Oid = oid("2.5.29.20");
pub const CRL_REASON: Oid = oid("2.5.29.21");
pub const CRL_DISTRIBUTION_POINTS: Oid = oid("2.5.29.31");
pub const CERTIFICATE_POLICIES: Oid = oid("2.5.29.32");
pub const ANY_POLICY: Oid = oid("2.5.29.32.0");
pub const AUTHORITY_KEY_IDENTIFIER: Oid = oid("2.5.29.35");
pub const EXTENDED_KEY_USAGE: Oid = oid("2.5.29.37");
pub const AUTHORITY_INFORMATION_ACCESS: Oid = oid("1.3.6.1.5.5.7.1.1");
pub const AD_OCSP: Oid = oid("1.3.6.1.5.5.7.48.1");
pub const AD_CA_ISSUERS: Oid = oid("1.3.6.1.5.5.7.48.2");
pub const QUALIFIER_CPS: Oid = oid("1.3.6.1.5.5.7.2.1");
pub const EKU_TIME_STAMPING: Oid = oid("1.3.6.1.5.5.7.3.8");
pub const EKU_OCSP_SIGNING: Oid = oid("1.3.6.1.5.5.7.3.9");

// ETSI EN 319 412-5 and RFC 3739 qualified-certificate statements, EN 319 411-2 policy
pub const QC_STATEMENTS: Oid = oid("1.3.6.1.5.5.7.1.3");
pub const QC_SYNTAX_V2: Oid = oid("1.3.6.1.5.5.7.11.2");
pub const SEMANTICS_NATURAL: Oid = oid("0.4.0.194121.1.1");
pub const QC_COMPLIANCE: Oid = oid("0.4.0.1862.1.1");
pub const QC_SSCD: Oid = oid("0.4.0.1862.1.4");
pub const QC_PDS: Oid = oid("0.4.0.1862.1.5");
pub const QC_TYPE: Oid = oid("0.4.0.1862.1.6");
pub const QC_TYPE_ESIGN: Oid = oid("0.4.0.1862.1.6.1");
pub const POLICY_QCP_N_QSCD: Oid = oid("0.4.0.194112.1.2");
/// The policy of qualified Smart-ID certificates. The real arc, inside a CA whose every name says TEST and EMULATOR.
pub const POLICY_SMART_ID_QUALIFIED: Oid = oid("1.3.6.1.4.1.10015.17.2");
/// Smart-ID authentication, in certificates since April 2025.
pub const EKU_SMART_ID: Oid = oid("1.3.6.1.4.1.62306.5.7.0");
/// The policy seen on Mobile-ID certificates of the demo.
pub const POLICY_MOBILE_ID: Oid = oid("1.3.6.1.4.1.10015.3.1.3");
pub const POLICY_NCP_PLUS: Oid = oid("0.4.0.2042.1.2");

// RFC 6960
pub const OCSP_BASIC: Oid = oid("1.3.6.1.5.5.7.48.1.1");
pub const OCSP_NONCE: Oid = oid("1.3.6.1.5.5.7.48.1.2");
pub const OCSP_NOCHECK: Oid = oid("1.3.6.1.5.5.7.48.1.5");
pub const OCSP_ARCHIVE_CUTOFF: Oid = oid("1.3.6.1.5.5.7.48.1.6");

// RFC 5652, RFC 3161, RFC 5035
pub const ID_DATA: Oid = oid("1.2.840.113549.1.7.1");
pub const SIGNED_DATA: Oid = oid("1.2.840.113549.1.7.2");
pub const TST_INFO: Oid = oid("1.2.840.113549.1.9.16.1.4");
pub const CONTENT_TYPE: Oid = oid("1.2.840.113549.1.9.3");
pub const MESSAGE_DIGEST: Oid = oid("1.2.840.113549.1.9.4");
pub const SIGNING_TIME: Oid = oid("1.2.840.113549.1.9.5");
pub const SIGNING_CERTIFICATE_V2: Oid = oid("1.2.840.113549.1.9.16.2.47");
pub const SIGNATURE_TIME_STAMP: Oid = oid("1.2.840.113549.1.9.16.2.14");
/// ETSI EN 319 421 best practices time-stamp policy, which SK's TSA states.
pub const POLICY_TSA: Oid = oid("0.4.0.2023.1.1");

/// Of nobody: an arc over a UUID, X.667.
pub const FILLING: Oid = oid("2.25.1");

// Algorithms
pub const ECDSA_SHA256: Oid = oid("1.2.840.10045.4.3.2");
pub const ECDSA_SHA384: Oid = oid("1.2.840.10045.4.3.3");
pub const ECDSA_SHA512: Oid = oid("1.2.840.10045.4.3.4");
pub const SHA256_WITH_RSA: Oid = oid("1.2.840.113549.1.1.11");
pub const SHA384_WITH_RSA: Oid = oid("1.2.840.113549.1.1.12");
pub const SHA512_WITH_RSA: Oid = oid("1.2.840.113549.1.1.13");
pub const RSASSA_PSS: Oid = oid("1.2.840.113549.1.1.10");
pub const MGF1: Oid = oid("1.2.840.113549.1.1.8");
pub const SHA1: Oid = oid("1.3.14.3.2.26");
pub const SHA256: Oid = oid("2.16.840.1.101.3.4.2.1");
pub const SHA384: Oid = oid("2.16.840.1.101.3.4.2.2");
pub const SHA512: Oid = oid("2.16.840.1.101.3.4.2.3");
