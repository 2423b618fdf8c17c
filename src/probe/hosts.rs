//! Which hosts a target is, how that was decided, and what is checked at each of them.

use std::net::IpAddr;

use futures_util::future::join_all;

use super::{Visit, discover, mx, name};
use crate::facts::{Account, AddressSource, Because, Check, HostFacts, Lookup, Mx};
use crate::failure::{Failure, ResolveTrouble, Stage, Trouble};
use crate::net;
use crate::service::{Endpoint, Service};
use crate::target::{Host, HostBecause, HostName, Mailbox, MxQuestion, Target};

/// Mail exchangers that are checked; more than that is rare, and the first ones are those that get the mail.
const MAX_EXCHANGERS: usize = 16;

/// Servers of one mail address that are checked.
const MAX_SERVERS: usize = 16;

/// Addresses of one host that are checked.
const MAX_ADDRESSES: usize = 16;

/// What a target turned out to be.
pub(super) struct Found {
    /// How it was read, and why.
    pub(super) because: Because,
    /// Its mail exchangers, where they were asked for.
    pub(super) mx: Option<Lookup<Vec<Mx>>>,
    /// What was found out about the mail address, where it is one.
    pub(super) account: Option<Account>,
    /// The hosts, each with what is checked there.
    pub(super) hosts: Vec<HostFacts>,
}

/// Decides how the target is to be read, and finds its hosts and their addresses.
pub(super) async fn find(visit: &Visit<'_>, target: &Target) -> Found {
    let name = match &target.host {
        Host::Address(address) => {
            return host(
                target,
                because(target),
                None,
                name::literal(visit.plan, *address),
            );
        }
        Host::Name(name) => name,
    };
    // What is looked up is all known before anything is connected to, and takes room until then.
    Box::pin(find_named(visit, target, name)).await
}

async fn find_named(visit: &Visit<'_>, target: &Target, name: &HostName) -> Found {
    if let Some(mailbox) = &target.mailbox {
        return account(visit, target, mailbox).await;
    }
    match target.mx {
        MxQuestion::Never(_) => {
            let own = name::host(visit, name, None).await;
            host(target, because(target), None, own)
        }
        MxQuestion::Ask if visit.plan.connect_to.is_some() => {
            let own = name::host(visit, name, None).await;
            host(target, Because::ConnectTo, None, own)
        }
        // The proxy looks names up, and has nothing to be asked for mail exchangers with.
        MxQuestion::Ask if visit.door.looks_names_up() => {
            let own = name::host(visit, name, None).await;
            host(target, Because::ByProxy, None, own)
        }
        // A name that this machine's hosts file knows is a host to this machine.
        MxQuestion::Ask if visit.resolver.is_static(name) => {
            let own = name::host(visit, name, None).await;
            host(target, Because::HostsFile, None, own)
        }
        MxQuestion::Ask => {
            let own = name::host(visit, name, None);
            let (own, mx) = tokio::join!(own, mx::exchangers(visit, name));
            match mx {
                Lookup::Found(mx) => domain(visit, name, Because::HasMx, mx).await,
                Lookup::Failed(trouble) => {
                    let because = without_mx(&trouble);
                    host(target, because, Some(Lookup::Failed(trouble)), own)
                }
            }
        }
        MxQuestion::Must => forced(visit, name).await,
    }
}

/// A domain because the user says so, whatever its records are.
async fn forced(visit: &Visit<'_>, name: &HostName) -> Found {
    let trouble = match mx::exchangers(visit, name).await {
        Lookup::Found(mx) => return domain(visit, name, Because::DomainAsked, mx).await,
        Lookup::Failed(trouble) => trouble,
    };
    let own = match &trouble {
        // RFC 5321 section 5.1: without MX records the domain's own address takes the mail.
        ResolveTrouble::NoData => name::host(visit, name, None).await,
        // After NXDOMAIN there is no host, but for DNS servers that deny the whole name where it has no MX records.
        ResolveTrouble::NotFound => name::denied(visit, name).await,
        // Nothing may be concluded from a lookup that failed.
        trouble => name::unresolved(name, trouble),
    };
    Found {
        because: Because::DomainAsked,
        mx: Some(Lookup::Failed(trouble)),
        hosts: vec![exchanger(own)],
        account: None,
    }
}

