-- The post office pays families in cash, by a list that goes the way of a file to a bank (docs/rules/bank-profiles.md).
ALTER TABLE bank_terms
    ADD COLUMN delivery text NOT NULL DEFAULT 'PAIN_001' CHECK (delivery IN ('PAIN_001', 'PAY_OUT_LIST')),
    ADD CONSTRAINT bank_terms_list_without_bic CHECK (delivery = 'PAIN_001' OR (bic IS NULL AND account_digits IS NULL));
UPDATE bank_terms SET delivery = 'PAY_OUT_LIST' WHERE bank = 'POS';

-- A list has no BIC, and its instructions have no accounts.
ALTER TABLE payment_batch ALTER COLUMN bic DROP NOT NULL;
ALTER TABLE payment_instruction ALTER COLUMN account_cipher DROP NOT NULL;

-- An instruction is of a payment of the batch's sealed cycle, in its village and for exactly its amount, while the batch is
-- being prepared. It has an account unless the cycle pays in cash.
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
                   OR payment_batch.status <> 'PREPARING' OR added.status <> 'PLANNED'
                   OR (payment_cycle.channel = 'POS') <> (added.account_cipher IS NULL)
                   OR (payment_cycle.channel = 'POS') <> (payment_batch.bic IS NULL)) THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

-- Money that nobody collected goes back to the treasury, which pays it again by another SP2D.
CREATE OR REPLACE FUNCTION sp2d_used(of_cycle uuid, of_bank text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (coalesce((SELECT sum(b.amount_idr) FROM payment_batch b
                       WHERE b.cycle_id = of_cycle AND b.bank = of_bank AND b.status = 'SENT'), 0)
          - coalesce((SELECT sum(i.amount_idr) FROM payment_instruction i JOIN payment_batch b USING (batch_id)
                       WHERE i.cycle_id = of_cycle AND i.is_unsettled AND i.status = 'REJECTED' AND b.bank = of_bank
                         AND i.status_reason IS DISTINCT FROM 'NOT_COLLECTED'), 0))::bigint
$$;
INSERT INTO bank_reason (reason, meaning) VALUES ('NOT_COLLECTED', 'CORRECT');
-- no code of ISO 20022: only a profile uses it
INSERT INTO bank_reason_code (code, valid_from, reason) VALUES ('NCOL', '2018-01-01', 'NOT_COLLECTED');
INSERT INTO reason_text (reason, valid_from, text_en, text_id) VALUES
    ('NOT_COLLECTED', '2018-01-01', 'nobody collected the money at the post office', 'uangnya tidak diambil di kantor pos');
INSERT INTO situation_text (situation, reason, valid_from, responsible, due, due_days, text_en, text_id, next_en, next_id) VALUES
    ('REJECTED', 'NOT_COLLECTED', '2018-01-01', 'FACILITATOR', 'DAYS', 14,
     'The money was not collected at the post office.', 'Uangnya tidak diambil di kantor pos.',
     'Visit the family, and ask why. An officer then prepares the payment again.',
     'Kunjungi keluarga, dan tanyakan sebabnya. Petugas kemudian menyiapkan pembayaran lagi.');
