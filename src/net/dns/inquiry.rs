//! One question to all servers, one after another, until one answers.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt};
use hickory_proto::op::{Message, Query};
use tokio::time::{Instant, sleep_until};

use super::Resolver;
use super::message::{self, Sent};
use super::transport;
use crate::facts::{DnsExchange, DnsOutcome, RecordKind, Transport};

/// How long a server may be silent before the next is asked. libc waits 5 s; a resolver that has the answer needs
/// milliseconds, and one that has to ask around rarely needs more than this.
const STAGGER: Duration = Duration::from_millis(1500);
/// How long until everybody is asked once more, round by round. A lost datagram must not cost the lookup.
const AGAIN: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(3)];
/// One question to all servers.
pub(super) struct Inquiry<'a> {
    /// Where it is written down.
    pub(super) resolver: &'a Resolver,
    /// Its number there.
    pub(super) number: u64,
    /// The name as text.
    pub(super) text: String,
    /// The question itself.
    pub(super) query: Query,
    /// The type of record.
    pub(super) kind: RecordKind,
    /// Whether the CD bit is set.
    pub(super) checking_disabled: bool,
}

/// How one attempt ended.
enum Attempt {
    /// With NOERROR or NXDOMAIN.
    Answer(Message),
    /// With anything else: this server is of no more use.
    Failed(SocketAddr),
}

impl Inquiry<'_> {
    /// Starts the attempts one after another and takes the first answer. `None` when every server has failed.
    pub(super) async fn race(&self, plan: VecDeque<(Duration, SocketAddr)>) -> Option<Message> {
        let mut waiting = plan;
        let mut running = FuturesUnordered::new();
        let mut asked: Vec<SocketAddr> = Vec::new();
        let mut failed: Vec<SocketAddr> = Vec::new();
        let mut next = Instant::now();
        loop {
            waiting.retain(|(_, server)| !failed.contains(server));
            let all_failed = asked.iter().all(|server| failed.contains(server));
            if waiting.is_empty() && all_failed {
                return None;
            }
            tokio::select! {
                Some(ended) = running.next() => match ended {
                    Attempt::Answer(reply) => return Some(reply),
                    Attempt::Failed(server) => {
                        failed.push(server);
                        // A server that has not been asked yet need not wait any longer.
                        if waiting.front().is_some_and(|(_, server)| !asked.contains(server)) {
                            next = Instant::now();
                        }
                    }
                },
                () = sleep_until(next), if !waiting.is_empty() => {
                    if let Some((_, server)) = waiting.pop_front() {
                        asked.push(server);
                        running.push(self.attempt(server));
                    }
                    next += waiting.front().map_or(Duration::ZERO, |(gap, _)| *gap);
                }
                else => return None,
            }
        }
    }

    async fn attempt(&self, server: SocketAddr) -> Attempt {
        match self.converse(server).await {
            Some(reply)
                if message::is_answer_code(reply.metadata.response_code)
                    && !message::is_referral(&reply) =>
            {
                Attempt::Answer(reply)
            }
            Some(_) | None => Attempt::Failed(server),
        }
    }

    /// Asks over UDP, without EDNS where the server does not know it, and over TCP where the answer was too large.
    async fn converse(&self, server: SocketAddr) -> Option<Message> {
        let mut edns = true;
        let mut reply = self.exchange(server, Transport::Udp, edns).await?;
        if message::wants_no_edns(&reply) {
            edns = false;
            reply = self.exchange(server, Transport::Udp, edns).await?;
        }
        if reply.metadata.truncation {
            reply = self.exchange(server, Transport::Tcp, edns).await?;
        }
        Some(reply)
    }

    /// One question and one answer, written down however it ends.
    async fn exchange(
        &self,
        server: SocketAddr,
        transport: Transport,
        edns: bool,
    ) -> Option<Message> {
        let sent = Sent::new(&self.query, self.checking_disabled, edns)?;
        let mut entry = Entry {
            inquiry: self,
            server,
            transport,
            started: Instant::now(),
            outcome: DnsOutcome::Timeout,
        };
        let result = match transport {
            Transport::Udp => transport::udp(server, &sent, &mut entry.outcome).await,
            Transport::Tcp => transport::tcp(server, &sent).await,
        };
        match result {
            Ok(reply) => {
                entry.outcome = DnsOutcome::Reply(message::plain(&reply));
                Some(reply)
            }
            Err(outcome) => {
                entry.outcome = outcome;
                None
            }
        }
    }
}

/// An exchange under way. It is written down when it is dropped, and so also when the wait for it is cut short.
struct Entry<'a> {
    inquiry: &'a Inquiry<'a>,
    server: SocketAddr,
    transport: Transport,
    started: Instant,
    outcome: DnsOutcome,
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        let exchange = DnsExchange {
            name: self.inquiry.text.clone(),
            kind: self.inquiry.kind,
            checking_disabled: self.inquiry.checking_disabled,
            server: self.server,
            transport: self.transport,
            elapsed: self.started.elapsed(),
            outcome: self.outcome.clone(),
        };
        let mut log = self.inquiry.resolver.log.borrow_mut();
        log.push((self.inquiry.number, exchange));
    }
}

/// Whom to ask in which order, each with the time since the attempt before. Where the limit is short, everything moves
/// together, so that every server has its turn.
pub(super) fn schedule(
    servers: &[SocketAddr],
    limit: Duration,
) -> VecDeque<(Duration, SocketAddr)> {
    let share = u32::try_from(servers.len() + 1).unwrap_or(u32::MAX);
    let longest = limit / share;
    let mut plan = VecDeque::new();
    let mut at = Duration::ZERO;
    for again in std::iter::once(Duration::ZERO).chain(AGAIN) {
        for (index, server) in servers.iter().enumerate() {
            let gap = if index == 0 { again } else { STAGGER }.min(longest);
            at += gap;
            // Without some time left for the answer there is no use in asking.
            if at + longest / 2 <= limit {
                plan.push_back((gap, *server));
            }
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(last: u8) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, last], 53))
    }

    #[test]
    fn the_second_server_is_asked_before_libc_would() {
        let times = |servers: &[SocketAddr], limit| {
            let plan = schedule(servers, Duration::from_millis(limit));
            let mut at = Duration::ZERO;
            let starts = plan.into_iter().map(|(gap, server)| {
                at += gap;
                (at.as_millis(), server)
            });
            starts.collect::<Vec<_>>()
        };
        let (a, b) = (server(1), server(2));
        assert_eq!(times(&[a], 10_000), [(0, a), (2000, a), (5000, a)]);
        assert_eq!(
            times(&[a, b], 10_000),
            [(0, a), (1500, b), (3500, a), (5000, b), (8000, a)]
        );
        assert_eq!(times(&[a, b], 600), [(0, a), (200, b), (400, a)]);
        assert_eq!(times(&[a], 401), [(0, a), (200, a)]);
        assert_eq!(times(&[], 600), []);
    }
}
