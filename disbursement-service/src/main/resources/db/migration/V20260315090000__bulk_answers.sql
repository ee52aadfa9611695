-- A bank answers for a million payments at once. What follows makes one answer cheap; what was forbidden stays forbidden.

-- Room in each page for the next version of a row, so that no index is touched unless what it holds changes.
ALTER TABLE payment_instruction SET (fillfactor = 45);
ALTER TABLE payment_family SET (fillfactor = 45);
ALTER TABLE bank_report_line SET (fillfactor = 45);

-- Indexes on the state itself would be touched at every step; whether an attempt is open changes once.
ALTER TABLE payment_instruction
    ADD COLUMN is_open boolean NOT NULL GENERATED ALWAYS AS (state NOT IN ('REJECTED', 'RETURNED', 'VOIDED')) STORED;
DROP INDEX payment_instruction_open;
CREATE UNIQUE INDEX payment_instruction_open ON payment_instruction (payment_id) WHERE is_open;
DROP INDEX payment_instruction_cycle;
CREATE INDEX payment_instruction_cycle ON payment_instruction (cycle_id);

-- Of the history of an instruction one index is enough: its number alone is looked up by nobody.
ALTER TABLE instruction_history DROP CONSTRAINT instruction_history_pkey;
DROP INDEX instruction_history_instruction;
ALTER TABLE instruction_history ADD PRIMARY KEY (instruction_id, instruction_history_id);

-- Triggers with conditions: the database compares, and calls a function only in order to refuse.
DROP TRIGGER payment_instruction_change ON payment_instruction;
DROP FUNCTION check_instruction_change();
CREATE FUNCTION refuse_instruction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an instruction does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION refuse_instruction_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an instruction does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payment_instruction_fixed
    AFTER UPDATE OF instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code, amount_idr,
                    payee_cipher, account_cipher ON payment_instruction
    FOR EACH ROW WHEN (
        (NEW.instruction_id, NEW.payment_id, NEW.attempt, NEW.batch_id, NEW.line_no, NEW.kpm_id, NEW.cycle_id,
         NEW.village_code, NEW.amount_idr, NEW.payee_cipher, NEW.account_cipher)
        IS DISTINCT FROM
        (OLD.instruction_id, OLD.payment_id, OLD.attempt, OLD.batch_id, OLD.line_no, OLD.kpm_id, OLD.cycle_id,
         OLD.village_code, OLD.amount_idr, OLD.payee_cipher, OLD.account_cipher))
    EXECUTE FUNCTION refuse_instruction_change();
-- the steps are those of money_transition: whoever adds one makes this trigger anew
DO $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER payment_instruction_step AFTER UPDATE OF state ON payment_instruction FOR EACH ROW'
        ' WHEN (OLD.state <> NEW.state AND OLD.state || ''>'' || NEW.state <> ALL (%L::text[]))'
        ' EXECUTE FUNCTION refuse_instruction_step()',
        (SELECT array_agg(old_state || '>' || new_state ORDER BY old_state, new_state) FROM money_transition));
END $$;

DROP TRIGGER bank_report_line_change ON bank_report_line;
DROP FUNCTION check_report_line_change();
CREATE FUNCTION refuse_report_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a bank has said does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bank_report_line_fixed
    AFTER UPDATE ON bank_report_line
    FOR EACH ROW WHEN (
        OLD.outcome IS NOT NULL
        OR (NEW.report_id, NEW.line_no, NEW.instruction_ref, NEW.end_to_end_ref, NEW.status_code, NEW.reason_code,
            NEW.amount_idr, NEW.amount_fault, NEW.bank_ref)
           IS DISTINCT FROM
           (OLD.report_id, OLD.line_no, OLD.instruction_ref, OLD.end_to_end_ref, OLD.status_code, OLD.reason_code,
            OLD.amount_idr, OLD.amount_fault, OLD.bank_ref))
    EXECUTE FUNCTION refuse_report_line_change();

-- Reports and instructions are never deleted and keep their keys, so it is enough to look once, when a line first names
-- them: a statement at a time instead of a query a row.
ALTER TABLE bank_report_line DROP CONSTRAINT bank_report_line_report_id_fkey;
ALTER TABLE bank_report_line DROP CONSTRAINT bank_report_line_instruction_id_fkey;
CREATE FUNCTION check_report_line_names() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT report_id FROM changed) line
                WHERE NOT EXISTS (SELECT 1 FROM bank_report WHERE bank_report.report_id = line.report_id))
       OR EXISTS (SELECT 1 FROM changed
                   WHERE instruction_id IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM payment_instruction i WHERE i.instruction_id = changed.instruction_id)) THEN
        RAISE EXCEPTION 'a line names a report or an instruction that there is not' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_line_added AFTER INSERT ON bank_report_line REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION check_report_line_names();
CREATE TRIGGER bank_report_line_judged AFTER UPDATE ON bank_report_line REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION check_report_line_names();
