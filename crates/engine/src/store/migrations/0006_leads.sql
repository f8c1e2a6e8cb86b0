-- Why a lead was lost.
ALTER TABLE lead ADD COLUMN lost_reason TEXT;
