//! Conditions evaluated by hand over all the records as values: no SQL, no texts of dates, one record at a time.

use super::naive_values::{closed, figure, in_order, number_fulfils, text_fulfils, text_of, whole_days};
use crate::fields::{CATALOGUE, Entity};
use crate::reader::Reader;
use crate::records::rows;
use crate::targeting::kinds::Class;
use crate::targeting::names::{Lexicon, OWN, field_of};
use crate::targeting::relations::{is_hidden, relation};
use crate::targeting::tree::{
    TargetMatcher, TargetNode, TargetOperand, TargetPeriod, TargetQuantity, TargetStep, TargetUnit,
};
use crate::values::{Value, is_open_day, is_public_holiday, parse_reference};
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(super) type Record = BTreeMap<&'static str, Value>;
type Records = BTreeMap<i64, Record>;

/// All the records, computed fields included.
pub(super) struct World {
    now: DateTime,
    all: HashMap<Entity, Records>,
}

impl World {
    pub(super) fn of(&self, entity: Entity) -> &Records {
        &self.all[&entity]
    }

    pub(super) fn load(reader: &Reader) -> Self {
        let mut all = HashMap::new();
        for known in CATALOGUE.iter().filter(|known| !is_hidden(known.entity)) {
            let mut records = Records::new();
            let ids: Vec<i64> = reader
                .store
                .conn()
                .prepare(&format!("SELECT id FROM {}", known.table))
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            for id in ids {
                let found = rows::read(reader, known.entity, id).unwrap().unwrap();
                let mut record: Record = found
                    .into_iter()
                    .map(|(field, value)| (field.key, value))
                    .collect();
                record.insert(OWN, Value::Int(id));
                records.insert(id, record);
            }
            all.insert(known.entity, records);
        }
        Self { now: reader.now, all }
    }

    pub(super) fn kept(&self, entity: Entity, node: &TargetNode) -> BTreeSet<i64> {
        let ids = self.of(entity).keys().copied();
        ids.filter(|id| self.holds(entity, *id, node)).collect()
    }

    fn value(&self, entity: Entity, id: i64, key: &str) -> &Value {
        &self.of(entity)[&id][key]
    }

    fn holds(&self, entity: Entity, id: i64, node: &TargetNode) -> bool {
        if node.is_vacant() {
            return true;
        }
        match node {
            TargetNode::All { of } => of.iter().all(|child| self.holds(entity, id, child)),
            TargetNode::Any { of } => of
                .iter()
                .filter(|child| !child.is_vacant())
                .any(|child| self.holds(entity, id, child)),
            TargetNode::Not { node } => !self.holds(entity, id, node),
            TargetNode::Field { field, is } => {
                let class = Class::of(field_of(&Lexicon::common(), entity, field).unwrap().field);
                self.fulfils(class, self.value(entity, id, field), is)
            }
            TargetNode::Related {
                relation: key,
                quantity,
                node,
            } => {
                let (to, ids) = self.related(entity, id, key);
                let kept = ids.iter().filter(|one| self.holds(to, **one, node)).count() as u32;
                match quantity {
                    TargetQuantity::AtLeast { n } => kept >= *n,
                    TargetQuantity::AtMost { n } => kept <= *n,
                    TargetQuantity::Exactly { n } => kept == *n,
                    TargetQuantity::None => kept == 0,
                    TargetQuantity::Every => kept > 0 && kept as usize == ids.len(),
                }
            }
            TargetNode::Aggregate {
                relation: key,
                measure,
                field,
                node,
                is,
            } => {
                let (to, ids) = self.related(entity, id, key);
                let ids: Vec<i64> = ids.into_iter().filter(|one| self.holds(to, *one, node)).collect();
                let Some(field) = field else {
                    return self.fulfils(Class::Number, &Value::Int(ids.len() as i64), is);
                };
                let class = Class::of(field_of(&Lexicon::common(), to, field).unwrap().field);
                let values = ids
                    .iter()
                    .map(|one| self.value(to, *one, field))
                    .filter(|value| !value.is_empty());
                let figure = figure(*measure, class, values.collect());
                self.fulfils(class.of_measure(*measure), &figure, is)
            }
            TargetNode::First { n, sort, node } => {
                let class = Class::of(field_of(&Lexicon::common(), entity, &sort.field).unwrap().field);
                let mut ids: Vec<i64> = self.kept(entity, node).into_iter().collect();
                ids.sort_by(|left, right| {
                    let of = |id: &i64| self.value(entity, *id, &sort.field);
                    let order = match (of(left), of(right)) {
                        (Value::Empty, Value::Empty) => Ordering::Equal,
                        (Value::Empty, _) => Ordering::Greater,
                        (_, Value::Empty) => Ordering::Less,
                        (left, right) => {
                            let order = in_order(class, left, right);
                            if sort.descending { order.reverse() } else { order }
                        }
                    };
                    order.then(left.cmp(right))
                });
                ids.iter().take(*n as usize).any(|one| *one == id)
            }
            TargetNode::Member { .. } => unreachable!("not drawn"),
        }
    }

