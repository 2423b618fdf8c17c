//! Pure parsers of what comes over the wire. Three answers: done, need more, broken.
//!
//! `Ok(Some((value, used)))` is a finished value and the number of bytes it took; the leftover belongs to the caller.
//! `Ok(None)` asks for more bytes. `Err(Malformed)` says that no further byte can mend it. An answer, once given, stays:
//! more bytes behind a finished or a broken value change neither.
//!
//! Bytes are kept word for word. A deviation whose meaning is clear (a bare LF, 8-bit text, a missing text) is kept
//! and at most flagged: a tool that looks for what is wrong with a server must be able to show it.

pub mod caller;
pub mod charset;
pub(crate) mod der;
pub mod foreign;
pub mod imap;
pub mod kept;
pub mod ocsp;
pub mod pop3;
pub mod proxy;
pub mod smtp;
pub mod tls_flight;
pub mod tls_record;
pub mod tls_suites;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

/// The longest line that is read, in bytes, its ending included.
///
/// RFC 5321 4.5.3.1.5 allows 512, RFC 2449 4 the same; IMAP servers send capability lines of a kilobyte and more.
pub const MAX_LINE: usize = 8 * 1024;

/// The longest reply that is read, in bytes, all lines and their endings included.
pub const MAX_REPLY: usize = 64 * 1024;

/// Text from a server, word for word, without its line ending.
///
/// It has no `Display`: what a server says is shown through [`crate::escape`] only.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Text(
    /// The bytes, in whatever encoding the server chose.
    pub Vec<u8>,
);

impl Text {
    /// The text as UTF-8, with a replacement character for what is none. Not yet fit for a terminal.
    pub fn to_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }

    /// The text for its meaning, in the encoding that it is most likely in.
    pub fn read(&self) -> Cow<'_, str> {
        charset::read(&self.0)
    }

    /// Compares without regard to the case of ASCII letters.
    pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        self.0.eq_ignore_ascii_case(other.as_bytes())
    }

    /// Whether the text begins with `prefix`, without regard to the case of ASCII letters.
    pub fn starts_with_ignore_ascii_case(&self, prefix: &str) -> bool {
        starts_with_ignore_ascii_case(&self.0, prefix)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\"{}\"", self.0.escape_ascii())
    }
}

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<&[u8]> for Text {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

/// Why bytes can no longer become what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// No line ending within [`MAX_LINE`] bytes.
    #[error("a line is longer than {MAX_LINE} bytes")]
    LineTooLong,
    /// No end of the reply within [`MAX_REPLY`] bytes.
    #[error("a reply is longer than {MAX_REPLY} bytes")]
    ReplyTooLong,
    /// A complete line that the protocol has no place for. [`foreign::identify`] may know whose it is.
    #[error("not a reply: {line:?}")]
    NotAReply {
        /// The line.
        line: Text,
    },
    /// The lines of one SMTP reply carry different codes (RFC 5321 4.2.1 wants one).
    #[error("the reply code changes from {first} to {then}: {line:?}")]
    CodeChanges {
        /// The code of the first line.
        first: u16,
        /// The code of the line that differs.
        then: u16,
        /// The line that differs.
        line: Text,
    },
    /// What answers is no proxy of the kind that was spoken to.
    #[error("not a proxy")]
    NotAProxy,
    /// A TLS record or handshake message whose lengths or types do not fit together.
    #[error("a broken TLS message")]
    BrokenTls,
}

/// The lines that have come in so far, whole or not, for showing what there was when the time ran out.
///
/// The last one lacks its ending when the server stopped within it. At most [`MAX_REPLY`] bytes are looked at, and a
/// line is cut at [`MAX_LINE`].
pub fn lines_so_far(bytes: &[u8]) -> Vec<Text> {
    let lines = each_line(bytes);
    lines
        .map(|line| Text::from(&line[..line.len().min(MAX_LINE)]))
        .collect()
}

/// The same, one after the other and uncut.
pub fn each_line(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let window = &bytes[..bytes.len().min(MAX_REPLY)];
    let whole = window.strip_suffix(b"\n").unwrap_or(window);
    let lines = whole.split(|byte| *byte == b'\n');
    lines
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .take(if window.is_empty() { 0 } else { usize::MAX })
}

