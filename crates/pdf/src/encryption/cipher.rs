//! Bytes encrypted and decrypted (ISO 32000-2 §7.6.3).

use aes::{
    Aes128, Aes256,
    cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit, StreamCipher, block_padding::Pkcs7},
};
use lopdf::ObjectId;
use md5::{Digest, Md5};
use rc4::Rc4;

/// Bytes before the data: the initialisation vector.
const IV: usize = 16;

/// How a crypt filter encrypts (table 25).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// Not at all.
    Identity,
    /// RC4 with a key for each object.
    V2,
    /// AES-128 in CBC mode with a key for each object.
    AesV2,
    /// AES-256 in CBC mode with the key of the file.
    AesV3,
}

impl Method {
    /// Algorithm 1 and 1.A: the key for the strings and the data of an object.
    pub(super) fn key(self, file_key: &[u8], id: ObjectId) -> Vec<u8> {
        let salt: &[u8] = match self {
            Self::Identity | Self::AesV3 => return file_key.to_vec(),
            Self::V2 => b"",
            Self::AesV2 => b"sAlT",
        };
        let [a, b, c, _] = id.0.to_le_bytes();
        let [d, e] = id.1.to_le_bytes();
        let digest = Md5::new().chain_update(file_key).chain_update([a, b, c, d, e]).chain_update(salt);
        digest.finalize().iter().copied().take(file_key.len().saturating_add(5)).collect()
    }

    /// Nothing when the data cannot be what was encrypted so.
    pub(super) fn decrypt(self, key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Identity => Some(data.to_vec()),
            Self::V2 => rc4(key, data),
            // Some write an empty string as it is.
            Self::AesV2 | Self::AesV3 if data.is_empty() => Some(vec![]),
            Self::AesV2 | Self::AesV3 => {
                let (iv, data) = data.split_at_checked(IV)?;
                if self == Self::AesV2 {
                    let cipher = cbc::Decryptor::<Aes128>::new_from_slices(key, iv).ok()?;
                    cipher.decrypt_padded_vec::<Pkcs7>(data).ok()
                } else {
                    let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key, iv).ok()?;
                    cipher.decrypt_padded_vec::<Pkcs7>(data).ok()
                }
            }
        }
    }

    /// Nothing when the key has not the length of the method.
    pub(super) fn encrypt(self, key: &[u8], iv: [u8; IV], data: &[u8]) -> Option<Vec<u8>> {
        let sealed = match self {
            Self::Identity => return Some(data.to_vec()),
            Self::V2 => return rc4(key, data),
            Self::AesV2 => {
                cbc::Encryptor::<Aes128>::new_from_slices(key, &iv).ok()?.encrypt_padded_vec::<Pkcs7>(data)
            }
            Self::AesV3 => {
                cbc::Encryptor::<Aes256>::new_from_slices(key, &iv).ok()?.encrypt_padded_vec::<Pkcs7>(data)
            }
        };
        Some([iv.as_slice(), &sealed].concat())
    }
}

/// RC4 one way or the other; nothing for a key without a byte.
pub(super) fn rc4(key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let mut data = data.to_vec();
    Rc4::new_from_slice(key).ok()?.apply_keystream(&mut data);
    Some(data)
}
