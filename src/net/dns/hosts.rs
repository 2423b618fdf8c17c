//! The hosts file: names that this machine knows by itself.
//!
//! Lists against advertising make it 170 000 lines long. It is read once a run, into a table of little more than its
//! names, and a lookup is a search by halves, however often a name recurs.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;

use crate::input;

/// What is read of the file. The longest lists that are published have 25 MB.
const FILE_MAX: u64 = 32 * 1024 * 1024;
/// A name in text form (RFC 1035 section 2.3.4), with its final dot.
const NAME_MAX: usize = 254;
/// Addresses of one name that are kept.
const ADDRESSES_MAX: usize = 64;

/// The names of a hosts file, in small letters; without the final dot where it does not count.
#[derive(Default)]
pub(super) struct Hosts {
    /// Sorted by hash, and among equals as the file has them.
    entries: Vec<Entry>,
    /// All names, one behind the other.
    names: String,
    /// Each address once where equals follow one another, as they do in long files.
    addresses: Vec<IpAddr>,
    hashes: RandomState,
}

/// A name of a line, and the address of the line.
#[derive(Clone, Copy)]
struct Entry {
    hash: u32,
    /// Where the name begins in [`Hosts::names`].
    start: u32,
    length: u8,
    /// The index of the address.
    address: u32,
}

impl Hosts {
    /// The hosts file of this machine; empty where there is none.
    pub(super) fn of_this_machine() -> Self {
        let bytes = path().map(|path| input::beginning(&path, FILE_MAX));
        Self::parse(&bytes.and_then(Result::ok).unwrap_or_default())
    }

    /// Reads a hosts file, as hosts(5) describes it. Lines that make no sense are passed over, as libc does.
    pub(super) fn parse(file: &[u8]) -> Self {
        let mut hosts = Self::default();
        for line in file.split(|byte| *byte == b'\n') {
            let line = line.split(|byte| *byte == b'#').next().unwrap_or_default();
            let mut words = line
                .split(u8::is_ascii_whitespace)
                .filter(|w| !w.is_empty());
            let address = words.next().and_then(|word| str::from_utf8(word).ok());
            let Some(address) = address.and_then(|word| word.parse().ok()) else {
                continue;
            };
            for name in words {
                hosts.add(name, address);
            }
        }
        hosts.entries.sort_by_key(|entry| entry.hash);
        hosts.entries.shrink_to_fit();
        hosts
    }

    /// The addresses of `name`, if this machine knows it: IPv4 first, in the order of the file, each once.
    pub(super) fn addresses(&self, name: &str) -> Vec<IpAddr> {
        let name = folded(name);
        let mut found = Vec::new();
        for address in self.known(&name) {
            if found.len() < ADDRESSES_MAX && !found.contains(&address) {
                found.push(address);
            }
        }
        // RFC 6761 section 6.3; the hosts file of Windows has only a comment that says so.
        if found.is_empty() && name.trim_end_matches('.') == "localhost" {
            found = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        }
        found.sort_by_key(IpAddr::is_ipv6);
        found
    }

    fn known(&self, name: &str) -> impl Iterator<Item = IpAddr> {
        let hash = self.hash(name);
        let first = self.entries.partition_point(|entry| entry.hash < hash);
        let same = self.entries[first..].iter();
        let same = same.take_while(move |entry| entry.hash == hash);
        let own = same.filter(move |entry| self.name(entry) == name);
        own.filter_map(|entry| self.addresses.get(index(entry.address)).copied())
    }

    fn add(&mut self, name: &[u8], address: IpAddr) {
        let Some(name) = str::from_utf8(name).ok().filter(|n| n.len() <= NAME_MAX) else {
            return;
        };
        let name = folded(name);
        if self.addresses.last() != Some(&address) {
            self.addresses.push(address);
        }
        let place = |length: usize| u32::try_from(length).ok();
        let (Ok(length), Some(start), Some(address)) = (
            u8::try_from(name.len()),
            place(self.names.len()),
            place(self.addresses.len() - 1),
        ) else {
            return;
        };
        let hash = self.hash(&name);
        let entry = Entry {
            hash,
            start,
            length,
            address,
        };
        // The same again, as in a file to which one line was added many times.
        let again = self.entries.last().is_some_and(|last| {
            last.hash == hash && last.address == address && self.name(last) == name
        });
        if !again {
            self.names.push_str(&name);
            self.entries.push(entry);
        }
    }

    fn name(&self, entry: &Entry) -> &str {
        let start = index(entry.start);
        let name = self.names.get(start..start + usize::from(entry.length));
        name.unwrap_or_default()
    }

    /// The lower half of a keyed hash: who writes a hosts file cannot choose names that collide.
    fn hash(&self, name: &str) -> u32 {
        let [_, _, _, _, low @ ..] = self.hashes.hash_one(name).to_be_bytes();
        u32::from_be_bytes(low)
    }
}

