//! After-sales through the door: figures of the school base, and of a car whose story is written by hand.

use super::{call, done, person, sandbox};
use crate::Engine;
use serde_json::{Value as Json, json};

fn create(engine: &mut Engine, entity: &str, values: &Json) -> String {
    let made = done(
        engine,
        "record.create",
        &json!({ "entity": entity, "values": values }),
    );
    made["ref"].as_str().unwrap().to_owned()
}

fn workshop(engine: &mut Engine, customer: &str) -> Json {
    done(engine, "after_sales.read", &json!({ "ref": customer }))
}

#[test]
fn the_figures_of_a_car_are_those_done_by_hand() {
    let mut engine = sandbox();
    let customer = person(&mut engine, "Maël", "Tanguy", &json!({}));
    let car = create(
        &mut engine,
        "vehicle",
        &json!({ "customer_id": customer, "make": "Peugeot", "model": "308", "energy": "Diesel",
            "first_registered_on": "2022-01-10", "financed_on": "2022-01-10", "finance_months": 48,
            "finance_kind": "lease_option" }),
    );
    // The third reading is a slip of the keyboard.
    for (on, km) in [
        ("2023-01-10", 20_000),
        ("2024-01-20", 41_000),
        ("2024-09-01", 560_000),
        ("2025-02-01", 62_000),
    ] {
        create(
            &mut engine,
            "invoice",
            &json!({ "customer_id": customer, "vehicle_id": car, "kind": "service", "issued_on": on,
                "mileage": km, "net_amount": 30_000 }),
        );
    }
    let found = workshop(&mut engine, &customer);
    let figures = &found["cars"][0];
    let odd: Vec<&Json> = figures["points"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|point| point["odd"] == true)
        .collect();
    assert_eq!((odd.len(), &odd[0]["km"]), (1, &json!(560_000)), "{figures:#}");
    assert_eq!(figures["visits"], 4);
    assert_eq!(figures["lastVisit"], "2025-02-01");
    // 375, 225 and 153 days.
    assert_eq!(
        figures["meanInterval"]["value"],
        json!({ "unit": "days", "value": 251 })
    );
    assert_eq!(
        figures["medianInterval"]["value"],
        json!({ "unit": "days", "value": 225 })
    );
    // From 20 000 km on 2023-01-10 to 62 000 on 2025-02-01: 753 days.
    assert_eq!(
        figures["kmPerYear"]["value"],
        json!({ "unit": "km_per_year", "value": 20_373 })
    );
    assert_eq!(figures["nextByDate"]["value"]["value"], "2026-02-01");
    // 20 000 km at 20 373 a year: 359 days.
    assert_eq!(figures["nextByKm"]["value"]["value"], "2026-01-26");
    assert_eq!(figures["nextVisit"]["value"]["value"], "2026-01-26");
    assert_eq!(figures["inspection"]["value"]["value"], "2028-01-10");
    assert_eq!(figures["warrantyEnd"]["value"]["value"], "2024-01-10");
    assert_eq!(figures["financeEnd"]["value"]["value"], "2026-01-10");
    assert_eq!(found["loyalty"], "late");
    assert_eq!(found["invoices"]["gross"], 4 * 36_000);
    assert_eq!(found["years"], json!([2025, 2024, 2023]));
    let year = done(
        &mut engine,
        "after_sales.read",
        &json!({ "ref": customer, "kept": { "kind": "service", "vehicle": car, "year": 2024 } }),
    );
    assert_eq!(year["invoices"]["refs"].as_array().unwrap().len(), 2);
    assert_eq!(year["invoices"]["net"], 60_000);

    done(
        &mut engine,
        "record.edit",
        &json!({ "ref": car, "values": { "sold_on": "2026-03-01" } }),
    );
    let sold = workshop(&mut engine, &customer);
    assert_eq!(sold["cars"][0]["estimate"]["value"], Json::Null);
    assert_eq!(sold["loyalty"], "no_car");
    assert!(call(&mut engine, "after_sales.read", &json!({ "ref": car })).is_err());
}

#[test]
fn every_figure_of_the_school_base_tells_its_way_and_sums_are_those_of_the_invoices() {
    let mut engine = sandbox();
    let page = done(
        &mut engine,
        "list.page",
        &json!({ "entity": "customer", "columns": [], "quick": "", "filters": [], "sorts": [], "offset": 0, "limit": 60 }),
    );
    let (mut serviced, mut faithful) = (0, std::collections::BTreeSet::new());
    for row in page["rows"].as_array().unwrap() {
        let customer = row["ref"].as_str().unwrap();
        let found = workshop(&mut engine, customer);
        let file = done(&mut engine, "customer.open", &json!({ "ref": customer }));
        let sum: i64 = file["invoices"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|invoice| invoice["values"]["gross_amount"].as_i64())
            .sum();
        assert_eq!(found["invoices"]["gross"], sum, "{customer}");
        faithful.insert(found["loyalty"].to_string());
        for car in found["cars"].as_array().unwrap() {
            serviced += usize::from(car["visits"].as_u64().unwrap() > 0);
            for (key, figure) in car.as_object().unwrap() {
                if let Some(steps) = figure.get("steps").and_then(Json::as_array) {
                    assert!(!steps.is_empty(), "{customer} {key} {figure}");
                }
            }
            let unsold = car["sold"] == false;
            let last = car["points"]
                .as_array()
                .unwrap()
                .iter()
                .rfind(|point| point["odd"] == false);
            if let (true, Some(last), Some(now)) = (unsold, last, car["estimate"]["value"]["value"].as_i64())
            {
                assert!(now >= last["km"].as_i64().unwrap(), "{car:#}");
            }
        }
    }
    assert!(serviced > 10, "{serviced}");
    assert!(faithful.len() >= 3, "{faithful:?}");
}
