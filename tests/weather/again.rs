//! The same person signs again, after whatever became of it before: the same or something else, in the same program or in
//! another one beside it.

use std::cell::RefCell;
use std::path::PathBuf;

use emulator::Faults;
use pitser_tests::polled;
use workflow::error::Error;
use workflow::order::{Level, Order, Signed, Signer};
use workflow::profile::Profile;
use workflow::report::words::{Language, Words};
use workflow::verdict::Indication;

use crate::fault::{Aim, Dice};
use crate::host::Weather;
use crate::run::{CONTRACT, Ended, holds};

/// The longest time that something can be open though nobody knows of it, in milliseconds: a request that arrives a minute
/// late, and then three minutes.
const LONGEST_OPEN: i64 = 240_000;

pub struct Again<'a> {
    pub first: &'a Weather,
    pub profile: &'a Profile,
    pub signer: &'a Signer,
    pub level: Level,
    /// The person approves what is asked, and scans what is shown.
    pub willing: bool,
    /// The services answer with nobody else's things.
    pub sound: bool,
    pub dice: &'a mut Dice,
    pub ended: Vec<Ended>,
}

/// How a signing ended; none where nothing ever came.
type Came = Option<Result<Signed, Error>>;

impl Again<'_> {
    /// Whether what came back was finished later.
    pub fn run(&mut self, first: &Ended) -> Result<bool, String> {
        let mut done = *first == Ended::Signed;
        for round in 0..1 + self.dice.below(3) {
            if self.dice.chance(30) {
                self.first.inside.leave_phone();
            }
            if self.dice.chance(40) {
                self.first.inside.pass(i64::try_from(self.dice.below(300_000)).unwrap());
            }
            let same = !done && self.dice.chance(60);
            let order = if same { self.order(0) } else { self.order(round + 1) };
            if self.dice.chance(20) {
                self.two_at_once(order, self.order(round + 11))?;
            } else {
                self.one(order)?;
            }
            done |= self.first.inside.file("/signed.pdf").is_some();
        }
        self.in_the_end()
    }

    /// An order for the first document, or for another one.
    fn order(&self, number: u64) -> Order {
        let (document, output): (PathBuf, PathBuf) = match number {
            0 => ("/contract.pdf".into(), "/signed.pdf".into()),
            _ => (format!("/contract-{number}.pdf").into(), format!("/signed-{number}.pdf").into()),
        };
        if number > 0 {
            self.first.inside.put(&document, [CONTRACT, format!("%{number}\n").as_bytes()].concat());
        }
        Order { output: Some(output), ..Order::new(document, self.signer.clone(), self.level) }
    }

    /// Another program, under a weather of its own.
    fn program(&mut self) -> Weather {
        let mut host = self.first.beside(self.dice.next());
        host.stormy = self.dice.one_of(&[0, 0, 0, 10]);
        let aims = if self.dice.chance(40) { 1 + self.dice.below(2) } else { 0 };
        *host.aimed.lock().unwrap() = (0..aims).map(|_| Aim::draw(self.dice)).collect();
        host.cancelled_at = self.dice.chance(20).then(|| 1 + self.dice.below(12));
        host
    }

    fn one(&mut self, order: Order) -> Result<(), String> {
        let host = self.program();
        let (before, noted) = (host.inside.world.tally(), host.inside.phones_noted());
        let kept = self.kept(&order)?;
        let ended = polled(workflow::sign::sign(&host, self.profile, order.clone()));
        let after = host.inside.world.tally();
        let told = |fault: String| format!("again: {fault}\n{}", host.log.lock().unwrap().join("\n"));
        let asked = after.asked - before.asked;
        holds(asked <= 1, || told(format!("{before:?}, {after:?}")))?;
        holds(asked == 0 || !kept, || told("a value is there, and another is asked for".to_owned()))?;
        holds(after.at_once <= 1, || told(format!("{} requests at once on one phone", after.at_once)))?;
        if matches!(&ended, Some(Err(Error::SessionOpen { .. }))) {
            holds(noted > 0 && asked == 0, || told(format!("{noted} noted, {asked} asked")))?;
        }
        self.judge(&host, ended).map_err(told)?;
        self.remember(&[&host]);
        Ok(())
    }

    /// What happened before belongs to what happens next.
    fn remember(&self, hosts: &[&Weather]) {
        for host in hosts {
            let log = std::mem::take(&mut *host.log.lock().unwrap());
            let log =
                [vec!["-- again --".to_owned()], log, vec![format!("{:?}", self.ended.last())]].concat();
            self.first.log.lock().unwrap().extend(log);
        }
    }

    /// Two programs that know nothing of each other.
    fn two_at_once(&mut self, one: Order, other: Order) -> Result<(), String> {
        let hosts = [self.program(), self.program()];
        let (ended, others) = (RefCell::new(None), RefCell::new(None));
        let both = async {
            let first = async {
                let came = workflow::sign::sign(&hosts[0], self.profile, one).await;
                *ended.borrow_mut() = Some(came);
            };
            let second = async {
                let came = workflow::sign::sign(&hosts[1], self.profile, other).await;
                *others.borrow_mut() = Some(came);
            };
            tokio::join!(first, second)
        };
        polled(both);
        let tally = self.first.inside.world.tally();
        let told = |fault: String| {
            let logs = hosts.each_ref().map(|host| host.log.lock().unwrap().join("\n"));
            format!("two programs: {fault}\n{}\n-- and --\n{}", logs[0], logs[1])
        };
        holds(tally.at_once <= 1, || told(format!("{} requests at once on one phone", tally.at_once)))?;
        self.judge(&hosts[0], ended.into_inner()).map_err(told)?;
        self.judge(&hosts[1], others.into_inner()).map_err(told)?;
        self.remember(&[&hosts[0], &hosts[1]]);
        Ok(())
    }

    fn judge(&mut self, host: &Weather, ended: Came) -> Result<(), String> {
        let ended = match ended {
            None => Ended::Cancelled,
            Some(Ok(signed)) => {
                holds(signed.report.overall() == Some(Indication::TotalPassed), || "not checked".to_owned())?;
                Ended::Signed
            }
            Some(Err(error)) => {
                let id = format!("error-{}", error.code());
                let worded = Language::ALL.into_iter().all(|language| Words::new(language).has(&id));
                holds(worded, || format!("{} has no words", error.code()))?;
                Ended::Refused(error.code().to_owned())
            }
        };
        let pending = workflow::sign::pending(host).map_err(|error| error.to_string())?;
        let lost = host.value_came() && self.sound && ended != Ended::Signed && pending.is_empty();
        holds(!lost, || format!("{ended:?}, and the value is gone"))?;
        self.ended.push(ended);
        Ok(())
    }

    /// Whether a value for this document came and is kept.
    fn kept(&self, order: &Order) -> Result<bool, String> {
        let pending = workflow::sign::pending(self.first).map_err(|error| error.to_string())?;
        let known = !matches!(self.signer, Signer::DeviceLink(workflow::order::Scans::Anybody));
        Ok(known && pending.iter().any(|one| one.document == order.document))
    }

    /// When the weather has cleared up, everything that came is finished without a phone; and when whatever was left open has
    /// run out, the person signs as if nothing had been.
    fn in_the_end(&mut self) -> Result<bool, String> {
        let (host, inside) = (self.first.beside(0), &self.first.inside);
        self.first.clears_up();
        host.clears_up();
        inside.world.set_faults(Faults::default());
        let before = inside.world.tally();
        let pending = workflow::sign::pending(&host).map_err(|error| error.to_string())?;
        for one in &pending {
            match polled(workflow::sign::finish(&host, self.profile, &one.key, None)) {
                Some(Ok(_)) => {}
                Some(Err(_)) if !self.sound => {}
                other => return Err(format!("not finished: {other:?}")),
            }
        }
        let after = inside.world.tally();
        holds(before.asked == after.asked, || format!("finishing rang a phone: {before:?}, {after:?}"))?;
        // A card signs in a thousandth of the time of an account.
        let is_quick = matches!(self.signer, Signer::MobileId(_));
        if self.willing && (is_quick || self.dice.chance(10)) {
            inside.pass(LONGEST_OPEN + 1_000);
            let last = polled(workflow::sign::sign(&host, self.profile, self.order(99)));
            let told = || format!("it never ends: {last:?}\n{}", host.log.lock().unwrap().join("\n"));
            holds(matches!(last, Some(Ok(_))), told)?;
            holds(inside.phones_noted() == 0, || "a note is left of what is over".to_owned())?;
            holds(inside.world.tally().at_once <= 1, || "two at once in the end".to_owned())?;
        }
        Ok(!pending.is_empty())
    }
}
