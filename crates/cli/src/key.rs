//! Signing with a key file, and trust that is named on the command line.

use std::path::{Path, PathBuf};

use native::{KeyFile, Scheme, small_file};
use workflow::password::Password;
use workflow::profile::{self, Profile};

use crate::arguments;
use crate::failure::Failure;
use crate::password_file;
use crate::world::{self, DEMO};

/// The variable that may hold the password of the key file.
const PASSWORD: &str = "PITSER_KEY_PASSWORD";

/// Opens the key file.
pub fn open(path: &Path, arguments: &arguments::Key) -> Result<KeyFile, Failure> {
    let scheme = if arguments.pss { Scheme::Pss } else { Scheme::Pkcs1 };
    Ok(KeyFile::open(path, password(arguments)?.reveal(), scheme)?)
}

/// Services and trust for a key: those of the profile named, and those named for the occasion. The demo's are not
/// meant, since its world would have to be started.
pub fn profile(profile: &str, trust: &[PathBuf], tsa: &[String]) -> Result<Profile, Failure> {
    let mut profile = match profile {
        DEMO => trusting(&[])?,
        name => world::read(name)?,
    };
    if !trust.is_empty() {
        let named = trusting(trust)?;
        (profile.trust, profile.test) = (named.trust, named.test);
    }
    if !tsa.is_empty() {
        profile.timestamp = trusting_with(&[], tsa)?.timestamp;
    }
    Ok(profile)
}

/// A profile that trusts the certificates in these files (PEM), and nothing else.
pub fn trusting(files: &[PathBuf]) -> Result<Profile, Failure> {
    trusting_with(files, &[])
}

fn trusting_with(files: &[PathBuf], tsa: &[String]) -> Result<Profile, Failure> {
    let mut anchors = String::new();
    for file in files {
        let text = small_file::text(file).map_err(|error| Failure::of_file("trust-file", file, &error))?;
        // It is not the profile's fault, and of several files one is named.
        match Profile::of_trust("", text.clone(), Vec::new()) {
            Ok(named) if !named.trust.anchors.trim().is_empty() => {}
            Ok(_) => return Err(no_trust(file, "no certificate in PEM")),
            Err(profile::Error::Certificate { cause, .. }) => {
                return Err(no_trust(file, &cause));
            }
            Err(error) => return Err(no_trust(file, &error.to_string())),
        }
        anchors += &text;
        anchors.push('\n');
    }
    let names: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
    let name = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    Ok(Profile::of_trust(&name, anchors, tsa.to_vec()).map_err(workflow::error::Error::from)?)
}

fn password(arguments: &arguments::Key) -> Result<Password, Failure> {
    if let Some(password) = &arguments.password {
        return Ok(password.clone());
    }
    let Some(file) = &arguments.password_file else {
        return Ok(Password::new(std::env::var(PASSWORD).unwrap_or_default()));
    };
    password_file::read(file, "password-file")
}

fn no_trust(file: &Path, detail: &str) -> Failure {
    Failure::new("trust-file", &[("path", &file.display().to_string()), ("detail", detail)])
}
