//! What server programs and boxes say in words of their own: `BarricadeMX`, spamdyke, hMailServer, eYou, qmail, nginx,
//! `OpenSMTPD`, Haraka, Cisco's and Yandex's; each stands with its source in the tests.

use super::ReplyText as Says;
use super::{Pattern, row};

/// The patterns, the most exact first.
#[rustfmt::skip] // a table is read by its columns
pub(super) const PATTERNS: &[Pattern] = &[
    // The login. A person is wanted, in a browser.
    row(Says::BrowserLoginNeeded, &["not a robot"]),
    row(Says::BrowserLoginNeeded, &["use web for sending"]),
    row(Says::TooManyFailedLogins, &["too many failures"]),
    row(Says::LoginTemporarilyUnavailable, &["451 auth error"]),
    row(Says::CredentialsRefused, &["login credentials no longer valid"]),
    row(Says::AuthenticationRequired, &["relay check local"]),
    row(Says::AuthenticationRequired, &["must issue an auth"]),
    // The client's address, its name, and what it says first.
    row(Says::BlockList, &["black ip"]),
    row(Says::BlockList, &["rbl deny"]),
    row(Says::Reputation, &["serwer", "za spam"]),
    row(Says::Reputation, &["ip", "wegen spam"]),
    row(Says::Reputation, &["ip", "por spam"]),
    row(Says::Reputation, &["ip", "pour spam"]),
    row(Says::Reputation, &["ip", "за спам"]),
    row(Says::EhloNameRefused, &["helohost"]),
    row(Says::EhloNameRefused, &["helo ip literal"]),
    row(Says::ProtocolViolation, &["helo/ehlo first"]),
    row(Says::ProtocolViolation, &["protocol violation"]),
    row(Says::ProtocolViolation, &["improper use of smtp"]),
    row(Says::ProtocolViolation, &["line parse error"]),
    // Time, and how much comes.
    row(Says::IdleTimeout, &["command timeout"]),
    row(Says::IdleTimeout, &["421 connection timeout"]),
    row(Says::IdleTimeout, &["talk faster"]),
    row(Says::IdleTimeout, &["timeout (#4.4.2)"]),
    row(Says::RateLimited, &["smtp command limit"]),
    row(Says::RateLimited, &["too many same"]),
    row(Says::SendingLimit, &["peak smtp relay limit"]),
    row(Says::SendingLimit, &["daily limit"]),
    row(Says::SendingLimit, &["daily send rate"]),
    row(Says::SendingLimit, &["rcpt attempts", "threshold"]),
    row(Says::SendingLimit, &["total of rcpts", "threshold"]),
    row(Says::TooManyRecipients, &["rcpts is over"]),
    row(Says::MessageTooLarge, &["length of data", "threshold"]),
    row(Says::RecipientBusy, &["received too much email"]),
    // Who sends, and to whom.
    row(Says::SenderBlocked, &["sending for this account is disabled"]),
    row(Says::SenderBlocked, &["main account unavailable"]),
    row(Says::DomainReputation, &["domain", "is banned"]),
    row(Says::SenderRefused, &["black mail address"]),
    row(Says::SenderRefused, &["host denies the sender"]),
    row(Says::SenderRefused, &["mail from", "rejected for policy reasons"]),
    row(Says::SenderRefused, &["forbidden domain", "envelope-from"]),
    row(Says::SenderRefused, &["doesn't want your mail"]),
    row(Says::SenderRefused, &["does not want your mail"]),
    row(Says::SenderRefused, &["permission to send to this recipient"]),
    row(Says::RelayDenied, &["relay disabled"]),
    row(Says::RelayDenied, &["denies relay"]),
    row(Says::RelayDenied, &["delivery is not allowed to this address"]),
    row(Says::MailboxUnknown, &["invalid rcptto"]),
    row(Says::MailboxFull, &["have enough space"]),
    row(Says::MailboxFull, &["no mailbox space"]),
    // The message. Gandi's rules are about what is in it (postmaster.gandi.net).
    row(Says::ContentRefused, &["anti-spam engine"]),
    row(Says::ContentRefused, &["reject for policy reason. rule"]),
    // The server.
    row(Says::ServerTrouble, &["virus scanners failed"]),
    row(Says::ServerTrouble, &["service temporarily not available"]),
    row(Says::ServerTrouble, &["unable to read controls"]),
    row(Says::ServerTrouble, &["421 out of memory"]),
    row(Says::ServerTrouble, &["qqt failure"]),
];
