//! The modules of a TOML file: options of checking under a name, with the names that the options have.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::ops::Range;
use std::rc::Rc;

use clap::{ArgAction, CommandFactory};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::wrong::{Place, Wrong};
use crate::args;
use crate::cli::meaning::{self, Meaning};
use crate::cli::{CheckArgs, Cli, Mistake, mistakes};
use crate::plan::Plan;
use crate::target::{Target, Typed};
use crate::words::{Lang, Said, Sentence};

/// The module that is meant where none is named.
pub(super) const DEFAULT: &str = "default";
/// Where a file has its modules.
const MODULES: &str = "modules";
/// Modules of one file; more would be a mistake.
const MOST: usize = 1000;
/// The options of a module are those under these headings of the help.
const HEADINGS: [&str; 2] = ["What to check", "How to check"];
/// Except for these: a mail address is nobody's to tell by asking us.
const NOT: [&str; 1] = ["send-address"];

/// How to ask, under a name.
#[derive(Debug)]
pub(super) struct Module {
    /// As in the file.
    pub(super) name: String,
    /// The same as data.
    pub(super) plan: Plan,
    args: CheckArgs,
}

/// All modules.
pub(super) type Modules = BTreeMap<String, Rc<Module>>;

/// What `service=` and `target=` ask of a module.
impl Module {
    /// The target, with the services that were asked for in place of the module's.
    pub(super) fn target(&self, typed: &str, services: Option<&str>) -> Result<Target, Sentence> {
        let mut args = self.args.clone();
        // A target that names its service knows better than the module.
        let named = typed.parse::<Typed>();
        if named.is_ok_and(|typed| typed.endpoint.is_some()) {
            args.service.clear();
        }
        if let Some(services) = services {
            if args.mx {
                let args = args! { "option" => "service=", "other" => "--mx" };
                return Err(Sentence {
                    id: "usage-exclude",
                    args,
                });
            }
            args.service = services.split(',').map(str::to_owned).collect();
        }
        let meaning = Meaning::new(&args, &self.plan).map_err(|error| error.said())?;
        meaning.of(typed).map_err(|error| error.said())
    }
}

