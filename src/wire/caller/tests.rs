//! What servers say of their clients, as it is seen in public; addresses and names are those of documentation.

use super::*;

/// The server of every row, and another of its addresses.
const SERVERS: [&str; 2] = ["198.51.100.25", "2001:db8:25::1"];

fn servers() -> Vec<IpAddr> {
    let parsed = SERVERS.iter().map(|text| text.parse().expect("an address"));
    parsed.collect()
}

fn hello(said: &str, line: &str) -> Option<String> {
    let line = Text(line.as_bytes().to_vec());
    in_hello(&line, said, &servers()).map(|address| address.to_string())
}

#[test]
fn each_program_says_it_in_its_own_way() {
    let v4 = "203.0.113.5";
    let rows = [
        // Gmail.
        ("250-mx.google.com at your service, [203.0.113.5]", v4),
        (
            "250-mx.google.com at your service, [2001:db8:5::9]",
            "2001:db8:5::9",
        ),
        // Exchange and Exchange Online, also to HELO.
        (
            "250-AM5EUR02FT017.mail.protection.outlook.com Hello [203.0.113.5]",
            v4,
        ),
        (
            "250 BL2NAM06FT004.mail.protection.outlook.com Hello [203.0.113.5]",
            v4,
        ),
        // PHPMailer/PHPMailer#2076: with a blank at the end.
        ("250-exchange.example.local Hello [203.0.113.5] ", v4),
        // Exim, with the name that was said or the one that it found.
        (
            "250-mx.example.net Hello mail.example.org [203.0.113.5]",
            v4,
        ),
        (
            "250-mx.example.net Hello mail.example.org [2001:db8:5::9]",
            "2001:db8:5::9",
        ),
        // Sendmail, Proofpoint, Barracuda; some doubt the name.
        (
            "250-mx.example.net Hello mail.example.org [203.0.113.5], pleased to meet you",
            v4,
        ),
        (
            "250-mx0b-0001.pphosted.com Hello 5.cust.example.org [203.0.113.5] (may be forged), pleased to meet you",
            v4,
        ),
        (
            "250 mx.example.net Hello 203.0.113.5 [203.0.113.5] (may be forged), pleased to meet you",
            v4,
        ),
        // OpenSMTPD and sendmail write IPv6 as RFC 5321 section 4.1.3 does.
        (
            "250-mx.example.net Hello mail.example.org [IPv6:2001:db8:5::9], pleased to meet you",
            "2001:db8:5::9",
        ),
        (
            "250-mx.example.net Hello mail.example.org [ipv6:2001:DB8:5::9], pleased",
            "2001:db8:5::9",
        ),
        // Haraka.
        (
            "250-mail.example.net Hello Unknown [203.0.113.5], Haraka is at your service.",
            v4,
        ),
        (
            "250-mail.example.net Hello [203.0.113.5]Haraka is at your service.",
            v4,
        ),
        // qpsmtpd.
        ("250-mx.example.net Hi mail.example.org [203.0.113.5]", v4),
        // Domino.
        (
            "250-mx.example.net Hello mail.example.org ([203.0.113.5]), pleased to meet you",
            v4,
        ),
        // Apache James leaves a parenthesis over.
        (
            "250-mx.example.net Hello mail.example.org (mail.example.org [203.0.113.5])",
            v4,
        ),
        // MailEnable.
        (
            "250-mail.example.net [203.0.113.5], this server offers 4 extensions",
            v4,
        ),
        // Momentum and the MessageLabs of old, without brackets, with and without a port.
        ("250-mta7.example.net says EHLO to 203.0.113.5:63602", v4),
        ("250-edge.example.net says EHLO to 203.0.113.5", v4),
        (
            "250-edge.example.net says EHLO to [2001:db8:5::9]:63602",
            "2001:db8:5::9",
        ),
        // Zoho (jeremydumais/CPP-SMTPClient-library#28).
        (
            "250-mx.zohomail.com Hello mail.example.org (203.0.113.5 (203.0.113.5))",
            v4,
        ),
        (
            "250-mx.zohomail.com Hello mail.example.org (5.cust.example.org (203.0.113.5))",
            v4,
        ),
        // An IPv4 client at a socket for both families.
        (
            "250-mx.example.net Hello mail.example.org [::ffff:203.0.113.5]",
            v4,
        ),
        // Without the server's name.
        ("250-Hello [203.0.113.5]", v4),
        ("250-Hello, 203.0.113.5", v4),
        // What is not of the internet is said as well: what it is worth is decided elsewhere.
        (
            "250-exchange.example.local Hello [192.168.1.20]",
            "192.168.1.20",
        ),
    ];
    for (line, expected) in rows {
        assert_eq!(
            hello("mail.example.org", line).as_deref(),
            Some(expected),
            "{line}"
        );
    }
}

#[test]
fn what_the_client_called_itself_is_no_news() {
    let rows = [
        // Stalwart, maddy and others say back what they were told.
        (
            "[203.0.113.9]",
            "250-mx.example.net Hello [203.0.113.9]",
            None,
        ),
        (
            "[IPv6:2001:db8:5::9]",
            "250-mx.example.net Hello [IPv6:2001:db8:5::9]",
            None,
        ),
        (
            "[203.0.113.9]",
            "250-mx.example.net says EHLO to 203.0.113.9",
            None,
        ),
        (
            "[192.168.1.20]",
            "250-mx.example.net Hello [192.168.1.20]",
            None,
        ),
        // Exim and Zoho say both.
        (
            "[192.168.1.20]",
            "250-mx.example.net Hello [192.168.1.20] [203.0.113.5]",
            Some("203.0.113.5"),
        ),
        (
            "[192.168.1.20]",
            "250-mx.zohomail.com Hello [192.168.1.20] (5.cust.example.org (203.0.113.5))",
            Some("203.0.113.5"),
        ),
        // Both are the same: one of them was seen.
        (
            "[203.0.113.5]",
            "250-mx.example.net Hello [203.0.113.5] [203.0.113.5]",
            Some("203.0.113.5"),
        ),
    ];
    for (said, line, expected) in rows {
        assert_eq!(hello(said, line).as_deref(), expected, "{said}: {line}");
    }
}

