//! Fields of a customer (person or company), of its contacts, consents and note.

use super::{Entity, EntityFields, Field, Kind::*};

const IDENTITY: &str = "Identité";
const COMPANY: &str = "Entreprise";
const ADDRESS: &str = "Coordonnées";
const FOLLOWING: &str = "Suivi";

const CIVILITIES: &[(&str, &str)] = &[("mr", "M."), ("mrs", "Mme")];

pub(super) static CUSTOMER: EntityFields = EntityFields {
    entity: Entity::Customer,
    table: "customer",
    prefix: "C",
    label: "Client",
    plural: "Clients",
    owner: Some("id"),
    fields: &[
        Field::new(Text, "name", "Client").group(IDENTITY).computed("facts.name").listed(190).indexed(),
        Field::closed("status", "Statut", &[("prospect", "Prospect"), ("client", "Client")]).group(IDENTITY).computed("facts.status").listed(100).indexed(),
        Field::closed("kind", "Nature", &[("person", "Particulier"), ("company", "Société")]).group(IDENTITY).required().locked().listed(105).indexed(),
        Field::closed("civility", "Civilité", CIVILITIES).group(IDENTITY).person().personal().wide(85).indexed(),
        Field::new(Text, "first_name", "Prénom").group(IDENTITY).person().personal().longest(60).wide(130).indexed(),
        Field::new(Text, "last_name", "Nom").group(IDENTITY).person().required().personal().longest(60).wide(150).indexed(),
        Field::new(Date, "birth_date", "Date de naissance").group(IDENTITY).person().personal().past().wide(130).indexed(),
        Field::new(Integer, "age", "Âge").group(IDENTITY).person().personal().unit("ans").wide(80).computed(
            "CAST(substr(:today, 1, 4) AS INTEGER) - CAST(substr(customer.birth_date, 1, 4) AS INTEGER) - (substr(:today, 6) < substr(customer.birth_date, 6))",
        ),
        Field::open("profession", "Profession", "professions").group(IDENTITY).person().personal().longest(80).wide(160).indexed(),
        Field::new(Text, "legal_name", "Raison sociale").group(COMPANY).company().required().longest(120).wide(200).indexed(),
        Field::new(Text, "trade_name", "Nom commercial").group(COMPANY).company().longest(120).wide(170).indexed(),
        Field::new(Siren, "siren", "SIREN").group(COMPANY).company().wide(110).indexed(),
        Field::new(Siret, "siret", "SIRET").group(COMPANY).company().wide(150).indexed(),
        Field::new(Naf, "naf", "Code NAF").group(COMPANY).company().wide(100).indexed(),
        Field::open("company_type", "Type entreprise", "company_types").group(COMPANY).company().longest(60).wide(140).indexed(),
        Field::new(Reference(Entity::Customer), "parent_id", "Société mère").group(COMPANY).company(),
        Field::closed("fleet_size", "Nombre de véhicules", &[("1_4", "1 à 4"), ("5_10", "5 à 10"), ("11_25", "11 à 25"), ("26_plus", ">25")]).group(COMPANY).company().wide(150).indexed(),
        Field::new(Text, "street_number", "Numéro").group(ADDRESS).personal().longest(10).wide(85).indexed(),
        Field::new(Text, "street", "Rue").group(ADDRESS).personal().longest(120).wide(200).indexed(),
        Field::new(Text, "address_extra", "Complément d’adresse").group(ADDRESS).personal().longest(120).wide(170).indexed(),
        Field::new(Postcode, "postcode", "Code postal").group(ADDRESS).personal().listed(110).indexed(),
        Field::new(Text, "town", "Ville").group(ADDRESS).personal().longest(80).listed(150).indexed(),
        Field::new(Phone, "phone", "Téléphone fixe").group(ADDRESS).personal().wide(135).indexed(),
        Field::new(Phone, "mobile", "Portable").group(ADDRESS).person().personal().listed(135).indexed(),
        Field::new(Mail, "mail", "Mail").group(ADDRESS).personal().longest(120).listed(230).indexed(),
        Field::open("source", "Source client", "sources").group(FOLLOWING).longest(60).wide(160).indexed(),
        Field::open("site", "Concession", "sites").group(FOLLOWING).longest(60).listed(160).indexed(),
        Field::open("owner", "Responsable", "staff").group(FOLLOWING).longest(60).wide(150).indexed(),
        Field::new(Reference(Entity::Customer), "household_id", "Foyer").group(FOLLOWING).person().personal(),
        Field::new(Date, "created_on", "Date de création").group(FOLLOWING).past().wide(130).indexed(),
        Field::closed("record_state", "État de la fiche", &[("active", "Active"), ("archived", "Archivée"), ("to_check", "À vérifier")]).group(FOLLOWING).wide(130).indexed(),
        Field::new(Integer, "vehicle_count", "Nb de véhicules").group(FOLLOWING).computed("facts.vehicle_count").wide(125).indexed(),
        Field::new(Integer, "invoice_count", "Nb de factures").group(FOLLOWING).computed("facts.invoice_count").wide(125).indexed(),
        Field::new(Money, "turnover", "Chiffre d’affaires TTC").group(FOLLOWING).computed("facts.turnover").wide(160).indexed(),
        Field::new(Date, "last_invoice_on", "Dernière facture").group(FOLLOWING).computed("facts.last_invoice_on").wide(130).indexed(),
        Field::new(Date, "last_activity_on", "Dernier contact").group(FOLLOWING).computed("facts.last_activity_on").wide(130).indexed(),
        Field::new(Date, "next_follow_up_on", "Prochaine relance").group(FOLLOWING).computed("facts.next_follow_up_on").listed(140).indexed(),
    ],
};

