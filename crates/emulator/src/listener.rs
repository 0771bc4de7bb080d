//! One socket of a served world: from bytes to [`World::handle`] and back, waking long polls on the way.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::State;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::machine::now_ms;
use crate::reply::{ConnectionCut, Reply, authority, empty};
use crate::spoil::Blanks;
use crate::urls::{OF_EVERY_COMPUTER, host};
use crate::world::World;

/// Request bodies beyond this get 413; a signature request has some 600 octets, an OCSP request less.
const MAX_BODY: usize = 64 * 1024;

/// What the HTTPS side serves.
pub const API: &[&str] = &["smart-id-rp", "mid-api", "csc", "csc-login", "mock", "device-link"];
/// What the HTTP side serves.
pub const SUPPORT: &[&str] = &["csc-login", "ocsp", "crl", "ca", "tsa", "phone", "admin"];

/// What one socket serves alone.
pub const EVERYTHING: &[&str] = &[
    "smart-id-rp",
    "mid-api",
    "csc",
    "csc-login",
    "mock",
    "device-link",
    "ocsp",
    "crl",
    "ca",
    "tsa",
    "phone",
    "admin",
];

/// One of the sockets.
#[derive(Clone)]
pub struct Side {
    pub world: Arc<World>,
    /// Sends whenever something may have changed, so that long polls look again.
    pub changed: watch::Sender<()>,
    /// First segments of the paths that are served here.
    pub services: &'static [&'static str],
    pub port: u16,
    /// Other names of this computer, whatever port is named with them.
    pub names: Arc<[String]>,
}

impl Side {
    /// Serves all of it.
    pub fn router(self) -> Router {
        Router::new().fallback(answer).with_state(self)
    }

    /// Whether the request is for this side of this computer. Another name in `Host` is a web page elsewhere that
    /// had its name resolve to here.
    fn is_meant(&self, request: &axum::extract::Request) -> bool {
        let service = request.uri().path().trim_start_matches('/').split('/').next().unwrap_or_default();
        let here = OF_EVERY_COMPUTER.map(|name| format!("{name}:{}", self.port));
        let named =
            |authority: &str| self.names.iter().any(|known| known.eq_ignore_ascii_case(host(authority)));
        self.services.contains(&service)
            && authority(request).is_some_and(|at| here.iter().any(|name| name == at) || named(at))
    }
}

async fn answer(State(side): State<Side>, request: axum::extract::Request) -> Response {
    if !side.is_meant(&request) {
        return sent(empty(404));
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, MAX_BODY).await else { return sent(empty(413)) };
    let request = http::Request::from_parts(parts, body.to_vec());
    let reads_only = request.method() == http::Method::GET;
    let arrived = now_ms();
    let mut changed = side.changed.subscribe();
    loop {
        let (world, again) = (side.world.clone(), request.clone());
        // A signature with a large key takes a while
        let reply = spawn_blocking(move || world.handle(again, arrived, now_ms())).await;
        match reply {
            Ok(Reply::Ready(response)) => {
                if !reads_only {
                    side.changed.send_replace(());
                }
                return sent(response);
            }
            Ok(Reply::Pending { until_ms }) => {
                let rest = Duration::from_millis(u64::try_from(until_ms - now_ms()).unwrap_or(0).max(1));
                tokio::select! {
                    () = tokio::time::sleep(rest) => {}
                    _ = changed.changed() => {}
                }
            }
            Err(_) => return sent(empty(500)),
        }
    }
}

fn sent(response: http::Response<Vec<u8>>) -> Response {
    if response.extensions().get::<ConnectionCut>().is_some() {
        return ([(CONTENT_LENGTH, "1000")], Body::new(Broken)).into_response();
    }
    match response.extensions().get() {
        Some(Blanks(count)) => {
            let rest = *count;
            response.map(|body| Body::new(Padded { body: body.into(), rest })).into_response()
        }
        None => response.map(Body::from),
    }
}

/// A body with blanks behind it, which are sent without being held.
struct Padded {
    body: Bytes,
    rest: u64,
}

/// The same again and again.
static BLANKS: [u8; 64 * 1024] = [b' '; 64 * 1024];

impl HttpBody for Padded {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        let piece = std::mem::take(&mut self.body);
        if !piece.is_empty() {
            return Poll::Ready(Some(Ok(http_body::Frame::data(piece))));
        }
        let count = self.rest.min(BLANKS.len() as u64);
        self.rest -= count;
        let blanks = usize::try_from(count).ok().and_then(|count| BLANKS.get(..count)).unwrap_or_default();
        let frame = (!blanks.is_empty()).then(|| Ok(http_body::Frame::data(Bytes::from_static(blanks))));
        Poll::Ready(frame)
    }
}

/// A body that never comes: the connection breaks instead.
struct Broken;

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}
