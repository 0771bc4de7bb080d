//! Error bodies, RFC 9457 with the `errors` extension of the RP API.

use serde::Serialize;
use serde_json::{Value, json};

use crate::reply::{self, Answer};

/// A request that is turned down.
#[derive(Debug)]
pub struct Problem {
    status: u16,
    detail: &'static str,
    errors: Vec<Fault>,
}

/// One entry of `errors[]`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    param_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
}

impl Fault {
    /// A fault of the field at `pointer` (RFC 6901).
    pub fn at(pointer: &str, reason: &str) -> Self {
        let name = pointer.rsplit('/').next().unwrap_or(pointer);
        Self {
            code: None,
            detail: format!("Invalid {name}: {reason}"),
            param_name: Some(name.to_owned()),
            pointer: Some(pointer.to_owned()),
        }
    }
}

impl Problem {
    /// 400: these parameters are wrong.
    pub fn invalid(errors: Vec<Fault>) -> Self {
        Self { status: 400, detail: "Invalid request parameters found", errors }
    }

    /// 400: one parameter is wrong.
    pub fn invalid_field(pointer: &str, reason: &str) -> Self {
        Self::invalid(vec![Fault::at(pointer, reason)])
    }

    /// 400: the body is not what it should be at all.
    pub fn unreadable(detail: &'static str) -> Self {
        Self { status: 400, detail, errors: Vec::new() }
    }

    /// 403: this relying party may not do that.
    pub fn forbidden(pointer: &str, reason: &str) -> Self {
        Self { status: 403, detail: "Forbidden", errors: vec![Fault::at(pointer, reason)] }
    }

    /// 404: the person has no account at all.
    pub fn person_not_found() -> Self {
        Self { status: 404, detail: "Not Found", errors: Vec::new() }
    }

    /// 404: the person has accounts, but none of the kind that was asked for.
    pub fn no_suitable_account() -> Self {
        let fault = Fault {
            code: Some("NO_SUITABLE_ACCOUNT_FOUND"),
            detail: "No suitable account of requested type found, but user has some other accounts".into(),
            param_name: None,
            pointer: None,
        };
        Self { status: 404, detail: "Not Found", errors: vec![fault] }
    }

    /// Whether it says that the person has accounts of another kind.
    pub fn names_other_accounts(&self) -> bool {
        self.errors.iter().any(|fault| fault.code == Some("NO_SUITABLE_ACCOUNT_FOUND"))
    }

    /// An answer of a bare status: the schema gives 401, 480, 580 and some 404 no body.
    pub fn bare(status: u16) -> Self {
        Self { status, detail: "", errors: Vec::new() }
    }

    /// The answer that says so; `task` names this occurrence.
    pub fn answer(&self, task: &str) -> Answer {
        if self.detail.is_empty() {
            return reply::empty(self.status);
        }
        let title = match self.status {
            400 => "Bad Request",
            403 => "Forbidden",
            _ => "Not Found",
        };
        let mut body = json!({
            "type": "about:blank", "status": self.status, "title": title, "detail": self.detail,
            "instance": format!("/task-id/{task}"),
        });
        if !self.errors.is_empty() {
            body["errors"] = serde_json::to_value(&self.errors).unwrap_or(Value::Null);
        }
        reply::json(self.status, &body)
    }
}
