//! What the user typed: never a panic, and every name that comes out is one that DNS can carry.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::target::{Host, Typed};

fuzz_target!(|typed: &str| {
    match typed.parse::<Typed>() {
        Ok(target) => {
            if let Host::Name(name) = &target.host {
                assert!(name.ascii.len() <= 253 && name.ascii.is_ascii());
                assert!(name.ascii.split('.').all(|label| (1..=63).contains(&label.len())));
                // What was understood once is understood again, as the same.
                let again: Typed = name.ascii.parse().expect("a name stays a name");
                assert_eq!(again.host.to_string(), target.host.to_string());
            }
            assert!(target.endpoint.is_none_or(|endpoint| endpoint.port != 0));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
