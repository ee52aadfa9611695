-- Under which tokens a person is found by name. A token is the beginning of a keyed hash of one part of the name
-- together with a day of birth or a sub-district; the key is outside the database. The row ends with the person.
CREATE TABLE person_name_index (
    member_id uuid      NOT NULL PRIMARY KEY REFERENCES family_member (id) ON DELETE CASCADE,
    key_id    integer   NOT NULL,
    tokens    integer[] NOT NULL
);
CREATE INDEX person_name_index_by_token ON person_name_index USING gin (tokens);
