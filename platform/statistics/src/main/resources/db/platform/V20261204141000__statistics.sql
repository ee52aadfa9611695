-- What a service counts families by, for publication. A job replaces the counts; nobody edits them.
CREATE TABLE statistic_count (
    period       text             NOT NULL CHECK (period ~ '^[A-Za-z0-9._-]{1,40}$'),
    job_id       uuid             NOT NULL,
    village_code text COLLATE "C" NOT NULL CHECK (village_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'),
    status       text             NOT NULL CHECK (status ~ '^[A-Z][A-Z_]{1,59}$' AND status <> 'TOTAL'),
    families     bigint           NOT NULL CHECK (families > 0),
    PRIMARY KEY (period, village_code, status)
);

-- What may be shown of it: without a number where it would be small, or where a small one would follow from it.
CREATE TABLE published_period (
    period     text        PRIMARY KEY,
    threshold  int         NOT NULL CHECK (threshold >= 3),
    counted_at timestamptz NOT NULL
);
CREATE TABLE published_count (
    period    text             NOT NULL,
    -- empty for the country
    area_code text COLLATE "C" NOT NULL CHECK (area_code ~ '^([0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?)?$'),
    status    text             NOT NULL,
    -- no number that is not zero is smaller than the smallest threshold
    families  bigint           CHECK (families >= 3),
    PRIMARY KEY (period, area_code, status)
);
