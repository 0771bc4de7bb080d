//! The same at a remote signing service: one document or a few under one permission.

use std::path::{Path, PathBuf};

use emulator::{AnswerFault, CSC_OTP, CSC_PIN, CscFault, Faults, Pace};
use pitser_tests::{Browsing, Simulated, polled, profile_of};
use workflow::error::Error;
use workflow::order::{Level, Order, Signer};
use workflow::profile::{Login, Profile, Signs};
use workflow::report::words::{Language, Words};
use workflow::together::{Ended as Each, sign_together};
use workflow::verdict::Indication;

use crate::disk::Disk;
use crate::fault::{Aim, Dice};
use crate::host::Weather;
use crate::run::{CONTRACT, Ended, Summary, holds};

/// What a signing lives on here.
const PARTS: [&str; 13] = [
    "/csc/v2/info",
    "/oauth2/pushed_authorize",
    "/oauth2/token",
    "/credentials/list",
    "/credentials/info",
    "/credentials/authorize",
    "/signatures/sign",
    "/signatures/sign",
    "/signatures/signPolling",
    "/tsa",
    "/tsa",
    "/ocsp",
    "",
];

/// A key: its identifier, who logs in for it, how many documents at most are signed with it here.
const KEYS: [(&str, &str, usize); 4] =
    [("GX0112348", "liis", 3), ("GX0112348", "liis", 3), ("HX0224685", "janis", 3), ("RX0336022", "rasa", 1)];

fn faults(dice: &mut Dice) -> Faults {
    let answer = match dice.below(20) {
        0 => AnswerFault::CorruptedSignature,
        1 => AnswerFault::OtherKey,
        2 => AnswerFault::OtherCertificate,
        _ => AnswerFault::None,
    };
    let csc = match dice.below(16) {
        0 => CscFault::FewerSignatures,
        1 => CscFault::NoCode,
        2 => CscFault::OneWrongSignature,
        3 => CscFault::OtherState,
        4 => CscFault::PlainSignatures,
        5 => CscFault::ShortLeave,
        6 => CscFault::SwappedSignatures,
        _ => CscFault::None,
    };
    Faults { answer, csc, tsa_longer: if dice.chance(10) { 9_000 } else { 0 }, ..Faults::default() }
}

fn document(number: usize) -> PathBuf {
    format!("/contract-{number}.pdf").into()
}

fn output(number: usize) -> PathBuf {
    format!("/signed-{number}.pdf").into()
}

/// Each is another document.
fn content(number: usize) -> Vec<u8> {
    [CONTRACT, format!("%{number}\n").as_bytes()].concat()
}

