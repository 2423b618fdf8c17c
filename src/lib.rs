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
pub mod dane;
pub mod diagnose;
pub mod diff;
pub mod discovery;
pub mod dnsbl;
pub mod escape;
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
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use futures_util::future;
use futures_util::stream::{self, Stream, StreamExt};

use crate::audience::Audience;
use crate::cli::environment::Given;
use crate::cli::fleet::FleetArgs;
use crate::cli::meaning::{self, LoginAsked, PasswordOf, Presentation, Targets};
use crate::cli::{
    Asked, Cli, Command, DiffArgs, DiffFormatArg, ExplainArgs, Mistake, generate, mistakes, version,
};
use crate::diff::Trend;
use crate::diff::render::Sides;
use crate::facts::Facts;
use crate::finding::Verdict;
#[cfg(feature = "nats")]
use crate::fleet::{FleetError, Office, access::Access};
use crate::net::partings::PATIENCE;
use crate::net::{Machine, OpenError, interrupt};
use crate::output::OutputError;
use crate::plan::{Login, Pace, Plan, Through};
use crate::progress::Progress;
use crate::report::{Detail, Format, Manner, Run, Style, Summary, TargetReport, nagios};
use crate::target::Target;
use crate::window::{Done, Page, Window};
use crate::words::{Lang, Said, Sentence, Words};

/// Targets on a command line that have a live line for each of their checks.
const LINES_MAX: usize = 50;

/// It works, perhaps with warnings.
const WORKS: u8 = 0;
/// It does not work; `explain` knows nothing of what was asked; `diff` saw something get worse.
const FAILED: u8 = 1;
/// The command line makes no sense.
const USAGE: u8 = 2;
/// This machine or its network stood in the way.
const INCONCLUSIVE: u8 = 3;

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
        return ExitCode::from(in_own_window(lang, &words));
    }
    match perform(&args, lang, asked, None) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            complain(&told(&error, &words), terminal::is_unicode(asked.lang));
            ExitCode::from(code_of(&error))
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
            Some(Command::Explain(args)) => explain(&args),
            Some(Command::Diff(args)) => diff(&args),
            Some(Command::Fleet(args)) => fleet(&args),
            Some(Command::Serve(args)) => serve(&args),
            None if let Some(what) = cli.generate => {
                write_out(|out| generate::generate(what, out)).map(|()| WORKS)
            }
            None if cli.check.format == Format::Nagios => {
                check(&cli.check, page).or_else(|error| unknown(&told(&error, &words)))
            }
            None => check(&cli.check, page),
        },
    }
}

fn code_of(error: &anyhow::Error) -> u8 {
    if error.is::<UsageProblem>() || error.is::<OpenError>() {
        USAGE
    } else {
        INCONCLUSIVE
    }
}

