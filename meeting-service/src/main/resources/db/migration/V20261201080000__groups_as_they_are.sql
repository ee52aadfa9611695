CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A family is in one group a day.
ALTER TABLE group_membership ADD CONSTRAINT group_membership_one_a_day
    EXCLUDE USING gist (kpm_id WITH =, daterange(from_date, until_date, '[]') WITH &&);

-- How many families a group is to have. A group outside is shown, and nothing is refused because of it.
CREATE TABLE group_size_policy (
    policy_code  text PRIMARY KEY,
    valid_from   date NOT NULL UNIQUE,
    min_families int  NOT NULL CHECK (min_families > 0),
    max_families int  NOT NULL,
    legal_basis  text NOT NULL CHECK (legal_basis <> ''),
    CHECK (max_families >= min_families)
);
INSERT INTO group_size_policy (policy_code, valid_from, min_families, max_families, legal_basis) VALUES
    ('GROUP-SIZE-2026', '2018-01-01', 15, 30, 'choice: 15 to 30 families is what the field reports; no legal text names it (unconfirmed)');
CREATE TRIGGER group_size_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON group_size_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('GROUP_SIZE');

-- Groups that the machine proposes for the families of a village that have none. A named person settles it.
CREATE TABLE group_proposal (
    id           uuid        PRIMARY KEY,
    village_code text        NOT NULL,
    policy_code  text        NOT NULL,
    version      int         NOT NULL CHECK (version > 0),
    status       text        NOT NULL CHECK (status IN ('OPEN', 'SETTLED', 'WITHDRAWN')),
    requested_at timestamptz NOT NULL,
    requested_by text        NOT NULL,
    first_day    date,
    closed_at    timestamptz,
    closed_by    text,
    CHECK ((status = 'OPEN') = (closed_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK ((status = 'SETTLED') = (first_day IS NOT NULL))
);
CREATE UNIQUE INDEX group_proposal_open ON group_proposal (village_code) WHERE status = 'OPEN';
CREATE INDEX group_proposal_village ON group_proposal (village_code text_pattern_ops, id);

-- Where each family is to go, what the machine proposed for it, and who changed that.
CREATE TABLE group_proposal_family (
    proposal_id         uuid NOT NULL REFERENCES group_proposal,
    kpm_id              uuid NOT NULL,
    group_code          text NOT NULL CHECK (group_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}-[0-9]{2}$'),
    proposed_group_code text NOT NULL,
    changed_at          timestamptz,
    changed_by          text,
    PRIMARY KEY (proposal_id, kpm_id),
    CHECK ((changed_at IS NULL) = (changed_by IS NULL))
);

-- Families were placed in a group from a day on. The registry follows; nothing is taken back, a later placement counts.
CREATE TABLE placement (
    id              uuid        PRIMARY KEY,
    group_id        uuid        NOT NULL REFERENCES kpm_group,
    cause           text        NOT NULL CHECK (cause IN ('SETTLEMENT', 'MOVE', 'SPLIT', 'MERGE')),
    first_day       date        NOT NULL,
    proposal_id     uuid        REFERENCES group_proposal,
    source_group_id uuid        REFERENCES kpm_group,
    reason          text,
    recorded_at     timestamptz NOT NULL,
    recorded_by     text        NOT NULL,
    CHECK ((cause = 'SETTLEMENT') = (proposal_id IS NOT NULL)),
    CHECK ((cause = 'SETTLEMENT') = (reason IS NULL)),
    CHECK (cause NOT IN ('SPLIT', 'MERGE') OR source_group_id IS NOT NULL),
    CHECK (source_group_id <> group_id)
);
CREATE INDEX placement_group ON placement (group_id, id);
CREATE INDEX placement_source ON placement (source_group_id, id);
CREATE TRIGGER placement_append_only BEFORE UPDATE OR DELETE ON placement
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The version of the family that was known then: until a later one arrives, the registry has not followed.
CREATE TABLE placement_family (
    placement_id   uuid   NOT NULL REFERENCES placement,
    kpm_id         uuid   NOT NULL,
    family_version bigint NOT NULL,
    PRIMARY KEY (placement_id, kpm_id)
);
CREATE INDEX placement_family_family ON placement_family (kpm_id, placement_id);
CREATE TRIGGER placement_family_append_only BEFORE UPDATE OR DELETE ON placement_family
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who held which office over which days. An election ends the terms before it.
CREATE TABLE officer_term (
    id          uuid        PRIMARY KEY,
    group_id    uuid        NOT NULL REFERENCES kpm_group,
    office      text        NOT NULL CHECK (office IN ('CHAIR', 'SECRETARY', 'TREASURER')),
    kpm_id      uuid        NOT NULL,
    first_day   date        NOT NULL,
    last_day    date,
    election_id uuid        REFERENCES group_officers,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    ended_at    timestamptz,
    ended_by    text,
    CHECK (last_day >= first_day),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT officer_term_one_an_office
        EXCLUDE USING gist (group_id WITH =, office WITH =, daterange(first_day, last_day, '[]') WITH &&),
    CONSTRAINT officer_term_one_a_family
        EXCLUDE USING gist (group_id WITH =, kpm_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
);
INSERT INTO officer_term (id, group_id, office, kpm_id, first_day, last_day, election_id, recorded_at, recorded_by)
SELECT gen_random_uuid(), e.group_id, o.office, o.kpm_id, e.elected_on, e.next_day - 1, e.id, e.recorded_at, e.recorded_by
  FROM (SELECT latest.*, lead(elected_on) OVER (PARTITION BY group_id ORDER BY elected_on) AS next_day
          FROM (SELECT DISTINCT ON (group_id, elected_on) * FROM group_officers
                 ORDER BY group_id, elected_on, recorded_at DESC, id DESC) latest) e
 CROSS JOIN LATERAL (VALUES ('CHAIR', e.chair_kpm_id), ('SECRETARY', e.secretary_kpm_id),
                            ('TREASURER', e.treasurer_kpm_id)) o (office, kpm_id);
