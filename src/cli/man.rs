//! The man page, out of the definitions of the command line and the sections of its help.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::environment::VARIABLES;
use super::{AFTER_HELP, Cli, DIFF_EXAMPLES, EXPLAIN_EXAMPLES, FLEET_EXAMPLES, SERVE_AFTER};
use crate::net::vantage::PROXY_VARIABLES;

/// The page in roff. The error is one of writing to memory.
pub(super) fn page() -> io::Result<String> {
    let mut command = Cli::command();
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    name(&command).to_writer(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    description().to_writer(&mut page)?;
    man.render_options_section(&mut page)?;
    subcommand(&command, "explain", EXPLAIN_EXAMPLES).to_writer(&mut page)?;
    subcommand(&command, "diff", DIFF_EXAMPLES).to_writer(&mut page)?;
    fleet(&command).to_writer(&mut page)?;
    subcommand(&command, "serve", SERVE_AFTER).to_writer(&mut page)?;
    exit_status().to_writer(&mut page)?;
    environment().to_writer(&mut page)?;
    tagged("FILES", &FILES).to_writer(&mut page)?;
    examples().to_writer(&mut page)?;
    see_also().to_writer(&mut page)?;
    Ok(title() + &tidy(&String::from_utf8_lossy(&page), &command))
}

/// The library leaves an empty date out, and takes what is next for it.
fn title() -> String {
    let date = option_env!("MAILCHECK_BUILD_DATE").unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    format!(".TH MAILCHECK 1 \"{date}\" \"mailcheck {version}\" \"User Commands\"\n")
}

/// What mailcheck reads of a system.
const FILES: [(&str, &str); 3] = [
    (
        "/etc/resolv.conf",
        "The resolvers to ask, where none is given with --resolver.",
    ),
    (
        "/etc/hosts",
        "Names in it are not looked up in the DNS, and the report says so.",
    ),
    (
        "/etc/ssl/certs",
        "The authorities that this system trusts, for --roots system; the place differs between systems.",
    ),
];

/// The variables that stand in for no option.
const OTHERS: [(&str, &str); 6] = [
    (
        crate::secret::VARIABLE,
        "The password for --login, where no option says where it comes from. Programs of the same user can read it.",
    ),
    (
        "NO_COLOR",
        "Where it is not empty there is no colour, unless --color always says otherwise.",
    ),
    (
        "MAILCHECK_SERVER, MAILCHECK_CREDS",
        "Of mailcheck fleet: the NATS server, or several between commas or blanks, and the file with the credentials for it.",
    ),
    ("TERM", "A dumb terminal gets no colour."),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "The language of the report, and whether the terminal shows more than ASCII.",
    ),
    (
        "SSL_CERT_FILE, SSL_CERT_DIR",
        "Authorities in place of this system's list: for --roots system, and to tell of a chain that Mozilla's list does not know whether this system trusts it.",
    ),
];

/// Programs that are a help where mailcheck has said its say.
const RELATED: [(&str, &str); 5] = [
    ("dig", "1"),
    ("openssl-s_client", "1ssl"),
    ("posttls-finger", "1"),
    ("swaks", "1"),
    ("tcptraceroute", "1"),
];

/// `apropos` wants the name, a hyphen and what the program does, without a full stop.
fn name(command: &clap::Command) -> Roff {
    let about = command.get_about().map(ToString::to_string);
    let about = about.unwrap_or_default().trim_end_matches('.').to_owned();
    let mut roff = section("NAME");
    roff.text([roman(format!("mailcheck - {}", lower(&about)))]);
    roff
}

fn description() -> Roff {
    let mut roff = section("DESCRIPTION");
    roff.text([
        bold("mailcheck"),
        roman(
            " asks the way a mail program does: DNS, TCP, the greeting, STARTTLS or TLS, the certificate, and what \
             the server offers, for each service and at every address. Where something fails it asks a few more \
             questions, and says what the answers mean: whose fault it is, why it thinks so, and what to do, with \
             the numbers that Outlook and Windows show for it.",
        ),
    ]);
    roff.control("PP", []);
    roff.text([roman(
        "It needs no root and no account, logs in nowhere and sends no mail, unless --login or --send ask for it. At most one connection at a time goes \
         to one address and port, and every wait has a limit.",
    )]);
    roff
}

