//! What this build is, for a bug report.

use std::ffi::OsString;
use std::sync::LazyLock;

use crate::net::tls;
use crate::report::json::SCHEMA_VERSION;
use crate::words::Lang;

/// The answer to whoever asks for the version and for nothing else. The library gives the same, but not before it was told
/// of every option that there is.
pub fn asked_alone(args: &[OsString]) -> Option<String> {
    let [_, word] = args else { return None };
    let version = match word.to_str()? {
        "-V" => env!("CARGO_PKG_VERSION"),
        "--version" => long(),
        _ => return None,
    };
    Some(format!("{} {version}\n", env!("CARGO_PKG_NAME")))
}

/// What `--version` says behind the name; the first line begins with the plain version. A build outside a checkout
/// knows no commit, and leaves it out.
pub fn long() -> &'static str {
    static LONG: LazyLock<String> = LazyLock::new(|| lines().join("\n"));
    &LONG
}

fn lines() -> Vec<String> {
    let commit = match (
        option_env!("MAILCHECK_BUILD_COMMIT"),
        option_env!("MAILCHECK_BUILD_DATE"),
    ) {
        (Some(commit), Some(date)) => format!(" ({commit} {date})"),
        (_, None) | (None, _) => String::new(),
    };
    let mut lines = vec![format!("{}{commit}", env!("CARGO_PKG_VERSION"))];
    let built = [
        ("Target", option_env!("MAILCHECK_BUILD_TARGET")),
        ("Compiler", option_env!("MAILCHECK_BUILD_COMPILER")),
    ];
    let built = built
        .into_iter()
        .filter_map(|(what, value)| Some((what, value?)));
    lines.extend(built.map(|(what, value)| format!("{what}: {value}")));
    let languages = Lang::ALL.map(Lang::tag).join(", ");
    lines.extend([
        format!("TLS: {}", tls::LIBRARY),
        format!(
            "Trust: {} authorities of Mozilla, built in; those of the system with --roots system",
            tls::mozilla_roots()
        ),
        format!("Features: {}", FEATURES.join(", ")),
        format!("Languages: {languages}"),
        format!("JSON schema: {SCHEMA_VERSION}"),
    ]);
    lines
}

/// What differs between systems comes last.
#[cfg(target_os = "linux")]
const FEATURES: [&str; 4] = ["IPv6", "DNSSEC and DANE", "ICMP errors", "path tracing"];
#[cfg(not(target_os = "linux"))]
const FEATURES: [&str; 2] = ["IPv6", "DNSSEC and DANE"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, Mistake};
    use crate::words::Lang;

    #[test]
    fn the_short_way_to_the_version_says_what_the_library_says() {
        for word in ["-V", "--version"] {
            let args = ["mailcheck", word].map(OsString::from);
            let said = match Cli::from_words(args.clone(), &|_| None, Lang::En) {
                Err(Mistake::Words(error)) => error.to_string(),
                other => panic!("{word}: {other:?}"),
            };
            assert_eq!(asked_alone(&args), Some(said));
        }
        for line in [
            &["mailcheck", "-VV"][..],
            &["mailcheck", "-V", "h"],
            &["-V"],
        ] {
            let args: Vec<OsString> = line.iter().map(OsString::from).collect();
            assert_eq!(asked_alone(&args), None, "{line:?}");
        }
    }
}
