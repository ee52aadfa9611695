CREATE TABLE payment_cycle (
    cycle_id            uuid        PRIMARY KEY,
    cycle_code          text        NOT NULL UNIQUE,
    covers_from         date        NOT NULL,
    covers_until        date        NOT NULL CHECK (covers_until >= covers_from),
    channel             text        NOT NULL CHECK (channel IN ('BANK', 'POS')),
    verification_period text        NOT NULL,
    status              text        NOT NULL CHECK (status IN ('OPEN', 'CALCULATING', 'CALCULATED', 'SEALED')),
    version             bigint      NOT NULL CHECK (version >= 1),
    opened_by           text        NOT NULL,
    opened_at           timestamptz NOT NULL,
    -- no day is paid twice through one channel
    CONSTRAINT cycle_overlap_bank EXCLUDE USING gist (daterange(covers_from, covers_until, '[]') WITH &&) WHERE (channel = 'BANK'),
    CONSTRAINT cycle_overlap_pos EXCLUDE USING gist (daterange(covers_from, covers_until, '[]') WITH &&) WHERE (channel = 'POS')
);
CREATE INDEX payment_cycle_order ON payment_cycle (covers_from DESC, cycle_code DESC);

-- A walk through all families, a chunk a transaction. The checkpoint is the last family of the last chunk.
CREATE TABLE calculation_run (
    run_id           uuid        PRIMARY KEY,
    cycle_id         uuid        NOT NULL REFERENCES payment_cycle,
    status           text        NOT NULL CHECK (status IN ('RUNNING', 'INTERRUPTED', 'DONE')),
    checkpoint       uuid,
    families_total   bigint      NOT NULL,
    families_done    bigint      NOT NULL DEFAULT 0,
    payments_changed bigint      NOT NULL DEFAULT 0,
    chunks           int         NOT NULL DEFAULT 0,
    started_by       text        NOT NULL,
    started_at       timestamptz NOT NULL,
    finished_at      timestamptz,
    failure          text,
    owner            uuid        NOT NULL,
    leased_until     timestamptz NOT NULL
);
CREATE UNIQUE INDEX calculation_run_unfinished ON calculation_run (cycle_id) WHERE status <> 'DONE';
CREATE INDEX calculation_run_latest ON calculation_run (cycle_id, started_at DESC);

CREATE TABLE payment (
    payment_id   uuid             PRIMARY KEY,
    kpm_id       uuid             NOT NULL REFERENCES payment_family,
    cycle_id     uuid             NOT NULL REFERENCES payment_cycle,
    kind         text             NOT NULL CHECK (kind IN ('REGULAR', 'COMPENSATING')),
    village_code text COLLATE "C" NOT NULL,
    amount_idr   bigint           NOT NULL CHECK (amount_idr > 0),
    status       text             NOT NULL CHECK (status IN ('PAYABLE', 'HELD', 'FORFEITED', 'NOT_ELIGIBLE')),
    warned       boolean          NOT NULL,
    reasons      text[]           NOT NULL,
    blocked_by   uuid[]           NOT NULL,
    lines        jsonb            NOT NULL,
    steps        jsonb            NOT NULL,
    compensates  uuid             UNIQUE REFERENCES payment,
    created_at   timestamptz      NOT NULL,
    changed_at   timestamptz      NOT NULL,
    -- one payment a family and cycle, and one that makes up for it
    CONSTRAINT payment_once UNIQUE (kpm_id, cycle_id, kind),
    CHECK ((kind = 'COMPENSATING') = (compensates IS NOT NULL)),
    CHECK (kind = 'REGULAR' OR status = 'PAYABLE'),
    CHECK (status NOT IN ('HELD', 'FORFEITED') OR cardinality(blocked_by) > 0),
    CHECK (status <> 'PAYABLE' OR cardinality(blocked_by) = 0)
);
CREATE INDEX payment_list ON payment (cycle_id, village_code, kpm_id, kind);
CREATE INDEX payment_withheld ON payment (kpm_id) WHERE kind = 'REGULAR' AND cardinality(blocked_by) > 0;

-- Families that a calculation looked at and that get nothing in the cycle, with the reason.
CREATE TABLE ineligible_family (
    cycle_id     uuid             NOT NULL REFERENCES payment_cycle,
    kpm_id       uuid             NOT NULL REFERENCES payment_family,
    village_code text COLLATE "C" NOT NULL,
    reasons      text[]           NOT NULL,
    lines        jsonb            NOT NULL,
    looked_at    timestamptz      NOT NULL,
    PRIMARY KEY (cycle_id, kpm_id),
    CHECK (cardinality(reasons) > 0)
);
CREATE INDEX ineligible_family_list ON ineligible_family (cycle_id, village_code, kpm_id);

-- Every change of a payment, with what caused it. Rows are only added.
CREATE TABLE payment_history (
    payment_history_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_id         uuid        NOT NULL,
    kpm_id             uuid        NOT NULL,
    cycle_id           uuid        NOT NULL,
    old_status         text,
    new_status         text        NOT NULL,
    amount_idr         bigint      NOT NULL,
    warned             boolean     NOT NULL,
    reasons            text[]      NOT NULL,
    blocked_by         uuid[]      NOT NULL,
    cause              text        NOT NULL,
    cause_id           text        NOT NULL,
    recorded_at        timestamptz NOT NULL
);
CREATE INDEX payment_history_payment ON payment_history (payment_id, payment_history_id);

CREATE TABLE cycle_seal (
    cycle_id            uuid        PRIMARY KEY REFERENCES payment_cycle,
    payable_payments    bigint      NOT NULL CHECK (payable_payments >= 0),
    payable_idr         bigint      NOT NULL CHECK (payable_idr >= 0),
    held_payments       bigint      NOT NULL CHECK (held_payments >= 0),
    held_idr            bigint      NOT NULL CHECK (held_idr >= 0),
    forfeited_payments  bigint      NOT NULL CHECK (forfeited_payments >= 0),
    forfeited_idr       bigint      NOT NULL CHECK (forfeited_idr >= 0),
    list_sha256         text        NOT NULL CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
    sealed_by           text        NOT NULL,
    sealed_at           timestamptz NOT NULL
);

-- The invariants once more, for whoever comes past the code.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER payment_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER cycle_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cycle_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER payment_never_deleted BEFORE DELETE OR TRUNCATE ON payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER payment_cycle_never_deleted BEFORE DELETE OR TRUNCATE ON payment_cycle
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

CREATE FUNCTION refuse_change_of_sealed_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM changed JOIN payment_cycle USING (cycle_id)
               WHERE changed.kind = 'REGULAR' AND payment_cycle.status = 'SEALED') THEN
        RAISE EXCEPTION 'the list of this cycle is sealed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_sealed_insert AFTER INSERT ON payment REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_sealed_list();
CREATE TRIGGER payment_sealed_update AFTER UPDATE ON payment REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_sealed_list();

CREATE FUNCTION refuse_unsealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'SEALED' THEN
        RAISE EXCEPTION 'cycle % is sealed', OLD.cycle_code USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_cycle_sealed BEFORE UPDATE ON payment_cycle
    FOR EACH ROW EXECUTE FUNCTION refuse_unsealing();
