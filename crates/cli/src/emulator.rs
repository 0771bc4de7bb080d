//! `pitser emulator`: the world outside, for the programs of others.

use native::Folders;
use native::demo::Emulator;

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, signals};

pub async fn run(arguments: &arguments::Emulator, console: &Console) -> Result<Exit, Failure> {
    let folders = Folders::of_this_user()?;
    if !folders.emulator().exists() {
        console.note("cli-demo-starting", &[]);
    }
    let started = async { Ok(Emulator::start(&folders, arguments.listen, arguments.names.clone()).await?) };
    let emulator = signals::or_stop(started).await?;
    for (name, value) in &emulator.facts {
        output::line(console, &format!("{name} {value}"))?;
    }
    console.note("cli-emulator-runs", &[]);
    signals::stop().await;
    Ok(Exit::Valid)
}
