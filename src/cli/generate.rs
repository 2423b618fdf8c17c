//! What is made out of the definitions of the command line: the man page and the completions of the shells.
//!
//! The library takes the first word for a subcommand, so what it makes for a shell stops after `mailcheck HOST`. Here the
//! rest is completed too, and `explain`, `diff` and `serve` are told from a host.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, GenerateArg, man};

/// Writes what `--generate` asks for. The error is that of `out`.
pub fn generate(what: GenerateArg, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    let text = match what {
        GenerateArg::Man => man::page()?,
        GenerateArg::CompleteBash => bash(),
        GenerateArg::CompleteZsh => zsh(),
        GenerateArg::CompleteFish => fish(),
        GenerateArg::CompletePowershell => powershell(),
    };
    out.write_all(text.as_bytes())
}

/// The library puts the names of positional arguments among the words to complete.
fn bash() -> String {
    completions(Shell::Bash, Cli::command(), "mailcheck")
        .replace(" <TARGET>...", "")
        .replace(" <CODE|FINDING>...", "")
        .replace(" <FIRST> <SECOND>", "")
}

/// A function for each use, and one that chooses.
fn zsh() -> String {
    let mut whole = Cli::command();
    whole.build();
    let alone = whole.get_arguments().cloned();
    let check = alone.fold(clap::Command::new("check"), clap::Command::arg);
    let mut script = ZSH_CHOICE.to_owned();
    script.push_str(&zsh_function(check, "mailcheck_check"));
    for inner in whole.get_subcommands() {
        let name = inner.get_name();
        let inner_args = inner.get_arguments().cloned();
        let alone = inner_args.fold(clap::Command::new("inner"), clap::Command::arg);
        let alone = alone.subcommands(inner.get_subcommands());
        script.push_str(&zsh_function(alone, &format!("mailcheck_{name}")));
    }
    script.push_str(ZSH_END);
    script
}

const ZSH_CHOICE: &str = r#"#compdef mailcheck

autoload -U is-at-least

_mailcheck() {
    if (( CURRENT > 2 )) && [[ $words[2] == (explain|diff|fleet|serve) ]]; then
        shift words
        (( CURRENT-- ))
        _mailcheck_$words[1] "$@"
    else
        _mailcheck_check "$@"
    fi
}

_mailcheck_targets() {
    (( CURRENT == 2 )) && compadd explain diff fleet serve
    _hosts
}

"#;

const ZSH_END: &str = r#"
if [ "$funcstack[1]" = "_mailcheck" ]; then
    _mailcheck "$@"
else
    compdef _mailcheck mailcheck
fi
"#;

/// The function alone, without what makes a file of it.
fn zsh_function(command: clap::Command, name: &str) -> String {
    // It brings options of its own where these are not switched off.
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .version("");
    let script = completions(Shell::Zsh, command, name);
    let (_, script) = script.split_once("is-at-least\n").unwrap_or_default();
    let (function, _) = script.split_once("\nif [ \"$funcstack").unwrap_or_default();
    let lines = function.lines().map(|line| {
        // Two colons would make the words so far invisible, and no option would be completed behind them.
        match line.strip_prefix("'*::") {
            Some(rest) => format!("'*:{}\n", rest.replace(":_hosts'", ":_mailcheck_targets'")),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// Options come before and behind a host, and a target is no file.
fn fish() -> String {
    let checks = "-n \"not __fish_seen_subcommand_from explain diff fleet serve\"";
    let mut script = completions(Shell::Fish, Cli::command(), "mailcheck");
    for option in ["-s", "-l"] {
        let first = format!("-n \"__fish_mailcheck_needs_command\" {option} ");
        script = script.replace(&first, &format!("{checks} {option} "));
    }
    script.push_str("complete -c mailcheck ");
    script.push_str(checks);
    script.push_str(" -f -a \"(__fish_print_hostnames)\"\n");
    script
}

/// Whatever is no subcommand is a target.
fn powershell() -> String {
    completions(Shell::PowerShell, Cli::command(), "mailcheck").replace(
        "    $completions = @(switch ($command) {",
        "    $command = if ($command -like 'mailcheck;explain*') { 'mailcheck;explain' } \
         elseif ($command -like 'mailcheck;diff*') { 'mailcheck;diff' } \
         elseif ($command -like 'mailcheck;serve*') { 'mailcheck;serve' } \
         elseif ($command -match '^mailcheck;fleet(;(submit|work|collect|status|reconcile|forget))?') { $Matches[0] } \
         else { 'mailcheck' }\n\n    \
         $completions = @(switch ($command) {",
    )
}

fn completions(shell: Shell, mut command: clap::Command, name: &str) -> String {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
