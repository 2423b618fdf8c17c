//! POP3 responses (RFC 1939, RFC 2449).

pub use super::keyword;
use super::{Malformed, Reader, Text, distinct, split_code, split_word, trim_blank_start, words};

/// A status line: the first line of every response, and the greeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// `+OK`, not `-ERR`.
    pub ok: bool,
    /// The content of the bracket at the beginning of the text (RFC 2449 8), such as `SYS/TEMP`.
    pub code: Option<Text>,
    /// The text behind status and code.
    pub text: Text,
    /// The whole line, word for word.
    pub line: Text,
    /// The line ended in LF without CR.
    pub bare_lf: bool,
}

/// Reads a status line. The case of the status does not matter, and it may stand alone.
pub fn status(bytes: &[u8]) -> Result<Option<(Status, usize)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let Some(line) = reader.next_line()? else {
        return Ok(None);
    };
    let Some((ok, rest)) = split_status(line) else {
        return Err(Malformed::NotAReply { line: line.into() });
    };
    let (code, text) = split_code(trim_blank_start(rest));
    let status = Status {
        ok,
        code,
        text: text.into(),
        line: line.into(),
        bare_lf: reader.bare_lf,
    };
    Ok(Some((status, reader.used)))
}

/// The refusal in bytes that did not become a response: in the middle of a list, or without the end of its line.
pub fn refusal_so_far(bytes: &[u8]) -> Option<Status> {
    let lines = super::lines_so_far(bytes);
    let whole = lines.iter().map(|line| [&line.0[..], b"\r\n"].concat());
    let mut read = whole.filter_map(|line| Some(status(&line).ok()??.0));
    read.rfind(|status| !status.ok)
}

/// What answers in the course of a login.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusOrChallenge {
    /// The end of it.
    Status(Status),
    /// A plus sign, and what the server wants an answer to, as it stands there (RFC 5034 section 4).
    Challenge(Text),
}

/// Reads a line in the course of a login.
pub fn status_or_challenge(bytes: &[u8]) -> Result<Option<(StatusOrChallenge, usize)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let Some(line) = reader.next_line()? else {
        return Ok(None);
    };
    match line.strip_prefix(b"+") {
        Some(rest) if rest.is_empty() || rest.starts_with(b" ") => {
            let text = trim_blank_start(rest).into();
            Ok(Some((StatusOrChallenge::Challenge(text), reader.used)))
        }
        Some(_) | None => {
            let status = status(bytes)?;
            Ok(status.map(|(status, used)| (StatusOrChallenge::Status(status), used)))
        }
    }
}

/// Reads the lines behind the status line of a multi-line response up to the lone dot, which is not among them, and
/// takes the stuffed dot off a line that has one (RFC 1939 3).
pub fn multiline(bytes: &[u8]) -> Result<Option<(Vec<Text>, usize)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let mut lines = Vec::new();
    loop {
        let Some(line) = reader.next_line()? else {
            return Ok(None);
        };
        if line == b"." {
            return Ok(Some((lines, reader.used)));
        }
        lines.push(line.strip_prefix(b".").unwrap_or(line).into());
    }
}

/// The mechanisms of the `SASL` capability, in order, each once (RFC 2449 6.3, RFC 5034).
pub fn sasl_mechanisms(capabilities: &[Text]) -> Vec<String> {
    let lines = capabilities.iter().filter_map(|line| {
        let (word, rest) = split_word(&line.0);
        word.eq_ignore_ascii_case(b"SASL").then_some(rest)
    });
    distinct(lines.flat_map(words))
}

