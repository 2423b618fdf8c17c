//! What `openssl s_client` sees of the servers, so that the lab does not take its own word for what is wrong with them.

use crate::certificates::Variant;
use crate::hosts::{HOSTS, Host, Runs};
use crate::lab::Lab;
use crate::topology::Place;

/// The seven services: port, and the protocol whose STARTTLS comes first.
const SERVICES: [(u16, Option<&str>); 7] = [
    (25, Some("smtp")),
    (587, Some("smtp")),
    (465, None),
    (110, Some("pop3")),
    (995, None),
    (143, Some("imap")),
    (993, None),
];

/// Where openssl sees something else than the lab means to show, a line each.
pub(crate) fn disagreements(lab: &Lab<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for host in HOSTS {
        let Runs::Both(variant) = host.runs else {
            continue;
        };
        for address in [host.ipv4(), format!("[{}]", host.ipv6())] {
            for (port, starttls) in SERVICES {
                let target = format!("{address}:{port}");
                let seen = s_client(lab, host, &target, starttls);
                let (code, length) = (code(variant), chain_length(variant));
                let certificates = seen.matches("-----BEGIN CERTIFICATE-----").count();
                if !seen.contains(&format!("Verify return code: {code} ("))
                    || certificates != length
                {
                    wrong.push(format!(
                        "{variant:?} {target}: expected code {code} and {length} certificates:\n{seen}"
                    ));
                }
            }
        }
    }
    wrong
}

/// What it says of each variant: the codes of `X509_verify_cert_error_string(3)`.
fn code(variant: Variant) -> u32 {
    match variant {
        Variant::Good
        | Variant::ManyNames
        | Variant::Expiring
        | Variant::Weak
        | Variant::Rsa
        | Variant::Shield
        | Variant::Malformed => 0,
        Variant::NotYetValid => 9,
        // It shows the last of several problems, and looks at the name before the date.
        Variant::Expired | Variant::ExpiredIntermediate | Variant::ExpiredAndMisnamed => 10,
        Variant::SelfSigned => 18,
        Variant::UnknownIssuer => 19,
        // "unable to verify the first certificate"
        Variant::Incomplete => 21,
        Variant::WrongPurpose => 26,
        Variant::Misnamed => 62,
    }
}

/// How many certificates the server sends.
fn chain_length(variant: Variant) -> usize {
    match variant {
        Variant::SelfSigned | Variant::Incomplete | Variant::Shield => 1,
        Variant::Good
        | Variant::ManyNames
        | Variant::Expired
        | Variant::NotYetValid
        | Variant::Expiring
        | Variant::Misnamed
        | Variant::UnknownIssuer
        | Variant::WrongPurpose
        | Variant::Weak
        | Variant::Rsa
        | Variant::ExpiredIntermediate
        | Variant::ExpiredAndMisnamed
        | Variant::Malformed => 2,
    }
}

/// The chain in PEM, and the verdict on it for the name of the host.
fn s_client(lab: &Lab<'_>, host: &Host, target: &str, starttls: Option<&str>) -> String {
    let mut command = lab.topology.at(Place::Client).command("timeout");
    command.args([
        "20",
        "openssl",
        "s_client",
        "-showcerts",
        "-connect",
        target,
    ]);
    command.arg("-CAfile").arg(&lab.shared.certificates.roots);
    command.args([
        "-servername",
        &host.name(),
        "-verify_hostname",
        &host.name(),
    ]);
    command.args(
        starttls
            .iter()
            .flat_map(|protocol| ["-starttls", *protocol]),
    );
    let output = command
        .stdin(std::process::Stdio::null())
        .output()
        .expect("openssl runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
