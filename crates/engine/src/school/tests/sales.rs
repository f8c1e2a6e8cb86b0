//! Cars and invoices.

use super::base::{Base, Row};
use super::for_many_bases;
use crate::fields::Entity;
use crate::values::vat_of_net;
use std::collections::BTreeMap;

fn lines_of(base: &Base) -> BTreeMap<i64, Vec<&Row>> {
    let mut lines: BTreeMap<i64, Vec<&Row>> = BTreeMap::new();
    for line in base.rows(Entity::InvoiceLine) {
        lines
            .entry(line.int("invoice_id").unwrap())
            .or_default()
            .push(line);
    }
    lines
}

#[test]
fn cars_and_invoices_hold_together() {
    for_many_bases(&[
        totals_are_the_sum_of_the_lines_and_vat_is_right,
        a_new_car_is_registered_when_delivered_and_a_used_one_before,
        a_car_is_serviced_after_it_is_bought_and_its_mileage_grows,
        makes_models_energies_and_chassis_go_together,
    ]);
}

fn totals_are_the_sum_of_the_lines_and_vat_is_right(base: &Base) {
    let lines = lines_of(base);
    for invoice in base.rows(Entity::Invoice) {
        let lines = &lines[&invoice.id];
        let net: i64 = lines.iter().map(|line| line.int("net_amount").unwrap()).sum();
        // VAT on the margin is said, and not shown.
        let margin = &crate::content::trade::sale_lines().margin;
        let on_margin = lines
            .iter()
            .any(|line| line.text("label").ends_with(margin.as_str()));
        assert!(!on_margin || invoice.text("kind") == "used_vehicle");
        let vat = if on_margin { 0 } else { vat_of_net(net) };
        assert_eq!(invoice.int("net_amount"), Some(net));
        assert_eq!(invoice.int("vat_amount"), Some(vat));
        assert_eq!(invoice.int("gross_amount"), Some(net + vat));
        assert!(net > 0, "{}", invoice.text("number"));
        for line in lines {
            let (quantity, price) = (line.int("quantity").unwrap(), line.int("unit_price").unwrap());
            assert_eq!(
                line.int("net_amount").unwrap(),
                (quantity * price + 50).div_euclid(100)
            );
            assert!(!line.text("label").contains('{'), "{}", line.text("label"));
        }
    }
}

fn a_new_car_is_registered_when_delivered_and_a_used_one_before(base: &Base) {
    for invoice in base
        .rows(Entity::Invoice)
        .filter(|row| row.text("kind").ends_with("_vehicle"))
    {
        let car = base.row(Entity::Vehicle, invoice.int("vehicle_id").unwrap());
        assert_eq!(car.int("customer_id"), invoice.int("customer_id"));
        let (registered, issued) = (car.text("first_registered_on"), invoice.text("issued_on"));
        match invoice.text("kind") {
            "new_vehicle" => assert_eq!(registered, issued),
            _ => assert!(registered < issued, "{registered} {issued} {}", base.told()),
        }
        assert_eq!(car.text("financed_on"), issued);
        assert!(car.has("finance_kind"));
        let cash = car.text("finance_kind") == "cash";
        assert_eq!(car.has("financed_amount"), !cash);
        assert_eq!(car.has("finance_months"), !cash);
        assert!(
            car.int("financed_amount")
                .is_none_or(|amount| amount < invoice.int("gross_amount").unwrap())
        );
    }
}

fn a_car_is_serviced_after_it_is_bought_and_its_mileage_grows(base: &Base) {
    let mut by_car: BTreeMap<i64, Vec<&Row>> = BTreeMap::new();
    for invoice in base.rows(Entity::Invoice).filter(|row| row.has("mileage")) {
        by_car
            .entry(invoice.int("vehicle_id").unwrap())
            .or_default()
            .push(invoice);
    }
    for (car, mut invoices) in by_car {
        invoices.sort_by_key(|invoice| invoice.text("issued_on").to_owned());
        let car = base.row(Entity::Vehicle, car);
        let reference = Entity::Invoice.reference(invoices.last().unwrap().id);
        let falls = base.planted(&["mileage_falls", "future_invoice"]);
        let early = base.planted(&["invoice_before_registration"]);
        if early.contains(&Entity::Vehicle.reference(car.id))
            || falls.contains(&reference)
            || invoices
                .iter()
                .any(|row| falls.contains(&Entity::Invoice.reference(row.id)))
        {
            continue;
        }
        assert!(car.text("first_registered_on") <= invoices[0].text("issued_on"));
        for pair in invoices.windows(2) {
            assert!(
                pair[0].int("mileage") <= pair[1].int("mileage"),
                "V{} {}",
                car.id,
                base.told()
            );
            assert!(
                !pair[1].text("kind").ends_with("_vehicle"),
                "V{} bought after a visit, {}",
                car.id,
                base.told()
            );
        }
        let last = invoices.last().unwrap();
        assert!(
            last.int("mileage") <= car.int("mileage"),
            "V{} {}",
            car.id,
            base.told()
        );
        assert!(
            !car.has("sold_on") || last.text("issued_on") <= car.text("sold_on"),
            "V{} {}",
            car.id,
            base.told()
        );
    }
}

