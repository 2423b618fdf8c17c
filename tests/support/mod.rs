//! What the tests of the binary share.
#![expect(dead_code, reason = "each test binary uses a part of it")]

pub mod certificates;
pub mod fixtures;
pub mod run;
pub mod server;
pub mod transcript;
