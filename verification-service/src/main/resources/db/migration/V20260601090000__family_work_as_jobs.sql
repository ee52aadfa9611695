-- Work on families is run by the engine for all long work. Every sweep becomes a job with its id; those that were done too, for
-- closings and exemptions show their progress.
INSERT INTO job (job_id, kind, subject, parameters, status, checkpoint, items_total, items_done, items_set_aside, requested_by, origin,
                 requested_at, moved_at, finished_at)
SELECT s.sweep_id,
       CASE s.kind WHEN 'QUARTER_CLOSING' THEN 'quarter-closing' ELSE 'exemption' END,
       CASE s.kind WHEN 'QUARTER_CLOSING' THEN q.period || ' ' || q.area_code
                   ELSE x.scope_kind || ' ' || x.scope_code || ', exemption ' || s.sweep_id END,
       '',
       CASE s.state WHEN 'DONE' THEN 'DONE' ELSE 'WAITING' END,
       s.last_kpm_id::text, s.families_total, s.families_done, s.families_skipped, coalesce(q.requested_by, x.recorded_by),
       json_build_object('correlation_id', s.correlation_id)::text, s.started_at, coalesce(s.finished_at, now()), s.finished_at
  FROM family_sweep s
  LEFT JOIN quarter_closing q ON q.closing_id = s.sweep_id
  LEFT JOIN exemption x ON x.exemption_id = s.sweep_id;

INSERT INTO job_set_aside (job_id, item, reason, set_aside_at)
SELECT sweep_id, kpm_id::text, failure, skipped_at FROM family_sweep_skipped;

ALTER TABLE quarter_closing DROP CONSTRAINT quarter_closing_closing_id_fkey;
ALTER TABLE quarter_closing ADD CONSTRAINT quarter_closing_job FOREIGN KEY (closing_id) REFERENCES job;
DROP TABLE family_sweep_skipped;
DROP TABLE family_sweep;
