//! What keeps this machine from trying at all.

use crate::args;
use crate::codes::socket::Condition;
use crate::facts::path::SweepEnd;
use crate::facts::scope::needs_interface;
use crate::facts::{Check, DnsExchange, DnsOutcome, Facts, HostFacts, Lookup, Route};
use crate::failure::{Class, Failure, OsError, ResolveTrouble, Stage, Trouble};
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::target::Host;

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::evidence;
use super::stop::{self, By};
use super::{elsewhere, resolver};

/// This machine has a route to neither internet, and says so itself.
pub(super) fn no_network(case: &mut Case<'_>) {
    let vantage = &case.facts.vantage;
    if vantage.ipv4 || vantage.ipv6 {
        return;
    }
    // A server on the own network needs no route to the internet: whether it answers or keeps silent, there was a way.
    let open = case.open_where(|check, failure| match failure.stage {
        Stage::Resolve => !is_answer(&failure.trouble),
        // Without a route there is no address to speak from either.
        Stage::Connect => {
            has_no_way(case.facts, check, failure)
                || os_condition(failure) == Some(Condition::AddressNotAvailable)
        }
        Stage::Greeting
        | Stage::Capabilities
        | Stage::Starttls
        | Stage::Tls
        | Stage::Certificate
        | Stage::Login
        | Stage::Transaction
        | Stage::Quit => false,
    });
    let mx = case.facts.mx.as_ref().and_then(Lookup::trouble);
    let no_mx = mx.is_some_and(|trouble| !is_dns_answer(trouble)) && case.facts.hosts.is_empty();
    if open.is_empty() && !no_mx {
        return;
    }
    for host in &case.facts.hosts {
        case.claim_name(&host.name);
    }
    if let Some(name) = domain(case) {
        case.claim_name(name);
    }
    let island = is_island(case);
    let id = if island {
        FindingId::IslandNetwork
    } else {
        FindingId::NoRouteHere
    };
    let finding = Finding::about(case, id, Owner::ThisMachine, &ids(&open));
    let severity = if no_mx {
        Severity::Inconclusive
    } else {
        finding.severity
    };
    let finding = finding
        .severity(severity)
        .inconclusive()
        .variant((!island).then_some("both"))
        .arg("resolvers", resolver::listed(case))
        .evidence([sentence("evidence-no-route-any", args! {})])
        .step(if island {
            "step-attach-network"
        } else {
            "step-check-network-here"
        })
        .step("step-check-vpn");
    case.claim(finding);
}

/// Whether a network is there, without a way out: its resolver answers, if only with a failure, and has no address for
/// anybody. Networks of containers that are marked as internal are like that. A resolver that finds names out there has a way
/// out, and this machine alone has none. One on this machine says nothing of a network, unless this machine is on one.
fn is_island(case: &Case<'_>) -> bool {
    let vantage = &case.facts.vantage;
    let near = vantage
        .own_addresses
        .iter()
        .any(|(own, _)| !own.is_loopback() && !needs_interface(*own));
    let answered = |exchange: &DnsExchange| {
        let reply = matches!(exchange.outcome, DnsOutcome::Reply(_));
        reply && (near || !exchange.server.ip().is_loopback())
    };
    let mut hosts = case.facts.hosts.iter();
    let found = hosts.any(|host| !host.addresses().is_empty());
    !found && case.facts.dns.iter().any(answered)
}

/// The server has IPv6 addresses and this machine no IPv6. Nobody's fault while IPv4 serves.
pub(super) fn no_ipv6(case: &mut Case<'_>) {
    if !case.facts.vantage.ipv6 {
        family_unavailable(case, true);
    }
}

/// The same for IPv4, on a machine that has IPv6 alone.
pub(super) fn no_ipv4(case: &mut Case<'_>) {
    if !case.facts.vantage.ipv4 {
        family_unavailable(case, false);
    }
}

fn family_unavailable(case: &mut Case<'_>, v6: bool) {
    let of_family = |check: &Check| check.address.is_some_and(|address| address.is_ipv6() == v6);
    let hosts = case.facts.hosts.iter();
    if !hosts
        .flat_map(HostFacts::addresses)
        .any(|address| address.is_ipv6() == v6)
    {
        return;
    }
    // A local address can be reached without a route to the internet.
    if case
        .own()
        .any(|(_, check)| of_family(check) && check.connected())
    {
        return;
    }
    let open = case.open_where(|check, failure| {
        of_family(check)
            && is_local_refusal(failure)
            && !matches!(check.route, Some(Route::Via { .. }))
    });
    let skipped = case
        .own()
        .filter(|(id, check)| of_family(check) && check.skipped && !case.is_explained(*id));
    let mut ids = ids(&open);
    ids.extend(skipped.map(|(id, _)| id));
    if ids.is_empty() {
        return;
    }
    ids.sort_unstable();
    let other_family = |&id: &usize| {
        let host = case.facts.checks[id].host;
        let addresses = case.facts.hosts.get(host).map(HostFacts::addresses);
        addresses
            .unwrap_or_default()
            .iter()
            .any(|address| address.is_ipv6() != v6)
    };
    let stuck =
        case.severity(&ids, Severity::Error) == Severity::Error && !ids.iter().all(other_family);
    let finding = if stuck {
        Finding::about(case, FindingId::NoRouteHere, Owner::ThisMachine, &ids)
            .inconclusive()
            .variant(if v6 { "ipv6" } else { "ipv4" })
            .arg("family", if v6 { "IPv6" } else { "IPv4" })
            .evidence(evidence::of_failures(case, &open))
            .step("step-try-other-network")
            .step("step-ask-network-family")
    } else {
        let id = if v6 {
            FindingId::Ipv6UnavailableHere
        } else {
            FindingId::Ipv4UnavailableHere
        };
        Finding::about(case, id, Owner::ThisMachine, &ids)
            .severity(Severity::Info)
            .evidence(evidence::of_failures(case, &open))
    };
    case.claim(finding);
}

