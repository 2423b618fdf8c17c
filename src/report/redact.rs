//! What a ticket does not need to know of the machine it was made on: its names, its addresses, its user.

mod forms;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::net::IpAddr;

use super::Run;
use super::sentences::lossy;
use crate::facts::{Direction, Facts, HostFacts};
use crate::finding::Finding;

/// Takes this machine out of texts, and public addresses too where that is wanted.
///
/// Always replaced by the placeholder: the name given in EHLO, the addresses of this machine's connections and interfaces,
/// and the name that a server greets this machine by. A home directory becomes `~`. What is also an address or a name of a target stays:
/// the ticket is about it. Of a mail address the domain stays, and who it is goes.
///
/// With `redact` every address becomes `address-N`, the same number for the same address throughout, so that one still
/// sees which is which. Loopback, private, link-local and shared addresses stay: they lead to nobody, and a private
/// address where a public one should be is a finding of its own.
#[derive(Debug)]
pub struct Scrub {
    placeholder: String,
    interfaces: BTreeSet<IpAddr>,
    names: BTreeSet<String>,
    own: BTreeSet<IpAddr>,
    /// Mail addresses and user names, and what stands for each; the longest first.
    people: Vec<(String, String)>,
    redact: bool,
    kept: BTreeSet<IpAddr>,
    numbered: RefCell<HashMap<IpAddr, usize>>,
}

impl Scrub {
    /// Learns from `run` what belongs to this machine. Each target teaches more.
    pub fn new(run: &Run, placeholder: String, redact: bool) -> Self {
        let interfaces = run.vantage.own_addresses.iter().map(|(own, _)| *own);
        let interfaces: BTreeSet<IpAddr> = interfaces
            .filter(|address| !address.is_loopback())
            .collect();
        Self {
            placeholder,
            names: BTreeSet::new(),
            own: interfaces.clone(),
            interfaces,
            people: Vec::new(),
            redact,
            kept: BTreeSet::new(),
            numbered: RefCell::default(),
        }
    }

    /// Learns what of a target belongs to this machine, and forgets what it knew of the one before. Numbers stay.
    pub fn learn(&mut self, facts: &Facts) {
        self.own.clone_from(&self.interfaces);
        self.names.clear();
        self.people = people(facts);
        let checks = facts.checks.iter();
        let locals = checks.clone().filter_map(|check| check.local);
        self.own.extend(locals.map(|local| local.ip()));
        for name in greeted_names(facts) {
            match literal(&name) {
                Some(address) => self.own.extend([address]),
                None => self.names.extend(forms::of_name(&name)),
            }
        }
        for one in facts.sender.iter().flat_map(|sender| &sender.addresses) {
            self.own.extend([one.address]);
            let names = one.reverse.found().into_iter().flatten();
            let names = names.map(|name| name.name.to_ascii_lowercase());
            self.names
                .extend(names.flat_map(|name| forms::of_name(&name)));
        }
        let target = facts.target.host.to_string();
        let hosts = facts.hosts.iter().map(|host| host.name.as_str());
        for name in hosts.chain([target.as_str()]) {
            for form in forms::of_name(&name.to_ascii_lowercase()) {
                self.names.remove(&form);
            }
        }
        let hosts = facts.hosts.iter().flat_map(HostFacts::addresses);
        let addresses: Vec<IpAddr> = hosts
            .chain(checks.filter_map(|check| check.address))
            .collect();
        self.own.retain(|address| !addresses.contains(address));
        for address in addresses {
            // The addresses of the target get the first numbers.
            let _ = self.address(address);
        }
    }

    /// Lets the reader of a letter about `finding` know which server is meant and who stands in the way: `redact` leaves
    /// those addresses.
    pub fn keep(&mut self, facts: &Facts, finding: &Finding) {
        let checks = facts.checks.iter();
        self.kept
            .extend(checks.clone().filter_map(|check| check.address));
        let hosts = facts.hosts.iter();
        self.kept.extend(hosts.flat_map(HostFacts::addresses));
        let failures = checks.filter_map(|check| check.failure.as_ref());
        let senders = failures.filter_map(|failure| failure.trouble.icmp()?.from);
        self.kept.extend(senders);
        let place = finding.location.and_then(|location| location.address);
        self.kept.extend(place);
    }

