//! Whole signatures: CMS SignedData without the content, EN 319 122-1 and EN 319 142-1.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::signing::{How, hash_oid};
use crate::asn1::{context, integer, octets, oid, sequence, set_of, tagged, time};
use crate::pki::oids::*;
use crate::random::Random;
use crate::realm::Realm;
use crate::smart_id::signing::Hash;

/// What kind of signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CAdES baseline, in which `signing-time` has to be.
    Cades,
    /// For a PDF, in which it may not be.
    Pades,
}

/// A signature by a key over a document with this digest, the time-stamp by `stamp` in it if there is one.
pub fn signature(
    realm: &Realm,
    credential: usize,
    how: How,
    (digest, form, now): (&[u8], Form, i64),
    random: &mut Random,
    stamp: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
) -> Vec<u8> {
    let certificate = realm.cloud_certificate(credential);
    let issuer = &realm.hierarchy.issuing;
    let issuer_and_serial = sequence(&[issuer.name.clone(), integer(&realm.vault.serial(credential))]);
    let attributes = attributes(realm, credential, certificate, (digest, form, now));
    let to_be_signed = tagged(0x31, &attributes);
    let value = how.sign(realm, credential, &digest_of(how.hash(), &to_be_signed), random);
    let algorithm = sequence(&[hash_oid(how.hash())]);
    let mut signer = vec![
        integer(&[1]),
        issuer_and_serial,
        algorithm.clone(),
        context(0, &attributes),
        how.identifier(),
        octets(&value),
    ];
    signer.extend(stamp(&value).map(|token| context(1, &attribute(SIGNATURE_TIME_STAMP, token))));
    let certificates = set_of(&[certificate.to_vec(), issuer.certificate.clone()]);
    let mut certificates_field = certificates;
    certificates_field[0] = 0xa0;
    let signed_data = sequence(&[
        integer(&[1]),
        set_of(&[algorithm]),
        sequence(&[oid(ID_DATA)]),
        certificates_field,
        set_of(&[sequence(&signer)]),
    ]);
    sequence(&[oid(SIGNED_DATA), context(0, &signed_data)])
}

/// The signed attributes, without the tag around them.
fn attributes(
    realm: &Realm,
    credential: usize,
    certificate: &[u8],
    (digest, form, now): (&[u8], Form, i64),
) -> Vec<u8> {
    let names = sequence(&[context(4, &realm.hierarchy.issuing.name)]);
    let issuer_serial = sequence(&[names, integer(&realm.vault.serial(credential))]);
    let reference = sequence(&[octets(&Sha256::digest(certificate)), issuer_serial]);
    let mut all = vec![
        attribute(CONTENT_TYPE, oid(ID_DATA)),
        attribute(MESSAGE_DIGEST, octets(digest)),
        attribute(SIGNING_CERTIFICATE_V2, sequence(&[sequence(&[reference])])),
    ];
    if form == Form::Cades {
        all.push(attribute(SIGNING_TIME, time(now)));
    }
    all.sort();
    all.concat()
}

fn attribute(id: const_oid::ObjectIdentifier, value: Vec<u8>) -> Vec<u8> {
    sequence(&[oid(id), set_of(&[value])])
}

/// A digest.
pub fn digest_of(hash: Hash, bytes: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha384 => Sha384::digest(bytes).to_vec(),
        Hash::Sha512 => Sha512::digest(bytes).to_vec(),
        _ => Sha256::digest(bytes).to_vec(),
    }
}
