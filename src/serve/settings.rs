//! What the files say, as of the last time they were read and good.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use super::modules::{self, Module};
use super::web_config::{self, WebConfig};
use crate::cli::{ServeArgs, meaning};
use crate::input;
use crate::net::Machine;
use crate::net::tls::serving::Serving;
use crate::words::{self, Said, Sentence};
use crate::{args, plan};

/// A module, and this machine with what the module trusts.
#[derive(Clone)]
pub(super) struct Ready {
    /// How to ask.
    pub(super) module: Rc<Module>,
    /// From where.
    pub(super) machine: Rc<Machine>,
}

/// What the files say.
pub(super) struct Settings {
    /// Differs each time they are read.
    pub(super) generation: u64,
    /// By their names.
    pub(super) modules: BTreeMap<String, Ready>,
    /// Who may ask; anybody where there is nobody.
    pub(super) users: Vec<(String, String)>,
    /// Lets clients in by TLS, where that is wanted.
    pub(super) tls: Option<Serving>,
}

impl Settings {
    /// Reads every file. `machine` is the one of before.
    pub(super) fn load(
        args: &ServeArgs,
        generation: u64,
        machine: Option<&Machine>,
    ) -> Result<Self, Sentence> {
        let web = match &args.web_config {
            None => WebConfig::default(),
            Some(path) => {
                let directory = path.parent().unwrap_or_else(|| Path::new(""));
                let read = web_config::read(&text(path)?, directory);
                read.map_err(|wrong| wrong.in_file(path))?
            }
        };
        let tls = web.tls.as_ref().map(Serving::load).transpose();
        Ok(Self {
            generation,
            modules: ready(args, machine)?,
            users: web.users,
            tls: tls.map_err(|error| error.said())?,
        })
    }
}

fn ready(args: &ServeArgs, machine: Option<&Machine>) -> Result<BTreeMap<String, Ready>, Sentence> {
    let variable = |name: &str| std::env::var_os(name);
    meaning::without_proxy("serve", &variable).map_err(|error| error.said())?;
    let modules = match &args.modules {
        None => modules::none(&variable)?,
        Some(path) => {
            modules::read(&text(path)?, &variable).map_err(|wrong| wrong.in_file(path))?
        }
    };
    let opened;
    let machine = if let Some(machine) = machine {
        machine
    } else {
        let mut first = Machine::open(&plan::Plan::default()).map_err(|error| error.said())?;
        // Whoever asks may ask about many names of one server at once.
        first.expect_several();
        opened = first;
        &opened
    };
    let modules = modules.into_iter().map(|(name, module)| {
        let machine = machine.beside(&module.plan).map_err(|error| Sentence {
            id: "serve-module",
            args: args! { "module" => name.as_str(), "why" => error.said() },
        })?;
        let machine = Rc::new(machine);
        Ok((name, Ready { module, machine }))
    });
    modules.collect()
}

fn text(path: &Path) -> Result<String, Sentence> {
    let unreadable = |why: Sentence| Sentence {
        id: "usage-unreadable",
        args: args! { "path" => path.display().to_string(), "why" => why },
    };
    let bytes = input::whole(path).map_err(|error| unreadable(words::of_file(&error)))?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| unreadable(words::plain_sentence("file-not-text")))
}
