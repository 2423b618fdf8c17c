//! Tests that cannot run on this machine.

#![expect(clippy::print_stdout, reason = "a skipped test says why")]

/// Says why a test, or a part of one, does not run here. Where every test has to run, as `tests/run` decides, it fails.
pub(crate) fn skip(reason: &str) {
    assert!(
        std::env::var_os("MAILCHECK_EVERY_TEST").is_none(),
        "cannot run here: {reason}"
    );
    println!("skipped: {reason}");
}
