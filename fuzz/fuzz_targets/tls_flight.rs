#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::wire::tls_record::{Flight, alert, first_flight, record_header};
use mailcheck::wire::{MAX_REPLY, tls_suites};
use mailcheck_fuzz::cuts;

fuzz_target!(|bytes: &[u8]| {
    let whole = first_flight(bytes);
    for end in cuts(bytes.len()) {
        let prefix = first_flight(&bytes[..end]);
        assert!(
            prefix == Ok(None) || prefix == whole,
            "{prefix:?} at {end}, then {whole:?}"
        );
    }
    match whole {
        Ok(Some(Flight::NotTls)) => assert_eq!(record_header(bytes), None),
        Ok(Some(Flight::ServerHello { suite, .. })) => {
            assert!(record_header(bytes).is_some());
            assert!(tls_suites::suite(suite).is_none_or(|row| row.number == suite));
        }
        Ok(Some(Flight::Alert { level, .. })) => assert!(matches!(level, 1 | 2)),
        Ok(None) => assert!(bytes.len() < MAX_REPLY),
        Err(_) => {}
    }
    if let Some(alert) = alert(bytes) {
        assert!(matches!(alert.level, 1 | 2));
        assert!(bytes.len() >= 7);
    }
});
