-- A redrive is a job with the same id. Owner, state, checkpoint and times belong to the job; the redrive keeps what was selected, where it
-- ends, and the counts.

-- The checkpoint names the last selected event that is settled, and the event behind which its key is continued: of the key of which more
-- followed than one transaction took, the newest event that the redrive has applied.
INSERT INTO job (job_id, kind, subject, parameters, status, checkpoint, items_done, requested_by, requested_at, moved_at, finished_at,
                 stopped_by)
SELECT redrive_id, 'redrive', redrive_id::text, '', CASE state WHEN 'RUNNING' THEN 'WAITING' ELSE state END,
       CASE WHEN following_topic IS NOT NULL OR position_id > 0
            THEN concat(position_id, ':',
                        coalesce((SELECT max(parked_id) FROM parked_event
                                  WHERE state = 'REDRIVEN' AND last_redrive = redrive_id
                                  AND topic = following_topic AND event_key = following_key), position_id)) END,
       redriven + failed + blocked, requested_by, requested_at, updated_at, CASE WHEN state = 'DONE' THEN finished_at END, stopped_by
FROM redrive;

DROP INDEX redrive_running;
ALTER TABLE parked_event DROP CONSTRAINT parked_event_last_redrive_fkey;
ALTER TABLE redrive
    DROP COLUMN run_no,
    DROP COLUMN requested_by,
    DROP COLUMN requested_at,
    DROP COLUMN position_id,
    DROP COLUMN following_topic,
    DROP COLUMN following_key,
    DROP COLUMN state,
    DROP COLUMN updated_at,
    DROP COLUMN finished_at,
    DROP COLUMN stopped_by,
    DROP CONSTRAINT redrive_redrive_id_key,
    ADD PRIMARY KEY (redrive_id),
    -- the redrive is added before its job, in one transaction
    ADD FOREIGN KEY (redrive_id) REFERENCES job DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE parked_event ADD FOREIGN KEY (last_redrive) REFERENCES redrive;
