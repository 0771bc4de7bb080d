//! All waiting for a service is this one loop.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use pki::Time;
use remote::{OnPhone, Session, Step};

use crate::error::Error;
use crate::event::Event;
use crate::host::{Host, Response, UnreachableCause};
use crate::open::Held;

/// How often a request is repeated when the network failed, where [`Session::may_repeat`] and
/// [`Session::recognised_for`] let it be.
const REPEATS: u32 = 3;
/// The wait before a repetition.
const PAUSE: Duration = Duration::from_secs(2);

/// Leads a conversation to its end.
///
/// `look` sees every answer before the conversation does, and can end it.
pub(crate) async fn drive<S: Session, H: Host>(
    host: &H,
    session: S,
    look: impl Fn(&Response) -> Result<(), Error>,
) -> Result<S::Output, Error> {
    Box::pin(drive_noted(host, session, look, None::<&mut Held<'_, H>>)).await
}

/// The same, where it may open something on somebody's phone: that is noted.
pub(crate) async fn drive_noted<S: Session, H: Host>(
    host: &H,
    mut session: S,
    look: impl Fn(&Response) -> Result<(), Error>,
    mut held: Option<&mut Held<'_, H>>,
) -> Result<S::Output, Error> {
    let mut tries = Tries::default();
    loop {
        match session.poll(host.now())? {
            Step::Send(request) => {
                if let Some(held) = &mut held {
                    held.before(&session.on_phone())?;
                }
                let sent = host.now();
                match meanwhile(host, &mut session, host.send(request)).await? {
                    Ok(response) => {
                        tries = Tries::default();
                        let seen = look(&response);
                        session.handle(response, host.now());
                        if let Some(held) = &mut held {
                            held.after(session.on_phone());
                        }
                        seen?;
                    }
                    Err(unreachable) => {
                        let again = host.now().plus(PAUSE);
                        if !tries.may_go_on(&unreachable.cause, &session, sent, again) {
                            if let Some(held) = held.filter(|_| tries.never_sent) {
                                held.never_sent();
                            }
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

/// What a conversation has on somebody's phone, at one look.
pub(crate) enum Look<T> {
    /// It is open.
    Running,
    /// It is over; with what came of it, if it ended well.
    Over(Option<T>),
    /// Nobody said, for this reason.
    Unknown(Error),
}

/// Asks once for the state of a session that was opened before. Nothing is shown to anybody.
pub(crate) async fn glance<S: Session>(host: &impl Host, mut session: S) -> Look<S::Output> {
    session.briefly();
    loop {
        match session.poll(host.now()) {
            Ok(Step::Send(request)) => {
                let response = match host.send(request).await {
                    Ok(response) => response,
                    Err(unreachable) => return Look::Unknown(unreachable.into()),
                };
                let status = response.status();
                session.handle(response, host.now());
                match (session.on_phone(), session.poll(host.now())) {
                    (OnPhone::Over, _) => {}
                    (_, Err(error)) => return Look::Unknown(error.into()),
                    (_, Ok(_)) if status == 200 => return Look::Running,
                    // It is asked once more whether there is really no such session.
                    (_, Ok(_)) if status == 404 => {}
                    // A fault that passes is not waited for.
                    (_, Ok(_)) => {
                        let status = Some(status.as_u16());
                        return Look::Unknown(remote::Error::Unavailable { status }.into());
                    }
                }
            }
            Ok(Step::Show(_)) => {}
            Ok(Step::Wait { until }) => host.sleep_until(until).await,
            Ok(Step::Done(output)) => return Look::Over(Some(output)),
            Err(_) if session.on_phone() == OnPhone::Over => return Look::Over(None),
            Err(error) => return Look::Unknown(error.into()),
        }
    }
}

/// Whether nothing of a request arrived at the service.
const fn never_sent(cause: &UnreachableCause) -> bool {
    match cause {
        UnreachableCause::Name
        | UnreachableCause::Connect
        | UnreachableCause::NoProxy { .. }
        | UnreachableCause::ProxyLogin { .. }
        | UnreachableCause::ProxyLoginForm { .. }
        | UnreachableCause::ProxyNotTrusted { .. }
        | UnreachableCause::ProxyRefused { .. }
        | UnreachableCause::NotTrusted { .. }
        | UnreachableCause::PinMismatch { .. }
        | UnreachableCause::Address { .. } => true,
        UnreachableCause::TimedOut
        | UnreachableCause::TooLarge
        | UnreachableCause::Redirect { .. }
        | UnreachableCause::Broken { .. } => false,
    }
}

/// How often one request failed, and since when it may have arrived nevertheless.
struct Tries {
    failed: u32,
    arrived: Option<Time>,
    /// Whether it surely did not arrive.
    never_sent: bool,
}

impl Default for Tries {
    fn default() -> Self {
        Self { failed: 0, arrived: None, never_sent: true }
    }
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
        self.never_sent &= never_sent(cause);
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
