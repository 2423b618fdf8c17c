use super::super::tls_record::records_for_tests as records;
use super::*;

/// A message of a handshake: its kind, and its body behind a length of three bytes.
fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    [&[kind], &length24(body.len())[..], body].concat()
}

fn length24(length: usize) -> [u8; 3] {
    let [.., a, b, c] = length.to_be_bytes();
    [a, b, c]
}

fn long(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&length.to_be_bytes(), content].concat()
}

fn hello(version: u16, suite: u16, extensions: &[u8]) -> Vec<u8> {
    let mut body = version.to_be_bytes().to_vec();
    body.extend([7; 32]);
    body.push(0);
    body.extend(suite.to_be_bytes());
    body.push(0);
    body.extend(long(extensions));
    message(SERVER_HELLO, &body)
}

fn certificates(all: &[&[u8]]) -> Vec<u8> {
    let entries = all.iter();
    let list: Vec<u8> = entries
        .flat_map(|der| [&length24(der.len())[..], der].concat())
        .collect();
    message(
        CERTIFICATE,
        &[&length24(list.len())[..], list.as_slice()].concat(),
    )
}

fn done() -> Vec<u8> {
    message(SERVER_HELLO_DONE, &[])
}

/// The answer, having checked that no beginning of the bytes gives another.
fn stable(bytes: &[u8]) -> Result<Option<Answer>, Malformed> {
    let whole = server_flight(bytes);
    for end in 0..bytes.len() {
        let part = server_flight(&bytes[..end]);
        assert!(part == Ok(None) || part == whole, "{end}: {part:?}");
    }
    whole
}

