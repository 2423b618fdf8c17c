//! `mailcheck fleet`: shares a list with other machines.

use super::{runtime, write_out};
use crate::cli::LangArg;
use crate::cli::fleet::FleetArgs;
use crate::complaint::{Trouble, UsageProblem, complain};
use crate::fleet::access::Access;
use crate::fleet::{self, FleetError, Office};
use crate::net::interrupt;
use crate::words::Words;
use crate::{escape, terminal};

/// Does what a fleet has to do.
pub(crate) fn fleet(args: &FleetArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(LangArg::lang);
    let lang = asked.unwrap_or_else(terminal::lang);
    let (words, unicode) = (Words::new(lang), terminal::is_unicode(asked));
    let access = Access::of(args, &|name| std::env::var_os(name)).map_err(UsageProblem::new)?;
    let office = Office {
        access: &access,
        words: &words,
        lang,
        complain: &|said| complain(&said.told(&words), unicode),
    };
    interrupt::listen();
    let done = runtime()?.block_on(fleet::run(&args.command, &office));
    let told = done.map_err(|error| match error {
        FleetError::Usage(said) => anyhow::Error::new(UsageProblem(said)),
        FleetError::Trouble(said) => anyhow::Error::new(Trouble(said)),
    })?;
    let text = escape::as_shown(told.text, unicode);
    write_out(|out| out.write_all(text.as_bytes()))?;
    Ok(told.code)
}
