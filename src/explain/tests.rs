mod lines;
mod locale;

use super::*;
use crate::codes::phrases::{self, Means, Weight};
use crate::codes::{hresult, icmp, imap, outlook, pop3, resolver, socket, tls};
use crate::words::Lang;

fn words() -> Words {
    Words::new(Lang::En)
}

thread_local! {
    static WORDS: Words = words();
}

fn explain(query: &str) -> Answer {
    WORDS.with(|words| super::explain(query, words))
}

fn page(query: &str) -> String {
    WORDS.with(|words| super::explain(query, words).render(words, 80))
}

/// The kinds and codes of a query's readings.
fn readings(query: &str) -> Vec<(Kind, String)> {
    let answer = explain(query);
    answer
        .readings
        .into_iter()
        .map(|reading| (reading.kind, reading.code))
        .collect()
}

fn codes(query: &str) -> Vec<String> {
    readings(query).into_iter().map(|(_, code)| code).collect()
}

#[test]
fn every_number_and_name_of_the_tables_is_explained() {
    for row in socket::TABLE {
        for (code, name) in [row.linux, row.macos, row.winsock].into_iter().flatten() {
            for query in [code.to_string(), name.to_owned(), name.to_lowercase()] {
                assert!(
                    explain(&query)
                        .readings
                        .iter()
                        .any(|reading| reading.words == row.words),
                    "{query}"
                );
            }
        }
    }
    for row in resolver::TABLE {
        for (code, name) in [row.linux, row.macos, row.winsock].into_iter().flatten() {
            for query in [code.to_string(), name.to_owned()] {
                assert!(
                    explain(&query)
                        .readings
                        .iter()
                        .any(|reading| reading.words == row.words),
                    "{query}"
                );
            }
        }
    }
    for row in outlook::TABLE {
        let hex = outlook::text(row.code);
        let signed = row.code.cast_signed().to_string();
        for query in [hex.clone(), hex.to_lowercase(), hex[2..].to_owned(), signed] {
            assert_eq!(explain(&query).readings[0].words, row.words, "{query}");
        }
    }
    for row in hresult::INTERNET {
        let carried = outlook::text(hresult::from_win32(row.number).unwrap());
        for query in [row.number.to_string(), row.name.to_owned(), carried] {
            assert_eq!(explain(&query).readings[0].words, row.words, "{query}");
        }
    }
    for row in icmp::TABLE {
        let family = if row.family == Family::V6 {
            "icmpv6"
        } else {
            "icmp"
        };
        let answer = explain(&format!("{family} {}/{}", row.kind, row.code));
        assert!(answer.readings.iter().any(|reading| reading.words == row.words && reading.kind == Kind::Icmp(row.family)));
    }
    for row in tls::ALERTS {
        for query in [
            row.name.to_owned(),
            format!("alert {}", row.name.replace('_', " ")),
            format!("SSL alert number {}", row.number),
        ] {
            assert!(
                explain(&query)
                    .readings
                    .iter()
                    .any(|reading| reading.words == row.words),
                "{query}"
            );
        }
    }
    for (name, words) in pop3::TABLE.iter().chain(imap::TABLE) {
        for query in [
            (*name).to_owned(),
            format!("[{name}]"),
            format!("a1 NO [{name}] text"),
        ] {
            assert!(
                explain(&query)
                    .readings
                    .iter()
                    .any(|reading| reading.words == *words),
                "{query}"
            );
        }
    }
}

#[test]
fn a_number_with_several_meanings_shows_them_all() {
    assert_eq!(
        codes("110"),
        ["110 ETIMEDOUT", "110 unsupported_extension", "110"]
    );
    assert_eq!(codes("13"), ["13 EACCES"]);
    assert_eq!(codes("timeout"), ["ETIMEDOUT"]);
    assert_eq!(codes("REFUSED"), ["ECONNREFUSED", "5 REFUSED"]);
    assert_eq!(
        codes("64"),
        ["64 ERROR_NETNAME_DELETED", "64 ENONET", "64 EHOSTDOWN"]
    );
    assert_eq!(readings("587"), [(Kind::Port, "587".to_owned())]);
    assert_eq!(readings("499"), [(Kind::SmtpReply, "499".to_owned())]);
    assert_eq!(explain("64").notes, [Note::SeveralReadings]);
    assert_eq!(explain("10060").notes, []);
}

