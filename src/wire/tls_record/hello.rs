//! Builds a hello by hand.

use super::{HANDSHAKE, MAX_PLAINTEXT, SUPPORTED_VERSIONS, Version};

/// What a hand-made hello offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hello {
    /// The newest version offered.
    pub max_version: Version,
    /// The oldest version offered. Before TLS 1.3 a hello names the newest only, so it counts when that is TLS 1.3.
    pub min_version: Version,
    /// The cipher suites, the preferred one first; see [`crate::wire::tls_suites`].
    pub suites: Vec<u16>,
    /// The groups of the key exchange; see [`GROUPS`].
    pub groups: Vec<u16>,
    /// Whether TLS 1.3 sends a share for [`X25519MLKEM768`] as well, before that for x25519, as `OpenSSL` 3.5 does. It makes
    /// the hello larger than one packet.
    pub large_share: bool,
    /// The schemes of the signature; see [`SCHEMES`].
    pub schemes: Vec<u16>,
    /// The name for SNI, without the trailing dot; none for an address. One above 255 bytes is no DNS name and is
    /// left out.
    pub server_name: Option<String>,
    /// Pads the hello (RFC 7685) to this many bytes on the wire, record header included, if it is shorter; at most
    /// 16 KiB. A hello above the path's segment size shows what cannot take it in two pieces.
    pub padding: Option<usize>,
}

const CLIENT_HELLO: u8 = 1;

const SERVER_NAME: u16 = 0;
const STATUS_REQUEST: u16 = 5;
/// OCSP, from anybody, without further wishes (RFC 6066 section 8).
const OCSP: [u8; 5] = [1, 0, 0, 0, 0];
const SUPPORTED_GROUPS: u16 = 10;
const EC_POINT_FORMATS: u16 = 11;
const SIGNATURE_ALGORITHMS: u16 = 13;
const PADDING: u16 = 21;
const EXTENDED_MASTER_SECRET: u16 = 23;
const PSK_KEY_EXCHANGE_MODES: u16 = 45;
const KEY_SHARE: u16 = 51;
const RENEGOTIATION_INFO: u16 = 0xff01;

const X25519: u16 = 29;
/// x25519 and ML-KEM-768 in one (draft-ietf-tls-ecdhe-mlkem).
pub const X25519MLKEM768: u16 = 0x11ec;
/// FIPS 203: the encapsulation key of ML-KEM-768 is three polynomials of 256 numbers below [`Q`], in twelve bits each, and a
/// seed.
const NUMBERS: u16 = 3 * 256;
/// The modulus of ML-KEM. A server has to refuse a key with a number that is not below it (FIPS 203 section 7.2).
const Q: u16 = 3329;
/// x25519, then the NIST curves 256, 384 and 521, and x448. No finite field groups: a server that knows RFC 7919 would stop
/// offering the Diffie-Hellman parameters it has.
pub const GROUPS: [u16; 5] = [X25519, 23, 24, 25, 30];
/// ECDSA, Ed25519, RSA-PSS, RSA PKCS #1, down to SHA-1: the question is what the server has, not what is good.
pub const SCHEMES: [u16; 19] = [
    0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401,
    0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0202,
];
/// Stands for random, session id and key share. No secret ever follows, so it need not be random.
const FIXED: [u8; 32] = *b"mailcheck asks what you speak :)";

/// Builds the records of a hello.
pub fn client_hello(hello: &Hello) -> Vec<u8> {
    let bare = records(&message(hello, None));
    // The extension itself costs four bytes.
    let missing = hello
        .padding
        .map(|size| size.min(MAX_PLAINTEXT).saturating_sub(bare.len()));
    match missing {
        None | Some(0) => bare,
        Some(missing) => records(&message(hello, Some(missing.saturating_sub(4)))),
    }
}

/// The handshake message, with so many bytes of padding.
fn message(hello: &Hello, padding: Option<usize>) -> Vec<u8> {
    let mut body = Vec::new();
    // RFC 8446 4.1.2: TLS 1.3 calls itself 1.2 here and names itself in an extension.
    put_u16(&mut body, hello.max_version.min(Version::Tls12).number());
    body.extend_from_slice(&FIXED);
    put_short(&mut body, &FIXED);
    let suites = &hello.suites[..hello.suites.len().min(MAX_PLAINTEXT / 4)];
    put_long(&mut body, &numbers(suites));
    put_short(&mut body, &[0]);
    put_long(&mut body, &extensions(hello, padding));
    let mut message = vec![CLIENT_HELLO, 0];
    put_long(&mut message, &body);
    message
}

