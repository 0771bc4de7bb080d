//! Files made of objects and a section for each version.

use std::fmt::Write as _;

/// A stream with these data.
pub fn stream(more: &str, data: &str) -> String {
    format!("<<{more}/Length {}>>\nstream\n{data}\nendstream", data.len())
}

/// The file and one more section with these objects.
pub fn section(mut file: Vec<u8>, objects: &[(u32, String)], previous: &str) -> Vec<u8> {
    let mut rows = String::new();
    for (number, body) in objects {
        write!(rows, "{number} 1\n{:010} 00000 n \n", file.len()).unwrap();
        file.extend(format!("{number} 0 obj\n{body}\nendobj\n").into_bytes());
    }
    let at = file.len();
    let head = if previous.is_empty() { "0 1\n0000000000 65535 f \n" } else { "" };
    file.extend(format!("xref\n{head}{rows}").into_bytes());
    file.extend(format!("trailer\n<</Size 40/Root 1 0 R{previous}>>\nstartxref\n{at}\n%%EOF\n").into_bytes());
    file
}
