//! A time-stamp from the signing service, §11.13.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::DigestAlgorithm;
use pki::tsp::Token as Stamp;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::exchange::json;

use super::call::Call;
use super::client::Client;
use super::credential::malformed;
use super::oauth::Token;
use super::problem;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asking {
    hash: String,
    hash_algo: String,
    nonce: String,
}

#[derive(Deserialize)]
struct Answer {
    /// A service in the field writes it otherwise.
    #[serde(alias = "timeStampToken")]
    timestamp: String,
}

/// A time-stamp over a hash. It is over that hash and has the nonce; whether its signer may be believed is judged elsewhere.
/// `nonce` is a large number, big-endian, that is asked with once.
pub fn timestamp(
    client: &Client,
    token: &Token,
    digest: &[u8],
    algorithm: DigestAlgorithm,
    nonce: &[u8],
) -> Call<Stamp> {
    let bare: Vec<u8> = nonce.iter().copied().skip_while(|byte| *byte == 0).collect();
    let hex = bare.iter().map(|byte| format!("{byte:02x}")).collect();
    let asking = Asking { hash: STANDARD.encode(digest), hash_algo: algorithm.oid().to_string(), nonce: hex };
    let request = client.request("signatures/timestamp", Some(&token.access), &asking);
    let digest = digest.to_vec();
    Call::once(request, move |response, _| {
        let answer: Answer = json(&problem::body(response)?.1)?;
        let der = STANDARD.decode(answer.timestamp).map_err(|_| malformed("timestamp"))?;
        let stamp = Stamp::parse(&der).map_err(|_| malformed("timestamp"))?;
        if stamp.imprint.hash != digest || stamp.imprint.algorithm != Ok(algorithm) {
            return Err(Error::ImprintMismatch);
        }
        if stamp.nonce.as_deref() != Some(&bare) {
            return Err(Error::NonceMismatch);
        }
        Ok(stamp)
    })
}
