-- A calculation is a job of the engine for all long work, with the id of its run. The run keeps only what a job does not count.
-- One that was interrupted is continued behind its checkpoint.
INSERT INTO job (job_id, kind, subject, parameters, status, checkpoint, items_total, items_done, requested_by, origin, requested_at,
                 moved_at, finished_at)
SELECT r.run_id, 'cycle-calculation', c.cycle_code, r.cycle_id::text, CASE r.status WHEN 'DONE' THEN 'DONE' ELSE 'WAITING' END,
       r.checkpoint::text, r.families_total, r.families_done, r.started_by,
       json_build_object('correlation_id', r.run_id)::text, r.started_at, coalesce(r.finished_at, now()), r.finished_at
  FROM calculation_run r JOIN payment_cycle c USING (cycle_id);

DROP INDEX calculation_run_unfinished;
DROP INDEX calculation_run_latest;
ALTER TABLE calculation_run
    DROP COLUMN status, DROP COLUMN checkpoint, DROP COLUMN families_total, DROP COLUMN families_done, DROP COLUMN chunks,
    DROP COLUMN started_by, DROP COLUMN started_at, DROP COLUMN finished_at, DROP COLUMN failure, DROP COLUMN owner,
    DROP COLUMN leased_until;
ALTER TABLE calculation_run ADD CONSTRAINT calculation_run_job FOREIGN KEY (run_id) REFERENCES job;
ALTER TABLE calculation_run ADD CHECK (payments_changed >= 0);
CREATE INDEX calculation_run_of_cycle ON calculation_run (cycle_id);
