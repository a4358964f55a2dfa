-- Whose each address was when a plan was last accepted, so that a changed address is a rename. An
-- address is that of its latest owner; employee ids count within a job, for each may have its own.

CREATE TABLE known_addresses (
    workspace   VARCHAR NOT NULL,
    job         VARCHAR NOT NULL,
    email       VARCHAR NOT NULL,
    employee_id VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    accepted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (workspace, job, email)
);
