//! The table, a file for each part of the world. ISPDB is Thunderbird's public database of settings as of March 2026, PDB that of Delta Chat; "pages" are
//! the providers' own help pages.

mod america;
mod asia;
mod china;
mod europe;
mod worldwide;

use super::{Password, Provider, Server, UserName, server};
use crate::service::{Endpoint, Service};

const fn imaps(host: &'static str) -> Server {
    server(Service::Imaps, host)
}

const fn imap(host: &'static str) -> Server {
    server(Service::Imap, host)
}

const fn pop3s(host: &'static str) -> Server {
    server(Service::Pop3s, host)
}

const fn pop3(host: &'static str) -> Server {
    server(Service::Pop3, host)
}

const fn submissions(host: &'static str) -> Server {
    server(Service::Submissions, host)
}

const fn submission(host: &'static str) -> Server {
    server(Service::Submission, host)
}

/// A server of a program on the user's own machine, at a port of its own.
const fn at(service: Service, host: &'static str, port: u16) -> Server {
    Server {
        endpoint: Endpoint { service, port },
        host,
    }
}

/// What most rows have: the whole address and the password of the mailbox, and nothing to switch on.
const USUAL: Provider = Provider {
    name: "",
    domains: &[],
    exchangers: &[],
    servers: &[],
    user_name: UserName::Address,
    password: Password::Mailbox,
    switched_on_first: false,
    page: None,
};

/// Every provider.
pub fn providers() -> impl Iterator<Item = &'static Provider> + Clone {
    let parts = [
        worldwide::ROWS,
        china::ROWS,
        asia::ROWS,
        europe::ROWS,
        america::ROWS,
    ];
    parts.into_iter().flatten()
}
