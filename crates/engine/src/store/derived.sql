-- Kept sums of each customer and the search index. Both follow from the entities, are kept by the triggers below,
-- fire on undo and redo too, are never recorded in a changeset, and are rebuilt whenever this file changes.

CREATE TABLE customer_facts (
    id INTEGER PRIMARY KEY,
    name TEXT,
    status TEXT,
    vehicle_count INTEGER,
    invoice_count INTEGER,
    turnover INTEGER,
    last_invoice_on TEXT,
    last_activity_on TEXT,
    next_follow_up_on TEXT
) STRICT;

CREATE VIEW customer_facts_now AS
SELECT
    customer.id AS id,
    CASE customer.kind
        WHEN 'company' THEN coalesce(customer.legal_name, customer.trade_name)
        ELSE trim(coalesce(customer.last_name, '') || ' ' || coalesce(customer.first_name, ''))
    END AS name,
    CASE WHEN EXISTS (SELECT 1 FROM invoice WHERE invoice.customer_id = customer.id) THEN 'client' ELSE 'prospect' END AS status,
    (SELECT count(*) FROM vehicle WHERE vehicle.customer_id = customer.id AND vehicle.sold_on IS NULL) AS vehicle_count,
    (SELECT count(*) FROM invoice WHERE invoice.customer_id = customer.id) AS invoice_count,
    (SELECT coalesce(sum(gross_amount), 0) FROM invoice WHERE invoice.customer_id = customer.id) AS turnover,
    (SELECT max(issued_on) FROM invoice WHERE invoice.customer_id = customer.id) AS last_invoice_on,
    (SELECT substr(max(happened_at), 1, 10) FROM activity WHERE activity.customer_id = customer.id) AS last_activity_on,
    (
        SELECT min(next_follow_up_on) FROM activity
        WHERE activity.customer_id = customer.id AND next_follow_up_on IS NOT NULL AND follow_up_done_on IS NULL
    ) AS next_follow_up_on
FROM customer;

-- names: people and firms; places: town and postcode; marks: numbers, plates, addresses that are typed whole.
CREATE VIRTUAL TABLE search USING fts5 (names, places, marks, tokenize = 'ascii', prefix = '1 2 3');

CREATE VIEW search_now AS
SELECT
    customer.id AS id,
    name_words(customer.first_name) || ' ' || name_words(customer.last_name) || ' ' || name_words(customer.legal_name)
    || ' ' || name_words(customer.trade_name)
    || ' ' || coalesce((
        SELECT group_concat(name_words(contact.first_name) || ' ' || name_words(contact.last_name), ' ')
        FROM contact WHERE contact.customer_id = customer.id
    ), '') AS names,
    name_words(customer.town) || ' ' || coalesce(customer.postcode, '') AS places,
    phone_mark(customer.phone) || ' ' || phone_mark(customer.mobile) || ' ' || name_words(customer.mail) || ' ' || mark(customer.mail)
    || ' ' || mark(customer.siren) || ' ' || mark(customer.siret)
    || ' ' || coalesce((
        SELECT group_concat(phone_mark(contact.mobile) || ' ' || name_words(contact.mail) || ' ' || mark(contact.mail), ' ')
        FROM contact WHERE contact.customer_id = customer.id
    ), '')
    || ' ' || coalesce((
        SELECT group_concat(
            mark(vehicle.plate) || ' ' || mark(vehicle.vin) || ' ' || substr(mark(vehicle.vin), -8) || ' '
            || name_words(vehicle.make) || ' ' || name_words(vehicle.model), ' '
        )
        FROM vehicle WHERE vehicle.customer_id = customer.id
    ), '')
    || ' ' || coalesce((
        SELECT group_concat(mark(invoice.number), ' ') FROM invoice WHERE invoice.customer_id = customer.id
    ), '') AS marks
FROM customer;

-- Every word of a name or a town ever met: where a misspelt word finds its neighbours.
CREATE TABLE search_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;
