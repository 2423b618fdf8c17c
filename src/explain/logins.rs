//! The finding that a pasted answer to a login would be, had mailcheck got it.

use crate::codes::login::Answer;
use crate::codes::reply::{self, About, ReplyText};
use crate::finding::FindingId;
use crate::service::Protocol;

use super::{Kind, Reading, Related};

/// Names the finding at the most exact of the readings that a server said.
pub(super) fn name_finding(text: &str, readings: &mut [Reading]) {
    let known = |name: &&'static str| FindingId::ALL.iter().any(|id| id.name() == *name);
    let said = readings.iter_mut().find(|one| one.kind.is_answer());
    if let (Some(said), Some(id)) = (said, finding(text).filter(known)) {
        let finding = Related::new(Kind::Finding, id.to_owned());
        said.related.push(finding);
    }
}

/// The name of the finding, where a text is about a login and nothing else.
fn finding(text: &str) -> Option<&'static str> {
    let says = reply::reply_text(text);
    let answer = Answer {
        protocol: protocol(text),
        server_of: None,
        account_of: None,
        // Who pastes it has not said what was given, but the text may.
        by_token: says == Some(ReplyText::TokenRefused),
        text,
    };
    let cause = answer.cause()?;
    let of_login = says.map_or_else(|| answer.is_plain_refusal(), is_of_login);
    of_login.then(|| cause.finding())
}

/// Whether a text can only answer a login, or the first command behind it.
const fn is_of_login(says: ReplyText) -> bool {
    matches!(says.about(), About::Login | About::Attempts)
        || matches!(
            says,
            ReplyText::AuthenticatedNotConnected
                | ReplyText::ServiceSwitchedOff
                | ReplyText::SourceNotRegistered
                | ReplyText::LoginTemporarilyUnavailable
                | ReplyText::SenderNotOwned
        )
}

/// The protocol whose form a text has.
fn protocol(text: &str) -> Protocol {
    let is_smtp = |line: &str| {
        let code = line.trim_start().get(..3);
        code.is_some_and(|code| {
            code.parse()
                .is_ok_and(|code: u16| (400..600).contains(&code))
        })
    };
    if text.contains("-ERR") {
        Protocol::Pop3
    } else if text.lines().any(is_smtp) {
        Protocol::Smtp
    } else {
        Protocol::Imap
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    #[test]
    fn an_answer_to_a_login_is_a_finding() {
        for (text, name) in [
            ("535 5.7.8 nein", Some("login-refused")),
            (
                "534-5.7.9 Application-specific password required.",
                Some("app-password-required"),
            ),
            (
                "a1 NO [ALERT] Web login required (Failure)",
                Some("web-login-required"),
            ),
            (
                "-ERR [SYS/PERM] Your account is not enabled for POP access",
                Some("protocol-disabled"),
            ),
            (
                "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
                Some("password-login-disabled"),
            ),
            // Exchange says so of a password, too.
            ("a1 NO AUTHENTICATE failed.", Some("login-refused")),
            (
                "a1 AUTHENTICATE XOAUTH2\na1 NO AUTHENTICATE failed.",
                Some("token-refused"),
            ),
            (
                "553 Mail from must equal authorized user",
                Some("sender-not-allowed"),
            ),
            // What is said of messages and recipients too is no finding of a login.
            ("452 4.2.2 Mailbox full", None),
            ("451 4.3.0 Temporary lookup failure", None),
            ("550 5.1.1 User unknown", None),
            ("421 4.7.0 Too many connections", None),
            ("450 4.2.0 Greylisted", None),
            (
                "421-4.7.0 Try again later, closing connection. (EHLO)",
                None,
            ),
            ("530 5.7.0 Authentication Required", None),
            ("250 OK", None),
        ] {
            assert_eq!(finding(text), name, "{text}");
        }
    }

    #[test]
    fn findings_stand_apart_from_what_is_the_same_elsewhere() {
        let mut reading = Reading::new(Kind::SmtpReply, "535", "code-smtp-535");
        for (kind, code) in [
            (Kind::Finding, "login-disabled"),
            (Kind::Outlook, "0x800CCC78"),
        ] {
            reading.related.push(Related::new(kind, code.to_owned()));
        }
        let answer = crate::explain::Answer {
            query: String::new(),
            readings: vec![reading],
            notes: Vec::new(),
        };
        let page = answer.render(&Words::new(Lang::En), 80);
        let at = |part| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
        assert!(at("0x800CCC78") < at("See also") && at("See also") < at("login-disabled"));
    }

    #[test]
    fn a_finding_is_named_once_where_mailcheck_makes_it() {
        for (text, name) in [
            (
                "535 5.7.8 Username and Password not accepted",
                "login-refused",
            ),
            (
                "534 5.7.9 Application-specific password required",
                "app-password-required",
            ),
        ] {
            let mut readings = vec![
                Reading::new(Kind::Phrase, "", "x"),
                Reading::new(Kind::ReplyText, "", "y"),
                Reading::new(Kind::SmtpReply, "535", "z"),
            ];
            name_finding(text, &mut readings);
            let made = FindingId::ALL.iter().any(|id| id.name() == name);
            let named = Related::new(Kind::Finding, name.to_owned());
            assert_eq!(readings[1].related.contains(&named), made, "{text}");
            assert!(readings[0].related.is_empty() && readings[2].related.is_empty());
        }
    }
}
