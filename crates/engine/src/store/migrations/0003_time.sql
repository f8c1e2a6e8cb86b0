-- What was to happen and cannot any more, because of what was done: the trace that time leaves.
CREATE TABLE event_dropped (
    id INTEGER PRIMARY KEY,
    due_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    customer_id INTEGER,
    label TEXT NOT NULL,
    reason TEXT NOT NULL,
    dropped_on TEXT NOT NULL
) STRICT;

-- How each lead of the base stood with all that hangs on it when it was dated: as long as it still does, nobody worked on
-- it and it is dated anew with the day of use.
CREATE TABLE lead_origin (
    id INTEGER PRIMARY KEY,
    mark INTEGER NOT NULL
) STRICT;

-- The workbook of a trainer's base, to which a reset returns: its bytes in base 64, cut in parts. Empty: the product's base.
CREATE TABLE base_part (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

-- One consent for each channel is a rule of the forms; a base holds contradictory ones on purpose.
DROP INDEX consent_by_customer_id;
CREATE INDEX consent_by_customer_id ON consent (customer_id, channel);
