//! `pitser sign`.

use std::path::PathBuf;
use std::sync::Arc;

use workflow::active::active;
use workflow::error::Error;
use workflow::order::{DocumentNumber, Existing, Order, PersonIdentifier, Scans, Signer, Subscriber};
use workflow::report::text;
use workflow::report::words::plain;

use crate::arguments::{self, Common, Level};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key;
use crate::signing::{Form, Signing};
use crate::world::{self, Phone, World};

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
            // Before a world is started for nobody.
            let who = match named(&arguments)? {
                Some(signer) => Ok(signer),
                None => Err(world::known(&common.profile).ok_or_else(|| nobody(console))?),
            };
            let phone = if arguments.phone { Phone::ByHand } else { Phone::ByItself };
            let world = World::open(&common.profile, phone, console).await?;
            let signer = match who {
                Ok(signer) => signer,
                Err(known) => world.signer(&known, console)?,
            };
            (world, signer)
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
    orders.iter().for_each(|order| tell_active(order, &world, console));
    let signing = Signing { world: &mut world, console, form };
    match <[Order; 1]>::try_from(orders) {
        Ok([only]) => signing.order(only, arguments.remember).await.map(|ended| ended.exit),
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

/// Says what can change what is shown, before anybody is asked to sign it. What cannot be read, signing will say.
fn tell_active(order: &Order, world: &World, console: &Console) {
    if console.quiet {
        return;
    }
    let found = active(&*world.machine, &order.document, order.password.clone()).unwrap_or_default();
    if found.is_empty() {
        return;
    }
    console.note("cli-active", &[("name", plain(&order.document.display().to_string()).into())]);
    for line in text::sights(&found, &console.words) {
        console.say(&format!("  {line}"));
    }
}

/// Nobody is named who signs, and nobody is known either: that is said with how it is done.
fn nobody(console: &Console) -> Failure {
    if let Some(sign) = crate::worded(console).find_subcommand_mut("sign") {
        console.say(&sign.render_usage().to_string());
    }
    Failure::new("signer-missing", &[])
}

/// Whom to ask, where somebody is named. Form and checksum are judged here, before anything is asked of anybody.
fn named(arguments: &arguments::Sign) -> Result<Option<Signer>, Failure> {
    let signer = &arguments.signer;
    Ok(match (&signer.smart_id, &signer.document_number, &signer.mobile_id) {
        (Some(person), ..) => {
            let person = PersonIdentifier::parse(person).map_err(Error::from)?;
            Some(if signer.qr { Signer::DeviceLink(Scans::Person(person)) } else { Signer::Person(person) })
        }
        (None, Some(number), _) => {
            let number = DocumentNumber::parse(number).map_err(Error::from)?;
            Some(if signer.qr {
                Signer::DeviceLink(Scans::Account(number))
            } else {
                Signer::Document(number)
            })
        }
        (None, None, Some(phone)) => {
            let code = arguments.person.as_deref().unwrap_or_default();
            Some(Signer::MobileId(Subscriber::parse(phone, code).map_err(Error::from)?))
        }
        (None, None, None) if signer.csc => Some(Signer::Cloud { credential: arguments.credential.clone() }),
        (None, None, None) => signer.qr.then_some(Signer::DeviceLink(Scans::Anybody)),
    })
}
