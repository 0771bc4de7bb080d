//! An error in three lines: what, why, what to do now; its code in brackets.

use std::collections::BTreeMap;
use std::path::Path;

use native::small_file;
use workflow::error::Error;
use workflow::report::json;
use workflow::report::words::{Value, Words, plain};

/// Why the work could not be done.
#[derive(Debug)]
pub struct Failure {
    /// A stable name of the case: `error-{code}` are its words.
    pub code: String,
    /// Its figures.
    pub values: BTreeMap<String, String>,
}

impl Failure {
    /// A case of the command line's own.
    pub fn new(code: &str, values: &[(&str, &str)]) -> Self {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { code: code.to_owned(), values }
    }

    /// That a file was not read: because of what it is, or the case `code`.
    pub fn of_file(code: &str, path: &Path, error: &std::io::Error) -> Self {
        let code = small_file::code(error).unwrap_or(code);
        Self::new(code, &[("path", &path.display().to_string()), ("detail", &error.to_string())])
    }

    /// The case in words, for JSON.
    pub fn worded(&self, words: &Words) -> json::Failure {
        let id = format!("error-{}", self.code);
        let id = if words.has(&id) { id.as_str() } else { "report-unknown-error" };
        let safe: Vec<(&str, String)> =
            self.values.iter().map(|(name, value)| (name.as_str(), plain(value))).collect();
        let mut figures: Vec<(&str, Value<'_>)> =
            safe.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
        figures.push(("code", Value::from(self.code.as_str())));
        let attribute = |name| words.attribute(id, name, &figures).unwrap_or_default();
        json::Failure {
            code: self.code.clone(),
            message: words.text(id, &figures),
            cause: attribute("cause"),
            next: attribute("next"),
            values: self.values.clone(),
        }
    }

    /// The case in three lines, about the file of that name if there are several.
    pub fn lines(&self, about: Option<&str>, words: &Words) -> String {
        let worded = self.worded(words);
        let about = about.map(|name| format!("{}: ", plain(name))).unwrap_or_default();
        let figures = self.figures();
        let head = words.text(
            "cli-error-head",
            &[("message", worded.message.into()), ("code", self.code.as_str().into())],
        );
        let why = words.text("report-why", &[("why", worded.cause.into())]);
        let next = words.text("report-next", &[("next", worded.next.into())]);
        format!("{about}{head}\n{why}{figures}\n{next}")
    }

    /// The figures behind the cause, for those who look into it.
    fn figures(&self) -> String {
        // Why, and of whom, is in words already where somebody else was asked; all of them stand in the details.
        let in_words = ["why", "fault"].iter().any(|name| self.values.contains_key(*name));
        let said =
            self.values.iter().filter(|(name, value)| !value.is_empty() && (!in_words || *name == "detail"));
        let said: Vec<String> = said.map(|(name, value)| format!("{name}: {}", plain(value))).collect();
        if said.is_empty() || SPEAKS_FOR_ITSELF.contains(&self.code.as_str()) {
            String::new()
        } else {
            format!(" ({})", said.join(", "))
        }
    }
}

/// Cases whose figures would only say the same again.
const SPEAKS_FOR_ITSELF: [&str; 61] = [
    "account-unusable",
    "app-too-old",
    "certificate-mismatch",
    "client-too-old",
    "code-checksum",
    "code-form",
    "csc-certificate-expired",
    "csc-certificate-revoked",
    "csc-certificate-suspended",
    "csc-client-not-allowed",
    "csc-client-refused",
    "csc-credential-unknown",
    "csc-denied",
    "csc-disabled",
    "csc-fault",
    "csc-grant",
    "csc-locked",
    "csc-no-credential",
    "csc-not-authorised",
    "csc-not-offered",
    "csc-response-type",
    "csc-sad-expired",
    "csc-sad-invalid",
    "csc-scope",
    "csc-secret-missing",
    "csc-session-over",
    "csc-several-credentials",
    "csc-state",
    "csc-timed-out",
    "csc-token-invalid",
    "csc-too-many",
    "csc-wrong-data",
    "csc-wrong-otp",
    "document-number-form",
    "document-unusable",
    "empty-file",
    "identifier-form",
    "interrupted",
    "maintenance",
    "mobile-cancelled",
    "mobile-delivery-failed",
    "mobile-fault",
    "mobile-hash-mismatch",
    "mobile-not-active",
    "mobile-not-client",
    "mobile-not-found",
    "mobile-not-ready",
    "mobile-phone-absent",
    "mobile-sim-fault",
    "mobile-timed-out",
    "not-found",
    "password-needed",
    "phone-number-form",
    "see-app",
    "server-fault",
    "timed-out",
    "too-many-requests",
    "user-refused",
    "user-refused-choice",
    "wrong-code",
    "wrong-password",
];

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self { code: error.code().to_owned(), values: error.values() }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

impl From<native::Error> for Failure {
    fn from(error: native::Error) -> Self {
        Self::new(error.code(), &[("detail", &error.to_string())])
    }
}

impl From<&native::profiles::Error> for Failure {
    fn from(error: &native::profiles::Error) -> Self {
        Self { code: error.code().to_owned(), values: error.values() }
    }
}

impl From<native::profiles::Error> for Failure {
    fn from(error: native::profiles::Error) -> Self {
        Self::from(&error)
    }
}
