-- Findings of the checks that a person asked to leave alone, as long as the fields hold this value.
CREATE TABLE cleaning_ignored (
    id INTEGER PRIMARY KEY,
    check_key TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    value TEXT NOT NULL,
    ignored_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cleaning_ignored_by_record ON cleaning_ignored (check_key, entity, record_id);
