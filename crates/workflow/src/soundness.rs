//! Whether what a profile says can be meant: addresses that are some, pins that are keys, values that a service knows. A
//! profile in a file is looked through before it is used; what is wrong is named with its line.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::Uri;
use pki::Certificate;
use remote::{csc, mobile_id, smart_id};
use toml::de::{DeTable, DeValue};

use crate::profile::{Api, Asks, Error, Profile, Scheme, no_secret};
use crate::timestamp_service::Source;

/// A key in a table, and what is wrong with it: a variant of `profile-fault`, which has the words.
type Fault = (&'static str, &'static str, &'static str);

const NO_ADDRESS: &str = "not-https";
const NO_END: &str = "address-end";
const NO_NAME: &str = "name-empty";
const NO_PINS: &str = "pins-missing";
const NO_PIN: &str = "pin-form";
const NO_UUID: &str = "uuid-form";
const NO_CSC: &str = "csc-missing";
const NO_PEM: &str = "no-pem";
const NO_DIGEST: &str = "digest-not-signed";
const NO_SIZE: &str = "size";

/// ISO 3166-1 alpha-2: whose personal codes the window offers to type.
const COUNTRIES: [&str; 3] = ["EE", "LV", "LT"];

const UNKNOWN_KEY: &str = "unknown-key";
const MISSING_KEY: &str = "missing-key";
const TWICE: &str = "twice";

/// relyingPartyName of version 2 of the API, in bytes of UTF-8 (Smart-ID RP API v2, 2.2.4). Version 3 names no limit.
const LONGEST_NAME: usize = 32;

impl Profile {
    /// Reads a profile from TOML. There is no other way to read one: what is let through here can be meant.
    ///
    /// # Errors
    /// [`Error::Secret`] when a secret stands in it; [`Error::Syntax`] with line and fault; [`Error::Certificate`] when an
    /// anchor or issuer cannot be read, [`Error::NoAnchor`] when nothing would be trusted; [`Error::Value`] for the first
    /// value that cannot be meant.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        no_secret(text)?;
        DeTable::parse(text).map_err(|error| {
            let is_twice = fault(&error) == TWICE;
            unread(text, &error, if is_twice { TWICE } else { "syntax" })
        })?;
        let profile: Self = toml::from_str(text).map_err(|error| unread(text, &error, fault(&error)))?;
        let in_file = |error| match error {
            Error::Certificate { place, cause, .. } => {
                let key = place.trim_start_matches("trust.");
                Error::Certificate { line: line(text, "trust", 0, key), place, cause }
            }
            other => other,
        };
        profile.issuers().map_err(in_file)?;
        if profile.anchors().map_err(in_file)?.is_empty() {
            return Err(Error::NoAnchor { line: line(text, "trust", 0, "anchors") });
        }
        match faults(&profile).into_iter().next() {
            None => Ok(profile),
            Some(((table, key, cause), number)) => {
                let place = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
                Err(Error::Value { line: line(text, table, number, key), place, cause })
            }
        }
    }

    /// What is said in a profile and has no effect, since version 2 of the API of Smart-ID has no such thing: line and key.
    pub fn ineffective(&self, text: &str) -> Vec<(usize, String)> {
        let Some(service) = self.smart_id.as_ref().filter(|service| service.api == Api::V2) else {
            return Vec::new();
        };
        let (table, party) = ("smart-id.relying-party", &service.relying_party);
        let said = [
            ("scheme-name", !party.scheme_name.is_empty()),
            ("brokered-name", party.brokered_name.is_some()),
            // It has a default, which nobody wrote.
            ("language", names(text, table, "language")),
        ];
        let said = said.into_iter().filter(|(_, is_said)| *is_said);
        said.map(|(key, _)| (line(text, table, 0, key), format!("{table}.{key}"))).collect()
    }
}

/// The line of a byte, from 1.
pub fn line_at(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |before| before.matches('\n').count() + 1)
}

/// Whether a key is written in a table, in whatever way.
fn names(text: &str, table: &str, key: &str) -> bool {
    let Ok(whole) = text.parse::<toml::Table>() else { return false };
    let inner = table.split('.').try_fold(&whole, |at, name| at.get(name)?.as_table());
    inner.is_some_and(|inner| inner.contains_key(key))
}

