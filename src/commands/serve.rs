//! `mailcheck serve`: answers whoever asks over HTTP, until it is asked to end.

use super::runtime;
use crate::cli::{LangArg, ServeArgs};
use crate::complaint::{UsageProblem, complain};
use crate::exit::WORKS;
use crate::words::{Sentence, Words};
use crate::{serve, terminal};

/// Answers whoever asks, until it is asked to end.
pub(crate) fn serve(args: &ServeArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(LangArg::lang);
    let lang = asked.unwrap_or_else(terminal::lang);
    let (words, unicode) = (Words::new(lang), terminal::is_unicode(asked));
    let log = move |said: &Sentence| complain(&said.told(&words), unicode);
    let runtime = runtime()?;
    let served = tokio::task::LocalSet::new().block_on(&runtime, serve::run(args, lang, log));
    // A password that is still being compared holds nobody up.
    runtime.shutdown_background();
    served.map_err(UsageProblem::new)?;
    Ok(WORKS)
}
