//! Questions and answers of lists.

use super::*;

fn answer(text: &str) -> Lookup<Vec<Ipv4Addr>> {
    match text {
        "none" => Lookup::Failed(ResolveTrouble::NotFound),
        "nodata" => Lookup::Failed(ResolveTrouble::NoData),
        "servfail" => Lookup::Failed(ResolveTrouble::ServFail),
        "timeout" => Lookup::Failed(ResolveTrouble::Timeout),
        codes => {
            let codes = codes.split(' ').map(|code| code.parse().expect(code));
            Lookup::Found(codes.collect())
        }
    }
}

fn read(zone: &str, first: &str, controls: &[&str]) -> Standing {
    standing(&Listing {
        zone: zone.to_owned(),
        answer: answer(first),
        text: Vec::new(),
        controls: controls.iter().map(|text| answer(text)).collect(),
    })
}

#[test]
fn an_address_is_asked_for_in_reverse() {
    let rows = [
        (
            "203.0.113.5",
            "5.113.0.203.bl.example",
            "5.113.0.203.in-addr.arpa",
        ),
        (
            "::ffff:203.0.113.5",
            "5.113.0.203.bl.example",
            "5.113.0.203.in-addr.arpa",
        ),
        (
            // RFC 5782 section 2.4.
            "2001:db8:1:2:3:4:567:89ab",
            "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.example",
            "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
        ),
    ];
    for (address, name, reverse) in rows {
        let address: IpAddr = address.parse().expect(address);
        assert_eq!(question(address, "bl.example"), name);
        assert_eq!(reverse_name(address), reverse);
    }
}

