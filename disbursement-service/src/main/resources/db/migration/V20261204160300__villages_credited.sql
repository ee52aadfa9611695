-- Where and when a cycle was credited first, as it was learnt: the families of the village can withdraw from then on. What was credited
-- before is in it, and was not announced.
CREATE TABLE village_credit (
    cycle_id     uuid             NOT NULL REFERENCES payment_cycle,
    village_code text COLLATE "C" NOT NULL,
    learnt_on    date             NOT NULL,
    credit_id    uuid             NOT NULL UNIQUE,
    PRIMARY KEY (cycle_id, village_code)
);
INSERT INTO village_credit (cycle_id, village_code, learnt_on, credit_id)
SELECT cycle_id, village_code, min((status_at AT TIME ZONE 'Asia/Jakarta')::date), gen_random_uuid() FROM payment_instruction
 WHERE status = 'CREDITED' GROUP BY cycle_id, village_code;
CREATE TRIGGER village_credit_append_only BEFORE UPDATE OR DELETE ON village_credit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Withdrawal days that were announced to groups, by the plan of the meeting service: the day by which withdrawals are to be reported
-- follows them.
CREATE TABLE withdrawal_day (
    plan_item_id uuid             PRIMARY KEY,
    sequence     bigint           NOT NULL CHECK (sequence > 0),
    cycle_code   text,
    village_code text COLLATE "C" NOT NULL,
    planned_for  date             NOT NULL,
    is_cancelled boolean          NOT NULL
);
CREATE INDEX withdrawal_day_of_village ON withdrawal_day (cycle_code, village_code) WHERE cycle_code IS NOT NULL;
