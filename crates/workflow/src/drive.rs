//! All waiting for a service is this one loop.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use pki::Time;
use remote::{Session, Step};

use crate::error::Error;
use crate::event::Event;
use crate::host::{Host, Response, UnreachableCause};

/// How often a request is repeated when the network failed, where [`Session::may_repeat`] and
/// [`Session::recognised_for`] let it be.
const REPEATS: u32 = 3;
/// The wait before a repetition.
const PAUSE: Duration = Duration::from_secs(2);

/// Leads a conversation to its end.
///
/// `look` sees every answer before the conversation does, and can end it.
pub(crate) async fn drive<S: Session>(
    host: &impl Host,
    mut session: S,
    look: impl Fn(&Response) -> Result<(), Error>,
) -> Result<S::Output, Error> {
    let mut tries = Tries::default();
    loop {
        match session.poll(host.now())? {
            Step::Send(request) => {
                let sent = host.now();
                match meanwhile(host, &mut session, host.send(request)).await? {
                    Ok(response) => {
                        tries = Tries::default();
                        look(&response)?;
                        session.handle(response, host.now());
                    }
                    Err(unreachable) => {
                        let again = host.now().plus(PAUSE);
                        if !tries.may_go_on(&unreachable.cause, &session, sent, again) {
                            return Err(unreachable.into());
                        }
                        meanwhile(host, &mut session, host.sleep_until(again)).await?;
                    }
                }
            }
            Step::Wait { until } => host.sleep_until(until).await,
            Step::Show(prompt) => host.notify(Event::Prompt(prompt)),
            Step::Done(output) => return Ok(output),
        }
    }
}

/// Waits for something, and shows what there is to show before it comes: a picture on the screen grows old however long a
/// service takes.
async fn meanwhile<S: Session, T>(
    host: &impl Host,
    session: &mut S,
    awaited: impl Future<Output = T>,
) -> Result<T, Error> {
    let mut awaited = pin!(awaited);
    while let Some(at) = session.shows_next() {
        let mut clock = pin!(host.sleep_until(at));
        let came = poll_fn(|context| match awaited.as_mut().poll(context) {
            Poll::Ready(came) => Poll::Ready(Some(came)),
            Poll::Pending => clock.as_mut().poll(context).map(|()| None),
        });
        if let Some(came) = came.await {
            return Ok(came);
        }
        if let Step::Show(prompt) = session.poll(host.now())? {
            host.notify(Event::Prompt(prompt));
        }
    }
    Ok(awaited.await)
}

/// How often one request failed, and since when it may have arrived nevertheless.
#[derive(Default)]
struct Tries {
    failed: u32,
    arrived: Option<Time>,
}

impl Tries {
    /// Whether the request that was sent at that time may be sent `again`, and may fare better then. A pin that does not
    /// match never does; what may have arrived is repeated only where that does no harm, or for as long as the service
    /// takes a repetition for the same. A time-out is longer than that.
    fn may_go_on(
        &mut self,
        cause: &UnreachableCause,
        session: &impl Session,
        sent: Time,
        again: Time,
    ) -> bool {
        let passing = match cause {
            UnreachableCause::Connect | UnreachableCause::NoProxy { .. } => true,
            UnreachableCause::TimedOut | UnreachableCause::Broken { .. } => {
                self.arrived.get_or_insert(sent);
                session.may_repeat()
            }
            _ => false,
        };
        let known = match (self.arrived, session.recognised_for()) {
            (Some(_), Some(_)) if *cause == UnreachableCause::TimedOut => false,
            (Some(first), Some(time)) => first <= again && again.since(first) <= time,
            _ => true,
        };
        self.failed += 1;
        passing && known && self.failed <= REPEATS
    }
}
