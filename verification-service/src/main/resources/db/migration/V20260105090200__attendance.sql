-- What groups told of their meetings. Both fact tables only grow; which fact stands is told by meeting_standing, the
-- latest sequence of a group's month and kind.

CREATE TABLE meeting_fact (
  group_id     uuid   NOT NULL,
  month        date   NOT NULL CHECK (extract(day FROM month) = 1),
  kind         text   NOT NULL CHECK (kind IN ('GROUP_MEETING', 'P2K2')),
  sequence     bigint NOT NULL,
  outcome      text   NOT NULL CHECK (outcome IN ('HELD', 'NOT_HELD')),
  reason       text,
  attribution  text,
  village_code text,
  kpm_ids      uuid[] NOT NULL,
  event_id     uuid   NOT NULL,
  occurred_on  date   NOT NULL,
  recorded_at  timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (group_id, month, kind, sequence),
  CHECK (outcome = 'NOT_HELD' OR (reason IS NULL AND attribution IS NULL))
) PARTITION BY RANGE (month);

CREATE TABLE attendance_fact (
  kpm_id      uuid   NOT NULL,
  month       date   NOT NULL CHECK (extract(day FROM month) = 1),
  kind        text   NOT NULL CHECK (kind IN ('GROUP_MEETING', 'P2K2')),
  group_id    uuid   NOT NULL,
  sequence    bigint NOT NULL,
  mark        text   NOT NULL,
  reason      text,
  attribution text,
  occurred_on date   NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (kpm_id, month, kind, group_id, sequence),
  CHECK (mark = 'NOT_HELD' OR (reason IS NULL AND attribution IS NULL))
) PARTITION BY RANGE (month);

CREATE TABLE meeting_standing (
  group_id uuid   NOT NULL,
  month    date   NOT NULL,
  kind     text   NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (group_id, month, kind)
);

CREATE TABLE meeting_fact_other PARTITION OF meeting_fact DEFAULT;
CREATE TABLE attendance_fact_other PARTITION OF attendance_fact DEFAULT;
SELECT ensure_month_partitions('meeting_fact', date '2025-01-01', 36);
SELECT ensure_month_partitions('attendance_fact', date '2025-01-01', 36);

CREATE TRIGGER meeting_fact_stays BEFORE UPDATE OR DELETE ON meeting_fact FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
CREATE TRIGGER attendance_fact_stays BEFORE UPDATE OR DELETE ON attendance_fact FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
