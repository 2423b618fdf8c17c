//! Proxies of scenarios: which one is gone through, and what was met there.

use std::time::Duration;

use mailcheck::facts::Through;
use mailcheck::failure::{
    CertificateProblem, ProxyMet, ProxyStep, ProxyTrouble, ResolveTrouble, TlsTrouble, Trouble,
};
use mailcheck::plan::Named;
use mailcheck::wire::proxy::http::{Head, head};
use mailcheck::wire::proxy::{Kind, No, Url};
use mailcheck::wire::{Text, foreign};

/// `socks5h://me@192.0.2.9:1080`, with ` passed-by` behind it where the target goes without.
pub(crate) fn through(spec: &str) -> Through {
    let (url, passed_by) = match spec.strip_suffix(" passed-by") {
        Some(url) => (url, true),
        None => (spec, false),
    };
    let proxy = Url::read(url).expect("a proxy").proxy;
    Through {
        kind: proxy.kind,
        address: proxy.host.parse().ok(),
        host: proxy.host,
        port: proxy.port,
        login: proxy.user.is_some(),
        named: Named::Typed,
        passed_by,
    }
}

/// "socks5 5", "socks4 91", "method 255", "login 1", "http 407 Proxy Authentication Required|Proxy-Authenticate: NTLM";
/// "STEP closed", "STEP silent", "STEP errno 111", "STEP nxdomain", "STEP self-signed", "STEP said TEXT". A plus sign before
/// it stands for a login that was told.
pub(crate) fn trouble(spec: &str) -> Trouble {
    let (login, spec) = match spec.strip_prefix('+') {
        Some(spec) => (true, spec),
        None => (false, spec),
    };
    let (what, rest) = spec.split_once(' ').expect("what, and more");
    let number = rest.parse::<u8>();
    let request = ProxyStep::Request;
    let (kind, step, met) = match what {
        "socks5" => (
            Kind::Socks5,
            request,
            ProxyMet::No(No::Socks5(number.expect("a number"))),
        ),
        "socks4" => (
            Kind::Socks4,
            request,
            ProxyMet::No(No::Socks4(number.expect("a number"))),
        ),
        "method" if number.is_ok() => (
            Kind::Socks5,
            ProxyStep::Method,
            ProxyMet::No(No::Method(number.expect("a number"))),
        ),
        "login" if number.is_ok() => (
            Kind::Socks5,
            ProxyStep::Login,
            ProxyMet::No(No::Login(number.expect("a number"))),
        ),
        "http" => (Kind::Http, request, ProxyMet::No(No::Http(answer(rest)))),
        "ipv6" => (Kind::Socks4, request, ProxyMet::No(No::Ipv6)),
        _ => (
            Kind::Socks5,
            step(what),
            ProxyMet::Trouble(Box::new(other(rest))),
        ),
    };
    Trouble::Proxy(ProxyTrouble {
        kind,
        step,
        login,
        met,
    })
}

fn answer(text: &str) -> Head {
    let lines = text.replace('|', "\r\n");
    let whole = format!("HTTP/1.1 {lines}\r\n\r\n");
    head(whole.as_bytes()).expect("HTTP").expect("whole").0
}

fn step(name: &str) -> ProxyStep {
    use ProxyStep::{Connect, Login, Method, Request, Tls};
    let all = [Connect, Tls, Method, Login, Request];
    all.into_iter()
        .find(|step| step.name() == name)
        .unwrap_or_else(|| panic!("no step {name}"))
}

fn other(spec: &str) -> Trouble {
    let (what, rest) = spec.split_once(' ').unwrap_or((spec, ""));
    let received = Text::default();
    match what {
        "closed" => Trouble::Closed { received },
        "silent" => Trouble::Clock {
            limit: Duration::from_secs(10),
            received,
        },
        "errno" => Trouble::Os(super::os_error(rest.parse().expect("a number"), None)),
        "nxdomain" => Trouble::Resolve(ResolveTrouble::NotFound),
        "self-signed" => Trouble::Certificate(vec![CertificateProblem::SelfSigned]),
        "alert" => Trouble::Tls(TlsTrouble::Alert { description: 40 }),
        "said" => Trouble::Malformed {
            speaks: foreign::identify(rest.as_bytes()),
            received: rest.into(),
        },
        _ => panic!("nothing is called {what}"),
    }
}