    /// `text` without this machine.
    pub fn clean(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (person, masked) in &self.people {
            text = text.replace(person, masked);
        }
        let text = self.without_names_of_addresses(&without_home(&text));
        let mut text = self.without_addresses(&text);
        // A name goes before its first label alone.
        let mut names: Vec<&String> = self.names.iter().collect();
        names.sort_by_key(|name| Reverse(name.len()));
        for name in names {
            text = replace_name(&text, name, &self.placeholder);
        }
        text
    }

    /// Providers name a line after its address: `203-0-113-7.dsl.example.net`, `host7.113.0.203.example`, `cb007107.example`.
    fn without_names_of_addresses(&self, text: &str) -> String {
        let of_name = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(of_name) {
            let (before, from) = rest.split_at(start);
            shown.push_str(before);
            let length = from.find(|letter| !of_name(letter)).unwrap_or(from.len());
            let (word, behind) = from.split_at(length);
            shown.push_str(&self.named(word).unwrap_or_else(|| word.to_owned()));
            rest = behind;
        }
        shown.push_str(rest);
        shown
    }

    /// What stands for a name that holds an address which is to go.
    fn named(&self, word: &str) -> Option<String> {
        // An address alone is another's work.
        if word.trim_end_matches('.').parse::<IpAddr>().is_ok() {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        if self
            .own
            .iter()
            .any(|own| forms::is_named_after(&lower, *own))
        {
            return Some(self.placeholder.clone());
        }
        forms::address_in(&lower)
            .filter(|_| self.redact)
            .and_then(|address| self.address(address))
    }

    fn without_addresses(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(is_of_address) {
            let (before, from) = rest.split_at(start);
            shown.push_str(before);
            let length = from
                .find(|letter| !is_of_address(letter))
                .unwrap_or(from.len());
            let (mut run, behind) = from.split_at(length);
            // RFC 5321 section 4.1.3 writes `[IPv6:2001:db8::1]`.
            if shown.ends_with("IPv")
                && let Some(address) = run.strip_prefix("6:")
            {
                shown.push_str("6:");
                run = address;
            }
            shown.push_str(&self.run(run));
            rest = behind;
        }
        shown.push_str(rest);
        shown
    }

    /// A run of hexadecimal digits, dots and colons.
    fn run(&self, run: &str) -> String {
        let core = run.trim_end_matches(['.', ':']);
        let tail = &run[core.len()..];
        if let Some(address) = forms::address(core) {
            return self.address(address).unwrap_or_else(|| core.to_owned()) + tail;
        }
        if let Some((host, port)) = core.split_once(':')
            && let Some(address) = forms::address(host)
            && let Some(shown) = self.address(address)
        {
            return format!("{shown}:{port}{tail}");
        }
        run.to_owned()
    }

    fn address(&self, address: IpAddr) -> Option<String> {
        if self.own.contains(&address) {
            return Some(self.placeholder.clone());
        }
        if !self.redact || leads_to_nobody(address) || self.kept.contains(&address) {
            return None;
        }
        let mut numbered = self.numbered.borrow_mut();
        let next = numbered.len() + 1;
        let number = *numbered.entry(address).or_insert(next);
        Some(format!("address-{number}"))
    }
}

/// The names that this machine gave in EHLO or HELO, and those that servers greeted it by in return.
fn greeted_names(facts: &Facts) -> Vec<String> {
    let mut names = Vec::new();
    for line in facts.checks.iter().flat_map(|check| &check.dialogue) {
        let text = lossy(&line.text);
        let mut words = text.split_ascii_whitespace();
        let name = match line.direction {
            Direction::Sent => {
                let verb = words.next().unwrap_or_default();
                let greets = ["EHLO", "HELO"]
                    .iter()
                    .any(|one| one.eq_ignore_ascii_case(verb));
                words.next().filter(|_| greets)
            }
            // Sendmail and Exim: "250-mx.example.com Hello pc.example.net [192.0.2.7], pleased to meet you".
            Direction::Received if text.starts_with("250") => {
                let _ = words.find(|word| word.eq_ignore_ascii_case("hello"));
                words.next()
            }
            Direction::Received => None,
        };
        names.extend(name.map(|name| name.trim_matches([',', '.', '!']).to_ascii_lowercase()));
    }
    names.retain(|name| name.contains(['.', '-']) || name.len() > 3);
    names
}

/// The address of `[192.0.2.7]` or `[IPv6:2001:db8::7]`.
fn literal(name: &str) -> Option<IpAddr> {
    let inside = name.strip_prefix('[')?.strip_suffix(']')?;
    let inside = inside.strip_prefix("ipv6:").unwrap_or(inside);
    inside.parse().ok()
}

/// Whether `address` is one that many have, each in a network of their own.
pub(super) fn leads_to_nobody(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let shared = first == 100 && (64..128).contains(&second); // RFC 6598
            v4.is_loopback()
                || v4.is_private()
                || v4.is_link_local()
                || v4.is_unspecified()
                || shared
        }
        IpAddr::V6(v6) => {
            v6.is_loopback()
                || v6.is_unspecified()
                || v6.is_unique_local()
                || v6.is_unicast_link_local()
        }
    }
}

