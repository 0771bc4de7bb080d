//! The one signing that is under way.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use native::Machine;
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::oneshot;
use workflow::event::{Event, LeftOpen, Prompt};
use workflow::host::Host;
use workflow::open;

use crate::asking::Asking;
use crate::desk::Desk;
use crate::window::MAIN;
use crate::wire::{Failure, Progress};

/// The one signing that is under way, how to stop it, and what it asks.
#[derive(Default)]
pub struct Running {
    stop: Mutex<Option<oneshot::Sender<()>>>,
    /// What the person is asked meanwhile.
    pub asking: Asking,
    /// Looks after what an earlier one left open on the phone.
    after: Mutex<Option<JoinHandle<()>>>,
}

impl Running {
    /// Does the work unless other work is under way. [`Running::cancel`] drops it where it stands.
    ///
    /// # Errors
    /// What the work fails with; it was cancelled; other work is under way.
    pub async fn run<T, E: Into<Failure>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Result<T, Failure> {
        let (cancel, cancelled) = oneshot::channel();
        let _place = self.take_place(cancel)?;
        let after = self.after().take();
        if let Some(after) = after {
            // What it has in hand has to be free before the work asks for it.
            after.abort();
            let _ = after.await;
        }
        tokio::select! {
            biased;
            done = work => done.map_err(Into::into),
            _ = cancelled => Err(Failure::cancelled()),
        }
    }

    /// Looks after what was left open on a phone, until something else is begun.
    pub fn look_after(&self, work: impl Future<Output = ()> + Send + 'static) {
        if let Some(before) = self.after().replace(tauri::async_runtime::spawn(work)) {
            before.abort();
        }
    }

    fn after(&self) -> MutexGuard<'_, Option<JoinHandle<()>>> {
        self.after.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops what is under way, if anything is.
    pub fn cancel(&self) {
        if let Some(cancel) = self.place().take() {
            cancel.send(()).ok();
        }
    }

    fn take_place(&self, cancel: oneshot::Sender<()>) -> Result<Place<'_>, Failure> {
        let mut place = self.place();
        if place.as_ref().is_some_and(|running| !running.is_closed()) {
            return Err(Failure::busy());
        }
        *place = Some(cancel);
        self.asking.begin();
        Ok(Place(self))
    }

    fn place(&self) -> MutexGuard<'_, Option<oneshot::Sender<()>>> {
        self.stop.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes room again, however the work ends.
struct Place<'a>(&'a Running);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.asking.end();
        self.0.place().take();
    }
}

/// A machine that tells the window what happens.
///
/// # Errors
/// The services of the profile are not there.
pub async fn telling(app: &AppHandle, desk: &Desk) -> Result<Machine, Failure> {
    let (app, world) = (app.clone(), desk.world().await?);
    let clock = Arc::clone(&world.silent);
    let asked = (app.clone(), app.clone());
    let tell = move |event| {
        let asking = &app.state::<Desk>().running.asking;
        match &event {
            Event::Prompt(Prompt::DeviceLink { link, .. }) => hold_up(app.clone(), link.clone()),
            Event::Prompt(Prompt::Browser { url }) => asking.sent_to(url.clone()),
            Event::Done(_) => come_forward(&app),
            Event::LeftOpen(left) => look_after(app.clone(), left.clone()),
            _ => {}
        }
        if let Some(progress) = Progress::new(event, clock.now()) {
            show(&app, progress);
        }
    };
    let machine = world.machine(tell)?.asking(move |question| {
        let shown = || show_in_front(&asked.0, Progress::question(question));
        asked.0.state::<Desk>().running.asking.answer(shown)
    });
    Ok(machine.offering(move |offers| {
        let shown = || show_in_front(&asked.1, Progress::offers(offers));
        asked.1.state::<Desk>().running.asking.choice(shown)
    }))
}

fn show(app: &AppHandle, progress: Progress) {
    app.emit_to(MAIN, "progress", progress).ok();
}

/// The same for what has to be answered in the window.
fn show_in_front(app: &AppHandle, progress: Progress) {
    come_forward(app);
    show(app, progress);
}

/// Where the browser was sent to a page and has done its part, the window that it covers takes its place again.
fn come_forward(app: &AppHandle) {
    let returned = app.state::<Desk>().running.asking.returned();
    if let Some(window) = app.get_webview_window(MAIN).filter(|_| returned) {
        window.unminimize().and_then(|()| window.set_focus()).ok();
    }
}

/// Looks after what was left open on a phone, so that it is known as soon as it is over.
fn look_after(app: AppHandle, left: LeftOpen) {
    let desk = app.clone();
    desk.state::<Desk>().running.look_after(async move {
        let desk = app.state::<Desk>();
        let Ok(world) = desk.world().await else { return };
        if open::look_after(&*world.silent, &world.profile, &left).await.is_ok() {
            show(&app, Progress::Settled);
        }
    });
}

/// The camera of the demo's phone sees what is on the screen. It looks from outside the window.
fn hold_up(app: AppHandle, link: String) {
    tauri::async_runtime::spawn(async move {
        if let Ok(world) = app.state::<Desk>().world().await {
            world.hold_up(&link).await;
        }
    });
}

#[cfg(test)]
mod tests {
    use std::future::{Future, pending, ready};

    use super::{Failure, Running};

    type Done = Result<u8, Failure>;

    fn now<T>(work: impl Future<Output = T>) -> T {
        tauri::async_runtime::block_on(work)
    }

    #[test]
    fn a_second_signing_waits_for_nobody_it_is_refused() {
        let running = Running::default();
        now(async {
            let first = running.run(pending::<Done>());
            let second = async {
                let refused = running.run(ready(Done::Ok(2))).await;
                running.cancel();
                refused
            };
            let (first, second) = tokio::join!(first, second);
            assert_eq!(first, Err(Failure::cancelled()));
            assert_eq!(second, Err(Failure::busy()));
            assert_eq!(running.run(ready(Done::Ok(3))).await, Ok(3));
        });
    }

    #[test]
    fn cancelling_nothing_is_nothing() {
        let running = Running::default();
        running.cancel();
        assert_eq!(now(running.run(ready(Done::Ok(1)))), Ok(1));
    }
}
