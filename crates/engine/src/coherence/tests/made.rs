//! A small base made by hand: every rule holds, no anomaly is in it, until something is changed.

use super::super::{Base, Gathering};
use crate::fields::Entity;
use crate::school::Record;
use crate::values::Value;
use jiff::civil::{Date, date};

pub(super) const TODAY: Date = date(2026, 11, 24);

/// Records to be changed, then gathered.
pub(super) struct Made(pub(super) Vec<Record>);

impl Made {
    /// Two people and a firm that have nothing to do with each other; the first bought a new car.
    pub(super) fn sound() -> Self {
        let mut made = Self(Vec::new());
        made.person(1, "Philippe", "Martin", "1965-03-14");
        made.person(2, "Nathalie", "Durand", "1968-07-02");
        made.add(
            Entity::Customer,
            3,
            &[
                ("kind", "company".into()),
                ("legal_name", "Transports du Bocage".into()),
                ("siren", "000156141".into()),
                ("siret", "00015614100012".into()),
                ("naf", "49.41A".into()),
                ("company_type", "SARL".into()),
                ("street_number", "3".into()),
                ("street", "rue du Port".into()),
                ("postcode", "35000".into()),
                ("town", "Rennes".into()),
                ("phone", "02 61 91 33 33".into()),
                ("mail", "contact@transports-du-bocage.example".into()),
                ("created_on", "2020-01-06".into()),
            ],
        );
        made.add(
            Entity::Contact,
            1,
            &[
                ("customer_id", 3.into()),
                ("civility", "mr".into()),
                ("first_name", "Philippe".into()),
                ("last_name", "Morel".into()),
                ("mobile", "06 39 98 33 33".into()),
            ],
        );
        made.add(
            Entity::Consent,
            1,
            &[
                ("customer_id", 1.into()),
                ("channel", "phone".into()),
                ("state", "granted".into()),
                ("given_on", "2026-05-12".into()),
                ("origin", "Bon de commande".into()),
            ],
        );
        made.car(1, 1, "VF1ANFAA0S1000001", "2025-03-20");
        made.invoice(1, 1, "new_vehicle", "2025-03-20", 12);
        made.invoice(2, 1, "service", "2026-04-02", 14_000);
        made.add(
            Entity::Lead,
            1,
            &[
                ("first_name", "Camille".into()),
                ("last_name", "Petit".into()),
                ("mail", "camille.petit@messagerie.example".into()),
                ("phone", "06 39 98 44 44".into()),
                ("issued_at", "2026-11-20T10:00".into()),
                ("state", "new".into()),
            ],
        );
        made.told(1, "visit", "2025-02-03T10:00", "Intéressé", Some("2025-02-05"));
        made.told(
            2,
            "test_drive",
            "2025-02-05T10:00",
            "Intéressé",
            Some("2025-02-10"),
        );
        made.told(
            3,
            "offer",
            "2025-02-10T10:00",
            "Offre envoyée",
            Some("2025-02-14"),
        );
        made.told(4, "visit", "2025-02-14T10:00", "Commande", Some("2025-03-20"));
        made.told(5, "visit", "2025-03-20T10:00", "Livré", None);
        made.told(6, "call", "2026-10-05T10:30", "Joint", None);
        made.add(
            Entity::AgendaEntry,
            1,
            &[
                ("title", "Atelier".into()),
                ("starts_at", "2026-11-26T09:00".into()),
                ("ends_at", "2026-11-26T10:00".into()),
                ("customer_id", 1.into()),
                ("state", "planned".into()),
            ],
        );
        made.add(
            Entity::PendingEvent,
            1,
            &[
                ("due_at", "2026-12-01T09:00".into()),
                ("kind", "activity".into()),
                ("customer_id", 1.into()),
                ("payload", "{}".into()),
            ],
        );
        made
    }

