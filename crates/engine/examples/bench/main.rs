//! The engine's figures, natively: `cargo xtask bench`. Each line: what, 50th and 99th percentile, the bar.
//! `bench 100000 small`: one part alone (`small`, `children`, `agenda`, `campaigns`, `big`, `life`); `bench 1000000 big F.db` on a
//! base made before, or kept there; `bench 1000000 targets F.db`: of it the counts alone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    missing_docs
)]

mod agenda;
mod campaigns;
mod children;
mod life;
mod lists;
mod measure;
mod replies;

use engine::{Engine, Settings};
use measure::{NOW, call, line, measure, once, text};
use serde_json::{Value as Json, json};
use std::time::{Duration, Instant};

/// That of the program that ships.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let large = std::env::args()
        .nth(1)
        .and_then(|size| size.parse().ok())
        .unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("simulateur-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let part = std::env::args().nth(2).unwrap_or_default();
    let is_asked = |name: &str| part.is_empty() || part == name;
    if is_asked("small") {
        small(&folder);
    }
    if is_asked("replies") {
        replies::replies();
    }
    if is_asked("children") {
        children::children();
    }
    if is_asked("agenda") {
        agenda::agenda();
    }
    if is_asked("campaigns") {
        campaigns::campaigns(&folder, large);
    }
    if is_asked("big") {
        big(&folder, large);
    }
    if part == "targets" {
        let kept = std::env::args().nth(3).unwrap();
        let mut engine = Engine::open_file(&kept, Settings::school(2026, large), &NOW).unwrap();
        targeting(&mut engine, 12, target_bar(large));
    }
    if is_asked("life") {
        life::life(&folder, large);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The base of a learner, in a file, each change durable before it is answered.
fn small(folder: &std::path::Path) {
    let path = folder.join("small.db");
    let settings = Settings::default();
    let begun = Instant::now();
    Engine::make_file(path.to_str().unwrap(), settings.clone(), &NOW).unwrap();
    let mut engine = Engine::open_file(path.to_str().unwrap(), settings.clone(), &NOW).unwrap();
    once("base of 520 made, in a file", begun.elapsed(), 300);
    let begun = Instant::now();
    drop(Engine::open_memory(settings, &NOW).unwrap());
    once("base of 520 made, in memory", begun.elapsed(), 150);
    println!("-- any command on the base of 520, durable append included: bar 10 ms");
    let mut number = 0;
    let mut next = || {
        number += 1;
        number
    };
    let mut made: Vec<String> = Vec::new();
    measure("record.create (person)", 200, 10, || {
        let values = json!({"kind": "person", "first_name": "Zoé", "last_name": format!("Essai {}", next()), "town": "Rennes", "mobile": "06 39 98 00 01"});
        made.push(text(
            &call(
                &mut engine,
                "record.create",
                &json!({"entity": "customer", "values": values}),
            ),
            "ref",
        ));
    });
    let mut turn = made.iter().cycle();
    measure("record.edit", 200, 10, || {
        call(
            &mut engine,
            "record.edit",
            &json!({"ref": turn.next().unwrap(), "values": {"town": format!("Ville {}", next())}}),
        );
    });
    measure("invoice.create, 3 lines", 200, 10, || {
        let line = json!({"label": "Révision", "quantity": 100, "unit_price": 9_900});
        let values =
            json!({"customer_id": turn.next().unwrap(), "kind": "service", "issued_on": "2026-11-20"});
        call(
            &mut engine,
            "invoice.create",
            &json!({"values": values, "lines": [line, line, line]}),
        );
    });
    measure("change.undo", 200, 10, || {
        drop(call(&mut engine, "change.undo", &json!({})))
    });
    measure("change.redo", 200, 10, || {
        drop(call(&mut engine, "change.redo", &json!({})))
    });
    let clients: Vec<String> = page(&mut engine, "name", "", 0, 500);
    let mut turn = clients.iter().cycle();
    measure("customer.open", 500, 10, || {
        drop(call(
            &mut engine,
            "customer.open",
            &json!({"ref": turn.next().unwrap()}),
        ))
    });
    measure("record.delete", 100, 10, || {
        drop(call(
            &mut engine,
            "record.delete",
            &json!({"ref": turn.next().unwrap()}),
        ))
    });
    let typed = json!({"last_name": "Lefebvre", "first_name": "Marie", "town": "Rennes"});
    for (name, input) in [
        ("session.state", json!({})),
        ("catalogue.read", json!({})),
        ("home.read", json!({"owner": null, "site": null})),
        (
            "leads.board",
            json!({"site": null, "owner": null, "kind": null, "limit": 30}),
        ),
        ("change.list", json!({"limit": 100})),
        ("customer.lookalikes", json!({"ref": null, "values": typed})),
        ("place.find", json!({"postcode": "35", "town": null})),
        ("search.find", json!({"text": "lefevbre", "limit": 10})),
    ] {
        measure(name, 200, 10, || drop(call(&mut engine, name, &input)));
    }
    let everyone = json!({"customer": null, "limit": 200});
    measure("duplicates.find, the whole base", 10, 200, || {
        drop(call(&mut engine, "duplicates.find", &everyone))
    });
    let pairs = call(&mut engine, "duplicates.find", &everyone)["pairs"].clone();
    let mut pairs = pairs.as_array().unwrap().iter().cycle();
    println!("-- merging two records, then taking it back: bar 5 ms each");
    let mut both = [Vec::new(), Vec::new()];
    for _ in 0..100 {
        let pair = pairs.next().unwrap();
        let (left, right) = (text(&pair["left"], "ref"), text(&pair["right"], "ref"));
        let input = json!({"customers": [left, right], "kept": left, "values": {}});
        let steps: [(&str, &Json); 2] = [("merge.do", &input), ("change.undo", &json!({}))];
        for ((name, input), took) in steps.into_iter().zip(&mut both) {
            let begun = Instant::now();
            call(&mut engine, name, input);
            took.push(begun.elapsed());
        }
    }
    line("merge.do", &mut both[0], 5);
    line("change.undo of a merge", &mut both[1], 5);
    measure("data.reset", 10, 300, || {
        drop(call(&mut engine, "data.reset", &json!({})))
    });
}

/// A hundred thousand customers.
fn big(folder: &std::path::Path, size: u32) {
    let kept = std::env::args().nth(3);
    let path = kept.map_or_else(|| folder.join("big.db"), std::path::PathBuf::from);
    let begun = Instant::now();
    if !path.exists() {
        Engine::make_file(path.to_str().unwrap(), Settings::school(2026, size), &NOW).unwrap();
    }
    let mut engine = Engine::open_file(path.to_str().unwrap(), Settings::school(2026, size), &NOW).unwrap();
    once(
        &format!("base of {size} made, in a file"),
        begun.elapsed(),
        20_000,
    );
    let begun = Instant::now();
    let found = call(
        &mut engine,
        "duplicates.find",
        &json!({"customer": null, "limit": 200}),
    );
    once(
        &format!("duplicates.find, {} pairs", found["total"]),
        begun.elapsed(),
        10_000,
    );
    let mut turn = found["pairs"].as_array().unwrap().iter().cycle();
    measure("duplicates.find, around a record", 20, 1_000, || {
        let about = text(&turn.next().unwrap()["left"], "ref");
        drop(call(
            &mut engine,
            "duplicates.find",
            &json!({"customer": about, "limit": 20}),
        ))
    });
    lists::measured(&mut engine, size);
    println!("-- {size} customers: a target counted");
    targeting(&mut engine, 12, target_bar(size));
    println!("-- {size} customers: search 20 ms, list page 30 ms");
    let someone = page(&mut engine, "town", "", size / 3, 200);
    let mut texts: Vec<String> = Vec::new();
    for reference in &someone {
        let values =
            call(&mut engine, "customer.open", &json!({"ref": reference}))["customer"]["values"].clone();
        let of = |key: &str| values[key].as_str().unwrap_or_default().to_owned();
        let (first, last) = (of("first_name"), of("last_name"));
        // As typed: letter after letter, then with a slip.
        texts.extend((1..=last.len()).filter_map(|end| last.get(..end).map(str::to_owned)));
        texts.push(format!("{first} {last}"));
        texts.push(format!(
            "{} {}",
            last.chars().skip(1).collect::<String>(),
            of("town")
        ));
        texts.push(format!(
            "{first} {}",
            last.chars()
                .rev()
                .skip(1)
                .collect::<Vec<_>>()
                .iter()
                .rev()
                .collect::<String>()
                + "x"
        ));
        texts.extend([of("mobile"), of("mail"), of("postcode")]);
    }
    texts.retain(|text| !text.trim().is_empty());
    let mut turn = texts.iter();
    let mut slowest = (Duration::ZERO, String::new());
    measure("search.find, as typed", texts.len(), 20, || {
        let (typed, begun) = (turn.next().unwrap(), Instant::now());
        call(&mut engine, "search.find", &json!({"text": typed, "limit": 10}));
        slowest = slowest.clone().max((begun.elapsed(), typed.clone()));
    });
    println!("   slowest: « {} » in {:?}", slowest.1, slowest.0);
    let catalogue = call(&mut engine, "catalogue.read", &json!({}));
    for (entity, columns) in LISTS {
        let fields: Vec<String> = catalogue["entities"]
            .as_array()
            .unwrap()
            .iter()
            .find(|known| known["entity"] == entity)
            .map(|known| known["fields"].as_array().unwrap())
            .unwrap()
            .iter()
            .map(|field| text(field, "key"))
            .collect();
        for quick in ["", "ma", "dupont", "rennes"] {
            let (mut worst, mut all) = (Vec::new(), Vec::new());
            for field in &fields {
                for offset in [0, size / 2] {
                    for _ in 0..4 {
                        let begun = Instant::now();
                        sorted(&mut engine, (entity, columns), field, quick, (offset, 100));
                        all.push(begun.elapsed());
                        worst.push((begun.elapsed(), format!("{field} from {offset}")));
                    }
                }
            }
            line(
                &format!("list.page of {entity}, every sort, filter « {quick} »"),
                &mut all,
                30,
            );
            worst.sort();
            worst.dedup_by(|one, other| one.1 == other.1);
            let told: Vec<String> = worst
                .iter()
                .rev()
                .take(6)
                .map(|(took, what)| format!("{what} {took:.0?}"))
                .collect();
            println!("   slowest: {}", told.join(", "));
        }
    }
}

/// The lists measured, with the columns they show.
const LISTS: [(&str, &[&str]); 2] = [
    (
        "customer",
        &[
            "name",
            "status",
            "kind",
            "postcode",
            "town",
            "mobile",
            "mail",
            "site",
            "next_follow_up_on",
        ],
    ),
    (
        "vehicle",
        &[
            "customer_id",
            "make",
            "model",
            "plate",
            "estimated_km",
            "last_visit_on",
            "next_visit_on",
            "inspection_due_on",
        ],
    ),
];

/// Milliseconds for a count.
fn target_bar(size: u32) -> u128 {
    if size > 100_000 { 500 } else { 50 }
}

/// A target of three levels: a site, a car, its invoices; then figures, and the first page of a target.
fn targeting(engine: &mut Engine, times: usize, bar: u128) {
    for (name, text) in [
        (
            "targeting.count, three levels",
            "Concession : contient Rennes ; Véhicules (Énergie : Diesel ; Factures (Type : APV ; Date : depuis 18 mois))",
        ),
        (
            "targeting.count, none since",
            "Nature : Particulier ; Véhicules.Énergie : Diesel ; sans Factures (Type : APV ; Date : depuis 18 mois)",
        ),
        (
            "targeting.count, a sum and a last date",
            "somme(Factures.Montant TTC ; Type : APV) : > 1000 ; dernier(Factures.Date ; Type : APV) : il y a plus de 12 mois",
        ),
        (
            "targeting.count, texts",
            "Ville : Rennes ou Nom : commence par mar ou Mail : contient dupont",
        ),
        (
            "targeting.count, reachable",
            "Statut : Client ; Joignable aujourd’hui par mail : oui",
        ),
    ] {
        let target = call(engine, "targeting.parse", &json!({"text": text}))["target"].clone();
        let mut counted = Json::Null;
        measure(name, times, bar, || {
            counted = call(engine, "targeting.count", &json!({"target": target}))["count"].clone();
        });
        println!("   {counted} kept");
        let page = json!({"entity": "customer", "columns": ["name", "town"], "sorts": [{"field": "name", "descending": false}],
            "quick": "", "filters": [], "target": target, "offset": 0, "limit": 50});
        measure("   its first page, by name", times, bar * 2, || {
            drop(call(engine, "list.page", &page))
        });
    }
}

fn page(engine: &mut Engine, sort: &str, quick: &str, offset: u32, limit: u32) -> Vec<String> {
    sorted(engine, LISTS[0], sort, quick, (offset, limit))
}

fn sorted(
    engine: &mut Engine,
    (entity, columns): (&str, &[&str]),
    sort: &str,
    quick: &str,
    (offset, limit): (u32, u32),
) -> Vec<String> {
    let input = json!({"entity": entity, "columns": columns,
        "sorts": [{"field": sort, "descending": false}], "quick": quick, "filters": [], "offset": offset, "limit": limit});
    call(engine, "list.page", &input)["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| text(row, "ref"))
        .collect()
}
