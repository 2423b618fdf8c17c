//! Parse, run, exit code: nothing else.

use std::process::ExitCode;

/// The allocator of musl has one lock for all threads; the released binaries for Linux are linked with musl.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    mailcheck::main(std::env::args_os())
}
