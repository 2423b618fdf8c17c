//! Whether a program and a server come to a version, a suite and keys.

use super::{Cause, Measured, Profile, Reason, perhaps, surely};
use crate::facts::{Agreed, TlsAnswer};
use crate::wire::tls_suites::{self, Kind};

const TLS_1_2: u16 = 0x0303;
const TLS_1_3: u16 = 0x0304;

/// What stands in the way of the handshake; nothing where the program and the server agree.
pub(super) fn reasons(measured: &Measured<'_>, profile: &Profile) -> Vec<Reason> {
    let own = measured.asked.iter().find(|(id, ..)| *id == profile.id);
    let own_choice = own.filter(|(_, answer, _)| matches!(answer, TlsAnswer::Chosen { .. }));
    if let Some((_, answer, agreed)) = own_choice {
        let found = of_answer(measured, profile, *answer, *agreed);
        if found.is_empty() || found.iter().any(|reason| reason.sure) {
            return found;
        }
    }
    if let Some(fitting) = newest_that_fits(&measured.agreed, profile) {
        let led_elsewhere = led_to_a_small_group(&measured.agreed, profile, fitting);
        return led_elsewhere.map(perhaps).into_iter().collect();
    }
    if let Some((_, answer, agreed)) = own {
        return of_answer(measured, profile, *answer, *agreed);
    }
    // What the server chose of everything there is, is what it prefers; it may have something else for this program.
    match best(&measured.agreed) {
        None => vec![perhaps(Cause::NotSeen)],
        Some(agreed) => obstacles(agreed, profile)
            .into_iter()
            .map(|reason| {
                let settled = is_settled(agreed, profile, &reason.cause);
                Reason {
                    sure: reason.sure && settled,
                    ..reason
                }
            })
            .collect(),
    }
}

/// Whether nothing is known but that the program would not take what the server agreed to so far.
pub(super) fn is_open(agreed: &[Agreed], profile: &Profile) -> bool {
    if let Some(fitting) = newest_that_fits(agreed, profile) {
        return led_to_a_small_group(agreed, profile, fitting).is_some();
    }
    let settled = best(agreed).is_some_and(|best| {
        let obstacles = obstacles(best, profile);
        let settles = |reason: &Reason| is_settled(best, profile, &reason.cause);
        obstacles.iter().any(settles)
    });
    !settled
}

/// The newest version at which the server agreed to something that the program takes.
fn newest_that_fits(agreed: &[Agreed], profile: &Profile) -> Option<u16> {
    let fitting = agreed
        .iter()
        .filter(|agreed| obstacles(agreed, profile).is_empty());
    fitting.map(|agreed| agreed.version).max()
}

/// A server that chose a group too small for the program, by a suite that the program offers as well, may choose it for the
/// program too: no hello says how large a group of the server's own has to be (RFC 5246 section 7.4.3).
fn led_to_a_small_group(agreed: &[Agreed], profile: &Profile, fitting: u16) -> Option<Cause> {
    let mut same = agreed
        .iter()
        .filter(|agreed| agreed.version >= fitting && profile.versions.contains(&agreed.version));
    same.find_map(|agreed| {
        let bits = agreed.dh_bits.filter(|bits| *bits < profile.dh_bits)?;
        let least = profile.dh_bits;
        let offered = profile.suites.contains(&agreed.suite);
        offered.then_some(Cause::DhBits { bits, least })
    })
}

/// The newest version that the server agreed to.
fn best(agreed: &[Agreed]) -> Option<&Agreed> {
    agreed.iter().max_by_key(|agreed| agreed.version)
}

/// What came of a hello as this program makes it.
fn of_answer(
    measured: &Measured<'_>,
    profile: &Profile,
    answer: TlsAnswer,
    agreed: Option<Agreed>,
) -> Vec<Reason> {
    match answer {
        TlsAnswer::Chosen { version, suite } => {
            let agreed = agreed.unwrap_or_else(|| Agreed {
                version,
                suite,
                ..Agreed::default()
            });
            obstacles(&agreed, profile)
        }
        // The reason is what the server has in place of it.
        TlsAnswer::Alert(_) | TlsAnswer::Nothing => match best(&measured.agreed) {
            None => vec![surely(Cause::NothingInCommon)],
            Some(agreed) => obstacles(agreed, profile),
        },
    }
}

/// Whether a server's choice shows that it has nothing else. A newer version would have been chosen, whoever asks; and
/// whether it knows secure renegotiation does not hang on who asks.
fn is_settled(agreed: &Agreed, profile: &Profile, cause: &Cause) -> bool {
    let same_version = profile
        .versions
        .iter()
        .chain(profile.older_versions)
        .any(|version| *version == agreed.version);
    match cause {
        Cause::Version(_) => {
            let newer_alone = profile.versions.iter().all(|own| *own > agreed.version);
            // It would choose the same for this program.
            newer_alone
                || wants_a_signature(agreed, profile) && profile.suites.contains(&agreed.suite)
        }
        Cause::Renegotiation => same_version,
        // A server is asked for those only when it has refused all others, at each version.
        Cause::Suite(number) => tls_suites::suite(*number)
            .is_some_and(|suite| matches!(suite.kind, Kind::Anonymous | Kind::Unencrypted)),
        _ => false,
    }
}