/// A subcommand: a section, for it has no page of its own. `more` is the end of its help, examples first.
fn subcommand(command: &clap::Command, name: &str, more: &str) -> Roff {
    let mut roff = section(&name.to_uppercase());
    let Some(subcommand) = command.find_subcommand(name) else {
        return roff;
    };
    let about = subcommand.get_about().map(ToString::to_string);
    let mut synopsis = vec![bold(format!("mailcheck {name}"))];
    for positional in subcommand.get_positionals() {
        let names = positional.get_value_names().unwrap_or_default();
        let takes_many = positional
            .get_num_args()
            .is_some_and(|number| number.max_values() > 1);
        synopsis.push(roman(" "));
        synopsis.extend(names.iter().map(|value| italic(value.as_str())));
        synopsis.push(roman(if takes_many { "..." } else { "" }));
    }
    roff.text(synopsis);
    roff.control("PP", []);
    roff.text([roman(format!("{}.", about.unwrap_or_default()))]);
    for positional in subcommand.get_positionals() {
        let names = positional.get_value_names().unwrap_or_default();
        let names: Vec<&str> = names.iter().map(clap::builder::Str::as_str).collect();
        let help = positional.get_help().map(ToString::to_string);
        roff.text([
            italic(names.join(" ")),
            roman(format!(": {}.", lower(&help.unwrap_or_default()))),
        ]);
    }
    if name == "serve" {
        let own = subcommand.get_opts();
        options(&mut roff, own.filter(|arg| !arg.is_global_set()));
        roff.control("PP", []);
    }
    verbatim(&mut roff, more.lines().skip(1));
    roff
}

/// `mailcheck fleet`: its commands with the options of each, and those that all of them take.
fn fleet(command: &clap::Command) -> Roff {
    let mut roff = subcommand(command, "fleet", FLEET_EXAMPLES);
    let Some(fleet) = command.find_subcommand("fleet") else {
        return roff;
    };
    for inner in fleet.get_subcommands() {
        let about = inner.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default() + ".";
        entry(
            &mut roff,
            &format!("mailcheck fleet {}", inner.get_name()),
            &about,
        );
        roff.control("RS", []);
        // What is typed for a list is said above.
        let of_checking = |arg: &clap::Arg| {
            command
                .get_arguments()
                .any(|one| one.get_id() == arg.get_id())
                && inner.get_name() == "submit"
        };
        let own = inner.get_opts().filter(|arg| !arg.is_global_set());
        options(&mut roff, own.filter(|arg| !of_checking(arg)));
        roff.control("RE", []);
    }
    roff.control("PP", []);
    roff.text([roman("Each of them takes:")]);
    options(
        &mut roff,
        fleet.get_opts().filter(|arg| arg.get_id() != "lang"),
    );
    roff
}

fn options<'a>(roff: &mut Roff, args: impl Iterator<Item = &'a clap::Arg>) {
    for arg in args.filter(|arg| !["help", "version"].contains(&arg.get_id().as_str())) {
        let value = arg
            .get_value_names()
            .filter(|_| arg.get_action().takes_values());
        let value = value
            .unwrap_or_default()
            .first()
            .map_or("", |name| name.as_str());
        let long = format!("--{} {value}", arg.get_long().unwrap_or_default());
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        entry(roff, long.trim_end(), &(help + "."));
    }
}

fn exit_status() -> Roff {
    let mut roff = section("EXIT STATUS");
    let mut inside = true;
    for line in help_section("Exit codes:") {
        let tag = line.split_once("  ").filter(|(tag, _)| is_number(tag));
        if let Some((tag, says)) = tag {
            entry(&mut roff, tag, says.trim_start());
            continue;
        }
        // What is not of a code has a paragraph of its own.
        if inside && !line.starts_with(' ') {
            roff.control("PP", []);
            inside = false;
        }
        roff.text([roman(line.trim_start())]);
    }
    roff
}

