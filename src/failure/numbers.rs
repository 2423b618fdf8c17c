//! The numbers under which a failure is known elsewhere: errno, Winsock, Outlook.

use super::{CertificateProblem, Class, Failure, ResolveTrouble, Stage, Trouble};
use crate::codes::socket::{Condition, Number};
use crate::codes::{outlook, resolver};
use crate::service::Protocol;

impl Failure {
    /// The number and name that a Windows program would show: 10060 for a silent connect.
    pub fn winsock(&self) -> Option<Number> {
        match &self.trouble {
            Trouble::Clock { .. } => Condition::TimedOut.winsock(),
            Trouble::Os(error) => error.condition().and_then(Condition::winsock),
            Trouble::Closed { .. } => Condition::ConnectionReset.winsock(),
            Trouble::Resolve(trouble) => trouble.twin().and_then(resolver::Failure::winsock),
            Trouble::Proxy(trouble) => trouble.winsock(),
            // A run that was ended early says nothing of what a Windows program would have met.
            Trouble::Deadline { .. }
            | Trouble::Malformed { .. }
            | Trouble::Rejected(_)
            | Trouble::NotOffered
            | Trouble::Tls(_)
            | Trouble::Certificate(_) => None,
        }
    }

    /// errno on the system that reported it. `None` where no system gave up, only our own clock.
    pub fn os_error(&self) -> Option<Number> {
        if let Trouble::Proxy(trouble) = &self.trouble {
            return trouble.os_error();
        }
        let (Trouble::Os(error) | Trouble::Resolve(ResolveTrouble::Unreachable(error))) =
            &self.trouble
        else {
            return None;
        };
        let name = error
            .condition()
            .and_then(|condition| condition.errno(error.os));
        // Two numbers may mean one condition; the one that came is shown, with the condition's name.
        error
            .code
            .map(|code| (code, name.map_or("", |(_, name)| name)))
    }

    /// What Outlook shows for this, most usual first.
    ///
    /// The numbers are those of `imnxport.idl`; Outlook itself adds 0x800421xx, which have no public names.
    pub fn outlook(&self, protocol: Protocol) -> Vec<u32> {
        match self.class {
            Class::NotFound | Class::NoData | Class::DnsFailure => vec![0x800C_CC0D],
            _ if self.stage == Stage::Resolve => vec![0x800C_CC0D],
            Class::Timeout | Class::Deadline if self.stage == Stage::Connect => {
                cannot_connect(protocol)
            }
            Class::Timeout | Class::Deadline => match protocol {
                Protocol::Smtp => vec![0x800C_CC19, 0x8004_210B],
                Protocol::Pop3 => vec![0x800C_CC19, 0x8004_210A],
                Protocol::Imap => vec![0x800C_CC19],
            },
            Class::Refused | Class::Unreachable | Class::Prohibited | Class::Proxy => {
                cannot_connect(protocol)
            }
            Class::Reset | Class::Closed => vec![0x800C_CC0F],
            Class::Local => vec![0x800C_CC15],
            Class::Protocol => vec![match (protocol, self.stage) {
                (Protocol::Smtp, _) => 0x800C_CC61,
                (Protocol::Pop3, _) => 0x800C_CC93,
                (Protocol::Imap, Stage::Greeting) => 0x800C_CCD5,
                (Protocol::Imap, _) => 0x800C_CCD4,
            }],
            Class::Rejected => vec![self.rejected(protocol)],
            Class::NotOffered => vec![match protocol {
                Protocol::Smtp => 0x800C_CC7D,
                Protocol::Pop3 | Protocol::Imap => 0x800C_CC1A,
            }],
            Class::Tls => vec![0x800C_CC1A],
            Class::Certificate => self.certificate_codes(),
        }
    }

    fn rejected(&self, protocol: Protocol) -> u32 {
        let Trouble::Rejected(rejection) = &self.trouble else {
            return 0x800C_CC60;
        };
        let line = rejection.reply.first().map_or(&[][..], |line| &line.0);
        match protocol {
            Protocol::Smtp => smtp_reply(line),
            Protocol::Pop3 => 0x800C_CC90,
            // The name says "connection refused" and means a BYE in place of a greeting.
            Protocol::Imap if self.stage == Stage::Greeting => 0x800C_CCD9,
            Protocol::Imap
                if line
                    .windows(3)
                    .any(|word| word.eq_ignore_ascii_case(b"BYE")) =>
            {
                0x800C_CCDD
            }
            Protocol::Imap
                if line
                    .windows(4)
                    .any(|word| word.eq_ignore_ascii_case(b" BAD")) =>
            {
                0x800C_CCD3
            }
            Protocol::Imap => 0x800C_CCD2,
        }
    }

    fn certificate_codes(&self) -> Vec<u32> {
        let Trouble::Certificate(problems) = &self.trouble else {
            return vec![0x800C_CC1A];
        };
        let special = problems.iter().filter_map(|problem| match problem {
            CertificateProblem::NameMismatch { .. } => Some(0x800C_CC01),
            CertificateProblem::Expired { .. } | CertificateProblem::NotYetValid { .. } => {
                Some(0x800C_CC02)
            }
            _ => None,
        });
        let mut codes = vec![0x800C_CC1A];
        for code in special {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

impl ResolveTrouble {
    /// What the system's own name resolution would have reported.
    fn twin(&self) -> Option<resolver::Failure> {
        match self {
            Self::NotFound => Some(resolver::Failure::NotFound),
            Self::NoData => Some(resolver::Failure::NoData),
            Self::ServFail
            | Self::Timeout
            | Self::Unreachable(_)
            | Self::TcpBlocked
            | Self::NoResolver => Some(resolver::Failure::TryAgain),
            Self::Refused | Self::Rcode(_) | Self::AliasLoop | Self::Malformed => {
                Some(resolver::Failure::Permanent)
            }
            Self::Deadline | Self::ByProxy => None,
        }
    }
}

fn cannot_connect(protocol: Protocol) -> Vec<u32> {
    match protocol {
        Protocol::Smtp => vec![0x800C_CC0E, 0x8004_2109],
        Protocol::Pop3 => vec![0x800C_CC0E, 0x8004_2108],
        Protocol::Imap => vec![0x800C_CC0E],
    }
}

/// The code that carries an SMTP reply number in its name.
fn smtp_reply(line: &[u8]) -> u32 {
    let number = line
        .get(..3)
        .and_then(|code| std::str::from_utf8(code).ok());
    let number = number.and_then(|number| number.parse().ok());
    number
        .and_then(outlook::for_reply)
        .unwrap_or(outlook::SMTP_RESPONSE_ERROR)
}