/// One signing under everything that this seed brings.
pub fn run(seed: u64, dice: &mut Dice) -> Result<Summary, String> {
    let (id, user, most) = dice.one_of(&KEYS);
    let mut inside = Simulated::new(seed);
    let count = 1 + usize::try_from(dice.below(most as u64)).unwrap();
    for number in 0..count {
        inside.put(document(number), content(number));
    }
    inside.browsing = match dice.below(20) {
        0 => Browsing::Refuses,
        1 => Browsing::RefusesToSign(user),
        2 => Browsing::StaysAway,
        _ => Browsing::Approves(user),
    };
    inside.answers = vec![("PIN", CSC_PIN), ("SMS code", if dice.chance(90) { CSC_OTP } else { "1" })];
    inside.has_keychain = dice.chance(70);
    let willing = inside.browsing == Browsing::Approves(user) && inside.answers[1].1 == CSC_OTP;
    let mut profile = profile_of(&inside);
    let service = profile.csc.as_mut().unwrap();
    let signs = if dice.chance(30) { Signs::Documents } else { Signs::Hashes };
    service.signs = signs;
    service.asynchronous = dice.chance(30);
    if dice.chance(15) {
        service.client.client_id = emulator::CSC_ORGANISATION.to_owned();
        service.client.client_secret = Some(remote::Secret::new(emulator::CSC_SECRET));
        (service.login, service.user) = (Login::Client, Some(user.to_owned()));
    }
    let wrong = if dice.chance(40) { faults(dice) } else { Faults::default() };
    inside.world.set_faults(wrong.clone());
    let slow = dice.chance(20);
    if slow {
        let answer_ms = u32::try_from(dice.below(400_000)).unwrap();
        inside.world.set_pace(Pace { answer_ms, ..Pace::default() });
    }
    let mut host = Weather::new(inside, seed);
    host.stormy = dice.one_of(&[0, 0, 0, 3, 10, 30]);
    host.jumpy = dice.one_of(&[0, 0, 0, 5]);
    let aims = if dice.chance(60) { 1 + dice.below(3) } else { 0 };
    *host.aimed.lock().unwrap() = (0..aims).map(|_| Aim::among(&PARTS, dice)).collect();
    let refusing = dice.one_of(&[0, 0, 0, 0, 10, 50]);
    host.disk = Disk::new(seed, refusing);
    let refuses = dice.one_of(&[0, 0, 0, 0, 1, 2, 4]);
    host.journal_refuses = refuses.into();
    host.cancelled_at = dice.chance(8).then(|| 1 + dice.below(40));
    host.cancelled_after_value = dice.chance(12).then(|| 1 + dice.below(6));
    let level = dice.one_of(&[Level::BB, Level::BB, Level::BT, Level::BLt, Level::BLta]);
    let order = |number| Order {
        output: Some(output(number)),
        ..Order::new(document(number), Signer::Cloud { credential: Some(id.to_owned()) }, level)
    };
    let orders: Vec<_> = (0..count).map(order).collect();

    let begun = host.inside.world_time();
    let result = polled(sign_together(&host, &profile, &orders));
    let took = host.inside.world_time() - begun;
    let told = |fault: String| format!("{fault}\n{}", host.log.lock().unwrap().join("\n"));
    let all = result.as_ref().is_some_and(|ended| ended.iter().all(Result::is_ok));
    let waits = host.cancelled_at.is_none() && host.cancelled_after_value.is_none();
    let undisturbed = host.stormy + host.jumpy + aims + refusing + refuses == 0 && waits && !slow;
    if undisturbed && wrong == Faults::default() && willing && !all {
        return Err(told(format!("nothing happened, and yet {result:?}")));
    }
    let sound = match wrong.csc {
        CscFault::None | CscFault::ShortLeave => wrong.answer == AnswerFault::None,
        // Only values have that form.
        CscFault::PlainSignatures => wrong.answer == AnswerFault::None && signs == Signs::Hashes,
        _ => false,
    };
    let excused = result.is_none() && refusing + refuses > 0;
    let story = Story { host: &host, profile: &profile, count, level, expected: sound && !excused, sound };
    story.check(result, took).map_err(told)
}

struct Story<'a> {
    host: &'a Weather,
    profile: &'a Profile,
    count: usize,
    level: Level,
    /// Whether every value that came has to end in a document.
    expected: bool,
    /// Whether the service answers with what was asked for.
    sound: bool,
}