    fn related(&self, entity: Entity, id: i64, key: &str) -> (Entity, Vec<i64>) {
        let found = relation(entity, key).unwrap();
        if !found.many {
            let one = self.value(entity, id, found.field.key).int();
            return (found.to, one.into_iter().collect());
        }
        let all = self.of(found.to).iter();
        let theirs = all.filter(|(_, record)| record[found.field.key].int() == Some(id));
        (found.to, theirs.map(|(id, _)| *id).collect())
    }

    fn fulfils(&self, class: Class, value: &Value, is: &TargetMatcher) -> bool {
        let is_true = value.int().is_some_and(|number| number != 0) || *value == Value::Flag(true);
        match is {
            TargetMatcher::Empty => return value.is_empty(),
            TargetMatcher::Filled => return !value.is_empty(),
            TargetMatcher::Yes => return is_true,
            TargetMatcher::No => return !is_true,
            TargetMatcher::Differs { to } => {
                return !self.fulfils(class, value, &TargetMatcher::Equals { to: to.clone() });
            }
            TargetMatcher::Characters { most } => {
                let length = value.text().map_or(0, |text| text.chars().count());
                return length <= *most as usize;
            }
            _ if value.is_empty() => return false,
            _ => {}
        }
        match (class, value) {
            (Class::Day | Class::Moment, Value::Text(text)) => self.date(text, is),
            (Class::Number, Value::Int(number)) => number_fulfils(*number, is),
            (Class::Reference(_), Value::Int(id)) => is
                .operands()
                .into_iter()
                .any(|operand| text_of(operand).and_then(parse_reference).map(|(_, id)| id) == Some(*id)),
            (Class::Closed(list), Value::Text(code)) => closed(list, code, is),
            (class, Value::Text(text)) => text_fulfils(class, text, is),
            _ => false,
        }
    }

    fn date(&self, text: &str, is: &TargetMatcher) -> bool {
        let at: DateTime = if text.len() == 10 {
            text.parse::<Date>()
                .unwrap()
                .to_datetime(jiff::civil::Time::midnight())
        } else {
            text.parse().unwrap()
        };
        let of = |operand: &TargetOperand| self.span_of(operand);
        let within = |(from, until): (DateTime, DateTime)| from <= at && at < until;
        match is {
            TargetMatcher::Below { to } => at < of(to).0,
            TargetMatcher::AtMost { to } => at < of(to).1,
            TargetMatcher::Above { to } => at >= of(to).1,
            TargetMatcher::AtLeast { to } => at >= of(to).0,
            TargetMatcher::Between { from, to } => at >= of(from).0 && at < of(to).1,
            TargetMatcher::Within { period } => within(self.period(*period)),
            TargetMatcher::Anniversary { period } => {
                let (first, until) = self.period(*period);
                let (first, last) = (first.date(), until.saturating_sub(1.minute()).date());
                // Every day of the period, one by one; the 29th of February is kept on the last day of the month.
                let mut day = first;
                while day <= last {
                    let born = at.date();
                    let is_day = (born.month(), born.day()) == (day.month(), day.day());
                    let is_leap = (born.month(), born.day()) == (2, 29)
                        && day.month() == 2
                        && day == day.last_of_month();
                    if is_day || is_leap {
                        return true;
                    }
                    day = day.tomorrow().unwrap();
                }
                false
            }
            _ => is.operands().into_iter().any(|operand| within(of(operand))),
        }
    }

