//! What a check came to: the few questions that follow-ups and rules alike put to it, each answered here alone.

use super::Check;
use crate::failure::{Class, Failure, Stage};
use crate::service::{Protocol, Security};
use crate::wire;

impl Check {
    /// Whether the TCP connection came about.
    pub fn connected(&self) -> bool {
        match &self.failure {
            None => !self.steps.is_empty(),
            Some(failure) => failure.stage > Stage::Connect,
        }
    }

    /// Whether it is the failure that another target met at the same address, with what was asked about it there.
    pub const fn is_anothers(&self) -> bool {
        self.shared && self.failure.is_some()
    }

    /// Whether a mail program could go on from here.
    pub fn usable(&self) -> bool {
        let ended_well = match &self.failure {
            None => !self.steps.is_empty(),
            // The server's manners at the very end hurt nobody.
            Some(failure) => failure.stage == Stage::Quit,
        };
        ended_well
            && !self.came_logged_in()
            && self.early_bytes.is_none()
            && !self.acts_as_in_clear()
    }

    /// Whether the server behaves within TLS as it would without, so that nobody can log in: it forbids the login, or
    /// offers STARTTLS once more and no login (RFC 3207 section 4.2, RFC 9051 section 6.2.3).
    pub fn acts_as_in_clear(&self) -> bool {
        let service = self.endpoint.service;
        if self.tls.is_none() || self.capabilities.is_none() || !service.is_for_users() {
            return false;
        }
        let words = self.capabilities.as_deref().unwrap_or_default();
        let offers = |word| wire::keyword(words, word).is_some();
        let no_login = self.auth_mechanisms.is_empty();
        match service.protocol() {
            Protocol::Smtp => offers("STARTTLS") && no_login,
            Protocol::Pop3 => offers("STLS") && no_login && !offers("USER"),
            // It forbids the command LOGIN and no other way (RFC 9051 section 6.2.3): Dovecot says it where it takes
            // tokens or proofs alone. Who offers STARTTLS as well takes the session for one in clear.
            Protocol::Imap => {
                let in_clear = offers("STARTTLS") && self.takes_passwords_at_most();
                offers("LOGINDISABLED") && (no_login || in_clear)
            }
        }
    }

    /// Whether no mechanism is offered but those that are given the password itself.
    fn takes_passwords_at_most(&self) -> bool {
        let gives = |name: &String| {
            name.eq_ignore_ascii_case("PLAIN") || name.eq_ignore_ascii_case("LOGIN")
        };
        self.auth_mechanisms.iter().all(gives)
    }

    /// Whether somebody answered the connection request with a reset: whoever that was.
    pub fn closed(&self) -> bool {
        self.at_connect().is_some_and(|failure| {
            failure.class == Class::Refused && failure.trouble.icmp().is_none()
        })
    }

    /// Whether the connection request came to nothing but silence.
    pub fn silent(&self) -> bool {
        self.at_connect()
            .is_some_and(|failure| failure.waited().is_some())
    }

    /// Whether it was tried and came to an end of its own: one that the deadline cut short says nothing of the server.
    pub fn ended(&self) -> bool {
        match &self.failure {
            None => !self.steps.is_empty(),
            Some(failure) => failure.class != Class::Deadline,
        }
    }

    /// Whether the session came logged in, in clear, where TLS was to come.
    pub fn came_logged_in(&self) -> bool {
        let greeted = self
            .greeting
            .as_ref()
            .is_some_and(|greeting| greeting.preauthenticated);
        greeted && self.endpoint.service.security() == Security::Starttls && self.tls.is_none()
    }

    /// What kept the connection from coming about.
    fn at_connect(&self) -> Option<&Failure> {
        self.failure
            .as_ref()
            .filter(|failure| failure.stage == Stage::Connect)
    }
}
