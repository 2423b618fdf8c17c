//! Names of what lies on the server: surveys, chunks, subjects.
//!
//! A chunk has subjects of its own, a target has none: the server keeps every subject in memory
//! (nats-io/nats-server#6561, #8485), and a thousand chunks hold hundreds of thousands of targets.

use std::fmt;
use std::str::FromStr;

use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// The stream of what is to be done: a message a chunk, which is gone when it is acknowledged.
pub const WORK: &str = "MC_WORK";
/// The stream of what stays: surveys, chunks, and which of them are done.
pub const SURVEYS: &str = "MC_SURVEY";
/// The stream of results, in pieces.
pub const RESULTS: &str = "MC_RESULT";

/// The name of a survey: what a subject and a consumer of the server may be called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SurveyName(String);

/// A name that none can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSurveyName(String);

said_errors!(BadSurveyName);

impl Said for BadSurveyName {
    fn said(&self) -> Sentence {
        Sentence {
            id: "usage-fleet-survey",
            args: args! { "value" => self.0.as_str() },
        }
    }
}

impl FromStr for SurveyName {
    type Err = BadSurveyName;

    fn from_str(typed: &str) -> Result<Self, BadSurveyName> {
        let good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if (1..=64).contains(&typed.len()) && typed.bytes().all(good) {
            Ok(Self(typed.to_owned()))
        } else {
            Err(BadSurveyName(typed.to_owned()))
        }
    }
}

impl fmt::Display for SurveyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A chunk's name. It says what `status` has to know of a chunk, so that nobody has to read them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChunkName {
    /// Its place in the survey, from 0.
    pub number: u32,
    /// How many targets it has.
    pub targets: u32,
    /// Whether it goes on with the group of the chunk before it, and may not begin before that one has ended.
    pub follows: bool,
}

impl fmt::Display for ChunkName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let follows = if self.follows { "-f" } else { "" };
        write!(f, "{}-{}{follows}", self.number, self.targets)
    }
}

impl ChunkName {
    /// Reads what [`fmt::Display`] writes; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let name = Self {
            number: parts.next()?.parse().ok()?,
            targets: parts.next()?.parse().ok()?,
            follows: parts.next().is_some(),
        };
        (name.to_string() == text).then_some(name)
    }
}

/// What stays on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// How a survey is asked.
    Survey,
    /// That its list has been submitted to the end.
    Sealed,
    /// The targets of a chunk.
    Chunk,
    /// Where the results of a chunk are.
    Done,
    /// That a chunk was given up.
    Failed,
}

impl Kept {
    const fn word(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Sealed => "sealed",
            Self::Chunk => "chunk",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The subject of what there is once in a survey.
    pub fn of(self, survey: &SurveyName) -> String {
        format!("mc.{}.{survey}", self.word())
    }

    /// The subject of what there is once in a chunk.
    pub fn of_chunk(self, survey: &SurveyName, chunk: ChunkName) -> String {
        format!("mc.{}.{survey}.{chunk}", self.word())
    }

    /// Matches the subjects of all chunks.
    pub fn of_all(self, survey: &SurveyName) -> String {
        format!("mc.{}.{survey}.*", self.word())
    }
}

/// The subject of the order to do `chunk`.
pub fn order(survey: &SurveyName, chunk: ChunkName) -> String {
    format!("mc.work.{survey}.{chunk}")
}

/// Matches all orders of `survey`.
pub fn orders(survey: &SurveyName) -> String {
    format!("mc.work.{survey}.*")
}

/// The subject of all pieces of results.
pub fn pieces(survey: &SurveyName) -> String {
    format!("mc.result.{survey}")
}

/// Matches every survey.
pub const ALL_SURVEYS: &str = "mc.survey.*";

/// The last word of a subject.
pub fn last(subject: &str) -> &str {
    subject.rsplit('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_has_a_name_that_fits_into_a_subject() {
        for good in ["weekly", "2026-11-26", "a_B", "x"] {
            assert_eq!(good.parse::<SurveyName>().expect(good).to_string(), good);
        }
        let long = "a".repeat(65);
        for bad in ["", "a.b", "a b", "*", ">", "a/b", "é", "a\n", &long] {
            let error = bad.parse::<SurveyName>().expect_err(bad).to_string();
            assert!(error.contains("letters"), "{error}");
        }
    }

    #[test]
    fn the_name_of_a_chunk_is_read_as_it_was_written() {
        for follows in [false, true] {
            let name = ChunkName {
                number: 17,
                targets: 200,
                follows,
            };
            assert_eq!(ChunkName::read(&name.to_string()), Some(name));
        }
        for other in [
            "", "17", "17-", "17-x", "017-2", "17-2-g", "17-2-f-f", "-1-2",
        ] {
            assert_eq!(ChunkName::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_subject_ends_with_the_chunk() {
        let survey: SurveyName = "weekly".parse().expect("good");
        let chunk = ChunkName::read("17-200-f").expect("good");
        let subject = Kept::Done.of_chunk(&survey, chunk);
        assert_eq!(subject, "mc.done.weekly.17-200-f");
        assert_eq!(ChunkName::read(last(&subject)), Some(chunk));
        assert_eq!(order(&survey, chunk), "mc.work.weekly.17-200-f");
    }
}
