//! Untrusted text, made safe for a terminal, for Markdown and for HTML.
//!
//! What a server says is written by whoever runs it, or by whoever stands in between. Each function names the attack
//! it prevents. They share one way to show what must not be shown as it is: `\x1b` for a control byte or a byte that
//! is no UTF-8, `\u{202e}` for a character, `\t`, `\n` and `\r` for the three that have a name.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar as _;

/// Makes one line for a terminal of text from outside. Ordinary printable characters stay, whatever their script.
///
/// Prevents terminal escape sequences (recolouring, moving the cursor over earlier lines, setting the title, answering
/// back into the shell), text that runs backwards or is invisible and so reads as something else, and line breaks that
/// forge a line of this program's own.
pub fn terminal(text: impl AsRef<[u8]>) -> String {
    escaped(text.as_ref(), |character| !is_deceptive(character))
}

/// Like [`terminal`], for a terminal that shows ASCII only: everything else becomes `\u{…}`.
///
/// Prevents that bytes beyond ASCII turn into C1 control codes in a terminal with an 8-bit character set.
pub fn ascii(text: impl AsRef<[u8]>) -> String {
    escaped(text.as_ref(), |character| {
        character.is_ascii() && !is_deceptive(character)
    })
}

/// A safe text as a terminal can show it: in ASCII, where it does not take Unicode.
pub fn as_shown(text: String, unicode: bool) -> String {
    if unicode { text } else { plain_ascii(&text) }
}

/// Turns this program's own typographic characters into ASCII, for a terminal that shows nothing else.
///
/// For text that is safe already: control characters stay, so that layout and colours do. Characters without a
/// likeness become `\u{…}`. Prevents the same as [`ascii`] for what slips through a sentence's argument.
pub fn plain_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match likeness(character) {
            Some(likeness) => out.push_str(likeness),
            None if character.is_ascii() => out.push(character),
            None => push_escape(&mut out, character),
        }
    }
    out
}

/// Makes text for a Markdown paragraph, list item, heading or table cell that shows as the text itself.
///
/// Prevents links and images (a tracking pixel in a support ticket), HTML, emphasis and code spans that swallow what
/// follows, broken table rows, and on hosting platforms that somebody is notified (`@name`) or another ticket is
/// linked (`#1`): those two signs stand in a code span of their own.
pub fn markdown_inline(text: impl AsRef<[u8]>) -> String {
    let text = terminal(text);
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = text.as_str();
    let body = rest.trim_start_matches(' ');
    // Four blanks at the beginning would make a code block.
    out.push_str(&"&#32;".repeat(rest.len() - body.len()));
    rest = body;
    // `1. ` and `1) ` at the beginning would make a list; an address makes none.
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = rest.get(digits + 1..).unwrap_or_default();
    if digits > 0
        && rest[digits..].starts_with(['.', ')'])
        && (behind.is_empty() || behind.starts_with(' '))
    {
        out.push_str(&rest[..digits]);
        out.push('\\');
        out.push_str(&rest[digits..=digits]);
        rest = behind;
    } else if rest.starts_with(['+', '-', '=']) {
        out.push('\\');
    }
    while let Some(character) = rest.chars().next() {
        let signs = rest.len() - rest.trim_start_matches(['@', '#']).len();
        if signs > 0 {
            // A run in one span: two spans side by side would be none.
            let _ = write!(out, "`{}`", &rest[..signs]);
            rest = &rest[signs..];
            continue;
        }
        if let Some(word) = url(&out, rest) {
            // A row of a table ends at a bar, also within a span.
            let _ = write!(out, "`{}`", word.replace('|', "\\|"));
            rest = &rest[word.len()..];
            continue;
        }
        let next = rest[character.len_utf8()..].chars().next();
        match character {
            // As an entity, so that it cannot touch the span of a sign beside it.
            '`' => out.push_str("&#96;"),
            '_' if is_within_word(&out, next) => out.push('_'),
            '<' if next.is_some_and(|next| next == ' ' || next.is_ascii_digit()) => out.push('<'),
            '!' if next != Some('[') => out.push('!'),
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '!' | '$' | '{' | '}' => {
                out.push('\\');
                out.push(character);
            }
            // `https://` and `www.` link themselves.
            ':' if rest.starts_with("://") => out.push_str("\\:"),
            '.' if ends_with_www(&out) => out.push_str("\\."),
            _ => out.push(character),
        }
        rest = &rest[character.len_utf8()..];
    }
    out
}

/// The word that begins here, if it is one that holds a URL and can stand in a code span: that links nothing, and whoever
/// reads the raw text can copy it.
fn url<'a>(before: &str, rest: &'a str) -> Option<&'a str> {
    if !before.is_empty() && !before.ends_with(' ') {
        return None;
    }
    let word = rest.split(' ').next()?;
    (word.contains("://") && !word.contains('`')).then_some(word)
}

