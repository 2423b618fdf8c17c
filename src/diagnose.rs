//! The rules: facts in, findings out. They cannot wait, cannot fail, and hold no sentences.
//!
//! A rule is a function over a `Case`: it looks at what no earlier rule has explained, and where it knows the cause it
//! adds a finding and claims the checks that the finding explains. The rules stand in the order of causes: what keeps
//! everything from working comes first, so that its consequences find themselves explained. A new finding is a rule, a
//! line in `RULES` and its words.

mod account;
mod case;
mod certificate;
mod clock;
mod connect;
mod dane;
pub mod delivery;
mod dialogue;
mod dnssec;
mod draft;
mod elsewhere;
mod evidence;
pub mod expiry;
mod family;
mod generic_name;
mod greeting;
mod handshake;
mod interception;
mod large_hello;
mod login;
mod login_causes;
mod machine;
mod makers;
mod mx;
mod name;
mod names;
mod now_and_then;
mod path;
mod policy;
mod policy_document;
mod policy_servers;
mod port_25;
mod programs;
mod proxy;
mod purpose;
mod quality;
mod read;
mod ready;
mod resolver;
mod run;
mod search;
mod sender;
mod shield;
mod signatures;
mod sni;
mod special;
mod starttls;
mod stop;
mod tls;
mod transaction;

#[cfg(test)]
mod tests;

use crate::facts::Facts;
use crate::finding::Finding;
use crate::mta_sts::policy::Policy;

use case::Case;

/// A rule looks at the case and adds what it knows.
type Rule = fn(&mut Case<'_>);

/// Every rule, cause before consequence.
const RULES: &[Rule] = &[
    // Addresses that nothing was connected to.
    special::nowhere,
    // The proxy that was to be gone through.
    proxy::stands_in_the_way,
    run::not_asked,
    // This machine.
    machine::no_network,
    machine::no_ipv6,
    machine::no_ipv4,
    machine::no_route,
    machine::route_rejects,
    machine::short_lived,
    machine::firewall,
    machine::no_nat_loopback,
    machine::ports_exhausted,
    machine::descriptors_exhausted,
    machine::local_failure,
    // Names.
    resolver::none,
    resolver::filters,
    resolver::answers_nothing,
    resolver::down,
    resolver::overloaded,
    name::authority_silent,
    resolver::timeout,
    resolver::refused,
    resolver::tcp_blocked,
    resolver::malformed,
    name::resolver_failure,
    dnssec::not_signed_here,
    dnssec::bogus,
    name::server_failure,
    name::alias_loop,
    mx::null,
    mx::not_a_name,
    mx::target_missing,
    mx::alias,
    mx::denied,
    mx::none,
    account::settings_outdated,
    name::not_found,
    name::no_address,
    name::denied_for_one_family,
    resolver::first_dead,
    resolver::breaks_edns,
    name::hosts_file,
    search::domain_answers,
    interception::dns_hijacked,
    // Connections.
    quality::stalls_by_loss,
    interception::proxy_required,
    special::localhost_of_a_container,
    special::one_family_of_localhost,
    special::nat64_unreachable,
    special::made_up_by_a_proxy,
    special::not_of_the_internet,
    now_and_then::refused,
    family::ipv6_broken,
    family::ipv4_broken,
    port_25::blocked,
    connect::some_addresses_fail,
    purpose::closed,
    connect::all_ports_closed,
    connect::gateway_down,
    connect::neighbour_silent,
    connect::prohibited,
    connect::refused_on_path,
    connect::routing_loop,
    connect::no_route_on_path,
    connect::protocol_blocked,
    connect::unreachable,
    connect::port_closed,
    connect::filtered_on_path,
    connect::filtered_near_server,
    connect::no_answer,
    // What the server says, and does not say.
    starttls::missing_on_one_path,
    interception::intercepted,
    tls::client_certificate_required,
    dialogue::client_blocklisted,
    dialogue::spoke_first,
    starttls::masked_command,
    dialogue::temporarily_refused,
    greeting::tls_on_starttls_port,
    greeting::wrong_service,
    greeting::rejected,
    handshake::cut_on_path,
    dialogue::lost_on_path,
    greeting::closed,
    greeting::reset,
    greeting::incomplete,
    greeting::silent_until_spoken_to,
    greeting::silent,
    greeting::slow,
    starttls::preauthenticated,
    starttls::injection,
    starttls::stripped,
    dane::without_starttls,
    policy_servers::without_tls,
    starttls::login_disabled,
    starttls::not_offered,
    starttls::refused,
    starttls::login_disabled_in_tls,
    dialogue::ehlo_rejected,
    dialogue::unasked_reply,
    dialogue::mailbox_data,
    // TLS.
    tls::plaintext_on_tls_port,
    tls::answered_in_plaintext,
    sni::certificate_depends,
    programs::handshake_for_some,
    handshake::version_unsupported,
    handshake::no_common_cipher,
    tls::alert,
    handshake::path_mtu_black_hole,
    handshake::dropped_on_path,
    handshake::reset_on_path,
    tls::stalled,
    tls::closed,
    tls::reset,
    tls::broken_within,
    dane::lookup_failed,
    dane::unusable,
    dane::mismatch,
    policy_servers::mx_not_listed,
    policy_servers::certificate_mismatch,
    certificate::problems,
    tls::failed,
    certificate::expiring,
    certificate::not_needed,
    shield::private_authority,
    programs::refused_by_some,
    large_hello::is_refused,
    // What is left.
    dialogue::reply_timeout,
    dialogue::connection_lost,
    dialogue::unexpected_reply,
    run::deadline_reached,
    shield::may_have_ended_it,
    // What a mail address has to know.
    account::settings_not_found,
    account::settings_disagree,
    account::service_not_offered,
    account::settings_found,
    account::what_password,
    login::attempts,
    transaction::outcome,
    run::nothing_checked,
    // How a domain wants its mail protected.
    policy::record_invalid,
    policy::without_record,
    policy_document::unreachable,
    policy_document::invalid,
    policy::testing,
    policy::missing,
    policy::reports_invalid,
    policy::reports_missing,
    // This machine as a sender of mail.
    sender::address_unknown,
    sender::reverse_name,
    sender::listed,
    sender::lists_without_answer,
    sender::ehlo_name,
    sender::reverse_name_hints,
    // What works, and how well.
    starttls::no_login_offered,
    dialogue::slow_reply,
    quality::packet_loss,
    quality::slow_path,
    large_hello::is_taken,
    // How much of it could be seen.
    proxy::gone_through,
];

/// What DANE comes to at a host, in a word. `None` where nobody asked.
pub fn dane_of(facts: &Facts, host: usize) -> Option<&'static str> {
    dane::word(facts, host)
}

/// The MTA-STS policy that senders hold the domain's servers to; none where there is none that they would use.
pub fn policy_in_force(facts: &Facts) -> Option<Policy> {
    policy::in_force(facts)
}

/// Says what the facts mean: worst first, and among equals the cause before the consequence.
pub fn diagnose(facts: &Facts) -> Vec<Finding> {
    let mut case = Case::new(facts);
    for rule in RULES {
        rule(&mut case);
    }
    let mut findings = case.close();
    ready::finish(facts, &mut findings);
    findings
}
