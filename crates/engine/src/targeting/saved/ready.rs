//! The targetings of the trade, ready made: `content/targeting/trade.toml`.

use crate::change::Nothing;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::targeting::names::Lexicon;
use crate::targeting::text::{parse, parse_sorts};
use crate::targeting::{Sort, Target};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// One of them, as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Written {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) group: String,
    pub(crate) description: String,
    pub(crate) definition: String,
    #[serde(default)]
    pub(crate) sort: String,
}

#[derive(Default, Deserialize)]
struct Trade {
    targeting: Vec<Written>,
}

/// Those of the trade, in the order of the file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetsReady {
    ready: Vec<TargetReady>,
}

/// One of them, to be opened, changed and kept like any other.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetReady {
    key: &'static str,
    name: &'static str,
    /// Vente, Après-vente, Relation…
    group: &'static str,
    /// What for.
    description: &'static str,
    text: &'static str,
    target: Target,
    sorts: Vec<Sort>,
    count: i64,
}

/// The targetings of the trade, each with how many are in it today.
pub(crate) fn ready(reader: &Reader, _input: Nothing) -> Result<TargetsReady, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let mut ready = Vec::new();
    for written in trade() {
        let target =
            parse(&lexicon, &written.definition).map_err(|problems| ApiError::BadTarget { problems })?;
        let sorts = parse_sorts(&lexicon, &written.sort, target.entity)
            .map_err(|problems| ApiError::BadTarget { problems })?;
        ready.push(TargetReady {
            key: &written.key,
            name: &written.name,
            group: &written.group,
            description: &written.description,
            text: &written.definition,
            count: crate::targeting::rows::count(reader, target.entity, &target.root)?,
            target,
            sorts,
        });
    }
    Ok(TargetsReady { ready })
}

/// As they are written.
pub(crate) fn trade() -> &'static [Written] {
    static TRADE: OnceLock<Trade> = OnceLock::new();
    &TRADE
        .get_or_init(|| crate::content::read(include_str!("../../../../../content/targeting/trade.toml")))
        .targeting
}
