//! What was compared, what is meant to differ, and what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use pitser_tests::{Exchange, aloud};
use serde_json::Value;

use crate::judge::{Fault, Judge, Measure, SPICE};

/// Exchanges compared by all stories so far.
static TOTAL: AtomicUsize = AtomicUsize::new(0);

/// The account of one story.
pub struct Ledger {
    judge: &'static Judge,
    story: &'static str,
    compared: BTreeMap<(String, u16), usize>,
    end_results: BTreeSet<String>,
    aside: usize,
    spiced: usize,
    meant: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Ledger {
    /// An empty one.
    pub fn open(judge: &'static Judge, story: &'static str) -> Self {
        Self {
            judge,
            story,
            compared: BTreeMap::new(),
            end_results: BTreeSet::new(),
            aside: 0,
            spiced: 0,
            meant: BTreeMap::new(),
            wrong: Vec::new(),
        }
    }

    /// What our client said and heard: the request may have no field that the schema does not name.
    pub fn client(&mut self, exchanges: &[Exchange]) {
        for exchange in exchanges {
            if is_other_service(exchange) {
                self.aside += 1;
                continue;
            }
            for fault in self.judge.request(&exchange.request, Measure::Exact) {
                self.wrong(exchange, "request", &fault);
            }
            self.service(exchange);
        }
    }

    /// What the emulator answered, whoever asked.
    pub fn service(&mut self, exchange: &Exchange) {
        let name =
            self.judge.operation(&exchange.request).map_or("none".into(), |(_, found)| found.name.to_owned());
        *self.compared.entry((name.clone(), exchange.response.status().as_u16())).or_default() += 1;
        let body = serde_json::from_slice::<Value>(exchange.response.body()).unwrap_or(Value::Null);
        self.spiced += usize::from(body.get(SPICE).is_some());
        if let Some(end) = body.pointer("/result/endResult").and_then(Value::as_str) {
            self.end_results.insert(end.to_owned());
        }
        let mut faults = self.judge.response(&exchange.request, &exchange.response, Measure::Published);
        for fault in self.judge.response(&exchange.request, &exchange.response, Measure::Exact) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        for fault in faults {
            match meant(&name, &fault, &body) {
                Some(reason) => *self.meant.entry(reason).or_default() += 1,
                None => self.wrong(exchange, "answer", &fault),
            }
        }
    }

    /// Notes what is wrong beside the schema.
    pub fn note(&mut self, wrong: String) {
        self.wrong.push(wrong);
    }

    /// How many exchanges ended with this status.
    pub fn with_status(&self, status: u16) -> usize {
        self.compared.iter().filter(|((_, known), _)| *known == status).map(|(_, count)| count).sum()
    }

    /// The values of `endResult` that came.
    pub fn end_results(&self) -> &BTreeSet<String> {
        &self.end_results
    }

    /// Prints the figures; fails with everything that is wrong.
    pub fn close(self) {
        let count: usize = self.compared.values().sum();
        let total = TOTAL.fetch_add(count, Ordering::Relaxed) + count;
        let mut operations: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((name, status), count) in &self.compared {
            operations.entry(name).or_default().push(format!("{status}×{count}"));
        }
        let mut said = format!(
            "openapi, {}: {count} exchanges validated ({total} so far), {} with {SPICE}, {} with other services",
            self.story, self.spiced, self.aside
        );
        for (name, statuses) in operations {
            said += &format!("\n    {name}: {}", statuses.join(" "));
        }
        for (reason, count) in &self.meant {
            said += &format!("\n    meant to differ: {reason}: {count}");
        }
        aloud(&said);
        let distinct: BTreeSet<_> = self.wrong.iter().collect();
        let shown: Vec<_> = distinct.iter().take(60).map(|line| line.as_str()).collect();
        assert!(
            self.wrong.is_empty(),
            "{} differences, {} distinct:\n{}",
            self.wrong.len(),
            distinct.len(),
            shown.join("\n")
        );
    }

    fn wrong(&mut self, exchange: &Exchange, side: &str, fault: &Fault) {
        let (method, path) = (exchange.request.method(), exchange.request.uri().path());
        self.wrong.push(format!("{method} {path} {}: {side}: {fault}", exchange.response.status()));
    }
}

/// OCSP, CRL, CA and TSA have no OpenAPI document.
fn is_other_service(exchange: &Exchange) -> bool {
    let path = exchange.request.uri().path();
    ["/ocsp", "/crl", "/ca/", "/tsa"].iter().any(|service| path.starts_with(service))
}

/// Why an answer of the emulator to an operation is meant to differ from the document.
fn meant(operation: &str, fault: &Fault, body: &Value) -> Option<&'static str> {
    match (operation, fault) {
        (_, Fault::Status(471 | 472)) => {
            Some("471 and 472 of the versions before 3.2, which clients may still meet")
        }
        (_, Fault::Status(500..=503)) => Some("5xx, which every server may answer"),
        ("sessionStatus", Fault::Status(403)) => Some("403 to a question for a session, ordered by a test"),
        ("sendDeviceLink", Fault::UnexpectedBody) => Some("the mock phone gives its reason in plain words"),
        (_, Fault::Field { pointer, .. })
            if pointer == "/result/endResult" && body.pointer(pointer)? == "ACCOUNT_UNUSABLE" =>
        {
            Some("ACCOUNT_UNUSABLE: in the text of the published schema, not in its enumeration")
        }
        _ => None,
    }
}
