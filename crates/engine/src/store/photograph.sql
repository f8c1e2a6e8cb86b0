CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
    lead_id INTEGER REFERENCES lead (id) ON DELETE SET NULL,
    kind TEXT,
    direction TEXT,
    happened_at TEXT,
    subject TEXT,
    content TEXT,
    result TEXT,
    owner TEXT,
    next_follow_up_on TEXT,
    campaign_id INTEGER REFERENCES campaign (id) ON DELETE SET NULL,
    follow_up_done_on TEXT
) STRICT;
CREATE TABLE agenda_entry (
    id INTEGER PRIMARY KEY,
    title TEXT,
    kind TEXT,
    starts_at TEXT,
    ends_at TEXT,
    all_day INTEGER,
    recurrence TEXT,
    exceptions TEXT,
    customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
    vehicle_id INTEGER REFERENCES vehicle (id) ON DELETE SET NULL,
    lead_id INTEGER REFERENCES lead (id) ON DELETE SET NULL,
    owner TEXT,
    place TEXT,
    state TEXT
) STRICT;
CREATE TABLE anomaly (
    id INTEGER PRIMARY KEY,
    code TEXT,
    kind TEXT,
    records TEXT,
    finding TEXT,
    expected_action TEXT,
    difficulty TEXT,
    trap INTEGER
) STRICT;
CREATE TABLE base_part (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    name TEXT,
    channel TEXT,
    targeting_id INTEGER REFERENCES targeting (id) ON DELETE SET NULL,
    subject TEXT,
    message TEXT,
    state TEXT,
    sent_at TEXT
, offer TEXT, subject_b TEXT, message_b TEXT, follow_up_on TEXT, forced TEXT, plan TEXT) STRICT;
CREATE TABLE campaign_expected (
    id INTEGER PRIMARY KEY,
    regime TEXT NOT NULL,
    delivered INTEGER NOT NULL,
    bounced INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    clicked INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    appointments INTEGER NOT NULL,
    unsubscribed INTEGER NOT NULL,
    complained INTEGER NOT NULL
) STRICT;
CREATE TABLE change_item (
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES change_log (seq) ON DELETE CASCADE,
    customer_id INTEGER,
    PRIMARY KEY (entity, record_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE cleaning_ignored (
    id INTEGER PRIMARY KEY,
    check_key TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    value TEXT NOT NULL,
    ignored_on TEXT NOT NULL
) STRICT;
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    channel TEXT,
    state TEXT,
    given_on TEXT,
    origin TEXT,
    withdrawn_on TEXT
) STRICT;
CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    civility TEXT,
    first_name TEXT,
    last_name TEXT,
    role TEXT,
    mail TEXT,
    mobile TEXT
) STRICT;
CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY,
    entity TEXT,
    key TEXT,
    label TEXT,
    kind TEXT,
    choices TEXT
, heading TEXT) STRICT;
CREATE TABLE custom_value (
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (entity, record_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    kind TEXT,
    civility TEXT,
    first_name TEXT,
    last_name TEXT,
    birth_date TEXT,
    profession TEXT,
    legal_name TEXT,
    trade_name TEXT,
    siren TEXT,
    siret TEXT,
    naf TEXT,
    company_type TEXT,
    parent_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
    fleet_size TEXT,
    street_number TEXT,
    street TEXT,
    address_extra TEXT,
    postcode TEXT,
    town TEXT,
    phone TEXT,
    mobile TEXT,
    mail TEXT,
    source TEXT,
    site TEXT,
    owner TEXT,
    household_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
    created_on TEXT,
    record_state TEXT
) STRICT;
CREATE TABLE dashboard_tile (
    id INTEGER PRIMARY KEY,
    dashboard TEXT,
    tile TEXT,
    kind TEXT,
    definition TEXT,
    col INTEGER,
    row INTEGER,
    width INTEGER,
    height INTEGER
) STRICT;
CREATE TABLE duplicate_decision (
    id INTEGER PRIMARY KEY,
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT NOT NULL
) STRICT;
CREATE TABLE event_dropped (
    id INTEGER PRIMARY KEY,
    due_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    customer_id INTEGER,
    label TEXT NOT NULL,
    reason TEXT NOT NULL,
    dropped_on TEXT NOT NULL
) STRICT;
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL,
    message_id INTEGER,
    recipient_id INTEGER,
    intent TEXT NOT NULL,
    wish TEXT NOT NULL,
    why TEXT NOT NULL,
    handled_at TEXT,
    handling TEXT
) STRICT;
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    number TEXT,
    kind TEXT,
    issued_on TEXT,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    vehicle_id INTEGER REFERENCES vehicle (id) ON DELETE SET NULL,
    mileage INTEGER,
    net_amount INTEGER,
    vat_amount INTEGER,
    gross_amount INTEGER,
    site TEXT,
    seller TEXT
) STRICT;
CREATE TABLE invoice_line (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
    line INTEGER,
    label TEXT,
    quantity INTEGER,
    unit_price INTEGER,
    net_amount INTEGER
) STRICT;
CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    first_name TEXT,
    last_name TEXT,
    mail TEXT,
    phone TEXT,
    kind TEXT,
    channel TEXT,
    issued_at TEXT,
    vehicle_of_interest TEXT,
    message TEXT,
    site TEXT,
    owner TEXT,
    state TEXT,
    customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL
