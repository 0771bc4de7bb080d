//! The connection profiles of this computer: those that come with the program, those of its administrator, and the user's
//! own. An administrator can say which of them may be used.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use workflow::profile::{self, Profile};

use crate::folders::Folders;
use crate::output::unnamed;
use crate::small_file;

/// The profile of the emulated world, which [`crate::demo`] starts.
pub const DEMO: &str = "demo";
/// SK's public demo service.
pub const SK_DEMO: &str = "sk-demo";

/// A profile with all its certificates has some kilobytes.
const MAXIMUM: u64 = 1 << 20;

/// Whose a profile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Part of the program.
    Program,
    /// Laid down by the administrator.
    Administrator,
    /// Imported by the user.
    User,
}

/// A profile that there is.
#[derive(Debug)]
pub struct Listed {
    /// What it is called with `--profile`.
    pub name: String,
    /// Whose it is.
    pub owner: Owner,
    /// Whether the administrator lets it be used.
    pub allowed: bool,
    /// Whether it is for tests, or what is wrong with it.
    pub is_test: Result<bool, Error>,
}

/// Why a profile cannot be used, kept or removed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none of that name, nor a file that can be read.
    #[error("{profile}: {cause}")]
    Missing {
        /// The name or file.
        profile: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// It is a pipe or a device.
    #[error("{profile}: not a regular file")]
    NotRegular {
        /// The name or file.
        profile: String,
    },
    /// It is larger than a profile can be.
    #[error("{profile}: more than {maximum} bytes")]
    TooLarge {
        /// The name or file.
        profile: String,
        /// Bytes allowed.
        maximum: u64,
    },
    /// It is not UTF-8, as TOML has to be.
    #[error("{profile}: line {line}: not UTF-8")]
    NotText {
        /// The name or file.
        profile: String,
        /// The first line that is not, from 1.
        line: usize,
    },
    /// It can be read but is no profile.
    #[error(transparent)]
    Profile(#[from] profile::Error),
    /// The administrator allows others only.
    #[error("{profile} is not one of: {}", allowed.join(", "))]
    Locked {
        /// The name or file.
        profile: String,
        /// Those that are allowed.
        allowed: Vec<String>,
    },
    /// The administrator's list cannot be read, so that nothing is allowed.
    #[error("{path}: {detail}")]
    Lock {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// Its name is not one that a profile can be kept under: up to 40 small letters, digits and hyphens.
    #[error("{name:?}")]
    Name {
        /// The name.
        name: String,
    },
    /// One of that name is there already.
    #[error("{name}")]
    Exists {
        /// The name.
        name: String,
    },
    /// It cannot be kept or removed.
    #[error("{path}: {cause}")]
    Folder {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
}

impl Error {
    /// A stable name of the case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "profile-missing",
            Self::NotRegular { .. } => "file-not-regular",
            Self::TooLarge { .. } => "profile-too-large",
            Self::NotText { .. } => "profile-not-text",
            Self::Profile(error) => error.code(),
            Self::Locked { .. } => "profile-locked",
            Self::Lock { .. } => "profile-lock",
            Self::Name { .. } => "profile-name",
            Self::Exists { .. } => "profile-exists",
            Self::Folder { .. } => "own-folder",
        }
    }

    /// The figures of the case, by name.
    pub fn values(&self) -> BTreeMap<String, String> {
        let said = match self {
            Self::Profile(error) => return error.values(),
            Self::TooLarge { profile, maximum } => {
                vec![("path", profile.clone()), ("kilobytes", (maximum / 1024).to_string())]
            }
            Self::NotText { profile, line } => vec![("path", profile.clone()), ("line", line.to_string())],
            Self::Lock { path, detail } => {
                vec![("path", path.display().to_string()), ("detail", detail.clone())]
            }
            other => vec![("detail", other.to_string())],
        };
        said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// What the administrator allows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock {
    /// Names of profiles of the administrator and of the program.
    allowed: Vec<String>,
}

/// The profiles of this computer.
#[derive(Clone, Debug)]
pub struct Profiles {
    /// The user's own.
    user: PathBuf,
    /// Those of the administrator.
    laid_down: PathBuf,
    /// The file in which the administrator says what may be used.
    lock: PathBuf,
}

impl Profiles {
    /// Those of this user, and those in the administrator's folder: `/etc/pitser`, `/Library/Application Support/Pitser`
    /// or `%ProgramData%\Pitser`. No variable of the user's leads elsewhere.
    pub fn of(folders: &Folders) -> Self {
        let administrator = if cfg!(windows) {
            r"C:\ProgramData\Pitser"
        } else if cfg!(target_os = "macos") {
            "/Library/Application Support/Pitser"
        } else {
            "/etc/pitser"
        };
        Self::at(folders.profiles(), Path::new(administrator))
    }

    /// Those in given folders. An administrator's has the profiles in `profiles`, and what is allowed in `lock.toml`:
    /// `allowed = ["NAME", …]`.
    pub fn at(user: PathBuf, administrator: &Path) -> Self {
        Self { user, laid_down: administrator.join("profiles"), lock: administrator.join("lock.toml") }
    }

    /// Whether a profile may be used. Where there is a lock, one that is named as a file may not.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Lock`].
    pub fn may_use(&self, name: &str) -> Result<(), Error> {
        self.lock_that_allows(name).map(drop)
    }

    /// The profile of that name, or in that file. The demo's is not among them: it comes with the world that it is for.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Profile`]; those of [`Profiles::may_use`].
    pub fn read(&self, name: &str) -> Result<Profile, Error> {
        let lock = self.lock_that_allows(name)?;
        if name == SK_DEMO {
            return Ok(Profile::sk_demo()?);
        }
        // Under a lock neither the user's own nor a file stands in for the administrator's.
        let places: &[&PathBuf] =
            if lock.is_some() { &[&self.laid_down] } else { &[&self.laid_down, &self.user] };
        match kept(places, name) {
            Some(path) => named(&path, name),
            None if lock.is_some() => Err(missing(name)),
            None => from_file(Path::new(name)),
        }
    }

    /// Every profile, by name; the administrator's hide the user's of the same name.
    ///
    /// # Errors
    /// [`Error::Lock`].
    pub fn list(&self) -> Result<Vec<Listed>, Error> {
        let lock = self.lock()?;
        let mut found = BTreeMap::new();
        for (folder, owner) in [(&self.user, Owner::User), (&self.laid_down, Owner::Administrator)] {
            for name in names(folder) {
                let allowed = lock
                    .as_ref()
                    .is_none_or(|lock| owner == Owner::Administrator && lock.allowed.contains(&name));
                let is_test = named(&file(folder, &name), &name).map(|profile| profile.test);
                found.insert(name.clone(), Listed { name, owner, allowed, is_test });
            }
        }
        for name in [DEMO, SK_DEMO].map(str::to_owned) {
            let allowed = lock.as_ref().is_none_or(|lock| lock.allowed.contains(&name));
            found.insert(name.clone(), Listed { name, owner: Owner::Program, allowed, is_test: Ok(true) });
        }
        Ok(found.into_values().collect())
    }

    /// Keeps the profile in a file for this user, under the name it has in it. It is copied byte for byte.
    ///
    /// # Errors
    /// [`Error::Locked`] where the administrator allows certain ones only; [`Error::Missing`], [`Error::Profile`],
    /// [`Error::Name`], [`Error::Exists`], [`Error::Folder`].
    pub fn import(&self, path: &Path, replace: bool) -> Result<Profile, Error> {
        if let Some(Lock { allowed }) = self.lock()? {
            return Err(Error::Locked { profile: path.display().to_string(), allowed });
        }
        let text = text(path, &path.display().to_string())?;
        let profile = Profile::from_toml(&text)?;
        let name = profile.name.clone();
        if !is_name(&name) || [DEMO, SK_DEMO].contains(&name.as_str()) {
            return Err(Error::Name { name });
        }
        let to = file(&self.user, &name);
        if file(&self.laid_down, &name).exists() || (to.exists() && !replace) {
            return Err(Error::Exists { name });
        }
        let fault = |cause| Error::Folder { path: to.clone(), cause };
        fs::create_dir_all(&self.user).map_err(fault)?;
        let begun = unnamed(&self.user, text.as_bytes()).map_err(fault)?;
        begun.persist(&to).map_err(|error| fault(error.error))?;
        Ok(profile)
    }

    /// The text of a profile, as it was imported or laid down. One with a secret in it is not given.
    ///
    /// # Errors
    /// As [`Profiles::read`].
    pub fn export(&self, name: &str) -> Result<String, Error> {
        if name == SK_DEMO {
            return Ok(Profile::SK_DEMO.to_owned());
        }
        let text = text(&kept(&[&self.laid_down, &self.user], name).ok_or_else(|| missing(name))?, name)?;
        profile::no_secret(&text)?;
        Ok(text)
    }

    /// Forgets a profile of the user's.
    ///
    /// # Errors
    /// [`Error::Missing`] for one that is not the user's, [`Error::Folder`].
    pub fn remove(&self, name: &str) -> Result<(), Error> {
        let path = kept(&[&self.user], name).ok_or_else(|| missing(name))?;
        fs::remove_file(&path).map_err(|cause| Error::Folder { path, cause })
    }

    /// What the administrator says, where that does not keep the profile of this name from being used.
    fn lock_that_allows(&self, name: &str) -> Result<Option<Lock>, Error> {
        match self.lock()? {
            Some(Lock { allowed }) if !allowed.iter().any(|one| one == name) => {
                Err(Error::Locked { profile: name.to_owned(), allowed })
            }
            lock => Ok(lock),
        }
    }

    /// What the administrator says; nothing where nothing is said. What cannot be read allows nothing.
    fn lock(&self) -> Result<Option<Lock>, Error> {
        let unreadable = |detail: String| Error::Lock { path: self.lock.clone(), detail };
        match text(&self.lock, "lock") {
            Ok(text) => toml::from_str(&text).map(Some).map_err(|error| {
                let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
                unreadable(format!("line {}: {}", before.matches('\n').count() + 1, error.message()))
            }),
            Err(Error::Missing { cause, .. })
                if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(error) => Err(unreadable(error.to_string())),
        }
    }
}

fn is_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(fits)
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.toml"))
}

/// The names of the profiles in a folder; none where it cannot be read.
fn names(folder: &Path) -> Vec<String> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    found
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
        .filter(|name| is_name(name))
        .collect()
}

