-- Which health services the families of a village attend, by the latest form of each service that names some: the registry registers
-- nobody at one.
CREATE TABLE clinic_village (
    point_code   text NOT NULL CHECK (point_code <> ''),
    village_code text NOT NULL,
    period       date NOT NULL CHECK (extract(day FROM period) = 1 AND extract(month FROM period) IN (1, 4, 7, 10)),
    revision     int  NOT NULL CHECK (revision > 0),
    families     int  NOT NULL CHECK (families > 0),
    PRIMARY KEY (point_code, village_code)
);
CREATE INDEX clinic_village_by_village ON clinic_village (village_code, point_code);

-- The visit of one clinic, with its families; a village of which none is known has a visit without a clinic, as before. A withdrawal
-- day that the machine proposed, or that a person named for a cycle, is of that cycle.
ALTER TABLE plan_item
    ADD COLUMN clinic_code text,
    ADD COLUMN families int CHECK (families > 0),
    ADD COLUMN cycle_code text,
    ADD CONSTRAINT plan_item_clinic CHECK (clinic_code IS NULL OR kind = 'CLINIC_VISIT'),
    ADD CONSTRAINT plan_item_families CHECK ((families IS NULL) = (clinic_code IS NULL)),
    ADD CONSTRAINT plan_item_cycle CHECK (cycle_code IS NULL OR kind = 'WITHDRAWAL_DAY');
DROP INDEX plan_item_once;
CREATE UNIQUE INDEX plan_item_once ON plan_item (village_code, kind, group_id, school_id, clinic_code, period) NULLS NOT DISTINCT
    WHERE kind NOT IN ('HOME_VISIT', 'WITHDRAWAL_DAY');

-- Days from the first credit of a cycle in a village to the withdrawal day that the machine proposes; none before two people choose.
ALTER TABLE plan_policy ADD COLUMN withdrawal_days int CHECK (withdrawal_days BETWEEN 1 AND 28);
