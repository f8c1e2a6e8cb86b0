-- Templates of messages that somebody wrote.
CREATE TABLE message_template (
    id INTEGER PRIMARY KEY,
    name TEXT,
    channel TEXT,
    offer TEXT,
    subject TEXT,
    body TEXT
) STRICT;

-- What a campaign speaks of, its second wording, what follows it, which rules were overruled, whom it is for.
ALTER TABLE campaign ADD COLUMN offer TEXT;
ALTER TABLE campaign ADD COLUMN subject_b TEXT;
ALTER TABLE campaign ADD COLUMN message_b TEXT;
ALTER TABLE campaign ADD COLUMN follow_up_on TEXT;
ALTER TABLE campaign ADD COLUMN forced TEXT;
ALTER TABLE campaign ADD COLUMN plan TEXT;

-- Which wording somebody got, and the rules overruled for them.
ALTER TABLE recipient ADD COLUMN variant TEXT;
ALTER TABLE recipient ADD COLUMN forced TEXT;

-- « Contacted lately » looks at campaigns alone.
CREATE INDEX activity_of_campaigns ON activity (customer_id, happened_at) WHERE kind = 'campaign';
