#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::proxy::{Url, http, socks};
use mailcheck_fuzz::check;

fuzz_target!(|bytes: &[u8]| {
    check(bytes, socks::method);
    check(bytes, socks::logged_in);
    check(bytes, socks::answer);
    check(bytes, socks::answer_4);
    check(bytes, http::head);
    if let Ok(Some((head, used))) = http::head(bytes) {
        assert!(bytes.starts_with(&head.status.0) && bytes[..used].ends_with(b"\n"));
    }
    if let Ok(url) = std::str::from_utf8(bytes) {
        if let Ok(url) = Url::read(url) {
            assert!(!url.proxy.host.is_empty());
        }
    }
});
