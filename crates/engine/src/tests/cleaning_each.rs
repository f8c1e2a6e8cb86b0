//! Cleaning: each fault of a customer, alone in a sound record, is told with its correction.

use super::cleaning::{checks, list};
use super::{done, person};
use crate::Engine;
use serde_json::{Value as Json, json};

/// A sandbox whose own faults are all put right by nobody: only those of a record are looked at.
pub(super) struct Bench {
    pub(super) engine: Engine,
    pub(super) person: i64,
    pub(super) firm: i64,
}

impl Bench {
    pub(super) fn new() -> Self {
        let mut engine = super::sandbox();
        let values = json!({"birth_date": "1984-03-12", "civility": "mrs", "mobile": "06 39 98 00 01", "mail": "m.kerbrat@messagerie.example",
            "street_number": "3", "street": "rue des Tilleuls", "postcode": "35000", "town": "Rennes"});
        let person = id(&person(&mut engine, "Maëlys", "Kerbrat", &values));
        let values = json!({"kind": "company", "legal_name": "Kerbrat SARL", "siren": "000156141", "siret": "00015614100012",
            "naf": "45.20A", "phone": "02 61 91 00 01", "mail": "contact@kerbrat.example"});
        let made = done(
            &mut engine,
            "record.create",
            &json!({"entity": "customer", "values": values}),
        );
        Self {
            firm: id(made["ref"].as_str().unwrap()),
            engine,
            person,
        }
    }

    pub(super) fn add(&mut self, entity: &str, values: &Json) -> i64 {
        let made = done(
            &mut self.engine,
            "record.create",
            &json!({"entity": entity, "values": values}),
        );
        id(made["ref"].as_str().unwrap())
    }

    /// Writes what no screen would let in, as an import of old may have.
    pub(super) fn spoil(&self, table: &str, id: i64, column: &str, value: Option<&str>) {
        let sql = format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1");
        self.engine.store.conn().execute(&sql, (id, value)).unwrap();
    }

    /// What is told of a record: check, reason, correction.
    pub(super) fn told(&mut self, reference: &str) -> Vec<(String, String, Json)> {
        let mut told = Vec::new();
        for check in checks(&mut self.engine) {
            for finding in list(&mut self.engine, &check, false) {
                if finding["record"]["ref"] == reference {
                    let why = finding["why"].as_str().unwrap().to_owned();
                    told.push((check.clone(), why, finding["correction"].clone()));
                }
            }
        }
        told
    }

    #[track_caller]
    pub(super) fn tells(&mut self, entity: &str, id: i64, check: &str, why: &str, correction: &Json) {
        let reference = format!("{entity}{id:05}");
        let expected = (check.to_owned(), why.to_owned(), correction.clone());
        assert_eq!(self.told(&reference), [expected], "{reference}");
    }
}

pub(super) fn id(reference: &str) -> i64 {
    reference.trim_start_matches(char::is_alphabetic).parse().unwrap()
}

