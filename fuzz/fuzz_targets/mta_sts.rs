//! What a domain publishes about the protection of its mail: never a panic, nothing kept beyond the bounds, every mistake
//! in its place, and what is usable is whole.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::mta_sts::policy::{self, Mode};
use mailcheck::mta_sts::{Mistake, record, reports};

fuzz_target!(|bytes: &[u8]| {
    let read = policy::read(bytes);
    check(
        &read.mistakes,
        bytes.split(|&byte| byte == b'\n').count() + 1,
    );
    match read.policy {
        Some(policy) => {
            assert!(policy.patterns.len() <= 64 && policy.max_age <= 31_557_600);
            assert!(
                policy.mode == Mode::None
                    || !policy.patterns.is_empty()
                    || !read.mistakes.is_empty()
            );
            for pattern in policy.patterns {
                assert!(pattern.fits(&format!(
                    "{}{}",
                    if pattern.star { "a." } else { "" },
                    pattern.name
                )));
            }
        }
        // Nobody is told that a policy is useless without being told why.
        None => assert!(!read.mistakes.is_empty()),
    }
    let records: Vec<String> = String::from_utf8_lossy(bytes)
        .lines()
        .map(str::to_owned)
        .collect();
    if let record::Read::Bad { mistakes, id } = record::read(&records) {
        assert!(!mistakes.is_empty() && id.is_none_or(|id| !id.is_empty()));
        check(&mistakes, 1);
    }
    if let reports::Read::Bad(mistakes) = reports::read(&records) {
        assert!(!mistakes.is_empty());
        check(&mistakes, 1);
    }
});

fn check(mistakes: &[Mistake], lines: usize) {
    assert!(mistakes.len() <= 8);
    for mistake in mistakes {
        assert!(mistake.column > 0 && (1..=lines).contains(&mistake.line));
        assert!(mistake.text.chars().count() <= 81);
    }
}