/// Names are compared without case. The C libraries of Linux compare them with their final dot, which Tailscale writes into
/// hosts files (scottlerch/HostsFileEditor#65): such a line is for those who type the dot.
fn folded(name: &str) -> String {
    let bare = name.strip_suffix('.').filter(|_| !DOT_COUNTS);
    bare.unwrap_or(name).to_ascii_lowercase()
}

/// Whether a name with its final dot is another one than without it.
pub(super) const DOT_COUNTS: bool = cfg!(target_os = "linux");

/// Every place fits: what is kept is smaller than the file.
fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

fn path() -> Option<PathBuf> {
    if cfg!(windows) {
        let root = PathBuf::from(std::env::var_os("SystemRoot")?);
        return Some(root.join(r"System32\drivers\etc\hosts"));
    }
    Some(PathBuf::from("/etc/hosts"))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::time::{Duration, Instant};

    use super::*;

    fn found(hosts: &Hosts, name: &str) -> Vec<String> {
        let addresses = hosts.addresses(name).into_iter();
        addresses.map(|address| address.to_string()).collect()
    }

    #[test]
    fn the_hosts_file_gives_both_families() {
        let hosts = Hosts::parse(
            b"# comment\n2001:db8::1 mail\n192.0.2.1 Mail.Example.com mail # here\n192.0.2.1\tmail\r\nnonsense line\n\
              \xff\xfe x\n192.0.2.2 \xff ok.test\n::1%lo0 zone.test\n192.0.2.3",
        );
        assert_eq!(found(&hosts, "mail.example.com"), ["192.0.2.1"]);
        assert_eq!(found(&hosts, "mail"), ["192.0.2.1", "2001:db8::1"]);
        assert_eq!(found(&hosts, "ok.test"), ["192.0.2.2"]);
        for unknown in ["example.com", "here", "line", "zone.test", ""] {
            assert_eq!(found(&hosts, unknown), [""; 0], "{unknown}");
        }
        assert_eq!(found(&hosts, "localhost"), ["127.0.0.1", "::1"]);
        let own = Hosts::parse(b"127.0.1.1 localhost\n");
        assert_eq!(found(&own, "localhost"), ["127.0.1.1"]);
    }

    #[test]
    fn a_final_dot_counts_as_the_system_counts_it() {
        let hosts = Hosts::parse(b"192.0.2.1 host.tailnet.ts.net. host\n192.0.2.2 Mail.test\n");
        assert_eq!(found(&hosts, "host"), ["192.0.2.1"]);
        assert_eq!(found(&hosts, "host.tailnet.ts.net."), ["192.0.2.1"]);
        assert_eq!(found(&hosts, "MAIL.test"), ["192.0.2.2"]);
        // As getaddrinfo of glibc 2.36 has it.
        let none: &[&str] = &[];
        let other = |found: &'static [&'static str]| if DOT_COUNTS { none } else { found };
        assert_eq!(found(&hosts, "host.tailnet.ts.net"), other(&["192.0.2.1"]));
        assert_eq!(found(&hosts, "mail.test."), other(&["192.0.2.2"]));
    }

    /// As long as the list of StevenBlack/hosts, and the shapes that were quadratic.
    #[test]
    fn a_long_file_costs_little_more_than_its_names() {
        let mut list = String::new();
        for number in 0..170_000 {
            writeln!(list, "0.0.0.0 ads{number}.example.test").expect("memory");
        }
        let recurring = "127.0.0.1 aaaa.test\n".repeat(1_400_000);
        let alternating = "127.0.0.1 a.test\n127.0.0.2 b.test\n".repeat(500_000);
        let one_line = format!("192.0.2.1{}\n", " same.test".repeat(500_000));
        let started = Instant::now();
        let hosts = Hosts::parse(list.as_bytes());
        assert_eq!(found(&hosts, "ads169999.example.test"), ["0.0.0.0"]);
        assert_eq!(found(&hosts, "ads170000.example.test"), [""; 0]);
        let kept = hosts.names.len() + hosts.entries.len() * size_of::<Entry>();
        assert!(kept < list.len() * 3 / 2, "{kept} bytes of {}", list.len());
        assert_eq!(hosts.addresses.len(), 1);
        let recurring = Hosts::parse(recurring.as_bytes());
        assert_eq!(recurring.entries.len(), 1);
        let alternating = Hosts::parse(alternating.as_bytes());
        assert_eq!(found(&alternating, "b.test"), ["127.0.0.2"]);
        let one_line = Hosts::parse(one_line.as_bytes());
        assert_eq!(found(&one_line, "same.test"), ["192.0.2.1"]);
        // Unoptimised and beside other tests; it was minutes.
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{:?}",
            started.elapsed()
        );
    }
}
