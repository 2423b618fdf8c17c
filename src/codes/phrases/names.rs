//! Names that cannot be looked up: what resolvers and their libraries say.
//!
//! Sources: glibc (English, `zh_CN`), musl, Apple and Android `getaddrinfo`; `h_errno` as Postfix prints it; c-ares and
//! libuv through Node; Go `net`; `OpenJDK`; Windows; curl; Ruby; PHP; ping and nslookup of Windows.

use super::Means::Resolver;
use super::{Group, Means, exact, finding, plain};
use crate::codes::resolver::Failure as F;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Resolver(F::NotFound), &[
        "no such host is known", "no such host", "name or service not known", "nodename nor servname provided",
        "name does not resolve", "bad address '", "unknown host", "ns_error_unknown_host", "unknownhostexception", "host not found",
        "couldn't resolve host name", "could not resolve hostname",
        "could not resolve name", 
        
        "getaddrinfo enotfound", "querya enotfound", "query enotfound", "could not find host",
        "ping request could not find host", "non-existent domain", "nonexistent domain", "domain not found:",
        "server not found", "cannot find the e-mail server",
        "cannot find the server", "could not find the server", "the remote name could not be resolved",
        "remote name could not be resolved", "hostname could not be found",
        "a server with the specified hostname could not be found", "server with the specified hostname",
        "err_name_not_resolved", 
        "host is unknown", "hostname not known", "hostname not found", "name not known", "nodename nor servname",
        "domain name not found", "dns name does not exist",
        "can't find the host", "unknown server",
        "server name*could not be found", "the server*cannot be found", "the specified host is unknown",
        "server name is unknown", "bad hostname '", "no dns entries for", "failed host lookup", ":nxdomain", ",nxdomain", ", nxdomain", "any host named", "ora-29257", "niehost_unknown", "couldn't find any host by that name", "no such host as",
    ]),
    exact(Resolver(F::TryAgain), &[
        "temporary failure in name resolution", "host not found, try again", "try again: ", "temporary failure in name",
        "getaddrinfo eai_again", "temporary dns failure", "dns server misbehaving", "server misbehaving",
        "temporary error during hostname resolution", "nonauthoritative host not found", "eservfail", "can't find*: servfail", "can't find*: server failed", "找不到*: server failed",
        "host lookup did not complete", "cname lookup failed temporarily", "lookup failed temporarily", "temporary dns error", "host name lookup failure", "domain name server returned an error",
        "dns query failed", "temporary lookup failure for", "lookup*: try again", "dns temporary failure",
        "temporarily unable to resolve", "usually a temporary error during hostname resolution",
        "could not be resolved (2: server failure)", "name resolution failure", "resolving timed out", "name lookup timed out", "temporary name lookup",
    ]),
    exact(Resolver(F::Permanent), &[
        "non-recoverable failure in name resolution", "nonrecoverable error",
        "non-recoverable error occurred during a database lookup", "non-recoverable error",
    ]),
    exact(Resolver(F::NoData), &[
        "host found but no data record of requested type", "no data record of requested type", "enodata",
        "no address record", "the requested name is valid, but no data of the requested type was found",
        "requested name is valid, but no data", "no data, domain name not found", "has no a record",
        "no mx record found",
    ]),
    exact(Resolver(F::Family), &["ai_family not supported"]),
    exact(Resolver(F::Service), &["servname not supported for ai_socktype"]),
    exact(Means::Words("code-phrase-dns-silent"), &[
        "dns request timed out", "dns request timed out.", "request to*timed-out", "no servers could be reached", "no response from server*dns",
        "connection timed out; no servers could be reached", "querya etimeout", "could not contact dns servers",
        "dns server not responding", "dns server isn't responding", "lookup*on*:53: read udp", "lookup*i/o timeout",
        "lookup*: no answer from dns server", "econnrefused 53",
        "communications error to", "dns query timed out", "default servers are not available", "querymx etimeout", "querymx etimedout", "querya etimedout", "queryaaaa etimeout", "querysrv etimeout", "querytxt etimeout", "dns 请求超时", "dns 要求逾時",
        "dns request timeout", "could not be resolved (110: operation timed out)",
    ]),
    exact(Means::Words("code-phrase-tlsa-lookup"), &[
        "tlsa lookup error", "tlsa lookup failed", "dane tlsa lookup", "non dnssec destination",
    ]),
    exact(Means::Words("code-enhanced-exchange-dns"), &["smtpsend.dns", "querying the recipient's domain name system (dns) for location information failed"]),
    finding("dns-refused", &["can't find*: refused", "can't find*: query refused", "找不到*: query refused"]),
    finding("null-mx", &[
        "domain does not accept mail (nullmx)", "has a null mx", "null mx record",
    ]),
    finding("dns-malformed", &[
        "malformed or unexpected name server reply", "malformed dns response", "malformed dns packet", "malformed name server reply",
    ]),
    exact(Means::Reply(crate::codes::reply::ReplyText::RecipientDomainUnknown), &[
        "all relevant mx records point to non-existent hosts", "no host found for existing smtp connection", "mx record*points to non-existent",
    ]),
    finding("dnssec-bogus", &[
        "dnssec validation failed", "dnssec: validation failure", "validation failure <", "dnssec validation failure", "dnssec-invalid",
        "returned invalid dnssec",
    ]),
    plain(Resolver(F::NotFound), &["send-mail: unable to locate", "sendmail: unable to locate", "ssmtp: unable to locate", "host or domain name not found", "name service error", "unknown smtp host", "dns_probe_finished_nxdomain", "php_network_getaddresses: getaddrinfo failed", "getaddrinfo failed", "could not resolve host", "couldn't resolve host", "no address associated with hostname", "name resolution of", "failed to lookup address information", "failed to resolve", "unable to resolve", "cannot resolve", "could not be resolved", "dns lookup failed", "no address associated with name", "hostname lookup failed", "unable to resolve host", "can't resolve host", "cannot resolve host", "does not exist in dns"]),
];
