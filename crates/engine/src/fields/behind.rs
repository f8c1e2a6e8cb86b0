//! Fields of what stands behind the records: fields that were added, what is to come, anomalies.

use super::{Entity, EntityFields, Field, Kind::*};

pub(super) static CUSTOM_FIELD: EntityFields = EntityFields {
    entity: Entity::CustomField,
    table: "custom_field",
    prefix: "X",
    label: "Champ ajouté",
    plural: "Champs ajoutés",
    owner: None,
    fields: &[
        Field::closed(
            "entity",
            "Entité",
            &[
                ("customer", "Client"),
                ("contact", "Contact"),
                ("vehicle", "Véhicule"),
                ("invoice", "Facture"),
                ("activity", "Activité"),
                ("note", "Notes"),
                ("lead", "Lead"),
            ],
        )
        .required()
        .listed(120),
        // One is made from the label when nobody wrote any.
        Field::new(Text, "key", "Clé").longest(40).listed(120),
        Field::new(Text, "label", "Libellé")
            .required()
            .longest(60)
            .listed(180),
        Field::closed(
            "kind",
            "Type",
            &[
                ("text", "Texte"),
                ("long_text", "Texte long"),
                ("integer", "Nombre"),
                ("money", "Montant"),
                ("date", "Date"),
                ("flag", "Oui ou non"),
                ("choice", "Liste de choix"),
            ],
        )
        .required()
        .listed(110),
        Field::new(LongText, "choices", "Choix").longest(8000).listed(200),
        Field::new(Text, "heading", "Rubrique").longest(60).listed(120),
    ],
};

pub(super) static PENDING_EVENT: EntityFields = EntityFields {
    entity: Entity::PendingEvent,
    table: "pending_event",
    prefix: "Q",
    label: "Événement à venir",
    plural: "Événements à venir",
    owner: Some("customer_id"),
    fields: &[
        Field::new(DateTime, "due_at", "Échéance").required(),
        Field::new(Text, "kind", "Type").required().longest(40),
        Field::new(Reference(Entity::Customer), "customer_id", "Client"),
        Field::new(LongText, "payload", "Contenu"),
    ],
};

pub(super) static ANOMALY: EntityFields = EntityFields {
    entity: Entity::Anomaly,
    table: "anomaly",
    prefix: "Y",
    label: "Anomalie",
    plural: "Anomalies",
    owner: None,
    fields: &[
        Field::new(Text, "code", "Réf. anomalie").required().longest(20),
        Field::new(Text, "kind", "Type").required().longest(60),
        Field::new(Text, "records", "Fiches").longest(400),
        Field::new(LongText, "finding", "Constat").longest(2000),
        Field::new(LongText, "expected_action", "Action attendue").longest(2000),
        Field::new(Text, "difficulty", "Difficulté").longest(20),
        Field::new(Flag, "trap", "Piège"),
    ],
};
