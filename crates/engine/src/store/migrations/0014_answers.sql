-- What the model weighed of each recipient when a campaign left, and the luck they had: why they answered, and why they did not.
-- No foreign key: a row whose recipient is no more is never read, and comes back with it.
CREATE TABLE recipient_case (
    id INTEGER PRIMARY KEY,
    weighed INTEGER NOT NULL,
    luck INTEGER NOT NULL
) STRICT;
-- What a campaign would give in life, as it was reckoned when it left: thousandths of a recipient, by the regime it left under.
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
