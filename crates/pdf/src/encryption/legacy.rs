//! The file's key from a password, revisions 2 to 4 (ISO 32000-1 §7.6.3.3 and §7.6.3.4).

use md5::{Digest, Md5};

use super::cipher::rc4;

/// What fills a password up to 32 bytes.
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e,
    0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// The entries of the encryption dictionary that the key depends on.
pub(super) struct Legacy<'a> {
    pub(super) revision: i64,
    pub(super) owner: &'a [u8],
    pub(super) user: &'a [u8],
    pub(super) permissions: u32,
    /// The first element of `/ID`.
    pub(super) identifier: &'a [u8],
    pub(super) encrypt_metadata: bool,
}

impl Legacy<'_> {
    /// The key of `length` bytes, if this is the user's password (algorithm 6).
    pub(super) fn as_user(&self, password: &[u8], length: usize) -> Option<Vec<u8>> {
        let key = self.key(password, length);
        let expected = self.verifier(&key)?;
        let told = self.user.get(..expected.len())?;
        (told == expected).then_some(key)
    }

    /// The key of `length` bytes, if this is the owner's password (algorithm 7), and the user's password that it leads to.
    pub(super) fn as_owner(&self, password: &[u8], length: usize) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut digest = Md5::digest(padded(password));
        for _ in 0..self.rounds(50) {
            digest = Md5::digest(digest);
        }
        let key = digest.get(..length)?;
        let mut user = self.owner.get(..32)?.to_vec();
        for round in (0..=self.rounds(19)).rev() {
            user = rc4(&turned(key, round), &user)?;
        }
        let key = self.as_user(&user, length)?;
        let end = (0..=user.len()).find(|&end| PADDING.starts_with(user.get(end..).unwrap_or_default()));
        user.truncate(end.unwrap_or(user.len()));
        Some((key, user))
    }

    /// Algorithm 2.
    fn key(&self, password: &[u8], length: usize) -> Vec<u8> {
        let mut hash = Md5::new()
            .chain_update(padded(password))
            .chain_update(self.owner.get(..32).unwrap_or_default())
            .chain_update(self.permissions.to_le_bytes())
            .chain_update(self.identifier);
        if self.revision >= 4 && !self.encrypt_metadata {
            hash.update([0xff; 4]);
        }
        let mut digest = hash.finalize();
        for _ in 0..self.rounds(50) {
            digest = Md5::digest(digest.get(..length).unwrap_or_default());
        }
        digest.get(..length).unwrap_or_default().to_vec()
    }

    /// Algorithms 4 and 5: what `/U` begins with.
    fn verifier(&self, key: &[u8]) -> Option<Vec<u8>> {
        let mut value = match self.revision {
            2 => PADDING.to_vec(),
            _ => Md5::new().chain_update(PADDING).chain_update(self.identifier).finalize().to_vec(),
        };
        for round in 0..=self.rounds(19) {
            value = rc4(&turned(key, round), &value)?;
        }
        Some(value)
    }

    /// Revision 2 does once what the later ones do again and again.
    fn rounds(&self, later: u8) -> u8 {
        if self.revision == 2 { 0 } else { later }
    }
}

fn padded(password: &[u8]) -> [u8; 32] {
    let mut padded = [0; 32];
    let filling = password.iter().chain(&PADDING);
    padded.iter_mut().zip(filling).for_each(|(into, byte)| *into = *byte);
    padded
}

fn turned(key: &[u8], round: u8) -> Vec<u8> {
    key.iter().map(|byte| byte ^ round).collect()
}
