use clap::Parser;

use super::*;
use crate::cli::Cli;
use crate::wire::proxy::Kind;

fn asked_with(
    line: &[&str],
    set: &[(&str, &str)],
    system: Option<&SystemProxy>,
) -> Result<Option<ProxyAsked>, String> {
    let words = ["mailcheck", "h.test"].iter().chain(line);
    let args = Cli::try_parse_from(words).expect("it can be read").check;
    let variable = |name: &str| {
        let found = set.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| OsString::from(value))
    };
    proxy(&args, &variable, &|| system.cloned()).map_err(|error| error.to_string())
}

fn url(asked: &ProxyAsked) -> String {
    asked.proxy.to_string()
}

/// What curl 7.88.1 does with these variables; `tests/proxies.rs` asks it.
#[test]
fn variables_in_the_order_of_curl() {
    let rows: [(&[(&str, &str)], &str); 7] = [
        (&[("ALL_PROXY", "socks5://a.test")], "socks5://a.test:1080"),
        (
            &[
                ("all_proxy", "http://b.test:1"),
                ("ALL_PROXY", "http://a.test:1"),
            ],
            "http://b.test:1",
        ),
        (
            &[
                ("HTTPS_PROXY", "c.test:3128"),
                ("ALL_PROXY", "http://a.test:1"),
            ],
            "http://a.test:1",
        ),
        (&[("HTTPS_PROXY", "c.test:3128")], "http://c.test:3128"),
        (&[("https_proxy", "https://c.test")], "https://c.test:443"),
        (
            &[("all_proxy", ""), ("ALL_PROXY", "socks4a://a.test:9")],
            "socks4a://a.test:9",
        ),
        (&[("all_proxy", "socks://a.test:9")], "socks4://a.test:9"),
    ];
    for (set, expected) in rows {
        let asked = asked_with(&["--proxy", "env"], set, None).expect("a proxy");
        assert_eq!(asked.as_ref().map(url).as_deref(), Some(expected));
    }
    // RFC 3875 section 4.1.18: a web server makes this variable of what a stranger sends.
    let none = asked_with(
        &["--proxy", "env"],
        &[("HTTP_PROXY", "http://x.test:1")],
        None,
    );
    assert!(none.is_err_and(|error| error.starts_with("--proxy env finds no proxy")));
    let set = [
        ("ALL_PROXY", "socks5h://me:s%40cret@a.test"),
        ("NO_PROXY", "mx.test"),
        ("no_proxy", "mail.test"),
    ];
    let asked = asked_with(&["--proxy", "env"], &set, None);
    let asked = asked.expect("a proxy").expect("one");
    assert_eq!(asked.proxy.user.as_deref(), Some("me"));
    assert_eq!(asked.password, PasswordOf::Url(Secret::new("s@cret")));
    assert!(asked.except.has("mail.test") && !asked.except.has("mx.test"));
}

#[test]
fn a_password_has_its_place() {
    let asked = |line: &[&str]| asked_with(line, &[], None);
    let fails = |line: &[&str], says: &str| {
        let told = asked(line).expect_err("a mistake");
        assert!(told.starts_with(says), "{told}");
        assert!(!told.contains("secret"), "{told}");
    };
    fails(
        &["--proxy", "socks5h://me:secret@p.test"],
        "everybody on this machine",
    );
    fails(
        &["--proxy", "gopher://me:secret@p.test"],
        "\"p.test\" is no proxy",
    );
    fails(&["--proxy", "http://me:secret@p.test:0"], "\"p.test:0\"");
    fails(&["--proxy", "http://me:secret@:1"], "\":1\"");
    fails(
        &["--proxy", "http://p.test", "--proxy-password-file", "f"],
        "--proxy-password-file gives the password",
    );
    fails(&["--proxy-password-file", "f"], "--proxy-password-file");
    fails(
        &["--proxy", "socks4://me@p.test", "--proxy-password-fd", "3"],
        "a socks4 proxy can be told a user",
    );
    fails(
        &["--proxy", "socks5://me@p", "--proxy-password-fd", "x"],
        "--proxy-password-fd takes the number",
    );
    fails(&["--mx", "--proxy", "http://p.test"], "--mx has to look up");
    let of = |line: &[&str]| asked(line).expect("good").expect("a proxy").password;
    assert_eq!(
        of(&["--proxy", "socks5://me@p.test"]),
        PasswordOf::Source(Source::VariableOrPrompt)
    );
    assert_eq!(of(&["--proxy", "socks4://me@p.test"]), PasswordOf::Nobody);
    assert_eq!(of(&["--proxy", "http://p.test"]), PasswordOf::Nobody);
    assert_eq!(
        of(&["--proxy", "http://me@p.test", "--proxy-password-fd", "3"]),
        PasswordOf::Source(Source::Descriptor(3))
    );
}

#[test]
fn settings_of_windows() {
    let asked = |proxy: Option<&str>, pac: Option<&str>| {
        let settings = SystemProxy {
            proxy: proxy.map(str::to_owned),
            bypass: Some("*.intern.test;<local>".to_owned()),
            pac: pac.map(str::to_owned),
        };
        asked_with(&["--proxy", "system"], &[], Some(&settings))
    };
    let rows = [
        ("proxy.test:3128", "http://proxy.test:3128"),
        ("proxy.test", "http://proxy.test:80"),
        (
            "http=a.test:80;https=b.test:81;socks=c.test:1080",
            "http://b.test:81",
        ),
        ("ftp=a.test:21;http=b.test:80", "http://b.test:80"),
        ("socks=c.test:9150", "socks4://c.test:9150"),
        ("http=http://a.test:8080", "http://a.test:8080"),
    ];
    for (setting, expected) in rows {
        let asked = asked(Some(setting), None).expect("a proxy").expect("one");
        assert_eq!(url(&asked), expected, "{setting}");
        assert_eq!(asked.named, Named::System);
        assert!(asked.except.has("mail") && asked.except.has("a.intern.test"));
    }
    let script = asked(None, Some("http://wpad.test/proxy.pac"));
    assert!(script.is_err_and(|error| error.contains("http://wpad.test/proxy.pac")));
    assert!(asked(Some("ftp=a.test:21"), None).is_err());
    assert!(asked_with(&["--proxy", "system"], &[], None).is_err());
}

#[test]
fn kinds_by_their_scheme() {
    for kind in Kind::ALL {
        let typed = format!("{}://p.test:9", kind.name());
        let asked = asked_with(&["--proxy", &typed], &[], None);
        assert_eq!(asked.expect("good").expect("one").proxy.kind, kind);
    }
}

#[test]
fn a_command_without_a_proxy_says_so() {
    let set = |value: &'static str| move |_: &str| Some(OsString::from(value));
    let refused = without_proxy("serve", &set("env")).expect_err("it is set");
    assert!(refused.to_string().contains("MAILCHECK_PROXY"), "{refused}");
    assert_eq!(without_proxy("serve", &set("")), Ok(()));
    assert_eq!(without_proxy("serve", &|_| None), Ok(()));
}
