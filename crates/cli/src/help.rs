//! The words of the help: `cli-help-COMMAND` and `cli-help-COMMAND-ARGUMENT`.

use clap::Command;
use workflow::report::words::Words;

/// Gives a command, its arguments and its subcommands their words, and those that clap adds to them.
pub fn worded(mut command: Command, words: &Words) -> Command {
    // Whether `--help` says more than `-h` is settled before clap adds what is its own (`--help`, `help`).
    if let Some(long) = words.attribute("cli-help-pitser", "long", &[]) {
        command = command.long_about(long);
    }
    command.build();
    each(command, words)
}

fn each(command: Command, words: &Words) -> Command {
    let text = |id: &str| words.text(id, &[]);
    let id = match command.get_name() {
        "help" => "cli-help-of-commands".to_owned(),
        name => format!("cli-help-{name}"),
    };
    let usage = text("cli-heading-usage");
    let mut command =
        command.about(text(&id)).subcommand_help_heading(text("cli-heading-commands")).help_template(
            format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"),
        );
    if let Some(after) = words.attribute(&id, "after", &[]) {
        command = command.after_help(after);
    }
    command
        .mut_args(|argument| {
            let own = format!("{id}-{}", argument.get_id());
            // One that every command has is described once.
            let id = if words.has(&own) { own } else { format!("cli-help-pitser-{}", argument.get_id()) };
            let heading =
                if argument.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            argument.help(text(&id)).long_help(None::<&str>).help_heading(text(heading))
        })
        .mut_subcommands(|subcommand| each(subcommand, words))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use workflow::report::words::Language;

    use super::*;
    use crate::arguments::Arguments;

    #[test]
    fn every_command_and_every_argument_has_its_words() {
        fn look(command: &Command, words: &Words, missing: &mut Vec<String>) {
            let id = format!("cli-help-{}", command.get_name());
            let arguments = command.get_arguments().map(|argument| format!("{id}-{}", argument.get_id()));
            missing.extend(std::iter::once(id.clone()).chain(arguments).filter(|id| !words.has(id)));
            command.get_subcommands().for_each(|command| look(command, words, missing));
        }
        let mut missing = Vec::new();
        look(&Arguments::command(), &Words::new(Language::English), &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn clap_adds_nothing_that_has_no_words_of_ours() {
        let help = |language, command: &str| {
            let mut worded = worded(Arguments::command(), &Words::new(language));
            let command =
                if command.is_empty() { Some(&mut worded) } else { worded.find_subcommand_mut(command) };
            command.expect("a command").render_long_help().to_string()
        };
        for command in ["", "sign", "verify", "finish", "help"] {
            let estonian = help(Language::Estonian, command);
            for english in ["Usage", "Options", "Arguments", "Commands", "Print ", "cli-"] {
                assert!(!estonian.contains(english), "{command}: {english}:\n{estonian}");
            }
            assert!(help(Language::English, command).contains("Usage: pitser"), "{command}");
        }
    }

    #[test]
    fn the_arguments_are_consistent() {
        worded(Arguments::command(), &Words::new(Language::English)).debug_assert();
    }
}