fn is_of_address(letter: char) -> bool {
    letter.is_ascii_hexdigit() || letter == ':' || letter == '.'
}

fn replace_name(text: &str, name: &str, placeholder: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_';
    let mut shown = String::with_capacity(text.len());
    let mut done = 0;
    for (start, _) in lower.match_indices(name) {
        let end = start + name.len();
        let before = start
            .checked_sub(1)
            .and_then(|place| lower.as_bytes().get(place));
        let behind = lower.as_bytes().get(end);
        if start < done || before.is_some_and(of_name) || behind.is_some_and(of_name) {
            continue;
        }
        shown.push_str(&text[done..start]);
        shown.push_str(placeholder);
        done = end;
    }
    shown.push_str(&text[done..]);
    shown
}

fn without_home(text: &str) -> String {
    let mut shown = text.to_owned();
    for parent in ["/home/", "/Users/", "\\Users\\"] {
        while let Some(start) = shown.find(parent) {
            let behind = start + parent.len();
            let length = shown[behind..]
                .find(|letter: char| {
                    matches!(letter, '/' | '\\' | '"' | '\'') || letter.is_whitespace()
                })
                .unwrap_or(shown.len() - behind);
            // The drive of `C:\Users\name` belongs to the path.
            let drive = usize::from(parent.starts_with('\\') && shown[..start].ends_with(':')) * 2;
            shown.replace_range(start.saturating_sub(drive)..behind + length, "~");
        }
    }
    shown
}

/// Who is named by what was typed: the mail address of the target, the user of a login, sender and recipient. Of each the
/// domain stays.
fn people(facts: &Facts) -> Vec<(String, String)> {
    let mailbox = facts.target.mailbox.iter();
    let mut people: Vec<(String, String)> =
        mailbox.map(|one| (one.address(), one.masked())).collect();
    let users = facts.logins.iter().map(|login| login.user.as_str());
    let mail = facts.transaction.iter();
    let mail = mail.flat_map(|mail| [mail.from.as_str(), mail.to.as_str()]);
    for person in users.chain(mail) {
        let masked = match person.rsplit_once('@') {
            Some((_, domain)) => format!("…@{domain}"),
            // A shorter name is part of other words.
            None if person.len() >= SHORTEST_USER => "…".to_owned(),
            None => continue,
        };
        people.push((person.to_owned(), masked));
    }
    people.sort_by_key(|(person, _)| Reverse(person.len()));
    people
}

