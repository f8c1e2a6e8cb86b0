//! Fields of vehicles, invoices and their lines.

use super::{Entity, EntityFields, Field, Kind::*};

const VEHICLE_GROUP: &str = "Véhicule";
const FINANCE: &str = "Financement";
pub(super) const AFTER_SALES: &str = "Après-vente";

/// How the workshop sees a car, and a customer by the most faithful of theirs.
pub(super) const LOYALTIES: &[(&str, &str)] = &[
    ("no_car", "Aucun véhicule à suivre"),
    ("regular", "Vient régulièrement"),
    ("late", "En retard de visite"),
    ("lost", "Perdu de vue par l’atelier"),
    ("never", "Jamais venu à l’atelier"),
];

pub(super) static VEHICLE: EntityFields = EntityFields {
    entity: Entity::Vehicle,
    table: "vehicle",
    prefix: "V",
    label: "Véhicule",
    plural: "Véhicules",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Reference(Entity::Customer), "customer_id", "Client")
            .group(VEHICLE_GROUP)
            .required()
            .listed(175),
        Field::open("make", "Marque", "makes")
            .group(VEHICLE_GROUP)
            .required()
            .longest(60)
            .listed(105),
        Field::new(Text, "model", "Modèle")
            .group(VEHICLE_GROUP)
            .required()
            .longest(80)
            .listed(115),
        Field::new(Text, "trim", "Finition")
            .group(VEHICLE_GROUP)
            .longest(80)
            .wide(120),
        Field::open("energy", "Énergie", "energies")
            .group(VEHICLE_GROUP)
            .longest(40)
            .wide(130),
        Field::new(Plate, "plate", "Immatriculation")
            .group(VEHICLE_GROUP)
            .personal()
            .listed(120),
        Field::new(Vin, "vin", "Numéro de châssis")
            .group(VEHICLE_GROUP)
            .personal()
            .wide(180),
        Field::new(Date, "first_registered_on", "Date de mise en circulation")
            .group(VEHICLE_GROUP)
            .wide(130),
        Field::new(Integer, "mileage", "Kilométrage")
            .group(VEHICLE_GROUP)
            .unit("km")
            .between(0, 1_500_000)
            .wide(110),
        Field::open("usage", "Usage", "usages")
            .group(VEHICLE_GROUP)
            .longest(40)
            .wide(120),
        Field::closed(
            "finance_kind",
            "Type de financement",
            &[
                ("cash", "Comptant"),
                ("credit", "Crédit"),
                ("lease_option", "LOA"),
                ("lease", "LLD"),
                ("finance_lease", "Crédit-bail"),
            ],
        )
        .group(FINANCE)
        .wide(150),
        Field::new(Date, "financed_on", "Date de financement")
            .group(FINANCE)
            .wide(130),
        Field::new(Money, "financed_amount", "Montant financé")
            .group(FINANCE)
            .between(0, 100_000_000)
            .wide(130),
        Field::new(Integer, "finance_months", "Durée (mois)")
            .group(FINANCE)
            .unit("mois")
            .between(1, 240)
            .wide(110),
        Field::new(Date, "sold_on", "Date de cession")
            .group(FINANCE)
            .past()
            .wide(130),
        Field::new(Integer, "age", "Âge du véhicule")
            .group(VEHICLE_GROUP)
            .unit("ans")
            .wide(110)
            .computed(
                "CAST(substr(:today, 1, 4) AS INTEGER) - CAST(substr(vehicle.first_registered_on, 1, 4) AS INTEGER) - (substr(:today, 6) < substr(vehicle.first_registered_on, 6))",
            )
            .backwards("vehicle.first_registered_on"),
        Field::new(Date, "finance_end_on", "Fin de financement")
            .group(AFTER_SALES)
            .computed("facts.finance_end_on")
            .wide(130),
        Field::new(Integer, "estimated_km", "Kilométrage estimé ce jour")
            .group(AFTER_SALES)
            .unit("km")
            .listed(150)
            .computed(
                "CASE WHEN vehicle.sold_on IS NULL THEN estimated_km(facts.last_reading_km, facts.last_reading_on, facts.km_per_year, :today) END",
            ),
        Field::new(Integer, "km_per_year", "Kilométrage annuel")
            .group(AFTER_SALES)
            .unit("km/an")
            .computed("facts.km_per_year")
            .wide(120),
        Field::new(Integer, "last_reading_km", "Dernier relevé du compteur")
            .group(AFTER_SALES)
            .unit("km")
            .computed("facts.last_reading_km")
            .wide(130),
        Field::new(Date, "last_reading_on", "Date du dernier relevé")
            .group(AFTER_SALES)
            .computed("facts.last_reading_on")
            .wide(130),
        Field::new(Flag, "has_odd_reading", "Relevé impossible")
            .group(AFTER_SALES)
            .computed("facts.has_odd_reading")
            .wide(120),
        Field::new(Integer, "visit_count", "Visites à l’atelier")
            .group(AFTER_SALES)
            .computed("facts.visit_count")
            .wide(110),
        Field::new(Date, "last_visit_on", "Dernière visite")
            .group(AFTER_SALES)
            .computed("facts.last_visit_on")
            .listed(120)
            .indexed(),
        Field::new(Integer, "days_since_last_visit", "Jours depuis la dernière visite")
            .group(AFTER_SALES)
            .unit("jours")
            .wide(140)
            .computed("CAST(julianday(:today) - julianday(facts.last_visit_on) AS INTEGER)")
            .backwards("facts.last_visit_on"),
        Field::new(Integer, "visit_interval_mean", "Intervalle moyen entre visites")
            .group(AFTER_SALES)
            .unit("jours")
            .computed("facts.visit_interval_mean")
            .wide(140),
        Field::new(Integer, "visit_interval_median", "Intervalle médian entre visites")
            .group(AFTER_SALES)
            .unit("jours")
            .computed("facts.visit_interval_median")
            .wide(140),
        Field::new(Date, "next_visit_on", "Prochaine visite attendue")
            .group(AFTER_SALES)
            .computed("facts.next_visit_on")
            .listed(165)
            .indexed(),
        Field::new(Date, "next_visit_by_date_on", "Échéance par la date")
            .group(AFTER_SALES)
            .computed("facts.next_visit_by_date_on")
            .wide(130),
        Field::new(Date, "next_visit_by_km_on", "Échéance par le kilométrage")
            .group(AFTER_SALES)
            .computed("facts.next_visit_by_km_on")
            .wide(140),
        Field::new(Flag, "visit_overdue", "Visite en retard")
            .group(AFTER_SALES)
            .computed("facts.next_visit_on < :today")
            .backwards("facts.next_visit_on")
            .wide(110),
        Field::closed("loyalty", "Fidélité à l’atelier", LOYALTIES)
            .group(AFTER_SALES)
            .computed(
                "CASE WHEN vehicle.sold_on IS NULL THEN loyalty(facts.visit_count, facts.next_visit_on, :today) END",
            )
            .wide(150),
        Field::new(Date, "last_inspection_on", "Dernier contrôle technique")
            .group(AFTER_SALES)
            .computed("facts.last_inspection_on")
            .wide(140),
        Field::new(Date, "inspection_due_on", "Contrôle technique au plus tard")
            .group(AFTER_SALES)
            .listed(160)
            .computed(
                "CASE WHEN vehicle.sold_on IS NULL THEN inspection_due(vehicle.first_registered_on, facts.last_inspection_on, :today) END",
            ),
        Field::new(Date, "warranty_end_on", "Fin de garantie")
            .group(AFTER_SALES)
            .computed("facts.warranty_end_on")
            .wide(120),
        Field::new(Money, "service_turnover", "Chiffre d’affaires APV TTC")
            .group(AFTER_SALES)
            .computed("facts.service_turnover")
            .wide(150),
    ],
};

