//! The words of the help: `cli-help-COMMAND` and `cli-help-COMMAND-ARGUMENT`.

use clap::Command;
use workflow::report::words::Words;

/// Gives a command, its arguments and its subcommands their words.
pub fn worded(command: Command, words: &Words) -> Command {
    let id = format!("cli-help-{}", command.get_name());
    let mut command = command.about(words.text(&id, &[]));
    if let Some(long) = words.attribute(&id, "long", &[]) {
        command = command.long_about(long);
    }
    if let Some(after) = words.attribute(&id, "after", &[]) {
        command = command.after_help(after);
    }
    command
        .mut_args(|argument| {
            let help = words.text(&format!("{id}-{}", argument.get_id()), &[]);
            argument.help(help)
        })
        .mut_subcommands(|subcommand| worded(subcommand, words))
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
    fn the_arguments_are_consistent() {
        worded(Arguments::command(), &Words::new(Language::English)).debug_assert();
    }
}