/// The file of that name in the first of these folders that has it.
fn kept(folders: &[&PathBuf], name: &str) -> Option<PathBuf> {
    folders.iter().map(|folder| file(folder, name)).find(|path| is_name(name) && path.exists())
}

fn missing(name: &str) -> Error {
    Error::Missing { profile: name.to_owned(), cause: ErrorKind::NotFound.into() }
}

/// The profile in a file.
///
/// # Errors
/// [`Error::Missing`], [`Error::Profile`].
pub fn from_file(path: &Path) -> Result<Profile, Error> {
    named(path, &path.display().to_string())
}

/// The profile in a file, and what is said in it that has no effect: line and key.
///
/// # Errors
/// As [`from_file`].
pub fn looked_through(path: &Path) -> Result<(Profile, Vec<(usize, String)>), Error> {
    let text = text(path, &path.display().to_string())?;
    let profile = Profile::from_toml(&text)?;
    let ineffective = profile.ineffective(&text);
    Ok((profile, ineffective))
}

/// The same, where the file is known by another name.
fn named(path: &Path, name: &str) -> Result<Profile, Error> {
    Ok(Profile::from_toml(&text(path, name)?)?)
}

fn text(path: &Path, name: &str) -> Result<String, Error> {
    let profile = || name.to_owned();
    let bytes = small_file::regular(path, MAXIMUM).map_err(|cause| match cause.kind() {
        ErrorKind::FileTooLarge => Error::TooLarge { profile: profile(), maximum: MAXIMUM },
        ErrorKind::InvalidInput => Error::NotRegular { profile: profile() },
        _ => Error::Missing { profile: profile(), cause },
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let before = good.iter().filter(|byte| **byte == b'\n').count();
        Error::NotText { profile: profile(), line: before + 1 }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use tempfile::TempDir;

    use super::*;

    /// A user and an administrator who have nothing yet.
    fn computer() -> (TempDir, Profiles) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("etc/profiles")).unwrap();
        let profiles = Profiles::at(folder.path().join("own/profiles"), &folder.path().join("etc"));
        (folder, profiles)
    }

    fn sk_demo_as(name: &str) -> String {
        Profile::SK_DEMO.replace("name = \"sk-demo\"", &format!("name = \"{name}\""))
    }

    fn write(folder: &TempDir, place: &str, text: &str) -> PathBuf {
        let path = folder.path().join(place);
        fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn what_is_imported_is_found_by_its_name_and_exported_as_it_was() {
        let (folder, profiles) = computer();
        let bank = write(&folder, "from-the-bank.toml", &sk_demo_as("bank"));
        assert_eq!(profiles.import(&bank, false).unwrap().name, "bank");
        fs::remove_file(&bank).unwrap();
        assert_eq!(profiles.read("bank").unwrap().name, "bank");
        assert_eq!(profiles.export("bank").unwrap(), sk_demo_as("bank"));
        let found: Vec<_> =
            profiles.list().unwrap().into_iter().map(|one| (one.name, one.owner, one.allowed)).collect();
        let expected =
            [("bank", Owner::User, true), (DEMO, Owner::Program, true), (SK_DEMO, Owner::Program, true)];
        assert_eq!(found, expected.map(|(name, owner, allowed)| (name.to_owned(), owner, allowed)));
        profiles.remove("bank").unwrap();
        assert!(matches!(profiles.read("bank"), Err(Error::Missing { .. })));
        assert!(matches!(profiles.remove("bank"), Err(Error::Missing { .. })));
    }

    #[test]
    fn what_is_there_is_replaced_only_when_that_is_wanted() {
        let (folder, profiles) = computer();
        let bank = write(&folder, "bank.toml", &sk_demo_as("bank"));
        profiles.import(&bank, false).unwrap();
        assert!(matches!(profiles.import(&bank, false), Err(Error::Exists { .. })));
        profiles.import(&bank, true).unwrap();
        write(&folder, "etc/profiles/bank.toml", &sk_demo_as("bank"));
        assert!(matches!(profiles.import(&bank, true), Err(Error::Exists { .. })), "the administrator's");
    }

    #[test]
    fn what_is_no_profile_is_not_kept() {
        let (folder, profiles) = computer();
        let cases = [("broken", "name = \"broken\"\nurl = 1\n".to_owned())];
        for (name, text) in cases {
            let error = profiles.import(&write(&folder, "one.toml", &text), false).unwrap_err();
            assert!(
                matches!(error, Error::Profile(profile::Error::Syntax { line: 2, .. })),
                "{name}: {error}"
            );
        }
        for name in ["demo", "sk-demo", "../bank", "Bank", "", &"b".repeat(41)] {
            let error = profiles.import(&write(&folder, "one.toml", &sk_demo_as(name)), false).unwrap_err();
            assert!(matches!(error, Error::Name { .. }), "{name:?}: {error}");
        }
        let long = sk_demo_as("bank") + &"# \n".repeat(500_000);
        let error = profiles.import(&write(&folder, "one.toml", &long), false).unwrap_err();
        assert_eq!(error.code(), "profile-too-large", "{error}");
        assert_eq!(error.values()["kilobytes"], "1024");
        let latin = [b"name = \"bank\"\n# M\xfcller\n".as_slice(), sk_demo_as("x").as_bytes()].concat();
        let path = folder.path().join("latin.toml");
        fs::write(&path, latin).unwrap();
        let error = looked_through(&path).unwrap_err();
        assert_eq!((error.code(), error.values()["line"].as_str()), ("profile-not-text", "2"), "{error}");
        assert!(matches!(looked_through(&folder.path().join("absent")), Err(Error::Missing { .. })));
        assert!(profiles.list().unwrap().iter().all(|one| one.owner == Owner::Program));
    }

    #[test]
    fn an_administrator_says_what_may_be_used() {
        let (folder, profiles) = computer();
        let bank = write(&folder, "bank.toml", &sk_demo_as("bank"));
        profiles.import(&bank, false).unwrap();
        profiles.may_use(DEMO).unwrap();
        write(&folder, "etc/profiles/office.toml", &sk_demo_as("office"));
        write(&folder, "etc/lock.toml", "allowed = [\"office\", \"bank\"]\n");
        assert_eq!(profiles.read("office").unwrap().name, "office");
        for name in [DEMO, SK_DEMO, bank.to_str().unwrap(), "other"] {
            assert!(matches!(profiles.read(name), Err(Error::Locked { .. })), "{name}");
        }
        // Its name is allowed, but it is the user's.
        assert!(matches!(profiles.read("bank"), Err(Error::Missing { .. })));
        assert!(matches!(profiles.import(&bank, true), Err(Error::Locked { .. })));
        // Nor is a file taken for a profile that was laid down.
        let path = bank.to_str().unwrap();
        write(&folder, "etc/lock.toml", &format!("allowed = [\"office\", \"bank\", \"{path}\"]\n"));
        assert!(matches!(profiles.read(path), Err(Error::Missing { .. })));
        let allowed: Vec<_> = profiles.list().unwrap().into_iter().filter(|one| one.allowed).collect();
        assert_eq!(allowed.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["office"]);
        write(&folder, "etc/lock.toml", "permitted = []\n");
        assert!(
            matches!(profiles.read("office"), Err(Error::Lock { .. })),
            "what cannot be read allows nothing"
        );
        write(&folder, "etc/lock.toml", "# Only these\n\nallowed = 7\n");
        let Err(Error::Lock { detail, .. }) = profiles.read("office") else { panic!("let through") };
        assert!(detail.starts_with("line 3: "), "{detail}");
        let error = profiles.read("office").expect_err("let through");
        assert_eq!(error.code(), "profile-lock");
        assert!(error.values()["path"].ends_with("lock.toml"));
    }
}