/// Faults, and in which table of that name each is, counted from 0.
fn faults(profile: &Profile) -> Vec<(Fault, usize)> {
    let mut faults = Vec::new();
    let mut find = |is_wrong: bool, fault: Fault| {
        if is_wrong {
            faults.push((fault, 0));
        }
    };
    find(!COUNTRIES.contains(&&*profile.country), ("", "country", "country"));
    if let Some(service) = &profile.smart_id {
        let (table, party) = ("smart-id.relying-party", &service.relying_party);
        find(!is_address(&party.base_url, false), (table, "base-url", NO_ADDRESS));
        let versioned = ["/v2", "/v3"].iter().any(|end| party.base_url.ends_with(end));
        find(!is_bare(&party.base_url) || versioned, (table, "base-url", NO_END));
        find(!is_uuid(&party.uuid), (table, "uuid", NO_UUID));
        find(party.name.is_empty(), (table, "name", NO_NAME));
        let is_long = service.api == Api::V2 && party.name.len() > LONGEST_NAME;
        find(is_long, (table, "name", "name-too-long"));
        let is_language =
            party.language.len() == 3 && party.language.bytes().all(|byte| byte.is_ascii_lowercase());
        find(!is_language, (table, "language", "language"));
        let scheme = &party.scheme_name;
        // Of version 2 no code is made that it would be part of.
        let lacks_scheme = scheme.is_empty() && service.api == Api::V3;
        find(lacks_scheme || scheme.contains('|'), (table, "scheme-name", "scheme-name"));
        // Who is no broker leaves it out.
        find(party.brokered_name.as_deref() == Some(""), (table, "brokered-name", NO_NAME));
        let is_word = |text: &String| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_graphic());
        find(!party.capabilities.iter().all(is_word), (table, "capabilities", "capabilities"));
        find(service.pins.is_empty(), ("smart-id", "pins", NO_PINS));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("smart-id", "pins", NO_PIN));
        let contradicts = service.api == Api::V2 && service.scheme == Some(Scheme::RsassaPss);
        find(contradicts, ("smart-id", "scheme", "scheme-of-v2"));
        find(!is_pem(&service.tls_anchors), ("smart-id", "tls-anchors", NO_PEM));
        let algorithm = service.algorithm();
        let able = match service.api {
            Api::V2 => smart_id::v2::can_sign(&algorithm),
            Api::V3 => smart_id::can_sign(&algorithm),
        };
        find(able.is_err(), ("smart-id", "digest", NO_DIGEST));
        let nobody = service.api == Api::V2 && service.asks == Asks::Qr;
        find(nobody, ("smart-id", "asks", "asks-of-v2"));
    }
    if let Some(service) = &profile.mobile_id {
        let (table, party) = ("mobile-id.relying-party", &service.relying_party);
        find(!is_address(&party.base_url, false), (table, "base-url", NO_ADDRESS));
        find(!is_bare(&party.base_url), (table, "base-url", NO_END));
        find(!is_uuid(&party.uuid), (table, "uuid", NO_UUID));
        // The service compares it letter by letter.
        find(party.uuid.bytes().any(|byte| byte.is_ascii_uppercase()), (table, "uuid", "uuid-capitals"));
        find(party.name.is_empty(), (table, "name", NO_NAME));
        find(service.pins.is_empty(), ("mobile-id", "pins", NO_PINS));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("mobile-id", "pins", NO_PIN));
        find(mobile_id::can_sign(service.digest).is_err(), ("mobile-id", "digest", NO_DIGEST));
        find(!is_pem(&service.tls_anchors), ("mobile-id", "tls-anchors", NO_PEM));
    }
    if let Some(service) = &profile.csc {
        find(!is_address(&service.client.base_url, true), ("csc.client", "base-url", NO_ADDRESS));
        let base = &service.client.base_url;
        let ends = is_bare(base) && base.ends_with("/csc/v2");
        find(!ends, ("csc.client", "base-url", "csc-end"));
        find(!service.pins.iter().all(|pin| is_pin(pin)), ("csc", "pins", NO_PIN));
        find(!service.oauth_pins.iter().all(|pin| is_pin(pin)), ("csc", "oauth-pins", NO_PIN));
        find(csc::can_sign(service.digest).is_err(), ("csc", "digest", NO_DIGEST));
        find(!is_pem(&service.tls_anchors), ("csc", "tls-anchors", NO_PEM));
    }
    let is_size = |points: f32| points.is_finite() && points > 0.0;
    find(!is_size(profile.seal.width), ("seal", "width", NO_SIZE));
    find(!is_size(profile.seal.height), ("seal", "height", NO_SIZE));
    for (number, service) in profile.timestamp.iter().enumerate() {
        let fault: Option<Fault> = match &service.source {
            Source::Http(url) if host(url).is_none() => Some(("timestamp", "url", "not-an-address")),
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

/// Whether paths can be put behind an address as it is.
fn is_bare(url: &str) -> bool {
    !url.ends_with('/') && !url.contains(['?', '#'])
}

fn is_pin(pin: &str) -> bool {
    let digest = pin.strip_prefix("sha256//").map(|text| STANDARD.decode(text));
    matches!(digest, Some(Ok(digest)) if digest.len() == 32)
}

/// Certificates, or nothing.
fn is_pem(text: &str) -> bool {
    text.trim().is_empty() || Certificate::from_pem(text).is_ok_and(|found| !found.is_empty())
}

/// RFC 9562 §4: eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// What the reader says of a text that it cannot take for a profile.
fn unread(text: &str, error: &toml::de::Error, fault: &'static str) -> Error {
    let start = error.span().map(|span| span.start);
    let line = match start {
        // What is missing from the whole of it is missing in no line.
        Some(0) if fault == MISSING_KEY => 0,
        start => start.map_or(0, |start| line_at(text, start)),
    };
    let cause = error.message().to_owned();
    let quoted = || cause.split('`').nth(1).map(str::to_owned);
    let here = || {
        let line = text.lines().nth(line.checked_sub(1)?)?;
        let key = line.split('=').next()?;
        Some(key.trim_matches(|c: char| c.is_whitespace() || "[]\"'".contains(c)).to_owned())
    };
    let name = match fault {
        "syntax" => None,
        UNKNOWN_KEY | MISSING_KEY => quoted(),
        _ => here(),
    };
    Error::Syntax { line, fault, name: name.unwrap_or_default(), cause }
}

/// What kind of mistake that is: a variant of `profile-syntax`, which has the words. The reader and `serde` have only English
/// ones, by which they are told apart here.
fn fault(error: &toml::de::Error) -> &'static str {
    [
        ("unknown field", UNKNOWN_KEY),
        ("missing field", MISSING_KEY),
        ("duplicate", TWICE),
        ("invalid type", "type"),
    ]
    .into_iter()
    .find_map(|(begins, fault)| error.message().starts_with(begins).then_some(fault))
    .unwrap_or("value")
}

/// The line of a key in a table, of several of that name the one with this number; of the table where the key is not there,
/// however both are written; 0 when neither is found.
fn line(text: &str, table: &str, number: usize, key: &str) -> usize {
    let Ok(root) = DeTable::parse(text) else { return 0 };
    let (mut here, mut found) = (root.get_ref(), None);
    for name in table.split('.').filter(|name| !name.is_empty()).chain([key]) {
        let Some((own, value)) = here.iter().find(|(own, _)| own.get_ref() == name) else { break };
        found = Some(own.span().start);
        let value = match value.get_ref() {
            DeValue::Array(several) => several.get(number).inspect(|one| {
                if matches!(one.get_ref(), DeValue::Table(_)) {
                    found = Some(one.span().start);
                }
            }),
            _ => Some(value),
        };
        match value.map(|value| value.get_ref()) {
            Some(DeValue::Table(inner)) => here = inner,
            _ => break,
        }
    }
    found.map_or(0, |start| line_at(text, start))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use report::words::{Language, Words, plain};

    use super::*;

    #[test]
    fn what_cannot_be_meant_is_named_with_its_line() {
        let sound = Profile::SK_DEMO;
        assert!(Profile::from_toml(sound).is_ok());
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
            (base, "https://sid.demo.sk.ee/smart-id-rp/", "smart-id.relying-party.base-url"),
            (base, "https://sid.demo.sk.ee/smart-id-rp/v3", "smart-id.relying-party.base-url"),
            (base, "https://sid.demo.sk.ee/smart-id-rp?x=1", "smart-id.relying-party.base-url"),
            ("name = \"DEMO\"", "name = \"\"", "smart-id.relying-party.name"),
            ("scheme-name =", "language = \"english\"\nscheme-name =", "smart-id.relying-party.language"),
            ("scheme-name =", "language = \"ENG\"\nscheme-name =", "smart-id.relying-party.language"),
            ("[trust]", "[seal]\nwidth = -5\n[trust]", "seal.width"),
            ("[trust]", "[seal]\nheight = 0.0\n[trust]", "seal.height"),
            ("[trust]", "[seal]\nwidth = nan\n[trust]", "seal.width"),
            ("\"smart-id-demo\"", "\"smart-id|demo\"", "smart-id.relying-party.scheme-name"),
            ("\"smart-id-demo\"", "\"\"", "smart-id.relying-party.scheme-name"),
            ("http://tsa.demo.sk.ee/tsaecc", "foo", "timestamp.url"),
            ("http://tsa.demo.sk.ee/tsaecc", "ldap://tsa.demo.sk.ee/", "timestamp.url"),
            ("url = \"http://tsa.demo.sk.ee/tsaecc\"", "from = \"csc\"", "timestamp.from"),
            ("\"sha512\"", "\"sha1\"", "smart-id.digest"),
            ("country = \"EE\"", "country = \"Estonia\"", "country"),
            ("country = \"EE\"", "country = \"ZZ\"", "country"),
            ("country = \"EE\"", "country = \"\"", "country"),
            ("scheme-name =", "brokered-name = \"\"\nscheme-name =", "smart-id.relying-party.brokered-name"),
            ("scheme = \"rsassa-pss\"", "api = \"v2\"\nasks = \"qr\"", "smart-id.asks"),
            ("scheme = \"rsassa-pss\"", "scheme = \"rsassa-pss\"\napi = \"v2\"", "smart-id.scheme"),
            ("scheme = \"rsassa-pss\"", "tls-anchors = \"-----BEGIN\"", "smart-id.tls-anchors"),
            (
                "scheme-name =",
                "capabilities = [\"QUALIFIED\", \"a b\"]\nscheme-name =",
                "smart-id.relying-party.capabilities",
            ),
        ] {
            assert!(sound.contains(from), "{from}");
            let changed = sound.replacen(from, to, 1);
            let Err(Error::Value { line, place: found, cause }) = Profile::from_toml(&changed) else {
                panic!("{to} is let through")
            };
            let there = changed.lines().nth(line - 1).unwrap();
            let key = place.rsplit('.').next().unwrap();
            assert!(there.starts_with(key) && !cause.is_empty(), "{to}: line {line}, {there}");
            assert_eq!(found, place, "{to}");
        }
    }

    #[test]
    fn a_certificate_that_cannot_be_read_is_named_with_its_line_too() {
        let sound = Profile::SK_DEMO;
        let at = |text: &str, key: &str| text.lines().position(|line| line.starts_with(key)).unwrap() + 1;
        let broken = sound.replacen("\nMII", "\nAII", 1);
        match Profile::from_toml(&broken) {
            Err(Error::Certificate { line, place: "trust.anchors", .. }) => {
                assert_eq!(line, at(&broken, "anchors"));
            }
            other => panic!("{:?}", other.map(|profile| profile.name)),
        }
        let trust = sound.find("[trust]").unwrap();
        let bare = format!("{}[trust]\nname = \"nobody\"\nanchors = \"\"\n", &sound[..trust]);
        assert_eq!(Profile::from_toml(&bare).unwrap_err(), Error::NoAnchor { line: at(&bare, "anchors") });
        // Certificates that are no anchors are read as strictly.
        let (before, behind) = sound.rsplit_once("\nMII").unwrap();
        let more = format!("{before}\nAII{behind}");
        match Profile::from_toml(&more) {
            Err(Error::Certificate { line, place: "trust.issuers", .. }) => {
                assert_eq!(line, at(&more, "issuers"));
            }
            other => panic!("{:?}", other.map(|profile| profile.name)),
        }
        // Nor is what has no certificate in it taken for none.
        let trust = &sound[trust..sound.find("anchors").unwrap()];
        let text = format!("name = \"x\"\n{trust}anchors = \"-----BEGIN CERTIFICATE-----\"\n");
        assert!(matches!(Profile::from_toml(&text), Err(Error::Certificate { place: "trust.anchors", .. })));
    }

    #[test]
    fn what_version_two_has_no_use_for_is_named_with_its_line() {
        let told = |text: &str| Profile::from_toml(text).unwrap().ineffective(text);
        assert_eq!(told(Profile::SK_DEMO), []);
        let gateway = Profile::SK_DEMO.replacen("scheme = \"rsassa-pss\"", "api = \"v2\"", 1);
        let line = |text: &str, key: &str| text.lines().position(|line| line.starts_with(key)).unwrap() + 1;
        let scheme = "smart-id.relying-party.scheme-name".to_owned();
        assert_eq!(told(&gateway), [(line(&gateway, "scheme-name"), scheme)]);
        let more = gateway.replacen(
            "scheme-name = \"smart-id-demo\"",
            "language = \"est\"\nbrokered-name = \"B\"",
            1,
        );
        let [broker, language] = ["brokered-name", "language"];
        let expected =
            [broker, language].map(|key| (line(&more, key), format!("smart-id.relying-party.{key}")));
        assert_eq!(told(&more), expected);
        // Without them it is as good, and what is asked for is what the version makes.
        let less = gateway.replacen("scheme-name = \"smart-id-demo\"\n", "", 1);
        assert_eq!(told(&less), []);
        let algorithm = Profile::from_toml(&less).unwrap().smart_id.unwrap().algorithm();
        assert!(matches!(algorithm, pki::SignatureAlgorithm::RsaPkcs1(_)), "{algorithm:?}");
        let version_three = Profile::SK_DEMO.replacen("scheme-name = \"smart-id-demo\"\n", "", 1);
        let Err(Error::Value { place, .. }) = Profile::from_toml(&version_three) else {
            panic!("let through")
        };
        assert_eq!(place, "smart-id.relying-party.scheme-name");
    }

    #[test]
    fn what_takes_an_agreement_is_off_unless_the_profile_says_otherwise() {
        let party = |text: &str| Profile::from_toml(text).unwrap().smart_id.unwrap().relying_party;
        let plain = party(Profile::SK_DEMO);
        assert_eq!((plain.capabilities.len(), plain.share_md_client_ip_address), (0, false));
        let more = "capabilities = [\"QUALIFIED\"]\nshare-md-client-ip-address = true\nscheme-name =";
        let changed = Profile::SK_DEMO.replacen("scheme-name =", more, 1);
        let agreed = party(&changed);
        assert_eq!(agreed.capabilities, ["QUALIFIED"]);
        assert!(agreed.share_md_client_ip_address);
        // Written and read again, nothing of it is lost, and what is off is not written.
        let written = Profile::from_toml(&changed).unwrap().to_toml().unwrap();
        assert_eq!(party(&written), agreed);
        let written = Profile::sk_demo().unwrap().to_toml().unwrap();
        assert!(!written.contains("capabilities") && !written.contains("share-md"), "{written}");
    }

    #[test]
    fn the_other_services_are_looked_at_too() {
        let with = |more: &str| Profile::from_toml(&format!("{more}\n{}", trust()));
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
        assert_eq!(place(&card("https://mid.example/", pin, "sha256")), "6 mobile-id.relying-party.base-url");
        let capitals =
            card("https://mid.example", pin, "sha256").replace("8000-000000000000", "8000-00000000000A");
        assert_eq!(place(&capitals), "7 mobile-id.relying-party.uuid");
        assert!(with(&capitals.replace("00A", "00a")).is_ok());
        assert_eq!(place(&card("https://mid.example", "", "sha256")), "3 mobile-id.pins");
        assert_eq!(place(&card("https://mid.example", pin, "sha3-256")), "4 mobile-id.digest");
        let cloud = |base: &str, keys: &str| {
            format!("name = \"x\"\n[csc]\n{keys}\n[csc.client]\nbase-url = \"{base}\"\nclient-id = \"c\"\n")
        };
        assert!(with(&cloud("https://csc.example/csc/v2", "")).is_ok());
        assert!(with(&cloud("http://127.0.0.1:8080/csc/v2", "")).is_ok());
        assert_eq!(place(&cloud("http://csc.example/csc/v2", "")), "5 csc.client.base-url");
        for end in ["csc/v1", "csc/v2/", "csc/v2?x=1", "", "csc/v2#/csc/v2"] {
            let base = format!("https://csc.example/{end}");
            assert_eq!(place(&cloud(&base, "")), "5 csc.client.base-url", "{end}");
        }
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "pins = [\"x\"]")), "3 csc.pins");
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "oauth-pins = [\"x\"]")), "3 csc.oauth-pins");
        assert_eq!(place(&cloud("https://csc.example/csc/v2", "digest = \"sha1\"")), "3 csc.digest");
    }

    #[test]
    fn how_long_a_name_may_be_depends_on_the_version() {
        let named = |name: &str, api: &str| {
            let text = Profile::SK_DEMO.replacen("name = \"DEMO\"", &format!("name = \"{name}\""), 1);
            Profile::from_toml(&text.replacen("scheme = \"rsassa-pss\"", &format!("api = \"{api}\""), 1))
        };
        // Bytes of UTF-8, of which each of these letters has two.
        let (longest, longer) = ("õ".repeat(16), "õ".repeat(17));
        assert!(named(&longest, "v2").is_ok());
        let Err(Error::Value { place, cause, .. }) = named(&longer, "v2") else { panic!("let through") };
        assert_eq!((place.as_str(), cause), ("smart-id.relying-party.name", "name-too-long"));
        assert!(named(&longer, "v3").is_ok());
    }

    #[test]
    fn every_fault_has_its_words_in_every_language() {
        let source = include_str!("soundness.rs");
        let source = &source[..source.find("mod tests").unwrap()];
        let named = [
            NO_ADDRESS,
            NO_END,
            NO_NAME,
            NO_PINS,
            NO_PIN,
            NO_UUID,
            NO_CSC,
            NO_PEM,
            NO_DIGEST,
            NO_SIZE,
            "country",
            "scheme-name",
            "capabilities",
            "scheme-of-v2",
            "asks-of-v2",
            "not-an-address",
            "name-too-long",
            "language",
            "uuid-capitals",
            "csc-end",
        ];
        for language in Language::ALL {
            let words = Words::new(language);
            let told = |fault: &'static str| {
                let error = Error::Value { line: 3, place: "a.b".to_owned(), cause: fault };
                let values = error.values();
                let figures: Vec<_> =
                    values.iter().map(|(name, value)| (name.as_str(), plain(value).into())).collect();
                words.attribute("error-profile-value", "cause", &figures).unwrap()
            };
            let other = told("nothing of the kind");
            for fault in named {
                assert!(source.contains(&format!("\"{fault}\"")), "{fault}");
                let said = told(fault);
                assert!(said != other && said.contains('3') && said.contains("a.b"), "{fault}: {said}");
            }
        }
    }

    /// The reader's own words are English; ours say what it is, in which line and of which key.
    #[test]
    fn what_is_no_profile_is_told_by_its_kind_in_every_language() {
        let sound = Profile::SK_DEMO;
        let cases = [
            ("country = \"EE\"", "country = \"EE", "syntax", ""),
            ("country = \"EE\"", "country \"EE\"", "syntax", ""),
            ("country = \"EE\"", "land = \"EE\"", "unknown-key", "land"),
            ("digest = \"sha512\"", "hash = \"sha512\"", "unknown-key", "hash"),
            ("country = \"EE\"", "country = 5", "type", "country"),
            ("test = true", "test = \"yes\"", "type", "test"),
            ("digest = \"sha512\"", "digest = \"md5\"", "value", "digest"),
            ("country = \"EE\"", "country = \"EE\"\ncountry = \"LV\"", "twice", "country"),
        ];
        for (from, to, kind, named) in cases {
            assert!(sound.contains(from), "{from}");
            let text = sound.replacen(from, to, 1);
            let error = Profile::from_toml(&text).unwrap_err();
            let Error::Syntax { line, fault, name, cause } = &error else { panic!("{to}: {error:?}") };
            assert_eq!((*fault, name.as_str()), (kind, named), "{to}: {cause}");
            let there = text.lines().nth(line - 1).unwrap();
            assert!(to.lines().any(|one| one == there), "{to}: line {line}, {there}");
            assert_eq!(error.code(), "profile-syntax");
            for language in Language::ALL {
                let said = cause_of(language, &error);
                assert!(said.contains(&line.to_string()) && said.contains(named), "{said}");
                assert!(!said.contains(cause.as_str()), "the reader's words are no sentence of ours: {said}");
            }
        }
        // A key that is missing is in the line of its table, and in none where that is the whole.
        for (from, named, there) in
            [("uuid = ", "uuid", Some("[smart-id.relying-party]")), ("name = \"sk-demo\"", "name", None)]
        {
            let text: Vec<_> = sound.lines().filter(|line| !line.starts_with(from)).collect();
            let error = Profile::from_toml(&text.join("\n")).unwrap_err();
            let Error::Syntax { line, fault: "missing-key", name, .. } = &error else { panic!("{error:?}") };
            assert_eq!(name, named);
            assert_eq!(line.checked_sub(1).map(|before| text[before]), there);
            for language in Language::ALL {
                let said = cause_of(language, &error);
                assert!(said.contains(named) && !said.contains('0'), "{said}");
                assert_eq!(said.starts_with(named), there.is_none(), "{said}");
            }
        }
    }

    #[test]
    fn every_way_to_write_a_table_has_its_lines_and_what_has_none_is_told_without() {
        let at = |text: &str| match Profile::from_toml(&format!("{text}\n{}", trust())) {
            Err(Error::Value { line, place, .. }) => (line, place),
            other => panic!("{text}: {:?}", other.map(|profile| profile.name)),
        };
        let url = "timestamp.url".to_owned();
        assert_eq!(at("name = \"x\"\ntimestamp = [{ url = \"foo\" }]"), (2, url.clone()));
        assert_eq!(at("name = \"x\"\n[[\"timestamp\"]]\n\"url\" = \"foo\""), (3, url));
        assert_eq!(at("name = \"x\"\nseal.height = 20\nseal.width = -5"), (3, "seal.width".to_owned()));
        assert_eq!(at("name = \"x\"\n\nseal = { width = -5 }"), (3, "seal.width".to_owned()));
        assert_eq!(line("name = \"x\"", "seal", 0, "width"), 0);
        let without = Error::Value { line: 0, place: "seal.width".to_owned(), cause: NO_SIZE };
        for language in Language::ALL {
            let said = cause_of(language, &without);
            assert!(said.starts_with("seal.width"), "{said}");
        }
        assert!(!without.to_string().contains('0'), "{without}");
    }

    fn cause_of(language: Language, error: &Error) -> String {
        let values = error.values();
        let figures: Vec<_> =
            values.iter().map(|(name, value)| (name.as_str(), plain(value).into())).collect();
        let id = format!("error-{}", error.code());
        plain(&Words::new(language).attribute(&id, "cause", &figures).unwrap())
    }

    #[test]
    fn of_several_tables_the_one_is_named_that_is_meant() {
        let line_of = |url: &str, other: &str| {
            let stamps = format!("name = \"x\"\n[[timestamp]]\nurl = \"{url}\"\n[[timestamp]]\n{other}\n");
            match Profile::from_toml(&format!("{stamps}{}", trust())) {
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
