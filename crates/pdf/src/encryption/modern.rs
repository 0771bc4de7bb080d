//! The file's key from a password, revisions 5 and 6 (ISO 32000-2 §7.6.4.3 and §7.6.4.4).

use aes::{
    Aes128, Aes256, Block,
    cipher::{
        BlockCipherDecrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit, block_padding::NoPadding,
    },
};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// Bytes of a password that count.
pub(super) const MAX_PASSWORD: usize = 127;

/// `/U`, `/O`: a hash, a salt to check the password, a salt to make the key.
const VERIFIER: usize = 48;

/// The entries of the encryption dictionary that the key depends on.
pub(super) struct Modern<'a> {
    pub(super) revision: i64,
    pub(super) owner: &'a [u8],
    pub(super) owner_key: &'a [u8],
    pub(super) user: &'a [u8],
    pub(super) user_key: &'a [u8],
}

impl Modern<'_> {
    /// The key, if this is the user's password (algorithm 11).
    pub(super) fn as_user(&self, password: &[u8]) -> Option<Vec<u8>> {
        self.opened(password, self.user, b"", self.user_key)
    }

    /// The key, if this is the owner's password (algorithm 12).
    pub(super) fn as_owner(&self, password: &[u8]) -> Option<Vec<u8>> {
        self.opened(password, self.owner, self.user.get(..VERIFIER)?, self.owner_key)
    }

    /// Algorithm 2.A.
    fn opened(&self, password: &[u8], verifier: &[u8], user: &[u8], wrapped: &[u8]) -> Option<Vec<u8>> {
        let (hash, salts) = verifier.get(..VERIFIER)?.split_at_checked(32)?;
        let (checks, makes) = salts.split_at_checked(8)?;
        if self.hash(password, checks, user)? != hash {
            return None;
        }
        let key = self.hash(password, makes, user)?;
        let cipher = cbc::Decryptor::<Aes256>::new_from_slices(&key, &[0; 16]).ok()?;
        cipher.decrypt_padded_vec::<NoPadding>(wrapped.get(..32)?).ok()
    }

    fn hash(&self, password: &[u8], salt: &[u8], user: &[u8]) -> Option<Vec<u8>> {
        let first = Sha256::new().chain_update(password).chain_update(salt).chain_update(user).finalize();
        if self.revision == 5 { Some(first.to_vec()) } else { hardened(password, first.to_vec(), user) }
    }
}

/// Algorithm 2.B. The last byte is at most 255, so that it ends after 288 rounds; a round works on 64 times the at most
/// 239 bytes of password, digest and verifier.
fn hardened(password: &[u8], first: Vec<u8>, user: &[u8]) -> Option<Vec<u8>> {
    let mut key = first;
    for round in 1_u16.. {
        let text = [password, &key, user].concat().repeat(64);
        let (aes_key, iv) = (key.get(..16)?, key.get(16..32)?);
        let sealed = cbc::Encryptor::<Aes128>::new_from_slices(aes_key, iv).ok()?;
        let sealed = sealed.encrypt_padded_vec::<NoPadding>(&text);
        // 256 leaves 1 when divided by 3, so that the sum of the bytes tells as much as the number.
        let sum: u32 = sealed.iter().take(16).map(|&byte| u32::from(byte)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&sealed).to_vec(),
            1 => Sha384::digest(&sealed).to_vec(),
            _ => Sha512::digest(&sealed).to_vec(),
        };
        let last = u16::from(sealed.last().copied()?);
        if round >= 64 && last <= round.saturating_sub(32) {
            break;
        }
    }
    key.truncate(32);
    Some(key)
}

/// Algorithm 13: the permissions that `/Perms` holds, out of reach for whoever has not the key.
pub(super) fn permissions(key: &[u8], perms: &[u8]) -> Option<u32> {
    let mut block: Block = Block::try_from(perms.get(..16)?).ok()?;
    Aes256::new_from_slice(key).ok()?.decrypt_block(&mut block);
    match block.as_slice() {
        [a, b, c, d, _, _, _, _, _, b'a', b'd', b'b', ..] => Some(u32::from_le_bytes([*a, *b, *c, *d])),
        _ => None,
    }
}
