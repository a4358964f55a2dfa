-- Groups that runs of this repository have made, which are theirs to delete.
CREATE TABLE made_groups (
    workspace VARCHAR NOT NULL,
    resource  VARCHAR NOT NULL,
    made_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (workspace, resource)
);
