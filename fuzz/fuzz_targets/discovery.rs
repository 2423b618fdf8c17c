//! What a domain may publish about its mail servers: never a panic, and nothing is kept beyond the bounds.
#![no_main]

use data_encoding::BASE64;
use libfuzzer_sys::fuzz_target;
use mailcheck::discovery::{autoconfig, pacc};
use mailcheck::target::HostName;
use ring::digest;

fuzz_target!(|bytes: &[u8]| {
    // A document that no record vouches for is not read any further.
    let digest = digest::digest(&digest::SHA256, bytes);
    let record = format!("v=UAAC1; a=sha256; d={}", BASE64.encode(digest.as_ref()));
    let documents = [
        autoconfig::parse(bytes, "example.test"),
        pacc::parse(bytes, &[record]),
    ];
    for document in documents.into_iter().flatten() {
        assert!(document.servers.len() <= 32);
        for server in document.servers {
            assert!(server.host.parse::<HostName>().is_ok());
            assert_ne!(server.endpoint.port, 0);
        }
    }
});
