//! The demo's phone and switches, as its page uses them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Phone {
    /// `127.0.0.1:PORT`
    host: String,
}

impl Phone {
    pub fn at(url: &str) -> Self {
        let rest = url.strip_prefix("http://").unwrap();
        Self { host: rest.split('/').next().unwrap().to_owned() }
    }

    /// Points the camera at the screen: the session that begins.
    pub async fn scan(&self, document_number: &str) -> String {
        let body = json!({"documentNumber": document_number});
        let (status, told) = self.ask("POST", "/phone/scan", Some(&body)).await;
        assert_eq!(status, 200, "{told}");
        told["session"].as_str().unwrap().to_owned()
    }

    /// The request of the given kind, when it is there.
    pub async fn request(&self, kind: &str) -> Value {
        let begun = Instant::now();
        loop {
            let (_, state) = self.ask("GET", "/phone/state", None).await;
            let requests = state["requests"].as_array().cloned().unwrap_or_default();
            if let Some(request) = requests.into_iter().find(|request| request["kind"] == kind) {
                return request;
            }
            assert!(begun.elapsed() < PATIENCE, "no {kind} on the phone: {state}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    pub async fn approve(&self, session: &str, pin: Option<&str>) {
        self.post("/phone/approve", &json!({"session": session, "pin": pin})).await;
    }

    pub async fn choose(&self, session: &str, code: &str, pin: &str) {
        self.post("/phone/approve", &json!({"session": session, "code": code, "pin": pin})).await;
    }

    pub async fn post(&self, path: &str, body: &Value) {
        let (status, told) = self.ask("POST", path, Some(body)).await;
        assert_eq!(status, 200, "{path} {body}: {told}");
    }

    async fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> (u16, Value) {
        let body = body.map(Value::to_string).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.host,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.host).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let (head, rest) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let json = rest.find(['{', '[']).map(|start| rest[start..].trim_end_matches(['\r', '\n', '0']));
        (status, json.and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Value::Null))
    }
}
