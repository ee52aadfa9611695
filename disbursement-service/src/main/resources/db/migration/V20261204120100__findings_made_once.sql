-- What looks wrong in a prepared batch is made when the batch has been prepared, and kept until something that it says has changed; each
-- page read it again before. It describes the content with the hash. An approval makes it again, and keeps what it acknowledges in
-- batch_finding.
CREATE TABLE batch_finding_made (
    batch_id    uuid        PRIMARY KEY REFERENCES payment_batch,
    list_sha256 text        NOT NULL CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
    made_at     timestamptz NOT NULL
);
CREATE TABLE batch_finding_present (
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

-- They are made of the content that the batch has.
CREATE FUNCTION check_findings_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_batch b WHERE b.batch_id = NEW.batch_id AND b.list_sha256 = NEW.list_sha256) THEN
        RAISE EXCEPTION 'findings are made of another content of the batch' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER batch_finding_made_of_content BEFORE INSERT OR UPDATE ON batch_finding_made
    FOR EACH ROW EXECUTE FUNCTION check_findings_made();
