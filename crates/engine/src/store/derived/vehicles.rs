//! The figures of the cars that are due, by `reckoning`: the same that the record shows.

use crate::content::upkeep::upkeep;
use crate::reckoning::{Bill, BillKind, Car, CarFigures, Told};
use crate::values::parse_date;
use compact_str::CompactString;
use rusqlite::{Connection, Result, Row, params};
use std::collections::HashMap;

/// Cars, each with its invoices and their lines; in a car nothing is in order yet.
const DUE: &str = "
SELECT
    vehicle.id, vehicle.energy, vehicle.first_registered_on, vehicle.sold_on, vehicle.financed_on, vehicle.finance_months,
    invoice.id, invoice.kind, invoice.issued_on, invoice.mileage, invoice.gross_amount, line.label,
    invoice.customer_id = vehicle.customer_id, line.line, line.id
FROM derive_due_vehicle AS due
CROSS JOIN vehicle ON vehicle.id = due.id
LEFT JOIN invoice ON invoice.vehicle_id = vehicle.id
LEFT JOIN invoice_line AS line ON line.invoice_id = invoice.id
ORDER BY due.id";

/// Makes anew the figures of the cars that are due.
pub(super) fn settle(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM vehicle_facts WHERE vehicle_id IN (SELECT id FROM derive_due_vehicle)")?
        .execute([])?;
    let mut statement = conn.prepare_cached(DUE)?;
    let mut rows = statement.query([])?;
    let mut labels = Labels::default();
    let mut read: Option<Read> = None;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if read.as_ref().is_none_or(|read| read.id != id) {
            if let Some(read) = read.take() {
                read.keep(conn)?;
            }
            read = Some(Read::begin(id, row)?);
        }
        if let Some(read) = &mut read {
            read.add(row, &mut labels)?;
        }
    }
    if let Some(read) = read {
        read.keep(conn)?;
    }
    Ok(())
}

/// Makes the customers due whose cars are.
pub(super) fn mark_customers(conn: &Connection) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO derive_due_customer SELECT DISTINCT customer_id FROM vehicle
         WHERE id IN (SELECT id FROM derive_due_vehicle) AND customer_id NOT IN (SELECT id FROM derive_due_customer)",
    )?
    .execute([])?;
    Ok(())
}

/// What each label tells: the same few come back on most invoices.
#[derive(Default)]
struct Labels(HashMap<String, Told>);

impl Labels {
    fn told(&mut self, label: &str) -> Told {
        if let Some(told) = self.0.get(label) {
            return *told;
        }
        let told = Told::by(label, upkeep());
        self.0.insert(label.to_owned(), told);
        told
    }
}

/// A line of an invoice, or an invoice without one. They are put in order here, a car at a time: SQLite would open a sorter
/// for each car.
struct Found {
    issued_on: Option<CompactString>,
    invoice: i64,
    line: Option<i64>,
    line_id: Option<i64>,
    kind: BillKind,
    km: Option<i64>,
    /// Cents, taxes included.
    gross: i64,
    told: Told,
    /// Theirs who own the car today.
    is_theirs: bool,
}

impl Found {
    fn order(&self) -> (Option<&str>, i64, Option<i64>, Option<i64>) {
        (self.issued_on.as_deref(), self.invoice, self.line, self.line_id)
    }
}

/// One car as it is being read.
struct Read {
    id: i64,
    car: Car,
    found: Vec<Found>,
}

impl Read {
    fn begin(id: i64, row: &Row) -> Result<Self> {
        let date = |place| -> Result<_> { Ok(row.get_ref(place)?.as_str_or_null()?.and_then(parse_date)) };
        Ok(Self {
            id,
            car: Car {
                energy: row.get(1)?,
                registered: date(2)?,
                sold: date(3)?.is_some(),
                financed_on: date(4)?,
                finance_months: row.get(5)?,
            },
            found: Vec::new(),
        })
    }

    fn add(&mut self, row: &Row, labels: &mut Labels) -> Result<()> {
        let Some(invoice) = row.get(6)? else {
            return Ok(());
        };
        let text = |place| -> Result<Option<&str>> { Ok(row.get_ref(place)?.as_str_or_null()?) };
        self.found.push(Found {
            issued_on: text(8)?.map(Into::into),
            invoice,
            line: row.get(13)?,
            line_id: row.get(14)?,
            kind: BillKind::of(text(7)?),
            km: row.get(9)?,
            gross: row.get::<_, Option<i64>>(10)?.unwrap_or(0),
            told: text(11)?.map(|label| labels.told(label)).unwrap_or_default(),
            is_theirs: row.get(12)?,
        });
        Ok(())
    }

    fn keep(mut self, conn: &Connection) -> Result<()> {
        self.found
            .sort_unstable_by(|left, right| left.order().cmp(&right.order()));
        let services = || self.found.iter().filter(|found| found.kind == BillKind::Service);
        let last_service_on = services()
            .filter_map(|found| found.issued_on.as_deref())
            .next_back();
        let (bills, service_turnover) = bills(&self.found);
        let figures = CarFigures::of(&self.car, &bills, upkeep());
        let (km, on) = figures.last_reading().unzip();
        conn.prepare_cached("INSERT INTO vehicle_facts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")?
            .execute(params![
                self.id,
                i64::try_from(figures.visits.len()).unwrap_or(i64::MAX),
                figures.visits.last().map(ToString::to_string),
                figures.mean_interval.number(),
                figures.median_interval.number(),
                figures.km_per_year.number(),
                km,
                on.map(|on| on.to_string()),
                figures.has_odd_reading(),
                figures.next_by_date.day(),
                figures.next_by_km.day(),
                figures.next_visit.day(),
                figures.inspected.map(|day| day.to_string()),
                figures.warranty_end.day(),
                figures.finance_end.day(),
                service_turnover,
                last_service_on,
            ])?;
        Ok(())
    }
}

/// The invoices of who owns the car today, and what its services cost them: what it cost the owner before tells nothing of this
/// one.
fn bills(found: &[Found]) -> (Vec<Bill>, i64) {
    let (mut bills, mut service_turnover) = (Vec::<Bill>::new(), 0);
    let mut in_hand = None;
    for line in found.iter().filter(|line| line.is_theirs) {
        let Some(on) = line.issued_on.as_deref().and_then(parse_date) else {
            continue;
        };
        if in_hand != Some(line.invoice) {
            in_hand = Some(line.invoice);
            if line.kind == BillKind::Service {
                service_turnover += line.gross;
            }
            bills.push(Bill {
                kind: line.kind,
                on,
                km: line.km,
                number: String::new(),
                told: Told::default(),
            });
        }
        if let Some(bill) = bills.last_mut() {
            bill.told = bill.told.and(line.told);
        }
    }
    (bills, service_turnover)
}
