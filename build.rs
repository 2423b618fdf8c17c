//! Tells `mailcheck --version` what it was built from: what cannot be found out is left out, and no build fails for it. Writes
//! the indexes of the locale files, and has the release build start sooner.

#[path = "build/locales.rs"]
mod locales;
#[path = "build/relocations.rs"]
mod relocations;
#[path = "build/windows.rs"]
mod windows;

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    locales::write_indexes();
    if env::var_os("CARGO_CFG_WINDOWS").is_some() {
        windows::add_resources();
    }
    relocations::pack();
    tell("TARGET", env::var("TARGET").ok());
    let compiler =
        env::var_os("RUSTC").and_then(|rustc| first_line(Command::new(rustc).arg("--version")));
    tell("COMPILER", compiler);
    commit();
}

/// The commit and its date, not the date of the build: the same sources make the same binary.
fn commit() {
    // A crate's archive may lie somewhere below another project's checkout.
    if git(&["rev-parse", "--show-prefix"]).as_deref() != Some("") {
        return;
    }
    // A commit moves the branch, and another branch moves HEAD. The log of HEAD has both, where one is kept.
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]);
    for name in ["HEAD", "logs/HEAD", "packed-refs"]
        .into_iter()
        .chain(branch.as_deref())
    {
        let path = git(&["rev-parse", "--git-path", name]);
        // One that is not there would count as changed every time.
        if let Some(path) = path.filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    tell("COMMIT", git(&["rev-parse", "--short=12", "HEAD"]));
    tell("DATE", git(&["show", "--no-patch", "--format=%cs", "HEAD"]));
}

fn tell(what: &str, value: Option<String>) {
    if let Some(value) = value {
        println!("cargo::rustc-env=MAILCHECK_BUILD_{what}={value}");
    }
}

fn git(args: &[&str]) -> Option<String> {
    first_line(Command::new("git").args(args))
}

/// What a command that succeeds says. A build script runs in the directory of Cargo.toml.
fn first_line(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.lines().next().unwrap_or_default().to_owned())
}