/// The modules where no file names any.
pub(super) fn none(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Modules, Sentence> {
    let module = module(DEFAULT, &[], variable)?;
    Ok(Modules::from([(DEFAULT.to_owned(), Rc::new(module))]))
}

/// Reads the modules of a file; `variable` looks up what stands in for options.
pub(super) fn read(
    text: &str,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Modules, Wrong> {
    let at = |span: &Range<usize>| Place::of_byte(text, span.start);
    let file = DeTable::parse(text).map_err(|error| Wrong {
        place: at(&error.span().unwrap_or_default()),
        why: Sentence {
            id: "serve-syntax",
            args: args! { "why" => error.message() },
        },
    })?;
    let mut modules = none(variable).map_err(|why| Wrong {
        place: Place::of_byte(text, 0),
        why,
    })?;
    for (key, value) in file.get_ref() {
        let DeValue::Table(tables) = value.get_ref() else {
            return Err(unknown(key.get_ref(), &[MODULES], at(&key.span())));
        };
        if key.get_ref() != MODULES {
            return Err(unknown(key.get_ref(), &[MODULES], at(&key.span())));
        }
        for (name, table) in tables {
            let module = of_table(name, table, variable, &at)?;
            modules.insert(name.get_ref().to_string(), Rc::new(module));
            if modules.len() > MOST {
                return Err(of_kind(name.get_ref(), "fewer", at(&name.span())));
            }
        }
    }
    Ok(modules)
}

fn of_table(
    name: &Spanned<std::borrow::Cow<'_, str>>,
    table: &Spanned<DeValue<'_>>,
    variable: &dyn Fn(&str) -> Option<OsString>,
    at: &dyn Fn(&Range<usize>) -> Place,
) -> Result<Module, Wrong> {
    let DeValue::Table(options) = table.get_ref() else {
        return Err(of_kind(name.get_ref(), "table", at(&table.span())));
    };
    let mut all = Vec::new();
    for (key, value) in options {
        let words = option(key.get_ref(), value, at(&key.span()), at(&value.span()))?;
        // Alone first, so that what is wrong has its place.
        module(name.get_ref(), &words, variable).map_err(|why| Wrong {
            place: at(&value.span()),
            why,
        })?;
        all.extend(words);
    }
    module(name.get_ref(), &all, variable).map_err(|why| Wrong {
        place: at(&name.span()),
        why,
    })
}

/// An option as it would be typed.
fn option(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    key_at: Place,
    value_at: Place,
) -> Result<Vec<String>, Wrong> {
    let command = Cli::command();
    let options = command.get_arguments().filter(|arg| {
        let heading = arg.get_help_heading().unwrap_or_default();
        let name = arg.get_long().unwrap_or_default();
        HEADINGS.contains(&heading) && !NOT.contains(&name)
    });
    let known: Vec<_> = options.collect();
    let Some(arg) = known.iter().find(|arg| arg.get_long() == Some(key)) else {
        let mut names: Vec<&str> = known.iter().filter_map(|arg| arg.get_long()).collect();
        names.sort_unstable();
        return Err(unknown(key, &names, key_at));
    };
    let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
    let may_repeat = matches!(arg.get_action(), ArgAction::Append);
    match value.get_ref() {
        DeValue::Boolean(on) if is_switch => {
            Ok(on.then(|| format!("--{key}")).into_iter().collect())
        }
        _ if is_switch => Err(of_kind(key, "switch", value_at)),
        DeValue::Array(items) if may_repeat => {
            let items = items.iter().map(|item| {
                let text = scalar(item.get_ref());
                text.ok_or_else(|| of_kind(key, "texts", value_at))
            });
            let items: Vec<String> = items.collect::<Result<_, _>>()?;
            Ok(items.iter().map(|item| format!("--{key}={item}")).collect())
        }
        other => match scalar(other) {
            Some(text) => Ok(vec![format!("--{key}={text}")]),
            None if may_repeat => Err(of_kind(key, "texts", value_at)),
            None => Err(of_kind(key, "text", value_at)),
        },
    }
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// A module of options as they would be typed, every value checked as if they had been.
fn module(
    name: &str,
    options: &[String],
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Module, Sentence> {
    // A target is wanted; every option fits this one.
    let words = ["mailcheck", "module.invalid"].map(str::to_owned);
    let words = words.into_iter().chain(options.iter().cloned());
    let words: Vec<OsString> = words.map(OsString::from).collect();
    let cli = Cli::from_words(words.clone(), variable, Lang::En);
    let args = cli.map_err(|mistake| match mistake {
        Mistake::Words(error) => mistakes::said(&error, &words),
        Mistake::Variable(error) => error.said(),
        Mistake::Stray(said) => said,
    });
    let args = args?.check;
    let plan = meaning::plan(&args).map_err(|error| error.said())?;
    meaning::targets(&args, &plan).map_err(|error| error.said())?;
    Ok(Module {
        name: name.to_owned(),
        plan,
        args,
    })
}

fn unknown(key: &str, known: &[&str], place: Place) -> Wrong {
    let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
    Wrong {
        place,
        why: Sentence {
            id: "serve-unknown-key",
            args: args! { "key" => key, "known" => known },
        },
    }
}

fn of_kind(key: &str, kind: &str, place: Place) -> Wrong {
    Wrong {
        place,
        why: Sentence {
            id: "serve-kind",
            args: args! { "key" => key, "kind" => kind },
        },
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::plan::Families;

    fn modules(text: &str) -> Result<Modules, String> {
        read(text, &|_| None).map_err(|wrong| {
            let Place { line, column } = wrong.place;
            format!("{line}:{column}: {}", wrong.why)
        })
    }

    #[test]
    fn a_module_has_options_as_they_are_typed() {
        let text = "[modules.sending]\nservice = [\"submission\", 465]\ntimeout = 2.5\nipv4 = true\nipv6 = false\n\
            resolver = \"192.0.2.53\"\n[modules.default]\nno-trace = true\n[modules.domain]\nmx = true\n";
        let modules = modules(text).expect("three modules");
        let names: Vec<_> = modules.keys().map(String::as_str).collect();
        assert_eq!(names, ["default", "domain", "sending"]);
        let sending = &modules["sending"];
        assert_eq!(sending.plan.limits.step, Duration::from_millis(2500));
        assert_eq!(sending.plan.families, Families::V4);
        let ports = |target: Target| {
            let ports = target.endpoints.iter().map(|endpoint| endpoint.port);
            ports.collect::<Vec<_>>()
        };
        let target = sending.target("mail.example.com", None).expect("a target");
        assert_eq!(ports(target), [587, 465]);
        let target = sending.target("mail.example.com", Some("imaps"));
        assert_eq!(ports(target.expect("a target")), [993]);
        let target = sending.target("imaps://mail.example.com", None);
        assert_eq!(ports(target.expect("a target")), [993]);
        let twice = sending.target("imaps://mail.example.com", Some("smtp"));
        assert!(twice.is_err());
        assert!(!modules["default"].plan.trace);
        let both = modules["domain"].target("example.com", Some("smtp"));
        assert!(both.is_err_and(|said| said.to_string().contains("--mx")));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let rows = [
            ("[modules.a]\nsevice = \"smtp\"\n", "2:1: ", "sevice"),
            ("[modules.a]\ntimeout = 0\n", "2:11: ", "--timeout 10"),
            ("[modules.a]\nservice = \"smpt\"\n", "2:11: ", "smpt"),
            ("[modules.a]\nipv4 = \"yes\"\n", "2:8: ", "true or false"),
            (
                "[modules.a]\nipv4 = true\nipv6 = true\n",
                "1:10: ",
                "--ipv6",
            ),
            ("[modules.a]\ntimeout = [1, 2]\n", "2:11: ", "timeout"),
            ("[modules.a]\nlogin = true\n", "2:1: ", "login"),
            ("[modules.a]\nfrom = \"a@example.com\"\n", "2:1: ", "from"),
            (
                "[modules.a]\nsend-address = true\n",
                "2:1: ",
                "send-address",
            ),
            // Whoever asks is told nothing of this machine, and has it ask nobody about its address.
            ("[modules.a]\nsender = true\n", "2:1: ", "sender"),
            ("[modules.a]\ndnsbl = \"bl.example\"\n", "2:1: ", "dnsbl"),
            ("[modules.a]\nformat = \"json\"\n", "2:1: ", "format"),
            ("[module.a]\n", "1:2: ", "modules"),
            ("modules = 1\n", "1:1: ", "modules"),
            ("[modules]\na = 1\n", "2:5: ", "table"),
            (
                "[modules.a]\nipv4 = true\nipv4 = true\n",
                "3:1: ",
                "duplicate",
            ),
            ("\n  [modules.a\n", "2:13: ", ""),
        ];
        for (text, place, says) in rows {
            let error = modules(text).expect_err(text);
            assert!(
                error.starts_with(place) && error.contains(says),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn variables_stand_in_for_options_here_too() {
        let variable = |name: &str| (name == "MAILCHECK_DEADLINE").then(|| "20".into());
        let modules = none(&variable).expect("a module");
        let deadline = modules[DEFAULT].plan.limits.deadline;
        assert_eq!(deadline, Duration::from_secs(20));
    }
}
