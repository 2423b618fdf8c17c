//! The forms in which servers repeat an address or a name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address as it is written: also with leading zeros, and an IPv4 address within IPv6.
pub(super) fn address(text: &str) -> Option<IpAddr> {
    let parsed = text
        .parse()
        .ok()
        .map(|address: IpAddr| address.to_canonical());
    parsed.or_else(|| quad(text.split('.')).map(IpAddr::V4))
}

/// The IPv4 address in a name such as `203-0-113-7.dsl.example.net`.
pub(super) fn address_in(name: &str) -> Option<IpAddr> {
    let parts: Vec<&str> = name
        .split(|letter: char| !letter.is_ascii_digit())
        .collect();
    let dashed = parts.windows(4).find_map(|four| {
        let text = four.join("-");
        quad(four.iter().copied()).filter(|_| name.contains(&text))
    });
    dashed.map(IpAddr::V4)
}

/// Whether a name in small letters holds `address` in one of the forms that providers use: in order or backwards, with
/// dashes or dots, padded, or hexadecimal.
pub(super) fn is_named_after(name: &str, address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_named_after_v4(name, address),
        IpAddr::V6(address) => is_named_after_v6(name, address),
    }
}

fn is_named_after_v4(name: &str, address: Ipv4Addr) -> bool {
    let forward = address.octets();
    let mut backward = forward;
    backward.reverse();
    let numbers: Vec<&str> = name
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let in_a_row = numbers.windows(4).any(|four| {
        let octets = quad(four.iter().copied()).map(|quad| quad.octets());
        octets == Some(forward) || octets == Some(backward)
    });
    let [a, b, c, d] = forward;
    in_a_row || name.contains(&format!("{a:02x}{b:02x}{c:02x}{d:02x}"))
}

fn is_named_after_v6(name: &str, address: Ipv6Addr) -> bool {
    let short = address.to_string().replace(':', "-");
    let long: Vec<String> = address
        .segments()
        .iter()
        .map(|part| format!("{part:04x}"))
        .collect();
    let nibbles: Vec<String> = long.concat().chars().rev().map(String::from).collect();
    [short, long.join("-"), long.concat(), nibbles.join(".")]
        .iter()
        .any(|form| form.len() > 4 && holds(name, form))
}

/// Whether `form` stands in `name` with nothing that would make another address of it.
fn holds(name: &str, form: &str) -> bool {
    let of_address = |letter: char| letter.is_ascii_hexdigit();
    name.match_indices(form).any(|(start, _)| {
        let before = name[..start].chars().next_back();
        let behind = name[start + form.len()..].chars().next();
        !before.is_some_and(of_address) && !behind.is_some_and(of_address)
    })
}

/// Four decimal numbers, padded or not.
fn quad<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Ipv4Addr> {
    let octets: Vec<u8> = parts
        .map(|part| {
            let digits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u8>().ok().filter(|_| digits)
        })
        .collect::<Option<_>>()?;
    let octets: [u8; 4] = octets.try_into().ok()?;
    Some(octets.into())
}

/// Words that are a machine's name somewhere, and an ordinary word in what servers say.
const ORDINARY: [&str; 10] = [
    "mail",
    "smtp",
    "imap",
    "pop3",
    "host",
    "server",
    "client",
    "localhost",
    "unknown",
    "gateway",
];

/// A host's name whole, and its first label alone, by which the machine is known at home.
pub(super) fn of_name(name: &str) -> Vec<String> {
    let first = name.split('.').next().unwrap_or_default();
    let telling = first.len() >= 3 && !ORDINARY.contains(&first);
    let short = Some(first.to_owned()).filter(|first| telling && first != name);
    [name.to_owned()].into_iter().chain(short).collect()
}
