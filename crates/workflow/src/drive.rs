//! All waiting for a service is this one loop.

use std::time::Duration;

use remote::{Session, Step};

use crate::error::Error;
use crate::event::Event;
use crate::host::{Host, Response, Unreachable, UnreachableCause};

/// How often a request is repeated when the network failed; Smart-ID recognises a repetition within 15 seconds, and what
/// does not, says so: [`Session::may_repeat`].
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
    let mut failures = 0;
    loop {
        match session.poll(host.now())? {
            Step::Send(request) => match host.send(request).await {
                Ok(response) => {
                    failures = 0;
                    look(&response)?;
                    session.handle(response, host.now());
                }
                Err(unreachable) if failures < REPEATS && is_passing(&unreachable, session.may_repeat()) => {
                    failures += 1;
                    host.sleep_until(host.now().plus(PAUSE)).await;
                }
                Err(unreachable) => return Err(Error::Unreachable(unreachable)),
            },
            Step::Wait { until } => host.sleep_until(until).await,
            Step::Show(prompt) => host.notify(Event::Prompt(prompt)),
            Step::Done(output) => return Ok(output),
        }
    }
}

/// Whether the same request may be sent once more, and may fare better in a moment. A pin that does not match never does;
/// what may have arrived is repeated only where that does no harm.
fn is_passing(unreachable: &Unreachable, may_repeat: bool) -> bool {
    match unreachable.cause {
        UnreachableCause::Connect => true,
        UnreachableCause::TimedOut | UnreachableCause::Broken { .. } => may_repeat,
        _ => false,
    }
}
