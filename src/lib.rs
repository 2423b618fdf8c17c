//! mailcheck says why this machine cannot talk to a mail server, whose fault it is, and what to do next.
//!
//! One direction: ask the network, write down what it said as plain data, think about the data without the network,
//! then print.
//!
//! ```text
//! argv → cli::Cli → cli::meaning        what was asked, every value checked: plan::Plan and targets
//!      → probe::run(&Plan, targets)     asks the network; every stage is recorded        → Facts
//!           └ failure::Failure::new     pure: (stage, trouble) → class and codes
//!      → diagnose::diagnose(&Facts)     pure: facts → findings
//!      → report::Face                   pure: begun, given each target, ended; words from locales/
//!      → exit code
//! ```
//!
//! Where things are: [`cli`] what may be typed and what it means, [`plan`], [`target`] and [`service`] what is asked; [`net`]
//! the only door out; [`wire`] and [`mta_sts`] pure parsers; [`probe`] the questions; [`facts`] what was seen; [`failure`] the
//! classifier; [`codes`] tables of numbers; [`finding`] and [`diagnose`] what the facts mean; [`words`] and [`explain`]
//! the sentences; [`diff`] what changed between two reports; [`serve`] answers whoever asks for checks over HTTP; [`report`] the faces, [`audience`] who is told, [`output`] as files; [`window`] the talk with whoever double-clicked; [`escape`] what keeps a hostile server's text from doing harm.

pub mod audience;
pub mod cli;
pub mod codes;
mod commands;
mod complaint;
pub mod dane;
pub mod diagnose;
pub mod diff;
pub mod discovery;
pub mod dnsbl;
pub mod escape;
mod exit;
pub mod explain;
pub mod facts;
pub mod failure;
pub mod finding;
pub mod fleet;
pub mod input;
pub mod list;
pub mod mta_sts;
pub mod net;
pub mod no_proxy;
pub mod output;
pub mod plan;
pub mod probe;
pub mod programs;
pub mod progress;
pub mod providers;
pub mod registries;
pub mod report;
pub mod resume;
pub mod sasl;
pub mod secret;
pub mod serve;
pub mod service;
pub mod shard;
pub mod target;
pub mod terminal;
pub mod window;
pub mod wire;
pub mod words;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use futures_util::stream::Stream;

use crate::cli::{Asked, Cli, Command, Mistake, generate, mistakes, version};
use crate::commands::{write_out, written};
use crate::complaint::{UsageProblem, complain, told};
use crate::exit::WORKS;
use crate::facts::Facts;
use crate::finding::Verdict;
use crate::net::Machine;
use crate::plan::{Pace, Plan};
use crate::progress::Progress;
use crate::report::{Format, Run, TargetReport, nagios};
use crate::target::Target;
use crate::window::Page;
use crate::words::{Lang, Said, Words};

/// The program: from the command line to the exit code.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let variable = |name: &str| std::env::var_os(name);
    let asked = Asked::of(&args, &variable);
    let lang = asked.lang.unwrap_or_else(terminal::lang);
    let words = Words::new(lang);
    if asked.traditional {
        complain(&words.plain("usage-traditional"), true);
    } else if asked.lang.is_none() && asked.by_person && terminal::wants_traditional() {
        complain(&words.plain("usage-chinese-exists"), true);
    }
    if args.len() <= 1 && terminal::is_own_window() {
        return ExitCode::from(commands::window::talk(lang, &words));
    }
    match perform(&args, lang, asked, None) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            complain(&told(&error, &words), terminal::is_unicode(asked.lang));
            ExitCode::from(exit::code_of(&error))
        }
    }
}

/// Does what a command line says, and keeps the report as a page, where that is wanted.
fn perform(
    args: &[OsString],
    lang: Lang,
    asked: Asked,
    page: Option<&mut Page>,
) -> anyhow::Result<u8> {
    if let Some(version) = version::asked_alone(args) {
        return write_out(|out| out.write_all(version.as_bytes())).map(|()| WORKS);
    }
    let variable = |name: &str| std::env::var_os(name);
    let words = Words::new(lang);
    match Cli::from_words(args.iter().cloned(), &variable, lang) {
        Err(mistake) => instead(&mistake, args).or_else(|error| {
            if error.is::<UsageProblem>() && asked.by_monitor {
                return unknown(&told(&error, &words));
            }
            Err(error)
        }),
        Ok(cli) => match cli.command {
            Some(Command::Explain(args)) => commands::explain::explain(&args),
            Some(Command::Diff(args)) => commands::diff::diff(&args),
            Some(Command::Fleet(args)) => commands::fleet::fleet(&args),
            Some(Command::Serve(args)) => commands::serve::serve(&args),
            None if let Some(what) = cli.generate => {
                write_out(|out| generate::generate(what, out)).map(|()| WORKS)
            }
            None if cli.check.format == Format::Nagios => commands::check::check(&cli.check, page)
                .or_else(|error| unknown(&told(&error, &words))),
            None => commands::check::check(&cli.check, page),
        },
    }
}

/// What there is to say in place of doing anything: help, version, a mistake.
fn instead(mistake: &Mistake, typed: &[OsString]) -> anyhow::Result<u8> {
    match mistake {
        Mistake::Words(error) if !error.use_stderr() => {
            written(error.print())?;
            Ok(WORKS)
        }
        Mistake::Words(error) => Err(UsageProblem(mistakes::said(error, typed)).into()),
        Mistake::Variable(error) => Err(UsageProblem(error.said()).into()),
        Mistake::Stray(said) => Err(UsageProblem(said.clone()).into()),
    }
}

/// A monitoring system reads standard output alone, and takes exit code 2 for a server that is down.
fn unknown(sentence: &str) -> anyhow::Result<u8> {
    let line = nagios::unknown(sentence);
    write_out(|out| out.write_all(line.as_bytes()))?;
    Ok(nagios::state(Verdict::Inconclusive).1)
}

/// What is the same for every target of a run that begins now.
pub fn run_from(machine: &Machine) -> Run {
    Run {
        version: env!("CARGO_PKG_VERSION"),
        started_at: machine.started_at,
        vantage: machine.vantage.clone(),
        options: None,
    }
}

/// Asks the network and thinks about what it said, on the threads of the visits. `told` gets each target when all is known of
/// it, with its place among the others, before those are known; nothing is kept of it here.
pub async fn ask(
    plan: &Plan,
    pace: Pace,
    targets: impl Stream<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    told: impl FnMut(usize, TargetReport),
) {
    let whole = || |report| report;
    ask_for(plan, pace, targets, machine, progress, whole, told).await;
}

/// The same, where nothing is wanted of a report but what is made of it on the thread of its visit. `making` makes what makes
/// it, for each thread its own.
async fn ask_for<F: Fn(TargetReport) -> T, T: Send + 'static>(
    plan: &Plan,
    pace: Pace,
    targets: impl Stream<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    making: impl Fn() -> F + Clone + Send + 'static,
    told: impl FnMut(usize, T),
) {
    let started = machine.started;
    let thinking = move || {
        let make = making();
        move |facts| make(judge(facts, started.elapsed()))
    };
    tokio::select! {
        () = probe::run(plan, pace, targets, machine, progress, thinking, told) => {}
        never = progress.animate() => match never {},
    }
}

/// What the facts of a target mean.
pub fn judge(facts: Facts, elapsed: Duration) -> TargetReport {
    let findings = diagnose::diagnose(&facts);
    let verdict = Verdict::of(&findings);
    TargetReport {
        facts,
        findings,
        verdict,
        elapsed,
    }
}
