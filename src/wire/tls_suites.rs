//! The cipher suites that a hand-made hello can ask for: numbers and names of the IANA registry of TLS parameters.

/// Suites that share an answer to "why do a modern client and this server not agree?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// TLS 1.3, where the key exchange is negotiated apart.
    Tls13,
    /// Elliptic curves and authenticated encryption: what a strict TLS 1.2 client offers.
    Ecdhe,
    /// Elliptic curves, and CBC encryption.
    EcdheCbc,
    /// Diffie-Hellman over finite fields.
    Dhe,
    /// The key encrypted with the server's RSA key: no forward secrecy.
    Rsa,
    /// Camellia, SEED, IDEA, and AES with CCM: what hardly any client offers.
    Rare,
    /// Triple DES, RC4, DES and export ciphers.
    Old,
    /// Without a certificate: encrypted for whoever answers (RFC 5246 appendix F.1.1.1).
    Anonymous,
    /// With a certificate, and without encryption.
    Unencrypted,
}

impl Kind {
    /// Every kind, the best first.
    pub const ALL: [Self; 9] = [
        Self::Tls13,
        Self::Ecdhe,
        Self::EcdheCbc,
        Self::Dhe,
        Self::Rsa,
        Self::Rare,
        Self::Old,
        Self::Anonymous,
        Self::Unencrypted,
    ];

