//! What programs write in the place of what was said: replies of their own making, replies that they took apart, and lists
//! of everything that may be wrong.

/// The text with what was said where a program wrote something else.
pub(super) fn without(text: String) -> String {
    without_guesses(with_reply(replaced(text)))
}

/// What a program writes itself in the form of a server's reply, and what it means by it. Oracle's `UTL_SMTP` turns every
/// failed connection into a reply of 421 ("Network error is transferred to a reply code of 421").
const REPLIES: &[(&str, &str)] = &[
    (
        "ORA-29278: SMTP transient error: 421 Service not available",
        "ORA-29278: could not connect to the SMTP server",
    ),
    // JavaMail's own, where a connection ended without a word of the server's.
    ("* BYE JavaMail Exception: ", "JavaMail Exception: "),
    // swaks ends every transcript so; a server that hung up is another line of it.
    ("=== Connection closed with remote host.", ""),
];

fn replaced(text: String) -> String {
    REPLIES
        .iter()
        .filter(|(made_up, _)| text.contains(made_up))
        .fold(None, |kept: Option<String>, (made_up, meant)| {
            Some(kept.as_ref().unwrap_or(&text).replace(made_up, meant))
        })
        .unwrap_or(text)
}

/// Lettre prints a refusal as the parts of its code and leaves the words of the server out (lettre/lettre#694):
/// `Permanent(Code { severity: PermanentNegativeCompletion, category: Unspecified3, detail: Five })` was 535. The code is put
/// behind the text as a line of its own.
fn with_reply(text: String) -> String {
    match taken_apart(&text) {
        Some(code) => format!("{text}\n{code}"),
        None => text,
    }
}

fn taken_apart(text: &str) -> Option<String> {
    let (before, parts) = text.split_once("severity: ")?;
    let alone = ["Permanent(", "Transient("];
    // A response has the words of the server beside its code.
    if !alone.iter().any(|kind| before.contains(kind)) || parts.contains("message: [") {
        return None;
    }
    let name = |label: &str| {
        let rest = &parts[parts.find(label)? + label.len()..];
        rest.split([',', ' ', '}', '\n']).next()
    };
    let digit = |names: &[&str], name: &str| names.iter().position(|known| *known == name);
    let severity = digit(&SEVERITIES, parts.split(',').next()?)? + 2;
    let category = digit(&CATEGORIES, name("category: ")?)?;
    let detail = digit(&DETAILS, name("detail: ")?)?;
    Some(format!("{severity}{category}{detail}"))
}

const SEVERITIES: [&str; 4] = [
    "PositiveCompletion",
    "PositiveIntermediate",
    "TransientNegativeCompletion",
    "PermanentNegativeCompletion",
];
const CATEGORIES: [&str; 6] = [
    "Syntax",
    "Information",
    "Connections",
    "Unspecified3",
    "Unspecified4",
    "MailSystem",
];
const DETAILS: [&str; 10] = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
];

/// What stands before a list of everything that may be wrong, in lower case.
const LISTS: &[&str] = &[
    "possible reasons:",
    "possible causes:",
    "common causes:",
    "could be caused by:",
    "可能的原因",
    "可能原因",
    "常见原因",
];

/// Where such a list begins. "For the following reasons" is said of what was seen, but for "one of" them.
fn list(lower: &str) -> Option<usize> {
    let known = |list: &&str| Some(lower.find(*list)? + list.len());
    let reasons = "the following reasons";
    let one_of = || {
        let at = lower.find(reasons)?;
        let before: Vec<&str> = lower[..at].split_whitespace().rev().take(4).collect();
        let one = matches!(
            before.as_slice(),
            ["of", "more", "or", "one"] | ["of", "one", ..]
        );
        one.then_some(at + reasons.len())
    };
    LISTS.iter().filter_map(known).chain(one_of()).min()
}

/// The text without the points of such a list: none of them was seen (`MailKit`'s `SslHandshakeException` lists five).
fn without_guesses(text: String) -> String {
    let lower = text.to_lowercase();
    let Some(at) = list(&lower) else {
        return text;
    };
    // Small letters may be longer than capitals: then the list stays.
    if lower.len() != text.len() || !text.is_char_boundary(at) {
        return text;
    }
    let (before, after) = text.split_at(at);
    let mut listed = false;
    let kept = after.split_inclusive('\n').filter_map(|line| {
        let point = is_point(line);
        let more = listed && !line.trim().is_empty() && line.starts_with([' ', '\t']);
        listed |= point;
        if point || more {
            cause(line)
        } else {
            Some(line)
        }
    });
    let kept: String = kept.collect();
    format!("{before}{kept}")
}

/// What stands behind the points where a program wrote all in one line.
fn cause(line: &str) -> Option<&str> {
    let marks = ["Inner exception", "inner exception", "---> "];
    marks
        .iter()
        .find_map(|mark| Some(&line[line.find(mark)?..]))
}

/// `1. The server …`, `- The password …`.
fn is_point(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < line.len() && number.starts_with([')', '.', '、']);
    numbered || line.starts_with(['-', '*', '•', '·'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_that_was_taken_apart_is_put_together() {
        let apart = |severity: &str, category: &str, detail: &str| {
            format!(
                "Error {{ kind: Permanent(Code {{ severity: {severity}, category: {category}, detail: {detail} }}) }}"
            )
        };
        for (severity, category, detail, code) in [
            (
                "PermanentNegativeCompletion",
                "Unspecified3",
                "Five",
                Some("535"),
            ),
            (
                "PermanentNegativeCompletion",
                "MailSystem",
                "Four",
                Some("554"),
            ),
            (
                "TransientNegativeCompletion",
                "Connections",
                "One",
                Some("421"),
            ),
            ("Odd", "MailSystem", "Four", None),
        ] {
            let text = apart(severity, category, detail);
            assert_eq!(taken_apart(&text).as_deref(), code, "{text}");
        }
        assert_eq!(taken_apart("severity: high, category: x, detail: y"), None);
        assert_eq!(taken_apart("Permanent(severity: "), None);
    }

    #[test]
    fn what_only_may_be_wrong_is_left_out() {
        let text = "It failed for one or more of the following reasons:\n1. Expired.\n   Long ago.\n2. Self-signed.\n\nCause: reset";
        let kept = "It failed for one or more of the following reasons:\n\nCause: reset";
        assert_eq!(without_guesses(text.to_owned()), kept);
        assert_eq!(without_guesses("1. Expired".to_owned()), "1. Expired");
    }
}
