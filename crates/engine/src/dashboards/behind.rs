//! The filters of the list behind a figure: those of the question, narrowed to the figure's groups.

use super::group::{How, Label};
use super::plan::Axis;
use super::question::Dimension;
use crate::lists::Filter;
use crate::records::to_wire;
use crate::values::Value;
use std::cmp::Ordering;

/// The filter that keeps the records of a group; `shown` are the groups that are named, when it is all the others.
pub(super) fn of_label(axis: &Axis, dimension: &Dimension, label: &Label, shown: &[Label]) -> Filter {
    let wire = |value: &Value| to_wire(axis.path.field, value.clone());
    let mut filter = Filter {
        field: dimension.field.clone(),
        ..Filter::default()
    };
    match label {
        Label::Blank => filter.values.push(Value::Empty),
        // A day that is no day: it is found by how it begins.
        Label::Value(value) if matches!(axis.how, How::Days(_)) => {
            filter.from = Some(value.clone());
            filter.to = Some(value.clone());
        }
        Label::Value(value) => filter.values.push(wire(value)),
        Label::Days(from, to) => {
            filter.from = Some(from.as_str().into());
            filter.to = Some(to.as_str().into());
        }
        Label::Band(least, greatest) => {
            filter.from = Some(Value::Int(*least));
            filter.to = Some(Value::Int(*greatest));
        }
        Label::Others => {
            let named = shown.iter().filter_map(|label| match label {
                Label::Blank => Some(Value::Empty),
                Label::Value(value) => Some(wire(value)),
                _ => None,
            });
            filter.except = Some(named.collect());
        }
    }
    filter
}

/// Both: one filter for each field where one can say it.
pub(super) fn both(filters: &[Filter], more: &[Filter]) -> Vec<Filter> {
    let mut all = filters.to_vec();
    for filter in more {
        let same = all.iter().position(|known| known.field == filter.field);
        match same.and_then(|at| met(&all[at], filter).map(|met| (at, met))) {
            Some((at, met)) => all[at] = met,
            None => all.push(filter.clone()),
        }
    }
    all
}

/// One filter that keeps what both keep; none when no one filter can say it.
fn met(left: &Filter, right: &Filter) -> Option<Filter> {
    let same = |a: &Value, b: &Value| a == b || (a.is_empty() && b.is_empty());
    let values: Vec<Value> = match (left.values.is_empty(), right.values.is_empty()) {
        (true, _) => right.values.clone(),
        (_, true) => left.values.clone(),
        _ => left
            .values
            .iter()
            .filter(|value| right.values.iter().any(|other| same(value, other)))
            .cloned()
            .collect(),
    };
    if values.is_empty() && !(left.values.is_empty() && right.values.is_empty()) {
        return None;
    }
    let mut except: Vec<Value> = left.except.clone().unwrap_or_default();
    for value in right.except.iter().flatten() {
        if !except.contains(value) {
            except.push(value.clone());
        }
    }
    Some(Filter {
        field: left.field.clone(),
        values,
        except: (!except.is_empty()).then_some(except),
        from: narrower(&left.from, &right.from, "", Ordering::Greater),
        // A month ends after each of its days.
        to: narrower(&left.to, &right.to, "\u{10ffff}", Ordering::Less),
    })
}

fn narrower(left: &Option<Value>, right: &Option<Value>, end: &str, way: Ordering) -> Option<Value> {
    match (left, right) {
        (Some(left), Some(right)) => {
            let order = match (left, right) {
                (Value::Int(left), Value::Int(right)) => left.cmp(right),
                (Value::Text(left), Value::Text(right)) => {
                    format!("{left}{end}").cmp(&format!("{right}{end}"))
                }
                _ => Ordering::Equal,
            };
            Some(if order == way { left } else { right }.clone())
        }
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(values: &[&str]) -> Filter {
        Filter {
            field: "kind".to_owned(),
            values: values.iter().map(|value| (*value).into()).collect(),
            ..Filter::default()
        }
    }

    fn days(from: &str, to: &str) -> Filter {
        Filter {
            field: "issued_on".to_owned(),
            from: Some(from.into()),
            to: Some(to.into()),
            ..Filter::default()
        }
    }

    #[test]
    fn filters_of_one_field_become_one() {
        assert_eq!(
            both(&[values(&["service", "parts"])], &[values(&["parts"])]),
            [values(&["parts"])]
        );
        assert_eq!(
            both(
                &[days("2026-01-15", "2026-11")],
                &[days("2026-01-01", "2026-11-23")]
            ),
            [days("2026-01-15", "2026-11-23")]
        );
        assert_eq!(
            both(&[days("2026", "2026-11-10")], &[days("2026-11-01", "2026-11-30")]),
            [days("2026-11-01", "2026-11-10")]
        );
    }

    #[test]
    fn filters_that_exclude_each_other_stay_two() {
        let apart = [values(&["service"]), values(&["parts"])];
        assert_eq!(both(&apart[..1], &apart[1..]), apart);
    }
}
