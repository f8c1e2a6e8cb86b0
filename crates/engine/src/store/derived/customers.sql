-- What is kept of the customers that are due. One pass over each of their tables, in the order of the customers.
DELETE FROM customer_facts WHERE id IN (SELECT id FROM derive_due_customer);
INSERT INTO customer_facts
WITH billed AS MATERIALIZED (
    SELECT
        due.id AS id,
        count(*) AS invoice_count,
        coalesce(sum(gross_amount), 0) AS turnover,
        min(issued_on) AS first_invoice_on,
        max(issued_on) AS last_invoice_on,
        count(*) FILTER (WHERE kind IN ('new_vehicle', 'used_vehicle')) AS purchase_count,
        max(issued_on) FILTER (WHERE kind IN ('new_vehicle', 'used_vehicle')) AS last_purchase_on,
        count(*) FILTER (WHERE kind = 'new_vehicle') AS new_vehicle_count,
        sum(gross_amount) FILTER (WHERE kind = 'new_vehicle') AS new_vehicle_turnover,
        count(*) FILTER (WHERE kind = 'used_vehicle') AS used_vehicle_count,
        sum(gross_amount) FILTER (WHERE kind = 'used_vehicle') AS used_vehicle_turnover,
        count(*) FILTER (WHERE kind = 'service') AS service_count,
        sum(gross_amount) FILTER (WHERE kind = 'service') AS service_turnover,
        count(*) FILTER (WHERE kind = 'parts') AS parts_count,
        sum(gross_amount) FILTER (WHERE kind = 'parts') AS parts_turnover,
        count(DISTINCT issued_on) FILTER (WHERE kind = 'service') AS visit_count,
        min(issued_on) FILTER (WHERE kind = 'service') AS first_visit_on,
        max(issued_on) FILTER (WHERE kind = 'service') AS last_visit_on
    FROM derive_due_customer AS due CROSS JOIN invoice ON invoice.customer_id = due.id
    GROUP BY due.id
),
driven AS MATERIALIZED (
    SELECT
        due.id AS id,
        count(*) FILTER (WHERE sold_on IS NULL) AS vehicle_count,
        min(next_visit_on) AS next_visit_on,
        max(next_visit_on) FILTER (WHERE visit_count > 0) AS expected_on
    FROM derive_due_customer AS due
    CROSS JOIN vehicle ON vehicle.customer_id = due.id
    LEFT JOIN vehicle_facts AS car ON car.vehicle_id = vehicle.id
    GROUP BY due.id
),
met AS MATERIALIZED (
    SELECT
        due.id AS id,
        substr(max(happened_at), 1, 10) AS last_activity_on,
        min(next_follow_up_on) FILTER (WHERE follow_up_done_on IS NULL) AS next_follow_up_on
    FROM derive_due_customer AS due CROSS JOIN activity ON activity.customer_id = due.id
    GROUP BY due.id
),
asked AS MATERIALIZED (
    SELECT due.id AS id, count(*) FILTER (WHERE state IN ('new', 'in_progress')) AS open_lead_count
    FROM derive_due_customer AS due CROSS JOIN lead ON lead.customer_id = due.id
    GROUP BY due.id
)
SELECT
    customer.id,
    CASE customer.kind
        WHEN 'company' THEN coalesce(customer.legal_name, customer.trade_name)
        ELSE trim(coalesce(customer.last_name, '') || ' ' || coalesce(customer.first_name, ''))
    END,
    CASE WHEN billed.id IS NULL THEN 'prospect' ELSE 'client' END,
    coalesce(vehicle_count, 0),
    coalesce(invoice_count, 0),
    coalesce(turnover, 0),
    first_invoice_on,
    last_invoice_on,
    coalesce(purchase_count, 0),
    last_purchase_on,
    coalesce(new_vehicle_count, 0),
    coalesce(new_vehicle_turnover, 0),
    coalesce(used_vehicle_count, 0),
    coalesce(used_vehicle_turnover, 0),
    coalesce(service_count, 0),
    coalesce(service_turnover, 0),
    coalesce(parts_count, 0),
    coalesce(parts_turnover, 0),
    coalesce(visit_count, 0),
    last_visit_on,
    -- The sum of the intervals is the time from the first visit to the last; to the nearest day.
    CASE WHEN visit_count > 1 THEN
        (2 * CAST(julianday(last_visit_on) - julianday(first_visit_on) AS INTEGER) + visit_count - 1) / (2 * (visit_count - 1))
    END,
    next_visit_on,
    expected_on,
    last_activity_on,
    next_follow_up_on,
    coalesce(open_lead_count, 0),
    consent_state(reach, 'sms'),
    consent_state(reach, 'phone'),
    consent_state(reach, 'mail'),
    consent_state(reach, 'letter')
FROM derive_due_customer AS due
CROSS JOIN customer ON customer.id = due.id
LEFT JOIN billed ON billed.id = due.id
LEFT JOIN driven ON driven.id = due.id
LEFT JOIN met ON met.id = due.id
LEFT JOIN asked ON asked.id = due.id
LEFT JOIN customer_reach ON customer_reach.id = due.id;
