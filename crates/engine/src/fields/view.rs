//! The catalogue as the screens see it.

use super::{Applies, CATALOGUE, Choices, Entity, EntityFields, Field, Kind};
use crate::error::ApiError;
use crate::reader::Reader;
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// Nothing to say.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CatalogueRead {}

/// The whole catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CatalogueView {
    entities: Vec<EntityView>,
}

/// One entity and its fields.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct EntityView {
    entity: Entity,
    label: &'static str,
    plural: &'static str,
    prefix: &'static str,
    fields: Vec<FieldView>,
}

/// One field: what its label, editor and column need.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FieldView {
    key: &'static str,
    label: &'static str,
    kind: FieldKind,
    group: &'static str,
    choices: Vec<ChoiceView>,
    /// Choices are suggestions, anything can be written.
    open: bool,
    required: bool,
    computed: bool,
    /// Neither computed nor set by the engine alone.
    editable: bool,
    personal: bool,
    /// Somebody added it.
    added: bool,
    applies: AppliesView,
    target: Option<Entity>,
    unit: Option<&'static str>,
    /// A column of the list from the start.
    listed: bool,
    /// Pixels.
    width: u16,
    max_length: Option<u32>,
}

/// A choice: the value kept and its French label.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChoiceView {
    value: String,
    label: String,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum FieldKind {
    Text,
    LongText,
    Phone,
    Mail,
    Postcode,
    Date,
    DateTime,
    Integer,
    Money,
    Quantity,
    Choice,
    Flag,
    Reference,
    Plate,
    Vin,
    Siren,
    Siret,
    Naf,
}

/// Which customers have the field.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum AppliesView {
    Both,
    Person,
    Company,
}

/// The catalogue, but for what learners never see.
pub(crate) fn read(reader: &Reader, _input: CatalogueRead) -> Result<CatalogueView, ApiError> {
    let entities = CATALOGUE
        .iter()
        .filter(|known| !matches!(known.entity, Entity::Anomaly | Entity::PendingEvent))
        .map(|known| Ok(entity_view(reader.fields(known.entity)?)))
        .collect::<Result<_, ApiError>>()?;
    Ok(CatalogueView { entities })
}

fn entity_view(known: &EntityFields) -> EntityView {
    EntityView {
        entity: known.entity,
        label: known.label,
        plural: known.plural,
        prefix: known.prefix,
        fields: known.fields.iter().map(field_view).collect(),
    }
}

/// A field as the screens see it.
pub(crate) fn field_view(field: &Field) -> FieldView {
    FieldView {
        key: field.key,
        label: field.label,
        kind: field.kind.into(),
        group: field.group,
        choices: choices(field),
        open: matches!(field.choices, Choices::Open(_)),
        required: field.required,
        computed: field.computed.is_some(),
        editable: field.is_editable(),
        personal: field.personal,
        added: field.added.is_some(),
        applies: match field.applies {
            Applies::Both => AppliesView::Both,
            Applies::Person => AppliesView::Person,
            Applies::Company => AppliesView::Company,
        },
        target: field.target(),
        unit: field.unit,
        listed: field.listed,
        width: field.width,
        max_length: match field.kind {
            Kind::Integer | Kind::Money | Kind::Quantity => None,
            _ => field.max.and_then(|max| u32::try_from(max).ok()),
        },
    }
}

fn choices(field: &Field) -> Vec<ChoiceView> {
    let view = |value: &str, label: &str| ChoiceView {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    match field.choices {
        Choices::None => Vec::new(),
        Choices::Closed(list) => list.iter().map(|(value, label)| view(value, label)).collect(),
        Choices::Open(list) => crate::content::choices(list)
            .iter()
            .map(|words| view(words, words))
            .collect(),
    }
}

/// What a value of a closed choice is called.
pub(crate) fn choice_label(field: &Field, value: &Value) -> Option<&'static str> {
    match field.choices {
        Choices::Closed(list) => list
            .iter()
            .find(|(code, _)| value.text() == Some(code))
            .map(|(_, label)| *label),
        _ => None,
    }
}

impl From<Kind> for FieldKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::LongText => Self::LongText,
            Kind::Phone => Self::Phone,
            Kind::Mail => Self::Mail,
            Kind::Postcode => Self::Postcode,
            Kind::Date => Self::Date,
            Kind::DateTime => Self::DateTime,
            Kind::Integer => Self::Integer,
            Kind::Money => Self::Money,
            Kind::Quantity => Self::Quantity,
            Kind::Choice => Self::Choice,
            Kind::Flag => Self::Flag,
            Kind::Reference(_) => Self::Reference,
            Kind::Plate => Self::Plate,
            Kind::Vin => Self::Vin,
            Kind::Siren => Self::Siren,
            Kind::Siret => Self::Siret,
            Kind::Naf => Self::Naf,
        }
    }
}
