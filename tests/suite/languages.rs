//! Signing in the languages of the people: on the phone, on the page, and for a screen reader.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pitser_tests::{Simulated, run};
use workflow::event::Stage;
use workflow::order::{Level, Order};
use workflow::report::words::Language;
use workflow::seal::{SealOrder, SealStyle};
use workflow::verdict::Indication;

use crate::{APPROVES, order, person, sign, signed, world};

/// In each language: on the phone, on the page, for a screen reader.
const SAID: [(Language, &str, &str, &str); 4] = [
    (Language::English, "Sign the document loan-agreement.pdf with PIN2", "Signed 20", "Digital signature"),
    (
        Language::Estonian,
        "Allkirjastage dokument loan-agreement.pdf PIN2-koodiga",
        "Allkirjastatud 20",
        "Digiallkiri",
    ),
    (
        Language::Latvian,
        "Parakstiet dokumentu loan-agreement.pdf ar PIN2 kodu",
        "Parakstīts 20",
        "Elektroniskais paraksts",
    ),
    (
        Language::Lithuanian,
        "Pasirašykite dokumentą loan-agreement.pdf PIN2 kodu",
        "Pasirašyta 20",
        "Elektroninis parašas",
    ),
];

fn sealed(language: Language, seals: Option<Language>) -> Order {
    let style = SealStyle { language: seals, ..SealStyle::default() };
    Order {
        document: "/loan-agreement.pdf".into(),
        reason: Some("Õnne Žydrė Ķēniņš".to_owned()),
        seal: Some(SealOrder::of(&style)),
        language,
        ..order(person(APPROVES), Level::BT)
    }
}

fn signed_in(language: Language, seals: Option<Language>) -> Simulated {
    let (host, profile) = world(330);
    host.put("/loan-agreement.pdf", crate::contract());
    let done = sign(&host, &profile, sealed(language, seals)).expect("signed");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    host
}

/// What the phone was given to show.
fn on_the_phone(host: &Simulated) -> String {
    let bodies =
        host.exchanges().into_iter().map(|one| String::from_utf8_lossy(one.request.body()).into_owned());
    let asked = bodies.filter_map(|body| serde_json::from_str::<serde_json::Value>(&body).ok());
    let shown = asked.filter_map(|body| STANDARD.decode(body["interactions"].as_str()?).ok());
    shown.map(|text| String::from_utf8(text).expect("a text")).collect()
}

/// What stands on the pages, the seal with it.
fn on_the_page(host: &Simulated) -> String {
    let shown = workflow::show::open(host, &signed(), None).expect("opens");
    let texts = (0..shown.pages().len()).map(|page| shown.text(page).expect("read"));
    texts.flat_map(|text| text.runs).map(|run| format!("{} ", run.text)).collect()
}

fn for_a_screen_reader(host: &Simulated) -> String {
    let file = host.file(signed()).expect("saved");
    let document = lopdf::Document::load_mem(&file).expect("read");
    let fields = document.objects.values().filter_map(|object| object.as_dict().ok());
    let names = fields
        .filter_map(|field| field.get(b"TU").ok())
        .map(|name| lopdf::decode_text_string(name).expect("a text"));
    names.collect()
}

#[test]
fn phone_page_and_screen_reader_speak_the_language_of_the_person() {
    for (language, phone, page, reader) in SAID {
        let host = signed_in(language, None);
        assert!(on_the_phone(&host).contains(phone), "{}", on_the_phone(&host));
        assert!(on_the_page(&host).contains(page), "{}", on_the_page(&host));
        assert_eq!(for_a_screen_reader(&host), reader);
    }
}

#[test]
fn a_document_may_be_signed_in_another_language_than_the_persons() {
    let host = signed_in(Language::Lithuanian, Some(Language::English));
    assert!(on_the_phone(&host).contains("Pasirašykite"));
    assert!(on_the_page(&host).contains("Signed 20"));
    assert_eq!(for_a_screen_reader(&host), "Digital signature");
}

/// What came back is checked against what the phone showed, whatever the language of whoever finishes it.
#[test]
fn what_was_approved_in_one_language_is_finished_in_any() {
    let (host, profile) = world(331);
    host.put("/loan-agreement.pdf", crate::contract());
    host.disconnect_after(Stage::Approval, vec!["/tsa"]);
    let error = sign(&host, &profile, sealed(Language::Latvian, None)).expect_err("not finished");
    assert_eq!(error.code(), "timestamp-unavailable");
    host.reconnect();
    let pending = workflow::sign::pending(&host).expect("journal");
    let done = run(workflow::sign::finish(&host, &profile, &pending[0].key, None)).expect("finished");
    assert_eq!(done.report.overall(), Some(Indication::TotalPassed));
    assert!(on_the_page(&host).contains("Parakstīts 20"));
}
