#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::pop3;
use mailcheck_fuzz::{check, check_line};

fuzz_target!(|bytes: &[u8]| {
    check(bytes, pop3::multiline);
    assert!(pop3::refusal_so_far(bytes).is_none_or(|status| !status.ok));
    let Ok(Some((lines, used))) = pop3::multiline(bytes) else {
        return;
    };
    lines.iter().for_each(check_line);
    let endings = bytes[..used].iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(endings, lines.len() + 1);
    let mechanisms = pop3::sasl_mechanisms(&lines);
    assert!(
        mechanisms
            .iter()
            .all(|name| !name.is_empty() && !name.contains([' ', '\t']))
    );
});
