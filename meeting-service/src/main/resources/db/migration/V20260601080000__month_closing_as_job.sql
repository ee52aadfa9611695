-- A job works on a closing and has its checkpoint; the closing keeps what people see. Unfinished closings go on as jobs.
INSERT INTO job (job_id, kind, subject, parameters, status, checkpoint, items_done, requested_by, origin, requested_at, moved_at)
SELECT gen_random_uuid(), 'month-closing', to_char(month, 'YYYY-MM') || ' ' || area_code, id::text, 'WAITING',
       CASE WHEN last_facilitator_id IS NOT NULL THEN 'FACILITATOR ' || last_facilitator_id
            WHEN last_group_id IS NOT NULL THEN 'GROUP ' || last_group_id END,
       groups_closed + facilitators_reviewed, started_by,
       json_build_object('correlation_id', gen_random_uuid())::text, started_at, now()
  FROM month_closing
 WHERE phase <> 'DONE';

ALTER TABLE month_closing
    DROP COLUMN phase,
    DROP COLUMN last_group_id,
    DROP COLUMN last_facilitator_id,
    DROP COLUMN interruption;
