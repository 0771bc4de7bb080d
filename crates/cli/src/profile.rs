//! `pitser profile`: the connection profiles of this computer.

use native::Folders;
use native::profiles::{self, Listed, Owner, Profiles};
use workflow::profile::Profile;
use workflow::report::words::plain;

use crate::arguments::ProfileCommand;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

pub fn run(command: ProfileCommand, console: &Console) -> Result<Exit, Failure> {
    let profiles = Profiles::of(&Folders::of_this_user()?);
    match command {
        ProfileCommand::List => {
            for one in profiles.list()? {
                output::line(console, &line(&one, console))?;
            }
        }
        ProfileCommand::Check { file } => tell("cli-profile-sound", &profiles::from_file(&file)?, console),
        ProfileCommand::Import { file, force } => {
            tell("cli-profile-imported", &profiles.import(&file, force)?, console);
        }
        ProfileCommand::Export { name } => output::data(console, &profiles.export(&name)?)?,
        ProfileCommand::Remove { name } => {
            profiles.remove(&name)?;
            console.note("cli-profile-removed", &[("name", plain(&name).into())]);
        }
        ProfileCommand::Schema => output::data(console, Profile::SCHEMA)?,
    }
    Ok(Exit::Valid)
}

fn tell(id: &str, profile: &Profile, console: &Console) {
    console.note(id, &[("name", plain(&profile.name).into())]);
}

/// Name, whose it is, what it is for; each in a column of its own.
fn line(one: &Listed, console: &Console) -> String {
    let text = |id: &str| console.words.text(id, &[]);
    let owner = text(match one.owner {
        Owner::Program => "cli-profile-of-program",
        Owner::Administrator => "cli-profile-of-administrator",
        Owner::User => "cli-profile-of-user",
    });
    let state = match &one.is_test {
        _ if !one.allowed => text("cli-profile-not-allowed"),
        Err(error) => {
            console.words.text("cli-profile-broken", &[("detail", plain(&error.to_string()).into())])
        }
        Ok(true) => text("cli-profile-for-tests"),
        Ok(false) => text("cli-profile-for-use"),
    };
    format!("{}\t{owner}\t{state}", one.name)
}
