use super::http::{Head, MAX_HEAD, head};
use super::socks::{answer, answer_4, logged_in, method};
use super::*;
use crate::wire::Malformed;
use crate::wire::testing::assert_prefix_stable;

#[test]
fn proxies_as_people_name_them() {
    use Kind::{Http, Https, Socks4, Socks4a, Socks5, Socks5h};
    let rows = [
        ("socks5://proxy.test:9050", Ok((Socks5, "proxy.test", 9050))),
        ("socks5h://proxy.test", Ok((Socks5h, "proxy.test", 1080))),
        ("SOCKS://192.0.2.1:1", Ok((Socks4, "192.0.2.1", 1))),
        ("socks4://proxy.test", Ok((Socks4, "proxy.test", 1080))),
        ("Socks4A://proxy.test", Ok((Socks4a, "proxy.test", 1080))),
        ("http://proxy.test:3128/", Ok((Http, "proxy.test", 3128))),
        ("proxy.test:8080", Ok((Http, "proxy.test", 8080))),
        ("http://[2001:db8::1]:3128", Ok((Http, "2001:db8::1", 3128))),
        ("http://[2001:db8::1]", Ok((Http, "2001:db8::1", 1080))),
        ("https://proxy.test", Ok((Https, "proxy.test", 443))),
        ("http://proxy.test:1?token=x", Ok((Http, "proxy.test", 1))),
        ("http://proxy.test:", Ok((Http, "proxy.test", 1080))),
        ("gopher://proxy.test", Err(UrlFault::Scheme)),
        ("http://:3128", Err(UrlFault::Host)),
        ("http://a b:3128", Err(UrlFault::Host)),
        ("http://2001:db8::1", Err(UrlFault::Host)),
        ("http://proxy.test:port", Err(UrlFault::Port)),
        ("http://proxy.test:0", Err(UrlFault::Port)),
        ("http://proxy.test:65536", Err(UrlFault::Port)),
        ("http://[::1]x", Err(UrlFault::Port)),
        ("http://a%0ab@proxy.test", Err(UrlFault::User)),
        ("http://a%3ab@proxy.test", Err(UrlFault::User)),
        ("http://%ff@proxy.test", Err(UrlFault::User)),
    ];
    for (url, expected) in rows {
        let read = Url::read(url);
        let seen = read.as_ref().map(|read| {
            let proxy = &read.proxy;
            (proxy.kind, proxy.host.as_str(), proxy.port)
        });
        assert_eq!(seen.map_err(|fault| *fault), expected, "{url}");
    }
}

#[test]
fn users_and_passwords_are_apart() {
    let rows = [
        ("http://me:x@p.test", Some("me"), Some("x")),
        ("http://me@p.test", Some("me"), None),
        ("http://me:@p.test", Some("me"), None),
        ("http://:x@p.test", None, Some("x")),
        ("socks5://m%40e:p%3Aw%2f@p.test", Some("m@e"), Some("p:w/")),
        ("socks5://me:p@w@p.test", Some("me"), Some("p@w")),
        ("socks5://me:100%@p.test", Some("me"), Some("100%")),
        ("http://p.test", None, None),
    ];
    for (url, user, password) in rows {
        let read = Url::read(url).expect("a proxy");
        assert_eq!(read.proxy.user.as_deref(), user, "{url}");
        assert_eq!(read.password.as_deref(), password, "{url}");
        assert!(!read.proxy.to_string().contains('@'));
        assert!(!format!("{read:?}").contains("p@w"));
    }
}

#[test]
fn every_prefix_of_every_answer_waits_or_agrees() {
    for input in [
        &b"\x05\x00rest"[..],
        b"\x05\xff",
        b"\x05\x02",
        b"\x01\x00",
        b"\x05\x01",
        b"HTTP/1.1 200 OK\r\nVia: x\r\n\r\n220 mx\r\n",
        b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
        b"HTTP/1.1 200\n\n",
        b"220 mx\r\n\r\n",
        b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x19220 mx",
        b"\x05\x00\x00\x03\x02ab\x00\x19220",
        b"\x05\x00\x00\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x00\x19",
        b"\x05\x05\x00\x01",
        b"\x05\x00\x00\x09",
        b"\x04\x5a",
        b"\x00\x5a\0\0\0\0\0\x00220",
        b"\x00\x5b\0\0\0\0\0\0",
        b"\x00\x00",
    ] {
        assert_prefix_stable(input, method);
        assert_prefix_stable(input, answer);
        assert_prefix_stable(input, answer_4);
        assert_prefix_stable(input, logged_in);
        assert_prefix_stable(input, head);
    }
}

