//! What a check came to: the few questions that follow-ups and rules alike put to it, each answered here alone.

use super::Check;
use crate::failure::{Class, Failure, Stage};
use crate::service::Security;

impl Check {
    /// Whether the TCP connection came about.
    pub fn connected(&self) -> bool {
        match &self.failure {
            None => !self.steps.is_empty(),
            Some(failure) => failure.stage > Stage::Connect,
        }
    }

    /// Whether a mail program could go on from here.
    pub fn usable(&self) -> bool {
        let ended_well = match &self.failure {
            None => !self.steps.is_empty(),
            // The server's manners at the very end hurt nobody.
            Some(failure) => failure.stage == Stage::Quit,
        };
        ended_well && !self.came_logged_in() && self.early_bytes.is_none()
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
