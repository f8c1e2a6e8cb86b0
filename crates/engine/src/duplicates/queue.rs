//! The queue of records that look alike: of the whole base, or around one record.

use super::decide::Decision;
use super::{Raw, customer_id, rows, subject_of};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::{RecordView, read};
use ::duplicates::{Found, How, Link, Pair, Reason, Shared, What, find as compare};
use serde::{Deserialize, Serialize};
use std::cell::Ref;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The whole base, or the surroundings of one record.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct DuplicatesFind {
    /// One customer's reference; none for the whole base.
    customer: Option<String>,
    /// How many pairs to pass over, of those to answer.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "number"))]
    offset: usize,
    /// How many pairs to give at most.
    #[cfg_attr(test, ts(type = "number"))]
    limit: usize,
}

/// What looks alike.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct DuplicatesFound {
    /// Surest first; those put off come last; those told different are left out.
    pairs: Vec<PairView>,
    /// How many pairs there are to answer, those put off included.
    #[cfg_attr(test, ts(type = "number"))]
    total: usize,
    /// How many of them were put off.
    #[cfg_attr(test, ts(type = "number"))]
    put_off: usize,
    /// How many pairs were told different.
    #[cfg_attr(test, ts(type = "number"))]
    different: usize,
    /// Persons and firms that belong together and stay two.
    links: Vec<LinkView>,
}

/// Two records, how sure it is that they are one, and why.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PairView {
    left: RecordView,
    right: RecordView,
    /// 50 to 100.
    score: u32,
    /// Weightiest first.
    reasons: Vec<ReasonView>,
    put_off: bool,
}

/// One reason, for or against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ReasonView {
    what: ReasonWhat,
    how: ReasonHow,
    /// It speaks for the same person, else against.
    speaks_for: bool,
}

/// A person and the firm they run.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LinkView {
    person: RecordView,
    firm: RecordView,
    shared: Vec<SharedWhat>,
}

macro_rules! mirror {
    ($(#[$doc:meta])* $name:ident of $theirs:ty: $($case:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub(crate) enum $name { $($case),+ }

        impl From<$theirs> for $name {
            fn from(theirs: $theirs) -> Self {
                match theirs { $(<$theirs>::$case => Self::$case),+ }
            }
        }
    };
}

mirror!(
    /// What was compared.
    ReasonWhat of What:
    FirstName, LastName, Birth, Siren, Phone, Mail, Number, Street, Extra, Postcode, Town, Vehicle, Sex
);
mirror!(
    /// How it agrees.
    ReasonHow of How: Same, Written, Slip, Near, Different, Swapped
);
mirror!(
    /// What a person and a firm share.
    SharedWhat of Shared: Name, Contact, Phone, Mail, Address
);

/// Pairs as likely as not are worth a look.
const LEAST: f32 = 0.5;

/// A base up to this size is compared whole even for one record: its rarities are then those of the whole.
const WHOLE: usize = 5_000;

/// How many others are looked at beside the surroundings of a record.
const STRANGERS: i64 = 1_500;

/// A reason that weighs less, in bits, says nothing.
const WORTH_SAYING: f32 = 0.6;

/// Finds who looks alike.
pub(crate) fn find(reader: &Reader, input: DuplicatesFind) -> Result<DuplicatesFound, ApiError> {
    let about = input.customer.as_deref().map(customer_id).transpose()?;
    let customers = crate::records::rows::count(reader, Entity::Customer)?;
    let raws = match about {
        Some(id) if usize::try_from(customers).unwrap_or(0) > WHOLE => rows::around(reader, id, STRANGERS)?,
        _ => rows::everyone(reader)?,
    };
    let compared = compare_again(reader, raws);
    let Compared { ids, found, .. } = &*compared;
    let concerns =
        |one: usize, other: usize| about.is_none_or(|about| ids[one] == about || ids[other] == about);
    let decisions = rows::decisions(reader)?;
    let answer = |left: usize, right: usize| {
        let (left, right) = (ids[left], ids[right]);
        decisions
            .get(&(left.min(right), left.max(right)))
            .and_then(|code| Decision::of_code(code))
    };
    let mut pairs: Vec<&Pair> = (found.pairs.iter())
        .filter(|pair| concerns(pair.left, pair.right))
        .collect();
    let mut links: Vec<&Link> = (found.links.iter())
        .filter(|link| concerns(link.person, link.firm))
        .collect();
    let all = pairs.len();
    pairs.retain(|pair| answer(pair.left, pair.right) != Some(Decision::Different));
    links.retain(|link| answer(link.person, link.firm) != Some(Decision::Different));
    let total = pairs.len();
    let is_put_off = |left, right| answer(left, right) == Some(Decision::Later);
    pairs.sort_by_key(|pair| is_put_off(pair.left, pair.right));
    let put_off = pairs
        .iter()
        .filter(|pair| is_put_off(pair.left, pair.right))
        .count();
    let record = |place: usize| read(reader, Entity::Customer, ids[place]);
    Ok(DuplicatesFound {
        total,
        put_off,
        different: all - total,
        pairs: pairs
            .iter()
            .skip(input.offset)
            .take(input.limit)
            .map(|pair| {
                Ok(PairView {
                    left: record(pair.left)?,
                    right: record(pair.right)?,
                    score: (pair.score * 100.0).round() as u32,
                    reasons: said(&pair.reasons),
                    put_off: is_put_off(pair.left, pair.right),
                })
            })
            .collect::<Result<_, ApiError>>()?,
        links: links
            .iter()
            .take(input.limit)
            .map(|link| {
                Ok(LinkView {
                    person: record(link.person)?,
                    firm: record(link.firm)?,
                    shared: link.shared.iter().map(|shared| (*shared).into()).collect(),
                })
            })
            .collect::<Result<_, ApiError>>()?,
    })
}

/// What was compared last: as long as no customer, car or contact is different, the same answers serve.
#[derive(Default)]
pub(crate) struct Compared {
    /// Of all that was compared.
    fingerprint: u64,
    ids: Vec<i64>,
    found: Found,
}

/// Compares these customers, or gives what the last comparison found when it was of the very same.
fn compare_again<'a>(reader: &'a Reader, raws: Vec<(i64, Raw)>) -> Ref<'a, Compared> {
    let mut hasher = DefaultHasher::new();
    raws.hash(&mut hasher);
    let fingerprint = hasher.finish();
    let kept = {
        let last = reader.compared.borrow();
        last.fingerprint == fingerprint && last.ids.len() == raws.len()
    };
    if !kept {
        let ids = raws.iter().map(|(id, _)| *id).collect();
        let found = compare(raws.into_iter().map(|(_, raw)| subject_of(&raw)), LEAST);
        *reader.compared.borrow_mut() = Compared {
            fingerprint,
            ids,
            found,
        };
    }
    reader.compared.borrow()
}

fn said(reasons: &[Reason]) -> Vec<ReasonView> {
    reasons
        .iter()
        .filter(|reason| reason.weight.abs() >= WORTH_SAYING)
        .map(|reason| ReasonView {
            what: reason.what.into(),
            how: reason.how.into(),
            speaks_for: reason.weight > 0.0,
        })
        .collect()
}
