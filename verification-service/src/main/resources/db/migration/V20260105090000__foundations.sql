-- Facts are never edited: what is withdrawn is withdrawn once, what is corrected is a new row.

CREATE FUNCTION facts_do_not_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are facts and do not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Makes sure that a table that grows by the quarter has a partition for a year; for months the platform has one.
CREATE FUNCTION ensure_year_partition(parent text, year int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass(parent || '_' || year) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                   parent || '_' || year, parent, make_date(year, 1, 1), make_date(year + 1, 1, 1));
  END IF;
END $$;
