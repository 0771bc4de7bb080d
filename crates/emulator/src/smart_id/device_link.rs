//! Device links: what a QR code says, and the code that proves who drew it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// How the user came to the link; `flowType` of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkType {
    /// A code on another screen.
    QR,
    /// From an app on the phone.
    App2App,
    /// From a web page on the phone.
    Web2App,
}

impl LinkType {
    /// As the API writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::QR => "QR",
            Self::App2App => "App2App",
            Self::Web2App => "Web2App",
        }
    }
}

/// A full device link, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct DeviceLink<'a> {
    pub link_type: LinkType,
    /// Seconds since the relying party got its session; QR only.
    pub elapsed: Option<u64>,
    pub token: &'a str,
    /// `auth`, `sign` or `cert`.
    pub session_type: &'a str,
    /// The link without `&authCode=…`.
    pub unprotected: &'a str,
    pub auth_code: &'a str,
}

/// Takes a link apart. Names and order of the parameters are fixed; nothing is URL-encoded.
pub fn parse<'a>(link: &'a str, base: &str) -> Option<DeviceLink<'a>> {
    let (unprotected, auth_code) = link.split_once("&authCode=")?;
    let mut parts = unprotected.strip_prefix(base)?.strip_prefix('?')?.split('&');
    let link_type = match parts.next()?.strip_prefix("deviceLinkType=")? {
        "QR" => LinkType::QR,
        "App2App" => LinkType::App2App,
        "Web2App" => LinkType::Web2App,
        _ => return None,
    };
    let elapsed = match link_type {
        LinkType::QR => Some(parts.next()?.strip_prefix("elapsedSeconds=")?.parse().ok()?),
        _ => None,
    };
    let token = parts.next()?.strip_prefix("sessionToken=")?;
    let session_type = parts.next()?.strip_prefix("sessionType=")?;
    parts.next()?.strip_prefix("version=").filter(|version| *version == "1.0")?;
    parts.next()?.strip_prefix("lang=").filter(|lang| lang.len() == 3)?;
    parts.next().is_none().then_some(DeviceLink {
        link_type,
        elapsed,
        token,
        session_type,
        unprotected,
        auth_code,
    })
}

/// What an `authCode` is computed over, beside the link.
pub struct AuthCodeInput<'a> {
    /// `smart-id`, on the demo `smart-id-demo`.
    pub scheme: &'a str,
    /// `ACSP_V2` or `RAW_DIGEST_SIGNATURE`; empty for a certificate choice.
    pub protocol: &'a str,
    /// `rpChallenge` or digest, base64 as sent; empty for a certificate choice.
    pub challenge: &'a str,
    /// Byte for byte as in the request that made the session.
    pub relying_party_name: &'a str,
    /// Empty without a broker.
    pub brokered_name: &'a str,
    /// base64 as sent; empty for a certificate choice.
    pub interactions: &'a str,
    /// Empty for QR.
    pub callback: &'a str,
}

