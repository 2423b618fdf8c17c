//! Whose product made an authority up, by the name that it gives itself: virus scanners, and gateways of companies and of
//! schools.
//!
//! Where a name was seen: Chromium's list of such software (`ssl_error_assistant.asciipb`), which has Avast, Bitdefender,
//! Blue Coat, Cisco Umbrella, `ContentKeeper`, Cyberoam, Forcepoint, Fortinet, Kaspersky, `McAfee` Web Gateway, `NetSpark`,
//! Smoothwall, Sophos, Trend Micro and Zscaler; `matlab/matlab-mcp-server#100` (Norton), `curl/curl#11268` (AVG),
//! `mscdex/node-imap#741` (Avast's three names), `keybase/client#7228` (Kaspersky on macOS), `win-acme/win-acme#2473`
//! (Fortinet). Cloudflare's and Bitdefender's second name stand in logs that people published. The others are names that
//! the products give themselves, and no report of them is known here.

use crate::finding::Owner;

/// A product that opens encrypted connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Maker {
    /// As its maker writes it. `None` where several share the name.
    pub(super) product: Option<&'static str>,
    /// Where it runs: on this machine, or in its network.
    pub(super) owner: Owner,
}

/// The product behind an authority of this name, if it is known for that.
pub(super) fn of(name: &str) -> Option<Maker> {
    let lower = name.to_lowercase();
    let pairs = Pairs::of(&lower);
    let is_in = |mark: &&str| pairs.may_begin(mark) && lower.contains(*mark);
    let within = |rows: &[(&'static str, &[&str])], owner| {
        let known = rows.iter().find(|(_, marks)| marks.iter().any(is_in));
        known.map(|(product, _)| Maker {
            product: Some(*product).filter(|product| !product.is_empty()),
            owner,
        })
    };
    within(SHIELDS, Owner::ThisMachine).or_else(|| within(GATEWAYS, Owner::Network))
}

/// Which two bytes follow each other in a text, by their lower five bits: nearly every authority has none of the names, and
/// each of them would be looked for.
struct Pairs([u32; 32]);

impl Pairs {
    fn of(text: &str) -> Self {
        let mut pairs = [0; 32];
        for pair in text.as_bytes().windows(2) {
            pairs[usize::from(pair[0] & 31)] |= 1 << (pair[1] & 31);
        }
        Self(pairs)
    }

    /// Whether something may begin in the text as `mark` does.
    fn may_begin(&self, mark: &str) -> bool {
        match mark.as_bytes() {
            [one, other, ..] => self.0[usize::from(one & 31)] & 1 << (other & 31) != 0,
            _ => true,
        }
    }
}

/// Programs on the own machine, and what the names of their authorities have in them, in small letters.
const SHIELDS: &[(&str, &[&str])] = &[
    (
        "Avast",
        &["avast! web/mail shield", "avast web/mail shield"],
    ),
    ("AVG", &["avg web/mail shield"]),
    ("Norton", &["norton web/mail shield"]),
    ("Avira", &["avira web/mail shield"]),
    ("", &["web/mail shield"]),
    (
        "Kaspersky",
        &[
            "kaspersky anti-virus",
            "kaspersky endpoint",
            "kaspersky web anti-virus",
            "kaspersky lab",
        ],
    ),
    ("ESET", &["eset ssl filter"]),
    (
        "Bitdefender",
        &["bitdefender personal ca", "bitdefender ca ssl"],
    ),
    ("AdGuard", &["adguard personal"]),
    ("Dr.Web", &["spider gate", "dr.web"]),
    ("G DATA", &["g data"]),
    ("BullGuard", &["bullguard"]),
    ("Qustodio", &["qustodio"]),
    ("Net Nanny", &["net nanny"]),
    ("Covenant Eyes", &["covenant eyes"]),
    // Programs of developers, which open what a machine says to look at it.
    ("Fiddler", &["do_not_trust_fiddlerroot"]),
    ("Charles", &["charles proxy"]),
    ("Burp Suite", &["portswigger ca"]),
    ("Proxyman", &["proxyman ca"]),
];

/// The same for gateways, and for programs of theirs on the own machine that lead there.
const GATEWAYS: &[(&str, &[&str])] = &[
    ("Zscaler", &["zscaler"]),
    ("Fortinet FortiGate", &["fortinet", "fortigate"]),
    ("Netskope", &["netskope", "goskope"]),
    (
        "Palo Alto Networks",
        &["forward trust", "decryption trust", "palo alto"],
    ),
    ("Sophos", &["sophos"]),
    ("Cyberoam", &["cyberoam"]),
    ("SonicWall", &["sonicwall", "dpi-ssl"]),
    (
        "WatchGuard Firebox",
        &["fireware https proxy", "watchguard"],
    ),
    ("Cisco Umbrella", &["cisco umbrella"]),
    ("Cisco Secure", &["cisco secure"]),
    (
        "Cloudflare Gateway",
        &["gateway ca - cloudflare", "cloudflare for teams"],
    ),
    ("Sangfor", &["sangfor"]),
    ("Stormshield", &["stormshield"]),
    ("Blocksi", &["blocksi"]),
    ("Linewize", &["linewize"]),
    ("GoGuardian", &["goguardian"]),
    ("Cato Networks", &["cato networks"]),
    (
        "McAfee Web Gateway (Skyhigh)",
        &["mcafee web gateway", "skyhigh"],
    ),
    (
        "Symantec Blue Coat ProxySG",
        &["blue coat", "bluecoat", "proxysg"],
    ),
    ("Forcepoint", &["forcepoint", "websense"]),
    ("Trend Micro InterScan", &["iwss.trend"]),
    ("Barracuda", &["barracuda"]),
    ("Check Point", &["check point", "checkpoint"]),
    ("Arista Untangle", &["untangle", "arista edge threat"]),
    ("iboss", &["iboss"]),
    ("Smoothwall", &["smoothwall"]),
    ("Lightspeed", &["lightspeed"]),
    ("ContentKeeper", &["contentkeeper"]),
    ("NetSpark", &["netspark"]),
    ("Securly", &["securly"]),
    ("Menlo Security", &["menlo security"]),
    ("mitmproxy", &["mitmproxy"]),
    ("Squid", &["squid proxy"]),
    ("OPNsense", &["opnsense proxy"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_passed_over_wherever_it_stands() {
        let rows = SHIELDS.iter().chain(GATEWAYS);
        for mark in rows.flat_map(|(_, marks)| *marks) {
            for name in [
                (*mark).to_owned(),
                format!("CN={mark}"),
                format!("{mark} é").to_uppercase(),
                format!("O=x{mark}x"),
            ] {
                assert!(of(&name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn a_product_is_known_by_the_name_of_its_authority() {
        let here = Owner::ThisMachine;
        let rows = [
            // Chromium's list.
            (
                "CN=avast! Web/Mail Shield Root,O=avast! Web/Mail Shield",
                "Avast",
                here,
            ),
            (
                "CN=Bitdefender Personal CA.Net-Defender,O=Bitdefender",
                "Bitdefender",
                here,
            ),
            (
                "CN=Kaspersky Anti-Virus Personal Root Certificate",
                "Kaspersky",
                here,
            ),
            (
                "CN=FortiGate CA,O=Fortinet",
                "Fortinet FortiGate",
                Owner::Network,
            ),
            (
                "CN=FWF60D,O=Fortinet Ltd.",
                "Fortinet FortiGate",
                Owner::Network,
            ),
            (
                "CN=Forcepoint Cloud CA,O=Forcepoint LLC",
                "Forcepoint",
                Owner::Network,
            ),
            (
                "CN=Cyberoam_SSL_CA,O=Cyberoam Certificate Authority",
                "Cyberoam",
                Owner::Network,
            ),
            ("CN=IWSS.TREND", "Trend Micro InterScan", Owner::Network),
            ("CN=www.netspark.com,O=NetSpark", "NetSpark", Owner::Network),
            ("CN=Sophos_CA_C01001ABC", "Sophos", Owner::Network),
            (
                "CN=sophosutm Proxy CA,O=sophosutm",
                "Sophos",
                Owner::Network,
            ),
            (
                "CN=Zscaler Root CA,O=Zscaler Inc.",
                "Zscaler",
                Owner::Network,
            ),
            // matlab/matlab-mcp-server#100
            (
                "CN=Norton Web/Mail Shield Self-signed Root,O=Norton Web/Mail Shield",
                "Norton",
                here,
            ),
            // curl/curl#11268, keybase/client#7228
            ("CN=AVG Web/Mail Shield Root", "AVG", here),
            (
                "O=AO Kaspersky Lab,CN=Kaspersky Web Anti-Virus Certification Authority",
                "Kaspersky",
                here,
            ),
            (
                "CN=ESET SSL Filter CA,O=ESET\\, spol. s r. o.",
                "ESET",
                here,
            ),
            ("CN=certadmin,O=Netskope Inc.", "Netskope", Owner::Network),
            (
                "CN=McAfee Web Gateway",
                "McAfee Web Gateway (Skyhigh)",
                Owner::Network,
            ),
            (
                "CN=Bitdefender CA SSL,O=Endpoint,L=Bucharest",
                "Bitdefender",
                here,
            ),
            (
                "CN=Gateway CA - Cloudflare Managed G1",
                "Cloudflare Gateway",
                Owner::Network,
            ),
        ];
        for (name, product, owner) in rows {
            let product = Some(product);
            assert_eq!(of(name), Some(Maker { product, owner }), "{name}");
        }
        let shared = of("CN=CCleaner Web/Mail Shield Root").map(|maker| maker.product);
        assert_eq!(shared, Some(None));
    }

    #[test]
    fn authorities_of_companies_and_of_windows_are_nobody_s_product() {
        for name in [
            "CN=Contoso Issuing CA 01,O=Contoso",
            "CN=Microsoft Root Certificate Authority 2011,O=Microsoft Corporation",
            "CN=Symantec Enterprise Mobile Root for Microsoft",
            "CN=Cisco Root CA 2048,O=Cisco Systems",
            "CN=McAfee,O=Intel",
            "",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
