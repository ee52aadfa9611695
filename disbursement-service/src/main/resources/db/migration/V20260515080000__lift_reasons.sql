-- A lift for another reason is parked before it reaches this table: nobody knows whether it gives the money back.
ALTER TABLE sanction_decision ADD CONSTRAINT sanction_decision_lift_reason_known
    CHECK (lift_reason IN ('CORRECTED_FACT', 'APPEAL_UPHELD', 'COMMITMENT_MET', 'OFFICER'));
