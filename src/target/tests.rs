//! What people type.

use super::*;
use crate::service::Service;

fn parse(typed: &str) -> Typed {
    typed
        .parse()
        .unwrap_or_else(|error| panic!("{typed}: {error}"))
}

#[test]
fn what_people_type() {
    type Row<'a> = (&'a str, &'a str, Option<(Service, u16)>);
    let rows: [Row<'_>; 25] = [
        ("smtp.example.com", "smtp.example.com", None),
        ("SMTP.Example.COM.", "smtp.example.com", None),
        (
            "smtp.example.com:587",
            "smtp.example.com",
            Some((Service::Submission, 587)),
        ),
        (
            "mail.example.com:2525",
            "mail.example.com",
            Some((Service::Submission, 2525)),
        ),
        ("192.0.2.1", "192.0.2.1", None),
        ("192.0.2.1:25", "192.0.2.1", Some((Service::Smtp, 25))),
        ("2001:db8::1", "2001:db8::1", None),
        ("[2001:db8::1]", "2001:db8::1", None),
        (
            "[2001:db8::1]:993",
            "2001:db8::1",
            Some((Service::Imaps, 993)),
        ),
        (
            "smtp://mx.example.com",
            "mx.example.com",
            Some((Service::Smtp, 25)),
        ),
        (
            "smtps://mx.example.com/",
            "mx.example.com",
            Some((Service::Submissions, 465)),
        ),
        ("imaps://host:10993", "host", Some((Service::Imaps, 10993))),
        (
            "pop3://[2001:db8::1]:1110",
            "2001:db8::1",
            Some((Service::Pop3, 1110)),
        ),
        ("bücher.example", "xn--bcher-kva.example", None),
        ("_dmarc.example.com", "_dmarc.example.com", None),
        // As other programs want it: names of ports, URLs that say only how to connect, the relay host of Postfix.
        (
            "smtp.example.com:smtp",
            "smtp.example.com",
            Some((Service::Smtp, 25)),
        ),
        (
            "smtp.example.com:submission",
            "smtp.example.com",
            Some((Service::Submission, 587)),
        ),
        (
            "ssl://smtp.example.com:465",
            "smtp.example.com",
            Some((Service::Submissions, 465)),
        ),
        (
            "tls://imap.example.com:993",
            "imap.example.com",
            Some((Service::Imaps, 993)),
        ),
        ("tcp://192.0.2.1:25", "192.0.2.1", Some((Service::Smtp, 25))),
        ("ssl://smtp.example.com", "smtp.example.com", None),
        (
            "[smtp.example.com]:587",
            "smtp.example.com",
            Some((Service::Submission, 587)),
        ),
        ("[192.0.2.1]:25", "192.0.2.1", Some((Service::Smtp, 25))),
        // An address that ends like a port, and is none without that end.
        ("2001:db8::25", "2001:db8::25", None),
        ("[2001:db8:113::25:587]", "2001:db8:113::25:587", None),
    ];
    for (typed, host, endpoint) in rows {
        let target = parse(typed);
        // What belongs to no name is left out.
        assert_eq!(target.typed, typed.trim_end_matches('/'));
        assert_eq!(target.host.to_string(), host, "{typed}");
        assert_eq!(
            target.endpoint.map(|e| (e.service, e.port)),
            endpoint,
            "{typed}"
        );
    }
}

#[test]
fn an_international_name_has_two_forms() {
    let Host::Name(name) = parse("xn--bcher-kva.example").host else {
        panic!("a name")
    };
    assert_eq!(name.unicode, "bücher.example");
    assert!(name.is_international());
}