pub(super) static CONTACT: EntityFields = EntityFields {
    entity: Entity::Contact,
    table: "contact",
    prefix: "K",
    label: "Contact",
    plural: "Contacts",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Customer), "customer_id", "Client")
            .required()
            .listed(190),
        Field::closed("civility", "Civilité", CIVILITIES)
            .personal()
            .listed(85),
        Field::new(Text, "first_name", "Prénom")
            .personal()
            .longest(60)
            .listed(130),
        Field::new(Text, "last_name", "Nom")
            .required()
            .personal()
            .longest(60)
            .listed(150),
        Field::new(Text, "role", "Fonction").longest(80).listed(160),
        Field::new(Mail, "mail", "Mail")
            .personal()
            .longest(120)
            .listed(230),
        Field::new(Phone, "mobile", "Mobile").personal().listed(135),
    ],
};

pub(super) static CONSENT: EntityFields = EntityFields {
    entity: Entity::Consent,
    table: "consent",
    prefix: "O",
    label: "Consentement",
    plural: "Consentements",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Customer), "customer_id", "Client").required(),
        Field::closed(
            "channel",
            "Canal",
            &[
                ("sms", "SMS"),
                ("phone", "Téléphone"),
                ("mail", "Mail"),
                ("letter", "Courrier"),
            ],
        )
        .required()
        .listed(120),
        Field::closed(
            "state",
            "Statut",
            &[
                ("granted", "Accordé"),
                ("refused", "Refusé"),
                ("withdrawn", "Retiré"),
            ],
        )
        .required()
        .listed(120),
        Field::new(Date, "given_on", "Date").past().listed(120),
        Field::open("origin", "Origine", "consent_origins")
            .longest(80)
            .listed(180),
        Field::new(Date, "withdrawn_on", "Date de retrait")
            .past()
            .listed(120),
    ],
};

pub(super) static NOTE: EntityFields = EntityFields {
    entity: Entity::Note,
    table: "note",
    prefix: "N",
    label: "Notes",
    plural: "Notes",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Customer), "customer_id", "Client").required(),
        Field::new(Text, "wanted_vehicles", "Véhicules souhaités")
            .longest(200)
            .listed(200),
        Field::new(LongText, "projects", "Projets")
            .longest(2000)
            .listed(200),
        Field::new(LongText, "expectations", "Attentes")
            .longest(2000)
            .listed(200),
        Field::new(
            Integer,
            "household_size",
            "Nombre de personnes composant le foyer",
        )
        .personal()
        .between(1, 20)
        .listed(120),
        Field::new(Text, "interests", "Centre d’intérêt")
            .personal()
            .longest(200)
            .listed(200),
        Field::new(Integer, "daily_km", "Kilométrage journalier")
            .unit("km")
            .between(0, 1500)
            .listed(120),
        Field::new(LongText, "comment", "Commentaire")
            .longest(4000)
            .listed(200),
    ],
};
