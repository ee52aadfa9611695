-- How many families a facilitator is meant to have, how early a hand-over is announced, and how long both facilitators act.
-- A version applies from its first day until the next one begins.
create table facilitator_policy (
    policy_code text not null primary key,
    valid_from date not null unique,
    families_per_facilitator int not null,
    notice_days int not null,
    overlap_days int not null,
    appointment_required boolean not null,
    legal_basis text not null,
    constraint facilitator_policy_families check (families_per_facilitator between 1 and 5000),
    constraint facilitator_policy_notice check (notice_days between 1 and 90),
    constraint facilitator_policy_overlap check (overlap_days between 1 and 90),
    constraint facilitator_policy_basis check (legal_basis <> '')
);
insert into facilitator_policy (policy_code, valid_from, families_per_facilitator, notice_days, overlap_days,
                                appointment_required, legal_basis)
values ('FACILITATORS-2026', date '2018-01-01', 375, 14, 14, false,
        'about 375 families: guideline 2021, as quoted in the study of Sungai Serut; days: choice, no legal text names any');
create trigger facilitator_policy_versions before insert or update or delete on facilitator_policy
    for each row execute function require_policy_version('FACILITATORS');
