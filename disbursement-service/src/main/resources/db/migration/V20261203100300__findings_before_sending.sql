-- What looks wrong in a batch before it is sent (docs/rules/payments.md). Whoever approves the batch acknowledges what was shown. A
-- finding changes no payment.
ALTER TABLE payment_instruction
    -- keyed hash of bank and account number, for comparing without the number; null in rows of the release before
    ADD COLUMN account_token bytea CHECK (length(account_token) = 32),
    -- how the caretaker's name compares with that under which the bank has last credited the account
    ADD COLUMN holder text CHECK (holder IN ('EQUAL', 'NEARLY', 'DIFFERENT', 'NOT_KNOWN'));
CREATE INDEX payment_instruction_account ON payment_instruction (account_token, cycle_id) WHERE account_token IS NOT NULL;
CREATE TRIGGER payment_instruction_account_fixed
    AFTER UPDATE OF account_token, holder ON payment_instruction
    FOR EACH ROW WHEN ((NEW.account_token, NEW.holder) IS DISTINCT FROM (OLD.account_token, OLD.holder))
    EXECUTE FUNCTION refuse_instruction_change();

-- The findings of a batch as they are now. The days are those of the policy on the first day of the cycle.
CREATE FUNCTION batch_findings(of_batch uuid)
    RETURNS TABLE (line_no int, kind text, payment_id uuid, kpm_id uuid, village_code text, amount_idr bigint, detail text)
    LANGUAGE sql STABLE AS $$
    WITH about AS (
        SELECT b.batch_id, c.cycle_id, c.covers_from, c.channel,
               (SELECT p.account_changed_days FROM reconciliation_policy p
                 WHERE p.valid_from <= c.covers_from ORDER BY p.valid_from DESC LIMIT 1) AS days
          FROM payment_batch b JOIN payment_cycle c USING (cycle_id) WHERE b.batch_id = of_batch),
    former AS (
        SELECT f.cycle_id FROM payment_cycle f JOIN about a ON f.channel = a.channel AND f.covers_from < a.covers_from
         WHERE f.status = 'SEALED' ORDER BY f.covers_from DESC LIMIT 1),
    line AS (SELECT i.* FROM payment_instruction i WHERE i.batch_id = of_batch AND i.status <> 'VOIDED')
    SELECT i.line_no, 'ACCOUNT_SHARED', i.payment_id, i.kpm_id, i.village_code::text, i.amount_idr, count(DISTINCT o.kpm_id)::text
      FROM line i JOIN payment_instruction o ON o.account_token = i.account_token AND o.cycle_id = i.cycle_id
                                            AND o.kpm_id <> i.kpm_id AND o.status <> 'VOIDED'
     GROUP BY i.line_no, i.payment_id, i.kpm_id, i.village_code, i.amount_idr
    UNION ALL
    SELECT i.line_no, 'ACCOUNT_CHANGED', i.payment_id, i.kpm_id, i.village_code::text, i.amount_idr,
           max((c.confirmed_at AT TIME ZONE 'Asia/Jakarta')::date)::text
      FROM line i CROSS JOIN about a
      JOIN account_confirmation c ON c.kpm_id = i.kpm_id
       AND (c.confirmed_at AT TIME ZONE 'Asia/Jakarta')::date >= a.covers_from - a.days
     WHERE i.account_token IS NOT NULL
     GROUP BY i.line_no, i.payment_id, i.kpm_id, i.village_code, i.amount_idr
    UNION ALL
    SELECT i.line_no, CASE i.holder WHEN 'NEARLY' THEN 'NAME_NEARLY' ELSE 'NAME_DIFFERENT' END, i.payment_id, i.kpm_id,
           i.village_code::text, i.amount_idr, NULL
      FROM line i WHERE i.holder IN ('NEARLY', 'DIFFERENT')
    UNION ALL
    SELECT i.line_no, 'ACCOUNT_REFUSED_BEFORE', i.payment_id, i.kpm_id, i.village_code::text, i.amount_idr, min(o.status_reason)
      FROM line i CROSS JOIN former f
      JOIN payment_instruction o ON o.account_token = i.account_token AND o.cycle_id = f.cycle_id
                                AND o.status IN ('REJECTED', 'RETURNED')
      JOIN bank_reason_correction r ON r.reason = o.status_reason
     WHERE NOT EXISTS (SELECT FROM payment_instruction good WHERE good.account_token = i.account_token
                          AND good.cycle_id = f.cycle_id AND good.status = 'CREDITED')
     GROUP BY i.line_no, i.payment_id, i.kpm_id, i.village_code, i.amount_idr
$$;

-- What an approver acknowledged, as it was shown.
CREATE TABLE batch_finding (
    batch_id     uuid             NOT NULL REFERENCES payment_batch,
    line_no      int              NOT NULL CHECK (line_no >= 1),
    kind         text             NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    payment_id   uuid             NOT NULL,
    kpm_id       uuid             NOT NULL,
    village_code text COLLATE "C" NOT NULL,
    amount_idr   bigint           NOT NULL CHECK (amount_idr > 0),
    detail       text,
    PRIMARY KEY (batch_id, line_no, kind)
);
CREATE TABLE batch_acknowledgement (
    batch_id        uuid        PRIMARY KEY REFERENCES payment_batch,
    findings        bigint      NOT NULL CHECK (findings > 0),
    findings_sha256 text        NOT NULL CHECK (findings_sha256 ~ '^[0-9a-f]{64}$'),
    acknowledged_by text        NOT NULL CHECK (acknowledged_by <> ''),
    acknowledged_at timestamptz NOT NULL
);
CREATE TRIGGER batch_acknowledgement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_acknowledgement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER batch_finding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_finding
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- A batch with findings is approved by the person who has acknowledged as many.
CREATE FUNCTION check_findings_acknowledged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found bigint := (SELECT count(*) FROM batch_findings(NEW.batch_id));
BEGIN
    IF found > 0 AND NOT EXISTS (SELECT FROM batch_acknowledgement a
                                  WHERE a.batch_id = NEW.batch_id AND a.findings = found AND a.acknowledged_by = NEW.approved_by) THEN
        RAISE EXCEPTION 'a batch is approved without its findings' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_batch_findings BEFORE UPDATE OF approved_by ON payment_batch FOR EACH ROW
    WHEN (OLD.approved_by IS NULL AND NEW.approved_by IS NOT NULL)
    EXECUTE FUNCTION check_findings_acknowledged();
