//! What went wrong with the proxy that stands between this machine and the server, and whose fault that is.

use std::time::Duration;

use super::{Class, Failure, Stage, TlsTrouble, Trouble};
use crate::codes::socket::{Condition, Number};
use crate::wire::proxy::{Beyond, Kind, No, Refused, Verdict};

/// What stood between this machine and the server where a proxy was to be gone through.
#[derive(Clone, Debug, PartialEq)]
pub struct ProxyTrouble {
    /// How it was spoken to.
    pub kind: Kind,
    /// How far it came.
    pub step: ProxyStep,
    /// Whether a login was told, or would have been.
    pub login: bool,
    /// What was met there.
    pub met: ProxyMet,
}

/// How far it came with a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProxyStep {
    /// Its name and the connection to it.
    Connect,
    /// TLS with the proxy itself.
    Tls,
    /// SOCKS 5: which login.
    Method,
    /// SOCKS 5: the login.
    Login,
    /// The request to connect to the server.
    Request,
}

impl ProxyStep {
    /// The word in the JSON output, and the tail of the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Method => "method",
            Self::Login => "login",
            Self::Request => "request",
        }
    }
}

/// What was met with a proxy.
#[derive(Clone, Debug, PartialEq)]
pub enum ProxyMet {
    /// Its no.
    No(No),
    /// Anything that is no answer.
    Trouble(Box<Trouble>),
}

/// What is the matter with a proxy, or with what lies beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProxyFault {
    /// Nothing was connected to.
    Unreachable,
    /// It wants a login; `told`: another one than was told.
    AuthRequired {
        /// A login was told.
        told: bool,
    },
    /// It wants a login of a kind that is not spoken here.
    AuthUnsupported,
    /// It does not want to.
    Refused(Refused),
    /// It hung up on the request without a word.
    HungUp,
    /// It could not: what is wrong lies beyond it.
    CannotReach(Beyond),
    /// What answers is no proxy of this kind; `closed`: it hung up at once, as such a one does.
    WrongKind {
        /// It hung up at once.
        closed: bool,
    },
    /// It did not answer in time; `asked`: after it had been told where to connect to.
    Timeout {
        /// It knew where to connect to.
        asked: bool,
    },
    /// Its own certificate is not to be trusted, or TLS with it fails.
    Tls,
}

impl ProxyFault {
    /// The word in the JSON output and for the sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::AuthRequired { told: false } => "auth-required",
            Self::AuthRequired { told: true } => "auth-refused",
            Self::AuthUnsupported => "auth-unsupported",
            Self::Refused(_) => "refused",
            Self::HungUp => "hung-up",
            Self::CannotReach(_) => "cannot-reach-server",
            Self::WrongKind { closed: false } => "wrong-kind",
            Self::WrongKind { closed: true } => "wrong-kind-closed",
            Self::Timeout { asked: false } => "timeout",
            Self::Timeout { asked: true } => "timeout-asked",
            Self::Tls => "tls",
        }
    }
}

impl ProxyTrouble {
    /// What is the matter.
    pub fn fault(&self) -> ProxyFault {
        match &self.met {
            ProxyMet::No(no) => match no.verdict(self.login) {
                Verdict::WantsLogin => ProxyFault::AuthRequired { told: false },
                Verdict::LoginRefused => ProxyFault::AuthRequired { told: true },
                Verdict::OtherLogin => ProxyFault::AuthUnsupported,
                Verdict::Refused(why) => ProxyFault::Refused(why),
                Verdict::CannotReach(what) => ProxyFault::CannotReach(what),
                Verdict::OtherKind => ProxyFault::WrongKind { closed: false },
            },
            ProxyMet::Trouble(trouble) => self.of_trouble(trouble),
        }
    }

    fn of_trouble(&self, trouble: &Trouble) -> ProxyFault {
        if self.step == ProxyStep::Connect {
            return ProxyFault::Unreachable;
        }
        let asked = self.step == ProxyStep::Request;
        match trouble {
            Trouble::Malformed { .. } | Trouble::Tls(TlsTrouble::NotTls { .. }) => {
                ProxyFault::WrongKind { closed: false }
            }
            Trouble::Clock { .. } | Trouble::Deadline { .. } => ProxyFault::Timeout { asked },
            Trouble::Tls(_) | Trouble::Certificate(_) => ProxyFault::Tls,
            // Half an answer is an answer of this kind.
            Trouble::Closed { received } if !received.0.is_empty() => ProxyFault::HungUp,
            Trouble::Closed { .. } | Trouble::Os(_) if self.is_first_word() => {
                ProxyFault::WrongKind { closed: true }
            }
            Trouble::Closed { .. }
            | Trouble::Os(_)
            | Trouble::Rejected(_)
            | Trouble::NotOffered
            | Trouble::Resolve(_)
            | Trouble::Proxy(_) => ProxyFault::HungUp,
        }
    }

