//! The code on the screen: new each second, for a minute, and away as soon as it has done its work.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pki::Time;

use crate::error::Error;
use crate::polling::HOLD;
use crate::session::Prompt;

use super::conversation::{Begun, Conversation, LinkParts};
use super::device_link::{DeviceLink, LinkType, SessionType};
use super::qr;
use super::relying_party::RelyingParty;

/// A code on the screen is shown for a minute ("User experience").
const LINK_SHOWN: Duration = Duration::from_secs(60);
/// The shortest time a request for the state can take: meanwhile the code on the screen grows old.
const LINK_HOLD: Duration = Duration::from_secs(1);

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LinkScreen {
    #[default]
    Nothing,
    Link {
        elapsed: u64,
    },
    Withdrawn,
}

impl LinkScreen {
    /// What the screen should show now, when it does not already.
    pub(crate) fn prompt(
        &mut self,
        conversation: &Conversation,
        session: SessionType<'_>,
        now: Time,
    ) -> Result<Option<Prompt>, Error> {
        let Some(Begun { at, link: Some(parts), .. }) = conversation.begun() else { return Ok(None) };
        let age = now.since(*at);
        let elapsed = age.as_secs();
        let prompt = match self {
            Self::Withdrawn => return Ok(None),
            Self::Nothing if conversation.is_over() => return Ok(None),
            Self::Link { .. } if conversation.is_over() || age > LINK_SHOWN => {
                *self = Self::Withdrawn;
                return Ok(Some(Prompt::DeviceLinkWithdrawn));
            }
            Self::Link { elapsed: shown } if *shown == elapsed => return Ok(None),
            Self::Nothing | Self::Link { .. } => drawn(conversation.party(), parts, session, elapsed)?,
        };
        *self = Self::Link { elapsed };
        Ok(Some(prompt))
    }

    /// How long the service may keep a question for the state.
    pub(crate) fn hold(self) -> Duration {
        if self == Self::Withdrawn { HOLD } else { LINK_HOLD }
    }

    /// When the link on the screen is a second old; none when there is no link.
    pub(crate) fn next_link(self, conversation: &Conversation) -> Option<Time> {
        match (self, conversation.begun()) {
            (Self::Link { elapsed }, Some(begun)) => {
                Some(begun.at.plus(Duration::from_secs(elapsed.saturating_add(1))))
            }
            _ => None,
        }
    }
}

fn drawn(
    party: &RelyingParty,
    parts: &LinkParts,
    session: SessionType<'_>,
    elapsed: u64,
) -> Result<Prompt, Error> {
    let malformed = |_| Error::Malformed { what: "sessionSecret".to_owned() };
    let key = STANDARD.decode(parts.secret.reveal()).map_err(malformed)?;
    let link = DeviceLink {
        base: &parts.base,
        token: parts.token.reveal(),
        link: LinkType::Qr { elapsed },
        session,
        callback: "",
    };
    let link = link.protected(party, &key).reveal().to_owned();
    let svg = qr::svg(&link)?;
    Ok(Prompt::DeviceLink { link, svg, elapsed })
}
