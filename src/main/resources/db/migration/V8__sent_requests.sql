-- When requests are sent is counted against the quota; what came of each is said of its operations.
ALTER TABLE requests DROP COLUMN IF EXISTS answered_at;
ALTER TABLE requests DROP COLUMN IF EXISTS outcome;
