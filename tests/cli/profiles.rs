//! Connection profiles: kept under a name, checked, written out; and the schema that says how one is written.

use serde_json::{Value, json};
use workflow::profile::{Error, Profile, Scheme};

use crate::bench::{Desk, Ran};

fn profile(desk: &Desk, arguments: &[&str]) -> Ran {
    Ran(desk.bare(&[&["profile"], arguments].concat()).output().unwrap())
}

#[test]
fn a_profile_that_was_imported_is_used_by_its_name() {
    let desk = Desk::new();
    let imported = profile(&desk, &["import", "bench.toml"]);
    assert_eq!(imported.exit(), 0, "{}", imported.talk());
    assert!(imported.talk().contains("--profile bench"), "{}", imported.talk());
    let exported = profile(&desk, &["export", "bench"]);
    assert_eq!(exported.data().as_bytes(), desk.read("bench.toml"));
    std::fs::remove_file(desk.path("bench.toml")).unwrap();
    let list = profile(&desk, &["list"]);
    assert_eq!(
        list.data(),
        "bench\tyours\tTEST\ndemo\tof the program\tTEST\nsk-demo\tof the program\tTEST\n"
    );
    let arguments =
        ["--profile", "bench", "sign", "contract.pdf", "--document-number", "PNOEE-40504040001-DEM0-Q"];
    let signed = Ran(desk.bare(&arguments).output().unwrap());
    assert_eq!(signed.exit(), 0, "{}", signed.talk());

    assert_eq!(profile(&desk, &["remove", "bench"]).exit(), 0);
    profile(&desk, &["export", "bench"]).failed_with("profile-missing");
    profile(&desk, &["remove", "bench"]).failed_with("profile-missing");
}

#[test]
fn what_cannot_be_kept_is_named() {
    let desk = Desk::new();
    profile(&desk, &["import", "absent.toml"]).failed_with("profile-missing");
    assert_eq!(profile(&desk, &["import", "bench.toml"]).exit(), 0);
    profile(&desk, &["import", "bench.toml"]).failed_with("profile-exists");
    assert_eq!(profile(&desk, &["import", "bench.toml", "--force"]).exit(), 0);
    let text = String::from_utf8(desk.read("bench.toml")).unwrap();
    desk.put("bench.toml", text.replace("name = \"bench\"", "name = \"Our Bank\"").as_bytes());
    profile(&desk, &["import", "bench.toml"]).failed_with("profile-name");
    assert_eq!(profile(&desk, &["check", "bench.toml"]).exit(), 0);
    desk.put("bench.toml", format!("{text}\n[trust.more]\n").as_bytes());
    let broken = profile(&desk, &["check", "bench.toml"]);
    broken.failed_with("profile-syntax");
    let line = format!("Line {}, more: ", text.lines().count() + 2);
    assert!(broken.talk().contains(&line), "{line}: {}", broken.talk());
}

#[test]
fn what_has_no_effect_is_named_with_its_line_and_what_contradicts_is_refused() {
    let desk = Desk::new();
    let text = String::from_utf8(desk.read("bench.toml")).unwrap();
    let gateway = text.replacen("[smart-id]\n", "[smart-id]\napi = \"v2\"\n", 1);
    let gateway = gateway.replacen("api = \"v3\"\n", "", 1);
    desk.put("gateway.toml", gateway.as_bytes());
    let checked = profile(&desk, &["check", "gateway.toml"]);
    assert_eq!(checked.exit(), 0, "{}", checked.talk());
    let line = gateway.lines().position(|line| line.starts_with("scheme-name")).unwrap() + 1;
    let told = format!("Line {line}: smart-id.relying-party.scheme-name has no effect");
    assert!(checked.talk().contains(&told), "{told}: {}", checked.talk());
    let contradicting = gateway.replacen("api = \"v2\"\n", "api = \"v2\"\nscheme = \"rsassa-pss\"\n", 1);
    desk.put("gateway.toml", contradicting.as_bytes());
    desk.put("latin.toml", b"name = \"bank\"\n# M\xfcller\n");
    let latin = profile(&desk, &["check", "latin.toml"]);
    latin.failed_with("profile-not-text");
    assert!(latin.talk().contains("Line 2 "), "{}", latin.talk());
    let line = contradicting.lines().position(|line| line.starts_with("scheme =")).unwrap() + 1;
    let refused = profile(&desk, &["check", "gateway.toml"]);
    refused.failed_with("profile-value");
    assert!(refused.talk().contains(&format!("Line {line}, smart-id.scheme: ")), "{}", refused.talk());
}

