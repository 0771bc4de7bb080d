//! `pitser sign`.

use std::sync::Arc;

use workflow::order::{Existing, Order, Signer, Subscriber};

use crate::arguments::{self, Common, Level};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key;
use crate::signing::{Form, Signing};
use crate::world::{Phone, World};

pub async fn run(arguments: arguments::Sign, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let (mut world, signer) = match &arguments.signer.key {
        Some(file) => {
            let profile = key::profile(&common.profile, &arguments.key.trust, &arguments.key.tsa)?;
            (World::without_phone(profile)?, Signer::Key(Arc::new(key::open(file, &arguments.key)?)))
        }
        None => {
            let signer = signer(&arguments.signer, arguments.person.as_deref())?;
            let phone = if arguments.phone { Phone::ByHand } else { Phone::ByItself };
            (World::open(&common.profile, phone, console).await?, signer)
        }
    };
    let usual = if matches!(signer, Signer::Key(_)) { Level::BB } else { Level::BLt };
    let password = arguments.document_password.of(&arguments.file, &world.machine, console).await?;
    let seal = arguments.seal.order(&world.profile.seal)?;
    let order = Order {
        password,
        output: arguments.output,
        existing: if arguments.force { Existing::Replace } else { Existing::Keep },
        reason: arguments.reason,
        location: arguments.location,
        field: arguments.field,
        certify: arguments.certify.map(Into::into),
        seal,
        language: console.words.language(),
        ..Order::new(arguments.file, signer, arguments.level.unwrap_or(usual).into())
    };
    let form = if arguments.json { Form::Json } else { Form::Path };
    Signing { world: &mut world, console, form }.order(order).await.map(|ended| ended.exit)
}

/// Whom to ask. Form and checksum are judged here, before anything is asked of anybody.
fn signer(arguments: &arguments::Signer, code: Option<&str>) -> Result<Signer, Failure> {
    let faulty = |error: workflow::error::Error| Failure::from(error);
    if let Some(person) = &arguments.smart_id {
        return Ok(Signer::Person(person.parse().map_err(workflow::error::Error::from).map_err(faulty)?));
    }
    if let (Some(phone), Some(code)) = (&arguments.mobile_id, code) {
        let subscriber = Subscriber::parse(phone, code).map_err(workflow::error::Error::from);
        return Ok(Signer::MobileId(subscriber.map_err(faulty)?));
    }
    match &arguments.document_number {
        Some(number) => {
            Ok(Signer::Document(number.parse().map_err(workflow::error::Error::from).map_err(faulty)?))
        }
        None => Ok(Signer::DeviceLink),
    }
}
