-- A bank answers for a million payments at once, and a batch goes to it at once. So an instruction is written once and never
-- changes; where it stands is what its batch is, and from its sending on a letter in a page of its batch. What moved is kept
-- beside the page, a row for all that moved together.

-- A letter of a page. The same table as InstructionPage, and a test compares the two.
CREATE FUNCTION money_state_of(letter int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE letter WHEN 83 THEN 'SENT' WHEN 65 THEN 'ACCEPTED' WHEN 67 THEN 'CREDITED' WHEN 82 THEN 'REJECTED'
                       WHEN 85 THEN 'UNKNOWN' WHEN 84 THEN 'RETURNED' END
$$;

-- Instructions 1 to 1000 of a batch are page 0, and so on.
CREATE TABLE instruction_page (
    batch_id  uuid    NOT NULL REFERENCES payment_batch,
    page_no   int     NOT NULL CHECK (page_no >= 0),
    states    bytea   NOT NULL CHECK (length(states) BETWEEN 1 AND 1000),
    last_move int     NOT NULL CHECK (last_move >= 1),
    -- the bank has said nothing of some of them
    is_silent boolean NOT NULL GENERATED ALWAYS AS (position('\x53'::bytea IN states) > 0) STORED,
    PRIMARY KEY (batch_id, page_no)
) WITH (fillfactor = 40);
ALTER TABLE instruction_page ALTER COLUMN states SET STORAGE PLAIN;
CREATE INDEX instruction_page_silent ON instruction_page (batch_id) WHERE is_silent;

-- By what a bank names the instructions of a page: forty bytes each, the instruction's id, its payment's and its amount in rupiah.
-- The same stands in payment_instruction; this is read a thousand at a time, in the order in which banks answer.
CREATE TABLE instruction_names (
    batch_id uuid  NOT NULL,
    page_no  int   NOT NULL,
    names    bytea NOT NULL CHECK (length(names) BETWEEN 40 AND 40000 AND length(names) % 40 = 0),
    PRIMARY KEY (batch_id, page_no),
    FOREIGN KEY (batch_id, page_no) REFERENCES instruction_page
);
ALTER TABLE instruction_names ALTER COLUMN names SET STORAGE EXTERNAL;

CREATE TABLE instruction_move (
    batch_id    uuid        NOT NULL,
    page_no     int         NOT NULL,
    move_no     int         NOT NULL CHECK (move_no >= 1),
    cause       text        NOT NULL CHECK (cause IN ('SENDING', 'BANK_REPORT', 'SILENCE')),
    cause_id    text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    -- null where the whole page was sent; else JSON, a list of [place in the page from 1, letter before, letter after, line of
    -- the report, the bank's reference, our reason code], what is missing at the end left out
    content     text,
    PRIMARY KEY (batch_id, page_no, move_no),
    FOREIGN KEY (batch_id, page_no) REFERENCES instruction_page,
    CHECK ((cause = 'SENDING') = (content IS NULL))
);
ALTER TABLE instruction_move ALTER COLUMN content SET STORAGE EXTERNAL;

-- What moved and was not told to others yet. Whoever deletes a row tells it, in the same transaction.
CREATE TABLE money_news (
    news_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_id       uuid        NOT NULL,
    page_no        int         NOT NULL,
    move_no        int         NOT NULL,
    correlation_id text        NOT NULL,
    causation_id   text,
    traceparent    text,
    waiting_since  timestamptz NOT NULL,
    UNIQUE (batch_id, page_no, move_no),
    FOREIGN KEY (batch_id, page_no, move_no) REFERENCES instruction_move
);

-- What was sent before, as pages and moves. Of a move of before the line that made it is not known.
CREATE FUNCTION pg_temp.letter_of(state text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE state WHEN 'SENT' THEN 'S' WHEN 'ACCEPTED' THEN 'A' WHEN 'CREDITED' THEN 'C' WHEN 'REJECTED' THEN 'R'
                      WHEN 'UNKNOWN' THEN 'U' WHEN 'RETURNED' THEN 'T' END
$$;
INSERT INTO instruction_page (batch_id, page_no, states, last_move)
SELECT i.batch_id, (i.line_no - 1) / 1000,
       string_agg(convert_to(pg_temp.letter_of(i.state), 'UTF8'), ''::bytea ORDER BY i.line_no), 1
  FROM payment_instruction i JOIN payment_batch b USING (batch_id)
 WHERE b.status = 'SENT' GROUP BY 1, 2;
INSERT INTO instruction_names (batch_id, page_no, names)
SELECT i.batch_id, (i.line_no - 1) / 1000,
       string_agg(uuid_send(i.instruction_id) || uuid_send(i.payment_id) || int8send(i.amount_idr), ''::bytea ORDER BY i.line_no)
  FROM payment_instruction i JOIN payment_batch b USING (batch_id)
 WHERE b.status = 'SENT' GROUP BY 1, 2;
INSERT INTO instruction_move (batch_id, page_no, move_no, cause, cause_id, recorded_at)
SELECT p.batch_id, p.page_no, 1, 'SENDING', b.sent_by, b.sent_at FROM instruction_page p JOIN payment_batch b USING (batch_id);
INSERT INTO instruction_move (batch_id, page_no, move_no, cause, cause_id, recorded_at, content)
SELECT batch_id, page_no, 1 + row_number() OVER (PARTITION BY batch_id, page_no ORDER BY first), cause, cause_id, recorded_at, content
  FROM (SELECT batch_id, page_no, cause, cause_id, recorded_at, min(instruction_history_id) AS first,
               json_agg(json_build_array(place, pg_temp.letter_of(old_state), pg_temp.letter_of(new_state), NULL, bank_ref)
                        ORDER BY instruction_history_id)::text AS content
          FROM (SELECT i.batch_id, (i.line_no - 1) / 1000 AS page_no, (i.line_no - 1) % 1000 + 1 AS place, h.*,
                       CASE WHEN row_number() OVER (PARTITION BY h.instruction_id ORDER BY h.instruction_history_id DESC) = 1
                            THEN i.bank_ref END AS bank_ref
                  FROM instruction_history h JOIN payment_instruction i USING (instruction_id)
                 WHERE h.cause IN ('BANK_REPORT', 'SILENCE')) step
         GROUP BY batch_id, page_no, cause, cause_id, recorded_at) moved;
UPDATE instruction_page p SET last_move = (SELECT max(move_no) FROM instruction_move m
                                            WHERE m.batch_id = p.batch_id AND m.page_no = p.page_no);

ALTER TABLE instruction_page ADD CONSTRAINT instruction_page_remembered
    FOREIGN KEY (batch_id, page_no, last_move) REFERENCES instruction_move DEFERRABLE INITIALLY DEFERRED;

-- An instruction is written once.
DROP TRIGGER payment_instruction_new ON payment_instruction;
DROP TRIGGER payment_instruction_fixed ON payment_instruction;
DROP TRIGGER payment_instruction_step ON payment_instruction;
DROP TRIGGER payment_instruction_never_deleted ON payment_instruction;
DROP FUNCTION check_new_instructions();
DROP FUNCTION refuse_instruction_change();
DROP FUNCTION refuse_instruction_step();
DROP TABLE instruction_history;
DROP INDEX payment_instruction_open;
ALTER TABLE payment_instruction DROP COLUMN is_open;
ALTER TABLE payment_instruction DROP COLUMN state, DROP COLUMN state_at, DROP COLUMN bank_ref, DROP COLUMN state_report;
ALTER TABLE payment_instruction SET (fillfactor = 100);
CREATE TRIGGER payment_instruction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_instruction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Where each instruction stands.
CREATE VIEW instruction_state AS
SELECT i.instruction_id, i.payment_id, i.attempt, i.batch_id, i.line_no, i.kpm_id, i.cycle_id, i.village_code, i.amount_idr,
       CASE b.status WHEN 'PREPARING' THEN 'PLANNED' WHEN 'PREPARED' THEN 'SEALED' WHEN 'APPROVED' THEN 'APPROVED'
                     WHEN 'REJECTED' THEN 'VOIDED' ELSE money_state_of(get_byte(p.states, (i.line_no - 1) % 1000)) END AS state
  FROM payment_instruction i
  JOIN payment_batch b ON b.batch_id = i.batch_id
  LEFT JOIN instruction_page p ON p.batch_id = i.batch_id AND p.page_no = (i.line_no - 1) / 1000;

-- How each came there; step_no rises with every step of an instruction.
CREATE VIEW instruction_history AS
SELECT i.instruction_id, s.step_no, s.old_state, s.new_state, s.cause, s.cause_id, s.recorded_at
  FROM payment_instruction i
  JOIN payment_batch b ON b.batch_id = i.batch_id
 CROSS JOIN LATERAL (VALUES
       (1::bigint, NULL, 'PLANNED', 'PREPARATION', b.run_id::text, b.created_at),
       (2, 'PLANNED', 'SEALED', 'PREPARATION', b.run_id::text, b.prepared_at),
       (3, 'SEALED', 'APPROVED', 'APPROVAL', b.approved_by, b.approved_at),
       (4, CASE WHEN b.approved_at IS NULL THEN 'SEALED' ELSE 'APPROVED' END, 'VOIDED', 'REJECTION', b.rejected_by, b.rejected_at)
      ) AS s (step_no, old_state, new_state, cause, cause_id, recorded_at)
 WHERE s.recorded_at IS NOT NULL
UNION ALL
SELECT i.instruction_id, m.move_no * 1000000::bigint, 'APPROVED', 'SENT', m.cause, m.cause_id, m.recorded_at
  FROM instruction_move m
  JOIN payment_instruction i ON i.batch_id = m.batch_id AND i.line_no BETWEEN m.page_no * 1000 + 1 AND m.page_no * 1000 + 1000
 WHERE m.content IS NULL
UNION ALL
SELECT i.instruction_id, m.move_no * 1000000::bigint + s.ordinality, money_state_of(ascii(s.step ->> 1)),
       money_state_of(ascii(s.step ->> 2)), m.cause, m.cause_id, m.recorded_at
  FROM instruction_move m
 CROSS JOIN LATERAL json_array_elements(m.content::json) WITH ORDINALITY AS s (step)
  JOIN payment_instruction i ON i.batch_id = m.batch_id AND i.line_no = m.page_no * 1000 + (s.step ->> 0)::int;

-- An instruction is of a payment of the batch's sealed cycle, for exactly its amount, while the batch is being prepared. A
-- second attempt only after one that was refused, returned or voided, from where nothing leads back; never from UNKNOWN,
-- never beside another one (UNIQUE (payment_id, attempt) keeps out a second one of the same number).
CREATE FUNCTION check_new_instructions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment USING (payment_id)
                 JOIN payment_batch ON payment_batch.batch_id = added.batch_id
                 JOIN payment_cycle ON payment_cycle.cycle_id = payment_batch.cycle_id
                WHERE payment.amount_idr <> added.amount_idr OR payment.status <> 'PAYABLE'
                   OR payment.cycle_id <> payment_batch.cycle_id OR added.cycle_id <> payment_batch.cycle_id
                   OR payment.kpm_id <> added.kpm_id OR payment_cycle.status <> 'SEALED'
                   OR payment_batch.status <> 'PREPARING') THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM added
                WHERE added.attempt > 1
                  AND NOT EXISTS (SELECT 1 FROM instruction_state before
                                   WHERE before.payment_id = added.payment_id AND before.attempt = added.attempt - 1
                                     AND before.state IN ('REJECTED', 'RETURNED', 'VOIDED'))) THEN
        RAISE EXCEPTION 'an attempt comes after one that may still be paid' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_instruction_new AFTER INSERT ON payment_instruction REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_new_instructions();

CREATE FUNCTION refuse_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a page of a batch does not begin or go on like this' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER instruction_page_begins BEFORE INSERT ON instruction_page FOR EACH ROW
    WHEN (NEW.states <> convert_to(repeat('S', length(NEW.states)), 'UTF8') OR NEW.last_move <> 1)
    EXECUTE FUNCTION refuse_page();
CREATE TRIGGER instruction_page_goes_on BEFORE UPDATE ON instruction_page FOR EACH ROW
    WHEN (NEW.batch_id <> OLD.batch_id OR NEW.page_no <> OLD.page_no OR length(NEW.states) <> length(OLD.states)
          OR NEW.last_move <> OLD.last_move + 1)
    EXECUTE FUNCTION refuse_page();
-- the steps are those of money_transition: whoever adds one makes this function anew
DO $do$
BEGIN
    EXECUTE format($create$
        CREATE FUNCTION check_page_steps() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM generate_series(0, length(OLD.states) - 1) AS place
                        WHERE get_byte(OLD.states, place) <> get_byte(NEW.states, place)
                          AND get_byte(OLD.states, place) * 256 + get_byte(NEW.states, place) <> ALL (%L::int[])) THEN
                RAISE EXCEPTION 'an instruction does not go from the one state to the other' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$
        $create$,
        (SELECT array_agg(ascii(pg_temp.letter_of(old_state)) * 256 + ascii(pg_temp.letter_of(new_state)))
           FROM money_transition
          WHERE pg_temp.letter_of(old_state) IS NOT NULL AND pg_temp.letter_of(new_state) IS NOT NULL));
END $do$;
CREATE TRIGGER instruction_page_steps BEFORE UPDATE OF states ON instruction_page
    FOR EACH ROW EXECUTE FUNCTION check_page_steps();
CREATE TRIGGER instruction_page_never_deleted BEFORE DELETE OR TRUNCATE ON instruction_page
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER instruction_names_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON instruction_names
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER instruction_move_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON instruction_move
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- What is sent has a letter for each of its instructions, whose lines are 1 to their number.
CREATE FUNCTION check_sent_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.payments <> (SELECT coalesce(sum(length(states)), 0) FROM instruction_page WHERE batch_id = NEW.batch_id)
       OR NEW.payments * 40 <> (SELECT coalesce(sum(length(names)), 0) FROM instruction_names WHERE batch_id = NEW.batch_id)
       OR NEW.payments <> (SELECT coalesce(max(line_no), 0) FROM payment_instruction WHERE batch_id = NEW.batch_id) THEN
        RAISE EXCEPTION 'a batch is sent without a place for each of its instructions' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payment_batch_sent AFTER UPDATE ON payment_batch DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status <> 'SENT' AND NEW.status = 'SENT') EXECUTE FUNCTION check_sent_batch();
