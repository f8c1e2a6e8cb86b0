//! Fields of vehicles, invoices and their lines.

use super::{Entity, EntityFields, Field, Kind::*};

const VEHICLE_GROUP: &str = "Véhicule";
const FINANCE: &str = "Financement";

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
            .listed(190),
        Field::open("make", "Marque", "makes")
            .group(VEHICLE_GROUP)
            .required()
            .longest(60)
            .listed(120),
        Field::new(Text, "model", "Modèle")
            .group(VEHICLE_GROUP)
            .required()
            .longest(80)
            .listed(140),
        Field::new(Text, "trim", "Finition")
            .group(VEHICLE_GROUP)
            .longest(80)
            .listed(120),
        Field::open("energy", "Énergie", "energies")
            .group(VEHICLE_GROUP)
            .longest(40)
            .listed(130),
        Field::new(Plate, "plate", "Immatriculation")
            .group(VEHICLE_GROUP)
            .personal()
            .listed(130),
        Field::new(Vin, "vin", "Numéro de châssis")
            .group(VEHICLE_GROUP)
            .personal()
            .wide(180),
        Field::new(Date, "first_registered_on", "Date de mise en circulation")
            .group(VEHICLE_GROUP)
            .listed(130),
        Field::new(Integer, "mileage", "Kilométrage")
            .group(VEHICLE_GROUP)
            .unit("km")
            .between(0, 1_500_000)
            .listed(110),
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
        .listed(150),
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
