//! `pitser demo`: the whole job once, on a sample, with a documented test account.

use std::path::Path;

use workflow::order::{Order, Scans, Signer};
use workflow::report::text::{self, Extent};
use workflow::verify::{self, Options};

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::signing::{Form, Signing};
use crate::world::{self, Phone, World};

/// The documented test account that approves a notification by itself.
const PERSON: &str = "PNOEE-40504040001";

pub async fn run(arguments: arguments::Demo, console: &Console) -> Result<Exit, Failure> {
    let phone = if arguments.phone { Phone::ByHand } else { Phone::ByItself };
    let mut world = World::open(world::DEMO, phone, console).await?;
    let document = match arguments.file {
        Some(file) => file,
        None => world.sample(console)?,
    };
    if !arguments.qr {
        console.note("cli-demo-account", &[("account", PERSON.into())]);
    }
    let signer = if arguments.qr { Signer::DeviceLink(Scans::Anybody) } else { person()? };
    let order = Order {
        output: arguments.output,
        language: console.words.language(),
        ..Order::new(document, signer, workflow::order::Level::BLt)
    };
    let ended = Signing { world: &mut world, console, form: Form::Path }.order(order, false).await?;
    match ended.output {
        Some(output) => Ok(ended.exit.and(check(&output, &world, console).await?)),
        None => Ok(ended.exit),
    }
}

fn person() -> Result<Signer, Failure> {
    Ok(Signer::Person(PERSON.parse().map_err(workflow::error::Error::from)?))
}

/// The saved file as anybody else would see it: from disk, and without asking any service.
async fn check(output: &Path, world: &World, console: &Console) -> Result<Exit, Failure> {
    let report = verify::verify(&*world.machine, &world.profile, output, Options::offline()).await?;
    let name = output.display().to_string();
    output::data(console, &format!("\n{}", text::write(&report, &name, Extent::Short, &console.words)))?;
    Ok(Exit::of(report.overall()))
}
