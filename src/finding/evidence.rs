//! Why we think so, and where on the path the cause sits.

use std::net::IpAddr;

use crate::words::Sentence;

/// A reason to think so: facts, by their place. How they are said is the report's matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// How these checks failed.
    Failures(Vec<usize>),
    /// What was seen of checks besides.
    Seen(Vec<Sight>),
    /// How far packets came: places in [`crate::facts::Facts::sweeps`].
    Paths(Vec<usize>),
    /// How far echo requests came: places in [`crate::facts::Facts::echoes`].
    Echoes(Vec<usize>),
    /// What resolvers said: places in [`crate::facts::Facts::dns`].
    Exchanges(Vec<usize>),
    /// Packets that this machine's own filter dropped, as its kernel counted them.
    OwnDrops,
    /// Anything else.
    Said(Sentence),
}

/// What was seen of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// The check, by id.
    pub check: usize,
    /// What was seen; the report adds `address`, `ports` and their `count`.
    pub sentence: Sentence,
}

impl Evidence {
    /// The ids of the sentences that it is said with, as scenarios name them.
    pub fn ids(&self) -> Vec<&'static str> {
        match self {
            Self::Failures(_) => vec!["evidence-failure"],
            Self::Seen(sights) => sights.iter().map(|sight| sight.sentence.id).collect(),
            Self::Paths(_) => vec!["evidence-path"],
            Self::Echoes(_) => vec!["evidence-echo"],
            Self::Exchanges(_) => vec!["evidence-dns"],
            Self::OwnDrops => vec!["evidence-own-drops"],
            Self::Said(sentence) => vec![sentence.id],
        }
    }
}

impl From<Sentence> for Evidence {
    fn from(sentence: Sentence) -> Self {
        Self::Said(sentence)
    }
}

/// Where on the path the cause sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// Counted from this machine, the first router is 1.
    pub hop: Option<u8>,
    /// The router or host there.
    pub address: Option<IpAddr>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// How sure a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// There.
    At,
    /// There, or between there and the next.
    AtOrAfter,
}

impl Certainty {
    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::AtOrAfter => "at-or-after",
        }
    }
}
