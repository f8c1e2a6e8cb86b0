//! The triggers that mark what is due: for each table, the columns that count, and whose they are.

/// Writing one of `columns` in a row of `table`, or adding or taking away a row, makes `whose` due; `ROW` is the row.
struct Watch {
    table: &'static str,
    columns: &'static str,
    due: Due,
    whose: &'static str,
}

/// What is made anew.
#[derive(Clone, Copy)]
enum Due {
    /// The figures of a car, and what is kept of its customer.
    Vehicle,
    Customer,
    Search,
}

const fn watch(table: &'static str, columns: &'static str, due: Due, whose: &'static str) -> Watch {
    Watch {
        table,
        columns,
        due,
        whose,
    }
}

const WATCHED: [Watch; 13] = [
    watch(
        "customer",
        "kind, first_name, last_name, legal_name, trade_name, phone, mobile, mail, street, town",
        Due::Customer,
        "ROW.id",
    ),
    watch(
        "customer",
        "first_name, last_name, legal_name, trade_name, siren, siret, phone, mobile, mail, postcode, town",
        Due::Search,
        "ROW.id",
    ),
    watch(
        "contact",
        "customer_id, first_name, last_name, mobile, mail",
        Due::Search,
        "ROW.customer_id",
    ),
    watch(
        "vehicle",
        "energy, first_registered_on, financed_on, finance_months, sold_on, customer_id",
        Due::Vehicle,
        "ROW.id",
    ),
    watch(
        "vehicle",
        "customer_id, finance_kind, sold_on",
        Due::Customer,
        "ROW.customer_id",
    ),
    watch(
        "vehicle",
        "customer_id, make, model, plate, vin",
        Due::Search,
        "ROW.customer_id",
    ),
    watch(
        "invoice",
        "customer_id, vehicle_id, kind, issued_on, mileage, gross_amount",
        Due::Vehicle,
        "ROW.vehicle_id",
    ),
    watch(
        "invoice",
        "customer_id, kind, issued_on, gross_amount",
        Due::Customer,
        "ROW.customer_id",
    ),
    watch("invoice", "customer_id, number", Due::Search, "ROW.customer_id"),
    watch(
        "invoice_line",
        "invoice_id, line, label",
        Due::Vehicle,
        "(SELECT vehicle_id FROM invoice WHERE id = ROW.invoice_id)",
    ),
    watch(
        "activity",
        "customer_id, kind, direction, happened_at, next_follow_up_on, follow_up_done_on",
        Due::Customer,
        "ROW.customer_id",
    ),
    watch(
        "consent",
        "customer_id, channel, state, given_on, withdrawn_on",
        Due::Customer,
        "ROW.customer_id",
    ),
    watch("lead", "customer_id, state", Due::Customer, "ROW.customer_id"),
];

/// The tables that the checks of cleaning look at, with the column that says whose a row is.
const CHECKED: [(&str, &str); 9] = [
    ("customer", "id"),
    ("contact", "customer_id"),
    ("consent", "customer_id"),
    ("vehicle", "customer_id"),
    ("invoice", "customer_id"),
    ("activity", "customer_id"),
    ("note", "customer_id"),
    ("lead", "customer_id"),
    ("agenda_entry", "customer_id"),
];

/// All the triggers, as SQL.
pub(super) fn triggers() -> String {
    let derived = WATCHED
        .iter()
        .enumerate()
        .map(|(number, watch)| triggers_of(number, watch));
    derived.chain(CHECKED.iter().map(checked)).collect()
}

/// As plain as can be: a statement is compiled with all the triggers of its table, and undo compiles a few dozen. A mark
/// may stand twice, or be nobody's; settling sorts them out. No `OR IGNORE` here: the actions of foreign keys impose their
/// own way of meeting a conflict on what they trigger.
fn triggers_of(number: usize, watch: &Watch) -> String {
    let Watch { table, columns, .. } = watch;
    let due = match watch.due {
        Due::Vehicle => "derive_mark_vehicle",
        Due::Customer => "derive_mark_customer",
        Due::Search => "derive_mark_search",
    };
    let mark = |row: &str| format!("INSERT INTO {due} VALUES ({});", watch.whose.replace("ROW", row));
    let (new, old) = (mark("NEW"), mark("OLD"));
    format!(
        "CREATE TRIGGER derive_{number}_insert AFTER INSERT ON {table} BEGIN {new} END;
         CREATE TRIGGER derive_{number}_update AFTER UPDATE OF {columns} ON {table} BEGIN {old} {new} END;
         CREATE TRIGGER derive_{number}_delete AFTER DELETE ON {table} BEGIN {old} END;\n"
    )
}

fn checked((table, owner): &(&str, &str)) -> String {
    let mark = |row: &str| {
        format!(
            "INSERT INTO derive_mark_check
             VALUES (iif({row}.{owner} IS NULL, '{table}', 'customer'), coalesce({row}.{owner}, {row}.id));"
        )
    };
    let (new, old) = (mark("NEW"), mark("OLD"));
    format!(
        "CREATE TRIGGER derive_check_{table}_insert AFTER INSERT ON {table} BEGIN {new} END;
         CREATE TRIGGER derive_check_{table}_update AFTER UPDATE ON {table} BEGIN {old} {new} END;
         CREATE TRIGGER derive_check_{table}_delete AFTER DELETE ON {table} BEGIN {old} END;\n"
    )
}
