//! What comes with a name that was pasted, or typed as other programs want it: blanks, quotes, brackets, a list's comma.

use crate::service::Service;

/// Signs that stand around a name in a mail, a web page, a configuration file or a script, and belong to no name.
const AROUND: &str = "\"'`\u{201c}\u{201d}\u{201e}\u{201f}\u{2018}\u{2019}\u{201a}\u{201b}\u{ab}\u{bb}\u{2039}\u{203a}\u{300c}\u{300d}\u{300a}\u{300b}<>(){}\u{ff08}\u{ff09}";

/// Signs that end a name in a sentence or a list. A full stop may belong to it.
const BEHIND: &str = ",;\u{ff0c}\u{3001}\u{ff1b}\u{3002}!?\\";

/// Letters that nobody sees (Unicode, general category Cf), as they come with texts of web pages.
const UNSEEN: [char; 6] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{2060}', '\u{feff}',
];

/// What was meant by `typed`: the same without what belongs to no name. The input methods of Chinese and Japanese write
/// wide signs, which stand for the usual ones.
pub(super) fn cleaned(typed: &str) -> String {
    let seen = typed.chars().filter(|letter| !UNSEEN.contains(letter));
    let usual = seen.map(|letter| match letter {
        '\u{ff1a}' => ':',
        '\u{ff20}' => '@',
        '\u{ff0f}' => '/',
        '\u{ff3b}' => '[',
        '\u{ff3d}' => ']',
        other => other,
    });
    let mut text: String = usual.collect();
    loop {
        let shorter = without_label(without_edges(&text));
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter.to_owned();
    }
}

fn without_edges(text: &str) -> &str {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || AROUND.contains(letter));
    let text = text.trim_end_matches(|letter| BEHIND.contains(letter));
    // A URL without a host is not to become a host.
    if text.ends_with("://") {
        return text;
    }
    let text = text.strip_suffix('/').unwrap_or(text);
    let text = without_port_sign(text);
    let is_mailto = text
        .get(..7)
        .is_some_and(|head| head.eq_ignore_ascii_case("mailto:"));
    if is_mailto { &text[7..] } else { text }
}

/// `Server: smtp.example.com`, as settings are written down. A service before the host is another matter.
fn without_label(text: &str) -> &str {
    let Some((label, value)) = text.split_once(':') else {
        return text;
    };
    let apart = value.trim_start();
    let is_label = !label.contains(['.', '@', '/', '[']) && Service::from_name(label).is_none();
    // The wide colon of Chinese needs no blank.
    let is_apart = apart.len() < value.len() || !label.is_ascii();
    let is_value = is_apart && apart.contains('.');
    if is_label && is_value { apart } else { text }
}

/// `host:` without a port is the host; two colons end an IPv6 address.
fn without_port_sign(text: &str) -> &str {
    let host = text.strip_suffix(':').unwrap_or(text);
    if host.ends_with([':', '/']) || host.is_empty() {
        text
    } else {
        host
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_no_name_is_left_out() {
        let rows = [
            ("smtp.example.com ", "smtp.example.com"),
            (" smtp.example.com\n", "smtp.example.com"),
            ("smtp.example.com/", "smtp.example.com"),
            ("<smtp.example.com>", "smtp.example.com"),
            ("\"smtp.example.com\",", "smtp.example.com"),
            ("'smtp.example.com';", "smtp.example.com"),
            ("\u{201c}smtp.example.com\u{201d}", "smtp.example.com"),
            (
                "\u{300c}smtp.example.com\u{300d}\u{3002}",
                "smtp.example.com",
            ),
            ("(smtp.example.com)", "smtp.example.com"),
            ("`smtp.example.com`", "smtp.example.com"),
            ("smtp.example.com\u{ff1a}587", "smtp.example.com:587"),
            ("smtp.example.com:", "smtp.example.com"),
            ("smtp\u{200b}.example.com", "smtp.example.com"),
            ("\u{feff}smtp.example.com", "smtp.example.com"),
            ("smtp.example.com\u{a0}", "smtp.example.com"),
            ("smtps://smtp.example.com/", "smtps://smtp.example.com"),
            ("<user@example.com>", "user@example.com"),
            ("mailto:user@example.com", "user@example.com"),
            // As German, Polish and Swiss texts quote.
            ("\u{201e}smtp.example.com\u{201c}", "smtp.example.com"),
            ("\u{201a}smtp.example.com\u{2018}", "smtp.example.com"),
            ("\u{201e}smtp.example.com\u{201d}", "smtp.example.com"),
            ("\u{2039}smtp.example.com\u{203a}", "smtp.example.com"),
            ("Server: smtp.example.com", "smtp.example.com"),
            (
                "Outgoing mail server: smtp.example.com:465",
                "smtp.example.com:465",
            ),
            (
                "\u{670d}\u{52a1}\u{5668}\u{ff1a}smtp.example.com",
                "smtp.example.com",
            ),
            ("smtp: smtp.example.com", "smtp: smtp.example.com"),
            ("MAILTO:user@example.com", "user@example.com"),
            ("user\u{ff20}example.com", "user@example.com"),
            // What belongs to it stays.
            ("smtp.example.com.", "smtp.example.com."),
            ("[2001:db8::1]:25", "[2001:db8::1]:25"),
            ("2001:db8::", "2001:db8::"),
            ("imaps://", "imaps://"),
            ("", ""),
        ];
        for (typed, expected) in rows {
            assert_eq!(cleaned(typed), expected, "{typed:?}");
        }
    }
}
