//! Replies, whole, cut short and broken.

use super::*;
use crate::wire::testing::assert_prefix_stable;
use crate::wire::{MAX_LINE, MAX_REPLY};

fn parsed(input: &str) -> Reply {
    let (reply, used) = reply(input.as_bytes()).unwrap().unwrap();
    assert_eq!(used, input.len(), "{input:?}");
    reply
}

fn texts(lines: &[&str]) -> Vec<Text> {
    lines.iter().map(|line| Text::from(*line)).collect()
}

#[test]
fn reads_replies_word_for_word() {
    for (input, code, lines, bare_lf) in [
        (
            "220 mx.example.com ESMTP\r\n",
            220,
            &["mx.example.com ESMTP"][..],
            false,
        ),
        ("220\r\n", 220, &[""], false),
        ("220 \r\n", 220, &[""], false),
        ("220\tmx\r\n", 220, &["mx"], false),
        ("220  two blanks \r\n", 220, &[" two blanks "], false),
        ("220-wait\r\n220 mx\r\n", 220, &["wait", "mx"], false),
        ("250-\r\n250\n", 250, &["", ""], true),
        ("220-a\n220 b\r\n", 220, &["a", "b"], true),
        (
            "554 5.7.1 \u{fffd}\0\r no\r\n",
            554,
            &["5.7.1 \u{fffd}\0\r no"],
            false,
        ),
    ] {
        let reply = parsed(input);
        let expected = Reply {
            code,
            codes: None,
            lines: texts(lines),
            bare_lf,
            instead_of: None,
        };
        assert_eq!(reply, expected, "{input:?}");
    }
}

#[test]
fn a_refusal_under_two_codes_is_one() {
    let reply = parsed("554-5.7.1 Service unavailable\r\n550 5.7.1 listed\r\n");
    assert_eq!(
        (reply.code, reply.codes.clone()),
        (550, Some(vec![554, 550]))
    );
    let shown = texts(&["554-5.7.1 Service unavailable", "550 5.7.1 listed"]);
    assert_eq!(reply.to_lines(), shown);
}

#[test]
fn what_came_of_a_refusal_is_one() {
    for (came, code, lines) in [
        (
            "554-mx\r\n554-listed\r\n",
            554,
            &["554-mx", "554 listed"][..],
        ),
        (
            "421-failure in DNS look-up.\r\n",
            421,
            &["421 failure in DNS look-up."],
        ),
        ("554 5.7.1 list", 554, &["554 5.7.1 list"]),
        ("220-mx\r\n521 no", 521, &["521 no"]),
        ("250-mx\r\n421", 421, &["421"]),
    ] {
        assert_eq!(reply(came.as_bytes()), Ok(None), "{came:?}");
        let refusal = refusal_so_far(came.as_bytes()).expect(came);
        let told = (refusal.code, refusal.to_lines());
        assert_eq!(told, (code, texts(lines)), "{came:?}");
    }
    for came in ["", "220 mx", "250-STARTTLS\r\n", "55", "hello", "* BYE"] {
        assert_eq!(refusal_so_far(came.as_bytes()), None, "{came:?}");
    }
}

#[test]
fn the_leftover_belongs_to_the_caller() {
    let input = b"220 ready\r\n250 injected\r\n";
    let (first, used) = reply(input).unwrap().unwrap();
    assert_eq!((first.code, used), (220, 11));
    assert_eq!(reply(&input[used..]).unwrap().unwrap().0.code, 250);
}

#[test]
fn says_what_is_no_reply() {
    for line in [
        "SSH-2.0-OpenSSH_9.6",
        "HTTP/1.1 400 Bad Request",
        "+OK",
        "* OK",
        "",
        "22",
        "22x",
        "2200 mx",
        "220x",
        "220*",
        "120 wait",
        "600 what",
        "999 what",
        " 220 mx",
        "-20 x",
        "+22 x",
    ] {
        let input = format!("{line}\r\n");
        let expected = Malformed::NotAReply { line: line.into() };
        assert_eq!(reply(input.as_bytes()), Err(expected), "{line:?}");
    }
    let expected = Malformed::NotAReply {
        line: "continued".into(),
    };
    assert_eq!(reply(b"220-mx\r\ncontinued\r\n"), Err(expected));
}

#[test]
fn a_code_that_changes_is_no_reply() {
    for (input, first, then) in [
        ("220-mx\r\n250 ok\r\n", 220, 250),
        ("550-no\r\n250 ok\r\n", 550, 250),
    ] {
        let line = lines_so_far(input.as_bytes()).pop().unwrap();
        let expected = Malformed::CodeChanges { first, then, line };
        assert_eq!(reply(input.as_bytes()), Err(expected), "{input:?}");
    }
}

#[test]
fn a_refusal_in_the_middle_is_the_answer() {
    for (input, code, instead_of, lines) in [
        // Postfix' postscreen, and vertx-x3/vertx-mail-client#81.
        (
            "220-mx.example.com ESMTP Postfix\r\n521 5.7.1 Service unavailable; client [192.0.2.9] blocked\r\n",
            521,
            220,
            &["5.7.1 Service unavailable; client [192.0.2.9] blocked"][..],
        ),
        (
            "220-a\r\n220-b\r\n421 4.3.2 All server ports are busy\r\n",
            421,
            220,
            &["4.3.2 All server ports are busy"],
        ),
        ("250-mx\r\n554-no\r\n554 go\r\n", 554, 250, &["no", "go"]),
        ("250-mx\r\n250-SIZE\r\n450 later\r\n", 450, 250, &["later"]),
        // RFC 5321 3.8: 421 may come at any time.
        ("550-no\r\n421 closing\r\n", 421, 550, &["closing"]),
    ] {
        let reply = parsed(input);
        assert_eq!((reply.code, reply.instead_of), (code, Some(instead_of)));
        assert_eq!(reply.lines, texts(lines), "{input:?}");
    }
}

