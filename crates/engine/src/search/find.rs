//! Finding a customer.

use super::near::{allowance, distance};
use super::query::{Term, understand};
use super::rows::{self, Candidate};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, read};
use crate::values::{Value, fold};
use serde::{Deserialize, Serialize};

/// What was typed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SearchFind {
    pub(crate) text: String,
    pub(crate) limit: u32,
}

/// Who was found, best first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SearchFound {
    pub(crate) hits: Vec<SearchHit>,
    /// How many there are in all, counted up to a thousand.
    pub(crate) total: i64,
}

/// One customer found.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SearchHit {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    pub(crate) label: String,
    pub(crate) kind: String,
    pub(crate) status: String,
    pub(crate) town: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) matched: Option<Matched>,
}

/// What of the customer matched, when it is not in their name or town.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Matched {
    entity: Entity,
    field: &'static str,
    value: String,
}

/// Rows weighed before the best are kept.
const WEIGHED: i64 = 400;
/// The same when a letter or two were typed: nothing tells one from another yet.
const WEIGHED_AT_FIRST: i64 = 60;
/// Rows counted at most.
const COUNTED: i64 = 1_000;

/// Finds customers; a slip is forgiven only when fewer than the page match exactly.
pub(crate) fn find(reader: &Reader, input: SearchFind) -> Result<SearchFound, ApiError> {
    let limit = input.limit.min(100) as usize;
    if let Some(hit) = by_reference(reader, &input.text)? {
        return Ok(SearchFound {
            hits: vec![hit],
            total: 1,
        });
    }
    let terms = understand(&input.text);
    if terms.is_empty() {
        return Ok(SearchFound {
            hits: Vec::new(),
            total: 0,
        });
    }
    let weighed = if terms.iter().all(|term| term.text().len() < 3) {
        WEIGHED_AT_FIRST
    } else {
        WEIGHED
    };
    let mut expression = expression(reader, &terms, false)?;
    let mut found = rows::candidates(reader, &expression, weighed)?;
    if found.len() < limit && terms.iter().any(|term| matches!(term, Term::Word(_))) {
        expression = self::expression(reader, &terms, true)?;
        found = rows::candidates(reader, &expression, weighed)?;
    }
    let total = if (found.len() as i64) < weighed {
        found.len() as i64
    } else {
        rows::count(reader, &expression, COUNTED)?
    };
    let mut best: Vec<(u32, Candidate)> = found
        .into_iter()
        .map(|candidate| (weigh(&terms, &candidate), candidate))
        .collect();
    best.sort_by(|(left_weight, left), (right_weight, right)| {
        right_weight
            .cmp(left_weight)
            .then_with(|| left.names.cmp(&right.names))
            .then(left.id.cmp(&right.id))
    });
    best.truncate(limit);
    let hits = best
        .iter()
        .map(|(_, candidate)| hit(reader, &terms, candidate))
        .collect::<Result<_, _>>()?;
    Ok(SearchFound { hits, total })
}

fn by_reference(reader: &Reader, text: &str) -> Result<Option<SearchHit>, ApiError> {
    let Ok((entity, id)) = parse_any_reference(&text.replace(' ', "")) else {
        return Ok(None);
    };
    let Some(owner) = entity.fields().owner else {
        return Ok(None);
    };
    match rows::owner_of(reader, entity.table(), owner, id)? {
        Some(customer) => Ok(Some(view(&read(reader, Entity::Customer, customer)?, None))),
        None => Ok(None),
    }
}

fn expression(reader: &Reader, terms: &[Term], forgiving: bool) -> Result<String, ApiError> {
    Ok(terms
        .iter()
        .map(|term| rows::expand(reader, term, forgiving))
        .collect::<Result<Vec<_>, _>>()?
        .join(" AND "))
}

/// The sum, over what was typed, of how well each word is found; a name counts more than a town or a mail.
fn weigh(terms: &[Term], candidate: &Candidate) -> u32 {
    terms
        .iter()
        .map(|term| {
            let best = |text: &str| {
                text.split(' ')
                    .map(|word| closeness(term, word))
                    .max()
                    .unwrap_or_default()
            };
            (best(&candidate.names) * 3)
                .max(best(&candidate.places) * 2)
                .max(best(&candidate.marks))
        })
        .sum()
}

/// 0 to 100: the same word, the beginning of one, a near one.
fn closeness(term: &Term, word: &str) -> u32 {
    let typed = term.text();
    if word == typed {
        return 100;
    }
    if word.starts_with(typed) {
        return 85;
    }
    match term {
        Term::Mark(_) => 0,
        Term::Word(_) => match distance(typed, word, allowance(typed)) {
            Some(slips) => 70 - 12 * slips as u32 - 2 * (word.len().abs_diff(typed.len()) as u32).min(10),
            None => 0,
        },
    }
}

fn hit(reader: &Reader, terms: &[Term], candidate: &Candidate) -> Result<SearchHit, ApiError> {
    let customer = read(reader, Entity::Customer, candidate.id)?;
    let matched = matched(reader, terms, candidate, &customer)?;
    Ok(view(&customer, matched))
}

fn view(customer: &RecordView, matched: Option<Matched>) -> SearchHit {
    let text = |key: &str| customer.values.get(key).and_then(Value::text).map(str::to_owned);
    SearchHit {
        reference: customer.reference.clone(),
        label: customer.label.clone(),
        kind: text("kind").unwrap_or_default(),
        status: text("status").unwrap_or_default(),
        town: text("town"),
        phone: text("mobile").or_else(|| text("phone")),
        matched,
    }
}

/// The field that explains why this customer is in the list, when neither name nor town does.
fn matched(
    reader: &Reader,
    terms: &[Term],
    candidate: &Candidate,
    customer: &RecordView,
) -> Result<Option<Matched>, ApiError> {
    let plain = |text: &str, term: &Term| text.split(' ').any(|word| closeness(term, word) > 0);
    let Some(term) = terms
        .iter()
        .find(|term| !plain(&candidate.names, term) && !plain(&candidate.places, term))
    else {
        return Ok(None);
    };
    let own = std::iter::once((Entity::Customer, candidate.id, customer.clone()));
    let children = [Entity::Vehicle, Entity::Invoice, Entity::Contact]
        .into_iter()
        .map(|entity| {
            crate::records::rows::read_where(reader, entity, "customer_id", candidate.id, "1")
                .map(|found| (entity, found))
        })
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flat_map(|(entity, found)| {
            found
                .into_iter()
                .map(move |(id, values)| (entity, id, crate::records::view(entity, id, values)))
        });
    Ok(own.chain(children).find_map(|(entity, _, record)| {
        entity.fields().stored().find_map(|field| {
            let value = record.values.get(field.key).and_then(Value::text)?;
            let compact = fold(value).replace(' ', "");
            let national = crate::values::digits_of(value).unwrap_or_default();
            let holds = compact.starts_with(term.text())
                || national.starts_with(term.text())
                || (compact.len() == 17 && compact[9..].starts_with(term.text()))
                || fold(value).split(' ').any(|word| word.starts_with(term.text()));
            holds.then(|| Matched {
                entity,
                field: field.key,
                value: value.to_owned(),
            })
        })
    }))
}
