//! Links the unwinder into the program where it would be a library of its own: one less to be looked for at every start.
//! Only here, where nothing else that is loaded unwinds.

fn main() {
    let target = |name| std::env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo:rustc-link-lib=static:-bundle=gcc_eh");
    }
    println!("cargo:rerun-if-changed=build.rs");
}
