//! `pitser profile`: the connection profiles of this computer, and what the keychain has of their signing services.

use native::Folders;
use native::known::{self, For};
use native::profiles::{self, DEMO, Listed, Owner, Profiles};
use workflow::keychain::{self, Forgotten, What};
use workflow::profile::Profile;
use workflow::report::words::plain;

use crate::arguments::ProfileCommand;
use crate::client_secret;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::world::World;

pub async fn run(command: ProfileCommand, console: &Console) -> Result<Exit, Failure> {
    let folders = Folders::of_this_user()?;
    let profiles = Profiles::of(&folders);
    match command {
        ProfileCommand::List => {
            for one in profiles.list()? {
                output::line(console, &line(&one, console))?;
            }
        }
        ProfileCommand::Check { file } => {
            let (profile, ineffective) = profiles::looked_through(&file)?;
            tell("cli-profile-sound", &profile, console);
            for (line, place) in ineffective {
                let figures = [("line", line.to_string().into()), ("place", plain(&place).into())];
                console.note("cli-profile-ineffective", &figures);
            }
        }
        ProfileCommand::Import { file, force } => {
            let former = profiles::from_file(&file).and_then(|new| profiles.read(&new.name)).ok();
            let new = profiles.import(&file, force)?;
            if let Some(former) = former {
                forget_all(former, Some(&new), console).await?;
            }
            tell("cli-profile-imported", &new, console);
        }
        ProfileCommand::Export { name } => output::data(console, &profiles.export(&name)?)?,
        ProfileCommand::Remove { name } => {
            let former = profiles.read(&name).ok();
            profiles.remove(&name)?;
            if let Some(former) = former {
                forget_all(former, None, console).await?;
            }
            console.note("cli-profile-removed", &[("name", plain(&name).into())]);
        }
        ProfileCommand::Secret { name } => {
            let profile = profiles.read(&name)?;
            profile.clouds().map_err(workflow::error::Error::from)?;
            let secret = client_secret::ask("cli-profile-secret-ask", &profile.name, console).await?;
            let world = World::without_phone(profile)?;
            keychain::keep_secret(&*world.machine, &world.profile, &secret).await?;
            tell("cli-profile-secret-kept", &world.profile, console);
        }
        ProfileCommand::ProxyLogin { name } => {
            let profile = profiles.read(&name)?;
            keychain::proxy_login(&profile).ok_or_else(|| Failure::new("proxy-not-named", &[]))?;
            let login = client_secret::ask("cli-profile-proxy-ask", &profile.name, console).await?;
            if !login.reveal().contains(':') {
                return Err(Failure::new("proxy-login-form", &[]));
            }
            let world = World::without_phone(profile)?;
            keychain::keep_proxy_login(&*world.machine, &world.profile, &login).await?;
            tell("cli-profile-proxy-kept", &world.profile, console);
        }
        ProfileCommand::Forget { name, login } => {
            let profile = if name == DEMO { None } else { Some(profiles.read(&name)?) };
            if !login {
                let name = profile.as_ref().map_or(DEMO, |profile| &profile.name);
                known::forget(&folders, profile.as_ref().map_or(For::OwnWorld, For::Profile))?;
                console.note("cli-profile-forgotten", &[("name", plain(name).into())]);
            }
            let what = if login { What::Login } else { What::Everything };
            let Some(profile) = profile else { return Ok(Exit::Valid) };
            let (of_service, of_proxy) =
                (login || profile.csc.is_some(), !login && keychain::proxy_login(&profile).is_some());
            if of_service {
                forget(&World::without_phone(profile.clone())?, what, console).await?;
            }
            if of_proxy {
                let world = World::without_phone(profile)?;
                keychain::forget_proxy_login(&*world.machine, &world.profile).await?;
                tell("cli-profile-proxy-forgotten", &world.profile, console);
            }
        }
        ProfileCommand::Schema => output::data(console, Profile::SCHEMA)?,
    }
    Ok(Exit::Valid)
}

async fn forget(world: &World, what: What, console: &Console) -> Result<(), Failure> {
    match keychain::forget(&*world.machine, &world.profile, what).await? {
        Forgotten::Nothing => tell("cli-profile-no-login", &world.profile, console),
        Forgotten::Revoked => tell("cli-profile-revoked", &world.profile, console),
        Forgotten::NotRevoked(error) => {
            let name = plain(&world.profile.name).into();
            console.note("cli-profile-not-revoked", &[("name", name), ("detail", error.code().into())]);
        }
    }
    if what == What::Everything {
        tell("cli-profile-secret-forgotten", &world.profile, console);
    }
    Ok(())
}

/// Leaves nothing in the keychain of a profile that is gone but what the one in its place has too; where that cannot be, it is
/// said.
async fn forget_all(former: Profile, new: Option<&Profile>, console: &Console) -> Result<(), Failure> {
    let of_service = former.csc.is_some() && !new.is_some_and(|new| keychain::is_shared(&former, new));
    let of_proxy = keychain::proxy_login(&former)
        .is_some_and(|entry| new.and_then(keychain::proxy_login).is_none_or(|of_new| of_new != entry));
    if !of_service && !of_proxy {
        return Ok(());
    }
    let world = World::without_phone(former)?;
    let forgotten = async {
        if of_service {
            keychain::forget(&*world.machine, &world.profile, What::Everything).await?;
        }
        if of_proxy {
            keychain::forget_proxy_login(&*world.machine, &world.profile).await?;
        }
        Ok::<_, workflow::error::Error>(())
    };
    if let Err(error) = forgotten.await {
        let name = plain(&world.profile.name).into();
        let detail = plain(&error.to_string()).into();
        console.note("cli-profile-not-forgotten", &[("name", name), ("detail", detail)]);
    }
    Ok(())
}

fn tell(id: &str, profile: &Profile, console: &Console) {
    console.note(id, &[("name", plain(&profile.name).into())]);
}

/// Name, whose it is, what it is for; each in a column of its own.
fn line(one: &Listed, console: &Console) -> String {
    let text = |id: &str| console.words.text(id, &[]);
    let owner = text(match one.owner {
        Owner::Program => "cli-profile-of-program",
        Owner::Administrator => "cli-profile-of-administrator",
        Owner::User => "cli-profile-of-user",
    });
    let state = match &one.is_test {
        _ if !one.allowed => text("cli-profile-not-allowed"),
        Err(error) => {
            let detail = match error.code() {
                "profile" => error.to_string(),
                _ => Failure::from(error).worded(&console.words).cause,
            };
            console.words.text("cli-profile-broken", &[("detail", plain(&detail).into())])
        }
        Ok(true) => text("cli-profile-for-tests"),
        Ok(false) => text("cli-profile-for-use"),
    };
    format!("{}\t{owner}\t{state}", one.name)
}
