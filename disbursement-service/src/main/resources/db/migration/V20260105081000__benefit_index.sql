-- What a year is worth, by component and date. A new year adds rows; no row is changed. The figures of a row are those of
-- docs/rules/entitlement.md, and a test compares the two. legal_basis says what is known: no legal text was at hand.
CREATE TABLE benefit_rate (
    benefit_rate_id int    GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    component       text   NOT NULL,
    basis           text   NOT NULL CHECK (basis IN ('MEMBER', 'FAMILY_ADDED', 'FAMILY_FLAT')),
    scheme          text   NOT NULL,
    valid_from      date   NOT NULL,
    valid_until     date   CHECK (valid_until >= valid_from),
    annual_idr      bigint NOT NULL CHECK (annual_idr > 0),
    legal_basis     text   NOT NULL,
    source          text   NOT NULL CHECK (source IN ('field', 'unconfirmed', 'low confidence')),
    UNIQUE (component, basis, scheme, valid_from)
);

CREATE TABLE entitlement_policy (
    policy_code      text PRIMARY KEY,
    valid_from       date NOT NULL UNIQUE,
    max_paid_members int  NOT NULL CHECK (max_paid_members >= 1),
    legal_basis      text NOT NULL,
    source           text NOT NULL CHECK (source IN ('field', 'unconfirmed', 'low confidence'))
);

-- Members paid at most with one component. Empty: what is said about such limits is unconfirmed.
CREATE TABLE entitlement_component_limit (
    policy_code text NOT NULL REFERENCES entitlement_policy,
    component   text NOT NULL,
    max_paid    int  NOT NULL CHECK (max_paid >= 0),
    PRIMARY KEY (policy_code, component)
);

INSERT INTO benefit_rate (component, basis, scheme, valid_from, valid_until, annual_idr, legal_basis, source) VALUES
    ('FAMILY',              'FAMILY_FLAT',  'REGULAR',      '2018-01-01', '2018-12-31',  1890000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('SEVERE_DISABILITY',   'FAMILY_FLAT',  'REGULAR',      '2018-01-01', '2018-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('ELDERLY',             'FAMILY_FLAT',  'REGULAR',      '2018-01-01', '2018-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('FAMILY',              'FAMILY_FLAT',  'REMOTE_PAPUA', '2018-01-01', '2018-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('PREGNANT_POSTPARTUM', 'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('EARLY_CHILD',         'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SD',                  'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',   900000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMP',                 'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  1500000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMA',                 'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SEVERE_DISABILITY',   'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('ELDERLY',             'MEMBER',       'REGULAR',      '2019-01-01', '2019-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('FAMILY',              'FAMILY_ADDED', 'REGULAR',      '2019-01-01', '2019-12-31',   550000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('FAMILY',              'FAMILY_ADDED', 'AKSES',        '2019-01-01', '2019-12-31',  1000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('PREGNANT_POSTPARTUM', 'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('EARLY_CHILD',         'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SD',                  'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',   900000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMP',                 'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  1500000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMA',                 'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SEVERE_DISABILITY',   'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('ELDERLY',             'MEMBER',       'REGULAR',      '2020-01-01', '2020-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('PREGNANT_POSTPARTUM', 'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('EARLY_CHILD',         'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('SD',                  'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',   900000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('SMP',                 'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  1500000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('SMA',                 'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('SEVERE_DISABILITY',   'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('ELDERLY',             'MEMBER',       'REGULAR',      '2021-01-01', '2024-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('PREGNANT_POSTPARTUM', 'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('EARLY_CHILD',         'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  3000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SD',                  'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',   900000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMP',                 'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  1500000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SMA',                 'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  2000000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('SEVERE_DISABILITY',   'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('ELDERLY',             'MEMBER',       'REGULAR',      '2025-01-01', '2026-12-31',  2400000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field'),
    ('RIGHTS_VIOLATION_VICTIM', 'MEMBER',   'REGULAR',      '2025-01-01', '2026-12-31', 10800000, 'Permensos 1/2018 art. 6 (unconfirmed)', 'low confidence');

-- Four paid members is field practice, given for 2020; that it held before is unconfirmed.
INSERT INTO entitlement_policy (policy_code, valid_from, max_paid_members, legal_basis, source) VALUES
    ('ENTITLEMENT-2018', '2018-01-01', 4, 'Permensos 1/2018 art. 6 (unconfirmed)', 'unconfirmed'),
    ('ENTITLEMENT-2020', '2020-01-01', 4, 'Permensos 1/2018 art. 6 (unconfirmed)', 'field');