/// A profile in which everything is said.
fn full(desk: &Desk) -> Value {
    let text = String::from_utf8(desk.read("bench.toml")).unwrap();
    let mut profile = Profile::from_toml(&text).unwrap();
    let party = &mut profile.smart_id.as_mut().unwrap().relying_party;
    party.brokered_name = Some("Somebody".into());
    party.capabilities = vec!["QUALIFIED".into()];
    party.share_md_client_ip_address = true;
    profile.smart_id.as_mut().unwrap().scheme = Some(Scheme::RsassaPss);
    profile.seal.language = Some(workflow::report::words::Language::Latvian);
    serde_json::to_value(&profile).unwrap()
}

/// A change of a profile, and where it was made.
type Variant = (String, Value);

/// Every profile that lacks one entry, has one more, or has one of another type.
fn variants(value: &Value) -> Vec<Variant> {
    let mut all = Vec::new();
    if let Value::Object(entries) = value {
        let with = |key: &str, one: Value| {
            let mut changed = entries.clone();
            changed.insert(key.to_owned(), one);
            Value::Object(changed)
        };
        all.push(("+unknown".to_owned(), with("unknown", json!("entry"))));
        for (key, inner) in entries {
            let mut without = entries.clone();
            without.remove(key);
            all.push((format!("-{key}"), Value::Object(without)));
            for other in [json!(true), json!(-1), json!("other"), json!([]), json!({})] {
                // A table without entries may also be written as a list without items, which nobody does.
                if inner.is_object() && other == json!([]) {
                    continue;
                }
                all.push((format!("{key}={other}"), with(key, other)));
            }
            for (place, changed) in variants(inner) {
                all.push((format!("{key}.{place}"), with(key, changed)));
            }
        }
    }
    if let Value::Array(items) = value {
        for other in [json!(true), json!("other"), json!({})] {
            all.push((format!("+{other}"), Value::Array([items.clone(), vec![other]].concat())));
        }
        for (place, changed) in items.first().map(variants).unwrap_or_default() {
            all.push((format!("0.{place}"), json!([changed])));
        }
    }
    all
}

#[test]
fn the_schema_allows_what_the_program_reads_and_nothing_else() {
    let desk = Desk::new();
    let printed = profile(&desk, &["schema"]).data();
    let schema = jsonschema::validator_for(&serde_json::from_str(&printed).unwrap()).unwrap();
    let full = full(&desk);
    assert!(schema.is_valid(&full), "{:?}", schema.validate(&full));
    let reads = |value: &Value| {
        let text = toml::to_string(value).unwrap();
        match Profile::from_toml(&text) {
            // Whether a text is a certificate, no schema can say.
            Ok(_) => true,
            Err(Error::Value { place, .. }) => {
                !["country", "smart-id.relying-party.brokered-name"].contains(&&*place)
            }
            Err(error) => !matches!(error, Error::Syntax { .. }),
        }
    };
    let variants = variants(&full);
    assert!(variants.len() > 200, "{}", variants.len());
    for (place, variant) in variants {
        assert_eq!(schema.is_valid(&variant), reads(&variant), "{place}");
    }
    for (place, value) in
        [("/country", "ZZ"), ("/country", ""), ("/smart-id/relying-party/brokered-name", "")]
    {
        let mut changed = full.clone();
        *changed.pointer_mut(place).unwrap() = json!(value);
        assert_eq!((schema.is_valid(&changed), reads(&changed)), (false, false), "{place} {value:?}");
    }
    let public: Value = toml::from_str(Profile::SK_DEMO).unwrap();
    assert!(schema.is_valid(&public), "{:?}", schema.validate(&public));
}
