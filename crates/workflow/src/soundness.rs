//! Whether what a profile says can be meant: addresses that are some, pins that are keys, values that a service knows. A
//! profile in a file is looked through before it is used; what is wrong is named with its line.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::Uri;
use remote::{csc, mobile_id, smart_id};

use crate::profile::{Api, Asks, Error, Profile};
use crate::timestamp_service::Source;

/// A key in a table, and what is wrong with it.
type Fault = (&'static str, &'static str, &'static str);

const NO_ADDRESS: &str = "not an https address";
const NO_PINS: &str = "no keys are accepted, so that nobody is talked to";
const NO_PIN: &str = "not sha256// and the base64 of 32 bytes";
const NO_UUID: &str = "not a UUID";
const NO_CSC: &str = "the profile has no remote signing service (csc)";
const NO_DIGEST: &str = "the service signs no such digest";

impl Profile {
    /// Reads a profile as [`Profile::from_toml`] does, and looks at whether it can be meant.
    ///
    /// # Errors
    /// Those of [`Profile::from_toml`]; [`Error::Value`] for the first value that cannot be.
    pub fn checked(text: &str) -> Result<Self, Error> {
        let profile = Self::from_toml(text)?;
        match faults(&profile).into_iter().next() {
            None => Ok(profile),
            Some(((table, key, cause), number)) => {
                let place = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
                Err(Error::Value { line: line(text, table, number, key), place, cause })
            }
        }
    }
}

/// Faults, and in which table of that name each is, counted from 0.
fn faults(profile: &Profile) -> Vec<(Fault, usize)> {
    let mut faults = Vec::new();
    let mut find = |is_wrong: bool, fault: Fault| {
        if is_wrong {
            faults.push((fault, 0));
        }
    };
    let country = &profile.country;
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    find(!is_code, ("", "country", "not a country of ISO 3166-1: two capital letters"));
    if let Some(service) = &profile.smart_id {
        let (table, party) = ("smart-id.relying-party", &service.relying_party);
        find(!is_address(&party.base_url, false), (table, "base-url", NO_ADDRESS));
        find(!is_uuid(&party.uuid), (table, "uuid", NO_UUID));
        let scheme = &party.scheme_name;
        find(scheme.is_empty() || scheme.contains('|'), (table, "scheme-name", "empty, or with | in it"));
        find(service.pins.is_empty(), ("smart-id", "pins", NO_PINS));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("smart-id", "pins", NO_PIN));
        let algorithm = service.algorithm();
        let able = match service.api {
            Api::V2 => smart_id::v2::can_sign(&algorithm),
            Api::V3 => smart_id::can_sign(&algorithm),
        };
        find(able.is_err(), ("smart-id", "digest", NO_DIGEST));
        let nobody = service.api == Api::V2 && service.asks == Asks::Qr;
        find(nobody, ("smart-id", "asks", "version 2 of the API has no QR codes, so that nobody is asked"));
    }
    if let Some(service) = &profile.mobile_id {
        let (table, party) = ("mobile-id.relying-party", &service.relying_party);
        find(!is_address(&party.base_url, false), (table, "base-url", NO_ADDRESS));
        find(!is_uuid(&party.uuid), (table, "uuid", NO_UUID));
        find(service.pins.is_empty(), ("mobile-id", "pins", NO_PINS));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("mobile-id", "pins", NO_PIN));
        find(mobile_id::can_sign(service.digest).is_err(), ("mobile-id", "digest", NO_DIGEST));
    }
    if let Some(service) = &profile.csc {
        find(!is_address(&service.client.base_url, true), ("csc.client", "base-url", NO_ADDRESS));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("csc", "pins", NO_PIN));
        find(!service.oauth_pins.iter().all(|pin| is_pin(pin)), ("csc", "oauth-pins", NO_PIN));
        find(csc::can_sign(service.digest).is_err(), ("csc", "digest", NO_DIGEST));
    }
    for (number, service) in profile.timestamp.iter().enumerate() {
        let fault: Option<Fault> = match &service.source {
            Source::Http(url) if host(url).is_none() => Some(("timestamp", "url", "not an address")),
            Source::Csc if profile.csc.is_none() => Some(("timestamp", "from", NO_CSC)),
            _ => None,
        };
        faults.extend(fault.map(|fault| (fault, number)));
    }
    faults
}

