//! ICMP messages: their names, and what a connect attempt that meets one reports on Linux.
//!
//! Sources: RFC 792, RFC 1122 section 3.2.2.1, RFC 1812 section 5.2.7.1 and the IANA registries; RFC 4443 and RFC 4291.
//! The errors are those of Linux `icmp_err_convert` (IPv4) and `tab_unreach` (IPv6).

use super::socket::Condition;

/// An address family, and with it a set of ICMP numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// ICMP for IPv4.
    V4,
    /// `ICMPv6`.
    V6,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The family whose numbers these are.
    pub family: Family,
    /// The type.
    pub kind: u8,
    /// The code.
    pub code: u8,
    /// The standard name, in lower case.
    pub name: &'static str,
    /// The id of the words; messages that mean the same to a mail client share them.
    pub words: &'static str,
    /// What a pending connect on Linux fails with, or nothing where the connect goes on.
    pub linux: Option<Condition>,
}

/// The row of a message.
pub fn message(family: Family, kind: u8, code: u8) -> Option<&'static Row> {
    super::find(TABLE, |row| {
        row.family == family && row.kind == kind && row.code == code
    })
}

/// The standard name of a message: "communication administratively prohibited".
pub fn name(family: Family, kind: u8, code: u8) -> Option<&'static str> {
    message(family, kind, code).map(|row| row.name)
}

/// What a connect that meets the message fails with on Linux.
pub fn linux(family: Family, kind: u8, code: u8) -> Option<Condition> {
    message(family, kind, code)?.linux
}

const fn row(
    family: Family,
    kind: u8,
    code: u8,
    name: &'static str,
    words: &'static str,
    linux: Option<Condition>,
) -> Row {
    Row {
        family,
        kind,
        code,
        name,
        words,
        linux,
    }
}

/// Every message that can answer a connect attempt.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[Row] = &{
    use Condition::{AccessDenied, ConnectionRefused, HostDown, HostUnreachable, NetworkUnreachable, NoNetwork,
        NotSupported, Protocol, ProtocolNotAvailable};
    use Family::{V4, V6};
    [
        row(V4, 3, 0, "network unreachable", "code-icmp-no-route", Some(NetworkUnreachable)),
        row(V4, 3, 1, "host unreachable", "code-icmp-host-unreachable", Some(HostUnreachable)),
        row(V4, 3, 2, "protocol unreachable", "code-icmp-protocol-unreachable", Some(ProtocolNotAvailable)),
        row(V4, 3, 3, "port unreachable", "code-icmp-port-unreachable", Some(ConnectionRefused)),
        row(V4, 3, 4, "fragmentation needed and do not fragment set", "code-icmp-too-big", None),
        row(V4, 3, 5, "source route failed", "code-icmp-source-route", Some(NotSupported)),
        row(V4, 3, 6, "destination network unknown", "code-icmp-no-route", Some(NetworkUnreachable)),
        row(V4, 3, 7, "destination host unknown", "code-icmp-host-unreachable", Some(HostDown)),
        row(V4, 3, 8, "source host isolated", "code-icmp-source-isolated", Some(NoNetwork)),
        row(V4, 3, 9, "network administratively prohibited", "code-icmp-prohibited", Some(NetworkUnreachable)),
        row(V4, 3, 10, "host administratively prohibited", "code-icmp-prohibited", Some(HostUnreachable)),
        row(V4, 3, 11, "network unreachable for type of service", "code-icmp-type-of-service", Some(NetworkUnreachable)),
        row(V4, 3, 12, "host unreachable for type of service", "code-icmp-type-of-service", Some(HostUnreachable)),
        row(V4, 3, 13, "communication administratively prohibited", "code-icmp-prohibited", Some(HostUnreachable)),
        row(V4, 3, 14, "host precedence violation", "code-icmp-precedence", Some(HostUnreachable)),
        row(V4, 3, 15, "precedence cutoff in effect", "code-icmp-precedence", Some(HostUnreachable)),
        row(V4, 4, 0, "source quench", "code-icmp-source-quench", None),
        row(V4, 5, 0, "redirect for network", "code-icmp-redirect", None),
        row(V4, 5, 1, "redirect for host", "code-icmp-redirect", None),
        row(V4, 5, 2, "redirect for type of service and network", "code-icmp-redirect", None),
        row(V4, 5, 3, "redirect for type of service and host", "code-icmp-redirect", None),
        row(V4, 11, 0, "time to live exceeded in transit", "code-icmp-time-exceeded", Some(HostUnreachable)),
        row(V4, 11, 1, "fragment reassembly time exceeded", "code-icmp-reassembly", None),
        row(V4, 12, 0, "parameter problem: pointer indicates the error", "code-icmp-parameter-problem", Some(Protocol)),
        row(V4, 12, 1, "parameter problem: required option missing", "code-icmp-parameter-problem", Some(Protocol)),
        row(V4, 12, 2, "parameter problem: bad length", "code-icmp-parameter-problem", Some(Protocol)),
        row(V6, 1, 0, "no route to destination", "code-icmp-no-route", Some(NetworkUnreachable)),
        row(V6, 1, 1, "communication administratively prohibited", "code-icmp-prohibited", Some(AccessDenied)),
        row(V6, 1, 2, "beyond scope of source address", "code-icmp-beyond-scope", Some(HostUnreachable)),
        row(V6, 1, 3, "address unreachable", "code-icmp-host-unreachable", Some(HostUnreachable)),
        row(V6, 1, 4, "port unreachable", "code-icmp-port-unreachable", Some(ConnectionRefused)),
        row(V6, 1, 5, "source address failed ingress/egress policy", "code-icmp-source-policy", Some(AccessDenied)),
        row(V6, 1, 6, "reject route to destination", "code-icmp-reject-route", Some(AccessDenied)),
        row(V6, 1, 7, "error in source routing header", "code-icmp-source-route", Some(Protocol)),
        row(V6, 2, 0, "packet too big", "code-icmp-too-big", None),
        row(V6, 3, 0, "hop limit exceeded in transit", "code-icmp-time-exceeded", Some(HostUnreachable)),
        row(V6, 3, 1, "fragment reassembly time exceeded", "code-icmp-reassembly", Some(HostUnreachable)),
        row(V6, 4, 0, "parameter problem: erroneous header field", "code-icmp-parameter-problem", Some(Protocol)),
        row(V6, 4, 1, "parameter problem: unrecognized next header", "code-icmp-parameter-problem", Some(Protocol)),
        row(V6, 4, 2, "parameter problem: unrecognized IPv6 option", "code-icmp-parameter-problem", Some(Protocol)),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_appears_twice() {
        for (index, row) in TABLE.iter().enumerate() {
            let same = |other: &Row| {
                (other.family, other.kind, other.code) == (row.family, row.kind, row.code)
            };
            assert!(!TABLE[..index].iter().any(same), "{row:?}");
        }
    }

    #[test]
    fn the_same_refusal_has_two_faces() {
        assert_eq!(linux(Family::V4, 3, 13), Some(Condition::HostUnreachable));
        assert_eq!(linux(Family::V6, 1, 1), Some(Condition::AccessDenied));
        assert_eq!(name(Family::V4, 3, 13), name(Family::V6, 1, 1));
    }

    #[test]
    fn a_packet_too_big_ends_no_connect() {
        assert_eq!(linux(Family::V4, 3, 4), None);
        assert_eq!(linux(Family::V6, 2, 0), None);
        assert_eq!(name(Family::V4, 3, 99), None);
    }
}