    /// Whether it was asked for the first time at this step: SOCKS 5 alone asks twice.
    const fn is_first_word(&self) -> bool {
        match self.step {
            ProxyStep::Method | ProxyStep::Tls => true,
            ProxyStep::Login | ProxyStep::Connect => false,
            ProxyStep::Request => !matches!(self.kind, Kind::Socks5 | Kind::Socks5h),
        }
    }

    /// The class: what is known of the server has the class that it has without a proxy.
    pub fn class(&self) -> Class {
        match self.fault() {
            ProxyFault::CannotReach(Beyond::Refused) => Class::Refused,
            ProxyFault::CannotReach(Beyond::Network | Beyond::Host | Beyond::Ttl) => {
                Class::Unreachable
            }
            ProxyFault::CannotReach(Beyond::Timeout) => Class::Timeout,
            ProxyFault::CannotReach(Beyond::Name) => Class::NotFound,
            ProxyFault::CannotReach(Beyond::Untold)
            | ProxyFault::Unreachable
            | ProxyFault::AuthRequired { .. }
            | ProxyFault::AuthUnsupported
            | ProxyFault::Refused(_)
            | ProxyFault::HungUp
            | ProxyFault::WrongKind { .. }
            | ProxyFault::Timeout { .. }
            | ProxyFault::Tls => Class::Proxy,
        }
    }

    /// What is met without an answer, as a failure of its own.
    fn within(&self) -> Option<Failure> {
        let ProxyMet::Trouble(trouble) = &self.met else {
            return None;
        };
        Some(Failure::new(
            Stage::Connect,
            (**trouble).clone(),
            Duration::ZERO,
        ))
    }

    /// The number that a Windows program would show: of the way to the proxy, or of what the proxy met.
    pub(super) fn winsock(&self) -> Option<Number> {
        let condition = match self.fault() {
            ProxyFault::CannotReach(beyond) => match beyond {
                Beyond::Refused => Condition::ConnectionRefused,
                Beyond::Network => Condition::NetworkUnreachable,
                Beyond::Host | Beyond::Ttl => Condition::HostUnreachable,
                Beyond::Timeout => Condition::TimedOut,
                Beyond::Name | Beyond::Untold => return None,
            },
            _ => return self.within()?.winsock(),
        };
        condition.winsock()
    }