/// The system knows no way to the address, and no router said so.
pub(super) fn no_route(case: &mut Case<'_>) {
    let facts = case.facts;
    let open = case.open_where(|check, failure| {
        failure.stage == Stage::Connect && has_no_way(facts, check, failure)
    });
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::NoRouteHere,
        Owner::ThisMachine,
        &ids(&open),
    )
    .inconclusive()
    .evidence(evidence::of_failures(case, &open))
    .step("step-check-route")
    .step("step-check-vpn");
    case.claim(finding);
}

/// The system sends packets that live too short: a router on the way drops them.
pub(super) fn short_lived(case: &mut Case<'_>) {
    let open = stop::failed(&stop::open(case, |by| by == By::ShortLived));
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::NoRouteHere,
        Owner::ThisMachine,
        &ids(&open),
    )
    .inconclusive()
    .variant(Some("short-lived"))
    .arg("ttl", case.facts.vantage.default_ttl.unwrap_or_default())
    .evidence(evidence::of_failures(case, &open))
    .evidence(evidence::of_paths(case.facts, &open))
    .step("step-usual-ttl");
    case.claim(finding);
}

/// A route of this machine rejects the address: unreachable, prohibit or blackhole.
pub(super) fn route_rejects(case: &mut Case<'_>) {
    let open = stop::open(case, |by| matches!(by, By::OwnRoute(_)));
    for kind in ["unreachable", "prohibit", "blackhole"] {
        let open = open
            .iter()
            .filter(|stopped| stopped.obstacle.by == By::OwnRoute(kind));
        let open: Vec<Failed<'_>> = open.map(|stopped| stopped.failed).collect();
        if open.is_empty() {
            continue;
        }
        let finding = Finding::about(
            case,
            FindingId::LocalRouteRejects,
            Owner::ThisMachine,
            &ids(&open),
        )
        .inconclusive()
        .variant(Some(kind).filter(|kind| *kind != "unreachable"))
        .evidence(evidence::of_failures(case, &open))
        .step("step-look-for-route")
        .step("step-check-vpn")
        .step_if(kind == "prohibit", "step-allow-here");
        case.claim(finding);
    }
}

/// How this machine's own filter shows.
const OWN_FILTERS: [&str; 5] = [
    "rejected",
    "reset",
    "dropped",
    "not-permitted",
    "access-denied",
];

/// The packet filter or the security software of this machine stops the connection.
pub(super) fn firewall(case: &mut Case<'_>) {
    let open = stop::open(case, |by| matches!(by, By::OwnFilter(_)));
    for how in OWN_FILTERS {
        let open = open
            .iter()
            .filter(|stopped| stopped.obstacle.by == By::OwnFilter(how));
        let open: Vec<Failed<'_>> = open.map(|stopped| stopped.failed).collect();
        if open.is_empty() {
            continue;
        }
        let finding = Finding::about(
            case,
            FindingId::LocalFirewall,
            Owner::ThisMachine,
            &ids(&open),
        )
        .inconclusive()
        .variant(Some(how).filter(|how| *how != "rejected"))
        .evidence(evidence::of_failures(case, &open))
        .evidence((how == "dropped").then_some(Evidence::OwnDrops))
        .evidence(evidence::of_paths(case.facts, &open))
        .step("step-allow-here")
        .step("step-run-again");
        case.claim(finding);
    }
}

/// The first router has the address itself, as it has the own network's public address, and does not lead back in.
pub(super) fn no_nat_loopback(case: &mut Case<'_>) {
    let open = stop::failed(&stop::open(case, |by| by == By::FirstRouter));
    if open.is_empty() {
        return;
    }
    let silent = open.iter().any(|failed| failed.check.silent());
    let leads_in = |failed: &Failed<'_>| {
        let address = failed.check.address;
        let mut sweeps = address.into_iter().flat_map(|to| case.facts.sweeps_to(to));
        // What is open at the router itself is not led on.
        sweeps.any(|sweep| matches!(sweep.end(), SweepEnd::Open(ttl) if ttl > 1))
    };
    let by_icmp = |failed: &Failed<'_>| failed.failure.trouble.icmp().is_some();
    let rejected = !silent && open.iter().any(by_icmp);
    let variant = if silent {
        Some("silent")
    } else if rejected {
        Some("rejected")
    } else {
        open.iter().any(leads_in).then_some("ports")
    };
    let finding = Finding::about(case, FindingId::NoNatLoopback, Owner::Network, &ids(&open))
        .inconclusive()
        .arg("by", if rejected { "rejected" } else { "other" })
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .evidence(evidence::of_paths(case.facts, &open))
        .at(stop::common_place(case.facts, &open))
        .step("step-use-inner-address")
        .step("step-switch-on-nat-loopback")
        .step("step-try-other-network");
    case.claim(finding);
}