impl Story<'_> {
    fn check(&self, result: Option<Vec<Each>>, took: i64) -> Result<Summary, String> {
        let tally = self.host.inside.world.tally();
        holds(tally.permitted <= 1, || format!("{} permissions", tally.permitted))?;
        for number in 0..self.count {
            let original = self.host.inside.file(document(number));
            holds(original.as_deref() == Some(&content(number)), || "a document was touched".to_owned())?;
        }
        let (mut ended, mut lost) = (Ended::Signed, vec![false; self.count]);
        match &result {
            None => ended = Ended::Cancelled,
            Some(all) => {
                holds(all.len() == self.count, || format!("{} ends of {}", all.len(), self.count))?;
                for (number, each) in all.iter().enumerate() {
                    if let Some(code) = self.one(number, each)? {
                        // What the disk gives out as changed before anybody is asked is not asked for.
                        let left_out = code == "file-changed" && self.asked_for() < self.count;
                        lost[number] = left_out || code == "value-lost";
                        ended = Ended::Refused(code);
                    }
                }
            }
        }
        let finished_later = self.finish_later(&lost).map_err(|fault| format!("{fault}; {ended:?}"))?;
        Ok(Summary { ended, took, finished_later, again: Vec::new() })
    }

    /// For how many documents a signature was asked.
    fn asked_for(&self) -> usize {
        let hashes = |body: &[u8]| -> Option<usize> {
            let asked: serde_json::Value = serde_json::from_slice(body).ok()?;
            let list = asked["hashes"].as_array().or(asked["documentDigests"][0]["hashes"].as_array());
            list.map(Vec::len)
        };
        let exchanges = self.host.inside.exchanges();
        let signing = exchanges.iter().filter(|one| one.request.uri().path().contains("/signatures/sign"));
        signing.filter_map(|one| hashes(one.request.body())).max().unwrap_or_default()
    }

    /// One document: there and checked, or refused by name and not there.
    fn one(&self, number: usize, each: &Each) -> Result<Option<String>, String> {
        let there = self.host.inside.file(output(number)).is_some();
        match each {
            Ok(signed) => {
                holds(there, || format!("{number} is not there"))?;
                holds(signed.report.overall() == Some(Indication::TotalPassed), || "not checked".to_owned())?;
                let newest = signed.report.signatures.first().ok_or("no signature")?;
                holds(newest.level >= Some(self.level), || format!("only {:?}", newest.level))?;
                Ok(None)
            }
            Err(error) => {
                holds(!there, || format!("{number} is there, and yet {error:?}"))?;
                let id = format!("error-{}", error.code());
                let worded = Language::ALL.into_iter().all(|language| Words::new(language).has(&id));
                holds(worded, || format!("{} has no words", error.code()))?;
                Ok(Some(error.code().to_owned()))
            }
        }
    }

    /// Every value that came is finished when the weather has cleared up, and nobody is asked for it.
    fn finish_later(&self, lost: &[bool]) -> Result<bool, String> {
        self.host.clears_up();
        self.host.inside.world.set_faults(Faults::default());
        let asked = || (self.host.inside.world.tally(), self.host.inside.pages().len());
        let before = asked();
        let pending = workflow::sign::pending(self.host).map_err(|error| error.to_string())?;
        for one in &pending {
            let finishing = polled(workflow::sign::finish(self.host, self.profile, &one.key, None));
            let done = finishing.ok_or("finishing waits for nobody")?;
            match done {
                Ok(_) => {}
                // The service stamped it wrongly; whoever has it can only give it up.
                Err(Error::NotValid(_)) if !self.sound => {
                    workflow::sign::discard(self.host, &one.key).map_err(|error| error.to_string())?;
                }
                Err(error) => return Err(format!("not finished: {error:?}")),
            }
        }
        holds(asked() == before, || format!("finishing asked somebody: {before:?}, {:?}", asked()))?;
        for (number, lost) in lost.iter().enumerate() {
            let there = self.host.inside.file(output(number)).is_some();
            let due = self.host.value_came() && self.expected && !lost;
            holds(there || !due, || format!("the value for {number} is gone"))?;
            if there {
                self.verified(&output(number))?;
            }
        }
        let left = workflow::sign::pending(self.host).map_err(|error| error.to_string())?;
        holds(left.is_empty(), || "something is left in the journal".to_owned())?;
        Ok(!pending.is_empty())
    }

    fn verified(&self, path: &Path) -> Result<(), String> {
        let options = workflow::verify::Options {
            online: true,
            password: None,
            pages: workflow::verify::PageCheck::Skip,
        };
        let verified = polled(workflow::verify::verify(self.host, self.profile, path, options));
        let report = verified.ok_or("verifying waits for nobody")?.map_err(|error| error.to_string())?;
        holds(report.overall() == Some(Indication::TotalPassed), || {
            format!("{} is not valid", path.display())
        })
    }
}
