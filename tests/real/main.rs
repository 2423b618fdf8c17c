//! mailcheck against real servers: Postfix and Dovecot one cable away, over IPv4 and IPv6.
//!
//! These tests need root, the two servers, `openssl` and `iproute2`; `tests/run real` brings them and runs these
//! tests, `cargo test` alone leaves them out. Every test has servers, certificates and two network namespaces of its own, a
//! client's and a server's.

#![cfg(target_os = "linux")]

mod certificates;
mod names;
mod namespace;
mod report;
mod servers;

use std::net::{IpAddr, SocketAddr};

use crate::certificates::{DOMAIN, Variant};
use crate::report::{Check, assert_good, mailcheck, strings};
use crate::servers::{RESOLVER, SERVICES, Servers};

/// The servers are what the other tests take them for, by the word of another program.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn openssl_agrees_about_every_certificate() {
    let servers = Servers::start();
    for variant in Variant::ALL {
        for address in variant.addresses() {
            for (service, port, implicit_tls, greeting) in SERVICES {
                let address = SocketAddr::new(address, port);
                let line = servers.greeting(address).expect("the port is open");
                assert!(implicit_tls || line.starts_with(greeting), "{line}");
                let seen = s_client(&servers, variant, service, address);
                let place = format!("{variant:?} {service} {address}\n{seen}");
                let code = format!("Verify return code: {} (", variant.openssl_code());
                assert!(seen.contains(&code), "{place}");
                assert_eq!(
                    seen.matches("-----BEGIN CERTIFICATE-----").count(),
                    variant.chain_length(),
                    "{place}"
                );
            }
        }
    }
}

/// A host without a fault: seven services at two addresses, every fact as the servers were told to be.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn a_good_host_is_ok_on_every_service() {
    let servers = Servers::start();
    let host = Variant::Good.host();
    // The resolver is that of the system here: the namespace has a resolv.conf of its own.
    let run = mailcheck(&servers, &[&host]);
    assert_eq!(run.exit, 0, "{run}");
    assert_eq!(run.json["schema_version"], 1, "{run}");
    assert_eq!(run.json["verdict"], "ok", "{run}");
    assert_eq!(run.json["vantage"]["os"], "linux", "{run}");
    let target = run.target();
    assert_eq!(target["target"], host.as_str(), "{run}");
    assert_eq!(target["kind"], "host", "{run}");
    assert_eq!(target["verdict"], "ok", "{run}");
    assert!(run.findings_of("error").is_empty(), "{run}");
    assert!(run.findings_of("warning").is_empty(), "{run}");
    let mut seen = places(&run.checks());
    let mut wanted: Vec<(String, IpAddr)> = Variant::Good
        .addresses()
        .into_iter()
        .flat_map(|address| SERVICES.map(|(service, ..)| (service.to_owned(), address)))
        .collect();
    seen.sort();
    wanted.sort();
    assert_eq!(seen, wanted, "{run}");
    for check in run.checks() {
        assert_good(&check, servers.certificate(Variant::Good));
    }
}

/// Each of the two address families alone.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn one_family_alone_gives_seven_checks() {
    let servers = Servers::start();
    let host = Variant::Good.host();
    for (option, address) in ["-4", "-6"].into_iter().zip(Variant::Good.addresses()) {
        let run = mailcheck(&servers, &[option, "--resolver", RESOLVER, &host]);
        assert_eq!(run.exit, 0, "{run}");
        assert_eq!(run.checks().len(), 7, "{run}");
        for check in run.checks() {
            assert_eq!(check.address(), address, "{run}");
            assert_good(&check, servers.certificate(Variant::Good));
        }
    }
}

/// An address literal has no name to check the certificate against; `--tls-name` gives it one.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn an_address_with_a_tls_name_is_ok() {
    let servers = Servers::start();
    for address in Variant::Good.addresses() {
        let target = SocketAddr::new(address, 587).to_string();
        let run = mailcheck(&servers, &["--tls-name", &Variant::Good.host(), &target]);
        assert_eq!(run.exit, 0, "{run}");
        let [check] = run.checks().try_into().expect("one service at one address");
        assert_eq!(check.address(), address);
        assert_good(&check, servers.certificate(Variant::Good));
    }
}

