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

/// No sign of markup stands without its backslash, and every code span is one of ours: `@` and `#` alone.
fn check_inline(text: &str) {
    assert!(!text.chars().any(is_control));
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        match character {
            '`' => {
                let (span, behind) = rest[1..].split_once('`').unwrap();
                assert!(
                    !span.is_empty() && span.chars().all(|sign| matches!(sign, '@' | '#')),
                    "{text}"
                );
                assert!(!behind.starts_with('`'), "{text}");
                rest = behind;
            }
            '\\' => {
                rest = rest[1..]
                    .strip_prefix(|sign: char| sign.is_ascii_punctuation())
                    .unwrap()
            }
            '&' => {
                let entity = rest
                    .strip_prefix("&#32;")
                    .or_else(|| rest.strip_prefix("&#96;"));
                rest = entity.unwrap();
            }
            '*' | '_' | '[' | ']' | '<' | '>' | '|' | '@' | '#' | '!' | '$' | '~' => {
                panic!("{character} in {text}")
            }
            _ => rest = &rest[character.len_utf8()..],
        }
    }
    // No `://` without the backslash before it, no `www.` at all.
    assert!(text.match_indices("://").all(|(start, _)| text[..start].ends_with('\\')));
    assert!(!text.to_ascii_lowercase().contains("www."));
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
