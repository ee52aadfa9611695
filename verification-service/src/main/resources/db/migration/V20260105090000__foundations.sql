-- Facts are never edited: what is withdrawn is withdrawn once, what is corrected is a new row.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are facts and do not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Makes sure that a table partitioned by month has a partition for a month.
CREATE FUNCTION ensure_month_partition(parent text, month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first_day date := date_trunc('month', month)::date;
  partition text := parent || '_' || to_char(month, 'YYYYMM');
BEGIN
  IF to_regclass(partition) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                   partition, parent, first_day, (first_day + interval '1 month')::date);
  END IF;
END $$;

-- The same by the year, for tables that grow by the quarter.
CREATE FUNCTION ensure_year_partition(parent text, year int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass(parent || '_' || year) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                   parent || '_' || year, parent, make_date(year, 1, 1), make_date(year + 1, 1, 1));
  END IF;
END $$;
