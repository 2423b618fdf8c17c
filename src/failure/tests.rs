//! Tables: what comes to which class, with which numbers.

use super::*;
use crate::codes::Os;
use crate::service::Protocol;
use crate::wire::Text;

fn os(os: Os, code: i32) -> Trouble {
    Trouble::Os(OsError {
        os,
        code: Some(code),
        text: String::new(),
        icmp: None,
    })
}

fn icmp(v6: bool, kind: u8, code: u8) -> Trouble {
    let icmp = Some(Icmp {
        kind,
        code,
        from: None,
        v6,
    });
    Trouble::Os(OsError {
        os: Os::Linux,
        code: Some(113),
        text: String::new(),
        icmp,
    })
}

fn at(stage: Stage, trouble: Trouble) -> Failure {
    Failure::new(stage, trouble, Duration::ZERO)
}

#[test]
fn refused_is_not_taken_for_a_timeout() {
    for (os_kind, refused, timed_out) in [
        (Os::Linux, 111, 110),
        (Os::MacOs, 61, 60),
        (Os::Windows, 10061, 10060),
    ] {
        let refused = at(Stage::Connect, os(os_kind, refused));
        let timed_out = at(Stage::Connect, os(os_kind, timed_out));
        assert_eq!(
            (refused.class, timed_out.class),
            (Class::Refused, Class::Timeout)
        );
        assert_eq!(refused.winsock(), Some((10061, "WSAECONNREFUSED")));
        assert_eq!(timed_out.winsock(), Some((10060, "WSAETIMEDOUT")));
    }
}

#[test]
fn a_reset_is_not_taken_for_a_refusal_of_the_connect() {
    for (os_kind, refused, reset) in [
        (Os::Linux, 111, 104),
        (Os::MacOs, 61, 54),
        (Os::Windows, 10061, 10054),
    ] {
        assert!(os(os_kind, reset).is_reset_of_a_connection());
        assert!(!os(os_kind, refused).is_reset_of_a_connection());
    }
    assert!(!icmp(false, 3, 13).is_reset_of_a_connection());
}

#[test]
fn numbers_of_three_systems_mean_the_same() {
    use Class::{Local, Prohibited, Refused, Reset, Timeout, Unreachable};
    let rows = [
        (110, 60, 10060, Timeout, Some(10060)),
        (111, 61, 10061, Refused, Some(10061)),
        (112, 64, 10064, Unreachable, Some(10064)),
        (113, 65, 10065, Unreachable, Some(10065)),
        (101, 51, 10051, Unreachable, Some(10051)),
        (100, 50, 10050, Unreachable, Some(10050)),
        (13, 13, 10013, Prohibited, Some(10013)),
        (104, 54, 10054, Reset, Some(10054)),
        (103, 53, 10053, Reset, Some(10053)),
        (102, 52, 10052, Reset, Some(10052)),
        (24, 24, 10024, Local, Some(10024)),
        (99, 49, 10049, Local, Some(10049)),
        (22, 22, 10022, Local, Some(10022)),
        (105, 55, 10055, Local, Some(10055)),
    ];
    for (linux, macos, windows, class, winsock) in rows {
        for (kind, code) in [
            (Os::Linux, linux),
            (Os::MacOs, macos),
            (Os::Windows, windows),
        ] {
            let failure = at(Stage::Connect, os(kind, code));
            assert_eq!(failure.class, class, "{kind:?} {code}");
            assert_eq!(
                failure.winsock().map(|(n, _)| n),
                winsock,
                "{kind:?} {code}"
            );
            let (shown, name) = failure.os_error().expect("the system gave a number");
            assert_eq!(shown, code);
            assert!(name.contains('E'), "{kind:?} {code}: {name}");
        }
    }
    // Numbers that only one system has.
    assert_eq!(at(Stage::Connect, os(Os::Linux, 1)).class, Prohibited);
    assert_eq!(
        at(Stage::Connect, os(Os::Linux, 1))
            .winsock()
            .map(|(n, _)| n),
        Some(10013)
    );
    assert_eq!(at(Stage::Connect, os(Os::Linux, 64)).class, Unreachable);
    assert_eq!(at(Stage::Connect, os(Os::Windows, 64)).class, Reset);
    assert_eq!(at(Stage::Connect, os(Os::Windows, 1225)).class, Refused);
    assert_eq!(at(Stage::Greeting, os(Os::Linux, 32)).class, Reset);
    assert_eq!(at(Stage::Connect, os(Os::Linux, 99_999)).class, Local);
}

