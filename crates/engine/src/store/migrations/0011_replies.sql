-- What came in and what was done with it: the incoming activity has whose it is, when and its words. No foreign key: a row
-- whose activity is no more is never shown, and comes back with it.
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
CREATE UNIQUE INDEX inbox_by_activity ON inbox (activity_id);
CREATE INDEX inbox_to_handle ON inbox (id) WHERE handled_at IS NULL;
