//! What left this computer and what came back, for whoever wants to know: without secrets, personal codes masked. Of what was
//! sent every field is named, with as much of its value as is nobody's secret; of what came back, how much it was.

use pki::Time;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::host::{Request, Response, Unreachable};
pub use crate::told::Field;
use crate::told::{content, fields};

/// One request and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// When it was sent.
    pub at: Time,
    /// `GET` or `POST`.
    pub method: String,
    /// Where to: without a query, identifiers of sessions, and whole personal codes.
    pub address: String,
    /// Bytes of the request's body.
    pub sent: usize,
    /// The media type of the request's body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// What the request told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Milliseconds until the answer was there whole, or it was clear that none would come.
    pub took: u64,
    /// The status of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Bytes of the answer's body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<usize>,
    /// The code of what kept the answer from coming; `cancelled` when nobody waited for it any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Exchange {
    /// A request that is being sent; nobody waits for its answer yet.
    pub fn begun(request: &Request, at: Time) -> Self {
        Self {
            at,
            method: request.method().to_string(),
            address: address(request.uri()),
            sent: request.body().len(),
            content: content(request),
            fields: fields(request),
            took: 0,
            status: None,
            received: None,
            failure: Some("cancelled".to_owned()),
        }
    }

    /// What came of it, at that moment.
    pub fn ended(&mut self, answer: &Result<Response, Unreachable>, at: Time) {
        self.took = u64::try_from(at.since(self.at).as_millis()).unwrap_or(u64::MAX);
        match answer {
            Ok(response) => {
                self.status = Some(response.status().as_u16());
                self.received = Some(response.body().len());
                self.failure = None;
            }
            Err(unreachable) => self.failure = Some(Error::from(unreachable.clone()).code().to_owned()),
        }
    }
}

/// The longest address that is noted; those of the services have some dozens of characters.
const LONGEST: usize = 300;

fn address(uri: &http::Uri) -> String {
    let host = uri.authority().map(|authority| authority.as_str().rsplit('@').next().unwrap_or_default());
    let mut path = String::new();
    let mut before = "";
    for segment in uri.path().split('/').skip(1) {
        path.push('/');
        // Who has the identifier of a session can ask for its outcome.
        path.push_str(if before == "session" { "…" } else { segment });
        before = segment;
    }
    let scheme = uri.scheme_str().unwrap_or_default();
    let whole = format!("{scheme}://{}{}", host.unwrap_or_default(), remote::masked(&path));
    whole.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::host::UnreachableCause;

    fn noted(url: &str) -> String {
        Exchange::begun(&http::Request::get(url).body(Vec::new()).unwrap(), Time::from_unix_seconds(0))
            .address
    }

    #[test]
    fn an_address_tells_no_session_no_key_and_no_whole_code() {
        for (url, shown) in [
            (
                "https://sid.demo.sk.ee/smart-id-rp/v3/session/de305d54-75b4-431b-adb2-eb6b9e546014?timeoutMs=30000",
                "https://sid.demo.sk.ee/smart-id-rp/v3/session/…",
            ),
            (
                "https://a/v3/signature/notification/document/PNOLV-050405-10009-DEM0-Q",
                "https://a/v3/signature/notification/document/PNOLV-••••••••0009-DEM0-Q",
            ),
            ("https://user:key@tsa.example:8443/tsa?apikey=1234", "https://tsa.example:8443/tsa"),
        ] {
            assert_eq!(noted(url), shown);
        }
        assert_eq!(noted(&format!("https://a/{}", "x".repeat(1000))).len(), LONGEST);
    }

    #[test]
    fn an_answer_has_a_status_and_a_failure_a_code() {
        let request = http::Request::post("https://a/tsa").body(vec![0; 59]).unwrap();
        let at = Time::from_unix_millis;
        let mut exchange = Exchange::begun(&request, at(1_000));
        assert_eq!((exchange.sent, exchange.failure.as_deref()), (59, Some("cancelled")));
        exchange.ended(&Ok(http::Response::new(vec![0; 3])), at(1_250));
        assert_eq!((exchange.took, exchange.status, exchange.received), (250, Some(200), Some(3)));
        assert_eq!(exchange.failure, None);
        let unreachable = Unreachable { host: "a".into(), cause: UnreachableCause::TimedOut };
        exchange.ended(&Err(unreachable), at(61_000));
        assert_eq!((exchange.took, exchange.failure.as_deref()), (60_000, Some("service-timed-out")));
    }
}
