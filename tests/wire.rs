//! The hand-made hello against a real TLS server, in memory.

use std::io::Read;
use std::sync::Arc;

use mailcheck::wire::tls_record::{
    Flight, GROUPS, Hello, SCHEMES, Version, X25519MLKEM768, client_hello, first_flight,
};
use mailcheck::wire::tls_suites::{Kind, SUITES};
use rustls::pki_types::PrivateKeyDer;
use rustls::server::{Acceptor, ServerConfig};
use rustls::{CipherSuite, ServerConnection, SupportedProtocolVersion};

fn hello(max_version: Version, suites: Vec<u16>) -> Hello {
    Hello {
        max_version,
        min_version: Version::Tls10,
        suites,
        groups: GROUPS.to_vec(),
        large_share: false,
        schemes: SCHEMES.to_vec(),
        server_name: Some("mx.example.com".to_owned()),
        padding: None,
    }
}

/// What a server of these versions answers to a hello.
fn answer(versions: &[&'static SupportedProtocolVersion], hello: &Hello) -> Flight {
    let made = rcgen::generate_simple_self_signed(["mx.example.com".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let mut server = ServerConnection::new(Arc::new(config)).unwrap();
    let sent = client_hello(hello);
    let mut unread = sent.as_slice();
    while !unread.is_empty() {
        server.read_tls(&mut unread).unwrap();
        // A refusal is an error here, and an alert on the wire.
        if server.process_new_packets().is_err() {
            break;
        }
    }
    let mut wire = Vec::new();
    while server.wants_write() {
        server.write_tls(&mut wire).unwrap();
    }
    first_flight(&wire).unwrap().unwrap()
}

#[test]
fn a_server_answers_with_the_version_and_suite_it_prefers() {
    let both: &[_] = &[&rustls::version::TLS13, &rustls::version::TLS12];
    let all: Vec<u16> = SUITES.iter().map(|suite| suite.number).collect();
    let tls13 = |flight| {
        matches!(
            flight,
            Flight::ServerHello {
                version: 0x0304,
                suite: 0x1301..=0x1303
            }
        )
    };
    let tls12 = |flight| {
        matches!(
            flight,
            Flight::ServerHello {
                version: 0x0303,
                suite: 0xc02b | 0xc02c | 0xcca9
            }
        )
    };
    assert!(tls13(answer(both, &hello(Version::Tls13, all.clone()))));
    assert!(tls12(answer(both, &hello(Version::Tls12, all.clone()))));
    assert!(tls12(answer(
        &[&rustls::version::TLS12],
        &hello(Version::Tls13, all.clone())
    )));
    let large = Hello {
        padding: Some(4000),
        ..hello(Version::Tls13, all.clone())
    };
    assert!(tls13(answer(both, &large)));
    let today = Hello {
        groups: [&[X25519MLKEM768], GROUPS.as_slice()].concat(),
        large_share: true,
        ..hello(Version::Tls13, all)
    };
    assert!(tls13(answer(both, &today)));
}

#[test]
fn a_server_refuses_with_an_alert() {
    let modern: &[_] = &[&rustls::version::TLS13, &rustls::version::TLS12];
    let protocol_version = Flight::Alert {
        level: 2,
        description: 70,
    };
    let handshake_failure = Flight::Alert {
        level: 2,
        description: 40,
    };
    for version in [Version::Tls10, Version::Tls11] {
        let asked = hello(version, Kind::EcdheCbc.numbers());
        // This server misses the signature algorithms before it looks at the version.
        assert_eq!(answer(modern, &asked), handshake_failure, "{version:?}");
    }
    for kind in [Kind::EcdheCbc, Kind::Dhe, Kind::Rsa, Kind::Old] {
        let asked = hello(Version::Tls12, kind.numbers());
        assert_eq!(answer(modern, &asked), handshake_failure, "{kind:?}");
    }
    let only_new = Hello {
        min_version: Version::Tls13,
        ..hello(Version::Tls13, Kind::Tls13.numbers())
    };
    assert_eq!(
        answer(&[&rustls::version::TLS12], &only_new),
        protocol_version
    );
}

#[test]
fn a_hello_says_what_was_asked_for() {
    let mut acceptor = Acceptor::default();
    let sent = client_hello(&hello(Version::Tls13, vec![0x1301, 0x002f]));
    acceptor.read_tls(&mut sent.as_slice().by_ref()).unwrap();
    let accepted = acceptor
        .accept()
        .unwrap_or_else(|(error, _)| panic!("{error}"))
        .unwrap();
    let seen = accepted.client_hello();
    assert_eq!(seen.server_name(), Some("mx.example.com"));
    let suites: Vec<u16> = seen
        .cipher_suites()
        .iter()
        .map(|suite| u16::from(*suite))
        .collect();
    assert_eq!(suites, [0x1301, 0x002f]);
}

#[test]
fn the_suite_table_agrees_with_another_copy_of_the_registry() {
    for row in SUITES {
        let other = format!("{:?}", CipherSuite::from(row.number));
        let name = other.replacen("TLS13_", "TLS_", 1);
        // That copy lacks the oldest suites and shows their numbers.
        if !name.starts_with("Unknown") && !name.starts_with("CipherSuite") {
            assert_eq!(name, row.name);
        }
    }
}
