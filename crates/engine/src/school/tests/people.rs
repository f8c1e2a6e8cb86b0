//! People, firms and where they are.

use super::base::{Base, Row};
use super::for_many_bases;
use crate::content::people::{Sex, first_names};
use crate::content::{departments, towns};
use crate::fields::Entity;
use crate::values::{self, parse_date};
use std::collections::{BTreeMap, BTreeSet};

const DOUBLES: [&str; 7] = [
    "exact_duplicate",
    "misspelled",
    "swapped",
    "compound_name",
    "spouse_name",
    "moved",
    "father_son",
];

fn is_planted(base: &Base, row: &Row, kinds: &[&str]) -> bool {
    base.planted(kinds).contains(&Entity::Customer.reference(row.id))
}

#[test]
fn people_firms_and_places_hold_together() {
    for_many_bases(&[
        nobody_can_be_reached,
        postcode_town_and_landline_agree,
        names_fit_sex_and_time_and_belong_to_one_person,
        mobiles_plates_and_chassis_are_distinct_but_for_planted_doubles,
        firms_have_right_keys_known_trades_and_contacts,
        a_household_shares_its_home,
        consents_have_an_origin_and_end_after_they_began,
        buyers_were_of_age,
    ]);
}

fn nobody_can_be_reached(base: &Base) {
    for row in base.rows(Entity::Customer) {
        let mobile = row.text("mobile");
        let wrong = is_planted(base, row, &["bad_phone", "landline_in_mobile"]);
        assert!(
            mobile.is_empty() || mobile.starts_with("06 39 98 ") && mobile.len() == 14 || wrong,
            "{mobile}"
        );
        let landline = row.text("phone");
        let fictional = ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49"];
        assert!(
            landline.is_empty() || fictional.iter().any(|block| landline.starts_with(block)),
            "{landline}"
        );
        let mail = row.text("mail");
        assert!(
            mail.is_empty() || mail.ends_with(".example") || is_planted(base, row, &["bad_mail"]),
            "{mail}"
        );
    }
    for row in base.rows(Entity::Contact).chain(base.rows(Entity::Lead)) {
        let phone = row
            .values
            .iter()
            .find(|known| known.0 == "mobile" || known.0 == "phone")
            .unwrap();
        let phone = phone.1.text().unwrap_or_default();
        assert!(phone.is_empty() || phone.starts_with("06 39 98 "), "{phone}");
        assert!(row.text("mail").is_empty() || row.text("mail").ends_with(".example"));
    }
    for row in base.rows(Entity::Vehicle) {
        assert!(
            ["X", "Y", "Z"]
                .iter()
                .any(|left| row.text("plate").starts_with(left))
                && row.text("vin").get(3..7) == Some("ANFA")
        );
    }
}

fn postcode_town_and_landline_agree(base: &Base) {
    for row in base.rows(Entity::Customer) {
        if is_planted(base, row, &["postcode_town"]) {
            continue;
        }
        let town = towns()
            .iter()
            .find(|town| town.postcode == row.text("postcode") && town.name == row.text("town"));
        let town = town.unwrap_or_else(|| panic!("{} {}", row.text("postcode"), row.text("town")));
        let region = departments()
            .iter()
            .find(|known| known.code == town.department)
            .unwrap()
            .phone_region;
        let landline = row.text("phone");
        // A double keeps the landline of the home before.
        let moved = is_planted(base, row, &["moved"]);
        assert!(
            landline.is_empty() || landline.starts_with(&format!("0{region}")) || moved,
            "{landline} in {}",
            town.name
        );
    }
}

fn names_fit_sex_and_time_and_belong_to_one_person(base: &Base) {
    let mut borne: BTreeMap<(String, String), Vec<i64>> = BTreeMap::new();
    for row in base
        .rows(Entity::Customer)
        .filter(|row| row.text("kind") == "person")
    {
        let (first, last) = (row.text("first_name"), row.text("last_name"));
        borne
            .entry((first.to_owned(), last.to_owned()))
            .or_default()
            .push(row.id);
        if is_planted(
            base,
            row,
            &[
                "swapped",
                "compound_name",
                "civility_mismatch",
                "father_son",
                "birth_1900",
                "minor",
            ],
        ) {
            continue;
        }
        let sex = if row.text("civility") == "mr" {
            Sex::Man
        } else {
            Sex::Woman
        };
        // Births are shifted with the year of use: names are those of the template, a few years off.
        let year: i32 = row.text("birth_date")[..4].parse().unwrap();
        let known = (-10..=10).any(|off| first_names(sex, year + off).contains(&first));
        assert!(known, "{first} {last}, {:?}, {year}", sex);
    }
    let kinds: Vec<&str> = DOUBLES.into_iter().chain(["homonym"]).collect();
    let planted: BTreeSet<String> = base.planted(&kinds).into_iter().collect();
    for (name, ids) in borne.into_iter().filter(|known| known.1.len() > 1) {
        assert!(
            ids.iter()
                .all(|id| planted.contains(&Entity::Customer.reference(*id))),
            "{name:?} {ids:?}, {}",
            base.told()
        );
    }
}

