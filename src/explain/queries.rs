//! What was given on the command line: codes, each to be explained by itself, or the words of one text.

use super::read;

/// The queries of several arguments: each by itself where every one is a code or was quoted, else all of them as one
/// text. Whoever pastes a sentence without quotes means the sentence.
pub fn joined(arguments: &[String]) -> Vec<String> {
    let apart = arguments
        .iter()
        .all(|argument| argument.trim().contains(char::is_whitespace) || is_code(argument));
    if apart || arguments.len() < 2 {
        return arguments.to_vec();
    }
    vec![arguments.join(" ")]
}

/// Whether a word is a code by its looks: a number, a name in capitals or with underscores, the id of a finding.
pub fn is_code(word: &str) -> bool {
    let token = read::bare_token(word.trim());
    let number = token.bytes().any(|byte| byte.is_ascii_digit()) && !read::token(token).is_empty();
    let shouted = token.len() > 2 && !token.bytes().any(|byte| byte.is_ascii_lowercase());
    let name = (shouted || token.contains('_')) && !read::token(token).is_empty();
    let finding = token.contains('-') && read::is_finding_id(token);
    number || name || finding
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stay_apart_and_words_become_one_text() {
        let apart = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            joined(&words).len() == words.len()
        };
        for codes in [
            &["10060", "0x800CCC0E"][..],
            &["ETIMEDOUT", "5.7.1", "port-25-blocked"],
            &["554 5.7.1 Service unavailable", "10060"],
            &["Cannot"],
        ] {
            assert!(apart(codes), "{codes:?}");
        }
        for text in [
            &[
                "Cannot", "connect", "to", "server.", "Socket", "Error:", "10060",
            ][..],
            &["554", "5.7.1", "Service", "unavailable"],
            &["handshake", "failure"],
            &["errno", "110"],
            &["port", "25"],
        ] {
            assert!(!apart(text), "{text:?}");
        }
    }
}
