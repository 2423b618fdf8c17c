//! The aliases of a name.

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::Name;

use super::{Answer, message};
use crate::facts::{Lookup, RecordData, RecordKind};
use crate::failure::ResolveTrouble;

/// As many aliases in a row as unbound and BIND follow at the least.
pub(super) const ALIASES_MAX: usize = 16;

/// The names of a lookup: the one asked for, and those for which it is an alias.
#[derive(Default)]
pub(super) struct Chain {
    first: Name,
    aliases: Vec<Name>,
    replies: usize,
    authenticated: bool,
}

impl Chain {
    pub(super) fn new(first: Name) -> Self {
        Self {
            first,
            ..Self::default()
        }
    }

    pub(super) fn last(&self) -> &Name {
        self.aliases.last().unwrap_or(&self.first)
    }

    /// Follows the aliases of a reply. `Ok(None)`: they lead out of it, and the last name has to be asked for.
    pub(super) fn follow(
        &mut self,
        reply: &Message,
        kind: RecordKind,
    ) -> Result<Option<Vec<RecordData>>, ResolveTrouble> {
        let validated = reply.metadata.authentic_data;
        self.authenticated = validated && (self.replies == 0 || self.authenticated);
        self.replies += 1;
        let before = self.aliases.len();
        loop {
            let records = message::data_of(reply, self.last(), kind);
            if !records.is_empty() {
                return Ok(Some(records));
            }
            let Some(target) = message::alias_of(reply, self.last()) else {
                break;
            };
            let comes_back = *target == self.first || self.aliases.contains(target);
            if comes_back || self.aliases.len() == ALIASES_MAX {
                return Err(ResolveTrouble::AliasLoop);
            }
            self.aliases.push(target.clone());
        }
        // RFC 6604 section 2: the code is about the last name of the chain.
        if reply.metadata.response_code == ResponseCode::NXDomain {
            return Err(ResolveTrouble::NotFound);
        }
        if self.aliases.len() > before && !message::is_negative(reply) {
            return Ok(None);
        }
        Err(ResolveTrouble::NoData)
    }

    pub(super) fn ended(self, records: Lookup<Vec<RecordData>>) -> Answer {
        Answer {
            aliases: self.aliases.iter().map(message::name_text).collect(),
            authenticated: self.authenticated,
            records,
        }
    }
}
