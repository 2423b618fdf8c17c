//! mailcheck says why this machine cannot talk to a mail server, whose fault it is, and what to do next.

pub mod codes;
pub mod escape;
pub mod wire;
pub mod words;
