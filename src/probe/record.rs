//! The record of one check's dialogue, bounded.

use std::time::Duration;

use tokio::time::Instant;

use crate::facts::{Direction, Line, Unasked, UnaskedKind};
use crate::wire::kept::{self, MAX_KEPT_DIALOGUE, MAX_KEPT_LINE, Room};
use crate::wire::{self, Text};

/// Of what came unasked, so much of each kind is kept.
const EACH_UNASKED: usize = 2;

/// What a line costs beside its text, where it is printed.
const AROUND: usize = 128;

/// The number in the tag of LOGOUT, behind those of two questions for capabilities and of STARTTLS.
const GOODBYE_TAG: u32 = 4;

/// Empty lines that are passed over; more of them are a flood.
const MAX_EMPTY: usize = 100;

/// What was said so far.
#[derive(Debug)]
pub struct Record {
    lines: Vec<Line>,
    unasked: Vec<Unasked>,
    empty_lines: usize,
    began: Instant,
    under_tls: bool,
    room: Room,
    left_out: usize,
    tags: u32,
}

impl Default for Record {
    fn default() -> Self {
        Self::new()
    }
}

impl Record {
    /// Begins now, in clear.
    pub fn new() -> Self {
        Self {
            lines: Vec::new(),
            unasked: Vec::new(),
            empty_lines: 0,
            began: Instant::now(),
            under_tls: false,
            room: Room::new(MAX_KEPT_DIALOGUE),
            left_out: 0,
            tags: 0,
        }
    }

    /// The same record, for what is said from now on through TLS.
    #[must_use]
    pub fn under_tls(self) -> Self {
        Self {
            under_tls: true,
            ..self
        }
    }

    /// The dialogue, line by line. Where lines are left out for want of room, a last one says how many bytes.
    pub fn lines(&self) -> Vec<Line> {
        let mark = kept::mark(self.left_out);
        let mark = Text::from(mark.as_bytes());
        let left_out = (self.left_out > 0).then(|| self.line(Direction::Received, mark));
        self.lines.iter().cloned().chain(left_out).collect()
    }

    /// The same, and what came without being asked for, of a record that is not gone on with.
    pub(super) fn into_parts(mut self) -> (Vec<Line>, Vec<Unasked>) {
        if self.left_out > 0 {
            let mark = Text::from(kept::mark(self.left_out).as_bytes());
            self.lines.push(self.line(Direction::Received, mark));
        }
        (self.lines, self.unasked)
    }

    /// What came without being asked for.
    pub fn all_unasked(&self) -> &[Unasked] {
        &self.unasked
    }

    /// How long ago it began.
    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    /// Adds what was said, a line each.
    pub(super) fn add(&mut self, direction: Direction, bytes: &[u8]) {
        for text in wire::each_line(bytes) {
            let cut = kept::text(text, MAX_KEPT_LINE);
            if self.left_out == 0 && self.room.take(AROUND, &cut.0) {
                let line = self.line(direction, cut);
                self.lines.push(line);
            } else {
                self.left_out += text.len();
            }
        }
    }

    /// Adds what nobody asked for. Whether it can be passed over: too many empty lines are no accident.
    pub(super) fn unasked(&mut self, kind: UnaskedKind, bytes: &[u8]) -> bool {
        let same = self.unasked.iter().filter(|other| other.kind == kind);
        if same.count() < EACH_UNASKED {
            let text = kept::text(bytes.trim_ascii_end(), MAX_KEPT_LINE);
            self.unasked.push(Unasked { kind, text });
        }
        self.empty_lines += usize::from(kind == UnaskedKind::EmptyLine);
        self.empty_lines < MAX_EMPTY
    }

    /// A tag for a command of IMAP: another one each time. The goodbye has the same in every dialogue, so that one reads
    /// like another whatever was left out before.
    pub(super) fn next_tag(&mut self, command: &str) -> String {
        if command == "LOGOUT" {
            return format!("a{GOODBYE_TAG}");
        }
        self.tags += 1;
        if self.tags == GOODBYE_TAG {
            self.tags += 1;
        }
        format!("a{}", self.tags)
    }

    fn line(&self, direction: Direction, text: Text) -> Line {
        Line {
            direction,
            at: self.began.elapsed(),
            under_tls: self.under_tls,
            text,
        }
    }
}
