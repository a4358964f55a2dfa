-- What was found out about a kind of request: the way in which it is sent, and the day.
ALTER TABLE experience ADD COLUMN IF NOT EXISTS way VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE experience ADD COLUMN IF NOT EXISTS learned_at TIMESTAMP(6) WITH TIME ZONE;