/// An underscore between letters or digits formats nothing (`CommonMark`, section 6.2).
fn is_within_word(before: &str, next: Option<char>) -> bool {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric();
    before.ends_with(is_of_word) && next.is_some_and(is_of_word)
}

/// Makes a fenced Markdown code block of text of several lines. Ends in a line ending.
///
/// Prevents that a line of backticks in the text ends the block and the rest becomes markup: the fence is longer than
/// any run inside. Every line is made safe as by [`terminal`], for whoever reads the raw text.
pub fn markdown_code_block(text: impl AsRef<[u8]>) -> String {
    let body = text.as_ref();
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    let fence = "`".repeat(longest_run(body, b'`').max(2) + 1);
    let mut out = format!("{fence}text\n");
    for line in body.split(|byte| *byte == b'\n') {
        out.push_str(&terminal(line.strip_suffix(b"\r").unwrap_or(line)));
        out.push('\n');
    }
    out.push_str(&fence);
    out.push('\n');
    out
}

/// Makes text for HTML, for an element or for an attribute in either kind of quotes.
///
/// Prevents scripts and any other markup of the server's own, and ends of attributes. Line breaks and tabs stay.
pub fn html(text: impl AsRef<[u8]>) -> String {
    let keeps = |character| matches!(character, '\t' | '\n') || !is_deceptive(character);
    let mut out = String::new();
    for character in escaped(text.as_ref(), keeps).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // `&apos;` is not HTML 4.
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

/// Keeps at most so many characters and says how many more there were: `220 mx…[+1200]`.
///
/// Prevents that a long text buries the report. Cut what is made safe already, not before: a cut may then fall into a
/// shown escape, but never brings one about.
pub fn truncate(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…[+{}]", &text[..end], text[end..].chars().count()),
    }
}

/// How many marks a letter may carry. Vietnamese, Hebrew and Indian scripts do with three.
pub(crate) const MAX_MARKS: u32 = 4;

/// Keeps what `keeps` allows and shows the rest as escapes. Of the marks that a letter carries a few stay: hundreds on
/// one letter paint over the lines above and below.
fn escaped(bytes: &[u8], keeps: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut marks = 0;
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            let is_mark = character.width() == Some(0);
            if keeps(character) && !(is_mark && marks >= MAX_MARKS) {
                marks = if is_mark { marks + 1 } else { 0 };
                out.push(character);
            } else {
                // Marks behind one too many are too many as well.
                marks = if is_mark { marks } else { 0 };
                push_escape(&mut out, character);
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
    out
}

fn push_escape(out: &mut String, character: char) {
    // Writing to a `String` cannot fail.
    let _ = match character {
        '\t' => write!(out, "\\t"),
        '\n' => write!(out, "\\n"),
        '\r' => write!(out, "\\r"),
        '\0'..='\x7f' => write!(out, "\\x{:02x}", u32::from(character)),
        _ => write!(out, "\\u{{{:x}}}", u32::from(character)),
    };
}

/// Whether a character does something instead of showing something, or shows nothing at all.
///
/// Unicode's categories Cc, Cf (save the Arabic number signs, which show), Zl, Zp and Co, the noncharacters, and the
/// rest of `Default_Ignorable_Code_Point`.
pub(crate) fn is_deceptive(character: char) -> bool {
    match character {
        // C0, DEL, C1.
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        // Soft hyphen, grapheme joiner, Arabic letter mark, Syriac abbreviation mark.
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{70f}'
        // Hangul fillers, Khmer inherent vowels, Mongolian separators: blank or nothing.
        | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}'
        // Zero width characters and direction marks; line and paragraph separator; embeddings and overrides.
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        // Word joiner, invisible operators, isolates, deprecated format characters.
        | '\u{2060}'..='\u{206f}'
        // The blank Braille pattern.
        | '\u{2800}'
        // Private use, variation selectors, byte order mark, reserved, annotations, object replacement.
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffc}'
        // Noncharacters of the first plane; those of the others are told by their last digits below.
        | '\u{fdd0}'..='\u{fdef}'
        // Hieroglyph, shorthand and musical format controls.
        | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        // Tags, variation selectors and what is reserved beside them; private planes.
        | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}' => true,
        _ => u32::from(character) & 0xfffe == 0xfffe,
    }
}