fn mobiles_plates_and_chassis_are_distinct_but_for_planted_doubles(base: &Base) {
    let shared: Vec<&str> = DOUBLES
        .into_iter()
        .chain(["couple", "sold_vehicle_attached"])
        .collect();
    let doubles: BTreeSet<String> = base.planted(&shared).into_iter().collect();
    let mut mobiles = BTreeSet::new();
    for row in base
        .rows(Entity::Customer)
        .filter(|row| row.has("mobile") && !doubles.contains(&Entity::Customer.reference(row.id)))
    {
        assert!(mobiles.insert(row.text("mobile")), "{}", row.text("mobile"));
    }
    let (mut plates, mut vins) = (BTreeSet::new(), BTreeSet::new());
    for row in base.rows(Entity::Vehicle) {
        if !doubles.contains(&Entity::Customer.reference(row.int("customer_id").unwrap())) {
            assert!(
                plates.insert(row.text("plate")) && vins.insert(row.text("vin")),
                "{}",
                row.text("plate")
            );
        }
    }
}

fn firms_have_right_keys_known_trades_and_contacts(base: &Base) {
    let mut sirens = BTreeSet::new();
    for row in base
        .rows(Entity::Customer)
        .filter(|row| row.text("kind") == "company")
    {
        let (siren, siret) = (row.text("siren"), row.text("siret"));
        if is_planted(base, row, &["bad_siret"]) {
            assert!(!values::siren_is_valid(siren) || !values::siret_is_valid(siret));
            continue;
        }
        assert!(
            siren.starts_with("000") && values::siren_is_valid(siren) && sirens.insert(siren),
            "{siren}"
        );
        assert!(
            siret.starts_with(siren) && values::siret_is_valid(siret),
            "{siret}"
        );
        assert_eq!(
            crate::content::naf_label(row.text("naf")).is_none(),
            is_planted(base, row, &["obsolete_naf"])
        );
        assert!((1..=4).contains(&base.of_customer(Entity::Contact, row.id).len()));
        if let Some(parent) = row.int("parent_id") {
            assert_eq!(base.row(Entity::Customer, parent).text("kind"), "company");
            assert!(parent < row.id);
        }
    }
}

fn a_household_shares_its_home(base: &Base) {
    for row in base.rows(Entity::Customer) {
        let Some(head) = row.int("household_id") else {
            continue;
        };
        let head = base.row(Entity::Customer, head);
        assert_eq!(
            (row.text("street"), row.text("postcode")),
            (head.text("street"), head.text("postcode"))
        );
        assert!(head.int("household_id").is_none() && head.id < row.id);
    }
}

fn consents_have_an_origin_and_end_after_they_began(base: &Base) {
    for row in base.rows(Entity::Consent) {
        let customer = base.row(Entity::Customer, row.int("customer_id").unwrap());
        assert!(row.has("origin"));
        let undated = base
            .planted(&["consent_undated"])
            .contains(&Entity::Consent.reference(row.id));
        assert_eq!(row.has("given_on"), !undated);
        if undated {
            continue;
        }
        assert!(
            customer.text("created_on") <= row.text("given_on")
                && row.text("given_on") <= base.today.as_str()
        );
        assert_eq!(row.has("withdrawn_on"), row.text("state") == "withdrawn");
        assert!(
            !row.has("withdrawn_on")
                || row.text("given_on") < row.text("withdrawn_on")
                    && row.text("withdrawn_on") <= base.today.as_str()
        );
    }
}

fn buyers_were_of_age(base: &Base) {
    for row in base
        .rows(Entity::Customer)
        .filter(|row| row.text("kind") == "person")
    {
        if is_planted(base, row, &["minor", "birth_1900"]) {
            continue;
        }
        let birth = parse_date(row.text("birth_date")).unwrap();
        let first = base
            .of_customer(Entity::Invoice, row.id)
            .into_iter()
            .map(|invoice| invoice.text("issued_on").to_owned())
            .min();
        let first = first.and_then(|day| parse_date(&day));
        assert!(
            first.is_none_or(|day| values::age_on(birth, day) >= Some(18)),
            "C{} {}",
            row.id,
            base.told()
        );
        assert!(values::age_on(birth, parse_date(&base.today).unwrap()) >= Some(18));
    }
}
