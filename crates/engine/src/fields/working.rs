//! Fields of what the dealership does: activities, agenda, targetings, campaigns, dashboards.

use super::{Entity, EntityFields, Field, Kind::*};

pub(super) static ACTIVITY: EntityFields = EntityFields {
    entity: Entity::Activity,
    table: "activity",
    prefix: "A",
    label: "Activité",
    plural: "Suivi activités",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Customer), "customer_id", "Client").listed(190),
        Field::new(Reference(Entity::Lead), "lead_id", "Lead"),
        Field::closed(
            "kind",
            "Type",
            &[
                ("mail", "Mail"),
                ("letter", "Courrier"),
                ("call", "Appel"),
                ("sms", "SMS"),
                ("visit", "Visite"),
                ("test_drive", "Essai"),
                ("offer", "Offre"),
                ("campaign", "Campagne"),
                ("note", "Note"),
            ],
        )
        .required()
        .listed(100),
        Field::closed(
            "direction",
            "Sens",
            &[("outbound", "Sortant"), ("inbound", "Entrant")],
        )
        .listed(90),
        Field::new(DateTime, "happened_at", "Date")
            .required()
            .past()
            .listed(140),
        Field::new(Text, "subject", "Objet").longest(160).listed(220),
        Field::new(LongText, "content", "Contenu")
            .personal()
            .longest(16_000)
            .listed(260),
        Field::open("result", "Résultat", "activity_results")
            .longest(80)
            .listed(140),
        Field::open("owner", "Responsable de contact", "staff")
            .longest(60)
            .listed(150),
        Field::new(Date, "next_follow_up_on", "Date de prochaine relance").listed(130),
        Field::new(Reference(Entity::Campaign), "campaign_id", "Campagne"),
        Field::new(Date, "follow_up_done_on", "Relance faite le")
            .past()
            .wide(120),
    ],
};

pub(super) static AGENDA_ENTRY: EntityFields = EntityFields {
    entity: Entity::AgendaEntry,
    table: "agenda_entry",
    prefix: "R",
    label: "Rendez-vous",
    plural: "Agenda",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Text, "title", "Titre")
            .required()
            .longest(160)
            .listed(220),
        Field::open("kind", "Type", "agenda_kinds")
            .longest(60)
            .listed(130),
        Field::new(DateTime, "starts_at", "Début").required().listed(140),
        Field::new(DateTime, "ends_at", "Fin").listed(140),
        Field::new(Flag, "all_day", "Journée entière").wide(110),
        Field::new(Text, "recurrence", "Récurrence").longest(300),
        Field::new(Text, "exceptions", "Exceptions").longest(4000),
        Field::new(Reference(Entity::Customer), "customer_id", "Client"),
        Field::new(Reference(Entity::Vehicle), "vehicle_id", "Véhicule"),
        Field::new(Reference(Entity::Lead), "lead_id", "Lead"),
        Field::open("owner", "Responsable", "staff")
            .longest(60)
            .listed(150),
        Field::new(Text, "place", "Lieu").longest(120).listed(150),
        Field::closed(
            "state",
            "État",
            &[("planned", "Prévu"), ("done", "Fait"), ("cancelled", "Annulé")],
        )
        .listed(100),
    ],
};

pub(super) static TARGETING: EntityFields = EntityFields {
    entity: Entity::Targeting,
    table: "targeting",
    prefix: "S",
    label: "Ciblage",
    plural: "Ciblages",
    owner: None,
    fields: &[
        Field::new(Text, "name", "Nom")
            .required()
            .longest(120)
            .listed(220),
        Field::new(LongText, "description", "Description")
            .longest(2000)
            .listed(260),
        Field::closed("mode", "Mode", &[("live", "Vivant"), ("frozen", "Figé")])
            .required()
            .listed(100),
        Field::new(LongText, "definition", "Définition")
            .longest(32_000)
            .listed(260),
        Field::new(Text, "sort", "Tri").longest(300).listed(160),
    ],
};

pub(super) static CAMPAIGN: EntityFields = EntityFields {
    entity: Entity::Campaign,
    table: "campaign",
    prefix: "P",
    label: "Campagne",
    plural: "Campagnes",
    owner: None,
    fields: &[
        Field::new(Text, "name", "Nom")
            .required()
            .longest(120)
            .listed(220),
        Field::closed("channel", "Canal", MESSAGE_CHANNELS)
            .required()
            .listed(100),
        Field::new(Reference(Entity::Targeting), "targeting_id", "Ciblage"),
        Field::new(Text, "subject", "Objet").longest(200).listed(220),
        Field::new(LongText, "message", "Message")
            .longest(16_000)
            .listed(260),
        Field::closed(
            "state",
            "État",
            &[
                ("draft", "Brouillon"),
                ("scheduled", "Programmée"),
                ("sent", "Envoyée"),
                ("empty", "Sans destinataire"),
                ("cancelled", "Annulée"),
            ],
        )
        .required()
        .listed(110),
        Field::new(DateTime, "sent_at", "Date d’envoi").listed(140),
        Field::closed("offer", "Thème", OFFERS).listed(150),
        Field::new(Text, "subject_b", "Objet de la version B").longest(200),
        Field::new(LongText, "message_b", "Message de la version B").longest(16_000),
        Field::new(Date, "follow_up_on", "Relance prévue le").wide(130),
        // Reasons of the gate that somebody overruled: codes with commas between.
        Field::new(Text, "forced", "Règles forcées").longest(300),
        // Whom it is meant for, as JSON: a campaign for a date counts them again on the day.
        Field::new(LongText, "plan", "Réglages").longest(32_000),
    ],
};

