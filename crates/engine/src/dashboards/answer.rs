//! The answer to a question: its labels, a figure for each, and the list behind every one of them.

use super::behind::{both, of_label};
use super::group::{How, Label};
use super::kept::{keep, known};
use super::order::{Laid, Wish, lay_out};
use super::period::{Days, Scope};
use super::plan::{Axis, Plan};
use super::question::{Dimension, Order, Question};
use super::rows::{Found, scan};
use super::tally::Tally;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::lists::{Filter, names_of};
use crate::reader::Reader;
use crate::records::to_wire;
use crate::targeting::Target;
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question, and what the board looks at.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct QuestionAsked {
    pub(crate) question: Question,
    pub(crate) scope: Scope,
}

/// What was found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Answer {
    pub(crate) entity: Entity,
    /// The labels of each dimension, in the order to show them.
    pub(crate) axes: Vec<AxisView>,
    /// Where labels meet and there are records: the rest is nothing.
    pub(crate) points: Vec<TilePoint>,
    pub(crate) total: TileFigure,
    /// The condition of the lists behind, besides their filters.
    pub(crate) target: Option<Target>,
    /// First and last day measured, and those of the period before.
    pub(crate) days: [Option<String>; 2],
    pub(crate) before: [Option<String>; 2],
}

/// A dimension laid out.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AxisView {
    pub(crate) labels: Vec<LabelView>,
    /// Spans left out for want of room.
    pub(crate) cut: usize,
}

/// What a group is, and its own figure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LabelView {
    pub(crate) kind: LabelKind,
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) value: Value,
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) to: Value,
    /// What the record is called, when the value is a reference.
    pub(crate) name: Option<String>,
    /// How many values are « others ».
    pub(crate) others: usize,
    pub(crate) figure: TileFigure,
}

/// A blank, a value, from one day or number to another, or the values that were not among the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum LabelKind {
    Blank,
    Value,
    Days,
    Band,
    Others,
}

/// A figure where two labels meet; the second is 0 when there is one dimension.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TilePoint {
    pub(crate) at: [usize; 2],
    #[serde(flatten)]
    pub(crate) figure: TileFigure,
}

/// A number, cents, hundredths or a percentage, and what it was made of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileFigure {
    pub(crate) value: Option<f64>,
    /// Records in the list behind.
    pub(crate) rows: i64,
    /// Records that were looked at: all those of a share, not only its part.
    pub(crate) of: i64,
    /// Those among them that hold the number measured.
    pub(crate) counted: i64,
    /// The same figure of the period before.
    pub(crate) before: Option<f64>,
    /// What the list behind is filtered by.
    pub(crate) filters: Vec<Filter>,
}

/// Answers a question.
///
/// # Errors
/// Those of [`Plan::of`].
pub(crate) fn answer(reader: &Reader, input: QuestionAsked) -> Result<Answer, ApiError> {
    // A targeting may count hours from now.
    let lasts = input.question.target.is_none();
    let asked = lasts.then(|| serde_json::to_string(&input).unwrap_or_default());
    if let Some(known) = asked.as_deref().and_then(|asked| known(reader, asked)) {
        return Ok(known);
    }
    let answer = answer_anew(reader, &input)?;
    if let Some(asked) = asked {
        keep(reader, asked, &answer);
    }
    Ok(answer)
}

fn answer_anew(reader: &Reader, input: &QuestionAsked) -> Result<Answer, ApiError> {
    let plan = Plan::of(reader, &input.question, &input.scope)?;
    let found = scan(reader, &plan, plan.now)?;
    let before = plan.before.map(|days| scan(reader, &plan, days)).transpose()?;
    let laid = laid_out(&plan, &found);
    let work = Work { plan: &plan, laid };
    let [points, firsts, seconds, total] = work.figures(&found, before.as_ref());
    let mut axes = Vec::new();
    for (at, figures) in [firsts, seconds].into_iter().enumerate().take(plan.axes.len()) {
        axes.push(work.axis_view(reader, at, figures)?);
    }
    let total = total.into_values().next();
    let target = plan.target.clone();
    Ok(Answer {
        target,
        entity: input.question.entity,
        axes,
        points: points
            .into_iter()
            .map(|(at, figure)| TilePoint { at, figure })
            .collect(),
        total: total.unwrap_or_else(|| work.figure(&Tally::default(), None, [None; 2])),
        days: said(plan.now),
        before: said(plan.before.unwrap_or_default()),
    })
}

fn said(days: Days) -> [Option<String>; 2] {
    [days.from, days.to].map(|day| day.map(|day| day.to_string()))
}

fn laid_out(plan: &Plan, found: &Found) -> Vec<Laid> {
    (0..)
        .zip(plan.axes.iter().zip(&plan.question.by))
        .map(|(at, (axis, dimension))| {
            let first = at == 0;
            let wish = Wish {
                order: if first {
                    plan.question.order
                } else {
                    Order::Greatest
                },
                top: plan.question.top.filter(|_| first),
                days: (plan.question.day.as_ref() == Some(&dimension.field)).then_some(plan.now),
            };
            lay_out(found, &plan.question.measure, at, axis, &wish)
        })
        .collect()
}

type Tallies = BTreeMap<[usize; 2], Tally>;
type Figures = BTreeMap<[usize; 2], TileFigure>;

