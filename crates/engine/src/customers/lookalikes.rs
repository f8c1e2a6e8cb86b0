//! Customers that look like the one being typed, or like whoever left a lead, with the reasons: shown before a double is made.
//! What was typed finds them; the comparison of doubles says how likely it is.

use crate::duplicates::{Raw, likeness};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, Values, read};
use crate::search::{Term, candidates, expand};
use crate::values::{Value, digits_of, fold, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was typed so far; the record itself when it exists.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LookalikesFind {
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// Who looks alike, most alike first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Lookalikes {
    candidates: Vec<Lookalike>,
}

/// One who looks alike.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Lookalike {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    label: String,
    kind: String,
    town: Option<String>,
    phone: Option<String>,
    mail: Option<String>,
    birth_date: Option<String>,
    /// How likely it is the same one, in a hundred: by the comparison of doubles.
    score: u32,
    reasons: Vec<Reason>,
}

/// Why they look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Reason {
    SameMobile,
    SamePhone,
    SameMail,
    SameName,
    CloseName,
    SwappedName,
    SameBirthDate,
    SameAddress,
    SameSiren,
    SameTown,
}

const SHOWN: usize = 6;
const WEIGHED: i64 = 60;
/// Under this score two records have no more in common than a town or half a name.
const ALIKE: u32 = 40;

/// Finds those who look alike.
pub(crate) fn lookalikes(reader: &Reader, input: LookalikesFind) -> Result<Lookalikes, ApiError> {
    let own = input
        .reference
        .as_deref()
        .map(parse_any_reference)
        .transpose()?
        .map_or(0, |(_, id)| id);
    let candidates = alike(reader, own, &input.values)?;
    Ok(Lookalikes { candidates })
}

/// Those who look like these values, but for the record of this id; most alike first.
pub(crate) fn alike(reader: &Reader, own: i64, values: &Values) -> Result<Vec<Lookalike>, ApiError> {
    let mut ids = BTreeSet::new();
    for expression in expressions(reader, values)? {
        ids.extend(
            candidates(reader, &expression, WEIGHED)?
                .into_iter()
                .map(|candidate| candidate.id),
        );
    }
    ids.remove(&own);
    let mut close = Vec::new();
    for id in ids {
        let candidate = read(reader, Entity::Customer, id)?;
        let reasons = reasons(values, &candidate.values);
        if worth(&reasons) >= ALIKE {
            close.push((id, candidate, reasons));
        }
    }
    let ids: Vec<i64> = close.iter().map(|(id, ..)| *id).collect();
    let scores = likeness(reader, &told(values), &ids)?;
    let mut alike: Vec<Lookalike> = close
        .into_iter()
        .map(|(id, candidate, reasons)| view(candidate, scores.get(&id).copied().unwrap_or(0), reasons))
        .collect();
    alike.sort_by(|left, right| {
        right
            .score
            .cmp(&left.score)
            .then_with(|| left.reference.cmp(&right.reference))
    });
    alike.truncate(SHOWN);
    Ok(alike)
}

/// One search for each thing that could tell a double.
fn expressions(reader: &Reader, typed: &Values) -> Result<Vec<String>, ApiError> {
    let text = |key: &str| typed.get(key).and_then(Value::text).unwrap_or_default();
    let mut found = Vec::new();
    let names: Vec<String> = ["first_name", "last_name", "legal_name"]
        .iter()
        .flat_map(|key| words(text(key)))
        .filter(|word| word.len() >= 2)
        .collect();
    // A surname alone, half typed, would call half the base.
    if names.len() >= 2 || names.iter().any(|name| name.len() >= 4) {
        let terms = names
            .into_iter()
            .map(|name| expand(reader, &Term::Word(name), true))
            .collect::<Result<Vec<_>, _>>()?;
        found.push(terms.join(" AND "));
    }
    let numbers = ["phone", "mobile"].iter().filter_map(|key| digits_of(text(key)));
    found.extend(numbers.map(|digits| format!("\"{}\"", digits.trim_start_matches('+'))));
    found.extend(
        ["siren", "siret"]
            .iter()
            .map(|key| fold(text(key)).replace(' ', ""))
            .filter(|mark| mark.len() >= 9)
            .map(|mark| format!("\"{}\" *", &mark[..9])),
    );
    let mail = words(text("mail"));
    if text("mail").contains('@') && mail.len() >= 3 {
        found.push(
            mail.iter()
                .map(|word| format!("\"{word}\""))
                .collect::<Vec<_>>()
                .join(" AND "),
        );
    }
    Ok(found)
}