fn extensions(hello: &Hello, padding: Option<usize>) -> Vec<u8> {
    let mut all = Vec::new();
    let mut put = |kind: u16, content: &[u8]| {
        put_u16(&mut all, kind);
        put_long(&mut all, content);
    };
    if let Some(name) = hello
        .server_name
        .as_deref()
        .filter(|name| name.len() <= 255)
    {
        let mut entry = vec![0];
        put_long(&mut entry, name.as_bytes());
        put(SERVER_NAME, &long(&entry));
    }
    put(EXTENDED_MASTER_SECRET, &[]);
    put(RENEGOTIATION_INFO, &[0]);
    put(SUPPORTED_GROUPS, &long(&numbers(bounded(&hello.groups))));
    put(STATUS_REQUEST, &OCSP);
    put(EC_POINT_FORMATS, &[1, 0]);
    // RFC 5246 7.4.1.4.1: not for versions before 1.2.
    if hello.max_version >= Version::Tls12 {
        put(
            SIGNATURE_ALGORITHMS,
            &long(&numbers(bounded(&hello.schemes))),
        );
    }
    if hello.max_version == Version::Tls13 {
        let offered: Vec<_> = Version::ALL
            .iter()
            .rev()
            .filter(|version| **version >= hello.min_version)
            .map(|version| version.number())
            .collect();
        let mut versions = Vec::new();
        put_short(&mut versions, &numbers(&offered));
        put(SUPPORTED_VERSIONS, &versions);
        put(PSK_KEY_EXCHANGE_MODES, &[1, 1]);
        let mut share = Vec::new();
        if hello.large_share {
            put_u16(&mut share, X25519MLKEM768);
            put_long(&mut share, &large_share());
        }
        if hello.groups.contains(&X25519) {
            put_u16(&mut share, X25519);
            put_long(&mut share, &FIXED);
        }
        put(KEY_SHARE, &long(&share));
    }
    if let Some(length) = padding {
        put(PADDING, &vec![0; length]);
    }
    all
}

/// A share for [`X25519MLKEM768`]: an encapsulation key that a server finds in order, and a share for x25519 behind it. Nobody
/// has the secret of either.
fn large_share() -> Vec<u8> {
    let mut share = Vec::new();
    // Not all alike, as no real ones are.
    let numbers: Vec<u16> = (1..=NUMBERS)
        .map(|place| place.wrapping_mul(40_503) % Q)
        .collect();
    for pair in numbers.chunks_exact(2) {
        // FIPS 203 section 4.2.1: two numbers in three bytes, the low bits first.
        let both = u32::from(pair[0]) | u32::from(pair[1]) << 12;
        share.extend_from_slice(&both.to_le_bytes()[..3]);
    }
    share.extend_from_slice(&FIXED);
    share.extend_from_slice(&FIXED);
    share
}

/// As many as any program offers.
fn bounded(numbers: &[u16]) -> &[u16] {
    &numbers[..numbers.len().min(64)]
}

/// Cuts a message into records. RFC 8446 5.1 wants 0x0301 on the first hello.
pub(in crate::wire) fn records(message: &[u8]) -> Vec<u8> {
    let mut wire = Vec::new();
    for piece in message.chunks(MAX_PLAINTEXT) {
        wire.extend_from_slice(&[HANDSHAKE, 3, 1]);
        put_long(&mut wire, piece);
    }
    wire
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_be_bytes())
        .collect()
}

pub(super) fn put_u16(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_be_bytes());
}

/// Puts a vector behind its length in one byte. All callers stay far below 256 bytes.
pub(super) fn put_short(out: &mut Vec<u8>, content: &[u8]) {
    out.push(u8::try_from(content.len()).unwrap_or(u8::MAX));
    out.extend_from_slice(content);
}