#[test]
fn nothing_is_taken_for_the_client_that_may_be_something_else() {
    let lines = [
        // Postfix, qmail, Courier and most others say nothing of it.
        "250-mail.example.net",
        "250 mail.example.net",
        "250-mail.example.net Ok.",
        "250-SendCloud Inbound Server Hello, Haraka is at your service.",
        "250 Nice to meet you.",
        // The server itself.
        "250-[198.51.100.7] Hello",
        "250-198.51.100.7 Hello mail.example.org",
        "250-[198.51.100.7] Hello [198.51.100.7]",
        "250-mx.example.net [198.51.100.25] Hello mail.example.org",
        "250-mx.example.net [IPv6:2001:db8:25::1] Hello mail.example.org",
        // Version numbers.
        "250-mx.example.net MailServer 8.4.2.1 ready",
        "250-mx.example.net ESMTP (build 10.0.14393.0), hello",
        "250-mx.example.net Hello mail.example.org, this is 6.5.4.3.",
        "250-mx.example.net Hello mail.example.org, MailServer (8.4.2.1)",
        // Who greets, and not who is greeted.
        "250-mx.example.net greetings from 198.51.100.7:25",
        "250-mx.example.net you have come to 198.51.100.7",
        "250-mx.example.net Welcome to 198.51.100.7",
        // Names that begin like an address.
        "250-mx.example.net Hello 203.0.113.5.static.example.org",
        "250-mx.example.net Hello ip-203-0-113-5.example.org",
        // Two, and nobody knows which.
        "250-mx.example.net Hello [203.0.113.5] via [203.0.113.77]",
        "250-mx.example.net Hello [192.168.1.20] via [203.0.113.5]",
        // What is no address.
        "250-mx.example.net Hello [mail.example.org]",
        "250-mx.example.net Hello [203.0.113.500]",
        "250-mx.example.net Hello [203.0.113.5",
        "250-mx.example.net Hello 203.0.113.5]",
        "250-mx.example.net Hello []",
        "250-mx.example.net Hello [IPv6:]",
        "250-mx.example.net Hello [xx.xx.xxx.xxx]",
        "250-",
        "250",
        "25",
        "",
        "Hello [203.0.113.5]",
        "2x0-mx.example.net Hello [203.0.113.5]",
    ];
    for line in lines {
        assert_eq!(hello("mail.example.org", line), None, "{line}");
    }
}

#[test]
fn hostile_lines_are_bounded() {
    let lines = [
        format!("250-mx Hello {}[203.0.113.5]", " ".repeat(600)),
        format!("250-mx Hello {}", "[".repeat(100_000)),
        format!("250-mx Hello [{}]", "1".repeat(100)),
        format!("250-mx Hello [{}", "203.0.113.5 ".repeat(10_000)),
        "250-mx Hello \u{202e}[203.0.113.5\u{0}]".to_owned(),
        "250-mx Hello [203.0.113.5\u{a0}\u{1b}[31m".to_owned(),
        "25é-mx Hello [203.0.113.5]".to_owned(),
    ];
    for line in lines {
        assert_eq!(hello("mail.example.org", &line), None);
    }
    let binary = Text(b"250-mx \xff\xfe Hello [203.0.113.5]\xff".to_vec());
    assert!(in_hello(&binary, "a.example", &[]).is_some());
}

#[test]
fn who_is_refused_is_named_in_brackets() {
    let rows: [(&[&str], Option<&str>); 10] = [
        (
            &[
                "554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org",
            ],
            Some("203.0.113.5"),
        ),
        // Gmail pads the address.
        (
            &[
                "421-4.7.0 [203.0.113.5      15] Our system has detected an unusual rate of",
                "421 4.7.0 mail.",
            ],
            Some("203.0.113.5"),
        ),
        (
            &["550 5.7.606 Access denied, banned sending IP [203.0.113.5]. To request removal"],
            Some("203.0.113.5"),
        ),
        (
            &[
                "550-[203.0.113.5] is not allowed",
                "550 [203.0.113.5] see the site",
            ],
            Some("203.0.113.5"),
        ),
        (
            &["554 mx.example.net [198.51.100.25] refuses [203.0.113.5]"],
            Some("203.0.113.5"),
        ),
        (
            &["554 IPv6 [2001:db8:5::9] has no reverse name"],
            Some("2001:db8:5::9"),
        ),
        (&["554 [203.0.113.5] and [203.0.113.6]"], None),
        (&["554 mx.example.net [198.51.100.25] no service"], None),
        (&["554 5.7.1 203.0.113.5 blocked"], None),
        (&[], None),
    ];
    for (lines, expected) in rows {
        let texts: Vec<Text> = lines
            .iter()
            .map(|line| Text(line.as_bytes().to_vec()))
            .collect();
        let found = in_refusal(&texts, &servers()).map(|address| address.to_string());
        assert_eq!(found.as_deref(), expected, "{lines:?}");
    }
}
