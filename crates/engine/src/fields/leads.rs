//! Fields of a lead: a request that waits for its answer.

use super::{Entity, EntityFields, Field, Kind::*};

pub(super) static LEAD: EntityFields = EntityFields {
    entity: Entity::Lead,
    table: "lead",
    prefix: "L",
    label: "Lead",
    plural: "Leads",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Text, "first_name", "Prénom")
            .personal()
            .longest(60)
            .listed(130),
        Field::new(Text, "last_name", "Nom")
            .required()
            .personal()
            .longest(60)
            .listed(150),
        Field::new(Mail, "mail", "Mail")
            .personal()
            .longest(120)
            .listed(230),
        Field::new(Phone, "phone", "Téléphone").personal().listed(135),
        Field::open("kind", "Type de lead", "lead_kinds")
            .longest(60)
            .listed(160),
        Field::open("channel", "Canal", "lead_channels")
            .longest(60)
            .listed(130),
        Field::new(DateTime, "issued_at", "Date d’émission")
            .required()
            .past()
            .listed(140),
        Field::new(Text, "vehicle_of_interest", "Véhicule d’intérêt")
            .longest(120)
            .listed(180),
        Field::new(LongText, "message", "Message")
            .personal()
            .longest(4000)
            .listed(260),
        Field::open("site", "Concession", "sites").longest(60).listed(120),
        Field::open("owner", "Responsable", "staff")
            .longest(60)
            .listed(150),
        Field::closed(
            "state",
            "État",
            &[
                ("new", "Nouveau"),
                ("in_progress", "En cours"),
                ("converted", "Converti"),
                ("lost", "Perdu"),
            ],
        )
        .required()
        .listed(110),
        Field::new(Reference(Entity::Customer), "customer_id", "Client").listed(170),
        Field::open("lost_reason", "Motif de perte", "lead_lost_reasons")
            .longest(80)
            .wide(150),
        Field::new(DateTime, "answered_at", "Première réponse")
            .wide(140)
            .computed(
                "(SELECT min(answer.happened_at) FROM activity AS answer WHERE answer.lead_id = lead.id
                  AND answer.direction IS NOT 'inbound' AND answer.kind NOT IN ('note', 'campaign'))",
            ),
        Field::new(Integer, "answer_minutes", "Délai de première réponse, aux heures d’ouverture")
            .unit("min")
            .wide(150)
            .computed(
                "open_minutes(lead.site, lead.issued_at, (SELECT min(answer.happened_at) FROM activity AS answer
                  WHERE answer.lead_id = lead.id AND answer.direction IS NOT 'inbound' AND answer.kind NOT IN ('note', 'campaign')))",
            ),
        Field::new(Date, "next_follow_up_on", "Prochaine relance")
            .wide(140)
            .computed(
                "(SELECT min(asked.next_follow_up_on) FROM activity AS asked WHERE asked.lead_id = lead.id
                  AND asked.next_follow_up_on IS NOT NULL AND asked.follow_up_done_on IS NULL)",
            ),
    ],
};