/// The hosts that MX records name, in the order of preference. The null MX names none, and what is no host name is none
/// either: both are findings.
async fn domain(visit: &Visit<'_>, own: &HostName, because: Because, mx: Vec<Mx>) -> Found {
    let named = mx.iter().filter_map(|mx| Some((mx.host()?, mx.preference)));
    let hosts = named
        .take(MAX_EXCHANGERS)
        .map(|(name, preference)| async move {
            let mut host = name::host(visit, &name, Some(preference)).await;
            if host.trouble() == Some(ResolveTrouble::NotFound) {
                host.suggestion = name::without_domain(visit, &host.name, own).await;
            }
            host
        });
    let hosts = join_all(hosts).await;
    Found {
        because,
        mx: Some(Lookup::Found(mx)),
        hosts: hosts.into_iter().map(exchanger).collect(),
        account: None,
    }
}

/// The servers that the sources name for a mail address, each host once, the most trusted first.
async fn account(visit: &Visit<'_>, target: &Target, mailbox: &Mailbox) -> Found {
    let account = discover::account(visit, mailbox).await;
    let mut named: Vec<(Host, Vec<Endpoint>)> = Vec::new();
    for server in &account.servers {
        if target.named && !target.endpoints.contains(&server.endpoint) {
            continue;
        }
        match named.iter_mut().find(|(host, _)| *host == server.host) {
            Some((_, endpoints)) => endpoints.push(server.endpoint),
            None => named.push((server.host.clone(), vec![server.endpoint])),
        }
    }
    let hosts = named.into_iter().take(MAX_SERVERS);
    let hosts = hosts.map(|(host, mut endpoints)| async move {
        endpoints.sort_unstable();
        let found = match host {
            Host::Address(address) => name::literal(visit.plan, address),
            Host::Name(name) => name::host(visit, &whole(name), None).await,
        };
        HostFacts { endpoints, ..found }
    });
    Found {
        because: Because::MailAddress,
        mx: None,
        hosts: join_all(hosts).await,
        account: Some(account),
    }
}

/// A name that another document gave: no search domain of this machine completes it.
fn whole(name: HostName) -> HostName {
    HostName {
        rooted: true,
        ..name
    }
}

fn host(target: &Target, because: Because, mx: Option<Lookup<Vec<Mx>>>, own: HostFacts) -> Found {
    let endpoints = target.endpoints.clone();
    Found {
        because,
        mx,
        hosts: vec![HostFacts { endpoints, ..own }],
        account: None,
    }
}

/// A mail exchanger is asked for what other servers want of it.
fn exchanger(host: HostFacts) -> HostFacts {
    HostFacts {
        endpoints: vec![Endpoint::usual(Service::Smtp)],
        ..host
    }
}

/// Why a target is a host that was never asked for mail exchangers.
fn because(target: &Target) -> Because {
    let one = target.named && target.endpoints.len() == 1;
    match target.mx {
        _ if one => Because::OneService,
        MxQuestion::Never(HostBecause::Named) => Because::ServicesNamed,
        MxQuestion::Never(HostBecause::Label) => Because::Label,
        MxQuestion::Never(HostBecause::Asked) => Because::HostAsked,
        MxQuestion::Never(HostBecause::MailAddress) => Because::MailAddress,
        // An address has no mail exchangers, whatever was asked.
        MxQuestion::Never(HostBecause::Address) | MxQuestion::Ask | MxQuestion::Must => {
            Because::Address
        }
    }
}

