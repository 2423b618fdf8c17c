//! SMTP replies (RFC 5321 4.2) and what an EHLO reply offers.

use super::{Malformed, Reader, Text, distinct, is_blank, split_word, words};
pub use super::{keyword, lines_so_far};

/// A complete reply of one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The code that every line carries: 200 to 599. Where a refusal is continued under another code, that of its end.
    pub code: u16,
    /// The codes of the lines, where they are not all the same.
    pub codes: Option<Vec<u16>>,
    /// What stands behind code and separator in each line, word for word. Never empty.
    pub lines: Vec<Text>,
    /// A line ended in LF without CR, against RFC 5321 2.3.8.
    pub bare_lf: bool,
    /// The code of the reply that this one breaks off: `220-mx` and then `521 no`. The broken off lines are not among
    /// `lines`.
    pub instead_of: Option<u16>,
}

/// Reads one reply: lines of three digits, `-` on all but the last, a blank or nothing on the last.
///
/// A code alone (`220` and the line ending) is legal. A tab as separator is taken for a blank. A server
/// that changes its mind within a reply means what it says last (RFC 5321 section 3.8); one that refuses under two codes
/// refuses.
pub fn reply(bytes: &[u8]) -> Result<Option<(Reply, usize)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let mut lines: Vec<Text> = Vec::new();
    let mut codes: Vec<u16> = Vec::new();
    let (mut first, mut instead_of) = (None, None);
    loop {
        let Some(line) = reader.next_line()? else {
            return Ok(None);
        };
        let Some((code, more, text)) = split_line(line) else {
            return Err(Malformed::NotAReply { line: line.into() });
        };
        let before = *first.get_or_insert(code);
        if breaks_off(before, code) {
            lines.clear();
            codes.clear();
            instead_of = Some(before);
            first = Some(code);
        } else if is_refusal(before) && is_refusal(code) {
            // A no stays a no; what it says last counts.
            first = Some(code);
        } else if code != before {
            return Err(Malformed::CodeChanges {
                first: before,
                then: code,
                line: line.into(),
            });
        }
        lines.push(text.into());
        codes.push(code);
        if !more {
            let reply = Reply {
                code,
                codes: differing(codes),
                lines,
                bare_lf: reader.bare_lf,
                instead_of,
            };
            return Ok(Some((reply, reader.used)));
        }
    }
}

/// Whether a line of `code` ends a reply of another: a refusal in the middle of what began well, as Postfix' postscreen
/// gives to `220-`, and 421, which may come at any time (RFC 5321 3.8).
fn breaks_off(before: u16, code: u16) -> bool {
    before != code && (code == 421 || (before < 400 && is_refusal(code)))
}

const fn is_refusal(code: u16) -> bool {
    code >= 400
}

fn differing(codes: Vec<u16>) -> Option<Vec<u16>> {
    let differ = codes.windows(2).any(|pair| pair[0] != pair[1]);
    differ.then_some(codes)
}

/// The refusal in bytes that did not become a reply: its last line has a hyphen or no end, and nothing more came. What is
/// said is said, and servers that refuse hang up in a hurry.
pub fn refusal_so_far(bytes: &[u8]) -> Option<Reply> {
    let lines = lines_so_far(bytes);
    let said = lines.iter().filter_map(|line| split_line(&line.0));
    let refused: Vec<_> = said.filter(|(code, ..)| is_refusal(*code)).collect();
    let (code, ..) = *refused.last()?;
    Some(Reply {
        code,
        codes: differing(refused.iter().map(|(code, ..)| *code).collect()),
        lines: refused.iter().map(|(.., text)| Text::from(*text)).collect(),
        bare_lf: false,
        instead_of: None,
    })
}

impl Reply {
    /// Whether the server did what was asked, or asks to go on (2yz, 3yz).
    pub fn is_positive(&self) -> bool {
        matches!(self.code, 200..=399)
    }

