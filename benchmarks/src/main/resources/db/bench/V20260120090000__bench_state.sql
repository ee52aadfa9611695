-- What a service keeps of each family's state.
CREATE TABLE bench_state (
    kpm_id              uuid        PRIMARY KEY,
    status              text        NOT NULL,
    village_code        text        NOT NULL,
    group_code          text        NOT NULL,
    caretaker_member_id uuid        NOT NULL,
    caretaker_nik_token text        NOT NULL,
    paying_bank         text,
    account_known       boolean     NOT NULL,
    occurred_on         date        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    version             bigint      NOT NULL
);
