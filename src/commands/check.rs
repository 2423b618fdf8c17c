//! `mailcheck TARGET`: asks the network about each target, and tells of it.

use futures_util::future;
use futures_util::stream::{self, StreamExt};

use super::runtime;
use crate::audience::Audience;
use crate::cli::CheckArgs;
use crate::cli::environment::Given;
use crate::cli::meaning::{self, LoginAsked, PasswordOf, Presentation, Targets};
use crate::complaint::{UsageProblem, complain, shown};
use crate::exit::{Outcome, USAGE};
use crate::net::partings::PATIENCE;
use crate::net::{self, Machine, OpenError, interrupt};
use crate::plan::{Login, Pace, Plan, Through};
use crate::progress::Progress;
use crate::report::ndjson::{Line, Scribe};
use crate::report::{Detail, Format, Manner, Run, TargetReport};
use crate::resume::Had;
use crate::shard::Shard;
use crate::target::Target;
use crate::window::Page;
use crate::words::{Said, Sentence, Words};
use crate::{args, ask, ask_for, probe, run_from, secret, terminal};

/// Targets on a command line that have a live line for each of their checks.
const LINES_MAX: usize = 50;

/// Checks the targets and tells of each as it is done.
pub(crate) fn check(args: &CheckArgs, wanted: Option<&mut Page>) -> anyhow::Result<u8> {
    let wish = Wish::of(args)?;
    let Wish {
        plan,
        presentation,
        words,
        ..
    } = &wish;
    let list = Targets::open(args, plan).map_err(UsageProblem::new)?;
    let options = list.options();
    let had = Had::of(&presentation.outputs, &options).map_err(UsageProblem::new)?;
    let runtime = runtime()?;
    let opened = runtime.block_on(async { opened(args, &wish) });
    let machine = opened.map_err(|error| blame(error.into(), args))?;
    let run = Run {
        options: args.resume.then_some(options),
        ..run_from(&machine)
    };
    let manner = Manner {
        run: &run,
        style: terminal::style(presentation),
        words,
        days: presentation.days,
    };
    let audience = Audience::begin(manner, presentation.format, &presentation.outputs);
    let html = wanted.map(|page| {
        page.target = typed_first(&wish.targets);
        &mut page.html
    });
    let mut audience = audience.map_err(UsageProblem::new)?.keeping(html, manner);
    let mut outcome = Outcome::default();
    let progress = wish.progress(args, &list);
    let unicode = terminal::is_unicode(presentation.lang);
    if args.list.is_some() && presentation.detail == Detail::Everything {
        complain(&told_of_jobs(wish.pace, &machine, words), unicode);
    }
    let list = list.read(|said| progress.aside(|| complain(&said.told(words), unicode)));
    let targets = stream::iter(wish.targets.clone()).chain(list.targets());
    let is_wanted = |target: &Target| wish.is_ours(target) && !had.has(&target.typed);
    let targets = targets.filter(|target| future::ready(is_wanted(target)));
    if audience.wants_lines_alone() {
        let (run, lang) = (run.clone(), words.lang());
        let writing = move || {
            let scribe = Scribe::new(run.clone(), lang);
            move |target| scribe.line(&target)
        };
        let told = |_, line: Line| {
            outcome.add_verdict(line.verdict);
            progress.told(line.verdict);
            progress.aside(|| audience.tell_line(&line));
        };
        let asked = ask_for(plan, wish.pace, targets, &machine, &progress, writing, told);
        runtime.block_on(asked);
    } else {
        let told = |place, target: TargetReport| {
            outcome.add(&target, presentation);
            progress.told(target.verdict);
            progress.aside(|| audience.tell(place, &target));
        };
        let asked = ask(plan, wish.pace, targets, &machine, &progress, told);
        runtime.block_on(asked);
    }
    progress.end();
    outcome.summary.elapsed = machine.started.elapsed();
    let bad_lines = list.bad_lines();
    let sentence = audience.end(&outcome.summary)?;
    let told = [had.left_out(), bad_lines.clone()];
    let told = told.iter().flatten().map(|said| said.told(words));
    for sentence in sentence.into_iter().chain(told) {
        complain(&sentence, unicode);
    }
    runtime.block_on(machine.partings.end(PATIENCE));
    Ok(match interrupt::exit_code() {
        // A list is never done when it is interrupted, whatever is known of its beginning.
        Some(code) if args.list.is_some() && presentation.format != Format::Nagios => code,
        _ if args.strict_input && bad_lines.is_some() => USAGE,
        interrupted => outcome.exit_code(presentation, interrupted),
    })
}

/// What was asked for, every value checked, and the secrets that it takes.
struct Wish {
    plan: Plan,
    pace: Pace,
    /// Those of the command line; those of a list come as they are read.
    targets: Vec<Target>,
    /// The part of the targets that is ours; all of them, where none is named.
    shard: Option<Shard>,
    presentation: Presentation,
    words: Words,
}

impl Wish {
    fn of(args: &CheckArgs) -> Result<Self, UsageProblem> {
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
        Ok(Self {
            plan,
            pace,
            targets,
            shard,
            presentation,
            words,
        })
    }

    fn is_ours(&self, target: &Target) -> bool {
        let shard = self.shard.as_ref();
        shard.is_none_or(|shard| shard.has(target))
    }

    /// The live lines, which know how many targets there will be.
    fn progress(&self, args: &CheckArgs, list: &Targets<'_>) -> Progress {
        let number = self.targets.len();
        let are_many = args.list.is_some() || number > LINES_MAX;
        let progress = Progress::on_terminal(self.words.lang(), self.plan.limits).of_list(are_many);
        progress.expect(|| {
            if args.list.is_some() {
                list.count()
            } else {
                u64::try_from(number).ok()
            }
        });
        progress
    }
}

/// The machine, made ready for as many targets as there are.
fn opened(args: &CheckArgs, wish: &Wish) -> Result<Machine, OpenError> {
    let mut machine = Machine::open(&wish.plan)?;
    if args.list.is_some() {
        machine.expect_many();
    } else if wish.targets.len() > 1 {
        machine.share_answers();
    }
    // Whoever may open hardly a file needs each of them for the question itself.
    if !machine.is_cramped() {
        interrupt::listen();
    }
    Ok(machine)
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
        "asked" => if pace.is_asked_for { "yes" } else { "no" },
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
    args: &CheckArgs,
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

/// A file that the environment names is nothing that was typed: the variable is told too.
fn blame(error: anyhow::Error, args: &CheckArgs) -> anyhow::Error {
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
