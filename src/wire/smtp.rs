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
mod tests;
