//! As much of YAML as a file of settings needs: maps of maps and texts, each with its place. Anchors, aliases and tags are
//! refused; nothing here wants them, and aliases of aliases are how a small file becomes a large one.

use saphyr_parser::{Event, Marker, Parser};

use crate::args;
use crate::serve::wrong::{Place, Wrong};
use crate::words::Sentence;

/// Maps within maps.
const DEPTH: usize = 16;

/// A value and where it begins.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) at: Place,
    pub(super) value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    /// Whatever is written without brackets, as text. Nothing written is the empty text.
    Text(String),
    /// Key, its place, value.
    Map(Vec<(String, Place, Node)>),
    /// A list, which no setting is.
    Other,
}

/// Reads the one document of `text`; `None` where nothing is in it.
pub(super) fn read(text: &str) -> Result<Option<Node>, Wrong> {
    let mut events = Events(Parser::new_from_str(text));
    let mut root = None;
    loop {
        match events.next()? {
            (Event::StreamEnd, _) => return Ok(root),
            (
                Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd,
                _,
            ) => {}
            (_, at) if root.is_some() => return Err(broken(at, "a second document")),
            (event, at) => root = Some(events.node(event, at, 0)?),
        }
    }
}

struct Events<'t>(Parser<'t, saphyr_parser::StrInput<'t>>);

impl<'t> Events<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Place), Wrong> {
        match self.0.next_event() {
            Some(Ok((event, span))) => Ok((event, place(span.start))),
            Some(Err(error)) => Err(broken(place(*error.marker()), error.info())),
            None => Ok((Event::StreamEnd, Place { line: 1, column: 1 })),
        }
    }

    fn node(&mut self, event: Event<'t>, at: Place, depth: usize) -> Result<Node, Wrong> {
        if depth > DEPTH {
            return Err(broken(at, "too many levels"));
        }
        let value = match event {
            Event::Scalar(text, _, 0, None) => Value::Text(match text.as_ref() {
                "~" | "null" => String::new(),
                other => other.to_owned(),
            }),
            Event::MappingStart(0, None) => self.map(depth)?,
            Event::SequenceStart(0, None) => self.list(depth)?,
            Event::Scalar(..) | Event::MappingStart(..) | Event::SequenceStart(..) => {
                return Err(broken(at, "an anchor or a tag"));
            }
            Event::Alias(_) => return Err(broken(at, "an alias")),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::SequenceEnd
            | Event::MappingEnd => return Err(broken(at, "an end without a beginning")),
        };
        Ok(Node { at, value })
    }

    fn map(&mut self, depth: usize) -> Result<Value, Wrong> {
        let mut entries: Vec<(String, Place, Node)> = Vec::new();
        loop {
            let (key, at) = self.next()?;
            let key = match key {
                Event::MappingEnd => return Ok(Value::Map(entries)),
                Event::Scalar(key, _, 0, None) => key.into_owned(),
                _ => return Err(broken(at, "a key that is no text")),
            };
            if entries.iter().any(|(other, ..)| *other == key) {
                return Err(broken(at, "a key for the second time"));
            }
            let (event, value_at) = self.next()?;
            let node = self.node(event, value_at, depth + 1)?;
            entries.push((key, at, node));
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Wrong> {
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::Other),
                (event, at) => drop(self.node(event, at, depth + 1)?),
            }
        }
    }
}

fn place(marker: Marker) -> Place {
    Place {
        line: marker.line(),
        column: marker.col() + 1,
    }
}

/// In the words of the library or in ours, for whoever writes YAML.
fn broken(place: Place, why: &str) -> Wrong {
    Wrong {
        place,
        why: Sentence {
            id: "serve-syntax",
            args: args! { "why" => why },
        },
    }
}
