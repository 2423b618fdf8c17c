//! A fleet: many machines that share a list over a NATS server with JetStream.
//!
//! ```text
//! submit    a list → groups → chunks → the server's store, and an order for each chunk in its queue
//! work      an order → the chunk's targets → asked as a list is asked → results, stored; only then is the order acknowledged
//! collect   results → a file, each target once
//! status    what lies on the server → how far it is
//! reconcile what was submitted and has no result → the queue
//! ```
//!
//! The truth is what was submitted less what has a result. The queue can be lost and is filled again; a chunk that two machines
//! did has the result of the first. Nothing is counted that could come twice.

pub mod access;
pub mod chunk;
pub mod names;
pub mod piece;
pub mod state;
pub mod survey;

#[cfg(feature = "nats")]
mod collect;
#[cfg(feature = "nats")]
mod office;
#[cfg(feature = "nats")]
mod queue;
#[cfg(feature = "nats")]
mod status;
#[cfg(feature = "nats")]
mod submit;
#[cfg(feature = "nats")]
mod work;

#[cfg(feature = "nats")]
pub use self::office::{FleetError, Office, Told, run};
