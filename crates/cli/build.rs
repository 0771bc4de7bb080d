//! How the program is linked where it starts quickly: in a small signing, starting is a third of the work.

use std::path::Path;
use std::process::Command;

/// What a start runs through, in that order; made by scripts/order. Names that are not there any more are passed over.
const FUNCTIONS: &str = "functions.txt";

/// The kind of computer whose compiler links with LLD by itself.
const ORDERED: &str = "x86_64-unknown-linux-gnu";

fn main() {
    let target = |name| std::env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        // The unwinder inside: one library less to be looked for. Only here, where nothing else that is loaded unwinds.
        println!("cargo:rustc-link-lib=static:-bundle=gcc_eh");
        if packed_relocations() {
            println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
        if shipped() && orders_functions() {
            let list = Path::new(env!("CARGO_MANIFEST_DIR")).join(FUNCTIONS);
            let list = format!("--symbol-ordering-file={}", list.display());
            // Each by itself: a folder's name may have a comma, at which -Wl would part it.
            for argument in [list.as_str(), "--no-warn-symbol-ordering"] {
                println!("cargo:rustc-link-arg-bins=-Xlinker");
                println!("cargo:rustc-link-arg-bins={argument}");
            }
        }
    }
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={FUNCTIONS}");
}

/// Whether the loader of this system reads packed relocations (glibc from 2.36). A program for another system keeps to the
/// usual ones.
fn packed_relocations() -> bool {
    if std::env::var_os("HOST") != std::env::var_os("TARGET") {
        return false;
    }
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let version = said.trim().strip_prefix("glibc ").and_then(|version| version.split_once('.'));
    let number = |text: &str| text.parse::<u32>().ok();
    version.and_then(|(major, minor)| Some((number(major)?, number(minor)?))).is_some_and(|it| it >= (2, 36))
}

/// Whether it is optimised: elsewhere functions have other names.
fn shipped() -> bool {
    std::env::var("PROFILE").is_ok_and(|profile| profile == "release")
}

/// Whether the linker takes a list of functions. LLD does, which is the compiler's own choice for this kind of computer
/// where it came with it: a distribution may have left it out, and another linker would not go on. Where somebody chose the
/// linker, it has to be LLD by name.
fn orders_functions() -> bool {
    let said = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let chosen = std::env::var_os("RUSTC_LINKER").is_some() || said.contains("link");
    let takes_it = if chosen { said.contains("-fuse-ld=lld") } else { has_lld() };
    takes_it && std::env::var("TARGET").is_ok_and(|target| target == ORDERED)
}

/// Whether the compiler came with an LLD of its own.
fn has_lld() -> bool {
    let Some(compiler) = std::env::var_os("RUSTC") else { return false };
    let said = Command::new(compiler).args(["--print", "sysroot"]).output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    Path::new(said.trim()).join("lib/rustlib").join(ORDERED).join("bin/gcc-ld/ld.lld").is_file()
}