/// `BASE64URL(HMAC-SHA256(sessionSecret, payload))`.
/// <https://sk-eid.github.io/smart-id-documentation/rp-api/authcode.html>
pub fn auth_code(secret: &[u8], input: &AuthCodeInput<'_>, unprotected_link: &str) -> String {
    let payload = [
        input.scheme,
        input.protocol,
        input.challenge,
        &STANDARD.encode(input.relying_party_name),
        &STANDARD.encode(input.brokered_name),
        input.interactions,
        input.callback,
        unprotected_link,
    ]
    .join("|");
    // HMAC takes keys of any length
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
    mac.update(payload.as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // The numbers of the published page, all from one example session.
    const SECRET: &str = "B98ODiVCebRedSwdTk51zFSaGYyHtY1H2A0ocAi3/Ps=";
    const CHALLENGE: &str =
        "GYS+yoah6emAcVDNIajwSs6UB/M95XrDxMzXBUkwQJ9YFDipXXzGpPc7raWcuc2+TEoRc7WvIZ/7dU/iRXenYg==";
    const DIGEST: &str =
        "FNZFFya5wGLv9b27fZngaWrOBqle4tGwxZuDFRBdPl1RQvxJsfoqvTbjafd+8BcehMOQGvak6zlP+F8tga4bfQ==";
    const CALLBACK: &str = "https://rp.example.com/callback-url?value=RrKjjT4aggzu27YBddX1bQ";
    const INTERACTIONS: &str = "W3sidHlwZSI6ImNvbmZpcm1hdGlvbk1lc3NhZ2UiLCJkaXNwbGF5VGV4dDIwMCI6IkxvbmdlciBkZXNjcmlwdGlvbiBvZiB0aGUgdHJhbnNhY3Rpb24gY29udGV4dCJ9LHsidHlwZSI6ImRpc3BsYXlUZXh0QW5kUElOIiwiZGlzcGxheVRleHQ2MCI6IlNob3J0IGRlc2NyaXB0aW9uIG9mIHRoZSB0cmFuc2FjdGlvbiBjb250ZXh0In1d";

    /// <https://sk-eid.github.io/smart-id-documentation/rp-api/authcode.html>
    #[rustfmt::skip]
    const PUBLISHED: [(&str, &str, &str); 9] = [
        ("Web2App", "auth", "aegUh6gCKkXBJhhvtJqSTWB5_2W8TDQt5eZ7db6krv0"),
        ("Web2App", "sign", "R0iNcUp8nK1nqrcVFWerXUfWMSjwDOMC6MAHKrckaH8"),
        ("Web2App", "cert", "PI1qYa9_l6zR-v6Pkre6ycSm7S3BGiOQSe5OQlw4UJg"),
        ("App2App", "auth", "00NRcgi4Jk7WdIwgMPlyM8wRy9KMu4C_oQvd-N6PKoo"),
        ("App2App", "sign", "8QZ16rkBW_ffkq6osT7UH1DbUlF9gEOZevgj-A0VNbM"),
        ("App2App", "cert", "AtayuRPP3N59wXF8Cijwjt3pQ16knW2L-5VLDTRD_KU"),
        ("QR", "auth", "OY1eHaD4UYedrBwtqUbSkpa0w7ttm4FllPkCD_3wlE0"),
        ("QR", "sign", "5PZVhiNDTnt1MjLz8_YCjnNtR7p0iGevaL2G1ajfMco"),
        ("QR", "cert", "T5pDDPAjoMS0byqS-FoaWVjlubODXoCCF4XDB4HeYNo"),
    ];

    #[test]
    fn the_nine_published_codes_come_out() {
        let secret = STANDARD.decode(SECRET).unwrap();
        for (link_type, session_type, expected) in PUBLISHED {
            let elapsed = if link_type == "QR" { "&elapsedSeconds=22" } else { "" };
            let link = format!(
                "https://smart-id.com/device-link?deviceLinkType={link_type}{elapsed}\
                 &sessionToken=wGIrqveE6AuGDATZKmR1mtAZ&sessionType={session_type}&version=1.0&lang=eng"
            );
            let (protocol, challenge, interactions) = match session_type {
                "auth" => ("ACSP_V2", CHALLENGE, INTERACTIONS),
                "sign" => ("RAW_DIGEST_SIGNATURE", DIGEST, INTERACTIONS),
                _ => ("", "", ""),
            };
            let input = AuthCodeInput {
                scheme: "smart-id",
                protocol,
                challenge,
                relying_party_name: "DEMO",
                brokered_name: "Example RP",
                interactions,
                callback: if link_type == "QR" { "" } else { CALLBACK },
            };
            assert_eq!(auth_code(&secret, &input, &link), expected, "{link_type} {session_type}");
        }
    }

    #[test]
    fn a_link_with_its_parts_in_another_order_is_none() {
        let base = "https://smart-id.com/device-link";
        let good = format!(
            "{base}?deviceLinkType=QR&elapsedSeconds=3&sessionToken=T&sessionType=cert&version=1.0&lang=eng&authCode=A"
        );
        assert_eq!(parse(&good, base).unwrap().elapsed, Some(3));
        let swapped = good.replace("sessionToken=T&sessionType=cert", "sessionType=cert&sessionToken=T");
        assert_eq!(parse(&swapped, base), None);
        assert_eq!(parse(&good.replace("version=1.0", "version=0.1"), base), None);
        assert_eq!(parse(&good, "https://elsewhere.example/device-link"), None);
    }
}
