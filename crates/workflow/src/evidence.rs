//! What a verdict was computed from, on the disk.

use std::path::Path;

use validation::policy::Policy;
pub use validation::record::{Record, RecordError};

use crate::error::{Error, at};
use crate::host::{Existing, Host, Time};
use crate::profile::Profile;
use crate::verify::{Examined, Judge};

/// Saves a record under that name; a file that is there already stays.
///
/// # Errors
/// [`Error::File`].
pub fn save(host: &impl Host, record: &Record, path: &Path) -> Result<(), Error> {
    let fault = at(path);
    let mut unnamed = host.begin(path, Existing::Keep).map_err(&fault)?;
    unnamed.append(&record.to_json()).and_then(|()| unnamed.name()).map_err(&fault)
}

/// Reads a record.
///
/// # Errors
/// [`Error::File`]; [`Error::Record`] for what is no record, or one of a version that is not known.
pub fn open(host: &impl Host, path: &Path) -> Result<Record, Error> {
    let file = host.open(path).map_err(at(path))?;
    let bytes = file.len();
    let length = usize::try_from(bytes).ok().filter(|length| *length <= validation::record::LARGEST);
    let length = length.ok_or(RecordError::TooLarge { bytes })?;
    let mut read = vec![0; length];
    file.read_at(0, &mut read).map_err(|error| RecordError::Unreadable { what: error.to_string() })?;
    Ok(Record::from_json(&read)?)
}

/// Judges a record again, under the profile's trust: under a policy, and about a moment; by default the one it was about.
///
/// # Errors
/// [`Error::Profile`].
pub fn judge(
    record: Record,
    profile: &Profile,
    policy: Policy,
    about: Option<Time>,
) -> Result<Examined, Error> {
    let judge = Judge::under(profile, policy)?;
    let about = about.unwrap_or(record.validation_time);
    Ok(Examined::again(record, judge, about))
}
