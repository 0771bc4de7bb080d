//! One signing from a seed, and what has to hold of it however it ended.

use std::path::Path;

use emulator::{AnswerFault, EndResult, Faults, MobileResult, Pace};
use pitser_tests::{Simulated, polled, profile_of};
use workflow::order::{Level, Order, Scans, Signed, Signer, Subscriber};
use workflow::profile::{Api, Profile};
use workflow::report::words::{Language, Words};
use workflow::verdict::Indication;

use crate::again::Again;
use crate::cloud;
use crate::disk::Disk;
use crate::fault::{Aim, Dice};
use crate::host::Weather;

pub const CONTRACT: &[u8] = include_bytes!("../fixtures/producers/mupdf.pdf");

/// How it went.
#[derive(Debug)]
pub struct Summary {
    pub ended: Ended,
    /// Virtual milliseconds.
    pub took: i64,
    /// What came back was finished after the weather had cleared up.
    pub finished_later: bool,
    /// How often the same person was to sign again, and what came of it.
    pub again: Vec<Ended>,
}

/// The three ways in which a signing can end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Signed,
    Refused(String),
    Cancelled,
}

/// Who signs: the order's signer, the identifier in the certificate where it is known, and whether they approve.
type Who = (Signer, Option<&'static str>, bool);

fn who(dice: &mut Dice) -> Who {
    const SUBSCRIBERS: [(&str, &str, &str, bool); 7] = [
        ("+37200000766", "60001019906", "PNOEE-60001019906", true),
        ("+37060000666", "50001018865", "PNOLT-50001018865", true),
        ("+37268000769", "60001017869", "PNOEE-60001017869", true),
        ("+37201100266", "60001019950", "", false),
        ("+37213100266", "60001019983", "", false),
        ("+37066000266", "50001018908", "", false),
        ("+37200000366", "60001019928", "", false),
    ];
    const PEOPLE: [(&str, &str, bool); 8] = [
        ("PNOEE-40504040001", "PNOEE-40504040001-DEM0-Q", true),
        ("PNOLT-40504040001", "PNOLT-40504040001-MOCK-Q", true),
        ("PNOLV-050405-10009", "PNOLV-050405-10009-DEM0-Q", true),
        ("PNOEE-50001029996", "PNOEE-50001029996-DEMO-Q", true),
        ("PNOEE-30403039917", "PNOEE-30403039917-MOCK-Q", false),
        ("PNOEE-30403039950", "PNOEE-30403039950-MOCK-Q", false),
        ("PNOEE-30403039972", "PNOEE-30403039972-MOCK-Q", false),
        ("PNOEE-30403039983", "PNOEE-30403039983-MOCK-Q", false),
    ];
    let refuses = dice.chance(15);
    // A card signs in a thousandth of the time of an account.
    if dice.chance(60) {
        let (phone, code, person, approves) = loop {
            let one = dice.one_of(&SUBSCRIBERS);
            if one.3 != refuses {
                break one;
            }
        };
        return (Signer::MobileId(Subscriber::parse(phone, code).unwrap()), Some(person), approves);
    }
    if dice.chance(25) {
        let person = "PNOEE-40404040009";
        let (scans, known) = match dice.below(3) {
            0 => (Scans::Account(format!("{person}-MOCK-Q").parse().unwrap()), Some(person)),
            1 => (Scans::Person(person.parse().unwrap()), Some(person)),
            _ => (Scans::Anybody, None),
        };
        return (Signer::DeviceLink(scans), known, true);
    }
    let (person, number, approves) = loop {
        let one = dice.one_of(&PEOPLE);
        if one.2 != refuses {
            break one;
        }
    };
    let signer = match dice.chance(50) {
        true => Signer::Person(person.parse().unwrap()),
        false => Signer::Document(number.parse().unwrap()),
    };
    (signer, Some(person), approves)
}

/// What the services do wrong by themselves.
fn faults(dice: &mut Dice) -> Faults {
    let answer = match dice.below(20) {
        0 => AnswerFault::CorruptedSignature,
        1 => AnswerFault::OtherAccount,
        2 => AnswerFault::OtherCertificate,
        3 => AnswerFault::OtherKey,
        4 => AnswerFault::WeakPss,
        _ => AnswerFault::None,
    };
    let end = match dice.below(40) {
        0 => Some(EndResult::ProtocolFailure),
        1 => Some(EndResult::ServerError),
        2 => Some(EndResult::AccountUnusable),
        3 => Some(EndResult::DocumentUnusable),
        4 => Some(EndResult::ExpectedLinkedSession),
        _ => None,
    };
    let mobile = match dice.below(40) {
        0 => Some(MobileResult::SimError),
        1 => Some(MobileResult::NotActive),
        2 => Some(MobileResult::InternalError),
        _ => None,
    };
    let clock = if dice.chance(5) { 3_600_000 } else { 0 };
    Faults {
        answer,
        next_end_result: end,
        next_mobile_result: mobile,
        tsa_clock_ms: clock,
        tsa_longer: if dice.chance(10) { 9_000 } else { 0 },
        ..Faults::default()
    }
}

/// One signing under everything that this seed brings.
pub fn run(seed: u64) -> Result<Summary, String> {
    let dice = &mut Dice::new(seed);
    if dice.chance(30) {
        return cloud::run(seed, dice);
    }
    let (signer, person, approves) = who(dice);
    let mut inside = Simulated::new(seed);
    inside.put("/contract.pdf", CONTRACT);
    inside.scanned_by = Some("PNOEE-40404040009-MOCK-Q".to_owned()).filter(|_| dice.chance(85));
    let scanned = inside.scanned_by.is_some();
    let mut profile = profile_of(&inside);
    let two = dice.chance(30) && !matches!(signer, Signer::DeviceLink(_));
    profile.smart_id.as_mut().unwrap().api = if two { Api::V2 } else { Api::V3 };
    let wrong = if dice.chance(40) { faults(dice) } else { Faults::default() };
    inside.world.set_faults(wrong.clone());
    let slow = dice.chance(20);
    if slow {
        let answer_ms = u32::try_from(dice.below(150_000)).unwrap();
        inside.world.set_pace(Pace { answer_ms, ..Pace::default() });
    }
    let mut host = Weather::new(inside, seed);
    host.stormy = dice.one_of(&[0, 0, 0, 3, 10, 30]);
    host.jumpy = dice.one_of(&[0, 0, 0, 5]);
    let aims = if dice.chance(60) { 1 + dice.below(3) } else { 0 };
    *host.aimed.lock().unwrap() = (0..aims).map(|_| Aim::draw(dice)).collect();
    let refusing = dice.one_of(&[0, 0, 0, 0, 10, 50]);
    host.disk = Disk::new(seed, refusing);
    host.journal_refuses = dice.one_of(&[0, 0, 0, 0, 1, 2]).into();
    host.cancelled_at = dice.chance(8).then(|| 1 + dice.below(40));
    host.cancelled_after_value = dice.chance(12).then(|| 1 + dice.below(4));
    let level = dice.one_of(&[Level::BB, Level::BB, Level::BT, Level::BLt, Level::BLta]);
    let order =
        Order { output: Some("/signed.pdf".into()), ..Order::new("/contract.pdf", signer.clone(), level) };

    let begun = host.inside.world_time();
    let result = polled(workflow::sign::sign(&host, &profile, order));
    let took = host.inside.world_time() - begun;
    let mut story =
        Story { host: &host, profile: &profile, person, level, sound: wrong.answer == AnswerFault::None };
    let told = |fault: String| format!("{fault}\n{}", host.log.lock().unwrap().join("\n"));
    let waits = host.cancelled_at.is_none() && host.cancelled_after_value.is_none();
    let undisturbed = host.stormy + host.jumpy + aims + refusing == 0 && waits && !slow;
    if undisturbed && wrong == Faults::default() && approves && scanned && !matches!(&result, Some(Ok(_))) {
        return Err(told(format!("nothing happened, and yet {result:?}")));
    }
    let (first, took) = (story.first(result).map_err(told)?, took);
    let told = |fault: String| format!("{fault}\n{first:?}\n{}", host.log.lock().unwrap().join("\n"));
    if !dice.chance(60) {
        let finished_later = first != Ended::Signed && story.finish_later(&first).map_err(told)?;
        return Ok(Summary { ended: first, took, finished_later, again: Vec::new() });
    }
    let mut again = Again {
        first: &host,
        profile: &profile,
        signer: &signer,
        level,
        willing: approves && scanned,
        sound: wrong.answer == AnswerFault::None,
        dice,
        ended: Vec::new(),
    };
    let finished_later = again.run(&first).map_err(told)?;
    let again = again.ended;
    Ok(Summary { ended: first, took, finished_later, again })
}

struct Story<'a> {
    host: &'a Weather,
    profile: &'a Profile,
    person: Option<&'static str>,
    level: Level,
    /// The service answers with nobody else's things.
    sound: bool,
}

