//! Logins and mail transactions against the servers that people run: Dovecot, Postfix with SASL of Dovecot and of Cyrus,
//! Exim, `OpenSMTPD`. The servers count the attempts, write down what was asked, and keep the mail.
//!
//! As root, through `tests/run real`. Each test starts itself again inside of fresh mount, network and process namespaces, so
//! that nothing is left of it or its servers, however it ends, and no daemon of this machine is touched. With
//! `MAILCHECK_POSTMEN_SHOW=1` the reports are shown as people read them, in both languages.

#![cfg(target_os = "linux")]

#[path = "../support/mod.rs"]
mod support;

#[path = "../lab/netns.rs"]
#[allow(dead_code, reason = "the lab uses all of it")]
mod netns;

mod asking;
mod cyrus;
mod dovecot;
mod exim;
mod house;
mod logins;
mod opensmtpd;
mod postfix;
mod relays;
mod tokens;