/// Puts a vector behind its length in two bytes. The longest content is a whole hello: its suites are cut at 8 KiB, its
/// name at 255 bytes and its padding at 16 KiB, which leaves it below 64 KiB.
pub(super) fn put_long(out: &mut Vec<u8>, content: &[u8]) {
    put_u16(out, u16::try_from(content.len()).unwrap_or(u16::MAX));
    out.extend_from_slice(content);
}

fn long(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put_long(&mut out, content);
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Cursor, RECORD_HEADER, record_header};
    use super::*;

    fn hello(max_version: Version) -> Hello {
        Hello {
            max_version,
            min_version: Version::Tls10,
            suites: vec![0x1301, 0xc02f, 0x002f],
            groups: GROUPS.to_vec(),
            schemes: SCHEMES.to_vec(),
            large_share: false,
            server_name: Some("mx.example.com".to_owned()),
            padding: None,
        }
    }

    #[test]
    fn a_hello_has_the_right_lengths() {
        for version in Version::ALL {
            let bytes = client_hello(&hello(version));
            let header = record_header(&bytes).unwrap();
            assert_eq!((header.content_type, header.version), (HANDSHAKE, 0x0301));
            assert_eq!(usize::from(header.length) + RECORD_HEADER, bytes.len());
            let mut cursor = Cursor(&bytes[RECORD_HEADER..]);
            assert_eq!(cursor.u8(), Some(CLIENT_HELLO));
            assert_eq!(cursor.u24(), Some(bytes.len() - RECORD_HEADER - 4));
            assert_eq!(cursor.u16(), Some(version.min(Version::Tls12).number()));
        }
    }

    #[test]
    fn padding_sets_the_size_on_the_wire() {
        let mut padded = hello(Version::Tls13);
        let bare = client_hello(&padded).len();
        for size in [bare + 4, bare + 5, 1473, 4000, 16_000] {
            padded.padding = Some(size);
            assert_eq!(client_hello(&padded).len(), size);
        }
        for size in [0, bare] {
            padded.padding = Some(size);
            assert_eq!(client_hello(&padded).len(), bare);
        }
        padded.padding = Some(usize::MAX);
        assert_eq!(client_hello(&padded).len(), MAX_PLAINTEXT);
    }

    /// draft-ietf-tls-ecdhe-mlkem: the share of a client has 1216 bytes, 1184 of them the key. FIPS 203 section 7.2 lets a
    /// server refuse what is not the encoding of numbers below 3329.
    #[test]
    fn a_large_share_is_one_that_a_server_finds_in_order() {
        let share = large_share();
        assert_eq!(share.len(), 1184 + 32);
        let mut numbers = Vec::new();
        for three in share[..1152].chunks_exact(3) {
            let three = three.iter().copied().map(u16::from).collect::<Vec<_>>();
            numbers.push(three[0] | (three[1] & 0xf) << 8);
            numbers.push(three[1] >> 4 | three[2] << 4);
        }
        assert_eq!(numbers.len(), 768);
        assert!(numbers.iter().all(|number| *number < 3329));
        let different: std::collections::BTreeSet<_> = numbers.iter().collect();
        assert!(different.len() > 600);
        let mut large = hello(Version::Tls13);
        large.groups.insert(0, X25519MLKEM768);
        let small = client_hello(&large);
        large.large_share = true;
        let large = client_hello(&large);
        // The group, a length and the share.
        assert_eq!(large.len(), small.len() + 2 + 2 + 1216);
        let shares = large
            .windows(6)
            .position(|six| six == [0, 51, 4, 234, 4, 232]);
        let shares = shares.expect("the extension");
        assert_eq!(large[shares + 6..shares + 10], [0x11, 0xec, 4, 192]);
        assert_eq!(large[shares + 10 + 1216..][..4], [0, 29, 0, 32]);
    }

    #[test]
    fn absurd_wishes_give_a_bounded_hello() {
        let absurd = Hello {
            suites: vec![0x1301; 100_000],
            server_name: Some("a".repeat(300)),
            padding: Some(usize::MAX),
            ..hello(Version::Tls13)
        };
        let bytes = client_hello(&absurd);
        assert!(bytes.len() <= 2 * MAX_PLAINTEXT);
        assert!(!bytes.windows(10).any(|part| part == b"aaaaaaaaaa"));
    }
}
