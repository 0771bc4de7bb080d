use const_oid::ObjectIdentifier;

/// Kinds of keys and curves that occur in certificates and that we do not verify with (SEC 2, RFC 5639, RFC 8410, FIPS 204): named,
/// so that whoever meets one is told which.
const UNSUPPORTED: [(&str, &str); 26] = [
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
];

/// What a kind of key or a curve is called by people, with its object identifier; the latter alone where we know no name.
pub(crate) fn called(oid: &ObjectIdentifier) -> String {
    let dotted = oid.to_string();
    match UNSUPPORTED.iter().find(|(known, _)| *known == dotted) {
        Some((_, name)) => format!("{name} ({dotted})"),
        None => dotted,
    }
}
