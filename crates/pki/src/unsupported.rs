use const_oid::ObjectIdentifier;

/// Kinds of keys, curves and algorithms that occur in certificates and signatures and that we do not verify with (SEC 2, RFC 5639,
/// RFC 8410, RFC 8702, FIPS 204): named, so that whoever meets one is told which. Digests have the names that policies know.
const UNSUPPORTED: [(&str, &str); 43] = [
    ("1.2.840.10045.2.1", "elliptic curve without a name"),
    ("1.2.840.10045.3.1.1", "secp192r1"),
    ("1.3.132.0.8", "secp160r1"),
    ("1.3.132.0.9", "secp160k1"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.3.132.0.30", "secp160r2"),
    ("1.3.132.0.31", "secp192k1"),
    ("1.3.132.0.32", "secp224k1"),
    ("1.3.132.0.33", "secp224r1"),
    ("1.2.250.1.223.101.256.1", "FRP256v1"),
    ("1.2.156.10197.1.301", "SM2"),
    ("1.3.36.3.3.2.8.1.1.1", "brainpoolP160r1"),
    ("1.3.36.3.3.2.8.1.1.2", "brainpoolP160t1"),
    ("1.3.36.3.3.2.8.1.1.3", "brainpoolP192r1"),
    ("1.3.36.3.3.2.8.1.1.4", "brainpoolP192t1"),
    ("1.3.36.3.3.2.8.1.1.6", "brainpoolP224t1"),
    ("1.3.36.3.3.2.8.1.1.10", "brainpoolP320t1"),
    ("1.3.36.3.3.2.8.1.1.14", "brainpoolP512t1"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.111", "X448"),
    ("1.3.101.113", "Ed448"),
    ("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
    ("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
    ("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
    ("1.2.643.7.1.1.1.1", "GOST R 34.10-2012, 256 bits"),
    ("1.2.643.7.1.1.1.2", "GOST R 34.10-2012, 512 bits"),
    ("1.2.840.113549.2.2", "MD2"),
    ("1.2.840.113549.2.4", "MD4"),
    ("1.2.840.113549.2.5", "MD5"),
    ("1.3.36.3.2.1", "RIPEMD160"),
    ("1.0.10118.3.0.55", "WHIRLPOOL"),
    ("2.16.840.1.101.3.4.2.11", "SHAKE128"),
    ("2.16.840.1.101.3.4.2.12", "SHAKE256"),
    ("2.16.840.1.101.3.4.2.17", "SHAKE128 of a stated length"),
    ("2.16.840.1.101.3.4.2.18", "SHAKE256 of a stated length"),
    ("1.2.156.10197.1.401", "SM3"),
    ("1.2.840.113549.1.1.2", "RSASSA-PKCS1-v1_5 with MD2"),
    ("1.2.840.113549.1.1.4", "RSASSA-PKCS1-v1_5 with MD5"),
    ("1.3.36.3.3.1.2", "RSASSA-PKCS1-v1_5 with RIPEMD160"),
    ("1.3.6.1.5.5.7.6.30", "RSASSA-PSS with SHAKE128"),
    ("1.3.6.1.5.5.7.6.31", "RSASSA-PSS with SHAKE256"),
    ("1.3.6.1.5.5.7.6.32", "ECDSA with SHAKE128"),
    ("1.3.6.1.5.5.7.6.33", "ECDSA with SHAKE256"),
];

/// What a kind of key, a curve or an algorithm that we do not verify with is called by people; `None` where we know no name.
pub fn unsupported_name(oid: &ObjectIdentifier) -> Option<&'static str> {
    let dotted = oid.to_string();
    UNSUPPORTED.iter().find(|(known, _)| *known == dotted).map(|(_, name)| *name)
}

/// The same with its object identifier; the latter alone where we know no name.
pub fn unsupported_called(oid: &ObjectIdentifier) -> String {
    unsupported_name(oid).map_or_else(|| oid.to_string(), |name| format!("{name} ({oid})"))
}
