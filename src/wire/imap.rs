//! IMAP responses (RFC 3501, RFC 9051), as far as greeting, capabilities and STARTTLS need them.

pub use super::keyword;
use super::{
    Malformed, Reader, Text, distinct, is_blank, split_code, split_word, trim_blank_start, words,
};

/// One response, its literals included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Whom it answers.
    pub tag: Tag,
    /// The status word, when it is a status response.
    pub status: Option<StatusKind>,
    /// The content of the bracket behind the status, word for word, such as `CAPABILITY IMAP4rev1 STARTTLS`.
    pub code: Option<Text>,
    /// The text behind status and code; for every other response, all that stands behind the tag.
    pub text: Text,
    /// The whole response, word for word, without its last line ending.
    pub line: Text,
    /// A line ended in LF without CR.
    pub bare_lf: bool,
}

/// What a response begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `*`: the greeting, data, or a remark of the server's own.
    Untagged,
    /// `+`: the server waits for the rest of a command.
    Continuation,
    /// The end of the command that carried this tag.
    Tagged(Text),
}

/// The status words of RFC 3501 7.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusKind {
    /// `OK`: done, or ready.
    Ok,
    /// `NO`: refused or failed.
    No,
    /// `BAD`: not understood.
    Bad,
    /// `PREAUTH`: a greeting that says the connection is logged in already.
    Preauth,
    /// `BYE`: the server is about to close.
    Bye,
}

/// Reads one response.
///
/// Lenient where real servers are sloppy: a status without text, 8-bit text, several blanks, a code without its closing
/// bracket (it stays text). A `{n}` at the end of an untagged response that is no status announces a literal of n bytes
/// (RFC 3501 4.3), and the response goes on behind it.
pub fn response(bytes: &[u8]) -> Result<Option<(Response, usize)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let Some(first) = reader.next_line()? else {
        return Ok(None);
    };
    let Some((tag, status, rest)) = split_head(first) else {
        return Err(Malformed::NotAReply { line: first.into() });
    };
    if tag == Tag::Untagged && status.is_none() && skip_literals(&mut reader, first)?.is_none() {
        return Ok(None);
    }
    let rest = &reader.window[first.len() - rest.len()..reader.text_end];
    let (code, text) = match status {
        Some(_) => split_code(rest),
        None => (None, rest),
    };
    let response = Response {
        tag,
        status,
        code,
        text: text.into(),
        line: reader.window[..reader.text_end].into(),
        bare_lf: reader.bare_lf,
    };
    Ok(Some((response, reader.used)))
}

/// The farewell in bytes that did not become a response: without the end of its line.
pub fn farewell_so_far(bytes: &[u8]) -> Option<Response> {
    let lines = super::lines_so_far(bytes);
    let whole = lines.iter().map(|line| [&line.0[..], b"\r\n"].concat());
    let mut read = whole.filter_map(|line| Some(response(&line).ok()??.0));
    read.rfind(|response| response.status == Some(StatusKind::Bye))
}

/// The capabilities that a response lists: `* CAPABILITY …`, or the code `[CAPABILITY …]` of a status response.
pub fn capabilities(response: &Response) -> Option<Vec<Text>> {
    let list = match (&response.tag, response.status) {
        (_, Some(_)) => response.code.as_ref()?,
        (Tag::Untagged, None) => &response.text,
        (Tag::Continuation | Tag::Tagged(_), None) => return None,
    };
    let (word, rest) = split_word(&list.0);
    word.eq_ignore_ascii_case(b"CAPABILITY")
        .then(|| words(rest).map(Text::from).collect())
}