    /// Whether the server said no for now (4yz).
    pub fn is_temporary(&self) -> bool {
        matches!(self.code, 400..=499)
    }

    /// Whether the server said no for good (5yz).
    pub fn is_permanent(&self) -> bool {
        matches!(self.code, 500..=599)
    }

    /// The text of all lines, joined by a blank.
    pub fn text(&self) -> Text {
        let lines: Vec<_> = self.lines.iter().map(AsRef::as_ref).collect();
        Text(lines.join(&b' '))
    }

    /// The lines as they came, code and separator included; only a tab as separator shows as a blank, and a last line
    /// without text shows no separator.
    pub fn to_lines(&self) -> Vec<Text> {
        let last = self.lines.len().saturating_sub(1);
        let whole = |(number, text): (usize, &Text)| {
            let own = self.codes.as_ref().and_then(|codes| codes.get(number));
            let mut line = own.unwrap_or(&self.code).to_string().into_bytes();
            match (number == last, text.0.is_empty()) {
                (false, _) => line.push(b'-'),
                (true, false) => line.push(b' '),
                (true, true) => {}
            }
            line.extend_from_slice(&text.0);
            Text(line)
        };
        self.lines.iter().enumerate().map(whole).collect()
    }
}

/// The keyword lines of an EHLO reply: all but the first, unknown words kept (RFC 5321 4.1.1.1).
pub fn ehlo_keywords(reply: &Reply) -> Vec<Text> {
    reply.lines.iter().skip(1).cloned().collect()
}

/// The SASL mechanisms an EHLO reply offers, in order, each once.
///
/// Reads `AUTH PLAIN LOGIN` (RFC 4954 3) and the form `AUTH=PLAIN LOGIN` from before the standard, which servers send
/// beside the first for old clients.
pub fn auth_mechanisms(keywords: &[Text]) -> Vec<String> {
    let lines = keywords.iter().filter_map(|line| {
        let rest = line
            .starts_with_ignore_ascii_case("AUTH")
            .then(|| &line.0[4..])?;
        let separated = rest
            .first()
            .is_some_and(|byte| is_blank(*byte) || *byte == b'=');
        separated.then_some(rest)
    });
    distinct(lines.flat_map(|rest| {
        words(rest)
            .map(|word| word.strip_prefix(b"=").unwrap_or(word))
            .filter(|word| !word.is_empty())
    }))
}

/// Whether a firewall has overwritten the STARTTLS keyword: a run of four or more `X` or `*`, at most one letter behind
/// it (`XXXXXXXA`), where STARTTLS itself is missing.
pub fn masked_starttls(keywords: &[Text]) -> bool {
    let masked = |line: &Text| {
        let (word, _) = split_word(&line.0);
        let Some(sign) = word.first().filter(|byte| b"Xx*".contains(byte)) else {
            return false;
        };
        let run = word.iter().take_while(|byte| *byte == sign).count();
        run >= 4 && matches!(word[run..], [] | [b'A'..=b'Z'])
    };
    keyword(keywords, "STARTTLS").is_none() && keywords.iter().any(masked)
}

/// Whether a firewall has blanked the greeting: nothing but `2`, `0`, blanks and at least one `*` behind the 220.
pub fn masked_banner(greeting: &Reply) -> bool {
    let text = greeting.text().0;
    greeting.code == 220
        && text.contains(&b'*')
        && text
            .iter()
            .all(|byte| matches!(byte, b'2' | b'0' | b' ' | b'*'))
}

/// Code, whether another line follows, and the text.
fn split_line(line: &[u8]) -> Option<(u16, bool, &[u8])> {
    let (digits, rest) = line.split_at_checked(3)?;
    // RFC 5321 4.2.1 has no 1yz, and nothing above 5yz.
    let code = small_number(digits).filter(|code| matches!(code, 200..=599))?;
    match rest {
        [] => Some((code, false, rest)),
        [b'-', text @ ..] => Some((code, true, text)),
        [b' ' | b'\t', text @ ..] => Some((code, false, text)),
        _ => None,
    }
}