fn environment() -> Roff {
    let mut roff = section("ENVIRONMENT");
    roff.text([roman(
        "These stand in for options. What is typed wins, and an empty variable counts as not set. Several resolvers \
         stand between commas or blanks.",
    )]);
    for variable in VARIABLES {
        roff.control("TP", []);
        roff.text([bold(variable.name)]);
        roff.text([roman("Stands in for "), bold(variable.option), roman(".")]);
    }
    roff.control("PP", []);
    roff.text([roman("These count as well:")]);
    for (names, says) in OTHERS {
        entry(&mut roff, names, says);
    }
    entry(
        &mut roff,
        &PROXY_VARIABLES.join(", "),
        "A proxy that programs here are to use; tried where nothing else reaches the server.",
    );
    roff
}

fn examples() -> Roff {
    let mut roff = section("EXAMPLES");
    for line in help_section("Examples:") {
        if let Some((command, says)) = line.split_once("   ") {
            entry(&mut roff, command, &(capital(says.trim_start()) + "."));
        } else {
            roff.control("PP", []);
            roff.text([bold(line)]);
        }
    }
    roff
}

fn see_also() -> Roff {
    let mut roff = section("SEE ALSO");
    let mut line: Vec<Inline> = Vec::new();
    for (number, (name, section)) in RELATED.into_iter().enumerate() {
        if number > 0 {
            line.push(roman(", "));
        }
        line.extend([bold(name), roman(format!("({section})"))]);
    }
    roff.text(line);
    roff
}

fn section(title: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    roff
}

fn tagged(title: &str, entries: &[(&str, &str)]) -> Roff {
    let mut roff = section(title);
    for (tag, says) in entries {
        entry(&mut roff, tag, says);
    }
    roff
}

fn entry(roff: &mut Roff, tag: &str, says: &str) {
    roff.control("TP", []);
    roff.text([bold(tag)]);
    roff.text([roman(says)]);
}

fn verbatim<'a>(roff: &mut Roff, lines: impl Iterator<Item = &'a str>) {
    roff.control("PP", []);
    roff.control("nf", []);
    for line in lines {
        roff.text([bold(line.trim())]);
    }
    roff.control("fi", []);
}

/// The lines of a section of the help, without the two blanks before each.
fn help_section(title: &str) -> impl Iterator<Item = &'static str> {
    let (_, text) = AFTER_HELP.split_once(title).unwrap_or_default();
    let lines = text.lines().skip(1);
    lines.map_while(|line| line.strip_prefix("  "))
}

/// The groups of options are part of one section, and the macros of the library stand at the top alone.
fn tidy(page: &str, command: &clap::Command) -> String {
    let headings: Vec<&str> = command
        .get_arguments()
        .filter_map(clap::Arg::get_help_heading)
        .collect();
    let mut tidied = String::with_capacity(page.len());
    for (number, line) in page.lines().enumerate() {
        let is_macro = line.starts_with(".ie ") || line.starts_with(".el ");
        if is_macro && number > 1 {
            continue;
        }
        let quoted = line.strip_prefix(".SH ").unwrap_or_default();
        let upper = quoted.trim_matches('"');
        match headings
            .iter()
            .find(|heading| heading.to_uppercase() == upper)
        {
            Some(heading) => {
                tidied.push_str(".SS \"");
                tidied.push_str(heading);
                tidied.push('"');
            }
            None => tidied.push_str(line),
        }
        tidied.push('\n');
    }
    tidied
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn lower(text: &str) -> String {
    let (first, rest) = text.split_at(text.len().min(1));
    first.to_ascii_lowercase() + rest
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(text.len().min(1));
    first.to_ascii_uppercase() + rest
}
