//! Times and how long things took.

use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;

use crate::args;
use crate::words::Words;

/// "12 ms", "0.35 s", "10.0 s", "135 s".
pub fn duration(words: &Words, duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    let (id, number) = match seconds {
        s if s < 0.001 => ("duration-under-ms", "1".to_owned()),
        s if s < 0.0995 => ("duration-ms", format!("{:.0}", s * 1e3)),
        s if s < 9.995 => ("duration-s", format!("{s:.2}")),
        s if s < 99.95 => ("duration-s", format!("{s:.1}")),
        s => ("duration-s", format!("{s:.0}")),
    };
    words.text(id, &args! { "number" => number })
}

/// "2026-11-21 20:51:07 UTC".
pub fn moment(unix: i64) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute]:[second] UTC");
    calendar(unix, |time| time.format(format).ok())
}

/// "2026-11-21", in UTC.
pub fn date(unix: i64) -> String {
    let format = format_description!("[year]-[month]-[day]");
    calendar(unix, |time| time.format(format).ok())
}

/// "2026-11-21T20:51:07Z".
pub fn rfc3339(unix: i64) -> String {
    calendar(unix, |time| time.format(&Rfc3339).ok())
}

fn calendar(unix: i64, format: impl Fn(OffsetDateTime) -> Option<String>) -> String {
    OffsetDateTime::from_unix_timestamp(unix)
        .ok()
        .and_then(format)
        // Beyond the years that the calendar has; the number itself is the honest answer.
        .unwrap_or_else(|| unix.to_string())
}
