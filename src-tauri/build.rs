//! Prepares the Tauri build: the sources stand in `src-tauri/`, manifest and configuration one floor up.

use std::process::ExitCode;

fn main() -> ExitCode {
    let attributes =
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/*.json");
    match tauri_build::try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
