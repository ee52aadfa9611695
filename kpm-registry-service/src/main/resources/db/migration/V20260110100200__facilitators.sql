-- Facilitators and the villages they answer for.
create extension if not exists btree_gist;

create table facilitator (
    id uuid primary key,
    code text not null,
    name text not null,
    nik_cipher bytea not null,
    nik_token text not null,
    version bigint not null,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    constraint facilitator_one_per_code unique (code),
    constraint facilitator_one_per_nik unique (nik_token),
    constraint facilitator_code_format check (code ~ '^[A-Z0-9][A-Z0-9-]{2,29}$'),
    constraint facilitator_name_given check (length(trim(name)) between 1 and 100),
    constraint facilitator_nik_token_format check (nik_token ~ '^[0-9a-f]{64}$'),
    constraint facilitator_version_positive check (version > 0)
);

-- A hand-over: who, to whom, told when, both until when.
create table reassignment (
    id uuid primary key,
    village_code text not null references area (code),
    facilitator_id uuid not null references facilitator (id),
    successor_id uuid not null references facilitator (id),
    notice_given_on date not null,
    effective_on date not null,
    overlap_until date not null,
    open_cases integer not null,
    reason text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint reassignment_to_another check (facilitator_id <> successor_id),
    constraint reassignment_announced check (notice_given_on <= effective_on),
    constraint reassignment_overlap_range check (overlap_until >= effective_on),
    constraint reassignment_open_cases_counted check (open_cases >= 0)
);
create index reassignment_by_village on reassignment (village_code, effective_on);

-- overlap_from: from this day on a successor answers too, by a recorded hand-over.
create table facilitator_assignment (
    id uuid primary key,
    facilitator_id uuid not null references facilitator (id),
    role text not null,
    village_code text not null references area (code),
    valid_from date not null,
    valid_until date,
    overlap_from date,
    reassignment_id uuid references reassignment (id),
    version bigint not null,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    constraint facilitator_assignment_once unique (facilitator_id, role, village_code, valid_from),
    constraint facilitator_assignment_role_known check (role in ('FACILITATOR', 'COORDINATOR')),
    constraint facilitator_assignment_village check (village_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'),
    constraint facilitator_assignment_range check (valid_until is null or valid_until >= valid_from),
    constraint facilitator_assignment_overlap_recorded check ((overlap_from is null) = (reassignment_id is null)),
    constraint facilitator_assignment_overlap_range check (
        overlap_from is null or (overlap_from > valid_from and overlap_from <= valid_until)),
    constraint facilitator_assignment_version_positive check (version > 0),
    constraint facilitator_assignment_one_per_village exclude using gist (
        village_code with =,
        daterange(valid_from, coalesce(overlap_from - 1, valid_until), '[]') with &&) where (role = 'FACILITATOR')
        deferrable initially deferred
);
create index facilitator_assignment_by_village on facilitator_assignment (village_code text_pattern_ops, facilitator_id);
create index facilitator_assignment_by_facilitator on facilitator_assignment (facilitator_id);
