use super::*;
use crate::mta_sts::{record, reports};

fn right(document: &str) -> Policy {
    let read = read(document.as_bytes());
    assert_eq!(read.mistakes, [], "{document}");
    read.policy.expect(document)
}

#[test]
fn the_example_of_the_rfc_is_read() {
    // RFC 8461 section 3.2.
    let policy = right(
        "version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.example.net\nmx: backupmx.example.com\nmax_age: 604800\n",
    );
    assert_eq!(policy.mode, Mode::Enforce);
    assert_eq!(policy.max_age, 604_800);
    let patterns: Vec<String> = policy.patterns.iter().map(ToString::to_string).collect();
    assert_eq!(
        patterns,
        ["mail.example.com", "*.example.net", "backupmx.example.com"]
    );
}

#[test]
fn what_is_right_is_not_blamed() {
    // internetstandards/Internet.nl and mailinabox#1861: validators that want CRLF are wrong.
    for document in [
        "version: STSv1\r\nmode: testing\r\nmx: a.example\r\nmax_age: 86400\r\n",
        "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 86400",
        "version: STSv1\nmode: testing\r\nmx: a.example\nmax_age: 86400\r\n",
        "version:STSv1\nmode:\tenforce\nmx:  *.a.example  \nmax_age: 0\t\n",
        "max_age: 31557600\nmx: a.example\nmode: none\nversion: STSv1\n",
        "version: STSv1\nmode: none\nmax_age: 86400\n",
        "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 0000604800\n",
        // Extensions, and blank lines at the end.
        "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 1\nx-note: gr\u{fc}\u{df}e: a\n\n\r\n",
        "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 1\nmail: x\nnote: y\nage: 5\n",
    ] {
        right(document);
    }
}

const HEAD: &str = "version: STSv1\nmode: enforce\n";

/// A document, whether senders can use it, and its mistakes: fault, line, column.
type Row = (String, bool, Vec<(Fault, usize, usize)>);