/// What a message speaks of.
pub(super) const OFFERS: &[(&str, &str)] = &[
    ("service", "Entretien, révision"),
    ("inspection", "Contrôle technique"),
    ("tyres", "Pneus, hiver"),
    ("finance_end", "Fin de LOA, de LLD ou de crédit"),
    ("warranty", "Garantie"),
    ("new_vehicle", "Véhicule neuf"),
    ("used_vehicle", "Véhicule d’occasion"),
    ("test_drive", "Essai"),
    ("quote", "Relance d’un devis"),
    ("event", "Portes ouvertes, événement"),
    ("satisfaction", "Enquête de satisfaction"),
    ("greeting", "Bienvenue, anniversaire"),
    ("news", "Actualité de la concession"),
];

/// Ways in which a message leaves.
const MESSAGE_CHANNELS: &[(&str, &str)] = &[("mail", "Mail"), ("letter", "Courrier"), ("sms", "SMS")];

pub(super) static MESSAGE_TEMPLATE: EntityFields = EntityFields {
    entity: Entity::MessageTemplate,
    table: "message_template",
    prefix: "G",
    label: "Modèle de message",
    plural: "Modèles de messages",
    owner: None,
    fields: &[
        Field::new(Text, "name", "Nom")
            .required()
            .longest(120)
            .listed(220),
        Field::closed("channel", "Canal", MESSAGE_CHANNELS)
            .required()
            .listed(100),
        Field::closed("offer", "Thème", OFFERS).listed(150),
        Field::new(Text, "subject", "Objet").longest(200).listed(220),
        Field::new(LongText, "body", "Message")
            .longest(16_000)
            .listed(260),
    ],
};

pub(super) static RECIPIENT: EntityFields = EntityFields {
    entity: Entity::Recipient,
    table: "recipient",
    prefix: "D",
    label: "Destinataire",
    plural: "Destinataires",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Campaign), "campaign_id", "Campagne")
            .required()
            .listed(180),
        Field::new(Reference(Entity::Customer), "customer_id", "Client")
            .required()
            .listed(190),
        Field::closed(
            "state",
            "État",
            &[
                ("selected", "Retenu"),
                ("excluded", "Exclu"),
                ("sent", "Envoyé"),
                ("delivered", "Remis"),
                ("bounced", "Non remis"),
                ("opened", "Ouvert"),
                ("clicked", "Cliqué"),
                ("answered", "Répondu"),
                ("unsubscribed", "Désinscrit"),
                ("complained", "Plainte"),
            ],
        )
        .required()
        .listed(110),
        Field::open("exclusion_reason", "Motif d’exclusion", "exclusion_reasons")
            .longest(200)
            .listed(180),
        Field::new(DateTime, "at", "Date").listed(140),
        Field::new(Text, "reaction", "Réaction").longest(200).listed(180),
        Field::closed("variant", "Version", &[("A", "A"), ("B", "B")]).wide(80),
        // Reasons of the gate that were overruled for them: codes with commas between.
        Field::new(Text, "forced", "Règles forcées").longest(300),
    ],
};

pub(super) static DASHBOARD_TILE: EntityFields = EntityFields {
    entity: Entity::DashboardTile,
    table: "dashboard_tile",
    prefix: "T",
    label: "Tuile",
    plural: "Tableaux de bord",
    owner: None,
    fields: &[
        Field::new(Text, "dashboard", "Tableau")
            .required()
            .longest(120)
            .listed(180),
        Field::new(Text, "tile", "Tuile")
            .required()
            .longest(120)
            .listed(180),
        Field::closed(
            "kind",
            "Type",
            &[
                ("number", "Nombre"),
                ("bars", "Barres"),
                ("stacked", "Barres empilées"),
                ("line", "Courbe"),
                ("pie", "Secteurs"),
                ("table", "Tableau"),
                ("pivot", "Tableau croisé"),
                ("gauge", "Jauge"),
                ("funnel", "Entonnoir"),
                ("board", "Réglages du tableau"),
            ],
        )
        .required()
        .listed(110),
        Field::new(LongText, "definition", "Définition")
            .longest(32_000)
            .listed(260),
        Field::new(Integer, "col", "Colonne").between(0, 100).wide(80),
        Field::new(Integer, "row", "Ligne").between(0, 10_000).wide(80),
        Field::new(Integer, "width", "Largeur").between(1, 100).wide(80),
        Field::new(Integer, "height", "Hauteur").between(1, 100).wide(80),
    ],
};
