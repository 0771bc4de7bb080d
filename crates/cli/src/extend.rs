//! `pitser extend`.

use workflow::extend::Extension;
use workflow::order::Existing;

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key;
use crate::signing::{Form, Signing};
use crate::world::{DEMO, Phone, World};

pub async fn run(arguments: arguments::Extend, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let named = !arguments.trust.is_empty() || !arguments.tsa.is_empty();
    let mut world = match named || common.profile != DEMO {
        true => World::without_phone(key::profile(&common.profile, &arguments.trust, &arguments.tsa)?)?,
        false => World::open(DEMO, Phone::ByItself, console).await?,
    };
    let password = arguments.password.of(&arguments.file, &world.machine, console).await?;
    let order = Extension {
        document: arguments.file,
        password,
        output: arguments.output,
        existing: if arguments.force { Existing::Replace } else { Existing::Keep },
        level: arguments.level.into(),
    };
    let form = if arguments.json { Form::Json } else { Form::Path };
    Signing { world: &mut world, console, form }.extend(order).await.map(|ended| ended.exit)
}
