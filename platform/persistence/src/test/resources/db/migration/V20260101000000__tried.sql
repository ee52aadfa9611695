CREATE TABLE tried (
    tried_id uuid PRIMARY KEY,
    village  text NOT NULL,
    amount   bigint CONSTRAINT tried_amount_positive CHECK (amount > 0),
    held_on  date,
    heard_at timestamptz,
    month    date,
    mark     text,
    codes    text[],
    raw      bytea,
    flag     boolean
);
CREATE TABLE grown (month date NOT NULL, what text NOT NULL) PARTITION BY RANGE (month);
CREATE TABLE grown_default PARTITION OF grown DEFAULT;
CREATE TABLE grown_yearly (quarter date NOT NULL) PARTITION BY RANGE (quarter);
CREATE TABLE grown_instant (at timestamptz NOT NULL) PARTITION BY RANGE (at);

CREATE TABLE found_by_area (village text COLLATE "C" PRIMARY KEY);