#[test]
fn each_fault_of_a_customer_is_told_with_its_correction_and_nothing_else_is() {
    let cases: &[(&str, Option<&str>, &str, &str, Json)] = &[
        (
            "mobile",
            Some("06.39.98.00.01"),
            "phone_writing",
            "phone_format",
            json!({"mobile": "06 39 98 00 01"}),
        ),
        (
            "mobile",
            Some("639980001"),
            "phone_writing",
            "phone_zero_lost",
            json!({"mobile": "06 39 98 00 01"}),
        ),
        (
            "mobile",
            Some("O6 39 98 00 01"),
            "phone_writing",
            "phone_letters",
            json!({"mobile": "06 39 98 00 01"}),
        ),
        (
            "mobile",
            Some("06 39 98 00 1"),
            "phone_writing",
            "phone_short",
            Json::Null,
        ),
        (
            "mobile",
            Some("06 39 98 00 01 7"),
            "phone_writing",
            "phone_long",
            Json::Null,
        ),
        (
            "mobile",
            Some("02 61 91 00 01"),
            "phone_place",
            "landline_in_mobile",
            json!({"mobile": null, "phone": "02 61 91 00 01"}),
        ),
        (
            "phone",
            Some("06 39 98 00 02"),
            "phone_place",
            "mobile_in_landline",
            Json::Null,
        ),
        (
            "phone",
            Some("06 39 98 00 01"),
            "phone_place",
            "mobile_in_landline",
            json!({"phone": null}),
        ),
        (
            "mail",
            Some("m.kerbrat@messagerie,example"),
            "mail_writing",
            "mail_comma",
            json!({"mail": "m.kerbrat@messagerie.example"}),
        ),
        (
            "mail",
            Some("m.kerbrat @messagerie.example"),
            "mail_writing",
            "mail_blank",
            json!({"mail": "m.kerbrat@messagerie.example"}),
        ),
        (
            "mail",
            Some("m.kerbrat@mesagerie.example"),
            "mail_writing",
            "mail_host",
            json!({"mail": "m.kerbrat@messagerie.example"}),
        ),
        (
            "mail",
            Some("m.kerbratmessagerie.example"),
            "mail_writing",
            "mail_no_at",
            json!({"mail": "m.kerbrat@messagerie.example"}),
        ),
        (
            "mail",
            Some("m.kerbrat@"),
            "mail_writing",
            "mail_other",
            Json::Null,
        ),
        ("mail", None, "mail_missing", "mail_missing", Json::Null),
        (
            "postcode",
            Some("53000"),
            "postcode_town",
            "postcode_town",
            json!({"postcode": "35000"}),
        ),
        (
            "postcode",
            Some("69003"),
            "postcode_town",
            "postcode_town",
            Json::Null,
        ),
        (
            "postcode",
            Some("35 000"),
            "postcode_writing",
            "postcode_format",
            json!({"postcode": "35000"}),
        ),
        (
            "postcode",
            Some("3500"),
            "postcode_writing",
            "postcode_other",
            Json::Null,
        ),
        (
            "postcode",
            None,
            "address_incomplete",
            "postcode_missing",
            Json::Null,
        ),
        (
            "town",
            None,
            "address_incomplete",
            "town_missing",
            json!({"town": "Rennes"}),
        ),
        (
            "street",
            Some("rue des Tilleuls, résidence du Clos de la Manufacture"),
            "address_long",
            "address_long",
            json!({"street": "rue des Tilleuls", "address_extra": "Résidence du Clos de la Manufacture"}),
        ),
        (
            "last_name",
            Some("KERBRAT"),
            "name_writing",
            "name_capitals",
            json!({"last_name": "Kerbrat"}),
        ),
        (
            "last_name",
            Some("kerbrat"),
            "name_writing",
            "name_small",
            json!({"last_name": "Kerbrat"}),
        ),
        (
            "last_name",
            Some("Kerbrat2"),
            "name_writing",
            "name_signs",
            Json::Null,
        ),
        ("last_name", Some(""), "name_missing", "name_missing", Json::Null),
        (
            "first_name",
            Some("Nicolas"),
            "civility_first_name",
            "civility_first_name",
            json!({"civility": "mr"}),
        ),
        (
            "birth_date",
            Some("1900-01-01"),
            "birth_doubtful",
            "birth_default",
            json!({"birth_date": null}),
        ),
        (
            "birth_date",
            Some("2012-01-01"),
            "birth_doubtful",
            "minor",
            Json::Null,
        ),
        (
            "birth_date",
            Some("2031-01-01"),
            "date_ahead",
            "date_ahead",
            Json::Null,
        ),
    ];
    let mut bench = Bench::new();
    let person = format!("C{:05}", bench.person);
    assert_eq!(bench.told(&person), []);
    for (column, value, check, why, correction) in cases {
        let id = bench.person;
        let before: Option<String> = bench
            .engine
            .store
            .conn()
            .query_row(
                &format!("SELECT {column} FROM customer WHERE id = ?1"),
                [id],
                |row| row.get(0),
            )
            .unwrap();
        bench.spoil("customer", id, column, *value);
        bench.tells("C", id, check, why, correction);
        bench.spoil("customer", id, column, before.as_deref());
        assert_eq!(bench.told(&person), [], "{column}");
    }
    for (column, _, _, _, _) in cases.iter().filter(|case| case.2 == "phone_writing").take(1) {
        bench.spoil("customer", bench.person, column, Some("06.39.98.00.01"));
        bench.spoil("customer", bench.person, "record_state", Some("archived"));
        assert_eq!(bench.told(&person), [], "nobody works on what is archived");
    }
}

#[test]
fn each_fault_of_a_firm_is_told_with_its_correction() {
    let mut bench = Bench::new();
    let firm = bench.firm;
    assert_eq!(bench.told(&format!("C{firm:05}")), []);
    let right = [
        ("siren", "000156141"),
        ("siret", "00015614100012"),
        ("naf", "45.20A"),
        ("phone", "02 61 91 00 01"),
        ("mail", "contact@kerbrat.example"),
    ];
    let cases: &[(&str, Option<&str>, &str, &str, Json)] = &[
        (
            "siren",
            Some("000156142"),
            "firm_number",
            "siren_key",
            json!({"siren": "000156141"}),
        ),
        (
            "siren",
            Some("000 156 141"),
            "firm_number",
            "firm_format",
            json!({"siren": "000156141"}),
        ),
        (
            "siren",
            None,
            "firm_number",
            "siren_missing",
            json!({"siren": "000156141"}),
        ),
        (
            "siret",
            Some("00015614100013"),
            "firm_number",
            "siret_key",
            Json::Null,
        ),
        (
            "siret",
            Some("000 156 141 00012"),
            "firm_number",
            "firm_format",
            json!({"siret": "00015614100012"}),
        ),
        (
            "naf",
            Some("4520a"),
            "firm_activity",
            "naf_format",
            json!({"naf": "45.20A"}),
        ),
        (
            "naf",
            Some("45.3E"),
            "firm_activity",
            "naf_obsolete",
            json!({"naf": "43.22A"}),
        ),
        ("naf", Some("commerce"), "firm_activity", "naf_other", Json::Null),
    ];
    for (column, value, check, why, correction) in cases {
        bench.spoil("customer", firm, column, *value);
        bench.tells("C", firm, check, why, correction);
        for (key, value) in right {
            bench.spoil("customer", firm, key, Some(value));
        }
    }
    // A code that we do not know, but well formed, is not called wrong.
    bench.spoil("customer", firm, "naf", Some("01.11Z"));
    assert_eq!(bench.told(&format!("C{firm:05}")), []);
    bench.spoil("customer", firm, "phone", None);
    bench.spoil("customer", firm, "mail", None);
    let told = bench.told(&format!("C{firm:05}"));
    assert_eq!(told[0].0, "unreachable", "{told:?}");
    bench.add(
        "contact",
        &json!({"customer_id": format!("C{firm:05}"), "last_name": "Kerbrat", "mobile": "06 39 98 00 07"}),
    );
    assert_eq!(
        bench.told(&format!("C{firm:05}")).len(),
        1,
        "a contact reaches the firm: only the mail is missing"
    );
}
