-- Marking a batch as sent and applying a report are jobs of the engine for all long work. A sending has the id of its batch, a report's
-- job the id of the report; it starts when the sending is done. What was interrupted is continued behind the last chunk.
INSERT INTO job (job_id, kind, subject, parameters, status, checkpoint, items_total, items_done, requested_by, origin, requested_at,
                 moved_at)
SELECT b.batch_id, 'batch-sending', b.message_id, b.batch_id::text, 'WAITING', nullif(r.posted_line, 0)::text, b.payments, r.posted_line,
       b.sent_by,
       json_build_object('correlation_id', r.correlation_id, 'causation_id', r.causation_id, 'traceparent', r.traceparent)::text,
       b.sent_at, now()
  FROM sending_run r JOIN payment_batch b USING (batch_id)
 WHERE r.finished_at IS NULL;

INSERT INTO job (job_id, kind, subject, parameters, status, items_total, requested_by, origin, requested_at, moved_at, after_job)
SELECT r.report_id, 'bank-report', b.message_id || ' ' || r.report_id, r.report_id::text, 'WAITING',
       (SELECT count(*) FROM bank_report_chunk c WHERE c.report_id = r.report_id), r.received_by,
       json_build_object('correlation_id', r.report_id)::text, r.received_at, now(),
       (SELECT j.job_id FROM job j WHERE j.job_id = b.batch_id)
  FROM bank_report r JOIN payment_batch b USING (batch_id)
 WHERE r.status = 'STAGED';

DROP TABLE sending_run;
