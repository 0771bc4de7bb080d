//! What can happen to one request, drawn from a seed.

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed ^ 0x5eed_0000_0000_5eed);
        dice.next();
        dice
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// What happens to a request or its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request does not arrive.
    Lost(Loss),
    /// The request arrives, its answer does not.
    AnswerLost(Loss),
    /// The answer takes so many milliseconds longer.
    Late(i64),
    /// Another status instead of the answer; whether the request arrived all the same.
    Status(u16, bool),
    /// The answer comes, and something is wrong with it.
    Spoiled(Spoiling),
    /// This computer's clock is set by so many milliseconds, while the request is on its way.
    Clock(i64),
}

/// A fault that waits for its request.
#[derive(Clone, Copy, Debug)]
pub struct Aim {
    /// What stands in the address.
    part: &'static str,
    /// So many such requests are spared.
    spared: u64,
    /// So many are hit.
    hit: u64,
    fault: Fault,
}

impl Aim {
    /// At what a signing lives on: the requests that ring a phone, the questions for their outcome, and what follows.
    pub fn draw(dice: &mut Dice) -> Self {
        Self::among(&Self::PARTS, dice)
    }

    /// At one of the requests with these parts in their address.
    pub fn among(parts: &[&'static str], dice: &mut Dice) -> Self {
        let fault = if dice.chance(20) { Fault::Clock(jump(dice)) } else { Fault::draw(dice) };
        Self { part: dice.one_of(parts), spared: dice.below(3), hit: 1 + dice.below(4), fault }
    }

    const PARTS: [&'static str; 12] = [
        "/signature/notification/document",
        "/signature/notification/linked",
        "/mid-api/signature",
        "/v2/signature/",
        "/certificate",
        "/session/",
        "/session/",
        "/session/",
        "/tsa",
        "/tsa",
        "/ocsp",
        "",
    ];

    /// What it does to a request for this address.
    pub fn at(&mut self, address: &str) -> Option<Fault> {
        if self.hit == 0 || !address.contains(self.part) {
            return None;
        }
        if self.spared > 0 {
            self.spared -= 1;
            return None;
        }
        self.hit -= 1;
        Some(self.fault)
    }
}

/// By how much a clock is set; small steps are what the tolerance for clocks is for.
pub fn jump(dice: &mut Dice) -> i64 {
    let step = 1_000_000 + i64::try_from(dice.below(7_200_000)).unwrap();
    if dice.chance(50) { step } else { -step }
}

/// What the network says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Broken,
    Connect,
    Name,
    NotTrusted,
    PinMismatch,
    PinOutdated,
    Redirect,
    TimedOut,
    TooLarge,
}

/// What is done to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoiling {
    /// Cut off somewhere.
    Torn,
    /// Nothing in it.
    Empty,
    /// The page of a network that wants a login.
    Page,
    /// Fields that nobody knows.
    ExtraFields,
    /// A field of another type.
    OtherType,
    /// A field is missing.
    Missing,
    /// One bit.
    Flipped,
    /// Much longer.
    Oversized,
    /// The clock of the service is wrong by a day.
    Date,
}

use Loss::{Broken, Connect, Name, NotTrusted, PinMismatch, PinOutdated, Redirect, TimedOut, TooLarge};
use Spoiling::{Date, Empty, ExtraFields, Flipped, Missing, OtherType, Oversized, Page, Torn};

const STATUSES: [u16; 16] = [204, 301, 400, 401, 403, 404, 405, 409, 429, 471, 472, 480, 500, 502, 503, 580];

impl Fault {
    pub fn draw(dice: &mut Dice) -> Self {
        match dice.below(5) {
            0 => Self::Lost(dice.one_of(&[
                Broken,
                Connect,
                Connect,
                Name,
                NotTrusted,
                PinMismatch,
                PinOutdated,
                TimedOut,
            ])),
            1 => Self::AnswerLost(dice.one_of(&[Broken, Broken, Redirect, TimedOut, TooLarge])),
            2 => Self::Late(i64::try_from(dice.below(100_000)).unwrap()),
            // Where a service, or what stands before it, says that it refused a request, it did not carry it out.
            3 => {
                let (status, arrives) = (dice.one_of(&STATUSES), dice.chance(50));
                Self::Status(status, arrives && !matches!(status, 400..=499 | 503 | 580))
            }
            _ => Self::Spoiled(dice.one_of(&[
                Torn,
                Empty,
                Page,
                ExtraFields,
                ExtraFields,
                OtherType,
                Missing,
                Flipped,
                Oversized,
                Date,
            ])),
        }
    }
}
