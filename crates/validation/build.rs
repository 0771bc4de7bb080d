//! Puts the policies that come with the program into a form that is read quickly: what they say stays in their TOML.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    for name in ["everyday", "auditor"] {
        let path = format!("policies/{name}.toml");
        println!("cargo:rerun-if-changed={path}");
        let policy: toml::Table = toml::from_str(&std::fs::read_to_string(&path)?)?;
        std::fs::write(Path::new(&out).join(format!("{name}.json")), serde_json::to_vec(&policy)?)?;
    }
    Ok(())
}
