//! Certificate revocation lists, RFC 5280 §5.

use super::authority::Authority;
use super::extension::{self, Criticality::Informative};
use super::hierarchy::DAY;
use super::oids::CRL_REASON;
use crate::asn1::{context, integer, sequence, tagged, time};

/// Why and when a certificate was revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Milliseconds since the Unix epoch.
    pub at: i64,
    /// `CRLReason` of RFC 5280 §5.3.1; 0 (unspecified) is left out.
    pub reason: u8,
}

/// The list of `authority` as of `now`, valid for seven days.
pub fn list(authority: &Authority, revoked: &[([u8; 16], Revocation)], now: i64) -> Vec<u8> {
    let number = u64::try_from(now.saturating_sub(authority.not_before) / 1000).unwrap_or(0);
    let extensions =
        sequence(&[extension::authority_key(&authority.key_identifier), extension::crl_number(number)]);
    let mut fields = vec![
        integer(&[1]),
        authority.algorithm(),
        authority.name.clone(),
        time(now),
        time(now.saturating_add(7 * DAY)),
    ];
    // An empty list must be absent, §5.1.2.6
    if !revoked.is_empty() {
        fields.push(sequence(&revoked.iter().map(entry).collect::<Vec<_>>()));
    }
    fields.push(context(0, &extensions));
    authority.sign(sequence(&fields))
}

fn entry((serial, revocation): &([u8; 16], Revocation)) -> Vec<u8> {
    let mut fields = vec![integer(serial), time(revocation.at)];
    if revocation.reason != 0 {
        let reason = extension::extension(CRL_REASON, Informative, &tagged(0x0a, &[revocation.reason]));
        fields.push(sequence(&[reason]));
    }
    sequence(&fields)
}
