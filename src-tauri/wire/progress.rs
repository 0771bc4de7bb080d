//! What a running signing tells the window.

use serde::Serialize;
use tauri::http::Uri;
use ts_rs::TS;
use workflow::browser::{self, Question};
use workflow::event::{self, Event, KeptFor, Prompt};
use workflow::host::Time;

/// One event of a running signing.
///
/// Nothing in it can be used to approve: of a device link only its picture crosses, of a page only whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Progress {
    /// A stage began or is done.
    Stage {
        /// Which.
        stage: Stage,
        /// What of it.
        #[ts(inline)]
        state: State,
    },
    /// Compare this code with the one on the phone.
    Code {
        /// Four digits.
        code: String,
        /// RFC 3339.
        until: String,
        /// Seconds until then.
        #[ts(type = "number")]
        seconds_left: i64,
    },
    /// Look at the phone; there is nothing to compare.
    Confirm,
    /// Type PIN2 on the phone; there is nothing to compare.
    Approve,
    /// Scan this; it replaces the one shown before.
    Qr {
        /// An SVG picture.
        svg: String,
    },
    /// Stop showing the QR code.
    QrGone,
    /// Allow it in the browser, which was sent to a page.
    Browser {
        /// Whose page it is.
        host: String,
    },
    /// Allow it on another device, as the service says there.
    Elsewhere {
        /// What to compare or answer there.
        challenge: Option<String>,
    },
    /// Answer this; the words are the service's.
    Question {
        /// What is asked for.
        label: String,
        /// An explanation; empty where there is none.
        description: String,
        /// What the answer is to.
        challenge: Option<String>,
    },
    /// Choose one of these keys.
    Offers {
        /// The keys.
        offers: Vec<Offer>,
    },
    /// Nobody waits any more, and what was asked may still be open on the phone.
    LeftOpen {
        /// Minutes until it has run out at the latest, a begun one included.
        #[ts(type = "number")]
        minutes: u64,
        /// Whether it can be waited for again, when the same is signed again.
        can_be_awaited: bool,
    },
    /// What came back before, for the same bytes and the same person, is used: nobody is asked again.
    KeptUsed {
        /// Its key in the journal: what is finished with it where this fails.
        key: String,
        /// The document for which somebody was asked.
        path: String,
    },
    /// Something came back before for the same bytes, and waits: it may be another signature than what is wanted now.
    KeptWaits {
        /// The name of who signed.
        signer: String,
    },
    /// That is over; a signature may have come of it, which waits to be finished.
    Settled,
    /// What follows is about this one of several documents.
    About {
        /// Where it lies.
        path: String,
    },
}

/// A key at a signing service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Its identifier there.
    pub id: String,
    /// Whom its certificate names.
    pub name: String,
    /// Who issued the certificate.
    pub issuer: String,
    /// When the certificate ends, RFC 3339.
    pub not_after: String,
}

impl Progress {
    /// The same for the window, as it is at a moment. `None` for what this version does not know.
    pub fn new(event: Event, now: Time) -> Option<Self> {
        Some(match event {
            Event::Begun(stage) => Self::Stage { stage: stage.into(), state: State::Begun },
            Event::Done(stage) => Self::Stage { stage: stage.into(), state: State::Done },
            Event::Prompt(Prompt::ConfirmOnPhone) => Self::Confirm,
            Event::Prompt(Prompt::ApproveOnPhone) => Self::Approve,
            Event::Prompt(Prompt::VerificationCode { code, until }) => {
                let seconds_left = until.unix_seconds().saturating_sub(now.unix_seconds()).max(0);
                Self::Code { code, until: until.to_string(), seconds_left }
            }
            Event::Prompt(Prompt::DeviceLink { svg, .. }) => Self::Qr { svg },
            Event::Prompt(Prompt::DeviceLinkWithdrawn) => Self::QrGone,
            Event::Prompt(Prompt::Browser { url }) => Self::Browser { host: host(&url) },
            Event::Prompt(Prompt::ConfirmElsewhere { challenge }) => Self::Elsewhere { challenge },
            Event::About(path) => Self::About { path: path.display().to_string() },
            Event::LeftOpen(left) => {
                let minutes = left.until.since(now).as_secs().div_ceil(60).max(1);
                Self::LeftOpen { minutes, can_be_awaited: left.can_be_awaited }
            }
            Event::Kept(value) => match value.standing {
                KeptFor::This => return None,
                KeptFor::Before { asked_for, .. } => {
                    Self::KeptUsed { key: value.key, path: asked_for.display().to_string() }
                }
                KeptFor::Another { signer, .. } => Self::KeptWaits { signer },
            },
            Event::Prompt(_) => return None,
        })
    }