#[test]
fn negative_numbers_are_resolver_errors_or_result_codes() {
    assert_eq!(
        readings("-3"),
        [(Kind::Resolver(Os::Linux), "-3 EAI_AGAIN".to_owned())]
    );
    assert_eq!(codes("-2146644978"), ["0x800CCC0E IXP_E_FAILED_TO_CONNECT"]);
    assert_eq!(codes("2148322318"), ["0x800CCC0E IXP_E_FAILED_TO_CONNECT"]);
}

#[test]
fn a_result_code_is_read_by_the_number_it_carries() {
    assert_eq!(codes("0x8007274C"), ["0x8007274C = 10060 WSAETIMEDOUT"]);
    assert_eq!(
        codes("0x80072AF9"),
        ["0x80072AF9 = 11001 WSAHOST_NOT_FOUND"]
    );
    assert_eq!(
        codes("0x80072EE2"),
        ["0x80072EE2 = 12002 ERROR_INTERNET_TIMEOUT"]
    );
    assert_eq!(codes("0x80090325"), ["0x80090325 SEC_E_UNTRUSTED_ROOT"]);
    assert_eq!(
        codes("0x800CCC69"),
        ["0x800CCC69 IXP_E_SMTP_550_MAILBOX_NOT_FOUND", "550"]
    );
}

#[test]
fn in_a_report_the_socket_error_comes_first() {
    let report = "The connection to the server has failed. Account: 'me', Server: 'mail.antispam.example', Protocol: SMTP, \
                  Port: 25, Secure(SSL): No, Socket Error: 10061, Error Number: 0x800CCC0E";
    let expected = [
        "10061 WSAECONNREFUSED",
        "0x800CCC0E IXP_E_FAILED_TO_CONNECT",
    ];
    assert_eq!(codes(report), expected);
    assert_eq!(codes("套接字错误: 10061，错误号: 0x800CCC0E"), expected);
    assert_eq!(
        codes("Error Number: 0x800CCC0E, Socket Error: 10061"),
        expected
    );
}

#[test]
fn a_port_or_a_size_in_a_report_is_no_error() {
    assert_eq!(codes("Port: 110, size 550 bytes, waited 60 s"), [""; 0]);
    assert_eq!(codes("version 2.3.4 of Dovecot at 192.0.2.1"), [""; 0]);
}

#[test]
fn a_reply_is_read_by_its_text_first() {
    let block =
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org";
    let answer = explain(block);
    assert_eq!(answer.notes, [Note::ConnectionWorks]);
    let shown: Vec<_> = answer
        .readings
        .iter()
        .map(|r| (r.words.as_str(), r.brief))
        .collect();
    assert_eq!(
        shown,
        [
            ("code-text-block-list", false),
            ("code-enhanced-7-1", true),
            ("code-smtp-554", true)
        ]
    );
    for (query, words) in [
        (
            "454 4.7.1 <a@example.org>: Relay access denied",
            "code-text-relay-denied",
        ),
        (
            "-ERR [IN-USE] Mailbox is locked by another POP3 session",
            "code-text-mailbox-locked",
        ),
        ("-ERR [SYS/TEMP] Internal error", "code-pop3-sys-temp"),
        ("-ERR no", "code-pop3-err"),
        ("* BYE", "code-imap-bye"),
        (
            "* BYE Too many connections",
            "code-text-too-many-connections",
        ),
        (
            "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)",
            "code-text-credentials-refused",
        ),
        ("a001 NO [UNAVAILABLE] Try later", "code-imap-unavailable"),
        ("a1 BAD what", "code-imap-bad"),
        (
            "550-5.7.26 Unauthenticated email\n550 5.7.26 is not accepted due to domain's DMARC policy",
            "code-text-dmarc-failed",
        ),
        (
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
            "code-text-basic-auth-disabled",
        ),
        (
            "The server responded: 550 relay not permitted",
            "code-text-relay-denied",
        ),
        ("220 ***************2**0*", "code-text-masked-by-firewall"),
    ] {
        assert_eq!(explain(query).readings[0].words, words, "{query}");
    }
    let outlook = "reported error (0x8004210B) : 'The operation timed out waiting for a response from the sending (SMTP) server. \
                   The server responded: 451 4.7.1 Greylisting in action'";
    assert_eq!(codes(outlook), ["", "4.7.1", "451", "0x8004210B"]);
    assert_eq!(explain("* BYE Autologout").notes, [Note::ConnectionWorks]);
    // A text without a code may come from anywhere.
    assert_eq!(
        readings("access denied"),
        [(Kind::ReplyText, String::new())]
    );
    assert_eq!(explain("access denied").notes, []);
    // The same code in both lines of a reply is one reading.
    assert_eq!(codes("550-5.1.1 a\n550 5.1.1 b"), ["5.1.1", "550"]);
}

