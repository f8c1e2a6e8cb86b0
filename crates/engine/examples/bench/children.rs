//! A record with no child, one, and thousands.

use crate::measure::{NOW, call, measure, text};
use engine::{Engine, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};

/// A record with more and more that is theirs: half as many invoices and a car for ten of them.
pub(crate) fn children() {
    println!("-- a record with its children: opened 10 ms with 200 activities");
    for count in [0, 1, 20, 200, 2_000] {
        let mut engine = Engine::open_memory(Settings::school(2026, 520), &NOW).unwrap();
        let someone = with_children(&mut engine, count);
        let about = json!({"ref": someone});
        for name in ["customer.open", "after_sales.read", "consents.read"] {
            measure(&format!("{name}, {count} activities"), 20, 10, || {
                drop(call(&mut engine, name, &about))
            });
        }
        let mut turn = 0;
        measure(&format!("record.edit, {count} activities"), 20, 10, || {
            turn += 1;
            let values = json!({"town": format!("Ville {turn}")});
            call(
                &mut engine,
                "record.edit",
                &json!({"ref": someone, "values": values}),
            );
        });
    }
}

/// A customer with so many activities; their reference.
fn with_children(engine: &mut Engine, count: u32) -> String {
    let create = |engine: &mut Engine, entity: &str, values: Json| {
        let input = json!({"entity": entity, "values": values});
        text(&call(engine, "record.create", &input), "ref")
    };
    let someone = create(
        engine,
        "customer",
        json!({"kind": "person", "first_name": "Zoé", "last_name": "Essai", "mobile": "06 39 98 00 01"}),
    );
    let mut cars: Vec<String> = Vec::new();
    for number in 0..count {
        let day = date(2016, 1, 1)
            .saturating_add(jiff::Span::new().days(i64::from(number) * 3_900 / i64::from(count)));
        create(
            engine,
            "activity",
            json!({"customer_id": someone, "kind": "call", "direction": "outbound", "happened_at": format!("{day}T10:00"), "subject": "Appel de suivi", "content": "Rappelé pour la révision."}),
        );
        if number % 20 == 0 {
            cars.push(create(
                engine,
                "vehicle",
                json!({"customer_id": someone, "make": "Renault", "model": "Clio", "energy": "Essence", "first_registered_on": "2016-01-01"}),
            ));
        }
        if number % 2 == 0 {
            let line = json!({"label": "Révision", "quantity": 100, "unit_price": 9_900});
            let car = &cars[number as usize / 2 % cars.len()];
            let values = json!({"customer_id": someone, "vehicle_id": car, "kind": "service", "issued_on": day.to_string(), "mileage": number * 10});
            let input = json!({"values": values, "lines": [line, line]});
            call(engine, "invoice.create", &input);
        }
    }
    someone
}
