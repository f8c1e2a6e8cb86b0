-- What targetings group by customer, read off the index in the order of the customers: no invoice, no vehicle is opened.
-- The id stands in them so that rows without an order of their own still come in that of their making.
DROP INDEX invoice_by_customer_id;
CREATE INDEX invoice_by_customer_id ON invoice (customer_id, issued_on, id, kind, gross_amount);
DROP INDEX vehicle_by_customer_id;
CREATE INDEX vehicle_by_customer_id ON vehicle (customer_id, id, energy, make, model, finance_kind, sold_on);
