//! How fast a list is: the binary against our own servers on loopback, and against whoever does no more than it must.
//!
//! `cargo bench --bench many` prints one table, and `-- refused dns` only these parts of it (`table::PARTS`); `MANY_FULL=1` has
//! the long lists as long as they are to be. CPU times are
//! those of the children alone: the servers run in this process. The limits are for a quiet machine.

#![cfg_attr(
    target_os = "linux",
    expect(
        clippy::disallowed_methods,
        clippy::print_stdout,
        clippy::cast_precision_loss,
        reason = "a benchmark has servers and clients of its own, and says what it measured"
    )
)]

#[cfg(target_os = "linux")]
mod bare;
#[cfg(target_os = "linux")]
mod blackbox;
#[cfg(target_os = "linux")]
mod cost;
#[cfg(target_os = "linux")]
mod lookups;
#[cfg(target_os = "linux")]
mod names;
#[cfg(target_os = "linux")]
mod server;
#[cfg(target_os = "linux")]
#[path = "../../tests/support/mod.rs"]
mod support;
#[cfg(target_os = "linux")]
mod table;

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        // This process is the bare client of another one.
        Some("--bare-sessions") => bare::sessions(&arguments[1..]),
        Some("--bare-questions") => bare::questions(&arguments[1..]),
        // This one is the program's resolver.
        Some("--lookups") => lookups::all(&arguments[1..]),
        Some(_) | None => {
            // Whoever runs benches says so (`--bench`); what is no option names a part of the table.
            let named: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let named: Vec<&str> = named
                .into_iter()
                .filter(|word| !word.starts_with('-'))
                .collect();
            table::print(&named);
        }
    }
}
