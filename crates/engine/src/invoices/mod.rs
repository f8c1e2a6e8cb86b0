//! Invoices: an invoice and its lines are one thing done.

mod create;

pub(crate) use create::{InvoiceCreate, InvoiceCreated};
pub(crate) use create::{create, write};
