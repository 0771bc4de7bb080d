//! Time-stamp, OCSP, CRL and certificate servers: what is sent, and what is accepted.
#![allow(clippy::unwrap_used, missing_docs)]

use remote::{Error, Response, aia, crl, ocsp, tsa};

fn answer(status: u16, content: Option<&str>, length: usize) -> Response {
    let mut response = http::Response::builder().status(status);
    if let Some(content) = content {
        response = response.header("content-type", content);
    }
    response.body(vec![0x30; length]).unwrap()
}

#[test]
fn requests_say_what_they_are() {
    let request = tsa::request("http://tsa.demo.sk.ee/tsa", vec![1, 2, 3]).unwrap();
    assert_eq!((request.method().as_str(), request.body().as_slice()), ("POST", &[1, 2, 3][..]));
    assert_eq!(request.headers()["content-type"], "application/timestamp-query");
    let request = ocsp::request("http://aia.demo.sk.ee/eidq2024e", vec![1]).unwrap();
    assert_eq!(request.headers()["content-type"], "application/ocsp-request");
    let request = crl::request("http://c.sk.ee/test_eid-q_2024e.crl").unwrap();
    assert_eq!((request.method().as_str(), request.body().len()), ("GET", 0));
    assert!(matches!(aia::request("ldap://c.sk.ee/cn=x"), Err(Error::Address { .. })));
}

#[test]
fn only_the_right_kind_of_answer_is_read() {
    let reply = "application/timestamp-reply";
    assert_eq!(tsa::read(answer(200, Some(reply), 5)).unwrap().len(), 5);
    assert_eq!(tsa::read(answer(200, Some("Application/Timestamp-Reply; x=1"), 5)).unwrap().len(), 5);
    let html = Error::ContentType { expected: reply, found: "text/html".into() };
    assert_eq!(tsa::read(answer(200, Some("text/html"), 5)), Err(html));
    assert_eq!(tsa::read(answer(200, None, 5)).unwrap_err().code(), "content-type");
    assert_eq!(ocsp::read(answer(200, Some(reply), 5)).unwrap_err().code(), "content-type");
    assert!(crl::read(answer(200, None, 5)).is_ok());
    assert!(crl::read(answer(200, Some("application/octet-stream"), 5)).is_ok());
    assert_eq!(crl::read(answer(200, Some("text/html"), 5)).unwrap_err().code(), "content-type");
    assert_eq!(aia::read(answer(200, None, 5)).unwrap_err().code(), "certificate-unreadable");
}

#[test]
fn statuses_and_sizes_are_facts() {
    let reply = Some("application/timestamp-reply");
    assert_eq!(tsa::read(answer(403, reply, 0)), Err(Error::Refused { status: 403, detail: String::new() }));
    assert_eq!(tsa::read(answer(503, reply, 0)), Err(Error::Unavailable { status: Some(503) }));
    assert_eq!(tsa::read(answer(400, reply, 0)), Err(Error::UnexpectedStatus { status: 400 }));
    assert_eq!(crl::read(answer(404, None, 0)), Err(Error::NotFound));
    let (length, maximum) = ((256 << 10) + 1, 256 << 10);
    assert_eq!(tsa::read(answer(200, reply, length)), Err(Error::TooLarge { length, maximum }));
}