    pub(super) fn add(&mut self, entity: Entity, id: i64, values: &[(&'static str, Value)]) {
        self.0.push(Record {
            entity,
            id,
            values: values.to_vec(),
        });
    }

    /// Somebody at an address, with numbers, of their own.
    pub(super) fn person(&mut self, id: i64, first: &str, last: &str, birth: &str) {
        let woman = ["Nathalie", "Isabelle", "Sandrine"].contains(&first);
        self.add(
            Entity::Customer,
            id,
            &[
                ("kind", "person".into()),
                ("civility", if woman { "mrs" } else { "mr" }.into()),
                ("first_name", first.into()),
                ("last_name", last.into()),
                ("birth_date", birth.into()),
                ("street_number", id.to_string().into()),
                ("street", "rue des Lilas".into()),
                ("postcode", "35000".into()),
                ("town", "Rennes".into()),
                ("phone", format!("02 61 91 00 {id:02}").into()),
                ("mobile", format!("06 39 98 00 {id:02}").into()),
                ("mail", format!("personne{id}@messagerie.example").into()),
                ("created_on", "2020-01-06".into()),
            ],
        );
    }

    pub(super) fn car(&mut self, id: i64, customer: i64, vin: &str, registered: &str) {
        self.add(
            Entity::Vehicle,
            id,
            &[
                ("customer_id", customer.into()),
                ("make", "Renault".into()),
                ("model", "Clio".into()),
                ("energy", "Essence".into()),
                ("plate", format!("XA-{id:03}-BC").into()),
                ("vin", vin.into()),
                ("first_registered_on", registered.into()),
                ("mileage", 15_000.into()),
                ("finance_kind", "cash".into()),
                ("financed_on", registered.into()),
            ],
        );
    }

    /// An invoice of 100 € before tax for car 1.
    pub(super) fn invoice(&mut self, id: i64, customer: i64, kind: &str, issued: &str, mileage: i64) {
        self.add(
            Entity::Invoice,
            id,
            &[
                ("kind", kind.into()),
                ("issued_on", issued.into()),
                ("customer_id", customer.into()),
                ("vehicle_id", 1.into()),
                ("mileage", mileage.into()),
                ("net_amount", 10_000.into()),
                ("vat_amount", 2_000.into()),
                ("gross_amount", 12_000.into()),
            ],
        );
        self.add(
            Entity::InvoiceLine,
            id,
            &[
                ("invoice_id", id.into()),
                ("line", 1.into()),
                ("label", "Forfait".into()),
                ("quantity", 100.into()),
                ("unit_price", 10_000.into()),
                ("net_amount", 10_000.into()),
            ],
        );
    }

    /// An activity of the first customer; its follow-up was done on its day.
    pub(super) fn told(&mut self, id: i64, kind: &str, at: &str, result: &str, follow_up: Option<&str>) {
        self.add(
            Entity::Activity,
            id,
            &[
                ("customer_id", 1.into()),
                ("kind", kind.into()),
                ("direction", "outbound".into()),
                ("happened_at", at.into()),
                ("subject", "Contact".into()),
                ("content", "Un échange.".into()),
                ("result", result.into()),
                ("next_follow_up_on", follow_up.into()),
                ("follow_up_done_on", follow_up.into()),
            ],
        );
    }

    /// Changes a field of a record.
    pub(super) fn set(&mut self, entity: Entity, id: i64, key: &'static str, value: impl Into<Value>) {
        let record = self
            .0
            .iter_mut()
            .find(|record| record.entity == entity && record.id == id);
        let record = record.unwrap();
        record.values.retain(|known| known.0 != key);
        record.values.push((key, value.into()));
    }

    /// Copies fields of a customer onto another.
    pub(super) fn share(&mut self, from: i64, to: i64, keys: &[&'static str]) {
        for key in keys {
            let known = self
                .0
                .iter()
                .find(|record| record.entity == Entity::Customer && record.id == from);
            let value = known
                .unwrap()
                .values
                .iter()
                .find(|known| known.0 == *key)
                .unwrap()
                .1
                .clone();
            self.set(Entity::Customer, to, key, value);
        }
    }

    pub(super) fn base(self) -> Base {
        let mut gathering = Gathering::new(TODAY);
        self.0.into_iter().for_each(|record| gathering.add(record));
        gathering.done()
    }
}
