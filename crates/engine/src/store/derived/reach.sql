-- What decides whether the customers that are due may be approached, and from which days on they may.
DELETE FROM customer_reach WHERE id IN (SELECT id FROM derive_due_customer);
INSERT INTO customer_reach
SELECT
    customer.id AS id,
    reach_of(
        customer.kind, customer.phone, customer.mobile, customer.mail, customer.street, customer.town,
        EXISTS (SELECT 1 FROM invoice WHERE invoice.customer_id = customer.id),
        (
            SELECT max(car.finance_end_on)
            FROM vehicle JOIN vehicle_facts AS car ON car.vehicle_id = vehicle.id
            WHERE vehicle.customer_id = customer.id AND vehicle.sold_on IS NULL AND vehicle.finance_kind IS NOT 'cash'
        ),
        (
            SELECT group_concat(substr(activity.happened_at, 1, 10)) FROM activity
            WHERE activity.customer_id = customer.id AND activity.kind = 'call' AND activity.direction = 'outbound'
        ),
        (
            SELECT json_group_array(json_array(channel, state, given_on, withdrawn_on) ORDER BY consent.id)
            FROM consent WHERE consent.customer_id = customer.id
        )
    )
FROM derive_due_customer AS due CROSS JOIN customer ON customer.id = due.id;
DELETE FROM customer_days WHERE id IN (SELECT id FROM derive_due_customer);
INSERT INTO customer_days
SELECT kept.id, reach_days(kept.reach)
FROM derive_due_customer AS due CROSS JOIN customer_reach AS kept ON kept.id = due.id;
