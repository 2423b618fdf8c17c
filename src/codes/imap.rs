//! IMAP response codes: what stands in brackets after OK, NO, BAD and BYE.
//!
//! Sources: RFC 5530, RFC 9051 section 7.1, RFC 2221; `WEBALERT` and `THROTTLED` are in use without an RFC.

/// Response codes and the ids of their words; some share them.
pub const TABLE: &[(&str, &str)] = &[
    ("UNAVAILABLE", "code-imap-unavailable"),
    ("AUTHENTICATIONFAILED", "code-imap-authentication-failed"),
    ("AUTHORIZATIONFAILED", "code-imap-authorization-failed"),
    ("EXPIRED", "code-imap-expired"),
    ("PRIVACYREQUIRED", "code-imap-privacy-required"),
    ("CONTACTADMIN", "code-imap-contact-admin"),
    ("NOPERM", "code-imap-no-permission"),
    ("INUSE", "code-imap-in-use"),
    ("LIMIT", "code-imap-limit"),
    ("OVERQUOTA", "code-imap-over-quota"),
    ("SERVERBUG", "code-imap-server-bug"),
    ("CLIENTBUG", "code-imap-client-bug"),
    ("CORRUPTION", "code-imap-corruption"),
    ("CANNOT", "code-imap-cannot"),
    ("EXPUNGEISSUED", "code-imap-mailbox"),
    ("ALREADYEXISTS", "code-imap-mailbox"),
    ("NONEXISTENT", "code-imap-mailbox"),
    ("TRYCREATE", "code-imap-mailbox"),
    ("ALERT", "code-imap-alert"),
    ("READ-ONLY", "code-imap-read-only"),
    ("TOOBIG", "code-imap-too-big"),
    ("BADCHARSET", "code-imap-mailbox"),
    ("INPROGRESS", "code-imap-in-progress"),
    ("CAPABILITY", "code-imap-capability"),
    ("REFERRAL", "code-imap-referral"),
    ("WEBALERT", "code-imap-web-alert"),
    ("THROTTLED", "code-imap-throttled"),
    // A capability, but a person copies it in the place of a code.
    ("LOGINDISABLED", "code-imap-login-disabled"),
];

/// The answers of IMAP and the ids of their words, for a line without a response code.
pub const ANSWERS: &[(&str, &str)] = &[
    ("OK", "code-imap-ok"),
    ("NO", "code-imap-no"),
    ("BAD", "code-imap-bad"),
    ("BYE", "code-imap-bye"),
    ("PREAUTH", "code-imap-preauth"),
];

/// The name and the words of a response code, in any case.
pub fn code(name: &str) -> Option<&'static (&'static str, &'static str)> {
    super::find(TABLE, |row| row.0.eq_ignore_ascii_case(name))
}

/// The name and the words of an answer, in capitals as servers write it: `BYE`.
pub fn answer(name: &str) -> Option<&'static (&'static str, &'static str)> {
    super::find(ANSWERS, |row| row.0 == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_found_in_any_case() {
        for (index, row) in TABLE.iter().enumerate() {
            assert!(TABLE[..index].iter().all(|other| other.0 != row.0));
            assert_eq!(code(&row.0.to_lowercase()), Some(row));
        }
    }
}
