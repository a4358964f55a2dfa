-- Rights are kept as such, whatever vendor's tenant they are in: what was roles and groups of an
-- invitation is a list of rights, and a vendor's id of one is a text.

ALTER TABLE invitations ADD COLUMN IF NOT EXISTS rights VARCHAR DEFAULT '[]' NOT NULL;
ALTER TABLE invitations ALTER COLUMN vendor_id SET DATA TYPE VARCHAR;
