//! Where a visit may go that somebody else has asked for.
//!
//! A name says nothing about where it leads: whoever owns it can have it lead into the network of this machine. So what
//! is asked is not the name but every address, when something is about to go there.

use std::cell::Cell;
use std::future;
use std::net::IpAddr;
use std::rc::Rc;
use std::str::FromStr;

use tokio::sync::Notify;

use crate::facts::scope::{Scope, scope};

/// A network in CIDR notation, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether `address` is in it. An IPv4 address that is written as IPv6 is what it stands for.
    pub fn holds(self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let differ = u128::from(base.to_bits() ^ address.to_bits());
                differ >> (32 - u32::from(self.bits)) == 0
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let differ = base.to_bits() ^ address.to_bits();
                differ.checked_shr(128 - u32::from(self.bits)).unwrap_or(0) == 0
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

impl FromStr for Network {
    type Err = ();

    /// `192.0.2.0/24`, `2001:db8::/32`, `192.0.2.1`. What stands behind the prefix has to be zero: whoever writes
    /// 192.0.2.1/2 means something else.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits.parse::<u8>().map_err(|_| ())?)),
            None => (text, None),
        };
        let base = base.strip_prefix('[').unwrap_or(base);
        let base = base.strip_suffix(']').unwrap_or(base);
        let base: IpAddr = base.parse().map_err(|_| ())?;
        let (all, number) = match base {
            IpAddr::V4(base) => (32, u128::from(base.to_bits()) << 96),
            IpAddr::V6(base) => (128, base.to_bits()),
        };
        let bits = bits.unwrap_or(all);
        let behind = number.checked_shl(bits.into()).unwrap_or(0);
        (bits <= all && behind == 0)
            .then_some(Self { base, bits })
            .ok_or(())
    }
}

/// Where a visit may go.
#[derive(Debug)]
pub struct Fence {
    /// The networks that are listed.
    networks: Rc<[Network]>,
    /// Whether public addresses are open too, for a name that is listed leads there.
    public: bool,
    /// The first address to which it would have gone in spite of this.
    met: Cell<Option<IpAddr>>,
    come: Notify,
}

impl Fence {
    /// A fence around `networks`, and around the internet where it is `public`.
    pub fn new(networks: Rc<[Network]>, public: bool) -> Self {
        Self {
            networks,
            public,
            met: Cell::default(),
            come: Notify::new(),
        }
    }

    /// Whether something may go to `address`.
    pub fn allows(&self, address: IpAddr) -> bool {
        let listed = self.networks.iter().any(|network| network.holds(address));
        listed || self.public && is_public(address)
    }

    /// Goes on where something may go to `address`, and otherwise never.
    pub(super) async fn passage(&self, address: IpAddr) {
        if !self.allows(address) {
            self.met.set(self.met.get().or(Some(address)));
            self.come.notify_one();
            future::pending::<()>().await;
        }
    }

    /// Waits until somebody comes to the fence; where to.
    pub async fn met(&self) -> IpAddr {
        loop {
            if let Some(address) = self.met.get() {
                return address;
            }
            self.come.notified().await;
        }
    }
}

/// Whether the internet routes packets there, and to nobody else than the one it says.
fn is_public(address: IpAddr) -> bool {
    let leads_in = |address: IpAddr| match address {
        // Benchmarks (RFC 2544) and protocol assignments (RFC 6890).
        IpAddr::V4(address) => matches!(address.octets(), [198, 18 | 19, ..] | [192, 0, 0, _]),
        // IPv4 inside: compatible (RFC 4291 section 2.5.5.1), Teredo (RFC 4380), 6to4 (RFC 3056).
        IpAddr::V6(address) => matches!(
            address.segments(),
            [0, 0, 0, 0, 0, 0, ..] | [0x2001, 0, ..] | [0x2002, ..]
        ),
    };
    scope(address) == Scope::Global && !leads_in(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(text: &str) -> Network {
        text.parse().unwrap_or_else(|()| panic!("{text}"))
    }

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let rows = [
            ("192.0.2.0/24", "192.0.2.255", true),
            ("192.0.2.0/24", "192.0.3.0", false),
            ("192.0.2.0/24", "::ffff:192.0.2.7", true),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.6", false),
            ("0.0.0.0/0", "203.0.113.1", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("[2001:db8::1]", "2001:db8::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false),
            ("::/0", "2001:db8::1", true),
            ("::/0", "::ffff:192.0.2.7", false),
        ];
        for (text, address, holds) in rows {
            let address = address.parse().expect(address);
            assert_eq!(network(text).holds(address), holds, "{text} {address}");
        }
        let wrong = [
            "192.0.2.1/24",
            "192.0.2.0/33",
            "192.0.2.0/-1",
            "2001:db8::/129",
            "192.0.2/24",
            "mail.example.com/24",
            "/24",
            "",
        ];
        for text in wrong {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_listed_name_leads_to_the_internet_and_to_listed_networks() {
        let fence = Fence::new([network("10.1.0.0/16")].into(), true);
        let rows = [
            ("8.8.8.8", true),
            ("2606:4700::1", true),
            ("10.1.2.3", true),
            ("10.2.2.3", false),
            ("127.0.0.1", false),
            ("169.254.169.254", false),
            ("::1", false),
            ("::ffff:127.0.0.1", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("100.64.0.1", false),
            ("64:ff9b::7f00:1", false),
            ("0.0.0.0", false),
            ("224.0.0.1", false),
            ("198.19.0.1", false),
            ("2002:a00:1::1", false),
            ("2001:0:1::1", false),
            ("::7f00:1", false),
        ];
        for (address, open) in rows {
            assert_eq!(
                fence.allows(address.parse().expect(address)),
                open,
                "{address}"
            );
        }
        let narrow = Fence::new([network("10.1.0.0/16")].into(), false);
        assert!(!narrow.allows("8.8.8.8".parse().expect("an address")));
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_comes_to_the_fence_goes_nowhere_and_is_told_of() {
        let fence = Fence::new([network("10.1.0.0/16")].into(), false);
        let inside: IpAddr = "10.1.0.1".parse().expect("an address");
        let outside: IpAddr = "10.9.0.1".parse().expect("an address");
        fence.passage(inside).await;
        let met = tokio::select! {
            () = fence.passage(outside) => None,
            met = fence.met() => Some(met),
        };
        assert_eq!(met, Some(outside));
    }
}
