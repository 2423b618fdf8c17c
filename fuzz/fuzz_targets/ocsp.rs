#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::ocsp::{self, Response};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Response::Answered(statuses)) = ocsp::response(bytes) {
        assert!(statuses.len() <= 16);
        for status in statuses {
            // Two digits a byte, and no more bytes than came.
            assert!(status.serial.len() <= 2 * bytes.len());
        }
    }
});
