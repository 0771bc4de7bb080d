//! What a signing service wants to know of the person while it is waited for.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use workflow::browser::Secret;

/// The question that is on the screen, and where its answer goes; and the page that the browser was sent to.
#[derive(Default)]
pub struct Asking(Mutex<Open>);

#[derive(Default)]
struct Open {
    /// Whether work is under way that may ask.
    listens: bool,
    question: Option<Waiting>,
    page: Option<String>,
}

/// For what is waited.
enum Waiting {
    Answer(Sender<Secret>),
    Choice(Sender<String>),
}

impl Asking {
    /// Work begins that may ask.
    pub fn begin(&self) {
        self.with(|open| *open = Open { listens: true, ..Open::default() });
    }

    /// The work is over: whoever waits for an answer gets none.
    pub fn end(&self) {
        self.with(|open| *open = Open::default());
    }

    /// Shows a question and waits for its answer; none when the work ends before.
    pub fn answer(&self, show: impl FnOnce()) -> Option<Secret> {
        self.wait(Waiting::Answer, show)
    }

    /// Shows what there is to choose from and waits for the choice; none when the work ends before.
    pub fn choice(&self, show: impl FnOnce()) -> Option<String> {
        self.wait(Waiting::Choice, show)
    }

    fn wait<T>(&self, waiting: impl FnOnce(Sender<T>) -> Waiting, show: impl FnOnce()) -> Option<T> {
        let told: Receiver<T> = self.with(|open| {
            let (tell, told) = channel();
            open.listens.then(|| {
                open.question = Some(waiting(tell));
                told
            })
        })?;
        show();
        told.recv().ok()
    }

    /// Somebody answered. Nothing happens where nothing was asked.
    pub fn answered(&self, answer: Secret) {
        if let Some(Waiting::Answer(tell)) = self.taken(|waiting| matches!(waiting, Waiting::Answer(_))) {
            tell.send(answer).ok();
        }
    }

    /// Somebody chose. Nothing happens where there was nothing to choose.
    pub fn chosen(&self, choice: String) {
        if let Some(Waiting::Choice(tell)) = self.taken(|waiting| matches!(waiting, Waiting::Choice(_))) {
            tell.send(choice).ok();
        }
    }

    fn taken(&self, is_meant: impl Fn(&Waiting) -> bool) -> Option<Waiting> {
        self.with(|open| open.question.take_if(|waiting| is_meant(waiting)))
    }

    /// The browser was sent to a page.
    pub fn sent_to(&self, page: String) {
        self.with(|open| open.page = Some(page).filter(|_| open.listens));
    }

    /// The page that the browser was sent to last, and may still be at.
    pub fn page(&self) -> Option<String> {
        self.with(|open| open.page.clone())
    }

    /// The browser is done there; whether it had been sent anywhere.
    pub fn returned(&self) -> bool {
        self.with(|open| open.page.take().is_some())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Open) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;

    use super::*;

    #[test]
    fn an_answer_goes_to_the_question_that_is_shown() {
        let asking = Arc::new(Asking::default());
        asking.begin();
        let (shown, seen) = channel();
        let asker = Arc::clone(&asking);
        let waiting = thread::spawn(move || asker.answer(|| shown.send(()).expect("seen")));
        seen.recv().expect("shown");
        asking.chosen("a key".to_owned());
        asking.answered(Secret::new("1234"));
        assert_eq!(waiting.join().expect("no panic"), Some(Secret::new("1234")));
        // It is not asked any more.
        asking.answered(Secret::new("5678"));
        let asker = Arc::clone(&asking);
        let waiting = thread::spawn(move || asker.choice(|| ()));
        while asking.with(|open| open.question.is_none()) {
            thread::yield_now();
        }
        asking.answered(Secret::new("9"));
        asking.chosen("a key".to_owned());
        assert_eq!(waiting.join().expect("no panic").as_deref(), Some("a key"));
    }

    #[test]
    fn whoever_waits_for_an_answer_is_let_go_when_the_work_ends() {
        let asking = Arc::new(Asking::default());
        asking.begin();
        let (shown, seen) = channel();
        let asker = Arc::clone(&asking);
        let waiting = thread::spawn(move || asker.answer(|| shown.send(()).expect("seen")));
        seen.recv().expect("shown");
        asking.end();
        assert_eq!(waiting.join().expect("no panic"), None);
        assert_eq!(asking.answer(|| panic!("nothing is shown")), None);
        asking.sent_to("https://example.org/".to_owned());
        assert_eq!((asking.page(), asking.returned()), (None, false));
    }
}
