//! What the tests of the binary share.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::similar_names,
    clippy::disallowed_methods,
    reason = "each test binary uses a part of it, and the walls are for the program"
)]

pub mod certificates;
pub mod dns;
pub mod exporter;
pub mod fixtures;
pub mod mailhost;
#[cfg(target_os = "linux")]
pub mod monitored;
pub mod relay;
pub mod run;
pub mod server;
pub mod transcript;
