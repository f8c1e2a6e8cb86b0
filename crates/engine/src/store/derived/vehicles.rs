//! The figures of the cars that are due, by `reckoning`: the same that the record shows.

use crate::content::upkeep::upkeep;
use crate::reckoning::{Bill, BillKind, Car, CarFigures, Told};
use crate::values::parse_date;
use rusqlite::{Connection, Result, Row, params};
use std::collections::HashMap;

/// Cars, their invoices and what the lines say, in the order in which the figures want them.
const DUE: &str = "
SELECT
    vehicle.id, vehicle.energy, vehicle.first_registered_on, vehicle.sold_on, vehicle.financed_on, vehicle.finance_months,
    invoice.id, invoice.kind, invoice.issued_on, invoice.mileage, invoice.gross_amount, line.label,
    invoice.customer_id = vehicle.customer_id
FROM derive_due_vehicle AS due
CROSS JOIN vehicle ON vehicle.id = due.id
LEFT JOIN invoice ON invoice.vehicle_id = vehicle.id
LEFT JOIN invoice_line AS line ON line.invoice_id = invoice.id
ORDER BY due.id, invoice.issued_on, invoice.id, line.line, line.id";

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

/// One car as it is being read.
struct Read {
    id: i64,
    car: Car,
    bills: Vec<Bill>,
    /// The invoice in hand.
    invoice: Option<i64>,
    /// Cents, taxes included.
    service_turnover: i64,
    /// Of any owner.
    last_service_on: Option<String>,
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
            bills: Vec::new(),
            invoice: None,
            service_turnover: 0,
            last_service_on: None,
        })
    }

    fn add(&mut self, row: &Row, labels: &mut Labels) -> Result<()> {
        let Some(invoice) = row.get::<_, Option<i64>>(6)? else {
            return Ok(());
        };
        let text = |place| -> Result<Option<&str>> { Ok(row.get_ref(place)?.as_str_or_null()?) };
        if text(7)? == Some("service") && text(8)? > self.last_service_on.as_deref() {
            self.last_service_on = text(8)?.map(str::to_owned);
        }
        // What it cost the owner before tells nothing of this one.
        if !row.get(12)? {
            return Ok(());
        }
        let Some(on) = text(8)?.and_then(parse_date) else {
            return Ok(());
        };
        if self.invoice != Some(invoice) {
            self.invoice = Some(invoice);
            let kind = BillKind::of(text(7)?);
            if kind == BillKind::Service {
                self.service_turnover += row.get::<_, Option<i64>>(10)?.unwrap_or(0);
            }
            self.bills.push(Bill {
                kind,
                on,
                km: row.get(9)?,
                number: String::new(),
                told: Told::default(),
            });
        }
        if let (Some(bill), Some(label)) = (self.bills.last_mut(), text(11)?) {
            bill.told = bill.told.and(labels.told(label));
        }
        Ok(())
    }

    fn keep(self, conn: &Connection) -> Result<()> {
        let figures = CarFigures::of(&self.car, &self.bills, upkeep());
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
                self.service_turnover,
                self.last_service_on,
            ])?;
        Ok(())
    }
}