#[test]
fn what_is_wrong_is_said_with_what_would_be_right() {
    let rows = [
        ("", "it is empty"),
        ("smtp..example.com", "nothing between two of its dots"),
        ("smtp example com", "letters, digits, hyphens"),
        ("-x.example.com", "letters, digits, hyphens"),
        ("host:0", "from 1 to 65535"),
        ("host:65536", "from 1 to 65535"),
        ("host:+25", "from 1 to 65535"),
        ("host:8080", "submission://host:8080"),
        ("ftp://host", "use smtp://"),
        ("https://mail.example.com/owa", "mailcheck mail.example.com"),
        ("http://mail.example.com", "for a browser"),
        ("smtp://host/path", "smtp://host"),
        (
            "smtp://me:secret@mail.example.com",
            "mailcheck mail.example.com",
        ),
        (
            "me:secret@mail.example.com",
            "--login --user NAME mail.example.com",
        ),
        ("@192.0.2.53", "--resolver 192.0.2.53"),
        ("smtp.example.com/587", "smtp.example.com:587"),
        ("smtp.example.com#587", "smtp.example.com:587"),
        ("smtp.example.com 587", "smtp.example.com:587"),
        ("smtp.example.com:25,587", "-s 25,587 smtp.example.com"),
        ("smtp.example.com:25:587", "-s 25,587 smtp.example.com"),
        ("smtp.example.com port 587", "smtp.example.com:587"),
        ("smtp.example.com (Port 587)", "smtp.example.com:587"),
        ("smtp.example.com Port: 587", "smtp.example.com:587"),
        ("smtp.example.com, port 587", "smtp.example.com:587"),
        ("imap.example.com : 993", "imap.example.com:993"),
        (
            "imap.example.com:993 (SSL/TLS)",
            "out: mailcheck imap.example.com:993",
        ),
        (
            "smtp.example.com:587/tls",
            "out: mailcheck smtp.example.com:587",
        ),
        (
            "smtp.example.com 587 STARTTLS",
            "out: mailcheck smtp.example.com:587",
        ),
        ("smtp.example.com:SSL", "out: mailcheck smtp.example.com"),
        ("smtp,example,com", "mailcheck smtp.example.com"),
        ("mail.example.com/owa", "for a browser"),
        (
            "outlook.example.com/EWS/Exchange.asmx",
            "mailcheck outlook.example.com",
        ),
        ("smtp:[mail.example.com]:587", "smtp://mail.example.com:587"),
        ("me@example.com:secret", "mailcheck example.com,"),
        ("smtp.example.com:587x", "from 1 to 65535"),
        (
            "a.example.com,b.example.com",
            "mailcheck a.example.com b.example.com",
        ),
        ("smtp:mail.example.com", "smtp://mail.example.com"),
        ("SMTP: mail.example.com", "smtp://mail.example.com"),
        ("smtp.example.com:25/tcp", "smtp.example.com:25"),
        ("2001:db8:113::25:587", "[2001:db8:113::25]:587"),
        ("2001:db8:113::25:587", "[2001:db8:113::25:587]"),
        ("fe80::1%eth0", "global address"),
        ("[::1", "[2001:db8::1]"),
        ("[::1]25", "[2001:db8::1]"),
        ("1:2:3", "[2001:db8::1]"),
        ("192.0.2", "four"),
        ("127.1", "four"),
        (&"a".repeat(64), "63 characters"),
        (&vec!["a".repeat(60); 5].join("."), "253 characters"),
    ];
    for (typed, says) in rows {
        let error = typed.parse::<Typed>().expect_err(typed).to_string();
        assert!(error.contains(says), "{typed}: {error}");
        assert!(!error.contains('\n'), "{typed}: one sentence");
    }
}

#[test]
fn the_first_label_promises_services() {
    let services = |name: &str| {
        let name: HostName = name.parse().expect("a name");
        name.promised_services()
            .into_iter()
            .map(Service::port)
            .collect::<Vec<_>>()
    };
    assert_eq!(services("smtp.example.com"), [25, 587, 465]);
    assert_eq!(services("smtp-mail.outlook.com"), [25, 587, 465]);
    assert_eq!(services("mx01.example.com"), [25, 587, 465]);
    assert_eq!(services("pop3.example.com"), [110, 995]);
    assert_eq!(services("imap.example.com"), [143, 993]);
    assert_eq!(
        services("mail.example.com"),
        [25, 587, 465, 110, 995, 143, 993]
    );
}
