//! Logins by a Kerberos ticket (SASL GSSAPI), which fail on this machine or at its realm before a mail server has a word in it.
//!
//! Sources: the error tables of MIT krb5 (`krb5_err.et`, `k5e1_err.et`) and Heimdal, as Cyrus SASL, curl and PHP's imap print
//! them; RFC 2743 section 1.2.1.1 for the major codes; `OpenJDK` `Krb5LoginModule`; Thunderbird in four languages.

use super::Means::Words;
use super::{Group, exact, plain};

/// Words of a login by ticket of which nothing more is known.
pub const UNKNOWN: &str = "code-phrase-kerberos";

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Words("code-phrase-kerberos-ticket"), &[
        "no kerberos credentials available", "no credentials cache found", "no credentials cache file found",
        "no credentials cache was found", "credentials cache*not found", "credentials cache permissions incorrect",
        "credentials cache file permissions incorrect", "no credentials were supplied, or the credentials were unavailable",
        "try running kinit", "failed to find any kerberos tgt", "failed to find any kerberos ticket", "no kerberos ticket",
        "no valid kerberos ticket", "can't find client principal*in cache", "matching credential not found",
        "the referenced credential has expired", "): ticket expired", "(ticket expired", "gss*ticket expired",
        "kerberos*ticket expired", "krb5*ticket expired", "kerberos ticket has expired", "kerberos ticket expired",
        "ticket expired (32)",
    ]),
    exact(Words("code-phrase-kerberos-service"), &[
        "server not found in kerberos database", "(server*not found in kerberos database", "server krbtgt/*not found in kerberos database",
    ]),
    exact(Words("code-phrase-kerberos-clock"), &["clock skew too great"]),
    exact(Words("code-phrase-kerberos-realm"), &[
        "cannot find kdc for", "cannot contact any kdc", "cannot resolve servers for kdc", "cannot resolve network address for kdc",
        "unable to reach any kdc", "cannot locate kdc", "cannot get kdc for realm", "cannot locate default realm",
    ]),
    plain(Words(UNKNOWN), &[
        "gssapi authentication failed", "gssapi authentication failure", "gssapi authentication error", "gssapi login failed",
        "kerberos authentication failed", "kerberos authentication failure", "kerberos authentication error",
        "kerberos login failed", "authenticate gssapi failed", "authenticate gssapi*failed", "gssapi error", "gssapi failure",
        "gss_init_sec_context() failed", "gss_init_sec_context failed", "unspecified gss failure", "kerberos error:",
        "kerberos/gssapi ticket was not accepted", "kerberos/gssapi-ticket*nicht akzeptiert",
        "le ticket kerberos/gssapi n'a pas été accepté", "el tique kerberos/gssapi no ha sido aceptado",
    ]),
];
