-- Home visits. Nothing is edited: a visit is corrected by another one that supersedes it. Position and references of photos are
-- ciphertext; photos themselves are elsewhere.
CREATE TABLE home_visit (
    visit_id           uuid    NOT NULL PRIMARY KEY,
    kpm_id             uuid    NOT NULL REFERENCES kpm (id),
    visited_on         date    NOT NULL,
    visited_by         text    NOT NULL CHECK (visited_by <> ''),
    purpose            text    NOT NULL,
    house_ownership    text,
    head_job           text,
    components_on_card integer,
    toilet             text,
    water              text,
    electricity        text,
    position_cipher    bytea,
    findings           text[]  NOT NULL,
    remark             text,
    supersedes         uuid REFERENCES home_visit (visit_id),
    recorded_by        text    NOT NULL CHECK (recorded_by <> ''),
    recorded_at        timestamptz NOT NULL,
    CONSTRAINT home_visit_not_in_future CHECK (visited_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date),
    CONSTRAINT home_visit_purpose_known CHECK (purpose IN (
        'INITIAL_TRACING', 'DATA', 'COMMITMENT', 'COMPLAINT', 'GRADUATION', 'NOTICE')),
    CONSTRAINT home_visit_ownership_known CHECK (house_ownership IN ('OWN', 'RENTED', 'FREE_OF_RENT', 'OF_EMPLOYER', 'OTHER')),
    CONSTRAINT home_visit_job_known CHECK (head_job IN (
        'NONE', 'FARMER', 'FARM_LABOURER', 'FISHER', 'DAY_LABOURER', 'TRADER', 'DRIVER', 'EMPLOYEE', 'CIVIL_SERVANT', 'OTHER')),
    CONSTRAINT home_visit_components_counted CHECK (components_on_card BETWEEN 0 AND 20),
    CONSTRAINT home_visit_toilet_known CHECK (toilet IN ('OWN', 'SHARED', 'PUBLIC', 'NONE')),
    CONSTRAINT home_visit_water_known CHECK (water IN ('PIPED', 'PROTECTED_SOURCE', 'UNPROTECTED_SOURCE', 'BOUGHT')),
    CONSTRAINT home_visit_electricity_known CHECK (electricity IN (
        'NONE', 'FROM_NEIGHBOUR', 'VA_450', 'VA_900', 'VA_1300', 'VA_2200', 'ABOVE_VA_2200')),
    CONSTRAINT home_visit_findings_known CHECK (cardinality(findings) > 0 AND findings <@ ARRAY[
        'NOTHING_NEW', 'NOBODY_MET', 'MOVED', 'DATA_DIFFERS', 'CHILD_OUT_OF_SCHOOL', 'HEALTH_CHECK_MISSED',
        'CARD_NOT_WITH_FAMILY', 'AID_NOT_RECEIVED', 'INCOME_IMPROVED', 'NEEDS_HELP']),
    -- the whole form of the house, or nothing of it when nobody was met
    CONSTRAINT home_visit_house_whole CHECK (
        num_nulls(house_ownership, head_job, components_on_card, toilet, water, electricity) = 0
        OR (num_nonnulls(house_ownership, head_job, components_on_card, toilet, water, electricity) = 0
            AND 'NOBODY_MET' = ANY (findings)))
);
CREATE INDEX home_visit_by_kpm ON home_visit (kpm_id, visit_id);
CREATE INDEX home_visit_by_visitor ON home_visit (visited_by, visited_on);
CREATE UNIQUE INDEX home_visit_superseded_once ON home_visit (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE home_visit_photo (
    visit_id         uuid    NOT NULL REFERENCES home_visit (visit_id),
    photo_no         integer NOT NULL CHECK (photo_no > 0),
    kind             text    NOT NULL CHECK (kind IN ('HOUSE_OUTSIDE', 'HOUSE_INSIDE', 'KTP', 'KK', 'KKS', 'PASSBOOK')),
    reference_cipher bytea   NOT NULL,
    sha256           text    NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    taken_at         timestamptz NOT NULL,
    PRIMARY KEY (visit_id, photo_no)
);
CREATE INDEX home_visit_photo_by_hash ON home_visit_photo (sha256);

CREATE TRIGGER home_visit_append_only BEFORE UPDATE OR DELETE ON home_visit
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER home_visit_photo_append_only BEFORE UPDATE OR DELETE ON home_visit_photo
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- What a visit found becomes a data update that names the visit.
ALTER TABLE family_update ADD COLUMN visit_id uuid REFERENCES home_visit (visit_id);
CREATE INDEX family_update_by_visit ON family_update (visit_id) WHERE visit_id IS NOT NULL;