fn flight(bytes: &[u8]) -> ServerFlight {
    match stable(bytes) {
        Ok(Some(Answer::Flight(flight))) => flight,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_elliptic_flight_shows_chain_group_and_scheme() {
    // named_curve secp384r1, a point of three bytes, rsa_pss_rsae_sha256.
    let exchange = [3, 0, 24, 3, 4, 5, 6, 0x08, 0x04, 0, 1, 9];
    let messages = [
        hello(0x0303, 0xc030, &[0xff, 1, 0, 1, 0, 0, 23, 0, 0]),
        certificates(&[b"leaf", b"issuer"]),
        message(SERVER_KEY_EXCHANGE, &exchange),
        message(CERTIFICATE_REQUEST, &[1, 1, 0, 0, 0, 0]),
        done(),
    ];
    let seen = flight(&records(&messages.concat()));
    assert_eq!(seen.certificates, [b"leaf".to_vec(), b"issuer".to_vec()]);
    assert!(seen.certificate_requested);
    let expected = Agreed {
        version: 0x0303,
        suite: 0xc030,
        group: Some(24),
        dh_bits: None,
        scheme: Some(0x0804),
        renegotiation_info: Some(true),
        extended_master_secret: Some(true),
        stapled: Some(false),
    };
    assert_eq!(seen.agreed, expected);
}

#[test]
fn the_size_of_a_prime_is_counted_in_bits() {
    let prime = |first: &[u8], length: usize| [first, &vec![0xff; length]].concat();
    for (prime, bits) in [
        (prime(&[], 128), 1024),
        (prime(&[0], 256), 2048),
        (prime(&[0, 1], 127), 1017),
        (prime(&[0x7f], 255), 2047),
    ] {
        let mut exchange = [long(&prime), long(&[2]), long(&[5; 8])].concat();
        exchange.extend([0x04, 0x01, 0, 1, 9]);
        let messages = [
            hello(0x0303, 0x009e, &[]),
            certificates(&[b"leaf"]),
            message(SERVER_KEY_EXCHANGE, &exchange),
            done(),
        ];
        let seen = flight(&records(&messages.concat())).agreed;
        assert_eq!((seen.dh_bits, seen.scheme), (Some(bits), Some(0x0401)));
        assert_eq!(seen.renegotiation_info, Some(false));
    }
}

#[test]
fn rsa_key_exchange_and_old_versions_have_no_scheme() {
    let messages = [hello(0x0303, 0x009c, &[]), certificates(&[b"leaf"]), done()];
    let seen = flight(&records(&messages.concat()));
    assert_eq!((seen.agreed.group, seen.agreed.scheme), (None, None));

    // TLS 1.0 signs with MD5 and SHA-1 together, and names no scheme.
    let exchange = [3, 0, 23, 1, 4, 0, 2, 7, 7];
    let messages = [
        hello(0x0301, 0xc014, &[]),
        certificates(&[b"leaf"]),
        message(SERVER_KEY_EXCHANGE, &exchange),
        done(),
    ];
    let seen = flight(&records(&messages.concat())).agreed;
    assert_eq!((seen.group, seen.scheme), (Some(23), None));
}

#[test]
fn of_tls_1_3_the_hello_is_all_there_is() {
    let extensions = [0, 51, 0, 4, 0, 29, 0, 0, 0, 43, 0, 2, 3, 4];
    let bytes = records(&hello(0x0303, 0x1301, &extensions));
    let seen = flight(&bytes);
    assert_eq!((seen.agreed.version, seen.agreed.group), (0x0304, Some(29)));
    assert_eq!(seen.agreed.renegotiation_info, None);
    assert!(seen.certificates.is_empty());
}

#[test]
fn a_stapled_status_is_seen_whether_promised_or_sent() {
    let promised = hello(0x0303, 0xc02f, &[0, 5, 0, 0]);
    let bytes = records(&[promised, certificates(&[b"leaf"]), done()].concat());
    assert_eq!(flight(&bytes).agreed.stapled, Some(true));
    let sent = [
        hello(0x0303, 0xc02f, &[]),
        certificates(&[b"leaf"]),
        message(CERTIFICATE_STATUS, &[1, 0, 0, 0]),
        done(),
    ];
    assert_eq!(flight(&records(&sent.concat())).agreed.stapled, Some(true));
}

#[test]
fn a_flight_that_is_cut_off_keeps_its_hello() {
    let bytes = records(&[hello(0x0303, 0xc013, &[]), certificates(&[b"leaf"])].concat());
    assert_eq!(stable(&bytes), Ok(None));
    let seen = hello_alone(&bytes).unwrap();
    assert_eq!(seen.agreed.suite, 0xc013);
    assert_eq!(seen.certificates.len(), 1);
    assert_eq!(hello_alone(&bytes[..40]), None);
    assert_eq!(hello_alone(b"220 mx ESMTP\r\n"), None);
}

#[test]
fn a_flight_that_is_whole_keeps_what_it_shows() {
    // TLS 1.3, where the hello is all that is in clear.
    let extensions = [0, 43, 0, 2, 3, 4, 0, 51, 0, 4, 0, 29, 0, 0];
    let seen = hello_alone(&records(&hello(0x0303, 0x1302, &extensions))).unwrap();
    assert_eq!((seen.agreed.version, seen.agreed.suite), (0x0304, 0x1302));
    assert_eq!(seen.agreed.group, Some(29));
    let whole = [hello(0x0303, 0x003c, &[]), certificates(&[b"leaf"]), done()];
    let seen = hello_alone(&records(&whole.concat())).unwrap();
    assert_eq!((seen.agreed.suite, seen.certificates.len()), (0x003c, 1));
}

#[test]
fn alerts_plain_words_and_broken_flights() {
    assert_eq!(
        stable(&[21, 3, 1, 0, 2, 2, 70]),
        Ok(Some(Answer::Alert(70)))
    );
    assert_eq!(stable(b"220 mx"), Ok(Some(Answer::NotTls)));
    let second = [hello(0x0303, 0xc013, &[]), hello(0x0303, 0xc013, &[])].concat();
    for broken in [
        records(&certificates(&[b"leaf"])),
        records(&second),
        records(&[hello(0x0303, 0xc013, &[]), message(99, &[])].concat()),
        records(&[hello(0x0303, 0xc013, &[]), message(CERTIFICATE, &[0, 0, 9])].concat()),
        [records(&hello(0x0303, 0xc013, &[])), b"220 mx".to_vec()].concat(),
    ] {
        assert_eq!(stable(&broken), Err(Malformed::BrokenTls));
    }
}

/// Fragments of one byte, thousands of them, as a server sends who wants a reader to keep them all.
#[test]
fn a_flight_in_crumbs_is_bounded() {
    let crumbs = [22, 3, 3, 0, 1, 0].repeat(MAX_REPLY);
    assert!(matches!(
        server_flight(&[&[22, 3, 3, 0, 4, 2, 0, 0xff, 0xff][..], &crumbs].concat()),
        Err(Malformed::ReplyTooLong)
    ));
    let whole = [hello(0x0303, 0xc013, &[]), certificates(&[b"leaf"]), done()].concat();
    let crumbs: Vec<u8> = whole
        .iter()
        .flat_map(|byte| [22, 3, 3, 0, 1, *byte])
        .collect();
    assert_eq!(flight(&crumbs).certificates.len(), 1);
}

#[test]
fn a_chain_is_kept_to_a_limit() {
    let many: Vec<&[u8]> = vec![b"x"; MAX_CHAIN + 5];
    let messages = [hello(0x0303, 0x009c, &[]), certificates(&many), done()];
    let seen = flight(&records(&messages.concat()));
    assert_eq!(seen.certificates.len(), MAX_CHAIN);
}
