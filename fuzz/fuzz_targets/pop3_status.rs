#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::pop3;
use mailcheck_fuzz::{check, check_line};

fuzz_target!(|bytes: &[u8]| {
    check(bytes, pop3::status);
    let Ok(Some((status, used))) = pop3::status(bytes) else {
        return;
    };
    check_line(&status.line);
    assert!(bytes.starts_with(&status.line.0));
    assert!(status.line.0.ends_with(&status.text.0));
    assert_eq!(
        used - status.line.0.len(),
        if status.bare_lf { 1 } else { 2 }
    );
    assert!(
        status
            .line
            .starts_with_ignore_ascii_case(if status.ok { "+OK" } else { "-ERR" })
    );
    if let Some(code) = &status.code {
        assert!(!code.0.contains(&b']'));
    }
});
