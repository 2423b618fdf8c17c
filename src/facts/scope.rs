//! What kind of address an address is: who it can be, and how far packets to it may go.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How far an address is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// "This host on this network": no destination (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.2).
    Unspecified,
    /// This machine itself (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).
    Loopback,
    /// One link (RFC 3927, RFC 4291 section 2.5.6).
    LinkLocal,
    /// The networks of homes and companies (RFC 1918, RFC 4193).
    Private,
    /// Between providers and their customers (RFC 6598).
    Shared,
    /// An IPv4 address as an IPv6-only network writes it (RFC 6052, RFC 8215): a NAT64 translates it.
    Translated,
    /// Kept for measurements (RFC 2544), and for nothing in IPv6 (RFC 4193 section 3.2): programs that lead connections through a
    /// proxy make up addresses out of it, one for each name.
    MadeUp,
    /// IPv4 written as IPv6 by a host itself: 6to4 (RFC 3056, withdrawn by RFC 7526) and Teredo (RFC 4380).
    Transition,
    /// Kept for examples (RFC 5737, RFC 3849, RFC 9637). Laboratories use it as if it were global.
    Documentation,
    /// Many receivers, or every one: no server (RFC 1112, RFC 4291 section 2.7, RFC 919).
    Multicast,
    /// The internet.
    Global,
}

/// The scope of an address. An IPv4 address that is written as IPv6 (RFC 4291 section 2.5.5.2) has its own.
#[must_use]
pub fn scope(address: IpAddr) -> Scope {
    match address.to_canonical() {
        IpAddr::V4(address) => scope_of_v4(address),
        IpAddr::V6(address) => scope_of_v6(address),
    }
}

fn scope_of_v4(address: Ipv4Addr) -> Scope {
    let [first, second, ..] = address.octets();
    match first {
        0 => Scope::Unspecified,
        127 => Scope::Loopback,
        100 if second & 0xC0 == 64 => Scope::Shared,
        198 if second & 0xFE == 18 => Scope::MadeUp,
        224.. => Scope::Multicast,
        _ if address.is_link_local() => Scope::LinkLocal,
        _ if address.is_private() => Scope::Private,
        _ if address.is_documentation() => Scope::Documentation,
        _ => Scope::Global,
    }
}

fn scope_of_v6(address: Ipv6Addr) -> Scope {
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => Scope::Unspecified,
        [0, 0, 0, 0, 0, 0, 0, 1] => Scope::Loopback,
        [0x64, 0xFF9B, 0 | 1, ..] => Scope::Translated,
        [0x2001, 0xDB8, ..] | [0x3FFF, 0..=0x0FFF, ..] => Scope::Documentation,
        [first, ..] if first & 0xFFC0 == 0xFE80 => Scope::LinkLocal,
        [0x2002, ..] | [0x2001, 0, ..] => Scope::Transition,
        [0xFC00, second, ..] if second & 0xC000 == 0 => Scope::MadeUp,
        // What was site-local once (RFC 3879) is as private.
        [first, ..] if first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFEC0 => Scope::Private,
        [first, ..] if first & 0xFF00 == 0xFF00 => Scope::Multicast,
        _ => Scope::Global,
    }
}

impl Scope {
    /// Whether the internet routes no packet to it, and machines near here may have it: a router on the way that has
    /// such an address stands in the network of this machine or of its provider.
    pub const fn is_near(self) -> bool {
        match self {
            Self::LinkLocal | Self::Private | Self::Shared => true,
            Self::Unspecified
            | Self::Loopback
            | Self::Translated
            | Self::MadeUp
            | Self::Transition
            | Self::Documentation
            | Self::Multicast
            | Self::Global => false,
        }
    }

    /// Whether it means something to this machine or its network alone: another's name that leads there leads to the
    /// wrong place.
    pub const fn is_local(self) -> bool {
        match self {
            Self::Unspecified | Self::Loopback => true,
            Self::LinkLocal
            | Self::Private
            | Self::Shared
            | Self::Translated
            | Self::MadeUp
            | Self::Transition
            | Self::Documentation
            | Self::Multicast
            | Self::Global => self.is_near(),
        }
    }

    /// Whether a packet to it leaves this machine. What is on this machine has no path.
    pub const fn leaves_machine(self) -> bool {
        match self {
            Self::Unspecified | Self::Loopback => false,
            Self::LinkLocal
            | Self::Private
            | Self::Shared
            | Self::Translated
            | Self::MadeUp
            | Self::Transition
            | Self::Documentation
            | Self::Multicast
            | Self::Global => true,
        }
    }
}

/// Whether the system wants to know which interface is meant: the address is good on one link alone, and every link has
/// its own (RFC 4007 section 6). IPv4 finds the link by its routes.
#[must_use]
pub const fn needs_interface(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(_) => false,
        IpAddr::V6(address) => address.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_address_has_its_scope() {
        let rows = [
            ("0.0.0.0", Scope::Unspecified),
            ("0.1.2.3", Scope::Unspecified),
            ("::", Scope::Unspecified),
            ("127.0.0.53", Scope::Loopback),
            ("::1", Scope::Loopback),
            ("::ffff:127.0.0.1", Scope::Loopback),
            ("169.254.1.1", Scope::LinkLocal),
            ("fe80::1", Scope::LinkLocal),
            ("febf::1", Scope::LinkLocal),
            ("10.0.0.1", Scope::Private),
            ("172.31.0.1", Scope::Private),
            ("172.32.0.1", Scope::Global),
            ("192.168.77.10", Scope::Private),
            ("::ffff:192.168.77.10", Scope::Private),
            ("fd00::1", Scope::Private),
            ("100.64.0.1", Scope::Shared),
            ("100.127.255.255", Scope::Shared),
            ("100.128.0.1", Scope::Global),
            ("64:ff9b::c000:201", Scope::Translated),
            ("64:ff9b:1::c000:201", Scope::Translated),
            ("64:ff9b:2::1", Scope::Global),
            ("198.18.0.12", Scope::MadeUp),
            ("198.19.255.255", Scope::MadeUp),
            ("198.20.0.1", Scope::Global),
            ("fc00::12", Scope::MadeUp),
            ("fc00:4000::12", Scope::Private),
            ("2002:cb00:7119::1", Scope::Transition),
            ("2001:0:4136:e378::1", Scope::Transition),
            ("2001:1::1", Scope::Global),
            ("fec0::1", Scope::Private),
            ("192.0.2.1", Scope::Documentation),
            ("2001:db8::1", Scope::Documentation),
            ("3fff::1", Scope::Documentation),
            ("3fff:1000::1", Scope::Global),
            ("224.0.0.1", Scope::Multicast),
            ("255.255.255.255", Scope::Multicast),
            ("ff02::1", Scope::Multicast),
            ("1.1.1.1", Scope::Global),
            ("2606:4700::1111", Scope::Global),
        ];
        for (address, expected) in rows {
            let address: IpAddr = address.parse().expect("an address");
            assert_eq!(scope(address), expected, "{address}");
        }
    }
}
