//! A question understood: its fields found in the catalogue, its filters and its period as those of a list.

use super::group::How;
use super::period::{Days, Scope, of_today};
use super::question::{DateStep, Dimension, Measure, Question};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, EntityFields, Field, Kind};
use crate::lists::{self, Filter, Path};
use crate::reader::Reader;
use crate::targeting::{Target, seen_from};

/// The most dimensions of a question.
const MOST_DIMENSIONS: usize = 2;

/// What is asked, ready to be read.
pub(super) struct Plan<'a> {
    pub(super) question: &'a Question,
    pub(super) known: &'static EntityFields,
    pub(super) number: Option<Path>,
    pub(super) axes: Vec<Axis>,
    /// The question's own filters and the dealership, in days rather than from the day of use.
    pub(super) filters: Vec<Filter>,
    /// Those of the part of a share.
    pub(super) part: Vec<Filter>,
    /// Its targeting, asked of the records that are counted.
    pub(super) target: Option<Target>,
    pub(super) now: Days,
    pub(super) before: Option<Days>,
}

/// A dimension understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) path: Path,
    pub(super) how: How,
}

impl<'a> Plan<'a> {
    /// # Errors
    /// `Invalid`, with the field that is unknown or of another kind; `BadTarget` for a targeting that cannot be applied, or not
    /// to these records; `BadRequest` for a hidden entity.
    pub(super) fn of(reader: &Reader, question: &'a Question, scope: &Scope) -> Result<Self, ApiError> {
        let known = lists::shown(reader, question.entity)?;
        let today = reader.today();
        let mut filters: Vec<Filter> = question.filters.iter().map(|f| of_today(f, today)).collect();
        filters.extend(site_filter(known, scope));
        let part = match &question.measure {
            Measure::Share(part) => part.iter().map(|filter| of_today(filter, today)).collect(),
            _ => Vec::new(),
        };
        let days = match &question.day {
            Some(day) => {
                date_of(known, day)?;
                (scope.days(today)?, scope.days_before(today)?)
            }
            None => (Days::default(), None),
        };
        let plan = Self {
            question,
            known,
            number: question
                .measure
                .field()
                .map(|key| number_of(reader, known, key))
                .transpose()?,
            axes: axes(reader, known, &question.by)?,
            filters,
            part,
            target: match &question.target {
                Some(target) => Some(seen_from(reader, known.entity, target)?),
                None => None,
            },
            now: days.0,
            before: days.1.filter(|_| question.compare),
        };
        // A filter on a field that is no more is refused here, before anything is read.
        lists::filters_of(reader, known, &plan.all_filters(plan.now))?;
        lists::filters_of(reader, known, &plan.part)?;
        if question.measure == Measure::Customers && known.owner.is_none() {
            return Err(wrong("measure"));
        }
        Ok(plan)
    }

    /// The filters of the records measured over some days.
    pub(super) fn all_filters(&self, days: Days) -> Vec<Filter> {
        let day = self.question.day.as_deref().and_then(|day| days.filter(day));
        self.filters.iter().cloned().chain(day).collect()
    }
}

/// Where the dealership of an entity's records is found.
pub(super) fn site_of(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Customer | Entity::Invoice | Entity::Lead => Some("site"),
        Entity::InvoiceLine => Some("invoice_id.site"),
        Entity::Contact
        | Entity::Consent
        | Entity::Vehicle
        | Entity::Activity
        | Entity::Note
        | Entity::AgendaEntry
        | Entity::Recipient => Some("customer_id.site"),
        _ => None,
    }
}

fn site_filter(known: &EntityFields, scope: &Scope) -> Option<Filter> {
    let site = scope.site.as_deref().filter(|site| !site.is_empty())?;
    Some(Filter {
        field: site_of(known.entity)?.to_owned(),
        values: vec![site.into()],
        ..Filter::default()
    })
}

fn axes(reader: &Reader, known: &'static EntityFields, by: &[Dimension]) -> Result<Vec<Axis>, ApiError> {
    if by.len() > MOST_DIMENSIONS {
        return Err(wrong("by"));
    }
    by.iter()
        .map(|dimension| axis(reader, known, dimension))
        .collect()
}

fn axis(reader: &Reader, known: &'static EntityFields, dimension: &Dimension) -> Result<Axis, ApiError> {
    let path = Path::of(reader, known, &dimension.field)?;
    let how = match (path.field.kind, dimension.band) {
        (Kind::Date | Kind::DateTime, _) => How::Days(dimension.step.unwrap_or(DateStep::Month)),
        (kind, Some(width)) if is_number(kind) => {
            if width < 1 {
                return Err(wrong(&dimension.field));
            }
            How::Band(width)
        }
        _ => How::Value,
    };
    Ok(Axis { path, how })
}

fn number_of(reader: &Reader, known: &'static EntityFields, key: &str) -> Result<Path, ApiError> {
    let path = Path::of(reader, known, key)?;
    if path.link.is_some() || !is_number(path.field.kind) {
        return Err(wrong(key));
    }
    Ok(path)
}

fn date_of(known: &'static EntityFields, key: &str) -> Result<&'static Field, ApiError> {
    let field = lists::field(known, key)?;
    match field.kind {
        Kind::Date | Kind::DateTime => Ok(field),
        _ => Err(wrong(key)),
    }
}

pub(super) fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Money | Kind::Quantity)
}

fn wrong(field: &str) -> ApiError {
    ApiError::invalid(Problem::new(field, ProblemCode::OtherKind))
}