struct Work<'a> {
    plan: &'a Plan<'a>,
    laid: Vec<Laid>,
}

impl Work<'_> {
    /// Points, figures of the first axis, of the second, and the whole.
    fn figures(&self, found: &Found, before: Option<&Found>) -> [Figures; 4] {
        let now = self.tallies(found);
        let then = before.map(|found| self.tallies(found));
        let mut figures: [Figures; 4] = Default::default();
        for (kind, tallies) in now.iter().enumerate() {
            let axes = self.axes_of(kind);
            let comparable = axes
                .iter()
                .all(|at| !matches!(self.plan.axes[*at].how, How::Days(_)));
            for (places, tally) in tallies {
                let then = then.as_ref().filter(|_| comparable).map(|then| &then[kind]);
                let then = then.map(|then| then.get(places).cloned().unwrap_or_default());
                let mut labels = [None; 2];
                for at in &axes {
                    labels[*at] = Some(places[*at]);
                }
                figures[kind].insert(*places, self.figure(tally, then.as_ref(), labels));
            }
        }
        figures
    }

    /// The axes that tell the figures of a kind apart.
    fn axes_of(&self, kind: usize) -> Vec<usize> {
        let all = 0..self.laid.len();
        match kind {
            0 => all.collect(),
            1 | 2 => all.filter(|at| *at == kind - 1).collect(),
            _ => Vec::new(),
        }
    }

    fn tallies(&self, found: &Found) -> [Tallies; 4] {
        let mut all: [Tallies; 4] = Default::default();
        for (places, tally) in &found.cells {
            let mut add = |kind: usize, at: [usize; 2]| all[kind].entry(at).or_default().merge(tally);
            add(3, [0; 2]);
            let at = |axis: usize| match self.laid.get(axis) {
                Some(laid) => laid.place(&found.groups[axis].labels[places[axis] as usize]),
                None => Some(0),
            };
            let (first, second) = (at(0), at(1));
            if let (Some(first), true) = (first, !self.laid.is_empty()) {
                add(1, [first, 0]);
            }
            if let (Some(second), true) = (second, self.laid.len() > 1) {
                add(2, [0, second]);
            }
            if let (Some(first), Some(second)) = (first, second) {
                add(0, [first, second]);
            }
        }
        all
    }

    fn figure(&self, tally: &Tally, before: Option<&Tally>, labels: [Option<usize>; 2]) -> TileFigure {
        let measure = &self.plan.question.measure;
        let mut filters = both(&self.plan.all_filters(self.plan.now), &self.plan.part);
        for (at, place) in (0..).zip(labels) {
            if let Some(place) = place {
                filters = both(&filters, &[self.filter(at, place)]);
            }
        }
        TileFigure {
            value: tally.value(measure),
            rows: tally.behind(measure),
            of: tally.rows,
            counted: tally.counted,
            before: before.and_then(|before| before.value(measure)),
            filters,
        }
    }

    fn axis(&self, at: usize) -> (&Axis, &Dimension, &Laid) {
        (&self.plan.axes[at], &self.plan.question.by[at], &self.laid[at])
    }

    fn filter(&self, at: usize, place: usize) -> Filter {
        let (axis, dimension, laid) = self.axis(at);
        of_label(axis, dimension, &laid.labels[place], &laid.labels)
    }

    fn axis_view(&self, reader: &Reader, at: usize, mut figures: Figures) -> Result<AxisView, ApiError> {
        let (axis, _, laid) = self.axis(at);
        let mut labels = Vec::new();
        for (place, label) in (0..).zip(&laid.labels) {
            let mut labelled = [None; 2];
            labelled[at] = Some(place);
            let mut key = [0; 2];
            key[at] = place;
            let figure = figures
                .remove(&key)
                .unwrap_or_else(|| self.figure(&Tally::default(), None, labelled));
            labels.push(label_view(axis, label, laid.others, figure));
        }
        name(reader, axis, &mut labels)?;
        Ok(AxisView {
            labels,
            cut: laid.cut,
        })
    }
}

fn label_view(axis: &Axis, label: &Label, others: usize, figure: TileFigure) -> LabelView {
    let (kind, value, to) = match label {
        Label::Blank => (LabelKind::Blank, Value::Empty, Value::Empty),
        Label::Value(value) => (
            LabelKind::Value,
            to_wire(axis.path.field, value.clone()),
            Value::Empty,
        ),
        Label::Days(from, to) => (LabelKind::Days, from.as_str().into(), to.as_str().into()),
        Label::Band(least, greatest) => (LabelKind::Band, Value::Int(*least), Value::Int(*greatest)),
        Label::Others => (LabelKind::Others, Value::Empty, Value::Empty),
    };
    LabelView {
        kind,
        value,
        to,
        name: None,
        others: if kind == LabelKind::Others { others } else { 0 },
        figure,
    }
}

/// Names the records that the labels refer to.
fn name(reader: &Reader, axis: &Axis, labels: &mut [LabelView]) -> Result<(), ApiError> {
    if axis.path.field.target().is_none() {
        return Ok(());
    }
    let values: Vec<Value> = labels.iter().map(|label| label.value.clone()).collect();
    let names = names_of(reader, &[axis.path.field], values.chunks(1))?;
    for label in labels {
        label.name = label
            .value
            .text()
            .and_then(|reference| names.get(reference).cloned());
    }
    Ok(())
}
