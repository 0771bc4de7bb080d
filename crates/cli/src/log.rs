//! `pitser log`: what was said to services, without secrets.

use native::{Folders, network_log};
use workflow::report::words::{Value, plain};
use workflow::traffic::Exchange;

use crate::arguments;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

pub fn run(arguments: &arguments::Log, console: &Console) -> Result<Exit, Failure> {
    let folders = Folders::of_this_user()?;
    let exchanges = network_log(&folders).map_err(|cause| {
        let path = folders.network_log().display().to_string();
        Failure::from(native::Error::Folder { path: path.into(), cause })
    })?;
    if exchanges.is_empty() {
        console.note("cli-log-none", &[]);
    }
    for exchange in &exchanges {
        if arguments.json {
            output::json(console, exchange)?;
        } else {
            output::line(console, &line(exchange, console))?;
            if arguments.fields {
                for field in &exchange.fields {
                    output::line(console, &format!("    {}: {}", plain(&field.name), plain(&field.value)))?;
                }
            }
        }
    }
    Ok(Exit::Valid)
}

fn line(exchange: &Exchange, console: &Console) -> String {
    let figure = |number: Option<usize>| Value::from(number.unwrap_or_default().to_string());
    let answer = exchange.failure.clone().or_else(|| exchange.status.map(|status| status.to_string()));
    let figures = [
        ("time", Value::from(exchange.at.to_string())),
        ("method", plain(&exchange.method).into()),
        ("address", plain(&exchange.address).into()),
        ("answer", plain(&answer.unwrap_or_default()).into()),
        ("sent", figure(Some(exchange.sent))),
        ("received", figure(exchange.received)),
        ("took", exchange.took.to_string().into()),
    ];
    console.words.text("cli-log-line", &figures)
}
