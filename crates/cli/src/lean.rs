//! A parser that knows one command alone. Describing all of them to the parser takes as long as signing a small file.
//!
//! What it does not understand is for the whole parser to read, which has the words for what is wrong.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, Args, Command, value_parser};

use crate::arguments::{Common, Sign, Verify};

/// The parser of the command that the first argument names; nothing for those that nobody runs a thousand times.
pub fn parser(given: &[OsString]) -> Option<Command> {
    let name = given.get(1)?.to_str()?;
    let (name, augment): (_, fn(Command) -> Command) = match name {
        "sign" => ("sign", Sign::augment_args),
        "verify" => ("verify", Verify::augment_args),
        _ => return None,
    };
    let whole = Common::augment_args(bare("pitser")).disable_help_subcommand(true);
    // The document that is opened without a command: none is here.
    let file = Arg::new("file").value_parser(value_parser!(PathBuf));
    Some(whole.arg(file).subcommand(augment(bare(name))))
}

fn bare(name: &'static str) -> Command {
    Command::new(name).disable_help_flag(true).disable_version_flag(true)
}

#[cfg(test)]
mod tests {
    use clap::{FromArgMatches, Parser};

    use super::*;
    use crate::arguments::Arguments;

    fn given(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn it_reads_what_the_whole_parser_reads() {
        for line in [
            "pitser sign a.pdf --key k.p12 --password x --level b-b --quiet --force --output b.pdf",
            "pitser sign a.pdf b.pdf --csc --credential c --no-browser --profile ours",
            "pitser sign a.pdf --qr --language et --seal-at Name --seal-side right --seal-text one --seal-text two",
            "pitser sign --mobile-id +37200000766 --person 60001019906 -q a.pdf",
            "pitser verify a.pdf b.pdf --json --offline --trust r.pem --trust s.pem",
            "pitser verify --list - --jobs 2 --csv --language lv",
            "pitser verify a.pdf --details --no-pages --policy auditor",
        ] {
            let lean = parser(&given(line)).expect("a parser").try_get_matches_from(given(line)).expect(line);
            let read = Arguments::from_arg_matches(&lean).expect(line);
            let whole = Arguments::try_parse_from(given(line)).expect(line);
            assert_eq!(format!("{read:?}"), format!("{whole:?}"));
        }
    }

    #[test]
    fn what_it_does_not_know_and_what_is_wrong_is_left_to_the_whole_parser() {
        for line in
            ["pitser", "pitser a.pdf", "pitser --quiet sign a.pdf --qr", "pitser log", "pitser help sign"]
        {
            assert!(parser(&given(line)).is_none(), "{line}");
        }
        for line in ["pitser sign --help", "pitser sign -h", "pitser sign", "pitser verify --wrong a.pdf"] {
            assert!(
                parser(&given(line)).expect("a parser").try_get_matches_from(given(line)).is_err(),
                "{line}"
            );
        }
    }
}
