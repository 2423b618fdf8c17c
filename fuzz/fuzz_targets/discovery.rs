//! What a domain may publish about its mail servers: never a panic, and nothing is kept beyond the bounds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::discovery::{autoconfig, pacc};
use mailcheck::target::HostName;

fuzz_target!(|bytes: &[u8]| {
    let documents = [
        autoconfig::parse(bytes, "example.test"),
        pacc::parse(bytes, &[]),
    ];
    for document in documents.into_iter().flatten() {
        assert!(document.servers.len() <= 32);
        for server in document.servers {
            assert!(server.host.parse::<HostName>().is_ok());
            assert_ne!(server.endpoint.port, 0);
        }
    }
});