/// Looks a keyword up in a capability list and returns what stands behind it, word for word; empty when nothing does.
///
/// The first word of a line is compared, without regard to case.
pub fn keyword(capabilities: &[Text], name: &str) -> Option<Text> {
    capabilities.iter().find_map(|line| {
        let (word, rest) = split_word(&line.0);
        word.eq_ignore_ascii_case(name.as_bytes())
            .then(|| Text::from(rest))
    })
}

/// One line, without its ending.
struct Line<'a> {
    text: &'a [u8],
    bare_lf: bool,
    used: usize,
}

/// Reads one line. LF ends it; one CR before belongs to the ending.
fn line(bytes: &[u8]) -> Result<Option<Line<'_>>, Malformed> {
    let window = &bytes[..bytes.len().min(MAX_LINE)];
    let Some(end) = window.iter().position(|byte| *byte == b'\n') else {
        return if window.len() == MAX_LINE {
            Err(Malformed::LineTooLong)
        } else {
            Ok(None)
        };
    };
    let text = &window[..end];
    let stripped = text.strip_suffix(b"\r");
    Ok(Some(Line {
        text: stripped.unwrap_or(text),
        bare_lf: stripped.is_none(),
        used: end + 1,
    }))
}

/// Reads the lines of one reply and holds both limits.
struct Reader<'a> {
    window: &'a [u8],
    used: usize,
    /// Where the text of the last line ended.
    text_end: usize,
    /// Whether any line so far ended in a bare LF.
    bare_lf: bool,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            window: &bytes[..bytes.len().min(MAX_REPLY)],
            used: 0,
            text_end: 0,
            bare_lf: false,
        }
    }

    fn next_line(&mut self) -> Result<Option<&'a [u8]>, Malformed> {
        let Some(line) = line(&self.window[self.used..])? else {
            return if self.window.len() == MAX_REPLY {
                Err(Malformed::ReplyTooLong)
            } else {
                Ok(None)
            };
        };
        self.text_end = self.used + line.text.len();
        self.used += line.used;
        self.bare_lf |= line.bare_lf;
        Ok(Some(line.text))
    }

    /// Passes over `count` bytes whatever they are; `None` when they are not all there yet.
    fn skip(&mut self, count: usize) -> Result<Option<()>, Malformed> {
        let end = self.used.saturating_add(count);
        if end > MAX_REPLY {
            return Err(Malformed::ReplyTooLong);
        }
        if end > self.window.len() {
            return Ok(None);
        }
        self.used = end;
        Ok(Some(()))
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fn trim_blank_start(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| !is_blank(*byte));
    &bytes[start.unwrap_or(bytes.len())..]
}

/// The first word, and what stands behind it and its blanks.
fn split_word(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| is_blank(*byte))
        .unwrap_or(bytes.len());
    (&bytes[..end], trim_blank_start(&bytes[end..]))
}

/// The words between blanks.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| is_blank(*byte))
        .filter(|word| !word.is_empty())
}

