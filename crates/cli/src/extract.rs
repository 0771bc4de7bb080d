//! `pitser extract`: a document as it was signed.

use workflow::extract::{self, Extraction};
use workflow::order::Existing;
use workflow::report::words::plain;

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{key, output};

pub async fn run(arguments: arguments::Extract, console: &Console) -> Result<Exit, Failure> {
    // Nobody is asked and nothing is trusted: what a signature covers is told by the file itself.
    let world = World::without_phone(key::trusting(&[])?)?;
    let password = arguments.password.of(&arguments.file, &world.machine, console).await?;
    let order = Extraction {
        document: arguments.file,
        password,
        field: arguments.field,
        output: arguments.output,
        existing: if arguments.force { Existing::Replace } else { Existing::Keep },
    };
    let path = extract::extract(&*world.machine, &order)?.display().to_string();
    console.note("cli-extracted", &[("path", plain(&path).into())]);
    output::line(console, &path)?;
    Ok(Exit::Valid)
}
