-- Which schools the members of a family go to, and whether members are to be seen by health services. The registry publishes it with
-- every state; a family of before has it with its next state.
ALTER TABLE family ADD COLUMN needs_clinic boolean NOT NULL DEFAULT false;
CREATE TABLE family_school (
    kpm_id    uuid NOT NULL REFERENCES family,
    school_id text NOT NULL CHECK (school_id <> ''),
    PRIMARY KEY (kpm_id, school_id)
);
CREATE INDEX family_village ON family (village_code, kpm_id);
