-- What this service knows of a family: no name, no NIK. The registry owns it; every row can be rebuilt from its events.
CREATE TABLE family (
    kpm_id              uuid   PRIMARY KEY,
    village_code        text   NOT NULL,
    group_code          text   CHECK (group_code <> ''),
    caretaker_nik_token text,
    status              text   NOT NULL,
    version             bigint NOT NULL,
    occurred_on         date   NOT NULL
);
CREATE INDEX family_group_code ON family (group_code, kpm_id) WHERE group_code IS NOT NULL;

-- Every version as it came. The history below is derived from them, so the order of arrival does not matter.
CREATE TABLE family_version (
    kpm_id              uuid   NOT NULL,
    version             bigint NOT NULL,
    occurred_on         date   NOT NULL,
    group_code          text,
    caretaker_nik_token text,
    status              text   NOT NULL,
    PRIMARY KEY (kpm_id, version)
);

-- In which group a family was on which day, and with which status; a family that left the programme is in none.
CREATE TABLE group_membership (
    kpm_id     uuid NOT NULL,
    group_code text NOT NULL,
    status     text NOT NULL,
    from_date  date NOT NULL,
    until_date date,
    PRIMARY KEY (kpm_id, from_date),
    CHECK (until_date IS NULL OR until_date >= from_date)
);
CREATE INDEX group_membership_group ON group_membership (group_code, from_date);

-- Who answers for a village, over which days.
CREATE TABLE facilitator_assignment (
    assignment_id    uuid   PRIMARY KEY,
    facilitator_id   uuid   NOT NULL,
    facilitator_code text   NOT NULL,
    role             text   NOT NULL,
    village_code     text   NOT NULL,
    valid_from       date   NOT NULL,
    valid_until      date,
    version          bigint NOT NULL
);
CREATE INDEX facilitator_assignment_village ON facilitator_assignment (village_code, role, valid_from);
CREATE INDEX facilitator_assignment_facilitator ON facilitator_assignment (facilitator_id);
