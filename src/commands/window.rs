//! The program without a command line: the talk with whoever started it by a double click.

use std::ffi::OsString;
use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cli::Asked;
use crate::complaint::{UsageProblem, shown, told};
use crate::exit::code_of;
use crate::net::interrupt;
use crate::window::{Done, Page, Window};
use crate::words::{Lang, Words};
use crate::{perform, report, terminal};

/// Talks to whoever started the program by a double click.
pub(crate) fn talk(lang: Lang, words: &Words) -> u8 {
    let window = Window {
        // Every question locks it anew, for a password is asked for there too.
        input: io::BufReader::new(io::stdin()),
        output: io::stdout(),
        words,
        desktop: terminal::desktop(),
        today: report::sentences::date(now()),
    };
    window.talk(|typed| {
        let program = std::iter::once(OsString::from("mailcheck"));
        let args: Vec<OsString> = program.chain(typed).collect();
        done(&args, lang, words)
    })
}

/// What comes of what was typed into the window.
fn done(args: &[OsString], lang: Lang, words: &Words) -> Done {
    let mut page = Page::default();
    let asked = Asked::of(args, &|name| std::env::var_os(name));
    let performed = perform(args, asked.lang.unwrap_or(lang), asked, Some(&mut page));
    let told = |error: &anyhow::Error| shown(&told(error, words), true);
    let done = match performed {
        Err(error) if error.is::<UsageProblem>() => return Done::Mistake(told(&error)),
        Ok(_) if page.html.is_empty() => return Done::Shown,
        Err(error) => Done::Failed {
            sentence: told(&error),
            code: code_of(&error),
        },
        Ok(code) if interrupt::is_terminated() => Done::Ended { code },
        Ok(code) => Done::Checked { code, page },
    };
    interrupt::everything_is_told();
    done
}

/// The machine's clock, Unix time in seconds.
fn now() -> i64 {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since_epoch.unwrap_or_default().as_secs();
    i64::try_from(seconds).unwrap_or(i64::MAX)
}
