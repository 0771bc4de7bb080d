//! Reproducible randomness: SHA-256 in counter mode.
//!
//! The whole world is a function of one seed, so that a test which failed once fails again. Every purpose draws
//! from its own stream ([`Random::derive`]); what one session draws never shifts what another one gets.

use std::convert::Infallible;

use rsa::rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};

/// A deterministic stream of bytes.
#[derive(Clone)]
pub struct Random {
    seed: [u8; 32],
    counter: u64,
    block: [u8; 32],
    used: usize,
}

impl Random {
    /// The stream of `seed`.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0, block: [0; 32], used: 32 }
    }

    /// An independent stream for `purpose`, the same one for the same seed and purpose.
    pub fn derive(seed: &[u8; 32], purpose: &str) -> Self {
        Self::from_seed(Sha256::new().chain_update(seed).chain_update(purpose.as_bytes()).finalize().into())
    }

    /// The next `N` bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// A number below `bound`; the bias of the remainder does not matter here.
    pub fn below(&mut self, bound: u64) -> u64 {
        u64::from_be_bytes(self.bytes()) % bound.max(1)
    }

    fn fill(&mut self, out: &mut [u8]) {
        for byte in out {
            if self.used == self.block.len() {
                self.refill();
            }
            *byte = self.block[self.used];
            self.used += 1;
        }
    }

    fn refill(&mut self) {
        let block = Sha256::new().chain_update(self.seed).chain_update(self.counter.to_be_bytes()).finalize();
        self.block = block.into();
        self.counter += 1;
        self.used = 0;
    }
}

impl TryRng for Random {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_be_bytes(self.bytes()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_be_bytes(self.bytes()))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.fill(out);
        Ok(())
    }
}

impl TryCryptoRng for Random {}
