//! Tells which protocol speaks, from its first bytes. For a port where another service was expected.

use super::{
    Malformed, Text, is_blank, line, lines_so_far, smtp, split_word, starts_with_ignore_ascii_case,
    tls_record, words,
};

/// A protocol that its first bytes give away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Speaks {
    /// SMTP: a reply that no other protocol's name stands in.
    Smtp,
    /// LMTP (RFC 2033), which greets as SMTP does and names itself.
    Lmtp,
    /// POP3: `+OK` or `-ERR`.
    Pop3,
    /// IMAP: `* OK`, `* PREAUTH` or `* BYE`.
    Imap,
    /// `ManageSieve` (RFC 5804): a quoted capability list.
    ManageSieve,
    /// FTP (RFC 959): a 220 that names it.
    Ftp,
    /// NNTP (RFC 3977): 200 or 201.
    Nntp,
    /// HTTP: a status line, or a page without one.
    Http,
    /// SSH (RFC 4253 4.2).
    Ssh,
    /// A TLS alert in clear.
    TlsAlert {
        /// 1 warning, 2 fatal.
        level: u8,
        /// The number in the IANA registry of TLS alerts.
        description: u8,
    },
    /// A TLS handshake message in clear.
    TlsHandshake,
    /// `MySQL` or `MariaDB`: the handshake packet, or the refusal that takes its place.
    Mysql,
    /// VNC: the RFB version line (RFC 6143 7.1.1).
    Vnc,
    /// Telnet (RFC 854): option negotiation.
    Telnet,
    /// SIP (RFC 3261): a status line.
    Sip,
    /// RTSP (RFC 7826): a status line, as cameras answer.
    Rtsp,
    /// Redis: one of its own error words.
    Redis,
    /// The rsync daemon.
    Rsync,
    /// IRC: a notice before registration.
    Irc,
    /// AMQP: the protocol header.
    Amqp,
    /// XMPP (RFC 6120): the opening of a stream.
    Xmpp,
}

impl Speaks {
    /// The protocol's name as people write it, for a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Smtp => "SMTP",
            Self::Lmtp => "LMTP",
            Self::Pop3 => "POP3",
            Self::Imap => "IMAP",
            Self::ManageSieve => "ManageSieve",
            Self::Ftp => "FTP",
            Self::Nntp => "NNTP",
            Self::Http => "HTTP",
            Self::Ssh => "SSH",
            Self::TlsAlert { .. } | Self::TlsHandshake => "TLS",
            Self::Mysql => "MySQL",
            Self::Vnc => "VNC",
            Self::Telnet => "Telnet",
            Self::Sip => "SIP",
            Self::Rtsp => "RTSP",
            Self::Redis => "Redis",
            Self::Rsync => "rsync",
            Self::Irc => "IRC",
            Self::Amqp => "AMQP",
            Self::Xmpp => "XMPP",
        }
    }
}

/// Names the protocol that the bytes begin with, if they leave no doubt.
///
/// `None` may turn into a name when more bytes come; a name stays. Binary protocols send no line ending, so a caller
/// that waits for a line asks here before it waits on.
pub fn identify(bytes: &[u8]) -> Option<Speaks> {
    from_prefix(bytes)
        .or_else(|| from_binary(bytes))
        .or_else(|| from_a_source(bytes))
        .or_else(|| from_minus_word(bytes))
        .or_else(|| from_numbered(bytes))
}

/// A refusal, in whatever protocol's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its words, as they came; several lines joined by a blank.
    pub line: Text,
    /// The form says that it is a refusal of this client: three digits, or the own protocol's no.
    pub coded: bool,
    /// The form says that it is for now (4yz).
    pub temporary: bool,
}

