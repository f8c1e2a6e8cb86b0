//! A week that passes after a mail to everybody: what comes back is drawn, worded, written down, and taken off again.

use crate::measure::{NOW, call, measure};
use engine::{Engine, Settings};
use serde_json::json;

/// The bar in milliseconds is for the base of 520.
pub(crate) fn replies() {
    println!("-- customers answer, base of 520");
    let mut engine = Engine::open_memory(Settings::school(2026, 520), &NOW).unwrap();
    for customer in 1..=500 {
        let mail = json!({"customer_id": format!("C{customer:05}"), "kind": "mail", "direction": "outbound",
            "happened_at": "2026-11-23T14:30", "subject": "Votre révision approche",
            "content": "Bonjour, prenez rendez-vous. STOP pour ne plus recevoir."});
        call(&mut engine, "activity.log", &json!({"values": mail}));
    }
    let mut told = json!({});
    measure("time.advance, a week after 500 mails", 10, 60, || {
        told = call(&mut engine, "time.advance", &json!({"days": 7}))["digest"].clone();
        call(&mut engine, "change.undo", &json!({}));
    });
    println!("   {told}");
}
