//! Files that we signed ourselves, in virtual time, and whoever judges them offline afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use ades::{Document, SignatureKind};
use pitser_tests::{Simulated, profile_of, run};
use pki::Evidence;
use validation::policy::Policy;
use validation::report::{Answer, Indication, Question, Report};
use validation::trust::Trust;
use workflow::host::Host;
use workflow::order::{Level, Order, Permission, Signer};

/// The account that answers by itself and approves.
const APPROVES: &str = "PNOEE-40504040001";

/// A file that was signed, and passes.
pub struct Base {
    pub name: String,
    pub bytes: Vec<u8>,
    /// The fields that are signed.
    pub fields: Vec<String>,
    pub certified: Option<Permission>,
    /// It is the form of [`form`].
    pub form: bool,
}

/// The world that signed, and what is known without it.
pub struct Stage {
    pub host: Simulated,
    pub trust: Trust,
    pub evidence: Evidence,
    /// How many documents were put into it: tests that run at the same time sign in one world.
    documents: AtomicU32,
    phone: Mutex<()>,
}

/// The files that are attacked.
pub struct Scene {
    pub stage: Stage,
    pub bases: Vec<Base>,
}

pub static SCENE: LazyLock<Scene> = LazyLock::new(|| {
    let stage = Stage::new(900);
    let producer = |name: &str| {
        std::fs::read(format!("{}/fixtures/producers/{name}.pdf", env!("CARGO_MANIFEST_DIR"))).expect(name)
    };
    let mut bases = Vec::new();
    for (name, level) in [
        ("mupdf", Level::BB),
        ("mupdf", Level::BLt),
        ("latex", Level::BLt),
        ("qpdf-object-streams", Level::BLta),
        ("chromium", Level::BLta),
    ] {
        bases.push(stage.base(&format!("{name} {level:?}"), &producer(name), level, None));
    }
    for (level, certified) in [
        (Level::BB, None),
        (Level::BLt, None),
        (Level::BLta, None),
        (Level::BB, Some(Permission::NoChanges)),
        (Level::BLt, Some(Permission::FormFilling)),
        (Level::BLt, Some(Permission::Annotations)),
    ] {
        let name = format!("form {level:?} {certified:?}");
        bases.push(Base { form: true, ..stage.base(&name, &form(), level, certified) });
    }
    Scene { stage, bases }
});

impl Stage {
    pub fn new(seed: u64) -> Self {
        let host = Simulated::new(seed);
        let profile = profile_of(&host);
        let trust = Trust::new("test", true, profile.anchors().expect("anchors"), Vec::new());
        let mut stage = Self {
            host,
            trust,
            evidence: Evidence::default(),
            documents: AtomicU32::new(0),
            phone: Mutex::default(),
        };
        let known = stage.signed(&form(), Level::BLt, None);
        let document = Document::open(Arc::new(known)).expect("opens");
        stage.evidence = document.facts().expect("read").embedded;
        stage
    }

    /// There is one phone: who signs with it waits until nobody else does.
    pub fn alone(&self) -> MutexGuard<'_, ()> {
        self.phone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Signs in this world.
    pub fn signed(&self, document: &[u8], level: Level, certify: Option<Permission>) -> Vec<u8> {
        self.ordered(document, |order| Order { level, certify, ..order })
    }

