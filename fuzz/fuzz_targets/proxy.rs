#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::proxy::{self, Proxy};
use mailcheck_fuzz::check;

fuzz_target!(|bytes: &[u8]| {
    check(bytes, proxy::method);
    check(bytes, proxy::answer);
    check(bytes, proxy::head);
    if let Ok(Some((head, used))) = proxy::head(bytes) {
        assert!(bytes.starts_with(&head.status.0) && bytes[..used].ends_with(b"\r\n\r\n"));
    }
    if let Ok(url) = std::str::from_utf8(bytes) {
        if let Some(proxy) = Proxy::parse(url) {
            assert!(!proxy.host.is_empty() && url.contains(&proxy.host));
        }
    }
});
