//! Prefixes by which a network without IPv4 writes IPv4 addresses as IPv6 (RFC 6052), and how they are found (RFC 7050).

use std::net::{Ipv4Addr, Ipv6Addr};

/// The name whose IPv4 addresses all the world knows, so that an IPv6 address of it was made here.
pub const WELL_KNOWN_NAME: &str = "ipv4only.arpa";
/// Its addresses (RFC 7050 section 2.2).
const WELL_KNOWN: [Ipv4Addr; 2] = [Ipv4Addr::new(192, 0, 0, 170), Ipv4Addr::new(192, 0, 0, 171)];
/// How long a prefix may be, in bits (RFC 6052 section 2.2). The longest first: an address of the name has no more than
/// one place at which one of its IPv4 addresses stands, or it tells nothing.
const LENGTHS: [u8; 6] = [96, 64, 56, 48, 40, 32];

/// A prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Prefix {
    /// Nought behind the prefix itself.
    pub address: Ipv6Addr,
    /// In bits.
    pub length: u8,
}

impl Prefix {
    /// The prefix that everybody may use (RFC 6052 section 2.1).
    pub const WELL_KNOWN: Self = Self {
        address: Ipv6Addr::new(0x64, 0xFF9B, 0, 0, 0, 0, 0, 0),
        length: 96,
    };

    /// The IPv4 address that stands behind the prefix. `None` for an address with another one.
    pub fn embedded(self, address: Ipv6Addr) -> Option<Ipv4Addr> {
        (masked(address, self.length) == self.address)
            .then(|| inner(address, self.length))
            .flatten()
    }
}

/// The prefixes that the addresses of [`WELL_KNOWN_NAME`] were made with.
pub fn prefixes(addresses: impl IntoIterator<Item = Ipv6Addr>) -> Vec<Prefix> {
    let mut found = Vec::new();
    for address in addresses {
        let mut fits = LENGTHS.into_iter().filter(|&length| {
            inner(address, length).is_some_and(|inner| WELL_KNOWN.contains(&inner))
        });
        // RFC 7050 section 3: where it stands at more than one place, the prefix is not known.
        if let (Some(length), None) = (fits.next(), fits.next()) {
            let prefix = Prefix {
                address: masked(address, length),
                length,
            };
            if !found.contains(&prefix) {
                found.push(prefix);
            }
        }
    }
    found
}

/// The IPv4 address behind so many bits; the eighth byte is passed over, and has to be nought (RFC 6052 section 2.2).
fn inner(address: Ipv6Addr, length: u8) -> Option<Ipv4Addr> {
    let bytes = address.octets();
    let start = usize::from(length / 8);
    let behind = (start..bytes.len()).filter(|&at| at != 8 || length == 96);
    let found: Vec<u8> = behind.take(4).map(|at| bytes[at]).collect();
    let [a, b, c, d] = found[..] else {
        return None;
    };
    (length == 96 || bytes[8] == 0).then(|| Ipv4Addr::new(a, b, c, d))
}

fn masked(address: Ipv6Addr, length: u8) -> Ipv6Addr {
    let behind = 128 - u32::from(length.min(128));
    let mask = u128::MAX.checked_shl(behind).unwrap_or_default();
    Ipv6Addr::from(u128::from(address) & mask)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v6(text: &str) -> Ipv6Addr {
        text.parse().expect("an address")
    }

    /// The table of RFC 6052 section 2.4, and the well-known name under each of its prefixes.
    #[test]
    fn every_length_has_its_place() {
        for (prefix, length, example, known) in [
            (
                "2001:db8::",
                32,
                "2001:db8:c000:221::",
                "2001:db8:c000:aa::",
            ),
            (
                "2001:db8:100::",
                40,
                "2001:db8:1c0:2:21::",
                "2001:db8:1c0:0:aa::",
            ),
            (
                "2001:db8:122::",
                48,
                "2001:db8:122:c000:2:2100::",
                "2001:db8:122:c000:0:ab00::",
            ),
            (
                "2001:db8:122:300::",
                56,
                "2001:db8:122:3c0:0:221::",
                "2001:db8:122:3c0:0:aa::",
            ),
            (
                "2001:db8:122:344::",
                64,
                "2001:db8:122:344:c0:2:2100::",
                "2001:db8:122:344:c0:0:aa00::",
            ),
            (
                "2001:db8:122:344::",
                96,
                "2001:db8:122:344::192.0.2.33",
                "2001:db8:122:344::192.0.0.170",
            ),
            (
                "64:ff9b::",
                96,
                "64:ff9b::192.0.2.33",
                "64:ff9b::192.0.0.171",
            ),
        ] {
            let found = prefixes([v6(known)]);
            let expected = Prefix {
                address: v6(prefix),
                length,
            };
            assert_eq!(found, [expected], "{known}");
            let inner = found[0].embedded(v6(example));
            assert_eq!(inner, Some(Ipv4Addr::new(192, 0, 2, 33)), "{example}");
        }
    }

    #[test]
    fn what_is_no_prefix_is_none() {
        // An answer that somebody made up for every name, and one in which the address stands twice.
        let twice = "2001:db8:c000:aa:0:0:c000:aa";
        assert_eq!(prefixes([v6("2001:db8::1"), v6(twice)]), []);
        let both = ["2001:db8:64::192.0.0.170", "2001:db8:64::192.0.0.171"];
        assert_eq!(prefixes(both.map(v6)).len(), 1);
        let prefix = prefixes([v6(both[0])])[0];
        assert_eq!(prefix.embedded(v6("2001:db8:65::192.0.2.1")), None);
        assert_eq!(Prefix::WELL_KNOWN.embedded(v6("64:ff9b:1::c000:201")), None);
    }
}