    /// Signs by an order with more to it.
    pub fn ordered(&self, document: &[u8], more: impl FnOnce(Order) -> Order) -> Vec<u8> {
        self.attempted(document, more).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// The same where it may be refused.
    pub fn attempted(
        &self,
        document: &[u8],
        more: impl FnOnce(Order) -> Order,
    ) -> Result<Vec<u8>, workflow::error::Error> {
        let number = self.documents.fetch_add(1, Ordering::Relaxed);
        let (input, output) = (format!("/{number}.pdf"), format!("/{number}-signed.pdf"));
        self.host.put(&input, document);
        let signer = Signer::Person(APPROVES.parse().expect("a person"));
        let order = Order { output: Some(output.clone().into()), ..Order::new(&input, signer, Level::BB) };
        let _alone = self.alone();
        run(workflow::sign::sign(&self.host, &profile_of(&self.host), more(order)))?;
        Ok(self.host.file(&output).expect("saved").to_vec())
    }

    fn base(&self, name: &str, document: &[u8], level: Level, certified: Option<Permission>) -> Base {
        let bytes = self.signed(document, level, certified);
        let report = self.report(&bytes).expect("read");
        assert_eq!(report.overall(), Some(Indication::TotalPassed), "{name}: the honest file passes");
        let fields = report.signatures.iter().map(|one| one.field.clone()).collect();
        Base { name: name.into(), bytes, fields, certified, form: false }
    }

    /// What is found in a file, offline; or why nothing is.
    pub fn report(&self, bytes: &[u8]) -> Result<Report, String> {
        let document = Document::open(Arc::new(bytes.to_vec())).map_err(|error| error.to_string())?;
        let facts = document.facts().map_err(|error| error.to_string())?;
        let at = self.host.now();
        Ok(validation::validate(&facts, &self.evidence, &self.trust, &Policy::everyday(), at))
    }
}

/// How a changed file was noticed; an error tells of a signature that still passes.
pub fn noticed(stage: &Stage, base: &Base, bytes: &[u8]) -> Result<String, String> {
    let report = match stage.report(bytes) {
        Ok(report) => report,
        Err(_) => return Ok("not readable".into()),
    };
    let mut all = Vec::new();
    for field in &base.fields {
        let Some(row) = report.signatures.iter().find(|row| &row.field == field) else {
            // What is left of it may stand under another name, and is told there: as many as before, and not all of them pass.
            let is_told = report.signatures.len() >= base.fields.len();
            let how = if is_told { "told under another name" } else { "the signature is gone" };
            all.push((false, how.to_owned()));
            continue;
        };
        let found = row.conclusion;
        if found.indication == Indication::TotalPassed {
            let told = row.checks.iter().filter_map(|check| check.detail.get("changes"));
            return Err(format!("{field} passes: {}", told.cloned().collect::<Vec<_>>().join("; ")));
        }
        let sub = found.sub_indication.map(|sub| format!("{sub:?}")).unwrap_or_default();
        all.push((row.kind == SignatureKind::Signature, format!("{:?} {sub}", found.indication)));
    }
    if report.overall() == Some(Indication::TotalPassed) {
        return Err("the document passes".into());
    }
    let first = all.iter().find(|(signature, _)| *signature).or(all.first());
    Ok(first.map_or_else(|| "no signature".into(), |(_, how)| how.trim().to_owned()))
}

/// One changed file.
pub struct Case {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// How a changed file tells of its signatures, none of which it may lose; an error tells of one that it has lost, or that still
/// passes.
pub fn kept(stage: &Stage, base: &Base, bytes: &[u8]) -> Result<String, String> {
    let report = stage.report(bytes).map_err(|why| format!("no report: {why}"))?;
    match base.fields.iter().find(|field| report.signatures.iter().all(|row| row.field != **field)) {
        Some(lost) => Err(format!("{lost} is lost")),
        None => noticed(stage, base, bytes),
    }
}

/// How it is told that something that was signed is not to be seen any more, which no permission makes silent.
pub fn told_covered(stage: &Stage, _: &Base, bytes: &[u8]) -> Result<String, String> {
    let document = Document::open(Arc::new(bytes.to_vec())).map_err(|error| error.to_string())?;
    let mut facts = document.facts().map_err(|error| error.to_string())?;
    workflow::pages::compare(&document, &mut facts, NonZeroUsize::MIN, &|| stage.host.now());
    let (policy, at) = (Policy::everyday(), stage.host.now());
    let report = validation::validate(&facts, &stage.evidence, &stage.trust, &policy, at);
    let rows = report.signatures.iter().flat_map(|row| &row.checks);
    let mut covered = rows.filter(|check| check.question == Question::CoveredContent);
    match covered.find(|check| check.answer != Answer::Passed && !check.sights.is_empty()) {
        Some(check) => Ok(format!("{:?}", check.answer)),
        None => Err("nobody is told".to_owned()),
    }
}

/// How it is told of the signatures that were there that a later one, which really is one, hides something. An everyday policy
/// may let the signature pass with a warning of what is covered; the auditor's does not let it pass.
pub fn told_by(stage: &Stage, base: &Base, bytes: &[u8]) -> Result<String, String> {
    let document = Document::open(Arc::new(bytes.to_vec())).map_err(|error| error.to_string())?;
    let mut facts = document.facts().map_err(|error| error.to_string())?;
    workflow::pages::compare(&document, &mut facts, NonZeroUsize::MIN, &|| stage.host.now());
    let judged = |policy| {
        validation::validate(&facts, &stage.evidence, &stage.trust, &policy, stage.host.now()).signatures
    };
    let (everyday, auditor) = (judged(Policy::everyday()), judged(Policy::auditor()));
    let later = everyday.iter().find(|row| !base.fields.contains(&row.field)).ok_or("nobody signed later")?;
    let holds =
        |wanted| later.checks.iter().any(|check| check.question == wanted && check.answer == Answer::Passed);
    if !holds(Question::MessageDigest) || !holds(Question::SignatureValue) {
        return Err("the later signature is none".to_owned());
    }
    let mut hows = BTreeSet::new();
    for row in everyday.iter().filter(|row| base.fields.contains(&row.field)) {
        let covered = row.checks.iter().find(|check| check.question == Question::CoveredContent);
        let told = covered.is_some_and(|check| check.answer != Answer::Passed && !check.sights.is_empty());
        match row.conclusion.indication {
            Indication::TotalPassed if !told => {
                return Err(format!("{} passes, and nobody is told", row.field));
            }
            Indication::TotalPassed => hows.insert("a warning".to_owned()),
            other => hows.insert(format!("{other:?}")),
        };
    }
    match auditor
        .iter()
        .find(|row| base.fields.contains(&row.field) && row.conclusion.indication == Indication::TotalPassed)
    {
        Some(row) => Err(format!("{} passes an auditor", row.field)),
        None => Ok(Vec::from_iter(hows).join(", ")),
    }
}

/// How a case is noticed that leaves no signature to speak of: that is no verdict on one, and could hide that none is made.
const LOST: [&str; 3] = ["not readable", "the signature is gone", "no signature"];

/// How many cases of a class are noticed so, in that order. Of all others there are none.
const KNOWN_LOST: [(&str, [usize; 3]); 4] = [
    ("denial of service", [11, 6, 0]),
    ("incremental saving, changes", [0, 12, 0]),
    ("signature wrapping", [0, 95, 0]),
    ("unaccounted bytes", [1, 11, 0]),
];

/// Judges the cases of a class, prints how they were noticed, and says what was not.
pub fn judge(class: &str, cases: impl Fn(&Base) -> Vec<Case>, least: usize) {
    judge_by(noticed, class, cases, least);
}

/// The same by another rule.
pub fn judge_by(
    noticed: impl Fn(&Stage, &Base, &[u8]) -> Result<String, String>,
    class: &str,
    cases: impl Fn(&Base) -> Vec<Case>,
    least: usize,
) {
    let scene = &*SCENE;
    let (mut count, mut hows, mut slipped) = (0, BTreeMap::<String, usize>::new(), Vec::new());
    for base in &scene.bases {
        for case in cases(base) {
            count += 1;
            assert_ne!(case.bytes, base.bytes, "{}: nothing was changed", case.name);
            #[expect(clippy::disallowed_methods, reason = "whoever waits for a verdict has a clock")]
            let begun = std::time::Instant::now();
            match noticed(&scene.stage, base, &case.bytes) {
                Ok(how) => *hows.entry(how).or_default() += 1,
                Err(what) => slipped.push(format!("{}: {}: {what}", base.name, case.name)),
            }
            let took = begun.elapsed();
            assert!(took.as_secs() < 60, "{}: {}: {took:?}", base.name, case.name);
        }
    }
    let mut told = format!("{class}: {count} cases");
    for (how, times) in &hows {
        let _ = write!(told, "\n    {times:4} {how}");
    }
    eprintln!("{told}");
    assert!(slipped.is_empty(), "{class}: {} slipped through\n{}", slipped.len(), slipped.join("\n"));
    let lost = LOST.map(|how| hows.get(how).copied().unwrap_or_default());
    let known = KNOWN_LOST.iter().find(|(known, _)| *known == class).map_or([0; 3], |(_, lost)| *lost);
    assert_eq!(lost, known, "{class}: cases that leave no signature to speak of, {LOST:?}");
    assert!(count >= least, "{class}: {count} cases");
}

/// A contract of two pages with a form, with an image that covers a sentence, and with pages that nothing leads to: what a
/// cheat would have signed. Numbers of its objects are in the text.
pub fn form() -> Vec<u8> {
    let text = |words: &str| format!("BT /F1 24 Tf 72 700 Td ({words}) Tj ET");
    let stream = |more: &str, data: &str| super::update::stream(more, data);
    let widget = |name: &str, value: &str, low: u32, look: u32| {
        format!(
            "<</Type/Annot/Subtype/Widget/FT/Tx/T({name})/V({value})/DA(/F1 12 Tf 0 g)/F 4/P 3 0 R/Rect[72 {low} 272 {}]/AP<</N {look} 0 R>>>>",
            low + 20
        )
    };
    let look = |words: &str| {
        let data = format!("/Tx BMC BT /F1 12 Tf 2 5 Td ({words}) Tj ET EMC");
        stream("/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 8 0 R>>>>", &data)
    };
    let page = |contents: u32, more: &str| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 8 0 R>>/XObject<</Im 7 0 R/Fm 14 0 R>>>>/Contents {contents} 0 R{more}>>"
        )
    };
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/OCProperties<</OCGs[21 0 R]/D<</ON[21 0 R]>>>>>>".into(),
        "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>".into(),
        page(4, "/Annots[10 0 R 11 0 R 12 0 R]"),
        stream("", &format!("{} q 300 0 0 50 72 690 cm /Im Do Q /Fm Do", text("Pay 9999 EUR"))),
        stream("", &text("Pay 77777 EUR")),
        "<</Fields[10 0 R 11 0 R]/DA(/F1 12 Tf 0 g)/DR<</Font<</F1 8 0 R>>>>>>".into(),
        stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            "\u{7f}",
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding 13 0 R>>".into(),
        page(15, ""),
        widget("amount", "10", 600, 16),
        widget("payee", "Alice", 560, 17),
        "<</Type/Annot/Subtype/Square/Rect[72 400 272 440]/F 4/IC[1 1 1]/C[1 1 1]/P 3 0 R>>".into(),
        "<</Type/Encoding/BaseEncoding/WinAnsiEncoding>>".into(),
        stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 8 0 R>>>>", "0 g"),
        stream("", &text("Second page")),
        look("10"),
        look("Alice"),
        "<</Type/Catalog/Pages 19 0 R>>".into(),
        "<</Type/Pages/Kids[20 0 R]/Count 1>>".into(),
        "<</Type/Page/Parent 19 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 8 0 R>>>>/Contents 5 0 R>>"
            .into(),
        "<</Type/OCG/Name(Layer)>>".into(),
    ];
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut rows = String::new();
    for (number, body) in (1..).zip(&objects) {
        let _ = writeln!(rows, "{:010} 00000 n ", bytes.len());
        bytes.extend(format!("{number} 0 obj\n{body}\nendobj\n").into_bytes());
    }
    let (size, at) = (objects.len() + 1, bytes.len());
    bytes.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{rows}").into_bytes());
    let id = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{id}>>\nstartxref\n{at}\n%%EOF\n").into_bytes());
    bytes
}
