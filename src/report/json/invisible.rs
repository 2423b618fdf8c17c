//! What nobody would see in the text of a report, written so that it is seen.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar as _;

use crate::escape::{MAX_MARKS, is_deceptive};

/// `serde_json` escapes what JSON forbids. The other controls, and what turns the reading direction, would still reach
/// the terminal of whoever looks at the file, and hundreds of marks on one letter would paint over its lines. All text is
/// inside strings, so the escape is the same value.
pub(crate) fn escape_invisible(json: &str) -> Cow<'_, str> {
    const DELETE: u8 = 0x7f;
    // `serde_json` leaves no other control in text, and nearly all reports are ASCII.
    if json.is_ascii() && !json.as_bytes().contains(&DELETE) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len());
    let mut units = [0; 2];
    let mut marks = 0;
    let mut rest = json;
    while let Some(place) = invisible(rest, &mut marks) {
        let (clear, from) = rest.split_at(place);
        shown.push_str(clear);
        let mut letters = from.chars();
        if let Some(letter) = letters.next() {
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        }
        rest = letters.as_str();
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// Where the first letter stands that is escaped; `marks` is how many marks the letter before has. Nearly all of a report
/// is printable ASCII.
fn invisible(json: &str, marks: &mut u32) -> Option<usize> {
    let is_clear = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    let clear = json.bytes().take_while(|byte| is_clear(byte)).count();
    if clear > 0 {
        *marks = 0;
    }
    let mut letters = json[clear..].char_indices();
    let found = letters.find(|(_, letter)| {
        let is_mark = letter.width() == Some(0);
        let is_escaped = *letter != '\n' && is_deceptive(*letter) || is_mark && *marks >= MAX_MARKS;
        if !is_escaped {
            *marks = if is_mark { *marks + 1 } else { 0 };
        }
        is_escaped
    });
    found.map(|(place, _)| clear + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invisible_is_escaped_and_stays_the_same_value() {
        let value = serde_json::json!({ "a": "x\u{9b}\u{202e}\u{7f}\u{e0041}\u{fc}\n" });
        let plain = serde_json::to_string_pretty(&value).expect("plain data");
        let shown = escape_invisible(&plain);
        assert!(
            shown.contains("x\\u009b\\u202e\\u007f\\udb40\\udc41\u{fc}\\n"),
            "{shown}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).expect("JSON"),
            value
        );
    }

    #[test]
    fn many_marks_on_one_letter_are_escaped_and_stay_the_same_value() {
        let value = serde_json::json!({ "a": format!("a\u{301}b{}c\u{301}", "\u{489}".repeat(9)) });
        let plain = value.to_string();
        let shown = escape_invisible(&plain);
        let kept = shown.chars().filter(|letter| *letter == '\u{489}').count();
        assert_eq!((kept, shown.matches("\\u0489").count()), (4, 5), "{shown}");
        assert!(shown.ends_with("c\u{301}\"}"), "{shown}");
        let read: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(read, value);
    }
}