/// The refusal that the bytes are, if they are one, to a client that speaks `own`.
///
/// Front ends that guard several ports say no in one form on all of them: SMTP's three digits to IMAP, a bare line of
/// text. What names another protocol is the voice of that protocol, and no such refusal.
pub fn refusal(bytes: &[u8], own: Speaks) -> Option<Refusal> {
    if let Ok(Some((reply, _))) = smtp::reply(bytes) {
        let named = own != Speaks::Smtp && reply.lines.iter().any(|line| contains(line, "SMTP"));
        let foreign = matches!(
            from_reply(&reply),
            Some(Speaks::Ftp | Speaks::Lmtp | Speaks::Nntp)
        );
        return (!reply.is_positive() && !named && !foreign).then(|| Refusal {
            line: joined(&reply.to_lines()),
            coded: true,
            temporary: reply.is_temporary(),
        });
    }
    let line = Text::from(line(bytes).ok()??.text);
    let is_no = match identify(bytes) {
        Some(Speaks::Pop3) => !starts_with_ignore_ascii_case(bytes, "+OK"),
        Some(Speaks::Imap) => starts_with_ignore_ascii_case(bytes, "* BYE"),
        Some(_) => false,
        None => line.0.iter().all(|byte| matches!(byte, b' '..=b'~')),
    };
    is_no.then(|| Refusal {
        coded: identify(bytes) == Some(own),
        temporary: false,
        line,
    })
}

/// Beginnings that say it all, by themselves or with the blank or line ending that must follow.
fn from_prefix(bytes: &[u8]) -> Option<Speaks> {
    const BEGINNINGS: [(&str, Speaks); 20] = [
        ("SSH-2.0-", Speaks::Ssh),
        ("SSH-1.", Speaks::Ssh),
        ("HTTP/1.", Speaks::Http),
        ("HTTP/2", Speaks::Http),
        // A status line that lost its beginning; SMTP has no 400.
        ("400 Bad Request", Speaks::Http),
        ("<!DOCTYPE html", Speaks::Http),
        ("<html", Speaks::Http),
        ("SIP/2.0 ", Speaks::Sip),
        ("RTSP/1.0 ", Speaks::Rtsp),
        ("RFB 00", Speaks::Vnc),
        ("@RSYNCD:", Speaks::Rsync),
        ("\"IMPLEMENTATION\"", Speaks::ManageSieve),
        ("AMQP\0", Speaks::Amqp),
        ("<stream:stream", Speaks::Xmpp),
        ("<?xml version='1.0'?><stream:stream", Speaks::Xmpp),
        ("NOTICE AUTH :", Speaks::Irc),
        ("NOTICE * :***", Speaks::Irc),
        ("-DENIED Redis", Speaks::Redis),
        ("-NOAUTH ", Speaks::Redis),
        ("-LOADING Redis", Speaks::Redis),
    ];
    const WORDS: [(&str, Speaks); 4] = [
        ("+OK", Speaks::Pop3),
        ("* OK", Speaks::Imap),
        ("* PREAUTH", Speaks::Imap),
        ("* BYE", Speaks::Imap),
    ];
    let ends = |end: &u8| is_blank(*end) || matches!(end, b'\r' | b'\n');
    let beginning = BEGINNINGS
        .iter()
        .find(|(start, _)| starts_with_ignore_ascii_case(bytes, start));
    let word = || {
        WORDS.iter().find(|(word, _)| {
            starts_with_ignore_ascii_case(bytes, word) && bytes.get(word.len()).is_some_and(ends)
        })
    };
    beginning.or_else(word).map(|(_, speaks)| *speaks)
}

/// Protocols that begin with bytes instead of text.
fn from_binary(bytes: &[u8]) -> Option<Speaks> {
    if let Some(alert) = tls_record::alert(bytes) {
        let tls_record::Alert { level, description } = alert;
        return Some(Speaks::TlsAlert { level, description });
    }
    match bytes {
        // Type 22, version 3.x, a length; then hello request, client hello or server hello.
        [0x16, 3, 0..=4, high, low, 0..=2, ..] if (*high, *low) != (0, 0) => {
            Some(Speaks::TlsHandshake)
        }
        // The SETTINGS frame that an HTTP/2 server begins with (RFC 9113 section 3.4), at most 16 settings of six bytes.
        [0, 0, length @ 0..=96, 4, 0, 0, 0, 0, 0, ..] if length % 6 == 0 => Some(Speaks::Http),
        // IAC, then WILL, WON'T, DO or DON'T, then an option of RFC 854's successors.
        [0xff, 0xfb..=0xfe, 0..=49, ..] => Some(Speaks::Telnet),
        _ => from_mysql(bytes),
    }
}

