//! Invoices: an invoice and its lines are one thing done.

mod create;

pub(crate) use create::create;
pub(crate) use create::{InvoiceCreate, InvoiceCreated};
