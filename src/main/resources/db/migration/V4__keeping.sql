-- Since when a remembered address is nobody's: in no roster of the job, and not in the workspace.
ALTER TABLE known_addresses ADD COLUMN IF NOT EXISTS gone_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE suspensions ADD COLUMN IF NOT EXISTS gone_at TIMESTAMP(6) WITH TIME ZONE;

-- Where each run's reports were written, so that they can be found when they are to go.
CREATE TABLE report_folders (
    run    VARCHAR NOT NULL PRIMARY KEY,
    folder VARCHAR NOT NULL
);
