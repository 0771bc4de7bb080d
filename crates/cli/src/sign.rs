//! `pitser sign`.

use std::path::PathBuf;
use std::sync::Arc;

use workflow::error::Error;
use workflow::order::{Existing, Order, Signer, Subscriber};

use crate::arguments::{self, Common, Level};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key;
use crate::signing::{Form, Signing};
use crate::world::{Phone, World};

pub async fn run(arguments: arguments::Sign, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let several = arguments.files.len() > 1;
    // A phone signs one document, and one output is for one.
    if several && (!arguments.signer.csc || arguments.output.is_some()) {
        return Err(Error::NotTogether.into());
    }
    let (mut world, signer) = match &arguments.signer.key {
        Some(file) => {
            let profile = key::profile(&common.profile, &arguments.key.trust, &arguments.key.tsa)?;
            (World::without_phone(profile)?, Signer::Key(Arc::new(key::open(file, &arguments.key)?)))
        }
        None => {
            let signer = signer(&arguments)?;
            let phone = if arguments.phone { Phone::ByHand } else { Phone::ByItself };
            (World::open(&common.profile, phone, console).await?, signer)
        }
    };
    if arguments.no_browser {
        world.machine.leave_browser_closed();
    }
    let form = if arguments.json { Form::Json } else { Form::Path };
    let mut orders = Vec::new();
    for file in &arguments.files {
        orders.push(order(&arguments, file.clone(), &signer, &world, console).await?);
    }
    let signing = Signing { world: &mut world, console, form };
    match <[Order; 1]>::try_from(orders) {
        Ok([only]) => signing.order(only).await.map(|ended| ended.exit),
        Err(several) => signing.together(several).await,
    }
}

async fn order(
    arguments: &arguments::Sign,
    file: PathBuf,
    signer: &Signer,
    world: &World,
    console: &Console,
) -> Result<Order, Failure> {
    let usual = if matches!(signer, Signer::Key(_)) { Level::BB } else { Level::BLt };
    Ok(Order {
        password: arguments.document_password.of(&file, &world.machine, console).await?,
        output: arguments.output.clone(),
        existing: if arguments.force { Existing::Replace } else { Existing::Keep },
        reason: arguments.reason.clone(),
        location: arguments.location.clone(),
        field: arguments.field.clone(),
        certify: arguments.certify.map(Into::into),
        seal: arguments.seal.clone().order(&world.profile.seal)?,
        language: console.words.language(),
        ..Order::new(file, signer.clone(), arguments.level.unwrap_or(usual).into())
    })
}

/// Whom to ask. Form and checksum are judged here, before anything is asked of anybody.
fn signer(arguments: &arguments::Sign) -> Result<Signer, Failure> {
    let faulty = |error: Error| Failure::from(error);
    let signer = &arguments.signer;
    if let Some(person) = &signer.smart_id {
        return Ok(Signer::Person(person.parse().map_err(Error::from).map_err(faulty)?));
    }
    if let (Some(phone), Some(code)) = (&signer.mobile_id, &arguments.person) {
        let subscriber = Subscriber::parse(phone, code).map_err(Error::from);
        return Ok(Signer::MobileId(subscriber.map_err(faulty)?));
    }
    if signer.csc {
        return Ok(Signer::Cloud { credential: arguments.credential.clone() });
    }
    match &signer.document_number {
        Some(number) => Ok(Signer::Document(number.parse().map_err(Error::from).map_err(faulty)?)),
        None => Ok(Signer::DeviceLink),
    }
}