/// What stands for one of this program's own characters in ASCII.
fn likeness(character: char) -> Option<&'static str> {
    Some(match character {
        '→' | '⇒' | '➜' => "->",
        '←' => "<-",
        '↑' => "^",
        '↓' => "v",
        // Corners of boxes, and the sign of what is well.
        '↳' | '└' | '╰' | '├' | '┌' | '┐' | '┘' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╯' | '✓'
        | '✔' => "+",
        '│' | '┃' | '┆' => "|",
        '─' | '━' | '–' | '‐' | '‑' | '−' | '·' => "-",
        '—' => "--",
        '•' | '●' | '◦' | '▪' | '∙' => "*",
        '…' => "...",
        '✗' | '✘' | '×' => "x",
        '○' => "o",
        '⚠' => "!",
        'ℹ' => "i",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '‚' => "'",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        // Fluent puts these around arguments; the emoji selector follows a sign that stands by itself.
        '\u{2068}' | '\u{2069}' | '\u{fe0f}' => "",
        '≥' => ">=",
        '≤' => "<=",
        '≈' => "~",
        '≠' => "!=",
        'µ' | 'μ' => "u",
        _ => return None,
    })
}

fn ends_with_www(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 3 && bytes[bytes.len() - 3..].eq_ignore_ascii_case(b"www")
}

