-- What was done: the undo and redo lists, and the history of each record. Not recorded by itself.
CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Which records each change touched, and whose they are.
CREATE TABLE change_item (
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES change_log (seq) ON DELETE CASCADE,
    customer_id INTEGER,
    PRIMARY KEY (entity, record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_item_by_seq ON change_item (seq);
CREATE INDEX change_item_by_customer ON change_item (customer_id);

-- How a person likes the screens: columns, widths, who they are. Neither undone nor reset.
CREATE TABLE preference (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
