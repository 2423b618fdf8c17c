//! Names that look like one of many, which providers give to the addresses of their customers. A hint and no more: nobody
//! but the provider knows.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Words that stand alone between dots, hyphens and digits in such names.
const WORDS: [&str; 16] = [
    "dynamic",
    "dyn",
    "dynip",
    "dhcp",
    "dialup",
    "dialin",
    "dial",
    "ppp",
    "pppoe",
    "pool",
    "pools",
    "adsl",
    "dsl",
    "vdsl",
    "cable",
    "broadband",
];

/// Whether a reverse name looks like one of many.
pub(super) fn looks_generic(name: &str, address: IpAddr) -> bool {
    let name = name.to_ascii_lowercase();
    let has_word = || {
        let words = name.split(|letter: char| !letter.is_ascii_alphabetic());
        words.into_iter().any(|word| WORDS.contains(&word))
    };
    let has_address = match address {
        IpAddr::V4(address) => has_v4(&name, address),
        IpAddr::V6(address) => has_v6(&name, address),
    };
    has_address || has_word()
}

/// Whether the four numbers stand in the name, in one order or the other, or as hexadecimal digits.
fn has_v4(name: &str, address: Ipv4Addr) -> bool {
    let numbers: Vec<u8> = name
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| (1..=3).contains(&digits.len()))
        .filter_map(|digits| digits.parse::<u8>().ok())
        .collect();
    let octets = address.octets();
    let mut reversed = octets;
    reversed.reverse();
    let [a, b, c, d] = octets;
    let joined = format!("{a:03}{b:03}{c:03}{d:03}");
    let hexadecimal = format!("{a:02x}{b:02x}{c:02x}{d:02x}");
    numbers
        .windows(4)
        .any(|four| four == octets || four == reversed)
        || name.contains(&joined)
        || name.contains(&hexadecimal)
}

/// Whether the last half of the address stands in the name, whatever is between its digits.
fn has_v6(name: &str, address: Ipv6Addr) -> bool {
    let groups = &address.segments()[4..];
    let whole = groups.iter().map(|group| format!("{group:04x}"));
    let whole = whole.collect::<Vec<_>>().concat();
    let digits: String = name.chars().filter(char::is_ascii_hexdigit).collect();
    let short = groups.iter().map(|group| format!("{group:x}"));
    let short = short.collect::<Vec<_>>().join("-");
    digits.contains(&whole) || groups.iter().all(|group| *group != 0) && name.contains(&short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_are_told_from_names_of_one() {
        let v4 = "203.0.113.5";
        let v6 = "2001:db8:5:6:7:8:9:a";
        let rows = [
            ("203-0-113-5.cust.example.net", v4, true),
            ("5.113.0.203.static.example.net", v4, true),
            ("host203-0-113-5.range.example.net", v4, true),
            ("ip-203.0.113.5.example.net", v4, true),
            ("p203000113005.example.net", v4, true),
            ("pcb007105.dip.example.net", v4, true),
            ("x.dynamic.example.net", v4, true),
            ("a12.dsl3.example.net", v4, true),
            ("pool-7.example.net", v4, true),
            ("2001-db8-5-6-7-8-9-a.example.net", v6, true),
            ("20010db8000500060007000800090000a.example.net", v6, false),
            ("20010db800050006000700080009000a.example.net", v6, true),
            ("mail.example.com", v4, false),
            ("mx5.example.com", v4, false),
            ("mail-203-0-113-6.example.com", v4, false),
            ("liverpool.example.com", v4, false),
            ("dynamics.example.com", v4, false),
            ("dynamic-mail.example.com", v4, true),
            ("mail.example.com", v6, false),
            ("mail.example.com", "2001:db8::1", false),
            ("mail0000000000000001.example.com", "2001:db8::1", true),
        ];
        for (name, address, expected) in rows {
            let address = address.parse().expect("an address");
            assert_eq!(looks_generic(name, address), expected, "{name}");
        }
    }
}
