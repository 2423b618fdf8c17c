//! Which way to log in, of those that the server offers.

use crate::facts::{Method, NotTried};
use crate::plan::LoginWith;
use crate::probe::session::{Encrypted, Session};
use crate::sasl::{Binding, Mechanism};
use crate::service::Protocol;
use crate::wire::{self, Text};

/// What a server says of the ways to log in.
pub(super) struct Offered<'a> {
    pub(super) protocol: Protocol,
    /// The words of the list; empty where the server would not say.
    pub(super) words: &'a [Text],
    pub(super) mechanisms: &'a [String],
    /// The server would not say what it offers.
    pub(super) untold: bool,
    /// TLS gives something to bind to.
    pub(super) can_bind: bool,
    /// The greeting of POP3 has a timestamp (RFC 1939 section 7).
    pub(super) timestamp: bool,
}

/// The way for this session.
pub(super) fn choose(
    with: LoginWith,
    protocol: Protocol,
    session: &Session<Encrypted>,
) -> Result<Method, NotTried> {
    let offered = Offered {
        protocol,
        words: &session.offer.words,
        mechanisms: &session.offer.mechanisms,
        untold: session.offer.untold,
        can_bind: session.binding != Binding::None,
        timestamp: timestamp(&session.greeting).is_some(),
    };
    offered.way(with)
}

impl Offered<'_> {
    /// The best way that is spoken here, as mail programs choose.
    pub(super) fn way(&self, with: LoginWith) -> Result<Method, NotTried> {
        // RFC 9051 section 6.2.3: no attempt is permitted, whatever else is on the list.
        if self.says("LOGINDISABLED") && self.protocol == Protocol::Imap {
            return Err(NotTried::LoginDisabled);
        }
        let way = match with {
            LoginWith::Token => self.by_token(),
            LoginWith::Password => self.by_password(),
        };
        way.ok_or(if self.mechanisms.is_empty() {
            NotTried::NothingOffered
        } else {
            NotTried::NoCommonMechanism
        })
    }

    fn by_token(&self) -> Option<Method> {
        let ways = [Method::XOAuth2, Method::OAuthBearer];
        let is_offered = |way: &Method| self.mechanisms.iter().any(|one| is(one, way.name()));
        ways.into_iter().find(is_offered)
    }

    /// What keeps the password readable on the server, or is hardly maintained, comes last.
    fn by_password(&self) -> Option<Method> {
        let best = Mechanism::choose(self.mechanisms, self.can_bind);
        let last = best == Some(Mechanism::CramMd5);
        let command = self.command();
        match (best, command) {
            (Some(mechanism), None) => Some(Method::Sasl(mechanism)),
            (Some(mechanism), Some(_)) if !last => Some(Method::Sasl(mechanism)),
            (_, Some(command)) => Some(command),
            (None, None) => self.apop(),
        }
    }

    /// The command of the protocol itself that takes a password.
    fn command(&self) -> Option<Method> {
        match self.protocol {
            Protocol::Smtp => None,
            Protocol::Imap => Some(Method::ImapLogin),
            // Servers from before CAPA know no other way.
            Protocol::Pop3 => (self.untold || self.says("USER")).then_some(Method::UserPass),
        }
    }

    fn apop(&self) -> Option<Method> {
        let pop3 = self.protocol == Protocol::Pop3;
        (pop3 && self.timestamp).then_some(Method::Apop)
    }

    fn says(&self, word: &str) -> bool {
        wire::keyword(self.words, word).is_some()
    }
}

/// The timestamp in the greeting of POP3, in its brackets (RFC 1939 section 7).
pub(super) fn timestamp(greeting: &[Text]) -> Option<String> {
    let line = std::str::from_utf8(&greeting.first()?.0).ok()?;
    let from = &line[line.find('<')?..];
    let stamp = &from[..=from.find('>')?];
    // What is no message id is no timestamp: `<` and `>` are in many a greeting.
    let is_id = stamp.contains('@') && !stamp.contains(char::is_whitespace);
    is_id.then(|| stamp.to_owned())
}

