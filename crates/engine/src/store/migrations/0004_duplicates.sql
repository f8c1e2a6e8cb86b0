-- What was answered about two records that look alike; left_id < right_id. The same person: they were merged.
CREATE TABLE duplicate_decision (
    id INTEGER PRIMARY KEY,
    left_id INTEGER NOT NULL,
    right_id INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX duplicate_decision_by_pair ON duplicate_decision (left_id, right_id);

-- Customers that were merged into another one (id: the one that is no more), so that what still names them finds it.
CREATE TABLE merged_customer (
    id INTEGER PRIMARY KEY,
    into_id INTEGER NOT NULL,
    merged_on TEXT NOT NULL
) STRICT;
CREATE INDEX merged_customer_by_survivor ON merged_customer (into_id);
