//! Files that somebody calls a report: never a panic, and no report differs from itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::diff;

fuzz_target!(|bytes: &[u8]| {
    match diff::read(bytes) {
        Ok(run) => assert!(diff::compare(&run, &run).is_empty()),
        Err(error) => assert!(!error.said("report.json").to_string().is_empty()),
    }
});