/// A packet of its length and number 0, holding protocol version 10 and a version string, or an error of the server's.
fn from_mysql(bytes: &[u8]) -> Option<Speaks> {
    let [low, middle, 0, 0, payload @ ..] = bytes else {
        return None;
    };
    let length = usize::from(*low) | usize::from(*middle) << 8;
    let speaks = match payload {
        [10, version @ ..] => {
            let end = version.iter().take(64).position(|byte| *byte == 0)?;
            let printable = version[..end].iter().all(u8::is_ascii_graphic);
            printable && version[0].is_ascii_digit() && length > end + 2
        }
        // Server errors count from 1000; the text is "Host … is not allowed", "Too many connections" and the like.
        [0xff, low, high, first, ..] => {
            let code = u16::from_le_bytes([*low, *high]);
            matches!(code, 1000..=1999) && first.is_ascii_graphic() && length > 3
        }
        _ => false,
    };
    speaks.then_some(Speaks::Mysql)
}

/// IRC servers begin a line with a colon and their name (RFC 2812 section 2.3.1): `:irc.example.net NOTICE AUTH :***`.
fn from_a_source(bytes: &[u8]) -> Option<Speaks> {
    let (source, rest) = split_word(bytes.strip_prefix(b":")?);
    let name = source.iter().take(64).all(u8::is_ascii_graphic) && !source.is_empty();
    (name && starts_with_ignore_ascii_case(rest, "NOTICE ")).then_some(Speaks::Irc)
}

/// `-ERR` is POP3's, unless the text is the one that Redis answers to an unknown command.
fn from_minus_word(bytes: &[u8]) -> Option<Speaks> {
    let line = line(bytes).ok()??.text;
    if !starts_with_ignore_ascii_case(line, "-ERR")
        || line.get(4).is_some_and(|byte| !is_blank(*byte))
    {
        return None;
    }
    let redis = ["unknown command '", "unknown command `"]
        .iter()
        .any(|text| starts_with_ignore_ascii_case(line[4..].trim_ascii_start(), text));
    Some(if redis { Speaks::Redis } else { Speaks::Pop3 })
}

/// Protocols that greet with three digits.
fn from_numbered(bytes: &[u8]) -> Option<Speaks> {
    // The first of several lines says it, and the others are a matter of the house.
    let first = line(bytes).ok().flatten().map(|line| Text::from(line.text));
    let greets = |line: &Text| line.0.starts_with(b"220-");
    let names = |line: &Text| contains(line, "ESMTP") && !contains(line, "LMTP");
    if first.is_some_and(|line| greets(&line) && names(&line)) {
        return Some(Speaks::Smtp);
    }
    match smtp::reply(bytes) {
        Ok(Some((reply, _))) => from_reply(&reply),
        // RFC 959 4.2 lets the middle lines of a reply go without a code; no other protocol does.
        Err(Malformed::NotAReply { .. }) if bytes.starts_with(b"220-") => {
            lines_so_far(whole_lines(bytes))
                .iter()
                .any(names_ftp)
                .then_some(Speaks::Ftp)
        }
        Ok(None) | Err(_) => None,
    }
}

fn from_reply(reply: &smtp::Reply) -> Option<Speaks> {
    let names = |name: &str| reply.lines.iter().any(|line| contains(line, name));
    match reply.code {
        200 if ["NNTP", "NetNews", "INN ", "posting"]
            .into_iter()
            .any(names) =>
        {
            Some(Speaks::Nntp)
        }
        201 => Some(Speaks::Nntp),
        _ if names("LMTP") => Some(Speaks::Lmtp),
        _ if names("SMTP") => Some(Speaks::Smtp),
        220 | 421 if reply.lines.iter().any(names_ftp) => Some(Speaks::Ftp),
        // What SMTP alone greets with: RFC 5321 3.1, RFC 7504.
        220 | 521 | 554 => Some(Speaks::Smtp),
        _ => None,
    }
}

