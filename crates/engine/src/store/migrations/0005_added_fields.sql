-- Under which heading of the record an added field stands.
ALTER TABLE custom_field ADD COLUMN heading TEXT;
