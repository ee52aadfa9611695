-- Who read which identifying fields of whom, when and why (UU 27/2022 art. 31 and 34).
CREATE TABLE read_log (
    read_log_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reader       text        NOT NULL CHECK (reader <> ''),
    subject_kind text        NOT NULL CHECK (subject_kind <> ''),
    subject_id   text        NOT NULL CHECK (subject_id <> ''),
    fields       text        NOT NULL CHECK (fields <> ''),
    purpose      text        NOT NULL CHECK (purpose <> ''),
    read_at      timestamptz NOT NULL
);

CREATE INDEX read_log_by_subject ON read_log (subject_kind, subject_id, read_at);
CREATE INDEX read_log_by_reader ON read_log (reader, read_at);

CREATE FUNCTION read_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'read_log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER read_log_no_change BEFORE UPDATE OR DELETE ON read_log
    FOR EACH ROW EXECUTE FUNCTION read_log_is_append_only();
CREATE TRIGGER read_log_no_truncate BEFORE TRUNCATE ON read_log
    FOR EACH STATEMENT EXECUTE FUNCTION read_log_is_append_only();