/// What of this agreement the program would not take.
fn obstacles(agreed: &Agreed, profile: &Profile) -> Vec<Reason> {
    let mut found = Vec::new();
    let version = Cause::Version(agreed.version);
    if wants_a_signature(agreed, profile) {
        found.push(surely(version));
    } else {
        held(
            profile.versions,
            profile.older_versions,
            agreed.version,
            version,
            &mut found,
        );
    }
    let suite = Cause::Suite(agreed.suite);
    held(
        profile.suites,
        profile.older_suites,
        agreed.suite,
        suite,
        &mut found,
    );
    if let Some(group) = agreed.group {
        held(profile.groups, &[], group, Cause::Group(group), &mut found);
    }
    if let Some(bits) = agreed.dh_bits.filter(|bits| *bits < profile.dh_bits) {
        let least = profile.dh_bits;
        found.push(surely(Cause::DhBits { bits, least }));
    }
    // Of TLS 1.0 and 1.1 the scheme is fixed.
    if let Some(scheme) = agreed.scheme.filter(|_| agreed.version >= TLS_1_2) {
        held(
            profile.schemes,
            &[],
            scheme,
            Cause::Scheme(scheme),
            &mut found,
        );
    }
    let unsafe_ = agreed.version < TLS_1_3 && agreed.renegotiation_info == Some(false);
    if unsafe_ && profile.wants_renegotiation_info {
        found.push(surely(Cause::Renegotiation));
    }
    // What the key exchange is like decides as well.
    if found.is_empty() && is_half_seen(agreed) {
        found.push(perhaps(Cause::NotSeen));
    }
    found
}

/// Whether the server signs as in TLS 1.0 and 1.1, and the program does not take that.
fn wants_a_signature(agreed: &Agreed, profile: &Profile) -> bool {
    let name = || tls_suites::suite(agreed.suite).map_or("", |suite| suite.name);
    agreed.version < TLS_1_2 && !profile.old_signatures && !name().starts_with("TLS_RSA_")
}

/// Says that the program does not have something, or has it in some of its versions only.
fn held(all: &[u16], some: &[u16], wanted: u16, cause: Cause, found: &mut Vec<Reason>) {
    if all.contains(&wanted) {
        return;
    }
    found.push(if some.contains(&wanted) {
        perhaps(cause)
    } else {
        surely(cause)
    });
}

/// Whether the hello was seen, and not the key exchange behind it.
fn is_half_seen(agreed: &Agreed) -> bool {
    let name = tls_suites::suite(agreed.suite).map_or("", |suite| suite.name);
    (name.starts_with("TLS_DHE_") && agreed.dh_bits.is_none())
        || (name.starts_with("TLS_ECDHE_") && agreed.group.is_none())
}

/// The name of a group, as IANA has it.
pub(super) fn group_name(group: u16) -> String {
    let known = [
        (23, "secp256r1"),
        (24, "secp384r1"),
        (25, "secp521r1"),
        (26, "brainpoolP256r1"),
        (27, "brainpoolP384r1"),
        (28, "brainpoolP512r1"),
        (29, "x25519"),
        (30, "x448"),
        (256, "ffdhe2048"),
        (257, "ffdhe3072"),
        (258, "ffdhe4096"),
        (259, "ffdhe6144"),
        (260, "ffdhe8192"),
        (4587, "SecP256r1MLKEM768"),
        (4588, "X25519MLKEM768"),
    ];
    named(&known, group)
}

/// The name of a signature scheme, as RFC 8446 section 4.2.3 has it.
pub(super) fn scheme_name(scheme: u16) -> String {
    let known = [
        (0x0201, "rsa_pkcs1_sha1"),
        (0x0203, "ecdsa_sha1"),
        (0x0301, "rsa_pkcs1_sha224"),
        (0x0303, "ecdsa_sha224"),
        (0x0401, "rsa_pkcs1_sha256"),
        (0x0501, "rsa_pkcs1_sha384"),
        (0x0601, "rsa_pkcs1_sha512"),
        (0x0403, "ecdsa_secp256r1_sha256"),
        (0x0503, "ecdsa_secp384r1_sha384"),
        (0x0603, "ecdsa_secp521r1_sha512"),
        (0x0804, "rsa_pss_rsae_sha256"),
        (0x0805, "rsa_pss_rsae_sha384"),
        (0x0806, "rsa_pss_rsae_sha512"),
        (0x0807, "ed25519"),
        (0x0808, "ed448"),
        (0x0809, "rsa_pss_pss_sha256"),
        (0x080a, "rsa_pss_pss_sha384"),
        (0x080b, "rsa_pss_pss_sha512"),
    ];
    named(&known, scheme)
}

fn named(known: &[(u16, &str)], number: u16) -> String {
    let found = known.iter().find(|(other, _)| *other == number);
    found.map_or_else(|| format!("{number:#06x}"), |(_, name)| (*name).to_owned())
}
