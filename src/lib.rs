//! mailcheck says why this machine cannot talk to a mail server, whose fault it is, and what to do next.

pub mod cli;
pub mod codes;
pub mod escape;
pub mod facts;
pub mod failure;
pub mod finding;
pub mod net;
pub mod plan;
pub mod probe;
pub mod report;
pub mod service;
pub mod target;
pub mod wire;
pub mod words;
