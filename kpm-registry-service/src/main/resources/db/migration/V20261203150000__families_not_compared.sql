-- Families that could not be compared by themselves (docs/rules/duplicates.md). A row ends with the next comparison that succeeds.
CREATE TABLE family_not_compared (
    kpm_id    uuid        PRIMARY KEY,
    failure   text        NOT NULL CHECK (failure <> ''),
    failed_at timestamptz NOT NULL
);