fn makes_models_energies_and_chassis_go_together(base: &Base) {
    for car in base.rows(Entity::Vehicle) {
        let make = crate::content::trade::makes()
            .iter()
            .find(|make| make.name == car.text("make"))
            .unwrap();
        assert!(car.text("vin").starts_with(make.wmi));
        let sold = crate::content::trade::models().iter().any(|model| {
            model.make == make.name
                && model.name == car.text("model")
                && model.trims.contains(&car.text("trim"))
                && model.energies.iter().any(|known| known.0 == car.text("energy"))
        });
        assert!(
            sold,
            "{} {} {} {}",
            make.name,
            car.text("model"),
            car.text("trim"),
            car.text("energy")
        );
        assert!(
            car.int("mileage").unwrap() < 600_000,
            "V{} {:?}",
            car.id,
            car.int("mileage")
        );
    }
}

#[test]
fn every_case_of_the_specification_is_there_in_number() {
    for (seed, day) in [
        (2026, "2026-11-23"),
        (2026, "2026-01-02"),
        (7, "2027-06-15"),
        (99, "2028-12-31"),
    ] {
        let base = Base::made(seed, day.parse().unwrap(), 520);
        let mut kinds: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
        for invoice in base.rows(Entity::Invoice) {
            kinds
                .entry(invoice.int("customer_id").unwrap())
                .or_default()
                .push(invoice.text("kind"));
        }
        let (mut buy, mut both, mut service, mut none) = (0, 0, 0, 0);
        for customer in base.rows(Entity::Customer) {
            let kinds = kinds.get(&customer.id).map_or(&[][..], Vec::as_slice);
            let bought = kinds.iter().any(|kind| kind.ends_with("_vehicle"));
            match (bought, kinds.contains(&"service"), kinds.is_empty()) {
                (_, _, true) => none += 1,
                (true, true, _) => both += 1,
                (true, false, _) => buy += 1,
                (false, _, _) => service += 1,
            }
        }
        let shares = [
            (buy, 85..=140),
            (both, 165..=225),
            (service, 90..=140),
            (none, 90..=125),
        ];
        assert!(
            shares.iter().all(|(count, range)| range.contains(count)),
            "{buy} {both} {service} {none}, {}",
            base.told()
        );
        let companies = base
            .rows(Entity::Customer)
            .filter(|row| row.text("kind") == "company")
            .count();
        assert!((80..=115).contains(&companies));
        for (key, entity, words) in [
            (
                "energy",
                Entity::Vehicle,
                &[
                    "Essence",
                    "Diesel",
                    "Hybride",
                    "Hybride rechargeable",
                    "Électrique",
                    "GPL",
                    "E85",
                ][..],
            ),
            (
                "finance_kind",
                Entity::Vehicle,
                &["cash", "credit", "lease_option", "lease", "finance_lease"],
            ),
            (
                "kind",
                Entity::Invoice,
                &["new_vehicle", "used_vehicle", "service", "parts"],
            ),
            (
                "kind",
                Entity::Activity,
                &[
                    "mail",
                    "letter",
                    "call",
                    "sms",
                    "visit",
                    "test_drive",
                    "offer",
                    "campaign",
                ],
            ),
            ("state", Entity::Consent, &["granted", "refused", "withdrawn"]),
        ] {
            for word in words {
                assert!(
                    base.rows(entity).any(|row| row.text(key) == *word),
                    "no {word}, {}",
                    base.told()
                );
            }
        }
        for month in 1..=12 {
            let month = format!("-{month:02}-");
            let count = base
                .rows(Entity::Invoice)
                .filter(|row| row.text("issued_on").contains(&month))
                .count();
            assert!(count > 40, "{month} {count}");
        }
        let told: std::collections::BTreeSet<i64> = base
            .rows(Entity::Activity)
            .filter_map(|row| row.int("customer_id"))
            .collect();
        assert!((350..=470).contains(&told.len()), "{}", told.len());
    }
}