    /// A question of a signing service.
    pub fn question(Question { label, description, challenge }: Question) -> Self {
        Self::Question { label, description, challenge }
    }

    /// Keys to choose from.
    pub fn offers(offers: Vec<browser::Offer>) -> Self {
        let offer = |one: browser::Offer| Offer {
            id: one.id,
            name: one.name,
            issuer: one.issuer,
            not_after: one.not_after.to_string(),
        };
        Self::Offers { offers: offers.into_iter().map(offer).collect() }
    }
}

/// Whose an address is; nothing else of it, since it names the session.
pub fn host(url: &str) -> String {
    url.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default()
}

/// Whether a stage began or is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// It began.
    Begun,
    /// It is done.
    Done,
}

/// The stages of signing, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "described in `workflow::event::Stage`")]
pub enum Stage {
    Opening,
    Certificate,
    Preparing,
    Approval,
    Received,
    Checked,
    Embedded,
    Timestamped,
    Revocation,
    Validated,
    Saved,
}

impl From<event::Stage> for Stage {
    fn from(stage: event::Stage) -> Self {
        match stage {
            event::Stage::Opening => Self::Opening,
            event::Stage::Certificate => Self::Certificate,
            event::Stage::Preparing => Self::Preparing,
            event::Stage::Approval => Self::Approval,
            event::Stage::Received => Self::Received,
            event::Stage::Checked => Self::Checked,
            event::Stage::Embedded => Self::Embedded,
            event::Stage::Timestamped => Self::Timestamped,
            event::Stage::Revocation => Self::Revocation,
            event::Stage::Validated => Self::Validated,
            event::Stage::Saved => Self::Saved,
        }
    }
}

#[cfg(test)]
mod tests {
    use workflow::event::{Event, Prompt, Stage};
    use workflow::host::Time;

    use super::Progress;

    fn now() -> Time {
        Time::from_unix_seconds(0)
    }

    #[test]
    fn seconds_are_counted_from_now() {
        let prompt = Prompt::VerificationCode { code: "0042".to_owned(), until: Time::from_unix_seconds(90) };
        let crossed = serde_json::to_value(Progress::new(Event::Prompt(prompt), now())).expect("JSON");
        assert_eq!((&crossed["code"], &crossed["secondsLeft"]), (&"0042".into(), &90.into()));
    }

    #[test]
    fn a_device_link_never_crosses_only_its_picture() {
        let prompt = Prompt::DeviceLink {
            link: "https://smart-id.com/device-link/?sessionToken=SECRET".to_owned(),
            svg: "<svg/>".to_owned(),
            elapsed: 3,
        };
        let crossed = serde_json::to_string(&Progress::new(Event::Prompt(prompt), now())).expect("JSON");
        assert_eq!(crossed, r#"{"kind":"qr","svg":"<svg/>"}"#);
    }

    #[test]
    fn the_address_of_a_page_never_crosses_only_whose_it_is() {
        let url = "https://csc.example.org:8443/oauth2/authorize?state=SECRET".to_owned();
        let crossed = serde_json::to_string(&Progress::new(Event::Prompt(Prompt::Browser { url }), now()));
        assert_eq!(crossed.expect("JSON"), r#"{"kind":"browser","host":"csc.example.org"}"#);
    }

    #[test]
    fn stages_have_the_same_names_on_both_sides() {
        for stage in Stage::ALL {
            let crossed = serde_json::to_value(Progress::new(Event::Begun(stage), now())).expect("JSON");
            assert_eq!(crossed["stage"], stage.code());
        }
    }
}
