-- Follow-ups by their day and by the day they were done; kilometres of invoices and leads of contacts in the indexes that figures
-- read.
CREATE INDEX activity_by_follow_up ON activity (next_follow_up_on, follow_up_done_on, owner) WHERE next_follow_up_on IS NOT NULL;
CREATE INDEX activity_by_follow_up_done ON activity (follow_up_done_on, owner) WHERE follow_up_done_on IS NOT NULL;
DROP INDEX activity_for_figures;
CREATE INDEX activity_for_figures ON activity (happened_at, kind, direction, owner, result, customer_id, lead_id);
DROP INDEX invoice_for_figures;
CREATE INDEX invoice_for_figures ON invoice (issued_on, kind, site, seller, customer_id, vehicle_id, gross_amount, mileage);