/// Whether a response speaks of a mailbox, or refers to another server's (RFC 2221). Before a login it has no place: a
/// client that believes it would show a stranger's mail.
pub fn is_mailbox_data(response: &Response) -> bool {
    const WORDS: [&[u8]; 16] = [
        b"FLAGS",
        b"LIST",
        b"LSUB",
        b"XLIST",
        b"SEARCH",
        b"ESEARCH",
        b"SORT",
        b"THREAD",
        b"STATUS",
        b"NAMESPACE",
        b"QUOTA",
        b"QUOTAROOT",
        b"ACL",
        b"MYRIGHTS",
        b"METADATA",
        b"VANISHED",
    ];
    let first = |text: &Text| split_word(&text.0).0.to_ascii_uppercase();
    match (&response.tag, response.status) {
        (_, Some(_)) => response
            .code
            .as_ref()
            .is_some_and(|code| first(code) == b"REFERRAL"),
        (Tag::Untagged, None) => {
            let word = first(&response.text);
            // `* 3 EXISTS`.
            let is_number = !word.is_empty() && word.iter().all(u8::is_ascii_digit);
            is_number || WORDS.contains(&&word[..])
        }
        (Tag::Continuation | Tag::Tagged(_), None) => false,
    }
}

/// The mechanisms of the `AUTH=` capabilities, in order, each once.
pub fn auth_mechanisms(capabilities: &[Text]) -> Vec<String> {
    let auth = capabilities
        .iter()
        .filter(|word| word.starts_with_ignore_ascii_case("AUTH="));
    distinct(
        auth.map(|word| &word.0[5..])
            .filter(|name| !name.is_empty()),
    )
}

/// Tag, status, and what stands behind them and their blanks.
fn split_head(line: &[u8]) -> Option<(Tag, Option<StatusKind>, &[u8])> {
    let (word, rest) = split_word(line);
    match word {
        b"*" => match split_status(rest) {
            Some((status, rest)) => Some((Tag::Untagged, Some(status), rest)),
            None => Some((Tag::Untagged, None, rest)),
        },
        b"+" => Some((Tag::Continuation, None, rest)),
        // RFC 3501 9: a tag has no `+`, and a tagged response is always a status.
        [] => None,
        _ if word.contains(&b'+') || word.contains(&b'*') => None,
        _ => {
            let (status, rest) = split_status(rest)?;
            Some((Tag::Tagged(word.into()), Some(status), rest))
        }
    }
}

fn split_status(bytes: &[u8]) -> Option<(StatusKind, &[u8])> {
    // `OK[CAPABILITY …]` without the blank is clear enough.
    let end = bytes
        .iter()
        .position(|byte| is_blank(*byte) || *byte == b'[');
    let (word, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    let status = match word.to_ascii_uppercase().as_slice() {
        b"OK" => StatusKind::Ok,
        b"NO" => StatusKind::No,
        b"BAD" => StatusKind::Bad,
        b"PREAUTH" => StatusKind::Preauth,
        b"BYE" => StatusKind::Bye,
        _ => return None,
    };
    Some((status, trim_blank_start(rest)))
}

/// Passes over the literals that `line` and the lines behind it announce; `None` when they are not all there yet.
fn skip_literals<'a>(reader: &mut Reader<'a>, mut line: &'a [u8]) -> Result<Option<()>, Malformed> {
    while let Some(length) = literal_length(line) {
        if reader.skip(length)?.is_none() {
            return Ok(None);
        }
        let Some(next) = reader.next_line()? else {
            return Ok(None);
        };
        line = next;
    }
    Ok(Some(()))
}