, lost_reason TEXT) STRICT;
CREATE TABLE lead_origin (
    id INTEGER PRIMARY KEY,
    mark INTEGER NOT NULL
) STRICT;
CREATE TABLE merged_customer (
    id INTEGER PRIMARY KEY,
    into_id INTEGER NOT NULL,
    merged_on TEXT NOT NULL
) STRICT;
CREATE TABLE message_template (
    id INTEGER PRIMARY KEY,
    name TEXT,
    channel TEXT,
    offer TEXT,
    subject TEXT,
    body TEXT
) STRICT;
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    wanted_vehicles TEXT,
    projects TEXT,
    expectations TEXT,
    household_size INTEGER,
    interests TEXT,
    daily_km INTEGER,
    comment TEXT
) STRICT;
CREATE TABLE pending_event (
    id INTEGER PRIMARY KEY,
    due_at TEXT,
    kind TEXT,
    customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
    payload TEXT
) STRICT;
CREATE TABLE preference (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE recipient (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    state TEXT,
    exclusion_reason TEXT,
    at TEXT,
    reaction TEXT
, variant TEXT, forced TEXT) STRICT;
CREATE TABLE recipient_case (
    id INTEGER PRIMARY KEY,
    weighed INTEGER NOT NULL,
    luck INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (names, places, marks, tokenize = 'ascii', prefix = '1 2 3');
CREATE TABLE sequence (
    entity TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE targeting (
    id INTEGER PRIMARY KEY,
    name TEXT,
    description TEXT,
    mode TEXT,
    definition TEXT,
    sort TEXT
) STRICT;
CREATE TABLE targeting_member (
    id INTEGER PRIMARY KEY,
    targeting_id INTEGER NOT NULL REFERENCES targeting (id) ON DELETE CASCADE,
    record_id INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE TABLE vehicle (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    make TEXT,
    model TEXT,
    trim TEXT,
    energy TEXT,
    plate TEXT,
    vin TEXT,
    first_registered_on TEXT,
    mileage INTEGER,
    usage TEXT,
    finance_kind TEXT,
    financed_on TEXT,
    financed_amount INTEGER,
    finance_months INTEGER,
    sold_on TEXT
) STRICT;
CREATE INDEX activity_by_campaign_id ON activity (campaign_id);
CREATE INDEX activity_by_customer_id ON activity (customer_id, happened_at);
CREATE INDEX activity_by_day ON activity (happened_at);
CREATE INDEX activity_by_follow_up ON activity (next_follow_up_on, follow_up_done_on, owner) WHERE next_follow_up_on IS NOT NULL;
CREATE INDEX activity_by_follow_up_done ON activity (follow_up_done_on, owner) WHERE follow_up_done_on IS NOT NULL;
CREATE INDEX activity_by_lead_id ON activity (lead_id);
CREATE INDEX activity_for_figures ON activity (happened_at, kind, direction, owner, result, customer_id, lead_id);
CREATE INDEX activity_of_campaigns ON activity (customer_id, happened_at) WHERE kind = 'campaign';
CREATE INDEX activity_to_follow_up ON activity (next_follow_up_on) WHERE next_follow_up_on IS NOT NULL AND follow_up_done_on IS NULL;
CREATE INDEX agenda_entry_by_customer_id ON agenda_entry (customer_id);
CREATE INDEX agenda_entry_by_lead_id ON agenda_entry (lead_id);
CREATE INDEX agenda_entry_by_start ON agenda_entry (starts_at);
CREATE INDEX agenda_entry_by_vehicle_id ON agenda_entry (vehicle_id);
CREATE INDEX campaign_by_targeting_id ON campaign (targeting_id);
CREATE INDEX change_item_by_customer ON change_item (customer_id);
CREATE INDEX change_item_by_seq ON change_item (seq);
CREATE UNIQUE INDEX cleaning_ignored_by_record ON cleaning_ignored (check_key, entity, record_id);
CREATE INDEX consent_by_customer_id ON consent (customer_id, channel);
CREATE INDEX contact_by_customer_id ON contact (customer_id);
CREATE INDEX contact_by_last_name ON contact (last_name COLLATE fr);
CREATE INDEX customer_by_address_extra ON customer (address_extra COLLATE fr);
CREATE INDEX customer_by_birth_date ON customer (birth_date);
CREATE INDEX customer_by_civility ON customer (civility COLLATE fr);
CREATE INDEX customer_by_company_type ON customer (company_type COLLATE fr);
CREATE INDEX customer_by_created_on ON customer (created_on);
CREATE INDEX customer_by_first_name ON customer (first_name COLLATE fr);
CREATE INDEX customer_by_fleet_size ON customer (fleet_size COLLATE fr);
CREATE INDEX customer_by_household_id ON customer (household_id);
CREATE INDEX customer_by_kind ON customer (kind COLLATE fr);
CREATE INDEX customer_by_last_name ON customer (last_name COLLATE fr);
CREATE INDEX customer_by_legal_name ON customer (legal_name COLLATE fr);
CREATE INDEX customer_by_mail ON customer (mail);
CREATE INDEX customer_by_mobile ON customer (mobile);
CREATE INDEX customer_by_naf ON customer (naf);
CREATE INDEX customer_by_owner ON customer (owner COLLATE fr);
CREATE INDEX customer_by_parent_id ON customer (parent_id);
CREATE INDEX customer_by_phone ON customer (phone);
CREATE INDEX customer_by_postcode ON customer (postcode);
CREATE INDEX customer_by_profession ON customer (profession COLLATE fr);
CREATE INDEX customer_by_record_state ON customer (record_state COLLATE fr);
CREATE INDEX customer_by_siren ON customer (siren);
CREATE INDEX customer_by_siret ON customer (siret);
CREATE INDEX customer_by_site ON customer (site COLLATE fr);
CREATE INDEX customer_by_source ON customer (source COLLATE fr);
CREATE INDEX customer_by_street ON customer (street COLLATE fr);
CREATE INDEX customer_by_street_number ON customer (street_number COLLATE fr);
CREATE INDEX customer_by_town ON customer (town COLLATE fr);
CREATE INDEX customer_by_trade_name ON customer (trade_name COLLATE fr);
CREATE UNIQUE INDEX duplicate_decision_by_pair ON duplicate_decision (left_id, right_id);
CREATE UNIQUE INDEX inbox_by_activity ON inbox (activity_id);
CREATE INDEX inbox_to_handle ON inbox (id) WHERE handled_at IS NULL;
CREATE INDEX invoice_by_customer_id ON invoice (customer_id, issued_on, id, kind, gross_amount);
CREATE INDEX invoice_by_vehicle_id ON invoice (vehicle_id);
CREATE INDEX invoice_for_figures ON invoice (issued_on, kind, site, seller, customer_id, vehicle_id, gross_amount, mileage);
CREATE INDEX invoice_line_by_invoice_id ON invoice_line (invoice_id);
CREATE INDEX lead_by_customer_id ON lead (customer_id);
CREATE INDEX lead_by_issue ON lead (issued_at);
CREATE INDEX merged_customer_by_survivor ON merged_customer (into_id);
CREATE UNIQUE INDEX note_by_customer_id ON note (customer_id);
CREATE INDEX pending_event_by_customer_id ON pending_event (customer_id);
CREATE INDEX pending_event_by_due ON pending_event (due_at);
CREATE INDEX recipient_by_campaign_id ON recipient (campaign_id);
CREATE INDEX recipient_by_customer_id ON recipient (customer_id);
CREATE UNIQUE INDEX targeting_member_by_record ON targeting_member (targeting_id, record_id);
CREATE INDEX vehicle_by_customer_id ON vehicle (customer_id, id, energy, make, model, finance_kind, sold_on);
CREATE INDEX vehicle_by_plate ON vehicle (plate COLLATE fr);
CREATE INDEX vehicle_by_sale ON vehicle (customer_id, sold_on, id) WHERE sold_on IS NOT NULL;
