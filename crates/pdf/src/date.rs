//! PDF dates (ISO 32000-1 §7.9.4).

/// `D:YYYYMMDDHHmmSSZ`, the given calendar moment in UTC.
pub fn pdf_date(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> String {
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// The years 1 to 9999 in UTC, in seconds: no other moment can be written in every form.
const YEARS: std::ops::Range<i64> = -62_135_596_800..253_402_300_800;

/// Milliseconds since the Unix epoch of a PDF date; nothing when it is none, or beyond the years 1 to 9999. A date without offset is
/// read as UTC, what is left out at the end is the earliest it can be.
pub fn parse_pdf_date(text: &str) -> Option<i64> {
    let text = text.strip_prefix("D:").unwrap_or(text).trim_end();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (moment, offset) = text.split_at_checked(digits)?;
    let mut fields = [0_i64, 1, 1, 0, 0, 0];
    let widths = [4, 2, 2, 2, 2, 2];
    let mut rest = moment;
    for (field, width) in fields.iter_mut().zip(widths) {
        if rest.is_empty() && width == 2 {
            break;
        }
        let (head, tail) = rest.split_at_checked(width)?;
        *field = head.parse().ok()?;
        rest = tail;
    }
    let [year, month, day, hour, minute, second] = fields;
    let in_range =
        (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day) && hour < 24 && minute < 60;
    if !rest.is_empty() || !in_range || second > 60 {
        return None;
    }
    let seconds = days_since_epoch(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    Some(seconds - offset_seconds(offset)?)
        .filter(|seconds| YEARS.contains(seconds))
        .map(|seconds| seconds * 1_000)
}

/// `Z`, `+HH'mm'`, `-HH'mm`, or nothing.
fn offset_seconds(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1) {
        None => return Some(0),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        // Some write Z00'00'.
        Some(("Z" | "z", rest)) => (0, rest),
        Some(_) => return None,
    };
    let digits: String = rest.chars().filter(|&c| c != '\'' && c != ':').collect();
    let (hours, minutes) = match digits.len() {
        0 if sign == 0 => (0, 0),
        2 => (digits.parse::<u8>().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse::<u8>().ok()?),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (i64::from(hours) * 3_600 + i64::from(minutes) * 60))
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01, by the years and months between; years have four digits.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let before = |year: i64| year * 365 + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    let months: i64 = (1..month).map(|month| days_of(year, month)).sum();
    before(year) - before(1970) + months + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_producers_read_to_the_same_moment() {
        let at = Some(1_795_355_400_000); // date -u -d '2026-11-22 13:50:00' +%s
        for text in [
            "D:20261122155000+02'00'",
            "D:20261122155000+02'00",
            "D:20261122135000Z",
            "D:20261122135000Z00'00'",
            "D:20261122135000",
            "20261122135000Z",
            "D:20261122082000-05'30'",
        ] {
            assert_eq!(parse_pdf_date(text), at, "{text}");
        }
        assert_eq!(parse_pdf_date("D:1970"), Some(0));
        assert_eq!(parse_pdf_date("D:20000301"), Some(951_868_800_000));
        assert_eq!(parse_pdf_date("D:00010101"), Some(-62_135_596_800_000));
        assert_eq!(parse_pdf_date("D:99991231235959Z"), Some(253_402_300_799_000));
        assert_eq!(parse_pdf_date(&pdf_date(2026, 11, 22, 13, 50, 0)), at);
    }

    #[test]
    fn what_is_no_date_gives_none() {
        for text in [
            "",
            "D:",
            "D:20261",
            "D:20261322",
            "D:20260230",
            "D:2026112213500Z",
            "yesterday",
            "D:20261122+99'00'",
            "D:99991231235959-23'59'",
            "D:00000101000000Z",
            "D:00010101000000+00'01'",
        ] {
            assert_eq!(parse_pdf_date(text), None, "{text}");
        }
    }
}
