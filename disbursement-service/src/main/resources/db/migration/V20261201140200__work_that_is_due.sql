-- What waits for people is read in the order of the days on which it began to wait, in Jakarta.
CREATE INDEX payment_instruction_to_correct ON payment_instruction (((status_at AT TIME ZONE 'Asia/Jakarta')::date), payment_id)
    WHERE status IN ('REJECTED', 'RETURNED');
CREATE INDEX bank_exception_waiting ON bank_exception (((found_at AT TIME ZONE 'Asia/Jakarta')::date), exception_id)
    WHERE state <> 'RESOLVED';
CREATE INDEX payment_batch_waiting ON payment_batch (created_at) WHERE status IN ('PREPARED', 'APPROVED');
