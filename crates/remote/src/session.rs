//! A conversation that opens no socket and reads no clock.

use std::fmt;
use std::time::Duration;

use pki::Time;

use crate::error::Error;
use crate::secret::Secret;

/// A request to a service: absolute URL, headers, whole body.
pub type Request = http::Request<Vec<u8>>;
/// The answer of a service, whole.
pub type Response = http::Response<Vec<u8>>;

/// Put into a request ([`http::Extensions`]) to an address that anybody may have written into a document, for something small: some
/// seconds have to do, and this computer itself is not asked for it.
#[derive(Clone, Copy, Debug)]
pub struct Unvouched;

/// A conversation with a service.
///
/// `poll` says what to do next. It may be called again at any time: until [`Session::handle`] is told an answer, the
/// same request is given again (after a broken connection, say: see [`Session::may_repeat`]), and what came out, or the
/// error, stays.
pub trait Session {
    /// What comes out.
    type Output;

    /// The next step at the given moment.
    ///
    /// # Errors
    /// How the conversation ended, when it did not end well.
    fn poll(&mut self, now: Time) -> Result<Step<Self::Output>, Error>;

    /// Tells the answer to the last request, and when it came.
    fn handle(&mut self, response: Response, now: Time);

    /// When there will be something else to show though no answer has come: `poll` gives that then, and after it the same
    /// request again. `None`: not before an answer.
    fn shows_next(&self) -> Option<Time> {
        None
    }

    /// Whether the request given last may be sent again when it may have arrived and its answer was lost. Where a service
    /// does not recognise a repetition, the phone would ring twice.
    fn may_repeat(&self) -> bool {
        true
    }

    /// How long after it was first sent a repetition of that request is taken for the same one; `None`: repeating it harms
    /// nobody, whenever it is.
    fn recognised_for(&self) -> Option<Duration> {
        None
    }

    /// What this conversation has on somebody's phone.
    fn on_phone(&self) -> OnPhone {
        OnPhone::Nothing
    }

    /// From now on the service is not let keep a question for the state open: what it knows at once is enough.
    fn briefly(&mut self) {}
}

/// What a conversation has on somebody's phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnPhone {
    /// Nothing: it asks nobody for anything, or the service refused to.
    Nothing,
    /// The request that `poll` gave asks somebody. Whether it arrived is not known before an answer that says so.
    Asking,
    /// A session is open.
    Open(OpenSession),
    /// The service said how the session ended.
    Over,
}

/// A session that is open at a service: what it takes to go on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// `sessionID`. Whoever has it, and is the relying party, can ask for the outcome.
    pub id: Secret,
    /// The code to compare, where there is one.
    pub code: Option<String>,
}

/// What to do next.
pub enum Step<T> {
    /// Send this and tell the answer.
    Send(Request),
    /// Nothing to do before this moment.
    Wait {
        /// When to poll again.
        until: Time,
    },
    /// Show this to the person, and poll again at once.
    Show(Prompt),
    /// The conversation ended well.
    Done(T),
}

/// Of a request only method and host: path and body name sessions and persons.
impl<T: fmt::Debug> fmt::Debug for Step<T> {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(request) => write!(into, "Send({} {:?})", request.method(), request.uri().host()),
            Self::Wait { until } => write!(into, "Wait({until})"),
            Self::Show(prompt) => write!(into, "Show({prompt:?})"),
            Self::Done(output) => into.debug_tuple("Done").field(output).finish(),
        }
    }
}

/// What the person has to see or do.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Prompt {
    /// Confirm the use of the account on the phone; there is nothing to compare.
    ConfirmOnPhone,
    /// Compare this code with the one on the phone, then type PIN2 there.
    VerificationCode {
        /// Four digits, with leading zeros.
        code: String,
        /// When we stop waiting.
        until: Time,
    },
    /// Scan this; it replaces the one shown before.
    DeviceLink {
        /// The link itself, for a terminal or a test phone.
        link: String,
        /// The same as a QR code.
        svg: String,
        /// Seconds since the session began; part of the link.
        elapsed: u64,
    },
    /// Stop showing the device link.
    DeviceLinkWithdrawn,
    /// Allow it on this page, which the browser shows.
    Browser {
        /// The address of the page.
        url: String,
    },
    /// Allow it on another device, as the service says there.
    ConfirmElsewhere {
        /// What to compare or answer there, if the service says so here.
        challenge: Option<String>,
    },
    /// Type PIN2 on the phone, in the app that is open there; there is no code.
    ApproveOnPhone,
}

/// Not the link, nor its picture: whoever has them can lead somebody else's phone to this session. The address of a page
/// names it too.
impl fmt::Debug for Prompt {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConfirmOnPhone => into.write_str("ConfirmOnPhone"),
            Self::VerificationCode { code, until } => {
                into.debug_struct("VerificationCode").field("code", code).field("until", until).finish()
            }
            Self::DeviceLink { elapsed, .. } => {
                into.debug_struct("DeviceLink").field("elapsed", elapsed).finish_non_exhaustive()
            }
            Self::DeviceLinkWithdrawn => into.write_str("DeviceLinkWithdrawn"),
            Self::Browser { .. } => into.write_str("Browser"),
            Self::ConfirmElsewhere { .. } => into.write_str("ConfirmElsewhere"),
            Self::ApproveOnPhone => into.write_str("ApproveOnPhone"),
        }
    }
}