#[test]
fn system_messages_are_read_in_english_and_in_chinese() {
    for group in phrases::groups() {
        let words = match group.means {
            Means::Socket(condition) => condition.words(),
            Means::Resolver(failure) => failure.words(),
            _ => continue,
        };
        for fragment in group.fragments {
            let said = fragment.replace('*', " x ");
            let answer = explain(&format!("mail: {said}!"));
            assert!(
                group.weight == Weight::Plain
                    || answer.readings.iter().any(|reading| reading.words == words),
                "{fragment}: {:?}",
                answer.readings
            );
        }
    }
    // A message and its number are one thing.
    assert_eq!(
        codes("Connection refused (os error 111)"),
        ["111 ECONNREFUSED"]
    );
    assert_eq!(
        codes("[WinError 10060] 由于连接方在一段时间后没有正确答复"),
        ["10060 WSAETIMEDOUT"]
    );
}

#[test]
fn log_lines_of_mail_servers_and_tls_libraries_are_read() {
    let bounce = "to=<a@example.org>, dsn=5.1.1, status=bounced (host mx[192.0.2.1] said: 550-5.1.1 <a@example.org>: User unknown)";
    assert_eq!(
        explain(bounce).readings[0].words,
        "code-text-mailbox-unknown"
    );
    assert_eq!(codes(bounce), ["", "5.1.1", "550"]);
    assert_eq!(
        codes("Diagnostic-Code: smtp; 550 5.1.1 a"),
        ["5.1.1", "550"]
    );
    let refused = "connect to mx.example.org[192.0.2.1]:25: Connection refused";
    assert_eq!(
        explain(refused).readings[0].words,
        "code-socket-connection-refused"
    );
    for line in [
        "error:0A000410:SSL routines::sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:SSL alert number 40",
        "received fatal alert: HandshakeFailure",
        "SSL_connect error: tlsv1 alert handshake failure",
    ] {
        assert_eq!(codes(line), ["40 handshake_failure"], "{line}");
    }
    assert_eq!(
        codes("tls alert bad certificate status response seen"),
        ["113 bad_certificate_status_response"]
    );
    assert_eq!(codes("handshake failure"), ["40 handshake_failure"]);
    assert_eq!(codes("errno=113"), ["113 EHOSTUNREACH"]);
    assert_eq!(codes("rcode=3"), ["3 NXDOMAIN"]);
    assert_eq!(codes("the alert was seen at noon"), [""; 0]);
}

#[test]
fn icmp_has_several_spellings() {
    for query in [
        "icmp 3/13",
        "ICMP 3 13",
        "icmp type 3 code 13",
        "ICMP type 3, code 13",
        "3/13",
    ] {
        assert_eq!(
            codes(query),
            ["3/13 communication administratively prohibited"],
            "{query}"
        );
    }
    assert_eq!(readings("icmpv6 1/1")[0].0, Kind::Icmp(Family::V6));
    assert_eq!(
        readings("icmpv6 type 1 code 1")[0].0,
        Kind::Icmp(Family::V6)
    );
}

