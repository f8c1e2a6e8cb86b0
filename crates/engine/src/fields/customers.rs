//! Fields of a customer (person or company), of its contacts, consents and note.

use super::sales::{AFTER_SALES, LOYALTIES};
use super::{Entity, EntityFields, Field, Kind::*};

const IDENTITY: &str = "Identité";
const COMPANY: &str = "Entreprise";
const ADDRESS: &str = "Coordonnées";
const FOLLOWING: &str = "Suivi";
const PURCHASES: &str = "Achats";
const CONSENTS: &str = "Consentements";

const CONSENT_STATES: &[(&str, &str)] = &[
    ("granted", "Accordé"),
    ("refused", "Refusé"),
    ("withdrawn", "Retiré"),
];
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
        ).backwards("customer.birth_date"),
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
        Field::new(Integer, "open_lead_count", "Leads en cours").group(FOLLOWING).computed("facts.open_lead_count").wide(120),
        Field::new(Date, "first_invoice_on", "Première facture").group(PURCHASES).computed("facts.first_invoice_on").wide(130),
        Field::new(Integer, "purchase_count", "Nb d’achats de véhicules").group(PURCHASES).computed("facts.purchase_count").wide(140),
        Field::new(Date, "last_purchase_on", "Dernier achat de véhicule").group(PURCHASES).computed("facts.last_purchase_on").wide(140).indexed(),
        Field::new(Integer, "new_vehicle_count", "Nb d’achats VN").group(PURCHASES).computed("facts.new_vehicle_count").wide(120),
        Field::new(Money, "new_vehicle_turnover", "Montant des achats VN TTC").group(PURCHASES).computed("facts.new_vehicle_turnover").wide(130),
        Field::new(Integer, "used_vehicle_count", "Nb d’achats VO").group(PURCHASES).computed("facts.used_vehicle_count").wide(120),
        Field::new(Money, "used_vehicle_turnover", "Montant des achats VO TTC").group(PURCHASES).computed("facts.used_vehicle_turnover").wide(130),
        Field::new(Integer, "visit_count", "Visites à l’atelier").group(AFTER_SALES).computed("facts.visit_count").wide(130),
        Field::new(Date, "last_visit_on", "Dernière visite à l’atelier").group(AFTER_SALES).computed("facts.last_visit_on").wide(140).indexed(),
        Field::new(Integer, "days_since_last_visit", "Jours depuis la dernière visite").group(AFTER_SALES).unit("jours").wide(150)
            .computed("CAST(julianday(:today) - julianday(facts.last_visit_on) AS INTEGER)").backwards("facts.last_visit_on"),
        Field::new(Integer, "visit_interval_mean", "Intervalle moyen entre visites").group(AFTER_SALES).computed("facts.visit_interval_mean").unit("jours").wide(140),
        Field::new(Date, "next_visit_on", "Prochaine visite attendue").group(AFTER_SALES).computed("facts.next_visit_on").wide(140).indexed(),
        Field::new(Flag, "visit_overdue", "Visite en retard").group(AFTER_SALES).computed("facts.next_visit_on < :today").backwards("facts.next_visit_on").wide(130),
        Field::closed("loyalty", "Fidélité à l’atelier", LOYALTIES).group(AFTER_SALES).wide(140).backwards("facts.expected_on")
            .computed("CASE WHEN facts.vehicle_count = 0 THEN 'no_car' ELSE loyalty(facts.expected_on IS NOT NULL, facts.expected_on, :today) END"),
        Field::new(Integer, "service_count", "Nb de factures APV").group(AFTER_SALES).computed("facts.service_count").wide(130),
        Field::new(Money, "service_turnover", "Chiffre d’affaires APV TTC").group(AFTER_SALES).computed("facts.service_turnover").wide(130).indexed(),
        Field::new(Integer, "parts_count", "Nb de factures magasin").group(AFTER_SALES).computed("facts.parts_count").wide(130),
        Field::new(Money, "parts_turnover", "Chiffre d’affaires magasin TTC").group(AFTER_SALES).computed("facts.parts_turnover").wide(130),
        Field::closed("consent_phone", "Consentement téléphone", CONSENT_STATES).group(CONSENTS).computed("facts.consent_phone").wide(140),
        Field::closed("consent_sms", "Consentement SMS", CONSENT_STATES).group(CONSENTS).computed("facts.consent_sms").wide(140),
        Field::closed("consent_mail", "Consentement mail", CONSENT_STATES).group(CONSENTS).computed("facts.consent_mail").wide(140),
        Field::closed("consent_letter", "Consentement courrier", CONSENT_STATES).group(CONSENTS).computed("facts.consent_letter").wide(140),
        Field::new(Flag, "reachable_phone", "Joignable aujourd’hui par téléphone").group(CONSENTS).computed("reachable('phone', (SELECT kept.days FROM customer_days AS kept WHERE kept.id = customer.id), :today)").wide(150),
        Field::new(Flag, "reachable_sms", "Joignable aujourd’hui par SMS").group(CONSENTS).computed("reachable('sms', (SELECT kept.days FROM customer_days AS kept WHERE kept.id = customer.id), :today)").wide(150),
        Field::new(Flag, "reachable_mail", "Joignable aujourd’hui par mail").group(CONSENTS).computed("reachable('mail', (SELECT kept.days FROM customer_days AS kept WHERE kept.id = customer.id), :today)").wide(150),
        Field::new(Flag, "reachable_letter", "Joignable aujourd’hui par courrier").group(CONSENTS).computed("reachable('letter', (SELECT kept.days FROM customer_days AS kept WHERE kept.id = customer.id), :today)").wide(150),
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
        Field::new(Reference(Entity::Customer), "customer_id", "Client")
            .required()
            .listed(190),
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
