//! `pitser verify`: one report for each file, and one exit code for all.

use std::path::Path;

use workflow::report::{json, text};
use workflow::verify::{self, Options};

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::list::List;
use crate::world::{Phone, World};
use crate::{key, output, verify_list};

pub async fn run(arguments: arguments::Verify, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let world = match arguments.trust.as_slice() {
        [] => World::open(&common.profile, Phone::ByItself, console).await?,
        trust => World::without_phone(key::trusting(trust)?)?,
    };
    if let Some(path) = &arguments.list {
        let list = List::open(path).map_err(verify_list::unreadable)?;
        return verify_list::run(list, jobs(&arguments), &arguments, &world, console).await;
    }
    let several = arguments.files.len() > 1;
    let mut exit: Option<Exit> = None;
    for (index, file) in arguments.files.iter().enumerate() {
        if several && !arguments.json && index > 0 {
            output::data(console, "\n")?;
        }
        let one = one(file, &arguments, &world, several, console).await?;
        exit = Some(exit.map_or(one, |exit| exit.and(one)));
    }
    Ok(exit.unwrap_or(Exit::Undone))
}

/// How many files of a list are verified at once: so many as were asked for, else one for each core.
pub fn jobs(arguments: &arguments::Verify) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    arguments.jobs.map_or_else(cores, usize::from)
}

/// One file. What is wrong with it does not keep us from the next one; a full disk under standard output does.
async fn one(
    file: &Path,
    arguments: &arguments::Verify,
    world: &World,
    several: bool,
    console: &Console,
) -> Result<Exit, Failure> {
    let name = file.display().to_string();
    let password = arguments.password.of(file, &world.machine, console).await?;
    let options = Options { online: !arguments.offline, password };
    match verify::verify(&*world.machine, &world.profile, file, options).await {
        Ok(report) if arguments.json => {
            output::line(console, &json::report(&report, &name))?;
            Ok(Exit::of(report.overall()))
        }
        Ok(report) => {
            let extent = if arguments.details { text::Extent::Details } else { text::Extent::Short };
            output::data(console, &text::write(&report, &name, extent, &console.words))?;
            Ok(Exit::of(report.overall()))
        }
        Err(error) => {
            let failure = Failure::from(error);
            if arguments.json {
                output::line(console, &json::failure(&name, &failure.worded(&console.words)))?;
            }
            console.say(&failure.lines(several.then_some(name.as_str()), &console.words));
            Ok(Exit::Undone)
        }
    }
}
