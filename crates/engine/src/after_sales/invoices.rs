//! The invoices kept by kind, car and year, and their sums.

use super::{number, text};
use crate::records::RecordView;
use crate::values::parse_date;
use serde::{Deserialize, Serialize};

/// Which invoices; all of them when nothing is said.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub(crate) struct InvoicesKept {
    kind: Option<String>,
    /// Reference of a vehicle.
    vehicle: Option<String>,
    year: Option<i16>,
}

/// Which invoices were kept, the latest first, and what they come to, in cents.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InvoiceTotals {
    refs: Vec<String>,
    net: i64,
    vat: i64,
    gross: i64,
}

pub(super) fn kept(invoices: &[RecordView], by: &InvoicesKept) -> InvoiceTotals {
    let is = |record: &RecordView, key: &str, wanted: Option<&String>| {
        wanted.is_none_or(|wanted| text(record, key) == Some(wanted))
    };
    let mut found = InvoiceTotals::default();
    for invoice in invoices.iter().rev() {
        let fits = is(invoice, "kind", by.kind.as_ref())
            && is(invoice, "vehicle_id", by.vehicle.as_ref())
            && by.year.is_none_or(|wanted| year(invoice) == Some(wanted));
        if fits {
            found.refs.push(invoice.reference.clone());
            found.net += number(invoice, "net_amount").unwrap_or(0);
            found.vat += number(invoice, "vat_amount").unwrap_or(0);
            found.gross += number(invoice, "gross_amount").unwrap_or(0);
        }
    }
    found
}

pub(super) fn year(invoice: &RecordView) -> Option<i16> {
    text(invoice, "issued_on")
        .and_then(parse_date)
        .map(jiff::civil::Date::year)
}