/// Talks to whoever started the program by a double click.
fn in_own_window(lang: Lang, words: &Words) -> u8 {
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

/// The machine's clock, Unix time in seconds.
fn now() -> i64 {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since_epoch.unwrap_or_default().as_secs();
    i64::try_from(seconds).unwrap_or(i64::MAX)
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

/// Checks the targets and tells of each as it is done.
fn check(args: &cli::CheckArgs, wanted: Option<&mut Page>) -> anyhow::Result<u8> {
    let mut plan = meaning::plan(args).map_err(UsageProblem::new)?;
    let pace = meaning::pace(args).map_err(UsageProblem::new)?;
    let targets = meaning::targets(args, &plan).map_err(UsageProblem::new)?;
    let presentation = Presentation::from_args(args).map_err(UsageProblem::new)?;
    let words = Words::new(presentation.lang.unwrap_or_else(terminal::lang));
    let login = meaning::login(args, &targets, &presentation).map_err(UsageProblem::new)?;
    plan.login = login
        .map(|asked| with_secret(asked, &targets, &presentation, &words))
        .transpose()?;
    plan.through = through(args, &presentation, &words)?;
    let shard = meaning::shard(args).map_err(UsageProblem::new)?;
    let list = Targets::open(args, &plan).map_err(UsageProblem::new)?;
    let options = list.options();
    let had = resume::Had::of(&presentation.outputs, &options).map_err(UsageProblem::new)?;
    let runtime = runtime()?;
    let opened = runtime.block_on(async { Machine::open(&plan) });
    let mut machine = opened.map_err(|error| blame(error.into(), args))?;
    if args.list.is_some() {
        machine.expect_many();
    } else if targets.len() > 1 {
        machine.share_answers();
    }
    // Whoever may open hardly a file needs each of them for the question itself.
    if !machine.is_cramped() {
        interrupt::listen();
    }
    let mut run = run_from(&machine);
    run.options = args.resume.then_some(options);
    let manner = Manner {
        run: &run,
        style: terminal::style(&presentation),
        words: &words,
        days: presentation.days,
    };
    let audience = Audience::begin(manner, presentation.format, &presentation.outputs);
    let html = wanted.map(|page| {
        page.target = typed_first(&targets);
        &mut page.html
    });
    let mut audience = audience.map_err(UsageProblem::new)?.keeping(html, manner);
    let mut outcome = Outcome::default();
    let are_many = args.list.is_some() || targets.len() > LINES_MAX;
    let progress = Progress::on_terminal(words.lang(), plan.limits).of_list(are_many);
    let unicode = terminal::is_unicode(presentation.lang);
    let typed = u64::try_from(targets.len()).ok();
    progress.expect(|| {
        if args.list.is_some() {
            list.count()
        } else {
            typed
        }
    });
    if args.list.is_some() && presentation.detail == Detail::Everything {
        complain(&told_of_jobs(pace, &machine, &words), unicode);
    }
    let list = list.read(|said| progress.aside(|| complain(&said.told(&words), unicode)));
    let targets = stream::iter(targets).chain(list.targets());
    let is_ours = |target: &Target| shard.is_none_or(|shard| shard.has(target));
    let is_wanted = |target: &Target| is_ours(target) && !had.has(&target.typed);
    let targets = targets.filter(|target| future::ready(is_wanted(target)));
    let asked = ask(
        &plan,
        pace,
        targets,
        &machine,
        &progress,
        |place, target| {
            outcome.add(&target, &presentation);
            progress.told(target.verdict);
            progress.aside(|| audience.tell(place, &target));
        },
    );
    runtime.block_on(asked);
    progress.end();
    outcome.summary.elapsed = machine.started.elapsed();
    if let Some(sentence) = audience.end(&outcome.summary)? {
        complain(&sentence, terminal::is_unicode(presentation.lang));
    }
    for said in [had.left_out(), list.bad_lines()].into_iter().flatten() {
        complain(&said.told(&words), unicode);
    }
    runtime.block_on(machine.partings.end(PATIENCE));
    Ok(match interrupt::exit_code() {
        // A list is never done when it is interrupted, whatever is known of its beginning.
        Some(code) if args.list.is_some() && presentation.format != Format::Nagios => code,
        _ if args.strict_input && list.bad_lines().is_some() => USAGE,
        interrupted => outcome.exit_code(&presentation, interrupted),
    })
}

fn typed_first(targets: &[Target]) -> String {
    let first = targets.first();
    first.map_or_else(String::new, |target| target.typed.clone())
}

/// How many targets are asked at once and on how many threads, for whoever wants to know.
fn told_of_jobs(pace: Pace, machine: &Machine, words: &Words) -> String {
    let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
    let args = args! {
        "jobs" => count(pace.jobs),
        "threads" => count(probe::threads(pace, machine)),
        "seats" => count(machine.seats.number()),
    };
    words.text("list-jobs", &args)
}

/// The login with its secret, which is looked for when nothing else is wrong, and before anything is sent.
fn with_secret(
    asked: LoginAsked,
    targets: &[Target],
    presentation: &Presentation,
    words: &Words,
) -> Result<Login, UsageProblem> {
    let of_target = || targets.iter().map(|target| target.typed.as_str()).collect();
    let user = asked.user.clone().unwrap_or_else(of_target);
    let prompt = words.text("prompt-password", &args! { "user" => user });
    let unicode = terminal::is_unicode(presentation.lang);
    let prompt = shown(&prompt, unicode);
    let found = secret::find(&asked.source, &|name| std::env::var_os(name), &prompt);
    let found = found.map_err(UsageProblem::new)?;
    if let Some(exposed) = found.exposed {
        complain(&exposed.told(words), unicode);
    }
    Ok(Login {
        user: asked.user,
        secret: found.secret,
        with: asked.with,
        anyway: asked.anyway,
    })
}

/// The proxy that everything goes through, with its password.
fn through(
    args: &cli::CheckArgs,
    presentation: &Presentation,
    words: &Words,
) -> Result<Option<Through>, UsageProblem> {
    let variable = |name: &str| std::env::var_os(name);
    let asked = meaning::proxy(args, &variable, &net::vantage::system_proxy);
    let Some(asked) = asked.map_err(UsageProblem::new)? else {
        return Ok(None);
    };
    let password = match asked.password {
        PasswordOf::Nobody => None,
        PasswordOf::Url(secret) => Some(secret),
        PasswordOf::Source(source) => {
            let prompt = args! { "user" => asked.proxy.user.clone().unwrap_or_default(), "proxy" => asked.proxy.to_string() };
            let unicode = terminal::is_unicode(presentation.lang);
            let prompt = shown(&words.text("prompt-proxy-password", &prompt), unicode);
            let found = secret::find_for(secret::Use::Proxy, &source, &variable, &prompt);
            let found = found.map_err(UsageProblem::new)?;
            if let Some(exposed) = found.exposed {
                complain(&exposed.told(words), unicode);
            }
            Some(found.secret)
        }
    };
    Ok(Some(Through {
        proxy: asked.proxy,
        password,
        named: asked.named,
        except: asked.except,
    }))
}

fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context(words::plain_sentence("usage-no-waiting"))
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

/// What a run comes to.
#[derive(Default)]
struct Outcome {
    summary: Summary,
    /// The worst state of a service for a monitoring system, which has limits of its own.
    monitored: Option<Verdict>,
}

impl Outcome {
    fn add(&mut self, target: &TargetReport, presentation: &Presentation) {
        self.summary.add(target.verdict);
        if presentation.format == Format::Nagios {
            let state = nagios::verdict(target, presentation.days);
            self.monitored = self.monitored.max(Some(state));
        }
    }

    /// The format decides whose exit codes these are: monitoring systems have their own. A run that was interrupted knows
    /// of a failure, or of nothing.
    fn exit_code(&self, presentation: &Presentation, interrupted: Option<u8>) -> u8 {
        if presentation.format == Format::Nagios {
            let stopped = interrupted.map(|_| Verdict::Inconclusive);
            let verdict = self.monitored.max(stopped);
            return nagios::state(verdict.unwrap_or(Verdict::Inconclusive)).1;
        }
        match (self.summary.verdict, interrupted) {
            (Verdict::Failed, _) => FAILED,
            (Verdict::Ok | Verdict::Warning | Verdict::Inconclusive, Some(code)) => code,
            (verdict, None) => Self::usual_exit_code(verdict, presentation),
        }
    }

    fn usual_exit_code(verdict: Verdict, presentation: &Presentation) -> u8 {
        match verdict {
            Verdict::Warning if presentation.strict => FAILED,
            Verdict::Ok | Verdict::Warning => WORKS,
            Verdict::Failed => FAILED,
            Verdict::Inconclusive => INCONCLUSIVE,
        }
    }
}

/// A file that the environment names is nothing that was typed: the variable is told too.
fn blame(error: anyhow::Error, args: &cli::CheckArgs) -> anyhow::Error {
    let given = ["--ca-file", "--roots"].map(|option| args.given(option));
    let variable = given.into_iter().find_map(|given| match given {
        Given::Variable(name) => Some(name),
        Given::Option(_) => None,
    });
    match (error.downcast_ref(), variable) {
        (Some(OpenError::Trust(why)), Some(name)) => UsageProblem(Sentence {
            id: "usage-by-variable",
            args: args! { "name" => name, "why" => why.said() },
        })
        .into(),
        (Some(OpenError::Trust(_) | OpenError::Anchors(_)) | None, _) => error,
    }
}

/// A monitoring system reads standard output alone, and takes exit code 2 for a server that is down.
fn unknown(sentence: &str) -> anyhow::Result<u8> {
    let line = nagios::unknown(sentence);
    write_out(|out| out.write_all(line.as_bytes()))?;
    Ok(nagios::state(Verdict::Inconclusive).1)
}

/// Asks the network and thinks about what it said, on the threads of the visits. `told` gets each target when all is known of it, with its place among
/// the others, before those are known; nothing is kept of it here.
pub async fn ask(
    plan: &Plan,
    pace: Pace,
    targets: impl Stream<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    told: impl FnMut(usize, TargetReport),
) {
    let started = machine.started;
    let think = move |facts| judge(facts, started.elapsed());
    tokio::select! {
        () = probe::run(plan, pace, targets, machine, progress, think, told) => {}
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

/// Explains codes and findings.
fn explain(args: &ExplainArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(cli::LangArg::lang);
    let words = Words::new(asked.unwrap_or_else(terminal::lang));
    let answers: Vec<_> = queries(&args.queries)?
        .iter()
        .map(|query| explain::explain(query, &words))
        .collect();
    let (unicode, width) = (terminal::is_unicode(asked), terminal::width());
    write_out(|out| {
        for (number, answer) in answers.iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            let page = answer.render(&words, width);
            // Our own typographic signs, where the reader's locale has none.
            let page = if unicode {
                page
            } else {
                escape::plain_ascii(&page)
            };
            write!(out, "{page}")?;
        }
        Ok(())
    })?;
    Ok(if answers.iter().all(explain::Answer::is_known) {
        WORKS
    } else {
        FAILED
    })
}

/// What is to be explained: the arguments, or what standard input brings where `-` or nothing is given.
fn queries(arguments: &[String]) -> anyhow::Result<Vec<String>> {
    let piped = matches!(arguments, [only] if only.trim() == "-");
    if !piped && !arguments.is_empty() {
        return Ok(explain::joined(arguments));
    }
    let mut input = io::stdin().lock();
    if !piped && input.is_terminal() {
        return Err(UsageProblem(words::plain_sentence("usage-nothing-to-explain")).into());
    }
    let read = explain::read_input(&mut input)?;
    if read.trim().is_empty() {
        return Err(UsageProblem(words::plain_sentence("usage-nothing-to-explain")).into());
    }
    Ok(vec![read])
}

/// Answers whoever asks, until it is asked to end.
fn serve(args: &cli::ServeArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(cli::LangArg::lang);
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

/// Says what changed between two reports.
fn diff(args: &DiffArgs) -> anyhow::Result<u8> {
    if [&args.first, &args.second]
        .iter()
        .all(|path| path.as_os_str() == "-")
    {
        return Err(UsageProblem(words::plain_sentence("usage-standard-input-twice")).into());
    }
    let (first, second) = (run_of(&args.first)?, run_of(&args.second)?);
    let asked = args.lang.map(cli::LangArg::lang);
    let words = Words::new(asked.unwrap_or_else(terminal::lang));
    let style = Style {
        colour: terminal::colour(args.color),
        unicode: terminal::is_unicode(asked),
        width: terminal::width(),
        detail: if args.quiet {
            Detail::Verdict
        } else {
            Detail::Normal
        },
        redact: false,
    };
    let names = [&args.first, &args.second].map(|path| path.display().to_string());
    let sides = Sides {
        first: (&names[0], &first),
        second: (&names[1], &second),
    };
    let differences = diff::compare(&first, &second);
    write_out(|out| match args.format {
        DiffFormatArg::Text => diff::render::render(sides, &differences, style, &words, out),
        DiffFormatArg::Json => diff::json::render(sides, &differences, !args.quiet, out),
    })?;
    let worse = diff::count(&differences, Trend::Worse) > 0;
    Ok(if worse { FAILED } else { WORKS })
}

/// Does what a fleet has to do.
#[cfg(feature = "nats")]
fn fleet(args: &FleetArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(cli::LangArg::lang);
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
    let text = if unicode {
        told.text
    } else {
        escape::plain_ascii(&told.text)
    };
    write_out(|out| out.write_all(text.as_bytes()))?;
    Ok(told.code)
}

/// Says that this build has no fleet.
#[cfg(not(feature = "nats"))]
fn fleet(_: &FleetArgs) -> anyhow::Result<u8> {
    Err(UsageProblem(words::plain_sentence("usage-fleet-absent")).into())
}

fn run_of(path: &Path) -> Result<diff::Run, UsageProblem> {
    let bytes = input::read(path).map_err(UsageProblem::new)?;
    diff::read(&bytes).map_err(|error| UsageProblem(error.said(&path.display().to_string())))
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no error.
fn write_out(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    written(audience::on_screen(write))
}

fn written(result: io::Result<()>) -> anyhow::Result<()> {
    audience::excused(result).context(words::plain_sentence("usage-no-output"))
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

/// One sentence on standard error. Where even that cannot be written, the exit code has to do.
fn complain(sentence: &str, unicode: bool) {
    let _ = writeln!(io::stderr(), "mailcheck: {}", shown(sentence, unicode));
}

/// A sentence as a terminal may have it.
fn shown(sentence: &str, unicode: bool) -> String {
    let safe = escape::terminal(sentence);
    if unicode {
        safe
    } else {
        escape::plain_ascii(&safe)
    }
}

/// What is wrong with what was typed, for exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct UsageProblem(Sentence);

impl UsageProblem {
    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands on")]
    fn new(error: impl Said) -> Self {
        Self(error.said())
    }
}

/// What stood in the way of a fleet, for exit code 3.
#[cfg(feature = "nats")]
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Trouble(Sentence);

/// An error in the language of the reader, with what the system said behind it.
fn told(error: &anyhow::Error, words: &Words) -> String {
    let usage = error
        .downcast_ref::<UsageProblem>()
        .map(|problem| problem.0.clone());
    let opening = || error.downcast_ref::<OpenError>().map(Said::said);
    let output = || error.downcast_ref::<OutputError>().map(Said::said);
    let said = usage.or_else(opening).or_else(output);
    #[cfg(feature = "nats")]
    let said = said.or_else(|| error.downcast_ref().map(|Trouble(said)| said.clone()));
    if let Some(said) = said {
        return said.told(words);
    }
    let cause = error.root_cause();
    let cause = match cause.downcast_ref::<io::Error>() {
        Some(error) => words::of_file(error).told(words),
        None => cause.to_string(),
    };
    match error.downcast_ref::<Sentence>() {
        Some(said) => format!("{}: {cause}", said.told(words)),
        None => cause,
    }
}
