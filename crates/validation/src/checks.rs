//! The rows of a report as they are made, and the conclusion they lead to.

use crate::cause::Cause;
use crate::policy::Level;
use crate::report::{Answer, Check, Conclusion, Indication, Question, SubIndication, Used};
use crate::sight::Sight;

/// Rows so far. The first failure decides; without one, the first that is undetermined: of those, what somebody may have done to
/// the document comes before what is not known of certificates, which may be known tomorrow.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    /// Each with the number of the time-stamp that it is about; 0 where it is about none.
    rows: Vec<(usize, Check)>,
    /// The time-stamp that rows are told of now, and how many there were.
    stamp: usize,
    stamps: usize,
    /// Whether the last answer has a row: the policy may not have wanted to hear of it.
    told: bool,
    worst: Option<(Conclusion, bool)>,
}

/// Figures for a row.
pub(crate) type Detail<'a> = &'a [(&'static str, String)];

impl Checks {
    pub fn passed(&mut self, question: Question, clause: &'static str, detail: Detail<'_>) {
        self.row(question, Answer::Passed, clause, detail);
    }

    pub fn failed(
        &mut self,
        question: Question,
        clause: &'static str,
        why: SubIndication,
        detail: Detail<'_>,
    ) {
        self.row(question, Answer::Failed, clause, detail);
        self.conclude(question, Conclusion::failed(why));
    }

    pub fn indeterminate(
        &mut self,
        question: Question,
        clause: &'static str,
        why: SubIndication,
        detail: Detail<'_>,
    ) {
        self.row(question, Answer::Indeterminate, clause, detail);
        self.conclude(question, Conclusion::indeterminate(why));
    }

    pub fn not_applicable(&mut self, question: Question, clause: &'static str) {
        self.row(question, Answer::NotApplicable, clause, &[]);
    }

    pub fn not_judged(&mut self, question: Question, clause: &'static str) {
        self.row(question, Answer::NotJudged, clause, &[]);
    }

    /// Records the answer to a question that has a conclusion of its own.
    pub fn concluded(
        &mut self,
        question: Question,
        clause: &'static str,
        conclusion: Conclusion,
        detail: Detail<'_>,
    ) {
        self.told(question, clause, conclusion.indication, detail);
        self.conclude(question, conclusion);
    }

    /// Records an answer that leads to no conclusion by itself: what it is part of has one.
    pub fn told(
        &mut self,
        question: Question,
        clause: &'static str,
        indication: Indication,
        detail: Detail<'_>,
    ) {
        let answer = match indication {
            Indication::TotalPassed => Answer::Passed,
            Indication::Indeterminate => Answer::Indeterminate,
            Indication::TotalFailed => Answer::Failed,
        };
        self.row(question, answer, clause, detail);
    }

    /// A conclusion that rows tell already.
    pub fn settle(&mut self, conclusion: Conclusion) {
        self.weigh(conclusion, false);
    }

    /// Records that a constraint of the policy is not met, which stands in the way only if the policy says so.
    pub fn constrained(
        &mut self,
        question: Question,
        clause: &'static str,
        level: Level,
        why: SubIndication,
        detail: Detail<'_>,
    ) {
        match level {
            Level::Fail => self.indeterminate(question, clause, why, detail),
            level => self.unmet(question, clause, level, detail),
        }
    }

    /// Records that something is not met that leads to no conclusion by itself, as far as the policy wants to hear of it.
    pub fn unmet(&mut self, question: Question, clause: &'static str, level: Level, detail: Detail<'_>) {
        match level {
            Level::Fail => self.row(question, Answer::Indeterminate, clause, detail),
            Level::Warn => self.row(question, Answer::Warning, clause, detail),
            Level::Inform => self.row(question, Answer::Information, clause, detail),
            Level::Ignore => self.told = false,
        }
    }

    /// Records what rows are told of the next time-stamp.
    pub fn next_stamp<T>(&mut self, rows: impl FnOnce(&mut Self) -> T) -> T {
        self.stamps += 1;
        self.stamp = self.stamps;
        let told = rows(self);
        self.stamp = 0;
        told
    }

    /// Names what the last answer rests on.
    pub fn rests_on(&mut self, evidence: impl IntoIterator<Item = Used>) {
        if let Some((_, row)) = self.rows.last_mut().filter(|_| self.told) {
            row.evidence = evidence.into_iter().collect();
        }
    }

    /// What the rows on a question are about.
    pub fn shows(&mut self, question: Question, sights: &[Sight]) {
        for (_, row) in self.rows.iter_mut().filter(|(_, row)| row.question == question) {
            row.sights = sights.to_vec();
        }
    }

    /// In parts, what a figure of the last row tells technically.
    pub fn because(&mut self, causes: &[Cause]) {
        let (Some(first), Some((_, row))) = (causes.first(), self.rows.last_mut()) else { return };
        let first = first.to_string();
        // The policy may not have wanted to hear of it.
        let tells = |(_, told): (&str, &str)| !first.is_empty() && told.starts_with(&first);
        if row.sights.is_empty() && row.detail.iter().any(tells) {
            row.sights = causes.iter().map(Sight::cause).collect();
        }
    }

    /// Whether one of these questions has an answer that keeps the signature from passing.
    pub fn is_obstructed(&self, questions: &[Question]) -> bool {
        let open = |row: &&(usize, Check)| matches!(row.1.answer, Answer::Failed | Answer::Indeterminate);
        self.rows.iter().filter(open).any(|(_, row)| questions.contains(&row.question))
    }

    pub fn conclusion(&self) -> Conclusion {
        self.worst.map_or(Conclusion::PASSED, |(conclusion, _)| conclusion)
    }

    /// In the order of the standard; what is asked of each time-stamp stands together within its process.
    pub fn into_rows(mut self) -> Vec<Check> {
        self.rows.sort_by_key(|(stamp, row)| (row.question.process(), *stamp, row.question));
        self.rows.into_iter().map(|(_, row)| row).collect()
    }

    fn row(&mut self, question: Question, answer: Answer, clause: &'static str, detail: Detail<'_>) {
        let (detail, evidence, sights) = (detail.iter().cloned().collect(), Vec::new(), Vec::new());
        let check = Check { question, answer, clause: clause.into(), detail, evidence, sights };
        self.rows.push((self.stamp, check));
        self.told = true;
    }

    fn conclude(&mut self, question: Question, conclusion: Conclusion) {
        self.weigh(conclusion, question.is_about_document());
    }

    fn weigh(&mut self, conclusion: Conclusion, about_document: bool) {
        let undetermined = conclusion.indication == Indication::Indeterminate;
        let weight = |(conclusion, about): &(Conclusion, bool)| (conclusion.indication, *about);
        let found = (conclusion, about_document && undetermined);
        if self.worst.as_ref().is_none_or(|worst| weight(worst) < weight(&found)) {
            self.worst = Some(found);
        }
    }
}