    fn span_of(&self, operand: &TargetOperand) -> (DateTime, DateTime) {
        match operand {
            TargetOperand::Today { steps } => {
                let at = steps.iter().fold(self.now, |at, step| self.step(at, *step));
                if steps.iter().any(|step| step.unit == TargetUnit::Hour) {
                    let minute = at.date().at(at.hour(), at.minute(), 0, 0);
                    (minute, minute.saturating_add(1.minute()))
                } else {
                    whole_days(at.date(), at.date())
                }
            }
            TargetOperand::Value { value } => {
                let text = value.text().unwrap();
                match text.len() {
                    4 => {
                        let first = Date::new(text.parse().unwrap(), 1, 1).unwrap();
                        whole_days(first, first.last_of_year())
                    }
                    7 => {
                        let first =
                            Date::new(text[..4].parse().unwrap(), text[5..].parse().unwrap(), 1).unwrap();
                        whole_days(first, first.last_of_month())
                    }
                    10 => whole_days(text.parse().unwrap(), text.parse().unwrap()),
                    _ => {
                        let at: DateTime = text.parse().unwrap();
                        (at, at.saturating_add(1.minute()))
                    }
                }
            }
        }
    }

    fn step(&self, at: DateTime, step: TargetStep) -> DateTime {
        let n = i64::from(step.n);
        let counts: fn(Date) -> bool = match step.unit {
            TargetUnit::Hour => return at.saturating_add(Span::new().hours(n)),
            TargetUnit::Day => return at.saturating_add(Span::new().days(n)),
            TargetUnit::Week => return at.saturating_add(Span::new().days(n * 7)),
            TargetUnit::Month => return at.saturating_add(Span::new().months(n)),
            TargetUnit::Quarter => return at.saturating_add(Span::new().months(n * 3)),
            TargetUnit::Year => return at.saturating_add(Span::new().months(n * 12)),
            TargetUnit::OpenDay => is_open_day,
            TargetUnit::WorkingDay => {
                |day: Date| day.weekday().to_monday_one_offset() < 6 && !is_public_holiday(day)
            }
        };
        let mut day = at.date();
        for _ in 0..n.abs() {
            loop {
                day = day.saturating_add(Span::new().days(n.signum()));
                if counts(day) {
                    break;
                }
            }
        }
        day.to_datetime(at.time())
    }

    fn period(&self, period: TargetPeriod) -> (DateTime, DateTime) {
        let (long_ago, far_ahead) = (
            DateTime::constant(1, 1, 1, 0, 0, 0, 0),
            DateTime::constant(9998, 1, 1, 0, 0, 0, 0),
        );
        let moved = |n: i32, unit: TargetUnit| {
            self.span_of(&TargetOperand::Today {
                steps: vec![TargetStep { n, unit }],
            })
        };
        match period {
            TargetPeriod::Ahead { n, unit } => (moved(0, unit).0, moved(n as i32, unit).1),
            TargetPeriod::Past { n, unit } => (moved(-(n as i32), unit).0, moved(0, unit).1),
            TargetPeriod::Older { n, unit } => (long_ago, moved(-(n as i32), unit).0),
            TargetPeriod::Beyond { n, unit } => (moved(n as i32, unit).1, far_ahead),
            TargetPeriod::Calendar { unit, shift, years } => {
                let today = self.now.date().saturating_add(Span::new().years(years));
                let (year, month) = (i32::from(today.year()), i32::from(today.month()));
                let month_of = |count: i32| {
                    let year = count.div_euclid(12) as i16;
                    Date::new(year, (count.rem_euclid(12) + 1) as i8, 1).unwrap()
                };
                match unit {
                    TargetUnit::Week => {
                        let monday = today.saturating_sub(
                            Span::new().days(i64::from(today.weekday().to_monday_zero_offset())),
                        );
                        let first = monday.saturating_add(Span::new().days(shift * 7));
                        whole_days(first, first.saturating_add(6.days()))
                    }
                    TargetUnit::Month => {
                        let first = month_of(year * 12 + month - 1 + shift);
                        whole_days(first, first.last_of_month())
                    }
                    TargetUnit::Quarter => {
                        let first = month_of(year * 12 + (month - 1) / 3 * 3 + shift * 3);
                        let last = first.saturating_add(2.months()).last_of_month();
                        whole_days(first, last)
                    }
                    TargetUnit::Year => {
                        let first = month_of((year + shift) * 12);
                        whole_days(first, first.last_of_year())
                    }
                    _ => {
                        let day = today.saturating_add(Span::new().days(shift));
                        whole_days(day, day)
                    }
                }
            }
        }
    }
}