    /// The number of this system's error on the way to the proxy.
    pub(super) fn os_error(&self) -> Option<Number> {
        self.within()?.os_error()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Text;
    use crate::wire::proxy::http::Head;

    fn trouble(kind: Kind, step: ProxyStep, login: bool, met: ProxyMet) -> ProxyTrouble {
        ProxyTrouble {
            kind,
            step,
            login,
            met,
        }
    }

    fn said(no: No, login: bool) -> ProxyTrouble {
        trouble(Kind::Socks5, ProxyStep::Request, login, ProxyMet::No(no))
    }

    fn http(code: u16, schemes: &[&str], login: bool) -> ProxyTrouble {
        let head = Head {
            code,
            schemes: schemes.iter().map(|&scheme| scheme.to_owned()).collect(),
            ..Head::default()
        };
        said(No::Http(head), login)
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn what_each_reply_of_socks_means() {
        use ProxyFault::{AuthRequired, AuthUnsupported, CannotReach};
        let refused = ProxyFault::Refused;
        let rows = [
            (No::Socks5(1), false, refused(Refused::Untold), Class::Proxy),
            (No::Socks5(2), false, refused(Refused::Rule), Class::Proxy),
            (
                No::Socks5(3),
                false,
                CannotReach(Beyond::Network),
                Class::Unreachable,
            ),
            (
                No::Socks5(4),
                false,
                CannotReach(Beyond::Host),
                Class::Unreachable,
            ),
            (
                No::Socks5(5),
                false,
                CannotReach(Beyond::Refused),
                Class::Refused,
            ),
            (
                No::Socks5(6),
                false,
                CannotReach(Beyond::Ttl),
                Class::Unreachable,
            ),
            (
                No::Socks5(7),
                false,
                refused(Refused::Command),
                Class::Proxy,
            ),
            (
                No::Socks5(8),
                false,
                refused(Refused::AddressType),
                Class::Proxy,
            ),
            (No::Socks5(9), false, refused(Refused::Untold), Class::Proxy),
            (
                No::Socks5(255),
                false,
                refused(Refused::Untold),
                Class::Proxy,
            ),
            (
                No::Method(0xff),
                false,
                AuthRequired { told: false },
                Class::Proxy,
            ),
            (
                No::Method(2),
                false,
                AuthRequired { told: false },
                Class::Proxy,
            ),
            (No::Method(0xff), true, AuthUnsupported, Class::Proxy),
            (No::Method(1), true, AuthUnsupported, Class::Proxy),
            (No::Method(0x80), false, AuthUnsupported, Class::Proxy),
            (
                No::Login(1),
                true,
                AuthRequired { told: true },
                Class::Proxy,
            ),
            (
                No::Login(255),
                true,
                AuthRequired { told: true },
                Class::Proxy,
            ),
            (
                No::Socks4(91),
                false,
                refused(Refused::Untold),
                Class::Proxy,
            ),
            (
                No::Socks4(92),
                false,
                AuthRequired { told: true },
                Class::Proxy,
            ),
            (
                No::Socks4(93),
                true,
                AuthRequired { told: true },
                Class::Proxy,
            ),
            (
                No::Socks4(94),
                false,
                refused(Refused::Untold),
                Class::Proxy,
            ),
        ];
        for (no, login, fault, class) in rows {
            let words = no.words();
            let seen = said(no, login);
            assert_eq!((seen.fault(), seen.class()), (fault, class), "{words}");
        }
        let refused = said(No::Socks5(5), false);
        assert_eq!(refused.winsock(), Some((10061, "WSAECONNREFUSED")));
        assert_eq!(refused.os_error(), None);
    }

    #[test]
    fn what_each_status_of_http_means() {
        use ProxyFault::{AuthRequired, AuthUnsupported, CannotReach, WrongKind};
        let refused = ProxyFault::Refused;
        let rows = [
            (302, &[][..], false, refused(Refused::Redirect)),
            (511, &[], false, refused(Refused::Redirect)),
            (400, &[], false, refused(Refused::Untold)),
            (403, &[], false, refused(Refused::Rule)),
            (405, &[], false, refused(Refused::Untold)),
            (404, &[], false, WrongKind { closed: false }),
            (501, &[], false, WrongKind { closed: false }),
            (407, &[], false, AuthRequired { told: false }),
            (407, &["basic"], false, AuthRequired { told: false }),
            (
                407,
                &["negotiate", "ntlm", "basic"],
                false,
                AuthRequired { told: false },
            ),
            (407, &["basic"], true, AuthRequired { told: true }),
            (407, &["ntlm"], false, AuthUnsupported),
            (407, &["negotiate"], true, AuthUnsupported),
            (407, &["digest"], true, AuthUnsupported),
            (429, &[], false, refused(Refused::Busy)),
            (500, &[], false, refused(Refused::Untold)),
            (502, &[], false, CannotReach(Beyond::Untold)),
            (503, &[], false, CannotReach(Beyond::Untold)),
            (504, &[], false, CannotReach(Beyond::Timeout)),
            (0, &[], false, refused(Refused::Untold)),
            (999, &[], false, refused(Refused::Untold)),
        ];
        for (code, schemes, login, fault) in rows {
            assert_eq!(
                http(code, schemes, login).fault(),
                fault,
                "{code} {schemes:?}"
            );
        }
    }

    #[test]
    fn what_is_no_answer_is_the_proxys_and_not_the_servers() {
        let clock = || Trouble::Clock {
            limit: Duration::from_secs(10),
            received: Text::default(),
        };
        let closed = |bytes: &[u8]| Trouble::Closed {
            received: bytes.into(),
        };
        let rows = [
            (
                Kind::Socks5,
                ProxyStep::Connect,
                clock(),
                ProxyFault::Unreachable,
            ),
            (
                Kind::Socks5,
                ProxyStep::Method,
                clock(),
                ProxyFault::Timeout { asked: false },
            ),
            (
                Kind::Socks5h,
                ProxyStep::Request,
                clock(),
                ProxyFault::Timeout { asked: true },
            ),
            (
                Kind::Http,
                ProxyStep::Request,
                closed(b""),
                ProxyFault::WrongKind { closed: true },
            ),
            (
                Kind::Http,
                ProxyStep::Request,
                closed(b"HTTP/1.1 2"),
                ProxyFault::HungUp,
            ),
            (
                Kind::Socks4,
                ProxyStep::Request,
                closed(b""),
                ProxyFault::WrongKind { closed: true },
            ),
            (
                Kind::Socks5,
                ProxyStep::Method,
                closed(b""),
                ProxyFault::WrongKind { closed: true },
            ),
            (
                Kind::Socks5,
                ProxyStep::Request,
                closed(b""),
                ProxyFault::HungUp,
            ),
            (
                Kind::Socks5,
                ProxyStep::Login,
                closed(b""),
                ProxyFault::HungUp,
            ),
            (
                Kind::Https,
                ProxyStep::Tls,
                Trouble::Certificate(Vec::new()),
                ProxyFault::Tls,
            ),
        ];
        for (kind, step, met, fault) in rows {
            let met = ProxyMet::Trouble(Box::new(met));
            let seen = trouble(kind, step, false, met);
            assert_eq!(seen.fault(), fault, "{kind:?} {step:?}");
            assert_eq!(seen.class(), Class::Proxy);
        }
    }
}