fn without_mx(trouble: &ResolveTrouble) -> Because {
    match trouble {
        ResolveTrouble::NoData => Because::NoMx,
        ResolveTrouble::NotFound => Because::NoSuchName,
        ResolveTrouble::ServFail
        | ResolveTrouble::Refused
        | ResolveTrouble::Rcode(_)
        | ResolveTrouble::Timeout
        | ResolveTrouble::Unreachable(_)
        | ResolveTrouble::TcpBlocked
        | ResolveTrouble::AliasLoop
        | ResolveTrouble::Malformed
        | ResolveTrouble::NoResolver
        | ResolveTrouble::Deadline => Because::MxUnknown,
        ResolveTrouble::ByProxy => Because::ByProxy,
    }
}

/// The checks to make, host by host, service by service, address by address.
pub(super) fn planned(visit: &Visit<'_>, hosts: &[HostFacts]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (index, host) in hosts.iter().enumerate() {
        let addresses = checked(host);
        // Where there is one address alone it is tried in any case.
        let is_choice = addresses.len() > 1;
        let reachable: Vec<bool> = addresses
            .iter()
            .map(|&address| !is_choice || is_within_reach(visit, address))
            .collect();
        for &endpoint in &host.endpoints {
            if host.source == AddressSource::Proxy {
                checks.push(Check::new(index, endpoint, None));
            } else if addresses.is_empty() {
                checks.push(unresolved(index, endpoint, host));
            }
            for (&address, &reachable_one) in addresses.iter().zip(&reachable) {
                let mut check = Check::new(index, endpoint, Some(address));
                // An address of a family that this machine does not have is no fault while another can be reached.
                check.skipped = !reachable_one && reachable.contains(&true);
                checks.push(check);
            }
        }
    }
    checks
}

/// Whether there is a way to the address: the proxy's where there is one, and of that is known here alone what it can be
/// told.
fn is_within_reach(visit: &Visit<'_>, address: IpAddr) -> bool {
    match visit.door.through() {
        Some(through) => address.is_ipv4() || through.proxy.kind.takes_ipv6(),
        None => net::vantage::has_route(address),
    }
}

/// The addresses that are checked: each family has its share of [`MAX_ADDRESSES`], and what the other leaves of it.
fn checked(host: &HostFacts) -> Vec<IpAddr> {
    let (v4, v6): (Vec<IpAddr>, Vec<IpAddr>) =
        host.addresses().into_iter().partition(IpAddr::is_ipv4);
    let share = MAX_ADDRESSES / 2;
    let of_v6 = v6
        .len()
        .min(share.max(MAX_ADDRESSES.saturating_sub(v4.len())));
    let of_v4 = MAX_ADDRESSES - of_v6;
    v4.into_iter()
        .take(of_v4)
        .chain(v6.into_iter().take(of_v6))
        .collect()
}

/// A check that cannot begin, for the name gave no address.
fn unresolved(host: usize, endpoint: Endpoint, facts: &HostFacts) -> Check {
    let mut check = Check::new(host, endpoint, None);
    let trouble = facts.trouble().unwrap_or(ResolveTrouble::NoData);
    let failure = Failure::new(Stage::Resolve, Trouble::Resolve(trouble), facts.lookup_time);
    check.failure = Some(failure);
    check
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;
    use crate::plan::Plan;

    #[test]
    fn each_family_has_its_share_of_the_addresses() {
        let rows = [
            (16, 16, (8, 8)),
            (16, 1, (15, 1)),
            (2, 16, (2, 14)),
            (16, 0, (16, 0)),
            (0, 16, (0, 16)),
            (3, 3, (3, 3)),
        ];
        for (v4, v6, expected) in rows {
            let mut host = name::literal(&Plan::default(), Ipv4Addr::LOCALHOST.into());
            host.ipv4 = Some(Lookup::Found(vec![Ipv4Addr::LOCALHOST; v4]));
            host.ipv6 = Some(Lookup::Found(vec![Ipv6Addr::LOCALHOST; v6]));
            let chosen = checked(&host);
            let of_v4 = chosen.iter().filter(|address| address.is_ipv4()).count();
            assert_eq!((of_v4, chosen.len() - of_v4), expected, "{v4} and {v6}");
        }
    }
}