#[test]
fn what_a_first_answer_is_worth_is_asked_for() {
    let v4: IpAddr = "203.0.113.5".parse().expect("an address");
    let v6: IpAddr = "2001:db8::5".parse().expect("an address");
    let asked = |address, text| controls(address, "bl.example", &answer(text));
    assert_eq!(asked(v4, "127.0.0.4"), ["1.0.0.127.bl.example"]);
    assert_eq!(asked(v4, "none"), ["2.0.0.127.bl.example"]);
    // RFC 5782 section 5: ::FFFF:7F00:1 and ::FFFF:7F00:2.
    let zeros = "0.".repeat(20);
    assert_eq!(
        asked(v6, "127.0.0.4"),
        [format!("1.0.0.0.0.0.f.7.f.f.f.f.{zeros}bl.example")]
    );
    assert_eq!(
        asked(v6, "nodata"),
        [
            format!("2.0.0.0.0.0.f.7.f.f.f.f.{zeros}bl.example"),
            "2.0.0.127.bl.example".to_owned()
        ]
    );
    for settled in ["127.255.255.254", "192.0.2.1", "servfail", "timeout"] {
        assert!(asked(v4, settled).is_empty(), "{settled}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn answers_of_lists_mean_what_they_mean() {
    let listed = |codes: &str| match answer(codes) {
        Lookup::Found(codes) => Standing::Listed(codes),
        Lookup::Failed(_) => unreachable!("codes"),
    };
    let rows: [(&str, &str, &[&str], Standing); 28] = [
        (
            "zen.spamhaus.org",
            "127.0.0.4 127.0.0.10",
            &["none"],
            listed("127.0.0.4 127.0.0.10"),
        ),
        (
            "bl.example",
            "127.0.0.99",
            &["nodata"],
            listed("127.0.0.99"),
        ),
        (
            "bl.example",
            "127.12.34.56",
            &["none"],
            listed("127.12.34.56"),
        ),
        // Whether it lists everything is not known, and that it lists this one is.
        ("bl.example", "127.0.0.2", &["timeout"], listed("127.0.0.2")),
        (
            "bl.example",
            "127.0.0.2",
            &["servfail"],
            listed("127.0.0.2"),
        ),
        ("bl.example", "127.0.0.2", &[], listed("127.0.0.2")),
        ("bl.example", "none", &["127.0.0.2"], Standing::Clear),
        (
            "bl.example",
            "nodata",
            &["127.0.0.2 127.0.0.4"],
            Standing::Clear,
        ),
        // For IPv6: the entry in the form for IPv4 is enough.
        (
            "bl.example",
            "none",
            &["none", "127.0.0.2"],
            Standing::Clear,
        ),
        (
            "bl.example",
            "none",
            &["127.0.0.2", "none"],
            Standing::Clear,
        ),
        (
            "bl.example",
            "none",
            &["timeout", "127.0.0.2"],
            Standing::Clear,
        ),
        // Given up: everything is listed, nothing is, or somebody else has the domain.
        (
            "bl.example",
            "127.0.0.2",
            &["127.0.0.2"],
            Standing::Useless(Flaw::ListsAll),
        ),
        (
            "bl.example",
            "none",
            &["none"],
            Standing::Useless(Flaw::NoTestEntry),
        ),
        (
            "bl.example",
            "none",
            &["nodata", "none"],
            Standing::Useless(Flaw::NoTestEntry),
        ),
        (
            "bl.example",
            "192.0.2.80",
            &[],
            Standing::Useless(Flaw::OutOfRange),
        ),
        (
            "bl.example",
            "0.0.0.0",
            &[],
            Standing::Useless(Flaw::OutOfRange),
        ),
        (
            "bl.example",
            "127.0.0.2 192.0.2.80",
            &[],
            Standing::Useless(Flaw::OutOfRange),
        ),
        (
            "bl.example",
            "none",
            &["192.0.2.80"],
            Standing::Useless(Flaw::OutOfRange),
        ),
        // dmippolitov/pydnsbl#27, haraka/haraka-plugin-uribl#2: errors that are taken for entries.
        (
            "zen.spamhaus.org",
            "127.255.255.252",
            &[],
            Standing::Refused(Refusal::Misspelt),
        ),
        (
            "zen.spamhaus.org",
            "127.255.255.254",
            &[],
            Standing::Refused(Refusal::PublicResolver),
        ),
        (
            "cbl.abuseat.org",
            "127.255.255.255",
            &[],
            Standing::Refused(Refusal::TooOften),
        ),
        (
            "zen.spamhaus.org",
            "none",
            &["127.255.255.254"],
            Standing::Refused(Refusal::PublicResolver),
        ),
        (
            "bl.example",
            "127.255.255.7",
            &[],
            Standing::Refused(Refusal::Other),
        ),
        // DjinnS/check-rbl#2, sovereign/sovereign#279, ShlomiPorush/mailcow-logs-viewer#102.
        (
            "multi.uribl.com",
            "127.0.0.1",
            &[],
            Standing::Refused(Refusal::Other),
        ),
        // adionditsak/blacklist-check-unix-linux-utility#2: a list of names, asked for an address.
        (
            "dbl.spamhaus.org",
            "127.0.1.255",
            &[],
            Standing::Refused(Refusal::NamesOnly),
        ),
        (
            "key.dbl.dq.spamhaus.net",
            "127.0.1.255",
            &[],
            Standing::Refused(Refusal::NamesOnly),
        ),
        (
            "bl.example",
            "127.0.1.255",
            &["none"],
            listed("127.0.1.255"),
        ),
        (
            "bl.example",
            "timeout",
            &[],
            Standing::Unanswered(ResolveTrouble::Timeout),
        ),
    ];
    for (zone, first, controls, expected) in rows {
        assert_eq!(
            read(zone, first, controls),
            expected,
            "{zone} {first} {controls:?}"
        );
    }
    let unproved = read("bl.example", "none", &["servfail"]);
    assert_eq!(unproved, Standing::Unanswered(ResolveTrouble::ServFail));
    // An error beside an entry does not undo the entry.
    let both = read("bl.example", "127.0.0.4 127.255.255.255", &["none"]);
    assert_eq!(both, listed("127.0.0.4"));
}