/// No local port is free, or no address to speak from.
pub(super) fn ports_exhausted(case: &mut Case<'_>) {
    let gone = |condition| {
        matches!(
            condition,
            Condition::AddressNotAvailable | Condition::AddressInUse | Condition::NoBuffers
        )
    };
    could_not_open(
        case,
        FindingId::LocalPortsExhausted,
        "step-free-ports",
        gone,
    );
}

/// No descriptor is free, for a connection or for a question to the DNS.
pub(super) fn descriptors_exhausted(case: &mut Case<'_>) {
    let open =
        case.open_where(|_, failure| failure.trouble.os_error().is_some_and(lacks_a_descriptor));
    let id = FindingId::LocalDescriptorsExhausted;
    not_opened(case, id, "step-raise-file-limit", &open);
}

/// Whether the system had no descriptor to give.
pub(super) fn lacks_a_descriptor(error: &OsError) -> bool {
    matches!(
        error.condition(),
        Some(Condition::TooManyFiles | Condition::TooManyFilesSystem)
    )
}

/// The system could not open the connection for another reason.
pub(super) fn local_failure(case: &mut Case<'_>) {
    let without_interface = case.open_where(|check, failure| {
        let invalid = os_condition(failure) == Some(Condition::InvalidArgument);
        let link_local = check.address.is_some_and(needs_interface);
        failure.stage == Stage::Connect && invalid && link_local
    });
    if !without_interface.is_empty() {
        let ids = ids(&without_interface);
        let finding = Finding::about(case, FindingId::LocalFailure, Owner::ThisMachine, &ids)
            .inconclusive()
            .variant("link-local")
            .evidence(evidence::of_failures(case, &without_interface))
            .step("step-use-global-address");
        case.claim(finding);
    }
    let step = "step-look-at-system-error";
    let open = case.open_where(|_, failure| failure.class == Class::Local);
    not_opened(case, FindingId::LocalFailure, step, &open);
}

fn could_not_open(
    case: &mut Case<'_>,
    id: FindingId,
    step: &'static str,
    wanted: impl Fn(Condition) -> bool,
) {
    let open = case.open_where(|_, failure| {
        failure.class == Class::Local && os_condition(failure).is_some_and(&wanted)
    });
    not_opened(case, id, step, &open);
}

fn not_opened(case: &mut Case<'_>, id: FindingId, step: &'static str, open: &[Failed<'_>]) {
    if open.is_empty() {
        return;
    }
    let name = open.first().and_then(|failed| failed.failure.os_error());
    let name = name.map(|(_, name)| name).filter(|name| !name.is_empty());
    let finding = Finding::about(case, id, Owner::ThisMachine, &ids(open))
        .inconclusive()
        .arg("error", name.unwrap_or("none"))
        .evidence(evidence::of_failures(case, open))
        .step(step)
        .step("step-run-again");
    case.claim(finding);
}

/// Whether the system itself said that it has no way.
fn has_no_way(facts: &Facts, check: &Check, failure: &Failure) -> bool {
    if elsewhere::is_elsewhere(failure) {
        return elsewhere::is_without_route(facts, check, failure);
    }
    matches!(
        os_condition(failure),
        Some(Condition::NetworkUnreachable | Condition::NetworkDown | Condition::NoNetwork)
    )
}

/// Whether the system itself said no to the attempt, for want of a route or an address.
fn is_local_refusal(failure: &Failure) -> bool {
    let class = matches!(failure.class, Class::Unreachable | Class::Local);
    let no_icmp = matches!(&failure.trouble, Trouble::Os(error) if error.icmp.is_none());
    failure.stage == Stage::Connect && class && no_icmp
}

/// The condition that the system reported by itself, without an ICMP message that caused it.
fn os_condition(failure: &Failure) -> Option<Condition> {
    match &failure.trouble {
        Trouble::Os(error) if error.icmp.is_none() => error.condition(),
        _ => None,
    }
}

fn is_answer(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Resolve(trouble) if is_dns_answer(trouble))
}

/// Whether somebody answered the question, if only with no.
fn is_dns_answer(trouble: &ResolveTrouble) -> bool {
    matches!(
        trouble,
        ResolveTrouble::NotFound | ResolveTrouble::NoData | ResolveTrouble::AliasLoop
    )
}

/// The name of the target, where it is one.
pub(super) fn domain<'a>(case: &Case<'a>) -> Option<&'a str> {
    match &case.facts.target.host {
        Host::Name(name) => Some(&name.ascii),
        Host::Address(_) => None,
    }
}
