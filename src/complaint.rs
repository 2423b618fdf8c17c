//! What is said on standard error, and the errors that end a run: one sentence each, in the language of the reader.

use std::io::{self, Write};

use crate::escape;
use crate::net::OpenError;
use crate::output::OutputError;
use crate::words::{self, Said, Sentence, Words};

/// One sentence on standard error. Where even that cannot be written, the exit code has to do.
pub(crate) fn complain(sentence: &str, unicode: bool) {
    let _ = writeln!(io::stderr(), "mailcheck: {}", shown(sentence, unicode));
}

/// A sentence as a terminal may have it.
pub(crate) fn shown(sentence: &str, unicode: bool) -> String {
    escape::as_shown(escape::terminal(sentence), unicode)
}

/// What is wrong with what was typed, for exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct UsageProblem(pub(crate) Sentence);

impl UsageProblem {
    /// The problem that an error is.
    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands on")]
    pub(crate) fn new(error: impl Said) -> Self {
        Self(error.said())
    }
}

/// What stood in the way of a fleet, for exit code 3.
#[cfg(feature = "nats")]
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Trouble(pub(crate) Sentence);

/// An error in the language of the reader, with what the system said behind it.
pub(crate) fn told(error: &anyhow::Error, words: &Words) -> String {
    let usage = error
        .downcast_ref::<UsageProblem>()
        .map(|problem| problem.0.clone());
    let opening = || error.downcast_ref::<OpenError>().map(Said::said);
    let output = || error.downcast_ref::<OutputError>().map(Said::said);
    let said = usage.or_else(opening).or_else(output);
    #[cfg(feature = "nats")]
    let said = said.or_else(|| error.downcast_ref().map(|Trouble(said)| said.clone()));
    if let Some(said) = said {
        return said.told(words);
    }
    let cause = error.root_cause();
    let cause = match cause.downcast_ref::<io::Error>() {
        Some(error) => words::of_file(error).told(words),
        None => cause.to_string(),
    };
    match error.downcast_ref::<Sentence>() {
        Some(said) => format!("{}: {cause}", said.told(words)),
        None => cause,
    }
}