fn longest_run(bytes: &[u8], of: u8) -> usize {
    let runs = bytes.split(|byte| *byte != of).map(<[u8]>::len);
    runs.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every attack, as bytes, and what a terminal is given instead.
    const ATTACKS: [(&str, &[u8], &str); 20] = [
        ("recolours the screen", b"\x1b[31mred", "\\x1b[31mred"),
        ("sets the title", b"\x1b]0;pwned\x07", "\\x1b]0;pwned\\x07"),
        (
            "C1 control sequence introducer",
            "\u{9b}31m".as_bytes(),
            "\\u{9b}31m",
        ),
        ("C1 as a raw byte", b"\x9b31m", "\\x9b31m"),
        ("overwrites the line", b"fine\rbad", "fine\\rbad"),
        ("forges a line", b"ok\n[verdict] ok", "ok\\n[verdict] ok"),
        ("moves to a column", b"a\tb", "a\\tb"),
        (
            "erases by backspace",
            b"bad\x08\x08\x08ok",
            "bad\\x08\\x08\\x08ok",
        ),
        ("rings", b"\x07", "\\x07"),
        ("deletes", b"a\x7f", "a\\x7f"),
        ("ends a C string", b"a\0b", "a\\x00b"),
        ("runs backwards", "\u{202e}moc".as_bytes(), "\\u{202e}moc"),
        (
            "isolates",
            "\u{2066}a\u{2069}".as_bytes(),
            "\\u{2066}a\\u{2069}",
        ),
        (
            "direction marks",
            "\u{200e}\u{200f}\u{61c}".as_bytes(),
            "\\u{200e}\\u{200f}\\u{61c}",
        ),
        (
            "zero width",
            "mx\u{200b}.example".as_bytes(),
            "mx\\u{200b}.example",
        ),
        ("byte order mark", "\u{feff}a".as_bytes(), "\\u{feff}a"),
        (
            "line separator",
            "a\u{2028}b\u{2029}".as_bytes(),
            "a\\u{2028}b\\u{2029}",
        ),
        ("hidden tags", "\u{e0041}".as_bytes(), "\\u{e0041}"),
        ("overlong form", b"\xc0\x9b", "\\xc0\\x9b"),
        ("cut character", b"a\xe4\xb8", "a\\xe4\\xb8"),
    ];

    #[test]
    fn a_terminal_sees_attacks_as_text() {
        for (attack, bytes, expected) in ATTACKS {
            assert_eq!(terminal(bytes), expected, "{attack}");
        }
    }

    #[test]
    fn ordinary_text_stays_in_every_script() {
        for text in [
            "220 mx.example.com ESMTP",
            "Grüße, мир, 你好\u{3000}世界",
            "e\u{301} ñ العربية ٣",
            "😀 C:\\mail",
        ] {
            assert_eq!(terminal(text), text);
        }
    }

    #[test]
    fn letters_do_not_paint_over_other_lines() {
        let heaped = format!("a{}", "\u{300}\u{489}\u{20dd}".repeat(300));
        let shown = terminal(&heaped);
        assert!(shown.starts_with("a\u{300}\u{489}\u{20dd}\u{300}\\u{489}\\u{20dd}\\u{300}"));
        let marks = |text: &str| text.chars().filter(|sign| sign.width() == Some(0)).count();
        assert_eq!(marks(&shown), 4);
        assert_eq!(marks(&html(&heaped)), 4);
        // What carries few marks a letter stays, as long as it may be.
        for text in [
            "Vi\u{302}\u{323}t ".repeat(50),
            "שָׁלוֹם हिन्दी ไทย้ บิ๊ก བརྒྱད".to_owned(),
        ] {
            assert_eq!(terminal(&text), text);
        }
    }

    #[test]
    fn ascii_shows_nothing_beyond_ascii() {
        for (_, bytes, _) in ATTACKS {
            assert!(ascii(bytes).bytes().all(|byte| matches!(byte, b' '..=b'~')));
        }
        assert_eq!(ascii("Grüße\u{9b}\x1b"), "Gr\\u{fc}\\u{df}e\\u{9b}\\x1b");
        assert_eq!(ascii(b"\xff"), "\\xff");
    }

    #[test]
    fn our_own_signs_have_a_likeness() {
        assert_eq!(
            plain_ascii("✓ 25 → mx — “ok” … • 3×"),
            "+ 25 -> mx -- \"ok\" ... * 3x"
        );
        assert_eq!(plain_ascii("\x1b[31m\ta\n"), "\x1b[31m\ta\n");
        assert_eq!(plain_ascii("⚠\u{fe0f} 你"), "! \\u{4f60}");
        assert_eq!(plain_ascii("\u{202e}"), "\\u{202e}");
    }

    #[test]
    fn markdown_shows_attacks_as_text() {
        for (attack, text, expected) in [
            (
                "image that tracks",
                "![x](http://evil)",
                "`![x](http://evil)`",
            ),
            (
                "link in a row of a table",
                "a http://e|b",
                "a `http://e\\|b`",
            ),
            ("link with a backtick", "http://e`", "http\\://e&#96;"),
            ("an address is no list", "203.0.113.7", "203.0.113.7"),
            (
                "a name of an error",
                "WSAHOST_NOT_FOUND",
                "WSAHOST_NOT_FOUND",
            ),
            ("a short time", "<1 ms!", "<1 ms!"),
            ("HTML", "<img src=x>", "\\<img src=x\\>"),
            ("entity", "&lt;", "\\&lt;"),
            ("swallows by a code span", "a `b", "a &#96;b"),
            (
                "emphasis",
                "*a* __b__ ~~c~~",
                "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~",
            ),
            ("breaks a table row", "a | b", "a \\| b"),
            ("undoes the escape of a pipe", "a \\| b", "a \\\\\\| b"),
            ("notifies", "@root", "`@`root"),
            ("links a ticket", "see #1", "see `#`1"),
            ("runs of signs", "@@#1", "`@@#`1"),
            ("sign beside a backtick", "`@`", "&#96;`@`&#96;"),
            ("heading", "# big", "`#` big"),
            ("list", "- a", "\\- a"),
            ("numbered list", "1. a", "1\\. a"),
            ("numbered list, bracket", "12) a", "12\\) a"),
            ("underlines a heading", "===", "\\==="),
            ("code block by indent", "    x", "&#32;&#32;&#32;&#32;x"),
            ("links itself", "www.evil.example", "www\\.evil.example"),
            ("mathematics", "$x$", "\\$x\\$"),
            ("forges a line", "a\n# b", "a\\\\n`#` b"),
            ("terminal of who reads it raw", "\x1b[2J", "\\\\x1b\\[2J"),
            (
                "plain text stays",
                "220 mx.example.com (ok): 5.7.1 - x",
                "220 mx.example.com (ok): 5.7.1 - x",
            ),
            ("nothing", "", ""),
        ] {
            assert_eq!(markdown_inline(text), expected, "{attack}");
        }
    }

    #[test]
    fn a_code_block_cannot_be_left() {
        assert_eq!(markdown_code_block("a\r\nb\n"), "```text\na\nb\n```\n");
        assert_eq!(markdown_code_block(""), "```text\n\n```\n");
        let attack = "a\n```\n![x](y)\n````\n";
        assert_eq!(
            markdown_code_block(attack),
            format!("`````text\n{attack}`````\n")
        );
        assert_eq!(markdown_code_block("\x1b[2J"), "```text\n\\x1b[2J\n```\n");
    }

    #[test]
    fn html_holds_no_markup() {
        for (attack, text, expected) in [
            (
                "script",
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ),
            (
                "ends an attribute",
                "\" onload='x'",
                "&quot; onload=&#39;x&#39;",
            ),
            ("entity", "&#60;b&#62;", "&amp;#60;b&amp;#62;"),
            ("layout stays", "a\tb\n", "a\tb\n"),
            ("overwrites when copied", "a\rb\x1b", "a\\rb\\x1b"),
            ("noncharacter", "\u{ffff}", "\\u{ffff}"),
            ("runs backwards", "\u{202e}", "\\u{202e}"),
        ] {
            assert_eq!(html(text), expected, "{attack}");
        }
    }

    #[test]
    fn truncate_says_how_much_was_cut() {
        assert_eq!(truncate("abc", 3), "abc");
        assert_eq!(truncate("abcd", 3), "abc…[+1]");
        assert_eq!(truncate("你好世界", 2), "你好…[+2]");
        assert_eq!(truncate("", 0), "");
        assert_eq!(truncate("ab", 0), "…[+2]");
    }
}
