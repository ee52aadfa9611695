-- Initial meetings (pertemuan awal): the list of candidates of a village, their letters, who came, and what was compared. A list, a
-- delivery, a mark and a comparison are only ever added. What a meeting comes to is derived.
CREATE TABLE initial_meeting (
    meeting_id    uuid        NOT NULL PRIMARY KEY,
    village_code  text        NOT NULL REFERENCES area (code),
    batch         text        NOT NULL,
    meets_on      date        NOT NULL,
    starts_at     time        NOT NULL,
    ends_at       time        NOT NULL,
    place         text        NOT NULL CHECK (place <> ''),
    speakers      text[]      NOT NULL,
    planned_by    text        NOT NULL CHECK (planned_by <> ''),
    planned_at    timestamptz NOT NULL,
    cancel_reason text,
    cancelled_by  text,
    cancelled_at  timestamptz,
    CONSTRAINT initial_meeting_of_village CHECK (village_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'),
    CONSTRAINT initial_meeting_batch_form CHECK (batch ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
    CONSTRAINT initial_meeting_hours CHECK (ends_at > starts_at),
    CONSTRAINT initial_meeting_speakers_known CHECK (cardinality(speakers) > 0 AND speakers <@ ARRAY[
        'FACILITATOR', 'COORDINATOR', 'VILLAGE_HEAD', 'SUB_DISTRICT_OFFICE', 'SOCIAL_OFFICE', 'HEALTH_SERVICE', 'SCHOOL', 'BANK',
        'OTHER']),
    CONSTRAINT initial_meeting_reason_known CHECK (cancel_reason IN (
        'PLACE_NOT_AVAILABLE', 'FACILITATOR_ILL', 'DISASTER', 'LETTERS_NOT_DELIVERED', 'ENTERED_BY_MISTAKE', 'OTHER')),
    CONSTRAINT initial_meeting_cancelled_whole CHECK (num_nonnulls(cancel_reason, cancelled_by, cancelled_at) IN (0, 3))
);
CREATE INDEX initial_meeting_by_village ON initial_meeting (village_code text_pattern_ops, meeting_id);
CREATE INDEX initial_meeting_by_day ON initial_meeting (meets_on, meeting_id) WHERE cancel_reason IS NULL;
CREATE UNIQUE INDEX initial_meeting_once ON initial_meeting (village_code, meets_on, starts_at) WHERE cancel_reason IS NULL;

-- The list of a meeting. A family is on one list, unless the meeting of the other was cancelled.
CREATE TABLE initial_invitation (
    meeting_id uuid    NOT NULL REFERENCES initial_meeting (meeting_id),
    kpm_id     uuid    NOT NULL REFERENCES kpm (id),
    withdrawn  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (meeting_id, kpm_id)
);
CREATE UNIQUE INDEX initial_invitation_one_list ON initial_invitation (kpm_id) WHERE NOT withdrawn;

CREATE FUNCTION initial_invitation_of_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM kpm k JOIN initial_meeting m ON m.village_code = k.village_code
                    WHERE k.id = NEW.kpm_id AND m.meeting_id = NEW.meeting_id AND m.cancel_reason IS NULL
                      AND k.status IN ('CANDIDATE', 'INVITED')) THEN
        RAISE EXCEPTION 'only a candidate of the village is on the list of its meeting'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initial_invitation_of_candidate';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER initial_invitation_of_candidate BEFORE INSERT ON initial_invitation
    FOR EACH ROW EXECUTE FUNCTION initial_invitation_of_candidate();

-- To whom the letter was given, and when. A family has it once.
CREATE TABLE initial_delivery (
    meeting_id   uuid        NOT NULL,
    kpm_id       uuid        NOT NULL,
    delivered_on date        NOT NULL,
    delivered_to text        NOT NULL,
    recorded_by  text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT initial_delivery_once PRIMARY KEY (meeting_id, kpm_id),
    FOREIGN KEY (meeting_id, kpm_id) REFERENCES initial_invitation (meeting_id, kpm_id),
    CONSTRAINT initial_delivery_to_known CHECK (delivered_to IN ('CARETAKER', 'ADULT_OF_FAMILY', 'NEIGHBOUR', 'VILLAGE_OFFICE')),
    CONSTRAINT initial_delivery_not_in_future CHECK (delivered_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date)
);

-- What was recorded of a meeting, as often as it was recorded; the latest mark of a family counts.
CREATE TABLE initial_record (
    meeting_id  uuid        NOT NULL REFERENCES initial_meeting (meeting_id),
    record_no   integer     NOT NULL CHECK (record_no > 0),
    topics      text[]      NOT NULL,
    recorded_by text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, record_no),
    CONSTRAINT initial_record_topics_known CHECK (cardinality(topics) > 0 AND topics <@ ARRAY[
        'AIMS', 'RIGHTS_AND_DUTIES', 'REQUIREMENTS', 'COMPONENTS', 'SCHEDULE_AND_PAYMENT', 'SANCTIONS', 'COMMITMENTS'])
);

