//! Certificates and lists made on the spot: more, stranger and larger than a file would be worth.

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use pki::crl::Crl;
use pki::{Certificate, Error};

/// One DER element.
pub fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len();
    let mut out = vec![tag];
    match length {
        0..=0x7f => out.push(length as u8),
        _ => {
            let digits = (length as u32).to_be_bytes();
            let digits = &digits[length.leading_zeros() as usize / 8 - (usize::BITS as usize / 8 - 4)..];
            out.extend([&[0x80 | digits.len() as u8], digits].concat());
        }
    }
    out.extend_from_slice(contents);
    out
}

/// The elements that stand one after the other in DER.
pub fn elements(mut der: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    while !der.is_empty() {
        let (one, rest) = der.split_at(header(der).iter().sum());
        found.push(one);
        der = rest;
    }
    found
}

/// The contents of an element in DER.
pub fn contents(der: &[u8]) -> &[u8] {
    &der[header(der)[0]..]
}

/// Lengths of tag and length, and of what follows.
fn header(der: &[u8]) -> [usize; 2] {
    let more = usize::from(der[1]).saturating_sub(0x80);
    let long = der[2..2 + more].iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    [2 + more, if der[1] < 0x80 { usize::from(der[1]) } else { long }]
}

/// A ContentInfo with its SignedData changed: the elements of that are handed over to be.
pub fn with_signed_data(der: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let outer = elements(contents(der));
    let mut fields: Vec<_> = elements(contents(contents(outer[1]))).into_iter().map(<[u8]>::to_vec).collect();
    change(&mut fields);
    sequence(&[outer[0].to_vec(), tlv(0xa0, &sequence(&fields))])
}

pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

pub fn integer(number: u32) -> Vec<u8> {
    tlv(2, &[&[0], &number.to_be_bytes()[..]].concat())
}

pub fn oid(text: &str) -> Vec<u8> {
    tlv(6, text.parse::<pki::ObjectIdentifier>().unwrap().as_bytes())
}

/// A Name of one common name under a country.
pub fn name(common: &str) -> Vec<u8> {
    let part = |kind: &str, value: &str| tlv(0x31, &sequence(&[oid(kind), tlv(0x0c, value.as_bytes())]));
    sequence(&[part("2.5.4.6", "EE"), part("2.5.4.3", common)])
}

/// A directoryName.
pub fn directory(common: &str) -> Vec<u8> {
    tlv(0xa4, &name(common))
}

pub fn extension(kind: &str, critical: bool, value: &[u8]) -> Vec<u8> {
    let flag = if critical { tlv(1, &[0xff]) } else { Vec::new() };
    sequence(&[oid(kind), flag, tlv(4, value)])
}

/// Basic constraints of an authority.
pub fn authority() -> Vec<u8> {
    extension("2.5.29.19", true, &sequence(&[tlv(1, &[0xff])]))
}

/// Certificate policies by their identifiers.
pub fn policies(all: &[&str]) -> Vec<u8> {
    let each: Vec<_> = all.iter().map(|policy| sequence(&[oid(policy)])).collect();
    extension("2.5.29.32", false, &sequence(&each))
}

fn algorithm() -> Vec<u8> {
    sequence(&[oid("1.3.101.112")])
}

fn signed(tbs: Vec<u8>, key: u32) -> Vec<u8> {
    let value = pair(key).sign(&tbs);
    sequence(&[tbs, algorithm(), tlv(3, &[&[0], value.as_ref()].concat())])
}

fn pair(key: u32) -> Ed25519KeyPair {
    let mut seed = [7; 32];
    seed[..4].copy_from_slice(&key.to_be_bytes());
    Ed25519KeyPair::from_seed_unchecked(&seed).unwrap()
}

pub fn moment(text: &str) -> Vec<u8> {
    tlv(0x18, text.as_bytes())
}

/// A certificate of `subject`, with key number `key`, by `issuer` with key number `by`, valid from 2020 to 2040.
pub fn certificate(
    subject: (&str, u32),
    issuer: (&str, u32),
    serial: u32,
    extensions: &[Vec<u8>],
) -> Certificate {
    issued(subject, issuer, serial, extensions).unwrap()
}

/// The same, of extensions that may be anything.
pub fn issued(
    subject: (&str, u32),
    issuer: (&str, u32),
    serial: u32,
    extensions: &[Vec<u8>],
) -> Result<Certificate, Error> {
    let public = pair(subject.1).public_key().as_ref().to_vec();
    let extensions = match extensions.is_empty() {
        true => Vec::new(),
        false => tlv(0xa3, &sequence(extensions)),
    };
    let tbs = sequence(&[
        tlv(0xa0, &tlv(2, &[2])),
        integer(serial),
        algorithm(),
        name(issuer.0),
        sequence(&[moment("20200101000000Z"), moment("20400101000000Z")]),
        name(subject.0),
        sequence(&[algorithm(), tlv(3, &[&[0], public.as_slice()].concat())]),
        extensions,
    ]);
    Certificate::from_der(&signed(tbs, issuer.1))
}

/// An entry of a list: serial number, and extensions.
pub fn entry(serial: u32, extensions: &[Vec<u8>]) -> Vec<u8> {
    entry_of("20250101000000Z", serial, extensions)
}

/// An entry with its date of revocation.
pub fn entry_of(date: &str, serial: u32, extensions: &[Vec<u8>]) -> Vec<u8> {
    let extensions = if extensions.is_empty() { Vec::new() } else { sequence(extensions) };
    sequence(&[integer(serial), moment(date), extensions])
}

pub fn reason(number: u8) -> Vec<u8> {
    extension("2.5.29.21", false, &tlv(0x0a, &[number]))
}

/// A list by `issuer`, made on the first of the month in 2026, with its number among the extensions.
pub fn list(
    issuer: (&str, u32),
    month: u8,
    entries: &[Vec<u8>],
    extensions: &[Vec<u8>],
) -> Result<Crl, Error> {
    let number = extension("2.5.29.20", false, &integer(month.into()));
    let tbs = sequence(&[
        integer(1),
        algorithm(),
        name(issuer.0),
        moment(&format!("2026{month:02}01000000Z")),
        moment("20270101000000Z"),
        if entries.is_empty() { Vec::new() } else { sequence(entries) },
        tlv(0xa0, &sequence(&[&[number], extensions].concat())),
    ]);
    Crl::parse(&signed(tbs, issuer.1))
}
