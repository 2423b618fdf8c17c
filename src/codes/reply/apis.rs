//! What the web interfaces of mailing services answer, and what they put into their logs: names of errors, and sentences.
//!
//! Sources: the SDKs of Tencent Cloud (`ses/v20201002/errors`), Aliyun's pages of `DirectMail` (help 44499), Microsoft's list of
//! `ResponseCode`, and the public reports that stand with the texts in the tests.

use super::ReplyText as Says;
use super::{Pattern, row};

/// What the name of an error says, in a text of lower case.
pub(super) fn says(text: &str) -> Option<Says> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    words
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.len() > 12)
        .find_map(|word| Some(CODES.iter().find(|(code, _)| *code == word)?.1))
}

/// Names of errors, in lower case.
#[rustfmt::skip] // a table is read by its columns
const CODES: &[(&str, Says)] = &[
    // Tencent.
    ("failedoperation.exceedsendlimit", Says::SendingLimit),
    ("failedoperation.insufficientquota", Says::SendingLimit),
    ("failedoperation.insufficientbalance", Says::SendingLimit),
    ("failedoperation.frequencylimit", Says::RateLimited),
    ("failedoperation.highrejectionrate", Says::SenderBlocked),
    ("failedoperation.temporaryblocked", Says::SenderBlocked),
    ("failedoperation.notauthenticatedsender", Says::SenderNotOwned),
    ("failedoperation.incorrectsender", Says::SenderRefused),
    ("failedoperation.emailaddrinblacklist", Says::RecipientSuppressed),
    ("failedoperation.receiverhasunsubscribed", Says::RecipientSuppressed),
    ("failedoperation.emailcontenttoolarge", Says::MessageTooLarge),
    ("failedoperation.attachcontenttoolarge", Says::MessageTooLarge),
    ("failedoperation.toomanyrecipients", Says::TooManyRecipients),
    ("failedoperation.illegalurl", Says::ContentRefused),
    // Aliyun. A "mail address" is one that sends.
    ("invalidtoaddress.spam", Says::RecipientSuppressed),
    ("invalidsendmail.spam", Says::ContentRefused),
    ("invalidmailaddress.notfound", Says::SenderNotOwned),
    ("invalidmailaddressstatus.malformed", Says::SenderBlocked),
    // Microsoft.
    ("errornonexistentmailbox", Says::MailboxUnknown),
    ("errorinvalidrecipients", Says::MailboxUnknown),
    ("erroraccountdisabled", Says::AccountDisabled),
    ("errormessagesizeexceeded", Says::MessageTooLarge),
    ("errorsubmissionquotaexceeded", Says::SendingLimit),
    ("errorexceededconnectioncount", Says::TooManyConnections),
    // Amazon.
    ("accountsendingpausedexception", Says::SenderBlocked),
    ("accountsuspendedexception", Says::SenderBlocked),
    ("mailfromdomainnotverifiedexception", Says::SenderNotOwned),
    // Postal.
    ("unauthenticatedfromaddress", Says::SenderNotOwned),
];

/// The sentences, the most exact first.
#[rustfmt::skip] // a table is read by its columns
pub(super) const PATTERNS: &[Pattern] = &[
    row(Says::RecipientSuppressed, &["suppression list"]),
    row(Says::RecipientSuppressed, &["address was suppressed"]),
    row(Says::RecipientSuppressed, &["has suppressed sending"]),
    row(Says::RecipientSuppressed, &["marked as inactive"]),
    row(Says::RecipientSuppressed, &["previously bounced address"]),
    row(Says::RecipientSuppressed, &["previously unsubscribed"]),
    row(Says::RecipientSuppressed, &["\"reject_reason\":\"hard-bounce\""]),
    row(Says::RecipientSuppressed, &["\"reject_reason\":\"soft-bounce\""]),
    row(Says::RecipientSuppressed, &["reject_reason: 'hard-bounce'"]),
    row(Says::RecipientSuppressed, &["reject_reason: 'soft-bounce'"]),
    row(Says::SenderRefused, &["reject_reason", "invalid-sender"]),
    row(Says::SenderNotOwned, &["reject_reason", "unsigned"]),
    row(Says::SenderNotOwned, &["sandbox subdomains are for test"]),
    row(Says::SenderNotOwned, &["only send testing emails to your own"]),
    row(Says::SenderNotOwned, &["not authorised to send mail from"]),
    row(Says::SenderNotOwned, &["not authorized to send mail from"]),
    row(Says::SenderNotOwned, &["right to send mail on behalf"]),
    row(Says::SenderRefused, &["no sending domain specified"]),
    row(Says::SenderBlocked, &["sending paused for this account"]),
    row(Says::ServiceSwitchedOff, &["mail service not enabled"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_error_is_read_where_it_stands_as_one() {
        for (text, wanted) in [
            (
                "code:failedoperation.exceedsendlimit, message:",
                Some(Says::SendingLimit),
            ),
            (
                "\"code\":\"invalidmailaddress.notfound\"",
                Some(Says::SenderNotOwned),
            ),
            (
                "errornonexistentmailbox: the smtp address has no mailbox",
                Some(Says::MailboxUnknown),
            ),
            ("failedoperation.exceedsendlimits", None),
            ("failedoperation", None),
        ] {
            assert_eq!(says(text), wanted, "{text}");
        }
        for (code, _) in CODES {
            assert_eq!(code.to_lowercase(), *code);
            assert!(code.len() > 12, "{code} is too short to be looked for");
        }
    }
}
