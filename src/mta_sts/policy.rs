//! The policy itself: `https://mta-sts.DOMAIN/.well-known/mta-sts.txt` (RFC 8461 section 3.2).
//!
//! Lines end with CRLF or LF (erratum 6253), `max_age` has up to ten digits (erratum 7282), keys stand in any order, and
//! those that nobody knows are passed over.

use super::lines::BLANKS;
use super::pattern::Pattern;
use super::spelling::meant;
use super::{Fault, Key, MAX_POLICY, Mistake, Mistakes};

/// A policy that senders can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What senders do where a server does not keep to it.
    pub mode: Mode,
    /// Who may take the domain's mail. What is no pattern is left out, be it all of them.
    pub patterns: Vec<Pattern>,
    /// How long senders keep it, in seconds.
    pub max_age: u64,
}

/// What senders do where a server does not keep to the policy (RFC 8461 section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// They do not deliver there.
    Enforce,
    /// They deliver, and report it.
    Testing,
    /// There is no policy any more.
    None,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Enforce, Self::Testing, Self::None];

    /// As it stands in the policy.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enforce => "enforce",
            Self::Testing => "testing",
            Self::None => "none",
        }
    }
}

/// What a document comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The policy; none where senders have to do as if there were no document.
    pub policy: Option<Policy>,
    /// What is wrong, also where the policy can be used all the same.
    pub mistakes: Vec<Mistake>,
}

/// Seconds of a year: the largest `max_age`.
const YEAR: u64 = 31_557_600;

/// Patterns that are kept of a policy.
const MAX_PATTERNS: usize = 64;

/// Reads a document.
pub fn read(bytes: &[u8]) -> Read {
    let mut reader = Reader::default();
    match text_of(bytes, &mut reader.mistakes) {
        Some(text) => reader.lines(text),
        None => {
            return Read {
                policy: None,
                mistakes: reader.mistakes.0,
            };
        }
    }
    reader.end()
}

/// The document as text, where it can be one.
fn text_of<'a>(bytes: &'a [u8], mistakes: &mut Mistakes) -> Option<&'a str> {
    let whole = |fault, mistakes: &mut Mistakes| {
        mistakes.add(fault, 1, 1, "");
        None
    };
    if bytes.len() > MAX_POLICY {
        return whole(Fault::TooLarge, mistakes);
    }
    if bytes.trim_ascii().is_empty() {
        return whole(Fault::Empty, mistakes);
    }
    if is_web_page(bytes) {
        return whole(Fault::WebPage, mistakes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.split(|&byte| byte == b'\n').count();
            let start = before.iter().rposition(|&byte| byte == b'\n');
            let start = start.map_or(0, |place| place + 1);
            let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
            mistakes.add(Fault::Encoding, line, column, "");
            None
        }
    }
}

/// A provider's error page, a catch-all site.
fn is_web_page(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.contains("<!doctype html") || head.contains("<html") || head.contains("<head")
}

/// A field: its value, and where that stands.
#[derive(Clone, Debug)]
struct Field {
    value: String,
    line: usize,
    column: usize,
}

#[derive(Debug, Default)]
struct Reader {
    version: Option<Field>,
    mode: Option<Field>,
    max_age: Option<Field>,
    mx: Vec<Field>,
    misspelt: Vec<Key>,
    mistakes: Mistakes,
    lines: usize,
}

impl Read {
    /// Whether some senders use the policy and some may pass over all of it.
    pub fn is_doubtful(&self) -> bool {
        let whole = |mistake: &Mistake| match mistake.fault {
            // Senders pass over these lines alone.
            Fault::Misspelt(_) | Fault::MxAddress | Fault::MxStar | Fault::MxNoName => false,
            Fault::Several
            | Fault::Version
            | Fault::Misplaced
            | Fault::IdMissing
            | Fault::IdMalformed
            | Fault::FieldMalformed
            | Fault::RuaMissing
            | Fault::RuaMalformed
            | Fault::TooLarge
            | Fault::Empty
            | Fault::WebPage
            | Fault::Encoding
            | Fault::ByteOrderMark
            | Fault::NoColon
            | Fault::BlankLine
            | Fault::Twice(_)
            | Fault::Missing(_)
            | Fault::VersionUnknown
            | Fault::ModeUnknown
            | Fault::MaxAgeNoNumber
            | Fault::MaxAgeTooLarge => true,
        };
        self.policy.is_some() && self.mistakes.iter().any(whole)
    }
}

