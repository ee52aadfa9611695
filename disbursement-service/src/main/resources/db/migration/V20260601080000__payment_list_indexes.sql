-- Indexes for the lists of payments at the size of a whole cycle.

-- The list in its order, with the two columns that decide whether a payment without an instruction belongs to it.
DROP INDEX payment_list;
CREATE INDEX payment_list ON payment (cycle_id, village_code, kpm_id, kind) INCLUDE (payment_id, status);
-- For filters that select few of the payments: otherwise the whole list is read to find them.
CREATE INDEX payment_list_withheld ON payment (cycle_id, village_code, kpm_id, kind) WHERE status IN ('HELD', 'FORFEITED');
CREATE INDEX payment_list_warned ON payment (cycle_id, village_code, kpm_id, kind) WHERE warned;

-- The instructions in the same order: both indexes are read side by side to find payments without an instruction. Most
-- responses of a bank change none of these columns, so their updates still stay in their pages.
DROP INDEX payment_instruction_cycle;
CREATE INDEX payment_instruction_list ON payment_instruction (cycle_id, village_code, kpm_id, payment_id)
    INCLUDE (is_open, is_unsettled);

-- An instruction is of a payment of the batch's sealed cycle, in its village and for exactly its amount, while the batch is
-- being prepared.
CREATE OR REPLACE FUNCTION check_new_instructions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment USING (payment_id)
                 JOIN payment_batch ON payment_batch.batch_id = added.batch_id
                 JOIN payment_cycle ON payment_cycle.cycle_id = payment_batch.cycle_id
                WHERE payment.amount_idr <> added.amount_idr OR payment.status <> 'PAYABLE'
                   OR payment.cycle_id <> payment_batch.cycle_id OR added.cycle_id <> payment_batch.cycle_id
                   OR payment.kpm_id <> added.kpm_id OR payment.village_code <> added.village_code
                   OR payment_cycle.status <> 'SEALED'
                   OR payment_batch.status <> 'PREPARING' OR added.status <> 'PLANNED') THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