#[test]
fn the_icmp_message_knows_better_than_errno() {
    let rows = [
        (false, 3, 0, Class::Unreachable),
        (false, 3, 1, Class::Unreachable),
        (false, 3, 2, Class::Unreachable),
        (false, 3, 3, Class::Refused),
        (false, 3, 9, Class::Prohibited),
        (false, 3, 10, Class::Prohibited),
        (false, 3, 13, Class::Prohibited),
        (false, 11, 0, Class::Unreachable),
        (true, 1, 0, Class::Unreachable),
        (true, 1, 1, Class::Prohibited),
        (true, 1, 3, Class::Unreachable),
        (true, 1, 4, Class::Refused),
        (true, 1, 5, Class::Prohibited),
        (true, 1, 6, Class::Prohibited),
        (true, 3, 0, Class::Unreachable),
    ];
    for (v6, kind, code, class) in rows {
        assert_eq!(
            at(Stage::Connect, icmp(v6, kind, code)).class,
            class,
            "{v6} {kind}/{code}"
        );
    }
}

#[test]
fn our_own_clock_has_a_winsock_twin_and_no_errno() {
    let clock = Trouble::Clock {
        limit: Duration::from_secs(10),
        received: Text(Vec::new()),
    };
    let failure = at(Stage::Connect, clock);
    assert_eq!(failure.class, Class::Timeout);
    assert_eq!(failure.winsock().map(|(n, _)| n), Some(10060));
    assert_eq!(failure.os_error(), None);

    let deadline = at(
        Stage::Connect,
        Trouble::Deadline {
            received: Text(Vec::new()),
        },
    );
    assert_eq!(
        (deadline.class, deadline.winsock()),
        (Class::Deadline, None)
    );
    assert_eq!(
        deadline.class.reported(),
        "timeout",
        "as the formats promise"
    );
}

#[test]
fn a_hang_up_a_silence_and_a_refusal_are_three_things() {
    let empty = || Text(Vec::new());
    let silence = Trouble::Clock {
        limit: Duration::ZERO,
        received: empty(),
    };
    let hang_up = Trouble::Closed { received: empty() };
    let refusal = rejected("421 4.7.0 too many connections");
    let classes = [silence, hang_up, refusal].map(|trouble| at(Stage::Greeting, trouble).class);
    assert_eq!(classes, [Class::Timeout, Class::Closed, Class::Rejected]);
}

fn rejected(line: &str) -> Trouble {
    let reply = vec![Text(line.as_bytes().to_vec())];
    Trouble::Rejected(Rejection {
        reply,
        permanence: Permanence::Permanent,
    })
}

