//! `pitser finish`: signatures that came back from the phone but did not reach their document.

use serde_json::json;
use workflow::error::Error;
use workflow::order::Pending;
use workflow::report::words::{Value, plain};
use workflow::sign;

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::signing::{Form, Signing};
use crate::world::{Phone, World};

pub async fn run(arguments: arguments::Finish, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let Some(key) = arguments.key else {
        let world = World::open(&common.profile, Phone::ByItself, console).await?;
        return list(&sign::pending(&*world.machine)?, arguments.json, console);
    };
    let mut world = World::open(&common.profile, Phone::ByItself, console).await?;
    let waiting = sign::pending(&*world.machine)?.into_iter().find(|pending| pending.key == key);
    let pending = waiting.ok_or(Error::NoSuchEntry { key })?;
    if arguments.discard {
        sign::discard(&*world.machine, &pending.key)?;
        console.note("cli-discarded", &[("key", pending.key.into())]);
        return Ok(Exit::Valid);
    }
    let password = arguments.password.of(&pending.document, &world.machine, console).await?;
    let form = if arguments.json { Form::Json } else { Form::Path };
    Signing { world: &mut world, console, form }.finish(pending, password).await.map(|ended| ended.exit)
}

fn list(waiting: &[Pending], as_json: bool, console: &Console) -> Result<Exit, Failure> {
    if waiting.is_empty() {
        console.note("cli-pending-none", &[]);
    } else {
        console.note("cli-pending-head", &[("count", Value::from(waiting.len()))]);
    }
    for pending in waiting {
        if as_json {
            output::json(console, &object(pending))?;
        } else {
            output::line(console, &line(pending, console))?;
        }
    }
    if !waiting.is_empty() {
        console.note("cli-pending-how", &[]);
    }
    Ok(Exit::Valid)
}

fn line(pending: &Pending, console: &Console) -> String {
    let figures = [
        ("key", Value::from(plain(&pending.key))),
        ("document", plain(&pending.document.display().to_string()).into()),
        ("output", plain(&pending.output.display().to_string()).into()),
        ("signer", plain(&pending.signer).into()),
        ("time", pending.received_at.to_string().into()),
    ];
    console.words.text("cli-pending-line", &figures)
}

fn object(pending: &Pending) -> serde_json::Value {
    json!({
        "key": pending.key,
        "document": pending.document.display().to_string(),
        "output": pending.output.display().to_string(),
        "signer": pending.signer,
        "receivedAt": pending.received_at.to_string(),
    })
}
