//! The page on which a person decides.

use std::fmt::Write as _;

use http::HeaderValue;
use http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};

use super::authorization::{Request, Wanted};
use super::vault::USERS;
use crate::reply::{self, Answer};

/// No scripts. `form-action` stays open: the answer to the form leads back to the program.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
const STYLE: &str = "body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}\
    button{font:inherit;padding:.6rem 1.2rem;margin-right:1rem}code{word-break:break-all}";

/// The page for a request, whose query goes back with the decision.
pub fn page(request: &Request, query: &str) -> Answer {
    let mut body = String::new();
    // Writing to a String cannot fail.
    let _ = match &request.wanted {
        Wanted::Service => write!(
            body,
            "<p>A program on this computer wants to see which keys you have here.</p><p><label>You are \
             <select name=user>{}</select></label></p>",
            USERS.map(|user| format!("<option>{user}</option>")).concat()
        ),
        Wanted::Credential { id, count, description, .. } => write!(
            body,
            "<p>A program on this computer wants <strong>{count} signature(s)</strong> with your key \
             <code>{}</code>:</p><p>{}</p>",
            escaped(id),
            escaped(description)
        ),
    };
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>Signing service of the demo</title><style>{STYLE}</style><h1>Signing service of the demo</h1>\
         <form method=post action=decide><input type=hidden name=request value=\"{}\">{body}\
         <button name=decision value=approve>Approve</button><button name=decision value=refuse>Refuse</button>\
         </form><p><small>This is a demonstration: nothing here has legal effect.</small></p>",
        escaped(query)
    );
    told(200, html)
}

/// A page that only says something.
pub fn notice(status: u16, words: &str) -> Answer {
    told(
        status,
        format!("<!doctype html><meta charset=utf-8><title>Signing service</title><p>{}</p>", escaped(words)),
    )
}

fn told(status: u16, html: String) -> Answer {
    let mut answer = reply::answer(status, "text/html; charset=utf-8", html.into_bytes());
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