/// A property, and the words for the case that it does not hold.
pub fn holds(property: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if property { Ok(()) } else { Err(otherwise()) }
}

impl Story<'_> {
    fn first(&mut self, result: Option<Result<Signed, workflow::error::Error>>) -> Result<Ended, String> {
        let tally = self.host.inside.world.tally();
        holds(tally.at_once <= 1, || format!("{} requests at once on one phone", tally.at_once))?;
        holds(tally.asked <= 1 && tally.pins <= 1, || format!("{tally:?}"))?;
        let ended = match result {
            None => Ended::Cancelled,
            Some(Ok(signed)) => {
                self.signed(&signed)?;
                return Ok(Ended::Signed);
            }
            Some(Err(error)) => {
                let id = format!("error-{}", error.code());
                let worded = Language::ALL.into_iter().all(|language| Words::new(language).has(&id));
                holds(worded, || format!("{} has no words", error.code()))?;
                Ended::Refused(error.code().to_owned())
            }
        };
        self.nothing_else_on_the_disk(false)?;
        Ok(ended)
    }

    fn signed(&self, signed: &Signed) -> Result<(), String> {
        self.nothing_else_on_the_disk(true)?;
        holds(signed.report.overall() == Some(Indication::TotalPassed), || "not checked".to_owned())?;
        let newest = signed.report.signatures.first().ok_or("no signature")?;
        holds(newest.level >= Some(self.level), || format!("only {:?}", newest.level))?;
        let signer = newest.signer.as_ref().and_then(|signer| signer.serial_number.clone());
        let theirs = self.person.is_none_or(|person| signer.as_deref() == Some(person));
        holds(theirs, || format!("signed by {signer:?}"))
    }

    fn nothing_else_on_the_disk(&self, signed: bool) -> Result<(), String> {
        let files = self.host.inside.files();
        holds(files.len() == 1 + usize::from(signed), || format!("{files:?}"))?;
        let original = self.host.inside.file("/contract.pdf");
        holds(original.as_deref() == Some(CONTRACT), || "the document was touched".to_owned())
    }

    /// What came back is finished when the weather has cleared up, and no phone rings for it. Nothing else is left.
    fn finish_later(&self, ended: &Ended) -> Result<bool, String> {
        self.host.clears_up();
        self.host.inside.world.set_faults(Faults::default());
        let before = self.host.inside.world.tally();
        let pending = workflow::sign::pending(self.host).map_err(|error| error.to_string())?;
        let lost = *ended == Ended::Refused("value-lost".to_owned());
        let Some(one) = pending.first() else {
            let excused =
                !self.sound || lost || (*ended == Ended::Cancelled && self.host.journal_refused() > 1);
            holds(!self.host.value_came() || excused, || format!("{ended:?}, and the value is gone"))?;
            return Ok(false);
        };
        holds(pending.len() == 1 && !lost, || format!("{ended:?}, and {} are kept", pending.len()))?;
        let finishing = polled(workflow::sign::finish(self.host, self.profile, &one.key, None));
        let signed = finishing
            .ok_or("finishing waits for nobody")?
            .map_err(|error| format!("not finished: {error:?}"))?;
        self.signed(&signed)?;
        let after = self.host.inside.world.tally();
        holds(after == before, || format!("finishing rang a phone: {before:?}, {after:?}"))?;
        let verified = workflow::verify::verify(
            self.host,
            self.profile,
            Path::new("/signed.pdf"),
            workflow::verify::Options {
                online: true,
                password: None,
                pages: workflow::verify::PageCheck::Skip,
            },
        );
        let report =
            polled(verified).ok_or("verifying waits for nobody")?.map_err(|error| error.to_string())?;
        holds(report.overall() == Some(Indication::TotalPassed), || {
            "others do not find it valid".to_owned()
        })?;
        Ok(true)
    }
}