/// One to three digits.
fn small_number(digits: &[u8]) -> Option<u16> {
    if !matches!(digits.len(), 1..=3) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits
        .iter()
        .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::testing::assert_prefix_stable;
    use crate::wire::{MAX_LINE, MAX_REPLY};

    fn parsed(input: &str) -> Reply {
        let (reply, used) = reply(input.as_bytes()).unwrap().unwrap();
        assert_eq!(used, input.len(), "{input:?}");
        reply
    }

    fn texts(lines: &[&str]) -> Vec<Text> {
        lines.iter().map(|line| Text::from(*line)).collect()
    }

    #[test]
    fn reads_replies_word_for_word() {
        for (input, code, lines, bare_lf) in [
            (
                "220 mx.example.com ESMTP\r\n",
                220,
                &["mx.example.com ESMTP"][..],
                false,
            ),
            ("220\r\n", 220, &[""], false),
            ("220 \r\n", 220, &[""], false),
            ("220\tmx\r\n", 220, &["mx"], false),
            ("220  two blanks \r\n", 220, &[" two blanks "], false),
            ("220-wait\r\n220 mx\r\n", 220, &["wait", "mx"], false),
            ("250-\r\n250\n", 250, &["", ""], true),
            ("220-a\n220 b\r\n", 220, &["a", "b"], true),
            (
                "554 5.7.1 \u{fffd}\0\r no\r\n",
                554,
                &["5.7.1 \u{fffd}\0\r no"],
                false,
            ),
        ] {
            let reply = parsed(input);
            let expected = Reply {
                code,
                codes: None,
                lines: texts(lines),
                bare_lf,
                instead_of: None,
            };
            assert_eq!(reply, expected, "{input:?}");
        }
    }

    #[test]
    fn a_refusal_under_two_codes_is_one() {
        let reply = parsed("554-5.7.1 Service unavailable\r\n550 5.7.1 listed\r\n");
        assert_eq!(
            (reply.code, reply.codes.clone()),
            (550, Some(vec![554, 550]))
        );
        let shown = texts(&["554-5.7.1 Service unavailable", "550 5.7.1 listed"]);
        assert_eq!(reply.to_lines(), shown);
    }

    #[test]
    fn what_came_of_a_refusal_is_one() {
        for (came, code, lines) in [
            (
                "554-mx\r\n554-listed\r\n",
                554,
                &["554-mx", "554 listed"][..],
            ),
            (
                "421-failure in DNS look-up.\r\n",
                421,
                &["421 failure in DNS look-up."],
            ),
            ("554 5.7.1 list", 554, &["554 5.7.1 list"]),
            ("220-mx\r\n521 no", 521, &["521 no"]),
            ("250-mx\r\n421", 421, &["421"]),
        ] {
            assert_eq!(reply(came.as_bytes()), Ok(None), "{came:?}");
            let refusal = refusal_so_far(came.as_bytes()).expect(came);
            let told = (refusal.code, refusal.to_lines());
            assert_eq!(told, (code, texts(lines)), "{came:?}");
        }
        for came in ["", "220 mx", "250-STARTTLS\r\n", "55", "hello", "* BYE"] {
            assert_eq!(refusal_so_far(came.as_bytes()), None, "{came:?}");
        }
    }

    #[test]
    fn the_leftover_belongs_to_the_caller() {
        let input = b"220 ready\r\n250 injected\r\n";
        let (first, used) = reply(input).unwrap().unwrap();
        assert_eq!((first.code, used), (220, 11));
        assert_eq!(reply(&input[used..]).unwrap().unwrap().0.code, 250);
    }

    #[test]
    fn says_what_is_no_reply() {
        for line in [
            "SSH-2.0-OpenSSH_9.6",
            "HTTP/1.1 400 Bad Request",
            "+OK",
            "* OK",
            "",
            "22",
            "22x",
            "2200 mx",
            "220x",
            "220*",
            "120 wait",
            "600 what",
            "999 what",
            " 220 mx",
            "-20 x",
            "+22 x",
        ] {
            let input = format!("{line}\r\n");
            let expected = Malformed::NotAReply { line: line.into() };
            assert_eq!(reply(input.as_bytes()), Err(expected), "{line:?}");
        }
        let expected = Malformed::NotAReply {
            line: "continued".into(),
        };
        assert_eq!(reply(b"220-mx\r\ncontinued\r\n"), Err(expected));
    }

    #[test]
    fn a_code_that_changes_is_no_reply() {
        for (input, first, then) in [
            ("220-mx\r\n250 ok\r\n", 220, 250),
            ("550-no\r\n250 ok\r\n", 550, 250),
        ] {
            let line = lines_so_far(input.as_bytes()).pop().unwrap();
            let expected = Malformed::CodeChanges { first, then, line };
            assert_eq!(reply(input.as_bytes()), Err(expected), "{input:?}");
        }
    }

    #[test]
    fn a_refusal_in_the_middle_is_the_answer() {
        for (input, code, instead_of, lines) in [
            // Postfix' postscreen, and vertx-x3/vertx-mail-client#81.
            (
                "220-mx.example.com ESMTP Postfix\r\n521 5.7.1 Service unavailable; client [192.0.2.9] blocked\r\n",
                521,
                220,
                &["5.7.1 Service unavailable; client [192.0.2.9] blocked"][..],
            ),
            (
                "220-a\r\n220-b\r\n421 4.3.2 All server ports are busy\r\n",
                421,
                220,
                &["4.3.2 All server ports are busy"],
            ),
            ("250-mx\r\n554-no\r\n554 go\r\n", 554, 250, &["no", "go"]),
            ("250-mx\r\n250-SIZE\r\n450 later\r\n", 450, 250, &["later"]),
            // RFC 5321 3.8: 421 may come at any time.
            ("550-no\r\n421 closing\r\n", 421, 550, &["closing"]),
        ] {
            let reply = parsed(input);
            assert_eq!((reply.code, reply.instead_of), (code, Some(instead_of)));
            assert_eq!(reply.lines, texts(lines), "{input:?}");
        }
    }

    #[test]
    fn an_endless_reply_is_broken_at_the_limit() {
        let flood = b"250-X\r\n".repeat(MAX_REPLY);
        assert_eq!(reply(&flood), Err(Malformed::ReplyTooLong));
        assert_eq!(reply(&flood[..MAX_REPLY]), Err(Malformed::ReplyTooLong));
        assert_eq!(reply(&flood[..MAX_REPLY - 1]), Ok(None));
        let endless = vec![b'2'; MAX_LINE];
        assert_eq!(reply(&endless), Err(Malformed::LineTooLong));
    }

    #[test]
    fn a_reply_of_exactly_the_limit_is_read() {
        let mut input = b"250-abcd\r\n".repeat(MAX_REPLY / 10 - 1);
        let last = format!("250 {}\r\n", "x".repeat(MAX_REPLY - input.len() - 6));
        input.extend_from_slice(last.as_bytes());
        assert_eq!(input.len(), MAX_REPLY);
        let (whole, used) = reply(&input).unwrap().unwrap();
        assert_eq!((whole.lines.len(), used), (MAX_REPLY / 10, MAX_REPLY));
        input.insert(input.len() - 2, b'x');
        assert_eq!(reply(&input), Err(Malformed::ReplyTooLong));
    }

    #[test]
    fn every_prefix_of_every_transcript_waits_or_agrees() {
        for input in [
            "220 mx.example.com ESMTP Postfix\r\n",
            "220-mx.example.com\r\n220 ESMTP\r\nearly",
            "220\n220\n",
            "250-mx\r\n250-STARTTLS\r\n250 8BITMIME\r\n220 go\r\n",
            "220-mx\r\n554 no\r\n220 x\r\n",
            "220-mx\r\n421-no\r\n421 no\r\n220 x\r\n",
            "SSH-2.0-x\r\n220 mx\r\n",
            "220-a\r\n220-b\r\nno\r\n",
        ] {
            assert_prefix_stable(input.as_bytes(), reply);
        }
    }

    #[test]
    fn to_lines_gives_back_what_came() {
        for input in [
            "220\r\n",
            "250-a\r\n250 b\r\n",
            "250-\r\n250-PIPELINING\r\n250 SIZE 1\r\n",
        ] {
            assert_eq!(parsed(input).to_lines(), lines_so_far(input.as_bytes()));
        }
        assert_eq!(parsed("250-a\r\n250 b\r\n").text(), Text::from("a b"));
    }

    #[test]
    fn the_first_digit_decides() {
        for (code, expected) in [
            (220, (true, false, false)),
            (354, (true, false, false)),
            (421, (false, true, false)),
            (554, (false, false, true)),
        ] {
            let reply = parsed(&format!("{code} x\r\n"));
            let found = (
                reply.is_positive(),
                reply.is_temporary(),
                reply.is_permanent(),
            );
            assert_eq!(found, expected, "{code}");
        }
    }

    #[test]
    fn keeps_unknown_keywords() {
        let reply =
            parsed("250-mx greets you\r\n250-X-FOO a=b\r\n250-SIZE abc\r\n250 starttls\r\n");
        let keywords = ehlo_keywords(&reply);
        assert_eq!(keywords, texts(&["X-FOO a=b", "SIZE abc", "starttls"]));
        assert_eq!(keyword(&keywords, "SIZE"), Some("abc".into()));
        assert_eq!(keyword(&keywords, "STARTTLS"), Some("".into()));
        assert_eq!(keyword(&keywords, "mx"), None);
    }

    #[test]
    fn lists_mechanisms_once_and_in_order() {
        for (lines, expected) in [
            (&["AUTH PLAIN LOGIN"][..], &["PLAIN", "LOGIN"][..]),
            (&["AUTH=LOGIN PLAIN"], &["LOGIN", "PLAIN"]),
            (
                &["AUTH LOGIN  PLAIN", "AUTH=login CRAM-MD5"],
                &["LOGIN", "PLAIN", "CRAM-MD5"],
            ),
            (&["auth =LOGIN"], &["LOGIN"]),
            (&["AUTH"], &[]),
            (&["AUTHX PLAIN", "8BITMIME"], &[]),
        ] {
            assert_eq!(auth_mechanisms(&texts(lines)), expected, "{lines:?}");
        }
    }

    #[test]
    fn sees_a_masked_starttls() {
        for (lines, expected) in [
            (&["XXXXXXXA"][..], true),
            (&["XXXXXXXX", "SIZE 1"], true),
            (&["XXXX"], true),
            (&["XXXXXXXB"], true),
            (&["XXX"], false),
            (&["XXXXXXXAA"], false),
            (&["X-EXPS GSSAPI", "XCLIENT"], false),
            (&["STARTTLS", "XXXXXXXA"], false),
            (&[], false),
        ] {
            assert_eq!(masked_starttls(&texts(lines)), expected, "{lines:?}");
        }
    }

    #[test]
    fn sees_a_masked_banner() {
        for (line, expected) in [
            ("220 *************************", true),
            ("220 **220****0*2*", true),
            ("220 ", false),
            ("220 2000", false),
            ("220 *** mx", false),
            ("554 ****", false),
        ] {
            assert_eq!(
                masked_banner(&parsed(&format!("{line}\r\n"))),
                expected,
                "{line}"
            );
        }
    }
}
