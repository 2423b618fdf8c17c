//! What the exchanges of a lookup that has no answer come to.

use crate::facts::{DnsExchange, DnsOutcome, DnsRecord, DnsReply, RecordData, Transport};
use crate::failure::ResolveTrouble;

/// The trouble that says most, of all exchanges of a lookup that has no answer.
pub(super) fn worst(outcomes: &[DnsExchange]) -> ResolveTrouble {
    let troubles = outcomes.iter().filter_map(trouble_of);
    // `min_by_key` keeps the first of equals: the server that was asked first.
    troubles
        .min_by_key(|trouble| match trouble {
            ResolveTrouble::NotFound | ResolveTrouble::NoData | ResolveTrouble::AliasLoop => 0,
            ResolveTrouble::ServFail => 1,
            ResolveTrouble::Refused => 2,
            ResolveTrouble::Rcode(_) => 3,
            ResolveTrouble::TcpBlocked => 4,
            ResolveTrouble::Malformed => 5,
            ResolveTrouble::Timeout | ResolveTrouble::Deadline => 6,
            ResolveTrouble::Unreachable(_) => 7,
            ResolveTrouble::NoResolver | ResolveTrouble::ByProxy => 8,
        })
        // Nothing was sent before the time was up.
        .unwrap_or(ResolveTrouble::Timeout)
}

/// What an exchange that gave no answer says.
fn trouble_of(exchange: &DnsExchange) -> Option<ResolveTrouble> {
    match (&exchange.outcome, exchange.transport) {
        // TCP was asked then, and says what came of it.
        (DnsOutcome::Reply(reply), Transport::Udp) if reply.truncated => None,
        (DnsOutcome::Reply(reply), _) => Some(trouble_of_reply(&exchange.name, reply)),
        (DnsOutcome::Timeout | DnsOutcome::Os(_), Transport::Tcp) => {
            Some(ResolveTrouble::TcpBlocked)
        }
        (DnsOutcome::Timeout, Transport::Udp) => Some(ResolveTrouble::Timeout),
        (DnsOutcome::Os(error), Transport::Udp) => Some(ResolveTrouble::Unreachable(error.clone())),
        (DnsOutcome::Malformed, _) => Some(ResolveTrouble::Malformed),
    }
}

fn trouble_of_reply(name: &str, reply: &DnsReply) -> ResolveTrouble {
    match reply.rcode {
        // unbound says SERVFAIL to a loop and shows it.
        2 if comes_back(name, &reply.answers) => ResolveTrouble::AliasLoop,
        2 => ResolveTrouble::ServFail,
        5 => ResolveTrouble::Refused,
        // A referral: not an answer to the question.
        0 | 3 => ResolveTrouble::Malformed,
        other => ResolveTrouble::Rcode(other),
    }
}

/// Whether the aliases of these records lead back to one of them.
fn comes_back(name: &str, records: &[DnsRecord]) -> bool {
    let mut here = name;
    let mut seen = vec![here];
    while let Some(target) = records.iter().find_map(|record| match &record.data {
        RecordData::Cname(target) if record.name == here => Some(target),
        _ => None,
    }) {
        if seen.contains(&target.as_str()) {
            return true;
        }
        seen.push(target);
        here = target;
    }
    false
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::time::Duration;

    use super::*;
    use crate::codes::Os;
    use crate::facts::RecordKind;
    use crate::failure::OsError;

    fn exchange(transport: Transport, outcome: DnsOutcome) -> DnsExchange {
        DnsExchange {
            name: "a.test".into(),
            kind: RecordKind::A,
            checking_disabled: false,
            edns: true,
            server: SocketAddr::from(([127, 0, 0, 1], 53)),
            transport,
            elapsed: Duration::ZERO,
            outcome,
        }
    }

    fn reply(rcode: u16) -> DnsReply {
        DnsReply {
            rcode,
            authoritative: false,
            authenticated: false,
            truncated: false,
            signed: false,
            answers: Vec::new(),
            denied_by: None,
            extended_errors: Vec::new(),
            links: Vec::new(),
        }
    }

    fn alias(name: &str, target: &str) -> DnsRecord {
        DnsRecord {
            name: name.into(),
            ttl: 1,
            data: RecordData::Cname(target.into()),
        }
    }

    #[test]
    fn every_outcome_has_its_trouble() {
        let (udp, tcp) = (Transport::Udp, Transport::Tcp);
        let refused = OsError {
            os: Os::Linux,
            code: Some(111),
            text: "Connection refused".into(),
            icmp: None,
        };
        let truncated = DnsReply {
            truncated: true,
            ..reply(0)
        };
        let looping = DnsReply {
            answers: vec![alias("a.test", "b.test"), alias("b.test", "a.test")],
            ..reply(2)
        };
        let leading_out = DnsReply {
            answers: vec![alias("a.test", "b.test")],
            ..reply(2)
        };
        let rows = [
            (
                udp,
                DnsOutcome::Reply(reply(2)),
                Some(ResolveTrouble::ServFail),
            ),
            (
                udp,
                DnsOutcome::Reply(looping),
                Some(ResolveTrouble::AliasLoop),
            ),
            (
                udp,
                DnsOutcome::Reply(leading_out),
                Some(ResolveTrouble::ServFail),
            ),
            (
                udp,
                DnsOutcome::Reply(reply(5)),
                Some(ResolveTrouble::Refused),
            ),
            (
                udp,
                DnsOutcome::Reply(reply(1)),
                Some(ResolveTrouble::Rcode(1)),
            ),
            (
                udp,
                DnsOutcome::Reply(reply(23)),
                Some(ResolveTrouble::Rcode(23)),
            ),
            (
                udp,
                DnsOutcome::Reply(reply(0)),
                Some(ResolveTrouble::Malformed),
            ),
            (udp, DnsOutcome::Reply(truncated), None),
            (udp, DnsOutcome::Timeout, Some(ResolveTrouble::Timeout)),
            (tcp, DnsOutcome::Timeout, Some(ResolveTrouble::TcpBlocked)),
            (
                tcp,
                DnsOutcome::Os(refused.clone()),
                Some(ResolveTrouble::TcpBlocked),
            ),
            (
                udp,
                DnsOutcome::Os(refused.clone()),
                Some(ResolveTrouble::Unreachable(refused)),
            ),
            (udp, DnsOutcome::Malformed, Some(ResolveTrouble::Malformed)),
            (tcp, DnsOutcome::Malformed, Some(ResolveTrouble::Malformed)),
        ];
        for (transport, outcome, trouble) in rows {
            let exchange = exchange(transport, outcome);
            assert_eq!(trouble_of(&exchange), trouble, "{exchange:?}");
        }
    }

    #[test]
    fn what_a_server_said_weighs_more_than_silence() {
        let silence = exchange(Transport::Udp, DnsOutcome::Timeout);
        let failure = exchange(Transport::Udp, DnsOutcome::Reply(reply(2)));
        let refusal = exchange(Transport::Udp, DnsOutcome::Reply(reply(5)));
        let rows = [
            (vec![], ResolveTrouble::Timeout),
            (vec![silence.clone()], ResolveTrouble::Timeout),
            (
                vec![silence.clone(), refusal.clone()],
                ResolveTrouble::Refused,
            ),
            (vec![silence, refusal, failure], ResolveTrouble::ServFail),
        ];
        for (outcomes, trouble) in rows {
            assert_eq!(worst(&outcomes), trouble, "{outcomes:?}");
        }
    }
}