/// User names that are masked have so many letters at least.
const SHORTEST_USER: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn scrub(redact: bool) -> Scrub {
        Scrub {
            people: Vec::new(),
            placeholder: "(this machine)".to_owned(),
            interfaces: BTreeSet::new(),
            names: BTreeSet::from(["pc7.corp.example".to_owned()]),
            own: BTreeSet::from(["192.168.1.7".parse().expect("an address")]),
            redact,
            kept: BTreeSet::new(),
            numbered: RefCell::default(),
        }
    }

    #[test]
    fn this_machine_is_taken_out() {
        let rows = [
            ("EHLO pc7.corp.example", "EHLO (this machine)"),
            ("hello PC7.Corp.Example.", "hello (this machine)."),
            ("not-pc7.corp.example", "not-pc7.corp.example"),
            ("from [192.168.1.7]:4711", "from [(this machine)]:4711"),
            (
                "192.168.1.7:25, 192.168.1.70",
                "(this machine):25, 192.168.1.70",
            ),
            ("open /home/anna/ca.pem: no", "open ~/ca.pem: no"),
            ("C:\\Users\\anna\\ca.pem", "~\\ca.pem"),
            (
                "at 203.0.113.5 12:30:45 dead:beef",
                "at 203.0.113.5 12:30:45 dead:beef",
            ),
        ];
        for (text, shown) in rows {
            assert_eq!(scrub(false).clean(text), shown);
        }
    }

    // As Exim, Sendmail and Postfix greet lines of providers: "Hello 203-0-113-7.dsl.example.net".
    #[test]
    fn this_machine_is_known_in_other_forms() {
        let mut scrub = scrub(false);
        scrub.own = BTreeSet::from([
            "203.0.113.7".parse().expect("an address"),
            "2001:db8::a7".parse().expect("an address"),
        ]);
        scrub.names = forms::of_name("pc7.corp.example").into_iter().collect();
        let rows = [
            (
                "Hello 203-0-113-7.dsl.example.net, hi",
                "Hello (this machine), hi",
            ),
            ("Hello ip203.0.113.7.example.net", "Hello (this machine)"),
            ("Hello 7-113-0-203.example.net", "Hello (this machine)"),
            ("Hello 7.113.0.203.in-addr.arpa", "Hello (this machine)"),
            ("Hello 203-000-113-007.example.net", "Hello (this machine)"),
            ("Hello cb007107.example.net", "Hello (this machine)"),
            ("Hello p5CB007107.dip.example", "Hello (this machine)"),
            ("for ::ffff:203.0.113.7 and", "for (this machine) and"),
            ("for ::ffff:cb00:7107 and", "for (this machine) and"),
            ("for 203.000.113.007;", "for (this machine);"),
            ("2001:0db8:0000:0000:0000:0000:0000:00a7", "(this machine)"),
            ("2001-db8--a7.example.net", "(this machine)"),
            ("pc7 is listed", "(this machine) is listed"),
            (
                "1203-0-113-77.example.net 203-0-113-70.x",
                "1203-0-113-77.example.net 203-0-113-70.x",
            ),
            (
                "the pc70 and 2026-11-21 20:51:07",
                "the pc70 and 2026-11-21 20:51:07",
            ),
        ];
        for (text, shown) in rows {
            assert_eq!(scrub.clean(text), shown);
        }
    }

    #[test]
    fn public_addresses_in_names_go_where_that_is_wanted() {
        let redacting = scrub(true);
        let said = "Hello 198-51-100-9.dsl.example.net and ::ffff:198.51.100.9, at 10-1-2-3.home";
        assert_eq!(
            redacting.clean(said),
            "Hello address-1 and address-1, at 10-1-2-3.home"
        );
        assert_eq!(scrub(false).clean(said), said);
    }

    #[test]
    fn public_addresses_get_numbers_that_stay() {
        let scrub = scrub(true);
        assert_eq!(
            scrub.clean("203.0.113.5 [IPv6:2001:db8::1] 203.0.113.5:25. 10.1.2.3 ::1 [2001:db8::1]:25 100.64.0.1"),
            "address-1 [IPv6:address-2] address-1:25. 10.1.2.3 ::1 [address-2]:25 100.64.0.1"
        );
        assert_eq!(scrub.clean("8.8.8.8 2001:DB8:0::1"), "address-3 address-2");
    }
}
