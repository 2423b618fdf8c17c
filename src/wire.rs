//! Pure parsers of what comes over the wire. Three answers: done, need more, broken.

pub mod foreign;

/// What a server sent, word for word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<u8>);
