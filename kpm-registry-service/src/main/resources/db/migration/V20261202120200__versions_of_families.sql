-- What stands after each change of a family: from which day on, and since when it is known. Ids and codes only. Before
-- this table village, group and caretaker were kept as they are now, so earlier ones are not known.
CREATE TABLE kpm_version (
    kpm_id              uuid        NOT NULL REFERENCES kpm (id),
    version             bigint      NOT NULL CHECK (version > 0),
    effective_on        date, -- null: carried over, true since an unknown day
    village_code        text        NOT NULL REFERENCES area (code),
    group_code          text,
    paying_bank         text,
    caretaker_member_id uuid        NOT NULL,
    persons             jsonb       NOT NULL,
    changed_by          text        NOT NULL CHECK (changed_by <> ''),
    decision_id         uuid,
    update_id           uuid REFERENCES family_update (update_id),
    file_id             uuid,
    line                integer, -- that states account or caretaker
    recorded_at         timestamptz NOT NULL,
    PRIMARY KEY (kpm_id, version),
    CONSTRAINT kpm_version_bank_known CHECK (paying_bank IN ('BRI', 'BNI', 'MANDIRI', 'BTN', 'BSI', 'POS')),
    CONSTRAINT kpm_version_line_of_a_file CHECK (line IS NULL OR file_id IS NOT NULL),
    CONSTRAINT kpm_version_persons_listed CHECK (jsonb_typeof(persons) = 'array')
);
CREATE TRIGGER kpm_version_append_only BEFORE UPDATE OR DELETE ON kpm_version
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER kpm_version_no_truncate BEFORE TRUNCATE ON kpm_version
    FOR EACH STATEMENT EXECUTE FUNCTION registry_history_stays();

-- A family that never changed since its registration is as it was then; of the others only what stands now is known.
INSERT INTO kpm_version (kpm_id, version, effective_on, village_code, group_code, paying_bank, caretaker_member_id,
                         persons, changed_by, recorded_at)
SELECT k.id, k.version, CASE WHEN k.version = 1 THEN k.participating_since END, k.village_code, k.group_code,
       k.paying_bank, k.caretaker_member_id,
       (SELECT jsonb_agg(jsonb_build_object(
                   'id', m.id, 'left', m.former_since, 'died', m.died_on,
                   'spans', coalesce((SELECT jsonb_agg(jsonb_build_array(s.component, s.since, s.until, s.npsn)
                                                       ORDER BY s.since)
                                        FROM (SELECT h.component, h.component_since AS since,
                                                     h.component_until AS until, h.npsn
                                                FROM component_history h WHERE h.member_id = m.id
                                               UNION ALL
                                              SELECT m.component, m.component_since, m.component_until, m.npsn
                                               WHERE m.component IS NOT NULL) s), '[]')) ORDER BY m.id)
          FROM family_member m WHERE m.kpm_id = k.id),
       CASE WHEN k.version = 1 THEN coalesce(h.decided_by, 'unknown') ELSE 'unknown' END,
       CASE WHEN k.version = 1 THEN k.recorded_at ELSE now() END
  FROM kpm k
  LEFT JOIN kpm_status_history h ON h.kpm_id = k.id AND h.old_status IS NULL;
