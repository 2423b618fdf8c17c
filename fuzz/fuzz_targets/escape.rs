#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::escape;

fuzz_target!(|bytes: &[u8]| {
    let terminal = escape::terminal(bytes);
    assert!(!terminal.chars().any(is_control));
    // What is safe stays as it is.
    assert_eq!(escape::terminal(&terminal), terminal);

    assert!(
        escape::ascii(bytes)
            .bytes()
            .all(|byte| matches!(byte, b' '..=b'~'))
    );
    assert_eq!(escape::ascii(&terminal), escape::ascii(bytes));
    assert!(
        escape::plain_ascii(&terminal)
            .bytes()
            .all(|byte| matches!(byte, b' '..=b'~'))
    );

    check_inline(&escape::markdown_inline(bytes));
    check_block(&escape::markdown_code_block(bytes));
    check_markup(&escape::html(bytes), &['\t', '\n']);

    for most in [0, 1, 7, terminal.chars().count()] {
        let cut = escape::truncate(&terminal, most);
        let kept: String = terminal.chars().take(most).collect();
        assert!(cut.starts_with(&kept));
        assert_eq!(cut == terminal, terminal.chars().count() <= most);
    }
});

fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// No sign of markup stands without its backslash where it would format anything, and every code span is one of ours:
/// `@` and `#` alone, or a word that holds a URL.
fn check_inline(text: &str) {
    assert!(!text.chars().any(is_control));
    // What is shown as it stands, without the spans.
    let mut outside = String::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let next = rest[character.len_utf8()..].chars().next();
        match character {
            '`' => {
                let (span, behind) = rest[1..].split_once('`').unwrap();
                let signs = span.chars().all(|sign| matches!(sign, '@' | '#'));
                let url = span.contains("://") && !span.contains(' ');
                assert!(!span.is_empty() && (signs || url), "{text}");
                assert!(!behind.starts_with('`'), "{text}");
                outside.push(' ');
                rest = behind;
                before = '`';
                continue;
            }
            '\\' => {
                let sign = rest[1..].chars().next().unwrap();
                assert!(sign.is_ascii_punctuation(), "{text}");
                outside.push_str(&rest[..2]);
                rest = &rest[2..];
                before = sign;
                continue;
            }
            '&' => {
                let entity = rest
                    .strip_prefix("&#32;")
                    .or_else(|| rest.strip_prefix("&#96;"));
                rest = entity.unwrap();
                outside.push(' ');
                before = ';';
                continue;
            }
            '_' => {
                let of_word = |sign: Option<char>| sign.is_some_and(|c| c.is_ascii_alphanumeric());
                assert!(of_word(Some(before)) && of_word(next), "_ in {text}");
            }
            '<' => assert!(
                next.is_some_and(|c| c == ' ' || c.is_ascii_digit()),
                "< in {text}"
            ),
            '!' => assert_ne!(next, Some('['), "! in {text}"),
            '*' | '[' | ']' | '>' | '|' | '@' | '#' | '$' | '~' => panic!("{character} in {text}"),
            _ => {}
        }
        outside.push(character);
        rest = &rest[character.len_utf8()..];
        before = character;
    }
    // No `://` without the backslash before it, no `www.` at all.
    assert!(
        outside
            .match_indices("://")
            .all(|(start, _)| outside[..start].ends_with('\\'))
    );
    assert!(!outside.to_ascii_lowercase().contains("www."));
}

/// The fence stands in the first and the last line only, and nothing between is as long.
fn check_block(text: &str) {
    let fence: String = text.chars().take_while(|sign| *sign == '`').collect();
    assert!(fence.len() >= 3);
    let inner = text
        .strip_prefix(&fence)
        .and_then(|rest| rest.strip_suffix(&format!("\n{fence}\n")))
        .unwrap();
    assert!(!inner.contains(&fence));
    assert!(
        !inner
            .chars()
            .any(|character| character != '\n' && is_control(character))
    );
}

/// No markup, and every ampersand begins one of our entities.
fn check_markup(text: &str, allowed: &[char]) {
    const ENTITIES: [&str; 5] = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
    assert!(!text.contains(['<', '>', '"', '\'']));
    assert!(
        !text
            .chars()
            .any(|character| is_control(character) && !allowed.contains(&character))
    );
    for (start, _) in text.match_indices('&') {
        assert!(
            ENTITIES
                .iter()
                .any(|entity| text[start..].starts_with(entity)),
            "{text}"
        );
    }
}
