//! The person's browser: sent to a page of a service, and waited for at an address of this computer (RFC 8252 §7.3).

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;
use workflow::browser::{NoReturn, Returned, Secret};

use crate::opener;

/// What a browser has for its request line and headers, in bytes and in time.
const LONGEST: usize = 16 << 10;
const PATIENCE: Duration = Duration::from_secs(10);
/// A browser opens a few connections to be quick, and asks for an icon; more than this is none.
const CONNECTIONS: usize = 100;

/// Shows a page in the person's browser, and does not wait for it. The browser is told no secret of ours.
///
/// # Errors
/// Nothing here opens pages.
pub fn open_page(url: &str) -> std::io::Result<()> {
    // Elsewhere the system starts the browser, or one that runs already is told.
    if cfg!(all(unix, not(target_os = "macos"))) {
        opener::first_of(open::commands(url))
    } else {
        open::that_detached(url)
    }
}

/// A place to come back to: one path at a free port of this computer.
pub(crate) struct Doorstep {
    listener: TcpListener,
    /// The whole address.
    pub redirect: String,
    host: String,
    path: String,
}

impl Doorstep {
    /// Listens for a browser that comes to this path.
    pub(crate) async fn open(path: &str) -> Result<Self, NoReturn> {
        let failed = |error: std::io::Error| NoReturn::NotListening { detail: error.to_string() };
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let host = format!("127.0.0.1:{port}");
        Ok(Self { listener, redirect: format!("http://{host}/{path}"), host, path: format!("/{path}") })
    }

    /// Waits until it comes, and says goodbye to it.
    pub(crate) async fn wait(self, farewell: &str, time: Duration) -> Result<Returned, NoReturn> {
        timeout(time, self.first(farewell)).await.unwrap_or(Err(NoReturn::TimedOut))
    }

    async fn first(self, farewell: &str) -> Result<Returned, NoReturn> {
        let words: Arc<str> = page(farewell).into();
        let (host, path): (Arc<str>, Arc<str>) = (self.host.as_str().into(), self.path.as_str().into());
        let mut guests = JoinSet::new();
        let mut left = CONNECTIONS;
        loop {
            tokio::select! {
                accepted = self.listener.accept(), if left > 0 => {
                    let accepted = accepted.map_err(|error| NoReturn::NotListening { detail: error.to_string() });
                    let (stream, _) = accepted?;
                    left -= 1;
                    let (words, host, path) = (Arc::clone(&words), Arc::clone(&host), Arc::clone(&path));
                    guests.spawn(async move { greet(stream, &host, &path, &words).await });
                }
                Some(greeted) = guests.join_next() => {
                    if let Ok(Some(query)) = greeted {
                        return Ok(Returned { redirect: self.redirect, query });
                    }
                }
                else => return Err(NoReturn::TimedOut),
            }
        }
    }
}

/// The query of the one who was expected; anybody else is told that there is nothing here.
async fn greet(mut stream: TcpStream, host: &str, path: &str, words: &str) -> Option<Secret> {
    let head = timeout(PATIENCE, head(&mut stream)).await.ok()??;
    let query = expected(&head, host, path);
    let answer = match &query {
        Some(_) => format!(
            "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
             cache-control: no-store\r\nreferrer-policy: no-referrer\r\n\
             content-security-policy: default-src 'none'\r\nconnection: close\r\n\r\n{words}",
            words.len()
        ),
        None => "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned(),
    };
    // A browser that is gone already has brought what it was to bring.
    let _ = timeout(PATIENCE, stream.write_all(answer.as_bytes())).await;
    let _ = timeout(PATIENCE, stream.shutdown()).await;
    query
}

/// Request line and headers.
async fn head(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut piece).await.ok()?;
        head.extend_from_slice(piece.get(..read)?);
        if read == 0 || head.len() > LONGEST {
            return None;
        }
    }
    Some(head)
}

/// The query of a GET for the path. Another name in `Host` is a web page elsewhere that had its name resolve to here.
fn expected(head: &[u8], host: &str, path: &str) -> Option<Secret> {
    let text = std::str::from_utf8(head).ok()?;
    let mut lines = text.split("\r\n");
    let target = lines.next()?.strip_prefix("GET ")?.split(' ').next()?;
    let (asked, query) = target.split_once('?')?;
    let named = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("host").then(|| value.trim())
    });
    (asked == path && named == Some(host)).then(|| Secret::new(query))
}

fn page(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!("<!doctype html><meta charset=utf-8><title>Pitser</title><p>{words}</p>\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    async fn say(address: &str, text: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_browser_that_was_sent_is_taken_and_nobody_else() {
        let doorstep = Doorstep::open("a1b2").await.unwrap();
        let (host, redirect) = (doorstep.host.clone(), doorstep.redirect.clone());
        let waiting = tokio::spawn(doorstep.wait("Go back & <sign>", Duration::from_secs(20)));
        // A connection that was opened to be quick, and says nothing.
        let idle = TcpStream::connect(&host).await.unwrap();
        for (line, named) in [
            ("GET /favicon.ico?x HTTP/1.1", host.as_str()),
            ("GET /a1b2?code=x HTTP/1.1", "evil.example"),
            ("POST /a1b2?code=x HTTP/1.1", host.as_str()),
            ("GET /a1b2 HTTP/1.1", host.as_str()),
        ] {
            let answer = say(&host, &format!("{line}\r\nHost: {named}\r\n\r\n")).await;
            assert!(answer.starts_with("HTTP/1.1 404 "), "{line} {named}: {answer}");
        }
        let answer = say(&host, &format!("GET /a1b2?code=x&state=y HTTP/1.1\r\nhost: {host}\r\n\r\n")).await;
        assert!(
            answer.starts_with("HTTP/1.1 200 ") && answer.contains("Go back &amp; &lt;sign>"),
            "{answer}"
        );
        let returned = waiting.await.unwrap().unwrap();
        assert_eq!((returned.redirect, returned.query.reveal()), (redirect, "code=x&state=y"));
        assert!(TcpStream::connect(&host).await.is_err(), "nobody is expected any more");
        drop(idle);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn nobody_is_waited_for_for_ever_and_no_head_is_endless() {
        let doorstep = Doorstep::open("a1b2").await.unwrap();
        let host = doorstep.host.clone();
        let waiting = tokio::spawn(doorstep.wait("", Duration::from_millis(1500)));
        let mut stream = TcpStream::connect(&host).await.unwrap();
        let endless = "x".repeat(LONGEST + 4096);
        let _ = stream.write_all(endless.as_bytes()).await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.is_empty(), "there is nothing to say to that");
        assert_eq!(waiting.await.unwrap(), Err(NoReturn::TimedOut));
    }
}
