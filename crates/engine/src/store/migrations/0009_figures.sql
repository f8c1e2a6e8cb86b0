-- What the figures of dashboards read most, so that a million invoices are counted without their rows being opened.
CREATE INDEX invoice_for_figures ON invoice (issued_on, kind, site, seller, customer_id, vehicle_id, gross_amount);
CREATE INDEX activity_for_figures ON activity (happened_at, kind, direction, owner, result, customer_id);
