-- Sums of a month by sub-district, which a job makes from the records every night. They are made anew, never edited.
CREATE TABLE sub_district_figure (
    month             date             NOT NULL CHECK (extract(day FROM month) = 1),
    sub_district_code text COLLATE "C" NOT NULL CHECK (sub_district_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$'),
    figure            text             NOT NULL CHECK (figure ~ '^[A-Z][A-Z0-9_]{1,59}$'),
    item              text             NOT NULL CHECK (item ~ '^[A-Za-z0-9_-]{0,60}$'),
    value             bigint           NOT NULL CHECK (value >= 0),
    PRIMARY KEY (month, sub_district_code, figure, item)
);

-- When the sums of a regency were made.
CREATE TABLE kept_regency (
    month        date             NOT NULL CHECK (extract(day FROM month) = 1),
    regency_code text COLLATE "C" NOT NULL CHECK (regency_code ~ '^[0-9]{2}\.[0-9]{2}$'),
    kept_at      timestamptz      NOT NULL,
    PRIMARY KEY (month, regency_code)
);
