CREATE INDEX customer_facts_by_name ON customer_facts (name COLLATE fr);
CREATE INDEX customer_facts_by_status ON customer_facts (status COLLATE fr);
CREATE INDEX customer_facts_by_vehicle_count ON customer_facts (vehicle_count);
CREATE INDEX customer_facts_by_invoice_count ON customer_facts (invoice_count);
CREATE INDEX customer_facts_by_turnover ON customer_facts (turnover);
CREATE INDEX customer_facts_by_last_invoice_on ON customer_facts (last_invoice_on);
CREATE INDEX customer_facts_by_last_activity_on ON customer_facts (last_activity_on);
CREATE INDEX customer_facts_by_next_follow_up_on ON customer_facts (next_follow_up_on);
