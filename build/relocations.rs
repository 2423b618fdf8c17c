//! Packs the addresses that the program has to adjust when it starts (`DT_RELR`).
//!
//! A program that runs wherever the system puts it has some ten thousand of them, most in tables of sentences and codes. Each
//! takes 24 bytes in the usual form, all of which are read before `main`; packed they take some tenth of a percent of that.
//! Linkers of before 2022 do not know how, nor do loaders (glibc before 2.36, musl before 1.2.4), and some linkers pack
//! and do not tell the loader. So it is tried, as the program itself will be linked, and left alone where it does not work.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const PACKED: &str = "-Wl,-z,pack-relative-relocs";

/// Tells the linker, where a program that was linked so runs here.
pub(super) fn pack() {
    println!("cargo::rerun-if-changed=build/relocations.rs");
    let is = |name: &str, value: &str| env::var(name).as_deref() == Ok(value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("PROFILE", "release") && works() == Some(true) {
        println!("cargo::rustc-link-arg-bins={PACKED}");
    }
}

/// `None` where nothing can be linked or run at all, as for another kind of processor.
fn works() -> Option<bool> {
    let out = PathBuf::from(env::var_os("OUT_DIR")?);
    let program = out.join("relocations");
    let mut compiler = Command::new(env::var_os("RUSTC")?)
        .args(["--crate-name=relocations", "--crate-type=bin", "-"])
        .arg("--target")
        .arg(env::var_os("TARGET")?)
        .args(flags())
        .arg(format!("-Clink-arg={PACKED}"))
        .arg("-o")
        .arg(&program)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // The standard library has plenty of addresses.
    let source = b"fn main() { println!(\"{:?}\", std::env::args()); }";
    compiler.stdin.take()?.write_all(source).ok()?;
    if !compiler.wait().ok()?.success() {
        return None;
    }
    let output = Command::new(program).output().ok()?;
    Some(output.status.success())
}

/// What the compiler is told for every crate, with the linker that was chosen.
fn flags() -> Vec<OsString> {
    let encoded = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let flags = encoded.split('\x1f').filter(|flag| !flag.is_empty());
    let linker = env::var("RUSTC_LINKER").map(|linker| format!("-Clinker={linker}"));
    flags
        .map(OsString::from)
        .chain(linker.ok().map(OsString::from))
        .collect()
}
