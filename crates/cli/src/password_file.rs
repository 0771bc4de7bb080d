//! A password in a file.

use std::path::Path;

use native::small_file;
use workflow::password::Password;

use crate::failure::Failure;

/// All that is in the file but one line end behind it, which is the editor's and not the password's. `code` names the
/// failure of reading it.
pub fn read(path: &Path, code: &str) -> Result<Password, Failure> {
    let text = small_file::given(path).map_err(|error| Failure::of_file(code, path, &error))?;
    Ok(Password::new(without_line_end(&text)))
}

/// A text without the line end behind it.
pub fn without_line_end(text: &str) -> &str {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_end_is_not_of_the_password() {
        let read =
            ["key", "key\n", "key\r\n", "key\n\n", " two\nlines \n", "key\r", "\n", ""].map(without_line_end);
        assert_eq!(read, ["key", "key", "key", "key\n", " two\nlines ", "key\r", "", ""]);
    }
}