/// Every mistake that has been seen, and its kin.
#[expect(clippy::too_many_lines, reason = "a table")]
fn mistakes() -> Vec<Row> {
    vec![
        // Zuplu/postfix-tlspol#95.
        (
            format!("{HEAD}nmx: mx0.sc-host.de\nmax_age: 604800\n"),
            false,
            vec![(Fault::Misspelt(Key::Mx), 3, 1)],
        ),
        (
            format!("{HEAD}mx: a.example\nMX: b.example\nmax_age: 1\n"),
            true,
            vec![(Fault::Misspelt(Key::Mx), 4, 1)],
        ),
        (
            "version: STSv1\nMode: enforce\nmx: a.example\nmax-age: 1".to_owned(),
            false,
            vec![
                (Fault::Misspelt(Key::Mode), 2, 1),
                (Fault::Misspelt(Key::MaxAge), 4, 1),
            ],
        ),
        (
            "versoin: STSv1\nmode: enforce\nmx: a.example\nmax_age: 1".to_owned(),
            false,
            vec![(Fault::Misspelt(Key::Version), 1, 1)],
        ),
        (
            " version: STSv1\nmode: enforce\nmx: a.example\nmaxage: 1".to_owned(),
            false,
            vec![
                (Fault::Misspelt(Key::Version), 1, 1),
                (Fault::Misspelt(Key::MaxAge), 4, 1),
            ],
        ),
        (
            "mode: enforce\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::Missing(Key::Version), 4, 1)],
        ),
        (
            "version: STSv1\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::Missing(Key::Mode), 4, 1)],
        ),
        (
            format!("{HEAD}mx: a.example\n"),
            false,
            vec![(Fault::Missing(Key::MaxAge), 4, 1)],
        ),
        (
            format!("{HEAD}max_age: 604800\n"),
            false,
            vec![(Fault::Missing(Key::Mx), 4, 1)],
        ),
        (
            "version: STSv2\nmode: enforce\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::VersionUnknown, 1, 10)],
        ),
        (
            "version: stsv1\nmode: enforce\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::VersionUnknown, 1, 10)],
        ),
        (
            "version: STSv1\nmode: Enforce\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::ModeUnknown, 2, 7)],
        ),
        // The word of the early drafts (mrisher/smtp-sts#85).
        (
            "version: STSv1\nmode: report\nmx: a.example\nmax_age: 1\n".to_owned(),
            false,
            vec![(Fault::ModeUnknown, 2, 7)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age: 7d\n"),
            false,
            vec![(Fault::MaxAgeNoNumber, 4, 10)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age: -1\n"),
            false,
            vec![(Fault::MaxAgeNoNumber, 4, 10)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age:\n"),
            false,
            vec![(Fault::MaxAgeNoNumber, 4, 9)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age: 31557601\n"),
            true,
            vec![(Fault::MaxAgeTooLarge, 4, 10)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age: 99999999999999999999999\n"),
            true,
            vec![(Fault::MaxAgeTooLarge, 4, 10)],
        ),
        // Zuplu/postfix-tlspol#70: names, and an address among them.
        (
            format!("{HEAD}mx: mail.pue.de\nmx: *.pue.de\nmx: 212.114.86.56\nmax_age: 15552000\n"),
            true,
            vec![(Fault::MxAddress, 5, 5)],
        ),
        (
            format!("{HEAD}mx: 2001:db8::1\nmax_age: 1\n"),
            true,
            vec![(Fault::MxAddress, 3, 5)],
        ),
        (
            format!("{HEAD}mx: mx.*.example\nmx: a.example\nmax_age: 1\n"),
            true,
            vec![(Fault::MxStar, 3, 5)],
        ),
        (
            format!("{HEAD}mx:   a.example, b.example\nmax_age: 1\n"),
            true,
            vec![(Fault::MxNoName, 3, 7)],
        ),
        (
            format!("{HEAD}mx: a.example\nmax_age: 1\nmode: testing\n"),
            true,
            vec![(Fault::Twice(Key::Mode), 5, 1)],
        ),
        (
            format!("{HEAD}\nmx: a.example\nmax_age: 1\n"),
            true,
            vec![(Fault::BlankLine, 3, 1)],
        ),
        (
            format!("{HEAD}# our servers\nmx: a.example\nmax_age: 1\n"),
            true,
            vec![(Fault::NoColon, 3, 1)],
        ),
        (
            format!("\u{feff}{HEAD}mx: a.example\nmax_age: 1\n"),
            false,
            vec![(Fault::ByteOrderMark, 1, 1)],
        ),
        (
            "<!DOCTYPE html>\n<html><body>Not found</body></html>".to_owned(),
            false,
            vec![(Fault::WebPage, 1, 1)],
        ),
        ("\r\n \n".to_owned(), false, vec![(Fault::Empty, 1, 1)]),
        (String::new(), false, vec![(Fault::Empty, 1, 1)]),
        (
            "x".repeat(MAX_POLICY + 1),
            false,
            vec![(Fault::TooLarge, 1, 1)],
        ),
    ]
}

#[test]
fn every_mistake_has_its_place() {
    for (document, usable, mistakes) in mistakes() {
        let read = read(document.as_bytes());
        let found: Vec<(Fault, usize, usize)> = read
            .mistakes
            .iter()
            .map(|one| (one.fault, one.line, one.column))
            .collect();
        let shown: String = document.chars().take(200).collect();
        assert_eq!(found, mistakes, "{shown}");
        assert_eq!(read.policy.is_some(), usable, "{shown}");
    }
}

#[test]
fn bytes_that_are_no_text_have_a_place() {
    let read = read(b"version: STSv1\nmode: \xe4\n");
    assert_eq!(read.policy, None);
    assert_eq!(read.mistakes[0].fault, Fault::Encoding);
    assert_eq!((read.mistakes[0].line, read.mistakes[0].column), (2, 7));
}

#[test]
fn a_document_does_not_decide_how_much_is_kept() {
    let many = format!("{HEAD}{}max_age: 1\n", "mx: a.example\nwhat\n".repeat(2000));
    let read = read(many.as_bytes());
    assert_eq!(read.mistakes.len(), 8);
    assert_eq!(read.policy.expect("a policy").patterns.len(), 64);
    let long = super::read(format!("{HEAD}mx: {}\n", "x*".repeat(4000)).as_bytes());
    assert!(long.mistakes[0].text.chars().count() <= 81);
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("below a limit")
    }
}

#[test]
fn whatever_comes_keeps_the_bounds() {
    let pieces: [&[u8]; 16] = [
        b"\n",
        b"\r\n",
        b":",
        b" ",
        b"\t",
        b"*",
        b".",
        b"\xef\xbb\xbf",
        b"\xff",
        b"mx",
        b"version: STSv1",
        b"mode: enforce",
        b"max_age: 99999999999",
        b"\xe5\xad\x97",
        b"=;",
        b"nmx: a",
    ];
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..20_000 {
        let mut document = format!("{HEAD}mx: *.a.example\nmax_age: 1\n").into_bytes();
        for _ in 0..=dice.below(6) {
            let place = dice.below(document.len() + 1);
            let end = (place + dice.below(4)).min(document.len());
            let piece = pieces[dice.below(pieces.len())];
            document.splice(place..end, piece.iter().copied());
        }
        let read = read(&document);
        let lines = document.split(|&byte| byte == b'\n').count() + 1;
        let shown = String::from_utf8_lossy(&document);
        for mistake in &read.mistakes {
            let placed = mistake.column > 0 && (1..=lines).contains(&mistake.line);
            assert!(placed, "{mistake:?} in {shown:?}");
        }
        assert!(
            read.policy.is_some() || !read.mistakes.is_empty(),
            "{shown:?}"
        );
        let text: Vec<String> = shown.lines().map(str::to_owned).collect();
        if let record::Read::Bad { mistakes, .. } = record::read(&text) {
            assert!(!mistakes.is_empty(), "{shown:?}");
        }
        if let reports::Read::Bad(mistakes) = reports::read(&text) {
            assert!(!mistakes.is_empty(), "{shown:?}");
        }
    }
}
