//! What is wrong with a file of settings, and where.

use std::path::Path;

use crate::args;
use crate::words::Sentence;

/// A place in a file, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line.
    pub(super) line: usize,
    /// The character in it.
    pub(super) column: usize,
}

impl Place {
    /// The place of a byte of `text`.
    pub(super) fn of_byte(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
        }
    }
}

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Where.
    pub(super) place: Place,
    /// What.
    pub(super) why: Sentence,
}

impl Wrong {
    /// The same with the name of the file.
    pub(super) fn in_file(self, path: &Path) -> Sentence {
        Sentence {
            id: "serve-file",
            args: args! {
                "path" => path.display().to_string(),
                "line" => self.place.line.to_string(),
                "column" => self.place.column.to_string(),
                "why" => self.why,
            },
        }
    }
}