#[test]
fn resolve_troubles_have_the_numbers_of_getaddrinfo() {
    let rows = [
        (ResolveTrouble::NotFound, Class::NotFound, Some(11001)),
        (ResolveTrouble::NoData, Class::NoData, Some(11004)),
        (ResolveTrouble::ServFail, Class::DnsFailure, Some(11002)),
        (ResolveTrouble::Refused, Class::DnsFailure, Some(11003)),
        (ResolveTrouble::Rcode(4), Class::DnsFailure, Some(11003)),
        (ResolveTrouble::Timeout, Class::Timeout, Some(11002)),
        (ResolveTrouble::TcpBlocked, Class::DnsFailure, Some(11002)),
        (ResolveTrouble::AliasLoop, Class::DnsFailure, Some(11003)),
        (ResolveTrouble::Malformed, Class::DnsFailure, Some(11003)),
        (ResolveTrouble::NoResolver, Class::DnsFailure, Some(11002)),
        (ResolveTrouble::Deadline, Class::Deadline, None),
    ];
    for (trouble, class, winsock) in rows {
        let failure = at(Stage::Resolve, Trouble::Resolve(trouble.clone()));
        assert_eq!(failure.class, class, "{trouble:?}");
        assert_eq!(failure.winsock().map(|(n, _)| n), winsock, "{trouble:?}");
        assert_eq!(
            failure.outlook(Protocol::Smtp),
            [0x800C_CC0D],
            "{trouble:?}"
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn what_outlook_shows() {
    let clock = || Trouble::Clock {
        limit: Duration::ZERO,
        received: Text(Vec::new()),
    };
    let closed = || Trouble::Closed {
        received: Text(Vec::new()),
    };
    let tls = || Trouble::Tls(TlsTrouble::Alert { description: 40 });
    let malformed = || Trouble::Malformed {
        received: Text(Vec::new()),
        speaks: None,
    };
    let rows: Vec<(Stage, Trouble, Protocol, &[u32])> = vec![
        (
            Stage::Connect,
            clock(),
            Protocol::Smtp,
            &[0x800C_CC0E, 0x8004_2109],
        ),
        (
            Stage::Connect,
            clock(),
            Protocol::Pop3,
            &[0x800C_CC0E, 0x8004_2108],
        ),
        (
            Stage::Connect,
            os(Os::Linux, 111),
            Protocol::Imap,
            &[0x800C_CC0E],
        ),
        (
            Stage::Connect,
            os(Os::Linux, 24),
            Protocol::Imap,
            &[0x800C_CC15],
        ),
        (
            Stage::Greeting,
            clock(),
            Protocol::Smtp,
            &[0x800C_CC19, 0x8004_210B],
        ),
        (
            Stage::Greeting,
            clock(),
            Protocol::Pop3,
            &[0x800C_CC19, 0x8004_210A],
        ),
        (Stage::Greeting, closed(), Protocol::Imap, &[0x800C_CC0F]),
        (
            Stage::Tls,
            os(Os::Linux, 104),
            Protocol::Imap,
            &[0x800C_CC0F],
        ),
        (Stage::Tls, tls(), Protocol::Imap, &[0x800C_CC1A]),
        (
            Stage::Starttls,
            Trouble::NotOffered,
            Protocol::Smtp,
            &[0x800C_CC7D],
        ),
        (Stage::Greeting, malformed(), Protocol::Imap, &[0x800C_CCD5]),
        (Stage::Greeting, malformed(), Protocol::Pop3, &[0x800C_CC93]),
        (Stage::Greeting, malformed(), Protocol::Smtp, &[0x800C_CC61]),
        (
            Stage::Greeting,
            rejected("421 later"),
            Protocol::Smtp,
            &[0x800C_CC67],
        ),
        (
            Stage::Greeting,
            rejected("554 no"),
            Protocol::Smtp,
            &[0x800C_CC6F],
        ),
        (
            Stage::Starttls,
            rejected("454 no"),
            Protocol::Smtp,
            &[0x800C_CC7F],
        ),
        (
            Stage::Greeting,
            rejected("-ERR no"),
            Protocol::Pop3,
            &[0x800C_CC90],
        ),
        (
            Stage::Greeting,
            rejected("* BYE no"),
            Protocol::Imap,
            &[0x800C_CCD9],
        ),
        (
            Stage::Capabilities,
            rejected("* BYE no"),
            Protocol::Imap,
            &[0x800C_CCDD],
        ),
        (
            Stage::Starttls,
            rejected("a1 BAD no"),
            Protocol::Imap,
            &[0x800C_CCD3],
        ),
        (
            Stage::Starttls,
            rejected("a1 NO no"),
            Protocol::Imap,
            &[0x800C_CCD2],
        ),
    ];
    for (stage, trouble, protocol, codes) in rows {
        let failure = at(stage, trouble.clone());
        assert_eq!(failure.outlook(protocol), codes, "{stage} {trouble:?}");
    }
    let problems = vec![
        CertificateProblem::Expired {
            index: 0,
            not_after: 0,
        },
        CertificateProblem::NameMismatch {
            expected: "a".into(),
            names: vec![],
        },
        CertificateProblem::Expired {
            index: 1,
            not_after: 0,
        },
    ];
    let failure = at(Stage::Certificate, Trouble::Certificate(problems));
    assert_eq!(failure.class, Class::Certificate);
    assert_eq!(
        failure.outlook(Protocol::Imap),
        [0x800C_CC1A, 0x800C_CC02, 0x800C_CC01]
    );
}