pub(super) static INVOICE: EntityFields = EntityFields {
    entity: Entity::Invoice,
    table: "invoice",
    prefix: "F",
    label: "Facture",
    plural: "Factures",
    owner: Some("customer_id"),
    fields: &[
        Field::new(Text, "number", "Numéro").longest(30).listed(140),
        Field::closed(
            "kind",
            "Type",
            &[
                ("new_vehicle", "Achat VN"),
                ("used_vehicle", "Achat VO"),
                ("service", "APV"),
                ("parts", "Magasin"),
            ],
        )
        .required()
        .listed(110),
        Field::new(Date, "issued_on", "Date")
            .required()
            .past()
            .listed(110),
        Field::new(Reference(Entity::Customer), "customer_id", "Client")
            .required()
            .listed(190),
        Field::new(Reference(Entity::Vehicle), "vehicle_id", "Véhicule").listed(160),
        Field::new(Integer, "mileage", "Kilométrage")
            .unit("km")
            .between(0, 1_500_000)
            .listed(110),
        Field::new(Money, "net_amount", "Montant HT")
            .between(0, 1_000_000_000)
            .listed(120),
        Field::new(Money, "vat_amount", "TVA")
            .between(0, 1_000_000_000)
            .wide(110),
        Field::new(Money, "gross_amount", "Montant TTC")
            .between(0, 1_000_000_000)
            .listed(120),
        Field::open("site", "Concession", "sites").longest(60).listed(120),
        Field::open("seller", "Vendeur", "staff").longest(60).listed(150),
        // A purchase: did another car of the customer leave them at the same time?
        Field::new(Flag, "trade_in", "Reprise d’un véhicule")
            .computed(
                "CASE WHEN invoice.kind IN ('new_vehicle', 'used_vehicle') THEN
                  EXISTS (SELECT 1 FROM vehicle AS former INDEXED BY vehicle_by_sale WHERE former.customer_id = invoice.customer_id
                    AND former.id IS NOT invoice.vehicle_id AND former.sold_on IS NOT NULL
                    AND abs(julianday(former.sold_on) - julianday(invoice.issued_on)) <= 30) END",
            )
            .wide(120),
    ],
};

pub(super) static INVOICE_LINE: EntityFields = EntityFields {
    entity: Entity::InvoiceLine,
    table: "invoice_line",
    prefix: "LF",
    label: "Ligne de facture",
    plural: "Lignes de facture",
    owner: None,
    fields: &[
        Field::new(Reference(Entity::Invoice), "invoice_id", "Facture").required(),
        Field::new(Integer, "line", "Ligne").between(1, 10_000).listed(70),
        Field::new(Text, "label", "Désignation")
            .required()
            .longest(200)
            .listed(260),
        Field::new(Quantity, "quantity", "Quantité")
            .required()
            .between(1, 10_000_000)
            .listed(90),
        Field::new(Money, "unit_price", "Prix unitaire HT")
            .required()
            .between(-1_000_000_000, 1_000_000_000)
            .listed(130),
        Field::new(Money, "net_amount", "Montant HT").locked().listed(120),
    ],
};
