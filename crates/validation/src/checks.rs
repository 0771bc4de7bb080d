//! The rows of a report as they are made, and the conclusion they lead to.

use std::collections::BTreeMap;

use crate::report::{Answer, Check, Conclusion, Indication, Question, SubIndication};

/// Rows so far. The first failure decides; without one, the first that is undetermined.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    rows: Vec<Check>,
    worst: Option<Conclusion>,
}

/// Figures for a row.
pub(crate) type Detail<'a> = &'a [(&'a str, String)];

impl Checks {
    pub fn passed(&mut self, question: Question, clause: &str, detail: Detail<'_>) {
        self.row(question, Answer::Passed, clause, detail);
    }

    pub fn failed(&mut self, question: Question, clause: &str, why: SubIndication, detail: Detail<'_>) {
        self.row(question, Answer::Failed, clause, detail);
        self.conclude(Conclusion::failed(why));
    }

    pub fn indeterminate(
        &mut self,
        question: Question,
        clause: &str,
        why: SubIndication,
        detail: Detail<'_>,
    ) {
        self.row(question, Answer::Indeterminate, clause, detail);
        self.conclude(Conclusion::indeterminate(why));
    }

    pub fn not_applicable(&mut self, question: Question, clause: &str) {
        self.row(question, Answer::NotApplicable, clause, &[]);
    }

    pub fn not_judged(&mut self, question: Question, clause: &str) {
        self.row(question, Answer::NotJudged, clause, &[]);
    }

    /// Records the answer to a question that has a conclusion of its own.
    pub fn concluded(
        &mut self,
        question: Question,
        clause: &str,
        conclusion: Conclusion,
        detail: Detail<'_>,
    ) {
        match (conclusion.indication, conclusion.sub_indication) {
            (Indication::TotalPassed, _) => self.passed(question, clause, detail),
            (Indication::TotalFailed, why) => {
                self.failed(question, clause, why.unwrap_or(SubIndication::FormatFailure), detail);
            }
            (Indication::Indeterminate, why) => {
                self.indeterminate(question, clause, why.unwrap_or(SubIndication::TryLater), detail);
            }
        }
    }

    pub fn conclusion(&self) -> Conclusion {
        self.worst.unwrap_or(Conclusion::PASSED)
    }

    pub fn into_rows(self) -> Vec<Check> {
        self.rows
    }

    fn row(&mut self, question: Question, answer: Answer, clause: &str, detail: Detail<'_>) {
        let detail = detail
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect::<BTreeMap<_, _>>();
        self.rows.push(Check { question, answer, clause: clause.to_owned(), detail });
    }

    fn conclude(&mut self, conclusion: Conclusion) {
        if self.worst.is_none_or(|worst| worst.indication < conclusion.indication) {
            self.worst = Some(conclusion);
        }
    }
}
