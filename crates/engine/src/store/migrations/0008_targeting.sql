-- Who was in a targeting when it was frozen, in its order.
CREATE TABLE targeting_member (
    id INTEGER PRIMARY KEY,
    targeting_id INTEGER NOT NULL REFERENCES targeting (id) ON DELETE CASCADE,
    record_id INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX targeting_member_by_record ON targeting_member (targeting_id, record_id);

-- The French order now takes several signs in a row for one: what is kept in it is put in order again.
REINDEX fr;
