-- What is kept of each customer and vehicle, and the search index. All of it follows from the entities, is settled at the
-- end of every change, undo and redo for the records that the triggers marked, is never recorded in a changeset, and is
-- made anew whenever its definition changes.

-- What the triggers mark: whose something that counts was written, as often as it was; empty between changes.
CREATE TABLE derive_mark_vehicle (id INTEGER) STRICT;
CREATE TABLE derive_mark_customer (id INTEGER) STRICT;
CREATE TABLE derive_mark_search (id INTEGER) STRICT;
-- Whose records the checks of cleaning have to judge again: a customer, or a row that belongs to none.
CREATE TABLE derive_mark_check (entity TEXT, id INTEGER) STRICT;

-- Each of them once, while they are settled.
CREATE TABLE derive_due_vehicle (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE derive_due_customer (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE derive_due_search (id INTEGER PRIMARY KEY) STRICT;

-- A car's figures that hold whatever the day: `reckoning::CarFigures`.
CREATE TABLE vehicle_facts (
    vehicle_id INTEGER PRIMARY KEY,
    visit_count INTEGER,
    last_visit_on TEXT,
    visit_interval_mean INTEGER,
    visit_interval_median INTEGER,
    km_per_year INTEGER,
    last_reading_km INTEGER,
    last_reading_on TEXT,
    has_odd_reading INTEGER,
    next_visit_by_date_on TEXT,
    next_visit_by_km_on TEXT,
    next_visit_on TEXT,
    last_inspection_on TEXT,
    warranty_end_on TEXT,
    finance_end_on TEXT,
    service_turnover INTEGER,
    -- Of all its owners; the other figures are those of the owner of today.
    last_service_on TEXT
) STRICT;

CREATE TABLE customer_facts (
    id INTEGER PRIMARY KEY,
    name TEXT,
    status TEXT,
    vehicle_count INTEGER,
    invoice_count INTEGER,
    turnover INTEGER,
    first_invoice_on TEXT,
    last_invoice_on TEXT,
    purchase_count INTEGER,
    last_purchase_on TEXT,
    new_vehicle_count INTEGER,
    new_vehicle_turnover INTEGER,
    used_vehicle_count INTEGER,
    used_vehicle_turnover INTEGER,
    service_count INTEGER,
    service_turnover INTEGER,
    parts_count INTEGER,
    parts_turnover INTEGER,
    visit_count INTEGER,
    last_visit_on TEXT,
    visit_interval_mean INTEGER,
    next_visit_on TEXT,
    -- The latest day on which a car that came to the workshop is expected there again: the most faithful car tells.
    expected_on TEXT,
    last_activity_on TEXT,
    next_follow_up_on TEXT,
    open_lead_count INTEGER,
    consent_sms TEXT,
    consent_phone TEXT,
    consent_mail TEXT,
    consent_letter TEXT
) STRICT;

-- All that decides whether a customer may be approached: `reckoning::Reach`, as JSON. Apart, so that what lists sort stays
-- narrow.
CREATE TABLE customer_reach (
    id INTEGER PRIMARY KEY,
    reach TEXT NOT NULL
) STRICT;

-- From which days on they may be, `reckoning::days_of`: read for each row of a list, and narrower still.
CREATE TABLE customer_days (
    id INTEGER PRIMARY KEY,
    days TEXT
) STRICT;

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