#[test]
fn dns_and_labelled_numbers_are_read() {
    assert_eq!(codes("NXDOMAIN"), ["3 NXDOMAIN"]);
    assert_eq!(codes("rcode 2"), ["2 SERVFAIL"]);
    assert_eq!(codes("EDE 22"), ["22 No Reachable Authority"]);
    assert_eq!(codes("DNSSEC Bogus"), ["6 DNSSEC Bogus"]);
    assert_eq!(codes("status: SERVFAIL"), ["2 SERVFAIL"]);
    assert_eq!(codes("error 10060"), ["10060 WSAETIMEDOUT"]);
    assert_eq!(codes("error 550"), ["550"]);
}

#[test]
fn a_finding_has_a_page_where_the_locale_has_one() {
    assert_eq!(
        readings("port-25-blocked"),
        [(Kind::Finding, "port-25-blocked".to_owned())]
    );
    assert!(explain("port-25-blocked").is_known());
    assert!(!explain("port-26-blocked").is_known());
    assert!(page("port-26-blocked").contains("in no table"));
}

#[test]
fn any_query_has_a_page_of_eighty_columns_that_does_not_repeat_it() {
    let long = "x ".repeat(50_000);
    let hostile = [
        "",
        " ",
        "\u{1b}[31mred",
        "[",
        "[[[[",
        "-",
        "0x",
        "0xZZ",
        "9".repeat(40).as_str(),
        "\u{202e}abc",
        "é/é",
        "55é",
        "-ERR [\u{1b}]",
        "* BYE \u{7}",
        "999",
        "12999",
        "10099",
        "0x80071234",
        "0x12345678",
        "-99999",
        "5.7.1.1",
        "icmp",
        "icmp 300/1",
    ]
    .map(ToOwned::to_owned);
    let tables = ["10060", "110", "0x800CCC0E", "550", "-ERR [AUTH] no"].map(ToOwned::to_owned);
    for query in hostile.into_iter().chain(tables).chain([long]) {
        let answer = explain(&query);
        assert!(answer.query.len() <= MAX_QUERY + 1);
        let page = WORDS.with(|words| answer.render(words, 80));
        assert!(
            page.ends_with('\n') && page.lines().all(|line| line.chars().count() <= 80),
            "{query}: {page}"
        );
        assert!(
            !page.chars().any(|c| c.is_control() && c != '\n'),
            "{query}"
        );
    }
}

#[test]
fn a_report_full_of_numbers_is_bounded() {
    let numbers: Vec<_> = (10_004..10_112)
        .map(|number| format!("error {number}"))
        .collect();
    let report = numbers.join(" ");
    assert_eq!(explain(&report).readings.len(), MAX_READINGS);
}

macro_rules! snapshot {
    ($name:ident, $query:literal) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(page($query));
        }
    };
}

snapshot!(page_10060, "10060");
snapshot!(page_etimedout, "ETIMEDOUT");
snapshot!(page_110, "110");
snapshot!(page_outlook, "800CCC0E");
snapshot!(
    page_outlook_report,
    "Protocol: SMTP, Port: 25, Socket Error: 10061, Error Number: 0x800CCC0E"
);
snapshot!(page_hresult, "0x8007274C");
snapshot!(page_550, "550");
snapshot!(page_5_7_1, "5.7.1");
snapshot!(
    page_block_list,
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"
);
snapshot!(page_eai_again, "EAI_AGAIN");
snapshot!(page_imap_code, "AUTHENTICATIONFAILED");
snapshot!(page_alert, "handshake_failure");
snapshot!(page_icmp, "icmp 3/13");
snapshot!(page_finding, "port-25-blocked");
snapshot!(page_unknown, "frobnicate");
snapshot!(page_unknown_result_code, "0x80071234");

#[test]
fn a_page_fits_a_narrow_terminal() {
    use unicode_width::UnicodeWidthStr;
    for query in ["10060", "0x8007274C", "port-25-blocked", "nonsense"] {
        let page = WORDS.with(|words| super::explain(query, words).render(words, 40));
        for line in page.lines() {
            assert!(line.width() <= 40, "{query}: {line}");
        }
    }
}