fn is(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered<'a>(protocol: Protocol, words: &'a [Text], mechanisms: &'a [String]) -> Offered<'a> {
        Offered {
            protocol,
            words,
            mechanisms,
            untold: false,
            can_bind: true,
            timestamp: false,
        }
    }

    fn named(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_way_is_the_one_that_mail_programs_take() {
        use LoginWith::{Password, Token};
        use Protocol::{Imap, Pop3, Smtp};
        for (protocol, words, mechanisms, with, way) in [
            (Smtp, "", "LOGIN PLAIN", Password, Ok("PLAIN")),
            (Smtp, "", "login", Password, Ok("LOGIN")),
            (Smtp, "", "PLAIN SCRAM-SHA-1", Password, Ok("SCRAM-SHA-1")),
            (Smtp, "", "CRAM-MD5 NTLM", Password, Ok("CRAM-MD5")),
            (
                Smtp,
                "",
                "NTLM GSSAPI EXTERNAL",
                Password,
                Err(NotTried::NoCommonMechanism),
            ),
            (Smtp, "", "", Password, Err(NotTried::NothingOffered)),
            (Smtp, "", "PLAIN XOAUTH2", Token, Ok("XOAUTH2")),
            (Smtp, "", "OAUTHBEARER XOAUTH2", Token, Ok("XOAUTH2")),
            (Smtp, "", "OAUTHBEARER", Token, Ok("OAUTHBEARER")),
            (Smtp, "", "PLAIN", Token, Err(NotTried::NoCommonMechanism)),
            (Imap, "IMAP4rev1", "", Password, Ok("IMAP LOGIN")),
            (Imap, "IMAP4rev1", "CRAM-MD5", Password, Ok("IMAP LOGIN")),
            (Imap, "IMAP4rev1", "PLAIN", Password, Ok("PLAIN")),
            (
                Imap,
                "LOGINDISABLED",
                "PLAIN",
                Password,
                Err(NotTried::LoginDisabled),
            ),
            (
                Imap,
                "logindisabled",
                "XOAUTH2",
                Token,
                Err(NotTried::LoginDisabled),
            ),
            (Pop3, "USER", "", Password, Ok("USER/PASS")),
            (Pop3, "USER", "CRAM-MD5", Password, Ok("USER/PASS")),
            (Pop3, "UIDL", "CRAM-MD5", Password, Ok("CRAM-MD5")),
            (Pop3, "UIDL", "", Password, Err(NotTried::NothingOffered)),
        ] {
            let words: Vec<Text> = words.split_whitespace().map(Text::from).collect();
            let mechanisms = named(mechanisms);
            let chosen = offered(protocol, &words, &mechanisms).way(with);
            let chosen = chosen.map(Method::name);
            assert_eq!(
                chosen, way,
                "{protocol:?} {words:?} {mechanisms:?} {with:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_bound_is_not_bound() {
        let mechanisms = named("SCRAM-SHA-256-PLUS SCRAM-SHA-256");
        let bound = offered(Protocol::Smtp, &[], &mechanisms);
        let unbound = Offered {
            can_bind: false,
            ..offered(Protocol::Smtp, &[], &mechanisms)
        };
        let name = |way: Result<Method, NotTried>| way.map(Method::name);
        assert_eq!(
            name(bound.way(LoginWith::Password)),
            Ok("SCRAM-SHA-256-PLUS")
        );
        assert_eq!(name(unbound.way(LoginWith::Password)), Ok("SCRAM-SHA-256"));
    }

    #[test]
    fn a_server_from_before_capa_takes_user_and_pass_and_apop_is_the_last() {
        let untold = Offered {
            untold: true,
            timestamp: true,
            ..offered(Protocol::Pop3, &[], &[])
        };
        assert_eq!(untold.way(LoginWith::Password), Ok(Method::UserPass));
        let told = Offered {
            untold: false,
            ..untold
        };
        assert_eq!(told.way(LoginWith::Password), Ok(Method::Apop));
    }

    #[test]
    fn a_timestamp_is_told_from_other_brackets() {
        for (greeting, stamp) in [
            (
                "+OK POP3 ready <1896.697170952@dbc.mtview.ca.us>",
                Some("<1896.697170952@dbc.mtview.ca.us>"),
            ),
            ("+OK <1.2@a> and more", Some("<1.2@a>")),
            ("+OK <hello there>", None),
            ("+OK <nobody>", None),
            ("+OK ready", None),
            ("+OK >backwards<", None),
        ] {
            assert_eq!(
                timestamp(&[Text::from(greeting)]).as_deref(),
                stamp,
                "{greeting}"
            );
        }
        assert_eq!(timestamp(&[]), None);
    }
}