/// Scheme and host of an address of the web.
fn host(url: &str) -> Option<(String, String)> {
    let uri: Uri = url.parse().ok()?;
    let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme))?;
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    let host = uri.host().filter(|host| plain && !host.is_empty())?;
    Some((scheme.to_owned(), host.to_owned()))
}

/// `https`; without TLS on this very computer alone, and only where that is allowed.
fn is_address(url: &str, here: bool) -> bool {
    host(url).is_some_and(|(scheme, host)| {
        scheme == "https" || (here && ["127.0.0.1", "[::1]", "localhost"].contains(&host.as_str()))
    })
}

fn is_pin(pin: &str) -> bool {
    let digest = pin.strip_prefix("sha256//").map(|text| STANDARD.decode(text));
    matches!(digest, Some(Ok(digest)) if digest.len() == 32)
}

/// RFC 9562 §4: eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// The line of a key in a table, of several of that name the one with this number, or of the table itself where it is written
/// in another way; 0 when neither is found.
fn line(text: &str, table: &str, number: usize, key: &str) -> usize {
    let (mut inside, mut begun, mut before) = (table.is_empty(), 0, 0);
    for (at, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[').filter(|_| line.ends_with(']')) {
            let is_named = header.trim_matches(['[', ']', ' ']) == table;
            inside = is_named && before == number;
            before += usize::from(is_named);
            if inside {
                begun = at;
            }
        } else if inside && line.split('=').next().is_some_and(|name| name.trim().trim_matches('"') == key) {
            return at;
        }
    }
    begun
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_cannot_be_meant_is_named_with_its_line() {
        let sound = Profile::SK_DEMO;
        assert!(Profile::checked(sound).is_ok());
        let pin = "sha256//Ps1Im3KeB0Q4AlR+/J9KFd/MOznaARdwo4gURPCLaVA=";
        let base = "https://sid.demo.sk.ee/smart-id-rp";
        for (from, to, place) in [
            (base, "http://sid.demo.sk.ee/smart-id-rp", "smart-id.relying-party.base-url"),
            (base, "http://127.0.0.1/smart-id-rp", "smart-id.relying-party.base-url"),
            (base, "nonsense", "smart-id.relying-party.base-url"),
            (base, "https://", "smart-id.relying-party.base-url"),
            (pin, "", "smart-id.pins"),
            (pin, "sha256//Ps1Im3KeB0Q4", "smart-id.pins"),
            (pin, "Ps1Im3KeB0Q4AlR+/J9KFd/MOznaARdwo4gURPCLaVA=", "smart-id.pins"),
            ("[\"sha256//Ps1Im3KeB0Q4AlR+/J9KFd/MOznaARdwo4gURPCLaVA=\"]", "[]", "smart-id.pins"),
            ("00000000-0000-4000-8000-000000000000", "0000", "smart-id.relying-party.uuid"),
            (
                "00000000-0000-4000-8000-00000000000",
                "00000000-0000-4000-8000-00000000000g",
                "smart-id.relying-party.uuid",
            ),
            ("\"smart-id-demo\"", "\"smart-id|demo\"", "smart-id.relying-party.scheme-name"),
            ("\"smart-id-demo\"", "\"\"", "smart-id.relying-party.scheme-name"),
            ("http://tsa.demo.sk.ee/tsaecc", "foo", "timestamp.url"),
            ("http://tsa.demo.sk.ee/tsaecc", "ldap://tsa.demo.sk.ee/", "timestamp.url"),
            ("url = \"http://tsa.demo.sk.ee/tsaecc\"", "from = \"csc\"", "timestamp.from"),
            ("\"sha512\"", "\"sha1\"", "smart-id.digest"),
            ("country = \"EE\"", "country = \"Estonia\"", "country"),
            ("scheme = \"rsassa-pss\"", "api = \"v2\"\nasks = \"qr\"", "smart-id.asks"),
        ] {
            assert!(sound.contains(from), "{from}");
            let changed = sound.replacen(from, to, 1);
            let Err(Error::Value { line, place: found, cause }) = Profile::checked(&changed) else {
                panic!("{to} is let through")
            };
            let there = changed.lines().nth(line - 1).unwrap();
            let key = place.rsplit('.').next().unwrap();
            assert!(there.starts_with(key) && !cause.is_empty(), "{to}: line {line}, {there}");
            assert_eq!(found, place, "{to}");
        }
    }

    #[test]
    fn the_other_services_are_looked_at_too() {
        let with = |more: &str| Profile::checked(&format!("{more}\n{}", trust()));
        let place = |more: &str| match with(more) {
            Err(Error::Value { place, line, .. }) => format!("{line} {place}"),
            other => panic!("{:?}", other.map(|profile| profile.name)),
        };
        let card = |base: &str, pin: &str, digest: &str| {
            format!(
                "name = \"x\"\n[mobile-id]\npins = [{pin}]\ndigest = \"{digest}\"\n[mobile-id.relying-party]\n\
                 base-url = \"{base}\"\nuuid = \"00000000-0000-4000-8000-000000000000\"\nname = \"n\"\n"
            )
        };
        let pin = "\"sha256//Ps1Im3KeB0Q4AlR+/J9KFd/MOznaARdwo4gURPCLaVA=\"";
        assert!(with(&card("https://mid.example", pin, "sha256")).is_ok());
        assert_eq!(place(&card("http://mid.example", pin, "sha256")), "6 mobile-id.relying-party.base-url");
        assert_eq!(place(&card("https://mid.example", "", "sha256")), "3 mobile-id.pins");
        assert_eq!(place(&card("https://mid.example", pin, "sha3-256")), "4 mobile-id.digest");
        let cloud = |base: &str, keys: &str| {
            format!("name = \"x\"\n[csc]\n{keys}\n[csc.client]\nbase-url = \"{base}\"\nclient-id = \"c\"\n")
        };
        assert!(with(&cloud("https://csc.example/csc/v2", "")).is_ok());
        assert!(with(&cloud("http://127.0.0.1:8080/csc/v2", "")).is_ok());
        assert_eq!(place(&cloud("http://csc.example/csc/v2", "")), "5 csc.client.base-url");
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "pins = [\"x\"]")), "3 csc.pins");
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "oauth-pins = [\"x\"]")), "3 csc.oauth-pins");
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "digest = \"sha1\"")), "3 csc.digest");
    }

    #[test]
    fn of_several_tables_the_one_is_named_that_is_meant() {
        let line_of = |url: &str, other: &str| {
            let stamps = format!("name = \"x\"\n[[timestamp]]\nurl = \"{url}\"\n[[timestamp]]\n{other}\n");
            match Profile::checked(&format!("{stamps}{}", trust())) {
                Err(Error::Value { place, line, .. }) => format!("{line} {place}"),
                other => panic!("{:?}", other.map(|profile| profile.name)),
            }
        };
        assert_eq!(line_of("foo", "url = \"bar\""), "3 timestamp.url");
        assert_eq!(line_of("http://a.example", "url = \"bar\""), "5 timestamp.url");
        assert_eq!(line_of("http://a.example", "from = \"csc\""), "5 timestamp.from");
    }

    fn trust() -> &'static str {
        let at = Profile::SK_DEMO.find("[trust]").unwrap();
        &Profile::SK_DEMO[at..]
    }
}