    /// The numbers of its suites, in the order of the table.
    pub fn numbers(self) -> Vec<u16> {
        let own = SUITES.iter().filter(|suite| suite.kind == self);
        own.map(|suite| suite.number).collect()
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suite {
    /// The number on the wire.
    pub number: u16,
    /// The name in the registry.
    pub name: &'static str,
    /// What it is good for.
    pub kind: Kind,
}

/// The suite of a number, if the table has it.
pub fn suite(number: u16) -> Option<&'static Suite> {
    SUITES.iter().find(|suite| suite.number == number)
}

/// The table, the best suites first.
pub const SUITES: [Suite; 95] = [
    row(0x1301, "TLS_AES_128_GCM_SHA256", Kind::Tls13),
    row(0x1302, "TLS_AES_256_GCM_SHA384", Kind::Tls13),
    row(0x1303, "TLS_CHACHA20_POLY1305_SHA256", Kind::Tls13),
    row(0x1304, "TLS_AES_128_CCM_SHA256", Kind::Tls13),
    row(0x1305, "TLS_AES_128_CCM_8_SHA256", Kind::Tls13),
    row(
        0xc02b,
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        Kind::Ecdhe,
    ),
    row(
        0xc02c,
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        Kind::Ecdhe,
    ),
    row(
        0xcca9,
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        Kind::Ecdhe,
    ),
    row(0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", Kind::Ecdhe),
    row(0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", Kind::Ecdhe),
    row(
        0xcca8,
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        Kind::Ecdhe,
    ),
    row(
        0xc009,
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        Kind::EcdheCbc,
    ),
    row(
        0xc00a,
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
        Kind::EcdheCbc,
    ),
    row(
        0xc023,
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
        Kind::EcdheCbc,
    ),
    row(
        0xc024,
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
        Kind::EcdheCbc,
    ),
    row(0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", Kind::EcdheCbc),
    row(0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", Kind::EcdheCbc),
    row(
        0xc027,
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        Kind::EcdheCbc,
    ),
    row(
        0xc028,
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
        Kind::EcdheCbc,
    ),
    row(0x009e, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", Kind::Dhe),
    row(0x009f, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", Kind::Dhe),
    row(
        0xccaa,
        "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        Kind::Dhe,
    ),
    row(0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA", Kind::Dhe),
    row(0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA", Kind::Dhe),
    row(0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256", Kind::Dhe),
    row(0x006b, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256", Kind::Dhe),
    row(0x0045, "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA", Kind::Dhe),
    row(0x0088, "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA", Kind::Dhe),
    row(0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256", Kind::Rsa),
    row(0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384", Kind::Rsa),
    row(0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA", Kind::Rsa),
    row(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA", Kind::Rsa),
    row(0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256", Kind::Rsa),
    row(0x003d, "TLS_RSA_WITH_AES_256_CBC_SHA256", Kind::Rsa),
    row(0x0041, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA", Kind::Rsa),
    row(0x0084, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA", Kind::Rsa),
    row(
        0xc072,
        "TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256",
        Kind::Rare,
    ),
    row(
        0xc073,
        "TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384",
        Kind::Rare,
    ),
    row(
        0xc076,
        "TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256",
        Kind::Rare,
    ),
    row(
        0xc077,
        "TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384",
        Kind::Rare,
    ),
    row(
        0xc086,
        "TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256",
        Kind::Rare,
    ),
    row(
        0xc087,
        "TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384",
        Kind::Rare,
    ),
    row(
        0xc08a,
        "TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256",
        Kind::Rare,
    ),
    row(
        0xc08b,
        "TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384",
        Kind::Rare,
    ),
    row(0xc0ac, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM", Kind::Rare),
    row(0xc0ad, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM", Kind::Rare),
    row(0xc0ae, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8", Kind::Rare),
    row(0xc0af, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8", Kind::Rare),
    row(0x009a, "TLS_DHE_RSA_WITH_SEED_CBC_SHA", Kind::Rare),
    row(
        0x00be,
        "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256",
        Kind::Rare,
    ),
    row(
        0x00c4,
        "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256",
        Kind::Rare,
    ),
    row(
        0xc07c,
        "TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256",
        Kind::Rare,
    ),
    row(
        0xc07d,
        "TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384",
        Kind::Rare,
    ),
    row(0xc09e, "TLS_DHE_RSA_WITH_AES_128_CCM", Kind::Rare),
    row(0xc09f, "TLS_DHE_RSA_WITH_AES_256_CCM", Kind::Rare),
    row(0xc0a2, "TLS_DHE_RSA_WITH_AES_128_CCM_8", Kind::Rare),
    row(0xc0a3, "TLS_DHE_RSA_WITH_AES_256_CCM_8", Kind::Rare),
    row(0x0007, "TLS_RSA_WITH_IDEA_CBC_SHA", Kind::Rare),
    row(0x0096, "TLS_RSA_WITH_SEED_CBC_SHA", Kind::Rare),
    row(0x00ba, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256", Kind::Rare),
    row(0x00c0, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256", Kind::Rare),
    row(0xc07a, "TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256", Kind::Rare),
    row(0xc07b, "TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384", Kind::Rare),
    row(0xc09c, "TLS_RSA_WITH_AES_128_CCM", Kind::Rare),
    row(0xc09d, "TLS_RSA_WITH_AES_256_CCM", Kind::Rare),
    row(0xc0a0, "TLS_RSA_WITH_AES_128_CCM_8", Kind::Rare),
    row(0xc0a1, "TLS_RSA_WITH_AES_256_CCM_8", Kind::Rare),
    row(0xc008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA", Kind::Old),
    row(0xc012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", Kind::Old),
    row(0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA", Kind::Old),
    row(0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA", Kind::Old),
    row(0xc007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA", Kind::Old),
    row(0xc011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA", Kind::Old),
    row(0x0005, "TLS_RSA_WITH_RC4_128_SHA", Kind::Old),
    row(0x0004, "TLS_RSA_WITH_RC4_128_MD5", Kind::Old),
    row(0x0015, "TLS_DHE_RSA_WITH_DES_CBC_SHA", Kind::Old),
    row(0x0009, "TLS_RSA_WITH_DES_CBC_SHA", Kind::Old),
    row(0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5", Kind::Old),
    row(
        0xc019,
        "TLS_ECDH_anon_WITH_AES_256_CBC_SHA",
        Kind::Anonymous,
    ),
    row(
        0xc018,
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        Kind::Anonymous,
    ),
    row(
        0x00a7,
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384",
        Kind::Anonymous,
    ),
    row(
        0x00a6,
        "TLS_DH_anon_WITH_AES_128_GCM_SHA256",
        Kind::Anonymous,
    ),
    row(
        0x006d,
        "TLS_DH_anon_WITH_AES_256_CBC_SHA256",
        Kind::Anonymous,
    ),
    row(
        0x006c,
        "TLS_DH_anon_WITH_AES_128_CBC_SHA256",
        Kind::Anonymous,
    ),
    row(0x003a, "TLS_DH_anon_WITH_AES_256_CBC_SHA", Kind::Anonymous),
    row(0x0034, "TLS_DH_anon_WITH_AES_128_CBC_SHA", Kind::Anonymous),
    row(
        0xc017,
        "TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA",
        Kind::Anonymous,
    ),
    row(0x001b, "TLS_DH_anon_WITH_3DES_EDE_CBC_SHA", Kind::Anonymous),
    row(0xc016, "TLS_ECDH_anon_WITH_RC4_128_SHA", Kind::Anonymous),
    row(0x0018, "TLS_DH_anon_WITH_RC4_128_MD5", Kind::Anonymous),
    row(0xc006, "TLS_ECDHE_ECDSA_WITH_NULL_SHA", Kind::Unencrypted),
    row(0xc010, "TLS_ECDHE_RSA_WITH_NULL_SHA", Kind::Unencrypted),
    row(0x003b, "TLS_RSA_WITH_NULL_SHA256", Kind::Unencrypted),
    row(0x0002, "TLS_RSA_WITH_NULL_SHA", Kind::Unencrypted),
    row(0x0001, "TLS_RSA_WITH_NULL_MD5", Kind::Unencrypted),
];

const fn row(number: u16, name: &'static str, kind: Kind) -> Suite {
    Suite { number, name, kind }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;
    use std::collections::HashSet;

    #[test]
    fn numbers_and_names_are_unique_and_every_kind_has_rows() {
        let numbers: HashSet<_> = SUITES.iter().map(|suite| suite.number).collect();
        let names: HashSet<_> = SUITES.iter().map(|suite| suite.name).collect();
        assert_eq!((numbers.len(), names.len()), (SUITES.len(), SUITES.len()));
        assert!(SUITES.is_sorted_by_key(|suite| suite.kind));
        let kinds: usize = Kind::ALL.iter().map(|kind| kind.numbers().len()).sum();
        assert_eq!(kinds, SUITES.len());
        assert!(Kind::ALL.iter().all(|kind| !kind.numbers().is_empty()));
    }

    #[test]
    fn a_kind_holds_what_its_name_says() {
        for suite in SUITES {
            let fits = match suite.kind {
                Kind::Tls13 => !suite.name.contains("_WITH_"),
                Kind::Ecdhe => {
                    suite.name.starts_with("TLS_ECDHE_") && !suite.name.contains("_CBC_")
                }
                Kind::EcdheCbc => {
                    suite.name.starts_with("TLS_ECDHE_") && suite.name.contains("_CBC_")
                }
                Kind::Dhe => suite.name.starts_with("TLS_DHE_"),
                Kind::Rsa => suite.name.starts_with("TLS_RSA_WITH_"),
                Kind::Rare => ["CCM", "CAMELLIA", "SEED", "IDEA"]
                    .iter()
                    .any(|rare| suite.name.contains(rare)),
                Kind::Old => ["DES", "RC4", "EXPORT"]
                    .iter()
                    .any(|old| suite.name.contains(old)),
                Kind::Anonymous => suite.name.contains("_anon_"),
                Kind::Unencrypted => suite.name.contains("_WITH_NULL_"),
            };
            assert!(fits, "{}", suite.name);
        }
        assert_eq!(
            suite(0x002f).map(|suite| suite.name),
            Some("TLS_RSA_WITH_AES_128_CBC_SHA")
        );
        assert_eq!(suite(0xffff), None);
        // The registry says the same of every number.
        for suite in SUITES {
            assert_eq!(
                codes::tls::cipher_suite_name(suite.number),
                Some(suite.name)
            );
        }
    }
}
