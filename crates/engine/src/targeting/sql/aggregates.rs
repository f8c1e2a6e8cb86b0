//! Figures of related records, as SQL: the records are grouped by whom they belong to, once for all.

use super::{Scope, SqlWriter, kept, unchecked};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::targeting::kinds::Class;
use crate::targeting::relations::Relation;
use crate::targeting::tree::{TargetMatcher, TargetMeasure, TargetNode, TargetOperand};
use crate::values::Value;

impl SqlWriter<'_, '_> {
    pub(super) fn aggregate(
        &mut self,
        scope: &mut Scope,
        relation: &Relation,
        measured: (TargetMeasure, Option<&str>),
        node: &TargetNode,
        is: &TargetMatcher,
    ) -> Result<String, ApiError> {
        if let Some(kept) = kept::figure(relation, measured, node) {
            scope.facts = true;
            let (_, class, _) = self.figure(relation.to, measured)?;
            let asked = self.matcher(&kept, class, is);
            return Ok(kept::row_by_row(&asked));
        }
        let (figure, class, facts) = self.figure(relation.to, measured)?;
        let (mut from, inner) = self.source(relation.to, node, false)?;
        if facts {
            from = crate::records::rows::source_of(relation.to.fields()).to_owned();
        }
        let (target, key) = (relation.to.table(), relation.field.key);
        let asked = self.matcher(&figure, class, is);
        // Whoever has none of these records stands in no group: their figure is nothing, or zero.
        let (way, having) = if holds_without_records(measured.0, is) {
            ("NOT IN", format!("NOT coalesce({asked}, 0)"))
        } else {
            ("IN", asked)
        };
        Ok(format!(
            "{}.id {way} (SELECT {target}.{key} FROM {from} WHERE {target}.{key} IS NOT NULL AND {inner} GROUP BY {target}.{key} HAVING {having})",
            scope.known.table
        ))
    }

    /// The SQL of a figure over records of an entity.
    pub(super) fn figure(
        &mut self,
        entity: Entity,
        (measure, field): (TargetMeasure, Option<&str>),
    ) -> Result<(String, Class, bool), ApiError> {
        if measure == TargetMeasure::Count {
            return Ok(("count(*)".to_owned(), Class::Number, false));
        }
        let mut scope = Scope {
            known: self.lexicon.fields(entity),
            facts: false,
            own: false,
            strict: false,
        };
        let key = field.ok_or_else(|| unchecked("measure"))?;
        let (sql, class) = self.value(&mut scope, key)?;
        Ok((
            figure_sql(measure, &sql, class),
            class.of_measure(measure),
            scope.facts,
        ))
    }
}

fn figure_sql(measure: TargetMeasure, sql: &str, class: Class) -> String {
    let is_date = matches!(class, Class::Day | Class::Moment);
    let filled = match class {
        Class::Number | Class::Flag | Class::Reference(_) => sql.to_owned(),
        _ => format!("nullif({}, '')", class.normal_sql(sql)),
    };
    let day = |sql: &str| format!("julianday(substr({sql}, 1, 10))");
    let days = format!(
        "({} - {})",
        day(&format!("max({filled})")),
        day(&format!("min({filled})"))
    );
    let whole = |sql: String| format!("CAST(round({sql}) AS INTEGER)");
    match measure {
        TargetMeasure::Count => "count(*)".to_owned(),
        TargetMeasure::Distinct => format!("count(DISTINCT {filled})"),
        TargetMeasure::Sum => format!("coalesce(sum({filled}), 0)"),
        TargetMeasure::Mean => whole(format!("avg({filled})")),
        TargetMeasure::Min => format!("min({filled})"),
        TargetMeasure::Max => format!("max({filled})"),
        TargetMeasure::Range if is_date => whole(days),
        TargetMeasure::Range => format!("(max({filled}) - min({filled}))"),
        TargetMeasure::Interval => whole(format!("{days} / (count(DISTINCT substr({filled}, 1, 10)) - 1)")),
    }
}

/// Is it true of the figure of no record?
fn holds_without_records(measure: TargetMeasure, is: &TargetMatcher) -> bool {
    if !matches!(
        measure,
        TargetMeasure::Count | TargetMeasure::Distinct | TargetMeasure::Sum
    ) {
        return is.holds_for_blank();
    }
    let number = |operand: &TargetOperand| match operand {
        TargetOperand::Value {
            value: Value::Int(number),
        } => Some(*number),
        _ => None,
    };
    let zero = |holds: fn(i64, i64) -> bool, to: &TargetOperand| number(to).is_some_and(|to| holds(0, to));
    match is {
        TargetMatcher::Equals { to } => zero(|a, b| a == b, to),
        TargetMatcher::Differs { to } => zero(|a, b| a != b, to),
        TargetMatcher::Below { to } => zero(|a, b| a < b, to),
        TargetMatcher::AtMost { to } => zero(|a, b| a <= b, to),
        TargetMatcher::Above { to } => zero(|a, b| a > b, to),
        TargetMatcher::AtLeast { to } => zero(|a, b| a >= b, to),
        TargetMatcher::Between { from, to } => zero(|a, b| a >= b, from) && zero(|a, b| a <= b, to),
        TargetMatcher::OneOf { values } => values.iter().any(|value| number(value) == Some(0)),
        other => matches!(other, TargetMatcher::Filled),
    }
}
