-- A hand-over that is planned: why, what it changed, and who called it off or received it. Rows of before were recorded by
-- hand, with a text as their reason.
alter table reassignment
    add column reason_code text not null default 'OTHER',
    add column assignment_id uuid,
    add column former_until date,
    add column successor_assignment_id uuid,
    alter column reason drop not null,
    drop constraint reassignment_overlap_range,
    -- none of both acts on a day when the predecessor is not there any more
    add constraint reassignment_overlap_range check (overlap_until >= effective_on - 1),
    add constraint reassignment_reason_known check (reason_code in (
        'TRANSFERRED', 'RESIGNED', 'WORKLOAD', 'ILLNESS', 'DISMISSED', 'DECEASED', 'OTHER')),
    add constraint reassignment_other_explained check (reason_code <> 'OTHER' or reason is not null),
    add constraint reassignment_of_day unique (id, effective_on);
alter table reassignment alter column reason_code drop default;
create index reassignment_by_facilitator on reassignment (facilitator_id);
create index reassignment_by_successor on reassignment (successor_id);
create index reassignment_by_day on reassignment (overlap_until);

alter table facilitator_assignment
    drop constraint facilitator_assignment_overlap_range,
    add constraint facilitator_assignment_overlap_range check (
        overlap_from is null or (overlap_from > valid_from and overlap_from <= valid_until + 1));

create trigger reassignment_append_only before update or delete on reassignment
    for each row execute function registry_history_stays();

-- Before its first day a hand-over is called off; afterwards there is only another one.
create table reassignment_cancellation (
    reassignment_id uuid primary key,
    effective_on date not null,
    cancelled_on date not null,
    cancelled_by text not null,
    cancelled_at timestamptz not null,
    foreign key (reassignment_id, effective_on) references reassignment (id, effective_on),
    constraint reassignment_cancelled_before check (cancelled_on < effective_on)
);
create trigger reassignment_cancellation_append_only before update or delete on reassignment_cancellation
    for each row execute function registry_history_stays();

-- The successor has the list of open cases.
create table reassignment_receipt (
    reassignment_id uuid primary key references reassignment (id),
    open_cases integer not null,
    received_by text not null,
    received_at timestamptz not null,
    constraint reassignment_receipt_counted check (open_cases >= 0)
);
create trigger reassignment_receipt_append_only before update or delete on reassignment_receipt
    for each row execute function registry_history_stays();
