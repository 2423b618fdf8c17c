//! The questions.

pub mod mx;
pub mod name;