/// Whether the line is positive, and what follows the status.
fn split_status(line: &[u8]) -> Option<(bool, &[u8])> {
    let behind = |status: &str| {
        let rest =
            super::starts_with_ignore_ascii_case(line, status).then(|| &line[status.len()..])?;
        // `+OKAY` is some other protocol's word; `-ERR: no` is clear enough.
        let ends = rest
            .first()
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        ends.then_some(rest)
    };
    let positive = behind("+OK").map(|rest| (true, rest));
    positive.or_else(|| behind("-ERR").map(|rest| (false, rest)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::testing::assert_prefix_stable;
    use crate::wire::{MAX_LINE, MAX_REPLY};

    fn parsed(input: &str) -> Status {
        status(input.as_bytes()).unwrap().unwrap().0
    }

    #[test]
    fn what_came_of_a_refusal_is_one() {
        for came in ["-ERR no", "+OK list\r\nSTLS\r\n-ERR going down\r\n"] {
            assert!(!refusal_so_far(came.as_bytes()).expect(came).ok);
        }
        for came in ["", "+OK", "-ER", "+OK list\r\nSTLS\r\n"] {
            assert_eq!(refusal_so_far(came.as_bytes()), None, "{came:?}");
        }
    }

    #[test]
    fn reads_status_lines() {
        for (line, ok, code, text) in [
            ("+OK Dovecot ready.", true, None, "Dovecot ready."),
            ("+OK", true, None, ""),
            ("+ok", true, None, ""),
            ("-ERR", false, None, ""),
            (
                "-ERR [SYS/TEMP] try later",
                false,
                Some("SYS/TEMP"),
                "try later",
            ),
            ("-ERR  [AUTH]no blank", false, Some("AUTH"), "no blank"),
            ("-ERR [IN-USE]", false, Some("IN-USE"), ""),
            ("-ERR [unfinished", false, None, "[unfinished"),
            ("-ERR later [not a code]", false, None, "later [not a code]"),
            ("-ERR: denied", false, None, ": denied"),
            ("+OK \u{e9}\0", true, None, "\u{e9}\0"),
        ] {
            let expected = Status {
                ok,
                code: code.map(Text::from),
                text: text.into(),
                line: line.into(),
                bare_lf: false,
            };
            assert_eq!(parsed(&format!("{line}\r\n")), expected, "{line}");
        }
        assert!(parsed("+OK\n").bare_lf);
    }

    #[test]
    fn says_what_is_no_status() {
        for line in [
            "", "+", "+ ", "+OKAY", "* OK", "220 mx", "ERR", "-ERROR", " +OK",
        ] {
            let expected = Malformed::NotAReply { line: line.into() };
            assert_eq!(
                status(format!("{line}\r\n").as_bytes()),
                Err(expected),
                "{line:?}"
            );
        }
        assert_eq!(status(&[b'+'; MAX_LINE]), Err(Malformed::LineTooLong));
    }

    #[test]
    fn reads_up_to_the_dot_and_unstuffs() {
        let input = b"STLS\r\n..stuffed\r\n.x\nUIDL\r\n.\r\n+OK";
        let (lines, used) = multiline(input).unwrap().unwrap();
        assert_eq!(lines, ["STLS", ".stuffed", "x", "UIDL"].map(Text::from));
        assert_eq!(&input[used..], b"+OK");
        assert_eq!(multiline(b".\n"), Ok(Some((Vec::new(), 2))));
        assert_eq!(multiline(b"STLS\r\n."), Ok(None));
    }

    #[test]
    fn an_endless_list_is_broken_at_the_limit() {
        let flood = b"STLS\r\n".repeat(MAX_REPLY);
        assert_eq!(multiline(&flood), Err(Malformed::ReplyTooLong));
        assert_eq!(multiline(&flood[..MAX_REPLY - 1]), Ok(None));
    }

    #[test]
    fn every_prefix_of_every_transcript_waits_or_agrees() {
        for input in [
            "+OK ready <1.2@mx>\r\n-ERR [AUTH] no\r\n",
            "-ERR\n",
            "+OKAY\r\n+OK\r\n",
            "CAPA\r\n..\r\n.\r\n.\r\n",
            ".\n.\n",
        ] {
            assert_prefix_stable(input.as_bytes(), status);
            assert_prefix_stable(input.as_bytes(), multiline);
        }
    }

    #[test]
    fn lists_mechanisms() {
        let list = [
            "UIDL",
            "SASL PLAIN LOGIN plain",
            "sasl  XOAUTH2",
            "SASLX NO",
        ]
        .map(Text::from);
        assert_eq!(sasl_mechanisms(&list), ["PLAIN", "LOGIN", "XOAUTH2"]);
        assert_eq!(keyword(&list, "uidl"), Some(Text::default()));
    }
}