fn joined(lines: &[Text]) -> Text {
    let lines: Vec<&[u8]> = lines.iter().map(AsRef::as_ref).collect();
    Text(lines.join(&b' '))
}

/// Whether a word of the line names FTP; the name of a host (`ftp.example.com`) does not.
fn names_ftp(line: &Text) -> bool {
    words(&line.0).any(|word| {
        let word = word.trim_ascii();
        let inner = word.strip_suffix(b".").unwrap_or(word);
        !inner.contains(&b'.')
            && (contains(&inner.into(), "FTP") || contains(&inner.into(), "FileZilla"))
    })
}

fn contains(text: &Text, name: &str) -> bool {
    text.0
        .windows(name.len())
        .any(|part| part.eq_ignore_ascii_case(name.as_bytes()))
}

/// The bytes up to the last line ending.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte == b'\n');
    &bytes[..end.map_or(0, |end| end + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(&[u8], Speaks); 58] = [
        (b"220 mx.example.com ESMTP Postfix\r\n", Speaks::Smtp),
        (b"220 ftp.example.com ESMTP\r\n", Speaks::Smtp),
        (b"220 ftp.example.com ready\r\n", Speaks::Smtp),
        (b"220 ***********\r\n", Speaks::Smtp),
        (b"220\r\n", Speaks::Smtp),
        (b"220-wait\r\n220 mx\r\n", Speaks::Smtp),
        (b"554 5.7.1 no\r\n", Speaks::Smtp),
        (b"421 SMTP busy\r\n", Speaks::Smtp),
        (b"220-mx ESMTP Exim\r\n220-no spam\r\n", Speaks::Smtp),
        (b"220-mx ESMTP Exim\r\n421 busy\r\n", Speaks::Smtp),
        (b"400 Bad Request\r\n", Speaks::Http),
        (b"\0\0\x06\x04\0\0\0\0\0\0\x04\0\0\xff\xff", Speaks::Http),
        (
            b":irc.example.net NOTICE AUTH :*** Looking up your hostname\r\n",
            Speaks::Irc,
        ),
        (b"521 no mail here\r\n", Speaks::Smtp),
        (b"500 SMTP command unrecognised\r\n", Speaks::Smtp),
        (b"220 mail.example.com LMTP Dovecot ready\r\n", Speaks::Lmtp),
        (b"220 (vsFTPd 3.0.5)\r\n", Speaks::Ftp),
        (b"220 ProFTPD Server (x) [192.0.2.1]\r\n", Speaks::Ftp),
        (
            b"220---------- Welcome to Pure-FTPd [privsep] ----------\r\n220 ok\r\n",
            Speaks::Ftp,
        ),
        (
            b"220-FileZilla Server 1.8.0\r\n220 visit us\r\n",
            Speaks::Ftp,
        ),
        (b"220 Microsoft FTP Service\r\n", Speaks::Ftp),
        (b"220 mirror FTP.\r\n", Speaks::Ftp),
        (b"220-Welcome\r\n  to our FTP server\r\n", Speaks::Ftp),
        (b"421 too many users, FTP is full\r\n", Speaks::Ftp),
        (
            b"200 news.example.com InterNetNews NNRP server ready\r\n",
            Speaks::Nntp,
        ),
        (b"200 ready (posting ok)\r\n", Speaks::Nntp),
        (b"201 read only\r\n", Speaks::Nntp),
        (b"+OK Dovecot ready.\r\n", Speaks::Pop3),
        (b"+OK\r\n", Speaks::Pop3),
        (b"+ok x", Speaks::Pop3),
        (b"-ERR [SYS/TEMP] later\r\n", Speaks::Pop3),
        (b"-ERR\r\n", Speaks::Pop3),
        (b"-ERR Unknown command.\r\n", Speaks::Pop3),
        (b"* OK IMAP4rev1 ready\r\n", Speaks::Imap),
        (b"* OK\n", Speaks::Imap),
        (b"* PREAUTH hi\r\n", Speaks::Imap),
        (b"* BYE busy\r\n", Speaks::Imap),
        (
            b"\"IMPLEMENTATION\" \"Dovecot Pigeonhole\"\r\n",
            Speaks::ManageSieve,
        ),
        (b"HTTP/1.1 400 Bad Request\r\n", Speaks::Http),
        (b"<html>\r\n<head><title>400", Speaks::Http),
        (b"<!doctype HTML>", Speaks::Http),
        (b"SSH-2.0-OpenSSH_9.6\r\n", Speaks::Ssh),
        (b"SSH-1.99-x\r\n", Speaks::Ssh),
        (
            b"\x15\x03\x01\x00\x02\x02\x28",
            Speaks::TlsAlert {
                level: 2,
                description: 40,
            },
        ),
        (
            b"\x16\x03\x03\x00\x50\x02\x00\x00\x4c",
            Speaks::TlsHandshake,
        ),
        (
            b"\x4a\x00\x00\x00\x0a8.0.36\x00\x08\x00\x00\x00",
            Speaks::Mysql,
        ),
        (
            b"\x45\x00\x00\x00\xff\x6a\x04Host '192.0.2.1' is not allowed",
            Speaks::Mysql,
        ),
        (
            b"\x17\x00\x00\x00\xff\x10\x04Too many connections",
            Speaks::Mysql,
        ),
        (b"RFB 003.008\n", Speaks::Vnc),
        (b"\xff\xfd\x18\xff\xfd\x20", Speaks::Telnet),
        (b"SIP/2.0 400 Bad Request\r\n", Speaks::Sip),
        (b"-DENIED Redis is running in protected mode", Speaks::Redis),
        (b"-ERR unknown command 'EHLO'\r\n", Speaks::Redis),
        (b"-NOAUTH Authentication required.\r\n", Speaks::Redis),
        (b"@RSYNCD: 31.0\n", Speaks::Rsync),
        (
            b"NOTICE AUTH :*** Looking up your hostname\r\n",
            Speaks::Irc,
        ),
        (b"AMQP\x00\x00\x09\x01", Speaks::Amqp),
        (b"<stream:stream xmlns='jabber:client'", Speaks::Xmpp),
    ];

    #[test]
    fn names_what_leaves_no_doubt() {
        for (bytes, expected) in KNOWN {
            assert_eq!(identify(bytes), Some(expected), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn is_silent_where_there_is_doubt() {
        let doubtful: [&[u8]; 21] = [
            b"",
            b"2",
            b"220 mx.example.com",
            b"220-mx\r\n",
            b"220, mx.example.com ESMTP Postfix\r\n",
            b"220-Welcome\r\nto a server\r\n",
            b"200 OK\r\n",
            b"421 busy\r\n",
            b"250 OK\r\n",
            b"+OKAY\r\n",
            b"+OK",
            b"-ERROR\r\n",
            b"-ERR",
            b"* OKAY\r\n",
            b"hello\r\n",
            b"\x15\x03\x01\x00\x02\x02",
            b"\x15\x03\x01\x00\x02\x03\x28",
            b"\x16\x03\x03\x00\x00\x02",
            b"\xff\xff\xff",
            b"\x0a\x00\x00\x00\x0a\x00",
            b"\x4a\x00\x00\x00\x0aescaped \x1b\x00",
        ];
        for bytes in doubtful {
            assert_eq!(identify(bytes), None, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn a_name_stays_whatever_follows() {
        for (bytes, expected) in KNOWN {
            for tail in [
                &b""[..],
                b"220 FTP SMTP LMTP\r\n",
                b"\r\n* OK\r\n",
                b"\0\xff\r\n",
            ] {
                let long = [bytes, tail].concat();
                let mut answers = (0..=long.len()).filter_map(|end| identify(&long[..end]));
                assert!(
                    answers.all(|answer| answer == expected),
                    "{}",
                    long.escape_ascii()
                );
            }
        }
    }

    #[test]
    fn a_flood_is_no_protocol() {
        assert_eq!(identify(&vec![b'2'; 1 << 20]), None);
        assert_eq!(identify(&b"220-x\r\n".repeat(1 << 16)), None);
    }

    #[test]
    fn every_protocol_has_its_row_and_a_name_without_blanks() {
        for (_, speaks) in KNOWN {
            assert!(
                speaks
                    .name()
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric())
            );
        }
    }
}
