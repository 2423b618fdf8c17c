//! What people paste, made readable: terminals, web pages, mails and word processors leave their marks in it.

use std::borrow::Cow;

use super::{MAX_QUERY, made_up};
use crate::wire::charset;

/// The beginning and the end of a text that is longer than what is read: a traceback has its error in the last line.
pub(super) fn bounded(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_QUERY {
        return Cow::Borrowed(text);
    }
    let half = MAX_QUERY / 2;
    let mut head = half;
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    let mut tail = text.len() - half;
    while !text.is_char_boundary(tail) {
        tail += 1;
    }
    Cow::Owned(format!("{}\n{}", &text[..head], &text[tail..]))
}

/// Text of any encoding that a pipe brings. What is not UTF-8 and does not look like Chinese is read byte by byte, as a
/// Latin-1 terminal would: the numbers and the English of it are the same.
pub fn decode(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..]
            .as_chunks::<2>()
            .0
            .iter()
            .map(|pair| unit(*pair))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // A character that was cut at the limit is no other encoding.
            Err(fault) if fault.error_len().is_none() => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            Err(_) => charset::chinese(bytes)
                .unwrap_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect()),
        },
    }
}

/// The text without what its way here added.
pub(super) fn clean(text: &str) -> String {
    let text = without_escapes(text);
    let text = if quoted_printable(&text) {
        unquoted(&text)
    } else {
        text
    };
    let text = if text.contains(['&', '<']) {
        without_markup(&text)
    } else {
        text
    };
    let text = made_up::without(text.replace("\\r\\n", "\n").replace("\\n", "\n"));
    let text = if is_qmail(&text) {
        text.replace('_', " ")
    } else {
        text
    };
    spaced(text.chars().filter_map(plain))
}

/// The text with a blank between a Chinese character and a Latin letter, a digit or a bracket. Some write one there and
/// some do not: 使用SSL连接, 使用 SSL 连接.
fn spaced(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text {
        if (is_han(before) && is_latin(c, '(')) || (is_latin(before, ')') && is_han(c)) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_latin(c: char, bracket: char) -> bool {
    c.is_ascii_alphanumeric() || c == bracket
}

/// Whether it is a line of qmail's log, which has `_` for a blank and a status code in brackets at its end (qmail-remote.c).
fn is_qmail(text: &str) -> bool {
    text.contains("_(#4.") || text.contains("_(#5.")
}

/// A character as it is typed: full-width forms, typographic quotes and blanks of every kind become the plain ones.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\n' | '\t' => c,
        '\r' => '\n',
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {
            return None;
        }
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '‘' | '’' | '‚' | '‛' | '`' | '´' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '…' => '.',
        '×' => 'x',
        c if c.is_control() => ' ',
        c => c,
    })
}

/// The text without the sequences that colour a terminal (ECMA-48), and with a blank after a full-width comma or colon.
fn without_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1B}' if chars.peek() == Some(&'[') => {
                chars.next();
                let _ = chars.by_ref().find(|c| matches!(c, '@'..='~'));
            }
            '\u{1B}' if chars.peek() == Some(&']') => {
                let _ = chars
                    .by_ref()
                    .find(|c| matches!(c, '\u{7}' | '\u{1B}' | '\n'));
            }
            '\u{1B}' => {}
            '，' => out.push_str(", "),
            '：' => out.push_str(": "),
            '；' => out.push_str("; "),
            c => out.push(c),
        }
    }
    out
}

/// Whether a text is quoted-printable (RFC 2045 section 6.7): a sign of equality of its own has to be written so there.
fn quoted_printable(text: &str) -> bool {
    let high = |part: &str| {
        part.starts_with(['8', '9', 'A', 'B', 'C', 'D', 'E', 'F']) && hex(part).is_some()
    };
    let mut parts = text.split('=').skip(1).map(high);
    let run = parts.next().is_some_and(|mut before| {
        parts.any(|now| {
            let both = before && now;
            before = now;
            both
        })
    });
    text.contains("=3D") || run
}

fn hex(part: &str) -> Option<u8> {
    let digits = part.get(..2)?;
    let capital = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte));
    u8::from_str_radix(digits, 16).ok().filter(|_| capital)
}

fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('=');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let soft = part
            .strip_prefix("\r\n")
            .or_else(|| part.strip_prefix('\n'));
        match (soft, hex(part)) {
            (Some(rest), _) => bytes.extend_from_slice(rest.as_bytes()),
            (None, Some(byte)) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            (None, None) => {
                bytes.push(b'=');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    decode(&bytes)
}

/// The entities and the few tags of HTML that stand in what is copied from a page.
fn without_markup(text: &str) -> String {
    const MARKS: &[(&str, &str)] = &[
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&rsquo;", "'"),
        ("&lsquo;", "'"),
        ("&ldquo;", "\""),
        ("&rdquo;", "\""),
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&hellip;", "..."),
        ("<br>", "\n"),
        ("<br/>", "\n"),
        ("<br />", "\n"),
        ("<BR>", "\n"),
        ("<p>", "\n"),
        ("</p>", "\n"),
        ("<b>", ""),
        ("</b>", ""),
        ("<code>", ""),
        ("</code>", ""),
        ("<pre>", "\n"),
        ("</pre>", "\n"),
        ("<strong>", ""),
        ("</strong>", ""),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    for (mark, plain) in MARKS {
        if text.contains(mark) {
            text = text.replace(mark, plain);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_way_here_added_is_taken_away() {
        for (pasted, plain) in [
            (
                "\u{1b}[31mConnection refused\u{1b}[0m",
                "Connection refused",
            ),
            ("\u{1b}]0;title\u{7}x", "x"),
            ("can&#39;t &lt;a@b&gt;<br>x", "can't <a@b>\nx"),
            (
                "Couldn\u{2019}t \u{201c}x\u{201d}\u{a0}y",
                "Couldn't \"x\" y",
            ),
            (
                "错误号：０ｘ800CCC0E，端口：２５",
                "错误号: 0x800CCC0E, 端口: 25",
            ),
            ("a=3Db=\r\nc =E8=BF=9E", "a=bc 连"),
            ("errno=110, num=20", "errno=110, num=20"),
            ("a\\r\\nb", "a\nb"),
            (
                "接收(pop)服务器, 使用SSL连接25端口",
                "接收 (pop) 服务器, 使用 SSL 连接 25 端口",
            ),
        ] {
            assert_eq!(clean(pasted), plain, "{pasted}");
        }
    }

    #[test]
    fn a_pipe_may_bring_any_encoding() {
        assert_eq!(decode("连接".as_bytes()), "连接");
        assert_eq!(decode(&[0xFF, 0xFE, b'5', 0, b'5', 0]), "55");
        assert_eq!(decode(&[b'5', 0xC7, 0xEB, b'x', b'x']), "5Çëxx");
        let gbk = b"535 Error: \xCA\xDA\xC8\xA8\xC2\xEB";
        assert_eq!(decode(gbk), "535 Error: 授权码");
        // The last character was cut.
        assert_eq!(decode(&[b'a', 0xE8, 0xBF]), "a\u{fffd}");
    }

    #[test]
    fn the_beginning_and_the_end_are_read() {
        let text = format!("first{}last", "连".repeat(MAX_QUERY));
        let kept = bounded(&text);
        assert!(kept.len() <= MAX_QUERY + 1 && kept.starts_with("first") && kept.ends_with("last"));
        assert_eq!(bounded("short"), "short");
    }
}
