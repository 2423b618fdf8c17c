//! POP3 response codes: what stands in brackets after `-ERR`.
//!
//! Sources: RFC 2449 section 8, RFC 3206.

/// Response codes and the ids of their words.
pub const TABLE: &[(&str, &str)] = &[
    ("LOGIN-DELAY", "code-pop3-login-delay"),
    ("IN-USE", "code-pop3-in-use"),
    ("SYS/TEMP", "code-pop3-sys-temp"),
    ("SYS/PERM", "code-pop3-sys-perm"),
    ("AUTH", "code-pop3-auth"),
];

/// The two answers of POP3 and the ids of their words, for a line without a response code.
pub const ANSWERS: &[(&str, &str)] = &[("+OK", "code-pop3-ok"), ("-ERR", "code-pop3-err")];

/// The name and the words of a response code, in any case.
pub fn code(name: &str) -> Option<&'static (&'static str, &'static str)> {
    super::find(TABLE, |row| row.0.eq_ignore_ascii_case(name))
}

/// The name and the words of an answer: `-ERR`.
pub fn answer(name: &str) -> Option<&'static (&'static str, &'static str)> {
    super::find(ANSWERS, |row| row.0.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_found_in_any_case() {
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..index]
                    .iter()
                    .all(|other| other.0 != row.0 && other.1 != row.1)
            );
            assert_eq!(code(&row.0.to_lowercase()), Some(row));
        }
        assert_eq!(code("SYS"), None);
    }
}
