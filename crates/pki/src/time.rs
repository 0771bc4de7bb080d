use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment in UTC, to the millisecond. The only time in the program; where it comes from is the host's affair.
///
/// Shown and serialised as RFC 3339, `2026-11-22T14:03:00Z`, with three decimals when the milliseconds are not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

/// A moment broken up by the proleptic Gregorian calendar, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Calendar {
    /// Year, astronomical.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Millisecond, 0 to 999.
    pub millisecond: u16,
}

/// A text that is no moment in RFC 3339 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a moment in RFC 3339 form")]
pub struct NotATime;

const DAY: i64 = 86_400_000;

impl Time {
    /// From milliseconds since 1970-01-01T00:00:00Z.
    pub const fn from_unix_millis(millis: i64) -> Self {
        Time(millis)
    }

    /// From seconds since 1970-01-01T00:00:00Z; saturates beyond 292 million years.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Time(seconds.saturating_mul(1000))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn unix_millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    pub const fn unix_seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Later by `duration`; saturates.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Time(self.0.saturating_add(millis(duration)))
    }

    /// Earlier by `duration`; saturates.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        Time(self.0.saturating_sub(millis(duration)))
    }

    /// How long after `earlier` this is; zero when it is not after.
    pub fn since(self, earlier: Time) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// Year, month, day and time of day.
    pub fn calendar(self) -> Calendar {
        let (days, rest) = (self.0.div_euclid(DAY), self.0.rem_euclid(DAY));
        // Howard Hinnant's civil_from_days: eras of 400 years, years starting in March.
        let z = days + 719_468;
        let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        Calendar {
            year: yoe + era * 400 + i64::from(month <= 2),
            month: month as u8,
            day: (doy - (153 * mp + 2) / 5 + 1) as u8,
            hour: (rest / 3_600_000) as u8,
            minute: (rest / 60_000 % 60) as u8,
            second: (rest / 1000 % 60) as u8,
            millisecond: (rest % 1000) as u16,
        }
    }

    /// From a date and time of day, UTC. A second of 60 is read as the next minute. `None` when out of range.
    pub fn from_calendar(calendar: Calendar) -> Option<Self> {
        let Calendar { year, month, day, hour, minute, second, millisecond } = calendar;
        if !(-9999..=9999).contains(&year) || hour > 23 || minute > 59 || second > 60 || millisecond > 999 {
            return None;
        }
        if day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        let (month, day) = (i64::from(month), i64::from(day));
        let y = if month <= 2 { year - 1 } else { year };
        let (era, yoe) = (y.div_euclid(400), y.rem_euclid(400));
        let doy = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
        let of_day = i64::from(hour) * 3_600_000 + i64::from(minute) * 60_000 + i64::from(second) * 1000;
        Some(Time(days * DAY + of_day + i64::from(millisecond)))
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn days_in_month(year: i64, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    })
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Calendar { year, month, day, hour, minute, second, millisecond } = self.calendar();
        match u8::try_from(year / 100) {
            Ok(century @ 0..=99) if year >= 0 => {
                let parts = [century, (year % 100) as u8, month, day, hour, minute, second];
                for (part, mark) in parts.into_iter().zip(["", "-", "-", "T", ":", ":", ""]) {
                    let digits = [b'0' + part / 10, b'0' + part % 10];
                    f.write_str(std::str::from_utf8(&digits).unwrap_or_default())?;
                    f.write_str(mark)?;
                }
            }
            _ => write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?,
        }
        if millisecond != 0 {
            write!(f, ".{millisecond:03}")?;
        }
        f.write_str("Z")
    }
}

impl FromStr for Time {
    type Err = NotATime;

    /// Reads RFC 3339: `Z` or a numeric offset, any number of decimals (beyond milliseconds cut off).
    fn from_str(text: &str) -> Result<Self, NotATime> {
        parse(text).ok_or(NotATime)
    }
}

fn parse(text: &str) -> Option<Time> {
    let bytes = text.as_bytes();
    let separators = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    if separators.iter().any(|(at, c)| bytes.get(*at) != Some(c))
        || !matches!(bytes.get(10)?, b'T' | b't' | b' ')
    {
        return None;
    }
    let number = |from: usize, len: usize| -> Option<i64> {
        let digits = bytes.get(from..from.checked_add(len)?)?;
        digits.iter().try_fold(0i64, |n, d| d.is_ascii_digit().then(|| n * 10 + i64::from(d - b'0')))
    };
    let mut rest = bytes.get(19..)?;
    let mut millisecond = 0u16;
    if let Some((b'.', decimals)) = rest.split_first() {
        let count = decimals.iter().take_while(|d| d.is_ascii_digit()).count();
        if count == 0 {
            return None;
        }
        for place in 0..3 {
            let digit = if place < count { decimals.get(place)? - b'0' } else { 0 };
            millisecond = millisecond * 10 + u16::from(digit);
        }
        rest = decimals.get(count..)?;
    }
    let offset = match rest {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let at = bytes.len() - 5;
            let (hours, minutes) = (number(at, 2)?, number(at + 3, 2)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 60 + minutes) * if *sign == b'-' { -60_000 } else { 60_000 }
        }
        _ => return None,
    };
    let field = |from| number(from, 2).and_then(|n| u8::try_from(n).ok());
    let local = Time::from_calendar(Calendar {
        year: number(0, 4)?,
        month: field(5)?,
        day: field(8)?,
        hour: field(11)?,
        minute: field(14)?,
        second: field(17)?,
        millisecond,
    })?;
    Some(Time(local.0 - offset))
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn shown_and_read_back() {
        for text in [
            "2026-11-22T14:03:00Z",
            "1970-01-01T00:00:00Z",
            "2000-02-29T23:59:59.999Z",
            "1899-12-31T12:00:00Z",
        ] {
            assert_eq!(text.parse::<Time>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn offsets_and_decimals_are_read() {
        let at: Time = "2026-11-22T16:03:00.5+02:00".parse().unwrap();
        assert_eq!(at.to_string(), "2026-11-22T14:03:00.500Z");
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01",
            "",
            "2026-01-01T00:00:00",
        ] {
            assert_eq!(text.parse::<Time>(), Err(NotATime), "{text}");
        }
    }

    #[test]
    fn every_day_for_400_years_round_trips() {
        for day in -73_000..73_000 {
            let at = Time::from_unix_seconds(day * 86_400 + 1);
            assert_eq!(Time::from_calendar(at.calendar()), Some(at));
        }
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for at in [Time::from_unix_millis(i64::MIN), Time::from_unix_millis(i64::MAX)] {
            let _ = at.to_string();
            assert_eq!(at.plus(Duration::MAX), Time::from_unix_millis(at.0.saturating_add(i64::MAX)));
        }
    }
}
