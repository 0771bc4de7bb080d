//! What the program was started with.

use std::ffi::OsString;
use std::path::PathBuf;

/// How to call the program.
pub const USAGE: &str = "\
usage: pitser-desktop [--profile demo|sk-demo|FILE] [--sample | FILE]

  FILE       the document to open
  --profile  which services and which trust; default: demo
  --sample   opens a sample loan agreement";

/// What the program was started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The document to open.
    pub file: Option<PathBuf>,
    /// Name or file of the profile.
    pub profile: String,
    /// Whether to open the sample.
    pub sample: bool,
}

/// What to do with the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Show the window.
    Run(Arguments),
    /// Tell how to call the program.
    Help,
    /// The arguments make no sense: which one.
    Wrong(OsString),
}

/// Reads arguments, without the program's own name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let mut read = Arguments { profile: "demo".to_owned(), ..Arguments::default() };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Request::Help,
            Some("--sample") => read.sample = true,
            Some("--profile") => match arguments.next().map(OsString::into_string) {
                Some(Ok(profile)) => read.profile = profile,
                _ => return Request::Wrong(argument),
            },
            Some(text) if text.starts_with("--profile=") => {
                text.trim_start_matches("--profile=").clone_into(&mut read.profile);
            }
            Some(text) if text.starts_with('-') && text.len() > 1 => return Request::Wrong(argument),
            _ if read.file.is_some() => return Request::Wrong(argument),
            _ => read.file = Some(absolute(PathBuf::from(argument))),
        }
    }
    if read.sample && read.file.is_some() { Request::Wrong("--sample".into()) } else { Request::Run(read) }
}

/// A file manager may start the program elsewhere than the person thinks.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Request, parse};

    fn read(line: &str) -> Request {
        parse(line.split_whitespace().map(Into::into))
    }

    #[test]
    fn a_file_a_profile_or_the_sample() {
        let plain = Arguments { file: None, profile: "demo".to_owned(), sample: false };
        assert_eq!(read(""), Request::Run(plain.clone()));
        let file = Some("/tmp/a.pdf".into());
        assert_eq!(read("/tmp/a.pdf"), Request::Run(Arguments { file: file.clone(), ..plain.clone() }));
        let bank = Arguments { file, profile: "bank.toml".to_owned(), sample: false };
        assert_eq!(read("--profile bank.toml /tmp/a.pdf"), Request::Run(bank.clone()));
        assert_eq!(read("/tmp/a.pdf --profile=bank.toml"), Request::Run(bank));
        assert_eq!(read("--sample"), Request::Run(Arguments { sample: true, ..plain }));
    }

    #[test]
    fn nonsense_is_named() {
        for (line, wrong) in [
            ("--fast", "--fast"),
            ("a.pdf b.pdf", "b.pdf"),
            ("--profile", "--profile"),
            ("--sample a.pdf", "--sample"),
        ] {
            assert_eq!(read(line), Request::Wrong(wrong.into()));
        }
        assert_eq!(read("-h"), Request::Help);
    }
}
