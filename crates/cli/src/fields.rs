//! `pitser fields`: the signature fields that wait, and what they demand.

use workflow::fields::{self, Demand, Field, Form, LockAction};
use workflow::order::Permission;
use workflow::report::words::{Value, plain};

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{key, output};

pub async fn run(arguments: arguments::Fields, common: &Common, console: &Console) -> Result<Exit, Failure> {
    // Nobody is asked: what a form demands is told by the file itself.
    let world = World::without_phone(key::profile(&common.profile, &[], &[])?)?;
    let form = fields::read(&*world.machine, &arguments.file)?;
    say(&form, console);
    for field in &form.waiting {
        if arguments.json {
            output::json(console, field)?;
        } else {
            output::line(console, &lines(field, console).join("\n  "))?;
        }
    }
    Ok(Exit::Valid)
}

/// What holds for all fields.
fn say(form: &Form, console: &Console) {
    if form.waiting.is_empty() {
        console.note("cli-fields-none", &[]);
    }
    if form.rules.signatures > 0 {
        console.note("cli-fields-signed", &[("count", Value::from(form.rules.signatures))]);
    }
    if let Some(permission) = form.rules.certification {
        console.note("cli-fields-certified", &[("permits", permits(permission, console).into())]);
    }
    if form.rules.usage_rights {
        console.note("cli-fields-usage-rights", &[]);
    }
    if form.rules.need_appearances {
        console.note("cli-fields-need-appearances", &[]);
    }
}

fn lines(field: &Field, console: &Console) -> Vec<String> {
    let text =
        |id: &str, name: &str, value: &str| console.words.text(id, &[(name, Value::from(plain(value)))]);
    let mut lines = vec![text("cli-fields-field", "name", &field.name)];
    lines.extend(field.label.as_ref().map(|label| text("cli-fields-label", "label", label)));
    lines.extend(field.page.map(|page| text("cli-fields-page", "page", &page.to_string())));
    if field.required {
        lines.push(text("cli-fields-required", "name", &field.name));
    }
    lines.extend(field.locked_by.as_ref().map(|by| text("cli-fields-locked-by", "by", by)));
    if let Some(locks) = &field.locks {
        let names = locks.fields.join(", ");
        lines.push(match locks.action {
            LockAction::All => text("cli-fields-locks-all", "fields", &names),
            LockAction::Include => text("cli-fields-locks-include", "fields", &names),
            LockAction::Exclude => text("cli-fields-locks-exclude", "fields", &names),
        });
    }
    lines.extend(field.permits.map(|permission| {
        console.words.text("cli-fields-permits", &[("permits", permits(permission, console).into())])
    }));
    lines.extend(field.demands.iter().map(|demand| line(demand, console)));
    lines
}

fn line(demand: &Demand, console: &Console) -> String {
    let id = if demand.required { "cli-fields-must" } else { "cli-fields-should" };
    let name = console.words.text(demand.code, &[]);
    let value = plain(&demand.accepted.join(" | "));
    let line = console.words.text(id, &[("demand", name.into()), ("value", value.into())]);
    line.trim_end().to_owned()
}

fn permits(permission: Permission, console: &Console) -> String {
    let id = match permission {
        Permission::NoChanges => "permits-no-changes",
        Permission::FormFilling => "permits-form-filling",
        Permission::Annotations => "permits-annotations",
    };
    console.words.text(id, &[])
}