CREATE TABLE initial_mark (
    meeting_id uuid    NOT NULL,
    kpm_id     uuid    NOT NULL,
    record_no  integer NOT NULL,
    mark       text    NOT NULL CHECK (mark IN ('CAME', 'SENT_SOMEBODY', 'DID_NOT_COME')),
    PRIMARY KEY (meeting_id, kpm_id, record_no),
    FOREIGN KEY (meeting_id, record_no) REFERENCES initial_record (meeting_id, record_no),
    -- who has no letter was not expected
    FOREIGN KEY (meeting_id, kpm_id) REFERENCES initial_delivery (meeting_id, kpm_id)
);

-- One item of a family, as it compares with its evidence, at the meeting or at a visit.
CREATE TABLE initial_comparison (
    comparison_id uuid        NOT NULL PRIMARY KEY,
    kpm_id        uuid        NOT NULL REFERENCES kpm (id),
    meeting_id    uuid        NOT NULL,
    visit_id      uuid,
    item          text        NOT NULL,
    verdict       text        NOT NULL,
    evidence      text,
    update_id     uuid REFERENCES family_update (update_id),
    recorded_by   text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at   timestamptz NOT NULL,
    FOREIGN KEY (meeting_id, kpm_id) REFERENCES initial_invitation (meeting_id, kpm_id),
    FOREIGN KEY (visit_id, kpm_id) REFERENCES home_visit (visit_id, kpm_id),
    CONSTRAINT initial_comparison_item_known CHECK (item IN (
        'CARETAKER', 'MEMBERS', 'SCHOOL', 'HEALTH', 'CARE', 'ADDRESS', 'TELEPHONE')),
    CONSTRAINT initial_comparison_verdict_known CHECK (verdict IN ('MATCHES', 'DIFFERS', 'MISSING')),
    CONSTRAINT initial_comparison_evidence CHECK ((verdict = 'MISSING') = (evidence IS NULL) AND CASE item
        WHEN 'CARETAKER' THEN evidence IN ('ID_CARD', 'FAMILY_CARD', 'DEATH_CERTIFICATE')
        WHEN 'MEMBERS' THEN evidence IN ('FAMILY_CARD', 'BIRTH_CERTIFICATE', 'DEATH_CERTIFICATE')
        WHEN 'SCHOOL' THEN evidence IN ('SCHOOL_LETTER', 'FAMILY_CARD')
        WHEN 'HEALTH' THEN evidence IN ('HEALTH_BOOK', 'FAMILY_CARD')
        WHEN 'CARE' THEN evidence IN ('DISABILITY_LETTER', 'ID_CARD', 'FAMILY_CARD')
        WHEN 'ADDRESS' THEN evidence IN ('FAMILY_CARD', 'ID_CARD', 'MOVE_LETTER', 'HOME_VISIT')
        WHEN 'TELEPHONE' THEN evidence = 'STATEMENT_OF_FAMILY' END),
    CONSTRAINT initial_comparison_difference CHECK ((verdict = 'DIFFERS') = (update_id IS NOT NULL))
);
CREATE INDEX initial_comparison_by_kpm ON initial_comparison (kpm_id, item, comparison_id);
CREATE INDEX initial_comparison_by_update ON initial_comparison (update_id) WHERE update_id IS NOT NULL;

CREATE TRIGGER initial_delivery_append_only BEFORE UPDATE OR DELETE ON initial_delivery
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER initial_record_append_only BEFORE UPDATE OR DELETE ON initial_record
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER initial_mark_append_only BEFORE UPDATE OR DELETE ON initial_mark
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER initial_comparison_append_only BEFORE UPDATE OR DELETE ON initial_comparison
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER initial_invitation_stays BEFORE DELETE ON initial_invitation
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER initial_meeting_stays BEFORE DELETE ON initial_meeting
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- A meeting is only ever cancelled, once, and not after it was held.
CREATE FUNCTION initial_meeting_only_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.cancel_reason IS NOT NULL
       OR (NEW.meeting_id, NEW.village_code, NEW.batch, NEW.meets_on, NEW.starts_at, NEW.ends_at, NEW.place, NEW.speakers,
           NEW.planned_by, NEW.planned_at)
          IS DISTINCT FROM (OLD.meeting_id, OLD.village_code, OLD.batch, OLD.meets_on, OLD.starts_at, OLD.ends_at, OLD.place,
           OLD.speakers, OLD.planned_by, OLD.planned_at)
       OR EXISTS (SELECT FROM initial_record r WHERE r.meeting_id = OLD.meeting_id) THEN
        RAISE EXCEPTION 'an initial meeting is only cancelled, once, before it is held'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initial_meeting_only_cancelled';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER initial_meeting_only_cancelled BEFORE UPDATE ON initial_meeting
    FOR EACH ROW EXECUTE FUNCTION initial_meeting_only_cancelled();

-- Held on its day or later, and not when it was cancelled.
CREATE FUNCTION initial_record_of_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM initial_meeting m WHERE m.meeting_id = NEW.meeting_id AND m.cancel_reason IS NULL
                      AND m.meets_on <= (NEW.recorded_at AT TIME ZONE 'Asia/Jakarta')::date) THEN
        RAISE EXCEPTION 'a meeting is recorded from its day on, unless it was cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initial_record_of_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER initial_record_of_held BEFORE INSERT ON initial_record
    FOR EACH ROW EXECUTE FUNCTION initial_record_of_held();