fn starts_with_ignore_ascii_case(bytes: &[u8], prefix: &str) -> bool {
    bytes
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// `[code] text` taken apart; a code without its closing bracket stays text.
fn split_code(bytes: &[u8]) -> (Option<Text>, &[u8]) {
    let bracketed = bytes.strip_prefix(b"[").and_then(|inner| {
        let end = inner.iter().position(|byte| *byte == b']')?;
        Some((Text::from(&inner[..end]), &inner[end + 1..]))
    });
    match bracketed {
        Some((code, rest)) => (Some(code), trim_blank_start(rest)),
        None => (None, bytes),
    }
}

/// Mechanism names that are kept. RFC 4422 3.1 gives a name 20 characters, and no server has more than a dozen.
const MAX_MECHANISMS: usize = 64;

/// Mechanism names in the order of their first appearance, each once whatever its case, and bounded.
fn distinct<'a>(names: impl Iterator<Item = &'a [u8]>) -> Vec<String> {
    let mut seen = HashSet::new();
    names
        .filter(|name| seen.insert(name.to_ascii_uppercase()))
        .take(MAX_MECHANISMS)
        .map(|name| kept::text(name, MAX_MECHANISMS).to_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod testing {
    use super::Malformed;
    use std::fmt::Debug;

    /// Parses every prefix: what a prefix says for good, the whole says too, and no finished value can do with less.
    pub(super) fn assert_prefix_stable<T: PartialEq + Debug>(
        bytes: &[u8],
        parse: impl Fn(&[u8]) -> Result<Option<(T, usize)>, Malformed>,
    ) {
        let whole = parse(bytes);
        for end in 0..bytes.len() {
            let prefix = parse(&bytes[..end]);
            let shown = bytes[..end].escape_ascii();
            match (&prefix, &whole) {
                (Ok(None), Ok(Some((_, used)))) => {
                    assert!(end < *used, "asks for more than it takes at {shown}");
                }
                (Ok(None), Ok(None) | Err(_)) => {}
                (Ok(Some(_)) | Err(_), _) => assert_eq!(prefix, whole, "at {shown}"),
            }
            if let Ok(Some((_, used))) = prefix {
                assert!(used <= end, "takes more than it was given at {shown}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_lf_and_says_whether_cr_was_there() {
        for (input, text, bare, used) in [
            (&b"a\r\nb"[..], &b"a"[..], false, 3),
            (b"a\n", b"a", true, 2),
            (b"\r\n", b"", false, 2),
            (b"\n", b"", true, 1),
            (b"a\rb\r\r\n", b"a\rb\r", false, 6),
            (b"a\0\xff\r\n", b"a\0\xff", false, 5),
        ] {
            let line = line(input).unwrap().unwrap();
            assert_eq!((line.text, line.bare_lf, line.used), (text, bare, used));
        }
        assert!(line(b"").unwrap().is_none());
        assert!(line(b"220 mx\r").unwrap().is_none());
    }

    #[test]
    fn an_endless_line_is_broken_at_the_limit_and_not_before() {
        let mut bytes = vec![b'a'; MAX_LINE];
        assert_eq!(line(&bytes).err(), Some(Malformed::LineTooLong));
        assert!(line(&bytes[..MAX_LINE - 1]).unwrap().is_none());
        bytes[MAX_LINE - 1] = b'\n';
        assert_eq!(line(&bytes).unwrap().unwrap().used, MAX_LINE);
    }

    #[test]
    fn lines_so_far_shows_whole_and_unfinished_lines() {
        for (input, lines) in [
            ("", &[][..]),
            ("220-a\r\n220", &["220-a", "220"][..]),
            ("220-a\r\n", &["220-a"]),
            ("220-a\n\nb\r", &["220-a", "", "b"]),
            ("\n", &[""]),
        ] {
            let lines: Vec<_> = lines.iter().map(|line| Text::from(*line)).collect();
            assert_eq!(lines_so_far(input.as_bytes()), lines, "{input:?}");
        }
    }

    #[test]
    fn lines_so_far_is_bounded_when_a_server_floods() {
        let lines = lines_so_far(&vec![b'a'; 10 * MAX_REPLY]);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].0.len(), MAX_LINE);
        let lines = lines_so_far(&b"a\n".repeat(MAX_REPLY));
        assert_eq!(lines.len(), MAX_REPLY / 2);
    }

    #[test]
    fn text_compares_without_case_and_shows_bytes_escaped() {
        let text = Text(b"StartTLS \x1b[2J\xff".to_vec());
        assert!(text.starts_with_ignore_ascii_case("STARTTLS"));
        assert!(!text.starts_with_ignore_ascii_case("STARTTLS or a longer text"));
        assert!(Text::from("ok").eq_ignore_ascii_case("OK"));
        assert_eq!(format!("{text:?}"), r#""StartTLS \x1b[2J\xff""#);
        assert_eq!(text.to_lossy(), "StartTLS \u{1b}[2J\u{fffd}");
    }

    #[test]
    fn keyword_compares_first_words() {
        let list = ["SIZE 1024", "starttls", "X-STARTTLS", "EXPIRE  60 USER"].map(Text::from);
        assert_eq!(keyword(&list, "STARTTLS"), Some(Text::default()));
        assert_eq!(keyword(&list, "size"), Some(Text::from("1024")));
        assert_eq!(keyword(&list, "EXPIRE"), Some(Text::from("60 USER")));
        assert_eq!(keyword(&list, "START"), None);
    }
}
