//! `--policy`, `--save-evidence`, `--evidence`, `--at`: by what is judged, and judging again.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use native::small_file;
use workflow::evidence;
use workflow::host::Time;
use workflow::policy::Policy;
use workflow::verify::Examined;

use crate::failure::Failure;
use crate::world::World;

/// By what files are judged.
#[derive(Debug, Args)]
pub struct Standing {
    #[arg(long, value_name = "NAME|FILE", default_value = "everyday", value_hint = ValueHint::FilePath)]
    pub policy: String,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["list", "evidence"])]
    pub save_evidence: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["files", "list"])]
    pub evidence: Option<PathBuf>,
    // What is required is not where it is in conflict with what was given: so that is said, too.
    #[arg(long, value_name = "TIME", requires = "evidence", conflicts_with_all = ["files", "list"])]
    pub at: Option<String>,
}

impl Standing {
    /// The policy: one of ours by its name, or a file.
    pub fn policy(&self) -> Result<Policy, Failure> {
        let fault =
            |detail: String| Failure::new("policy-file", &[("path", &self.policy), ("detail", &detail)]);
        match self.policy.as_str() {
            "auditor" => Ok(Policy::auditor()),
            "everyday" => Ok(Policy::everyday()),
            path => {
                let text = small_file::text(path.as_ref());
                let text = text.map_err(|error| Failure::of_file("policy-file", path.as_ref(), &error))?;
                Policy::from_toml(&text).map_err(|error| fault(error.to_string()))
            }
        }
    }

    /// Judges again what was saved.
    pub fn again(&self, path: &Path, world: &World) -> Result<Examined, Failure> {
        let about = self
            .at
            .as_deref()
            .map(|text| text.parse::<Time>().map_err(|_| Failure::new("time-form", &[("at", text)])));
        let record = evidence::open(&*world.machine, path)?;
        Ok(evidence::judge(record, &world.profile, self.policy()?, about.transpose()?)?)
    }
}
