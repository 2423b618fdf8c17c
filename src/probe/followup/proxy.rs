//! Whether the server can be reached through the proxy that is configured here, where every direct way was silent.

use std::net::SocketAddr;

use super::{Asking, server_name, talk};
use crate::facts::{Check, Facts, ProxyAttempt, RecordData, RecordKind};
use crate::failure::{Class, ResolveTrouble, Stage, Trouble};
use crate::wire::Text;
use crate::wire::proxy::{Goal, Kind, Proxy, Url};

pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<ProxyAttempt> {
    let check = silent_everywhere(facts).filter(|_| facts.through.is_none())?;
    let mut known = facts.vantage.proxies.iter();
    let (shown, proxy) = known.find_map(|url| Some((url, Url::read(url).ok()?.proxy)))?;
    Some(ProxyAttempt {
        proxy: shown.clone(),
        check,
        outcome: Box::pin(first_line(asking, facts, &proxy, &facts.checks[check])).await,
    })
}

/// Whether there is anything to ask a proxy for.
pub(super) fn is_worth_a_try(facts: &Facts) -> bool {
    let proxies = &facts.vantage.proxies;
    facts.through.is_none() && !proxies.is_empty() && silent_everywhere(facts).is_some()
}

/// The first check, if every connect of every check was met with silence.
fn silent_everywhere(facts: &Facts) -> Option<usize> {
    let is_silent = |check: &Check| {
        check.failure.as_ref().is_some_and(|failure| {
            failure.stage == Stage::Connect
                && failure.class == Class::Timeout
                && !matches!(failure.trouble, Trouble::Deadline { .. })
        })
    };
    let mut tried = facts.checks.iter().enumerate();
    let mut tried = tried
        .by_ref()
        .filter(|(_, check)| !check.skipped)
        .peekable();
    let (first, _) = *tried.peek()?;
    tried.all(|(_, check)| is_silent(check)).then_some(first)
}

async fn first_line(
    asking: Asking<'_>,
    facts: &Facts,
    proxy: &Proxy,
    check: &Check,
) -> Result<Text, Trouble> {
    let address = find(asking, proxy).await?;
    let goal = goal_of(facts, check, proxy.kind);
    let _place = talk::place(asking, Goal::Address(address), 1).await?;
    let wait = asking.budget.wait();
    let tried = asking
        .visit
        .door
        .try_proxy(address, proxy, goal, wait)
        .await;
    let dialed = tried.unwrap_or(Err(Trouble::NotOffered))?;
    let service = check.endpoint.service;
    let words = talk::first_words(
        asking,
        dialed.stream,
        service.protocol(),
        service.security(),
        server_name(asking.visit, facts, check),
    );
    Ok(words.await?.into_iter().next().unwrap_or_default())
}

/// The proxy's address.
async fn find(asking: Asking<'_>, proxy: &Proxy) -> Result<SocketAddr, Trouble> {
    let end = |address| SocketAddr::new(address, proxy.port);
    if let Ok(address) = proxy.host.parse() {
        return Ok(end(address));
    }
    if let Some(&address) = asking.visit.resolver.known_here(&proxy.host).first() {
        return Ok(end(address));
    }
    let wait = asking.budget.wait();
    let kinds = [RecordKind::A, RecordKind::Aaaa];
    let resolver = asking.visit.resolver;
    let answer = resolver.lookup_host(&proxy.host, &kinds, wait).await;
    let mut records = answer.answers.iter().map(|answer| &answer.records);
    let why = records
        .clone()
        .find_map(|records| records.trouble().cloned());
    let found = records.find_map(|records| records.found()?.iter().find_map(RecordData::address));
    found
        .map(end)
        .ok_or_else(|| Trouble::Resolve(why.unwrap_or(ResolveTrouble::NoData)))
}

/// Where the proxy shall connect to: the host by its name where the proxy looks names up, and the DNS gave the address; else the address.
fn goal_of<'f>(facts: &'f Facts, check: &Check, kind: Kind) -> Goal<'f> {
    use crate::facts::AddressSource::{ConnectTo, Dns, HostsFile, Literal, Proxy};
    let port = check.endpoint.port;
    let host = facts.hosts.get(check.host);
    let by_name = match host.map(|host| host.source) {
        Some(Dns | Proxy) => kind.looks_names_up(),
        Some(ConnectTo | HostsFile | Literal) | None => false,
    };
    match (check.address, host) {
        (Some(address), _) if !by_name => Goal::Address(SocketAddr::new(address, port)),
        (_, host) => Goal::Name(host.map_or("", |host| host.name.as_str()), port),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, failed, fine, timed_out};
    use super::*;
    use crate::facts::AddressSource;
    use crate::service::Service;

    #[test]
    fn only_silence_everywhere_calls_for_the_proxy() {
        let silent = || failed(Service::Smtp, Stage::Connect, timed_out());
        let cut = || {
            let received = Text::default();
            failed(
                Service::Smtp,
                Stage::Connect,
                Trouble::Deadline { received },
            )
        };
        let skipped = || Check {
            skipped: true,
            failure: None,
            ..silent()
        };
        let rows = [
            (vec![], None),
            (vec![silent(), silent()], Some(0)),
            (vec![skipped(), silent()], Some(1)),
            (vec![silent(), fine(Service::Imaps)], None),
            (vec![cut()], None),
            (
                vec![failed(Service::Smtp, Stage::Greeting, timed_out())],
                None,
            ),
        ];
        for (checks, expected) in rows {
            assert_eq!(silent_everywhere(&facts(checks)), expected);
        }
    }

    #[test]
    fn names_go_to_the_proxy_where_it_looks_them_up() {
        let mut facts = facts(vec![fine(Service::Smtp)]);
        facts.hosts[0].name = "mx.example.com".to_owned();
        let goal = |facts: &Facts, kind| goal_of(facts, &facts.checks[0], kind).to_string();
        assert_eq!(goal(&facts, Kind::Http), "mx.example.com:25");
        assert_eq!(goal(&facts, Kind::Socks5h), "mx.example.com:25");
        assert_eq!(goal(&facts, Kind::Socks5), "203.0.113.25:25");
        facts.hosts[0].source = AddressSource::ConnectTo;
        assert_eq!(goal(&facts, Kind::Http), "203.0.113.25:25");
        facts.checks[0].address = Some("2001:db8::1".parse().unwrap());
        assert_eq!(goal(&facts, Kind::Http), "[2001:db8::1]:25");
    }
}
