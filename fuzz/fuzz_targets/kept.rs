#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::foreign::{self, Speaks};
use mailcheck::wire::kept::{self, MAX_KEPT_LINE, MAX_KEPT_LIST, MAX_KEPT_REPLY};
use mailcheck::wire::{Text, lines_so_far};

fuzz_target!(|bytes: &[u8]| {
    let text = kept::text(bytes, MAX_KEPT_LINE);
    assert!(text.0.len() <= bytes.len().max(MAX_KEPT_LINE + 32));
    let lines = lines_so_far(bytes);
    for (kept, most) in [
        (kept::reply(lines.clone()), MAX_KEPT_REPLY),
        (kept::list(lines.clone()), MAX_KEPT_LIST),
    ] {
        let size: usize = kept.iter().map(|line| line.0.len()).sum();
        assert!(size <= most + 32);
        // What is kept whole is kept in order.
        let whole = kept.len().saturating_sub(1);
        assert!(kept[..whole].iter().zip(&lines).all(|(kept, line): (&Text, &Text)| {
            *kept == kept::text(&line.0, MAX_KEPT_LINE)
        }));
    }
    for own in [Speaks::Smtp, Speaks::Pop3, Speaks::Imap] {
        let _ = foreign::refusal(bytes, own);
    }
});