#[test]
fn an_endless_reply_is_broken_at_the_limit() {
    let flood = b"250-X\r\n".repeat(MAX_REPLY);
    assert_eq!(reply(&flood), Err(Malformed::ReplyTooLong));
    assert_eq!(reply(&flood[..MAX_REPLY]), Err(Malformed::ReplyTooLong));
    assert_eq!(reply(&flood[..MAX_REPLY - 1]), Ok(None));
    let endless = vec![b'2'; MAX_LINE];
    assert_eq!(reply(&endless), Err(Malformed::LineTooLong));
}

#[test]
fn a_reply_of_exactly_the_limit_is_read() {
    let mut input = b"250-abcd\r\n".repeat(MAX_REPLY / 10 - 1);
    let last = format!("250 {}\r\n", "x".repeat(MAX_REPLY - input.len() - 6));
    input.extend_from_slice(last.as_bytes());
    assert_eq!(input.len(), MAX_REPLY);
    let (whole, used) = reply(&input).unwrap().unwrap();
    assert_eq!((whole.lines.len(), used), (MAX_REPLY / 10, MAX_REPLY));
    input.insert(input.len() - 2, b'x');
    assert_eq!(reply(&input), Err(Malformed::ReplyTooLong));
}

#[test]
fn every_prefix_of_every_transcript_waits_or_agrees() {
    for input in [
        "220 mx.example.com ESMTP Postfix\r\n",
        "220-mx.example.com\r\n220 ESMTP\r\nearly",
        "220\n220\n",
        "250-mx\r\n250-STARTTLS\r\n250 8BITMIME\r\n220 go\r\n",
        "220-mx\r\n554 no\r\n220 x\r\n",
        "220-mx\r\n421-no\r\n421 no\r\n220 x\r\n",
        "SSH-2.0-x\r\n220 mx\r\n",
        "220-a\r\n220-b\r\nno\r\n",
    ] {
        assert_prefix_stable(input.as_bytes(), reply);
    }
}

#[test]
fn to_lines_gives_back_what_came() {
    for input in [
        "220\r\n",
        "250-a\r\n250 b\r\n",
        "250-\r\n250-PIPELINING\r\n250 SIZE 1\r\n",
    ] {
        assert_eq!(parsed(input).to_lines(), lines_so_far(input.as_bytes()));
    }
    assert_eq!(parsed("250-a\r\n250 b\r\n").text(), Text::from("a b"));
}

#[test]
fn the_first_digit_decides() {
    for (code, expected) in [
        (220, (true, false, false)),
        (354, (true, false, false)),
        (421, (false, true, false)),
        (554, (false, false, true)),
    ] {
        let reply = parsed(&format!("{code} x\r\n"));
        let found = (
            reply.is_positive(),
            reply.is_temporary(),
            reply.is_permanent(),
        );
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn keeps_unknown_keywords() {
    let reply = parsed("250-mx greets you\r\n250-X-FOO a=b\r\n250-SIZE abc\r\n250 starttls\r\n");
    let keywords = ehlo_keywords(&reply);
    assert_eq!(keywords, texts(&["X-FOO a=b", "SIZE abc", "starttls"]));
    assert_eq!(keyword(&keywords, "SIZE"), Some("abc".into()));
    assert_eq!(keyword(&keywords, "STARTTLS"), Some("".into()));
    assert_eq!(keyword(&keywords, "mx"), None);
}

#[test]
fn lists_mechanisms_once_and_in_order() {
    for (lines, expected) in [
        (&["AUTH PLAIN LOGIN"][..], &["PLAIN", "LOGIN"][..]),
        (&["AUTH=LOGIN PLAIN"], &["LOGIN", "PLAIN"]),
        (
            &["AUTH LOGIN  PLAIN", "AUTH=login CRAM-MD5"],
            &["LOGIN", "PLAIN", "CRAM-MD5"],
        ),
        (&["auth =LOGIN"], &["LOGIN"]),
        (&["AUTH"], &[]),
        (&["AUTHX PLAIN", "8BITMIME"], &[]),
    ] {
        assert_eq!(auth_mechanisms(&texts(lines)), expected, "{lines:?}");
    }
}

#[test]
fn sees_a_masked_starttls() {
    for (lines, expected) in [
        (&["XXXXXXXA"][..], true),
        (&["XXXXXXXX", "SIZE 1"], true),
        (&["XXXX"], true),
        (&["XXXXXXXB"], true),
        (&["XXX"], false),
        (&["XXXXXXXAA"], false),
        (&["X-EXPS GSSAPI", "XCLIENT"], false),
        (&["STARTTLS", "XXXXXXXA"], false),
        (&[], false),
    ] {
        assert_eq!(masked_starttls(&texts(lines)), expected, "{lines:?}");
    }
}

#[test]
fn sees_a_masked_banner() {
    for (line, expected) in [
        ("220 *************************", true),
        ("220 **220****0*2*", true),
        ("220 ", false),
        ("220 2000", false),
        ("220 *** mx", false),
        ("554 ****", false),
    ] {
        assert_eq!(
            masked_banner(&parsed(&format!("{line}\r\n"))),
            expected,
            "{line}"
        );
    }
}