/// A mail domain: its MX host, port 25, both addresses.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn a_mail_domain_is_reached_on_port_25() {
    let servers = Servers::start();
    let run = mailcheck(&servers, &["--resolver", RESOLVER, DOMAIN]);
    assert_eq!(run.exit, 0, "{run}");
    assert_eq!(run.target()["kind"], "domain", "{run}");
    let wanted: Vec<_> = Variant::Good
        .addresses()
        .into_iter()
        .map(|address| ("smtp".to_owned(), address))
        .collect();
    let mut seen = places(&run.checks());
    seen.sort();
    assert_eq!(seen, wanted, "{run}");
    for check in run.checks() {
        assert_eq!(check.json["host"], Variant::Good.host().as_str(), "{run}");
        assert_good(&check, servers.certificate(Variant::Good));
    }
}

/// Each wrong certificate has its finding on every port that protects a password, and is a fault there.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn a_wrong_certificate_fails_every_service_but_port_25() {
    let servers = Servers::start();
    for variant in Variant::ALL {
        let Some(finding) = variant.finding() else {
            continue;
        };
        for (service, ..) in SERVICES.into_iter().filter(|(name, ..)| *name != "smtp") {
            let host = variant.host();
            let run = mailcheck(&servers, &["--resolver", RESOLVER, "-s", service, &host]);
            let place = format!("{variant:?} {service}\n{run}");
            assert_eq!(run.exit, 1, "{place}");
            assert_eq!(run.json["verdict"], "failed", "{place}");
            assert_eq!(run.findings_of("error"), [finding], "{place}");
            assert_eq!(run.checks().len(), 2, "{place}");
            for check in run.checks() {
                assert_eq!(check.json["outcome"], "failed", "{place}");
                assert_eq!(check.json["failure"]["class"], "certificate", "{place}");
                assert_eq!(check.json["failure"]["stage"], "certificate", "{place}");
                check.assert_certificates(servers.certificate(variant), false);
            }
        }
    }
}

/// On port 25 no mail server verifies, so that the same certificates are a warning.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn a_wrong_certificate_is_a_warning_on_port_25() {
    let servers = Servers::start();
    for variant in Variant::ALL {
        let Some(finding) = variant.finding() else {
            continue;
        };
        let host = variant.host();
        let arguments = ["--resolver", RESOLVER, "-s", "smtp", &host];
        let run = mailcheck(&servers, &arguments);
        let place = format!("{variant:?}\n{run}");
        assert_eq!(run.exit, 0, "{place}");
        assert_eq!(run.json["verdict"], "warning", "{place}");
        assert_eq!(run.findings_of("warning"), [finding], "{place}");
        assert!(run.findings_of("error").is_empty(), "{place}");
        for check in run.checks() {
            assert_eq!(check.json["outcome"], "ok", "{place}");
            check.assert_certificates(servers.certificate(variant), false);
        }
        let strict = mailcheck(&servers, &[&["--strict"], arguments.as_slice()].concat());
        assert_eq!(strict.exit, 1, "{strict}");
    }
}

/// Which services were asked at which addresses.
fn places(checks: &[Check]) -> Vec<(String, IpAddr)> {
    checks
        .iter()
        .map(|check| (strings(&check.json["service"]).concat(), check.address()))
        .collect()
}

/// What `openssl s_client` says: the chain in PEM, and the verdict on it for the name of the host.
fn s_client(servers: &Servers, variant: Variant, service: &str, address: SocketAddr) -> String {
    let mut command = servers.client.command("timeout");
    command.args(["20", "openssl", "s_client", "-showcerts"]);
    command.arg("-connect").arg(address.to_string());
    command.arg("-CAfile").arg(&servers.root);
    command.args(["-servername", &variant.host()]);
    command.args(["-verify_hostname", &variant.host()]);
    match service {
        "smtp" | "submission" => command.args(["-starttls", "smtp"]),
        "pop3" => command.args(["-starttls", "pop3"]),
        "imap" => command.args(["-starttls", "imap"]),
        _ => &mut command,
    };
    let output = command.output().expect("openssl runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
