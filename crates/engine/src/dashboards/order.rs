//! Which groups of an axis are shown, in which order, and which come together as « others ».

use super::group::{How, Label};
use super::period::{Days, first_of, next};
use super::plan::Axis;
use super::question::{DateStep, Measure, Order};
use super::rows::Found;
use super::tally::Tally;
use crate::fields::Field;
use crate::values::{Value, compare_french, parse_date};
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// The most spans of days or bands of numbers on an axis.
const MOST_SPANS: usize = 400;
/// The most values on the first axis, and on the second.
const MOST_VALUES: [usize; 2] = [200, 12];

/// An axis laid out.
pub(super) struct Laid {
    /// What is shown, « others » last.
    pub(super) labels: Vec<Label>,
    /// How many values came together as « others ».
    pub(super) others: usize,
    /// How many spans were left out for want of room: the earliest days, the greatest numbers.
    pub(super) cut: usize,
    places: HashMap<Label, usize>,
}

impl Laid {
    /// Where a group is shown; none when it was left out.
    pub(super) fn place(&self, label: &Label) -> Option<usize> {
        let others = || (self.others > 0).then(|| self.labels.len() - 1);
        self.places.get(label).copied().or_else(others)
    }

    fn of(labels: Vec<Label>, others: usize, cut: usize) -> Self {
        let places = (0..)
            .zip(&labels)
            .map(|(place, label)| (label.clone(), place))
            .collect();
        Self {
            labels,
            others,
            cut,
            places,
        }
    }
}

/// How an axis is to be laid out.
pub(super) struct Wish {
    pub(super) order: Order,
    pub(super) top: Option<u32>,
    /// The days of the period, when the axis is made of them.
    pub(super) days: Option<Days>,
}

pub(super) fn lay_out(found: &Found, measure: &Measure, at: usize, axis: &Axis, wish: &Wish) -> Laid {
    let sums = sums(found, at);
    match axis.how {
        How::Days(step) => spans(sums, Some((step, wish.days))),
        How::Band(_) => spans(sums, None),
        How::Value => values(sums, measure, axis.path.field, at, wish),
    }
}

/// What was counted of each group of an axis.
fn sums(found: &Found, at: usize) -> Vec<(Label, Tally)> {
    let mut sums: BTreeMap<u32, Tally> = BTreeMap::new();
    for (places, tally) in &found.cells {
        sums.entry(places[at]).or_default().merge(tally);
    }
    let label = |place: u32| found.groups[at].labels[place as usize].clone();
    sums.into_iter()
        .map(|(place, tally)| (label(place), tally))
        .collect()
}

fn spans(sums: Vec<(Label, Tally)>, days: Option<(DateStep, Option<Days>)>) -> Laid {
    let mut labels: Vec<Label> = sums.into_iter().map(|(label, _)| label).collect();
    if let Some((step, period)) = days {
        labels.extend(gaps(&labels, step, period.unwrap_or_default()));
    }
    labels.sort_by(in_time);
    labels.dedup();
    let cut = labels.len().saturating_sub(MOST_SPANS);
    if days.is_some() {
        labels.drain(..cut);
    } else {
        labels.truncate(MOST_SPANS);
    }
    Laid::of(labels, 0, cut)
}

/// The spans without records between the first and the last one, or those of the period.
fn gaps(labels: &[Label], step: DateStep, period: Days) -> Vec<Label> {
    let met = || {
        labels.iter().filter_map(|label| match label {
            Label::Days(from, _) => parse_date(from),
            _ => None,
        })
    };
    let first = period.from.or_else(|| met().min());
    let last = period.to.or_else(|| met().max());
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut from: Option<Date> = Some(first_of(step, first));
    while let Some(day) = from.filter(|day| *day <= last && all.len() < 4 * MOST_SPANS) {
        from = next(step, day);
        let to = super::period::last_of(step, day);
        all.push(Label::Days(day.to_string(), to.to_string()));
    }
    all
}

fn in_time(left: &Label, right: &Label) -> Ordering {
    let rank = |label: &Label| match label {
        Label::Days(..) | Label::Band(..) => 0,
        Label::Value(_) => 1,
        Label::Blank => 2,
        Label::Others => 3,
    };
    match (left, right) {
        (Label::Days(left, _), Label::Days(right, _)) => left.cmp(right),
        (Label::Band(left, _), Label::Band(right, _)) => left.cmp(right),
        (Label::Value(left), Label::Value(right)) => by_name(left, right),
        _ => rank(left).cmp(&rank(right)),
    }
}

fn values(mut sums: Vec<(Label, Tally)>, measure: &Measure, field: &Field, at: usize, wish: &Wish) -> Laid {
    let wanted = wish
        .top
        .map_or(MOST_VALUES[at], |top| (top as usize).clamp(1, MOST_VALUES[at]));
    sums.sort_by(|left, right| by_figure(left, right, measure, wish.order));
    // One value alone is shown rather than called « others ».
    let shown = if sums.len() <= wanted + 1 {
        sums.len()
    } else {
        wanted
    };
    let others = sums.len() - shown;
    let mut labels: Vec<Label> = sums.into_iter().take(shown).map(|(label, _)| label).collect();
    if wish.order == Order::Name || is_ladder(field) {
        labels.sort_by(by_label);
    }
    if others > 0 {
        labels.push(Label::Others);
    }
    Laid::of(labels, others, 0)
}

/// Numbers have an order of their own, which a reader expects.
fn is_ladder(field: &Field) -> bool {
    super::plan::is_number(field.kind)
}

fn by_figure(left: &(Label, Tally), right: &(Label, Tally), measure: &Measure, order: Order) -> Ordering {
    let figure = |tally: &Tally| tally.value(measure);
    let (one, two) = (figure(&left.1), figure(&right.1));
    let by_figure = match (one, two) {
        (Some(one), Some(two)) if order == Order::Least => one.total_cmp(&two),
        (Some(one), Some(two)) => two.total_cmp(&one),
        // What cannot be figured comes last, either way.
        (one, two) => two.is_some().cmp(&one.is_some()),
    };
    by_figure.then_with(|| by_label(&left.0, &right.0))
}

fn by_label(left: &Label, right: &Label) -> Ordering {
    match (left, right) {
        (Label::Value(left), Label::Value(right)) => by_name(left, right),
        // Blanks last.
        _ => (*left == Label::Blank).cmp(&(*right == Label::Blank)),
    }
}

fn by_name(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => left.cmp(right),
        (Value::Text(left), Value::Text(right)) => compare_french(left, right).then_with(|| left.cmp(right)),
        _ => Ordering::Equal,
    }
}