/// The length that `{n}` or `{n+}` at the end of a line announces; a number beyond all bounds is the greatest there is.
fn literal_length(line: &[u8]) -> Option<usize> {
    let inner = line.strip_suffix(b"}")?;
    let start = inner.iter().rposition(|byte| *byte == b'{')?;
    let digits = &inner[start + 1..];
    let digits = digits.strip_suffix(b"+").unwrap_or(digits);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |sum: usize, digit| {
        sum.saturating_mul(10)
            .saturating_add(usize::from(digit - b'0'))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::testing::assert_prefix_stable;
    use crate::wire::{MAX_LINE, MAX_REPLY};

    fn parsed(input: &str) -> Response {
        let (response, used) = response(input.as_bytes()).unwrap().unwrap();
        assert_eq!(used, input.len(), "{input:?}");
        response
    }

    #[test]
    fn what_came_of_a_farewell_is_one() {
        for came in ["* BYE too many", "* CAPABILITY IMAP4rev1\r\n* bye"] {
            assert!(farewell_so_far(came.as_bytes()).is_some(), "{came:?}");
        }
        for came in ["", "* BY", "* OK ready", "a1 NO"] {
            assert_eq!(farewell_so_far(came.as_bytes()), None, "{came:?}");
        }
    }

    #[test]
    fn reads_responses() {
        use StatusKind::{Bad, Bye, No, Ok, Preauth};
        let tagged = |tag: &str| Tag::Tagged(tag.into());
        for (line, tag, status, code, text) in [
            (
                "* OK Dovecot ready.",
                Tag::Untagged,
                Some(Ok),
                None,
                "Dovecot ready.",
            ),
            ("* OK", Tag::Untagged, Some(Ok), None, ""),
            (
                "* ok  two  blanks",
                Tag::Untagged,
                Some(Ok),
                None,
                "two  blanks",
            ),
            ("*  OK x", Tag::Untagged, Some(Ok), None, "x"),
            (
                "* OK [CAPABILITY IMAP4rev1 STARTTLS] hi",
                Tag::Untagged,
                Some(Ok),
                Some("CAPABILITY IMAP4rev1 STARTTLS"),
                "hi",
            ),
            (
                "* OK[ALERT]now",
                Tag::Untagged,
                Some(Ok),
                Some("ALERT"),
                "now",
            ),
            (
                "* OK [never closed",
                Tag::Untagged,
                Some(Ok),
                None,
                "[never closed",
            ),
            (
                "* OK ends like a literal {5}",
                Tag::Untagged,
                Some(Ok),
                None,
                "ends like a literal {5}",
            ),
            ("* PREAUTH hi", Tag::Untagged, Some(Preauth), None, "hi"),
            (
                "* BYE [UNAVAILABLE] too many",
                Tag::Untagged,
                Some(Bye),
                Some("UNAVAILABLE"),
                "too many",
            ),
            ("* NO", Tag::Untagged, Some(No), None, ""),
            (
                "* CAPABILITY IMAP4rev1",
                Tag::Untagged,
                None,
                None,
                "CAPABILITY IMAP4rev1",
            ),
            ("* OKAY", Tag::Untagged, None, None, "OKAY"),
            ("* 5 EXISTS", Tag::Untagged, None, None, "5 EXISTS"),
            ("*", Tag::Untagged, None, None, ""),
            ("A1 BAD", tagged("A1"), Some(Bad), None, ""),
            (
                "a1 no [PRIVACYREQUIRED] \u{e9}\0",
                tagged("a1"),
                Some(No),
                Some("PRIVACYREQUIRED"),
                "\u{e9}\0",
            ),
            ("A1 OK begin {3}", tagged("A1"), Some(Ok), None, "begin {3}"),
            ("+ go on", Tag::Continuation, None, None, "go on"),
            ("+", Tag::Continuation, None, None, ""),
        ] {
            let expected = Response {
                tag,
                status,
                code: code.map(Text::from),
                text: text.into(),
                line: line.into(),
                bare_lf: false,
            };
            assert_eq!(parsed(&format!("{line}\r\n")), expected, "{line}");
        }
        assert!(parsed("* OK\n").bare_lf);
    }

    #[test]
    fn says_what_is_no_response() {
        for line in [
            "",
            " * OK",
            "+OK POP3",
            "220 mx ESMTP",
            "SSH-2.0-x",
            "HTTP/1.1 400 Bad Request",
            "A1",
            "A1 ",
            "A1 FETCH",
            "**** OK",
            "*OK",
        ] {
            let expected = Malformed::NotAReply { line: line.into() };
            assert_eq!(
                response(format!("{line}\r\n").as_bytes()),
                Err(expected),
                "{line:?}"
            );
        }
        assert_eq!(response(&[b'*'; MAX_LINE]), Err(Malformed::LineTooLong));
    }

    #[test]
    fn goes_on_behind_a_literal() {
        let found = parsed("* 1 FETCH (BODY[] {4}\r\n\n{9} X {0}\r\n)\r\n");
        assert_eq!(
            found.text,
            Text::from("1 FETCH (BODY[] {4}\r\n\n{9} X {0}\r\n)")
        );
        assert_eq!(
            found.line,
            Text::from("* 1 FETCH (BODY[] {4}\r\n\n{9} X {0}\r\n)")
        );
        assert_eq!(response(b"* X {4}\r\n123"), Ok(None));
        assert_eq!(response(b"* X {4}\r\n1234"), Ok(None));
        assert_eq!(parsed("* X {x}\r\n").text, Text::from("X {x}"));
        assert_eq!(parsed("* X {}\r\n").text, Text::from("X {}"));
    }

    #[test]
    fn an_enormous_literal_is_refused_at_once() {
        for length in ["65536", "4294967296", "99999999999999999999999999999999"] {
            let input = format!("* X {{{length}}}\r\n");
            assert_eq!(
                response(input.as_bytes()),
                Err(Malformed::ReplyTooLong),
                "{length}"
            );
        }
        let flood = b"* X {0}\r\n".repeat(MAX_REPLY);
        assert_eq!(response(&flood), Err(Malformed::ReplyTooLong));
    }

    #[test]
    fn every_prefix_of_every_transcript_waits_or_agrees() {
        for input in [
            "* OK [CAPABILITY IMAP4rev1] ready\r\nA1 OK\r\n",
            "* BYE\n* OK\n",
            "* X {3}\r\na\r\n b {1}\n\n\r\nA1 OK\r\n",
            "* X {3+}\r\n123\r\n",
            "A1 OK {3}\r\n123\r\n",
            "* X {65530}\r\n",
            "+ \r\n+\r\n",
            "+OK\r\n* OK\r\n",
        ] {
            assert_prefix_stable(input.as_bytes(), response);
        }
    }

    #[test]
    fn lists_capabilities_wherever_they_stand() {
        for (line, expected) in [
            (
                "* CAPABILITY IMAP4rev1  STARTTLS",
                Some(&["IMAP4rev1", "STARTTLS"][..]),
            ),
            ("* capability", Some(&[])),
            (
                "* OK [CAPABILITY IMAP4rev1 ID] x",
                Some(&["IMAP4rev1", "ID"]),
            ),
            ("A1 OK [CAPABILITY IMAP4rev1] x", Some(&["IMAP4rev1"])),
            ("* OK CAPABILITY in words", None),
            ("* OK [ALERT] x", None),
            ("* CAPABILITYX a", None),
            ("+ CAPABILITY a", None),
        ] {
            let expected =
                expected.map(|words| words.iter().map(|word| Text::from(*word)).collect());
            assert_eq!(
                capabilities(&parsed(&format!("{line}\r\n"))),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn mailbox_data_is_told_from_what_may_come_before_a_login() {
        for (line, expected) in [
            ("* 3 EXISTS", true),
            ("* 1 FETCH (BODY[] {0}\r\n)", true),
            ("* flags (\\Seen)", true),
            ("* LIST () \"/\" INBOX", true),
            ("* SEARCH", true),
            ("* STATUS INBOX (MESSAGES 1)", true),
            ("* OK [REFERRAL imap://other.test/] x", true),
            ("a1 OK [REFERRAL imap://other.test/] x", true),
            ("* CAPABILITY IMAP4rev1", false),
            ("* ID (\"name\" \"x\")", false),
            ("* OK [ALERT] 3 EXISTS", false),
            ("* BYE LIST", false),
            ("+ 3 EXISTS", false),
            ("*", false),
        ] {
            let response = parsed(&format!("{line}\r\n"));
            assert_eq!(is_mailbox_data(&response), expected, "{line}");
        }
    }

    #[test]
    fn lists_mechanisms() {
        let list = [
            "IMAP4rev1",
            "AUTH=PLAIN",
            "auth=plain",
            "AUTH=",
            "AUTH=XOAUTH2",
            "AUTHX",
        ]
        .map(Text::from);
        assert_eq!(auth_mechanisms(&list), ["PLAIN", "XOAUTH2"]);
    }
}
