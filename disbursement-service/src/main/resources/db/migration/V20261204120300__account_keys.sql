-- The tokens of accounts state their key, so that the key can be changed: a row that was written again, or is new meanwhile, has the token
-- of the former key beside it until the job account-index is done (docs/runbook.md).
ALTER TABLE payment_instruction
    -- null: the key that all services share
    ADD COLUMN account_key int,
    ADD COLUMN account_token_former bytea CHECK (length(account_token_former) = 32);
CREATE INDEX payment_instruction_account_former ON payment_instruction (account_token_former, cycle_id)
    WHERE account_token_former IS NOT NULL;

-- Only the key may change, and what was before stays for comparing.
DROP TRIGGER payment_instruction_account_fixed ON payment_instruction;
CREATE TRIGGER payment_instruction_account_fixed
    AFTER UPDATE OF account_token, account_key, account_token_former, holder ON payment_instruction
    FOR EACH ROW WHEN (
        NEW.holder IS DISTINCT FROM OLD.holder
        OR (NEW.account_token, NEW.account_key, NEW.account_token_former)
           IS DISTINCT FROM (OLD.account_token, OLD.account_key, OLD.account_token_former)
           AND NOT (OLD.account_token IS NOT NULL AND NEW.account_token IS NOT NULL
                    AND NEW.account_key IS DISTINCT FROM OLD.account_key
                    AND NEW.account_token_former IS NOT DISTINCT FROM OLD.account_token))
    EXECUTE FUNCTION refuse_instruction_change();

-- The findings of a batch as they are now; while the key is changed, accounts are equal under either key.
CREATE OR REPLACE FUNCTION batch_findings(of_batch uuid)
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
    line AS (SELECT i.* FROM payment_instruction i WHERE i.batch_id = of_batch AND i.status <> 'VOIDED'),
    shared AS (
        SELECT i.line_no, o.kpm_id AS other
          FROM line i JOIN payment_instruction o ON o.account_token = i.account_token AND o.cycle_id = i.cycle_id
                                                AND o.kpm_id <> i.kpm_id AND o.status <> 'VOIDED'
        UNION
        SELECT i.line_no, o.kpm_id
          FROM line i JOIN payment_instruction o ON o.account_token = i.account_token_former AND o.cycle_id = i.cycle_id
                                                AND o.kpm_id <> i.kpm_id AND o.status <> 'VOIDED'
        UNION
        SELECT i.line_no, o.kpm_id
          FROM line i JOIN payment_instruction o ON o.account_token_former = i.account_token AND o.cycle_id = i.cycle_id
                                                AND o.kpm_id <> i.kpm_id AND o.status <> 'VOIDED'),
    earlier AS (
        SELECT i.line_no, o.status, o.status_reason
          FROM line i CROSS JOIN former f
          JOIN payment_instruction o ON o.account_token = i.account_token AND o.cycle_id = f.cycle_id
        UNION ALL
        SELECT i.line_no, o.status, o.status_reason
          FROM line i CROSS JOIN former f
          JOIN payment_instruction o ON o.account_token = i.account_token_former AND o.cycle_id = f.cycle_id
        UNION ALL
        SELECT i.line_no, o.status, o.status_reason
          FROM line i CROSS JOIN former f
          JOIN payment_instruction o ON o.account_token_former = i.account_token AND o.cycle_id = f.cycle_id),
    refused AS (
        SELECT e.line_no, min(e.status_reason) FILTER (WHERE r.reason IS NOT NULL AND e.status IN ('REJECTED', 'RETURNED')) AS reason,
               bool_or(e.status = 'CREDITED') AS is_credited
          FROM earlier e LEFT JOIN bank_reason_correction r ON r.reason = e.status_reason
         GROUP BY e.line_no)
    SELECT i.line_no, 'ACCOUNT_SHARED', i.payment_id, i.kpm_id, i.village_code::text, i.amount_idr, count(*)::text
      FROM line i JOIN shared s USING (line_no)
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
    SELECT i.line_no, 'ACCOUNT_REFUSED_BEFORE', i.payment_id, i.kpm_id, i.village_code::text, i.amount_idr, r.reason
      FROM line i JOIN refused r USING (line_no) WHERE r.reason IS NOT NULL AND NOT r.is_credited
$$;
