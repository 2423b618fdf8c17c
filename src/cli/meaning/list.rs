//! The targets of a list as the command line means them, and the lines that are none.

use std::cell::{Cell, RefCell};
use std::io;
use std::path::{Path, PathBuf};

use futures_util::stream::{self, Stream};

use super::{Meaning, UsageError};
use crate::cli::CheckArgs;
use crate::list::{self, Entry, Line, List};
use crate::plan::Plan;
use crate::resume;
use crate::target::Target;
use crate::words::{self, Said, Sentence, Value};
use crate::{args, said_errors};

/// Why there is no list to begin with.
#[derive(Debug)]
pub enum ListError {
    /// The options mean nothing.
    Usage(UsageError),
    /// The file cannot be opened.
    Unreadable(PathBuf, io::Error),
}

said_errors!(ListError);

impl Said for ListError {
    fn said(&self) -> Sentence {
        match self {
            Self::Usage(error) => error.said(),
            Self::Unreadable(path, error) => Sentence {
                id: "usage-list-unreadable",
                args: args! { "path" => path.display().to_string(), "why" => words::of_file(error) },
            },
        }
    }
}

/// The list of `--targets`, or none.
pub struct Targets<'a> {
    meaning: Meaning<'a>,
    list: Option<(&'a Path, List)>,
}

impl<'a> Targets<'a> {
    /// Opens the list that the command line names.
    pub fn open(args: &'a CheckArgs, plan: &'a Plan) -> Result<Self, ListError> {
        let opened = args.list.as_deref().map(|path| {
            let list = List::open(path);
            let list = list.map_err(|error| ListError::Unreadable(path.to_owned(), error))?;
            Ok((path, list))
        });
        Ok(Self {
            meaning: Meaning::new(args, plan).map_err(ListError::Usage)?,
            list: opened.transpose()?,
        })
    }

    /// A fingerprint of everything that says how a target is asked.
    pub fn options(&self) -> String {
        resume::fingerprint(&self.meaning.options())
    }

    /// How many targets the list has at the most, where that is soon seen.
    pub fn count(&self) -> Option<u64> {
        self.list.as_ref().and_then(|(path, _)| list::count(path))
    }

    /// The list as it is read; `complain` hears of every line that is no target.
    pub fn read<C: Fn(&Sentence)>(self, complain: C) -> Reading<'a, C> {
        let (path, list) = self.list.unzip();
        let path = path.filter(|path| path.as_os_str() != "-");
        Reading {
            meaning: self.meaning,
            path: path.map(|path| path.display().to_string()),
            list: RefCell::new(list),
            complain,
            bad: Cell::new(0),
        }
    }
}

/// A list that is being read.
pub struct Reading<'a, C> {
    meaning: Meaning<'a>,
    /// `None` for standard input.
    path: Option<String>,
    list: RefCell<Option<List>>,
    complain: C,
    bad: Cell<u32>,
}

impl<C: Fn(&Sentence)> Reading<'_, C> {
    /// Its targets, as they come. Only the first who asks gets them.
    pub fn targets(&self) -> impl Stream<Item = Target> {
        let list = self.list.borrow_mut().take();
        stream::unfold(list, async |list| {
            let mut list = list?;
            loop {
                let Line { number, entry } = list.next().await?;
                match self.target(number, entry) {
                    Ok(target) => return Some((target, Some(list))),
                    Err(said) => {
                        self.bad.set(self.bad.get() + 1);
                        (self.complain)(&said);
                    }
                }
            }
        })
    }

    /// How many lines were no targets, in a sentence; `None` where all were.
    pub fn bad_lines(&self) -> Option<Sentence> {
        let count = self.bad.get();
        (count > 0).then(|| Sentence {
            id: "list-bad-lines",
            args: args! { "path" => self.name(), "count" => count },
        })
    }

    fn target(&self, number: u64, entry: Entry) -> Result<Target, Sentence> {
        let why = match entry {
            Entry::Typed(typed) => match self.meaning.of(&typed) {
                Ok(target) => {
                    let line = Some(number);
                    return Ok(Target { line, ..target });
                }
                Err(error) => error.said(),
            },
            Entry::TooLong => words::plain_sentence("list-too-long"),
            Entry::NoText => words::plain_sentence("list-no-text"),
            Entry::Broken(error) => {
                return Err(self.at("list-broken", number, words::of_file(&error)));
            }
        };
        Err(self.at("list-line", number, why))
    }

    fn name(&self) -> Value {
        match &self.path {
            Some(path) => path.as_str().into(),
            None => words::plain_sentence("list-standard-input").into(),
        }
    }

    fn at(&self, id: &'static str, number: u64, why: Sentence) -> Sentence {
        let args = args! { "path" => self.name(), "line" => number.to_string(), "why" => why };
        Sentence { id, args }
    }
}
