-- Every look-up of a family by a person's data: who asked, by what kind of key, why, and which families were answered.
-- The key itself is nowhere, neither readable nor as a token.
CREATE TABLE look_up (
    look_up_id   uuid        NOT NULL PRIMARY KEY,
    caller       text        NOT NULL CHECK (caller <> ''),
    key_kind     text        NOT NULL,
    purpose      text        NOT NULL CHECK (purpose <> ''),
    families     uuid[]      NOT NULL,
    looked_up_at timestamptz NOT NULL,
    CONSTRAINT look_up_key_kind_known CHECK (key_kind IN ('NIK', 'FAMILY_CARD', 'MEMBER_ID', 'ACCOUNT_NUMBER', 'NAME')),
    CONSTRAINT look_up_families_limited CHECK (cardinality(families) <= 100)
);
CREATE INDEX look_up_by_caller ON look_up (caller, look_up_id);
-- what a caller asked for in vain, and searches by name, are limited
CREATE INDEX look_up_in_vain ON look_up (caller, looked_up_at) WHERE families = '{}';
CREATE INDEX look_up_by_name ON look_up (caller, looked_up_at) WHERE key_kind = 'NAME';

CREATE TRIGGER look_up_append_only BEFORE UPDATE OR DELETE ON look_up
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER look_up_no_truncate BEFORE TRUNCATE ON look_up
    FOR EACH STATEMENT EXECUTE FUNCTION registry_history_stays();

-- A person of a family that has left is found there too, beside the family that the person joined.
CREATE INDEX family_member_former_by_nik ON family_member (nik_token) WHERE former_since IS NOT NULL;
