//! Device links and their authentication codes, RP API v3 "Device link flows" and "authCode calculation".

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::secret::Secret;

use super::relying_party::RelyingParty;

/// `deviceLinkType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkType {
    /// Another app on the same device.
    App2App,
    /// Shown as a code that changes each second.
    Qr {
        /// Whole seconds since the service answered.
        elapsed: u64,
    },
    /// A web page on the same device.
    Web2App,
}

/// `sessionType`, with what of the request goes into the authentication code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionType<'a> {
    /// Authentication (`ACSP_V2`).
    Authentication {
        /// `rpChallenge`, base64 as sent.
        challenge: &'a str,
        /// `interactions`, base64 as sent.
        interactions: &'a str,
    },
    /// Certificate choice: nothing of the request.
    CertificateChoice,
    /// Signature (`RAW_DIGEST_SIGNATURE`).
    Signature {
        /// `digest`, base64 as sent.
        digest: &'a str,
        /// `interactions`, base64 as sent.
        interactions: &'a str,
    },
}

/// What a device link is made of.
#[derive(Clone, Copy)]
pub struct DeviceLink<'a> {
    /// `deviceLinkBase` of the answer.
    pub base: &'a str,
    /// `sessionToken` of the answer.
    pub token: &'a str,
    /// Kind of link.
    pub link: LinkType,
    /// Kind of session.
    pub session: SessionType<'a>,
    /// `initialCallbackUrl` as sent; empty for QR.
    pub callback: &'a str,
}

impl DeviceLink<'_> {
    /// The whole link, protected by its authentication code. `key` is the decoded `sessionSecret`.
    ///
    /// The order of the fields is fixed, and nothing is URL-encoded: the link must match the service's bit by bit.
    pub fn protected(&self, party: &RelyingParty, key: &[u8]) -> Secret {
        let bare = self.unprotected(party);
        let code = auth_code(party, self, &bare, key);
        Secret::new(format!("{bare}&authCode={code}"))
    }

    fn unprotected(&self, party: &RelyingParty) -> String {
        let (kind, elapsed) = match self.link {
            LinkType::App2App => ("App2App", String::new()),
            LinkType::Qr { elapsed } => ("QR", format!("&elapsedSeconds={elapsed}")),
            LinkType::Web2App => ("Web2App", String::new()),
        };
        let session = match self.session {
            SessionType::Authentication { .. } => "auth",
            SessionType::CertificateChoice => "cert",
            SessionType::Signature { .. } => "sign",
        };
        let (base, token, language) = (self.base, self.token, &party.language);
        format!(
            "{base}?deviceLinkType={kind}{elapsed}&sessionToken={token}&sessionType={session}&version=1.0&lang={language}"
        )
    }
}

/// `authCode`: base64url of HMAC-SHA256, keyed with the decoded `sessionSecret`, over the payload of the request and the
/// link without its code.
pub fn auth_code(party: &RelyingParty, link: &DeviceLink<'_>, unprotected: &str, key: &[u8]) -> String {
    let (protocol, value, interactions) = match link.session {
        SessionType::Authentication { challenge, interactions } => ("ACSP_V2", challenge, interactions),
        SessionType::CertificateChoice => ("", "", ""),
        SessionType::Signature { digest, interactions } => ("RAW_DIGEST_SIGNATURE", digest, interactions),
    };
    let callback = if matches!(link.link, LinkType::Qr { .. }) { "" } else { link.callback };
    let name = STANDARD.encode(&party.name);
    let brokered = STANDARD.encode(party.brokered_name.as_deref().unwrap_or_default());
    let fields =
        [party.scheme_name.as_str(), protocol, value, &name, &brokered, interactions, callback, unprotected]
            .join("|");
    URL_SAFE_NO_PAD.encode(hmac_sha256(key, fields.as_bytes()))
}

fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    // HMAC takes keys of any length, so there is no error to tell.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // Smart-ID documentation, "authCode calculation" and "Interactions".
    const SECRET: &str = "B98ODiVCebRedSwdTk51zFSaGYyHtY1H2A0ocAi3/Ps=";
    const TOKEN: &str = "wGIrqveE6AuGDATZKmR1mtAZ";
    const CALLBACK: &str = "https://rp.example.com/callback-url?value=RrKjjT4aggzu27YBddX1bQ";
    const CHALLENGE: &str =
        "GYS+yoah6emAcVDNIajwSs6UB/M95XrDxMzXBUkwQJ9YFDipXXzGpPc7raWcuc2+TEoRc7WvIZ/7dU/iRXenYg==";
    const DIGEST: &str =
        "FNZFFya5wGLv9b27fZngaWrOBqle4tGwxZuDFRBdPl1RQvxJsfoqvTbjafd+8BcehMOQGvak6zlP+F8tga4bfQ==";
    const INTERACTIONS: &str = "W3sidHlwZSI6ImNvbmZpcm1hdGlvbk1lc3NhZ2UiLCJkaXNwbGF5VGV4dDIwMCI6IkxvbmdlciBkZXNjcmlwdGlvbiBvZiB0aGUgdHJhbnNhY3Rpb24gY29udGV4dCJ9LHsidHlwZSI6ImRpc3BsYXlUZXh0QW5kUElOIiwiZGlzcGxheVRleHQ2MCI6IlNob3J0IGRlc2NyaXB0aW9uIG9mIHRoZSB0cmFuc2FjdGlvbiBjb250ZXh0In1d";

    fn party() -> RelyingParty {
        RelyingParty {
            scheme_name: "smart-id".into(),
            brokered_name: Some("Example RP".into()),
            ..RelyingParty::demo("https://rp-api.smart-id.com")
        }
    }

    fn link(link: LinkType, session: SessionType<'_>) -> String {
        let key = STANDARD.decode(SECRET).unwrap();
        let base = "https://smart-id.com/device-link";
        let link = DeviceLink { base, token: TOKEN, link, session, callback: CALLBACK };
        link.protected(&party(), &key).reveal().to_owned()
    }

    #[test]
    fn the_nine_published_codes() {
        let auth = SessionType::Authentication { challenge: CHALLENGE, interactions: INTERACTIONS };
        let sign = SessionType::Signature { digest: DIGEST, interactions: INTERACTIONS };
        let cert = SessionType::CertificateChoice;
        let qr = LinkType::Qr { elapsed: 22 };
        for (kind, session, code) in [
            (LinkType::Web2App, auth, "aegUh6gCKkXBJhhvtJqSTWB5_2W8TDQt5eZ7db6krv0"),
            (LinkType::Web2App, sign, "R0iNcUp8nK1nqrcVFWerXUfWMSjwDOMC6MAHKrckaH8"),
            (LinkType::Web2App, cert, "PI1qYa9_l6zR-v6Pkre6ycSm7S3BGiOQSe5OQlw4UJg"),
            (LinkType::App2App, auth, "00NRcgi4Jk7WdIwgMPlyM8wRy9KMu4C_oQvd-N6PKoo"),
            (LinkType::App2App, sign, "8QZ16rkBW_ffkq6osT7UH1DbUlF9gEOZevgj-A0VNbM"),
            (LinkType::App2App, cert, "AtayuRPP3N59wXF8Cijwjt3pQ16knW2L-5VLDTRD_KU"),
            (qr, auth, "OY1eHaD4UYedrBwtqUbSkpa0w7ttm4FllPkCD_3wlE0"),
            (qr, sign, "5PZVhiNDTnt1MjLz8_YCjnNtR7p0iGevaL2G1ajfMco"),
            (qr, cert, "T5pDDPAjoMS0byqS-FoaWVjlubODXoCCF4XDB4HeYNo"),
        ] {
            assert_eq!(link(kind, session).rsplit_once("&authCode=").unwrap().1, code);
        }
    }

    #[test]
    fn the_link_has_its_fixed_order_and_no_encoding() {
        assert_eq!(
            link(LinkType::Qr { elapsed: 22 }, SessionType::CertificateChoice),
            "https://smart-id.com/device-link?deviceLinkType=QR&elapsedSeconds=22&sessionToken=wGIrqveE6AuGDATZKmR1mtAZ\
             &sessionType=cert&version=1.0&lang=eng&authCode=T5pDDPAjoMS0byqS-FoaWVjlubODXoCCF4XDB4HeYNo"
        );
        let same_device = link(LinkType::Web2App, SessionType::CertificateChoice);
        assert!(!same_device.contains("elapsedSeconds"));
    }

    #[test]
    fn the_demo_makes_other_codes_than_the_live_service() {
        let key = STANDARD.decode(SECRET).unwrap();
        let link = DeviceLink {
            base: "https://smart-id.com/device-link",
            token: TOKEN,
            link: LinkType::Qr { elapsed: 22 },
            session: SessionType::CertificateChoice,
            callback: "",
        };
        let demo = RelyingParty { scheme_name: "smart-id-demo".into(), ..party() };
        assert_ne!(link.protected(&party(), &key), link.protected(&demo, &key));
    }
}