impl Reader {
    fn lines(&mut self, text: &str) {
        let mut text = text;
        if let Some(rest) = text.strip_prefix('\u{feff}') {
            self.mistakes.add(Fault::ByteOrderMark, 1, 1, "");
            text = rest;
        }
        let all: Vec<&str> = text.split('\n').collect();
        let blank = |line: &str| line.trim().is_empty();
        let last = all.iter().rposition(|line| !blank(line)).unwrap_or(0);
        for (place, line) in all.iter().take(last + 1).enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            self.lines = place + 1;
            if line.trim().is_empty() {
                self.mistakes.add(Fault::BlankLine, self.lines, 1, "");
            } else {
                self.line(line);
            }
        }
    }

    fn line(&mut self, line: &str) {
        let Some((key, rest)) = line.split_once(':') else {
            self.mistakes.add(Fault::NoColon, self.lines, 1, line);
            return;
        };
        let value = rest.trim_start_matches(BLANKS);
        let before = key.chars().count() + 1 + rest[..rest.len() - value.len()].chars().count();
        let field = Field {
            value: value.trim_end_matches(BLANKS).to_owned(),
            line: self.lines,
            column: before + 1,
        };
        match Key::ALL.into_iter().find(|known| known.name() == key) {
            Some(known) => self.field(known, field),
            None => self.unknown(key),
        }
    }

    fn field(&mut self, key: Key, field: Field) {
        let place = match key {
            Key::Mx => {
                if self.mx.len() < MAX_PATTERNS {
                    self.mx.push(field);
                }
                return;
            }
            Key::Version => &mut self.version,
            Key::Mode => &mut self.mode,
            Key::MaxAge => &mut self.max_age,
        };
        match place {
            // RFC 8461 section 3.2: the first counts.
            Some(_) => self
                .mistakes
                .add(Fault::Twice(key), field.line, 1, &field.value),
            None => *place = Some(field),
        }
    }

    /// A key that nobody knows is passed over, as extensions have to be; one that looks like a slip is told.
    fn unknown(&mut self, key: &str) {
        if let Some(meant) = meant(key) {
            self.misspelt.push(meant);
            self.mistakes
                .add(Fault::Misspelt(meant), self.lines, 1, key);
        }
    }

    fn end(mut self) -> Read {
        let bom = self
            .mistakes
            .0
            .iter()
            .any(|one| one.fault == Fault::ByteOrderMark);
        let version = self.version();
        let mode = self.mode();
        let max_age = self.max_age();
        let patterns = self.patterns(mode);
        let policy = match (version, mode, max_age, patterns) {
            // The mark is a part of the first key, so that senders do not find the version.
            (Some(()), Some(mode), Some(max_age), Some(patterns)) if !bom => Some(Policy {
                mode,
                patterns,
                max_age,
            }),
            _ => None,
        };
        Read {
            policy,
            mistakes: self.mistakes.0,
        }
    }

    /// A key that is not there; where it is only misspelt, that is told already.
    fn missing(&mut self, key: Key) {
        if !self.misspelt.contains(&key) {
            self.mistakes
                .add(Fault::Missing(key), self.lines + 1, 1, "");
        }
    }

    fn version(&mut self) -> Option<()> {
        let Some(field) = self.version.take() else {
            self.missing(Key::Version);
            return None;
        };
        if field.value == "STSv1" {
            return Some(());
        }
        self.at(Fault::VersionUnknown, &field);
        None
    }

    fn mode(&mut self) -> Option<Mode> {
        let Some(field) = self.mode.take() else {
            self.missing(Key::Mode);
            return None;
        };
        let mode = Mode::ALL
            .into_iter()
            .find(|mode| mode.name() == field.value);
        if mode.is_none() {
            self.at(Fault::ModeUnknown, &field);
        }
        mode
    }

    fn max_age(&mut self) -> Option<u64> {
        let Some(field) = self.max_age.take() else {
            self.missing(Key::MaxAge);
            return None;
        };
        let digits = !field.value.is_empty() && field.value.bytes().all(|one| one.is_ascii_digit());
        if !digits {
            self.at(Fault::MaxAgeNoNumber, &field);
            return None;
        }
        // Some senders take it for a year, and some refuse the policy.
        match field.value.parse::<u64>() {
            Ok(seconds) if seconds <= YEAR && field.value.len() <= 10 => Some(seconds),
            Ok(_) | Err(_) => {
                self.at(Fault::MaxAgeTooLarge, &field);
                Some(YEAR)
            }
        }
    }

    /// The patterns; `None` where there has to be one. Where each is wrong, senders hold to a policy that fits no host.
    fn patterns(&mut self, mode: Option<Mode>) -> Option<Vec<Pattern>> {
        let fields = std::mem::take(&mut self.mx);
        let mut patterns = Vec::new();
        for field in &fields {
            match Pattern::parse(&field.value) {
                Ok(pattern) => patterns.push(pattern),
                Err(fault) => self.at(fault, field),
            }
        }
        if fields.is_empty() && mode != Some(Mode::None) {
            self.missing(Key::Mx);
            return None;
        }
        Some(patterns)
    }

    fn at(&mut self, fault: Fault, field: &Field) {
        self.mistakes
            .add(fault, field.line, field.column, &field.value);
    }
}

#[cfg(test)]
mod tests;