#[test]
fn answers_are_read_as_far_as_they_go() {
    assert_eq!(method(b"\x05\x00\x05"), Ok(Some((0, 2))));
    assert_eq!(method(b"\x05\xff"), Ok(Some((0xff, 2))));
    assert_eq!(method(b"HTTP"), Err(Malformed::NotAProxy));
    assert_eq!(logged_in(b"\x05\x01"), Ok(Some((1, 2))));
    assert_eq!(logged_in(b"\x00"), Err(Malformed::NotAProxy));
    assert_eq!(answer(b"\x05\x05"), Ok(Some((5, 2))));
    assert_eq!(
        answer(b"\x05\x00\x00\x03\x02ab\x00\x19220"),
        Ok(Some((0, 9)))
    );
    assert_eq!(answer(b"\x05\x00\x00\x03"), Ok(None));
    for code in 91..=93 {
        assert_eq!(answer_4(&[0, code]), Ok(Some((code, 2))));
    }
    assert_eq!(answer_4(b"\x00\x5a\0\0\0\0\0"), Ok(None));
    assert_eq!(answer_4(b"\x04\x5a\0\0\0\0\0\x00220"), Ok(Some((90, 8))));
    assert_eq!(answer_4(b"\x05\x00"), Err(Malformed::NotAProxy));
}

fn read(text: &str) -> Head {
    head(text.as_bytes()).expect("HTTP").expect("whole").0
}

#[test]
fn heads_of_http() {
    let opens = [
        "HTTP/1.0 200\r\n\r\n220",
        "HTTP/1.1 299 Yes\n\n",
        "HTTP/2 204 \r\n\r\n",
    ];
    for text in opens {
        assert!(read(text).opens(), "{text}");
    }
    let no = [
        "HTTP/1.1 403 Forbidden\r\n\r\n",
        "HTTP/1.1 20 x\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
    ];
    for text in no {
        assert!(!read(text).opens(), "{text}");
    }
    assert!(read("HTTP/1.1 100 Continue\r\n\r\n").is_interim());
    let wants = "HTTP/1.1 407 Proxy Authentication Required\r\n\
        Proxy-Authenticate: NTLM\r\n\
        proxy-authenticate: Basic realm=\"IronPort, Web\"\r\n\
        Proxy-Authenticate: Digest realm=\"a\", qop=\"auth\", algorithm=MD5\r\n\r\n";
    // owncloud/client#1243: NTLM and Basic side by side.
    assert_eq!(read(wants).schemes, ["ntlm", "basic", "digest"]);
    let squid = "HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_CONNECT_FAIL 111\r\n\r\n";
    assert_eq!(read(squid).reason.as_deref(), Some("ERR_CONNECT_FAIL 111"));
    let standard =
        "HTTP/1.1 502 Bad Gateway\r\nProxy-Status: p.test; error=dns_error; rcode=x\r\n\r\n";
    assert_eq!(read(standard).reason.as_deref(), Some("dns_error"));
    let endless = [b"HTTP/1.1 200\r\n".to_vec(), vec![b'x'; MAX_HEAD]].concat();
    assert_eq!(head(&endless), Err(Malformed::NotAProxy));
    let many = (0..99).map(|n| format!("Proxy-Authenticate: s{n}\r\n"));
    let many = format!("HTTP/1.1 407 x\r\n{}\r\n", many.collect::<String>());
    assert_eq!(read(&many).schemes.len(), 8);
}

#[test]
fn what_more_a_proxy_tells_than_a_status() {
    let rows = [
        (
            "503 x\r\nX-Squid-Error: ERR_CONNECT_FAIL 111",
            Verdict::CannotReach(Beyond::Refused),
        ),
        (
            "503 x\r\nX-Squid-Error: ERR_CONNECT_FAIL 110",
            Verdict::CannotReach(Beyond::Timeout),
        ),
        (
            "503 x\r\nX-Squid-Error: ERR_CONNECT_FAIL 113",
            Verdict::CannotReach(Beyond::Host),
        ),
        (
            "503 x\r\nX-Squid-Error: ERR_CONNECT_FAIL 101",
            Verdict::CannotReach(Beyond::Network),
        ),
        (
            "503 x\r\nX-Squid-Error: ERR_DNS_FAIL 0",
            Verdict::CannotReach(Beyond::Name),
        ),
        (
            "500 x\r\nX-Squid-Error: ERR_CANNOT_FORWARD 0",
            Verdict::CannotReach(Beyond::Untold),
        ),
        (
            "403 x\r\nX-Squid-Error: ERR_ACCESS_DENIED 0",
            Verdict::Refused(Refused::Rule),
        ),
        (
            "502 x\r\nProxy-Status: a; error=connection_refused",
            Verdict::CannotReach(Beyond::Refused),
        ),
        (
            "502 x\r\nProxy-Status: a; error=\"dns_timeout\"",
            Verdict::CannotReach(Beyond::Name),
        ),
        (
            "502 x\r\nProxy-Status: a; error=whatever",
            Verdict::CannotReach(Beyond::Untold),
        ),
        (
            "500 Unable to connect",
            Verdict::CannotReach(Beyond::Untold),
        ),
        (
            "500 Internal Server Error",
            Verdict::Refused(Refused::Untold),
        ),
    ];
    for (text, expected) in rows {
        let head = read(&format!("HTTP/1.1 {text}\r\n\r\n"));
        assert_eq!(No::Http(head).verdict(false), expected, "{text}");
    }
}
