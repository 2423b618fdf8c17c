#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::foreign::{Speaks, identify};
use mailcheck::wire::{imap, pop3, smtp};
use mailcheck_fuzz::cuts;

fuzz_target!(|bytes: &[u8]| {
    let whole = identify(bytes);
    for end in cuts(bytes.len()) {
        let prefix = identify(&bytes[..end]);
        assert!(
            prefix.is_none() || prefix == whole,
            "{prefix:?} at {end}, then {whole:?}"
        );
    }
    match whole {
        // The first of several lines may say it before the others come, and whatever they are.
        Some(Speaks::Smtp) if bytes.starts_with(b"220-") => {}
        Some(Speaks::Smtp | Speaks::Lmtp) => assert!(matches!(smtp::reply(bytes), Ok(Some(_)))),
        Some(Speaks::Pop3) => assert!(pop3::status(bytes).is_ok()),
        Some(Speaks::Imap) => assert!(imap::response(bytes).is_ok()),
        Some(speaks) => assert!(!speaks.name().is_empty()),
        None => {}
    }
});