fn reasons(typed: &Values, other: &Values) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let folded = |values: &Values, key: &str| {
        values
            .get(key)
            .and_then(Value::text)
            .map(fold)
            .unwrap_or_default()
    };
    let same = |key: &str| {
        let left = folded(typed, key);
        !left.is_empty() && left == folded(other, key)
    };
    let number = |values: &Values, key: &str| values.get(key).and_then(Value::text).and_then(digits_of);
    let same_number = |left: &str, right: &str| {
        number(typed, left).is_some() && number(typed, left) == number(other, right)
    };
    if same_number("mobile", "mobile") || same_number("mobile", "phone") {
        reasons.push(Reason::SameMobile);
    }
    if same_number("phone", "phone") || same_number("phone", "mobile") {
        reasons.push(Reason::SamePhone);
    }
    if same("mail") {
        reasons.push(Reason::SameMail);
    }
    if same("siren") || same("siret") {
        reasons.push(Reason::SameSiren);
    }
    reasons.extend(name_reason(typed, other));
    if same("birth_date") {
        reasons.push(Reason::SameBirthDate);
    }
    if same("street") && same("postcode") {
        reasons.push(Reason::SameAddress);
    } else if same("town") {
        reasons.push(Reason::SameTown);
    }
    reasons
}

fn name_reason(typed: &Values, other: &Values) -> Option<Reason> {
    let folded = |values: &Values, key: &str| {
        values
            .get(key)
            .and_then(Value::text)
            .map(|text| fold(text).replace(' ', ""))
            .unwrap_or_default()
    };
    let pairs = |values: &Values| match (folded(values, "legal_name"), folded(values, "last_name")) {
        (firm, last) if firm.is_empty() => (folded(values, "first_name"), last),
        (firm, _) => (String::new(), firm),
    };
    let (first, last) = pairs(typed);
    let (other_first, other_last) = pairs(other);
    if last.is_empty() || other_last.is_empty() {
        return None;
    }
    if (&first, &last) == (&other_first, &other_last) {
        return Some(Reason::SameName);
    }
    if !first.is_empty() && (&first, &last) == (&other_last, &other_first) {
        return Some(Reason::SwappedName);
    }
    let near = |left: &str, right: &str| left == right || crate::search::slips(left, right).is_some();
    // The first name is not typed yet, or they differ by a letter: close enough to be shown.
    (near(&last, &other_last)
        && (first.is_empty() || near(&first, &other_first) || other_first.starts_with(&first)))
    .then_some(Reason::CloseName)
}

/// What was typed, as the comparison wants it.
fn told(values: &Values) -> Raw {
    let text = |key: &str| {
        values
            .get(key)
            .and_then(Value::text)
            .unwrap_or_default()
            .to_owned()
    };
    let is_firm =
        text("kind") == "company" || (text("last_name").is_empty() && !text("legal_name").is_empty());
    let siren = Some(text("siren")).filter(|siren| !siren.is_empty());
    Raw {
        kind: if is_firm { "company" } else { "person" }.to_owned(),
        civility: text("civility"),
        first_name: text("first_name"),
        last_name: text("last_name"),
        birth_date: text("birth_date"),
        legal_name: text("legal_name"),
        trade_name: text("trade_name"),
        siren: siren.unwrap_or_else(|| text("siret")),
        street_number: text("street_number"),
        street: text("street"),
        address_extra: text("address_extra"),
        postcode: text("postcode"),
        town: text("town"),
        phones: vec![text("phone"), text("mobile")],
        mail: text("mail"),
        ..Raw::default()
    }
}

/// What each reason is worth: is there enough in common to show the record? How likely it is the same one is another
/// question, which the comparison of doubles answers.
fn worth(reasons: &[Reason]) -> u32 {
    let worth = |reason: &Reason| match reason {
        Reason::SameSiren => 90,
        Reason::SameMobile | Reason::SameMail => 60,
        Reason::SameName => 45,
        Reason::SwappedName | Reason::SamePhone => 40,
        Reason::CloseName => 40,
        Reason::SameBirthDate => 35,
        Reason::SameAddress => 25,
        Reason::SameTown => 8,
    };
    reasons.iter().map(worth).sum::<u32>().min(100)
}

fn view(candidate: RecordView, score: u32, reasons: Vec<Reason>) -> Lookalike {
    let text = |key: &str| candidate.values.get(key).and_then(Value::text).map(str::to_owned);
    Lookalike {
        kind: text("kind").unwrap_or_default(),
        town: text("town"),
        phone: text("mobile").or_else(|| text("phone")),
        mail: text("mail"),
        birth_date: text("birth_date"),
        reference: candidate.reference,
        label: candidate.label,
        score,
        reasons,
    }
}
