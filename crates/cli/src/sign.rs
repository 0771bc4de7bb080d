//! `pitser sign`.

use workflow::order::{Order, Signer};

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::signing::{Form, Signing};
use crate::world::{Phone, World};

pub async fn run(arguments: arguments::Sign, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let signer = signer(&arguments.signer)?;
    let phone = if arguments.phone { Phone::ByHand } else { Phone::ByItself };
    let mut world = World::open(&common.profile, phone, console).await?;
    let order = Order {
        shown: None,
        document: arguments.file,
        output: arguments.output,
        signer,
        level: arguments.level.into(),
        reason: arguments.reason,
        location: arguments.location,
    };
    let form = if arguments.json { Form::Json } else { Form::Path };
    Signing { world: &mut world, console, form }.order(order).await.map(|ended| ended.exit)
}

/// Whom to ask. Form and checksum are judged here, before anything is asked of anybody.
fn signer(arguments: &arguments::Signer) -> Result<Signer, Failure> {
    let faulty = |error: workflow::error::Error| Failure::from(error);
    if let Some(person) = &arguments.smart_id {
        return Ok(Signer::Person(person.parse().map_err(workflow::error::Error::from).map_err(faulty)?));
    }
    match &arguments.document_number {
        Some(number) => {
            Ok(Signer::Document(number.parse().map_err(workflow::error::Error::from).map_err(faulty)?))
        }
        None => Ok(Signer::DeviceLink),
    }
}
